"""What language a title is in, as the rest of its file tells: “Die Ruinen von Milet” among German ones.

A bibliography that says no languages is mostly of one or two. One small word of a title, which no other
language has, tells little by itself, and enough where such words have told the language of others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sholu.bibliography.references import Reference
from sholu.bibliography.told_by_letters import BY_SMALL_WORDS, words_of
from sholu.languages import available_languages, function_words, kept, reading_words
from sholu.values import replace

# Of so many works of a file the language has to be known before it tells that of others.
_MANY = 3


def with_languages_of_their_file(references: list[Reference]) -> list[Reference]:
    """Return works with the language that a small word of their titles has in common with others of the file.

    Args:
        references: the works; those whose language is known stay as they are.
    """
    known = Counter(one.language for one in references)
    codes = [code for code in BY_SMALL_WORDS if known[code] >= _MANY]
    if not codes:
        return references
    return [one if one.language else _told(one, codes) for one in references]


def _told(reference: Reference, codes: Iterable[str]) -> Reference:
    words = words_of(str(reference.title.original))
    found = [code for code in codes if not words.isdisjoint(_alone(code))]
    if not words.isdisjoint(_alone("en")):
        return reference
    # Whoever says what it is called in a language says that it is in another.
    is_told = len(found) == 1 and not reference.title.forms
    return replace(reference, language=found[0]) if is_told else reference


@kept
def _alone(code: str) -> frozenset[str]:
    """Return the small words of a language that no other language of the engine has."""
    others = {word for one in available_languages() if one != code for word in function_words(one)}
    return frozenset((*reading_words(code, "words_for_sure"), *function_words(code))) - others
