"""Who stands at the head of a typed line, and what says itself what it is behind a title."""

from __future__ import annotations

import pytest
from sholu.importing.typed.heads import head_of, people_in
from sholu.importing.typed.line import Line
from sholu.importing.typed.peels import peel
from sholu.importing.typed.role_peels import role_in

from tests.rows import rows

# Lines and fields of one table row each are wide.
# ruff: noqa: E501

pytestmark = pytest.mark.pure


@rows(
    ("text", "names", "role", "rest"),
    [
        ("Choudhry S and Herring J, Rivers (Brook 2010)", "Choudhry, S.; Herring, J.", "author", "Rivers (Brook 2010)"),
        ("Lattimore, Richmond, trans. Rivers.", "Lattimore, Richmond", "translator", "Rivers."),
        ("Adlam, Carol, and David Shepherd (eds), Rivers", "Adlam, Carol; Shepherd, David", "editor", "Rivers"),
        ("Garza, Rudolph O. de la, Z. Anthony Lee, and Ann May. Rivers", "de la Garza, Rudolph O.; Lee, Z. Anthony; May, Ann",
         "author", "Rivers"),
        ("Ann L. May, Of Rivers", "May, Ann L.", "author", "Of Rivers"),
        ("Kim A. Rivers. Brook", "Kim, A.", "author", "Rivers. Brook"),
        ("Beall, H.; Trimbur, J. A Guide", "Beall, H.; Trimbur, J.", "author", "A Guide"),
        ("Rivers of the steppe", "", "author", "Rivers of the steppe"),
    ],
)  # fmt: skip
def test_who_stands_at_the_head_of_a_line(text: str, names: str, role: str, rest: str) -> None:
    """In whatever order, up to whatever mark ends it."""
    head = head_of(text)
    found = "; ".join(f"{name.family}, {name.given}" for name in head.names)
    assert (found, head.role, head.rest) == (names, role, rest)


@rows(
    "words",
    ["Rivers of the Steppe", "Kim, A., Rivers as Law", "Plastics, J. Peters and", "World Bank Group", ""],
)
def test_what_is_not_all_names_is_none(words: str) -> None:
    """One word that is none tells it."""
    assert people_in(words) == ([], False)


@rows(
    ("text", "is_part", "left", "fields", "editors"),
    [
        ("Guide, 2nd ed.; Brook: New York, 2001; pp 17-32.", False, ["Guide"],
         {"edition": "2nd ed.", "publisher": "Brook", "address": "New York", "year": "2001", "pages": "17-32"}, ""),
        ("Plastics, 2nd ed., vol. 3, J. Peters, Ed. New York: Brook, 1964, pp. 15–64.", True, ["Plastics"],
         {"edition": "2nd ed.", "volume": "3", "address": "New York", "publisher": "Brook", "pages": "15–64"}, "Peters"),
        ("Rivers (Oxford: Brook, 1986), p. 59.", False, ["Rivers"],
         {"address": "Oxford", "publisher": "Brook", "year": "1986", "pages": "59"}, ""),
        ("Law and Lakes (Ann May ed., 1990)", True, ["Law and Lakes"], {"year": "1990"}, "May"),
        ("Law and Lakes, New York: Brook Press, 1978.", True, ["Law and Lakes"],
         {"address": "New York", "publisher": "Brook Press"}, ""),
        ("Rivers of All, 1700–1917, edited by Ann May and Bob Lee, 249–70. Oxford: Brook, 1997.", True,
         ["Rivers of All, 1700–1917"], {"pages": "249–70", "year": "1997"}, "May Lee"),
        ("Rivers (in all lands)", False, ["Rivers (in all lands)"], {}, ""),
    ],
)  # fmt: skip
def test_what_says_itself_what_it_is_is_taken_out(
    text: str,
    is_part: bool,  # noqa: FBT001
    left: list[str],
    fields: dict[str, str],
    editors: str,
) -> None:
    """What is left has no word or mark of its own."""
    line = Line(text)
    assert peel(line, text, is_part=is_part) == left
    assert {name: line.fields.get(name) for name in fields} == fields
    assert " ".join(name.family for name in line.names.get("editor", [])) == editors


@rows(
    ("words", "told"),
    [
        ("Rivers. Ed. Ann May", True),
        ("Ann May, ed., Rivers", True),
        ("Rivers edited by Ann May", True),
        ("Rivers", False),
    ],
)
def test_words_tell_what_somebody_did(words: str, told: bool) -> None:  # noqa: FBT001
    """No journal is called so."""
    assert role_in(words) is told


def test_a_line_of_roles_costs_little() -> None:
    """Each of them would be looked at with all that stands before it."""
    line = Line("ed. " * 600)
    assert peel(line, line.text, is_part=True)
