"""What the fields of an entry say that cannot be so: names run together, codes of no country or language.

`entries` reports what it cannot read; here stands what can be read, and is wrong all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from macros.bibliography.entries import RawEntry
from macros.bibliography.fields import FOREIGN_FIELDS, NAME_FIELDS, PLAIN_FIELDS, TEXT_FIELDS
from macros.bibliography.references import LATIN, Person, Reference, Versions
from macros.languages import code_of, known_languages, language
from macros.problems import Place, Problem, nearest

# Names that biblatex has for languages, to their codes (ISO 639-1), beside those of the language files.
_LANGUAGES = MappingProxyType(
    {
        "arabic": "ar", "armenian": "hy", "austrian": "de", "azerbaijani": "az", "belarusian": "be",
        "bulgarian": "bg", "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl",
        "estonian": "et", "farsi": "fa", "finnish": "fi", "french": "fr", "francais": "fr", "georgian": "ka",
        "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "italian": "it",
        "japanese": "ja", "kirghiz": "ky", "korean": "ko", "kyrgyz": "ky", "latin": "la", "latvian": "lv",
        "lithuanian": "lt", "mongolian": "mn", "naustrian": "de", "ngerman": "de", "norwegian": "no",
        "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro", "serbian": "sr",
        "slovak": "sk", "slovene": "sl", "slovenian": "sl", "spanish": "es", "swedish": "sv", "tajik": "tg",
        "tatar": "tt", "turkish": "tr", "turkmen": "tk", "ukrainian": "uk", "urdu": "ur", "uyghur": "ug",
        "uighur": "ug", "uzbek": "uz",
    }
)  # fmt: skip
# What looks like a code of a language and is that of a country.
_COUNTRY_AS_LANGUAGE = MappingProxyType({"kz": "kk", "kg": "ky", "jp": "ja", "cn": "zh", "ua": "uk"})
# One letter with its stop, or a pair that stands for one Cyrillic letter; but no "St." and no "Jr.".
_INITIALS = re.compile(r"(?:(?:[^\W\d_]|[Zz]h|[KkCcSs]h|[Tt]s|[Yy][aeou])\.[ \u00a0-]?)+")
_MANY = "write each as Family, Given Patronymic and put “and” between two of them"

# A finding: the field, what is wrong with it, how to mend it.
_Findings = Iterator[tuple[str, str, str]]


def language_tag(name: str) -> str:
    """Return the code of a language that biblatex names ("french" → "fr"); what is none stays as it is."""
    return _LANGUAGES.get(name, name)


def check(
    entry: RawEntry, reference: Reference, entries: Mapping[str, RawEntry], shown: str
) -> tuple[Problem, ...]:
    """Return what is wrong in an entry that has been read.

    Args:
        entry: the entry as it stands in the file.
        reference: what was made of it.
        entries: all entries by key in small letters, for `crossref`.
        shown: the path of the file.
    """
    found = (
        *_names(reference), *_language(entry), *_fields(entry), *_codes(reference),
        *_parent(entry, entries),
    )  # fmt: skip
    return tuple(
        Problem(Place(shown, entry.lines.get(name, entry.line)), f'"{entry.key}": {what}', mend)
        for name, what, mend in found
    )


def _names(reference: Reference) -> _Findings:
    roles = {
        "author": reference.authors,
        "editor": reference.editors,
        "translator": reference.translators,
        "interviewer": reference.interviewers,
    }
    for role, people in roles.items():
        for name, person in _people(role, people):
            if not person.is_organization and (fault := _fault_of_name(person)):
                yield name, f"{name} has {fault} “{person.family}”", _MANY


def _people(role: str, people: Versions[tuple[Person, ...]]) -> Iterator[tuple[str, Person]]:
    for person in people.original:
        yield role, person
    for code, form in people.items():
        for person in form:
            yield f"{role}_{code}", person


def _fault_of_name(person: Person) -> str:
    """Say what is wrong with a name; BibTeX reads "Иванов И. И." and "А, Б; В, Г" as something else."""
    if "," in person.family:
        return "too many commas in"
    if ";" in f"{person.family}{person.suffix}{person.given}":
        return "a semicolon after"
    if _has_initials(person.family):
        return "initials for a family name,"
    return "a comma too many after" if _has_initials(person.suffix) else ""


def _has_initials(words: str) -> bool:
    return any(_INITIALS.fullmatch(word) for word in words.split())


def _language(entry: RawEntry) -> _Findings:
    name = entry.fields.get("langid", "").strip("{} ").casefold()
    is_code = re.fullmatch(r"[a-z]{2,3}(?:-[a-z]{2,8})*", name) and name not in _COUNTRY_AS_LANGUAGE
    is_readable = re.fullmatch(r"[a-z]{2,}(?:-[a-z]{2,8})*", name)
    if not is_readable or is_code or code_of(name) or name in _LANGUAGES:
        return
    ours = [word for code in known_languages() for word in language(code).bibliography_names]
    near = _COUNTRY_AS_LANGUAGE.get(name) or nearest(name, [*ours, *_LANGUAGES])
    hint = f'did you mean "{near}"?' if near else "write for example kazakh, russian or english"
    yield "langid", f'there is no language "{name}"', hint


def _fields(entry: RawEntry) -> _Findings:
    """Find fields with the ending of a language that are no fields of ours."""
    with_forms = TEXT_FIELDS | NAME_FIELDS | {"url"}
    for name in entry.fields:
        base, _, ending = name.rpartition("_")
        if ending not in (*known_languages(), LATIN) or base in with_forms | FOREIGN_FIELDS:
            continue
        if base in PLAIN_FIELDS:
            yield name, f"{name} is not read: {base} has no forms", f"write {base} = {{…}}"
        elif near := get_close_matches(base, sorted(with_forms), n=1, cutoff=0.75):
            yield name, f"unknown field {name}", f"did you mean {near[0]}_{ending}?"


def _codes(reference: Reference) -> _Findings:
    named = {"country": reference.countries, "jurisdiction": (reference.jurisdiction,)}
    for name, codes in named.items():
        for code in codes:
            if code and not re.fullmatch(r"[a-z]{2}", code):
                mend = "write the two small letters of ISO 3166: kz, kg, ru, uz"
                yield name, f'{name} "{code}" is no code of a country', mend


def _parent(entry: RawEntry, entries: Mapping[str, RawEntry]) -> _Findings:
    key = entry.fields.get("crossref", "")
    if key and key.casefold() not in entries:
        near = nearest(key, [other.key for other in entries.values()])
        hint = f'did you mean "{near}"?' if near else "add the entry, or take crossref out"
        yield "crossref", f'crossref names no entry "{key}"', hint
