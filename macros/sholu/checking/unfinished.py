"""What is begun and not ended, and printed as it is typed: ids, links, notes, tables, italics.

Works on the text of a page with its code blanked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.pages.findings import Edit, Finding
from sholu.regexes import regex

_NAME = r"[A-Za-z][\w-]{0,100}"
# An id without its end, without its sign, or in other brackets.
_ID = regex(
    rf"^[ \t>]*#{{1,6}}[ \t][^\n{{}}]*[ \t](?P<typed>\{{[ \t]*+#?[ \t]*+(?P<open>{_NAME})[ \t]*+[)\]]?"
    rf"|\{{[ \t]*+(?P<bare>{_NAME})[ \t]*+\}}|[(\[]#(?P<other>{_NAME})[)\]}}])[ \t]*$",
    re.MULTILINE,
)
# The address of a link, and no bracket behind it in what is left of the paragraph.
_OPEN_LINK = regex(
    r"(?<![\\\]])!?\[[^\[\]\n@^]{0,300}\]\((?=[\w./#<-])(?P<address>[^\s()<>]{1,1000})(?=\s|\Z)"
    r"(?P<rest>[^()\n]*(?:\n(?![ \t]*\n)[^()\n]*)*)(?=\n[ \t]*\n|\n?\Z)"
)
# Browsers ask for such an address with %20 in it.
_SPACED_ADDRESS = regex(
    r"(?<![\\\]])\[[^\[\]\n@^]{1,300}\]\([ \t]*(?P<address>https?://[^\s()<>\"']{1,500}"
    r"(?:[ \t]+[^\s()<>\"']{1,500}){1,9})[ \t]*\)"
)
_PARAGRAPH = regex(r"\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*")
# An asterisk before a word, which would open italics; one before a form that nobody has written down ends
# in a hyphen (*kel-), as linguists have it.
_ITALIC = regex(r"(?<![\w\\*|/])\*(?=(?P<words>[^\W\d_][^\s*]{2,40})(?P<more>[ \t]+[^\W\d_])?)")
# **words **next: the space that is to stand behind the sign.
_BOLD_TO_THE_NEXT = regex(
    r"(?<![\w\\*])\*\*(?P<words>[^\s*][^*\n]{0,300}?)(?P<spaces>[ \t]{1,9})\*\*(?=[^\W_])"
)

# The text of a footnote without its colon, at the beginning of a paragraph.
_NOTE = regex(
    r"(?:\A|(?<=\n\n)) {0,3}(?P<sign>\[\^(?P<name>[^\[\]\n]{1,100})\])(?P<wrong>[;.,)]?)"
    r"(?=[ \t]+(?:[:–—-][ \t]+)?[^\W_])"
)
# As Word has it, where the sign of that note is in the text: [1] The treaty.
_NUMBERED_NOTE = regex(r"(?:\A|(?<=\n)) {0,3}\[(?P<name>\d{1,3})\](?=[ \t]+[^\W_])")
_DEFINED = regex(r"\[\^(?P<name>[^\[\]\n]{1,100})\]:")
# Rows between signs at both their ends, from the beginning of a paragraph.
_ROWS = regex(
    r"(?:\A|(?<=\n\n))(?P<head>\|[^\n]*\|)[ \t]*\n(?P<rows>(?:[|+][^\n]*[|+][ \t]*(?:\n|\Z))+)"
    r"(?=[ \t]*\n|\Z)"
)
_DASHES = regex(r"\|[ \t]*:?-+:?[ \t]*\|")
_CELL = regex(r"(?<!\\)\|")


def unfinished(prose: str, words: str) -> Iterator[Finding]:
    """Find ids, links and signs of emphasis that nothing ends, and addresses with a space in them.

    Args:
        prose: the text of a page, its code and comments blanked out.
        words: its words, what is not its author's to change blanked out too.
    """
    for found in _ID.finditer(prose) if "#" in prose else ():
        name = found["open"] or found["bare"] or found["other"]
        yield Finding(found.start("typed"), "M017", {"typed": found["typed"], "right": f"{{#{name}}}"})
    if "](" in prose:
        for found in _OPEN_LINK.finditer(prose):
            yield Finding(found.start(), "M018", {"typed": found[0].partition("\n")[0][:60].rstrip()})
        for found in _SPACED_ADDRESS.finditer(prose):
            values = {"address": found["address"], "right": "".join(found["address"].split())}
            yield Finding(found.start("address"), "M019", values)
    yield from _blocks(prose)
    yield from _emphasis(words) if "*" in words else ()


def _blocks(prose: str) -> Iterator[Finding]:
    defined = {one["name"] for one in _DEFINED.finditer(prose)} if "[^" in prose else set()
    for found in _NOTE.finditer(prose) if "[^" in prose else ():
        if found["name"] not in defined:
            edit = Edit(*found.span("wrong"), ":")
            yield Finding(found.end("sign"), "M021", {"sign": found["sign"]}, (edit,))
    for found in _NUMBERED_NOTE.finditer(prose) if "[^" in prose else ():
        sign = f"[^{found['name']}]"
        if sign in prose and found["name"] not in defined:
            edits = (Edit(found.start("name"), found.start("name"), "^"), Edit(found.end(), found.end(), ":"))
            yield Finding(found.start("name") - 1, "M021", {"sign": sign}, edits)
    for found in _ROWS.finditer(prose) if "|" in prose else ():
        if not any(_DASHES.match(found[name]) for name in ("head", "rows")):
            right = f"|{'---|' * (len(_CELL.findall(found['head'])) - 1)}"
            edit = Edit(found.start("rows"), found.start("rows"), f"{right}\n")
            yield Finding(found.start(), "M022", {"right": right}, (edit,))


def _emphasis(words: str) -> Iterator[Finding]:
    for paragraph in _PARAGRAPH.finditer(words):
        sign = _ITALIC.search(paragraph[0]) if paragraph[0].count("*") == 1 else None
        if sign and sign["more"] and not sign["words"].endswith("-"):
            yield Finding(paragraph.start() + sign.start(), "M020", {"typed": f"*{sign['words']}"})
    for found in _BOLD_TO_THE_NEXT.finditer(words):
        start, end = found.span("spaces")
        edits = (Edit(start, end, ""), Edit(found.end(), found.end(), " "))
        yield Finding(found.start(), "M080", {"typed": found[0], "right": f"**{found['words']}** "}, edits)
