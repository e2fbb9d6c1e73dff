"""Plugins that authors use beside Sholu, fitted to a review: what they would break, or break at, without it.

CONTRIBUTING.md has a table of those that were tried.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from sholu.citations.grammar import CitationError
from sholu.citations.macros import MACROS
from sholu.site.settings import languages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What begins and ends a comment of mkdocs-macros, instead of the {# of ids: no author types that.
_COMMENT = ("{##", "##}")


def fit_macros(config: MkDocsConfig) -> None:
    """Let mkdocs-macros leave ids, {#water}, and Sholu's own macros as they are.

    Its comments begin as ids do, and it would tell of macros that it does not know.
    """
    plugin = _plugin(config, "macros")
    if plugin is None:
        return
    for name, sign in zip(("j2_comment_start_string", "j2_comment_end_string"), _COMMENT, strict=True):
        plugin.config[name] = plugin.config[name] or sign
    plugin.register_macros({name: _as_typed(name) for name in MACROS})


def take_redirects(config: MkDocsConfig) -> dict[str, str]:
    """Take over what mkdocs-redirects is to lead to pages, and return old names to new ones.

    It knows pages by their folders, and not by the addresses that they have in the default language.
    """
    plugin = _plugin(config, "redirects")
    if plugin is None:
        return {}
    codes = tuple(languages(config))
    taken: dict[str, str] = {}
    maps = cast("dict[str, str]", plugin.config["redirect_maps"])
    for old, new in tuple(maps.items()):
        if "://" not in new and new.endswith(".md"):
            taken[_below_language(old, codes)] = _below_language(new, codes)
            del maps[old]
    return taken


def _plugin(config: MkDocsConfig, name: str) -> Any:  # noqa: ANN401 -- plugins of others
    return config.plugins.get(name)


def _below_language(name: str, codes: tuple[str, ...]) -> str:
    code, _, rest = name.partition("/")
    return rest if code in codes and rest else name


def _as_typed(name: str) -> Callable[..., str]:
    """Make a macro that writes what Sholu's own does, or itself where that refuses: Sholu tells why."""

    def macro(*values: object, **options: object) -> str:
        try:
            return MACROS[name](*values, **options)
        except (CitationError, TypeError):
            given = (*map(repr, values), *(f"{one}={value!r}" for one, value in options.items()))
            return f"{{{{ {name}({', '.join(given)}) }}}}"

    return macro
