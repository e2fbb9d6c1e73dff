"""What the fields of an entry say that cannot be so: names run together, codes of no country or language.

`entries` reports values that it cannot read; here stands what can be read, and is wrong all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from sholu.bibliography.fields import FOREIGN_FIELDS, LANGUAGES, NAME_FIELDS, PLAIN_FIELDS, TEXT_FIELDS
from sholu.bibliography.people import PATRONYMIC
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import LATIN, Person, Reference, Versions
from sholu.languages import code_of, kept, known_languages, language
from sholu.problems import Place, Problem, nearest

# What looks like a code of a language and is that of a country.
_COUNTRY_AS_LANGUAGE = MappingProxyType({"kz": "kk", "kg": "ky", "jp": "ja", "cn": "zh", "ua": "uk"})
# One letter with its stop, or a pair that stands for one Cyrillic letter; but no "St." and no "Jr.".
_INITIALS = re.compile(r"(?:(?:[^\W\d_]|[Zz]h|[KkCcSs]h|[Tt]s|[Yy][aeou])\.[ \u00a0-]?)+")
# A stop or a space parts the word and the number: C12 is a page of a supplement.
_WORD_BEFORE = re.compile(r"(№(?=\s*\d)|[^\W\d_]+(?=(?:\.\s*|\s+)\d))")
_WORD_BEHIND = re.compile(r"\d(?:\s+|-)([^\W\d_]+)\.?$")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_MANY = "write each as Family, Given Patronymic and put “and” between two of them"

# A field is taken for a slip of one of ours if it is not too short and comes near enough (difflib).
SHORTEST_SLIP = 3
NEAREST_SLIP = 0.8
# What stands before the ending of a language may be further off, since the ending says that it is ours.
NEAREST_BASE = 0.75

_AND = re.compile(r"\s+and\s+(?![^{]*\})", re.IGNORECASE)

# A finding: the code, the field, what is wrong with it, how to mend it.
_Findings = Iterator[tuple[str, str, str, str]]


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
    names = tuple(_names(reference))
    found = (
        *_key(entry), *_title(entry, reference), *names, *_language(entry), *_fields(entry),
        *_codes(reference), *_parent(entry, entries), *_numbers(reference), *_institutions(entry, names),
        *_check_digits(reference),
    )  # fmt: skip
    return tuple(
        Problem(Place(shown, entry.lines.get(name, entry.line)), code, f'"{entry.key}": {what}', mend)
        for code, name, what, mend in found
    )


def _key(entry: RawEntry) -> _Findings:
    if re.search(r"[\s{}@,;\"'\\]", entry.key):
        yield (
            "B010",
            "",
            "no citation can name this key",
            "make it of letters, digits and the signs - _ : . + /",
        )


def _title(entry: RawEntry, reference: Reference) -> _Findings:
    # Of a broken entry the title may be in the part that could not be read.
    if not (reference.title or reference.description or reference.is_personal or entry.is_broken):
        mend = "add title = {…}; if nobody knows it, say what the work is in description_kk, _ru and _en"
        yield "B020", "", "the entry has no title", mend


def _names(reference: Reference) -> _Findings:
    for role in sorted(NAME_FIELDS):
        people = reference.people(role)
        yield from _number_of_names(role, people)
        for name, person in _people(role, people):
            if fault := _fault_of_name(person):
                yield "B022", name, f"{name} has {fault}", _MANY


def _number_of_names(role: str, people: Versions[tuple[Person, ...]]) -> _Findings:
    for code, form in people.items():
        if people.original and len(form) != len(people.original):
            what = f"{role}_{code} has {len(form)} names, {role} has {len(people.original)}"
            mend = "give the same persons in the same order, with “and” between them"
            yield "B021", f"{role}_{code}", what, mend


def _people(role: str, people: Versions[tuple[Person, ...]]) -> Iterator[tuple[str, Person]]:
    for person in people.original:
        yield role, person
    for code, form in people.items():
        for person in form:
            yield f"{role}_{code}", person


def _fault_of_name(person: Person) -> str:
    """Say what is wrong with a name; BibTeX reads "Иванов И. И." and "А, Б; В, Г" as something else."""
    if not person.family.strip(" .,"):
        return "a name without a family name"
    if person.is_organization:
        return ""
    words = f"{person.particle} {person.family} {person.given}".split()
    faults = {
        f"too many commas in “{person.family}”": "," in person.family,
        f"a semicolon after “{person.family}”": ";" in f"{person.family}{person.suffix}{person.given}",
        "an “and” with no name beside it": "and" in words,
        f"initials for a family name, “{person.family}”": _has_initials(person.family),
        f"small letters for a name, “{person.family}” (an institution takes double braces: {{{{…}}}})": (
            person.family.islower()
        ),
        f"a patronymic for a family name, “{person.family}”": _is_patronymic(person),
        f"a suffix in the family name “{person.family}”, which stands between commas: King, Jr., Martin": (
            bool(person.given) and person.family.split()[-1].strip(".").casefold() in _SUFFIXES
        ),
        # A suffix is one word, "Jr."; the rest of another name has more: "Smith, J. & Lee, K."
        f"a comma too many after “{person.family}”": " " in person.suffix or _has_initials(person.suffix),
    }
    return next((fault for fault, is_there in faults.items() if is_there), "")


def _institutions(entry: RawEntry, told: Collection[tuple[str, str, str, str]]) -> _Findings:
    """Find institutions that stand without braces, and so are read as persons: World Bank → Bank, W.

    Args:
        entry: the entry.
        told: what was said of its names already; of one name nothing is said twice.
    """
    for name, value in entry.fields.items():
        if name.partition("_")[0] not in NAME_FIELDS:
            continue
        parts = [" ".join(part.split()) for part in _AND.split(value)]
        found = [part for part in parts if _is_institution(part)]
        others = [part for part in parts if part not in found]
        if found and others and not set(value) & set(",{") and all(" " not in part for part in others):
            # "Ministry of Trade and Industry" is one institution.
            found = [" and ".join(parts)]
        for part in found:
            if any(field == name and f"“{part.split()[-1]}”" in what for _, field, what, _ in told):
                continue
            mend = f"an institution stands in braces of its own: {name} = {{{{{part}}}}}"
            yield "B023", name, f"“{part}” looks like an institution, and is read as a person", mend


def _is_institution(name: str) -> bool:
    """Tell whether a name without a comma and without braces has a word that institutions have."""
    if set(name) & set(",{="):
        return False
    words = re.findall(r"\w+", name.casefold())
    return len(words) > 1 and any(_institution_words().fullmatch(word) for word in words)


@kept
def _institution_words() -> re.Pattern[str]:
    """Match one of the words of all languages; an asterisk at its end stands for any ending."""
    words = (word for code in known_languages() for word in language(code).institution_words)
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words))


def _is_patronymic(person: Person) -> bool:
    """Tell whether a name was typed as it is spoken, «Ахметов Болат Каримович», with no comma."""
    names = person.given.split()
    is_whole = len(names) > 1 and not person.patronymic and all(name.isalpha() for name in names)
    return is_whole and PATRONYMIC.search(person.family) is not None


def _has_initials(words: str) -> bool:
    return any(_INITIALS.fullmatch(word) for word in words.split())


def _language(entry: RawEntry) -> _Findings:
    given = entry.fields.get("langid", "").strip("{} ")
    name = given.casefold()
    example = "write for example kazakh, russian or english"
    is_code = re.fullmatch(r"[a-z]{2,3}(?:-[a-z]{2,8})*", name) and name not in _COUNTRY_AS_LANGUAGE
    is_readable = re.fullmatch(r"[a-z]{2,}(?:-[a-z]{2,8})*", name)
    if name and not is_readable:
        yield "B024", "langid", f'langid "{given}" names no language', example
    if not is_readable or is_code or code_of(name) or name in LANGUAGES:
        return
    ours = [word for code in known_languages() for word in language(code).bibliography_names]
    near = _COUNTRY_AS_LANGUAGE.get(name) or nearest(name, [*ours, *LANGUAGES])
    hint = f'did you mean "{near}"?' if near else example
    yield "B025", "langid", f'there is no language "{name}"', hint


def _fields(entry: RawEntry) -> _Findings:
    """Find fields that stand twice, and fields that look like ours and are none."""
    for name in entry.repeated:
        yield "B026", name, f"the field {name} stands twice", "keep one of the two"
    for name in entry.fields:
        if name not in FOREIGN_FIELDS | PLAIN_FIELDS | TEXT_FIELDS | NAME_FIELDS:
            yield from _strange_field(name)


def _strange_field(name: str) -> _Findings:
    endings = (*known_languages(), LATIN)
    with_forms = TEXT_FIELDS | NAME_FIELDS | {"url"}
    base, _, ending = name.rpartition("_")
    if base in with_forms:
        if ending not in endings:
            known = ", ".join(f"{base}_{one}" for one in endings)
            yield "B027", name, f"the field {name} names no language that Sholu has", f"known are {known}"
    elif ending not in endings:
        if near := _near_field(name):
            yield "B028", name, f"unknown field {name}", f"did you mean {near}?"
    elif base in PLAIN_FIELDS:
        yield "B029", name, f"{name} is not read: {base} has no forms", f"write {base} = {{…}}"
    elif base not in FOREIGN_FIELDS and (
        found := get_close_matches(base, sorted(with_forms), n=1, cutoff=NEAREST_BASE)
    ):
        yield "B028", name, f"unknown field {name}", f"did you mean {found[0]}_{ending}?"


def _near_field(name: str) -> str:
    """Return the field of ours that an unknown one is a slip of, or ""."""
    ours = PLAIN_FIELDS | TEXT_FIELDS | NAME_FIELDS
    alike = [own for own in sorted(ours) if own[0] == name[0] and abs(len(own) - len(name)) <= 1]
    swapped = [own for own in alike if sorted(own) == sorted(name)]
    near = swapped or get_close_matches(name, alike, n=1, cutoff=NEAREST_SLIP)
    return near[0] if near and name.isalpha() and len(name) > SHORTEST_SLIP else ""


def _codes(reference: Reference) -> _Findings:
    named = {"country": reference.countries, "jurisdiction": (reference.jurisdiction,)}
    for name, codes in named.items():
        for code in codes:
            if code and not re.fullmatch(r"[a-z]{2}", code):
                mend = "write the two small letters of ISO 3166: kz, kg, ru, uz"
                yield "B030", name, f'{name} "{code}" is no code of a country', mend


def _numbers(reference: Reference) -> _Findings:
    """Find words beside numbers, which each language adds itself: "С. 12-15", "256 с.", "№ 3"."""
    fields = (
        ("pages", "page", reference.pages.text),
        ("pagetotal", "page", reference.page_total),
        ("volume", "volume", reference.volume),
        ("number", "", reference.number),
    )
    for name, kind, value in fields:
        found = _WORD_BEFORE.match(value) or _WORD_BEHIND.search(value)
        if found and found[1].casefold() in _words_beside(kind):
            what = f"{name} has the word “{found[1]}” beside its number"
            mend = f"write the number alone, {name} = {{12}}: each language adds its own word"
            yield "B031", name, what, mend


@kept
def _words_beside(kind: str) -> frozenset[str]:
    """Return the words for pages or volumes in all languages; "" asks for those of an issue."""
    if not kind:
        return frozenset({"№", "no", "nr"})
    spoken = (language(code).locator_words.items() for code in known_languages())
    return frozenset(word for words in spoken for word, named in words if named == kind)


def _check_digits(reference: Reference) -> _Findings:
    """Find an ISSN that is none (ISO 3297): a slip in it leads readers to another journal."""
    for issn in filter(None, re.split(r"[,;\s]+", reference.issn)):
        digits = issn.replace("-", "").replace("–", "").upper()
        if not re.fullmatch(r"\d{7}[\dX]", digits):
            yield "B032", "issn", f'"{issn}" is no ISSN', "write eight digits with a hyphen, as in 0317-8471"
        elif sum((8 - place) * _digit(sign) for place, sign in enumerate(digits)) % 11:
            yield "B033", "issn", f'the check digit of the ISSN "{issn}" does not fit', "copy it again"


def _digit(sign: str) -> int:
    return 10 if sign == "X" else int(sign)


def _parent(entry: RawEntry, entries: Mapping[str, RawEntry]) -> _Findings:
    key = entry.fields.get("crossref", "")
    if key.casefold() == entry.key.casefold():
        yield "B034", "crossref", "crossref names the entry itself", "name the book in which the work stands"
    if key and key.casefold() not in entries:
        near = nearest(key, [other.key for other in entries.values()])
        hint = f'did you mean "{near}"?' if near else "add the entry, or take crossref out"
        yield "B035", "crossref", f'crossref names no entry "{key}"', hint
