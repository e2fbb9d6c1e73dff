"""The files of languages that a review brings along, in its folder `languages/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from sholu import languages
from sholu.citations.styles import STYLES
from sholu.decoding import decoded
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.review.choices import CitationChoice

# What a file of settings is called elsewhere, or by a system that adds an ending.
_OTHER_ENDINGS = ("yml", "yaml", "json", "txt", "toml.txt", "tml", "ini")


def files(root: Traversable) -> tuple[Traversable, ...]:
    """Return the files, in the order of their names; `root` is the folder of mkdocs.yml."""
    folder = root / languages.OWN_FOLDER
    found = [one for one in folder.iterdir() if one.name.endswith(".toml")] if folder.is_dir() else []
    return tuple(sorted(found, key=lambda one: one.name))


def use_languages(root: Traversable, codes: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """Take the languages of a review for those in use; return what is wrong with its own files.

    Args:
        root: the folder of mkdocs.yml.
        codes: the languages of the review; none takes those that have a file in its folder.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file in files(root):
        shown = f"{languages.OWN_FOLDER}/{file.name}"
        if file.is_dir():
            problems.append(problem("F090", Place(shown)))
            continue
        texts[shown], found = decoded(file.read_bytes(), shown)
        problems += found
    problems += _no_files_of_languages(root)
    own = codes or tuple(file.name.removesuffix(".toml") for file in files(root))
    return (*problems, *languages.use(texts, own))


def _no_files_of_languages(root: Traversable) -> Iterator[Problem]:
    """Report what stands in the folder of languages and is called otherwise than a file of one."""
    folder = root / languages.OWN_FOLDER
    for file in sorted(folder.iterdir(), key=lambda one: one.name) if folder.is_dir() else ():
        code, _, ending = file.name.partition(".")
        if code and ending.lower() in _OTHER_ENDINGS and file.is_file():
            yield problem("W005", Place(f"{languages.OWN_FOLDER}/{file.name}"), near=f"{code.lower()}.toml")


def unknown_styles(codes: tuple[str, ...], choices: Mapping[str, CitationChoice]) -> Iterator[Problem]:
    """Report styles that there are not, which a file of a language names."""
    for code in codes:
        style = languages.language(code).style
        if style not in STYLES and not (code in choices and choices[code].style):
            place = Place(f"{languages.OWN_FOLDER}/{code}.toml")
            yield problem("W007", place, style=style, language=code, known=", ".join(STYLES))
