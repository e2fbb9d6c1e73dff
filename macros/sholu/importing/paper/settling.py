"""The files of a review in which a paper settles: pages and mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from importlib import resources
from itertools import takewhile
from pathlib import Path

from sholu.commands import RefusalError
from sholu.importing.files import SETTINGS, docs_of, languages_of, read
from sholu.importing.paper.front import Front
from sholu.importing.paper.structure import DraftPage, sections_of
from sholu.importing.paper.unmarked import without_emphasis
from sholu.importing.paper.wording import words_of
from sholu.pages.labels import LABEL
from sholu.problems.telling import said
from sholu.regexes import regex

REVIEW = "data/review.bib"
# So many letters of a description are shown by those who find a page.
_LONGEST = 155
_LONGEST_IN_MENU = 60
CITED = regex(r"\s*\[[^\[\]]*@[^\[\]]*\]")
_IMAGE = regex(r"!\[[^\[\]]*\]\([^()\s]*\)")
# A sentence that refers to a figure or names a work is whole on the site only: a description ends before it.
_LINK = regex(r"(?<!!)\[([^\[\]]+)\]\([^()\s]+\)")
_NUMBERED = regex(rf"@{LABEL}", re.IGNORECASE)
# A citation in the middle of a clause, or a formula, leaves a hole: «метод [@key] и».
_HOLE = regex(r"\[(?!-@)[^\[\]]*@[^\[\]]*\]\s+[^\W\d_]|\$[^$]+\$|<math")
_NAMED = regex(r"(?<![\w\\])@\{?\w")
# Not behind an initial: «М. Т. Лаумулин».
_SENTENCE = regex(
    r"(?<=[。！？])|(?<=[.!?…])(?<!\b[^\W\d_]\.)\s+(?=[«“\"]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|[^\x00-\u04ff])"
)
# What an import says of pages that are not in all languages, and of first pages that wait for theirs.
_UNTIL = "until its translations are imported"
_WAITING = "until a translation is imported, which is written over this page"


def page_files(
    root: Path, pages: Sequence[DraftPage], code: str, front: Front, *, writes_over: bool
) -> dict[Path, bytes]:
    """Return the files of pages, and those of other languages that name the languages of each of them.

    A page that is not in all languages yet says so (`languages: [kk]`), and the review builds; the last
    translation takes that away. First pages of languages without a translation stand on their own.

    Raises:
        RefusalError: they would be written over what an author has written.
    """
    folder = docs_of(root) / code
    there = [
        page.name for page in pages if (folder / page.name).is_file() and not _is_first(folder / page.name)
    ]
    if there and not writes_over:
        raise RefusalError(said("paper_there", folder=f"{docs_of(root).name}/{code}", pages=", ".join(there)))
    files = {}
    for page in pages:
        head = f"description: {_quoted(_description(page))}\n"
        if page.name == "index.md":
            head = f"title: {_quoted(_short(page.title, _LONGEST_IN_MENU))}\n{head}"
        files[folder / page.name] = f"---\n{head}---\n\n{page.markdown}".encode()
    for page in pages:
        files |= _said_languages(root, page.name, code, files, front)
    return files


def _said_languages(
    root: Path, name: str, code: str, files: Mapping[Path, bytes], front: Front
) -> dict[Path, bytes]:
    """Return the versions of a page, each with the languages in which it is, if those are not all."""
    docs, languages = docs_of(root), languages_of(root)
    paths = {own: docs / own / name for own in languages}
    there = [own for own, path in paths.items() if own == code or (path.is_file() and not _is_first(path))]
    changed = {}
    for own, path in paths.items():
        if own not in there and not path.is_file():
            continue
        old = files[path].decode() if path in files else read(path)
        text = old
        if own not in there and own in front.abstracts:
            text = _with_abstract(text, front.titles.get(own, ""), front.abstracts[own], own)
        is_there = own in there
        text = with_languages(text, there if is_there else [own], languages, _UNTIL if is_there else _WAITING)
        if text != old:
            changed[path] = text.encode()
    return changed


def with_languages(text: str, there: Sequence[str], languages: Sequence[str], why: str) -> str:
    """Return a page whose front matter names the languages in which it is, nothing if those are all."""
    head = re.match(r"---\r?\n.*?^---[ \t]*$", text, re.DOTALL | re.MULTILINE)
    own = head[0] if head else "---\n---"
    bare = re.sub(r"^languages:[^\n]*\n(?:[ \t]*-[ \t][^\n]*\n)*", "", own, flags=re.MULTILINE)
    said = "" if set(languages) <= set(there) else f"languages: [{', '.join(there)}]  # {why}\n"
    if not head and not said:
        return text
    new = re.sub(r"^---[ \t]*\Z", lambda end: said + end[0], bare, flags=re.MULTILINE)
    return new + (text[head.end() :] if head else f"\n\n{text}")


def _with_abstract(text: str, title: str, abstract: str, code: str) -> str:
    """Return a first page with what a paper says of itself in a language that is not its own."""
    head = re.search(r"^# (?P<words>[^\n]+?)[ \t]*\{#review\}", text, re.MULTILINE)
    if not head:
        return text
    section = f"## {words_of(code)['abstract']} {{#abstract}}\n\n{abstract}\n"
    return f"{text[: head.start()]}# {title or head['words']} {{#review}}\n\n{section}"


def _is_first(path: Path) -> bool:
    """Tell whether a page waits for a text: nobody has changed what `sholu new` or an import made of it."""
    text = path.read_text(encoding="utf-8", errors="replace")
    is_new = "{#first}" in text and text.count("[@hiro2009]") == 1 and text.count("{#") == 2  # noqa: PLR2004
    return is_new or re.search(rf"^languages: .*# {_WAITING}$", text, re.MULTILINE) is not None


def without_example(root: Path, library: str, files: Mapping[Path, bytes]) -> str:
    """Return references.bib without the work that `sholu new` put there, once no page cites it any more.

    Args:
        root: the folder of the review.
        library: the text of references.bib.
        files: what is written over the files of the review.
    """
    pages = {path: read(path) for path in docs_of(root).rglob("*.md")}
    pages |= {path: content.decode() for path, content in files.items() if path.suffix == ".md"}
    example = resources.files("sholu").joinpath("starting/texts/references.bib").read_text(encoding="utf-8")
    is_cited = any("@hiro2009" in text for text in pages.values())
    return library if is_cited else re.sub(rf"{re.escape(example.strip())}\n*", "", library)


def _description(page: DraftPage) -> str:
    """Return the first words that are prose, of an abstract if there is one, without what they cite."""
    for section in sorted(page.sections, key=lambda section: section.identifier != "abstract"):
        for line in section.lines:
            whole = takewhile(
                lambda sentence: not (_NUMBERED.search(sentence) or _HOLE.search(sentence)),
                _SENTENCE.split(line),
            )
            sentences = (CITED.sub("", sentence) for sentence in whole)
            said = " ".join(takewhile(lambda sentence: not _NAMED.search(sentence), sentences))
            bare = re.sub(r"\[\^\w+\]|\\(?=[\W_])|<[^>]+>", "", _LINK.sub(r"\1", _IMAGE.sub("", said)))
            words = unescape(without_emphasis(bare)).strip()
            # What stood between two citations, and before the mark that ends the last.
            words = re.sub(r"\s+(?=[.,;:])|[,;](?=[,;.])|(?<=[。！？])\s+", "", words)
            if words and not re.match(r"[#|!\[>+$:{-]|\d+\.", words) and not line.startswith("<fig"):
                return _short(words, _LONGEST)
    return page.title


def _short(words: str, longest: int) -> str:
    text = bare(words)
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pages_of_original(root: Path, original: str, code: str) -> list[DraftPage]:
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
        pages.append(DraftPage(name, sections[0].title if sections else name, tuple(sections)))
    if not pages:
        raise RefusalError(said("paper_no_original", original=f"docs/{original}", folder=f"docs/{code}"))
    return pages


def labels_there(root: Path, code: str, original: str) -> set[str]:
    """Return the labels that the other pages of a language have, so that no paper brings one twice.

    Of a translation they are those of pages that have their translation already.
    """
    docs = docs_of(root)
    taken: set[str] = set()
    for path in docs.joinpath(code).rglob("*.md"):
        name = path.relative_to(docs / code)
        if not original or (docs / original / name).is_file():
            taken |= set(re.findall(rf"\{{#({LABEL})[\s}}]", read(path), re.IGNORECASE))
    return taken


def settings_file(
    root: Path, pages: Sequence[DraftPage], codes: tuple[str, str], title: str
) -> dict[Path, bytes]:
    """Name new pages in mkdocs.yml, after the first page; and the review in the language of a translation.

    Args:
        root: the folder of the review.
        pages: what the paper has become.
        codes: its language, and that from which it was translated ("" for none).
        title: what the paper is called.
    """
    path = root / SETTINGS
    before = read(path)
    text = _named_in(before, codes[0], title) if _is_called_as_paper(root, codes[1], before) else before
    new = [
        page.name for page in pages if not re.search(rf"(?<![\w./-]){re.escape(page.name)}(?![\w-])", text)
    ]
    place = re.search(
        r"^nav:[ \t]*\n(?P<first>(?P<indent>[ \t]*)-[^\n]*index\.md[^\n]*\n)", text, re.MULTILINE
    )
    if new and place:
        added = "".join(f"{place['indent']}- {name}\n" for name in new)
        text = f"{text[: place.end()]}{added}{text[place.end() :]}"
    return {path: text.encode()} if text != before else {}


def _is_called_as_paper(root: Path, original: str, settings: str) -> bool:
    """Tell whether mkdocs.yml calls a review as the paper is called from which it was made."""
    index = docs_of(root) / original / "index.md"
    if not original or not index.is_file():
        return False
    heading = re.search(r"^# (.+?)[ \t]*\{#review\}", read(index), re.MULTILINE)
    name = re.search(r"^site_name:[ \t]*(\S.*?)[ \t]*$", settings, re.MULTILINE)
    if not heading or not name:
        return False
    return bare(heading[1]) == bare(name[1].strip("\"'"))


def _named_in(settings: str, code: str, title: str) -> str:
    """Give a review its name in a language that has none in mkdocs.yml; one that an author gave stays."""
    locale = rf"locale:[ \t]*[\"']?{re.escape(code)}[\"']?[ \t]*"
    block = re.search(
        rf"^(?P<indent>[ \t]*)- {locale}\n(?:(?P=indent)[ \t]+[^\n]*\n)*", settings, re.MULTILINE
    )
    # Languages may stand in braces, one a line or all in one.
    entry = block or re.search(rf"\{{(?:[^{{}}]*,)?\s*{locale}(?:,[^{{}}]*)?\}}", settings)
    if not entry or "site_name:" in entry[0] or not title:
        return settings
    name = f"site_name: {_quoted(bare(title))}"
    if block:
        return f"{settings[: block.end()]}{block['indent']}  {name}\n{settings[block.end() :]}"
    end = entry.end() - 1
    return f"{settings[:end].rstrip(' ,')}, {name}{settings[end:]}"


def bare(words: str) -> str:
    """Return words of a page without emphasis, marks of notes and HTML."""
    return " ".join(without_emphasis(re.sub(r"\\(?=[\W_])|\[\^\w+\]|<[^>]+>", "", words)).split())
