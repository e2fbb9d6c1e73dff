"""Words of languages stand in the languages' files, none in the code of the engine."""

from __future__ import annotations

import ast
import re
from functools import cache

from tests.sources import nodes

# What may stay, by file: parts of what is written there, and why.
STAYS = {
    # Alphabets, scripts, signs and letters that look alike are no words.
    "bibliography/people.py": "letters: vowels of alphabets",
    "bibliography/persons.py": "signs before letters",
    "bibliography/edtf.py": "letters of eras, which calendars have in all languages",
    "bibliography/tex.py": "letters that babel writes behind a quotation mark",
    "bibliography/tex_reader.py": "raised and lowered figures",
    "checking/spelling.py": "letters: vowels of alphabets",
    "importing/paper/citing.py": "letters behind a year: а, б, в",
    "importing/paper/superscripts.py": "raised figures",
    "importing/typed/line.py": "letters: the capitals of alphabets",
    "languages/look_alikes.py": "letters that look alike",
    "languages/romanization.py": "letters of other alphabets, and what stands for them",
    "languages/runs.py": "letters of the romanizations",
    "spoofs.py": "letters that look alike",
    "translations/number_words.py": "letters that look like Roman numbers",
    # Names that are no language's.
    "bibliography/hosts.py": "names of sites",
    "checking/signs.py": "signs of norms",
    "citations/styles/gost.py": "the name of a norm",
    "importing/typed/reading.py": "signs of norms",
    # What is shown to an author by way of example.
    "starting/command.py": "an example of an option",
}
# Two letters and more, of which one at least is none of the Latin alphabet's; not in a class of letters.
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")


_TOLD = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""|^\s*#.*$', re.MULTILINE)
_BEYOND = re.compile(r"[^\W\d_a-zA-Z]")


@cache
def words_of_modules() -> dict[str, list[str]]:
    """Return by module the strings that have a word with a letter beyond ASCII; docstrings are no code."""
    found: dict[str, list[str]] = {}
    docstrings: set[int] = set()
    for path, node in nodes(lambda text: _BEYOND.search(_TOLD.sub("", text))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            # It comes before what it holds.
            docstrings.add(id(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            words = _WORD.findall(_CLASS.sub(" ", node.value))
            if any(not word.isascii() for word in words):
                found.setdefault(path, []).append(f"{path}:{node.lineno}: {node.value}")
    return found


def test_no_word_of_a_language_stands_in_the_code() -> None:
    """They go into a section of the file of their language; what is no word is named above, with a reason."""
    assert [words for path, own in words_of_modules().items() if path not in STAYS for words in own] == []


def test_what_may_stay_is_there() -> None:
    """A reason without anything to give a reason for would let in the next word."""
    assert sorted(STAYS.keys() - words_of_modules().keys()) == []
