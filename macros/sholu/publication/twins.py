"""Pages in plain Markdown, for those who process text: citations written out, boxes as quotations, the works
that the page cites at its end. llms.txt names them all (llmstxt.org).

Made of the author's text, not of its HTML: what is Markdown there already stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape

from sholu.citations.reading import citation_in, citation_pattern
from sholu.citations.source import outside_code
from sholu.publication.site_only import without_site_only
from sholu.values import Value

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_LINK = re.compile(r"(\]\(\s*(?:<(?=[^<>\n]*>))?)((?<=<)[^<>\n]+|[^\s()<>]+)")
_DEFINITION = re.compile(r"^( {0,3}\[[^\]\n^]+\]:\s*<?)([^\s<>]+)", re.MULTILINE)
# Lists of attributes (attr_list): after a heading, on a line of their own, after an inline element. They
# begin with the brace, which is found at once; what is before it is looked at then.
_ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[#.][\w-]|\w[\w-]*=)[^{}\n]*\}[ \t]*$", re.MULTILINE)
_INLINE_ATTRIBUTES = re.compile(r"\{(?<![^)\]*_`]\{):?[ \t]*(?:[#.][\w-]|\w[\w-]*=)[^{}\n]*\}")
_ENTITY = re.compile(r"&(?!lt;|gt;|amp;|#)\w+;")
# What an author marks as words of another language, which plain Markdown cannot say.
_SPAN = re.compile(r"</?span\b[^<>]*>")
_MARKED_HTML = re.compile(r"^[ \t]*<(\w+)\b[^>\n]*\bmarkdown\b[^>\n]*>[ \t]*$", re.MULTILINE)
_BOX = re.compile(r'(?P<indent> *)(?:!!!|\?\?\?\+?) +(?P<kind>[\w-]+)[^"\n]*(?:"(?P<title>[^"\n]*)")?\s*')
_FENCE = re.compile(r" *(`{3,}|~{3,})")
_NUMBER = re.compile(r"^(\d{1,9})\.(?=\s)")
_ESCAPED = r"\1\\."
_BLANK_LINES = re.compile(r"\n\n\n+")
_BETWEEN_PARAGRAPHS = re.compile(r"(\n[ \t]*\n)")
INDENT = "    "


class Twin(Value):
    """What a page becomes in plain Markdown.

    `heading` names the list of `references`, "" and () if the page has none; `remarks` are the last lines.
    """

    title: str
    text: str
    heading: str = ""
    references: Sequence[str] = ()
    remarks: Sequence[str] = ()

    def written(self) -> str:
        """Write it."""
        has_title = self.text.startswith("# ") or "\n# " in self.text
        parts = ["" if has_title else f"# {self.title}", self.text]
        if self.references:
            parts += [f"## {self.heading}", listed(self.references)]
        if self.remarks:
            parts += ["---", "\n\n".join(self.remarks)]
        return _BLANK_LINES.sub("\n\n", "\n\n".join(filter(None, parts))).strip() + "\n"


def listed(entries: Iterable[str]) -> str:
    """Write a list of words that come from data; the number of an entry begins no list within it."""
    return "\n".join(f"- {_NUMBER.sub(_ESCAPED, as_text(entry))}" for entry in entries)


def as_text(words: str) -> str:
    """Write words from data, whose HTML is text here as it is on the page."""
    return words.replace("<", "&lt;")


class TwinText(Value):
    """Turns the author's text of a page to plain Markdown.

    `cite` writes out a citation as it was typed; `link` returns where a link of the page leads from its twin.
    """

    cite: Callable[[str], str]
    link: Callable[[str], str]

    def plain(self, text: str) -> str:
        """Return the text of a page, macros written out, as plain Markdown."""
        changed = outside_code(without_site_only(text), self._changed)
        if "!!!" in changed or "???" in changed:
            changed = "\n".join(_quoted(changed.split("\n")))
        return changed.strip()

    def _changed(self, prose: str) -> str:
        prose = _COMMENT.sub("", prose)
        # Links before citations: what a citation becomes is no Markdown.
        for sign, pattern in (("](", _LINK), ("]:", _DEFINITION)):
            if sign in prose:
                prose = pattern.sub(lambda found: f"{found[1]}{self.link(found[2])}", prose)
        if "@" in prose:
            prose = self._with_citations(prose)
        if "{" in prose:
            *parts, last = _ATTRIBUTES.split(prose)
            prose = "".join((*(part.rstrip(" \t") for part in parts), last))
            prose = _INLINE_ATTRIBUTES.sub("", prose)
        if "<" in prose:
            prose = _SPAN.sub("", prose)
        if "markdown" in prose:
            prose = self._without_marked_html(prose)
        return _ENTITY.sub(lambda found: unescape(found[0]), prose)

    def _with_citations(self, prose: str) -> str:
        return "".join(
            self._cited(part) if "@" in part else part for part in _BETWEEN_PARAGRAPHS.split(prose)
        )

    def _cited(self, paragraph: str) -> str:
        parts: list[str] = []
        position = 0
        for found in citation_pattern().finditer(paragraph):
            citation = citation_in(found, paragraph)
            if citation is None and not found["kept"]:
                continue
            source, end = citation or (found["kept"], found.end())
            written = self.cite(" ".join(source.split())) if citation else source
            parts += (paragraph[position : found.start()], written)
            position = end
        return "".join((*parts, paragraph[position:]))

    def _without_marked_html(self, prose: str) -> str:
        """Take off the tags whose content is Markdown, each with the end tag of its kind that follows."""
        for tag in _MARKED_HTML.findall(prose):
            prose = re.sub(rf"^[ \t]*</{tag}>[ \t]*$", "", prose, count=1, flags=re.MULTILINE)
        return _MARKED_HTML.sub("", prose)


def _quoted(lines: Sequence[str]) -> Iterator[str]:
    """Make quotations of the boxes (admonitions) among the lines of a text."""
    position, fence = 0, ""
    while position < len(lines):
        line = lines[position]
        position += 1
        if mark := _FENCE.match(line):
            fence = "" if fence and line.strip().startswith(fence) else fence or mark[1]
        box = None if fence else _BOX.fullmatch(line)
        if box is None:
            yield line
            continue
        start, position = position, _end_of_box(lines, position, f"{box['indent']}{INDENT}")
        inside = [one.removeprefix(f"{box['indent']}{INDENT}") for one in lines[start:position]]
        title = box["kind"].capitalize() if box["title"] is None else box["title"]
        content = "\n".join(_quoted(inside)).strip("\n").split("\n")
        for one in ([f"**{title}**", ""] if title else []) + content:
            yield f"{box['indent']}> {one}".rstrip()
        yield ""


def _end_of_box(lines: Sequence[str], position: int, indent: str) -> int:
    """Return where the lines end that are indented under a box."""
    end = position
    while position < len(lines) and (lines[position].startswith(indent) or not lines[position].strip()):
        position += 1
        if lines[position - 1].strip():
            end = position
    return end
