"""A process that has read MkDocs and Sholu once, and forks for each command that a test runs.

Starting Python and importing both costs more than building a small site does. Each command runs in a process
of its own all the same, with its own folder, environment and output, so that nothing of one is left for the
next. Run by tests/commands.py; reads a command as a line of JSON, answers with the exit code as another.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.__main__ import cli
from sholu.command_line import commands
from sholu.command_line import main as sholu

# What a build imports by and by; what only few commands need (WeasyPrint) they import themselves.
BEFORE_THE_FORK = (
    "babel.localedata", "colorama", "encodings.utf_8_sig", "markdown.extensions.admonition",
    "markdown.extensions.attr_list", "markdown.extensions.codehilite", "markdown.extensions.fenced_code",
    "markdown.extensions.footnotes", "markdown.extensions.md_in_html", "markdown.extensions.tables",
    "markdown.extensions.toc", "material.plugins.search.plugin", "material.templates",
    "mkdocs.commands.build",
    "mkdocs_static_i18n.plugin", "mkdocs_static_i18n.reconfigure", "pybtex.database.input.bibtex",
    "pygments.lexers", "pymdownx.highlight", "pymdownx.superfences", "sholu.bibliography.bibtex",
    "sholu.plugin", "sholu.site.throwaway",
)  # fmt: skip


def run_mkdocs(arguments: list[str]) -> None:
    """Do what `python -m mkdocs` does."""
    cli(arguments, prog_name="mkdocs")


def run_sholu(arguments: list[str]) -> None:
    """Do what the command `sholu` does."""
    sys.exit(sholu(arguments))


PROGRAMS: dict[str, Callable[[list[str]], None]] = {"mkdocs": run_mkdocs, "sholu": run_sholu}


def become(command: dict[str, object]) -> None:
    """Take the folder, environment and files of a command, as if it had been started there."""
    os.chdir(str(command["folder"]))
    environment = command["environment"]
    assert isinstance(environment, dict)
    os.environ.clear()
    os.environ.update(environment)
    for number, name, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, command["output"], os.O_WRONLY),
        (2, command["errors"], os.O_WRONLY),
    ):
        file = os.open(str(name), flags)
        os.dup2(file, number)
        os.close(file)


def main() -> None:
    """Serve commands until the tests are done and standard input ends."""
    for name in BEFORE_THE_FORK:
        importlib.import_module(name)
    commands()
    gc.freeze()
    for line in sys.stdin:
        command = json.loads(line)
        child = os.fork()
        if child == 0:
            become(command)
            # As `python -m` does, which finds what an author has beside mkdocs.yml.
            sys.path.insert(0, str(Path.cwd()))
            sys.argv = list(command["arguments"])
            program, *arguments = sys.argv
            PROGRAMS[program](arguments)
            sys.exit()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
