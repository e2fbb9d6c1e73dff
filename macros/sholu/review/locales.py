"""Whether the languages that mkdocs.yml names are called by codes: `en`, and not `eng` or `English`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from sholu.languages.cldr import language_of_country, shortest_code, spoken
from sholu.languages.countries import is_named
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

# As mkdocs-static-i18n takes them (its config.py, RE_LOCALE); "null" is its own.
_CODE = regex(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}|null", re.ASCII)

# Of more nobody is in need; each is looked for in the whole file.
_MOST_TOLD = 50


def wrong_locales(codes: Iterable[str], text: str, shown: str) -> Iterator[Problem]:
    """Report what is no code of a language, with the one that is meant.

    Args:
        codes: what mkdocs.yml gives as `locale` of its languages.
        text: mkdocs.yml.
        shown: its path as the author knows it.
    """
    for code in islice((one for one in codes if not _CODE.fullmatch(one) or _is_country(one)), _MOST_TOLD):
        place = re.search(rf"\blocale['\"]?[ \t]*:[ \t]*['\"]?{re.escape(code)}\b", text)
        line = 1 + text.count("\n", 0, place.start()) if place else 1
        yield problem("S080", Place(shown, line), code=code, near=shortest_code(code) or _of_country(code))


def _of_country(code: str) -> str:
    return language_of_country(code) if _is_country(code) else ""


def _is_country(code: str) -> bool:
    """Tell whether a code is that of a country, and of no language: kz for kk, ua for uk."""
    return not spoken(code, "en") and is_named(code)
