"""The command `sholu`: what an author asks of a review. Each room brings its subcommands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sholu.checking import command as checking
from sholu.commands import Command, RefusalError
from sholu.importing import command as importing
from sholu.languages import command as languages
from sholu.publication import command as publication
from sholu.site import command as site
from sholu.starting import command as starting
from sholu.writing import command as writing
from sholu.writing import translations

COMMANDS: tuple[Command, ...] = (
    *starting.COMMANDS,
    *importing.COMMANDS,
    *writing.COMMANDS,
    *translations.COMMANDS,
    *checking.COMMANDS,
    *site.COMMANDS,
    *languages.COMMANDS,
    *publication.COMMANDS,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if all is well, 1 if there is something to mend, 2 if it could not run.

    argparse leaves with 2 where the command was not understood, `run` returns it where something broke.
    """
    parser = argparse.ArgumentParser(prog="sholu", description=__doc__)
    subparsers = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        declared = subparsers.add_parser(command.name, help=command.help, description=command.help)
        command.declare(declared)
        declared.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
    except RefusalError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return code


def run() -> int:
    """Run the command as a program: whoever reads its output may stop reading, and nobody sees a traceback.

    Returns 2 where the command could not run.
    """
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # `sholu check | head` has what it wanted; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 -- the last that may be said of it
        # Only a fault of ours needs what knows MkDocs.
        from sholu.site.faults import explained  # noqa: PLC0415

        sys.stderr.write(f"{explained(error, '', Path.cwd())}\n")
        return 2
    return code


if __name__ == "__main__":
    sys.exit(run())
