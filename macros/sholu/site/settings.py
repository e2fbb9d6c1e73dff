"""What MkDocs and static-i18n are told about a review: its languages, their homes, its search."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs_static_i18n.plugin import I18n


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


def site_names(config: MkDocsConfig) -> Mapping[str, str]:
    """Return what the review is called in each language; asked before static-i18n sets its own."""
    return _by_language(config, "site_name")


def site_descriptions(config: MkDocsConfig) -> Mapping[str, str]:
    """Return what the review is about in each language; asked before static-i18n sets its own."""
    return _by_language(config, "site_description")


def _by_language(config: MkDocsConfig, name: str) -> Mapping[str, str]:
    translator = _translator(config)
    general = str(config[name] or "")
    if translator is None:
        return {language_of(config): general}
    return {str(one.locale): str(one[name] or general) for one in translator.config.languages if one.build}


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


def address_of_site(named: str | None) -> str:
    """Return the address of the site: that of the environment (`SITE_URL`), where a workflow knows it.

    Args:
        named: that of mkdocs.yml, which need not say `!ENV` for it.
    """
    address = os.environ.get("SITE_URL", "").strip()
    return f"{address.rstrip('/')}/" if address else named or ""


def root_folder(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml, from the root of the disk as MkDocs has that of the pages."""
    return Path(config.config_file_path).absolute().parent
