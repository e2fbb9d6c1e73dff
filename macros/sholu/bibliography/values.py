"""Single values of an entry: addresses, numbers of works, numbers with the words that people put beside them.

A value that nobody can use is unreadable, and is left out of what is printed; one that would harm a reader,
or that cannot be, is impossible.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import unquote

from sholu.bibliography.east_asian import counted
from sholu.bibliography.typed_words import loosely, of_words, ordinals, typed_words
from sholu.languages import kept
from sholu.problems.telling import phrase
from sholu.regexes import regex

_DOI = regex(r"10\.\d{4,9}/\S+")
# Those of shortdoi.org (APA 7, 9.36): 10/fg6rf9, or the letters and figures alone.
_SHORT_DOI = regex(r"(?:10/)?((?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{4,8})", re.IGNORECASE)
# A resolver, a publisher's page or a library's proxy before the number.
_DOI_ADDRESS = regex(
    r"^(?:doi\b[:./]?\s*)?(?:(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|[\w.-]+\.[a-z]{2,}/\S*?(?=10\.\d{4,9}(?:/|%2F))))?",
    re.IGNORECASE,
)
# One of a page or a file, alone or in words.
WEB_ADDRESS = regex(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_OLD_DOI = regex(r"^https?://(?:dx\.|www\.)?doi\.org/(?=10\.)", re.IGNORECASE)
_SCHEME = regex(r"[\s\x00-\x1f]*([a-z][a-z0-9+.-]*)[\s\x00-\x1f]*:", re.IGNORECASE)
# Addresses that do something instead of leading somewhere, or lead into the reader's own machine.
_DANGEROUS = frozenset({"javascript", "data", "vbscript", "file", "blob", "filesystem", "view-source", "jar"})
_ISBN = regex(r"(?<![\dXx])(?:97[89][\s–—-]?)?(?:\d[\s–—-]?){9}[\dXx](?![\dXx])")
# Eight digits in the midst of an ISBN are none.
_ISSN = regex(r"(?<![\dXx])(?<!\d[–-])\d{4}[\s–-]?\d{3}[\dXx](?![\dXx])(?![–-][\dXx])")
_COUNTRY = regex(r"[a-z]{2}")
_ISBN_10, _ISBN_13 = 10, 13
# Behind this sign of Unicode stand the letters of Chinese, Japanese and Korean.
_BEFORE_EAST_ASIAN = "\u2e80"
# Between the members of a list: places, publishers; a style writes its own sign.
BETWEEN = "; "
# What parts two names in a field of BibTeX.
BETWEEN_NAMES = regex(r"\s+and\s+", re.IGNORECASE)

# Signs and letters of no one language: № and its kin, S. and C. for pages in other letters.
_SIGNS: Mapping[str, str] = {
    "pages": r"S\.|С\.|C\.",
    "pagetotal": r"S\.",
    "volume": "n[°º]",
    # One letter says it only before a figure.
    "number": r"n[°º]|№№?|[nhs](?=[.\s]*\d)",
}
_COUNTED = frozenset({"pages", "pagetotal", "volume", "number", "chapter", "edition"})
# Those that may stand behind the number, too: «12 с.», "256 p.".
_COUNTED_BEFORE = frozenset({"pages", "pagetotal"})


_ESCAPED = regex(r"\\([_%~&#])")


def without_escapes(address: str) -> str:
    """Return an address without the backslashes that TeX asks for before its signs, and ends lines with."""
    return (
        address
        if "\\" not in address
        else _ESCAPED.sub(r"\1", address.replace("\\\\", "")).replace("\\textasciitilde", "~")
    )


@kept
def _words(name: str) -> str:
    """Return a pattern of the words that say what a number counts, which each language has its own for."""
    words = typed_words("pages" if name == "pagetotal" else name)
    longest_first = map(re.escape, sorted(words, key=len, reverse=True))
    return rf"(?:{'|'.join((*longest_first, *filter(None, (_SIGNS.get(name),))))})"


@kept
def _before(name: str) -> re.Pattern[str]:
    # EBSCO has "p1-9".
    return re.compile(
        rf"^{_words(name)}(?:\.\s*|\s+|(?<=[№°º])\s*)(?=[\dIVXLCivxlcA-Z\[(])"
        + (r"|^p(?=\d)" if name == "pages" else ""),
        re.IGNORECASE,
    )


@kept
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[\d\])ivxlc])(?:\s+|-|(?=[^\W\d_a-zа-я])){_words(name)}\.?$", re.IGNORECASE)


@kept
def _edition() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\d{{4}}年(?:\d{{1,2}}月)?)?第?(?P<number>\d{{1,3}})(?:\.|-?{loosely('ordinal_endings')})?\.?"
        rf"(?:,?\s*{_words('edition')}\.?)?",
        re.IGNORECASE,
    )


@kept
def _edition_word() -> re.Pattern[str]:
    return re.compile(rf"\s+{_words('edition')}\.?$|^{_words('edition')}\.?\s+", re.IGNORECASE)


@kept
def _edition_behind() -> re.Pattern[str]:
    # «Изд. 2-е», «ط. 2»; “Ed. 2”.
    endings = loosely("ordinal_endings")
    return re.compile(
        rf"{_words('edition')}(?:\.\s*|\s+)(?P<number>\d{{1,3}})(?:-?{endings}|\.)?", re.IGNORECASE
    )


# «1-т.», «2-кітап», “57. Jg.”, “IV. Cilt”; «5 т.» may be how many there are.
_VOLUME_BEHIND = of_words(r"(?P<number>\d{1,4}|(?-i:[IVXLC]+))(?:-|\.\s*)<<volume>>\.?", re.IGNORECASE)


class ImpossibleValueError(ValueError):
    """A value that cannot be right; the message says how a right one looks.

    `values` tell it in each language of authors: `reason` names a phrase of sholu/problems/phrases.toml, the
    others are what the phrase names.
    """

    def __init__(self, fault: str, **values: str) -> None:
        super().__init__(phrase(fault, "en", **values))
        self.values = {"reason": f"@@{fault}", **values}


class UnreadableValueError(ImpossibleValueError):
    """A value that nobody understands, and that is left out but for what was `read` of it."""

    def __init__(self, fault: str, read: object = None, **values: str) -> None:
        super().__init__(fault, **values)
        self.read = read


def is_country(code: str) -> bool:
    """Tell whether a code may be that of a country (ISO 3166), in small letters."""
    return _COUNTRY.fullmatch(code) is not None


def read_doi(value: str) -> str:
    """Read a DOI, with or without its address before it; a short one is 10/abc1.

    Raises:
        UnreadableValueError: it is none.
    """
    doi = _DOI_ADDRESS.sub("", value.strip()).rstrip(".,;/")
    if doi.endswith(")") and doi.count(")") > doi.count("("):
        # Of the brackets in which it stood.
        doi = doi[:-1]
    if "%" in doi:
        # As an address has it: %2F for a slash, %3C for <.
        doi = unquote(doi)
    if short := _SHORT_DOI.fullmatch(doi):
        return f"10/{short[1]}"
    if not _DOI.fullmatch(doi):
        raise UnreadableValueError("no_doi", value=value)
    return doi


def read_address(value: str) -> str:
    """Read a web address.

    Raises:
        ImpossibleValueError: following it would run something.
        UnreadableValueError: it is none that begins with http:// or https://, or there are two of them.
    """
    if WEB_ADDRESS.fullmatch(value):
        # The older form of a DOI's address is written as today's (APA 7, 9.35).
        return _OLD_DOI.sub("https://doi.org/", value) if "doi.org/" in value else value
    scheme = _SCHEME.match(value)
    if scheme and scheme[1].casefold() in _DANGEROUS:
        raise ImpossibleValueError("no_address", value=value)
    if len(re.findall(r"https?://", value)) > 1 and re.search(r"[\s;,]", value):
        raise UnreadableValueError("two_addresses", value=value)
    raise UnreadableValueError("no_address", value=value)


def read_isbn(value: str) -> str:
    """Read the first ISBN of 10 or 13 digits (ISO 2108) of a field, whatever stands beside it.

    Raises:
        UnreadableValueError: the check digit of none fits.
    """
    if found := isbns(value):
        return found[0]
    raise UnreadableValueError("no_isbn", value=value)


def isbns(value: str) -> tuple[str, ...]:
    """Return the ISBN of 10 or 13 digits in a field whose check digits fit, as they are written there."""
    return tuple(
        found[0].strip().replace("—", "-")
        for found in _ISBN.finditer(value)
        if _is_isbn(re.sub(r"[\s–—-]", "", found[0]).upper())
    )


def _is_isbn(digits: str) -> bool:
    if len(digits) == _ISBN_13 and digits.isdigit():
        return sum(int(digit) * (3 if position % 2 else 1) for position, digit in enumerate(digits)) % 10 == 0
    if len(digits) != _ISBN_10:
        return False
    return sum((10 - position) * _digit(sign) for position, sign in enumerate(digits)) % 11 == 0


def read_issn(value: str) -> str:
    """Read the ISSN of a field (ISO 3297), several with a comma between them.

    Raises:
        UnreadableValueError: there is none, or its check digit does not fit; a slip in it leads readers to
            another journal.
    """
    right = [found[0] for found in _ISSN.finditer(value) if _is_issn(found[0])]
    if not right:
        raise UnreadableValueError("no_issn", value=value)
    return ", ".join(dict.fromkeys(right))


def _is_issn(issn: str) -> bool:
    digits = re.sub(r"[\s–-]", "", issn).upper()
    return sum((8 - position) * _digit(sign) for position, sign in enumerate(digits)) % 11 == 0


def _digit(sign: str) -> int:
    return 10 if sign in "Xx" else int(sign)


def with_our_digits(text: str) -> str:
    """Write the digits of other scripts with those of ours: ١٩٩٠ is 1990."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(sign)) if unicodedata.category(sign) == "Nd" else sign for sign in text
    )


_IN_BRACKETS = frozenset({"number", "volume"})
_BRACKETED = regex(r"\(([^()]+)\)")


@lru_cache(maxsize=10_000)
def number_alone(name: str, value: str) -> str:
    """Take away the words beside a number, since each language adds its own: "pp. 5–7", «С. 12», "no. 3".

    Args:
        name: what is counted: "pages", "pagetotal", "volume", "number", "chapter", "edition".
        value: the number as it was typed; one of another sort, as «вып. 1», keeps its words.
    """
    value = with_our_digits(value)
    if name in _IN_BRACKETS and (bracketed := _BRACKETED.fullmatch(value)):
        # "(ST/ESA/SER.A/425)": styles have brackets of their own.
        value = bracketed[1]
    if name == "edition":
        found = _edition().fullmatch(value) or _edition_behind().fullmatch(value)
        return found["number"] if found else ordinals().get(_edition_word().sub("", value.casefold()), value)
    if value.isdigit() or name not in _COUNTED:
        return value
    if name == "volume" and (found := _VOLUME_BEHIND.fullmatch(value)):
        return found["number"]
    if max(value, default="") > _BEFORE_EAST_ASIAN and (bare := counted(value)):
        return bare
    alone = _before(name).sub("", value)
    return _behind(name).sub("", alone) if name in _COUNTED_BEFORE else alone


def is_orcid(given: str) -> bool:
    """Tell whether the check digit of an ORCID is that of its number (ISO 7064, MOD 11-2)."""
    total = 0
    signs = given.replace("-", "")
    for digit in signs[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == signs[-1]
