"""A citation as Citavi keeps it in a Word file → CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Json = Any

_KINDS = {
    "Book": "book", "BookEdited": "book", "JournalArticle": "article-journal", "Contribution": "chapter",
    "Thesis": "thesis", "InternetDocument": "webpage", "NewspaperArticle": "article-newspaper",
    "UnpublishedWork": "manuscript", "ConferenceProceedings": "book", "Report": "report", "Lecture": "speech",
    "Patent": "patent", "StatuteOrRegulation": "legislation", "Standard": "standard",
}  # fmt: skip


def of_citavi(record: Mapping[str, Json]) -> Json:
    """Return a citation of Citavi as CSL-JSON, None if it holds no work."""
    named = {one["$id"]: one for one in _objects(record) if "$id" in one}

    def whole(part: Json) -> Mapping[str, Json]:
        found = named.get(part.get("$ref"), part) if isinstance(part, dict) else {}
        return found if isinstance(found, dict) else {}

    items = []
    for one in record.get("Entries") or ():
        entry = whole(one)
        work = whole(entry.get("Reference"))
        if not work:
            continue
        item: dict[str, Json] = {"id": str(work.get("Id", "")), "itemData": _work(work, whole)}
        if pages := _pages(entry.get("PageRange")):
            item |= {"locator": pages, "label": "page"}
        items.append(item)
    return {"citationItems": items, "properties": {"noteIndex": 0}} if items else None


def _objects(part: Json) -> Iterator[Mapping[str, Json]]:
    waiting = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _work(work: Mapping[str, Json], whole: Any) -> dict[str, Json]:  # noqa: ANN401 -- follows "$ref"
    parent = whole(work.get("ParentReference"))
    title = ": ".join(filter(None, (str(work.get("Title") or ""), str(work.get("Subtitle") or ""))))
    year = re.search(r"\d{4}", str(work.get("YearResolved") or work.get("Year") or parent.get("Year") or ""))
    host = whole(work.get("Periodical")).get("Name") or parent.get("Title") or ""
    publisher = "; ".join(
        str(whole(one).get("Name") or "") for one in work.get("Publishers") or parent.get("Publishers") or ()
    )
    read: dict[str, Json] = {
        "id": str(work.get("Id", "")),
        "type": _KINDS.get(str(work.get("ReferenceType")), "document"),
        "title": title,
        "author": _people(work.get("Authors"), whole),
        "editor": _people(work.get("Editors") or parent.get("Editors"), whole),
        "container-title": host,
        "collection-title": whole(work.get("SeriesTitle")).get("Name") or "",
        "publisher": publisher,
        "publisher-place": work.get("PlaceOfPublication") or parent.get("PlaceOfPublication") or "",
        "issued": {"date-parts": [[int(year[0])]]} if year else "",
        "volume": work.get("Volume") or "",
        "issue": work.get("Number") or "",
        "page": _pages(work.get("PageRange")),
        "edition": work.get("Edition") or "",
        "DOI": work.get("Doi") or "",
        "ISBN": work.get("Isbn") or parent.get("Isbn") or "",
        "URL": work.get("OnlineAddress") or "",
        "language": work.get("LanguageCode") or "",
    }
    return {name: value for name, value in read.items() if value}


def _people(people: Json, whole: Any) -> list[dict[str, str]]:  # noqa: ANN401 -- follows "$ref"
    named = []
    for one in map(whole, people or ()):
        given = " ".join(str(one[name]) for name in ("FirstName", "MiddleName") if one.get(name))
        family = str(one.get("LastName") or "")
        if family:
            named.append({"family": family, "given": given} if given else {"literal": family})
    return named


def _pages(pages: Json) -> str:
    """Return pages, which Citavi keeps as a record or as a text of XML."""
    if isinstance(pages, dict):
        return str(pages.get("OriginalString") or pages.get("PrettyString") or "")
    found = re.search(r"<os>(.*?)</os>", str(pages or ""))
    return found[1] if found else str(pages or "") if re.fullmatch(r"[\d–-]+", str(pages or "")) else ""
