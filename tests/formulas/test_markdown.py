"""A formula within a page: what it keeps of that."""

from __future__ import annotations

import weakref

from sholu.formulas.markdown import Formula


class Paragraph(str):
    """A text of which one can tell whether anybody holds it."""

    __slots__ = ("__weakref__",)


def test_a_formula_that_cannot_be_read_does_not_hold_its_paragraph() -> None:
    """An error keeps the frames it went through; eleven thousand of them held a page each."""

    def read(paragraph: Paragraph) -> tuple[Formula, weakref.ref[Paragraph]]:
        return Formula(paragraph[2:8], paragraph[:], is_block=True), weakref.ref(paragraph)

    formula, held = read(Paragraph(r"$$\frac{$$"))
    assert formula.fault == ("Q001", "{")
    assert held() is None
