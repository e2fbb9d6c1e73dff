"""One MkDocs build from its first pass to its last: where it goes, how strict it is, what it found."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler, get_relative_url

from macros import staging
from macros.citations.markdown import BIBLIOGRAPHY_PLACE
from macros.citations.page import entry_id
from macros.citations.reading import PageReading
from macros.review import ReadPage, ReviewBuild
from macros.translations.blocks import Block, PageVersion, offset_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs_static_i18n.plugin import I18n

log = get_plugin_logger("sholu")


class MkDocsBuild:
    """Holds a build together over the passes of all languages.

    While it lasts `strict` is off and the site goes to a folder beside: else a warning in the second
    language would end the build before the third is read, with half a site written. MkDocs' own count
    of warnings, taken before plugins are asked, still fails the build at its end.
    """

    def __init__(self, config: MkDocsConfig, review: ReviewBuild, *, is_serving: bool) -> None:
        self.review = review
        self.line_counts: dict[str, int] = {}
        self._config = config
        self._is_strict = config.strict
        self._site = Path(config.site_dir)
        self._is_staged = not is_serving
        self._with_bibliography: dict[str, list[Page]] = {}
        self._addresses: dict[str, dict[str, str]] = {}
        self._warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        config.strict = False
        if self._is_staged:
            config.site_dir = str(staging.staging_folder(self._site))

    def keep(self, code: str, page: Page, reading: PageReading, blocks: tuple[Block, ...]) -> None:
        """Take over what was read from a page."""
        name = page.file.src_uri
        source = reading.source

        def line_of(block: Block) -> int:
            return source.line(max(offset_of(block, source.prose), 0))

        translated_from = str(page.meta.get("translated_from", ""))
        version = PageVersion(code, source.path, blocks, line_of, translated_from)
        read = ReadPage(str(page.title), reading.citations.cited, version)
        self.review.close_page(code, name, read, reading.problems)
        self._addresses.setdefault(code, {})[name] = page.url
        anchors = reading.anchors | frozenset(block.identifier for block in blocks)
        if reading.has_bibliography:
            self._with_bibliography.setdefault(code, []).append(page)
            anchors |= {entry_id(reference.key) for reference in self.review.library}
        # Authors may link to an entry from Markdown; MkDocs checks that the anchor is there.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors

    def fill_bibliographies(self, code: str) -> None:
        """Write the list of all works into the pages that ask for it."""
        for page in self._with_bibliography.get(code, []):
            links = {
                name: get_relative_url(address, page.url) for name, address in self._addresses[code].items()
            }
            before, _, after = (page.content or "").partition(BIBLIOGRAPHY_PLACE)
            written = self.review.bibliography(code, page.file.src_uri, links)
            page.content = f"{before}{written}{after}"

    def make_findable(self, code: str, page: Page) -> None:
        """Take a page into the search of its language."""
        home = home_addresses(self._config).get(code, "/").lstrip("/")
        address = page.url.removeprefix(home).removeprefix("./")
        self.review.make_findable(code, address, str(page.title), page.content or "")
        if page in self._with_bibliography.get(code, []):
            self.review.make_works_findable(code, address)

    def _write_search(self) -> None:
        """Write the index of each language below its home, over Material's own, which is empty."""
        for code, home in (home_addresses(self._config) or {language_of(self._config): "/"}).items():
            path = Path(self._config.site_dir, home.strip("/"), "search", "search_index.json")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.review.search_index(code), encoding="utf-8")

    def finish(self) -> None:
        """Show all problems; a good build takes the place of the site, a failed strict one does not."""
        if languages(self._config):
            self.review.compare_versions(default_language(self._config))
        self._report()
        if unused := self.review.unused():
            log.info("works that no page cites: %s", ", ".join(unused))
        is_good = not (self._is_strict and self._warnings.get_counts())
        if has_search(self._config):
            self._write_search()
        self._let_go()
        if self._is_staged and is_good:
            staging.publish(self._site)
        elif self._is_staged:
            staging.discard(self._site)
            log.info("the last good site in %s is left as it was", self._site.name)

    def give_up(self) -> None:
        """Show the problems that were found before the build broke, and leave the last good site."""
        self._report()
        self._let_go()
        if self._is_staged:
            staging.discard(self._site)

    def _report(self) -> None:
        for problem in sorted(self.review.problems):
            log.warning("%s", problem)

    def _let_go(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        self._config.strict = self._is_strict
        self._config.site_dir = str(self._site)


def _translator(config: MkDocsConfig) -> I18n | None:
    return config.plugins.get("i18n")


def has_search(config: MkDocsConfig) -> bool:
    """Tell whether the review wants a search."""
    search = config.plugins.get("material/search")
    return search is not None and bool(search.config.enabled)


def is_inner_pass(config: MkDocsConfig) -> bool:
    """Tell whether this pass builds a further language inside the first one's last event."""
    translator = _translator(config)
    return translator is not None and translator.building


def languages(config: MkDocsConfig) -> Mapping[str, str]:
    """Return the languages that are built, in the order of mkdocs.yml: code to name; {} without i18n."""
    translator = _translator(config)
    if translator is None:
        return {}
    return {one.locale: one.name for one in translator.config.languages if one.build}


def home_addresses(config: MkDocsConfig) -> Mapping[str, str]:
    """Return the address of each language's first page, from the root of the site: "/", "/ru/"."""
    translator = _translator(config)
    if translator is None:
        return {}
    return {one.locale: str(one.link) for one in translator.config.languages if one.build}


def default_language(config: MkDocsConfig) -> str:
    """Return the language from which pages are translated, the review's default; "" without i18n."""
    translator = _translator(config)
    every = translator.config.languages if translator else ()
    return next((str(one.locale) for one in every if one.default), "")


def language_of(config: MkDocsConfig) -> str:
    """Return the language of the pass; before static-i18n has set it, that of the pass before."""
    translator = _translator(config)
    if translator is not None and translator.current_language:
        return str(translator.current_language)
    return next(iter(languages(config)), None) or str(config.theme.get("language", "en"))


def root_folder(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml."""
    return Path(config.config_file_path).parent
