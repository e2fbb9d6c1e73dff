"""The beginning of a build: what mkdocs.yml says is checked, and the files that it names are read."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from sholu.composing import line_of_setting
from sholu.decoding import decoded
from sholu.languages import cldr
from sholu.problems import Place, Problem
from sholu.problems.telling import author_language, in_language, problem
from sholu.publication.files import asked_for
from sholu.publication.report import ReportError, report_pattern
from sholu.review import own_languages
from sholu.review.choices import read_choices, read_list_choice
from sholu.review.consequences import Causes, no_causes
from sholu.review.front import Review
from sholu.review.locales import wrong_locales
from sholu.review.numbering import read_numbering
from sholu.review.paths import shown_path
from sholu.review.policy import read_policy
from sholu.review.remembered import Memory
from sholu.review.settings import FILES, Settings, levels_of
from sholu.review.strays import outward_files, outward_links
from sholu.review.svg_pictures import endless_pictures
from sholu.site.beside import fit_macros, take_redirects
from sholu.site.build import MkDocsBuild, ShownErrors
from sholu.site.faces import link_faces
from sholu.site.landing import Landings
from sholu.site.options import SholuConfig
from sholu.site.recalling import Recalling
from sholu.site.settings import default_language, language_of, languages, root_folder
from sholu.site.templates import folder_of_user
from sholu.site.told import told_of_review
from sholu.values import replace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# A theme that builds on Material has it, and so has ours of it.
_OF_MATERIAL = Path("partials", "header.html")


def begin(
    config: MkDocsConfig,
    options: SholuConfig,
    kinds: tuple[str, ...] | None,
    causes: Causes[Review] = no_causes,
    *,
    shown: ShownErrors,
) -> MkDocsBuild:
    """Begin the build of a review.

    Args:
        config: its mkdocs.yml.
        options: those of the plugin in it.
        kinds: the kinds of files that are wanted, None if mkdocs.yml and the environment say it.
        causes: finds what is typed on pages so that other problems follow from it.
        shown: with which errors a site is shown all the same.

    Raises:
        PublishingError: the folder of the site cannot be written.
        PluginError: a kind of file is not known.
    """
    memory = Memory(folder_of_user())
    known = memory.remind()
    fit_macros(config)
    root = root_folder(config)
    _check_theme(config, root)
    _check_structure(config, root)
    _check_codes(config, root)
    settings = _settings(config, options)
    _check_links(config, root, settings)
    review = Review.begin(root, settings, memory=memory)
    review.causes = causes
    files = _asked_for(options) if kinds is None else kinds
    landings = Landings(config, review.pictures, options.highlights, is_wanted=options.landing)
    try:
        asked = cast("str | bool", options.report)
        contact = review.publication.contact if review.publication else ""
        reports = report_pattern(asked, config.repo_url or "", contact)
    except ReportError as error:
        raise PluginError(str(error)) from error
    # Last, since it takes the folder of the site for itself until it ends.
    build = MkDocsBuild(config, review, landings, files, shown=shown)
    build.openings = replace(build.openings, reports=reports)
    if not build.publishing.is_asked_for:
        # Files are made of the trees of all pages.
        told = told_of_review(config, options, data_files(config, options))
        build.reading.recalling = Recalling(review, memory, told)
    build.keep_answers = partial(memory.keep_answers, known)
    build.redirects = settings.redirects
    build.policy = settings.policy
    link_faces(config, review.fonts)
    # The pages ask for less of it, most of them for nothing.
    cldr.let_go()
    return build


def data_files(config: MkDocsConfig, options: SholuConfig) -> tuple[Path, ...]:
    """Return the files outside of the docs folder that a review is read from; they need not be there."""
    names = (
        options.bibliography, options.glossary, options.topics, options.events, options.review, *options.fonts
    )  # fmt: skip
    root = root_folder(config)
    return (*(root / name for name in names), *map(Path, map(str, own_languages.files(root))))


def _check_theme(config: MkDocsConfig, root: Path) -> None:
    """Refuse a theme that has none of Material's templates, from which ours are made."""
    name = config.theme.name
    if name is None or any((Path(folder) / _OF_MATERIAL).is_file() for folder in config.theme.dirs):
        return
    raise _refused(problem("S028", _place(config, root, "theme"), name=name))


def _check_structure(config: MkDocsConfig, root: Path) -> None:
    """Refuse languages whose pages stand in no folders of theirs."""
    translator = config.plugins.get("i18n")
    structure = str(getattr(translator.config, "docs_structure", "folder")) if translator else "folder"
    if structure != "folder":
        place = _place(config, root, "plugins", "i18n", "docs_structure")
        raise _refused(problem("S029", place, found=structure))


def _check_codes(config: MkDocsConfig, root: Path) -> None:
    """Refuse languages whose codes are none: nothing of them could be told."""
    path = Path(config.config_file_path or "mkdocs.yml")
    text = decoded(path.read_bytes(), "")[0] if path.is_file() else ""
    if wrong := tuple(wrong_locales(languages(config), text, shown_path(path, root))):
        raise _refused(*wrong)


def _place(config: MkDocsConfig, root: Path, *names: str) -> Place:
    path = Path(config.config_file_path or "mkdocs.yml")
    content = path.read_bytes() if path.is_file() else b""
    return Place(shown_path(path, root), line_of_setting(content, *names))


def _refused(*found: Problem) -> PluginError:
    language = author_language()
    return PluginError("\n".join(str(in_language(one, language)) for one in sorted(found)))


def _check_links(config: MkDocsConfig, root: Path, settings: Settings) -> None:
    """Refuse a docs folder that MkDocs could walk through without an end, and files that lead elsewhere."""
    docs = Path(config.docs_dir)
    folder = shown_path(docs, root)
    found = {*outward_links(docs, root, folder), *outward_files(root, settings.data)}
    if not found:
        found.update(endless_pictures(docs, folder))
    if found:
        raise _refused(*found)


def _settings(config: MkDocsConfig, options: SholuConfig) -> Settings:
    """Return what MkDocs has read of mkdocs.yml as the review knows it."""
    root = root_folder(config)
    path = Path(config.config_file_path or "mkdocs.yml")

    def line_of(*names: str) -> int:
        content = path.read_bytes() if path.is_file() else b""
        return line_of_setting(content, "plugins", "sholu", *names)

    def place(*names: str) -> Place:
        return Place(shown_path(path, root), line_of(*filter(None, names)))

    policy, untold = read_policy(options.policy, lambda name: place("policy", name))
    choices, faults = read_choices(options.citations, options.romanization, partial(place, "citations"))
    latin_list, unfit = read_list_choice(options.latin_list, lambda name: place("latin_list", name))
    numbering, odd = read_numbering(options.numbering, lambda name: place("numbering", name))
    return Settings(
        languages=languages(config),
        language=language_of(config),
        default=default_language(config),
        docs=shown_path(Path(config.docs_dir), root),
        asked_for=frozenset(name for name in FILES if options[name] != getattr(type(options), name).default),
        choices=choices,
        latin_list=latin_list,
        policy=policy,
        numbering=numbering,
        faults=(*faults, *unfit, *untold, *odd),
        highlights=options.highlights.strip(),
        levels=levels_of(options.problems),
        levels_line=line_of("problems") if options.problems else 1,
        below=urlsplit(config.site_url or "").path.strip("/"),
        incomplete=tuple(options.incomplete),
        incomplete_line=line_of("incomplete") if options.incomplete else 1,
        fonts=tuple(options.fonts),
        fonts_line=line_of("fonts") if options.fonts else 1,
        redirects={**take_redirects(config), **options.redirects},
        redirects_line=line_of("redirects") if options.redirects else 1,
        **{name: options[name] for name in FILES},
    )


def _asked_for(options: SholuConfig) -> tuple[str, ...]:
    try:
        return asked_for(os.environ.get("SHOLU_FILES", ",".join(options.files)))
    except ValueError as error:
        raise PluginError(f"SHOLU_FILES: {error}") from error
