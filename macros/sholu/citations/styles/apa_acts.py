"""Treaties and laws by APA 7, which sends to the Bluebook for them: by their names, dates and numbers."""

from __future__ import annotations

from sholu.bibliography.bluebook import in_short
from sholu.bibliography.fields import NAMED_ACT
from sholu.bibliography.references import Kind, Reference
from sholu.citations import dates
from sholu.citations.composed import as_text, in_runs
from sholu.citations.shown import in_language, web_link
from sholu.citations.styles.apa_described import additions
from sholu.citations.styles.labels import CitationLabels
from sholu.citations.text import Node, Text
from sholu.languages import Language, capitalized, is_written_in, language, lowered
from sholu.regexes import regex
from sholu.works import acts
from sholu.works.shown import ShownWork, Title

# The reports of the Supreme Court of the United States: "347 U.S. 483".
_SUPREME = regex(r"\d+ U\. ?S\. \d")
# "H.R. 1100", "Pub. L. No. 114-95": a number that says what it is one of.
_SAYS_ITSELF = regex(r"[^\W\d_]+\.|[^\W\d_]{3,}\s")


def act(work: ShownWork, labels: CitationLabels) -> Text:
    """Dress the entry of a treaty or law: name, date or number, address."""
    reference, own, shown = work.work, work.own, work.title
    address = work.text.address
    link = web_link(address) if address else ()
    added = "; ".join(filter(None, additions(work)))
    added = f" ({added})" if added else ""
    if law := _law_name(work):
        year = "" if is_in_force(reference) else f" ({_years(work, labels)})"
        said = (*as_text(_said_of_law(work)), *_printed_in(work), f"{year}{added}.")
        return (*law, *said, *((" ", *link) if link else ()))
    name: list[Node] = [*in_language((shown.words,), shown.language, own)]
    if not shown.words:
        # That is the translation itself, where nothing but a translation is known.
        name = [work.description or reference.key]
    elif shown.translation:
        name.append(f" [{shown.translation}]")
    date = dates.full(reference.date, own) if reference.date else labels.year(reference)
    dated = ", ".join(filter(None, (date, reference.citation)))
    dated += added
    end = "" if dated.endswith(".") else "."
    return (*name, f", {dated}", *((", ", *link) if link else as_text(end)))


def is_in_force(reference: Reference) -> bool:
    """Tell whether an act is a constitution or charter, which has no year while it is in force (11.9)."""
    is_act = reference.kind.is_legal and reference.genre in {"constitution", NAMED_ACT}
    return is_act and reference.date is None


def repealed(reference: Reference) -> str:
    """Say when a part of a constitution ended to be in force: "repealed 1933" (11.9, 26); else ""."""
    before, _, after = in_short()["repealed"].partition("{}")
    addon = reference.title_addon.original
    is_repeal = addon.startswith(before) and addon.endswith(after) and addon[len(before) :][:4].isdecimal()
    return addon.strip("()") if is_repeal else ""


def _said_of_law(work: ShownWork) -> str:
    """Write what stands behind the name of a law: ", H.R. 1100, 113th Cong." (11.5, 11.6)."""
    reference, own = work.work, work.own
    addon, number = work.in_page_language(reference.title_addon), work.in_letters(reference.number)
    subtitle = work.in_page_language(reference.subtitle)
    if not number.isdecimal() and number in {
        word.strip(".,;:()") for word in reference.title.original.split()
    }:
        # “Regulation (EU) 2016/679”; a number of figures alone may be another's there.
        number = ""
    if _SAYS_ITSELF.match(number):
        said = f", {number}{', ' if addon else ''}{addon}"
    else:
        # The title of a hearing and the committee before which it was are one.
        opening = ": " if addon.startswith(language("en").genres["hearing"]) else " "
        said = f"{opening}{addon}" if addon else ""
        said += f", {own.terms['law_number'].format(number)}" if number else ""
    # Where a code has it: 42 U.S.C. § 12101.
    found = reference.citation or work.in_page_language(reference.place).replace("; ", ", ")
    said = f": {subtitle}{said}" if subtitle else said
    return f"{said}, {found}" if found else said


def _printed_in(work: ShownWork) -> Text:
    """Write the journal or collection of laws in which an act stands: ", Official Journal …, L 119, 1–88"."""
    reference, own = work.work, work.own
    if not work.host:
        return ()
    issue = own.terms["law_number"].format(reference.issue) if reference.issue else ""
    numbers = ("", work.in_letters(reference.volume), issue, work.in_letters(reference.pages.text))
    found = ", ".join(one for position, one in enumerate(numbers) if one or position == 0)
    return (", ", *in_language(in_runs(work.host), reference.language, own), *as_text(found))


def _years(work: ShownWork, labels: CitationLabels) -> str:
    """Write the year of an act, and of the text that is cited: 1971 & rev. 2009 (11.5, example 13).

    A proposed rule has its day: proposed May 23, 2016 (11.7, example 20), in the Bluebook's words.
    """
    original, year, date = work.work.original_date, labels.year(work.work), work.work.date
    if date and "proposed" in work.work.keywords:
        return in_short()["proposed"].format(dates.full(date, language("en")))
    if original is None:
        return year
    return work.own.descriptions["revised"].format(dates.edition_years(original, work.own), year)


def decision(work: ShownWork, labels: CitationLabels) -> Text:
    """Dress what a court or an office decided: Brown v. Board of Education, 347 U.S. 483 (1954). (11.4)."""
    reference, shown = work.work, work.title
    name = in_language(as_text(shown.words), shown.language, work.own) or as_text(work.description)
    court = work.in_page_language(reference.institution) or work.in_page_language(reference.container)
    if _SUPREME.match(reference.citation):
        # Its reports report no other court.
        court = ""
    when = " ".join(filter(None, (court, labels.year(reference))))
    address = work.text.address
    # Where each report has its own court and year, nothing is said of all.
    of_all = "" if reference.citation.endswith(")") else f" ({when})"
    found = f"{', ' if name else ''}{reference.citation}{of_all}."
    return (*name, found, *((" ", *web_link(address)) if address else ()))


def _law_name(work: ShownWork) -> Text:
    """Write "Law of the Republic of Kazakhstan on Advertising", or () for what is no law."""
    own, shown = work.own, work.title
    if work.work.kind is not Kind.LAW or not shown.words:
        return ()
    state = acts.state(work.work, own)
    words = in_language((shown.words,), shown.language, own)
    is_own = _is_own(shown, own)
    if shown.translation:
        return (*words, f" [{shown.translation}]")
    if not (is_own or _says_what_it_is(work)):
        # Nothing else would tell a reader that it is a law.
        return (*words, f" [{capitalized(acts.genre_and_state(work.work, own), own.code)}]")
    if not (is_own and _is_topic(shown.words, own)):
        return words
    written = own.terms["law_title" if state else "law_label"].format(
        genre=acts.genre(work.work, own), jurisdiction=state, title=lowered(shown.words, own.code)
    )
    return (capitalized(written, own.code),)


def law_label(work: ShownWork) -> str:
    """Write "Law on Advertising" for a law that goes by its topic, else ""."""
    own, shown = work.own, work.title
    is_topic = _is_own(shown, own) and _is_topic(shown.words, own)
    if work.work.kind is not Kind.LAW or not is_topic or work.shorthand:
        return ""
    words = own.terms["law_label"].format(
        genre=acts.genre(work.work, own), title=lowered(shown.words, own.code)
    )
    return capitalized(words, own.code)


def _is_own(shown: Title, own: Language) -> bool:
    """Tell whether a title is in the language of the page, as far as the entry says."""
    return shown.language == own.code or (not shown.language and is_written_in(own.script, shown.words))


def _says_what_it_is(work: ShownWork) -> bool:
    return acts.names_its_kind(work.work, work.text.title, work.terms)


def _is_topic(words: str, own: Language) -> bool:
    """Tell whether a title is only what the act is about ("On Advertising"), without its kind."""
    return words.partition(" ")[0].casefold() in own.terms.get("topic_begins", "").split()
