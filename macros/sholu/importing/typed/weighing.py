"""How strange a reading of a line is: what stands in its fields that nobody would type there.

A line can be parted in several ways. Each is read, and the one in which least is strange is kept (`reading`).
"""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city
from sholu.bibliography.given_names import is_given_name
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.heads import head_of, is_sure
from sholu.importing.typed.line import EDITION, NUMBER, PAGES, ROLE_IN_BRACKETS, UPPER, VOLUME, Line, month_in
from sholu.importing.typed.role_peels import role_in
from sholu.importing.typed.theses import names_thesis
from sholu.regexes import regex

_YEAR = r"(?:1[5-9]|20)\d\d"
_ANY_YEAR = regex(rf"(?<![\d/.-]){_YEAR}(?![\d/-])")
# What belongs behind a title and stands in it: numbers of an issue, names, an edition, another book.
_BEHIND_TITLES = of_words(
    rf"\d\s?\({_YEAR}\)|\d\(\d+\)|\b{PAGES}\.\s?\d|\b{VOLUME}\s?(?:\d+|[IVXLC]+),\s|,\s{NUMBER}\s?\d"
    rf"|;\s[{UPPER}][^\W\d_]+,\s[{UPPER}]\.|{ROLE_IN_BRACKETS},\s|\s/\s|\({EDITION}\)"
    rf"|\b{EDITION}$|\b\d+\s(?i:<<in_volumes>>)\.?$|\s[-–]\s[{UPPER}][^-–]+,\s[{UPPER}][^-–,]+$|,\s(?i:<<thesis>>)"
    rf"|[.,]\s(?i:<<collection>>)(?:\.?\s|\.?$)|^[{UPPER}][^\W\d_]+\s\([{UPPER}][^()]+\),\s"
    rf"|\[[^\[\]]+\]$|\b{VOLUME}\s\d+$|[.,”\"’'?]\s(?i:<<in_book>>):?\s[{UPPER}]|,\s(?i:<<role_editor>>)\s[{UPPER}]"
    r"|[^\W\d_][»”]\.?,?\s[^\W\d_]+[^«“]*,\s[^«“]*\d|,\s(?i:<<proceedings>>)\s"
)
# «LEAL, João», “Kant, Immanuel: Kritik”
_NAMED_FIRST = regex(
    rf"[{UPPER}]{{3}}|[{UPPER}][^\W\d_]+(?:[\s-][^\W\d_]+)*,\s[{UPPER}][^\W\d_]+(?:\s[a-z]{{2}})?[:.]\s"
)
_BEGINS_WITH_ROLE = of_words(
    r"(?:<<role_editor>>|<<role_translator>>|<<and_others>>)(?<=\.),?\s", re.IGNORECASE
)
_NAMES_NOTHING = regex(r"[\W\d_]*")
_NUMBERS = regex(rf"\d\s?[(:]\s?\d|\d,\s?\d|{_YEAR}\)|(?<!\d{{3}})\d[–-]\d")
_LABEL_AT_END = of_words(rf"(?:[\s,](?:{VOLUME}|{NUMBER})|\s\d{{1,4}})\.?$")
_BEGINS_BOOK = of_words(r"(?:<<in_book>>):?\s(?=\w)|[^\W\d_]{1,2}$|[A-Z]{2}:\s", re.IGNORECASE)
_ENDS_WITH_DAY = of_words(rf"\d\s[^\W\d_]{{3,9}}$|\b{EDITION}|\d/\d|[”»]\s|:\s[^:]+,\s{_YEAR}")
_NO_HOUSE = of_words(
    r"^[^\W\d_]{3,9}\.?\s\d{1,2}$|\d$|^[^\W\d_]{1,2}\.?$|\b(?:<<role_editor>>)$|\(", re.IGNORECASE
)
_TOLD = ("author", "editor", "translator")
# What is strange in a field weighs more than words that stay as a note: those are told.
_WRONG, _ODD = 3, 1
_LONGEST_NOTE = 4
# «Proc»: what stands in books has a longer name.
_FEW_LETTERS = 6


def strangeness(line: Line, type_: str) -> int:
    """Weigh a reading: 0 for one in which each field holds what such fields hold, and nothing is left."""
    fields = line.fields
    found = sum(map(_of_note, line.left_over))
    found += _WRONG * sum(map(_is_no_name, (name for role in _TOLD for name in line.names.get(role, []))))
    title = fields.get("title", "")
    found += _of_title(title, is_thesis=type_ == "thesis")
    found += _of_places(fields)
    if not line.names.get("author") and type_ in {"book", "misc", "article", "incollection"}:
        # “Nash, Gary B., et al. The American People”: names that nobody took.
        head = head_of(title)
        is_named = (any(map(is_sure, head.names)) and not line.names) or (
            head.names and _NAMED_FIRST.match(title)
        )
        found += _WRONG if head.rest and is_named else 0
    elif re.match(rf"[{UPPER}][^\W\d_]+,\s[{UPPER}“]", title) and _are_given(line):
        # “Goldman, O’Connor Warns” by “Ari, L.”
        found += _ODD
    if not {"year", "date"} & fields.keys() and _ANY_YEAR.search(
        line.text.replace(fields.get("title", ""), "")
    ):
        found += _WRONG
    if type_ in {"book", "misc"}:
        is_printed = {"publisher", "address", "isbn", "url", "edition", "doi", "pagetotal"} & fields.keys()
        found += 0 if is_printed else _ODD
        is_counted = {"volume", "number"} & fields.keys() and "pages" in fields
        found += _ODD if is_counted and "address" not in fields else 0
    # A journal whose name was cut: only a book has a publisher.
    is_cut = type_ == "incollection" and "number" in fields and "address" not in fields
    return found + (_ODD if is_cut else 0)


def _are_given(line: Line) -> bool:
    """Tell whether given names alone were taken for a name: “Ari, L.” of “Ari L. Goldman, O’Connor Warns”."""
    names = line.names.get("author", [])
    is_spoken = re.match(rf"[{UPPER}][^\W\d_]+\s[{UPPER}]\.\s[{UPPER}][^\W\d_]+,\s", line.text) is not None
    return len(names) == 1 and (is_given_name(names[0].family) or is_spoken)


def _of_note(words: str) -> int:
    """Weigh what stays as a note: one without numbers may well be one, and is told."""
    return min(len(words.split()), _LONGEST_NOTE) if re.search(r"\d", words) else _ODD


def _is_no_name(name: object) -> bool:
    family, given = getattr(name, "family", ""), getattr(name, "given", "")
    if re.search(r"\d|,\s.*,|,\s[^\W\d_]{3}|(?:\.\s[^\W\d_]){4}", given) or re.match(
        r"[^\W\d_A-ZА-Я]{1,3}\.", family
    ):
        return True
    return bool(re.search(r"\d|,\s.*,\s|\sv\.?\s|[«“\"]", family)) or len(family.split()) > 12  # noqa: PLR2004


def _of_title(title: str, *, is_thesis: bool) -> int:
    if _NAMES_NOTHING.fullmatch(title) or not re.search(r"[^\W\d_]{2}|[\u2e80-\ud7ff]", title):
        return 2 * _WRONG
    found = _WRONG if _BEHIND_TITLES.search(title) or _BEGINS_WITH_ROLE.match(title) else 0
    found += _WRONG if (place := re.search(r";\s[^;:]+:\s([^;:]+)$", title)) and is_city(place[1]) else 0
    found += _ODD if re.search(rf"\.\s[{UPPER}][^\W\d_]{{1,3}}$", title) else 0
    found += _WRONG if not is_thesis and _names_thesis_behind(title) else 0
    return found + (_ODD if re.match(rf"[^\W\d_A-Z]{{1,9}}[,.]\s|{_YEAR}\.\s", title) else 0)


def _names_thesis_behind(title: str) -> bool:
    return any(map(names_thesis, re.split(r"\s?[,(:]\s?", title)[1:]))


def _of_places(fields: dict[str, str]) -> int:
    house = fields.get("publisher", "")
    found = _WRONG if _NO_HOUSE.search(house) or names_thesis(house) else 0
    found += _WRONG if re.search(rf"[^\W\d_]{{4}}\.\s[{UPPER}]", house) else 0
    found += _WRONG if fields.get("pages", "").endswith(("-", "–")) else 0
    found += sum(2 * _WRONG for name in ("publisher", "address") if _NUMBERS.search(fields.get(name, "")))
    host = fields.get("host", "")
    is_cut = bool(host) and len(host) < _FEW_LETTERS and "publisher" in fields
    behind = host.rpartition(", ")[2]
    is_cut = is_cut or (behind != host and behind.isalpha() and month_in(behind) > 0)
    if (
        is_cut
        or host.startswith("(")
        or role_in(host)
        or _BEGINS_BOOK.match(host)
        or _ENDS_WITH_DAY.search(host)
        or _LABEL_AT_END.search(host)
        or _NUMBERS.search(host)
    ):
        found += _WRONG
    if re.search(rf"^{_YEAR}$", fields.get("volume", "")) or not re.search(
        r"\d|[IVXLC]", fields.get("number", "1")
    ):
        found += _WRONG
    return found
