"""Treaties and laws by APA 7, which sends to the Bluebook for them: by their names, dates and numbers."""

from __future__ import annotations

from sholu.bibliography.references import Kind, Reference
from sholu.citations import dates
from sholu.citations.apa_titles import Title, title
from sholu.citations.labels import Labels
from sholu.citations.shown import (
    description,
    genre_of,
    in_language,
    names_its_kind,
    shorthand,
    shown_text,
    state_of,
    terms_of,
    web_link,
)
from sholu.citations.text import Node, Text, as_text
from sholu.languages import Language, capitalized, is_written_in, lowered


def act(reference: Reference, page: Language, labels: Labels) -> Text:
    """Dress the entry of a treaty or law: name, date or number, address."""
    shown = title(reference, page)
    address = shown_text(reference, page).address
    link = web_link(address) if address else ()
    if law := _law_name(reference, page):
        number = f", {page.terms['law_number'].format(reference.number)}" if reference.number else ""
        year = f" ({labels.year(reference)})"
        return (*law, f"{number}{year}.", *((" ", *link) if link else ()))
    name: list[Node] = [*in_language((shown.words,), shown.language, page)]
    if not shown.words:
        # That is the translation itself, where nothing but a translation is known.
        name = [description(reference, page) or reference.key]
    elif shown.translation:
        name.append(f" [{shown.translation}]")
    date = dates.full(reference.date, page) if reference.date else labels.year(reference)
    end = "" if date.endswith(".") else "."
    return (*name, f", {date}", *((", ", *link) if link else as_text(end)))


def _law_name(reference: Reference, page: Language) -> Text:
    """Write "Law of the Republic of Kazakhstan on Advertising", or () for what is no law."""
    shown = title(reference, page)
    if reference.kind is not Kind.LAW or not shown.words:
        return ()
    state = state_of(reference, page)
    words = in_language((shown.words,), shown.language, page)
    is_own = _is_own(shown, page)
    if not (is_own or shown.words.endswith("]") or _says_what_it_is(reference, page)):
        # Nothing else would tell a reader that it is a law.
        kind = page.terms["law_title" if state else "law_label"].format(
            genre=genre_of(reference, page), jurisdiction=state, title=""
        )
        return (*words, f" [{' '.join(kind.split())}]")
    if not (is_own and _is_topic(shown.words)):
        return words
    written = page.terms["law_title" if state else "law_label"].format(
        genre=genre_of(reference, page), jurisdiction=state, title=lowered(shown.words)
    )
    return (capitalized(written),)


def law_label(reference: Reference, page: Language) -> str:
    """Write "Law on Advertising" for a law that goes by its topic, else ""."""
    shown = title(reference, page)
    is_topic = _is_own(shown, page) and _is_topic(shown.words)
    if reference.kind is not Kind.LAW or not is_topic or shorthand(reference, page):
        return ""
    words = page.terms["law_label"].format(genre=genre_of(reference, page), title=lowered(shown.words))
    return capitalized(words)


def _is_own(shown: Title, page: Language) -> bool:
    """Tell whether a title is in the language of the page, as far as the entry says."""
    return shown.language == page.code or (not shown.language and is_written_in(page.script, shown.words))


def _says_what_it_is(reference: Reference, page: Language) -> bool:
    shown = shown_text(reference, page)
    return names_its_kind(shown.title, reference, terms_of(shown.language, shown.title, page))


def _is_topic(words: str) -> bool:
    """Tell whether a title is only what the act is about ("On Advertising"), without its kind."""
    return words.partition(" ")[0].casefold() in {"on", "о", "об", "about"}
