"""What `sholu --help` says of the commands, and what is said of one that was typed wrongly, in kk, ru and en.

The sentences stand in commands.toml under the names that the code gives to commands and arguments. What
argparse says of itself goes through `gettext`, of whose catalogues it asks none but that of the whole
program: here it is given ours in its place.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from sholu.problems.telling import author_language

_OPTION = "--language"
# Its option is the language of a paper.
_OF_A_PAPER = "import"


def language_of(given: Sequence[str]) -> str:
    """Return the language in which the help of a command is told: that of its option, else of the locale.

    Args:
        given: the command and what stands behind it.
    """
    values = [one.partition("=")[2] for one in given if one.startswith(f"{_OPTION}=")]
    values += [value for one, value in pairwise(given) if one == _OPTION]
    return author_language("" if _OF_A_PAPER in given[:1] else next(iter(values), ""))


def about(name: str, language: str) -> str:
    """Return a sentence of the program itself, or what one of its commands does in short.

    Args:
        name: "about" and "version" are said of the program, all else is the name of a command.
        language: one of `telling.LANGUAGES`.
    """
    said = _sentences()[language][name]
    return str(said if isinstance(said, str) else said["about"])


def told(parser: argparse.ArgumentParser, name: str, language: str) -> None:
    """Give a command that has declared its arguments the sentences about it and about each of them.

    Args:
        parser: that of the command; the help that it declared for an argument is what `{known}` stands for.
        name: that of the command.
        language: one of `telling.LANGUAGES`.
    """
    said = _sentences()[language][name]
    values = _sentences()[language]["values"]
    parser.description = said.get("more", said["about"])
    for action in parser._actions:  # noqa: SLF001 -- argparse shows what was declared in no other way
        if action.dest == "help":
            continue
        action.help = said[action.dest].replace("{known}", action.help or "")
        own = values.get(str(action.metavar or action.dest.upper()))
        if own and action.choices is None and action.nargs != 0:
            action.metavar = own


def speak(language: str) -> None:
    """Let argparse say its own words in a language, for the whole of the program."""
    own = _sentences()[language]["argparse"]
    setattr(argparse, "_", lambda words: own.get(words, words))  # noqa: B010 -- no name that it tells of


def unrecognized(words: Sequence[str], language: str) -> str:
    """Return what argparse says of words that it cannot place."""
    said = "unrecognized arguments: %s"
    return _sentences()[language]["argparse"].get(said, said) % " ".join(words)


@cache
def _sentences() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(Path(__file__).with_name("commands.toml").read_text(encoding="utf-8"))
