"""A line with the year behind the authors, as APA, Harvard and their kin print it."""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city
from sholu.bibliography.institutions import is_institution
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.details import details, first_detail
from sholu.importing.typed.houses import (
    EDITION_BEHIND,
    by_commas,
    is_house,
    put_house,
    without_edition,
    without_house,
)  # fmt: skip
from sholu.importing.typed.imprint import PLACE
from sholu.importing.typed.journals import journal_at_end, put_issue
from sholu.importing.typed.line import (
    EDITION,
    NUMBER,
    PAGES,
    PART,
    ROLE_IN_BRACKETS,
    UPPER,
    VOLUME,
    Line,
    day_of,
    tidy,
)
from sholu.importing.typed.people import names_alone, names_listed
from sholu.importing.typed.theses import names_thesis, put_thesis
from sholu.regexes import regex

_YEAR = r"(?:1[5-9]|20)\d\d"
# «(2016)», "(2016, May 12)", "(n.d.)", "[1992]", and "Author, 2005." of Harvard.
_HEAD = of_words(
    rf"^(?P<people>[^()\[\]/]{{2,400}}?{ROLE_IN_BRACKETS}?)[.,]?\s*"
    # "(17 February 2000)", as Wikipedia has it.
    rf"(?:[(\[](?:(?P<when>\d{{1,2}}\s[^\W\d_]{{3,9}})\s)?(?P<year>{_YEAR})(?P<letter>[a-zа-г])?(?:,\s*(?P<day>[^()]{{3,20}}))?[)\]]"
    r"|[(\[](?P<none>(?i:<<no_date>>)\.?)[)\]])[.,:]?\s+(?P<rest>.+)$"
)
_HARVARD = regex(
    rf"^(?P<people>[^()\[\]/]{{2,400}}?(?:\([A-Z]{{2,9}}\))?),?\s(?P<year>{_YEAR})(?P<letter>[a-z])?\.\s+"
    rf"(?P<rest>[{UPPER}“\"«].+)$"
)
_VOLUME = of_words(
    r"^[\s,.]*(?P<volume>\d+|[IVXLC]+(?!\.\s?\d))\s?(?:\((?P<number>[\w–/ -]+)\))?"
    rf"(?:\s?[,:]\s?(?:(?:{PAGES}|(?i:<<article>>))\.?\s?)?"
    r"(?P<pages>[A-Za-z]?\d+(?:\s?[-–]\s?[A-Za-z]?\d+)?|e\d+))?[.;,\s]*(?P<more>.*)$"
)
_BARE_NUMBER = regex(r"^[\s,.]*\d+,\s(?:\d|1[0-2])\.?$")
_HOST_AND_VOLUME = of_words(
    rf"^(?P<host>.+?)[,.]?\s(?=(?:\d+\s?(?:\(|,|:)|[IVXLC]+\s?\(|{VOLUME}\s?\d|№\s?\d|\(\d+\)))(?P<rest>.+)$"
)
_IN = of_words(rf"^(?i:<<in_book>>)\s*:?\s+(?:(?P<editors>.+?)\s*{ROLE_IN_BRACKETS},?\s+)?(?P<host>.+)$")
_BRACKET = regex(r"\s*\[(?P<words>[^\[\]]+)\](?=[.\s]|$)")
_EDITION = of_words(rf"\s*\((?P<edition>{EDITION})(?:,\s*(?P<more>[^()]*))?\)")
_PAGES = of_words(rf"\s*\(?\b{PAGES}\.\s?(?P<pages>[ivxlc\d]+(?:\s?[-–—]\s?[ivxlc\d]+)?)\)?")
_IN_BRACKETS = regex(r"\s*\((?P<words>[^()]+)\)")
_END = of_words(
    rf"[.?!](?=\s+(?:[{UPPER}\"“«[(]|\d+\.?-?<<ordinal_endings>>\s|\d+\.\s(?i:<<edition>>))|\s*$)"
)
# "(J. Smith, Trans.)", «(R. Sezer, Çev.)»
_TRANSLATED = of_words(r"\s*[(\[](?P<people>[^()\[\]]{3,80}?),\s(?i:<<role_translator>>)[)\]]")
_ABBREVIATED = of_words(r"\b<<before_names>>$")
_TOLD_BEHIND = of_words(rf"\s*\(((?:{VOLUME}|{NUMBER}|{PART}|{PAGES}\.)\s?[\dIVXLCivxlc][^()]*)\)\s*$")
_EXTRAS = (
    ("volume", of_words(rf"\b{VOLUME}\s?(\w+)")),
    ("number", of_words(rf"\b{NUMBER}\s?(\w+)")),
    ("pages", of_words(rf"\b{PAGES}\.?\s?([\d–-]+)")),
)
_PAGES_OF_PART = of_words(rf"\s*\((?P<in>[^()]*\b{PAGES}\.\s?[\d–—-]+[^()]*)\)[.,]?\s*")
# «Title 1987–1997, Communist and Post-Communist Studies, 31(2), pp. 171–186»
_BEFORE_JOURNAL = regex(
    rf"^(?P<title>.+?),\s(?P<behind>[{UPPER}][^,:]{{3,80}},\s\d+\s?(?:\(\d[\d–-]*\)|,\s\d).*)$"
)
_BEFORE_HOUSE = of_words(rf",\s(?={PLACE}\s?:\s?[^:]+$)")
_ONLY_HOUSE = of_words(rf"{PLACE}\s?:\s?[^:]+")
_ROLE_AT_END = of_words(rf"{ROLE_IN_BRACKETS}\s*$")
_CONFERENCE = of_words(r"\b(?:<<conference>>|<<proceedings>>)", re.IGNORECASE)


def reads_as_apa(text: str) -> re.Match[str] | None:
    """Tell whether a line has its year right behind the authors."""
    if " // " in text:
        before = text.partition(" // ")[0]
        found = _HEAD.match(text)
        return found if found and found.start("rest") < len(before) else None
    found = _HEAD.match(text) or _HARVARD.match(text)
    if not found:
        return None
    people = found["people"].strip()
    if found.re.pattern == _HARVARD.pattern:
        # Here nothing but names may stand before the year, or who has no initials.
        if is_institution(people) and "." not in people.rstrip("."):
            return found
        return found if names_alone(people)[0] else None
    # «Закон Республики Казахстан. О рекламе (2003)» has a title before its year.
    is_sentence = re.search(rf"[^\W\d_]{{4,}}\.\s+[{UPPER}][^\W\d_]{{2,}}\s[^\W\d_]{{2,}}", people)
    return None if is_sentence else found


def read_apa(line: Line, found: re.Match[str]) -> None:
    """Read authors, year, title and host."""
    people = found["people"].strip()
    bare = _ROLE_AT_END.sub("", people)
    names, others = names_listed(bare)
    if found.re.pattern == _HARVARD.pattern and all(name.is_institution for name in names):
        names, others = names_alone(bare) if not is_institution(bare) else (names, others)
    role = "editor" if _ROLE_AT_END.search(people) else "author"
    line.names[role] = names
    if others:
        line.and_others.add(role)
    parts = found.groupdict()
    year, day = parts.get("year") or "", parts.get("day") or parts.get("when") or ""
    whole = day_of(f"{day} {year}") if day else ""
    if whole:
        line.put("date", whole)
    else:
        line.put("year", year)
    rest = parts["rest"].strip()
    if " // " in rest:
        title, _, host = rest.partition(" // ")
        _put_title(line, title)
        start = first_detail(host)
        line.put("host", host[:start])
        details(line, host[start:], is_part=True)
        return
    if journal := journal_at_end(f". {rest}"):
        # “Title. Commun. ACM 21, 7 (July 1978), 558–565.”
        _put_title(line, rest[: journal.start() - 3])
        put_issue(line, journal)
        return
    if found.string[: found.start("rest")].endswith("): ") and (title := by_commas(line, rest)):
        _put_title(line, title)
        return
    title, behind = _split_title(without_house(line, rest))
    if not behind and (journal := _BEFORE_JOURNAL.match(title)):
        title, behind = journal["title"], journal["behind"]
    if not behind and (house := _BEFORE_HOUSE.search(title)):
        title, behind = title[: house.start()], title[house.end() :]
    _put_title(line, title)
    _behind(line, behind)


def _split_title(text: str) -> tuple[str, str]:
    """Part a title from what follows: at the first end of a sentence, or where its quotation marks end."""
    quoted = re.match(r"([«“\"‘'])(?P<title>.+?)(?P<before>[,.]?)[»”\"’'](?P<behind>[.,]?)\s+", text)
    # ‘We are children of Alash…’ The Kazakh intelligentsia. Journal: a quotation begins the title.
    if quoted and (quoted["before"] or quoted["behind"] or not _goes_on(text[quoted.end() :])):
        return quoted["title"], text[quoted.end() :]
    for end in _END.finditer(text):
        before = text[: end.start()]
        # “Discourses Book I. Oxford: Clarendon Press”
        is_number = re.search(r"\s[IVX]$", before) and _ONLY_HOUSE.fullmatch(text[end.end() :].strip(" ."))
        is_initial = re.search(rf"(?:^|[\s.])[{UPPER}]$", before) and not is_number
        if is_initial or _ABBREVIATED.search(before):
            continue
        if before.count("(") != before.count(")"):
            continue
        if before.count("[") != before.count("]"):
            continue
        mark = end[0] if end[0] in "?!" else ""
        return f"{before}{mark}", text[end.end() :].strip()
    return text, ""


def _goes_on(text: str) -> bool:
    """Tell whether a sentence ends before a journal begins."""
    end = _END.search(text)
    return end is not None and _HOST_AND_VOLUME.match(text[end.end() :].strip()) is not None and "(" in text


def _put_title(line: Line, words: str) -> None:
    if translated := _TRANSLATED.search(words):
        line.names["translator"], _ = names_listed(translated["people"])
        words = words[: translated.start()] + words[translated.end() :]
    for found in _EDITION.finditer(words):
        line.put("edition", found["edition"])
        if found["more"]:
            _extras(line, found["more"])
    words = _EDITION.sub("", words)
    if series := _TOLD_BEHIND.search(words):
        _extras(line, series[1])
        words = words[: series.start()]
    for found in _BRACKET.finditer(words):
        if names_thesis(found["words"]):
            _thesis(line, found["words"])
        elif re.match(rf"[{UPPER}]", found["words"]) and len(found["words"].split()) > 1:
            line.put("translated", found["words"])
        else:
            line.leave(f"[{found['words']}]")
    words = _BRACKET.sub("", words)
    for found in _IN_BRACKETS.finditer(words):
        if names_thesis(found["words"]):
            _thesis(line, found["words"])
            words = words[: found.start()] + words[found.end() :]
            break
    line.put("title", tidy(words))


def _extras(line: Line, words: str) -> None:
    for name, pattern in _EXTRAS:
        if found := pattern.search(words):
            line.put(name, found[1])


def _thesis(line: Line, words: str) -> None:
    put_thesis(line, words)
    _, comma, school = words.partition(",")
    if comma:
        line.put("publisher", school)


def _behind(line: Line, text: str) -> None:
    """Read what stands behind a title: a journal with its volume, a book with its editors, a publisher."""
    if not text:
        return
    text = without_edition(line, text)
    if inside := _IN.match(text):
        _inside(line, inside)
        return
    if found := _HOST_AND_VOLUME.match(text):
        host, rest = found["host"], found["rest"]
        if not _ONLY_HOUSE.fullmatch(host.strip(" .,")):
            _put_host(line, host)
            _numbers(line, rest)
            return
    if pages := _PAGES.search(text):
        line.put("pages", re.sub(r"\s", "", pages["pages"]))
        host = text[: pages.start()].strip(" ,.(")
        # As notes have it: "Ankara: TTK, s. 12."
        is_imprint = is_house(host) or (":" in host and is_city(host.partition(":")[0]))
        put_house(line, host) if is_imprint else _put_host(line, host)
        details(line, text[pages.end() :], is_part=True)
        return
    put_house(line, text)


def _put_host(line: Line, words: str) -> None:
    if translated := _BRACKET.search(words):
        line.put("host_translated", translated["words"])
    line.put("host", tidy(_BRACKET.sub("", words)))


def _numbers(line: Line, text: str) -> None:
    if found := _VOLUME.match(text):
        line.put("volume", found["volume"])
        line.put("number", found["number"] or "")
        # “Europe-Asia Studies, 61, 7.”: volume and number.
        name = "number" if _BARE_NUMBER.search(text) else "pages"
        line.put(name, re.sub(r"\s", "", found["pages"] or ""))
        details(line, found["more"] or "", is_part=True)
        return
    details(line, text, is_part=True)


def _inside(line: Line, inside: re.Match[str]) -> None:
    if inside["editors"]:
        names, others = names_listed(inside["editors"])
        line.names["editor"] = names
        if others:
            line.and_others.add("editor")
    rest = inside["host"]
    book = _PAGES_OF_PART.search(rest)
    if book:
        _extras(line, book["in"])
        if edition := EDITION_BEHIND.search(book["in"]):
            line.put("edition", edition["edition"])
        line.put("host", rest[: book.start()])
        put_house(line, rest[book.end() :])
        return
    host, behind = _split_title(rest)
    # As Springer has it: the pages before the publisher.
    if pages := _PAGES.search(host):
        line.put("pages", re.sub(r"\s", "", pages["pages"]))
        host = host[: pages.start()].strip(" ,")
    line.put("host", host)
    if pages := _PAGES.search(behind):
        line.put("pages", re.sub(r"\s", "", pages["pages"]))
        behind = behind[: pages.start()] + behind[pages.end() :]
    put_house(line, behind)


def type_of(line: Line) -> str:
    """Return the type of the entry, told by what was read."""
    fields = line.fields
    if "kind_of_work" in fields:
        return fields["kind_of_work"]
    if "host" in fields:
        if _CONFERENCE.search(fields["host"]):
            return "inproceedings"
        is_chapter = "publisher" in fields or "editor" in line.names
        return "incollection" if is_chapter else "article"
    if "url" in fields and not {"isbn", "address", "edition", "doi"} & fields.keys():
        return "online"
    return "book"
