"""A door to Python-Markdown: persons whom an author marks for the index of names.

`[Лаумулина]{.name as="Лаумулин М."}`: `as` is how the index calls them, where the text has another form.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from sholu.regexes import regex
from sholu.values import Value

_SIGN = regex(r"\]\{\.name\b")
MARKED = regex(
    r"(?<![\\!\]])\[(?P<words>[^\[\]@]+)\]\{\.name"
    r"(?:[ ]+as=(?:\"(?P<double>[^\"{}]+)\"|'(?P<single>[^'{}]+)'))?[ ]*\}"
)
# Before links (160), after what holds no Markdown.
_PRIORITY = 165
_CLASS = "person"


class MarkedPerson(Value):
    """A person named in a text: what the index calls them, and the anchor of the place."""

    name: str
    identifier: str


def may_have_persons(text: str) -> bool:
    """Tell whether persons may be marked in a text."""
    return _SIGN.search(text) is not None


class PersonsExtension(Extension):
    """Adds marked persons to Python-Markdown; `found` are those of the page, in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[MarkedPerson] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the rule, and the step that numbers the places."""
        md.inlinePatterns.register(_Rule(MARKED.pattern, md), "sholu_person", _PRIORITY)
        md.treeprocessors.register(_Step(md, self.found), "sholu_persons", 7.3)


class _Person(Element):
    def __init__(self, name: str) -> None:
        super().__init__("span", {"class": _CLASS})
        self.name = name


class _Rule(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 -- name and shape are InlineProcessor's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        """Make a mark."""
        name = m["double"] or m["single"] or re.sub(r"[*_`]+", "", m["words"])
        person = _Person(" ".join(name.split()))
        person.text = m["words"]
        return person, m.start(), m.end()


class _Step(Treeprocessor):
    def __init__(self, md: Markdown, found: list[MarkedPerson]) -> None:
        super().__init__(md)
        self.found = found

    def run(self, root: Element) -> None:
        """Number the places of a page in reading order."""
        self.found.clear()
        for one in root.iter("span"):
            if isinstance(one, _Person):
                identifier = f"person-{len(self.found) + 1}"
                one.set("id", identifier)
                self.found.append(MarkedPerson(one.name, identifier))
