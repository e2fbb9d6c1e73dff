"""Times of a day of two halves as those of a whole one: "3:30 p.m.", «3 часа дня»."""

from __future__ import annotations

import re

from sholu.languages import kept, language
from sholu.regexes import regex
from sholu.translations.months import SPACES, any_of

_NOON = 12
_WHOLE_HOUR = regex(r"(?<![\d:.,])([01]?\d|2[0-4]):00(?![\d:])")


def by_24_hours(text: str, code: str) -> str:
    """Write times of two halves of a day as those of a whole: "3:30 p.m." → "15:30"; 15:00 → "15"."""

    def whole(time: re.Match[str]) -> str:
        hour = int(time["hour"]) % _NOON + (_NOON if time["afternoon"] else 0)
        return f"{hour}:{time['minute']} " if time["minute"] and int(time["minute"]) else f"{hour} "

    pattern = _time_pattern(code)
    text = pattern.sub(whole, text) if pattern else text
    return _WHOLE_HOUR.sub(r"\1 ", text) if ":" in text else text


@kept
def _time_pattern(code: str) -> re.Pattern[str] | None:
    own = language(code).numbers
    if not own.get("afternoon"):
        return None
    halves = f"(?P<afternoon>{any_of(own['afternoon'])})|{any_of(own.get('morning', ()))}"
    return re.compile(
        rf"(?<![\d.,:])(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?[{SPACES}]*(?:{halves})(?!\w)",
        re.IGNORECASE,
    )
