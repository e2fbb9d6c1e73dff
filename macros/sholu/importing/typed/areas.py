"""A line of no form that has a name: authors, year, title, host, numbers, publisher, by what each looks like.

Where several marks may part the title from what follows, each is weighed (`_weight`), and the best is taken.
"""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city, names_city
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.clusters import cluster_of, numbered
from sholu.importing.typed.gost import names_meeting
from sholu.importing.typed.heads import head_of
from sholu.importing.typed.houses import is_house
from sholu.importing.typed.line import EDITION, PAGES, UPPER, Line, day_of, tidy
from sholu.importing.typed.peels import peel
from sholu.importing.typed.role_peels import role_in
from sholu.importing.typed.theses import put_thesis
from sholu.regexes import regex

_YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR_BEHIND_TITLE = regex(rf"(?P<title>[“«\"].+?[”»\"])\.\s(?P<year>{_YEAR})\.\s+")
# Marks behind which a journal may begin.
_GAP = regex(rf"(?P<sign>[.?!,]|[”\"»’][.,]?)\s+(?=[{UPPER}“«\"\d])")
_FRONT = regex(rf"(?P<volume>\d{{1,4}})\s(?=[{UPPER}])")
_SHORTENED = regex(rf"[{UPPER}][^\W\d_]{{0,7}}\.")
_ENDS_SHORTENED = regex(rf"(?:^|[\s.])[{UPPER}][^\W\d_]{{0,3}}$")
_SENTENCES = regex(rf"[^\W\d_]{{4,}}\.\s[{UPPER}]")
_PERIODICAL = of_words(r"\b(?:<<words_of_journals>>|<<periodical>>)", re.IGNORECASE)
_SERIES = of_words(r"(?i:<<series_of_journals>>)\b")
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
_IN_BOOK = of_words(rf"^(?P<title>.+?)[.,?!]\s(?i:<<in_book>>):?\s(?P<host>[{UPPER}].+)$")
_IN_BEHIND = of_words(rf"(?i:<<in_book>>):?\s(?P<host>[{UPPER}“«\"].+)$")
_SERIES_AND_NUMBER = regex(rf"(?P<series>[{UPPER}].+?)[,;]?\s(?P<number>\d{{1,4}})")
_SERIES_BEHIND = regex(rf"(?P<title>.+?),\s(?P<series>[{UPPER}][^,]*?),?\s(?P<number>\d{{1,4}})$")
_PROCEEDINGS = of_words(
    rf"^(?P<title>.+?),\s(?P<host>(?i:<<proceedings>>)\s[^,]+(?:,\s(?!{_YEAR})[^,]+)*?),\s(?P<publisher>[{UPPER}][^,]+),\s(?P<year>{_YEAR})\.?$"
)
_EDITION_IN_BRACKETS = of_words(rf"[,\s]*\((?P<edition>{EDITION})\)")
# “29-38 (p. 32)”: which of the pages a note means.
_PIN = of_words(rf"(?<=\d)\s\({PAGES}\.?\s?\d+(?:[-–]\d+)?\)\.?$")
# “THEORETICAL PERSPECTIVES 89, 91 (Deborah L. Rhode ed., 1990)”
_PAGE_BEFORE_BRACKET = regex(r"(?<=[^\W\d_])\s(?P<page>\d+)(?:,\s[\d–-]+)?(?=\s\([^()]*\d{4}\)\.?$)")
_LEAST = 2
_WHOLE_DAY = len("2026-01-31")
# A number before a name tells that a journal begins: “, 66 Synthese (1986)”.
_COUNTED = 4
_FEW, _MANY = 8, 12


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
    title, behind = _quoted(_PIN.sub("", rest))
    inside = (_IN_BEHIND.match(behind) if title else _IN_BOOK.match(rest)) or None
    if inside is None and (journal := _journal(line, rest, title, behind, by_commas=head.by_commas)):
        return journal
    if inside:
        return _in_book(line, title or inside["title"], inside["host"])
    if found := _PROCEEDINGS.match(rest):
        _title(line, found["title"])
        for name in ("host", "publisher", "year"):
            line.put(name, found[name])
        return "inproceedings" if names_meeting(found["host"]) else "incollection"
    return _in_book(line, title, behind) if title else _book(line, rest)


def _quoted(text: str) -> tuple[str, str]:
    """Part a title in quotation marks, with which a text begins, from what follows."""
    for pattern in _QUOTED:
        if (quoted := pattern.match(text)) and quoted["title"].strip():
            return f"{quoted['title'].rstrip(',.')}", text[quoted.end() :].lstrip(" ,.")
    return "", text


def _title(line: Line, words: str) -> None:
    if edition := _EDITION_IN_BRACKETS.search(words):
        line.put("edition", edition["edition"])
        words = words[: edition.start()] + words[edition.end() :]
    mark = words.rstrip()[-1:] if words.rstrip()[-1:] in "?!" else ""
    title = tidy(words)
    line.put("title", title if title.endswith(mark) else title + mark)


def _journal(line: Line, rest: str, title: str, behind: str, *, by_commas: bool) -> str:
    rest = behind if title else rest
    if before := re.match(rf"[\[(](?P<year>{_YEAR})[\])]\s", rest):
        # OSCOLA: ‘Title’ (2010) 73 MLR 752
        line.put("year", before["year"])
        rest = rest[before.end() :]
    rest = _PIN.sub("", rest)
    cluster = cluster_of(rest)
    if cluster is None or not (cluster.bare or {"volume", "number", "pages", "date"} & cluster.fields.keys()):
        return ""
    head = rest[: cluster.start].rstrip(" ,:;(")
    best, host, front = _LEAST - 1, "", ""
    partings = [(title, "”", head)] if title else _partings(head)
    chosen, is_counted = title, bool({"volume", "number"} & cluster.fields.keys() or cluster.bare)
    for before_, sign, name_ in partings:
        number = _FRONT.match(name_)
        counted = number["volume"] if number and sign != "." else ""
        name = name_[number.end() :] if number and counted else name_
        weight = _weight(before_, sign, name, by_commas=by_commas, is_counted=is_counted) + (
            _COUNTED if counted else 0
        )
        if weight > best:
            best, chosen, host, front = weight, before_, name, counted
    fields = numbered(cluster, front) if host else None
    if fields is None or not (line.fields.keys() | fields.keys()) & {"year", "date"}:
        return ""
    if role_in(host) or (
        not title
        and len(fields.get("date", "")) not in {0, _WHOLE_DAY}
        and {"volume", "number", "pages"}.isdisjoint(fields)
    ):
        return ""
    _title(line, chosen)
    _put_host(line, host)
    if month := fields.pop("month", ""):
        fields["date"] = f"{line.fields.pop('year', fields.pop('year', ''))}-{int(month):02}"
    for name, words in fields.items():
        line.put(name, words)
    return "inproceedings" if names_meeting(host) and "publisher" in line.fields else "article"


def _partings(head: str) -> list[tuple[str, str, str]]:
    """Return each way to part a title from a journal: title, mark, journal."""
    return [
        (head[: gap.start()] + (gap["sign"] if gap["sign"] in "?!" else ""), gap["sign"], head[gap.end() :])
        for gap in _GAP.finditer(head)
    ]


def _weight(title: str, sign: str, host: str, *, by_commas: bool, is_counted: bool) -> int:
    """Weigh whether a title and a journal are parted here."""
    words = host.split()
    if not is_counted and ":" in host:
        return -1
    if not words or host.count("(") != host.count(")") or title.count("(") != title.count(")"):
        return -1
    if names_city(host) or (":" in host and is_city(host.partition(":")[0])):
        # «М., 1985», “Bloomington: Indiana University Press”
        return -1
    shortened = len(_SHORTENED.findall(host))
    weight = {"”": 3, ",": 2 if by_commas else 0}.get(sign[:1], 1 if by_commas else 2)
    weight += 2 if _PERIODICAL.search(host) or shortened > len(words) / 2 else 0
    weight += 1 if len(words) <= _FEW else -3 if len(words) > _MANY else 0
    weight -= 1 if _SENTENCES.search(host) and shortened < 2 else 0  # noqa: PLR2004
    weight -= 4 if _SERIES.match(host) else 0
    weight -= 3 if sign != "”" and len(title.split()) < 2 else 0  # noqa: PLR2004 -- a name
    weight -= 3 if sign == "." and _ENDS_SHORTENED.search(title) else 0
    return weight - (1 if ":" in host or (sign != "”" and "," in host) else 0)


def _put_host(line: Line, words: str) -> None:
    line.put("host", words)
    # «Proc. Amer. Math. Soc.»: a name of shortened words keeps its last stop.
    if words.endswith(".") and len(_SHORTENED.findall(words)) > 1:
        line.fields["host"] = words


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
    _title(line, title)
    host, *others = pieces
    host, series = _with_series(host, others, is_printed="publisher" in line.fields)
    _put_host(line, host)
    _rest(line, [*series, *others])
    if names_meeting(host):
        return "inproceedings"
    is_book = {"publisher", "address", "edition", "isbn"} & line.fields.keys() or "editor" in line.names
    return "incollection" if is_book else "article"


def _book(line: Line, rest: str) -> str:
    """Read a book: its title first, then what says itself what it is."""
    pieces = peel(line, rest, is_part=False)
    if not pieces:
        return ""
    title, *others = pieces
    is_printed = bool({"publisher", "address"} & line.fields.keys())
    if not is_printed and not others and {"year", "date"} & line.fields.keys():
        # A publisher alone: “Title. Brook Press”, “Title, 3rd ed., Prentice-Hall”.
        head, stop, house = title.rpartition(". ")
        title, others = (head, [house]) if stop and len(house.split()) < _FEW else (title, [])
    title, series = _with_series(title, others, is_printed=is_printed)
    if is_printed and "volume" in line.fields and others and len(others[0].split()) > _LEAST:
        line.put("volume_title", others.pop(0))
    _title(line, title)
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
    for position, words in enumerate(pieces):
        is_last = position == len(pieces) - 1
        series = _SERIES_AND_NUMBER.fullmatch(words)
        if series and "series" not in line.fields:
            line.put("series", series["series"])
            line.put("number", series["number"])
        elif "publisher" not in line.fields and _may_publish(words) and (is_last or is_house(words)):
            line.put("address" if is_city(words) and "address" not in line.fields else "publisher", words)
        else:
            line.leave(words)
