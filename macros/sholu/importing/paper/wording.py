"""Words that an import writes into a review: `importing/words/`, one file a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent.parent / "words"
FALLBACK = "en"


@cache
def words_of(code: str) -> Mapping[str, str]:
    """Return the words of a language, those of English if it has none of its own."""
    path = WORDS / f"{code}.toml"
    return tomllib.loads((path if path.is_file() else WORDS / f"{FALLBACK}.toml").read_text(encoding="utf-8"))
