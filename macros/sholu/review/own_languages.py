"""The files of languages that a review brings along, in its folder `languages/`."""

from __future__ import annotations

from pathlib import Path

from sholu import languages
from sholu.decoding import decoded
from sholu.problems import Problem


def paths(root: Path) -> tuple[Path, ...]:
    """Return the files, in the order of their names; `root` is the folder of mkdocs.yml."""
    return tuple(sorted(root.glob(f"{languages.OWN_FOLDER}/*.toml")))


def use_languages(root: Path, codes: tuple[str, ...]) -> tuple[Problem, ...]:
    """Take the languages of a review for those in use; return what is wrong with its own files.

    Args:
        root: the folder of mkdocs.yml.
        codes: the languages of the review; none takes those that have a file in its folder.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths(root):
        shown = path.relative_to(root).as_posix()
        texts[shown], found = decoded(path.read_bytes(), shown)
        problems += found
    return (*problems, *languages.use(texts, codes or (path.stem for path in paths(root))))
