"""Letters and the scripts that they are of."""

from __future__ import annotations

from sholu.languages.scripts import by_script


def test_letters_are_sorted_into_scripts_and_signs_stand_with_their_language() -> None:
    """The names are CLDR's, for whoever has to find a font."""
    found = by_script({"中", "。", "の", "ب"}, "Hans")
    assert found == [("Arabic", ["ب"]), ("Han", ["。", "中"]), ("Katakana", ["の"])]
