"""What a rule says, as text for a terminal, and all of them as one page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from sholu.problems.rules import KINDS, Rule, rules
from sholu.problems.telling import phrase

# Of a terminal, in letters.
_WIDTH = 80


def told(one: Rule, code: str) -> str:
    """Explain a rule in a language, in English where it has no words of that language.

    Args:
        one: the rule.
        code: the language.
    """
    explained = one.explanation(code)
    lines = (
        f"{one.code} · {_room(one, code)} · {phrase(one.level, code)}",
        "",
        explained.name,
        "",
        *wrap(explained.why, _WIDTH),
        "",
        phrase("before", code),
        *(f"  {line}" for line in explained.before.split("\n")),
        phrase("after", code),
        *(f"  {line}" for line in explained.after.split("\n")),
    )
    return "\n".join(lines)


def in_short(one: Rule, code: str) -> str:
    """Return a line on a rule in a language: its code, its level, its name."""
    return f"{one.code} · {phrase(one.level, code)} · {one.explanation(code).name}"


def page_of_rules(code: str = "en") -> str:
    """Return the page that lists all rules in a language."""
    kinds = ", ".join(f"`{kind}`" for kind in KINDS)
    return "\n".join((phrase("rules_head", code, kinds=kinds), *_sections(code)))


def _room(one: Rule, code: str) -> str:
    return phrase(f"room_{one.code[0]}", code)


def _sections(code: str) -> Iterator[str]:
    letter = ""
    for one in rules():
        if one.code[0] != letter:
            letter = one.code[0]
            room = _room(one, code)
            yield f"## {letter} · {room[0].upper()}{room[1:]}\n"
        explained = one.explanation(code)
        yield f"### {one.code}: {explained.name}\n"
        fixed = f" {phrase('rules_fixed', code)}" if one.is_fixed else ""
        yield f"*{phrase(one.level, code)}.*{fixed} {_as_markdown(explained.why)}\n"
        before = "\n".join(f"- {line}" for line in explained.before.split("\n"))
        after = "\n".join(f"+ {line}" for line in explained.after.split("\n"))
        yield f"```diff\n{before}\n{after}\n```\n"


def _as_markdown(text: str) -> str:
    """Show a text in Markdown as it is."""
    for sign in "\\*_[]<&`":
        text = text.replace(sign, f"\\{sign}")
    return text
