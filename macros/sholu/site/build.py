"""One MkDocs build from its first pass to its last: where it goes, how strict it is, what it found."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from sholu.conversion import PageExtension
from sholu.decoding import text_of
from sholu.front_matter import source_named
from sholu.problems import errors
from sholu.problems.telling import author_language, phrase
from sholu.publication import staging
from sholu.publication.feed import FEED
from sholu.review.closing import ClosedPage, close_page
from sholu.review.front import Review
from sholu.review.places import PLACES
from sholu.review.policy import Policy
from sholu.site.behind import Translations
from sholu.site.files import Publishing
from sholu.site.filling import Filling
from sholu.site.folder import SiteFolder
from sholu.site.landing import Landings
from sholu.site.memory import Collecting, forget_texts
from sholu.site.opening import Openings
from sholu.site.overlay import ShownPage
from sholu.site.own_templates import MadeBy
from sholu.site.parts import Templates, index_file, lead_to_parts, opened, written_parts
from sholu.site.records import Describing, unnamed
from sholu.site.redirects import write_redirects
from sholu.site.searching import MaterialSearch, Searching
from sholu.site.settings import has_search, home_addresses, language_of, languages, root_folder
from sholu.site.showing import show_problems, show_unused
from sholu.site.turns import Turn
from sholu.site.versions import locale_of
from sholu.site.warnings import Warnings
from sholu.site.written import WrittenPages
from sholu.values import replace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("sholu")
# Lists whose entries are found by themselves.
LISTS = ("bibliography", "glossary")
# With which errors a site is shown all the same.
ShownErrors = Literal["none", "between versions", "all"]


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
        self._folder = SiteFolder(config)
        self.describing = Describing(config, self.review, publication, self.publishing.pdf)
        self.openings = Openings(config, publication, self.describing.names)
        self.landings = landings
        self._config = config
        self.root = root_folder(config)
        self._is_strict = config.strict
        self._named = config.site_dir
        self._site = staging.real(Path(config.site_dir))
        self._shown = shown
        self.filling = Filling(pictures, self.describing, landings)
        self._searching = Searching(config, self.review)
        self.material_search = MaterialSearch()
        self._written = WrittenPages(config)
        self.translations = Translations(config, pictures, self._written, self.publishing)
        self.redirects: Mapping[str, str] = {}
        self.policy = Policy()
        self._read: tuple[str, list[Page]] = "", []
        self._templates = MadeBy(self.root)
        self._warnings = Warnings(is_strict=config.strict)
        # The last that may fail, before anything is set that has to be set back.
        self._turn = Turn(self._site)
        config.strict = False
        config.site_dir = str(self._turn.begin())
        self._collecting = Collecting()

    def keep(self, code: str, page: Page, rules: PageExtension) -> None:
        """Take over what was read from a page."""
        name = page.file.src_uri
        reading = rules.reading
        if code != self._read[0]:
            self._leave_language()
            self._read = code, []
        self._read[1].append(page)
        text = text_of(page.file.content_bytes) if page.meta.get("translated_from") else ""
        source = source_named(page.meta, text)
        title = str(page.title)
        anchors = close_page(self._pictures, ClosedPage(code, name, title, source), rules)
        if reading.places:
            self.filling.keep_tree(page, rules.tree())
        elif has_search(self._config):
            self._searching.prepare(code, page, rules.tree())
        if self.publishing.is_asked_for and rules.is_whole:
            self.publishing.keep_tree(page, rules.tree())
        self.filling.keep(code, page, reading.places)
        self._written.add(reading.source.path, code, page)
        waiting = (place for place in reading.places if PLACES[place].shows_all_languages)
        self.translations.places += ((place, reading.source.path) for place in waiting)
        # Authors may link to an entry from Markdown; MkDocs checks that the anchor is there.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
        self.whole.links.has(name, page.present_anchor_ids)

    def _leave_language(self) -> None:
        """Hold no longer what the pages of a language needed: they are written before the next is read."""
        code, pages = self._read
        forget_texts(pages)
        if pages:
            self.review.listings.of(code).forget()

    def close_language(self, code: str, templates: Templates) -> None:
        """Fill in what its pages stand for now that all are read, and keep them for files that are made."""
        self._find_template = templates
        self.publishing.leave_changed()
        self.filling.fill_places(code, self.publishing.menu(code))
        self.publishing.take(code, self.review, self.filling.pages_with(code, "bibliography"))

    def check_template(self, name: str, output: str) -> None:
        """Look at the first page that is made by a template, whether all of Sholu is on it."""
        if found := self._templates.problem(output, name, map(Path, self._config.theme.dirs)):
            self.review.problems.add(found)

    def make_findable(self, code: str, page: Page) -> None:
        """Take a page into the search of its language."""
        lists = {one for one in LISTS if page in self.filling.pages_with(code, one)}
        self._searching.add(code, page, self.filling.let_go(page), lists)
        self.material_search.rest(self._config, page.content or "")

    def _write_files(self) -> None:
        """Make the files, and tell on all pages how large they are."""
        for code, words in self.publishing.write(Path(self._config.site_dir)).items():
            for page in self._written.of_language(code):
                self._written.fill(page, words)
        unprinted = self.publishing.unprinted()
        self.review.problems.update(unprinted)
        show_problems(unprinted)

    def write_parts(self, context: TemplateContext, page: Page) -> None:
        """Write the further pages of a list that is too long for one; its page is left the first of them."""
        parts = self.filling.parts(page)
        if not parts:
            return
        code = locale_of(page, self._config)
        view = partial(self.describing.view, code, page)
        for file, content in written_parts(parts, context, self._find_template, self._config, view):
            self._written.add_part(page.file.dest_uri, file, content)
        self._folder.write(index_file(page), self.review.works.index(code))
        page.content = parts[0].content
        context["opening"] = opened(context["opening"], parts[0])  # type: ignore[typeddict-unknown-key,typeddict-item]

    def _lead_to_parts(self) -> None:
        """Lead the links to works of a long catalogue to the pages on which they stand."""
        for code in home_addresses(self._config) or (language_of(self._config),):
            for page in self.filling.pages_with(code, "bibliography"):
                lead_to_parts(self._written, page.url, self.review.listings.of(code).citations)

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

    def finish(self) -> None:
        """Show all problems; a good build takes the place of the site, one with errors does not.

        Raises:
            MissingLibraryError: what makes files is not installed.
            PluginError: there are errors.
        """
        self._leave_language()
        self.whole.compare()
        # After what is wrong within a page: what differs because of it is not told again.
        between_versions = self.whole.between_versions()
        self.review.problems.update(between_versions)
        if languages(self._config):
            self.translations.write()
        self.review.problems.update(write_redirects(self._config, self.redirects, self._written))
        # MkDocs' own warnings end a strict build. Ours end none; our errors end every one.
        found = errors(self.whole.problems)
        is_good = not (found or (self._is_strict and self._warnings))
        others = [problem for problem in found if replace(problem, judged="") not in between_versions]
        is_shown = self._shown == "all" or (self._shown == "between versions" and not others)
        show_problems(self.whole.problems)
        show_unused(self.review.works.unused())
        if has_search(self._config):
            self._searching.write(self._folder)
        self.filling.write_picture_files(self._folder)
        self._write_downloads()
        self.describing.finish()
        self._write_feeds()
        try:
            if is_good and self.publishing.is_asked_for:
                self._write_files()
            if is_good or is_shown:
                self._lead_to_parts()
                self._turn.publish()
            elif self._site.exists():
                log.info("%s", phrase("build_left", author_language(), site=self._site.name))
        finally:
            self._let_go()
        if found and not is_shown:
            raise PluginError(phrase("build_failed", author_language(), count=len(found)))

    @property
    def is_over(self) -> bool:
        """Whether it has ended, well or not."""
        return self._turn.is_over

    @property
    def has_errors(self) -> bool:
        """Whether a reader would see something wrong."""
        return bool(errors(self.whole.problems))

    def shown_pages(self) -> dict[str, ShownPage]:
        """Return the pages that were read, by the paths of their files, with their addresses."""
        versions = self.review.pages.versions()
        return {path: ShownPage(self._written[path].url, one) for path, one in versions.items()}

    def give_up(self) -> None:
        """Show the problems that were found before the build broke, and leave the last good site."""
        show_problems(self.whole.problems)
        self._let_go()

    def _let_go(self) -> None:
        self._warnings.let_go()
        self._collecting.let_go()
        self._config.strict = self._is_strict
        self._config.site_dir = self._named
        self._turn.end()
