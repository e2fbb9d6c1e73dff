"""BibTeX and BibLaTeX of others, with one name for each field and none that only machines read."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from sholu.bibliography.bibtex import read_entries
from sholu.bibliography.fields import FOREIGN_FIELDS, KINDS, NAME_FIELDS, PLAIN_FIELDS, TEXT_FIELDS
from sholu.bibliography.institutions import is_abbreviated, is_institution
from sholu.bibliography.language_names import code_of_language, name_of_language
from sholu.bibliography.tex import readable
from sholu.bibliography.values import BETWEEN_NAMES
from sholu.importing.draft import Draft, Name, named

_RENAMED = {
    "journaltitle": "journal", "location": "address", "issue": "number", "school": "institution",
    "numpages": "pagetotal", "annotation": "annote",
}  # fmt: skip
# What programs keep for themselves; keywords of references.bib are topics of the review.
_DROPPED = frozenset(
    {
        "abstract", "annote", "comment", "file", "groups", "keyword", "keywords", "label", "lccn", "library",
        "note", "notes", "options", "owner", "pmcid", "related", "shortjournal", "status", "timestamp",
        "urltitle", "langidopts", "language", "sortkey", "sortyear", "pagination", "indextitle",
    }
)  # fmt: skip
_TYPES = {"phdthesis": ("thesis", "phd"), "mastersthesis": ("thesis", "master"), "techreport": ("report", "")}


def read_bibtex(text: str) -> list[Draft]:
    """Read all entries of a file, those of several languages in our own way as well."""
    with tempfile.TemporaryDirectory(prefix="sholu-") as folder:
        path = Path(folder, "added.bib")
        path.write_text(text, encoding="utf-8", newline="\n")
        entries = read_entries(path)
    return [_draft(entry.type, entry.key, dict(entry.fields)) for entry in entries.values()]


def _draft(type_: str, key: str, given: dict[str, str]) -> Draft:
    fields: dict[str, str] = {}
    doubts: list[str] = []
    for name, value in given.items():
        base, mark, code = name.partition("_")
        own = f"{_RENAMED.get(base, base)}{mark}{code}"
        if base in {"note", "annote", "keywords", "addendum"} and value.strip():
            doubts.append(f"{base}: {readable(value)[0]}")
        if base not in _DROPPED and _is_read(own.partition("_")[0]) and own not in fields:
            fields[own] = " ".join(value.split())
    new_type, thesis = _TYPES.get(type_, (type_ if type_ in KINDS else "misc", ""))
    if thesis:
        fields.setdefault("type", thesis)
    if new_type in {"thesis", "report"} and "publisher" in fields and "institution" not in fields:
        fields["institution"] = fields.pop("publisher")
    _put_language(fields, given)
    _tidy(fields)
    for name in [one for one in fields if one.partition("_")[0] in NAME_FIELDS]:
        fields[name] = _names(fields[name])
    return Draft(new_type, {}, _people(fields), fields, key, doubts=tuple(doubts))


def _tidy(fields: dict[str, str]) -> None:
    """Bring dates, DOIs and pages to one form."""
    if re.fullmatch(r"\d{4}", fields.get("date", "")):
        fields.setdefault("year", fields["date"])
        del fields["date"]
    if "doi" in fields:
        fields["doi"] = re.sub(
            r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", fields["doi"], flags=re.IGNORECASE
        )
        if re.fullmatch(r"https?://(?:dx\.)?doi\.org/.*", fields.get("url", "")):
            del fields["url"]
    if "pages" in fields:
        fields["pages"] = re.sub(r"\s*[-–—]+\s*", "--", fields["pages"])


def _is_read(name: str) -> bool:
    return name in TEXT_FIELDS | NAME_FIELDS | PLAIN_FIELDS | FOREIGN_FIELDS


def _put_language(fields: dict[str, str], given: dict[str, str]) -> None:
    said = given.get("langid") or given.get("language") or ""
    if code := code_of_language(said.strip("{} ")):
        fields["langid"] = name_of_language(code)


def _names(value: str) -> str:
    """Put braces around institutions that stand without: World Bank would be read as Bank, W."""
    return " and ".join(
        f"{{{part}}}"
        if is_abbreviated(part) or (part and is_institution(part) and not set(part) & set("{,="))
        else part
        for part in map(str.strip, BETWEEN_NAMES.split(value))
    )


def _people(fields: dict[str, str]) -> dict[str, tuple[Name, ...]]:
    """Return who is named first for whoever makes a key; what is written stays as it came."""
    role = "author" if fields.get("author") else "editor"
    value = fields.get(role, "")
    first = BETWEEN_NAMES.split(value)[0]
    plain = readable(first)[0]
    if first.startswith("{"):
        return {role: (Name(plain, is_institution=True),)} if plain else {}
    return {role: (named(plain),)} if plain else {}
