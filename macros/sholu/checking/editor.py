"""What an editor would see in pages and data, each with what mends it where that is certain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sholu.checking.bare_keys import bare_keys
from sholu.checking.brackets import brackets
from sholu.checking.by_hand import typed_otherwise
from sholu.checking.consistency import uneven
from sholu.checking.dictionaries import is_installed
from sholu.checking.elements import no_elements
from sholu.checking.habits import habits
from sholu.checking.heads import other_numbers
from sholu.checking.letters import look_alikes, whole_words
from sholu.checking.marks import marks
from sholu.checking.remarks import families_by_key, remarks
from sholu.checking.sentences import long_sentences
from sholu.checking.signs import signs
from sholu.checking.slips import names_with_years, slips, typed_by_hand
from sholu.checking.spans import LineSpans, blanked_out
from sholu.checking.spelling import Speller
from sholu.checking.stops import stops
from sholu.checking.strangers import strangers
from sholu.checking.tags import tags
from sholu.checking.typed import BLANK, TypedPage
from sholu.checking.unclosed import unclosed
from sholu.checking.unfinished import unfinished
from sholu.decoding import decoded
from sholu.pages.findings import Edit, Finding
from sholu.pages.longest import no_longer
from sholu.problems import Problem, counted
from sholu.regexes import regex
from sholu.review import Review
from sholu.review.paths import shown_path
from sholu.review.settings import FILES
from sholu.review.vain import WORDS_FILE
from sholu.values import Value, field, replace

_ONLY_SPACES = frozenset({"O006", "O010"})
# What programs know a record by, on its line, in braces, or line by line below it.
_NAMED = regex(
    r"(?:^[ \t]*(?:- )?|[{,][ \t]*)(?:id|kind|page|sources?|key|topics?)[ \t]*:"
    r"(?:[ \t]*\[[^\[\]]{0,5000}\]|[ \t]*\n(?:[ \t]*- [^\n:]*(?:\n|\Z))+|[^,}\n]*)",
    re.MULTILINE,
)
# What leads somewhere, in data as in fields of works; names of YAML.
_LEADS = regex(
    r"\]\([^()\n]{0,1000}(?:\([^()\n]{0,300}\)[^()\n]{0,1000}){0,3}\)|\]\[[^\]\n]*\]|https?://\S+|www\.\S+"
    r"|\[[^\[\]@\n]{0,300}@[^\[\]\n]*|\{[#.][^{}\n]*\}|`[^`\n]+`|(?<![\w$])\$[^$\n]{1,300}\$"
    r"|(?<![^\s\[,])[&*][^\s,\[\]{}]+|\\(?:url|href|path|nolinkurl)[ \t]*\{[^{}\n]*\}"
)
# A name of BibTeX that stands for words.
_MACRO = regex(r"[=#][ \t]*[^\W\d_][\w-]*(?=[ \t]*[,#}\n])")
_HEAD = regex(r"^[ \t]*@\w+[ \t]*[{(][^,\n]*|^[ \t]*%.*$", re.MULTILINE)
_FIELD = regex(r"^[ \t]*(?P<name>\w+)[ \t]*=(?:.*\n?)(?:(?![ \t]*(?:\w+[ \t]*=|[@}])).*\n)*", re.MULTILINE)
_OF_PROGRAMS = regex(
    r"(?:url|doi|isbn|issn|crossref|xdata|keywords|langid|file|id|eprint|date|year)\w*", re.IGNORECASE
)


# So many of one kind on a page are told one by one; a page of nothing else may have a hundred thousand.
_MOST_TOLD = 500
# A citation that has lost its first bracket, which is told (C002).
_UNOPENED = regex(r"@[^\s@\[\](){},;]+,[^\[\]@\n]{1,60}\]")


class Note(Value):
    """A problem that an editor would see, and what is to stand in its file instead, where that is certain."""

    problem: Problem
    edits: tuple[Edit, ...] = ()


class CalledWorks(Value):
    """The keys of the works of a review, these by a name and a year, and the names of people by keys."""

    keys: frozenset[str] = frozenset()
    by_names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)


def as_an_editor(review: Review) -> Iterator[Note]:
    """Find what an editor would see in pages and data."""
    pages = tuple(typed_pages(review))
    known = known_works(review)
    codes = tuple(dict.fromkeys(page.code for page in pages))
    for page in pages:
        by_hand = tuple(typed_by_hand(page.prose, known.by_names))
        found = (
            *typed_habits(review, page, known),
            *(one for one, _ in by_hand),
            *stops(page.prose, page.own_words, page.code),
            *marks(page.prose, page.own_words, page.code, in_footnotes=_cites_in_notes(review, page.code)),
            *look_alikes(page.words),
            *whole_words(page.own_words, page.code, (one.words for one in pages if one.code == page.code)),
            *brackets(page.prose, page.own_words, page.code),
            *signs(_without_citations(page, [(one.start, end) for one, end in by_hand]), page.code),
            *strangers(page.own_words, page.code, codes),
            *long_sentences(page.own_words, page.code, review.settings.longest_sentence),
        )
        yield from _on(page, found)
    in_folders = [
        (name.removeprefix(f"{page.code}/"), page) for name, page in zip(review.pages, pages, strict=True)
    ]
    for page, one in (*uneven(pages), *other_numbers(in_folders)):
        yield from _on(page, (one,))
    yield from _misspelt(review, pages)
    for name in FILES:
        file = review.folder / getattr(review.settings, name)
        # Entries are looked at where they are read, in the fields that are shown (B040).
        if file.is_file() and not file.name.endswith(".bib"):
            shown = shown_path(file, review.folder)
            text, _ = decoded(file.read_bytes(), shown)
            named = [one.span() for pattern in (_NAMED, _LEADS) for one in pattern.finditer(text)]
            lines = LineSpans(text)
            for one in look_alikes(text):
                is_name = any(start <= one.start < end for start, end in named)
                yield Note(one.at(lines.place(shown, one.start)), () if is_name else one.edits)


def known_works(review: Review) -> CalledWorks:
    """Return how the works of a review are called."""
    library = review.gathered.library
    keys = frozenset(work.key for work in library)
    return CalledWorks(keys, names_with_years(library), families_by_key(library))


def typed_habits(review: Review, page: TypedPage, known: CalledWorks) -> Iterator[Finding]:
    """Find what is typed otherwise than Markdown and Sholu read it: what may be why versions differ."""
    yield from habits(page.prose, review.settings.extensions)
    yield from slips(page.prose, known.keys, in_footnotes=_cites_in_notes(review, page.code))
    yield from bare_keys(page.prose, known.keys)
    yield from remarks(page.prose, page.own_words, page.code, known.families)
    yield from tags(page.own_prose)
    yield from unclosed(page.prose)
    yield from unfinished(page.prose, page.own_words)
    yield from no_elements(page.prose)
    yield from typed_otherwise(page.prose, page.text)


def typed_causes(review: Review, paths: Collection[str]) -> frozenset[Problem]:
    """Return what is typed on some pages so that other problems may follow from it.

    Args:
        review: the review.
        paths: the files of the pages.
    """
    found: set[Problem] = set()
    known = known_works(review) if paths else CalledWorks()
    for code in review.settings.codes:
        for read in review.gathered.pages.of(code).values():
            if read.version.path not in paths:
                continue
            page = _typed_page(review, read.version.path, code)
            by_hand = (one for one, _ in typed_by_hand(page.prose, known.by_names))
            every = (*typed_habits(review, page, known), *by_hand, *stops(page.prose, page.own_words, code))
            found.update(one.problem for one in _on(page, every))
    return frozenset(found)


def _cites_in_notes(review: Review, code: str) -> bool:
    choice = review.gathered.listings.choices.get(code)
    return choice is not None and choice.system == "note"


def _without_citations(page: TypedPage, spans: Iterable[tuple[int, int]]) -> str:
    """Blank out what becomes a citation: its spaces are set by a style."""
    unopened = (one.span() for one in _UNOPENED.finditer(page.prose)) if "@" in page.prose else ()
    return blanked_out(page.own_words, (*spans, *unopened), BLANK)


def _misspelt(review: Review, pages: tuple[TypedPage, ...]) -> Iterator[Note]:
    """Find words that nobody knows, if spelling is installed."""
    if not is_installed():
        return
    settings = review.settings
    files = (WORDS_FILE, settings.bibliography, settings.glossary, settings.review)
    paths = (review.folder / name for name in files)
    speller = Speller([decoded(path.read_bytes(), "")[0] for path in paths if path.is_file()])
    speller.learn_names(pages)
    for page in pages:
        yield from _on(page, speller.misspelt(page))


def typed_pages(review: Review) -> Iterator[TypedPage]:
    """Yield the pages of a review as their authors typed them, as far as they are read (P090, P092)."""
    for page in review.pages.values():
        yield _typed_page(review, page.source.path, page.code)


def _typed_page(review: Review, path: str, code: str) -> TypedPage:
    text, _ = decoded((review.folder / path).read_bytes(), path)
    return TypedPage(path, code, no_longer(text)[0])


def _on(page: TypedPage, found: Iterable[Finding]) -> Iterator[Note]:
    counts: Counter[str] = Counter()
    rest: dict[str, list[Finding]] = {}
    first_on_line: dict[Problem, Problem] = {}
    for one in found:
        if one.edits and page.places[one.start] == BLANK and one.code.startswith("M"):
            # In an address or a tag it is no habit.
            continue
        counts[one.code] += 1
        if counts[one.code] > _MOST_TOLD:
            rest.setdefault(one.code, []).append(one)
            continue
        told = one.at(page.place(one.start))
        # What stands on one line twice is told once.
        told = first_on_line.setdefault(replace(told, place=replace(told.place, column=0)), told)
        yield Note(told, _edits(page, (one,)))
    for many in rest.values():
        first, last = many[0], many[-1]
        told = first.at(page.place(first.start))
        yield Note(counted(told, len(many), str(page.place(last.start).line)), _edits(page, many))


def _edits(page: TypedPage, found: Iterable[Finding]) -> tuple[Edit, ...]:
    return tuple(edit for one in found for edit in one.edits if _is_free(page, edit, one.code))


def _is_free(page: TypedPage, edit: Edit, code: str) -> bool:
    """Tell whether a place may be mended without anything else being changed by it."""
    if code not in _ONLY_SPACES and page.lines.span(edit.start)[0] in page.nameless_headings:
        return False
    around = page.places[max(0, edit.start - 1) : edit.end + 1].replace("\n", "")
    within = page.places[edit.start : edit.end]
    # What is put in between stands within something if it has that on either side.
    return BLANK not in within if within else around.strip(BLANK) != "" or not around


def in_bibliography(text: str, shown: str, problems: Iterable[Problem]) -> Iterator[Note]:
    """Yield the mends of words of two scripts in a BibTeX file.

    Args:
        text: the file.
        shown: its path as the author knows it.
        problems: those of the review.
    """
    by_word = {
        dict(one.values).get("word"): one
        for one in problems
        if one.code == "B040" and one.place.path == shown
    }
    if not by_word:
        return
    kept = [one.span() for one in _HEAD.finditer(text)]
    kept += [one.span() for one in _FIELD.finditer(text) if _OF_PROGRAMS.fullmatch(one["name"])]
    kept += [one.span() for pattern in (_LEADS, _MACRO) for one in pattern.finditer(text)]
    for one in look_alikes(text):
        problem = by_word.get(str(one.values["word"]))
        if problem and not any(start <= one.start < end for start, end in kept):
            yield Note(problem, one.edits)
