"""The front door of the engine: a review made from texts, with its pages and all that is wrong in them.

    review = Review.from_texts({"docs/index.md": "Water [@hiro2009].", "references.bib": "@book{…}"})

The plugin hands in what MkDocs has read, the command `sholu check` a folder, tests and other generators of
sites a mapping of texts. Nothing here knows MkDocs, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path

from sholu.conversion import MissingExtensionError, PageExtension, converted, words_of_others
from sholu.decoding import decoded
from sholu.front_matter import source_named, taken_apart
from sholu.languages import language
from sholu.problems import Place, Problem
from sholu.problems.judging import judged, wrong_levels
from sholu.problems.telling import problem
from sholu.publication.fonts import Font
from sholu.publication.works import Publication, wrong_pages
from sholu.review import vain
from sholu.review.bibtex_files import read_publication
from sholu.review.build import ReviewBuild
from sholu.review.closing import ClosedPage, close_page, first_heading
from sholu.review.consequences import Causes, Fold, no_causes, pages_with_consequences, told_by_cause
from sholu.review.exhibition import Exhibition
from sholu.review.filled import FilledPages, Page
from sholu.review.fonts import named_fonts
from sholu.review.incomplete import instead_of_pages, may_wait, waiting_pages
from sholu.review.landing import missing_section
from sholu.review.links import Links, ids_in
from sholu.review.locating import located
from sholu.review.menu import in_order, missing_in_menu
from sholu.review.moved import at_one_address, wrong_redirects
from sholu.review.own_languages import unknown_styles, use_languages
from sholu.review.pages import missing_at_once, missing_translations, unexpected_folders
from sholu.review.paths import addresses, shown_path
from sholu.review.places import PLACES
from sholu.review.remembered import FORGETFUL, Memory
from sholu.review.settings import SETTINGS_FILE, Settings, UnreadableReviewError, file_remarks, settings_in
from sholu.review.strays import is_stray, stray_problems
from sholu.review.versions import version_problems
from sholu.texts import Texts
from sholu.values import State, seldom_collected


class Review(State):
    """A review: what mkdocs.yml says of it, what its data files hold, its pages.

    `gathered` is what all rooms have found in it, `pictures` what is drawn from it.
    """

    folder: Traversable
    settings: Settings
    gathered: ReviewBuild
    pictures: Exhibition
    publication: Publication | None
    links: Links
    _read: FilledPages
    fonts: tuple[Font, ...] = ()
    # Finds on some pages what else may be a cause; `sholu check` has found it anyhow.
    causes: Causes[Review] = no_causes

    @classmethod
    def begin(
        cls, folder: Traversable, settings: Settings, *, is_whole: bool = False, memory: Memory = FORGETFUL
    ) -> Review:
        """Read the data files of a review; its pages are read one by one.

        Args:
            folder: that of mkdocs.yml.
            settings: what mkdocs.yml says.
            is_whole: whether no generator of sites makes addresses of what its links and pictures name.
            memory: what was read of its bibliography before.
        """
        codes = settings.codes
        faults = (*use_languages(folder, codes), *unknown_styles(codes, settings.choices))
        choices, unknown = vain.known_systems(settings.choices)
        bibliography, glossary = (folder / name for name in (settings.bibliography, settings.glossary))
        gathered = ReviewBuild.begin(folder, bibliography, choices, glossary, codes, memory=memory)
        gathered.works.latin_list = settings.latin_list
        gathered.numbering = settings.numbering
        gathered.default, gathered.incomplete = settings.default, settings.incomplete
        gathered.problems.update(faults, unknown, settings.faults, vain.foreign_choices(settings))
        gathered.read_topics(folder / settings.topics, codes)
        pictures = Exhibition.prepare(gathered, folder / settings.events, codes)
        publication = None
        if (file := folder / settings.review).is_file():
            publication, problems = memory.of(read_publication, file, shown_path(file, folder))
            gathered.problems.update(problems)
        gathered.problems.update(vain.missing_files(folder, settings))
        gathered.problems.update(vain.files_for_folders(folder, settings))
        gathered.problems.update(wrong_levels(settings.levels, Place(SETTINGS_FILE, settings.levels_line)))
        fonts, unusable = named_fonts(folder, settings.fonts, Place(SETTINGS_FILE, settings.fonts_line))
        gathered.problems.update(unusable)
        gathered.remarks += file_remarks(folder, settings)
        gathered.place_sources |= {name: tuple(place.sources(pictures)) for name, place in PLACES.items()}
        pages = FilledPages(pictures, settings, folder if isinstance(folder, Path) else None)
        links = Links(settings.below, settings.default, instead_of_pages(settings), is_last=is_whole)
        return cls(folder, settings, gathered, pictures, publication, links, pages, fonts=fonts)

    @classmethod
    def from_texts(cls, texts: Mapping[str, str | bytes], settings: Settings | None = None) -> Review:
        """Read a whole review.

        Args:
            texts: its files by their paths from the folder of mkdocs.yml; pictures may be empty.
            settings: what mkdocs.yml would say; by default what the one among the texts says, and without
                one that of a review in one language.

        Raises:
            UnreadableReviewError: mkdocs.yml cannot be read, or has no Sholu.
        """
        return cls.from_folder(Texts(texts), texts, settings)

    @classmethod
    def from_folder(
        cls, folder: Traversable, names: Iterable[str], settings: Settings | None = None
    ) -> Review:
        """Read a whole review, as `from_texts` does.

        Args:
            folder: that of mkdocs.yml.
            names: the paths of its files from there; others than those in the docs folder are passed over.
            settings: as above.
        """
        if settings is None:
            settings = settings_in(folder)
        inner = f"{settings.docs}/"
        with seldom_collected():
            review = cls.begin(folder, settings, is_whole=True)
            review.read_pages(sorted(name.removeprefix(inner) for name in names if name.startswith(inner)))
            review.compare()
            review.gathered.problems.update(review.between_versions())
        return review

    @classmethod
    def in_folder(cls, root: Path) -> Review:
        """Read a whole review from the folder of its mkdocs.yml.

        Raises:
            UnreadableReviewError: as `from_texts`.
        """
        settings = settings_in(root)
        docs = (root / settings.docs).rglob("*")
        files = (one.relative_to(root).as_posix() for one in docs if one.is_file())
        return cls.from_folder(root, files, settings)

    @property
    def pages(self) -> dict[str, Page]:
        """Its pages by their paths in the docs folder: "kk/index.md"."""
        return self._read.every

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield what pages offer for download: paths from the root of the site, and texts (UTF-8)."""
        return self._read.files()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong in it, in the order of files and lines, as the review judges it."""
        return self.told(self.gathered.problems)

    def told(self, found: Collection[Problem]) -> tuple[Problem, ...]:
        """Return what is to be told of all that was found: each mistake once, as the review judges it."""
        more = self.causes(self, pages_with_consequences(found)) - set(found)
        versions = self.gathered.pages.versions()
        fold = partial(told_by_cause, folder=self.folder, versions=versions, unless_followed=more)
        return located(self.judged((*found, *more), fold), self.folder)

    def judged(self, problems: Iterable[Problem], fold: Fold = tuple) -> tuple[Problem, ...]:
        """Return problems as the review judges them: at its levels, without those that it silences."""
        found = judged(problems, self.settings.levels, self.gathered.remarks, fold)
        return vain.by_cause(found, self.gathered.library, self.gathered.shown_bibliography)

    def learn(self, urls: Mapping[str, str], files: Iterable[str]) -> None:
        """Learn which files the docs folder has, before a page is read.

        Args:
            urls: the address of each page in all languages, from the root of the site.
            files: the paths of all its files.
        """
        every = tuple(files)
        own = tuple(one for one in every if not is_stray(one))
        self.links.learn(urls, own)
        docs = self.settings.docs
        self.gathered.problems.update(stray_problems(every, docs))
        if names := self.settings.languages:
            self.gathered.problems.update(missing_translations(urls, names, docs))
            self.gathered.problems.update(unexpected_folders(own, names, docs))
        self.gathered.problems.update((*wrong_redirects(self.settings, urls), *at_one_address(urls, docs)))
        if self.publication:
            written = {page.partition("/")[2] if self.settings.languages else page for page in urls}
            file = self.settings.review
            self.gathered.problems.update(wrong_pages(self.publication, written, file))

    def read_pages(self, files: Sequence[str]) -> None:
        """Read all pages among the files of the docs folder."""
        codes = self.settings.languages
        pages = [one for one in files if one.endswith(".md") and not is_stray(one)]
        pages = [one for one in pages if not codes or one.partition("/")[0] in codes]
        self.gathered.problems.update(missing_in_menu(self.settings, pages))
        urls = addresses(pages, codes, self.settings.default)
        self.learn(urls, files)
        texts = {name: self._text(name) for name in in_order(self.settings, pages)}
        self.gathered.pages.put_in_order(texts)
        # What is translated is numbered before what it is translated into.
        for code in sorted(self.settings.codes, key=self.settings.default.__ne__):
            if self.gathered.listings.needs_all_pages(code):
                own = (text for name, text in texts.items() if self._code(name) == code)
                self.gathered.number(code, (taken_apart(text)[1] for text in own))
            self._number_labels(
                code, {name: text for name, text in texts.items() if self._code(name) == code}
            )
        for name, text in texts.items():
            self._read_page(name, text, urls[name])

    def _code(self, name: str) -> str:
        return name.partition("/")[0] if self.settings.languages else self.settings.language

    def _text(self, name: str) -> str:
        path = self.folder / self.settings.docs / name
        return self.gathered.read_text(path, path.read_bytes())

    def _number_labels(self, code: str, texts: Mapping[str, str]) -> None:
        """Number what is numbered in a language; `texts` are its files by their paths, in their order."""
        docs = self.folder / self.settings.docs
        self.gathered.number_labels(
            code, {shown_path(docs / name, self.folder): text for name, text in texts.items()}
        )

    def _read_page(self, name: str, text: str, url: str) -> None:
        gathered, code = self.gathered, self._code(name)
        path = self.folder / self.settings.docs / name
        meta, markdown = taken_apart(text)
        first_line = 1 + text.rstrip().count("\n") - markdown.rstrip().count("\n")
        gathered.read_front_matter(path, meta, text)
        reading = gathered.open_page(code, path, markdown, first_line)
        follow = partial(self.links.follow, name, url, reading.source)
        rules = PageExtension(
            reading,
            gathered.glossary,
            language(code).interface["block_link"],
            follow,
            gathered.labels_of(code).of_page(),
        )
        try:
            html = self._converted(reading.source.text, rules, code)
        except RecursionError:
            place = Place(reading.source.path, first_line)
            gathered.problems.add(problem("X001", place))
            return
        title = str(meta.get("title") or "") or first_heading(rules) or name
        closed = ClosedPage(code, name, title, source_named(meta, text))
        ids = close_page(self.pictures, closed, rules)
        self.links.has(name, ids | ids_in(rules.tree()))
        cited, places = tuple(reading.citations.cited), tuple(reading.places)
        fill = partial(self._read.filled, name)
        self.pages[name] = Page(code, title, url, cited, reading.source, places, html, fill)

    def _converted(self, text: str, rules: PageExtension, code: str) -> str:
        """Return the HTML of a page.

        Raises:
            UnreadableReviewError: mkdocs.yml names an extension that is not there.
        """
        given = dict(self.settings.extension_settings)
        for name, words in words_of_others(language(code)).items():
            given[name] = {**given.get(name, {}), **words}
        try:
            return converted(text, rules, self.settings.extensions, given)
        except MissingExtensionError as error:
            raise vain.no_extension(self.folder, self.settings, str(error)) from error

    def between_versions(self) -> frozenset[Problem]:
        """Compare the languages of each page."""
        if not self.settings.languages:
            return frozenset()
        return frozenset(version_problems(self.gathered, self.settings.default))

    def compare(self) -> None:
        """Look for what else can be seen only when all pages are read."""
        found = self.gathered.problems
        found -= (missing := {one for one in found if one.code == "T001"})
        waiting = {one for one in missing if may_wait(one, self.settings)}
        found.update(missing_at_once(missing - waiting))
        self.pictures.check_paragraphs()
        self.gathered.check_labels()
        found.update(self.links.dead())
        file = self.folder / SETTINGS_FILE
        text = decoded(file.read_bytes(), "")[0] if file.is_file() else ""
        pages = {code: self.gathered.pages.of(code) for code in self.settings.codes}
        found.update(waiting_pages(sorted(waiting), self.settings, pages))
        found.update(missing_section(pages, self.settings.highlights, text, self.settings.incomplete))


__all__ = ["Page", "Review", "UnreadableReviewError"]
