"""Signs that a language writes otherwise: quotation marks, dashes, spaces.

The rules are those in the file of the language (`quotes`, `inner_quotes`, `[unbroken]`), for Russian those of
А. Э. Мильчин, Л. К. Чельцова, «Справочник издателя и автора», for English those of New Hart's Rules.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sholu.bibliography.typed_words import of_words
from sholu.checking.spans import LineSpans
from sholu.checking.typed import BLANK
from sholu.languages import NBSP, Language, kept, language
from sholu.languages.typography import unbroken
from sholu.pages.findings import Edit, Finding
from sholu.regexes import regex
from sholu.translations.number_words import WITHOUT_SPACES

_HYPHEN = regex(r"(?<=[^\W_\d.,;:!?»”)\]]|[,;»”)\]])(?P<hyphen> -{1,3} )(?=[^\W\d_]|[«“„\"])")
_STRAIGHT = regex(
    r"(?<![\w=\"\\])\"(?=[\w(])[^\"\n\x00]{0,300}(?:\x00+[^\"\n\x00]{0,300}){0,20}(?<!\\)\"(?![\w\"])"
)
# An apostrophe stands within a word, or at its end with none that opens before.
_SINGLE = of_words(r"(?<![\w'’=\x00])'(?=[^\W\d_])(?!<<elided>>)[^'’\n\x00]{1,200}(?<=[\w.,!?])'(?![\w'])")
_YEARS = regex(r"(?<![\w./:@#–-])(?P<first>[12]\d{3})-(?P<last>[12]\d{3})(?![\w/-])")
# Years with spaces around their dash: 1992 – 1993.
_SPACED_YEARS = regex(
    r"(?<![\w./:@#–—-])(?<![–—-] )(?P<first>[12]\d{3})[ \u00a0][–—-][ \u00a0](?P<last>[12]\d{3})"
    r"(?![\w/-])(?! [–—-])"
)
# Other numbers of the same length, the second the larger; those of acts and standards have hyphens.
_RANGE = regex(r"(?<![\w./:@#,–-])(?P<first>[1-9]\d{0,2})-(?P<last>[1-9]\d{0,2})(?![\w/.,]*\d|[\w-])(?!-)")
_FIGURES = regex(r"\d-\d")
_NUMBERED = regex(r"(?:№+|\b(?:No?s?|ISO|ГОСТ|МЕМСТ|Nr|Art)\.?|#|\+)[\s\u00a0]*$")
_SPACES = regex(r"(?<=[^\s\x00|])(?P<spaces> {2,})(?=[^\s\x00|\\])")
# A colon and a semicolon stand between spaces in descriptions of books.
_BEFORE_STOP = regex(
    r"(?<=[^\W_]|[»”)\]’'])(?P<space> +)(?:(?=(?P<sign>[,.!?])(?:\s|\Z))|(?P<glued>,)(?=[^\W\d_]{2}))"
)
# The sign comes first, and what stands before it is looked at then: all other letters are passed over.
_UNSPACED = regex(
    r"(?P<sign>[,;!?،؛؟.])(?=[«“„(]?(?P<after>[^\W\d_]{2,40}))"
    r"(?:(?<=[^\W_].)|(?<=[^\W\d_][»”)].))(?<![^\w][^\W\d_].)"
)
# A word of one letter behind a comma: «в мае,в июне».
_UNSPACED_LETTER = regex(r"(?<=[^\W\d_]{2}),(?=(?P<after>[^\W\d_])[ \u00a0])")
# What an item, a heading, a quotation, a footnote begins with: spaces after it are no spaces of a sentence.
_MARK = regex(r"[ \t]*(?:(?:[-*+>:#]+|\d{1,3}[.)]|\x00+)[ \t]*)+\Z")
_SHORTEST_TABLE = 2


def signs(text: str, code: str) -> Iterator[Finding]:
    """Find signs that a language writes otherwise.

    Args:
        text: the words of a page, markup and code blanked out.
        code: its language.
    """
    own = language(code)
    yield from _dashes(text, own)
    yield from _quotation_marks(text, own)
    yield from _doubled_spaces(text)
    yield from _unspaced(text, own)
    spaced = own.orthography.get("spaced_signs", ())
    for found in _BEFORE_STOP.finditer(text):
        if found["sign"] in spaced:
            continue
        edit = Edit(found.start(), found.end(), ", " if found["glued"] else "")
        yield Finding(found.start(), "O008", {"around": _around(text, found)}, (edit,))
    # Where no space is to be, none is to be kept from breaking.
    for found in _spaced_years(text):
        text = f"{text[: found.start()]}{'–' * len(found[0])}{text[found.end() :]}"
    yield from _breakable(text, code)


def _doubled_spaces(text: str) -> Iterator[Finding]:
    lines = LineSpans(text)
    for found in _SPACES.finditer(text):
        is_in_table = lines.count("|", found.start()) >= _SHORTEST_TABLE
        if not is_in_table and not _MARK.match(text, lines.span(found.start())[0], found.start()):
            edit = Edit(found.start(), found.end(), " ")
            yield Finding(found.start(), "O006", {"around": _around(text, found)}, (edit,))


def _dashes(text: str, own: Language) -> Iterator[Finding]:
    dash = next(iter(own.unbroken.get("dashes", ())), "–")
    for found in _HYPHEN.finditer(text) if " -" in text else ():
        edit = Edit(found.start("hyphen"), found.end("hyphen"), f" {dash} ")
        yield Finding(found.start(), "O003", {"around": _around(text, found), "dash": dash}, (edit,))
    for found in _spaced_years(text):
        first, last = found["first"], found["last"]
        edit = Edit(found.end("first"), found.start("last"), "–")
        yield Finding(found.start(), "O097", {"typed": found[0], "first": first, "last": last}, (edit,))
    for pattern in (_YEARS, _RANGE) if _FIGURES.search(text) else ():
        for found in pattern.finditer(text):
            first, last = found["first"], found["last"]
            is_range = len(first) <= len(last) and int(first) < int(last)
            if not is_range or _NUMBERED.search(text, max(0, found.start() - 12), found.start()):
                continue
            edit = Edit(found.end("first"), found.start("last"), "–")
            yield Finding(found.start(), "O005", {"typed": found[0], "first": first, "last": last}, (edit,))


def _spaced_years(text: str) -> Iterator[re.Match[str]]:
    for found in _SPACED_YEARS.finditer(text):
        if int(found["first"]) < int(found["last"]):
            yield found


def _unspaced(text: str, own: Language) -> Iterator[Finding]:
    """Find signs that are followed by a word at once."""
    for found in _UNSPACED.finditer(text) if own.code not in WITHOUT_SPACES else ():
        if found["sign"] == "." and not _begins_a_sentence(text[found.start() - 1], found["after"], own):
            continue
        edit = Edit(found.end("sign"), found.end("sign"), " ")
        yield Finding(
            found.start("sign"), "O081", {"sign": found["sign"], "around": _around(text, found)}, (edit,)
        )
    for found in _before_small_words(text, own):
        edit = Edit(found.end(), found.end(), " ")
        yield Finding(found.start(), "O081", {"sign": ",", "around": _around(text, found)}, (edit,))


def _before_small_words(text: str, own: Language) -> Iterator[re.Match[str]]:
    small = own.orthography.get("function_words", ())
    yield from (one for one in _UNSPACED_LETTER.finditer(text) if one["after"] in small)


def _begins_a_sentence(before: str, word: str, own: Language) -> bool:
    """Tell whether a stop parts sentences: «году.Договор», "end.The"; "docs.Python", "Ph.D." do not."""
    if not (before[0].islower() and word[0].isupper() and word[1:].islower()):
        return False
    return not word.isascii() or word.casefold() in own.orthography.get("function_words", ())


def _quotation_marks(text: str, own: Language) -> Iterator[Finding]:
    opening, closing = own.quotes
    spans = list(_quoted(text, own.quotes))
    lines = LineSpans(text)
    space = next(iter(own.orthography.get("within_quotes", ())), "")
    for found in _STRAIGHT.finditer(text):
        is_inner = _is_within(spans, found.start())
        marks = own.inner_quotes if is_inner else own.quotes
        # A third mark on the line may be the end of what began before the first.
        is_clear = marks is not None and lines.count('"', found.start()) % 2 == 0
        # Those within would have to become inner ones.
        is_clear = is_clear and not any(mark in found[0] for mark in marks or ())
        yield _marked("O004", found, marks or own.quotes, space, is_clear=is_clear)
    for found in _SINGLE.finditer(text) if "'" in text else ():
        marks = (own.inner_quotes if _is_within(spans, found.start()) else None) or own.quotes
        yield _marked("O004", found, marks, space, is_clear=False)
    for foreign in _foreign(own.quotes):
        for found in foreign.finditer(text):
            if not _is_within(spans, found.start()):
                is_simple = not any(sign in found[0][1:-1] for sign in '«»“”„"')
                yield _marked("O009", found, (opening, closing), space, is_clear=is_simple)


def _marked(
    code: str, found: re.Match[str], marks: tuple[str, str], space: str, *, is_clear: bool
) -> Finding:
    opening, closing = f"{marks[0]}{space}", f"{space}{marks[1]}"
    values = {"typed": found[0].replace(BLANK, "")[:60], "opening": marks[0], "closing": marks[1]}
    start, end = found.span()
    edits = (Edit(start, start + 1, opening), Edit(end - 1, end, closing))
    return Finding(start, code, values, edits if is_clear else ())


@kept
def _foreign(quotes: tuple[str, str]) -> tuple[re.Pattern[str], ...]:
    """Return what a quotation in the marks of another language looks like.

    A mark by which one language opens and another closes is looked for in no pair with either.
    """
    pairs = [pair for pair in (("«", "»"), ("“", "”"), ("„", "“"), ("„", "”")) if not {*pair} & {*quotes}]
    if quotes == ("“", "”"):
        pairs += [("„", "“"), ("„", "”")]
    return tuple(
        re.compile(rf"{start}(?=[\w(])[^{start}{end}\n]{{1,300}}{end}(?!\w)") for start, end in pairs
    )


def _quoted(text: str, quotes: tuple[str, str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of what stands between the quotation marks of the language."""
    start, end = map(re.escape, quotes)
    for found in re.finditer(rf"{start}[^{start}\n]{{1,2000}}?{end}", text):
        yield found.span()


def _is_within(spans: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether a place is in one of some spans, which follow one another."""
    before = bisect_left(spans, (position,)) - 1
    return before >= 0 and position < spans[before][1]


def _breakable(text: str, code: str) -> Iterator[Finding]:
    """Count the spaces of a page at which a line should not break, and does."""
    edits, first = [], -1
    position = 0
    for paragraph in text.split("\n"):
        if " " in paragraph:
            closed = unbroken(paragraph, code)
            if closed != paragraph and len(closed) == len(paragraph):
                places = [
                    n for n, (one, other) in enumerate(zip(paragraph, closed, strict=True)) if one != other
                ]
                first = position + places[0] if first < 0 else first
                edits += [Edit(position + place, position + place + 1, NBSP) for place in places]
        position += len(paragraph) + 1
    if edits:
        start = max(0, text.rfind(" ", 0, first) + 1, text.rfind("\n", 0, first) + 1)
        # No word is cut.
        end = text.find(" ", first + 12)
        around = text[start : end if end >= 0 else len(text)].partition("\n")[0].replace(BLANK, "")
        yield Finding(first, "O010", {"count": len(edits), "around": around.rstrip()}, tuple(edits))


def _around(text: str, found: re.Match[str]) -> str:
    """Return the words beside a place, by which an author finds it."""
    start, end = found.span()
    before, after = (
        text[max(0, start - 20) : start].rpartition("\n")[2],
        text[end : end + 20].partition("\n")[0],
    )
    before, after = (one.replace(BLANK, "") for one in (before, after))
    return f"{before.lstrip()}{found[0]}{after.rstrip()}".replace(BLANK, "")
