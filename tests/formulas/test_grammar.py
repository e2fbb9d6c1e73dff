"""Which dollars open and close a formula: Pandoc's rule, by which prices are none."""

from __future__ import annotations

import re

from sholu.formulas.grammar import ANY, looks_like_prices

from tests.rows import rows


@rows(
    ("text", "formulas"),
    [
        ("$5 and $6", []),
        ("$568m, then $5–$6 each", []),
        ("US$5m and US$6m", []),
        ("A$b$", []),
        ("$ x$ and $x $", []),
        ("$x$5", []),
        (r"\$x$ y$", []),
        ("$x\n\ny$", []),
        ("a $x$ b", ["$x$"]),
        ("($x$), «$x_1$», $n$-ші", ["$x$", "$x_1$", "$n$"]),
        (r"$a\$b$", [r"$a\$b$"]),
        ("$a\nb$", ["$a\nb$"]),
        ("so $$E = mc^2$$ is", ["$$E = mc^2$$"]),
        ("$5 is $x$ times more", ["$x$"]),
        # Scripts without spaces, and endings of Korean.
        ("若$n$为总数，则$p$最小", ["$n$", "$p$"]),
        ("값은 $n$이다", ["$n$"]),
        ("从$5到$8", []),
    ],
)
def test_a_formula_stands_between_two_dollars(text: str, formulas: list[str]) -> None:
    """No space behind the first, none before the second, and no figure behind that."""
    assert [found[0] for found in re.finditer(ANY, text, re.DOTALL)] == formulas


@rows(
    ("tex", "is_price"),
    [
        ("5 million of the debt (A", True),
        (r"\text{GDP per head}_t = \alpha", False),
        (r"\sin x + \operatorname{Var} y", False),
        ("ab cd", False),
    ],
)
def test_words_between_dollars_are_rather_those_of_prices(tex: str, is_price: bool) -> None:  # noqa: FBT001
    """Two words of three letters, not in a command."""
    assert looks_like_prices(tex) is is_price
