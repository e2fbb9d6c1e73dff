"""A work that is not in references.bib yet, and the entry that it becomes there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from sholu.bibliography.institutions import is_institution
from sholu.bibliography.tex_writer import escaped
from sholu.bibliography.typed_words import of_words
from sholu.regexes import regex
from sholu.values import Value, field

# The order of fields in an entry; what is not named comes after, as it came.
_ORDER = (
    "author", "editor", "translator", "interviewer", "title", "subtitle", "shorttitle", "journal",
    "booktitle", "series", "edition", "institution", "address", "publisher", "type", "field", "kind",
    "jurisdiction", "date", "year", "month", "volume", "number", "pages", "pagetotal", "doi", "isbn",
    "issn", "url", "urldate", "langid",
)  # fmt: skip
# Nothing in them is TeX.
_ADDRESSES = frozenset({"doi", "url", "urldate", "date", "year", "month", "langid", "isbn", "issn"})
# Words of small letters that part a list of persons: one name that holds them stands in braces.
_LABEL = of_words(r"^<<volume>>\.?\s?(?=\d)", re.IGNORECASE)
_AND = regex(r"\b(?:and|others)\b", re.IGNORECASE)


class Name(Value):
    """A person or an institution, as a record of another program or a line of a list names it."""

    family: str
    given: str = ""
    suffix: str = ""
    is_institution: bool = False

    @property
    def in_bibtex(self) -> str:
        """The name as BibTeX has it: "Family, Given", "{Institution}"."""
        if self.is_institution:
            return f"{{{escaped(self.family)}}}"
        family = escaped(self.family)
        if "," in self.family or _AND.search(self.family):
            family = f"{{{family}}}"
        return ", ".join(filter(None, (family, escaped(self.suffix), escaped(self.given))))


class Draft(Value):
    """A work: its type of BibTeX, its fields as text (`fields`), persons by role (`names`).

    `raw` holds fields that are BibTeX already. `key` is the one that it came with, `and_others` the roles of
    which some alone are named. `doubts` say what nobody could read, `original` the line that was read.
    """

    type: str
    fields: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    raw: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    and_others: frozenset[str] = frozenset()
    doubts: tuple[str, ...] = ()
    original: str = ""

    @property
    def year(self) -> str:
        """The year in its fields, "" if they tell none."""
        return (self.fields.get("date") or self.fields.get("year") or "")[:4]

    def in_bibtex(self) -> dict[str, str]:
        """Return the fields as references.bib has them, in their order."""
        written = {
            role: " and ".join(
                [name.in_bibtex for name in people] + (["others"] if role in self.and_others else [])
            )
            for role, people in self.names.items()
            if people
        }
        for name, words in self.fields.items():
            text = " ".join(words.split())
            if text:
                written[name] = text if name in _ADDRESSES else escaped(text)
        if "pages" in written:
            written["pages"] = re.sub(r"\s*[-–—]+\s*", "--", written["pages"])
        written |= {name: value for name, value in self.raw.items() if value.strip()}
        order = {name: position for position, name in enumerate(_ORDER)}
        return dict(sorted(written.items(), key=lambda one: order.get(one[0].partition("_")[0], len(order))))


def fingerprint(draft: Draft) -> str:
    """Return what a work is known by while its paper is read: the same for what says the same of it."""
    told = repr((draft.type, sorted(draft.fields.items()), sorted(draft.names.items())))
    return f"work-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def entry(draft: Draft, key: str) -> str:
    """Write the entry of a work, with what is doubtful in comments before it.

    Args:
        draft: the work.
        key: its key in references.bib.
    """
    fields = draft.in_bibtex()
    width = max(map(len, fields), default=0)
    remarks = [f"% {' '.join(words.split())}" for words in (draft.original, *draft.doubts) if words]
    lines = [*remarks, f"@{draft.type}{{{key},"]
    lines += [f"  {name:<{width}} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([*lines, "}", ""])


def named(words: str) -> Name:
    """Read one name as it is written by most programs: "Family, Given", "Given Family", an institution."""
    text = " ".join(words.replace("{", "").replace("}", "").split()).strip(" ,;")
    if is_institution(text) or words.strip().startswith("{"):
        return Name(text, is_institution=True)
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        given, _, family = text.rpartition(" ")
        return Name(family, given)
    if len(parts) > 2:  # noqa: PLR2004 -- "King, Martin L., Jr." has three
        return Name(parts[0], parts[1], ", ".join(parts[2:]))
    return Name(parts[0], parts[1])


def joined_pages(first: str, last: str) -> str:
    """Join the first and the last page, which some programs keep apart."""
    first, last = first.strip(), last.strip()
    return f"{first}-{last}" if last and last != first and "-" not in first else first


def drop_empty(fields: Mapping[str, str | None]) -> dict[str, str]:
    """Return the fields that say something."""
    return {name: words.strip() for name, words in fields.items() if words and words.strip()}


def first_of(*values: str | None) -> str:
    """Return the first of several values that says something."""
    return next((value for value in values if value and value.strip()), "")


def without_label(words: str) -> str:
    """Return a number without the word before it: "Volume 523", «Т. 3»."""
    return _LABEL.sub("", words.strip())


def dated(words: str) -> dict[str, str]:
    """Return a date as fields: 2019, 2019/05/12, 2019-05; what is none of these gives its year."""
    found = re.match(r"\s*(\d{4})(?:[/.-](\d{1,2}))?(?:[/.-](\d{1,2}))?(?!\d)", words)
    if not found:
        alone = re.search(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)", words)
        return {"year": alone[0]} if alone else {}
    year, month, day = found.groups()
    if month and 1 <= int(month) <= 12:  # noqa: PLR2004 -- months
        day = f"-{int(day):02}" if day and 1 <= int(day) <= 31 else ""  # noqa: PLR2004 -- days
        return {"date": f"{year}-{int(month):02}{day}"}
    return {"year": year}


def unique(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return names in order, each once, those that say nothing left out."""
    return tuple(dict.fromkeys(name for name in names if name.family))
