"""The pages of a review as paths: which translation is missing, which folder is taken for a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

FIRST_PAGES = ("index.md", "README.md")
# What mkdocs-static-i18n takes for the folder of a language, whether it is one or not
# (RE_LOCALE in its config.py): `docs/js/` would vanish from the site without a word.
_LOCALE = regex(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")


def missing_translations(pages: Iterable[str], names: Mapping[str, str], folder: str) -> tuple[Problem, ...]:
    """Report pages that exist in some languages only.

    Args:
        pages: paths in the docs folder: "kk/index.md".
        names: the languages of the review, code to name.
        folder: the docs folder as the author writes it: "docs".
    """
    present = set(pages)
    written: dict[str, list[str]] = {}
    for path in sorted(present):
        code, _, rest = path.partition("/")
        if code in names and rest:
            written.setdefault(rest, []).append(code)
    return tuple(
        problem(
            "T001",
            Place(f"{folder}/{code}/{rest}"),
            language=names[code],
            others=_listed(found, names),
            source=f"{folder}/{found[0]}/{rest}",
            codes=", ".join(found),
            paths=f"{folder}/{code}/{rest}",
        )
        for rest, found in written.items()
        for code in names
        if code not in found
    )


def missing_at_once(missing: Iterable[Problem]) -> Iterator[Problem]:
    """Yield one problem for each page that is missing in languages, at the file that is there.

    Args:
        missing: one for each language (`missing_translations`), of those that are to have the page.
    """
    by_source: dict[str, list[Problem]] = {}
    for one in missing:
        by_source.setdefault(dict(one.values)["source"], []).append(one)
    for source, of_page in by_source.items():
        values = [dict(one.values) for one in sorted(of_page)]
        every = {name: ", ".join(one[name] for one in values) for name in ("language", "paths")}
        yield problem("T001", Place(source), **{**values[0], **every})


def _listed(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[code] for code in codes)


def left_out(wanted: object, shown: str, codes: Sequence[str]) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Return the versions that a page is not to have, and what is wrong with the list of those that it has.

    Args:
        wanted: what its front matter says: `languages: [kk, ru]`; None is all.
        shown: the page, as its author knows it.
        codes: the languages of the review.
    """
    own = next((code for code in codes if f"/{code}/" in shown), "")
    if wanted is None or not own:
        return frozenset(), ()
    named = [str(one) for one in wanted] if isinstance(wanted, list) else re.split(r"[\s,]+", str(wanted))
    if unknown := [code for code in named if code not in codes]:
        return frozenset(), (problem("P025", Place(shown), language=unknown[0], languages=", ".join(codes)),)
    absent = (shown.replace(f"/{own}/", f"/{code}/", 1) for code in codes if code not in {*named, own})
    return frozenset(absent), ()


def unexpected_folders(files: Iterable[str], names: Mapping[str, str], folder: str) -> tuple[Problem, ...]:
    """Report folders whose name looks like a language that the review does not have."""
    tops = sorted({path.partition("/")[0] for path in files if "/" in path})
    return tuple(
        problem("F010", Place(f"{folder}/{top}"), folder=top, names=_listed(list(names), names), docs=folder)
        for top in tops
        if top not in names and _LOCALE.fullmatch(top)
    )
