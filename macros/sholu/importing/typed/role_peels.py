"""Who edited or translated a work, taken out of a text: “J. Peters, Ed.”, “ed. by J. Peters”."""

from __future__ import annotations

import re
from collections.abc import Callable

from sholu.bibliography.cities import is_city
from sholu.bibliography.typed_words import of_words
from sholu.importing.draft import Name
from sholu.importing.typed.heads import PERSON, is_sure, people_in
from sholu.importing.typed.line import AND, UPPER, Line
from sholu.regexes import regex

# Where something was taken out.
CUT = "¦"
# In letters, of the names before a role; and how many roles a line tells.
_LONGEST, _MOST = 300, 8
_SHORTEST = 5
_EDITORS = "<<role_editor>>|<<role_chief_editor>>|<<role_compiler>>"
_ROLE = rf"(?i:(?P<both><<role_both>>)|(?P<editor>{_EDITORS})|(?P<translator><<role_translator>>))"
_ROLE_BEFORE = of_words(rf"(?:^|(?<=[\s,.(;{CUT}])){_ROLE}[.:]?\s+(?=[{UPPER}])")
ROLE_BEHIND = of_words(rf"(?:,\s?|\s?[(\[]|\s){_ROLE}(?=[.,:;\s){CUT}\]]|$)[)\]]?\.?")
_STARTS = regex(rf"(?:^|[;{CUT}(]\s*|[.,]\s+)(?=[{UPPER}a-z])")
_OTHERS = of_words(r",?\s[\[(]?(?i:<<and_others>>)\.?[\])]?")
_NEXT = of_words(rf"(?P<and>,?\s{AND}\s)|,\s|;\s")


class Peel:
    """A text of which pieces are taken."""

    def __init__(self, line: Line, text: str) -> None:
        self.line = line
        self.text = text

    def take(self, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], bool]) -> None:
        """Take out what a pattern finds and `keep` can read."""
        place = 0
        while found := pattern.search(self.text, place):
            if keep(found):
                self.text = f"{self.text[: found.start()]}{CUT}{self.text[found.end() :]}"
            place = found.start() + 1


def take_roles(peel_: Peel) -> None:
    """Take out who edited or translated a work, before what they did or behind it."""
    place = told = 0
    while told < _MOST and (found := ROLE_BEHIND.search(peel_.text, place)):
        told += 1
        if not _is_told(found):
            place = found.end()
            continue
        start = _names_before(peel_, found)
        if start >= 0:
            peel_.text = f"{peel_.text[:start]}{CUT}{peel_.text[found.end() :]}"
        place = start + 1 if start >= 0 else found.end()
    place = told = 0
    while told < _MOST and (found := _ROLE_BEFORE.search(peel_.text, place)):
        told += 1
        if not _is_told(found):
            place = found.end()
            continue
        end = _names_from(peel_, found)
        if end:
            start = found.start() - (1 if peel_.text[found.start() - 1 : found.start()] == "(" else 0)
            peel_.text = f"{peel_.text[:start]}{CUT}{peel_.text[end:].removeprefix(')')}"
        place = found.start() + 1 if end else found.end()


def _is_told(found: re.Match[str]) -> bool:
    """Tell whether a word says what somebody did: “der.” does, “der” is an article; “(eds)” does."""
    words = found[0].strip(" ,;")
    return "." in words or words[:1] in "([" or len(words) > _SHORTEST


def _names_from(peel_: Peel, role: re.Match[str]) -> int:
    """Read names behind what they did; return where they end, 0 if there are none."""
    text, place, end, sure = peel_.text, role.end(), 0, False
    parts: list[Name] = []
    while found := PERSON.match(text, place):
        names, _ = people_in(found[0])
        is_other = parts and not parts[0].given.isupper() and names and names[0].given.isupper()
        if not names or is_other or is_city(found[0]) or (parts and not sure and not is_sure(names[0])):
            break
        parts += names
        end = found.end()
        gap = _NEXT.match(text, end)
        if gap is None or (
            parts and gap["and"] is None and gap[0][0] != ";" and not _goes_on(text, gap.end())
        ):
            break
        sure = bool(gap["and"]) or gap[0][0] == ";"
        place = gap.end()
    if not parts:
        return 0
    others = _OTHERS.match(text, end)
    for name in ("editor", "translator") if role["both"] else (role_of(role),):
        put_people(peel_.line, name, parts, others=others is not None)
    return others.end() if others else end


def _goes_on(text: str, start: int) -> bool:
    """Tell whether another name of a list begins here: a sure one, or one behind which the last follows."""
    found = PERSON.match(text, start)
    if found is None:
        return False
    names, _ = people_in(found[0])
    return bool(names) and is_sure(names[0])


def _names_before(peel_: Peel, role: re.Match[str]) -> int:
    """Read names before what they did; return where they begin, -1 if there are none."""
    if " " in role[0].strip(" ,"):
        # “Zombies Are Us, edited by”: only what is one word stands behind names.
        return -1
    before = peel_.text[: role.start()]
    for start in _STARTS.finditer(before, max(0, role.start() - _LONGEST)):
        names, others = people_in(before[start.end() :])
        if names and (is_sure(names[0]) or start.end() == 0):
            put_people(peel_.line, role_of(role), names, others=others)
            return start.end()
    return -1


def role_of(role: re.Match[str]) -> str:
    """Return the field of a role."""
    return "translator" if role["translator"] else "editor"


def role_in(words: str) -> bool:
    """Tell whether words say what somebody did, “Bum Rush the Page. Ed. Tony Medina”: no journal's do."""
    found = (*_ROLE_BEFORE.finditer(words), *ROLE_BEHIND.finditer(words))
    return any(_is_told(one) or one.end() == len(words) for one in found)


def put_people(line: Line, role: str, names: list[Name], *, others: bool) -> None:
    """Keep the persons of a role."""
    line.names.setdefault(role, []).extend(names)
    if others:
        line.and_others.add(role)
