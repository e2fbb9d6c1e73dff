"""A line as GOST and its kin print it: Author I. I. Title / roles // Host. Place: Publisher, year. С. 2–3."""

from __future__ import annotations

import re

from sholu.importing.draft import Name
from sholu.importing.typed.details import details, first_detail
from sholu.importing.typed.imprint import imprint, put_imprint
from sholu.importing.typed.line import LETTER, Line, tidy, with_one_dash
from sholu.importing.typed.people import names_at_head
from sholu.importing.typed.roles import put_people, read_roles, said_behind
from sholu.regexes import regex

_EDITION = regex(
    r"[,.;–\s]+(?P<edition>(?:Изд\.?\s*)?\d+-(?:е|ое|ші|шы|бас\.|басылым\w*)\s*(?:изд\.?|басылым\w*|бас\.)?(?:,?\s*(?:доп|перераб|испр|стер|өңд|толықт)\w*\.?(?:\s*(?:и|және)\s*\w+\.?)?)*"
    r"|\d+(?:st|nd|rd|th)\s+ed(?:n|ition)?\.?|Rev\.\s+ed\.|\d+\.\s?(?:Aufl(?:age)?|ed|baskı|bs|wyd|vyd)\b\.?"
    r"|\d+e\s+éd(?:ition)?\b\.?|\d+\.?ª\s+ed(?:ición|ição)?\b\.?)",
    re.IGNORECASE,
)
_VOLUME_IN_TITLE = regex(
    r"[.,–\s]+(?:(?:Т|Том|Vol|Кн|Ч|Bd|Кітап|Бөлім)\.?\s?(?P<a>[\dIVXLC]+)|(?P<b>\d+)-(?:том|кітап|т)\b)\.?(?P<more>\s?[:.]\s?.+)?$"
)
_PART_OF_VOLUME = regex(r"\s?[.:]\s?(?:Ч|Кн|Part|Бөлім)\.?\s?(?P<part>[\dIVX]+)[.:]?\s?")
_NUMBERS = {
    "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8,
    "тоғыз": 9, "он": 10, "жиырма": 20, "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4,
    "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10, "двенадцати": 12,
}  # fmt: skip
_IN_WORDS = "|".join(_NUMBERS)
_VOLUMES = regex(
    rf"[.,–\s]+(?:(?:В|в)\s(?P<a>\d+|{_IN_WORDS})(?:-(?:ти|х|и))?\s(?:т(?:омах|\.)?|кн\.?|ч\.?)(?!\w)|(?P<b>\d+)\sтомдық|In\s(?P<c>\d+)\svols?\.)\.?"
    rf"|[.,:–]\s+(?P<d>{LETTER}+(?:\s{LETTER}+)?)\sтомдық\.?$",
    re.IGNORECASE,
)
_THESIS = regex(
    r"(?:[^\W\d_]+\.?\s+ғыл?\w*\.?\s*(?=канд|докт))?(?P<author>автореф(?:ерат)?\.?\s*)?(?:(?:PhD|магистрлік|(?:канд|докт)\w*\.?)\s(?:(?:\.\.\.|…)\s)?)?(?:дис(?:с(?:ертация\w*)?)?\.?|thesis|dissertation|диплом(?!ат)\w*)",
    re.IGNORECASE,
)
_DEGREES = (
    ("doctoral", r"д-ра|докт|доктор(?!ы\s*\(?phd)\w*|doctor of sciences"), ("candidate", r"канд|candidate"),
    ("phd", r"phd|ph\.\s?d|философия докторы"), ("master", r"магистр|master|m\.a\."),
)  # fmt: skip
_SITE = regex(r"сайт|портал|жүйе|site|система|\.(?:kz|ru|com|org)\b", re.IGNORECASE)
_CONFERENCE = regex(
    r"конф\.|конференц|conference|proceedings|симпоз|symposium|congress|конгресс|съезд|құрылтай|материал(?:ы|дары)",
    re.IGNORECASE,
)


# «Allworth E. (ed.) Central Asia»: who stands at the head has edited it.
_EDITED = regex(
    r"[,\s]*[(\[]?(?:eds?|отв\.\s?ред|ред|сост|құраст|Hrsg)\.?[)\]][.,:]?\s+|[,\s]*eds?\.\s+", re.IGNORECASE
)
# "Title. Translated by Cynthia Klohr"
_SAID = regex(
    r"\.\s(?P<roles>(?:Translated|Edited|Trans\.|Ed\.|Eds\.)(?:\sand\s(?:translated|edited))?)\s(?:by\s)?(?P<people>[A-ZÀ-Þ].+?)\.?$"
)
# «Военное право : сетевой журн.»: what kind of periodical it is.
_PERIODICAL = regex(
    r"\s:\s(?:[^\W\d_.-]+\.?[\s-]){0,4}(?:журн(?:ал\w*)?|газ(?:ета|еті?)?|журналы?|газеті?|хабаршы\w*|вестн(?:ик)?)\.?$",
    re.IGNORECASE,
)


def read_gost(line: Line) -> None:
    """Read a line by its marks: «//» parts a work from what it stands in, «/» its title from its roles."""
    names, others, rest = names_at_head(with_one_dash(line.text))
    role = "author"
    if names and (edited := _EDITED.match(rest)):
        role, rest = "editor", rest[edited.end() :]
    if names:
        line.names[role] = names
    if others:
        line.and_others.add(role)
    work, parted, host = rest.partition(" // ")
    if parted:
        _title(line, work)
        _host(line, host)
    else:
        _whole(line, rest)


def _host(line: Line, host: str) -> None:
    """Read what a work stands in, and what is known of it."""
    start = first_detail(host)
    name, rest = host[:start], host[start:]
    own, _, responsible = _without_its_author(line, name).partition(" / ")
    if responsible:
        read_roles(line, _without_edition(line, responsible), of_host=True)
    line.put("host", _PERIODICAL.sub("", tidy(_without_volumes(line, own))))
    rest = _without_edition(line, rest)
    details(line, rest, is_part=True)
    if year := line.fields.pop("host_year", ""):
        sign = "." if rest.startswith(".") else ""
        line.fields["host"] = f"{line.fields.get('host', '')}{sign} {year}"


def _without_its_author(line: Line, host: str) -> str:
    """Take off the author of a work who is named again before his collected works."""
    names, _, rest = names_at_head(host)
    known = {name.family for name in line.names.get("author", [])}
    return rest if names and {name.family for name in names} <= known else host


def _whole(line: Line, text: str) -> None:
    """Read a book, a thesis, a page of the web: what stands in nothing."""
    found = imprint(text)
    if found:
        head, tail = text[: found.start()], text[found.end() :]
        put_imprint(line, found)
    else:
        start = first_detail(text)
        head, tail = text[:start], text[start:]
    details(line, tail, is_part=False)
    line.fields.pop("host_year", None)
    _title(line, _without_journal(line, head))


def _without_journal(line: Line, title: str) -> str:
    """Take off the journal that stands behind a title without a mark of its own, as BibTeX prints it."""
    fields = line.fields
    if not ({"volume", "number"} & fields.keys() and "pages" in fields) or "address" in fields:
        return title
    if house := fields.pop("publisher", ""):
        line.put("host", house)
        return title
    stop = re.search(r"(?<=[^\W\d_]{3}[.?!])\s(?P<journal>[^.?!]{4,90})[.,]?$", title)
    if stop is None:
        return title
    line.put("host", stop["journal"])
    return title[: stop.start()]


def _title(line: Line, words: str) -> None:
    """Read a title with what follows it: roles, edition, volume, degree, kind of publication."""
    title, slash, responsible = words.partition(" / ")
    if slash:
        # «/ И. И. Иванов. – 3-е изд., испр. – М.»
        read_roles(line, _without_edition(line, responsible), of_host=False)
    title = re.sub(r"[\s–]+$", "", title)
    if said := _SAID.search(title):
        for role, sign in (("translator", "trans"), ("editor", "ed")):
            if re.search(rf"\b{sign}", said["roles"], re.IGNORECASE):
                put_people(line, role, said["people"])
        title = title[: said.start()]
    elif said := said_behind().search(title):
        put_people(line, "editor" if said["editor"] else "translator", said["people"])
        title = title[: said.start()]
    title = _without_edition(line, title)
    _thesis(line, title)
    title = _without_thesis(title) if line.fields.get("kind_of_work") == "thesis" else title
    title = _without_volumes(line, title)
    if volume := _VOLUME_IN_TITLE.search(title):
        line.put("volume", volume["a"] or volume["b"])
        if volume["more"]:
            part = _PART_OF_VOLUME.match(volume["more"])
            line.put("part", part["part"] if part else "")
            line.put("volume_title", (volume["more"][part.end() :] if part else volume["more"]).lstrip(" .:"))
        title = _without_volumes(line, title[: volume.start()])
    if translated := re.search(r"\s\[([^\[\]]{4,})\]$", title):
        line.put("translated", translated[1])
        title = title[: translated.start()]
    line.put("title", tidy(title))


def _without_volumes(line: Line, words: str) -> str:
    """Take off in how many volumes a work is: «в 9 т.», «в пяти томах», «бес томдық»."""
    found = _VOLUMES.search(words)
    if found is None:
        return words
    line.put("volumes", _number(found["a"] or found["b"] or found["c"] or found["d"]))
    return words[: found.start()] + words[found.end() :]


def _without_edition(line: Line, words: str) -> str:
    """Take the edition out of words that tell it."""
    found = _EDITION.search(words)
    if found is None:
        return words
    line.put("edition", found["edition"])
    return words[: found.start()] + words[found.end() :]


def _number(words: str) -> str:
    """Write a Kazakh number in figures: «он бес» → 15."""
    parts = [_NUMBERS.get(word) for word in words.casefold().split()]
    known = [part for part in parts if part is not None]
    return str(sum(known)) if parts and len(known) == len(parts) else words


def _thesis(line: Line, title: str) -> None:
    found = _THESIS.search(title)
    if not found or (found.start() == 0 and not found["author"]):
        return
    line.put("kind_of_work", "thesis")
    tail = title[found.start() :].casefold()
    degree = next((name for name, signs in _DEGREES if re.search(signs, tail)), "")
    line.put("type", degree)
    if science := re.search(r"(?:канд|д-ра|докт)\w*\.?\s+([а-яё.-]+\s+наук)", tail):
        line.put("field", science[1])


def _without_thesis(title: str) -> str:
    found = _THESIS.search(title)
    return title[: found.start()].rstrip(" :,–([") if found else title


def type_of(line: Line) -> str:
    """Return the type of the entry, told by what was read."""
    fields = line.fields
    if kind := fields.get("kind_of_work"):
        return kind
    host = fields.get("host", "")
    return _type_of_part(line, host) if host else _type_of_whole(fields)


def _type_of_whole(fields: dict[str, str]) -> str:
    is_printed = not {"publisher", "pagetotal", "isbn", "address"}.isdisjoint(fields)
    if "url" in fields and not is_printed:
        return "online"
    return "book" if is_printed or "volume" in fields else "misc"


def _type_of_part(line: Line, host: str) -> str:
    fields = line.fields
    if re.search(r"конф|conference", host, re.IGNORECASE) or (
        _CONFERENCE.search(host) and "publisher" not in fields
    ):
        return "inproceedings"
    if "publisher" in fields or "editor" in line.names or ("address" in fields and "number" not in fields):
        return "incollection"
    is_counted = not {"volume", "number", "pages", "issn", "date"}.isdisjoint(fields)
    return "online" if "url" in fields and not is_counted and _SITE.search(host) else "article"


def names_of(line: Line) -> dict[str, tuple[Name, ...]]:
    """Return the persons that were read, by role."""
    return {role: tuple(people) for role, people in line.names.items() if people}
