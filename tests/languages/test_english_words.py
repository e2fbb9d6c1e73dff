"""Which words of an English title are small in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.bibliography.proper_names import NO_NAMES, Names, names_in
from sholu.languages import english_words
from sholu.languages.capitals import is_english, sentence_case, with_capital_subtitles
from sholu.languages.english_words import is_name_too, is_small_word

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "word",
    [
        "Rivers", "Banks", "Behaviour", "Colours", "Archaeology", "Decolonization", "Sourcebook",
        "Postcolonial", "Phylogenomics", "Pastoralists", "Socioeconomic", "Hermeneutics", "We", "Modelling",
        "Puritan", "Conversion",
    ],
)  # fmt: skip
def test_words_of_everyday_and_of_scholars_are_small(word: str) -> None:
    """Also those that a dictionary lacks, by how they are made."""
    assert is_small_word(word)


@pytest.mark.parametrize(
    "word",
    [
        "Mandeville",
        "Bergson",
        "Visigothic",
        "Guernesiais",
        "Mesopotamia",
        "Zoroastrianism",
        "Edwardses",
        "Dover",
    ],
)
def test_what_no_dictionary_has_in_small_letters_is_a_name(word: str) -> None:
    """And what it has in capitals alone."""
    assert not is_small_word(word)


def test_some_words_are_names_too() -> None:
    """By the dictionary."""
    assert is_name_too("Brown")
    assert is_small_word("Brown")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Notes on Bergson and Descartes", "Notes on Bergson and Descartes"),
        ("The Cruise of the Nona", "The cruise of the Nona"),
        (
            "Memoir of Catharine Brown, a Christian Indian of the Cherokee Nation",
            "Memoir of Catharine Brown, a Christian Indian of the Cherokee nation",
        ),
        ("Memoir of John Arch, a Cherokee Young Man", "Memoir of John Arch, a Cherokee young man"),
        ("The Impolitic Mr. Edwards and a General Theory", "The impolitic Mr. Edwards and a general theory"),
        ("Money in the Visigothic Kingdom", "Money in the Visigothic Kingdom"),
        ("Sino-Soviet and Socio-Economic Borders", "Sino-Soviet and socio-economic borders"),
        (
            "Proceedings of the 6th International Conference on Interactive Theorem Proving",
            "Proceedings of the 6th International Conference on Interactive Theorem Proving",
        ),
        ("The Rhetoric of Ida B. Wells", "The rhetoric of Ida B. Wells"),
        ("Reading Mark Twain and Frank Furedi", "Reading Mark Twain and Frank Furedi"),
        ("A Life of Anna Maria King, Jr.", "A life of Anna Maria King, Jr."),
        ("Why Will Banks Lend More?", "Why will banks lend more?"),
        ("A Flow of Rarefied Gases", "A flow of rarefied gases"),
        (
            "Proceedings of the Challenge Workshop on Segmentation of Words into Parts",
            "Proceedings of the Challenge Workshop on Segmentation of Words into Parts",
        ),
        ("Atlas of Breeding Birds in New Hampshire", "Atlas of breeding birds in New Hampshire"),
        ("The New Hampshire Atlas and the New Atlas", "The New Hampshire atlas and the new atlas"),
        ("LANGUAGE USE IN EARLY SRANAN", "Language use in early Sranan"),
    ],
)
def test_names_keep_their_capitals_in_sentence_case(title: str, shown: str) -> None:
    """And what belongs to them."""
    assert sentence_case(title, names_in(title, NO_NAMES)) == shown


def test_what_the_file_has_in_small_letters_is_no_name() -> None:
    """A word that no dictionary knows stands so in an abstract."""
    title = "The Adat of the Steppe"
    assert "Adat" in names_in(title, NO_NAMES)
    assert "Adat" not in names_in(title, Names(small=frozenset({"adat"})))


@pytest.mark.parametrize(
    ("title", "is_so"),
    [
        ("TensorFlow: Large-Scale Machine Learning on Heterogeneous Systems", True),
        ("Constrained Markov Decision Processes", True),
        ("Charles Péguy: The Pursuit of Salvation", True),
        ("Les vraies richesses", False),
        ("De Contemptu Mundi", False),
        ("Grammatik der kasachischen Sprache", False),
        ("Dynamiques paysagères: apport des archives de la science", False),
    ],
)
def test_a_dictionary_tells_english(title: str, is_so: bool) -> None:  # noqa: FBT001 -- what is expected
    """Where nobody says the language of a work, and no small word does."""
    assert is_english(title, "", "") is is_so


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Cultural trauma: slavery and identity", "Cultural trauma: Slavery and identity"),
        ("proceedings of a conference", "Proceedings of a conference"),
        ("Phones: iPhone and others", "Phones: iPhone and others"),
        ("eLife of cells", "eLife of cells"),
        ("A ratio of 1:2", "A ratio of 1:2"),
    ],
)
def test_a_subtitle_begins_with_a_capital(title: str, shown: str) -> None:
    """As APA has it (6.17)."""
    assert with_capital_subtitles(title) == shown


def test_a_word_is_found_where_it_stands_in_the_dictionary_and_nothing_else_is() -> None:
    """Each, as a name, a small word or both: also the first and the last of a line."""
    words = set(Path(english_words.__file__).with_suffix(".txt").read_text(encoding="utf-8").split())
    folded = {word.lower() for word in words}
    sought = {*folded, *(word[:-1] for word in folded), *(f"{word}s" for word in folded), "", "zzz", "1", "é"}
    for word in sought:
        assert english_words._is_small(word) is (word in words), word
        assert english_words._is_name(word) is (word != "" and word.capitalize() in words), word
