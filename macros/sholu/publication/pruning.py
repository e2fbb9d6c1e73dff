"""A page → what a book shows of it. Pure.

What carries the class `site-only` stays on the site: a heading with its section (a heading of the first level
with its page), or any other element. So does what only works on a screen; what opens or moves stands still,
and what plays is named with its address.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from sholu.publication.modern import modernize
from sholu.publication.trees import SVG, append_text, classes, element, level, with_class, words

SITE_ONLY = "site-only"
# What works on a screen alone, and what leads to where the reader is.
_TAGS_LEFT_OUT = frozenset(
    {
        "script",
        "style",
        "template",
        "button",
        "form",
        "input",
        "select",
        "textarea",
        "dialog",
        "nav",
    }
)
# What plays, or shows another site.
_MEDIA = frozenset({"iframe", "video", "audio", "embed", "object"})
_CLASSES_LEFT_OUT = frozenset({SITE_ONLY, "headerlink", "block-link"})
# Above the list of references of a page.
_OWN_HEADING = "references-heading"


def prune(parent: Element, *, keeps_list: bool = False) -> None:
    """Take out what stays on the site; the words after it stay, except after a heading that is taken out.

    Args:
        parent: a page (see `chapters`), or an element of it.
        keeps_list: whether its own list of references stays; else that of the whole book stands for it.
    """
    children = list(parent)
    parent[:] = []
    skipped = 0
    heading = ""
    is_after_list = False
    for child in children:
        rank = level(child)
        if rank and rank <= skipped:
            skipped = 0
        if rank and SITE_ONLY in classes(child):
            skipped = rank
        is_list = "references" in classes(child) or child.get("role") == "doc-bibliography"
        is_own_list = is_after_list and is_list
        is_after_list = _OWN_HEADING in classes(child)
        # The marks of a page, which a list of it leads back to, are told of in the list of the book alone.
        is_way_back = keeps_list and "reference__places" in classes(child)
        is_doubled = is_way_back or (not keeps_list and (is_own_list or is_after_list))
        if skipped or is_doubled or _is_left_out(child):
            if child.tail and not skipped:
                append_text(parent, child.tail)
            continue
        parent.append(child)
        _hold_still(child, heading)
        if child.tag == f"{SVG}svg":
            continue
        prune(child, keeps_list=keeps_list)
        modernize(child)
        if rank:
            heading = words(child)


def _hold_still(child: Element, heading: str) -> None:
    """Show what opens, moves or plays as a sheet can; `heading` stands above it."""
    if child.tag in _MEDIA:
        _named(child)
    elif child.tag in {"details", "summary"}:
        _open(child)
    elif "picture" in classes(child):
        _still(child, heading)
    elif "tabbed-set" in classes(child):
        _open_tabs(child)


def _still(picture: Element, heading: str) -> None:
    """Show of a picture what can be read: its events, or the file of its drawing and its data as a table."""
    if events := list(with_class(picture, "events"))[:1]:
        picture.text, picture[:] = "", events
        return
    drawings = [one.get("href", "") for one in picture.iter("a") if one.get("href", "").endswith(".svg")]
    tables = list(with_class(picture, "picture__table"))[:1]
    for table in tables:
        # Its heading says it.
        table[:] = [one for one in table if one.tag != "caption"]
    captions = [
        words(one) for one in picture.iter() if one.tag == "caption" or "picture__caption" in classes(one)
    ]
    figures = []
    for number, source in enumerate(drawings):
        figure = element("figure", "", element("img", src=source, alt=heading, class_="drawing"))
        if number < len(captions):
            figure.append(element("figcaption", captions[number]))
        figures.append(figure)
    picture.text, picture[:] = "", [*figures, *tables]


def _open_tabs(tabs: Element) -> None:
    """Put what stands behind tabs below each other, each below its label."""
    labels = list(tabs.iter("label"))
    blocks = list(with_class(tabs, "tabbed-block")) or list(with_class(tabs, "tabbed-content"))
    tabs.text, tabs[:] = "", []
    for number, block in enumerate(blocks):
        label = labels[number] if number < len(labels) else element("label")
        tabs.append(element("p", label.text or "", *label, class_="tab__label"))
        block.tail = ""
        tabs.append(block)


def _named(medium: Element) -> None:
    """Give the address of what plays, with its title."""
    sources = (medium, *medium.iter("source"))
    address = next(filter(None, (one.get("src") or one.get("data") for one in sources)), "")
    title = medium.get("title") or medium.get("aria-label") or address
    medium.tag, medium.text, medium[:] = "span", "", []
    medium.attrib = {"class": "medium"}
    if address:
        medium.append(element("a", title, href=address))
        medium[0].tail = f" ({address})" if title != address and "//" in address else ""


def _is_left_out(child: Element) -> bool:
    if not isinstance(child.tag, str):
        return True  # a comment
    return (
        child.tag in _TAGS_LEFT_OUT
        or bool(classes(child) & _CLASSES_LEFT_OUT)
        or "hidden" in child.attrib
        or _is_ornament(child)
    )


def _is_ornament(child: Element) -> bool:
    """Tell whether a drawing says nothing that the words beside it do not say."""
    return child.tag == f"{SVG}svg" and child.get("aria-hidden") == "true"


def _open(child: Element) -> None:
    """Show what opens at a click: paper does not, and HTML lets nothing else say that it is open."""
    for attribute in {"open", "name"} & child.attrib.keys():
        del child.attrib[attribute]
    name, child.tag = ("admonition", "div") if child.tag == "details" else ("admonition-title", "p")
    child.set("class", f"{name} {child.get('class', '')}".strip())
