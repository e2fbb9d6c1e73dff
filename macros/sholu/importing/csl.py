"""CSL-JSON, as Zotero, pandoc and doi.org write it; what our own export adds is read again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from sholu.bibliography.institutions import is_institution
from sholu.bibliography.language_names import code_of_language, name_of_language
from sholu.importing.draft import Draft, Name, dated, drop_empty, named, unique, without_label
from sholu.importing.typed.line import day_of
from sholu.problems.telling import said
from sholu.regexes import regex

_TYPES = {
    "article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "entry": "inreference", "entry-dictionary": "inreference", "entry-encyclopedia": "inreference",
    "paper-conference": "inproceedings", "proceedings-article": "inproceedings", "thesis": "thesis",
    "report": "report", "webpage": "online", "post": "online", "post-weblog": "online",
    "interview": "interview", "legislation": "legal", "bill": "legal", "legal_case": "legal",
    "treaty": "treaty", "dataset": "dataset", "software": "software", "motion_picture": "movie",
    "broadcast": "video", "song": "audio", "manuscript": "unpublished", "personal_communication": "letter",
    "journal-article": "article", "book-chapter": "incollection", "monograph": "book",
    "edited-book": "collection",
    "patent": "patent", "standard": "standard", "map": "map", "graphic": "image", "musical_score": "music",
    "performance": "performance", "dissertation": "thesis", "review": "review", "review-book": "review",
    "pamphlet": "booklet",
}  # fmt: skip
_PARTS = frozenset({"incollection", "inproceedings", "inreference"})
_ROLES = {
    "author": "author", "editor": "editor", "translator": "translator", "interviewer": "interviewer",
    "collection-editor": "editor", "container-author": "bookauthor", "editorial-director": "editor",
    "director": "director", "compiler": "compiler", "composer": "composer", "illustrator": "illustrator",
    "narrator": "narrator", "performer": "performer", "producer": "producer",
}  # fmt: skip
# What biblatex calls the articles that are told by their day.
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
# Forms in other languages, of which `custom` of our own export tells.
_FORM = regex(
    r"(title|subtitle|shorttitle|description|shorthand|container|series|publisher|institution|place|field|url|note)"
    r"_([a-z]{2,}(?:-[A-Za-z]+)?)"
)


def read_csl(text: str) -> list[Draft]:
    """Read an item or an array of them.

    Raises:
        ValueError: it is no JSON, or no array of items.
    """
    data = json.loads(text)
    if isinstance(data, Mapping) and isinstance(data.get("items"), list):
        data = data["items"]
    if isinstance(data, Mapping) and isinstance(data.get("message"), Mapping):
        data = data["message"]
    items = data if isinstance(data, list) else [data]
    if not all(isinstance(item, Mapping) for item in items):
        raise ValueError(said("add_no_array"))
    return [_draft(item) for item in items]


def _draft(item: Mapping[str, Any]) -> Draft:
    def text(name: str) -> str:
        value = item.get(name, "")
        if isinstance(value, list):
            value = value[0] if value else ""
        return str(value).strip() if isinstance(value, str | int | float) else ""

    type_ = _TYPES.get(text("type"), "misc")
    host = "booktitle" if type_ in _PARTS else "journal"
    body = "institution" if type_ in {"thesis", "report"} else "publisher"
    is_whole = type_ in {"book", "collection"}
    fields = drop_empty(
        {
            "title": _marked(text("title")),
            "shorttitle": _marked(text("title-short") or text("shortTitle")),
            "series" if is_whole and not text("collection-title") else host: _marked(text("container-title")),
            "series": _marked(text("collection-title")) or (text("container-title") if is_whole else ""),
            body: text("publisher"),
            "address": text("publisher-place") or text("event-place"),
            "edition": text("edition"),
            "volume": without_label(text("volume")),
            "number": text("issue") or text("number") or text("collection-number"),
            "pages": text("page"),
            "pagetotal": text("number-of-pages"),
            "doi": text("DOI"),
            "isbn": text("ISBN").split()[0] if text("ISBN") else "",
            "issn": text("ISSN").split(",")[0],
            "url": text("URL"),
            "type" if type_ == "thesis" else "kind": _genre(text("genre"), type_),
            "jurisdiction": text("jurisdiction") if len(text("jurisdiction")) == 2 else "",  # noqa: PLR2004 -- a code
            "entrysubtype": _SUBTYPES.get(text("type"), ""),
            "volumes": text("number-of-volumes"),
            "version": text("version"),
            "pmid": text("PMID"),
            "eventtitle": text("event-title") or text("event"),
            **_date(item.get("original-date"), ("origdate", "origdate")),
            **_date(item.get("issued"), ("date", "year")),
            **_date(item.get("accessed"), ("urldate", "")),
        }
    )
    if type_ in {"online", "misc"} and "journal" in fields:
        fields["publisher"] = fields.pop("journal")
    if code := code_of_language(text("language")):
        fields["langid"] = name_of_language(code)
    fields |= _forms(item.get("custom"))
    names = {
        role: unique(map(_name, people))
        for name, role in _ROLES.items()
        if isinstance(people := item.get(name), list)
    }
    key = re.sub(r"[^\w-]", "", text("citation-key") or text("id"))
    # Topics of the review are chosen by its editors; those of others are told.
    told = {"keywords": text("keyword"), "note": text("note")}
    return Draft(
        type_,
        fields,
        names,
        key=key,
        doubts=tuple(f"{name}: {words}" for name, words in told.items() if words),
    )


def _forms(custom: object) -> dict[str, str]:
    if not isinstance(custom, Mapping):
        return {}
    renamed = {"container": "journal", "place": "address"}
    return {
        f"{renamed.get(found[1], found[1])}_{found[2]}": words
        for name, words in custom.items()
        if isinstance(words, str) and (found := _FORM.fullmatch(str(name)))
    }


def _marked(words: str) -> str:
    """Take away the few tags of HTML that CSL allows in titles."""
    return re.sub(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>", "", words)


def _genre(words: str, type_: str) -> str:
    folded = words.casefold()
    if type_ == "thesis":
        kinds = {"phd": "ph", "master": "master", "candidate": "candidate", "doctoral": "doctor"}
        return next((kind for kind, sign in kinds.items() if sign in folded), "")
    known = {
        "law",
        "code",
        "constitution",
        "decree",
        "resolution",
        "order",
        "agreement",
        "memorandum",
        "protocol",
    }
    return folded if type_ in {"legal", "treaty"} and folded in known else ""


def _date(value: object, names: tuple[str, str]) -> dict[str, str]:
    """Read a date of CSL; a range keeps both its ends."""
    if not isinstance(value, Mapping):
        return {}
    parts = value.get("date-parts")
    days = []
    for one in parts if isinstance(parts, list) else ():
        numbers = (
            [int(part) for part in one if str(part).lstrip("-").isdigit()] if isinstance(one, list) else []
        )
        if numbers:
            days.append("-".join([f"{numbers[0]:04}", *(f"{part:02}" for part in numbers[1:3])]))
    words = "/".join(days) or str(value.get("raw") or value.get("literal") or "")
    if not re.match(r"\d{4}", words):
        # "12 May 2019", as a person typed it
        words = day_of(words) or dated(words).get("year", "")
    if not words:
        return {}
    is_year = re.fullmatch(r"\d{4}", words) is not None
    name = names[1] if is_year else names[0]
    return {name: words} if name else {}


def _name(person: object) -> Name:
    if not isinstance(person, Mapping):
        return Name("")

    def part(name: str) -> str:
        return str(person.get(name) or "").strip()

    if literal := part("literal"):
        return Name(literal, is_institution=True)
    if spoken := part("name"):
        return named(spoken)
    family, given = part("family"), part("given")
    if not given and is_institution(family):
        return Name(family, is_institution=True)
    particle = " ".join(filter(None, (part("non-dropping-particle"), part("dropping-particle"))))
    return Name(f"{particle} {family}".strip(), given, part("suffix"))
