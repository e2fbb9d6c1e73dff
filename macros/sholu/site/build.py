"""One MkDocs build from its first pass to its last: where it goes, how strict it is, what it found."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from xml.etree.ElementTree import Element

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from sholu.bibliography.references import Date
from sholu.citations.elements import Place, place_of
from sholu.citations.text import Text, html
from sholu.conversion import PageExtension
from sholu.decoding import decoded
from sholu.front_matter import source_named
from sholu.languages import language
from sholu.pages.raw import parsed
from sholu.pictures.gallery import PICTURES, file_stem
from sholu.problems import errors, shortened, warnings
from sholu.problems.telling import author_language, in_language
from sholu.publication.feed import FEED
from sholu.review.exhibition import ClosedPage
from sholu.review.front import Review
from sholu.review.notes import NotedPage, notes_in_plain_text, notes_list
from sholu.review.versions import translation_states
from sholu.search.findable import Findable
from sholu.search.scripts import worker_script
from sholu.site import staging
from sholu.site.defaults import THEME_FOLDER
from sholu.site.files import Publishing
from sholu.site.folder import SiteFolder
from sholu.site.landing import Landings
from sholu.site.opening import Openings
from sholu.site.own_templates import template_problem
from sholu.site.records import Describing, unnamed
from sholu.site.redirects import write_redirects
from sholu.site.settings import (
    default_language,
    has_search,
    home_addresses,
    language_of,
    languages,
    root_folder,
)
from sholu.site.turns import Turn
from sholu.site.warnings import Warnings
from sholu.site.written import WrittenPages
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.history import block_changed_on
from sholu.translations.state import Pages, TranslationState, overview, stale_note, with_notes
from sholu.values import replace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

log = get_plugin_logger("sholu")
# So many warnings are read; of a bibliography that a program has exported there may be thousands.
# With which errors a site is shown all the same.
ShownErrors = Literal["none", "between versions", "all"]
_SHOWN_WARNINGS = 20
_SHOWN_KEYS = 50


class MkDocsBuild:
    """Holds a build together over the passes of all languages.

    While it lasts `strict` is off and the site goes to a folder beside: else a warning in the second
    language would end the build before the third is read, with half a site written. MkDocs' own count
    of warnings, taken before plugins are asked, still fails a strict build at its end.

    A site with errors is never published, strict or not. `shown` says which are shown all the same by
    `mkdocs serve`: those between versions of a page, since an author writes one language after the other, and
    all while there is no good site yet, so that a faulty one is better than none.

    Raises:
        PublishingError: the folder of the site cannot be written, or another build does not end.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        review: Review,
        landings: Landings,
        files: tuple[str, ...] = (),
        *,
        shown: ShownErrors,
    ) -> None:
        self.whole = review
        pictures = self._pictures = review.pictures
        self.review = review.gathered
        publication = review.publication or unnamed(config)
        self.publishing = Publishing(config, publication, files)
        happened, pdf = pictures.happened, self.publishing.pdf
        self._folder = SiteFolder(config)
        self.describing = Describing(config, self.review, publication, happened, pdf)
        self.openings = Openings(config, publication, self.describing.names)
        self.landings = landings
        self._config = config
        self.root = root_folder(config)
        self._is_strict = config.strict
        self._named = config.site_dir
        self._site = staging.real(Path(config.site_dir))
        self._shown = shown
        self._pages_with: dict[tuple[str, str], list[Page]] = {}
        # The trees of pages that are read and not yet written.
        self._trees: dict[str, Element] = {}
        self._addresses: dict[str, dict[str, str]] = {}
        self._written = WrittenPages(config)
        self.redirects: Mapping[str, str] = {}
        self._findable = Findable()
        self._templates: set[str] = set()
        self._with_place: dict[str, list[str]] = {}
        self._warnings = Warnings(is_strict=config.strict)
        # The last that may fail, before anything is set that has to be set back.
        self._turn = Turn(self._site)
        config.strict = False
        config.site_dir = str(self._turn.begin())

    def keep(self, code: str, page: Page, rules: PageExtension, content: str) -> None:
        """Take over what was read from a page; `content` is its HTML."""
        name = page.file.src_uri
        reading = rules.reading
        text, _ = decoded(page.file.content_bytes, "") if page.meta.get("translated_from") else ("", ())
        source = source_named(page.meta, text)
        title = str(page.title)
        anchors = self._pictures.close_page(ClosedPage(code, name, title, source, content), rules)
        self._trees[name] = rules.tree()
        self._addresses.setdefault(code, {})[name] = page.url
        self._written.add(reading.source.path, code, page)
        for place in reading.places:
            self._with_place.setdefault(place, []).append(reading.source.path)
            self._pages_with.setdefault((code, place), []).append(page)
        # Authors may link to an entry from Markdown; MkDocs checks that the anchor is there.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
        self.whole.links.has(name, page.present_anchor_ids)

    def fill_places(self, code: str) -> None:
        """Write the lists of all works and all terms, and the pictures, into the pages that ask for them."""
        lists = self._pages_with.get((code, "bibliography"), ())
        for page in lists:
            links = self._links(code, page)
            root = f"{get_relative_url('', page.url).rstrip('/')}/"
            written = self.review.works.catalogue(code, page.file.src_uri, links, root)
            self._fill(page, "bibliography", written)
        for page in self._pages_with.get((code, "glossary"), ()):
            links = self._links(code, page)
            self._fill(page, "glossary", self.review.glossary_list(code, page.file.src_uri, links))
        for picture in PICTURES:
            for page in self._pages_with.get((code, picture), ()):
                bibliography = get_relative_url(lists[0].url, page.url) if lists else None
                links = self._links(code, page)
                gallery = self._pictures.gallery(code, page.file.src_uri, links, bibliography)
                stem = get_relative_url(file_stem(picture, code), page.url)
                self._fill(page, picture, gallery.text(picture, stem))
        self._fill_notes(code)
        self.landings.make(
            code,
            self.publishing.menu(code),
            lambda place: self._pages_with.get((code, place), ()),
            partial(self._links, code),
        )

    def _fill(self, page: Page, name: str, content: Text) -> None:
        """Put what a macro stands for into the tree of a page, and into its HTML, which plugins have had."""
        for place in self._trees[page.file.src_uri].iter("div"):
            if isinstance(place, Place) and place.name == name:
                place.content = content
        before, _, after = (page.content or "").partition(place_of(name))
        page.content = f"{before}{html(content)}{after}"

    def _fill_notes(self, code: str) -> None:
        """Write the list of all editor's notes, in plain Markdown too, now that all pages are read."""
        cite = self.review.listings.of(code).citations.words
        for page in self._pages_with.get((code, "editor_notes"), ()):
            links = self._links(code, page)
            noted = {
                name: NotedPage(name.removeprefix(f"{code}/").removesuffix(".md"), links[name], read, cite)
                for name, read in self.review.pages.of(code).items()
            }
            written = notes_list(noted)
            self._fill(page, "editor_notes", written)
            self.describing.fill_twin(page, place_of("editor_notes"), notes_in_plain_text(noted))

    def take_into_files(self, code: str) -> None:
        """Keep the pages of a language for the files that are made of them."""
        self.publishing.take(code, self.review, self._pages_with.get((code, "bibliography"), ()))

    def _write_files(self) -> None:
        """Make the files, and tell on all pages how large they are."""
        for code, words in self.publishing.write(Path(self._config.site_dir)).items():
            for page in self._written.of_language(code):
                self._written.fill(page, words)

    def _links(self, code: str, page: Page) -> Mapping[str, str]:
        """Return the address of each page of a language, relative to one of them; "" is that page itself."""
        return {
            name: "" if address == page.url else get_relative_url(address, page.url)
            for name, address in self._addresses[code].items()
        }

    def _write_picture_files(self) -> None:
        """Write the files of the pictures that a page shows."""
        for code, picture in self._pages_with:
            if picture in PICTURES:
                for ending, content in self._pictures.gallery(code).files(picture).items():
                    self._folder.write(f"{file_stem(picture, code)}.{ending}", content)

    def check_template(self, name: str, output: str) -> None:
        """Look at the first page that is made by a template, whether all of Sholu is on it."""
        if name not in self._templates:
            self._templates.add(name)
            own = [folder for folder in map(Path, self._config.theme.dirs) if _is_authors(folder)]
            if found := template_problem(output, name, own, self.root):
                self.review.problems.add(found)

    def make_findable(self, code: str, page: Page) -> None:
        """Take a page into the search of its language."""
        home = home_addresses(self._config).get(code, "/").lstrip("/")
        address = page.url.removeprefix(home).removeprefix("./")
        tree = self._trees.pop(page.file.src_uri, None)
        if tree is None:
            # Of a page that another plugin has made there is nothing else.
            tree = parsed(page.content or "")
        # As Material's search has it: the front matter says what a page is worth among others.
        boost = float((page.meta.get("search") or {}).get("boost", 1))
        self._findable.add_page(code, address, str(page.title), tree, boost=boost)
        if page in self._pages_with.get((code, "bibliography"), ()):
            self._findable.add_works(code, address, self.review.listings.of(code).citations)
        if page in self._pages_with.get((code, "glossary"), ()):
            self._findable.add_terms(code, address, self.review.glossary.terms)

    def _write_search(self) -> None:
        """Write index and script of each language below its home, over Material's index, which is empty."""
        for code, home in (home_addresses(self._config) or {language_of(self._config): "/"}).items():
            folder = f"{home.lstrip('/')}search"
            index = self._findable.index(code)
            self._folder.write(f"{folder}/search_index.json", index)
            # The same for who opens the site from a folder, where a browser fetches scripts alone.
            self._folder.write(f"{folder}/search_index.js", f"document.currentScript.offers={index}")
            self._folder.write(f"{folder}/worker.js", worker_script(code, self._config.theme.dirs))

    def _write_downloads(self) -> None:
        """Write what readers download from the catalogue, once for all languages."""
        for address, text in self.review.works.files():
            self._folder.write(address, text)

    def _write_feeds(self) -> None:
        """Write what has changed in each language; a review may bring a file of its own."""
        for code, home in (home_addresses(self._config) or {language_of(self._config): "/"}).items():
            uri = f"{home.lstrip('/')}{FEED}"
            content = self.openings.feed(code, self.describing.described(code))
            if content and uri not in self._folder:
                self._folder.write(uri, content)

    def states(self) -> tuple[TranslationState, ...]:
        """Return how far each translation is."""
        return translation_states(self.review, default_language(self._config))

    def _write_states(self, states: tuple[TranslationState, ...]) -> None:
        """Put notes on the blocks that are behind, and the state of all where a page asks for it."""
        for state in states:
            page = self._written[state.translation.path]
            notes = {
                one.block.identifier: stale_note(language(page.code), self.dated(state.source, one.source))
                for one in state.stale
            }
            if notes:
                self._written.revise(page, partial(with_notes, notes=notes))
                self.publishing.note(page.code, page.url, notes)
        for path in self._with_place.get("translations", ()):
            page = self._written[path]
            pages = Pages(self._written.links(page), self._written.titles(), languages(self._config))
            written = overview(states, language(page.code), pages, self.dated)
            self._written.fill(page, {place_of("translations"): written})

    def dated(self, version: PageVersion, block: Block) -> Date | None:
        """Return the day on which a block was last changed, None if no history tells it."""
        return block_changed_on(self.root / version.path, version, block)

    def finish(self) -> None:
        """Show all problems; a good build takes the place of the site, one with errors does not.

        Raises:
            MissingLibraryError: what makes files is not installed.
            PluginError: there are errors.
        """
        between_versions = self.whole.between_versions()
        self.review.problems.update(between_versions)
        if languages(self._config):
            self._write_states(self.states())
        self.whole.compare()
        self.review.problems.update(write_redirects(self._config, self.redirects, self._written))
        # MkDocs' own warnings end a strict build. Ours end none; our errors end every one.
        found = errors(self.whole.problems)
        is_good = not (found or (self._is_strict and self._warnings))
        others = [problem for problem in found if replace(problem, judged="") not in between_versions]
        is_shown = self._shown == "all" or (self._shown == "between versions" and not others)
        self._report()
        if unused := self.review.works.unused():
            more = f" and {len(unused) - _SHOWN_KEYS:,} more" if len(unused) > _SHOWN_KEYS else ""
            log.info("works that no page cites: %s%s", ", ".join(unused[:_SHOWN_KEYS]), more)
        if has_search(self._config):
            self._write_search()
        self._write_picture_files()
        self._write_downloads()
        self.describing.finish()
        self._write_feeds()
        try:
            if is_good and self.publishing.is_asked_for:
                self._write_files()
            if is_good or is_shown:
                self._turn.publish()
            elif self._site.exists():
                log.info("the last good site in %s is left as it was", self._site.name)
        finally:
            self._let_go()
        if found and not is_shown:
            count = f"{len(found)} error{'' if len(found) == 1 else 's'}"
            raise PluginError(f"{count} to mend; nothing was published")

    @property
    def is_over(self) -> bool:
        """Whether it has ended, well or not."""
        return self._turn.is_over

    @property
    def has_errors(self) -> bool:
        """Whether a reader would see something wrong."""
        return bool(errors(self.whole.problems))

    def give_up(self) -> None:
        """Show the problems that were found before the build broke, and leave the last good site."""
        self._report()
        self._let_go()

    def _report(self) -> None:
        language_of_author = author_language()
        for problem in shortened(errors(self.whole.problems)):
            log.error("%s", in_language(problem, language_of_author))
        # MkDocs counts its warnings, and ends a strict build by one.
        of_editors = warnings(self.whole.problems)
        for problem in of_editors[:_SHOWN_WARNINGS]:
            log.info("%s", in_language(problem, language_of_author))
        if len(of_editors) > _SHOWN_WARNINGS:
            log.info("%s warnings in all; `sholu check --all` shows them", len(of_editors))

    def _let_go(self) -> None:
        self._warnings.let_go()
        self._config.strict = self._is_strict
        self._config.site_dir = self._named
        self._turn.end()


def _is_authors(folder: Path) -> bool:
    """Tell whether a folder of templates is the review's own, and neither Sholu's nor a package's."""
    return folder != THEME_FOLDER and "site-packages" not in folder.parts
