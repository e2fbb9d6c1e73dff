"""What an author sees in the browser while `mkdocs serve` runs."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from sholu.problems import Place
from sholu.problems.telling import problem
from sholu.site.overlay import Overlay, ShownPage
from sholu.site.second_look import THREAD, command_of
from sholu.translations.blocks import Block, BlockKind, PageVersion


def page(*texts: str) -> ShownPage:
    """Return a page whose paragraphs stand on the lines 1, 3, 5 …"""
    blocks = tuple(Block(f"p{n}", "", BlockKind.PARAGRAPH, text) for n, text in enumerate(texts, 1))
    lines = {block: 2 * n + 1 for n, block in enumerate(blocks)}
    return ShownPage("ru/water/", PageVersion("ru", "docs/ru/water.md", blocks, lines.__getitem__))


def told(overlay: Overlay) -> Any:
    """Return what a browser is told."""
    return json.loads(overlay.state())


def test_a_problem_leads_to_its_page_and_paragraph() -> None:
    """One of a file that is no page leads nowhere; the server may have the site below a path."""
    overlay = Overlay("/review/")
    found = [
        problem("C001", Place("docs/ru/water.md", 4), key="a", near=""),
        problem("C001", Place("references.bib", 4), key="a", near=""),
    ]
    overlay.tell(found, {"docs/ru/water.md": page("One.", "Two.", "Three.")})
    first, second = told(overlay)["problems"]
    assert (first["place"], first["page"], first["block"]) == (
        "docs/ru/water.md:4",
        "/review/ru/water/",
        "p2",
    )
    assert (second["page"], second["block"]) == ("", "")
    assert first["mend"].endswith("[C001]")
    assert first["level"] == "error"


def test_the_block_that_a_save_has_changed_is_known() -> None:
    """The first of a page; nothing at the first build, and nothing where nothing changed."""
    overlay, path = Overlay(), "docs/ru/water.md"
    for texts, changed in (
        (("One.", "Two."), []),
        (("One.", "Other.", "New."), ["p2"]),
        (("One.", "Other.", "New."), []),
        (("Other.", "New."), []),
    ):
        overlay.tell((), {path: page(*texts)})
        assert [one["block"] for one in told(overlay)["changed"]] == changed
    assert told(overlay)["build"] == 4


def test_a_build_that_never_began_says_why() -> None:
    """And what the last one has found is gone."""
    overlay = Overlay()
    overlay.tell([problem("C001", Place("a.md"), key="a", near="")], {})
    overlay.fail(["mkdocs.yml:2: broken YAML"])
    (only,) = told(overlay)["problems"]
    assert (only["what"], only["level"]) == ("mkdocs.yml:2: broken YAML", "error")


def asked(overlay: Overlay, path: str, kind: str = "text/html") -> tuple[str, Mapping[str, str], bytes]:
    """Ask an application below which every page says the same; return status, headers and content."""

    def site(_environ: Mapping[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", "24")])
        return [b"<body>", b"Words.", b"</body></p>"]

    answers: list[tuple[str, Mapping[str, str]]] = []
    start = lambda status, headers: answers.append((status, dict(headers)))  # noqa: E731 -- as PEP 3333 calls it
    content = overlay.served(site)({"PATH_INFO": path}, start)
    return (*answers[0], b"".join(content))


def test_what_an_author_has_typed_is_shown_as_no_more_than_it_is() -> None:
    """On one line, by the numbers of what turns it round, no longer than somebody reads."""
    overlay = Overlay()
    key = "a\u202eb\n" + "c" * 5_000
    overlay.tell([problem("C001", Place("docs/\udcff.md", 4), key=key, near="")], {})
    (shown,) = json.loads(overlay.state().encode())["problems"]
    assert shown["place"] == "docs/<U+DCFF>.md:4"
    assert "a<U+202E>b⏎ccc" in shown["what"]
    assert len(shown["what"]) < 1_000
    overlay.fail(["broken \u202e \udcff"])
    (shown,) = json.loads(overlay.state().encode())["problems"]
    assert shown["what"] == "broken <U+202E> <U+DCFF>"


def test_an_address_with_signs_of_html_ends_no_tag() -> None:
    """`site_url` may have any, and the server has the site below its path."""
    content = asked(Overlay("""/"><script>ran()</script>/"""), "/")[2]
    assert b"<script>ran" not in content
    assert content.count(b"<script") == 1


def test_the_server_adds_the_script_to_pages_alone() -> None:
    """With their new length; it answers for the script and for what it asks."""
    overlay = Overlay("/review/")
    status, headers, content = asked(overlay, "/review/")
    assert (status, headers["Content-Length"]) == ("200 OK", str(len(content)))
    state = b'data-state="/review/sholu-overlay.json" data-second="/review/sholu-overlay-second.json"'
    script = b'<script src="/review/sholu-overlay.js" ' + state + b" defer></script>"
    assert content == b"<body>Words." + script + b"</body></p>"
    assert asked(overlay, "/review/a.css", "text/css")[2] == b"<body>Words.</body></p>"
    assert b"sholu-problems" in asked(overlay, "/review/sholu-overlay.js")[2]
    _, headers, content = asked(overlay, "/review/sholu-overlay.json")
    assert headers["Cache-Control"] == "no-store"
    assert json.loads(content)["problems"] == []


def record(path: str, line: int, code: str, level: str = "warning") -> dict[str, object]:
    """Return a problem as `sholu check --format json` has it."""
    return {"file": path, "line": line, "code": code, "level": level, "message": "what", "mend": "mend"}


def looked(overlay: Overlay, address: str) -> Any:
    """Return what the second look has found on a page, once it has ended."""
    overlay.second_state(address)
    for one in threading.enumerate():
        if one.name == THREAD:
            one.join()
    return json.loads(overlay.second_state(address))


def printing(found: list[dict[str, object]]) -> tuple[str, ...]:
    """Return a command that says what a check would."""
    return (sys.executable, "-c", "import sys; print(sys.argv[1]); sys.exit(1)", json.dumps(found))


@pytest.mark.usefixtures("processes")
def test_what_an_editor_would_see_comes_after_the_page() -> None:
    """On its own page alone, at the paragraph; neither hints, nor what the build has told."""
    path = "docs/ru/water.md"
    overlay = Overlay("/review/")
    overlay.second.command = printing(
        [
            record(path, 4, "C001", "error"),
            record(path, 5, "O001"),
            record(path, 5, "O080", "hint"),
            record("docs/ru/other.md", 1, "O001"),
        ]
    )
    overlay.tell([problem("C001", Place(path, 4), key="a", near="")], {path: page("One.", "Two.")})
    (only,) = looked(overlay, "/review/ru/water/index.html")["problems"]
    assert only == {
        "level": "warning",
        "place": f"{path}:5",
        "what": "what",
        "mend": "mend [O001]",
        "page": "/review/ru/water/",
        "block": "p2",
    }
    assert looked(overlay, "/review/nowhere/")["problems"] == []


@pytest.mark.usefixtures("processes")
def test_a_build_ends_the_look_of_the_one_before() -> None:
    """What stood there may be mended; while it builds, none begins."""
    overlay, path = Overlay(), "docs/ru/water.md"
    overlay.second.command = printing([record(path, 3, "O001")])
    overlay.tell((), {path: page("One.")})
    assert len(looked(overlay, "/ru/water/")["problems"]) == 1
    overlay.begin()
    assert json.loads(overlay.second_state("/ru/water/")) == {"build": 1, "is_done": False, "problems": []}
    overlay.second.command = printing([])
    overlay.tell((), {path: page("Two.")})
    assert looked(overlay, "/ru/water/") == {"build": 2, "is_done": True, "problems": []}


@pytest.mark.usefixtures("processes")
def test_a_look_that_fails_tells_nothing() -> None:
    """The terminal has said why; without a command there is none."""
    overlay = Overlay()
    overlay.tell((), {})
    assert looked(overlay, "/")["problems"] == []
    overlay.second.command = (sys.executable, "-c", "import sys; sys.exit(2)")
    assert looked(overlay, "/")["problems"] == []


def test_the_look_is_a_check_of_the_review() -> None:
    """In the language of the author, as its programs are told."""
    assert command_of(Path("a") / "mkdocs.yml")[-6:-1] == (
        "check", str(Path("a") / "mkdocs.yml"), "--format", "json", "--language",
    )  # fmt: skip
