"""Capitals and small letters as each language has them: Turkish i and İ, Dutch IJ. Pure.

Unicode's own tables (SpecialCasing.txt, CLDR's transforms) say where a language differs from the others;
Python knows all of it but what depends on the language.
"""

from __future__ import annotations

# Where i and ı are two letters, each with its own capital; CLDR names the first two, the others write so too.
_TWO_KINDS_OF_I = frozenset({"tr", "az", "crh", "gag", "kk-Latn", "tt-Latn"})
# The first two letters of IJsland are one (CLDR, nl-Title).
_DUTCH = frozenset({"nl", "fy"})
# Of English; another letter alone is a name.
_WORDS_OF_A_LETTER = frozenset("AIO")


def _has_two_kinds_of_i(code: str) -> bool:
    return code in _TWO_KINDS_OF_I or (
        "-Cyrl" not in code and "-Arab" not in code and code.partition("-")[0] in _TWO_KINDS_OF_I
    )


def upper(words: str, code: str) -> str:
    """Return words in capitals, as the language `code` has them."""
    return (words.replace("i", "İ") if _has_two_kinds_of_i(code) else words).upper()


def lower(words: str, code: str) -> str:
    """Return words in small letters, as the language `code` has them; in others İ stays one letter."""
    if _has_two_kinds_of_i(code):
        words = words.replace("I", "ı")
    # Unicode makes two signs of İ, of which the second, a dot above, no reader would look for.
    return words.replace("İ", "i").lower()


def capitalized(words: str, code: str) -> str:
    """Return words with a capital at their beginning, all other letters as they are.

    The titlecase of Unicode: Georgian has capitals (Mtavruli) for words in capitals only.
    """
    if code.partition("-")[0] in _DUTCH and words[:2] == "ij":
        return f"IJ{words[2:]}"
    if words[:1] == "i":
        return upper("i", code) + words[1:]
    return words[:1].title() + words[1:]


def lowered(words: str, code: str) -> str:
    """Return words with a small letter at their beginning, all other letters as they are: "TV series" too."""
    if code.partition("-")[0] in _DUTCH and words[:2] == "IJ" and not words[2:3].isupper():
        return f"ij{words[2:]}"
    if code == "en" and words[1:2] == " " and words[0] not in _WORDS_OF_A_LETTER:
        # "R News and Tutorials": the name of a language.
        return words
    # "U.S. Patent" begins with an abbreviation; «Ф.» and "A film" do not.
    if (words[:2].isalpha() and words[:2].isupper()) or (words[1:2] == "." and words[2:3].isupper()):
        return words
    return lower(words[:1], code) + words[1:]


def as_sentence(words: str, code: str) -> str:
    """Return words in capitals as a sentence has them: «ӘДЕБИЕТТЕР» → «Әдебиеттер»."""
    return capitalized(lower(words, code), code)


def folded(words: str) -> str:
    """Fold case as `re.IGNORECASE` compares: İ, I, i and ı are one letter to it (docs of Python's `re`).

    So what a pattern of folded words has found is found in their table too: "BİR" and the "bır" of "bırakın".
    """
    return words.replace("İ", "i").replace("ı", "i").casefold()
