"""A backslash at the end of a line breaks it."""

from __future__ import annotations

from markdown import Markdown
from sholu.pages.hard_breaks import BreaksExtension, may_have_breaks

from tests.rows import rows


@rows(
    ("text", "html"),
    [
        ("Өлең – сөздің патшасы,\\\nқиыннан", "<p>Өлең – сөздің патшасы,<br />\nқиыннан</p>"),
        ("> one\\\n> two", "<blockquote>\n<p>one<br />\ntwo</p>\n</blockquote>"),
        # One before it takes its meaning; at the end of a paragraph and in code it is what it is.
        ("one\\\\\ntwo", "<p>one\\\ntwo</p>"),
        ("one\\\n\ntwo", "<p>one\\</p>\n<p>two</p>"),
        ("`one\\\ntwo`", "<p><code>one\\\ntwo</code></p>"),
    ],
)
def test_a_backslash_at_the_end_of_a_line_breaks_it(text: str, html: str) -> None:
    """As two spaces do."""
    assert Markdown(extensions=[BreaksExtension()]).convert(text) == html


def test_other_texts_need_no_such_rule() -> None:
    """Most have no backslash at the end of a line."""
    assert may_have_breaks("a\\\nb")
    assert not may_have_breaks("a \\* b\nc")
