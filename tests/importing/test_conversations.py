"""Papers that pandoc has read: what it is asked, what is made of its answers, what an author gets.

Its answers stand in `tests/golden/papers/` (`*.said.json`), what comes of them beside them; no pandoc is run.
`pytest --rewrite-golden` asks it anew and writes all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sholu.importing.paper import pandoc
from sholu.importing.paper.arriving import arrive

from tests.conftest import is_pure, write
from tests.importing.reviews import SETTINGS

FOLDER = Path(__file__).parent.parent / "golden" / "papers"
LIBRARY = """@book{hiro2009, author = {Hiro, Dilip}, title = {Inside Central Asia}, year = {2009},
  langid = {english}, publisher = {Overlook}}
"""


class Conversation:
    """What is asked of pandoc, and its answers: those that were written down, or its own."""

    def __init__(self, path: Path, *, is_new: bool) -> None:
        self.path = path
        self.is_new = is_new
        self.asked: list[str] = []
        self.answers: list[str] = [] if is_new else json.loads(path.read_text(encoding="utf-8"))
        self._run = pandoc._run

    def __call__(self, arguments: tuple[str, ...], given: str, path: Path) -> str:
        """Answer a command."""
        told = " ".join(re.sub(r"^(--extract-media=|/).*", r"\1…", one) for one in arguments)
        self.asked.append(f"pandoc {told}\n{readable(given)}")
        if self.is_new:
            token = is_pure.set(False)
            self.answers.append(self._run(arguments, given, path))
            is_pure.reset(token)
        return self.answers[len(self.asked) - 1]

    def keep(self) -> None:
        """Write the answers down."""
        self.path.write_text(json.dumps(self.answers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def readable(given: str) -> str:
    """Return what pandoc is given, a document with a block a line."""
    if not given.startswith("{"):
        return given
    blocks = json.loads(given)["blocks"]
    return "\n".join(json.dumps(one, ensure_ascii=False, sort_keys=True) for one in blocks)


def came(root: Path, conversation: Conversation, name: str, code: str) -> Iterator[str]:
    """Let a paper arrive; yield what pandoc was asked, what the author is told, and the files."""
    arrival = arrive(root, root / name, code)
    yield from (f"== asked {one}" for one in conversation.asked)
    yield from ("== told", *arrival.told)
    for path, content in sorted(arrival.files.items()):
        shown = content.decode() if path.suffix != ".png" else f"{len(content)} bytes"
        yield f"== {path.relative_to(root).as_posix()}\n{shown}"


@pytest.mark.parametrize(("name", "code"), [("water.tex", "en"), ("water.md", "kk")])
def test_a_paper_arrives(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, code: str
) -> None:
    """Its text as Markdown that the site reads, its works, pictures and labels; what was mended is told."""
    is_new = request.config.getoption("--rewrite-golden")
    conversation = Conversation(FOLDER / f"{name}.said.json", is_new=is_new)
    monkeypatch.setattr(pandoc, "_run", conversation)
    monkeypatch.setattr(pandoc, "is_there", lambda: True)
    paper = (FOLDER / name).read_bytes()
    inner: dict[str, str | bytes] = {
        "review/mkdocs.yml": SETTINGS,
        "review/references.bib": LIBRARY,
        "secret.png": b"s",
    }
    write(tmp_path, {**inner, f"review/{name}": paper, "review/pic.png": b"picture"})
    actual = "\n".join(came(tmp_path / "review", conversation, name, code)) + "\n"
    actual = actual.replace(str(tmp_path), "")
    if is_new:
        conversation.keep()
        (FOLDER / f"{name}.txt").write_text(actual, encoding="utf-8")
    assert actual == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
