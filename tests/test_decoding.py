"""The bytes of a file as text: one form of letters and line ends, and a line for what is no UTF-8."""

from __future__ import annotations

import unicodedata

from sholu.decoding import decoded


def test_letters_of_two_signs_become_one() -> None:
    """A Mac and many a PDF write й as и and its breve; a search for й would not find that."""
    typed = unicodedata.normalize("NFD", "Қайратұлы, ё")
    assert typed != "Қайратұлы, ё"
    assert decoded(typed.encode(), "docs/kk/index.md") == ("Қайратұлы, ё", ())


def test_line_ends_become_those_of_unix() -> None:
    """Those of Windows, of an old Mac, and a byte order mark."""
    assert decoded(b"\xef\xbb\xbfa\r\nb\rc\n", "docs/kk/index.md") == ("a\nb\nc\n", ())


def test_what_is_no_utf_8_has_a_line() -> None:
    """The rest of the file is read all the same."""
    text, (problem,) = decoded(b"a\n\xff\nb", "docs/kk/index.md")
    assert str(problem).startswith("docs/kk/index.md:2: ")
    assert text == "a\n\ufffd\nb"
