"""What is typed at the top of a page so that it is no front matter, or another value than it looks. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

# Values that are words, of which a page shows every sign.
_WORDS = ("title", "subtitle", "description")
_SWITCHES = ("appendix", "numbered", "comments")
_NAMED = r"(?:title|subtitle|description|translated_from|template|authors|numbered|appendix)"
# Lines of front matter below something else than three hyphens at the very top of the file.
_NO_BEGINNING = regex(
    rf"(?P<empty>(?:[ \t]*\n){{0,20}})(?P<sign>[ \t]{{0,9}}-{{2,9}}|[—–−]{{1,3}}|={{3,9}}|\+{{3}})"
    rf"[ \t]*\n[ \t]*{_NAMED}[ \t]*:[ \t]"
)
_BEGINNING = "---"
# What ends front matter, as a phone or Word types it.
_NO_END = regex(r"(?:-{2}|-{4,9}|[—–−]{1,3})[ \t]*")
# A name with something else than a colon behind it, or with the sign of a list before it.
_NO_LINE = regex(rf"[ \t]*(?:{_NAMED}[ \t]*[=：]|[-*•][ \t]+{_NAMED}[ \t]*:|<!--)")
# What YAML takes for a comment; one that is meant so has a space behind its sign.
_CUT = regex(r"(?P<name>\w+)[ \t]*:[ \t]+(?:(?![\"'|>\[{&!])[^\n]*?[ \t])?(?P<cut>#[^\s#][^\n]*)")
_MARKED = regex(r"(?P<name>\w+)[ \t]*:[ \t]+(?P<value>[“”„«‘][^“”„«»‘’\n]*[“”»’])[ \t]*")
# Signs of Markdown, which tabs and menus show as they are typed.
_OF_MARKDOWN = regex(r"\*\*?[^*\s][^*]*\*\*?|(?<!\w)_[^_\s][^_]*_(?!\w)|`[^`]+`|\[[^\[\]]+\]\([^()]+\)")
_VALUE = regex(r"[\w-]+[ \t]*:|[ \t]+\S|- ")
_MOST_LINES = 200


def no_front_matter(text: str, shown: str) -> Iterator[Problem]:
    """Report lines of front matter that are text, since what stands around them is none of its signs.

    Args:
        text: a page.
        shown: its path as the author knows it.
    """
    found = _NO_BEGINNING.match(text)
    if found and (found["empty"] or found["sign"] != _BEGINNING):
        line = 1 + found["empty"].count("\n")
        why = "front_below" if found["sign"] == _BEGINNING else "front_sign"
        yield problem("P007", Place(shown, line), typed=found["sign"], fault=f"@@{why}")
    elif line := _wrong_end(text):
        yield problem("P007", Place(shown, line), typed=text.split("\n")[line - 1], fault="@@front_end")
    else:
        for number, typed_line in _lines(text):
            if _NO_LINE.match(typed_line):
                typed = typed_line.strip()[:60]
                yield problem("P007", Place(shown, number), typed=typed, fault="@@front_line")
                return


def other_values(meta: Mapping[str, object], text: str, shown: str) -> Iterator[Problem]:
    """Report values that are others than they look.

    Args:
        meta: what was read of the front matter.
        text: the page.
        shown: its path as the author knows it.
    """
    for number, line in _lines(text):
        place = Place(shown, number)
        if (cut := _CUT.fullmatch(line)) and cut["name"] in _WORDS:
            value = line.partition(":")[2].strip()
            yield problem("P008", place, field=cut["name"], cut=cut["cut"], value=value)
        elif (marked := _MARKED.fullmatch(line)) and marked["name"] in _WORDS:
            # A title may be a quotation: its heading is one, too.
            if f"# {marked['value'][0]}" not in text:
                value = marked["value"][1:-1]
                yield problem("P009", place, field=marked["name"], sign=marked["value"][0], value=value)
        elif (name := line.partition(":")[0].rstrip()) in _WORDS and (sign := _OF_MARKDOWN.search(line)):
            yield problem("P017", place, field=name, typed=sign[0])
        elif name in _SWITCHES and isinstance(meta.get(name), str):
            yield problem("P016", place, field=name, given=meta[name])


def _wrong_end(text: str) -> int:
    """Return the line that was to end the front matter of a page, 0 if it has its end."""
    lines = text.split("\n", _MOST_LINES) if text.startswith(f"{_BEGINNING}\n") else []
    for number, line in enumerate(lines[1:], 2):
        if _NO_END.fullmatch(line):
            return number
        if not _VALUE.match(line):
            break
    return 0


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a front matter with their numbers; none where it is not closed."""
    lines = text.split("\n", _MOST_LINES) if text.startswith(f"{_BEGINNING}\n") else []
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in {_BEGINNING, "..."}:
            yield from enumerate(lines[1 : number - 1], 2)
            return
