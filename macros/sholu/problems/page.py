"""What a rule says, as text for a terminal, and all of them as one page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from sholu.problems.rules import KINDS, ROOMS, Rule, rules
from sholu.problems.telling import phrase

# Of a terminal, in letters.
_WIDTH = 80
_HEAD = """\
# Problems

What Sholu finds in a review, by code. Every message ends with its code, `[C012]`; `sholu explain C012` says
the same as this page. An **error** is what a reader would see wrong: the last good site stays. A **warning**
is what an editor would want to know: it stops nothing. A **hint** is what an editor might ask: nothing is
wrong, `sholu check` alone tells it, and `--strict` passes over it.

A review may say otherwise in `mkdocs.yml`, `- sholu: {problems: {T016: warning, B023: "off"}}`, but for what
would break a page: of a code, of all codes of a letter, `{O: "off"}`, or of a kind, `{parity: warning}`:
{kinds}; `sholu explain parity` lists the codes of one. A code goes before its
kind, a kind before a letter. And of one place, with a reason,
`<!-- sholu: off T016 the law has another number -->` before a block,
`% sholu: off B023 why` before an entry of `references.bib`, `# sholu: off E003 why` before a
record in `data/`.

This page is made from the records in `macros/sholu/problems/` by `sholu explain > PROBLEMS.md`.
"""


def told(one: Rule, code: str) -> str:
    """Explain a rule in a language, in English where it has no words of that language.

    Args:
        one: the rule.
        code: the language.
    """
    explained = one.explanation(code)
    lines = (
        f"{one.code} · {one.room} · {phrase(one.level, code)}",
        "",
        explained.name,
        "",
        *wrap(explained.why, _WIDTH),
        "",
        phrase("before", code),
        *(f"  {line}" for line in one.before.split("\n")),
        phrase("after", code),
        *(f"  {line}" for line in one.after.split("\n")),
    )
    return "\n".join(lines)


def in_short(one: Rule, code: str) -> str:
    """Return a line on a rule in a language: its code, its level, its name."""
    return f"{one.code} · {phrase(one.level, code)} · {one.explanation(code).name}"


def page_of_rules() -> str:
    """Return the page that lists all rules."""
    return "\n".join((_HEAD.replace("{kinds}", ", ".join(f"`{kind}`" for kind in KINDS)), *_sections()))


def _sections() -> Iterator[str]:
    room = ""
    for one in rules():
        if one.room != room:
            room = one.room
            letter = next(letter for letter, name in ROOMS.items() if name == room)
            yield f"## {letter} · {room.capitalize()}\n"
        explained = one.explanation("en")
        yield f"### {one.code}: {explained.name}\n"
        fixed = " It cannot be turned off." if one.is_fixed else ""
        yield f"*{one.level}.*{fixed} {_as_markdown(explained.why)}\n"
        before = "\n".join(f"- {line}" for line in one.before.split("\n"))
        after = "\n".join(f"+ {line}" for line in one.after.split("\n"))
        yield f"```diff\n{before}\n{after}\n```\n"


def _as_markdown(text: str) -> str:
    """Show a text in Markdown as it is."""
    for sign in "\\*_[]<&`":
        text = text.replace(sign, f"\\{sign}")
    return text
