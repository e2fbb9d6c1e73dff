"""Names of institutions, as they are told from those of persons: by the words that they have."""

from __future__ import annotations

import re

from sholu.bibliography.given_names import is_family_name, is_given_name, may_be_given_name
from sholu.bibliography.typed_words import of_words, typed_words
from sholu.languages import available_languages, capital_words, function_words, kept, own_list
from sholu.languages.english_words import is_plain_word
from sholu.regexes import regex

_WORD = regex(r"\w+\.?")
_CYRILLIC = regex(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
# "UN-HABITAT", "WTO/UNCTAD"; two letters alone may be a name, «ЛИ», but for these.
_ABBREVIATION = of_words(r"[^\W\d_]{3,}|[^\W\d_]{2,}(?:[-/][^\W\d_]{2,})+|<<short_bodies>>")
_ARTICLE = of_words(r",\s*<<definite_article>>$", re.IGNORECASE)
# "Commission, European", "Consortium, Human Genome"
_TURNED = of_words(
    r"(?P<last>[A-Z][a-z]{3,}), (?P<rest>[^\W\d_a-z][\w’'-]*(?: (?:[^\W\d_a-z][\w’'-]*|<<in_bodies>>))*)"
)
# "The Economist"; "William the Conqueror" is a person.
_BEGINS_WITH_ARTICLE = of_words(r"<<definite_article>>\s", re.IGNORECASE)
_BRACED_WORD = regex(r" \{[^\W\d_]+\} [a-z]{2}")
# What stands behind the comma of a person: initials, or nothing.
_GIVEN = regex(r"\s*$|[^\W\d_]{1,2}\.")
_OTHERS = regex(r"[^\W\d_]{3,}")
# Shorter words are family names of China and Korea, too: Song, Pan.
_SHORTEST = 4
# In Latin letters it may be a name: Ng.
_WITHOUT_VOWELS = regex(r"[БВГДЖЗЙКЛМНПРСТФХЦЧШЩҒҚҢҺ]{2,}")


def is_abbreviated(name: str) -> bool:
    """Tell whether a name is wholly in capitals, as bodies are abbreviated: "UNESCO", «ШОС», «МИД РК».

    «ИВАНОВ» is a person whose names a program has left in capitals. Of several words one has no vowels.
    """
    if not name.isupper():
        return False
    if " " in name:
        words = name.split()
        return all(map(str.isalpha, words)) and any(map(_WITHOUT_VOWELS.fullmatch, words))
    return _ABBREVIATION.fullmatch(name) is not None and not (is_family_name(name) or is_given_name(name))


def is_body(name: str) -> bool:
    """Tell whether what stands in the place of a name is an institution's: it has an article before it, too.

    A city has one as well, "The Hague", so elsewhere an article tells nothing.
    """
    return (
        is_abbreviated(name)
        or is_institution(name)
        or _BEGINS_WITH_ARTICLE.match(name) is not None
        or _ends_in_word(name.split())
    )


def is_institution(name: str) -> bool:
    """Tell whether a name without braces has a word that institutions have.

    With a comma, where it stands before a part of it: "University of Oxford, Faculty of History".
    """
    if "{" in name and _BRACED_WORD.search(name) and "," not in name:
        # "U. S. {Department} of the Navy": braces around a word of several.
        name = name.replace("{", "").replace("}", "")
    if " " not in name or "{" in name or "=" in name:
        return False
    if "," in name:
        return is_body_with_part(name) or is_turned(name)
    if name.endswith(("»", '"', "”")) and name.count('"') != 1:
        # АҚ «ҚазМұнайГаз»: what kind of body it is, and its name in quotation marks.
        return True
    words = _WORD.findall(name.casefold())
    return len(words) > 1 and (any(map(_is_word, words)) or _is_in_two_scripts(name))


def is_body_with_part(name: str) -> bool:
    """Tell a body and its place, or its part, from a family name and given names: "van der Bank, Jan"."""
    whole, _, rest = name.partition(", ")
    if whole.isupper():
        # "OECD, Organisation for Economic Co-operation": an abbreviation and what it stands for.
        # So are two of them, "IMF, World Bank".
        return is_institution(rest) and (rest.count(" ") > 1 or is_whole_institution(rest))
    if " " not in whole or not whole[0].isupper() or _GIVEN.match(rest) or is_given_name(rest.split()[0]):
        return False
    return is_institution(whole)


def is_concern(words: str) -> bool:
    """Tell whether words end in what a body is for, "Social Protection", and so are no person's name."""
    first, *_, last = words.split() or [""]
    is_named = "," in words or is_given_name(first)
    return not is_named and last.casefold() in typed_words("concerns")


def without_article(name: str) -> str:
    """Return the name of a body without an article that stands behind it: “World Bank, The”.

    Nor with its last word before a comma, as programs that part names have it: "Collaboration, Open Science".
    """
    if "," not in name:
        return name
    found = _TURNED.fullmatch(name)
    return f"{found['rest']} {found['last']}" if found and is_turned(name) else _ARTICLE.sub("", name)


def is_turned(name: str) -> bool:
    """Tell whether a name is a body's with its last word before a comma, which no family is called by."""
    found = _TURNED.fullmatch(name)
    if found is None or not _is_word(last := found["last"].casefold()) or is_family_name(last):
        return False
    first = found["rest"].split()[0]
    return last not in _everyday_names() and len(first) > 1 and not may_be_given_name(first)


def _is_in_two_scripts(name: str) -> bool:
    """Tell whether a name has words of two scripts, "Unity Документация", or begins as "UN Women"."""
    first, *others = name.split()
    if first in typed_words("beginning_bodies"):
        return all(map(_OTHERS.fullmatch, others))
    if name.isascii():
        return False
    words = _OTHERS.findall(name)
    is_cyrillic = [_CYRILLIC.match(word) is not None for word in words]
    return len(words) == len(name.split()) and any(is_cyrillic) and any(word.isascii() for word in words)


def _ends_in_word(words: list[str]) -> bool:
    """Tell whether a name ends in a word of English, and begins with no given name: "Freedom House"."""
    if len(words) < 2 or not all(word.isascii() and word.isalpha() and word.istitle() for word in words):  # noqa: PLR2004 -- both of them
        return False
    first, *_, last = words
    if len(first) == 1:
        # “J W Tester”: initials without stops.
        return False
    is_word = len(last) >= _SHORTEST and is_plain_word(last) and last.casefold() not in _everyday_names()
    if not (is_word or last.casefold() in capital_words("en", "ending_bodies")) or may_be_given_name(first):
        return False
    return first.casefold() not in function_words("en") and (len(last) > _SHORTEST or is_plain_word(first))


@kept
def _everyday_names() -> frozenset[str]:
    return frozenset(capital_words("en", "everyday"))


def is_whole_institution(name: str) -> bool:
    """Tell whether a name is that of one institution, and no part of one: "World Bank", "Bank of Japan".

    Of “Institute of Asian Studies and International Relations” the second half is none. In Cyrillic letters
    no name has an English “and”.
    """
    if not is_institution(name):
        return False
    first, second, *_ = words = name.split()
    return (
        _CYRILLIC.search(name) is not None
        or _is_word(words[-1].casefold())
        or (_is_word(first.casefold()) and second.islower())
    )


def _is_word(word: str) -> bool:
    # «КазНУ им. аль-Фараби»: with its stop it is an abbreviation, without it a name.
    return bool(_words().fullmatch(word) or _words().fullmatch(word.removesuffix(".")))


@kept
def _words() -> re.Pattern[str]:
    """Match one of the words of all languages; an asterisk at an end stands for any letters."""
    words = (word for code in available_languages() for word in own_list(code, "institution_words"))
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words))
