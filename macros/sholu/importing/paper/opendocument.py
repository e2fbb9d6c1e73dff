"""What pandoc tells otherwise of a paper of OpenDocument than it is there."""

from __future__ import annotations

import re
from typing import Any

from sholu.importing.paper.nodes import nodes
from sholu.regexes import regex

_SMALL = regex(
    r"<style:style\b[^>]*style:name=\"([^\"]+)\"(?:(?!</style:style>).){0,2000}?font-variant=\"small-caps\"",
    re.DOTALL,
)
_OF_WORDS = frozenset({"Space", "SoftBreak", "LineBreak"})


def with_formulas_in_lines(read: dict[str, Any]) -> None:
    """Take a formula that stands in a line for one: pandoc calls all of them set apart.

    Args:
        read: the document, which is changed.
    """
    for block in nodes(read["blocks"]):
        if block.get("t") in {"Para", "Plain"}:
            formulas = [one for one in block["c"] if one["t"] == "Math"]
            is_alone = all(one["t"] == "Math" or one["t"] in _OF_WORDS for one in block["c"])
            for one in () if is_alone else formulas:
                one["c"][0] = {"t": "InlineMath"}


def small_capitals(content: str) -> int:
    """Return how many runs of a text in OpenDocument are in small capitals, which pandoc does not read."""
    named = "|".join(re.escape(name) for name in dict.fromkeys(_SMALL.findall(content)))
    return len(re.findall(rf'<text:span\b[^>]*text:style-name="(?:{named})"', content)) if named else 0
