"""Citations that were typed, `(Лаумулин М, 2020)`, `[12, с. 45]`, `[3; 7–9]`, in notes as well → `[@key]`."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from sholu.importing.draft import Draft
from sholu.importing.paper.citation_forms import (
    ABBREVIATION,
    BEFORE_YEAR,
    DEFINED,
    FULL_WIDTH,
    IBID,
    INITIAL,
    KEY,
    NOTE,
    NUMBERED_PIECE,
    NUMBERS,
    PIECE,
    ROUND,
    SEE,
    SQUARE,
    WITHOUT_LINKS,
)  # fmt: skip
from sholu.importing.paper.cited import Cited
from sholu.importing.paper.ibidem import Ibidem
from sholu.importing.paper.meaning import (
    families,
    located,
    looks_like_people,
    unescaped,
    with_own_signs,
    years_of,
)  # fmt: skip
from sholu.importing.paper.named_works import NamedWorks
from sholu.importing.paper.noted import noted
from sholu.importing.paper.short_titles import ShortTitles
from sholu.importing.paper.superscripts import in_brackets
from sholu.importing.paper.unlisted import of_itself
from sholu.importing.same_people import is_caseless, people_of
from sholu.importing.typed.reading import read_reference
from sholu.languages import language
from sholu.problems.telling import said
from sholu.values import replace

# So many works that a citation may mean are told.
_MOST_TOLD = 8
# So many works all ranges of a paper name together: [1–600] in thousands of places makes millions.
_MOST_RANGED = 20_000


class Citing:
    """Puts citations in place of what was typed.

    Args:
        cited: the works of the list, by key.
        code: the language of the text.
        key: gives a work that the list does not have a key.
        words: how it is said that a work is known by its citation alone (`{}` is the citation).
    """

    def __init__(self, cited: Cited, code: str, key: Callable[[Draft], str], words: str) -> None:
        self._cited = cited
        self._named = NamedWorks(cited.works, chain.from_iterable(language(code).inflection.endings))
        self._titles = ShortTitles(cited.works)
        self._ranged = 0
        self._code = code
        self._key = key
        self._words = words
        self._defined: dict[str, str] = {}
        self._ibidem = Ibidem(cited.told)
        self._by_label: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Return a text with its typed citations as those of a review."""
        text = in_brackets(FULL_WIDTH.sub(r"[\1]", text), self._cited.numbers)
        self._by_label = {found[1]: " ".join(found[2].split()) for found in NOTE.finditer(text)}
        for words in self._by_label.values():
            if found := DEFINED.match(unescaped(words)):
                self._defined.setdefault(found["short"], found["long"])
        parts = []
        place = 0
        for note in NOTE.finditer(text):
            parts += [self._prose(text[place : note.start()]), self._note(note)]
            self._ibidem.note(parts[-1])
            place = note.end()
        return "".join((*parts, self._prose(text[place:])))

    def _prose(self, text: str) -> str:
        parts, place = [], 0
        for whole in WITHOUT_LINKS.finditer(text):
            parts += [self._sentences(text[place : whole.start()]), self._unlinked(whole[0])]
            place = whole.end()
        return "".join((*parts, self._sentences(text[place:])))

    def _unlinked(self, typed: str) -> str:
        """Leave a heading or what a picture shows as it was typed; the page of a heading lists its works."""
        keys = KEY.findall(self._sentences(typed)) if typed.startswith("#") else ()
        return typed + "".join(f'\n\n{{{{ nocite("{key}") }}}}' for key in dict.fromkeys(keys))

    def _sentences(self, text: str) -> str:
        self._ibidem.text(text)
        text = SQUARE.sub(self._square, text)
        text = BEFORE_YEAR.sub(self._named_before, text)
        return SEE.sub(self._see, ROUND.sub(self._round, text))

    def _see(self, found: re.Match[str]) -> str:
        """Read «см. Лаумулин, 2020»: what a sentence names becomes a part of it, «см. Лаумулин (2020)»."""
        key = self._known(found["people"], found["year"], found["letter"] or "")
        if not key:
            return found[0]
        self._count([key])
        locator = located(found["locator"] or "")
        return f"{found['prefix']} @{key}{f' [{locator}]' if locator else ''}"

    def _square(self, found: re.Match[str]) -> str:
        words = with_own_signs(unescaped(found[1]))
        if "@" in words or words.startswith("^"):
            return found[0]
        cited = self._numbered(words) or self._bracket(words, "")
        return cited or found[0]

    def _numbered(self, words: str) -> str:
        """Read `12, с. 45`, `3; 7–9`, `1, 2`: numbers of the list."""
        if not self._cited.numbers or not words[:1].isdigit():
            return ""
        pieces: list[tuple[int, str]] = []
        parts = re.split(r"\s*[;,]\s*", words) if NUMBERS.match(words) else re.split(r"\s*;\s*", words)
        for part in parts:
            piece = NUMBERED_PIECE.match(part.strip())
            if not piece:
                return ""
            first, last = int(piece["first"]), int(piece["last"] or piece["first"])
            if not first <= last <= max(self._cited.numbers) or first not in self._cited.numbers:
                self._cited.told.append(said("paper_no_number", cited=f"[{words}]"))
                return ""
            self._ranged += last - first
            if self._ranged > _MOST_RANGED:
                self._cited.told.append(said("paper_long_ranges", cited=f"[{words}]"))
                return ""
            pieces += [(number, "") for number in range(first, last)] + [(last, piece["locator"] or "")]
        return self._written(
            [("", self._cited.numbers.get(number, ""), locator) for number, locator in pieces]
        )

    def _named_before(self, found: re.Match[str]) -> str:
        """Read «Лаумулин (2020)»: the name stands in the sentence, and is not said again."""
        piece = PIECE.match(f"{found[1]}, {found['inside']}")
        years = years_of(piece) if piece else []
        keys = [self._known(piece["people"], year, letter) for year, letter in years] if piece else []
        if not piece or not all(keys):
            if piece and (piece["locator"] or INITIAL.search(found.string, found.start() - 4, found.start())):
                self._cited.told.append(said("paper_unmatched", cited=found[0]))
            return found[0]
        self._count(keys)
        locator = located(piece["locator"] or "") if len(keys) == 1 else ""
        return f"{found[1]} [{'; '.join(f'-@{key}' for key in keys)}{', ' if locator else ''}{locator}]"

    def _round(self, found: re.Match[str]) -> str:
        note = (found[2] or "")[2:-1]
        cited = self._bracket(with_own_signs(unescaped(found[1])), self._by_label.get(note, ""))
        return f"{cited}{found[2] or ''}" if cited else found[0]

    def _bracket(self, words: str, note: str) -> str:
        """Read a bracket with authors and years, or with an abbreviation that a note explains."""
        words = words.strip()
        pieces: list[tuple[str, str, str]] = []
        if ABBREVIATION.fullmatch(words) and words in self._defined and note:
            key = self._of_abbreviation(words, "", note, words)
            return self._written([("", key, "")])
        for part in re.split(r"\s*;\s*", words):
            piece = PIECE.match(part)
            if not piece:
                return ""
            people = piece["people"].strip(" ,")
            years = years_of(piece)
            # Nothing but the list tells names from words where no letter is a capital.
            is_known = is_caseless(people) and all(self._known(people, *one) for one in years)
            if not is_known and not looks_like_people(people, self._defined):
                return ""
            locator = (piece["locator"] or "") if len(years) == 1 else ""
            for position, (year, letter) in enumerate(years):
                key = self._found(people, year, letter, note, words)
                if not key:
                    return ""
                pieces.append(("" if position else piece["prefix"] or "", key, locator))
        return self._written(pieces)

    def _written(self, pieces: list[tuple[str, str, str]]) -> str:
        if not pieces or not all(key for _, key, _ in pieces):
            return ""
        self._count([key for _, key, _ in pieces])
        parts = []
        for prefix, key, locator in pieces:
            own = located(locator)
            parts.append(f"{prefix}@{key}{', ' if own else ''}{own}")
        return f"[{'; '.join(parts)}]"

    def _count(self, keys: list[str]) -> None:
        self._cited.found += 1
        self._cited.used.update(keys)
        self._ibidem.cite(keys[-1])

    # ---------------------------------------------------------------- works

    def _found(self, people: str, year: str, letter: str, note: str, typed: str) -> str:
        """Return the key of the work that is meant; one that nobody lists becomes an entry that says so."""
        if key := self._known(people, year, letter):
            return key
        short = people.split(",", maxsplit=1)[0].strip()
        if ABBREVIATION.fullmatch(short) and (short in self._defined or note):
            return self._of_abbreviation(short, year, note, typed)
        return self._of_itself(people, year, typed)

    def _known(self, people: str, year: str, letter: str) -> str:
        if key := self._named.by_shorthand(people, year):
            return key
        fitting = self._cited.meant(self._named.fitting(people, year))
        if len(fitting) > 1 and letter:
            number = "abcdefgh".find(letter) if letter.isascii() else "абвгдежз".find(letter)
            return fitting[number] if 0 <= number < len(fitting) else fitting[0]
        if len(fitting) > 1:
            few = (*fitting[:_MOST_TOLD], *("…" for _ in fitting[_MOST_TOLD : _MOST_TOLD + 1]))
            self._cited.told.append(said("paper_several", cited=f"({people}, {year})", keys=", ".join(few)))
        return fitting[0] if fitting else ""

    def _of_abbreviation(self, short: str, year: str, note: str, typed: str) -> str:
        own = DEFINED.match(unescaped(note))
        words = own["long"] if own and own["short"] == short else self._defined.get(short, "")
        if key := self._named.by_shorthand(short, year):
            return key
        draft = read_reference(words or short)
        fields = {**draft.fields, "shorthand": short}
        fields["title"] = re.sub(rf"\s*\({re.escape(short)}\)", "", fields.get("title", ""))
        if year and year not in (fields.get("date") or fields.get("year") or ""):
            fields.pop("date", None)
            fields["year"] = year
        return self._added(replace(draft, fields=fields, original=f"{typed}: {words}" if words else typed))

    def _of_itself(self, people: str, year: str, typed: str) -> str:
        draft = of_itself(people, year, typed, {f"description_{self._code}": self._words.format(typed)})
        self._cited.told.append(said("paper_unlisted", cited=f"({typed})"))
        return self._added(draft)

    def _added(self, draft: Draft) -> str:
        key = self._key(draft)
        self._cited.works[key] = draft
        self._named.add(key, draft)
        self._titles.add(key, draft)
        return key

    # ---------------------------------------------------------------- notes

    def _note(self, note: re.Match[str]) -> str:
        """Read a note that names works to its end; any other is prose, if it defines no abbreviation."""
        words = unescaped(" ".join(note[2].split()))
        if DEFINED.match(words):
            return note[0]
        if same := IBID.match(words):
            key = self._ibidem.meant(words)
            return f"[^{note[1]}]: {self._written([('', key, same['locator'] or '')])}." if key else note[0]
        lead, works = noted(" ".join(note[2].split()))
        again = [self._of_work_before(work.again) for work in works if work.again]
        if not works or not all(again):
            return self._prose_of_note(note)
        keys = [again.pop(0) if work.again else self._of_note(work.draft) for work in works]
        places = [work.locator for work in works]
        if not lead:
            pieces = [("", key, place) for key, place in zip(keys, places, strict=True)]
            return f"[^{note[1]}]: {self._written(pieces)}."
        self._count(keys)
        both = zip(keys, places, strict=True)
        named = (f"@{key} [{located(place)}]" if place else f"@{key}" for key, place in both)
        return f"[^{note[1]}]: {self._prose(lead)} {'; '.join(named)}."

    def _prose_of_note(self, note: re.Match[str]) -> str:
        """Read a note that says something: works that it names by their titles are parts of its sentences."""
        typed = note[0].partition(":")[2]
        parts, place = [], 0
        for one in self._titles.of(typed):
            self._count([one.key])
            locator = located(one.locator)
            is_part = re.search(r"\w", typed[: one.start] + typed[one.end :])
            named = f"@{one.key}{f' [{locator}]' if locator else ''}"
            if not is_part:
                named = f"[@{one.key}{', ' if locator else ''}{locator}]"
            parts += [self._prose(typed[place : one.start]), named]
            place = one.end
        return f"[^{note[1]}]:{''.join(parts)}{self._prose(typed[place:])}"

    def _of_work_before(self, people: str) -> str:
        """Return the key of the one work of somebody that was cited before, "" if there are more or none."""
        wanted = [word for one in families(people)[:1] for word in one]
        same = set[str]().union(*(self._named.of_somebody(word) & self._cited.used for word in wanted))
        return same.pop() if len(same) == 1 else ""

    def _of_note(self, draft: Draft) -> str:
        return self._known(people_of(draft)[0].family, draft.year, "") or self._added(draft)
