"""The docs folder as MkDocs has found it: which pages are missing, which files languages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils.meta import get_data

from sholu.decoding import text_of
from sholu.front_matter import readable_front_matter
from sholu.regexes import regex
from sholu.review.paths import shown_path
from sholu.site.defaults import THEME_FOLDER
from sholu.site.settings import default_language, home_addresses, languages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

_COMMENT = regex(r"/\*.*?\*/\s*", re.DOTALL)


def addresses(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Return the address of each page in all languages, from the root of the site.

    Asked before static-i18n has taken the pages of other languages away, and given them their addresses.
    """
    homes, default = home_addresses(config), default_language(config)
    urls: dict[str, str] = {}
    for file in files.documentation_pages():
        url = file.url
        code = file.src_uri.partition("/")[0]
        if code in homes:
            home = homes[code].lstrip("/") if code != default else homes[code].strip("/")
            url = f"{home}{url.removeprefix(code).lstrip('/')}"
        urls[file.src_uri] = url
    return urls


def texts_in_order(in_menu: Iterable[Page], files: Files) -> Iterator[str]:
    """Yield the texts of all pages without their front matter, those of the menu first, in its order."""
    for file in _in_order(in_menu, files):
        yield get_data(readable_front_matter(text_of(file.content_bytes), "")[0])[0]


def whole_texts(in_menu: Iterable[Page], files: Files, root: Path) -> dict[str, str]:
    """Return the files of all pages in that order, by their paths as authors know them."""
    return {
        shown_path(Path(file.abs_src_path), root): text_of(file.content_bytes)
        for file in _in_order(in_menu, files)
        if file.abs_src_path
    }


def _in_order(in_menu: Iterable[Page], files: Files) -> Iterator[File]:
    named = {page.file.src_uri: page.file for page in in_menu}
    others = {file.src_uri: file for file in files.documentation_pages() if file.src_uri not in named}
    yield from (*named.values(), *(others[uri] for uri in sorted(others)))


def own_files(files: Files, config: MkDocsConfig) -> list[str]:
    """Return the paths of the files in the docs folder, without those that plugins make."""
    return [file.src_uri for file in files if file.generated_by is None and file.src_dir == config.docs_dir]


def shared_files(files: Files, config: MkDocsConfig) -> list[File]:
    """Return what belongs to no language and is shown by pages: pictures, sounds, downloads."""
    codes = tuple(f"{code}/" for code in languages(config))
    return [
        file
        for file in files
        if file.generated_by is None and not file.src_uri.startswith(codes) and file.is_media_file()
    ]


def serve_without_comments(files: Files) -> None:
    """Take the comments out of our style sheets: a quarter of the bytes for which the first text waits."""
    for file in files.css_files():
        if file.src_dir == str(THEME_FOLDER):
            file.content_string = _COMMENT.sub("", file.content_string)
