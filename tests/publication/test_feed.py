"""The feed of changes: valid by RFC 4287, and the same from the same changes."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree as ET

from sholu.publication.feed import Changed, Feed, atom
from sholu.values import replace

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = Feed(
    "https://a.org/ru/feed.xml", "https://a.org/ru/", "ru", "Воды & реки", "Лента", (), "https://l.org/"
)


def changed(page: str, moment: str, said: str = "x", sections: tuple[str, ...] = ()) -> Changed:
    """A change of a page."""
    return Changed(f"https://a.org/ru/{page}/", page, datetime.fromisoformat(moment), said, sections)


CHANGES = (
    changed("a", "2020-01-02T10:00:00+06:00", "first"),
    changed("a", "2020-01-02T12:00:00+06:00", "second <b>"),
    changed("b", "2020-01-02T11:00:00+06:00"),
    changed("a", "2021-03-04T10:00:00+00:00"),
)


def test_a_page_has_one_entry_a_day_and_the_latest_comes_first() -> None:
    """What the standard asks of a feed and of an entry is there: 4.1.1, 4.1.2."""
    root = ET.fromstring(atom(FEED, CHANGES))  # noqa: S314 -- our own
    assert [root.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")] == [
        "https://a.org/ru/feed.xml",
        "Воды & реки",
        "2021-03-04T10:00:00+00:00",
    ]
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Воды & реки"
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
    assert links["self"] == "https://a.org/ru/feed.xml"
    assert links["alternate"] == "https://a.org/ru/"
    entries = root.findall(f"{ATOM}entry")
    assert [(one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}summary")) for one in entries] == [
        ("https://a.org/ru/a/#changed-2021-03-04", "x"),
        ("https://a.org/ru/a/#changed-2020-01-02", "second <b>"),
        ("https://a.org/ru/b/#changed-2020-01-02", "x"),
    ]
    assert all(one.findtext(f"{ATOM}title") and one.findtext(f"{ATOM}updated") for one in entries)


def test_the_sections_that_were_changed_on_a_day_are_named() -> None:
    """Each once, in the words of the language; a page of which none is known has its sentence."""
    changes = (
        changed("a", "2020-01-02T10:00:00+06:00", sections=("Вода", "Граница")),
        changed("a", "2020-01-02T12:00:00+06:00", sections=("Отын", "Вода")),
        changed("b", "2020-01-02T12:00:00+06:00"),
    )
    root = ET.fromstring(atom(replace(FEED, in_sections="Изменены разделы: {}"), changes))  # noqa: S314 -- our own
    assert [one.text for one in root.iter(f"{ATOM}summary")] == ["x", "Изменены разделы: Вода; Граница; Отын"]


def test_the_order_of_what_is_told_does_not_count() -> None:
    """The same bytes from the same changes."""
    assert atom(FEED, CHANGES) == atom(FEED, reversed(CHANGES))
