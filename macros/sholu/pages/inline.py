"""Python-Markdown's steps for what stands within lines, in which a rule is asked only where its sign stands.

Its own call a function for each of some twenty rules on each text; most texts have none of their signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor
from markdown.inlinepatterns import InlineProcessor as Rule
from markdown.treeprocessors import InlineProcessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

from sholu.pages.guarded import Guarded


class QuickUnescape(UnescapeTreeprocessor):
    """Python-Markdown's step for what a backslash protects, which looks at each text and each attribute."""

    def unescape(self, text: str) -> str:
        """Write signs that are protected; most texts have none."""
        return super().unescape(text) if STX in text else text


class QuickInlineProcessor(InlineProcessor):
    """Does what Python-Markdown's does, to the same end."""

    _rules: tuple[tuple[Rule, str, str], ...]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Look through a tree."""
        self._rules = tuple((rule, *_signs(rule)) for rule in cast("Iterable[Rule]", self.inlinePatterns))
        return super().run(tree, ancestors)

    # Private in Python-Markdown, which calls it from several places.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        rules, number, start = self._rules, patternIndex, 0
        while number < len(rules):
            rule, sign, other = rules[number]
            if sign and data.find(sign, start) < 0 and (not other or data.find(other, start) < 0):
                is_found, start = False, 0
            else:
                data, is_found, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    rule, data, number, start
                )
            if not is_found:
                number += 1
        return data


def _signs(rule: Rule) -> tuple[str, str]:
    """Return what stands in each text in which a rule finds something, one or the other, "" if unknown."""
    if type(rule) is DelimiterProcessor:
        # Those of emphasis; extensions add further ones.
        first, *others = rule.tokens or [""]
        return (first, others[0]) if len(others) == 1 else ("", "")
    pattern = rule.getCompiledRegExp()
    return pattern.sign if isinstance(pattern, Guarded) else "", ""


class _Names(list[str]):
    """A list of names in which each is found at once, which is asked twice of each element."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(names)
        self._known = frozenset(self)

    def __contains__(self, name: object) -> bool:
        # Extensions add names.
        if len(self) != len(self._known):
            self._known = frozenset(self)
            if len(self) != len(self._known):
                return super().__contains__(name)
        return name in self._known


def quicken(md: Markdown) -> None:
    """Have a parser use them, where its steps are Python-Markdown's own."""
    md.block_level_elements = _Names(md.block_level_elements)
    # In their place: others may have kept a step.
    for name, own, quick in _STEPS:
        if name in md.treeprocessors and type(step := md.treeprocessors[name]) is own:
            step.__class__ = quick


_STEPS: tuple[tuple[str, type[Treeprocessor], type[Treeprocessor]], ...] = (
    ("inline", InlineProcessor, QuickInlineProcessor),
    ("unescape", UnescapeTreeprocessor, QuickUnescape),
)
