"""An Atom feed (RFC 4287) of the changes of a review in one language: an entry for each page and day.

Addresses in it are absolute; a review that does not know where it will stand has no feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from sholu.values import Value, replace

FEED = "feed.xml"
# Readers of feeds ask for the file again and again; what is older stands in the history of each page.
_MOST_ENTRIES = 50


class Changed(Value):
    """A page that was changed: its address and title, when, what is said of it, or else in which sections."""

    address: str
    title: str
    moment: datetime
    said: str
    sections: tuple[str, ...] = ()


class Feed(Value):
    """A feed: its own address, that of the first page, its language, title, and who is responsible.

    `in_sections` are the words with which sections are named: "Changed sections: {}".
    """

    address: str
    home: str
    code: str
    title: str
    subtitle: str
    authors: tuple[str, ...]
    rights: str = ""
    in_sections: str = "{}"


def atom(feed: Feed, changes: Iterable[Changed]) -> str:
    """Write a feed of at least one change; the changes of a page on one day are one, of the last moment."""
    days: dict[tuple[str, str], Changed] = {}
    for one in sorted(changes, key=lambda one: (one.moment, one.address)):
        day = one.address, one.moment.date().isoformat()
        before = days[day].sections if day in days else ()
        days[day] = replace(one, sections=tuple(dict.fromkeys((*before, *one.sections))))
    latest = sorted(days.values(), key=lambda one: (one.moment, one.address), reverse=True)[:_MOST_ENTRIES]
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.code})
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "id", feed.address)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    SubElement(root, "link", rel="alternate", type="text/html", hreflang=feed.code, href=feed.home)
    _add(root, "updated", latest[0].moment.isoformat())
    for author in feed.authors or (feed.title,):
        _add(SubElement(root, "author"), "name", author)
    if feed.rights:
        SubElement(root, "link", rel="license", href=feed.rights)
    for one in latest:
        entry = SubElement(root, "entry")
        _add(entry, "title", one.title)
        # Another one for each day, and the same as long as the page has its address (4.2.6).
        _add(entry, "id", f"{one.address}#changed-{one.moment.date().isoformat()}")
        SubElement(entry, "link", rel="alternate", type="text/html", hreflang=feed.code, href=one.address)
        _add(entry, "updated", one.moment.isoformat())
        said = feed.in_sections.format("; ".join(one.sections)) if one.sections else one.said
        _add(entry, "summary", said)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = words
