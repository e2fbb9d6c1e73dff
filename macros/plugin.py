"""The door to MkDocs: a plugin with typed options and thin hooks, which knows everybody and decides little.

static-i18n runs the whole chain of events once for each language on this same object, the later ones
inside the `on_post_build` of the first. What belongs to the review is made in the first pass, what
belongs to a language is kept by language, and problems are shown once, after the last language.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.utils import get_relative_url

from macros import defaults
from macros.build import MkDocsBuild
from macros.citations.markdown import CitationsExtension
from macros.describing import unnamed
from macros.exhibition import Exhibition
from macros.glossary.markdown import TermsExtension
from macros.interface import Addresses, Languages, interface
from macros.languages import known_languages, language, unknown_system
from macros.options import SholuConfig
from macros.pages import missing_translations, unexpected_folders
from macros.problems import Place, Problem
from macros.publication.files import MissingLibraryError, asked_for
from macros.publication.reading import read_publication, wrong_pages
from macros.publication.works import Publication
from macros.review import CitationChoice, ReviewBuild, shown_path
from macros.settings import (
    default_language,
    has_search,
    has_words,
    home_addresses,
    is_inner_pass,
    language_of,
    languages,
    root_folder,
)
from macros.template_cache import CachedTheme, TemplateCache
from macros.translations.markdown import BlocksExtension

if TYPE_CHECKING:
    from jinja2 import Environment
    from markdown.extensions import Extension
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


class SholuPlugin(BasePlugin[SholuConfig]):  # type: ignore[no-untyped-call]
    """Turns MkDocs' events into calls of the engine."""

    def __init__(self) -> None:
        super().__init__()
        self._is_serving = False
        self._server: LiveReloadServer | None = None
        self._extension = CitationsExtension()
        self._blocks = BlocksExtension()
        self._terms = TermsExtension()
        self._templates = TemplateCache()
        self._build: MkDocsBuild | None = None
        self.finished: MkDocsBuild | None = None
        # Set by whoever asks for other files than mkdocs.yml and the environment do.
        self.files: tuple[str, ...] | None = None
        self._shared: list[File] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is served, then it is built into a temporary folder already."""
        self._is_serving = command == "serve"

    @event_priority(100)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        if not isinstance(config.theme, CachedTheme):
            config.theme = CachedTheme(config.theme, self._templates)
        _apply_defaults(config, (self._extension, self._blocks, self._terms))
        if self._build is None or not is_inner_pass(config):
            self._drop_build()
            self._watch(config)
            pictures = self._prepared(config)
            publication = self._read_publication(config, pictures.review)
            self._build = MkDocsBuild(
                config, pictures, publication, self._wanted_files(), is_serving=self._is_serving
            )
        return config

    # static-i18n (-100) has set the language of the theme by then.
    @event_priority(-150)
    def _fit_language(self, config: MkDocsConfig) -> MkDocsConfig:
        words = language(language_of(config)).interface
        config.mdx_configs["toc"]["permalink_title"] = words["permalink"]
        config.mdx_configs["footnotes"]["BACKLINK_TITLE"] = words["footnote_back"]
        self._blocks.label = words["block_link"]
        return config

    on_config = CombinedEvent(_begin, _fit_language)

    def _begin_review(self, config: MkDocsConfig) -> ReviewBuild:
        codes = [*languages(config), *self.config.citations]
        for code in codes or [language_of(config)]:
            if code not in known_languages():
                message = (
                    f'Sholu has no language file for "{code}"; known are '
                    f"{', '.join(known_languages())}. Correct mkdocs.yml, or add macros/languages/{code}.toml"
                )
                raise PluginError(message)
        for code in languages(config) or [language_of(config)]:
            if not has_words(config, code):
                message = (
                    f'the theme has no words for the language "{code}". Copy partials/languages/en.html of '
                    f"Material as {code}.html into that folder of custom_dir, and translate it"
                )
                raise PluginError(message)
        for code, system in self.config.romanization.items():
            if fault := unknown_system(code, system):
                raise PluginError(f"romanization: {fault}. Correct mkdocs.yml")
        root = root_folder(config)
        systems = self.config.romanization
        choices = {code: CitationChoice(romanization=system) for code, system in systems.items()}
        for code, choice in self.config.citations.items():
            choices[code] = CitationChoice(choice.style or "", choice.brackets or "", systems.get(code, ""))
        own = tuple(languages(config)) or (language_of(config),)
        glossary = root / self.config.glossary
        review = ReviewBuild.begin(root, root / self.config.bibliography, choices, glossary, own)
        review.read_topics(root / self.config.topics, own)
        return review

    def _wanted_files(self) -> tuple[str, ...]:
        """Return the kinds of files that are built; a site that is served again at every save has none."""
        if self._is_serving:
            return ()
        if self.files is not None:
            return self.files
        try:
            return asked_for(os.environ.get("SHOLU_FILES", ",".join(self.config.files)))
        except ValueError as error:
            raise PluginError(f"SHOLU_FILES: {error}") from error

    def _prepared(self, config: MkDocsConfig) -> Exhibition:
        codes = tuple(languages(config)) or (language_of(config),)
        return Exhibition.prepare(self._begin_review(config), root_folder(config) / self.config.events, codes)

    def _read_publication(self, config: MkDocsConfig, review: ReviewBuild) -> Publication:
        """Read what the review says of itself; only the file that nobody asked for may be missing."""
        path = root_folder(config) / self.config.review
        shown = shown_path(path, root_folder(config))
        publication = None
        if path.is_file():
            publication, problems = read_publication(path, shown)
            review.problems.update(problems)
        elif self.config.review != type(self.config).review.default:
            mend = "make the file, or correct the option review in mkdocs.yml"
            review.problems.add(Problem(Place(shown), "there is no such file", mend))
        return publication or unnamed(config)

    @property
    def build(self) -> MkDocsBuild:
        """The build under way."""
        if self._build is None:
            raise PluginError("Sholu was not told that a build begins")
        return self._build

    @event_priority(0)
    def _look_through(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Look for missing translations; files of all languages are seen in the first pass already."""
        names = languages(config)
        if names and not is_inner_pass(config):
            folder = shown_path(Path(config.docs_dir), root_folder(config))
            pages = [file.src_uri for file in files.documentation_pages()]
            own = [
                file.src_uri
                for file in files
                if file.generated_by is None and file.src_dir == config.docs_dir
            ]
            self.build.review.problems.update(missing_translations(pages, names, folder))
            self.build.review.problems.update(unexpected_folders(own, names, folder))
            written = {path.partition("/")[2] for path in pages}
            self.build.review.problems.update(
                wrong_pages(self.build.describing.publication, written, self.config.review)
            )
        codes = tuple(f"{code}/" for code in names)
        self._shared = [
            file
            for file in files
            if file.generated_by is None and not file.src_uri.startswith(codes) and file.is_media_file()
        ]
        return files

    # static-i18n (-100) leaves a further language no files of folders that are of no language.
    @event_priority(-150)
    def _share(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let pages of every language show the pictures in `docs/assets/`, which stand in the site once."""
        if is_inner_pass(config):
            for file in self._shared:
                if file.src_uri not in files.src_uris:
                    files.append(file)
        return files

    on_files = CombinedEvent(_look_through, _share)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Learn the order in which a reader meets the pages."""
        self.build.review.put_in_order(page.file.src_uri for page in nav.pages)
        self.build.publishing.put_in_menu(language_of(config), nav.pages)
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Read a page; one that is no UTF-8 becomes a problem with a line instead of an end."""
        text = self.build.review.read_text(_path(page, config), page.file.content_bytes)
        self.build.line_counts[page.file.src_uri] = text.rstrip().count("\n")
        return text

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Write out the macros; what follows is Python-Markdown's, and our extension of it."""
        # MkDocs has taken the front matter off by now; authors count lines from the top of the file.
        lines_of_file = self.build.line_counts[page.file.src_uri]
        first_line = 1 + lines_of_file - markdown.rstrip().count("\n")
        self._extension.reading = self.build.review.open_page(
            _locale(page, config), _path(page, config), markdown, first_line
        )
        self._terms.glossary, self._terms.code = self.build.review.glossary, _locale(page, config)
        return self._extension.reading.source.text

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep what the page cites."""
        reading = self._extension.reading
        if reading is not None:
            self._extension.reading = None
            self.build.keep(_locale(page, config), page, reading, self._blocks.found, html)
            self.build.describing.write_twin(_locale(page, config), page, reading, files)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill in lists of works and terms, and pictures, now that all pages of this language are read."""
        self.build.fill_places(language_of(config))
        self.build.take_into_files(language_of(config))
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give static templates (404.html) the words of the interface."""
        base = str(context["base_url"]).rstrip("/")
        homes = {code: f"{base}{home}" for code, home in home_addresses(config).items()}
        code = language_of(config)
        home = homes.get(code, base).rstrip("/")
        self._hand_over(context, config, code, Addresses(homes, f"{home}/"))
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write the one 404.html in the pass of the first language; later ones would put theirs over it."""
        if template_name == "sitemap.xml":
            # static-i18n names the languages of each page there, but not the one for all other readers.
            own = f'hreflang="{default_language(config)}"'
            return re.sub(rf"(\s*<xhtml:link [^>]*){own}([^>]*>)", r'\g<0>\1hreflang="x-default"\2', output)
        return "" if template_name == "404.html" and is_inner_pass(config) else output

    # Before Material's search (0), which would take the page apart more slowly and mix the languages.
    @event_priority(50)
    def _make_findable(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        settings = page.meta.get("search") or {}
        if has_search(config) and not settings.get("exclude"):
            self.build.make_findable(_locale(page, config), page)
        page.meta["search"] = {**settings, "exclude": True}
        return context

    def _add_words(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        alternates: Mapping[str, File] = getattr(page.file, "alternates", {})
        homes = home_addresses(config)
        addresses = {
            code: get_relative_url(
                alternates[code].url if code in alternates else homes[code].lstrip("/"), page.url
            )
            for code in homes
        }
        code = _locale(page, config)
        home = get_relative_url(homes.get(code, "/").lstrip("/") or ".", page.url)
        absolute = {
            other: urljoin(config.site_url, version.url)
            for other, version in alternates.items()
            if config.site_url
        }
        files = self.build.publishing.links(code, page)
        where = Addresses(addresses, f"{home.rstrip('/')}/", absolute, files)
        self._hand_over(context, config, code, where)
        context["publication"] = self.build.describing.view(code, page)  # type: ignore[typeddict-unknown-key]
        # Material puts it into an attribute as it is: a quotation mark would end that, and a tag the head.
        if about := page.meta.get("description"):
            page.meta["description"] = escape(str(about))
        return context

    on_page_context = CombinedEvent(_make_findable, _add_words)

    def _hand_over(
        self, context: TemplateContext, config: MkDocsConfig, code: str, addresses: Addresses
    ) -> None:
        """Give a template its variable `sholu`."""
        known = Languages(languages(config), default_language(config))
        words = interface(code, known, addresses)
        context["sholu"] = words  # type: ignore[typeddict-unknown-key]
        _hide_alternates(config)

    # After static-i18n (-100), whose on_post_build runs the builds of the other languages.
    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After the last language: show all problems at once, put a good build in place of the site."""
        if self._build is not None and not is_inner_pass(config):
            finishing, self._build = self._build, None
            try:
                finishing.finish()
            except MissingLibraryError as error:
                raise PluginError(str(error)) from error
            self.finished = finishing

    def on_build_error(self, *, error: Exception) -> None:
        """Show what was found before the build broke; the last good site stays."""
        self._drop_build()

    def _drop_build(self) -> None:
        if self._build is not None:
            self._build.give_up()
            self._build = None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when a file of the review outside of its docs folder changes."""
        self._server = server
        self._watch(config)
        return server

    def _watch(self, config: MkDocsConfig) -> None:
        """Watch those files; asked at each build, since a new one may have come."""
        own = self.config
        for name in (own.bibliography, own.glossary, own.topics, own.events, own.review):
            file = root_folder(config) / name
            # A file that is not there yet cannot be watched, but the folder where an author will put it can.
            if self._server and file.is_file():
                self._server.watch(str(file))
            elif self._server and file.parent.is_dir():
                self._server.watch(str(file.parent), recursive=False)


def _apply_defaults(config: MkDocsConfig, own: tuple[Extension, ...]) -> None:
    """Set what mkdocs.yml leaves open; called once for each language, so it adds only what is absent."""
    for name, settings in defaults.EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**settings, **config.mdx_configs.get(name, {})}
    # MkDocs hands the list on to Python-Markdown, which takes names and extensions alike.
    extensions = cast("list[str | Extension]", config.markdown_extensions)
    extensions += [extension for extension in own if extension not in extensions]
    folder = str(defaults.THEME_FOLDER)
    if folder not in config.theme.dirs:
        # A folder of the review's own (custom_dir) goes before ours.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
    for name, (theirs, ours) in defaults.THEME.items():
        if config.theme.get(name) == theirs:
            config.theme[name] = ours
    for path in defaults.STYLESHEETS:
        if path not in config.extra_css:
            config.extra_css.insert(0, path)


def _hide_alternates(config: MkDocsConfig) -> None:
    """Keep static-i18n's links to other languages out of the head, but the switch in the header.

    They are relative and lead to home pages, which search engines read wrongly, and make Material's script
    ask for a sitemap beside each page. static-i18n sets them anew for every page.
    """
    if config.extra.get("alternate"):
        # True is no list to make links of, and still a reason to show the switch.
        config.extra.alternate = True  # type: ignore[attr-defined]


def _locale(page: Page, config: MkDocsConfig) -> str:
    """Return the language of a page."""
    return str(getattr(page.file, "locale", "") or language_of(config))


def _path(page: Page, config: MkDocsConfig) -> Path:
    return Path(config.docs_dir) / page.file.src_uri
