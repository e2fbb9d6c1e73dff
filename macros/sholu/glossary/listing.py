"""The list of all terms on the glossary page of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sholu.citations.text import Element, Link, Node, Span, Text, in_scripts
from sholu.glossary.terms import Term
from sholu.languages import Language, language
from sholu.values import Value


class UsingPage(Value):
    """A page that uses a term: its title and the address of the first block that does."""

    title: str
    address: str


def term_id(identifier: str) -> str:
    """Return the anchor of a term on the glossary page."""
    return f"term-{identifier}"


def in_order(terms: Iterable[Term], own: Language) -> list[Term]:
    """Return terms by the alphabet of a language."""
    return sorted(terms, key=lambda term: own.sort_key(term.name(own.code)))


def listing(terms: Iterable[Term], own: Language, pages: Mapping[str, tuple[UsingPage, ...]]) -> Text:
    """Make the list of all terms.

    Args:
        terms: the terms.
        own: the language of the page.
        pages: by id of a term the pages of this language that use it, in the order of the menu.
    """
    entries = tuple(_entry(term, own, pages.get(term.identifier, ())) for term in in_order(terms, own))
    # The search has each term on its own.
    written = Element("dl", (("class", "glossary"), ("data-search-exclude", "true")), entries)
    return in_scripts((Element("div", (("role", "doc-glossary"),), (written,)),), own.code)


def _entry(term: Term, own: Language, pages: tuple[UsingPage, ...]) -> Node:
    code = own.code
    # What is defined says so, also where a list of definitions is read out as any other list.
    name = Element("dfn", (), (_in_language(term, term.name(code), code),))
    parts: list[Node] = [Element("dt", (), (name,))]
    if term.short:
        parts.append(_part("full", (_in_language(term, term.full[code], code),)))
    if said := term.explanation.get(code):
        parts.append(_part("explanation", (said,)))
    if spellings := [form for form in term.forms_in(code)[1:] if form != term.name(code) and "*" not in form]:
        words = ", ".join(spellings)
        parts.append(_part("forms", (own.messages["glossary_forms"].format(words),)))
    if len({(term.full[other], term.name(other)) for other in term.full}) > 1:
        parts += (_part("other", _in_other(term, other)) for other in term.full if other != code)
    if pages:
        links = tuple(_links(pages))
        parts.append(_part("pages", (f"{own.messages['glossary_pages']} ", *links)))
    return Element("div", (("class", "glossary__entry"), ("id", term_id(term.identifier))), tuple(parts))


def _part(name: str, words: Text) -> Node:
    return Element("dd", (("class", f"glossary__{name}"),), words)


def _in_language(term: Term, form: str, code: str) -> Node:
    own = term.language_of(form, code)
    return form if own == code else Span((form,), language=own)


def _in_other(term: Term, other: str) -> Text:
    """Name a term in another language: «ООН (Организация Объединённых Наций)»."""
    short = term.short.get(other)
    words = f"{short} ({term.full[other]})" if short and short != term.full[other] else term.full[other]
    name = Span((f"{language(other).name}:",), language=other, role="glossary__language")
    return (name, " ", Span((words,), language=other))


def _links(pages: Iterable[UsingPage]) -> Iterator[Node]:
    for number, page in enumerate(pages):
        if number:
            yield ", "
        yield Link((page.title,), page.address)
