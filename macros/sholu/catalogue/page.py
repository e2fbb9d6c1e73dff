"""The page of all works as HTML: filters, downloads, the list, the two lists for a journal. Pure.

Without a script the filters are hidden by the stylesheet, and everything else is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sholu.bibliography.references import Reference
from sholu.catalogue.entries import Entries, download
from sholu.catalogue.facets import Facet
from sholu.catalogue.files import FOLDER, whole_address, whole_name
from sholu.catalogue.lists import JournalList
from sholu.citations.listing import bibliography
from sholu.citations.parts import FIRST
from sholu.citations.text import Element, Node, Text, in_scripts
from sholu.exports import FORMATS
from sholu.languages import Language, worded

SORTS = ("author", "year", "first")
# Works that have one number on all pages stand in the order of their numbers, which is that of citing.
NUMBERED_SORTS = ("number", "author", "year")
# What works on a screen alone; a book of the pages leaves it out.
SITE_ONLY = "site-only"


def catalogue(entries: Entries, works: Sequence[Reference], lists: Iterable[JournalList]) -> Text:
    """Make the catalogue.

    Args:
        entries: the writer of the items.
        works: all works, in the order of the list.
        lists: those for a journal, whose files stand in `FOLDER` (see `list_address`).
    """
    own = entries.citations.language
    shown = own.catalogue["shown"]
    total = str(len(works))
    count = Element(
        "p",
        (("class", "catalogue__count"), ("role", "status"), ("aria-live", "polite"), ("data-shown", shown)),
        (shown.format(n=total, total=total),),
    )
    items = tuple(entries.item(work) for work in works)
    written = Element(
        "div",
        (("class", "catalogue"), ("data-catalogue", "catalogue")),
        (
            _filters(entries.facets.of(works), own, NUMBERED_SORTS if entries.by_author else SORTS),
            Element(
                "div",
                (("class", f"catalogue__row {SITE_ONLY}"),),
                (count, " ", _downloads(entries.root, own)),
            ),
            bibliography(Element("ul", (("class", "references"),), items), own.catalogue["list_latin"]),
            _nothing(own),
            *_lists(tuple(lists), entries.root, own, is_long=len(works) > FIRST),
        ),
    )
    return in_scripts((written,), own.code)


def list_address(one: JournalList) -> str:
    """Return where a list is as text, from the root of the site."""
    return f"{FOLDER}/{one.name}.txt"


def _filters(facets: Iterable[Facet], own: Language, sorts: Sequence[str]) -> Node:
    words = own.catalogue
    search = (("type", "search"), ("id", _field_id("q")), ("name", "q"), ("autocomplete", "off"))
    fields = [_labelled("q", words["text"], Element("input", search, ()), "catalogue__text")]
    for facet in facets:
        options = [("", words["all"]), *((one.value, f"{one.name} ({one.count})") for one in facet.options)]
        fields.append(_select(facet.name, worded(words, facet.name), options))
    orders = [("" if name == sorts[0] else name, worded(words, f"sort_{name}")) for name in sorts]
    fields.append(_select("sort", words["sort"], orders))
    attributes = (("class", "catalogue__filters"), ("role", "search"), ("aria-label", words["filters"]))
    return Element("form", attributes, tuple(fields))


def _select(name: str, label: str, options: Iterable[tuple[str, str]]) -> Element:
    # The first option of each stands for no choice, and never in the address.
    choices = tuple(Element("option", (("value", value or "*"),), (words,)) for value, words in options)
    return _labelled(name, label, Element("select", (("id", _field_id(name)), ("name", name)), choices))


def _labelled(name: str, label: str, field: Element, role: str = "") -> Element:
    return Element(
        "div", (("class", role),), (Element("label", (("for", _field_id(name)),), (label,)), field)
    )


def _field_id(name: str) -> str:
    return f"catalogue-{name}"


def _nothing(own: Language) -> Node:
    words = own.catalogue
    button = Element("button", (("type", "button"), ("class", "catalogue__reset")), (words["reset"],))
    said = Element("p", (), (Element("strong", (), (words["nothing"],)), f" {words['nothing_hint']}"))
    attributes = (("class", "catalogue__nothing"), ("hidden", "hidden"))
    return Element("div", attributes, (said, button))


def _downloads(root: str, own: Language) -> Node:
    links: list[Node] = []
    for one in FORMATS:
        address = whole_address(one)
        # By which a script cuts the entry of one work out of it (references.js).
        before, after = one.around
        cut = (("data-found", one.found), ("data-before", before), ("data-after", after))
        links += [" ", download(one.name, f"{root}{address}", whole_name(address), said=cut)]
    return Element("p", (("class", "catalogue__files"),), (own.catalogue["whole"], *links))


def _lists(lists: Sequence[JournalList], root: str, own: Language, *, is_long: bool) -> Text:
    heading = Element("h2", (("id", "journal-lists"), ("class", SITE_ONLY)), (own.catalogue["lists"],))
    return (heading, *(_list(one, root, own, is_long=is_long) for one in lists)) if lists else ()


def _list(one: JournalList, root: str, own: Language, *, is_long: bool) -> Node:
    """Write a list for a journal; a long one is there as a file alone, since it says every work once more."""
    words = own.catalogue
    name = f"{one.heading}: {words['copy_list']}"
    copy = Element(
        "button",
        (("type", "button"), ("class", "journal-list__copy"), ("aria-label", name),
         ("data-done", own.interface["copied"])),
        (words["copy_list"],),
    )  # fmt: skip
    save = download(f"{words['save_text']} (.txt)", f"{root}{list_address(one)}", f"{FOLDER}-{one.name}.txt")
    said = Element("span", (("class", "journal-list__norm"),), (one.said,))
    summary = Element("summary", (), (Element("strong", (), (one.heading,)), " ", said))
    if is_long:
        tools = Element("p", (("class", "journal-list__tools"),), (save,))
        return Element("details", (("class", f"journal-list {SITE_ONLY}"),), (summary, tools))
    lines = tuple(Element("p", (), text) for text in one.numbered_entries())
    language = one.language if one.language != own.code else ""
    body = Element("div", (("class", "journal-list__entries"), ("lang", language)), lines)
    tools = Element("p", (("class", "journal-list__tools"),), (copy, " ", save))
    return Element("details", (("class", f"journal-list {SITE_ONLY}"),), (summary, tools, body))
