"""Text that was typed off → Markdown: its headings, lists, notes, and paragraphs that pages have broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from sholu.bibliography.typed_words import of_words
from sholu.importing.paper.front import keywords
from sholu.importing.paper.pdf_pages import without_pages
from sholu.importing.paper.plain_heads import is_code, names_people
from sholu.importing.paper.running_heads import HEADING, is_page_number, without_running_heads
from sholu.importing.paper.set_apart import Apart, pieces
from sholu.importing.paper.typed_lists import listed
from sholu.importing.typed.line import LETTER, UPPER
from sholu.problems.telling import said
from sholu.regexes import regex
from sholu.values import State, field

_END = regex(r"[.!?…:;»”)][\d\s]*$")
_BULLET = regex(r"^\s*(?:[•●▪◦*]|[–—-](?=\s))\s*")
_NOTE = regex(rf"(?:^|(?<=[\s.]))(\d{{1,2}})\s(?=[{UPPER}«“])")
# The sign of a note: the number behind a bracket.
_NOTE_SIGN = regex(r"\)(\d{1,2})(?=[\s.]|$)")
_HYPHEN = regex(rf"({LETTER}{{2,}})- ((?![{UPPER}]){LETTER}{{2,}})(?=\W|$)")
_FEWEST_PARTED = 3
_LONGEST_HEADING = 110
_MOST_WORDS = 14
# Longer lines are none that a page has broken.
_LONGEST_BROKEN_LINE = 200
# Of so many lines at most one is blank, where each is a paragraph.
_FEW_BLANK = 10
# Signs for private use, of which no text has any, stand for tables and formulas.
_APART = 0xF0000
_FORMULA = regex(r"\$\$[^$\n]+\$\$|\$(?=[^$\n]*[\\^_=])[^\s$][^$\n]*?(?<![\s\\])\$(?!\d)")
# A caption, which belongs to what stands beside it; a rule of a table; a formula.
_NO_HEADING = of_words(
    r"(?i)(?:<<also_table>>|<<also_figure>>)\s*\d|\d+\s?-\s?(?:<<also_table>>|<<also_figure>>)|\$|\|"
    r"|[^\w]*\Z|.*-{5}"
)
# Where another script goes on for six words and more, and what must stand before: words of the other one.
_SCRIPTS = (
    (
        re.compile(r" (?=[A-Z][A-Za-z’'-]*(?: [A-Za-z’',-]+){5})"),
        re.compile(r"[\u0400-\u04ff-](?:[\s,;.:«»]*[\u0400-\u04ff-]){2}[\s,;.:«»]*$"),
    ),
    (
        re.compile(r" (?=[А-ЯЁӘҒҚҢӨҰҮҺІ][\u0400-\u04ff-]*(?: [\u0400-\u04ff,-]+){5})"),
        re.compile(r"[A-Za-z’'-](?:[\s,;.:“”]*[A-Za-z’'-]){2}[\s,;.:“”]*$"),
    ),
)


class TypedOff(State):
    """What is made of a text, and what was mended in it (`mended`: what and how often)."""

    markdown: str = ""
    mended: Counter[str] = field(default_factory=Counter)


def from_plain(text: str) -> TypedOff:
    """Make Markdown of a text."""
    made = TypedOff()
    text, numbers, heads = without_pages(text.lstrip("\ufeff").replace("\r\n", "\n"))
    made.mended[said("mended_page_numbers")] += numbers
    made.mended[said("mended_running_heads")] += heads
    kept: dict[str, Apart] = {}
    text = _without_apart(text, kept)
    blocks = re.split(r"\n\s*\n|\n(?=\s*[•●▪])", _by_lines(text))
    parts = [" ".join(part.split()) for part in listed(blocks)]
    parts = [piece for part in parts if part for piece in _by_script(part, made)]
    numberless = [part for part in parts if not is_page_number(part)]
    made.mended[said("mended_page_numbers")] += len(parts) - len(numberless)
    parts = without_running_heads(numberless)
    made.mended[said("mended_running_heads")] += len(numberless) - len(parts)
    parts = _whole_words(parts, made)
    notes: list[str] = []
    made.markdown = _written(_joined(parts, notes, made, kept), notes, made)
    return made


def looks_typed_off(parts: list[str]) -> bool:
    """Tell whether paragraphs have what a page has: numbers, notes at its foot, words that lines parted."""
    parted = sum(len(_HYPHEN.findall(part)) for part in parts)
    signs = {found[1] for part in parts for found in _NOTE_SIGN.finditer(part)}
    has_notes = any((found := _NOTE.match(part)) and found[1] in signs for part in parts)
    return has_notes or parted >= _FEWEST_PARTED or sum(map(is_page_number, parts)) >= _FEWEST_PARTED


def _without_apart(text: str, kept: dict[str, Apart]) -> str:
    """Put a sign in a paragraph of its own in place of each table and formula."""
    parts = []
    for piece in pieces(text, escaped):
        if piece.kind == "text":
            parts.append(piece.words)
        else:
            sign = chr(_APART + len(kept))
            kept[sign] = piece
            parts.append(f"\n{sign}\n")
    return "\n".join(parts)


def _by_lines(text: str) -> str:
    """Part each line from the next where a line is a paragraph, as Word saves text: long ones, none blank."""
    lines = text.strip().split("\n")
    blank = sum(not line.strip() for line in lines)
    is_broken = max(map(len, lines)) <= _LONGEST_BROKEN_LINE
    return text if is_broken or blank * _FEW_BLANK > len(lines) else "\n\n".join(lines)


def _by_script(part: str, made: TypedOff) -> list[str]:
    """Part a paragraph where another language begins: an abstract follows another without a break."""
    pieces = [part]
    for pattern, before in _SCRIPTS:
        pieces = [new for piece in pieces for new in _parted(piece, pattern, before)]
    made.mended[said("mended_parted")] += len(pieces) - 1
    return pieces


def _parted(text: str, pattern: re.Pattern[str], before: re.Pattern[str]) -> list[str]:
    pieces, start = [], 0
    for found in pattern.finditer(text):
        # A title in another language within a sentence parts nothing: its letters stand before and behind.
        if before.search(text[max(start, found.start() - 60) : found.start()]):
            pieces.append(text[start : found.start()])
            start = found.end()
    return [*pieces, text[start:]]


def _whole_words(parts: list[str], made: TypedOff) -> list[str]:
    """Join words that a line has parted: «еңбекте- рінің», «жыл дарында» where «жылдарында» is known."""
    known = Counter(word for part in parts for word in re.findall(rf"{LETTER}+", part.casefold()))

    def hyphen(found: re.Match[str]) -> str:
        made.mended[said("mended_hyphens")] += 1
        return found[1] + found[2]

    def space(found: re.Match[str]) -> str:
        one, other = found[1], found[2]
        whole = (one + other).casefold()
        rest_is_word = known[other.casefold()] > 1 and known[one.casefold()] > 1
        if (
            known[whole]
            and not rest_is_word
            and min(known[one.casefold()], known[other.casefold()]) <= known[whole]
        ):
            made.mended[said("mended_words")] += 1
            return one + other
        return found[0]

    joined = [_HYPHEN.sub(hyphen, part) for part in parts]
    pattern = re.compile(rf"(?<!\w)({LETTER}{{2,}}) (?=({LETTER}{{2,}}))")
    return [_each_pair(pattern, space, part) for part in joined]


def _each_pair(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str) -> str:
    """Look at each two words that stand side by side, the second of which may begin the next pair."""
    place = 0
    while found := pattern.search(text, place):
        new = change(found)
        if new == found[0]:
            place = found.end()
            continue
        second = found.end() + len(found[2])
        text = text[: found.start()] + new + text[second:]
        place = found.start()
    return text


def _is_heading(part: str, before: str) -> bool:
    if len(part) > _LONGEST_HEADING or len(part.split()) > _MOST_WORDS or _END.search(part):
        return False
    if _NO_HEADING.match(part) or _BULLET.match(part) or part[:1].islower() or re.search(r"\d{4}|:", part):
        return False
    is_head = is_code(before) or names_people(before)
    is_apart = is_head or not before or _is_whole(before) or before.isupper()
    return is_apart and not names_people(part)


def _is_whole(text: str) -> bool:
    """Tell whether a paragraph has its end: a mark, or it is a list of key words."""
    return _END.search(text) is not None or keywords().match(text) is not None


def _joined(
    parts: list[str], notes: list[str], made: TypedOff, kept: dict[str, Apart]
) -> list[tuple[str, str]]:
    """Join paragraphs that a page has broken, and take out the notes that stood at its foot."""
    blocks: list[tuple[str, str]] = []
    are_known = any(part.startswith(HEADING) for part in parts)
    for part in parts:
        before = next((words for kind, words in reversed(blocks) if kind == "text"), "")
        is_open = bool(blocks) and blocks[-1][0] == "text" and not _is_whole(blocks[-1][1])
        if part in kept:
            blocks.append((kept[part].kind, kept[part].words))
        elif _NOTE.match(part) and (is_open or _NOTE_SIGN.search(" ".join(words for _, words in blocks))):
            rest = _take_notes(part, notes, is_open=is_open)
            made.mended[said("mended_notes")] += 1
            if rest:
                kind, words = blocks[-1]
                blocks[-1] = (kind, f"{words} {rest}")
        elif _BULLET.match(part):
            blocks.append(("item", _BULLET.sub("", part)))
        elif part.startswith(HEADING):
            blocks.append((f"heading {part[1]}", part[2:].strip()))
        elif not are_known and _is_heading(part, before if blocks and blocks[-1][0] == "text" else ""):
            blocks.append(("heading", part))
        elif is_open and len(blocks[-1][1]) > _LONGEST_HEADING:
            kind, words = blocks[-1]
            blocks[-1] = (kind, f"{words} {part}")
            made.mended[said("mended_paragraphs")] += 1
        else:
            blocks.append(("text", part))
    return blocks


def _take_notes(part: str, notes: list[str], *, is_open: bool) -> str:
    """Take notes out of a paragraph of them; return what goes on with the text behind the last one."""
    starts = list(_NOTE.finditer(part))
    wanted = int(starts[0][1])
    chosen = []
    for found in starts:
        if int(found[1]) == wanted:
            chosen.append(found)
            wanted += 1
    for found, following in zip(chosen, [*chosen[1:], None], strict=True):
        notes.append(part[found.end() : following.start() if following else len(part)].strip())
    if not is_open:
        return ""
    last = notes[-1]
    place = _going_on(last)
    notes[-1] = last[:place].strip()
    return last[place:].strip()


def _going_on(note: str) -> int:
    """Return where a note ends and the broken sentence goes on: small letters behind its end or a number."""
    if after := re.search(rf"(?<=\.)\s(?=(?![{UPPER}])(?:{LETTER}){{3,}})", note):
        return after.end()
    sentence = re.search(rf"[.!?](?=\s[{UPPER}])", note)
    first = note[: sentence.start()] if sentence else note
    numbers = list(re.finditer(rf"(?<=\s)[\w-]*\d[\w-]*\s(?=(?![{UPPER}]){LETTER})", first))
    return numbers[-1].end() if numbers else len(note)


def _written(blocks: list[tuple[str, str]], notes: list[str], made: TypedOff) -> str:
    """Write blocks as Markdown; signs of notes are the numbers that stand behind a bracket or a mark."""
    count = 0

    def sign(found: re.Match[str]) -> str:
        nonlocal count
        if count >= len(notes):
            return found[0]
        count += 1
        return f"{found[1]}[^{count}]"

    lines: list[str] = []
    for kind, words in blocks:
        if kind in {"table", "formula"}:
            lines += ["", words]
            continue
        text = (
            re.sub(r"([)»”\w])(?<!\d)(\d{1,2})(?=[\s.,;]|$)", sign, words)
            if notes and not kind.startswith("heading")
            else words
        )
        text = escaped(text)
        if kind == "heading":
            # What comes first is what the whole is called.
            is_first = all(is_code(line) for line in lines if line)
            lines += ["", f"{'#' if is_first else '##'} {text}", ""]
        elif kind.startswith("heading"):
            lines += ["", f"{'#' * int(kind[-1])} {text}", ""]
        elif kind == "item":
            lines += [*([] if lines and lines[-1].startswith("-   ") else [""]), f"-   {text}"]
        else:
            lines += ["", text]
    lines += [""] + [f"[^{number}]: {escaped(words)}\n" for number, words in enumerate(notes, 1)]
    made.mended[said("mended_signless")] += len(notes) - count
    return "\n".join(lines).strip() + "\n"


def escaped(words: str) -> str:
    """Write a text so that Markdown shows it as it is; signs of notes are kept, and formulas of TeX."""
    if "$" in words and (formula := _FORMULA.search(words)):
        return escaped(words[: formula.start()]) + formula[0] + escaped(words[formula.end() :])
    plain = re.sub(r"([\\`*_])", r"\\\1", words)
    plain = re.sub(r"\[(?!\^\d+\])", r"\\[", plain)
    plain = re.sub(r"(?<=\w)\](?!:)(?<!\^\d\])(?<!\^\d\d\])", r"\\]", plain)
    plain = re.sub(r"(\{[{%])", r"\\\1", plain)
    plain = re.sub(r"(?<![\w.])@(?=\w)", r"\\@", plain)
    return re.sub(r"<(?=[a-zA-Z/!])", "&lt;", plain)
