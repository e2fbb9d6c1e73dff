"""What mkdocs.yml asks for in vain: languages, romanizations and files that there are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from sholu.languages import unknown_system
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.review.choices import CitationChoice
from sholu.review.paths import shown_path
from sholu.review.settings import FILES, SETTINGS_FILE, Settings
from sholu.values import replace


def foreign_choices(settings: Settings) -> Iterator[Problem]:
    """Report how languages cite that the review does not have: nobody would miss what they say."""
    for code, choice in settings.choices.items():
        # Names in any language may be written in Latin letters.
        if code not in settings.codes and replace(choice, romanization="") != CitationChoice():
            near, known = nearest(code, settings.codes), ", ".join(settings.codes)
            yield problem("S021", Place(SETTINGS_FILE), language=code, near=near, known=known)


def known_systems(
    choices: Mapping[str, CitationChoice],
) -> tuple[Mapping[str, CitationChoice], tuple[Problem, ...]]:
    """Take romanizations that there are not out of the choices of languages, and report them."""
    faults = {
        code: fault
        for code, choice in choices.items()
        if choice.romanization and (fault := unknown_system(code, choice.romanization))
    }
    place = Place(SETTINGS_FILE)
    problems = (problem("S003", place, fault=fault) for fault in faults.values())
    known = {
        code: replace(choice, romanization="") if code in faults else choice
        for code, choice in choices.items()
    }
    return known, tuple(problems)


def missing_files(folder: Traversable, settings: Settings) -> Iterator[Problem]:
    """Report files that mkdocs.yml names and that are not there; those that nobody named may be missing."""
    # A bibliography that is not there is reported where it is read.
    for name in FILES[1:]:
        file = folder / getattr(settings, name)
        if name in settings.asked_for and not file.is_file():
            yield problem("F002", Place(shown_path(file, folder)), option=name)
