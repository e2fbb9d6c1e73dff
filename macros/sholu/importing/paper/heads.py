"""What papers call their parts, in any language: abstract, key words, introduction, list of works, codes.

The words stand in the section `reading` of the languages' files, as `part_abstract` and so on. Words that are
a section of a text as well, in any of the languages («материалы», "Quellen", "literatura"), are no list by
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sholu.bibliography.typed_words import typed_words
from sholu.languages import available_languages, kept, language, reading_words
from sholu.regexes import regex

# Parts that have a page or a section of their own, which is called so in addresses.
_PARTS = (
    "introduction", "abstract", "keywords", "literature", "methodology", "results", "discussion",
    "conclusion", "acknowledgements",
)  # fmt: skip
# Those of a heading, of emphasis, and what stands behind one.
_MARKS = regex(r"[#*_:.\\]|\{[^}]*\}")
# Its heading may be of both: "Results and discussion".
_FINDINGS = ("results", "discussion")
# As Uzbek is typed: soʻzlar, so‘zlar, so'zlar, sozlar.
_APOSTROPHES = "[ʻ‘’'`ʼ]?"
# "key words", "keywords", "mots-clés"; Persian has a joint without width, Hebrew a hyphen of its own.
_SPACE = r"[\s\u200c־-]*"
# Chinese, Japanese and Korean are typed with spaces within a word: «摘 要».
_UNSPACED = regex(r"[\u2e80-\ud7ff]")


def called(part: str) -> str:
    """Return a pattern of what a part is called in any of the languages, without regard to case."""
    return _any_of(typed_words(f"part_{part}"))


def subject_codes() -> str:
    """Return a pattern of the names of codes with which papers begin: УДК, ҒТАМР, DOI."""
    return _any_of(typed_words("subject_codes"))


def language_of(words: str, part: str, own: str) -> str:
    """Tell in which language a part is called so: a paper's own where it may be, "" for none."""
    known = [
        code
        for code in available_languages()
        if re.fullmatch(_any_of(reading_words(code, f"part_{part}")), words.strip(), re.IGNORECASE)
    ]
    bases = {code.partition("-")[0] for code in known}
    return own if own.partition("-")[0] in bases else next(iter(known), "")


def part_called(title: str) -> str:
    """Return the part of a paper that a heading names, "introduction" or "findings", or ""."""
    return next((part for part, pattern in _patterns() if pattern.fullmatch(title)), "")


def heads_works(line: str) -> bool:
    """Tell whether a line heads a list of works, in bold or plain too: «## Литература», "References:"."""
    return _references().match(_MARKS.sub("", line).strip()) is not None


def has_one_title(headings: Sequence[str]) -> bool:
    """Tell whether one heading of the first level alone names a text, that of its list of works aside."""
    titles = [heading for heading in headings if not heads_works(heading)]
    return len(titles) == 1 and titles[0] == headings[0]


@kept
def _references() -> re.Pattern[str]:
    """Return what the list of works is called, in one language or in two: «Литература / References»."""
    name = called("references")
    return re.compile(rf"^(?:\d+\.?\s*)?(?:{name})(?:\s*[/(]?\s*(?:{name})\)?)?$", re.IGNORECASE)


@kept
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    joining = "|".join(map(re.escape, {language("en").terms["and"], *typed_words("joining")}))
    both = "|".join(map(called, _FINDINGS))
    named = [(part, called(part)) for part in _PARTS]
    return tuple(
        (part, re.compile(pattern, re.IGNORECASE))
        for part, pattern in (*named, ("findings", rf"(?:{both})\s+(?:{joining})\s.*"))
    )


def _any_of(words: Iterable[str]) -> str:
    # The longest first: what a pattern finds at a beginning is no part of a longer name.
    return "|".join(map(_pattern, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def _pattern(word: str) -> str:
    parts = (r"\w*".join(map(re.escape, part.split("*"))) for part in word.split())
    pattern = _SPACE.join(re.sub("ʻ", _APOSTROPHES, part) for part in parts)
    return r"\s*".join(word.split() if " " in word else word) if _UNSPACED.match(word) else pattern
