"""Names in full at the head of a line: «Иванов Иван Иванович», "Jane Mary Smith", «Сыздық Рәбиға».

A title may have capitals as well; so a name is one that a patronymic, a given name that many people bear, or
the ending of a family name tells.
"""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city
from sholu.bibliography.given_names import is_family_name, is_given_name, may_be_given_name
from sholu.bibliography.institutions import is_institution
from sholu.bibliography.typed_words import of_words, typed_words
from sholu.importing.chinese_names import is_name
from sholu.importing.draft import Name
from sholu.importing.typed.line import AND, LETTER, UPPER
from sholu.languages import kept
from sholu.regexes import regex

_WORD = rf"[{UPPER}](?:[’'ʼʻ`‘]?{LETTER})+(?:[-–‐](?:[’'ʼ]?{LETTER})+)*"
_INITIAL = rf"[{UPPER}]\."
_PARTICLE = "<<particles>>"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}(?:{_WORD}|{_INITIAL}(?=\s))){{1,3}}"
_IMPRINT = regex(r",\s(?P<place>[^,:]+):\s[^:]+,\s(?:1[5-9]|20)\d\d\.?$")
_CYRILLIC = regex("[\u0400-\u04ff]")
_AND = rf"(?:,\s(?:{AND}\s)?|;\s|\s{AND}\s)"
_ONE = of_words(_NAME)
_LIST = of_words(rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,9}})(?P<end>\.\s+|\s?[:,]\s+|\s?(?=\()|\.?\s*\Z)")
# The first alone turned round, before a comma, a colon or a stop: "Kindler, Robert: Stalins Nomaden".
_TURNED = of_words(
    rf"(?P<family>(?:{_PARTICLE}\s)?{_WORD}(?:\s(?:y\s)?{_WORD})?),\s"
    rf"(?P<given>{_WORD}(?:(?:\s{_INITIAL}){{1,2}}(?=,?\s[{UPPER}“«\"])|\s{_WORD})?)(?P<end>(?<=\.)\s+|\.\s+|:\s+|,\s+(?=[{UPPER}«“\"]))"
)
# “ALARCOS LLORACH Emilio, Title”, “GRIVEL Charles et MORETTI Franco, Title”, as lists in French have them.
_SHOUT = rf"(?:{_PARTICLE}\s)?[{UPPER}]{{2,}}(?:[-’' ][{UPPER}]{{2,}}){{0,2}}"
_IN_SMALL = rf"(?!{_SHOUT}){_WORD}(?:\s(?!{_SHOUT}){_WORD}){{0,2}}"
_ENDS = rf"(?={_AND}|[.:]\s|\s\()"
_SHOUTED = of_words(
    rf"(?:(?P<family>{_SHOUT}),?\s(?P<given>{_IN_SMALL})|(?P<before>{_IN_SMALL})\s(?P<behind>{_SHOUT})){_ENDS}"
)
_BEHIND_SHOUTED = of_words(rf"{_AND}(?={_SHOUT},?\s{_WORD}|{_IN_SMALL}\s{_SHOUT})")
# “INSTITUTO CERVANTES, Title”
_BODY = of_words(
    rf"(?P<body>[{UPPER}]{{3,}}(?:\s[{UPPER}]{{2,}}){{1,8}})[.,:]\s(?=[{UPPER}«“\"][^\W\d_A-ZА-Я])"
)
_SMALL_WORD = 3


def full_names(text: str) -> tuple[list[Name], str]:
    """Read names in full with which a text begins; return them and the rest, none where none is sure."""
    if turned := _TURNED.match(text):
        given = turned["given"].split()[0]
        is_one = " " not in turned["family"]
        is_sure = _is_given(given) or (turned["end"].startswith(".") and is_one)
        # «Togan, Zeki Velidi, Umumî Türk Tarihine Giriş, İstanbul: Enderun Kitabevi, 1981»
        is_sure = is_sure or (is_one and turned["end"].startswith(",") and _ends_with_imprint(text))
        if is_sure and not is_given_name(turned["family"].split()[0]):
            return [Name(_small(turned["family"]), turned["given"])], text[turned.end() :]
    if (shouted := _shouted(text))[0]:
        return shouted
    found = _LIST.match(text)
    if found is None or is_institution(found["names"]):
        return [], text
    parts = [*_ONE.finditer(found["names"])]
    names = [_name(part[0]) for part in parts]
    if all(names):
        return [name for name in names if name], text[found.end() :]
    # "Adrienne Lynn Edgar, Tribal Nation": what follows is the title.
    last = next(position for position, name in enumerate(names) if not name)
    comma = re.match(r",\s(?=\S)", text[parts[last - 1].end() :]) if last else None
    if comma is None:
        return [], text
    return [name for name in names[:last] if name], text[parts[last - 1].end() + comma.end() :]


def _shouted(text: str) -> tuple[list[Name], str]:
    """Read names whose family names are in capitals, each before a given name that is known."""
    if (body := _BODY.match(text)) and is_institution(body["body"]):
        name = " ".join(
            word.title() if len(word) > _SMALL_WORD else word.lower() for word in body["body"].split()
        )
        return [Name(name, is_institution=True)], text[body.end() :]
    names: list[Name] = []
    place = 0
    while found := _SHOUTED.match(text, place):
        given = found["given"] or found["before"]
        if not _is_given(given.split()[0]):
            break
        names.append(Name(_small(found["family"] or found["behind"]), given))
        place = found.end()
        if (gap := _BEHIND_SHOUTED.match(text, place)) is None:
            break
        place = gap.end()
    rest = re.sub(r"^[\s.,:]+", "", text[place:])
    # All of a title in capitals tells nothing of its first words.
    return (names, rest) if names and not rest.isupper() else ([], text)


def _is_given(word: str) -> bool:
    """Tell whether a word is a given name, a rare one or two in one as well: Emilio, Jean-Claude."""
    first = word.partition("-")[0]
    return is_given_name(first) or may_be_given_name(first)


def _ends_with_imprint(text: str) -> bool:
    found = _IMPRINT.search(text)
    return found is not None and is_city(found["place"]) and text.count(",") > 2  # noqa: PLR2004 -- names, title


def _name(words: str) -> Name | None:
    """Read one name: by its patronymic, else by which of its words are given names."""
    parts = words.split()
    places = [position for position, part in enumerate(parts) if _patronymic().search(part)]
    if len(parts) == 3 and places and places[0]:  # noqa: PLR2004 -- family, given name, patronymic
        # «Иванов Иван Иванович», «Иван Иванович Иванов»
        is_last = places[-1] == len(parts) - 1
        family, given = (parts[0], parts[1:]) if is_last else (parts[2], parts[:2])
        return Name(_small(family), " ".join(given))
    if "." in words and _CYRILLIC.search(words):
        # «Абай Қ. Шығармалары»
        return None
    if is_given_name(parts[0]) and not parts[-1].endswith("."):
        return with_both_families(_small(parts[-1]), " ".join(parts[:-1]))
    return _of_two(parts[0], parts[1], has_patronymic=places == [0]) if len(parts) == 2 else None  # noqa: PLR2004


def _of_two(first: str, second: str, *, has_patronymic: bool) -> Name | None:
    """Read a name of two words: «Құдайбердіұлы Шәкәрім», «Сыздық Рәбиға», «Ван Сяомин»."""
    if has_patronymic or is_given_name(second) or is_name(first, second):
        return Name(_small(first), second)
    return Name(second, first) if first.isascii() and is_family_name(second) else None


def _small(family: str) -> str:
    is_shouted = family.isupper() and len(family) > 2  # noqa: PLR2004 -- LI is a name
    # «ERGİN» is «Ergin»: Python leaves the dot of its İ a sign of its own.
    return (
        family.replace("İ", "i").title()
        if is_shouted and not family.startswith("İ")
        else ("İ" + family[1:].replace("İ", "i").lower() if is_shouted else family)
    )


@kept
def _patronymic() -> re.Pattern[str]:
    """Return by what a patronymic ends."""
    endings = "|".join(map(re.escape, sorted(typed_words("patronymics"), key=len, reverse=True)))
    return re.compile(rf"{LETTER}{{2}}(?:{endings})\Z", re.IGNORECASE)


def with_both_families(family: str, given: str) -> Name:
    """Return a name typed as it is spoken: “Manuel Pérez Ledesma” has his father’s name and his mother’s."""
    first, _, last = given.rpartition(" ")
    if first and last.casefold() in typed_words("two_family_names"):
        return Name(f"{last} {family}", first)
    return Name(family, given)
