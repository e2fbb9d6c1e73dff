"""What MkDocs would say of mkdocs.yml, without a build: options that there are not, values of no use.

Asked by `sholu check`. Plugins, the theme and extensions of Markdown are not loaded, which takes longer than
the check itself: of them the names are looked up, and the options of the two plugins that any review has.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from sholu.composing import line_of_setting
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.publication.report import ReportError, report_pattern
from sholu.regexes import regex
from sholu.review.shapes import each_language
from sholu.site.unbuilt import unbuilt_problems

_LOADED = frozenset({"plugins", "theme", "markdown_extensions", "hooks"})
# That there is no such folder is told where pages are looked for (S022).
_ELSEWHERE = frozenset({"docs_dir"})
# Their options are looked at.
_KNOWN_PLUGINS = ("i18n", "sholu")
# What MkDocs (config/config_options.py) says of a value, and the phrase that says it.
_REASONS = {
    r"Expected type: (?:<class '(?P<wanted>\w+)'>|\(.*?'(?P<one>\w+)'.*\)) but received: .*": "value_type",
    r"Expected nav to be a list, got .*": "value_list",
    r"Expected a list of items, but .*": "value_list",
    r"Expected a string, got .*": "value_text",
    r"Expected a multiline string, but .*": "value_text",
    r"The URL isn't valid, it should include the http:// \(scheme\)": "value_address",
    r"The path '(?P<found>.*)' isn't an existing (?:file|directory)\.": "value_path",
    r"Expected one of \[(?P<found>.*)\], got .*": "value_one_of",
    r"Required configuration not provided\.": "value_missing",
    r"Invalid value for locale: .*": "value_locale",
    r"report: \"(?P<found>.*)\" is no .*": "value_report",
}
_EXCLUDING = re.compile(rb"(?m)^(?:exclude_docs|draft_docs|INHERIT)[ \t]*:")
_WITHIN = regex(r"Sub-option '(?P<option>\w+)': ")
_PICTURES = ("logo", "favicon")
_ELSEWHERE_ADDRESS = regex(r"[A-Za-z][\w+.-]*:|//")
# Its own themes have no templates of Material.
_OF_MKDOCS = ("mkdocs", "readthedocs")
_TYPES = {"bool": "value_switch", "list": "value_list", "str": "value_text", "dict": "value_names"}


def settings_problems(settings: Path, shown: str) -> Iterator[Problem]:
    """Find what MkDocs could not use in a file that can be read and has Sholu.

    Args:
        settings: mkdocs.yml.
        shown: its path as the author knows it.
    """
    content = settings.read_bytes()
    config = _loaded(settings)
    if config is None:
        return

    def place(*names: str) -> Place:
        return Place(shown, line_of_setting(content, *names))

    known = [name for name, _ in config._schema]  # noqa: SLF001 -- MkDocs has no other way to ask
    given = config.user_configs[0] if config.user_configs else {}
    for name in given:
        if name not in known:
            yield problem("S025", place(str(name)), option=name, near=nearest(str(name), known))
    for name, reason in _faults(config):
        yield _wrong_value(place(name), name, reason)
    yield from _folders(config, settings.parent, place)
    yield from _theme(config, settings.parent, place)
    yield from _hooks(config, settings.parent, place)
    yield from _plugins(config, place)
    yield from unbuilt_problems(settings.parent, settings.parent / str(config["docs_dir"]), given)


def left_out_of_site(settings: Path) -> Callable[[str], bool]:
    """Return what tells whether MkDocs leaves a path in the docs folder out.

    Args:
        settings: mkdocs.yml.
    """
    if not (settings.is_file() and _EXCLUDING.search(settings.read_bytes())):
        return lambda _: False
    config = _loaded(settings)
    for _ in _faults(config, frozenset(config) - {"exclude_docs", "draft_docs"}) if config else ():
        # What cannot be used is told beside all others.
        return lambda _: False
    patterns = [one for one in (config.exclude_docs, config.draft_docs) if one] if config else []
    return lambda path: any(one.match_file(path) for one in patterns)


def _loaded(settings: Path) -> Any:  # noqa: ANN401 -- MkDocs'
    """Return what MkDocs reads of mkdocs.yml, None if it cannot."""
    # Imported here: of a file that cannot be read nobody asks.
    from mkdocs.config.defaults import MkDocsConfig  # noqa: PLC0415
    from mkdocs.exceptions import ConfigurationError  # noqa: PLC0415

    config = MkDocsConfig(config_file_path=str(settings))
    try:
        with settings.open("rb") as file:
            config.load_file(file)
    except ConfigurationError:
        return None
    return config


def _faults(config: Any, skipped: frozenset[str] = _LOADED | _ELSEWHERE) -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- MkDocs'
    """Yield what cannot be used of a configuration: the option, and what MkDocs says of it."""
    from mkdocs.config.base import ValidationError  # noqa: PLC0415

    for name, option in config._schema:  # noqa: SLF001 -- as above
        if name in skipped:
            continue
        level = logging.root.manager.disable
        logging.disable(logging.CRITICAL)
        try:
            option.pre_validation(config, name)
            config[name] = option.validate(config[name])
        except ValidationError as error:
            yield name, str(error)
        finally:
            logging.disable(level)


def _wrong_value(place: Place, option: str, reason: str) -> Problem:
    while inner := _WITHIN.match(reason):
        option, reason = f"{option}: {inner['option']}", reason[inner.end() :]
    for pattern, name in _REASONS.items():
        if found := re.fullmatch(pattern, reason, re.DOTALL):
            groups = {key: value for key, value in found.groupdict().items() if value}
            wanted = groups.get("wanted") or groups.get("one") or ""
            said = _TYPES.get(wanted, name) if name == "value_type" else name
            if said != "value_type":
                return problem(
                    "S026", place, option=option, reason=f"@@{said}", found=groups.get("found", "")
                )
    return problem("S026", place, option=option, reason=" ".join(reason.split()))


def _folders(config: Any, root: Path, place: Any) -> Iterator[Problem]:  # noqa: ANN401 -- as above
    """Find a site within the pages, or pages within the site, as MkDocs does (`SiteDir`)."""
    docs, site = (Path(os.path.normpath(root / str(config[name]))) for name in ("docs_dir", "site_dir"))
    if site.is_relative_to(docs) or docs.is_relative_to(site):
        reason = "@@value_site_in_docs" if site.is_relative_to(docs) else "@@value_docs_in_site"
        yield problem("S026", place("site_dir"), option="site_dir", reason=reason)


def _theme(config: Any, root: Path, place: Any) -> Iterator[Problem]:  # noqa: ANN401 -- as above
    from mkdocs.config.base import ValidationError  # noqa: PLC0415
    from mkdocs.localization import parse_locale  # noqa: PLC0415

    theme = config["theme"]
    named = theme if isinstance(theme, Mapping) else {"name": theme}
    name = named.get("name", "mkdocs")
    themes = sorted(_installed("mkdocs.themes"))
    if isinstance(name, str) and name not in themes:
        yield problem("S027", place("theme", "name"), kind="@@a_theme", name=name, near=nearest(name, themes))
    if name in _OF_MKDOCS:
        yield problem("S028", place("theme"), name=name)
    for option in _PICTURES:
        file = named.get(option)
        folders = (config["docs_dir"], named.get("custom_dir") or ".")
        is_file = isinstance(file, str) and not _ELSEWHERE_ADDRESS.match(file)
        if is_file and not any((root / str(one) / str(file)).is_file() for one in folders):
            yield problem("L003", place("theme", option), path=file, near="")
    try:
        parse_locale(str(named.get("locale") or "en"))
    except ValidationError as error:
        yield _wrong_value(place("theme", "locale"), "locale", str(error))
    folder = named.get("custom_dir")
    if isinstance(folder, str) and not (root / folder).is_dir():
        yield problem(
            "S026", place("theme", "custom_dir"), option="custom_dir", reason="@@value_path", found=folder
        )


def _hooks(config: Any, root: Path, place: Any) -> Iterator[Problem]:  # noqa: ANN401 -- as above
    for hook in config["hooks"] if isinstance(config["hooks"], list) else ():
        if isinstance(hook, str) and not (root / hook).is_file():
            yield problem("S026", place("hooks"), option="hooks", reason="@@value_path", found=hook)


def _plugins(config: Any, place: Any) -> Iterator[Problem]:  # noqa: ANN401 -- as above
    from sholu.site.options import SholuConfig  # noqa: PLC0415 -- as MkDocs' own

    given = config["plugins"]
    items = given.items() if isinstance(given, Mapping) else _pairs(given)
    found = _installed("mkdocs.plugins")
    # MkDocs and Material call by a short name what the theme brings.
    short = {name.partition("/")[2] or name for name in found}
    seen: set[str] = set()
    for name, options in items:
        if name in seen and name in found and not found[name].load().supports_multiple_instances:
            yield problem("S030", place("plugins", name), name=name)
        seen.add(name)
        if name not in found and name not in short:
            near = nearest(name, sorted(short))
            yield problem("S027", place("plugins", name), kind="@@a_plugin", name=name, near=near)
        elif isinstance(options, Mapping) and (name in _KNOWN_PLUGINS or (options and name in found)):
            if name == "i18n":
                yield from _languages(options, place)
            # Sholu's own plugin brings the whole room of the site.
            config = SholuConfig() if name == "sholu" else found[name].load().config_class()
            yield from _options(config, name, options, place)


def _languages(options: Mapping[str, object], place: Any) -> Iterator[Problem]:  # noqa: ANN401 -- as above
    """Find what i18n and Sholu need of languages beside what each option is."""
    built = [one for one in each_language(options) if one.get("build", True)]
    if built and not any(one.get("default") for one in built):
        named = place("plugins", "i18n", "languages")
        yield problem("S026", named, option="languages", reason="@@value_no_default")
    if sum(bool(one.get("default")) for one in built) > 1:
        named = place("plugins", "i18n", "languages")
        yield problem("S026", named, option="languages", reason="@@value_two_defaults")
    # What i18n does of its own accord.
    structure = options.get("docs_structure", "suffix")
    if structure == "suffix":
        yield problem("S029", place("plugins", "i18n", "docs_structure"), found=structure)


@cache
def _installed(group: str) -> dict[str, EntryPoint]:
    """Return what packages bring, by its name; to read what each of them says takes a tenth of a second."""
    return {one.name: one for one in _brought().select(group=group)}


@cache
def _brought() -> Any:  # noqa: ANN401 -- of another type in each Python
    return entry_points()


def _pairs(given: object) -> Iterator[tuple[str, object]]:
    for item in given if isinstance(given, list) else ():
        if isinstance(item, Mapping):
            yield from ((str(name), options) for name, options in item.items())
        elif isinstance(item, str):
            yield item, {}


def _options(config: Any, name: str, options: Mapping[str, object], place: Any) -> Iterator[Problem]:  # noqa: ANN401
    config.load_dict(dict(options))
    known = [option for option, _ in config._schema]  # noqa: SLF001 -- as above
    # Those of Sholu that there are not are told where it is read (S023).
    for option in options if name != "sholu" else ():
        if option not in known:
            near = nearest(str(option), known)
            yield problem("S025", place("plugins", name, str(option)), option=option, near=near)
    for option, reason in _faults(config, frozenset()):
        yield _wrong_value(place("plugins", name, option), option, reason)
    if name == "sholu" and isinstance(asked := options.get("report"), str):
        try:
            report_pattern(asked, "", "")
        except ReportError as error:
            yield _wrong_value(place("plugins", name, "report"), "report", str(error))
