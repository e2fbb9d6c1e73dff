"""Words of any script in small Latin letters, for names that machines read: keys, ids, files.

The door to AnyAscii. The languages' own tables come first (Сұлтанғалиева → sultangaliyeva); what they do not
know it does, one table for all of Unicode: 王小波 → wangxiaobo, محمد → mhmd, ß → ss. Japanese names in Han
are read as Chinese ones are, since no table knows their reading.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sholu.languages import romanized
from sholu.regexes import regex

# Marks above letters, and signs of romanizations that stand for none.
_MARKS = regex("['’ʹʺ`\u0300-\u036f]")
_SYLLABLES = regex(r"(?<=[a-z])(?=[A-Z])")
_HAN = regex("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


_NAME = regex("[a-z0-9]+")
# So many letters of a name are enough to tell it from others.
_LONGEST = 60


def name_in_ascii(words: str, codes: Iterable[str], *, longest: int = _LONGEST) -> str:
    """Return words as a name for addresses and files, "water-a-review"; "" if nothing in them is a word.

    Args:
        words: the words.
        codes: as for `in_ascii`.
        longest: so many letters and signs it has at most; it is cut between words.
    """
    name = "-".join(_NAME.findall(in_ascii(words, codes, parts_syllables=True)))
    if len(name) > longest:
        name = name[: longest + 1].rpartition("-")[0] or name[:longest]
    return name


def in_ascii(words: str, codes: Iterable[str], *, parts_syllables: bool = False) -> str:
    """Return words in small ASCII letters; all signs but letters and figures stay as they are.

    Args:
        words: the words.
        codes: the languages whose tables are tried, in this order; letters that one lacks another has.
        parts_syllables: whether spaces stand between those of Han, which has none between its words.
    """
    for code in codes:
        words = romanized(words, code)
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", words))
    if not plain.isascii():
        from anyascii import anyascii  # noqa: PLC0415 -- loaded only where a script needs it

        # NFKD parts syllables of Hangul into letters, which AnyAscii would write one by one.
        whole = unicodedata.normalize("NFC", plain)
        if parts_syllables:
            whole = _HAN.sub(lambda run: _SYLLABLES.sub(" ", f" {anyascii(run[0])} "), whole)
        plain = _MARKS.sub("", anyascii(whole))
    return plain.lower()
