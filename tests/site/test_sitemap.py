"""Days in a sitemap, and the version of a page for readers of no language of the review."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from jinja2 import Template
from sholu.site.sitemap import fill_sitemap, undated

# As a review's own would be; static-i18n's and MkDocs' ask the same of a file.
TEMPLATE = Template(
    "{% for file in pages %}{{ file.url }} {{ file.page.update_date or 'no day' }}"
    "{% for code, other in file.alternates.items() %} {{ code }}={{ other.url }}{% endfor %};{% endfor %}"
    "{% for code, files in i18n_alternates.items() %}{{ code }}: {{ files | length }}{% endfor %}"
)


def file_of(url: str, day: str) -> SimpleNamespace:
    """Make what MkDocs tells a template of a page."""
    return SimpleNamespace(url=url, page=SimpleNamespace(update_date=day), alternates={})


def written(files: list[SimpleNamespace], languages: dict[str, list[SimpleNamespace]]) -> str:
    """Write the sitemap of a review in Kazakh and Russian."""
    locales = [SimpleNamespace(locale="ru", default=False), SimpleNamespace(locale="kk", default=True)]
    plugin = SimpleNamespace(config=SimpleNamespace(languages=locales, default_language="kk"))
    context: Any = {"pages": files, "i18n_alternates": languages}
    config: Any = SimpleNamespace(plugins={"i18n": plugin})
    fill_sitemap(context, config)
    return str(TEMPLATE.render(context))


def test_a_page_whose_last_change_nobody_knows_has_no_day() -> None:
    """MkDocs wants a day of each page, and gets one of which the template is not told."""
    unknown = undated("2024-05-07T01:02:03+00:00")
    assert unknown == "2024-05-07T00:00:00"
    files = [file_of("a/", "2024-05-06"), file_of("b/", unknown)]
    assert written(files, {}) == "a/ 2024-05-06;b/ no day;"
    assert files[1].page.update_date == unknown


def test_the_first_language_is_the_version_for_all_other_readers() -> None:
    """Right after it; where a page has no version in it, nobody is told of one."""
    kazakh, russian, alone = (file_of(url, "2024-05-06") for url in ("a/", "ru/a/", "ru/b/"))
    kazakh.alternates = russian.alternates = {"ru": russian, "kk": kazakh}
    alone.alternates = {"ru": alone}
    day = "2024-05-06"
    assert written([russian, alone], {"kk": [kazakh], "ru": [russian, alone]}) == (
        f"ru/a/ {day} ru=ru/a/ kk=a/ x-default=a/;ru/b/ {day} ru=ru/b/;kk: 1ru: 2"
    )
