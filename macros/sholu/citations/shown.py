"""What of a work a page shows, whichever the style: which text of a legal act, which title, which terms."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from sholu.bibliography.references import Reference
from sholu.citations.grammar import Locator, LocatorKind
from sholu.citations.text import Link, Span, Text, plain
from sholu.languages import Language, is_written_in, known_languages, language
from sholu.languages.runs import tagged
from sholu.values import Value

# What stands in a DOI and in an address alike.
_IN_ADDRESSES = "/:;()@!$&'*+,=~"
BRACKETS = {"square": ("[", "]"), "round": ("(", ")")}


class ShownText(Value):
    """What of a work a page shows: in which language the text is that it cites, its title and address."""

    language: str
    title: str
    address: str


def shown_text(reference: Reference, page: Language) -> ShownText:
    """Choose the text that a page cites.

    A treaty or law may have a text in each language (`title_kk`, `url_kk`): then each page cites its own.
    Every other work is cited as it was published.
    """
    has_own_text = reference.kind.is_legal and page.code in reference.urls and page.code in reference.title
    if has_own_text:
        return ShownText(page.code, reference.title[page.code], reference.urls[page.code])
    address = reference.urls.original or _first_address(reference)
    return ShownText(reference.language, reference.title.original, address)


def _first_address(reference: Reference) -> str:
    return next(iter(reference.urls.values()), "")


def translated_title(reference: Reference, page: Language) -> str:
    """Return the title in the language of the page, if the work has it in another language; else ""."""
    shown = shown_text(reference, page)
    translation = reference.title.get(page.code, "")
    has_other_language = bool(shown.title) and shown.language != page.code
    return translation if has_other_language and translation != shown.title else ""


def description(reference: Reference, page: Language) -> str:
    """Return what stands in place of a title that nobody has verified, in square brackets; else "".

    That is a rendering of the title in another language, if only one is known, or a description.
    """
    for words in (reference.title, reference.description):
        chosen = words.get(page.code) or words.original or next(iter(words.values()), "")
        if chosen:
            return f"[{chosen}]"
    return ""


def shorthand(reference: Reference, page: Language) -> str:
    """Return the abbreviation of a work without personal author, in a script that suits the page."""
    if any(not person.is_organization for person in reference.authors.original):
        return ""
    if page.code in reference.shorthand:
        return reference.shorthand[page.code]
    original = reference.shorthand.original
    return original if page.script != "Latn" or is_written_in("Latn", original) else ""


def terms_of(reference_language: str, words: str, page: Language) -> Language:
    """Return the language whose terms a list entry uses: that of the work (GOST 7.82, 4.4).

    A work in a language that Sholu has no file for uses English terms if it is written in Latin letters,
    else those of the page.
    """
    if reference_language in known_languages():
        return language(reference_language)
    if words and is_written_in("Latn", words) and "en" in known_languages():
        return language("en")
    return page


def genre_of(reference: Reference, terms: Language) -> str:
    """Return what a legal act is: "закон", "Decree"; a law if nothing else is said."""
    return terms.genres.get(reference.genre, terms.genres["law"])


def state_of(reference: Reference, terms: Language) -> str:
    """Return the state whose act it is, as its own language puts it ("Республики Казахстан"), or ""."""
    return reference.jurisdiction_name.get(terms.code, terms.jurisdictions.get(reference.jurisdiction, ""))


def names_its_kind(title: str, reference: Reference, terms: Language) -> bool:
    """Tell whether the title of an act says what it is: «Конституция …», «… Су кодексі»."""
    words, genre = title.casefold(), genre_of(reference, terms).casefold()
    return words.startswith(genre) or words.endswith(genre)


def locators_text(places: Iterable[Locator], page: Language, *, of_act: bool = False) -> str:
    """Write locators in the words of the page: "с. 12–15", "12-б.", «III тарау».

    A paragraph of a legal act (`of_act`), or of an article, is a point of it: «ст. 5, п. 2».
    """
    written: list[str] = []
    for place in places:
        of_act = of_act or place.kind is LocatorKind.ARTICLE
        name = "paragraph_of_act" if of_act and place.kind is LocatorKind.PARAGRAPH else place.kind.value
        pattern = page.locators[name][place.is_plural]
        if place.is_roman and "after_roman" in page.terms:
            pattern = pattern.replace("{}-", f"{{}}{page.terms['after_roman']}")
        written.append(pattern.format(place.value))
    return ", ".join(written)


def in_language(text: Text, code: str, page: Language) -> Text:
    """Mark a run of text that is in another language than the page, or in other letters ("ru-Latn")."""
    return (Span(text, language=tagged(code, plain(text))),) if text and code and code != page.code else text


def web_link(address: str, words: str = "") -> Text:
    """Make a link of a web address; any other address is shown and not linked."""
    if address.startswith(("https://", "http://")):
        return (Link((words or address,), address),)
    return (words or address,)


def doi_address(doi: str) -> str:
    """Return the address of a DOI; signs that no address may have (`<`, in old ones) are escaped."""
    return f"https://doi.org/{quote(doi, safe=_IN_ADDRESSES)}"


def year_key(reference: Reference) -> tuple[int, int, int]:
    """Order works by date; those without one come first (APA 7, 9.46)."""
    date = reference.date
    return (date.year, date.month or 0, date.day or 0) if date else (0, 0, 0)
