"""What GOST R 7.0.5-2008 says of a treaty or law after its title: "закон … от … № 508-II"."""

from __future__ import annotations

import re

from sholu.bibliography.fields import NAMED_ACT
from sholu.bibliography.references import Reference
from sholu.citations import dates
from sholu.languages import Language, worded
from sholu.works.shown import ShownWork

# A part of a pattern that goes with the first of its words that is missing: "{genre}[ № {number}]".
_GROUP = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"\{(\w+)\}")


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
    if shown.work.genre == NAMED_ACT:
        return ""
    date, genre, state = shown.work.date, shown.genre(terms), shown.state(terms)
    is_named = shown.names_its_kind(title, terms) and state.casefold() in title.casefold()
    told = {"genre": genre, "jurisdiction": state, "number": shown.work.number}
    name = f"law{'_by_name' if is_named else ''}{'' if date and date.day else '_of_year'}"
    pattern = worded(terms.terms, name)
    missing = {name for name, word in told.items() if not word} | (set() if date else {"year"})
    filled = _GROUP.sub(lambda group: "" if missing & set(_WORD.findall(group[1])) else group[1], pattern)
    if date is None:
        return filled.format(**told).strip(" ,")
    return dates.fill(filled, date, terms, date=dates.full(date, terms), **told).strip(" ,")
