"""What language a title is in, as far as its letters alone tell: Kazakh has ұ, Japanese its kana.

Asked of entries that do not say it. Letters of several languages (Cyrillic, Arabic, Latin) tell nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from sholu.languages.scripts import SCRIPTS

# Scripts that one language has, of those that scholars cite.
_ALONE = {"Kana": "ja", "Hang": "ko", "Hebr": "he", "Grek": "el", "Armn": "hy", "Geor": "ka", "Thai": "th"}
_HAN = "Hani"
# ұ is in no other alphabet; і beside one of the others is in none either.
_KAZAKH_ALONE, _ALSO_UKRAINIAN, _ALSO_TURKIC = map(frozenset, ("ұҰ", "іІ", "әғқңөүһӘҒҚҢӨҮҺ"))
# Fields whose kana tell that a title of Han alone is Japanese.
_FIELDS = ("title", "booktitle", "journal", "journaltitle", "publisher", "author")


def told_by_letters(fields: Mapping[str, str]) -> str:
    """Return the code of the language of a title by its letters, "" where they do not tell.

    Args:
        fields: those of an entry, by name; Han may be Japanese, which others may show by kana.
    """
    title = fields.get("title", "")
    # One in brackets is supplied, or a translation.
    if title.isascii() or title.startswith("["):
        return ""
    letters = frozenset(title)
    if letters & _KAZAKH_ALONE or (letters & _ALSO_UKRAINIAN and letters & _ALSO_TURKIC):
        return "kk"
    scripts = [script for sign in title if sign.isalpha() and (script := SCRIPTS[sign])]
    most = max(set(scripts), key=scripts.count, default="")
    if most not in {_HAN, *_ALONE} or scripts.count(most) * 2 < len(scripts):
        return ""
    shown = {SCRIPTS[sign] for name in _FIELDS for sign in fields.get(name, "") if sign > "\u1000"}
    return next((_ALONE[script] for script in ("Kana", "Hang") if most == _HAN and script in shown), "") or (
        "zh" if most == _HAN else _ALONE[most]
    )
