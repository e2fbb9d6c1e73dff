"""What is told in the terminal at the end of a build, through MkDocs' log."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs.plugins import get_plugin_logger

from sholu.problems import Problem, errors, shortened, warnings
from sholu.problems.telling import author_language, in_language, phrase

log = get_plugin_logger("sholu")
# So many warnings are read; of a bibliography that a program has exported there may be thousands.
_SHOWN_WARNINGS = 20
_SHOWN_KEYS = 50


def show_problems(problems: Sequence[Problem]) -> None:
    """Show all errors and the first warnings, in the language of the author."""
    language_of_author = author_language()
    for problem in shortened(errors(problems)):
        log.error("%s", in_language(problem, language_of_author))
    # MkDocs counts its warnings, and ends a strict build by one.
    of_editors = warnings(problems)
    for problem in of_editors[:_SHOWN_WARNINGS]:
        log.info("%s", in_language(problem, language_of_author))
    if len(of_editors) > _SHOWN_WARNINGS:
        log.info("%s", phrase("build_warnings", language_of_author, count=len(of_editors)))


def ending(said: str, name: str, **values: object) -> str:
    """Return what MkDocs says at the end of a build that it gives up, in the language of the author.

    Args:
        said: its words, "Aborted with 2 warnings in strict mode!" or "Aborted with a BuildError!".
        name: the phrase that tells of the warnings.
        values: what that names beside their `count`.
    """
    if not said.startswith("Aborted with"):
        return said
    count = sum(map(int, re.findall(r"[0-9]+(?= [a-z]+)", said)))
    language = author_language()
    return phrase(name, language, count=count, **values) if count else phrase("build_aborted", language)


def show_unused(keys: Sequence[str]) -> None:
    """Show the works that no page cites, if there are any."""
    if keys:
        name = "build_unused_more" if len(keys) > _SHOWN_KEYS else "build_unused"
        more = len(keys) - _SHOWN_KEYS
        log.info("%s", phrase(name, author_language(), keys=", ".join(keys[:_SHOWN_KEYS]), more=more))
