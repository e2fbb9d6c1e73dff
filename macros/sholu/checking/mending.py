"""`sholu check --fix`: what has one right mend is mended, and acceptances of translations are kept.

Works on texts: what is written, and where, is up to the command.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import unified_diff

from sholu.checking.editor import Note, as_an_editor, in_bibliography
from sholu.decoding import decoded
from sholu.importing.renaming import in_lock
from sholu.pages.findings import Edit
from sholu.problems import Problem
from sholu.regexes import regex
from sholu.review import Review
from sholu.review.versions import translation_states
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.lock import Lock, write_lock
from sholu.translations.lock_file import LOCK_FILE
from sholu.values import replace

# One mend may make room for another: a dash in place of a hyphen wants its space.
_MOST_ROUNDS = 5
_LETTERS = regex(r"[^\W\d_]")
# Files whose text is not what their bytes say: written back, it would be all that is left of them.
_NOT_AS_TYPED = frozenset({"F001", "F080", "F091"})

ReadReview = Callable[[Mapping[str, str]], Review]


def mended(review: Review, only: Collection[str], read: ReadReview) -> dict[str, str]:
    """Return the files that are mended, by their paths, with their new texts and the lock of translations.

    Args:
        review: as it is.
        only: the beginnings of codes that are to be mended; none of them are all.
        read: reads the review with other texts in place of some of its files.
    """
    changed: dict[str, str] = {}
    now = review
    for _ in range(_MOST_ROUNDS):
        before = dict(changed)
        for path, edits in _edits(now, only).items():
            text, wrong = decoded((now.folder / path).read_bytes(), path)
            if _NOT_AS_TYPED.intersection(one.code for one in wrong):
                continue
            if (after := applied(text, edits)) != text:
                changed[path] = after
        if changed == before:
            break
        now = read(changed)
    if changed and review.gathered.lock.records:
        lock = carried(review, now)
        if lock != review.gathered.lock:
            changed[LOCK_FILE] = write_lock(lock)
    return changed


def _edits(review: Review, only: Collection[str]) -> dict[str, list[Edit]]:
    notes = list(as_an_editor(review))
    shown = review.gathered.shown_bibliography
    file = review.folder / review.settings.bibliography
    if file.is_file():
        text, _ = decoded(file.read_bytes(), shown)
        notes += in_bibliography(text, shown, review.gathered.problems)
    # What the author has silenced is not mended.
    judged = review.judged({one.problem for one in notes})
    asked_for = {replace(one, judged="") for one in judged if not only or one.code.startswith(tuple(only))}
    return _by_file(notes, asked_for)


def _by_file(notes: Iterable[Note], asked_for: Collection[Problem]) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for one in notes:
        if one.edits and one.problem in asked_for:
            found.setdefault(one.problem.place.path, []).extend(one.edits)
    return found


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with its edits; of two that overlap the first is made."""
    parts: list[str] = []
    position = 0
    for edit in sorted(set(edits)):
        if edit.start >= position:
            parts += (text[position : edit.start], edit.text)
            position = edit.end
    return "".join((*parts, text[position:]))


def as_it_was(text: str, content: bytes) -> bytes:
    """Return a text as the bytes of its file, with the mark and the ends of lines that the file had.

    Args:
        text: what is to be written.
        content: the file before.
    """
    ended = text.replace("\n", "\r\n") if b"\r\n" in content else text
    return (BOM_UTF8 if content.startswith(BOM_UTF8) else b"") + ended.encode()


def carried(before: Review, after: Review) -> Lock:
    """Return the acceptances of translations over a change of signs and letters that changed no meaning.

    A block is as accepted as it was; where it has become several (a list that was none), each of them is.
    """
    texts: dict[str, str] = {}
    lock = before.gathered.lock
    records = dict(lock.records)
    accepted: dict[str, str] = {}
    states = translation_states(before.gathered, before.settings.default)
    for state, now in zip(states, translation_states(after.gathered, after.settings.default), strict=True):
        originals = _became(state.source, now.source)
        both = (*originals, *_became(state.translation, now.translation))
        texts |= {one.fingerprint: new[0].text for one, new in both if len(new) == 1}
        record = records.get(state.translation.path)
        if record and record.source == state.source.language:
            known = {mark for mark, _ in record.blocks.values()}
            theirs = {one.identifier: one.fingerprint for one in now.translation.blocks}
            parts = [
                one for old, new in originals if len(new) > 1 and old.fingerprint in known for one in new
            ]
            accepted |= {one.fingerprint: one.text for one in parts}
            names = {old.identifier: new[0].identifier for old, new in originals}
            blocks = {names.get(name, name): marks for name, marks in record.blocks.items()}
            blocks |= {one.identifier: (one.fingerprint, theirs.get(one.identifier, "")) for one in parts}
            records[state.translation.path] = replace(record, blocks=blocks)
    moved = in_lock(replace(lock, records=records), lambda text: text, texts, {})
    used = {mark for record in moved.records.values() for mark, _ in record.blocks.values()}
    kept = {mark: text for mark, text in {**moved.texts, **accepted}.items() if mark in used}
    return replace(moved, texts=kept)


def _became(old: PageVersion, new: PageVersion) -> list[tuple[Block, tuple[Block, ...]]]:
    """Return for each block of a page those that it has become, by the letters of their words."""
    found: list[tuple[Block, tuple[Block, ...]]] = []
    rest = list(reversed(new.blocks))
    for block in old.blocks:
        wanted, parts = _letters(block), list[Block]()
        while rest and (not parts or wanted > sum(map(_letters, parts))):
            parts.append(rest.pop())
        if parts:
            found.append((block, tuple(parts)))
    return found


def _letters(block: Block) -> int:
    return len(_LETTERS.findall(block.words))


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Show what was changed, file by file, as a short diff."""
    lines: list[str] = []
    for path in sorted(after):
        if path != LOCK_FILE:
            old, new = before[path].splitlines(), after[path].splitlines()
            lines += unified_diff(old, new, path, path, n=0, lineterm="")
    return "".join(f"{line}\n" for line in lines)
