"""Words of Russian and English pages that no dictionary knows, nor the review itself.

The review's own words are those of `data/words.txt` (one a line, # begins a remark, * stands for any ending),
of its bibliography and its glossary, with their endings. Names are known by their capital in the midst of a
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from sholu.checking.dictionaries import Dictionary, dictionary
from sholu.checking.sentences import sentences
from sholu.checking.strangers import stranger
from sholu.checking.typed import TypedPage
from sholu.languages import is_written_in, language
from sholu.pages.findings import Finding
from sholu.regexes import regex
from sholu.review.vain import WORDS_FILE

# Words may have hyphens that are seen only at the end of a line (U+00AD).
_WORD = regex(r"[^\W\d_]+(?:[’'\u00ad-][^\W\d_]+)*(?![\w/@])")
_SOFT_HYPHEN = "\u00ad"
_REMARK = regex(r"^[ \t]*#.*$", re.MULTILINE)
_JOINED = "_@/\\.-"
# A sentence begins at the head of a line, after a stop, behind an opening mark; not after an initial.
_BEGINS = regex(
    r"(?:^|(?<!\b[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ])\.|[!?…:]|^[ \t]*[#>*+-]+|^[ \t]*\d+[.)]|\|)"
    r"[\s\u00a0«“„\"(*_\[\x00—–-]*\Z",
    re.MULTILINE,
)
_SHORTEST = 3
# How alike a word and what it was typed for are: a slip of one letter in four, of two in eight.
_AS_ALIKE = 0.75
_SHORT, _AS_ALIKE_IF_SHORT = 4, 0.65
_SHORTEST_STEM = 3
_LONGEST_ENDING = 3
# What a word may lose before another ending.
_VOWELS = "аяоеёуюыийьaeiouy"
# So many words of a review are looked up for what may have been meant.
_SUGGESTED = 12
# A page with more unknown words is one in another language, or of names.
_MOST_SLIPS = 100
# So many unknown words, and half of a sentence, are none of the language of the page.
_MOST_OF_SENTENCE = 4


class Speller:
    """Looks at the pages of one review.

    Args:
        texts: what holds words of the review's own: data/words.txt, references.bib, the glossary.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._own: set[str] = set()
        beginnings: set[str] = set()
        for text in texts:
            for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*\*?", _REMARK.sub("", text)):
                if word.endswith("*"):
                    beginnings.add(word[:-1].casefold())
                else:
                    for part in word.split("-"):
                        self._learn(part)
        self._beginnings = tuple(sorted(beginnings))
        self._judged: dict[tuple[str, str], bool] = {}
        self._near: dict[tuple[str, str], str] = {}

    def _learn(self, word: str) -> None:
        if len(word) >= _SHORTEST_STEM:
            self._own.add(_stem(word))

    def learn_names(self, pages: Iterable[TypedPage]) -> None:
        """Learn the words that stand with a capital in the midst of sentences."""
        names: set[str] = set()
        for page in pages:
            text = page.own_words
            names |= {
                found[0]
                for found in _words(text)
                if found[0][0].isupper() and found[0] not in names and not _begins(text, found.start())
            }
        for name in names:
            for part in re.split(r"[-’']", name):
                self._learn(part)

    def misspelt(self, page: TypedPage) -> Iterator[Finding]:
        """Find the words of a page that nobody knows, each where it first stands.

        None where the language has no dictionary.
        """
        known = dictionary(page.code)
        if known is None:
            return
        places: dict[str, int] = {}
        for found in _words(page.own_words):
            places.setdefault(found[0].replace(_SOFT_HYPHEN, ""), found.start())
        wrong = [
            (word, start) for word, start in places.items() if not self._is_right(word, page.code, known)
        ]
        # Of so many words none is a slip, and what was meant takes a dictionary a tenth of a second each.
        are_slips = len(wrong) <= _MOST_SLIPS
        for sentence, words in _in_sentences(wrong, page.own_words, page.code):
            if sentence:
                yield stranger(page.own_words, *sentence)
                continue
            for word, start in words:
                near = self._meant(word, page.code, known) if are_slips else ""
                yield Finding(start, "O011", {"word": word, "near": near, "file": WORDS_FILE})

    def _is_right(self, word: str, code: str, known: Dictionary) -> bool:
        name = (word, code)
        if name not in self._judged:
            self._judged[name] = self._judge(word, code, known)
        return self._judged[name]

    def _judge(self, word: str, code: str, known: Dictionary) -> bool:
        # Acronyms, initials, words of another language.
        if len(word) < _SHORTEST or word.isupper() or not is_written_in(language(code).script, word):
            return True
        if any(letter.isupper() for letter in word[1:] if letter != "-") and "-" not in word:
            return True
        bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
        if self._is_known(bare, code, known):
            return True
        parts = bare.split("-")
        return len(parts) > 1 and all(
            len(part) < _SHORTEST
            or self._is_known(part, code, known)
            # «казахско-кыргызский».
            or _is_first_of_two(part, code, known)
            for part in parts
        )

    def _is_known(self, word: str, code: str, known: Dictionary) -> bool:
        small = word.lower()
        if known.knows(word) or (small != word and known.knows(small)) or self._is_own(word):
            return True
        return any(known.knows(other) for other in _otherwise(small, code))

    def _is_own(self, word: str) -> bool:
        folded = word.casefold()
        return folded.startswith(self._beginnings) or any(folded[:end] in self._own for end in _ends(folded))

    def _meant(self, word: str, code: str, known: Dictionary) -> str:
        name = (word.lower(), code)
        if name not in self._near:
            if len(self._near) >= _SUGGESTED:
                return ""
            # A dictionary always knows something to say; what looks nothing like the word is no help.
            self._near[name] = next((near for near in known.near(word) if _may_be_slip(word, near)), "")
        return self._near[name]


def _may_be_slip(word: str, near: str) -> bool:
    """Tell whether one word was typed for another: it begins alike, and few letters differ."""
    if word[0].isupper() and any(sign in near and sign not in word for sign in " -"):
        # A name is no two words.
        return False
    one, other = word.casefold(), near.casefold()
    begins_alike = one[0] == other[0] or one[:2] == other[1::-1] or one[1:] == other or other[1:] == one
    same = SequenceMatcher(None, one, other, autojunk=False).ratio()
    least = _AS_ALIKE_IF_SHORT if len(one) <= _SHORT else _AS_ALIKE
    return (begins_alike or one[1:] == other[1:]) and same >= least and abs(len(one) - len(other)) < _SHORTEST


def _in_sentences(
    wrong: Sequence[tuple[str, int]], text: str, code: str
) -> Iterator[tuple[tuple[int, int] | None, Sequence[tuple[str, int]]]]:
    """Part unknown words by sentences; with that of which most words are unknown comes where it stands."""
    place = 0
    for start, end in sentences(text, code):
        first = place
        while place < len(wrong) and wrong[place][1] < end:
            place += 1
        inside = wrong[first:place]
        count = len(_WORD.findall(text, start, end)) if len(inside) >= _MOST_OF_SENTENCE else 0
        yield (start, end) if 2 * len(inside) > count > 0 else None, inside
    yield None, wrong[place:]


def _is_first_of_two(part: str, code: str, known: Dictionary) -> bool:
    joined, alone = language(code).orthography.get("joined_adjectives") or ("", "")
    return bool(joined) and part.endswith(joined) and known.knows(part.removesuffix(joined) + alone)


def _otherwise(word: str, code: str) -> Iterator[str]:
    """Yield other ways of writing a word that the language allows (`spelt_alike` in its file)."""
    for pair in language(code).orthography.get("spelt_alike", ()):
        own, _, other = pair.partition("=")
        if own in word:
            yield word.replace(own, other)


def _ends(word: str) -> range:
    """Return where a word may end without its ending."""
    return range(len(word), max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1)


def _stem(word: str) -> str:
    folded = word.casefold()
    return folded[:-1] if folded[-1] in _VOWELS and len(folded) > _SHORTEST_STEM else folded


def _words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a page; no parts of addresses, of names of files, of words with figures."""
    for found in _WORD.finditer(text):
        start = found.start()
        if not start or (text[start - 1] not in _JOINED and not text[start - 1].isdigit()):
            yield found


def _begins(text: str, start: int) -> bool:
    """Tell whether a sentence begins at a place."""
    line = text.rfind("\n", 0, start) + 1
    return start == line or bool(_BEGINS.search(text, max(line, start - 12), start))
