"""What is wrong, shown in an author's browser while `mkdocs serve` runs: over the page, at its paragraph.

Every build, good or not, makes the server reload its pages; a script that the server adds to them, and that
is no part of the site, asks then what was found and which block has changed, and after that what an editor
would see on its page (`second_look`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from sholu.problems import Place, Problem, on_one_line
from sholu.problems.telling import author_language, in_language, phrase
from sholu.site.second_look import SecondLook
from sholu.translations.blocks import PageVersion
from sholu.values import State, Value, field

SCRIPT = "sholu-overlay.js"
STATE = "sholu-overlay.json"
SECOND = "sholu-overlay-second.json"
# So many are shown over a page; the terminal has all.
_MOST = 50
Application = Callable[[Mapping[str, Any], Callable[..., Any]], Iterable[bytes]]


class ShownPage(Value):
    """A page of the site: its address from the root of the site, its blocks."""

    address: str
    version: PageVersion

    def block_at(self, line: int) -> str:
        """Return the id of the block on a line of its file, "" above the first."""
        before = [one for one in self.version.blocks if self.version.line_of(one) <= line]
        return max(before, key=self.version.line_of).identifier if before else ""


class Overlay(State):
    """What browsers are told; `mount` is where the server has the root of the site."""

    mount: str = "/"
    _build: int = 0
    _told: Sequence[Mapping[str, object]] = ()
    _changed: Sequence[Mapping[str, str]] = ()
    _known: dict[str, frozenset[str]] = field(default_factory=dict)
    second: SecondLook = field(default_factory=SecondLook)
    _pages: Mapping[str, ShownPage] = field(default_factory=dict)
    _places: frozenset[tuple[str, int, str]] = frozenset()

    def tell(self, problems: Iterable[Problem], pages: Mapping[str, ShownPage]) -> None:
        """Take over what a build has found.

        Args:
            problems: all of them.
            pages: those that were read, by the paths of their files.
        """
        found = list(problems)
        self._build += 1
        self._told = [self._shown(one, pages) for one in found[:_MOST]]
        self._places = frozenset((one.place.path, one.place.line, one.code) for one in found)
        self._pages = pages
        self.second.may_begin()
        changed = []
        for path, page in pages.items():
            texts = frozenset(block.fingerprint for block in page.version.blocks)
            known = self._known.get(path, texts)
            new = next((one for one in page.version.blocks if one.fingerprint not in known), None)
            if new is not None:
                changed.append({"page": f"{self.mount}{page.address}", "block": new.identifier})
            self._known[path] = texts
        self._changed = changed

    def begin(self) -> None:
        """Let go of what the last build has found out: another begins."""
        self.second.end()
        self._pages = {}

    def fail(self, lines: Iterable[str]) -> None:
        """Take over why there was no build at all, in sentences."""
        self._build += 1
        self._changed = ()
        nothing = dict.fromkeys(("mend", "place", "page", "block"), "")
        self._told = [{"level": "error", "what": on_one_line(line), **nothing} for line in lines]

    def _shown(self, problem: Problem, pages: Mapping[str, ShownPage]) -> Mapping[str, object]:
        said = in_language(problem, author_language())
        place: Place = said.place
        page = pages.get(place.path)
        return {
            "level": said.level,
            "place": on_one_line(str(place)),
            "what": on_one_line(said.shown),
            "mend": on_one_line(f"{said.mend} [{said.code}]"),
            "page": f"{self.mount}{page.address}" if page else "",
            "block": page.block_at(place.line or 1) if page else "",
        }

    def state(self) -> str:
        """Return what browsers are told, as JSON."""
        own = author_language()
        words = {name: phrase(f"overlay_{name}", own) for name in ("title", "close", "elsewhere")}
        told = {"build": self._build, "problems": self._told, "changed": self._changed, "words": words}
        return json.dumps({**told, "language": own}, ensure_ascii=False)

    def second_state(self, address: str) -> str:
        """Return what an editor would see on a page beside what its build told, as JSON.

        Args:
            address: that of the page, as the browser has it.
        """
        found = self.second.found()
        address = address.removesuffix("index.html")
        pages = {unquote(f"{self.mount}{one.address}"): name for name, one in self._pages.items()}
        path = pages.get(unquote(address), "")
        others = [
            one
            for one in found or ()
            if one["file"] == path and (path, one["line"], one["code"]) not in self._places
        ]
        problems = [
            {
                "level": one["level"],
                "place": on_one_line(f"{path}:{one['line']}"),
                "what": one["message"],
                "mend": f"{one['mend']} [{one['code']}]",
                "page": address,
                "block": self._pages[path].block_at(one["line"]),
            }
            for one in others[:_MOST]
        ]
        told = {"build": self._build, "is_done": found is not None, "problems": problems}
        return json.dumps(told, ensure_ascii=False)

    def served(self, inner: Application) -> Application:
        """Return the application of a server (PEP 3333) with the script on its pages."""

        def application(environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = str(environ.get("PATH_INFO", ""))
            if path == f"{self.mount}{STATE}":
                return _answered(self.state().encode(), "application/json", start_response)
            if path == f"{self.mount}{SECOND}":
                page = parse_qs(str(environ.get("QUERY_STRING", ""))).get("page", [""])[0]
                return _answered(self.second_state(page).encode(), "application/json", start_response)
            if path == f"{self.mount}{SCRIPT}":
                script = Path(__file__).with_name("overlay.js").read_bytes()
                return _answered(script, "text/javascript", start_response)
            return self._with_script(inner, environ, start_response)

        return application

    def _with_script(
        self, inner: Application, environ: Mapping[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        started: list[tuple[str, list[tuple[str, str]]]] = []
        content = inner(environ, lambda status, headers, *_: started.append((status, headers)))
        if not started or not any(
            name.lower() == "content-type" and value.startswith("text/html") for name, value in started[0][1]
        ):
            for status, headers in started:
                start_response(status, headers)
            return content
        status, headers = started[0]
        page = b"".join(content)
        # The path of an address may have any sign (`site_url`).
        mount = escape(self.mount)
        asked = f'data-state="{mount}{STATE}" data-second="{mount}{SECOND}"'
        tag = f'<script src="{mount}{SCRIPT}" {asked} defer></script>'.encode()
        before, end, after = page.rpartition(b"</body>")
        page = b"".join((before, tag, end, after)) if end else page + tag
        rest = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*rest, ("Content-Length", str(len(page)))])
        return [page]


def _answered(content: bytes, kind: str, start_response: Callable[..., Any]) -> Iterable[bytes]:
    headers = [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(content)))]
    start_response("200 OK", [*headers, ("Cache-Control", "no-store")])
    return [content]
