"""Numbers at the head of a page, which search engines and shared links show: whether its versions agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sholu.checking.typed import TypedPage
from sholu.front_matter import taken_apart
from sholu.pages.findings import Finding
from sholu.regexes import regex
from sholu.translations.numbers import numbers_of_both

# What front matter says of a page in words of its own.
_FIELDS = ("title", "subtitle", "description")
_FIELD = regex(rf"^(?P<name>{'|'.join(_FIELDS)})[ \t]*:", re.MULTILINE)


def other_numbers(pages: Iterable[tuple[str, TypedPage]]) -> Iterator[tuple[TypedPage, Finding]]:
    """Find words at the head of a page whose numbers are not those of the same page in another language.

    Args:
        pages: the pages, each behind its path in its language; those of the first language first.
    """
    first: dict[tuple[str, str], tuple[TypedPage, str]] = {}
    for path, page in pages:
        if not page.text.startswith("---"):
            continue
        values, text = taken_apart(page.text)
        for field in _FIELD.finditer(page.text, 0, len(page.text) - len(text)):
            words = str(values.get(field["name"]) or "")
            other, theirs = first.setdefault((path, field["name"]), (page, words))
            if other is page:
                continue
            one, two = numbers_of_both((theirs, words), (other.code, page.code))
            if one != two:
                said = {"field": field["name"], "path": other.path}
                yield (
                    page,
                    Finding(field.start(), "T093", {**said, "here": _shown(two), "there": _shown(one)}),
                )


def _shown(numbers: Counter[str]) -> str:
    return ", ".join(sorted(one.removeprefix("month ") for one in numbers.elements())) or "–"
