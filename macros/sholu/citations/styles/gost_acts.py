"""What GOST R 7.0.5-2008 says of a treaty or law after its title: "закон … от … № 508-II"."""

from __future__ import annotations

from sholu.bibliography.fields import NAMED_ACT
from sholu.bibliography.references import Reference
from sholu.citations import dates
from sholu.citations.shown import without_missing
from sholu.languages import Language, worded
from sholu.regexes import regex
from sholu.works import acts
from sholu.works.shown import ShownWork

# A number of an act that begins with words.
_SAYS_ITSELF = regex(r"[^\W\d_]{3,}\s")
_NUMBER = regex(r"\d+")


def signed(title: str, reference: Reference, terms: Language) -> str:
    """Say when a treaty was signed; the gender of its first word decides in Russian."""
    if reference.date is None:
        return ""
    first = title.split(maxsplit=1)[0].casefold() if title.split() else ""
    ending = max((one for one in terms.signed if first.endswith(one)), key=len)
    return terms.signed[ending].format(dates.signed(reference.date, terms))


def law(title: str, shown: ShownWork, terms: Language) -> str:
    """Name a law officially: "закон Республики Казахстан от 19 декабря 2003 г. № 508-II".

    What the entry does not tell is left out; so are kind and state if the title names both.
    """
    genre_of_act = shown.work.genre
    reference = shown.work
    is_dated = reference.date is not None and reference.date.day
    if genre_of_act == NAMED_ACT or (reference.citation and not reference.number and not is_dated):
        # Where a code has it tells what it is: 42 U.S.C. § 12101.
        return ""
    if not is_dated and not reference.number and not reference.jurisdiction and reference.container:
        # The year is that of the gazette behind it.
        return ""
    if (is_dated and _says_its_date(title, reference)) or (
        not is_dated and _says_its_number(title, reference)
    ):
        return ""
    date, genre, state = shown.work.date, acts.genre(shown.work, terms), acts.state(shown.work, terms)
    is_named = acts.names_its_kind(shown.work, title, terms) and state.casefold() in title.casefold()
    if genre_of_act == "constitution" and is_named and date:
        return terms.descriptions["list_adopted"].format(dates.signed(date, terms))
    told = {"genre": genre, "jurisdiction": state, "number": shown.work.number}
    name = f"law{'_by_name' if is_named else ''}{'' if date and date.day else '_of_year'}"
    pattern = worded(terms.terms, name)
    missing = {name for name, word in told.items() if not word} | (set() if date else {"year"})
    filled = without_missing(pattern, missing)
    if _SAYS_ITSELF.match(shown.work.number):
        # "House Bill 1806" says itself what it is.
        filled = filled.replace("№~{number}", "{number}").replace("№\u00a0{number}", "{number}")
    if date is None:
        return filled.format(**told).strip(" ,")
    return dates.fill(filled, date, terms, date=dates.full(date, terms), **told).strip(" ,")


def _says_its_date(title: str, reference: Reference) -> bool:
    """Tell whether a title names day and number: «… 1997 жылғы 11 шілдедегі № 151-I Заңы» of Adilet."""
    date = reference.date
    said = set(_NUMBER.findall(title))
    return date is not None and said.issuperset({str(date.day), str(date.year)}) and reference.number in title


def _says_its_number(title: str, reference: Reference) -> bool:
    """Tell whether a title names number and year: “Regulation (EU) 2016/679 of … 27 April 2016”."""
    date = reference.date
    if not reference.number or date is None or reference.number not in _words(title):
        return False
    # The number may have its year within: "2016/679".
    return str(date.year) in _words(title) | set(reference.number.split("/"))


def _words(title: str) -> set[str]:
    return {word.strip(".,;:()") for word in title.split()}
