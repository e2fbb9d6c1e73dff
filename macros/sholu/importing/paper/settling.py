"""The files of a review in which a paper settles: pages, mkdocs.yml, data/review.bib."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from sholu.bibliography.tex import escaped
from sholu.commands import RefusalError
from sholu.importing.draft import Name
from sholu.importing.files import SETTINGS, docs_of, languages_of, read
from sholu.importing.paper.front import Front
from sholu.importing.paper.structure import PageText, sections_of
from sholu.importing.typed.people import names_listed

REVIEW = "data/review.bib"
# So many letters of a description are shown by those who find a page.
_LONGEST = 155
_LONGEST_IN_MENU = 60


def page_files(root: Path, pages: Sequence[PageText], code: str, *, writes_over: bool) -> dict[Path, bytes]:
    """Return the files of pages.

    Raises:
        RefusalError: they would be written over what an author has written.
    """
    folder = docs_of(root) / code
    there = [
        page.name for page in pages if (folder / page.name).is_file() and not _is_first(folder / page.name)
    ]
    if there and not writes_over:
        mend = "rename or remove them, or write over them by --force"
        raise RefusalError(f"docs/{code} has {', '.join(there)} already, and nothing was written; {mend}")
    files = {}
    for page in pages:
        head = f"description: {_quoted(_description(page))}\n"
        if page.name == "index.md":
            head = f"title: {_quoted(_short(page.title, _LONGEST_IN_MENU))}\n{head}"
        files[folder / page.name] = f"---\n{head}---\n\n{page.markdown}".encode()
    return files


def _is_first(path: Path) -> bool:
    """Tell whether a page is the one that `sholu new` has written, and nobody has changed."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return "{#first}" in text and text.count("[@hiro2009]") == 1 and text.count("{#") == 2  # noqa: PLR2004


def _description(page: PageText) -> str:
    for section in page.sections:
        for line in section.lines:
            words = re.sub(r"\s*\[[^\[\]]*@[^\[\]]*\]|\[\^\w+\]|[*_\\]|<[^>]+>", "", line).strip()
            words = unescape(words)
            if words and not re.match(r"[#|!\[>+-]|\d+\.", words):
                return _short(words, _LONGEST)
    return page.title


def _short(words: str, longest: int) -> str:
    text = " ".join(re.sub(r"[*_\\]|\[\^\w+\]", "", words).split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pages_of_original(root: Path, original: str, code: str) -> list[PageText]:
    """Return the pages of the text from which was translated, which the translation has not yet."""
    docs = docs_of(root)
    names = re.findall(
        r"^\s*-\s+(?:[^:\n]+:\s+)?[\"']?([\w./-]+\.md)[\"']?\s*$", read(root / SETTINGS), re.MULTILINE
    )
    wanted = [name for name in dict.fromkeys(["index.md", *names]) if (docs / original / name).is_file()]
    pages = []
    for name in wanted:
        own = docs / code / name
        if own.is_file() and not _is_first(own):
            continue
        text = re.sub(
            r"\A---\n.*?\n---\n", "", read(docs / original / name).replace("\r\n", "\n"), flags=re.DOTALL
        )
        _, sections = sections_of(text)
        pages.append(PageText(name, sections[0].title if sections else name, tuple(sections)))
    if not pages:
        raise RefusalError(f"docs/{original} has no page that docs/{code} lacks; import the original first")
    return pages


def nav_file(root: Path, pages: Sequence[PageText]) -> dict[Path, bytes]:
    """Name new pages in mkdocs.yml, after the first page."""
    path = root / SETTINGS
    text = read(path)
    new = [
        page.name for page in pages if not re.search(rf"(?<![\w./-]){re.escape(page.name)}(?![\w-])", text)
    ]
    place = re.search(
        r"^nav:[ \t]*\n(?P<first>(?P<indent>[ \t]*)-[^\n]*index\.md[^\n]*\n)", text, re.MULTILINE
    )
    if new and place:
        added = "".join(f"{place['indent']}- {name}\n" for name in new)
        return {path: f"{text[: place.end()]}{added}{text[place.end() :]}".encode()}
    return {}


def front_file(root: Path, front: Front, authors_named: str, code: str) -> dict[Path, bytes]:
    """Put authors, key words and identifiers into data/review.bib, where they are not said yet."""
    path, languages = root / REVIEW, languages_of(root)
    if not path.is_file():
        return {}
    text = read(path)
    authors: list[Name] = front.authors or names_listed(authors_named)[0]
    is_first = not languages or code == languages[0]
    ending = "" if is_first else f"_{code}"
    fields = {f"author{ending}": " and ".join(name.in_bibtex for name in authors)}
    if is_first and len(front.orcids) == len(authors):
        fields["authorid"] = ", ".join(front.orcids)
    if front.mails:
        fields["contact"] = front.mails[0].replace("\\", "")
    for own, words in front.titles.items():
        fields[f"title_{own}"] = escaped(words)
    for own, words in front.subjects.items():
        fields["subjects" if languages and own == languages[0] else f"subjects_{own}"] = escaped(words)
    changed = text
    for name, value in fields.items():
        if value and not re.search(rf"^\s*{name}\s*=\s*\{{[^}}]", changed, re.MULTILINE):
            changed = _with_field(changed, name, value)
    remarks = [*front.codes, *front.affiliations]
    new = "".join(f"% {words}\n" for words in remarks if words not in changed)
    return {path: (new + changed).encode()} if changed != text or new else {}


def _with_field(text: str, name: str, value: str) -> str:
    """Put a field into the first entry, behind its key."""
    text = re.sub(rf"^[ \t]*{name}\s*=\s*\{{\}},[ \t]*\n", "", text, flags=re.MULTILINE)
    return re.sub(
        r"(^[ \t]*@\w+\{[^,\n]+,[ \t]*\n)",
        lambda head: f"{head[1]}  {name} = {{{value}}},\n",
        text,
        count=1,
        flags=re.MULTILINE,
    )
