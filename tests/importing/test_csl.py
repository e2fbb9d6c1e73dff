"""Works as CSL-JSON has them, each variable in the field in which BibTeX has it."""

from __future__ import annotations

import json

from sholu.importing.csl import read_csl

from tests.rows import rows


@rows(
    ("item", "type_", "fields"),
    [
        (
            {"type": "article-journal", "title": "A", "container-title": "B", "publisher": "C", "volume": 3,
             "issue": "2", "page": "5-9", "DOI": "10.5555/1", "ISSN": "1234-5678, 8765-4321",
             "issued": {"date-parts": [[2001, 5]]}, "language": "en"},
            "article",
            {"title": "A", "journal": "B", "publisher": "C", "volume": "3", "number": "2", "pages": "5-9",
             "doi": "10.5555/1", "issn": "1234-5678", "date": "2001-05", "langid": "english"},
        ),
        (
            {"type": "chapter", "title": "A", "container-title": "B", "collection-title": "S",
             "publisher-place": "London", "ISBN": "978-1 978-2", "edition": 2},
            "incollection",
            {"title": "A", "booktitle": "B", "series": "S", "address": "London", "isbn": "978-1",
             "edition": "2"},
        ),
        (
            {"type": "book", "title": "A", "container-title": "B", "number-of-pages": "90", "number": "4"},
            "book", {"title": "A", "series": "B", "pagetotal": "90", "number": "4"},
        ),
        ({"type": "thesis", "title": "A", "publisher": "U"}, "thesis", {"title": "A", "institution": "U"}),
        (
            {"type": "webpage", "title": "A", "container-title": "B", "URL": "https://a.example",
             "accessed": {"date-parts": [[2020, 1, 2]]}},
            "online",
            {"title": "A", "publisher": "B", "url": "https://a.example", "urldate": "2020-01-02"},
        ),
        (
            {"type": "legislation", "title": "A", "jurisdiction": "kz"}, "legal",
            {"title": "A", "jurisdiction": "kz"},
        ),
        (
            {"type": "legislation", "title": "A", "jurisdiction": "Kazakhstan"}, "legal", {"title": "A"},
        ),
        ({"type": "nothing", "title": {"a": 1}, "title-short": "B"}, "misc", {"shorttitle": "B"}),
    ],
)  # fmt: skip
def test_an_item_is_read(item: dict[str, object], type_: str, fields: dict[str, str]) -> None:
    """Whole: a field that is too many would be printed."""
    (draft,) = read_csl(json.dumps([item]))
    assert draft.type == type_
    assert dict(draft.fields) == fields


def test_keywords_and_notes_are_told() -> None:
    """What has no field here stands as a comment beside the entry."""
    (draft,) = read_csl(json.dumps({"type": "book", "keyword": "a, b", "note": "original-date: 1990"}))
    assert draft.doubts == ("keywords: a, b", "note: original-date: 1990")
