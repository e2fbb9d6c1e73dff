"""The door to MkDocs: a plugin with typed options and thin hooks, which knows everybody and decides little.

static-i18n runs the whole chain of events once for each language on this same object, the later ones
inside the `on_post_build` of the first. What belongs to the review is made in the first pass, what
belongs to a language is kept by language, and problems are shown once, after the last language.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from sholu.checking.late import causes
from sholu.conversion import TextExtension, words_of_others
from sholu.languages import language
from sholu.problems.telling import author_language, phrase
from sholu.publication.book import MissingLibraryError
from sholu.publication.staging import PublishingError
from sholu.review.paths import shown_path
from sholu.site.beginning import begin, data_files
from sholu.site.build import MkDocsBuild
from sholu.site.contexts import fill_page, fill_template
from sholu.site.defaults import apply_defaults
from sholu.site.docs import addresses, own_files, serve_without_comments, texts_in_order, whole_texts
from sholu.site.escaping import escape_menu
from sholu.site.faults import explained
from sholu.site.log_lines import show_plainly
from sholu.site.memory import spare_a_build
from sholu.site.menu import lead_elsewhere
from sholu.site.opened import OpenedPage
from sholu.site.options import SholuConfig
from sholu.site.passes import Passes
from sholu.site.policies import PagePolicies
from sholu.site.rendering import is_of_review, path_of
from sholu.site.serving import Serving
from sholu.site.settings import address_of_site, has_search, is_inner_pass, language_of
from sholu.site.sitemap import fill_sitemap, undated
from sholu.site.templates import CachedTheme, compiled_templates
from sholu.site.versions import locale_of

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("sholu")


class SholuPlugin(BasePlugin[SholuConfig]):  # type: ignore[no-untyped-call]
    """Turns MkDocs' events into calls of the engine."""

    def __init__(self) -> None:
        super().__init__()
        self._serving = Serving()
        self._page = ""
        self._texts = TextExtension()
        self._opened: dict[str, OpenedPage] = {}
        self._templates = compiled_templates()
        self._policies = PagePolicies()
        self._build: MkDocsBuild | None = None
        self.finished: MkDocsBuild | None = None
        # Set by whoever asks for other files than mkdocs.yml and the environment do.
        self.files: tuple[str, ...] | None = None
        self._passes = Passes()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is served, then it is built into a temporary folder already."""
        show_plainly()
        spare_a_build()
        self._serving = Serving(is_on=command == "serve")

    @event_priority(100)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        if not isinstance(config.theme, CachedTheme):
            config.theme = CachedTheme(config.theme, self._templates, self._policies)
        config.theme.lists_files = not is_inner_pass(config)
        if not self._serving.is_on:
            config.site_url = address_of_site(config.site_url)
        apply_defaults(config, self._texts)
        if self._build is None or not is_inner_pass(config):
            self._drop_build()
            # At each build, since a new file may have come.
            self._serving.watch(data_files(config, self.config))
            files = () if self._serving.is_on else self.files
            try:
                self._build = begin(config, self.config, files, causes, shown=self._serving.shown_errors)
            except PublishingError as error:
                raise PluginError(str(error)) from error
            self._policies.begin(self._build.policy, config, is_served=self._serving.is_on)
        return config

    # static-i18n (-100) has set the language of the theme by then.
    @event_priority(-150)
    def _fit_language(self, config: MkDocsConfig) -> MkDocsConfig:
        for name, words in words_of_others(language(language_of(config))).items():
            config.mdx_configs[name].update(words)
        self._texts.citations = self.build.review.listings.of(language_of(config)).citations
        return config

    on_config = CombinedEvent(_begin, _fit_language)

    @property
    def build(self) -> MkDocsBuild:
        """The build under way."""
        if self._build is None:
            raise PluginError("Sholu was not told that a build begins")
        return self._build

    @event_priority(0)
    def _look_through(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Look for missing translations; files of all languages are seen in the first pass already."""
        if not is_inner_pass(config):
            self.build.whole.learn(addresses(files, config), own_files(files, config))
        self._passes.look_through(files, config)
        return files

    # static-i18n (-100) leaves a further language no files of folders that are of no language.
    @event_priority(-150)
    def _share(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let pages of every language show the pictures in `docs/assets/`, which stand in the site once."""
        self._passes.share(files, config, self.build.whole)
        serve_without_comments(files)  # files of memory, which static-i18n cannot take
        return files

    on_files = CombinedEvent(_look_through, _share)

    def _order_pages(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Learn the order in which a reader meets the pages."""
        lead_elsewhere(nav.items)
        self.build.review.pages.put_in_order(page.file.src_uri for page in nav.pages)
        code = language_of(config)
        self.build.publishing.put_in_menu(code, nav.pages)
        self.build.review.number_labels(code, whole_texts(nav.pages, files, self.build.root))
        if self.build.review.listings.needs_all_pages(code):
            self.build.review.number(code, texts_in_order(nav.pages, files))
            self._texts.citations = self.build.review.listings.of(code).citations
        return nav

    # static-i18n (-100) has put the words of mkdocs.yml in another language by then.
    @event_priority(-150)
    def _escape_menu(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        escape_menu(nav.items)
        return nav

    on_nav = CombinedEvent(_order_pages, _escape_menu)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Read a page; one that is no UTF-8 becomes a problem with a line instead of an end."""
        self._page = shown_path(path_of(page, config), self.build.root)
        return self.build.read_text(page, config)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Write out the macros; what follows is Python-Markdown's, and our extension of it."""
        if not is_of_review(page, config):
            return markdown
        opened = self.build.open_page(page, markdown, config, files)
        self._opened[page.file.src_uri] = opened
        page.render = partial(opened.render, page)  # type: ignore[method-assign]
        return opened.text

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep what the page cites."""
        self._page = ""
        if opened := self._opened.pop(page.file.src_uri, None):
            # Whoever renders it once more gets a text, and no second reading of the page.
            del page.render
            self.build.reading.close(locale_of(page, config), page, opened, files)
            # The sitemap dates pages by it, where MkDocs would give all the day of the build.
            last = self.build.openings.last_change(page)
            page.update_date = last.moment.date().isoformat() if last else undated(page.update_date)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill in lists of works and terms, and pictures, now that all pages of this language are read."""
        self.build.close_language(language_of(config), env.get_template)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give 404.html and the like the words of the interface, and sitemap.xml what it tells of pages."""
        fill_template(self.build, context, config)
        if template_name == "sitemap.xml":
            fill_sitemap(context, config)
        return context

    def on_pre_template(self, template: Template, *, template_name: str, config: MkDocsConfig) -> Template:
        """Write the one 404.html in the pass of the first language; later ones would put theirs over it."""
        is_written = template_name != "404.html" or not is_inner_pass(config)
        # MkDocs makes no file of one that is empty.
        return template if is_written else template.environment.from_string("")

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Put the policy of a template that is no page's into it."""
        return self._policies.put(output)

    # Before Material's search (0), which would take the page apart more slowly and mix the languages.
    @event_priority(50)
    def _make_findable(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        settings = page.meta.get("search") or {}
        if has_search(config) and not settings.get("exclude"):
            self.build.reading.make_findable(locale_of(page, config), page)
        page.meta["search"] = {**settings, "exclude": True}
        return context

    def _add_words(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        self._page = shown_path(path_of(page, config), self.build.root)
        fill_page(self.build, context, page, config)
        return context

    # After all others: what they tell a template is told to each page of a long list.
    @event_priority(-200)
    def _write_parts(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        written = self._page
        self.build.write_parts(context, page)
        self._page = written
        return context

    on_page_context = CombinedEvent(_make_findable, _add_words, _write_parts)

    @event_priority(100)
    def _look_at_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Forget the page, which is written now; see that its template has left Sholu on it."""
        self._page = ""
        self._policies.written(output)
        self.build.check_template(str(page.meta.get("template") or "main.html"), output)
        return output

    # After all plugins that put something into a page.
    @event_priority(-200)
    def _put_policy(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return self._policies.put(output)

    on_post_page = CombinedEvent(_look_at_page, _put_policy)

    # After static-i18n (-100), whose on_post_build runs the builds of the other languages.
    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After the last language: show all problems at once, put a good build in place of the site."""
        if self._build is not None and not is_inner_pass(config):
            finishing = self.finished = self._build
            try:
                finishing.finish()
            except (MissingLibraryError, PublishingError) as error:
                raise PluginError(str(error)) from error
            except PluginError as error:
                # MkDocs' server answers nobody after a build that failed; the last good site is there to see.
                if not self._serving.is_on:
                    raise
                log.error("%s", error)  # noqa: TRY400 -- an author is shown no traceback
            finally:
                if self._serving.is_on:
                    self._serving.tell(finishing)
                # What breaks unforeseen is still to be given up.
                self._build = None if finishing.is_over else finishing

    # After all others: it ends what MkDocs does with an exception.
    @event_priority(-200)
    def on_build_error(self, *, error: Exception) -> None:
        """Show what was found before the build broke; the last good site stays.

        Raises:
            Abort: the exception is none that MkDocs shows by its message alone.
        """
        root, docs = (self._build.root, self._build.docs) if self._build else (Path.cwd(), None)
        page = self._page
        self._drop_build()
        if not isinstance(error, BuildError | Abort):
            lines = explained(error, page, root, docs).splitlines()
            self._serving.overlay.fail(lines)
            for line in lines:
                log.error("%s", line)
            raise Abort(phrase("build_aborted", author_language())) from error

    def _drop_build(self) -> None:
        if self._build is not None:
            self._build.give_up()
            self._build = None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when a file of the review outside of its docs folder changes."""
        self._serving.begin(server, Path(config.config_file_path), data_files(config, self.config))
        return server
