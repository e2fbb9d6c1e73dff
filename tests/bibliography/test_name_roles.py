"""What persons are by the words that stand among their names."""

from __future__ import annotations

import pytest
from sholu.bibliography.name_roles import read_role


@pytest.mark.parametrize(
    ("value", "role", "names"),
    [
        ("Иванов И. И.", "", "Иванов И. И."),
        ("Smith, J. and Kim, A. (eds.)", "editor", "Smith, J. and Kim, A."),
        ("Иванов И. И., сост.", "compiler", "Иванов И. И."),
        ("сост. Иванов И. И.", "compiler", "Иванов И. И."),
        ("гл.ред. Иванов", "гл.ред.", "Иванов"),
        ("Kim, A. (EDİTÖR)", "editor", "Kim, A."),
        ("Kim, A., Hrsg.", "editor", "Kim, A."),
    ],
)
def test_a_role_is_told_from_initials(value: str, role: str, names: str) -> None:
    """Both end with a stop; a space between two words may be missing, and İ is a capital, too."""
    assert read_role(value) == (role, names)
