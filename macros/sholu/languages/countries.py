"""The door to Babel: what a language calls a country or another language, by Unicode's CLDR.

Where readers of a language know another name than CLDR's, its file says so (`[countries]`,
`[languages]`).
"""

from __future__ import annotations

from functools import cache

from sholu.languages import capitalized, language


@cache
def country_name(country: str, code: str) -> str:
    """Return the name of a country in a language; one that nobody names stays a code in capitals.

    Args:
        country: two letters of ISO 3166 ("kz").
        code: the language.
    """
    if own := language(code).countries.get(country):
        return own
    # Only a review that names countries pays for Babel.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        names = Locale.parse(code).territories
    except (UnknownLocaleError, ValueError):
        return country.upper()
    return str(names.get(country.upper()) or country.upper())


@cache
def usual_script(spoken: str) -> str:
    """Return the script of a language (ISO 15924, "Cyrl" of "ky"), "" if nobody knows it."""
    from babel.core import get_global  # noqa: PLC0415

    _, *subtags = str(get_global("likely_subtags").get(spoken, "")).split("_")
    return next((subtag for subtag in subtags if len(subtag) == 4), "")  # noqa: PLR2004 -- as such codes are


@cache
def language_name(spoken: str, code: str) -> str:
    """Return what a language calls another, with a capital; one that nobody names stays a code.

    Args:
        spoken: the code of a language ("ky").
        code: the language in which its name is wanted.
    """
    if own := language(code).languages.get(spoken):
        return capitalized(own)
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        name = str(Locale.parse(code).languages.get(spoken) or spoken)
    except (UnknownLocaleError, ValueError):
        name = spoken
    return capitalized(name)
