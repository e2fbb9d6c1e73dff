"""A page as its author typed it, with what is no prose blanked out: what is looked for keeps its place.

All offsets are those of the file, so that what is found can be mended there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from sholu.checking.spans import LineSpans, blanked_out
from sholu.citations.source import CONTAINER, find_expressions, without_code
from sholu.front_matter import taken_apart
from sholu.problems import Place
from sholu.regexes import regex
from sholu.values import Value

# What stands in the place of what is no word; nothing that an author types is equal to it.
BLANK = "\x00"
# A link's address and title; the address may have brackets in it (…/wiki/Nile_(river)), the title any sign.
_TARGET = (
    r"\]\((?:[^()\"]{0,1000}(?:\([^()\"]{0,300}\)[^()\"]{0,1000}){0,3}(?:[ \t\n]\"[^\"\n]{0,1000}\"[ \t]*)?\)"
    r"|[^)]{0,1000}\))"
)
# [name]: address "title", with what may stand on the next lines.
_DEFINITION = (
    r"^ {0,3}\[[^\]\n]+\]:(?:[ \t]*\n[ \t]*\S+[ \t]*$|.*$)"
    r"(?:\n[ \t]*(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))[ \t]*$)?"
)
# Formulas, as TeX has them; a price ("$5 and $6") has a space before its second sign.
_FORMULA = (
    r"\$\$[^$]{1,5000}\$\$|(?<![\w$])\$(?![\s\d])[^$\n]{1,300}(?<![\s\\])\$(?![\w$])"
    r"|\\\([^\n]{1,300}?\\\)|\\\[[^\[\]]{1,5000}?\\\]"
)
# The last but one: what pieces of other files are fetched by (snippets of PyMdown).
_MARKUP = (
    rf"{_TARGET}|<[a-zA-Z/][^<>]*>|{_DEFINITION}|\{{[^{{}}\n]*\}}|(?:https?://|www\.)\S+|\]\[[^\]\n]*\]"
    rf"|\[\^[^\[\]\n]*\]|&#?\w{{1,20}};|^[ \t]*-+8<-+.*$|{_FORMULA}"
)
_NO_WORDS = regex(
    rf"^[ \t]*(?:!!!|\?\?\?\+?|===).*$|{_MARKUP}|\[[^\[\]@]*@[^\[\]]*\]"
    # A work that a sentence names, with its locator behind it: "@hiro2009 [p. 12]".
    r"|@\w\S*(?: \[[^\[\]\n]{1,300}\](?![\[(]))?"
    # A citation that is never closed, which is told elsewhere.
    r"|\[[^\[\]@\n]{0,300}@[^\[\]\n]*",
    re.MULTILINE,
)
_NO_PLACE = regex(_MARKUP, re.MULTILINE)
# A link by its words alone, [words] or [words][], and where such are led to.
_BY_WORDS = regex(r"(?<![\\!\]])!?\[(?P<name>[^\[\]\n@^]{1,300})\](?:[ ]?\[\]|(?![\[(:{]))")
_LED_TO = regex(r"^ {0,3}\[(?P<name>[^\[\]\n^]+)\]:", re.MULTILINE)
# The id of a heading that names none is made of its words, and links lead to it. One may stand in a
# quotation, an item, a box, and may be a line that is underlined.
_NAMELESS = regex(
    r"^(?:(?:[ \t>]|[-*+][ \t]|\d{1,3}[.)][ \t])*+#|(?=[^\n]++\n[ \t>]*+(?:=++|-++)[ \t]*+$))"
    r"(?![^\n]*\{[^{}\n]*#[\w-])",
    re.MULTILINE,
)
# One that cannot be read, too.
_FRONT_MATTER = regex(
    r"---[ \t]*\n(?:.*?^---[ \t]*$|(?-s:(?:[A-Za-z_]+:(?:[ \t].*)?\n(?:[ \t]+\S.*\n)*)+))",
    re.DOTALL | re.MULTILINE,
)
# What is blanked out is longer than the space between two words.
_SPACES = regex(r" {2,}")
_FOOTNOTE = regex(r"^ {0,3}\[\^[^\]\n]+\]:", re.MULTILINE)
_TAG = regex(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)\b(?P<rest>[^<>]*)>")
# What an author has typed as HTML stands as it is: a poem, a document, a piece in another language.
_AS_THEY_ARE = frozenset(
    {"blockquote", "code", "kbd", "math", "pre", "q", "samp", "script", "style", "svg", "textarea", "var"}
)
_BLOCKS = frozenset(
    {"article", "aside", "details", "div", "dl", "figure", "ol", "p", "section", "table", "ul"}
)
_VOID = frozenset({"br", "hr", "img", "wbr"})


def without_markup(prose: str) -> str:
    """Blank out what is no word of a page: addresses, tags, citations, formulas; all else keeps its place."""
    # The text of a footnote follows its name on the line.
    prose = _FOOTNOTE.sub(_blanked, prose)
    return _NO_WORDS.sub(_blanked, prose)


def _blanked(found: re.Match[str]) -> str:
    return _blanks(found[0])


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", BLANK, text)


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _normal(name: str) -> str:
    return " ".join(name.casefold().split())


def _code_in_containers(prose: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of code by indentation within items, boxes, footnotes: eight spaces behind theirs.

    Args:
        prose: a text of which other code is blanked out.
    """
    indents: list[int] = []
    position, is_apart, is_code = 0, True, False
    for line in prose.split("\n") if "\n        " in prose or "\t" in prose else ():
        words = line.lstrip(" \t")
        if words:
            indent = len(line[: len(line) - len(words)].expandtabs(4))
            holds = CONTAINER.match(line)
            while indents and (is_apart or holds) and indents[-1] > max(0, indent - 4) - (indent < 4):  # noqa: PLR2004
                indents.pop()
            is_code = bool(indents) and indent >= indents[-1] + 8 and (is_apart or is_code) and not holds
            if is_code:
                yield position, position + len(line)
            elif holds:
                indents.append(indent)
        is_apart = not words
        position += len(line) + 1


def _without_html(prose: str) -> str:
    """Blank out the elements whose words are not the author's to change, in one pass over all tags."""
    parts: list[str] = []
    position, start, name, depth = 0, 0, "", 0
    for tag in _TAG.finditer(prose):
        called = tag["name"].lower()
        if name:
            if called == name and not tag["rest"].endswith("/"):
                depth += -1 if tag["end"] else 1
            if not depth:
                parts += (prose[position:start], _blanks(prose[start : tag.end()]))
                position, name = tag.end(), ""
        elif not tag["end"] and _is_as_it_is(called, tag, prose):
            start, name, depth = tag.start(), called, 1
    # What is never closed reaches to the end.
    rest = (prose[position:start], _blanks(prose[start:])) if name else (prose[position:],)
    return "".join((*parts, *rest))


def _is_as_it_is(called: str, tag: re.Match[str], prose: str) -> bool:
    if called in _VOID or tag["rest"].endswith("/"):
        return False
    is_first = tag.start() == 0 or prose[tag.start() - 1] == "\n"
    is_block = called in _BLOCKS and is_first and "markdown" not in tag["rest"]
    return called in _AS_THEY_ARE or " lang=" in tag["rest"] or is_block


class TypedPage(Value, dict=True):
    """A page: its path as the author knows it, its language, the text of its file."""

    path: str
    code: str
    text: str

    @cached_property
    def prose(self) -> str:
        """The text without front matter, code, comments and macros."""
        start = len(self.text) - len(taken_apart(self.text)[1])
        if not start and (broken := _FRONT_MATTER.match(self.text)):
            start = broken.end()
        prose = without_code(self.text[start:])
        prose = blanked_out(prose, _code_in_containers(prose), " ")
        macros = ((one.start, getattr(one, "end", one.start)) for one in find_expressions(prose))
        return _spaces(self.text[:start]) + blanked_out(prose, macros, " ")

    @cached_property
    def words(self) -> str:
        """The prose without its markup."""
        return without_markup(self._marked)

    @cached_property
    def _marked(self) -> str:
        """The prose; what was blanked out for code and comments is no space between words."""

        def marked(spaces: re.Match[str]) -> str:
            typed = self.text[spaces.start() : spaces.end()]
            inside = typed.strip(" ")
            if not inside:
                return typed
            before = typed.index(inside)
            after = len(typed) - before - len(inside)
            return f"{' ' * before}{BLANK * len(inside)}{' ' * after}"

        return self.prose if self.prose == self.text else _SPACES.sub(marked, self.prose)

    @cached_property
    def own_words(self) -> str:
        """The words without what stands as it is: HTML that was typed, pieces in other languages."""
        return without_markup(self.own_prose) if "<" in self.prose else self.words

    @cached_property
    def own_prose(self) -> str:
        """The prose without what stands as it is."""
        return _without_html(self._marked) if "<" in self.prose else self._marked

    @cached_property
    def nameless_headings(self) -> frozenset[int]:
        """Where the lines begin that are headings without an id of their own."""
        return frozenset(one.start() for one in _NAMELESS.finditer(self.text))

    @cached_property
    def places(self) -> str:
        """The page with all blanked out that a mend would break: addresses, tags, links by their words.

        Citations stand in it: they are no words, and may be mended.
        """
        prose = _FOOTNOTE.sub(_blanked, self.own_prose)
        names = {_normal(one["name"]) for one in _LED_TO.finditer(prose)}
        if names:

            def kept(one: re.Match[str]) -> str:
                return _blanks(one[0]) if _normal(one["name"]) in names else one[0]

            prose = _BY_WORDS.sub(kept, prose)
        return _NO_PLACE.sub(_blanked, prose)

    @cached_property
    def lines(self) -> LineSpans:
        """Where its lines begin and end."""
        return LineSpans(self.text)

    def place(self, offset: int) -> Place:
        """Return the line and the column of the file for an offset."""
        return self.lines.place(self.path, offset)
