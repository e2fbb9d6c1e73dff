"""One name of a field: whether it is that of an institution, and the parts of a person's name.

What a name with a comma says is read here; a name with braces, TeX or particles is split by BibTeX's rules,
which the reader of the file knows (`bibtex.split_name`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sholu.bibliography.arabic_names import arabic_name, with_article_before
from sholu.bibliography.given_names import INITIALS, has_family_first, is_family_name, is_given_name
from sholu.bibliography.name_lists import with_letters
from sholu.bibliography.patronymics import is_in_full, is_patronymic
from sholu.bibliography.persons import Person, is_in_one
from sholu.bibliography.tex import readable
from sholu.bibliography.text_groups import is_in_braces
from sholu.bibliography.typed_words import of_words
from sholu.languages.casing import lower
from sholu.regexes import regex
from sholu.values import Value

# Where an initial ends and the next name follows without a space; not before a hyphen («Ж.-Б.»).
_INITIAL_END = regex(r"(?<=[^\W\d_])\.(?=[^\W\d_])|\u202f")
# "T. S. (Thomas Stearns)" of library catalogues: what the initials stand for.
_WRITTEN_OUT = regex(r"(?<=\.) \([^()]*\)$")
_SUFFIX = of_words(r"<<suffixes>>\.?", re.IGNORECASE)
# What stands beside a name and is no part of it: years of life, degrees.
_LIFE = of_words(
    r"\s*[(\[]\s*(?:[*†]|(?i:<<born>>))?\s*\d{3,4}\s*(?:(?:-{1,3}|[–—/])\s*(?:\d{0,4}|\.{2,4})\s*)?\??\s*[)\]]"
    r"|,?\s+\d{4}\s*(?:-{1,3}|[–—])\s*(?:\d{4}|\.{2,4})?$"
)
_DEGREE = of_words(r",\s*<<degrees>>\.?$", re.IGNORECASE)
_TITLE = of_words(r"^(?:<<titles_of_persons>>(?:\.|(?<=-\w))\s+)+(?=\S+\s+\S)", re.IGNORECASE)
_PRELATE = of_words(r"(?<=, )<<prelates>>\s+(?=[^\W\d_]{2})", re.IGNORECASE)
# A name of which nothing has to be asked: two runs of words, parted by a comma.
_PLAIN_NAME = regex(r"[^\s,{}\\~()\[\]\"=;&$\d*]+(?:[ -][^\s,{}\\~()\[\]\"=;&$\d*]+)*")
# «А.Ким»: no space behind the last initial.
_GLUED = regex(r"(?<![^\W\d_])[^\W\d_]\.(?=[^\W\d_]{3})")
# «Иванов И. И.»: a family name and initials, with no comma.
_FAMILY_FIRST = regex(rf"(?P<family>[^\W\d_][\w’'ʹʺ-]+(?: [^\W\d_][\w’'-]{{2,}})?)\s(?P<given>{INITIALS})")
# A person in the braces of a body: {Wénin, A.}
_PERSON_IN_BRACES = regex(rf"[^\W\d_][\w’' -]+, {INITIALS}")
# Names by a father or a son, which have no family name apart: Ибн Сина.
_WHOLE = of_words(r"<<names_as_wholes>>\b", re.IGNORECASE)
_SHORTEST_CAPITALS = 4
_WORD = regex(r"[^\W\d_]{2,}")
# A name that is no run of initials.
_VOWELS = "AEIOUYÀ-ÖØ-Ýaeiouyà-öø-ýАЕЁИОУЫЭЮЯӘӨҰҮІаеёиоуыэюяәөұүі"
_NAMED = regex(rf"(?<![^\W\d_])(?=[^\W\d_]{{3}})[^\W\d_]*?[{_VOWELS}][^\W\d_]*")
# ÇINAR is Çınar.
_TURKISH = frozenset("ĞŞİÇ")
# Behind this letter no script has capitals, nor spaces within names.
_LAST_WITH_CASE = "\u3000"
_JUNIOR = of_words(r"<<junior>>\.?", re.IGNORECASE)
# Hal Daumé III of DBLP; of two words the last may be initials, as PubMed has them.
_THIRD = frozenset({"II", "III"})
# Spanish, Portuguese, Catalan.
_JOINING_FAMILIES = frozenset({"y", "e", "i"})
# Letters that stand for one, and make one initial: {\relax Yu}rii.
_ONE_LETTER = regex(r"\{\\relax\s+([^\W\d_]{2,4})\}")
# A letter that stands for no name belongs to the one before it, Malcolm X (APA 7, 9.8).
_LETTER = "X"
# «В. Г.» signs so: nobody knows more.
_LETTERS_ALONE = regex(r"(?:[^\W\d_]\.\s?){2,5}")
_LETTER_FOR_FAMILY = regex(r"[^\W\d_]{2,} X")
_WITH_ARTICLE = of_words(r"(?P<article><<definite_article>> )\{(?P<name>[^{}]{4,})\}", re.IGNORECASE)
# Particles with a capital, which BibTeX takes for a given name: Jared Di Carlo. Van alone is one in Vietnam.
_CAPITAL_PARTICLE = of_words(r"(?P<given>\S.*?) (?P<family><<capital_particles>> [^\W\d_]\S+)")
# So have those by a place: Isidore of Seville.
_OF_A_PLACE = of_words(r"[^\W\d_]+(?: [^\W\d_]+)? <<by_place>> [^\W\d_][\w-]+")


class RawName(Value):
    """A name as BibTeX splits it, TeX not read yet."""

    family: str
    given: tuple[str, ...] = ()
    particle: str = ""
    suffix: str = ""
    is_organization: bool = False
    initials: str = ""
    genitive: str = ""


Split = Callable[[str], RawName]


def person(name: str, split: Split, *, keeps_particle: bool = True, is_turkish: bool = False) -> Person:
    """Read one name.

    Args:
        name: the name as it stands in the field.
        split: splits a name by BibTeX's rules.
        keeps_particle: whether a particle belongs to the family name; an option of biblatex can deny it.
        is_turkish: whether I is the capital of ı, as where a work or its names have Turkish letters.
    """
    family, comma, given = name.partition(", ")
    if comma and family == _LETTER and _LETTER_FOR_FAMILY.fullmatch(f"{given} {family}"):
        return _person(RawName(f"{given} {family}"))
    if comma and _PLAIN_NAME.fullmatch(family) and _PLAIN_NAME.fullmatch(given) and _is_plain(family, given):
        return _person(RawName(family, (given,)), is_turkish=is_turkish)
    name = with_article_before(name) if "-)" in name else name
    name = (
        _GLUED.sub(r"\g<0> ", _unbracketed(name)) if "." in name and "," not in name else _unbracketed(name)
    )
    raw = _raw(name.replace("،", ","), split, keeps_particle=keeps_particle)
    return _person(raw, is_turkish=is_turkish)


def _unbracketed(name: str) -> str:
    """Return a name that an editor has supplied, “[Boyle, J. A.]”, as it is."""
    is_supplied = name.startswith("[") and name.endswith("]") and name.count("[") == 1
    return name[1:-1].strip() if is_supplied else name


def _is_plain(family: str, given: str) -> bool:
    is_titled = " " in given and _PRELATE.search(f", {given}")
    return not (family[0].islower() or " " in family or is_titled or _SUFFIX.fullmatch(given))


def _raw(name: str, split: Split, *, keeps_particle: bool) -> RawName:
    if is_in_braces(name):
        inner = name[1:-1].rstrip(" ,;")
        if _PERSON_IN_BRACES.fullmatch(inner):
            return _raw(inner, split, keeps_particle=keeps_particle)
        is_person = _WHOLE.match(inner.strip("{} ")) is not None
        return RawName(f"{{{inner}}}", is_organization=not is_person)
    if found := _WITH_ARTICLE.fullmatch(name):
        # The {Univalent Foundations Program}
        return RawName(f"{{{found['article']}{found['name']}}}", is_organization=True)
    if named := name_of_parts(name, keeps_particle=keeps_particle):
        return named
    name = _TITLE.sub("", _PRELATE.sub("", _DEGREE.sub("", _LIFE.sub("", name)))).strip() or name
    # The thin space of TeX between initials has a comma, which would part the name.
    name = name.replace("\\,", " ").strip() or name
    return _by_words(name) or _by_rules(name, split, keeps_particle=keeps_particle)


def _as_spoken(name: str) -> RawName | None:
    """Read a name without a comma that BibTeX would take apart at the wrong place."""
    *before, last = name.split()
    if (before and _JUNIOR.fullmatch(last)) or (before[1:] and last in _THIRD):
        return RawName(before[-1], tuple(before[:-1]), suffix=last)
    typed = _FAMILY_FIRST.fullmatch(name)
    if typed or is_in_full(name) or has_family_first(name):
        family, *given = typed.groups() if typed else name.split()
        return RawName(family, tuple(given))
    if named := _family_among(name) or _family_of_words(name):
        return named
    is_whole = _WHOLE.match(name) or _OF_A_PLACE.fullmatch(name) or _LETTERS_ALONE.fullmatch(name)
    is_whole = is_whole or _LETTER_FOR_FAMILY.fullmatch(name)
    if is_whole or name.islower():
        *before, last = [name] if is_whole else name.split()
        return RawName(last, tuple(before))
    return None


def _family_of_words(name: str) -> RawName | None:
    """Read a name whose family name is of several words, for which BibTeX asks for a comma."""
    if found := _CAPITAL_PARTICLE.fullmatch(name):
        return RawName(found["family"], tuple(found["given"].split()))
    compound = arabic_name(name)
    return RawName(*compound) if compound else None


def _family_among(name: str) -> RawName | None:
    """Read a name whose family name is known by its letters or its ending."""
    if listed := with_letters(name):
        # "Doe JA" as PubMed has it.
        return RawName(listed[0], (". ".join(listed[1]) + ".",))
    first, *others = name.split()
    is_family = len(first) >= _SHORTEST_CAPITALS and first.isupper() and "." not in first
    if is_family and others and all(one[0].isupper() and not one.isupper() for one in others):
        # «НАЗАРБАЕВ Нурсултан» says by its capitals which is the family name.
        return RawName(first, tuple(others))
    if len(others) == 1 and first[0] > _LAST_WITH_CASE and is_in_one(first + others[0]):
        # 이 영희, 夏目 漱石; of 영희 이 the shorter is the family name.
        family, given = (others[0], first) if len(others[0]) == 1 < len(first) else (first, others[0])
        return RawName(family, (given,))
    if len(others) == 1 and _is_family_first(first, others[0]):
        return RawName(first, tuple(others))
    return None


def _is_family_first(first: str, second: str) -> bool:
    """Tell whether two words are a family name and a given one: «Ахметова Айгуль»."""
    return (
        first[0] > "\u0400" and is_family_name(first) and not is_given_name(first) and is_given_name(second)
    )


def _by_words(name: str) -> RawName | None:
    """Read a name that BibTeX would take apart at the wrong place."""
    if "," not in name:
        return _as_spoken(name)
    family, _, rest = name.partition(",")
    *names, last = family.split() or [""]
    if names and _SUFFIX.fullmatch(last) and rest.strip() and "," not in rest:
        # "Webster III, Robert J." has the suffix where nobody looks for it.
        return RawName(" ".join(names), tuple(rest.split()), suffix=last)
    if rest.strip() and _SUFFIX.fullmatch(rest.strip()) and " " in family.strip():
        # "Martin Luther King, Jr." has no comma between its names.
        *before, last = family.split()
        return RawName(last, tuple(before), suffix=rest.strip())
    return None


def _by_rules(name: str, split: Split, *, keeps_particle: bool) -> RawName:
    first, _, rest = name.partition(",")
    middle, comma, end = (part.strip() for part in rest.rpartition(","))
    if comma and _SUFFIX.fullmatch(end) and "," not in middle and not _SUFFIX.fullmatch(middle):
        # "King, Martin, Jr.", as EndNote has it, has its suffix where BibTeX looks for given names.
        name = f"{first}, {end}, {middle}"
    found = split(name)
    if found.particle in _JOINING_FAMILIES and found.given:
        # José Ortega y Gasset: the names of both parents are one family name.
        *given, first = found.given
        return RawName(f"{first} {found.particle} {found.family}", tuple(given), suffix=found.suffix)
    if found.particle and not keeps_particle:
        return RawName(found.family, (*found.given, found.particle), suffix=found.suffix)
    return found


# biblatex's other way to write a name, which Zotero takes for one with a particle: family=Gaulle, prefix=de.
_PART = regex(r"([a-z]+(?:-i)?)\s*=\s*(\{[^{}]*\}|\"[^\"]*\"|[^,]*)", re.IGNORECASE)
_NAMED_PARTS = regex(r"(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)


def name_of_parts(name: str, *, keeps_particle: bool = True) -> RawName | None:
    """Read a name whose parts are called by their names, None for any other."""
    if not _NAMED_PARTS.match(name):
        return None
    parts = {part.lower(): value.strip(' "') for part, value in _PART.findall(name)}
    given, prefix = tuple(parts.get("given", "").split()), parts.get("prefix", "")
    if parts.get("useprefix", "true" if keeps_particle else "false").casefold() == "false" and prefix:
        given, prefix = (*given, prefix), ""
    return RawName(
        family=parts.get("family", ""),
        given=given,
        particle=prefix,
        suffix=parts.get("suffix", ""),
        # Better BibTeX writes a name in capitals whole there.
        initials=parts.get("given-i", "") if parts.get("given-i") != parts.get("given") else "",
        genitive=parts.get("genitive", ""),
    )


def without_capitals(family: str, given: str, *, is_turkish: bool = False) -> tuple[str, str]:
    """Return a family name in capitals, and given names, with one capital a word: DOE, JOHN; «КИМ Анна».

    Lists and programs leave them; they are no part of a name. Beside initials alone, short ones may be some.
    """
    is_named = _NAMED.search(given) is not None
    if not is_named and (len(family) < _SHORTEST_CAPITALS or _LETTERS_ALONE.fullmatch(family)):
        return family, given
    *before, last = family.split()
    code = "tr" if is_turkish or _TURKISH.intersection(family + given) else ""
    particles = (word.lower() if len(word) < _SHORTEST_CAPITALS else _cased(word, code) for word in before)
    return " ".join((*particles, _cased(last, code))), _NAMED.sub(lambda word: _cased(word[0], code), given)


def _cased(words: str, code: str) -> str:
    return _WORD.sub(
        lambda word: word[0][0] + lower(word[0][1:], code) if word[0].isupper() else word[0], words
    )


def _initials_of(given: str) -> tuple[str, ...]:
    return Person("", str(readable(given)[0])).initials


def _person(raw: RawName, *, is_turkish: bool = False) -> Person:
    """Read the parts of a name."""
    family, particle, suffix, initials = (
        str(readable(part)[0]) if part else ""
        for part in (raw.family, raw.particle, raw.suffix, raw.initials)
    )
    # «Иванов, И.И.» has two initials, as «Иванов, И. И.» has.
    names = " ".join(_INITIAL_END.sub(". ", readable(part)[0]) for part in raw.given)
    if not initials and any("\\relax" in part for part in raw.given):
        initials = " ".join(
            found[1] if (found := _ONE_LETTER.match(part)) else " ".join(_initials_of(part))
            for part in raw.given
        )
    if not raw.is_organization and family.isupper():
        family, names = without_capitals(family, names, is_turkish=is_turkish)
    given = (_WRITTEN_OUT.sub("", names) if "(" in names else names).split()
    patronymic = given.pop() if len(given) > 1 and is_patronymic(given[-1]) else ""
    return Person(
        family=family,
        given=" ".join(given),
        patronymic=patronymic,
        particle=particle,
        suffix=suffix,
        is_organization=raw.is_organization,
        genitive=raw.genitive,
        own_initials=" ".join(f"{one.strip('.')}." for one in initials.split()),
    )
