"""A long catalogue in pages of `FIRST` works, which need no script; with one the first page finds all. Pure.

What is parted is the HTML of the finished page, as a template has put it into its frame: the frame of each
page of the list is then the same, and the book and the search have read the list whole before.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote

from sholu.citations.page import entry_id, fragment
from sholu.citations.parts import FIRST, index_address, part_address
from sholu.citations.text import Element, Node, html
from sholu.languages import Language
from sholu.values import Value

_LIST = '<ul class="references">'
_END = '</ul></div><div class="catalogue__nothing"'
_ITEM = '<li class="reference" id="ref-'
# What is said on the first page alone: filters, which work on all works, and the lists for a journal.
_ON_THE_FIRST = re.compile(
    r'<form class="catalogue__filters".*?</form>|<h2 id="journal-lists".*?</h2>'
    r'|<details class="journal-list .*?</details>|<div class="catalogue__nothing".*?</div>',
    re.DOTALL,
)
# Neighbours in the menu, and the page in other languages, whose lists have another order.
_NEIGHBOURS = re.compile(r'<link rel="(?:prev|next)"[^>]*>|<link rel="alternate"[^>]* hreflang="[^>]*>')
_OWN_ADDRESS = re.compile(r'(<link rel="canonical" href=|<meta property="og:url" content=)"([^"]*)"')
_TITLE = re.compile(r"<title>([^<]*?)( — [^<]*)?</title>")
_TO_PAGE = re.compile(r'href="([?#][^"]*)"')
_COUNT = re.compile(r'(<p class="catalogue__count"[^>]*>)[^<]*')


class Parting(Value, dict=True):
    """Parts the catalogue of one language.

    `address` is its first page from the root of the site; `keys` are those of its works in their order.
    """

    page: Language
    address: str
    keys: Sequence[str]

    def parts(self, written: str) -> Iterator[tuple[str, str]]:
        """Yield each page of the list: its address from the root of the site, and its HTML.

        Args:
            written: the page with all works. One on which the list is not found, since a plugin has written
                it anew, is left as it is.
        """
        begin = written.find(_LIST, written.find(" data-catalogue=")) + len(_LIST)
        end = written.find(_END, begin)
        items = [f"{_ITEM}{item}" for item in written[begin:end].split(_ITEM)[1:]]
        if end < 0 or len(items) != len(self.keys):
            return
        for start in range(0, len(items), FIRST):
            listed = "".join(items[start : start + FIRST])
            yield self._part(start, written[:begin], listed, written[end:])

    def _part(self, start: int, head: str, listed: str, tail: str) -> tuple[str, str]:
        words, total = self.page.catalogue, len(self.keys)
        address = part_address(self.address, start)
        last = min(start + FIRST, total)
        shown = words["shown"].format(n=f"{start + 1}–{last}" if start else last, total=total)
        head = _COUNT.sub(lambda found: f"{found[1]}{shown}", head, count=1)
        tail = tail.replace("</ul></div>", f"</ul></div>{html((self._steps(start),))}", 1)
        listed = self._led(listed, "", self._first)
        if start:
            said = words["part"].format(start // FIRST + 1)
            head = _NEIGHBOURS.sub("", _ON_THE_FIRST.sub("", head))
            head = _TITLE.sub(lambda found: f"<title>{found[1]} · {said}{found[2]}</title>", head, count=1)
            head = _OWN_ADDRESS.sub(lambda found: f'{found[1]}"{part_address(found[2], start)}"', head)
            tail = _ON_THE_FIRST.sub("", tail)
            listed = _TO_PAGE.sub(lambda found: f'href="{self._first}{found[1]}"', listed)
        return address, f"{head}{listed}{tail}"

    @property
    def _first(self) -> str:
        """The first page, as the others link to it."""
        return posixpath.basename(self.address) or "./"

    def _steps(self, start: int) -> Node:
        """Lead on and back; a script puts more works into the first page in place of leading on."""
        words = self.page.catalogue
        count = (len(self.keys) - 1) // FIRST + 1

        def step(title: str, way: str, other: int) -> Node:
            return Element("a", (("rel", way), ("href", part_address(self._first, other))), (title,))

        inner: list[Node] = [Element("span", (), (f"{start // FIRST + 1} / {count}",))]
        if start:
            inner = [step(words["part_before"], "prev", start - FIRST), " ", *inner]
        if start + FIRST < len(self.keys):
            inner += [" ", step(words["part_next"], "next", start + FIRST)]
        attributes = (
            ("class", "catalogue__parts"),
            ("aria-label", words["part"].format(start // FIRST + 1)),
            ("data-parts", str(count)),
            ("data-total", str(len(self.keys))),
            ("data-first", self._first),
            ("data-second", part_address(self._first, FIRST)),
            ("data-works", index_address(self._first)),
            ("data-more", self.page.interface["search_more"]),
        )
        return Element("nav", attributes, tuple(inner))

    def linked(self, written: str, address: str) -> str:
        """Lead the links of a page to works that stand on a further page there.

        Args:
            written: the page.
            address: the first page of the list, as that page links to it.
        """
        return self._led(written, address, address)

    def _led(self, written: str, address: str, first: str) -> str:
        def to(found: re.Match[str]) -> str:
            key = unquote(found[1])
            there = part_address(first, self._places.get(key, 0))
            return f'href="{there}{fragment(entry_id(key))}"'

        return re.sub(rf'href="{re.escape(address)}#ref-([^"]+)"', to, written)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {key: place for place, key in enumerate(self.keys)}
