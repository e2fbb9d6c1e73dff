"""Everything that can be said of a review without writing its site: what a build reports, and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from sholu.bibliography.bibtex import read_entries
from sholu.bibliography.library import Library
from sholu.checking.editor import as_an_editor
from sholu.checking.numerals import other_numerals
from sholu.checking.strangers_among_files import copies, drafts, page_copies
from sholu.checking.titles import same_titles
from sholu.checking.works import wrong_works
from sholu.citations.styles import is_transliterated
from sholu.decoding import decoded
from sholu.languages import OWN_FOLDER, incomplete, language
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.review import Review
from sholu.review.menu import in_no_menu
from sholu.review.settings import FILES, SETTINGS_FILE, Settings, settings_in
from sholu.review.strays import outward_files, outward_links
from sholu.review.svg_pictures import endless_pictures
from sholu.review.vain import WORDS_FILE
from sholu.site.validating import left_out_of_site, settings_problems
from sholu.translations.lock_file import LOCK_FILE

_TEXTS = frozenset({".md", ".bib", ".yml", ".yaml", ".toml", ".lock"})
_MEANT_SO = regex(r"(?m)^not_in_nav[ \t]*:")


def checked(root: Path) -> tuple[Review, tuple[Problem, ...]]:
    """Read a review from its folder; return it, and all that is wrong in it as the review judges it.

    Args:
        root: the folder of mkdocs.yml.

    Raises:
        UnreadableReviewError: mkdocs.yml cannot be read, or has no Sholu.
    """
    settings = settings_in(root)
    docs = root / settings.docs
    # A link without an end is told of, and not walked.
    loops = tuple(outward_links(docs, root, settings.docs))
    is_left_out = left_out_of_site(root / SETTINGS_FILE)
    files = [] if loops else [one.relative_to(root).as_posix() for one in docs.rglob("*") if one.is_file()]
    inner = f"{settings.docs}/"
    files = [one for one in files if not is_left_out(one.removeprefix(inner))]
    review = Review.from_folder(root, files, settings)
    found = {*loops, *outward_files(root, settings.data), *incomplete()}
    found.update(() if loops else endless_pictures(docs, settings.docs))
    found.update(drafts(files, settings.docs, lambda: (_text(docs / one) for one in review.pages)))
    found.update(page_copies(files))
    found.update(copies(root, settings.bibliography, settings.data))
    if not docs.is_dir():
        found.add(problem("S022", Place(SETTINGS_FILE), folder=settings.docs))
    if (root / WORDS_FILE).is_dir():
        found.add(problem("F090", Place(WORDS_FILE)))
    if (file := root / SETTINGS_FILE).is_file():
        found.update(settings_problems(file, SETTINGS_FILE))
    return review, all_told(review, found)


def _text(file: Path) -> str:
    return decoded(file.read_bytes(), "")[0]


def all_told(review: Review, found: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    """Return all that is wrong in a review, and what an editor would see, as the review judges it.

    Args:
        review: made from a folder or from texts.
        found: what is known of its files beside that.
    """
    bibliography = review.settings.bibliography
    every = {*found, *review.gathered.problems}
    file = review.folder / bibliography
    every.update(wrong_bibliography(file, review.gathered.library, bibliography, review.settings.codes))
    every.update(one.problem for one in as_an_editor(review))
    every.update((*other_numerals(review), *same_titles(review), *_left_out_of_the_menu(review)))
    return review.told(every)


def _left_out_of_the_menu(review: Review) -> Iterator[Problem]:
    """Name pages that nobody has put into the menu, unless mkdocs.yml says of some that they are in none."""
    file = review.folder / SETTINGS_FILE
    if file.is_file() and not _MEANT_SO.search(decoded(file.read_bytes(), SETTINGS_FILE)[0]):
        yield from in_no_menu(review.settings, tuple(review.pages))


def wrong_bibliography(
    path: Traversable, library: Library, shown: str, codes: Iterable[str]
) -> Iterator[Problem]:
    """Find what an editor would see in a bibliography.

    Args:
        path: the file.
        library: what was read of it.
        shown: its path as the author knows it.
        codes: the languages in which works are shown.
    """
    if path.is_file():
        yield from wrong_works(read_entries(path), library, shown)
    yield from transliterated(library, shown, codes)


def texts_of(root: Path, settings: Settings) -> dict[str, str | bytes]:
    """Return the files of a review by their paths; of pictures and the like no more than that they are there.

    Args:
        root: the folder of mkdocs.yml.
        settings: what mkdocs.yml says.
    """
    docs = root / settings.docs
    named = (SETTINGS_FILE, LOCK_FILE, *(getattr(settings, name) for name in FILES))
    paths = [*docs.rglob("*"), *(root / OWN_FOLDER).glob("*.toml"), *(root / name for name in named)]
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.suffix in _TEXTS else b""
        for path in paths
        if path.is_file()
    }


def transliterated(library: Library, shown: str, codes: Iterable[str]) -> Iterator[Problem]:
    """Name the works whose names a language has to transliterate, since the entry gives no form.

    Args:
        library: the works.
        shown: the path of their file.
        codes: the languages in which they are shown.
    """
    for code in codes:
        own = language(code)
        for reference in library:
            if is_transliterated(reference, own):
                place = Place(shown, reference.line)
                yield problem("B038", place, key=reference.key, language=own.name, code=code)
