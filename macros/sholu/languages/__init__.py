"""What languages are to Sholu: words, alphabets, dates and romanization, read from files `<code>.toml`.

An open set. Files come from Sholu, from installed packages (entry points of the group `sholu.languages`,
each of which names a package with such files), and from the folder `languages/` of a review; a language
without any has what CLDR knows of it, and English words. Knows nothing of references or pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib import metadata, resources
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from sholu.languages import chain, cldr
from sholu.languages.casing import as_sentence, capitalized, folded, lower, lowered, upper
from sholu.languages.files import FOLDER, NBSP, File, Words, list_of_sholu, of_sholu
from sholu.languages.model import Inflection, Language, worded
from sholu.languages.romanization import OTHER_LETTERS, Romanization
from sholu.languages.scripts import is_written_in
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.values import State, field, replace

__all__ = [
    "ALWAYS", "DASHES", "FALLBACK_LANGUAGE", "FOLDER", "HYPHENS", "NBSP", "Inflection", "Language", "Words",
    "as_sentence", "available_languages", "capital_words", "capitalized", "code_of", "folded",
    "function_words", "in_use", "incomplete", "is_written_in", "kept", "known_languages", "language",
    "languages_with_systems", "lower", "lowered", "missing_words", "own_list", "own_words", "reading_words",
    "romanized", "systems_of", "upper", "use", "worded", "written_as",
]  # fmt: skip

# As they come out of other files; the plain hyphen stands last, where no set of signs takes it for a range.
HYPHENS = "\u2010\u2011-"
DASHES = f"–—\u2212{HYPHENS}"
# Cyrillic of a work whose language is not known is romanized as Russian, in which most of it is written.
FALLBACK_LANGUAGE = "ru"
# The languages that authors and their bibliographies may use words of in any review.
ALWAYS = ("en", "kk", "ru")
GROUP = "sholu.languages"
OWN_FOLDER = "languages"
_CODE = regex(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_Function = TypeVar("_Function", bound=Callable[..., Any])
_forgetting: list[Callable[[], None]] = []


def kept(function: _Function) -> _Function:
    """Keep what a function says until other languages are used (`use`)."""
    keeping = lru_cache(maxsize=20_000)(function)
    _forgetting.append(keeping.cache_clear)
    return cast("_Function", keeping)


class _InUse(State):
    """The languages of the review at hand; a process has one at a time."""

    codes: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, File] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


_in_use = _InUse()


def use(texts: Mapping[str, str] = MappingProxyType({}), codes: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Take the languages of a review for those in use, in place of another's; tell what is wrong there.

    Args:
        texts: its own files of languages, by their path in the review ("languages/uz.toml").
        codes: its languages.
    """
    codes = tuple(dict.fromkeys(codes))
    if (codes, texts) == (_in_use.codes, _in_use.texts):
        return _in_use.problems
    # What is kept knows the codes by `known_languages` alone, which is the same for any of `ALWAYS`.
    if texts != _in_use.texts or _known(codes) != _known(_in_use.codes):
        for forget in _forgetting:
            forget()
    problems: list[Problem] = []
    files: dict[str, File] = {}
    for path, text in sorted(texts.items()):
        code = path.rpartition("/")[2].removesuffix(".toml")
        short = cldr.shortest_code(code) if len(code) == len("kaz") and code not in codes else ""
        if short or not path.endswith(".toml") or not _CODE.fullmatch(code):
            problems.append(problem("W005", Place(path), near=short and f"{short}.toml"))
            continue
        files[code] = File(text, path)
        problems += files[code].problems
    _in_use.codes, _in_use.texts, _in_use.files = codes, dict(texts), files
    for code in codes:
        if not _own_layers(code):
            problems.append(problem("W006", Place("mkdocs.yml"), code=code))
    _in_use.problems = tuple(problems)
    return _in_use.problems


def in_use() -> tuple[tuple[str, ...], Mapping[str, str], tuple[str, ...]]:
    """Return what languages are made of beside Sholu's files: codes and texts of the review, and files of
    packages.
    """
    return _in_use.codes, _in_use.texts, tuple(_packages().values())


@cache
def _sholus() -> frozenset[str]:
    """Return the codes of Sholu's own files."""
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


@cache
def _packages() -> Mapping[str, str]:
    """Return where the files of installed packages lie, by code."""
    found: dict[str, str] = {}
    for entry in metadata.entry_points(group=GROUP):
        try:
            every = {
                one.name.removesuffix(".toml"): str(one) for one in resources.files(entry.value).iterdir()
            }
        except (ImportError, OSError, TypeError, ValueError):
            # A package that is broken has no languages; the review is not to blame.
            continue
        found |= {
            code: path for code, path in every.items() if path.endswith(".toml") and _CODE.fullmatch(code)
        }
    return MappingProxyType(found)


@cache
def _file(path: str) -> Mapping[str, Any]:
    return File(Path(path).read_text(encoding="utf-8"), path).data


def _layers(code: str) -> list[Mapping[str, Any]]:
    """Return what the files of just this code hold: the review's own, a package's, Sholu's."""
    return [*_others_layers(code), *([of_sholu(code)] if code in _sholus() else [])]


def _others_layers(code: str) -> list[Mapping[str, Any]]:
    layers: list[Mapping[str, Any]] = []
    if code in _in_use.files:
        layers.append(_in_use.files[code].data)
    if code in _packages():
        layers.append(_file(_packages()[code]))
    return layers


def _own_layers(code: str) -> list[Mapping[str, Any]]:
    """Return what files hold of a language: for pt-BR those of pt too, if the script is one."""
    base = code.partition("-")[0]
    layers = _layers(code)
    if base != code and cldr.usual_script(base) == cldr.usual_script(code):
        layers += _layers(base)
    return layers


def reading_words(code: str, kind: str) -> tuple[str, ...]:
    """Return the words of a kind in the section `reading` of a language; all else of it is left unread.

    Those of a language without its region (pt of pt-BR) count too.
    """
    return _words_in(code, "reading", kind)


def function_words(code: str) -> tuple[str, ...]:
    """Return the words that no text of a language does without; all else of it is left unread."""
    return _words_in(code, "orthography", "function_words")


def capital_words(code: str, kind: str) -> tuple[str, ...]:
    """Return words by which titles with capitals are read (`languages/capitals`); all else is left unread."""
    return _words_in(code, "capitals", kind)


def _words_in(code: str, section: str, name: str) -> tuple[str, ...]:
    for one in dict.fromkeys((code, code.partition("-")[0])):
        for layer in _others_layers(one):
            if name in layer.get(section, ()):
                return tuple(layer[section][name])
        if one in _sholus() and (words := list_of_sholu(one, section, name)) is not None:
            return words
    return ()


def own_words(code: str, section: str) -> Mapping[str, str]:
    """Return the words of a section of a language's own file; its CLDR data need not be loaded."""
    layers = (layer.get(section, {}) for layer in reversed(_own_layers(code)))
    return {name: words for layer in layers for name, words in layer.items()}


def own_list(code: str, name: str) -> tuple[str, ...]:
    """Return the words that a language's own file lists by a name, none if it lists none; as `own_words`."""
    return next((tuple(layer[name]) for layer in _own_layers(code) if name in layer), ())


@kept
def available_languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a file, in alphabetical order."""
    return tuple(sorted({*_sholus(), *_packages(), *_in_use.files}))


@kept
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages in use, in alphabetical order: those of the review, and `ALWAYS`."""
    return _known(_in_use.codes)


def _known(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({*ALWAYS, *codes}))


@kept
def language(code: str) -> Language:
    """Return a language; one that has no file has English words."""
    own = _own_layers(code)
    fallback = next((layer["fallback"] for layer in own if "fallback" in layer), "")
    others = _own_layers(fallback) if fallback and fallback != code else []
    return chain.build(code, own, others, fallback)


def missing_words(code: str) -> tuple[str, ...]:
    """Name the words of a language that no file of it has: "interface.copied"."""
    return chain.missing(code, _own_layers(code))


def incomplete() -> tuple[Problem, ...]:
    """Tell of each language of the review's own which words it lacks."""
    problems = []
    for code, file in sorted(_in_use.files.items()):
        if words := missing_words(code):
            place = Place(file.path)
            problems.append(problem("W008", place, count=len(words), words=", ".join(words)))
    return tuple(problems)


@kept
def by_letters(code: str, words: str) -> str:
    """Return the form of a language that has the letters of some words: uz-Cyrl of Uzbek ones in Cyrillic."""
    if is_written_in(language(code).script, words):
        return code
    whole = code.split("-", maxsplit=1)[0]
    forms = [one for one in available_languages() if one.split("-")[0] == whole]
    return next((one for one in forms if is_written_in(language(one).script, words)), code)


def written_as(code: str) -> str:
    """Return the language whose tables write a text of a language in Latin letters."""
    return code if language(code).romanizations else FALLBACK_LANGUAGE


@kept
def romanized(text: str, code: str, system: str = "") -> str:
    """Write a text of the language `code` in Latin letters; one that is so already is returned as it is.

    Args:
        text: the text.
        code: its language.
        system: the name of a romanization; "" is the default one.
    """
    if is_written_in("Latn", text):
        return text
    return _table(written_as(by_letters(code, text)), system).write(text)


@kept
def _table(code: str, system: str) -> Romanization:
    """Return a table, with the letters that it lacks of others: a Russian work may have a Kazakh author."""
    own = language(code)
    table = own.romanizations[system or own.default_system]
    letters = dict(OTHER_LETTERS)
    for other in map(language, known_languages()):
        theirs = other.romanizations[other.default_system].letters if other.romanizations else {}
        letters |= {one: theirs[one] for one in other.alphabet if one in theirs and one not in letters}
    opening = table.opening.union(*(language(known).vowels for known in known_languages()))
    return replace(table, letters=MappingProxyType(letters | dict(table.letters)), opening=opening)


@kept
def code_of(bibliography_name: str) -> str:
    """Return the code of the language that `langid` names ("kazakh", "kk", "kk-KZ"), or ""."""
    name = bibliography_name.strip().casefold()
    for code in known_languages():
        if name in language(code).bibliography_names or name.split("-")[0] == code:
            return code
    code = name.split("-")[0]
    return code if code in available_languages() else cldr.code_named(name)


def systems_of(code: str) -> tuple[str, ...]:
    """Return the names of the systems by which a language is written in Latin letters."""
    return tuple(language(code).romanizations)


def languages_with_systems() -> tuple[str, ...]:
    """Return the languages in use that have such a system."""
    return tuple(code for code in known_languages() if systems_of(code))
