"""Which work of a list a typed citation names, by its people and its year; pure.

A paper may cite thousands of times, and its list may have hundreds of works of one year: each name is looked
up where it was put down, and compared with others for slips of letters only so often.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from sholu.importing.draft import Draft
from sholu.importing.keys import latin
from sholu.importing.paper.meaning import families
from sholu.importing.same_people import ALIKE, SHORT, as_heard, is_caseless, is_latin, people_of
from sholu.regexes import regex

# So many letters of a title tell a work without authors.
_HEAD = 12
# A stem of fewer letters is no name that an ending could follow without an apostrophe.
_STEM = 4
_APOSTROPHE = regex(r"[’'ʼ]")
# How often two names are compared in a paper; 500 citations and 30 works of each year make 15,000.
_MOST_COMPARED = 1_000_000


class _Spelled:
    """Names that are spelled in one way, and the works of each."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[int]] = {}
        # Each once, in the order in which they came, with its length.
        self._names: list[tuple[str, int]] = []
        # Up to which of them a word was compared, and which of them it is but for a slip.
        self._alike: dict[str, tuple[int, list[str]]] = {}

    def add(self, name: str, number: int) -> None:
        """Put a name of a work down."""
        if name not in self._by_name:
            self._names.append((name, len(name)))
        self._by_name.setdefault(name, []).append(number)

    def of(self, own: str, budget: list[int]) -> set[int]:
        """Return the works that have a name, or one that differs by a slip."""
        return {number for name in (own, *self._slips(own, budget)) for number in self._by_name.get(name, ())}

    def just(self, own: str) -> set[int]:
        """Return the works that have a name, letter for letter."""
        return set(self._by_name.get(own, ()))

    def _slips(self, own: str, budget: list[int]) -> Iterable[str]:
        if len(own) <= SHORT:
            return ()
        start, alike = self._alike.get(own, (0, []))
        end = min(len(self._names), start + budget[0])
        if start < end:
            budget[0] -= end - start
            matcher = SequenceMatcher(None, own, "")
            length = len(own)
            for name, other in self._names[start:end]:
                # What two words of these lengths can have in common at most.
                if 2 * min(length, other) < ALIKE * (length + other) or name == own:
                    continue
                matcher.set_seq2(name)
                if matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
                    alike.append(name)
            self._alike[own] = end, alike
        return alike


class _Names:
    """Names of some works: those of one year, or all."""

    def __init__(self) -> None:
        self.size = 0
        self.shorthands: dict[str, list[int]] = {}
        self.titles: dict[str, list[int]] = {}
        self.answers: dict[str, tuple[int, list[int]]] = {}
        # By whether they are Latin, and whether they are written as one hears them.
        self._spelled = {(latin, heard): _Spelled() for latin in (True, False) for heard in (True, False)}

    def add(self, number: int, work: Draft) -> None:
        """Put the names of a work down."""
        self.size += 1
        if shorthand := work.fields.get("shorthand"):
            self.shorthands.setdefault(shorthand, []).append(number)
        persons = people_of(work)
        if not persons:
            title = latin(work.fields.get("title", ""))[:_HEAD]
            for end in range(1, len(title) + 1):
                self.titles.setdefault(title[:end], []).append(number)
        names = [name.family for name in persons]
        names += [name.family + name.given for name in persons if is_caseless(name.family)]
        for name in {part for whole in names for part in (whole, *whole.split())}:
            plain = latin(name)
            self._spelled[is_latin(name), False].add(plain, number)
            self._spelled[is_latin(name), True].add(as_heard(plain), number)

    def of(self, word: str, budget: list[int]) -> set[int]:
        """Return the works of which a word is a name, in any alphabet and with a slip of a letter."""
        own = is_latin(word)
        plain = latin(word)
        heard = as_heard(plain)
        # Names of two alphabets are compared as one hears them, and of two languages with Cyrillic letters,
        # «Байпақов» and «Байпаков», «Ақышев» and «Акишев».
        same = set[int]() if own else self._spelled[own, True].just(heard)
        return (
            same
            | self._spelled[own, False].of(plain, budget)
            | self._spelled[not own, True].of(heard, budget)
        )


class NamedWorks:
    """The works that a paper can cite, by what its citations say of them."""

    def __init__(self, works: Mapping[str, Draft], endings: Iterable[str] = ()) -> None:
        """Put the works down that are known from the first; `endings` are those of the paper's language."""
        self._endings = frozenset(endings)
        self._budget = [_MOST_COMPARED]
        self._every = _Names()
        self._of_years: dict[str, _Names] = {}
        # Works by their numbers, and the number that a key has now; the order is that of the keys.
        self._keys: list[str] = []
        self._now: dict[str, int] = {}
        self._order: dict[str, int] = {}
        for key, work in works.items():
            self.add(key, work)

    def add(self, key: str, work: Draft) -> None:
        """Put a work down; it takes the place of one with the same key."""
        number = len(self._keys)
        self._keys.append(key)
        self._now[key] = number
        self._order.setdefault(key, number)
        for names in (self._every, self._of_years.setdefault(work.year, _Names())):
            names.add(number, work)

    def by_shorthand(self, short: str, year: str = "") -> str:
        """Return the key of the first work that an abbreviation stands for, "" if there is none."""
        names = self._of_years.get(year) if year else self._every
        return next(iter(self._in_order(names.shorthands.get(short, ()))), "") if names else ""

    def fitting(self, people: str, year: str) -> list[str]:
        """Return the keys of all works of a year that the words of a citation can name, in their order."""
        names = self._of_years.get(year)
        if names is None:
            return []
        size, numbers = names.answers.get(people, (0, []))
        if size != names.size:
            numbers = list(self._named(people, names))
            names.answers[people] = names.size, numbers
        return self._in_order(numbers)

    def of_somebody(self, word: str) -> set[str]:
        """Return the keys of the works of whatever year that somebody wrote or edited."""
        return set(self._in_order(self._every.of(word, self._budget)))

    def _named(self, people: str, names: _Names) -> set[int]:
        head = latin(people)[:_HEAD]
        titled = set(names.titles.get(head, ())) if head else set()
        wanted = [
            set[int]().union(*(names.of(word, self._budget) for word in one))
            or set[int]().union(*(names.of(stem, self._budget) for word in one for stem in self._stems(word)))
            for one in families(people)
        ]
        return titled | (set.intersection(*wanted) if wanted else set())

    def _stems(self, word: str) -> Iterable[str]:
        """Return what a name may be without the ending that a sentence gives it: «Байпақовтың», “Kök’ün”."""
        for place in range(1, len(word)):
            ending = word[place:]
            if _APOSTROPHE.match(ending):
                ending = ending[1:]
            elif place < _STEM:
                continue
            if ending in self._endings:
                yield word[:place]

    def _in_order(self, numbers: Iterable[int]) -> list[str]:
        keys = [self._keys[number] for number in numbers if self._now[self._keys[number]] == number]
        return sorted(keys, key=self._order.__getitem__)
