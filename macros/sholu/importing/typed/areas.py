"""A line of no form that has a name: authors, year, title, host, numbers, publisher, by what each looks like.

Articles are read by `journal_areas`; of other works `peels` takes out first what says itself what it is.
"""

from __future__ import annotations

import re

from sholu.bibliography.cities import names_city
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.gost import names_meeting
from sholu.importing.typed.heads import Head, head_of
from sholu.importing.typed.houses import is_house
from sholu.importing.typed.journal_areas import put_host, put_title, read_journal
from sholu.importing.typed.line import PAGES, UPPER, Line, day_of, tidy
from sholu.importing.typed.peels import peel
from sholu.importing.typed.role_peels import role_in
from sholu.importing.typed.theses import put_thesis
from sholu.regexes import regex

_YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR_BEHIND_TITLE = regex(rf"(?P<title>[“«\"].+?[”»\"])\.\s(?P<year>{_YEAR})\.\s+")
_QUOTED = (
    *(
        re.compile(
            rf"{left}\s?(?P<title>[^{left}{right}]*(?:[{left}][^{left}{right}]*[{right}][^{left}{right}]*)?){right}"
            r"(?=[.,\s(]|$)"
        )
        for left, right in (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
    ),
    *(
        of_words(rf"{left}(?P<title>.+?)(?:(?<=[,.?!]){right}|{right}(?=[,.]|\s(?:\(|(?i:<<in_book>>)\b)))")
        for left, right in (("‘", "’"), ("'", "'"))
    ),
)
_DEGREE = (
    "(?:<<thesis_phd>>|<<thesis_doctorate>>|<<thesis_master>>|<<thesis_bachelor>>|<<thesis_candidate>>)(?:[’']?s)?"
    r"\.?\s<<thesis>>\.?"
)
_THESES = (
    # (PhD diss., School, year), and without brackets
    of_words(
        rf"^(?P<title>.+?)[.,”\"»]*\s\(?(?P<kind>{_DEGREE})[,.:]?\s(?P<school>[^()]+?),\s(?P<year>{_YEAR})\)?[.,]?\s*(?P<more>)$",
        re.IGNORECASE,
    ),
    # MLA: title. year. School, PhD dissertation. Where it is kept, its address
    of_words(
        rf"^(?P<title>.+?)[.”\"]+\s(?P<year>{_YEAR})\.\s(?P<school>[^,]+),\s(?P<kind>{_DEGREE})\.?\s*(?P<more>.*)$",
        re.IGNORECASE,
    ),
)
# "ProQuest, search.proquest.com/docview/305212264"
_BARE_ADDRESS = regex(r"(?:^|,\s)(?P<address>(?:[\w-]+\.)+[a-z]{2,6}/\S+?)\.?$")
_IN_BOOK = of_words(rf"^(?P<title>.+?)(?P<sign>[.,?!])\s(?i:<<in_book>>):?\s(?P<host>[{UPPER}].+)$")
_IN_BEHIND = of_words(rf"(?i:<<in_book>>):?\s(?P<host>[{UPPER}“«\"].+)$")
_SERIES_AND_NUMBER = regex(rf"(?P<series>[{UPPER}].+?)[,;]?\s(?P<number>\d{{1,4}})")
_SERIES_BEHIND = regex(rf"(?P<title>.+?),\s(?P<series>[{UPPER}][^,]*?),?\s(?P<number>\d{{1,4}})$")
_PROCEEDINGS = of_words(
    rf"^(?P<title>.+?),\s(?P<host>(?i:<<proceedings>>)\s[^,]+(?:,\s(?!{_YEAR})[^,]+)*?),\s(?P<publisher>[{UPPER}][^,]+),\s(?P<year>{_YEAR})\.?$"
)
# “29-38 (p. 32)”: which of the pages a note means.
_PIN = of_words(rf"(?<=\d)\s\({PAGES}\.?\s?\d+(?:[-–]\d+)?\)\.?$")
# “THEORETICAL PERSPECTIVES 89, 91 (Deborah L. Rhode ed., 1990)”
_PAGE_BEFORE_BRACKET = regex(r"(?<=[^\W\d_])\s(?P<page>\d+)(?:,\s[\d–-]+)?(?=\s\([^()]*\d{4}\)\.?$)")
# In words: the longest name of a publisher.
_FEW = 8
_LEAST = 2


def read_areas(line: Line) -> str:
    """Read a line; return its type, "" if nothing tells what is what."""
    if " // " in line.text:
        return ""
    head = head_of(line.text)
    if head.names:
        line.names[head.role] = [*head.names]
    if head.others:
        line.and_others.add(head.role)
    day = day_of(f"{head.day} {head.year}") if head.day else ""
    line.put("date" if day else "year", day or head.year)
    rest = head.rest
    if not head.names and (year := _YEAR_BEHIND_TITLE.match(rest)):
        # Without an author the title stands before the year (Chicago).
        line.put("year", year["year"])
        rest = f"{year['title']}. {rest[year.end() :]}"
    if thesis := next(filter(None, (pattern.match(rest) for pattern in _THESES)), None):
        return _thesis(line, thesis)
    if journal := _journal_or_none(line, rest, head):
        return journal
    return _of_parts(line, rest, head)


def _of_parts(line: Line, rest: str, head: Head) -> str:
    """Read what stands in a book, in proceedings, or alone."""
    title, behind = _quoted(_PIN.sub("", rest))
    if inside := _inside_of(title, behind, rest):
        return _in_book(line, title or inside["title"], inside["host"])
    if found := _PROCEEDINGS.match(rest):
        put_title(line, found["title"])
        for name in ("host", "publisher", "year"):
            line.put(name, found[name])
        return "inproceedings" if names_meeting(found["host"]) else "incollection"
    if title:
        return _in_book(line, title, behind) or _thesis_alone(line, title)
    return _book(line, rest, by_commas=head.by_commas)


def _inside_of(title: str, behind: str, rest: str) -> re.Match[str] | None:
    """Find where it is told that a work stands in a book."""
    inside = _IN_BEHIND.match(behind) if title else _IN_BOOK.match(rest)
    if inside is None or title or inside["sign"] != ",":
        return inside
    # «L’islam, en Asie centrale» tells of no book.
    return inside if role_in(inside["host"]) or ":" in inside["host"] else None


def _journal_or_none(line: Line, rest: str, head: Head) -> str:
    rest = _PIN.sub("", rest)
    title, behind = _quoted(rest)
    if _inside_of(title, behind, rest):
        return ""
    return read_journal(line, rest, title, behind, by_commas=head.by_commas)


def _quoted(text: str) -> tuple[str, str]:
    """Part a title in quotation marks, with which a text begins, from what follows."""
    for pattern in _QUOTED:
        if (quoted := pattern.match(text)) and quoted["title"].strip():
            return f"{quoted['title'].rstrip(',.')}", text[quoted.end() :].lstrip(" ,.")
    return "", text


def _thesis_alone(line: Line, title: str) -> str:
    """Tell that nothing but what a thesis is stands behind its title."""
    if line.fields.get("kind_of_work") != "thesis":
        return ""
    put_title(line, title)
    return "thesis"


def _thesis(line: Line, found: re.Match[str]) -> str:
    line.fields.pop("by_commas", None)
    line.put("title", tidy(found["title"]).strip('“”"'))
    put_thesis(line, found["kind"])
    line.put("publisher", found["school"])
    line.put("year", found["year"])
    more = found["more"]
    if address := _BARE_ADDRESS.search(more):
        line.put("url", f"https://{address['address']}")
        more = ""
    if "url" not in line.fields:
        line.leave(more)
    return "thesis"


def _in_book(line: Line, title: str, behind: str) -> str:
    """Read what a work stands in: a book with its editors, its publisher and the pages."""
    if page := _PAGE_BEFORE_BRACKET.search(behind):
        line.put("pages", page["page"])
        behind = behind[: page.start()] + behind[page.end() :]
    pieces = peel(line, behind, is_part=True)
    if not pieces:
        return ""
    put_title(line, title)
    host, *others = pieces
    host, series = _with_series(host, others, is_printed="publisher" in line.fields)
    put_host(line, host)
    _rest(line, [*series, *others])
    if names_meeting(host):
        return "inproceedings"
    is_book = {"publisher", "address", "edition", "isbn"} & line.fields.keys() or "editor" in line.names
    return "incollection" if is_book else "article"


def _book(line: Line, rest: str, *, by_commas: bool) -> str:
    """Read a book: its title first, then what says itself what it is."""
    pieces = peel(line, rest, is_part=False)
    if not pieces:
        return ""
    title, *others = pieces
    is_printed = bool({"publisher", "address"} & line.fields.keys())
    if not is_printed and not others and {"year", "date"} & line.fields.keys():
        # A publisher alone: “Title. Brook Press”, “Title, 3rd ed., Prentice-Hall”.
        head, stop, house = title.rpartition(". ")
        if not stop and by_commas:
            # «La rumeur des steppes, Payot»
            head, stop, house = title.rpartition(", ")
            stop = stop if house.istitle() and len(house.split()) <= _LEAST and " " in head else ""
        title, others = (head, [house]) if stop and len(house.split()) < _FEW else (title, [])
    title, series = _with_series(title, others, is_printed=is_printed)
    if is_printed and "volume" in line.fields and others and len(others[0].split()) > _LEAST:
        line.put("volume_title", others.pop(0))
    put_title(line, title)
    _rest(line, [*series, *others])
    if line.fields.get("kind_of_work") == "thesis":
        return "thesis"
    if "url" in line.fields and {"publisher", "address", "isbn", "edition"}.isdisjoint(line.fields):
        return "online"
    return "book" if {"year", "date"} & line.fields.keys() else ""


def _with_series(title: str, others: list[str], *, is_printed: bool) -> tuple[str, list[str]]:
    """Part a title from the series behind it: “The Annotated Bibliography, MHRA Bibliographies, 1”."""
    found = _SERIES_BEHIND.match(title) if is_printed and not others else None
    return (found["title"], [f"{found['series']}, {found['number']}"]) if found else (title, [])


def _may_publish(words: str) -> bool:
    return (
        len(words.split()) < _FEW
        and re.match(rf"[{UPPER}]", words) is not None
        and not re.search(r"\d", words)
    )


def _rest(line: Line, pieces: list[str]) -> None:
    """Read pieces that nothing names: who published a work, else its series, else they are told."""
    pieces = [words for piece in pieces for words in re.split(r"(?<=[^\W\d_]{4})\.\s", piece)]
    for position, words in enumerate(pieces):
        is_last = position == len(pieces) - 1
        series = _SERIES_AND_NUMBER.fullmatch(words)
        if names_city(words.rstrip(".")) and "address" not in line.fields:
            line.put("address", words)
        elif series and "series" not in line.fields:
            line.put("series", series["series"])
            line.put("number", series["number"])
        elif "publisher" not in line.fields and _may_publish(words) and (is_last or is_house(words)):
            line.put("publisher", words)
        else:
            line.leave(words)
