"""The docs folder as MkDocs has found it: which pages are missing, which files languages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils.meta import get_data

from sholu.decoding import decoded
from sholu.front_matter import readable_front_matter
from sholu.problems import Problem
from sholu.publication.reading import wrong_pages
from sholu.publication.works import Publication
from sholu.review import shown_path
from sholu.review.pages import missing_translations, unexpected_folders
from sholu.site.settings import languages, root_folder
from sholu.site.strays import stray_problems

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page


def page_problems(
    files: Files, config: MkDocsConfig, publication: Publication, review_file: str
) -> Iterator[Problem]:
    """Find missing translations, folders that are of no language, pages that the review names in vain.

    Args:
        files: those of all languages.
        config: mkdocs.yml.
        publication: what the review says of itself.
        review_file: the path of the file in which it does.
    """
    names = languages(config)
    folder = shown_path(Path(config.docs_dir), root_folder(config))
    pages = [file.src_uri for file in files.documentation_pages()]
    own = [file.src_uri for file in files if file.generated_by is None and file.src_dir == config.docs_dir]
    yield from missing_translations(pages, names, folder)
    yield from unexpected_folders(own, names, folder)
    written = {path.partition("/")[2] for path in pages}
    yield from wrong_pages(publication, written, review_file)


def texts_in_order(in_menu: Iterable[Page], files: Files) -> Iterator[str]:
    """Yield the texts of all pages without their front matter, those of the menu first, in its order."""
    named = {page.file.src_uri: page.file for page in in_menu}
    others = {file.src_uri: file for file in files.documentation_pages() if file.src_uri not in named}
    for file in (*named.values(), *(others[uri] for uri in sorted(others))):
        text, _ = decoded(file.content_bytes, "")
        yield get_data(readable_front_matter(text, "")[0])[0]


def stray_files(files: Files, config: MkDocsConfig) -> Iterator[Problem]:
    """Find files in the docs folder that nobody means to publish; asked before they are taken out."""
    own = [file.src_uri for file in files if file.generated_by is None and file.src_dir == config.docs_dir]
    return stray_problems(own, shown_path(Path(config.docs_dir), root_folder(config)))


def shared_files(files: Files, config: MkDocsConfig) -> list[File]:
    """Return what belongs to no language and is shown by pages: pictures, sounds, downloads."""
    codes = tuple(f"{code}/" for code in languages(config))
    return [
        file
        for file in files
        if file.generated_by is None and not file.src_uri.startswith(codes) and file.is_media_file()
    ]
