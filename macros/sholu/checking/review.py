"""Everything that can be said of a review without writing its site: what a build reports, and more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sholu.bibliography.references import Library
from sholu.checking.habits import habits
from sholu.checking.letters import look_alikes, typography, without_markup
from sholu.citations.styles import is_transliterated
from sholu.decoding import decoded
from sholu.languages import incomplete, known_languages, language
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.review import Review
from sholu.review.front import settings_in
from sholu.review.paths import shown_path
from sholu.review.settings import FILES, SETTINGS_FILE
from sholu.review.strays import outward_links


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
    files = [] if loops else [one.relative_to(root).as_posix() for one in docs.rglob("*") if one.is_file()]
    review = Review.from_folder(root, files, settings)
    found = {*review.gathered.problems, *loops, *incomplete()}
    if not docs.is_dir():
        found.add(problem("S022", Place(SETTINGS_FILE), folder=settings.docs))
    found.update(transliterated(review.gathered.library, settings.bibliography))
    found.update(_as_an_editor(review))
    return review, review.judged(found)


def _as_an_editor(review: Review) -> Iterator[Problem]:
    """Find what an editor would see in pages and data."""
    for page in review.pages.values():
        prose = page.source.prose
        words = without_markup(prose)
        for one in (*habits(prose), *look_alikes(words), *typography(words, page.source.text, page.code)):
            yield one.at(page.source.path, page.source.line(one.start))
    settings = review.settings
    for name in FILES:
        file = review.folder / getattr(settings, name)
        # Entries are looked at where they are read, in the fields that are shown (B040).
        if file.is_file() and file.suffix != ".bib":
            shown = shown_path(file, review.folder)
            text, _ = decoded(file.read_bytes(), shown)
            for one in look_alikes(text):
                yield one.at(shown, 1 + text.count("\n", 0, one.start))


def transliterated(library: Library, shown: str) -> Iterator[Problem]:
    """Name the works whose names a language has to transliterate, since the entry gives no form.

    Args:
        library: the works.
        shown: the path of their file.
    """
    for code in known_languages():
        own = language(code)
        for reference in library:
            if is_transliterated(reference, own):
                place = Place(shown, reference.line)
                yield problem("B038", place, key=reference.key, language=own.name, code=code)
