"""MkDocs' own commands, run by `sholu build` and `sholu serve` as MkDocs runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from sholu.review.settings import unreadable
from sholu.site.showing import ending


def run_mkdocs(arguments: list[str]) -> int:
    """Run `mkdocs` with arguments; return its exit code.

    Dates in what is built are those of the last commit, so that one commit always gives the same bytes.
    """
    if lines := unreadable(Path(arguments[arguments.index("--config-file") + 1])):
        sys.stderr.writelines(f"{line}\n" for line in lines)
        return 1
    # Material's note on its own end is for us, not for authors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if "SOURCE_DATE_EPOCH" not in os.environ and (date := _date_of_commit(arguments)):
        os.environ["SOURCE_DATE_EPOCH"] = date
    from mkdocs.__main__ import cli  # noqa: PLC0415 -- it reads the environment

    try:
        cli.main(arguments, prog_name="mkdocs", standalone_mode=False)
    except click.ClickException as error:
        said = error.format_message()
        told = ending(said, "build_strict")
        if told == said:
            error.show()
        else:
            sys.stderr.write(f"{told}\n")
        return 1
    except click.exceptions.Exit as end:
        return int(end.exit_code)
    except click.Abort:
        return 1
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0


def _date_of_commit(arguments: list[str]) -> str:
    """Return the time of the last commit in seconds, "" if the review is in no repository of Git."""
    folder = Path(arguments[arguments.index("--config-file") + 1]).absolute().parent
    command = ("git", "-C", str(folder), "log", "-1", "--format=%ct")
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- fixed words
    except OSError:
        return ""
    return done.stdout.strip()
