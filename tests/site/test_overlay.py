"""What an author sees in the browser while `mkdocs serve` runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sholu.problems import Place
from sholu.problems.telling import problem
from sholu.site.overlay import Overlay, ShownPage
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
    script = b'<script src="/review/sholu-overlay.js" data-state="/review/sholu-overlay.json" defer></script>'
    assert content == b"<body>Words." + script + b"</body></p>"
    assert asked(overlay, "/review/a.css", "text/css")[2] == b"<body>Words.</body></p>"
    assert b"sholu-problems" in asked(overlay, "/review/sholu-overlay.js")[2]
    _, headers, content = asked(overlay, "/review/sholu-overlay.json")
    assert headers["Cache-Control"] == "no-store"
    assert json.loads(content)["problems"] == []
