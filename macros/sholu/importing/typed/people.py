"""The names at the head of a line, in the orders in which lists have them."""

from __future__ import annotations

import re

from sholu.bibliography.given_names import in_spoken_order
from sholu.bibliography.institutions import is_institution
from sholu.bibliography.typed_words import of_words, typed_words
from sholu.importing.draft import Name
from sholu.importing.typed.full_names import full_names, with_both_families
from sholu.importing.typed.line import AND, LETTER, ROLE_IN_BRACKETS, UPPER, WORD
from sholu.languages import as_sentence
from sholu.regexes import regex

# "Kim." ends a family name.
_INITIAL = rf"(?:[{UPPER}]{LETTER}?|<<shortened_names>>)\."
# Bounded, and each space can be taken in one way alone: a line of initials must cost no more than its length.
# "Szentpály, L. v.;", «Balmagambetova Zh.T, Tazhbekova Zh.N.»
_INITIALS = (
    rf"{_INITIAL}(?:\s?(?:-\s?)?{_INITIAL}){{0,4}}(?:\s[a-z]\.(?=[;,]\s)|\s?[{UPPER}](?=,\s[{UPPER}]))?"
)
_PARTICLE = r"(?:<<particles>>[ -])*"
_FAMILY = rf"{_PARTICLE}{WORD}(?:\s{WORD})?"
# «Иванов И. И.», "Smith, J. A.", "Smith JA": the last without full stops only where a list goes on.
_FAMILY_FIRST = (
    rf"(?P<family>{_FAMILY})(?:,\s*|\s+)(?P<given>{_INITIALS}|[A-Z]{{1,3}}(?=\s*(?:[,;(]|\.\s|$)))"
)
_GIVEN_FIRST = rf"(?P<given>{_INITIALS})\s*(?P<family>{_PARTICLE}{WORD})"
# "Cooley, Alexander. Title", as Chicago has it.
_IN_FULL = (
    # "Said, Edward W. Orientalism": behind an initial the names are at their end.
    rf"(?P<family>{_PARTICLE}{WORD}),\s(?P<given>{WORD}(?:\s{WORD})?(?:\s{_INITIAL}){{1,2}}(?=\s[{UPPER}])"
    rf"|{WORD}(?:\s(?:{WORD}|{_INITIAL})){{0,2}}"
    r"(?=\.?\s*$|\.\s|,\s(?:<<role_editor>>|<<role_translator>>)(?<=\.)))"
)
# "Laruelle, Marlène, and Sébastien Peyrouse. Title": the first alone is turned round (Chicago, MLA).
_GIVEN_AND_FAMILY = rf"{WORD}(?:\s(?:{WORD}|{_INITIAL}|[a-z]{{2,3}}(?=\s[{UPPER}]))){{1,3}}"
_ONE_TURNED = of_words(
    rf"(?P<family>{_PARTICLE}{WORD}),\s(?P<given>{WORD}(?:\s(?:{WORD}|{_INITIAL})){{0,2}})"
    rf"(?P<more>(?:,\s{_GIVEN_AND_FAMILY}){{0,8}},?\s{AND}\s{_GIVEN_AND_FAMILY})"
    r"(?=\.?\s*$|\.\s|,\s<<role_editor>>(?<=\.))"
)
# «Абай (Ибраһим Құнанбайұлы). Шығармалары»
# “Morgan Y. Liu, Under Solomon’s Throne (Brook Press, 2012)”, as notes of Chicago have it.
_OF_NOTE = regex(
    rf"(?P<given>{WORD}(?:\s{_INITIAL}){{1,2}})\s(?P<family>{WORD}),\s(?=[{UPPER}].+\((?:[^()]+,\s)?\d{{4}}\))"
)
_KNOWN_AS = regex(rf"(?P<family>{WORD})\s\([^()\d]+\)(?:\s(?P<more>{WORD}))?\.\s+(?=[{UPPER}])")
# "John Smith, Ann Lee, and Jane Doe. Title": each as it is spoken.
_IN_SPOKEN_ORDER = of_words(
    rf"(?P<names>{_GIVEN_AND_FAMILY}(?:,\s{_GIVEN_AND_FAMILY}){{0,8}},?\s{AND}\s{_GIVEN_AND_FAMILY})(?=\.?\s*$|\.\s)"
)
# “Hemant K. Bhargava, Steven O. Kimbrough and Ramayya Krishnan, Title”: initials in the midst of names.
_SPOKEN_BEFORE_COMMA = of_words(
    rf"(?P<names>{WORD}\s{_INITIAL}\s{WORD}(?:,\s{WORD}\s{_INITIAL}\s{WORD}){{0,8}},?\s{AND}\s{WORD}\s(?:{_INITIAL}\s)?{WORD})(?=,\s)"
)
_SPOKEN = of_words(_GIVEN_AND_FAMILY)
_GAP = of_words(r"\s*(?:,\s*&|,\s*<<joining>>|,|;|&|\b<<joining>>)\s*")
_BETWEEN = of_words(rf",?\s{AND}\s|,\s")
# "Ortega y Gasset" is one name.
_LISTED = of_words(r"\s*;\s*|\s*,?\s*(?:&|(?<=[.,]\s)<<joining>>|\b(?![a-z]\s)<<joining>>)\s*")
_TURNED = of_words(rf"(?P<given>.+?)\s(?P<family>{_PARTICLE}{WORD})")
_SHARED = of_words(rf"(?P<given>{_INITIALS})\s{AND}\s(?P<other>{_INITIALS})\s(?P<family>{_PARTICLE}{WORD})")
_ROLES = of_words(ROLE_IN_BRACKETS)
_OTHERS = of_words(r"[\s,;]*[\[(]?<<and_others>>\.?[\])]?", re.IGNORECASE)
_OTHERS_AT_END = of_words(r"[\s,]*[\[(]?<<and_others>>\.?[\])]?[\s.]*$", re.IGNORECASE)
# Initials first, up to where a list of names ends.
_ONE_SPOKEN = of_words(rf"{_GIVEN_FIRST}(?=\.\s|\.?$|,|\s{AND}\s)")
_PARTICLE_LAST = of_words(r"\s(<<particles>>)$")
_FIRST_TURNED, _AS_SPOKEN = of_words(_FAMILY_FIRST), of_words(_GIVEN_FIRST)
_ORDERS = (_OF_NOTE, _FIRST_TURNED, _AS_SPOKEN, of_words(_IN_FULL))


def names_at_head(text: str) -> tuple[list[Name], bool, str]:
    """Read the names with which a text begins.

    Returns:
        the names, whether "and others" follows them, and the rest of the text.
    """
    if turned := _ONE_TURNED.match(text):
        rest = re.sub(r"^\.\s*", "", text[turned.end() :])
        return _of_turned(turned), False, rest
    in_full, rest = full_names(text)
    if in_full:
        others = _OTHERS.match(rest)
        return (
            in_full,
            others is not None,
            re.sub(r"^[\s.,;:–—]+", "", rest[others.end() :] if others else rest),
        )
    names, place = _in_an_order(text)
    if not names and (listed := _IN_SPOKEN_ORDER.match(text)) and (names := _spoken(listed["names"])):
        return names, False, re.sub(r"^\.\s*", "", text[listed.end() :])
    if not names and (known := _known(text)):
        return [known[0]], False, known[1]
    others = _OTHERS.match(text, place) if names else None
    rest = text[others.end() if others else place :]
    # «А. С. Пушкин в жизни» is a title; «О.О. Орлова Қазіргі қоғам» has its author first.
    if names and re.match(rf"\s+(?![–(\[]){LETTER}", rest) and rest.lstrip()[:1].islower():
        return [], False, text
    return names, others is not None, re.sub(r"^[\s.,;:–—]+", "", rest) if names else text


def _in_an_order(text: str) -> tuple[list[Name], int]:
    """Read names in the first of the orders that fits; return where they end."""
    if (listed := _SPOKEN_BEFORE_COMMA.match(text)) and (spoken := _spoken(listed["names"])):
        return spoken, listed.end()
    read = (_in_order(order, text) for order in _ORDERS)
    return next((found for found in read if found[0]), ([], 0))


def _known(text: str) -> tuple[Name, str] | None:
    """Read a person who is known by one name, with which a text begins; return the rest, too."""
    if known := _KNOWN_AS.match(text):
        # «Абай (Ибраһим) Құнанбайұлы»
        name = Name(known["more"], known["family"]) if known["more"] else Name(known["family"])
        return name, text[known.end() :]
    # "Aristotle. Poetics"
    word, stop, rest = text.partition(". ")
    is_known = stop and word.casefold() in typed_words("known_by_one_name")
    return (Name(word), rest.lstrip()) if is_known else None


def _of_turned(found: re.Match[str]) -> list[Name]:
    others = [part for part in _BETWEEN.split(found["more"]) if part]
    parted = map(_TURNED.fullmatch, others)
    return [
        Name(clean(found["family"]), spaced(found["given"])),
        *(Name(one["family"], one["given"]) for one in parted if one),
    ]


def _in_order(order: re.Pattern[str], text: str) -> tuple[list[Name], int]:
    names: list[Name] = []
    place = 0
    while found := order.match(text, place):
        names.append(Name(clean(found["family"]), spaced(found["given"])))
        place = found.end()
        gap = _GAP.match(text, place)
        if gap is None:
            break
        if not order.match(text, gap.end()):
            if order is not _FIRST_TURNED or not _ONE_SPOKEN.match(text, gap.end()):
                break
            # «Искакова, Ғ. З., М. Д. Байдаулетова»: the first alone is turned round.
            order = _AS_SPOKEN
        place = gap.end()
    return names, place


def spaced(initials: str) -> str:
    """Write initials as references.bib has them: «И. И.», «Ж.-Б.»."""
    if initials.isupper() and "." not in initials.removesuffix("."):
        return " ".join(f"{letter}." for letter in initials.removesuffix("."))
    initials = re.sub(r"(?<=\.)(\s?[^\W\d_])$", r"\1.", initials)
    return re.sub(r"\.\s*-\s*", ".-", re.sub(r"\.\s*(?=[^\W\d_])", ". ", initials)).strip()


def _spoken(words: str) -> list[Name]:
    """Read names typed as they are spoken, "John Smith and Jane Doe"; [] where nothing tells that."""
    parts = _BETWEEN.split(words)
    is_spoken = len(parts) > 1 and any(map(in_spoken_order, parts))
    if not (is_spoken and all(map(_SPOKEN.fullmatch, parts))) or any(map(is_institution, parts)):
        return []
    return [_whole(part) for part in parts]


def clean(family: str) -> str:
    """Return a family name as references.bib has it: AUTHOR is Author."""
    words = re.sub(r"\s+", " ", family).strip()
    # AUTHOR, as some styles of Harvard have it.
    is_shouted = words.isupper() and len(words) > 3  # noqa: PLR2004 -- "LI" is a name
    # «ERGİN» is «Ergin»: its dot is no sign of its own below.
    code = "tr" if "İ" in words else ""
    return "-".join(as_sentence(part, code) for part in words.split("-")) if is_shouted else words


def names_alone(text: str) -> tuple[list[Name], bool]:
    """Read names before a mark that ends them, a year or a quotation mark; [] if there is aught else."""
    words = text.strip().rstrip(".,")
    names, others, rest = names_at_head(f"{words}.")
    if names and not re.search(r"\w", rest):
        return names, others
    # “Nebrija, Antonio de”
    if (particle := _PARTICLE_LAST.search(words)) and (person := names_alone(words[: particle.start()]))[0]:
        *before, last = person[0]
        return [*before, Name(f"{particle[1]} {last.family}", last.given)], False
    parts = [part for part in _BETWEEN.split(words) if part]
    is_spoken = all(map(_SPOKEN.fullmatch, parts)) and not any(map(is_institution, parts))
    return ([_whole(part) for part in parts] if parts and is_spoken else []), False


def names_listed(text: str) -> tuple[list[Name], bool]:
    """Read a list that holds nothing but names: "Smith, J. A., & Doe, J.", "World Bank"."""
    others = _OTHERS_AT_END.search(text)
    words = (text[: others.start()] if others else text).strip(" .,;:&")
    words = _ROLES.sub("", words)
    dotted = f"{words}." if re.search(rf"(?:^|[\s.,-])[{UPPER}]$", words) else words
    names, _, rest = names_at_head(dotted)
    if names and not re.search(r"\w", rest):
        return names, others is not None
    if not words:
        return [], False
    if spoken := _spoken(words):
        return spoken, others is not None
    if shared := _SHARED.fullmatch(words):
        # “V. and T. Minorsky”
        return [Name(shared["family"], shared[given]) for given in ("given", "other")], others is not None
    is_person = re.fullmatch(WORD, words) and not (words.isupper() or is_institution(words))
    is_one = "," not in words and ";" not in words and len(words.split()) != 2  # noqa: PLR2004
    if is_person or is_one or is_institution(words):
        return [Name(words, is_institution=not is_person)], others is not None
    parts = [part for part in _LISTED.split(words) if part]
    return [_whole(part) for part in parts], others is not None


def _whole(words: str) -> Name:
    """Read one name with its given names in full: "Hiro, Dilip", "Timur Dadabaev"."""
    if is_institution(words):
        return Name(words, is_institution=True)
    family, comma, given = words.partition(",")
    if comma:
        return Name(family.strip(), spaced(given.strip()))
    given, _, family = words.rpartition(" ")
    return with_both_families(family, given)
