"""Where a formula stands in a text: between dollars, by the rule of Pandoc (extension `tex_math_dollars`).

What opens has no space after it, what closes none before it and no figure after it; so "$5 and $6" are
prices.
A formula on lines of its own stands between two pairs, "$$ … $$", and may have a label behind them.
"""

from __future__ import annotations

import re

from sholu.regexes import regex

# One paragraph at most; a backslash keeps the sign behind it from closing.
# No sign of what Python-Markdown has put aside is part of one.
_INSIDE = r"(?:\\.|\n(?![ \t]*\n)|[^\\$\n\x02])"
# Letters beside which a formula stands without a space: of scripts that have none, and Hangul's endings.
JOINED = r"(?-i:[\u0590-\u08ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
_OPENS = rf"(?:(?<![\\$\w])|(?<={JOINED}))\$(?![\s$])"
_CLOSES = rf"\$(?:(?![\d$\w])|(?={JOINED}))"
INLINE = rf"{_OPENS}(?P<formula>{_INSIDE}{{0,2000}}?(?:(?<=\\[^\n])|(?<![\s\\]))){_CLOSES}"
DISPLAY = rf"(?<![\\$])\$\$(?!\$)(?P<display>{_INSIDE}{{0,10000}}?)\$\$(?!\$)"
ANY = rf"(?:{DISPLAY}|{INLINE})"
# A formula on lines of its own, from the beginning of a block on: what stands behind it is its label.
BLOCK = regex(
    rf"[ ]{{0,3}}{DISPLAY}[ \t]*(?P<attributes>\{{[^{{}}\n]*\}})?[ \t]*(?:\n|\Z)(?P<rest>.*)", re.DOTALL
)
# Where formulas are blanked out already, the beginning of one that has no end.
UNCLOSED = regex(r"^[ \t>]*\$\$", re.MULTILINE)
# Two words of a sentence: nobody writes them into a formula but by \text (dx dy are none).
_WORDS = regex(r"[^\W\d_]{3,}[,;:]? +[^\W\d_]{2,}|[^\W\d_]{2,}[,;:]? +[^\W\d_]{3,}")
_TEXT = regex(r"\\(?:text\w*|math\w+|operatorname\*?|mbox|hbox|begin|end)\s*\{[^{}]*\}|\\[a-zA-Z]+")


def looks_like_prices(tex: str) -> bool:
    """Tell whether dollars around a text are rather those of two prices."""
    return bool(_WORDS.search(_TEXT.sub("", tex)))
