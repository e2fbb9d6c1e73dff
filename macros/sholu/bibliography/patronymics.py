"""Names by a father, «Каримович», «қызы», by which a whole name is known that is typed without a comma."""

from __future__ import annotations

import re

from sholu.bibliography.typed_words import typed_words
from sholu.languages import kept

# Family name, first name, patronymic.
FULL_NAME = 3


@kept
def _patronymic() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, typed_words('patronymics')))})$", re.IGNORECASE)


def is_patronymic(name: str) -> bool:
    """Tell whether a name ends as patronymics do; it is one then, and not a second first name."""
    return _patronymic().search(name) is not None


def is_in_full(name: str) -> bool:
    """Tell whether a name stands as documents have it, with no comma: «Ахметов Болат Каримович»."""
    if name.isascii() or not is_patronymic(name):
        return False
    family, *given = name.split()
    return (
        len(given) == FULL_NAME - 1
        and name.replace(" ", "").isalpha()
        and not any(map(is_patronymic, (family, given[0])))
    )
