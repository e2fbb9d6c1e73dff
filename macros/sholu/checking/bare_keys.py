"""Keys of works between brackets without their sign: [hiro2009], which is printed as it is typed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import chain

from sholu.pages.findings import Edit, Finding
from sholu.regexes import regex

# No link, no footnote, no label of a link, no span with attributes.
_BRACKETS = regex(
    r"(?<![\w\]!\\\[])\[(?P<inner>(?P<before>#|[^\W\d_]{1,9}\.?[ \u00a0])?(?P<key>[^\s\[\]@^,;]{2,100})"
    r"(?:[,;][^\[\]\n@]{0,200})?)\](?![(\[:{])"
)
# Only keys with a figure are looked for between them: others may be words of the sentence.
_ROUND = regex(
    r"(?<![\w\]\\])\((?P<inner>(?P<before>)(?P<key>[^\s()\[\]@^,;]{2,100})(?:[,;][^()\[\]\n@]{0,200})?)\)"
)
_FURTHER = regex(r"(?<=;)(?P<space>[ \u00a0]*)(?P<key>[^\s,;]+)")
_DEFINITION = regex(r"^ {0,3}\[(?P<name>[^\[\]^\n]+)\]:", re.MULTILINE)


def bare_keys(prose: str, keys: Container[str]) -> Iterator[Finding]:
    """Find keys between brackets that were to be citations.

    Args:
        prose: the text of a page, its code and comments blanked out.
        keys: those of the works that there are.
    """
    defined = {one["name"].casefold() for one in _DEFINITION.finditer(prose)}
    for found in chain(_BRACKETS.finditer(prose), _ROUND.finditer(prose)):
        # Behind another word, and in round brackets, a key without a figure is a word of the sentence.
        may_be_words = found[0][0] == "(" or found["before"]
        is_word = may_be_words and not any(map(str.isdigit, found["key"]))
        if found["key"] not in keys or is_word or found["inner"].casefold() in defined:
            continue

        def signed(one: re.Match[str]) -> str:
            return f"{one['space']}@{one['key']}" if one["key"] in keys else one[0]

        before = (found["before"] or "").strip("#")
        right = f"[{before}@{_FURTHER.sub(signed, found['inner'].removeprefix(found['before'] or ''))}]"
        # A word between brackets may be an editor's addition; a key with a year in it is none.
        is_certain = any(map(str.isdigit, found["key"]))
        edits = (Edit(found.start(), found.end(), right),) if is_certain else ()
        yield Finding(found.start(), "M086", {"typed": found[0], "right": right}, edits)
