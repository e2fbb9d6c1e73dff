"""Python-Markdown's step for what stands within lines, in which a rule is asked only where its sign stands.

Its own calls a function for each of some twenty rules on each text; most texts have none of their signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor as Rule
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from sholu.pages.guarded import Guarded


class QuickInlineProcessor(InlineProcessor):
    """Does what Python-Markdown's does, to the same end."""

    _rules: tuple[tuple[Rule, str], ...]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Look through a tree."""
        self._rules = tuple((rule, _sign(rule)) for rule in cast("Iterable[Rule]", self.inlinePatterns))
        return super().run(tree, ancestors)

    # Private in Python-Markdown, which calls it from several places.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        rules, number, start = self._rules, patternIndex, 0
        while number < len(rules):
            rule, sign = rules[number]
            if sign and data.find(sign, start) < 0:
                is_found, start = False, 0
            else:
                data, is_found, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    rule, data, number, start
                )
            if not is_found:
                number += 1
        return data


def _sign(rule: Rule) -> str:
    """Return what stands in every text in which a rule finds something, "" if that is not known."""
    pattern = rule.getCompiledRegExp()
    return pattern.sign if isinstance(pattern, Guarded) else ""


def quicken(md: Markdown) -> None:
    """Have a parser use it, if its step is Python-Markdown's own."""
    # In its place: others may have kept the step.
    if "inline" in md.treeprocessors and type(step := md.treeprocessors["inline"]) is InlineProcessor:
        step.__class__ = QuickInlineProcessor
