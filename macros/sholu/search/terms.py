"""The terms of a glossary as a search finds them: by any form in any language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.glossary.listing import in_order, term_id
from sholu.glossary.terms import Term
from sholu.languages import language
from sholu.search.documents import Document, joined

# An entry is all name; the places at which the review says something of the matter come before it.
BOOST = 0.25


def term_documents(terms: Iterable[Term], code: str, address: str) -> Iterator[Document]:
    """Yield a document for each term.

    Args:
        terms: the terms.
        code: the language of the search.
        address: the glossary page, from the home of the language.
    """
    for term in in_order(terms, language(code)):
        name = term.name(code)
        # Each form once, in the language in which it stands first; first those of this language’s texts.
        forms: dict[str, str] = {}
        for other in (code, *term.full):
            for form in term.forms_in(other):
                forms.setdefault(form.replace("*", ""), term.language_of(form, other))
            if other == code:
                own = len(forms.keys() - {name})
            for form in term.sought.get(other, ()):
                forms.setdefault(form.replace("*", ""), term.language_of(form, other))
        forms.pop(name, None)
        parts = [*forms.items(), *((text, "") for text in (term.explanation.get(code),) if text)]
        separated = [run for part in parts for run in ((" · ", ""), part)]
        text, spans = joined(separated[1:])
        counts = (own, len(forms))
        yield Document(f"{address}#{term_id(term.identifier)}", name, text, BOOST, (), spans, counts)
