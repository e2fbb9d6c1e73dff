"""From which text each block was translated (`translations.lock`), and which blocks are behind.

A block is up to date while the text of its source is one that was accepted for the page. So a paragraph that
moves stays accepted, and a changed one is behind until somebody has looked at its translation.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher, get_close_matches

from macros.translations.blocks import Block, PageVersion

_HEAD = "# From which text each block was translated. Written by `sholu translations accept`, not by hand.\n"


@dataclass(frozen=True)
class Record:
    """What was accepted for one translated page: its source language, and each block's fingerprint there."""

    source: str
    blocks: Mapping[str, str]


@dataclass(frozen=True)
class Lock:
    """All records by the path of the translated page, and the accepted texts by their fingerprints."""

    records: Mapping[str, Record] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stale:
    """A block whose source has changed since its translation was accepted; `before` is the accepted text."""

    block: Block
    source: Block
    before: str


def read_lock(text: str) -> Lock:
    """Read the lock file.

    Raises:
        ValueError: it is no lock file.
    """
    data = tomllib.loads(text)
    try:
        records = {
            path: Record(str(record["source"]), dict(record["blocks"]))
            for path, record in data.get("pages", {}).items()
        }
        return Lock(records, dict(data.get("texts", {})))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no lock file: {error}") from error


def write_lock(lock: Lock) -> str:
    """Write the lock file: pages and texts in the order of their names, so that versions compare well."""
    lines = [_HEAD]
    for path, record in sorted(lock.records.items()):
        lines.append(f"[pages.{_quoted(path)}]\nsource = {_quoted(record.source)}\n")
        lines.append(f"[pages.{_quoted(path)}.blocks]")
        lines += [f"{_quoted(name)} = {_quoted(mark)}" for name, mark in record.blocks.items()]
        lines.append("")
    lines.append("[texts]")
    lines += [f"{_quoted(mark)} = {_quoted(text)}" for mark, text in sorted(lock.texts.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # A string of JSON is one of TOML too, but for a letter that no text has.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def accept(lock: Lock, source: PageVersion, translation: PageVersion) -> Lock:
    """Record that a translation was made from its source as it is now."""
    marks = {block.identifier: block.fingerprint for block in source.blocks if block.text}
    records = {**lock.records, translation.path: Record(source.language, marks)}
    texts = {**lock.texts, **{block.fingerprint: block.text for block in source.blocks if block.text}}
    used = {mark for record in records.values() for mark in record.blocks.values()}
    return replace(lock, records=records, texts={mark: texts[mark] for mark in used if mark in texts})


def stale_blocks(lock: Lock, source: PageVersion, translation: PageVersion) -> Iterator[Stale]:
    """Yield the blocks of a translation that are behind; a page that was never accepted has none."""
    record = lock.records.get(translation.path)
    if record is None or record.source != source.language:
        return
    accepted = set(record.blocks.values())
    current = {block.fingerprint for block in source.blocks}
    own = {block.identifier: block for block in translation.blocks}
    for block in source.blocks:
        if block.text and block.fingerprint not in accepted and block.identifier in own:
            gone = {name: mark for name, mark in record.blocks.items() if mark not in current}
            yield Stale(own[block.identifier], block, _before(block, gone, lock.texts))


def _before(block: Block, gone: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """Return the accepted text that a changed block had: that of its place, else the one most like it."""
    if block.identifier in gone:
        return texts.get(gone[block.identifier], "")
    candidates = [texts[mark] for mark in gone.values() if mark in texts]
    return next(iter(get_close_matches(block.text, candidates, n=1)), "")


def word_differences(before: str, after: str) -> str:
    """Show what has changed, word by word, as Git does: `the [-old-]{+new+} text`."""
    old, new = before.split(), after.split()
    shown: list[str] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            shown += old[start:end]
            continue
        removed = f"[-{' '.join(old[start:end])}-]" if end > start else ""
        added = f"{{+{' '.join(new[new_start:new_end])}+}}" if new_end > new_start else ""
        shown.append(removed + added)
    return " ".join(shown)
