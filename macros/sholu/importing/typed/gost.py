"""A line as GOST and its kin print it: Author I. I. Title / roles // Host. Place: Publisher, year. С. 2–3."""

from __future__ import annotations

import re

from sholu.bibliography.genitives import nominative
from sholu.importing.draft import Name
from sholu.importing.typed.details import details, first_detail, imprint, put_imprint
from sholu.importing.typed.line import LETTER, Line, tidy, with_one_dash
from sholu.importing.typed.people import names_at_head, names_listed
from sholu.regexes import regex
from sholu.values import replace

# What a role is called, in the languages of lists here.
_EDITOR = (
    r"(?:под\s+(?:общ(?:ей|\.)?\s+|науч(?:ной|\.)?\s+)?ред(?:\.|акцией)"
    r"|(?:жалпы\s+|бас\s+|отв\.\s+|науч\.\s+|гл\.\s+)?ред(?:\.|актор\w*|акторы)?"
    r"|(?:отв|жауапты)\.?\s+ред\w*\.?|ed(?:ited)?\.?\s+by|eds?\.|сост\.|құраст\.|құрастыр\w+|составител\w+|comp\.)"
)
_TRANSLATOR = r"(?:пер\.|перев(?:од|\.)|ауд\.|аударған|trans(?:l)?(?:ated)?\.?(?:\s+by)?)"
_ROLES = (("editor", _EDITOR), ("translator", _TRANSLATOR))
_FROM = regex(
    rf"^(?:с|со|from|into)\s+{LETTER}+\.?(?:\s+(?:яз\.|by))?\s*|^into\s+English\s+by\s*", re.IGNORECASE
)
_EDITION = regex(
    r"[,.;–\s]+(?P<edition>(?:Изд\.?\s*)?\d+-(?:е|ое|ші|шы|бас\.|басылым\w*)\s*(?:изд\.?|басылым\w*|бас\.)?(?:,?\s*(?:доп|перераб|испр|стер|өңд|толықт)\w*\.?(?:\s*(?:и|және)\s*\w+\.?)?)*"
    r"|\d+(?:st|nd|rd|th)\s+ed(?:n|ition)?\.?|Rev\.\s+ed\.|\d+\.\s?(?:Aufl(?:age)?|baskı|wyd|vyd)\b\.?"
    r"|\d+e\s+éd(?:ition)?\b\.?|\d+\.?ª\s+ed(?:ición|ição)?\b\.?)",
    re.IGNORECASE,
)
_VOLUME_IN_TITLE = regex(
    r"[.,–\s]+(?:(?:Т|Том|Vol|Кн|Ч|Bd|Кітап|Бөлім)\.?\s?(?P<a>[\dIVXLC]+)|(?P<b>\d+)-(?:том|кітап|т)\b)\.?(?P<more>\s?[:.]\s?.+)?$"
)
_PART_OF_VOLUME = regex(r"\s?[.:]\s?(?:Ч|Кн|Part|Бөлім)\.?\s?(?P<part>[\dIVX]+)[.:]?\s?")
_VOLUMES = regex(
    rf"[.,–\s]+(?:(?:В|в)\s(?P<a>\d+)(?:-(?:ти|х|и))?\s(?:т(?:омах|\.)?|кн\.?|ч\.?)|(?P<b>\d+)\sтомдық|In\s(?P<c>\d+)\svols?\.)\.?"
    rf"|[.,–]\s+(?P<d>{LETTER}+(?:\s{LETTER}+)?)\sтомдық\.?$",
    re.IGNORECASE,
)
_THESIS = regex(
    r"(?P<author>автореф(?:ерат)?\.?\s*)?(?:(?:PhD|магистрлік|(?:канд|докт)\w*\.?)\s)?(?:дис(?:с(?:ертация\w*)?)?\.?|thesis|dissertation|диплом(?!ат)\w*)",
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
    own, _, responsible = name.partition(" / ")
    if responsible:
        _roles(line, _without_edition(line, responsible), of_host=True)
    line.put("host", _PERIODICAL.sub("", tidy(own)))
    rest = _without_edition(line, rest)
    details(line, rest, is_part=True)
    if year := line.fields.pop("host_year", ""):
        sign = "." if rest.startswith(".") else ""
        line.fields["host"] = f"{line.fields.get('host', '')}{sign} {year}"


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
    _title(line, head)


def _title(line: Line, words: str) -> None:
    """Read a title with what follows it: roles, edition, volume, degree, kind of publication."""
    title, slash, responsible = words.partition(" / ")
    if slash:
        # «/ И. И. Иванов. – 3-е изд., испр. – М.»
        _roles(line, _without_edition(line, responsible), of_host=False)
    title = re.sub(r"[\s–]+$", "", title)
    if said := _SAID.search(title):
        for role, sign in (("translator", "trans"), ("editor", "ed")):
            if re.search(rf"\b{sign}", said["roles"], re.IGNORECASE):
                _put_people(line, role, said["people"])
        title = title[: said.start()]
    title = _without_edition(line, title)
    _thesis(line, title)
    title = _without_thesis(title) if line.fields.get("kind_of_work") == "thesis" else title
    if volumes := _VOLUMES.search(title):
        line.put("volumes", _number(volumes["a"] or volumes["b"] or volumes["c"] or volumes["d"]))
        title = title[: volumes.start()] + title[volumes.end() :]
    if volume := _VOLUME_IN_TITLE.search(title):
        line.put("volume", volume["a"] or volume["b"])
        if volume["more"]:
            part = _PART_OF_VOLUME.match(volume["more"])
            line.put("part", part["part"] if part else "")
            line.put("volume_title", volume["more"][part.end() :] if part else volume["more"])
        title = title[: volume.start()]
    if translated := re.search(r"\s\[([^\[\]]{4,})\]$", title):
        line.put("translated", translated[1])
        title = title[: translated.start()]
    line.put("title", tidy(title))


def _without_edition(line: Line, words: str) -> str:
    """Take the edition out of words that tell it."""
    found = _EDITION.search(words)
    if found is None:
        return words
    line.put("edition", found["edition"])
    return words[: found.start()] + words[found.end() :]


_NUMBERS = {
    "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8,
    "тоғыз": 9, "он": 10, "жиырма": 20,
}  # fmt: skip


def _number(words: str) -> str:
    """Write a Kazakh number in figures: «он бес» → 15."""
    parts = [_NUMBERS.get(word) for word in words.casefold().split()]
    known = [part for part in parts if part is not None]
    return str(sum(known)) if parts and len(known) == len(parts) else words


def _roles(line: Line, words: str, *, of_host: bool) -> None:
    """Read «/ под ред. А. А. Иванова; пер. с англ. И. Петрова»; authors alone are said again there."""
    for part in re.split(r"\s*;\s*|,\s(?=(?:пер\.|ауд\.|под ред|ред\.|сост\.))", words):
        for role, sign in _ROLES:
            if found := re.match(rf"(?:\[?и др\.\]?\s*;?\s*)?{sign}\s*:?\s*", part, re.IGNORECASE):
                people = _FROM.sub("", part[found.end() :]).strip(" –")
                stop = re.search(r"\.\s–\s|\s–\s", people)
                _put_people(line, role, people[: stop.start()] if stop else people, found[0])
                break
        else:
            names, others, rest = names_at_head(part.strip())
            if names and not of_host and not line.names.get("author") and not re.search(r"\w", rest):
                line.names["author"] = names
                if others:
                    line.and_others.add("author")
            elif (
                names
                and not of_host
                and {name.family for name in names} >= {name.family for name in line.names.get("author", [])}
            ):
                # Four authors and more are all named behind the stroke.
                line.names["author"] = names
                if others:
                    line.and_others.add("author")
            elif re.search(r"\w", rest if names else part):
                line.leave(part)


def _put_people(line: Line, role: str, words: str, said: str = "") -> None:
    """Keep the persons of a role; behind «под ред.» they stand in the genitive, behind «пер.» they may."""
    names, others = names_listed(words)
    if not names:
        return
    is_certain = said.casefold().startswith("под ")
    if is_certain or said.casefold().startswith("пер"):
        names = [_in_nominative(name, is_certain=is_certain) for name in names]
    line.names.setdefault(role, []).extend(names)
    if others:
        line.and_others.add(role)


def _in_nominative(name: Name, *, is_certain: bool) -> Name:
    if name.is_institution:
        return name
    count = len(name.given.split())
    words = nominative(f"{name.given} {name.family}", is_certain=is_certain).split()
    return replace(name, family=" ".join(words[count:]), given=" ".join(words[:count]))


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
