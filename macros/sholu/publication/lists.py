"""What macros put into a page as a list, in plain Markdown: terms, and events in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sholu.citations.composed import in_sentences
from sholu.glossary.listing import in_order
from sholu.glossary.terms import Term
from sholu.languages import Language
from sholu.publication.twins import listed

# An event: when, in words, what, more of it, and how a page cites its sources; "" for what there is not.
Happened = tuple[str, str, str, str]


def terms_list(terms: Iterable[Term], own: Language) -> str:
    """Write the terms of a glossary by the alphabet of the page."""
    return listed(_term(term, own.code) for term in in_order(terms, own))


def _term(term: Term, code: str) -> str:
    name, full, said = term.name(code), term.full[code], term.explanation.get(code, "")
    return in_sentences(f"**{name}** — {full}" if full != name else f"**{name}**", said)


def events_list(events: Iterable[Happened], cite: Callable[[str], str]) -> str:
    """Write events with their dates, and their sources as `cite` writes them."""
    return listed(_event(one, cite) for one in events)


def files_line(own: Language, addresses: Iterable[tuple[str, str]]) -> str:
    """Link the files of a picture, each a kind and an address: its data are no text."""
    return f"{own.messages['picture_download']} {', '.join(f'[{kind}]({to})' for kind, to in addresses)}"


def _event(happened: Happened, cite: Callable[[str], str]) -> str:
    date, title, text, source = happened
    said = in_sentences(title, text)
    return f"**{date}** — {said}{f' {cite(source)}' if source else ''}"
