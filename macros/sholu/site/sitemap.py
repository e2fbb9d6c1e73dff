"""What the template of sitemap.xml is told of pages: days that somebody knows, a version for other readers.

The template is static-i18n's, MkDocs' or the review's own; each writes what it is handed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

from sholu.site.settings import default_language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.utils.templates import TemplateContext

_NO_DAY = "T00:00:00"


def undated(day: str) -> str:
    """Mark the day of the build as none of a page: MkDocs reads it as a time, so that it may not be empty."""
    return f"{day.partition('T')[0]}{_NO_DAY}"


def fill_sitemap(context: TemplateContext, config: MkDocsConfig) -> None:
    """Hand the template of sitemap.xml the pages as it is to name them."""
    default = default_language(config)

    def shown(files: Iterable[File]) -> list[File]:
        return [cast("File", _Shown(file, default)) for file in files]

    context["pages"] = shown(context["pages"])
    # static-i18n's variable: the files of each language.
    by_language: Mapping[str, Iterable[File]] = context.get("i18n_alternates") or {}  # type: ignore[assignment]
    named = {code: shown(files) for code, files in by_language.items()}
    context["i18n_alternates"] = named  # type: ignore[typeddict-unknown-key]


class _Seen:
    """A thing of MkDocs, of which a template sees some things otherwise."""

    def __init__(self, of: object, **otherwise: object) -> None:
        self.__dict__ |= otherwise
        self._of = of

    def __getattr__(self, name: str) -> object:
        return getattr(self._of, name)


class _Shown(_Seen):
    """A file of a page."""

    def __init__(self, file: File, default: str) -> None:
        super().__init__(file)
        versions: Mapping[str, File] = getattr(file, "alternates", {})
        self.alternates = dict(_with_default(versions, default))
        page = file.page
        is_undated = page is not None and str(page.update_date).endswith(_NO_DAY)
        self.page = _Seen(page, update_date="") if is_undated else page


def _with_default(versions: Mapping[str, File], default: str) -> Iterator[tuple[str, File]]:
    """Yield the versions of a page, and once more the one for readers of all other languages."""
    for code, file in versions.items():
        yield code, file
        if code == default:
            yield "x-default", file
