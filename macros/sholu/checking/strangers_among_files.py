"""Files that lie among those of a review and are none of them: drafts of Word, copies of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.review.strays import is_stray

_DRAFTS = (".doc", ".docx", ".docm", ".odt", ".rtf", ".pages", ".wps", ".gdoc")
# What is put behind the name of a copy: " (1)", " - Copy", "-old", "_2".
_COPY = r"[ _.-]*(?:\(\d+\)|[ _-].*|\d+|~)"

_PAGE_COPY = regex(r"(?P<page>.*?[^ _-])[ _-]*\(\d{1,3}\)\.md")


def drafts(files: Iterable[str], folder: str, texts: Callable[[], Iterable[str]]) -> Iterator[Problem]:
    """Find papers in the docs folder to which no page leads.

    Args:
        files: the paths of all that lies there, from the folder of mkdocs.yml.
        folder: the docs folder as its author knows it.
        texts: reads those of all pages; asked where there is such a file.
    """
    for file in sorted(files):
        name = file.rpartition("/")[2]
        # At the top of a site stand files of hosts: CNAME, robots.txt.
        is_text = file.count("/") > 1 and (name.lower().endswith(".txt") or "." not in name)
        if not (is_text or name.lower().endswith(_DRAFTS)) or name.startswith(("~$", ".")) or is_stray(file):
            continue
        # A name without an ending may be any word of a page.
        linked = (name, quote(name)) if "." in name else (f"({name})", f"/{name})")
        if not any(one in text for text in texts() for one in linked):
            yield problem("F098", Place(file), folder=folder)


def page_copies(files: Collection[str]) -> Iterator[Problem]:
    """Find pages that a system or a browser has called otherwise since one of their name was there.

    Args:
        files: the paths of all that lies in the docs folder, from the folder of mkdocs.yml.
    """
    for file in sorted(files):
        if (found := _PAGE_COPY.fullmatch(file)) and (page := f"{found['page']}.md") in files:
            yield problem("F013", Place(file), page=page)


def copies(root: Path, bibliography: str, read: Collection[str]) -> Iterator[Problem]:
    """Find copies of the bibliography that lie beside it.

    Args:
        root: the folder of mkdocs.yml.
        bibliography: its path from there.
        read: the files that the review reads.
    """
    file = root / bibliography
    called = re.compile(rf"{re.escape(file.stem)}{_COPY}", re.IGNORECASE)
    for other in sorted(file.parent.glob("*.bib")) if file.parent.is_dir() else ():
        shown = other.relative_to(root).as_posix() if other.is_relative_to(root) else other.as_posix()
        if other != file and shown not in read and called.fullmatch(other.stem):
            yield problem("F099", Place(shown), bibliography=bibliography)
