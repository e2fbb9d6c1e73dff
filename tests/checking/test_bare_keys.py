"""A key between brackets without @ is told with the citation that was meant."""

from __future__ import annotations

from sholu.checking.bare_keys import bare_keys
from sholu.citations.source import without_code

from tests.rows import rows

KEYS = {"hiro2009", "dodis2002", "water"}


@rows(
    ("typed", "right", "is_certain"),
    [
        ("So it is [hiro2009].", "[@hiro2009]", True),
        ("[hiro2009, p. 12]", "[@hiro2009, p. 12]", True),
        ("[hiro2009; dodis2002, ch. 2; nope]", "[@hiro2009; @dodis2002, ch. 2; nope]", True),
        ("He wrote of it [water].", "[@water]", False),
        ("So it is [see hiro2009, p. 12].", "[see @hiro2009, p. 12]", True),
        ("[см. hiro2009]", "[см. @hiro2009]", True),
        ("[#hiro2009, p. 12]", "[@hiro2009, p. 12]", True),
    ],
)
def test_a_key_without_its_sign_is_told(typed: str, right: str, *, is_certain: bool) -> None:
    """What may be a word of a text is mended by nobody but its author."""
    (one,) = bare_keys(typed, KEYS)
    assert (one.code, one.values["right"]) == ("M086", right)
    assert [edit.text for edit in one.edits] == [right] * is_certain


@rows(
    "typed",
    [
        "[@hiro2009]",
        "[-@hiro2009]",
        "[see @hiro2009]",
        "[hiro2009](a.md)",
        "[hiro2009][a]",
        "[a][hiro2009]",
        "[hiro2009]\n\n[hiro2009]: https://example.org",
        "![hiro2009](a.png)",
        "\\[hiro2009]",
        "[^hiro2009]",
        "[[hiro2009]]",
        "`[hiro2009]`",
        "[nope2009]",
        "[see water]",
    ],
)
def test_what_is_no_bare_key_is_left(typed: str) -> None:
    """Citations, links, footnotes, code, and keys that nobody has."""
    assert not list(bare_keys(without_code(typed), KEYS))
