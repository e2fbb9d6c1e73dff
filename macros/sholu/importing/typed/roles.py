"""Who else has a part in a work: editors, compilers, translators, as lists name them."""

from __future__ import annotations

import re
from functools import cache

from sholu.bibliography.genitives import nominative
from sholu.bibliography.typed_words import strictly
from sholu.importing.draft import Name
from sholu.importing.typed.line import LETTER, UPPER, Line
from sholu.importing.typed.people import names_at_head, names_listed
from sholu.regexes import regex
from sholu.values import replace

# What a role is called, in the languages of lists here.
_EDITOR = (
    r"(?:под\s+(?:общ(?:ей|\.)?\s+|науч(?:ной|\.)?\s+)?ред(?:\.|акцией)"
    r"|(?:жалпы\s+|бас\s+|отв\.\s+|науч\.\s+|гл\.\s+)?ред(?:\.|актор\w*|акторы)?"
    r"|(?:отв|жауапты)\.?\s+ред\w*\.?|ed(?:ited)?\.?\s+by|eds?\.|сост\.(?:\s+и\s+(?:отв\.\s+)?ред\.)?|құраст\.|құрастыр\w+|составител\w+|comp\.)"
)
_TRANSLATOR = r"(?:пер\.|перев(?:од|\.)|ауд\.|аударған|trans(?:l)?(?:ated)?\.?(?:\s+by)?)"
_FROM = regex(
    rf"^(?:с|со|from|into)\s+{LETTER}+\.?(?:\s+(?:яз\.|by))?\s*|^into\s+English\s+by\s*", re.IGNORECASE
)


@cache
def _roles_by_sign() -> tuple[tuple[str, str], ...]:
    """Return what roles are called in lists, by themselves and in the languages' files."""
    editors = strictly("role_chief_editor"), strictly("role_editor"), strictly("role_compiler")
    return (
        ("editor", rf"(?:{_EDITOR}|{'|'.join(editors)})"),
        ("translator", rf"(?:{_TRANSLATOR}|{strictly('role_translator')})"),
    )


@cache
def said_behind() -> re.Pattern[str]:
    """Return by what a role behind a title is told: «Çev. Ruşen Sezer»."""
    (_, editors), (_, translators) = _roles_by_sign()
    return re.compile(
        rf"\.\s(?:(?P<editor>{editors})|(?P<translator>{translators}))\s(?P<people>[{UPPER}].+?)\.?$",
        re.IGNORECASE,
    )


def read_roles(line: Line, words: str, *, of_host: bool) -> None:
    """Read «/ под ред. А. А. Иванова; пер. с англ. И. Петрова»; authors alone are said again there."""
    for part in re.split(r"\s*;\s*|,\s(?=(?:пер\.|ауд\.|под ред|ред\.|сост\.))", words):
        for role, sign in _roles_by_sign():
            if found := re.match(rf"(?:\[?и др\.\]?\s*;?\s*)?{sign}\s*:?\s*", part, re.IGNORECASE):
                people = _FROM.sub("", part[found.end() :]).strip(" –")
                stop = re.search(r"\.\s–\s|\s–\s", people)
                put_people(line, role, people[: stop.start()] if stop else people, found[0])
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


def put_people(line: Line, role: str, words: str, said: str = "") -> None:
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
