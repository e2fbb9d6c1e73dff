"""Which scripts the search in a language runs: lunr and its stemmer for the language, and ours."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_FOLDER = "assets/javascripts"
_LUNR = f"{_FOLDER}/lunr/lunr.min.js"
_SUPPORT = f"{_FOLDER}/lunr/min/lunr.stemmer.support.min.js"
_OURS = (f"{_FOLDER}/search/words.js", f"{_FOLDER}/search/index.js")


def search_scripts(code: str, folders: Iterable[str]) -> tuple[str, ...]:
    """Return the scripts in the order in which they are loaded, from the root of the site.

    Args:
        code: the language; lunr itself stems English, and a file in the form of lunr-languages any other.
            A language without such a file is searched by the forms of its words.
        folders: those of the theme, in which such a file may lie: ours, Material's, or the review's own.
    """
    stemmer = f"{_FOLDER}/lunr/min/lunr.{code}.min.js"
    has_stemmer = any((Path(folder) / stemmer).is_file() for folder in folders)
    return (_LUNR, *((_SUPPORT, stemmer) if has_stemmer else ()), *_OURS)
