"""Puts a paper into a review: its pages, works, pictures; and tells what it did not understand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from sholu.bibliography.bibtex import read_library
from sholu.bibliography.library import Library
from sholu.commands import RefusalError
from sholu.importing.files import bibliography_of, docs_of, languages_of, read
from sholu.importing.languages import guess
from sholu.importing.paper.captions import Captions, numbered
from sholu.importing.paper.citation_forms import NOTE
from sholu.importing.paper.cited import Cited
from sholu.importing.paper.citing import Citing
from sholu.importing.paper.endnotes import with_endnotes
from sholu.importing.paper.front import Front, abstract_sign, taken_off
from sholu.importing.paper.heads import has_one_title, part_called
from sholu.importing.paper.picturing import with_pictures_of
from sholu.importing.paper.reading import ASSETS, Paper, read_paper
from sholu.importing.paper.review_entry import as_called, front_file
from sholu.importing.paper.settling import (
    labels_there,
    page_files,
    pages_of_original,
    settings_file,
    without_example,
)
from sholu.importing.paper.sizes import check_works
from sholu.importing.paper.structure import DraftPage, again, pages_of, sections_of, with_headings
from sholu.importing.paper.verse import with_poems
from sholu.importing.paper.wording import words_of
from sholu.importing.paper.works import Keys, of_library, read_list, with_works, without_list
from sholu.importing.typed.reading import ALL_OF_IT, NOT_UNDERSTOOD
from sholu.problems.telling import said
from sholu.values import State, field


class Arrival(State):
    """All that is to be written (`files`, bytes by path), and what is told of it (`told`)."""

    files: dict[Path, bytes] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def arrive(root: Path, path: Path, code: str, original: str = "", *, writes_over: bool = False) -> Arrival:
    """Read a paper and work out all that is to be written for it.

    Args:
        root: the folder of the review.
        path: the paper.
        code: its language.
        original: the language from which it was translated, if that is in the review already.
        writes_over: whether pages that are there may be written over.

    Raises:
        RefusalError: it cannot be read, or would write over what an author has written.
    """
    languages = languages_of(root)
    for one in filter(None, (code, original)):
        if languages and one not in languages:
            raise RefusalError(said("paper_no_language", language=one, known=", ".join(languages)))
    bibliography = bibliography_of(root)
    library = read_library(bibliography, bibliography.name)[0] if bibliography.is_file() else Library({})
    keys = Keys(library, original, code)
    paper, front, text = _opened(path, code, keys)
    arrival = Arrival()
    text, listed = without_list(with_endnotes(text), arrival.told)
    check_works(len(listed), sum(1 for _ in NOTE.finditer(text)), path)
    cited = Cited(works={**of_library(library), **paper.works})
    read_list(listed, paper, cited, keys)
    words = words_of(code)
    text = Citing(cited, code, keys, words["cited"]).of(text)
    text, captions = numbered(text, code, labels_there(root, code, original))
    text = with_poems(text)
    title = as_called(root, front.title or _first_heading(text) or path.stem, code)
    theirs = pages_of_original(root, original, code) if original else []
    pages, differences = pages_of(title, text, code, theirs)
    assets = docs_of(root) / ASSETS
    pages = with_pictures_of(pages, theirs, paper, assets, (original, code))
    arrival.files = {
        **page_files(root, pages, code, front, writes_over=writes_over),
        **{assets / name: content for name, content in paper.pictures.items()},
        **front_file(root, front, paper.authors, code),
        **settings_file(root, pages, (code, original), title),
    }
    before = read(bibliography) if bibliography.is_file() else ""
    after = with_works(before, keys, code, words["not_read"])
    if (after := without_example(root, after, arrival.files)) != before:
        arrival.files[bibliography] = after.encode()
    home = docs_of(root).name
    told = [
        said("paper_pages", folder=f"{home}/{code}", pages=", ".join(page.name for page in pages)),
        *_counted(pages, paper, cited, keys),
        *_numbered(captions),
        *_abstracts(root, front, arrival.files),
        *(said("paper_mended", what=what, count=count) for what, count in paper.mended.items() if count),
        *arrival.told,
        *cited.told,
        *(said("paper_differs", folder=f"{home}/{original}", what=difference) for difference in differences),
        *(said("paper_forms", key=key, fields=", ".join(forms)) for key, forms in keys.forms.items()),
        *_doubts(keys),
        *_lacking(root, pages, code, original or code),
    ]
    # What thousands of citations are told of in the same words is told once.
    arrival.told = list(dict.fromkeys(told))
    return arrival


def titles_of(path: Path, code: str) -> dict[str, str]:
    """Return what a paper is called, in its language and in those in which it says so too.

    Raises:
        RefusalError: it cannot be read.
    """
    _, front, text = _opened(path, code, Keys(Library({})))
    titles = {**front.titles, code: front.title or _first_heading(text)}
    plain = {own: re.sub(r"\[\^\w+\]|[*_]+|\\(?=\W)|<[^>]+>", "", words) for own, words in titles.items()}
    return {own: " ".join(words.split()) for own, words in plain.items() if words.strip()}


def _opened(path: Path, code: str, keys: Keys) -> tuple[Paper, Front, str]:
    """Read a paper; return what stands before its text apart from it."""
    paper = read_paper(path, keys)
    front = Front(title=paper.title, is_authored=bool(paper.authors))
    text = taken_off(front, with_headings(paper.markdown), code)
    return paper, front, _without_other_languages(front, text, code)


def _first_heading(text: str) -> str:
    _, sections = sections_of(text)
    is_one = has_one_title([section.title for section in sections if section.level == 1])
    return sections[0].title if is_one and sections[0].level == 1 else ""


def _without_other_languages(front: Front, text: str, code: str) -> str:
    """Take out titles and abstracts in other languages, which stand at the head of a paper or at its end."""
    before, sections = sections_of(text)
    kept = ["\n".join(before)]
    for section in sections:
        body = " ".join(" ".join(section.lines).split())
        if part_called(section.title) == "abstract" and not front.abstract:
            front.abstract = body
        other = guess(section.title)
        if other and other != code and guess(body) == other and len(body.split()) > 20:  # noqa: PLR2004
            is_named = re.fullmatch(r"\w+", section.title) is not None
            front.titles.setdefault(other, "" if is_named else section.title)
            front.abstracts.setdefault(other, abstract_sign().sub("", body))
        else:
            kept.append(again(section))
    return "\n".join(kept)


def _counted(pages: Sequence[DraftPage], paper: Paper, cited: Cited, keys: Keys) -> list[str]:
    text = "\n".join(page.markdown for page in pages)
    notes = len(re.findall(r"^\[\^[^\]]+\]:", text, re.MULTILINE))
    works = len({*cited.used, *paper.works})
    return [
        said("paper_citations", count=cited.found + paper.fields, works=works, new=len(keys.new)),
        said("paper_notes", notes=notes, pictures=text.count(f"../{ASSETS}/")),
    ]


def _numbered(captions: Captions) -> list[str]:
    labels = ", ".join(dict.fromkeys((*captions.by_number.values(), *captions.by_name.values())))
    told = [said("paper_numbered", labels=labels, count=captions.references)] if captions.by_number else []
    nowhere = ", ".join(dict.fromkeys(captions.nowhere))
    return [*told, said("paper_nowhere", names=nowhere)] if nowhere else told


def _abstracts(root: Path, front: Front, files: Mapping[Path, bytes]) -> list[str]:
    """Say where the abstracts in other languages are: on first pages that wait, else here."""
    docs, told = docs_of(root), []
    for own, abstract in front.abstracts.items():
        index = docs / own / "index.md"
        text = files[index].decode() if index in files else read(index) if index.is_file() else ""
        if abstract in text and f"languages: [{own}]" in text:
            told.append(said("paper_abstract_waits", language=own, folder=f"{docs.name}/{own}"))
        elif not text:
            told.append(said("paper_abstract_left", language=own, abstract=abstract))
    return told


def _lacking(root: Path, pages: Sequence[DraftPage], code: str, original: str) -> list[str]:
    """Say which languages have not these pages yet: what their readers see is told to them until then."""
    docs = docs_of(root)
    lacking = [
        own
        for own in languages_of(root)
        if own != code and any(not (docs / own / page.name).is_file() for page in pages)
    ]
    return [
        said("paper_lacking", folder=f"{docs.name}/{own}", language=own, original=original) for own in lacking
    ]


def _doubts(keys: Keys) -> list[str]:
    """Say of new works what was not understood, and what is wanting."""
    doubts = [
        f"references.bib, {key}: {_doubt(doubt)}" for key, draft in keys.new.items() for doubt in draft.doubts
    ]
    wanting = [
        said("paper_wanting", key=key)
        for key, draft in keys.new.items()
        # An entry of a .bib is what it was.
        for told in [{**draft.raw, **draft.fields}]
        if not told.get("title") or not {"year", "date"} & told.keys()
    ]
    return [*doubts, *wanting]


def _doubt(doubt: str) -> str:
    """Say a doubt, which stands in references.bib as any author of the world reads it, as this one does."""
    kind, _, words = doubt.partition(": ")
    if kind != NOT_UNDERSTOOD:
        return doubt
    return said("paper_doubt", words=said("paper_all") if words == ALL_OF_IT else words)
