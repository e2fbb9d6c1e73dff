"""A name as BibTeX splits it, and the person that it means: initials, patronymics, institutions."""

from __future__ import annotations

import re

from sholu.bibliography.references import Person
from sholu.bibliography.tex import readable
from sholu.values import Value

# Endings of patronymics; a name that ends so is one, and not a second first name.
PATRONYMIC = re.compile(
    r"(?:[ое]вич|ич|[ое]вна|ична|инична|[ұу]лы|[қк]ызы|[ое]глы|[ie]vich|ovich|[oe]vna|ichna|uly|kyzy|qyzy|u?ghli)$",
    re.IGNORECASE,
)
# Where an initial ends and the next name follows without a space; not before a hyphen («Ж.-Б.»).
_INITIAL_END = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])|\u202f")


class RawName(Value):
    """A name as BibTeX splits it, TeX not read yet."""

    family: str
    given: tuple[str, ...] = ()
    particle: str = ""
    suffix: str = ""
    is_organization: bool = False


# biblatex's other way to write a name, which Zotero takes for one with a particle: family=Gaulle, prefix=de.
_PART = re.compile(r"([a-z]+)(?:-i)?\s*=\s*(\{[^{}]*\}|\"[^\"]*\"|[^,]*)", re.IGNORECASE)
_NAMED_PARTS = re.compile(r"(?:family|given|prefix|suffix)\s*=", re.IGNORECASE)


def name_of_parts(name: str) -> RawName | None:
    """Read a name whose parts are called by their names, None for any other."""
    if not _NAMED_PARTS.match(name):
        return None
    parts = {part.lower(): value.strip(' "') for part, value in _PART.findall(name)}
    return RawName(
        family=parts.get("family", ""),
        given=tuple(parts.get("given", "").split()),
        particle=parts.get("prefix", ""),
        suffix=parts.get("suffix", ""),
    )


def person(raw: RawName) -> Person:
    """Read the parts of a name."""
    family, particle, suffix = (readable(part)[0] for part in (raw.family, raw.particle, raw.suffix))
    # «Иванов, И.И.» has two initials, as «Иванов, И. И.» has.
    given = [name for part in raw.given for name in _INITIAL_END.sub(". ", readable(part)[0]).split()]
    patronymic = given.pop() if len(given) > 1 and PATRONYMIC.search(given[-1]) else ""
    return Person(
        family=family,
        given=" ".join(given),
        patronymic=patronymic,
        particle=particle,
        suffix=suffix,
        is_organization=raw.is_organization,
    )


def is_others(raw: RawName) -> bool:
    """Tell whether a name is BibTeX's "and others", and none."""
    return raw.family == "others" and not raw.given and not raw.is_organization
