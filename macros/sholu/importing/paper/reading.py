"""A paper → one Markdown text, the works that its fields hold, and its pictures."""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sholu.commands import RefusalError
from sholu.decoding import decoded
from sholu.file_names import file_name
from sholu.importing.draft import Draft
from sholu.importing.formats import read_works, with_language
from sholu.importing.keys import latin
from sholu.importing.paper import latex, pandoc
from sholu.importing.paper.fields import Rewritten, rewritten
from sholu.importing.paper.left_out import unread
from sholu.importing.paper.nodes import nodes, words_of
from sholu.importing.paper.opendocument import small_capitals, with_formulas_in_lines
from sholu.importing.paper.plain import from_plain
from sholu.importing.paper.sizes import check_markdown, check_size, check_works
from sholu.importing.paper.tree import Replacements, formulas_in, shown
from sholu.importing.paper.typed_off import as_typed_off
from sholu.importing.paper.unmarked import unmarked
from sholu.importing.typed.reading import read_reference
from sholu.problems.telling import said
from sholu.regexes import regex
from sholu.values import State, field, replace

ASSETS = "assets"
PLAIN = (".txt",)
MARKDOWN = (".md", ".markdown")
# How pandoc calls the numbers of lists that Markdown has.
_PLAIN_NUMBERS = frozenset({"DefaultStyle", "Decimal", "Example"})
_PICTURES = regex(r"\.(?:avif|bmp|emf|eps|gif|jpe?g|jfif|pdf|png|svg|tiff?|webp|wmf)", re.IGNORECASE)
KNOWN = ".docx, .odt, .tex, .md, .txt, .rtf"


# What pandoc does not know: admonitions, tabs, macros of Sholu.
_OURS = regex(r"^(?:!!!|\?\?\?|===)\s|\{\{\s*\w+\(", re.MULTILINE)
# Braces of any other program.
_BRACES = regex(r"(?<!\\)(\{\{(?!\s*\w+\()|\{%)")


class Paper(State):
    """What a paper holds: its Markdown, title, authors as it names them, pictures by name, works by key;
    `fields` counts the citations that are fields of a program, `mended` what was mended in it, `missing` the
    pictures that it shows and that are not there.
    """

    markdown: str = ""
    title: str = ""
    authors: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    works: dict[str, Draft] = field(default_factory=dict)
    mended: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    fields: int = 0


def read_paper(path: Path, key: Callable[..., str]) -> Paper:
    """Read a paper.

    Args:
        path: the file.
        key: gives a work that it holds a key of the review; `keeps` the one that it came with, if it can.

    Raises:
        RefusalError: it is in no format that is known, pandoc is missing, or it cannot be read.
    """
    kind = path.suffix.lower()
    if not path.is_file():
        raise RefusalError(said("paper_no_file", path=path))
    if kind in PLAIN:
        made = from_plain(_text(path))
        return Paper(made.markdown, mended=made.mended)
    try:
        return _marked_up(path, kind, key)
    except RecursionError as error:
        raise RefusalError(said("paper_deep", path=path)) from error


def _marked_up(path: Path, kind: str, key: Callable[..., str]) -> Paper:
    if kind in MARKDOWN and (_OURS.search(_text(path)) or not pandoc.is_there()):
        return _of_markdown(_text(path))
    if not pandoc.format_of(path):
        name = "paper_save_first" if kind in {".doc", ".pages"} else "paper_no_format"
        raise RefusalError(said(name, path=path.name, known=KNOWN))
    return _of_pandoc(path, key)


def _text(path: Path) -> str:
    text, _ = decoded(path.read_bytes(), path.name)
    return text.replace("\r\n", "\n")


def _of_markdown(text: str) -> Paper:
    """Take a text that is Markdown already; what stands above it may name its title and authors."""
    head = re.match(r"---\n(.*?)\n(?:---|\.\.\.)\n", text, re.DOTALL)
    fields = (
        dict(re.findall(r"^(title|author)s?:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", head[1], re.MULTILINE))
        if head
        else {}
    )
    body = _BRACES.sub(r"\\\1", text[head.end() :] if head else text)
    return Paper(body, fields.get("title", ""), fields.get("author", ""))


def _of_pandoc(path: Path, key: Callable[..., str]) -> Paper:
    check_size(path)
    if path.suffix.lower() in MARKDOWN:
        check_markdown(_text(path), path)
    paper = Paper()
    keys: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="sholu-") as folder:
        media = Path(folder)
        whole = latex.source_of(path) if path.suffix.lower() == ".tex" else None
        made = Rewritten(media / path.name) if whole else rewritten(path, media)
        if whole:
            made.path.write_text(whole.text, encoding="utf-8", newline="\n")
        keys |= _take_works(paper, made, key)
        read = pandoc.document(made.path, media)
        # Before the work begins that each of them makes.
        check_works(0, sum(one.get("t") == "Note" for one in nodes(read["blocks"])), path)
        _tell_left_out(paper, made, read)
        _tell_letters(paper, read)
        read["blocks"] = made.cited(read["blocks"])
        _tell_head(paper, read.get("meta", {}))
        if typed := as_typed_off(read, path.suffix.lower()):
            paper.markdown, paper.mended = typed
            return paper
        for draft in _listed(whole, read, path, paper) if whole else ():
            keys[draft.key] = key(draft, keeps=True)
            paper.works[keys[draft.key]] = draft
        if path.suffix.lower() == ".odt":
            with_formulas_in_lines(read)
        formulas = formulas_in(read["blocks"])
        written = pandoc.mathml(formulas, read, path)
        by_source = {formula["c"][1]: shown(one) for formula, one in zip(formulas, written, strict=False)}
        stem = file_name(latin(path.stem) or "paper")

        def picture(source: str) -> str:
            if re.match(r"[a-z]+://|data:", source):
                return source
            found = Path(os.path.realpath(path.parent / source))
            # A paper of somebody else shall bring no other file of this machine into what is published.
            folders = (os.path.realpath(media), os.path.realpath(path.parent))
            is_near = any(found.is_relative_to(folder) for folder in folders)
            if not (is_near and _PICTURES.fullmatch(found.suffix) and found.is_file()):
                paper.missing += 1
                paper.mended[said("mended_no_picture", source=source)] += 1
                return source
            name = f"{stem}-{len(paper.pictures) + 1}{found.suffix.lower()}"
            paper.pictures[name] = found.read_bytes()
            return f"../{ASSETS}/{name}"

        # Fields name their works by what the program that made them calls them.
        by_id = {identifier: own for own_id, own in keys.items() for identifier in (own_id,)}
        changes = Replacements(
            _Cleaned(by_id),
            picture,
            by_source,
            headings=latex.referred_to(read) if whole else (),
            numbers_all=whole is not None,
        )
        read["blocks"] = changes.blocks(read["blocks"])
        meta = read.get("meta", {})
        abstract = (
            changes.blocks(meta["abstract"]["c"]) if meta.get("abstract", {}).get("t") == "MetaBlocks" else []
        )
        read["blocks"] = [*abstract, *read["blocks"]]
        read["meta"] = {}
        paper.fields = str(read["blocks"]).count("'t': 'Cite'")
        paper.markdown = pandoc.markdown(read, path)
    _count_what_is_lost(path, whole.text if whole else "", paper)
    return paper


def _tell_head(paper: Paper, meta: dict[str, Any]) -> None:
    """Take the title and the authors that a document names."""
    paper.title = " ".join(words_of(meta.get("title", "")).split())
    authors = meta.get("author", {})
    people = authors.get("c", []) if authors.get("t") == "MetaList" else [authors] if authors else []
    paper.authors = "; ".join(" ".join(words_of(one).split()) for one in people)


def _tell_left_out(paper: Paper, made: Rewritten, read: dict[str, Any]) -> None:
    """Say what of a file of Word or OpenDocument is not in the text, and what is elsewhere in it."""
    for name, count in {"mended_boxes": made.boxes, **made.told}.items():
        if count:
            paper.mended[said(name)] = count
    if lost := unread(made.texts, read):
        paper.mended[said("mended_unread", words=lost)] = 1


def _tell_letters(paper: Paper, read: dict[str, Any]) -> None:
    """Say of how many lists the items have letters or Roman numbers, which pages do not have."""
    counted = (one["c"][0][1]["t"] for one in nodes(read) if one.get("t") == "OrderedList")
    if count := sum(kind not in _PLAIN_NUMBERS for kind in counted):
        paper.mended[said("mended_letters")] = count


def _take_works(paper: Paper, made: Rewritten, key: Callable[..., str]) -> dict[str, str]:
    """Take the works that the fields of a paper hold; return their keys by what they are called there."""
    keys: dict[str, str] = {}
    for name, held in made.works.items():
        draft = with_language(held)
        keys[name] = key(draft)
        paper.works[keys[name]] = draft
    return keys


def _listed(source: latex.Source, read: dict[str, Any], path: Path, paper: Paper) -> list[Draft]:
    """Return the works that a paper of LaTeX lists, and those of .bib files beside it that it cites."""
    for name in source.missing:
        paper.mended[said("mended_no_list", file=f"{name}.bib")] += 1
    paper.mended[said("mended_pages")] = source.pages
    lines = latex.without_works(
        read, lambda blocks: pandoc.markdown({**read, "meta": {}, "blocks": blocks}, path)
    )
    typed = [replace(read_reference(unmarked(line)), key=own) for own, line in lines.items()]
    cited = latex.cited(read)
    held = [
        draft
        for one in source.lists
        for draft in read_works(_text(one), one.name)
        if draft.key in cited or "*" in cited
    ]
    return [*typed, *held]


# What a source says of notes and pictures, to what the Markdown made of it has.
_IN_SOURCE = {
    ".rtf": (r"\\footnote\b", r"\\pict\b"),
    ".tex": (r"\\footnote\s*\{", r"\\includegraphics\b"),
}


def _count_what_is_lost(path: Path, whole: str, paper: Paper) -> None:
    """Say how many notes and pictures of a source pandoc could not read: nothing is lost in silence."""
    if path.suffix.lower() == ".odt":
        with zipfile.ZipFile(path) as packed:
            small = small_capitals(packed.read("content.xml").decode("utf-8", "replace"))
        paper.mended[said("mended_small")] += small
    signs = _IN_SOURCE.get(path.suffix.lower())
    if not signs:
        return
    text = whole or path.read_bytes().decode("utf-8", "replace")
    source = text.rpartition("\\begin{document}")[2]
    notes = len(re.findall(r"^\[\^[^\]]+\]:", paper.markdown, re.MULTILINE))
    pictures = len(paper.pictures) + paper.missing
    for sign, there, what in (
        (signs[0], notes, "mended_no_notes"),
        (signs[1], pictures, "mended_no_pictures"),
    ):
        lost = len(re.findall(sign, source)) - there
        if lost > 0:
            paper.mended[said(what)] += lost


class _Cleaned(dict[str, str]):
    """Keys by the identifiers of citations, with or without signs that no key has."""

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        return super().get(re.sub(r"[^\w-]", "", name)) or super().get(name) or default
