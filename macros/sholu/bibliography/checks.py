"""What the fields of an entry say that cannot be so: codes of no country, slips in names of fields.

`entries` reports values that it cannot read; here stands what can be read, and is wrong all the same. A field
that is not read is not judged, but if its name is a slip of one that is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from sholu.bibliography.field_reader import forms
from sholu.bibliography.fields import FOREIGN_FIELDS, NAME_FIELDS, PLAIN_FIELDS, TEXT_FIELDS
from sholu.bibliography.inheritance import Inheritance
from sholu.bibliography.language_names import COUNTRIES, NAMES, called, code_of_language
from sholu.bibliography.limits import SHORTEST_SHOUTED
from sholu.bibliography.name_checks import Findings, name_findings
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import Reference
from sholu.bibliography.tex import plain_text
from sholu.bibliography.values import is_country
from sholu.languages import capitalized, cldr, known_languages, language, lower
from sholu.languages.look_alikes import mixed_words
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

# A field is taken for a slip of one of ours if it is not too short and comes near enough (difflib).
SHORTEST_SLIP = 3
NEAREST_SLIP = 0.8
# What stands before the ending of a language may be further off, since the ending says that it is ours.
NEAREST_BASE = 0.75

_READ_FIELDS = PLAIN_FIELDS | TEXT_FIELDS | NAME_FIELDS
_LONGEST_SHOWN = 200
_WORDS = regex(r"([^\W\d_]+)")
_ROMAN = regex(r"[IVXLC]+")
_KEY_FAULT = regex(r"[\s{}@,;\"'\\]")
_KAZAKH_LETTERS = regex("[әғқңұүөһ]", re.IGNORECASE)
_UKRAINIAN_LETTERS = regex("[єїґ]", re.IGNORECASE)
_KAZAKHSTAN = regex(r"https?://[\w.-]+\.kz\b")
# Fields whose words readers see, letter by letter.
_SHOWN = frozenset(
    {"title", "subtitle", "author", "editor", "journal", "journaltitle", "booktitle", "publisher"}
)


def check(entry: RawEntry, reference: Reference, inheritance: Inheritance, shown: str) -> tuple[Problem, ...]:
    """Return what is wrong in an entry that has been read.

    Args:
        entry: the entry as it stands in the file.
        reference: what was made of it.
        inheritance: all entries of the file.
        shown: the path of the file.
    """
    found = [
        problem(code, Place(shown, entry.lines.get(name, entry.line)), key=entry.key, **values)
        for code, name, values in (
            *_key(entry), *name_findings(entry, reference), *_language(entry, inheritance), *_fields(entry),
            *_codes(entry), *_parents(entry, inheritance), *_letters(entry), *_capitals(reference),
        )
    ]  # fmt: skip
    # Of a broken entry the title may be in the part that could not be read; the host of an article is enough.
    is_known = reference.title or reference.description or reference.is_personal or reference.container
    if not (is_known or entry.is_broken):
        found.append(problem("B020", Place(shown, entry.line), key=entry.key))
    return tuple(found)


def _key(entry: RawEntry) -> Findings:
    if _KEY_FAULT.search(entry.key):
        yield "B010", "", {}


def _language(entry: RawEntry, inheritance: Inheritance) -> Findings:
    name = "langid" if entry.fields.get("langid", "").strip("{} ") else "language"
    given = entry.fields.get(name, "").strip("{} ")
    given = plain_text(given) if "\\" in given else given
    if code := code_of_language(given):
        if code == "uk" and (sign := _kazakh_sign(entry)):
            yield "B074", name, {"field": name, "given": sign}
        return
    if not given:
        return
    folded = given.casefold()
    if not re.fullmatch(r"[^\W\d_]{2,}(?:-[a-z]{2,8})*", folded):
        yield "B024", name, {"field": name, "given": given}
        return
    near = COUNTRIES.get(folded) or inheritance.meant(folded, _names_of_languages)
    yield "B025", name, {"given": folded, "near": near}


def _names_of_languages() -> list[str]:
    ours = [word for code in known_languages() for word in language(code).bibliography_names]
    return [*ours, *NAMES, *called()]


def _kazakh_sign(entry: RawEntry) -> str:
    """Return what shows that a work called Ukrainian is Kazakh, as journals' platforms export them; or ""."""
    title = entry.fields.get("title", "")
    if _KAZAKH_LETTERS.search(title):
        return title
    address = _KAZAKHSTAN.search(entry.fields.get("url", ""))
    return address[0] if address and not _UKRAINIAN_LETTERS.search(title) else ""


def _fields(entry: RawEntry) -> Findings:
    """Find fields that stand twice, and fields that look like ours and are none."""
    for name in entry.repeated:
        if name.partition("_")[0] in _READ_FIELDS:
            yield "B026", name, {"field": name}
    for name in entry.fields:
        if not name.isascii():
            # «журнал»: no program has such fields, and its value would be lost.
            yield "B130", name, {"field": name}
        elif name not in _READ_FIELDS and name not in FOREIGN_FIELDS:
            found = _strange_field(name, forms())
            if found is not None:
                code, values = found
                yield code, name, {"field": name, **values}


# A file of thousands of entries has some dozens of names of fields.
@lru_cache(maxsize=4096)
def _strange_field(name: str, endings: tuple[str, ...]) -> tuple[str, Mapping[str, str]] | None:
    """Say what is wrong with the name of a field, None if it may be another program's."""
    with_forms = TEXT_FIELDS | NAME_FIELDS | {"url"}
    base, _, ending = name.rpartition("_")
    if base in with_forms:
        if ending in endings:
            return None
        return "B027", {"known": ", ".join(f"{base}_{one}" for one in endings)}
    if ending not in endings:
        near = _near_field(name)
        return ("B028", {"near": near}) if near else None
    if base in PLAIN_FIELDS:
        return "B029", {"base": base}
    if base in FOREIGN_FIELDS:
        return None
    near_base = get_close_matches(base, sorted(with_forms), n=1, cutoff=NEAREST_BASE)
    return ("B028", {"near": f"{near_base[0]}_{ending}"}) if near_base else None


def _near_field(name: str) -> str:
    """Return the field of ours that an unknown one is a slip of, or ""."""
    alike = [own for own in sorted(_READ_FIELDS) if own[0] == name[0] and abs(len(own) - len(name)) <= 1]
    swapped = [own for own in alike if sorted(own) == sorted(name)]
    near = swapped or get_close_matches(name, alike, n=1, cutoff=NEAREST_SLIP)
    return near[0] if near and name.isalpha() and len(name) > SHORTEST_SLIP else ""


def _capitals(reference: Reference) -> Findings:
    """Find a title in capitals alone, as eLIBRARY has them: only a person knows its names."""
    words = reference.title.original
    if not words.isupper() or " " not in words or len(words) < SHORTEST_SHOUTED:
        return
    if sum(word.lower() != word for word in _WORDS.findall(words)) < 2:  # noqa: PLR2004 -- one is an abbreviation
        # “GDP 增长与政策分析研究的历史问题” has no other letters that could be small.
        return
    code = reference.language
    right = capitalized(lower(words, code), code)
    for name in cldr.proper_names(code) if code else ():
        if (small := lower(name, code)) in right:
            right = re.sub(rf"\b{re.escape(small)}(?=\w{{0,3}}\b)", name, right)
    right = "".join(
        shouted if _ROMAN.fullmatch(shouted) else small
        for shouted, small in zip(_WORDS.split(words), _WORDS.split(right), strict=True)
    )
    yield "B096", "title", {"field": "title", "right": right[:_LONGEST_SHOWN]}


def _codes(entry: RawEntry) -> Findings:
    for name in ("country", "jurisdiction"):
        if name not in entry.fields:
            continue
        for code in re.split(r"\s*[,;]\s*", entry.fields[name].strip("{} ")):
            shown = code.casefold() if name == "jurisdiction" else code
            if code and not is_country(shown):
                yield "B030", name, {"field": name, "given": code}


def _parents(entry: RawEntry, inheritance: Inheritance) -> Findings:
    if "crossref" not in entry.fields and "xdata" not in entry.fields:
        return
    if entry.fields.get("crossref", "").casefold() == entry.key.casefold():
        yield "B034", "crossref", {}
    for name, key in inheritance.lost(entry):
        near = inheritance.nearest(key)
        # A volume whose name is that of the whole and a number is not its own whole.
        is_other = near.casefold() != entry.key.casefold()
        yield "B035", name, {"field": name, "given": key, "near": near if is_other else ""}


def _letters(entry: RawEntry) -> Findings:
    """Find letters that look like those beside them and are of another script: no search finds them."""
    for found in () if entry.key.isascii() else mixed_words(entry.key):
        letters = ", ".join(f"{one} (U+{ord(one):04X})" for one in found.letters)
        yield "B129", "", {"letters": letters, "right": entry.key.replace(found.word, found.right)}
    for name, value in entry.fields.items():
        if not value.isascii() and name.partition("_")[0] in _SHOWN:
            for found in mixed_words(value):
                values = {"letters": f"@@{found.script}_letters", "given": ", ".join(found.letters)}
                yield "B040", name, {"word": found.word, "field": name, **values}
