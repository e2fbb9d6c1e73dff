"""What readers are not shown and other programs read: an export says it as the file does."""

from __future__ import annotations

import re
from typing import Any

from sholu.bibliography.entry_types import KEY_OF_PATENT, KEYS_OF_TYPES
from sholu.bibliography.fields import KEPT_FIELDS, KEPT_TYPES
from sholu.bibliography.language_names import name_of_language
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.tex import readable

_ADDRESS = re.compile(r"https?://|\\url", re.IGNORECASE)


def has_medium(published: str) -> bool:
    """Tell whether `howpublished` says what a work is, and neither where it is read nor “personal”."""
    return published.strip("{} ").casefold() not in {"", "personal"} and not _ADDRESS.search(published)


def _text(value: str) -> str:
    return str(readable(value)[0])


def passed_on(entry: RawEntry, language: str) -> dict[str, Any]:
    """Return the parts of a reference that exports pass on.

    Args:
        entry: the entry as it stands in the file.
        language: the code of the language of the work.
    """
    fields = entry.fields
    kept = {name: text for name in KEPT_FIELDS & fields.keys() if (text := _text(fields[name]))}
    named = fields.get("langid", "").strip("{} ").casefold()
    # British English is English to us.
    if named and named not in {language, name_of_language(language)}:
        kept["langid"] = named
    if has_medium(fields.get("howpublished", "")):
        kept["howpublished"] = _text(fields["howpublished"])
    kind = fields.get("type", "").casefold()
    if kind in KEYS_OF_TYPES or KEY_OF_PATENT.fullmatch(kind):
        kept["type"] = kind
    given: dict[str, Any] = {"kept": tuple(sorted(kept.items()))} if kept else {}
    return given | ({"entry_type": entry.type} if entry.type in KEPT_TYPES else {})
