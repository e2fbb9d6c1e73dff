"""The kinds of places in a work that a citation may name: pages, articles, lines, slides.

They are those for which English has words (`locator_words` of its file): another kind is two lines there, and
two in each other language, which says it in English until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import ClassVar

from sholu.languages import available_languages, kept, known_languages, language, own_words
from sholu.languages.files import english
from sholu.values import Value


class LocatorKind(Value):
    """What part of a work a locator names; `value` is its name in the files of languages.

    A passage is printed bare: Quran 2:255, minute 1:23, act, scene and line 1.3.36.
    """

    value: str

    # Those of which something is known beside their words.
    PAGE: ClassVar[LocatorKind]
    ARTICLE: ClassVar[LocatorKind]
    PARAGRAPH: ClassVar[LocatorKind]
    APPENDIX: ClassVar[LocatorKind]
    PASSAGE: ClassVar[LocatorKind]

    @classmethod
    def named(cls, name: str) -> LocatorKind | None:
        """Return the kind of `name` ("page" or its plural "pages"), or None."""
        kinds, folded = locator_kinds(), name.casefold()
        return kinds.get(folded) or kinds.get(folded.removesuffix("s"))


LocatorKind.PAGE = LocatorKind("page")
LocatorKind.ARTICLE = LocatorKind("article")
LocatorKind.PARAGRAPH = LocatorKind("paragraph")
LocatorKind.APPENDIX = LocatorKind("appendix")
LocatorKind.PASSAGE = LocatorKind("passage")


@cache
def locator_kinds() -> dict[str, LocatorKind]:
    """Return all kinds by their names."""
    return {name: LocatorKind(name) for name in english()["locator_words"]}


@kept
def locator_words(code: str = "") -> Mapping[str, str]:
    """Return what authors may write before a locator, in any of the languages: "p", "с", "б".

    Args:
        code: the language of the page, in whose sense a word is taken that several have: «бап» is an article
            in Kazakh and a chapter in Kyrgyz.
    """
    codes = (*known_languages(), *((code,) if code else ()))
    return {word: kind for code in codes for word, kind in language(code).locator_words.items()}


@kept
def words_of_others() -> Mapping[str, str]:
    """Return those of all languages that Sholu has: what else nobody would understand, «S. 102», "str. 5".

    A word that means several things means pages first.
    """
    words: dict[str, str] = {}
    for code in available_languages():
        for kind, given in own_words(code, "locator_words").items():
            for word in given:
                if kind == LocatorKind.PAGE.value or word not in words:
                    words[word] = kind
    return words
