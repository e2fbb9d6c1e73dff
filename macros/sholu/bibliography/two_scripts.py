"""Names that stand in two scripts: “Rong Xinjiang 榮新江”, “Wang 王, Xiaobo 小波”, “Ḥusayn, Ṭāhā (طه حسين)”.

Sinologists and Arabists list both forms. BibTeX would take the second for the family name.
"""

from __future__ import annotations

import unicodedata

from sholu.bibliography.given_names import is_given_name
from sholu.languages.scripts import LETTERS
from sholu.regexes import regex

_EAST_ASIAN = "".join(LETTERS[script] for script in ("Hani", "Kana", "Hang"))
_SEMITIC = "".join(LETTERS[script] for script in ("Arab", "Hebr"))
# The second form; around it may stand brackets.
_SECOND = regex(rf"\s*[(\[]?([{_EAST_ASIAN}・]+|[{_SEMITIC}]+(?:[\s\u200c-]+[{_SEMITIC}]+)*)[)\]]?\s*")
# No letter of those scripts stands before these in Unicode.
_FIRST_SEMITIC, _FIRST_EAST_ASIAN = "\u0590", "\u1000"
_SPACE_AND_COMMA = regex(r"\s+,")
_VOWELS = regex("[aeiouy]+")


def parted_by_script(name: str) -> tuple[str, str] | None:
    """Return a name without its second form, and that form: “Wang, Xiaobo”, 王小波; None where it has one.

    What is typed without a comma has the family name first, as East Asians speak it, unless it begins with a
    given name of others: “Thomas Mullaney 墨磊宁”.
    """
    if name.isascii() or "{" in name or max(name) < _FIRST_SEMITIC:
        return None
    second = _SECOND.findall(name)
    bare = _SPACE_AND_COMMA.sub(",", _SECOND.sub(" ", name)).strip(" ,")
    if not second or not any(sign.isalpha() and sign < _FIRST_SEMITIC for sign in bare):
        return None
    is_east_asian = second[0] > _FIRST_EAST_ASIAN
    first, _, rest = bare.partition(" ")
    if is_east_asian and rest and "," not in bare and not _is_given_first(first, rest):
        bare = f"{first}, {rest}"
    return bare, ("" if is_east_asian else " ").join(second)


def _is_given_first(first: str, rest: str) -> bool:
    """Tell whether a name has its family name last: of “Xinjiang Rong” one syllable is the family name."""
    return is_given_name(first) or "." in first or (" " not in rest and _syllables(first) > _syllables(rest))


def _syllables(word: str) -> int:
    plain = unicodedata.normalize("NFD", word.casefold())
    return len(_VOWELS.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))
