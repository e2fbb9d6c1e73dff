"""The beginning of a build: what mkdocs.yml says is checked, and the files that it names are read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.exceptions import PluginError

from sholu import languages
from sholu.citations.styles import STYLES
from sholu.data_files import line_of_setting
from sholu.problems import Place, Problem
from sholu.publication.files import asked_for
from sholu.publication.reading import read_publication
from sholu.publication.works import Publication
from sholu.review import ReviewBuild, own_languages, shown_path
from sholu.review.choices import CitationChoice, read_choices
from sholu.review.exhibition import Exhibition
from sholu.site import settings
from sholu.site.build import MkDocsBuild, ShownErrors
from sholu.site.landing import Landings
from sholu.site.options import SholuConfig
from sholu.site.records import unnamed
from sholu.site.report import ReportError, report_pattern
from sholu.site.settings import language_of, root_folder
from sholu.site.strays import outward_links
from sholu.values import replace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def begin(
    config: MkDocsConfig, options: SholuConfig, kinds: tuple[str, ...] | None, *, shown: ShownErrors
) -> MkDocsBuild:
    """Begin the build of a review.

    Args:
        config: its mkdocs.yml.
        options: those of the plugin in it.
        kinds: the kinds of files that are wanted, None if mkdocs.yml and the environment say it.
        shown: with which errors a site is shown all the same.

    Raises:
        PublishingError: the folder of the site cannot be written.
        PluginError: a system of romanization or a kind of file is not known.
    """
    own = tuple(settings.languages(config)) or (language_of(config),)
    root = root_folder(config)
    choices, wrong = _choices(config, options, root)
    faults = tuple(_use_languages(config, options, own, choices))
    _check_links(config, root)
    review = ReviewBuild.begin(root, root / options.bibliography, choices, root / options.glossary, own)
    review.problems.update((*faults, *wrong))
    review.read_topics(root / options.topics, own)
    pictures = Exhibition.prepare(review, root / options.events, own)
    publication = _read_publication(config, options, review)
    review.problems.update(_missing_files(options, root))
    files = _asked_for(options) if kinds is None else kinds
    landings = Landings(config, pictures, options.highlights, is_wanted=options.landing)
    try:
        asked = cast("str | bool", options.report)
        reports = report_pattern(asked, config.repo_url or "", publication.contact)
    except ReportError as error:
        raise PluginError(str(error)) from error
    # Last, since it takes the folder of the site for itself until it ends.
    build = MkDocsBuild(config, landings, publication, files, shown=shown)
    build.openings = replace(build.openings, reports=reports)
    build.redirects = options.redirects
    return build


def data_files(config: MkDocsConfig, options: SholuConfig) -> tuple[Path, ...]:
    """Return the files outside of the docs folder that a review is read from; they need not be there."""
    names = (options.bibliography, options.glossary, options.topics, options.events, options.review)
    root = root_folder(config)
    return (*(root / name for name in names), *own_languages.paths(root))


def _use_languages(
    config: MkDocsConfig, options: SholuConfig, own: tuple[str, ...], choices: Mapping[str, CitationChoice]
) -> Iterator[Problem]:
    """Take the languages of the review for those in use; report what is wrong with its own files of them.

    Raises:
        PluginError: a system of romanization is not known.
    """
    yield from own_languages.use_languages(root_folder(config), own)
    for code in own:
        style = languages.language(code).style
        if style not in STYLES and not (code in choices and choices[code].style):
            what = f'there is no style "{style}", which the language "{code}" is to cite by'
            yield Problem(
                Place(f"{languages.OWN_FOLDER}/{code}.toml"), "W007", what, f"known are {', '.join(STYLES)}"
            )
    for code, system in options.romanization.items():
        if fault := languages.unknown_system(code, system):
            raise PluginError(f"romanization: {fault}. Correct mkdocs.yml")


def _check_links(config: MkDocsConfig, root: Path) -> None:
    """Refuse a docs folder that MkDocs could walk through without an end, or that leads out of the review."""
    docs = Path(config.docs_dir)
    if found := sorted(outward_links(docs, root, shown_path(docs, root))):
        raise PluginError("\n".join(map(str, found)))


def _choices(
    config: MkDocsConfig, options: SholuConfig, root: Path
) -> tuple[dict[str, CitationChoice], tuple[Problem, ...]]:
    """Read how each language cites; what is wrong in it stands on its line of mkdocs.yml."""
    path = Path(config.config_file_path or "mkdocs.yml")

    def place(code: str, name: str) -> Place:
        content = path.read_bytes() if path.is_file() else b""
        line = line_of_setting(content, "plugins", "sholu", "citations", code, *((name,) if name else ()))
        return Place(shown_path(path, root), line)

    return read_choices(options.citations, options.romanization, place)


def _read_publication(config: MkDocsConfig, options: SholuConfig, review: ReviewBuild) -> Publication:
    """Read what the review says of itself, which it need not do."""
    path = review.root / options.review
    publication = None
    if path.is_file():
        publication, problems = read_publication(path, shown_path(path, review.root))
        review.problems.update(problems)
    return publication or unnamed(config)


def _missing_files(options: SholuConfig, root: Path) -> Iterator[Problem]:
    """Report files that mkdocs.yml names and that are not there; those that nobody named may be missing."""
    for name in ("glossary", "topics", "events", "review"):
        path = root / options[name]
        if options[name] != getattr(type(options), name).default and not path.is_file():
            mend = f"make the file, or correct the option {name} in mkdocs.yml"
            yield Problem(Place(shown_path(path, root)), "F002", "there is no such file", mend)


def _asked_for(options: SholuConfig) -> tuple[str, ...]:
    try:
        return asked_for(os.environ.get("SHOLU_FILES", ",".join(options.files)))
    except ValueError as error:
        raise PluginError(f"SHOLU_FILES: {error}") from error
