"""Names of authors as the language of their paper has them: letters of its own, two family names."""

from __future__ import annotations

import re

from sholu.bibliography.given_names import is_given_name
from sholu.importing.draft import Name
from sholu.languages import as_sentence, reading_words
from sholu.regexes import regex
from sholu.values import replace

_SHOUTED = regex(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")


def in_own_case(line: str, code: str) -> str:
    """Write words in capitals small as the language does, if others do so otherwise: YILMAZ is Yılmaz."""
    if line.isupper():
        return line
    return _SHOUTED.sub(lambda found: _small(found[0], code), line)


def _small(word: str, code: str) -> str:
    own = as_sentence(word, code)
    return own if word.isupper() and own != as_sentence(word, "") else word


def with_both_names(name: Name, code: str) -> Name:
    """Return a name with two family names, where a language has a word between them (Ortega y Gasset)."""
    *before, last = name.given.split() or [""]
    if not before or not reading_words(code, "between_family_names") or name.is_institution:
        return name
    is_one = is_given_name(last) or not re.fullmatch(r"[^\W\d_]{3,}", last) or last.islower()
    return name if is_one else replace(name, family=f"{last} {name.family}", given=" ".join(before))
