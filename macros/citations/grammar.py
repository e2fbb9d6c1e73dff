"""The citation as an author writes it: `[see @hiro2009, p. 12; @dadabaev2016]`, read and written.

One grammar with one reader and one writer, Pandoc's (https://pandoc.org/MANUAL.html#citation-syntax).
Knows no library and no style: whether a work exists is not its question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from macros.problems import nearest


class LocatorKind(Enum):
    """What part of a work a locator names."""

    PAGE = "page"
    ARTICLE = "article"
    CHAPTER = "chapter"
    SECTION = "section"
    VOLUME = "volume"
    PARAGRAPH = "paragraph"
    NOTE = "note"

    @classmethod
    def named(cls, name: str) -> LocatorKind | None:
        """Return the kind of `name` ("page" or its plural "pages"), or None."""
        return _KINDS.get(name.casefold())


_KINDS = {kind.value: kind for kind in LocatorKind} | {f"{kind.value}s": kind for kind in LocatorKind}

# A roman number, never an empty one: "civil" and "dim" are words.
_ROMAN = (
    r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)",
    r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)",
)
# An arabic number or a single letter with what may hang on it (12, 12a, 3.2, A-3), or a roman one.
_NUMBER = rf"(?:\d\w*(?:\.\d\w*)*|[A-Za-z]-?\d+|{'|'.join(_ROMAN)})"
_VALUE = rf"{_NUMBER}(?:(?:\s*[-–—]{{1,3}}\s*|,\s*){_NUMBER})*"
_RANGE = re.compile(r"\s*[-–—]{1,3}\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place inside a cited work: page 12, article 3. Ranges are written with an en dash."""

    kind: LocatorKind
    value: str

    def __post_init__(self) -> None:
        """Refuse an empty or unreadable value.

        Raises:
            ValueError: `value` is not a number, a range or a list of them.
        """
        if not re.fullmatch(_VALUE, self.value):
            raise ValueError(f'"{self.value}" is no number, range or list of numbers')

    @property
    def is_plural(self) -> bool:
        """Whether more than one page, article, … is named."""
        return any(mark in self.value for mark in "–,")


def locator(kind: LocatorKind, value: str) -> Locator:
    """Make a locator of what an author typed: hyphens of a range become en dashes.

    Raises:
        ValueError: `value` is not a number, a range or a list of them.
    """
    return Locator(kind, re.sub(r",\s*", ", ", _RANGE.sub("–", value.strip())))


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One work in a citation: `see @hiro2009, p. 12, and passim`; `-@` hides the author."""

    key: str
    prefix: str = ""
    locators: tuple[Locator, ...] = ()
    suffix: str = ""
    shows_author: bool = True


@dataclass(frozen=True, slots=True)
class Citation:
    """One or more works in a bracket, or one work named in the sentence (`is_narrative`)."""

    works: tuple[CitedWork, ...]
    is_narrative: bool = False


class CitationError(ValueError):
    """A citation that cannot be read: `what` is wrong, and how to `mend` it."""

    def __init__(self, what: str, mend: str) -> None:
        self.what = what
        self.mend = mend
        super().__init__(f"{what}; {mend}")


# A key as BibTeX allows it: word characters with marks between them. A mark at its end needs braces,
# `@{smith:2019+}`, else the full stop of a sentence would belong to the key (Pandoc's rule).
_BARE_KEY = r"\w+(?:[:.#$%&+?<>~/*!|^\-]+\w+)*"
_BRACED_KEY = r"\{[^\s{}@,\"'\\]+\}"
KEY = rf"(?:{_BRACED_KEY}|{_BARE_KEY})"
# What cannot stand before the @ of a citation, since the @ is then one of an address: a@b, /@user.
_ADDRESS = r"[\w.+/@=&#%~-]"
# The sign of a citation: @, or -@ where the author is not shown.
AT = rf"(?:(?<!{_ADDRESS})(?P<minus>-)@|(?<!{_ADDRESS})@)"

_WORK = re.compile(rf"(?P<prefix>.*?){AT}(?P<key>{KEY})(?P<rest>.*)", re.DOTALL)
_ANOTHER_WORK = re.compile(rf"(?<!{_ADDRESS})-?@")
# "p. 12", "§ 5", "12", "12-б." (in Kazakh the word follows the number). A word is no part of a roman
# number: a stop, a space or a digit parts them.
_LOCATOR = re.compile(
    rf"\s*(?:(?P<label>§{{1,2}}|[^\W\d_]+)(?:\.?\s+|\.|(?<=§)|(?=\d)))?"
    rf"(?P<value>{_VALUE})(?P<after>\s*-[^\W\d_]+\.?)?\s*(?=,|$)"
)

EXAMPLE = "[@key, p. 12; see @other]"


def read_citation(source: str, locator_words: Mapping[str, str]) -> Citation:
    """Read a citation of either form: `[@hiro2009, p. 12]` or `@hiro2009 [p. 12]`.

    Raises:
        CitationError: it has a fault.
    """
    read = read_bracket if source.startswith("[") else read_narrative
    return read(source, locator_words)


def read_bracket(source: str, words: Mapping[str, str]) -> Citation:
    """Read `[see @a, p. 12; @b]`.

    Args:
        source: the bracket with its square brackets.
        words: what authors write before a locator ("p", "pp", "с", "б"), to the name of its kind.

    Raises:
        CitationError: the bracket is malformed or names an unknown kind of locator.
    """
    if not source.endswith("]"):
        raise CitationError(
            f"malformed citation: {source} … has no closing bracket", f"close it, as in {EXAMPLE}"
        )
    parts = source[1:-1].split(";")
    return Citation(tuple(_read_work(part, source, words) for part in parts))


def read_narrative(source: str, words: Mapping[str, str]) -> Citation:
    """Read `@a` or `@a [p. 12]`.

    Raises:
        CitationError: what stands in the bracket is malformed.
    """
    head, bracket, rest = source.partition("[")
    work = _read_work(f"{head.strip()}, {rest[:-1]}" if bracket else head, source, words)
    return Citation((work,), is_narrative=True)


def looks_like_locator(text: str) -> bool:
    """Tell whether a bracket after `@key` is its locator, or some other bracket of the sentence."""
    return _LOCATOR.match(text) is not None


def _read_work(part: str, source: str, words: Mapping[str, str]) -> CitedWork:
    if "`" in part:
        raise CitationError(
            f"malformed citation: {source} holds code", "write plain words before and after a key"
        )
    found = _WORK.fullmatch(part)
    if found is None:
        what = (
            f'"{part.strip()}" in {source} names no work' if part.strip() else f"{source} has an empty part"
        )
        raise CitationError(f"malformed citation: {what}", f"write each part with a key, as in {EXAMPLE}")
    rest = found["rest"]
    if _ANOTHER_WORK.search(rest):
        raise CitationError(
            f"malformed citation: {source} has two works with no semicolon between them",
            f"write {EXAMPLE}",
        )
    locators, suffix = _read_locators(rest, source, words)
    return CitedWork(
        key=found["key"].strip("{}"),
        prefix=found["prefix"].strip(),
        locators=locators,
        suffix=suffix,
        shows_author=found["minus"] is None,
    )


def _read_locators(rest: str, source: str, words: Mapping[str, str]) -> tuple[tuple[Locator, ...], str]:
    """Read `, vol. 2, p. 12, and passim` to its locators and what is left, the suffix."""
    locators: list[Locator] = []
    while rest.lstrip().startswith(","):
        after_comma = rest.lstrip()[1:]
        read = _read_locator(after_comma, source, words)
        if read is None:
            return tuple(locators), after_comma.strip()
        found, length = read
        locators.append(found)
        rest = after_comma[length:]
    return tuple(locators), rest.strip()


def _read_locator(text: str, source: str, words: Mapping[str, str]) -> tuple[Locator, int] | None:
    found = _LOCATOR.match(text)
    if found is None:
        return None
    # «12-б.», «12–15-бб.»: in Kazakh the word follows the number.
    label = found["label"] or (found["after"] or "").strip(" -.")
    if found["label"] and found["after"]:
        return None
    if not label:
        return locator(LocatorKind.PAGE, found["value"]), found.end()
    named = LocatorKind.named(label)
    kind = named.value if named else words.get(label.casefold())
    if kind is None and not found["value"][0].isdigit():
        return None
    if kind is None:
        near = nearest(label, words)
        raise CitationError(
            f'unknown locator "{label}" in {source}',
            (f'did you mean "{near}"? ' if near else "")
            + "known are "
            + ", ".join(k.value for k in LocatorKind)
            + "; a remark of another kind starts with a word that no number follows",
        )
    return locator(LocatorKind(kind), found["value"]), found.end()


def write_citation(citation: Citation) -> str:
    """Write a citation in the bracket form that `read_bracket` and `read_narrative` read.

    Raises:
        CitationError: a prefix or suffix has a sign that would end the bracket or start a work.
    """
    if citation.is_narrative:
        (work,) = citation.works
        inner = _written_rest(work).removeprefix(", ")
        return f"@{_written_key(work.key)}" + (f" [{inner}]" if inner else "")
    return f"[{'; '.join(map(_written_work, citation.works))}]"


def _written_work(work: CitedWork) -> str:
    prefix = f"{_safe(work.prefix)} " if work.prefix else ""
    minus = "" if work.shows_author else "-"
    return f"{prefix}{minus}@{_written_key(work.key)}{_written_rest(work)}"


def _written_rest(work: CitedWork) -> str:
    locators = "".join(f", {place.kind.value} {place.value}" for place in work.locators)
    if _LOCATOR.match(work.suffix):
        raise CitationError(
            f'the suffix "{work.suffix}" reads like a locator',
            'give it as one, for example page="12"',
        )
    return f"{locators}, {_safe(work.suffix)}" if work.suffix else locators


def _written_key(key: str) -> str:
    return key if re.fullmatch(_BARE_KEY, key) else f"{{{key}}}"


def _safe(words: str) -> str:
    if re.search(r"[\[\];@\n\\`\x02\x03]", words):
        raise CitationError(
            f'"{words}" cannot stand before or after a citation',
            "write it in the sentence, without brackets, semicolon, @ or backslash",
        )
    return words
