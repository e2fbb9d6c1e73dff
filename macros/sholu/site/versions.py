"""Where the versions of a page in the languages of the review are, as MkDocs and static-i18n know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.utils import get_relative_url

from sholu.publication.interface import Addresses, FileLink
from sholu.review.pages import left_out
from sholu.site.settings import home_addresses, language_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page


def locale_of(page: Page, config: MkDocsConfig) -> str:
    """Return the language of a page."""
    return str(getattr(page.file, "locale", "") or language_of(config))


def alternates(page: Page) -> Mapping[str, File]:
    """Return the versions of a page that there are, by language, itself among them.

    What its `languages` leave out is another page of the same name.
    """
    found: Mapping[str, File] = getattr(page.file, "alternates", {})
    if not page.meta.get("languages"):
        return found
    absent, _ = left_out(page.meta["languages"], f"/{getattr(page.file, 'locale', '')}/", tuple(found))
    return {code: file for code, file in found.items() if f"/{code}/" not in absent}


def page_addresses(
    page: Page, config: MkDocsConfig, files_of: Callable[[str], tuple[FileLink, ...]]
) -> Addresses:
    """Return where the versions of a page are; a language without one is reached at its home.

    Args:
        page: the page.
        config: mkdocs.yml.
        files_of: returns the files of the review in a language.
    """
    versions, homes = alternates(page), home_addresses(config)
    relative = {
        code: get_relative_url(versions[code].url if code in versions else homes[code].lstrip("/"), page.url)
        for code in homes
    }
    own = locale_of(page, config)
    there = {
        code: f"{get_relative_url(home.lstrip('/') or '.', page.url).rstrip('/')}/"
        for code, home in ({own: "/"} | dict(homes)).items()
    }
    site = config.site_url
    absolute = {code: urljoin(site, version.url) for code, version in versions.items()} if site else {}
    others = {code: files_of(code) for code in homes if code != own}
    missing = frozenset(code for code in homes if code not in versions)
    return Addresses(relative, there[own], absolute, files_of(own), others, missing, there)


def template_addresses(base_url: str, config: MkDocsConfig) -> Addresses:
    """Return where the homes of the languages are from a template that is no page (404.html)."""
    base = base_url.rstrip("/")
    homes = {code: f"{base}{home}" for code, home in home_addresses(config).items()}
    home = homes.get(language_of(config), base).rstrip("/")
    return Addresses(homes, f"{home}/", homes={code: f"{one.rstrip('/')}/" for code, one in homes.items()})


def hide_alternates(config: MkDocsConfig) -> None:
    """Keep static-i18n's links to other languages out of the head, but the switch in the header.

    They are relative and lead to home pages, which search engines read wrongly, and make Material's script
    ask for a sitemap beside each page. static-i18n sets them anew for every page.
    """
    if config.extra.get("alternate"):
        # True is no list to make links of, and still a reason to show the switch.
        config.extra.alternate = True  # type: ignore[attr-defined]
