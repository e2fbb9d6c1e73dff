"""`mkdocs serve` while an author writes: a mistake is named, the server stays, the mended page is shown."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from tests.commands import PUBLICATION
from tests.conftest import SMALL_CONFIG

# A rebuild takes a second, and the observer of MkDocs looks twice a second; a busy machine may need a hundred
# times as long, and only what never comes is to fail.
LONGEST_WAIT = 240.0
PAUSE = 0.1

LANGUAGES = ("kk", "ru", "en")
TITLE = "Inside Central Asia"
BIBLIOGRAPHY = "@book{hiro2009, author = {Hiro, Dilip}, title = {Inside Central Asia}, year = {2009}}\n"
PAGE = "# Title {#title}\n\nText [@hiro2009].\n"
CONFIG = SMALL_CONFIG.format(options="bibliography: references.bib")


@dataclass
class Server:
    """A running `mkdocs serve`: the review's folder, the process and all that it has said."""

    folder: Path
    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def save(self, path: str, content: str | bytes | None) -> None:
        """Save a file as an editor does, or (None) delete it."""
        target = self.folder / path
        if content is None:
            target.unlink()
        else:
            target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def output(self) -> str:
        """Return all that the server has said."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def answer(self, path: str) -> tuple[int, str]:
        """Ask for a page; no answer is (0, "")."""
        # While it builds, MkDocs lets a reader wait.
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", f"/{path}")
            response = connection.getresponse()
            return response.status, response.read().decode()
        except (OSError, HTTPException):
            return 0, ""
        finally:
            connection.close()

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Look again and again until something is so; a dead server or a long wait fails the test."""
        deadline = time.monotonic() + LONGEST_WAIT
        while not is_so():
            died = self.process.poll()
            assert died is None, f"the server ended with {died} before {what}:\n{self.output()}"
            assert time.monotonic() < deadline, f"waited {LONGEST_WAIT} s until {what}:\n{self.output()}"
            time.sleep(PAUSE)

    def wait_for_words(self, *words: str, since: int = 0) -> None:
        """Wait until one line of what was said after `since` letters has all these words."""

        def is_said() -> bool:
            lines = self.output()[since:].splitlines()
            return any(all(word in line for word in words) for line in lines)

        self.wait_until(is_said, f"it says {words}")

    def wait_for_page(self, path: str, words: str) -> None:
        """Wait until a page shows these words."""

        def is_shown() -> bool:
            code, page = self.answer(path)
            return code == 200 and words in page

        self.wait_until(is_shown, f"{path} shows {words!r}")


Start = Callable[..., Server]


@pytest.fixture
def start(tmp_path: Path, processes: None) -> Iterator[Start]:
    """Write a small review and start a server on it; in the end that process is ended, and no other."""
    started: list[subprocess.Popen[bytes]] = []

    def run(*arguments: str, has_bibliography: bool = True) -> Server:
        folder, temporary, log = tmp_path / "review", tmp_path / "temporary", tmp_path / "log.txt"
        temporary.mkdir()
        files = {"mkdocs.yml": CONFIG} | ({"references.bib": BIBLIOGRAPHY} if has_bibliography else {})
        files |= {f"docs/{code}/{name}.md": PAGE for code in LANGUAGES for name in ("index", "water")}
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        port = free_port()
        settings = {name: value for name, value in os.environ.items() if name not in PUBLICATION}
        settings |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
        # A server that is told to end leaves its site behind; here pytest tidies it away.
        settings |= {"TMPDIR": str(temporary)}
        command = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *arguments)
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, cwd=folder, env=settings, stdout=output, stderr=subprocess.STDOUT
            )
        started.append(process)
        return Server(folder, process, port, log)

    yield run
    for process in started:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


# Each stands in the paragraph that is there: one more would be a difference between the languages.
MISTAKES = {
    "unknown key": ("docs/ru/water.md", PAGE + "[@hiro2008]\n", "docs/ru/water.md:4: ", "hiro2009"),
    "open bracket": (
        "docs/ru/water.md",
        PAGE + "[@hiro2009, p. 3\n",
        "docs/ru/water.md:4: ",
        "no closing bracket",
    ),
    "unknown locator": (
        "docs/ru/water.md",
        PAGE + "[@hiro2009, foo 3]\n",
        "docs/ru/water.md:4: ",
        "unknown locator",
    ),
    "code in a macro": (
        "docs/ru/water.md",
        PAGE + "{{ ''.__class__ }}\n",
        "docs/ru/water.md:4: ",
        "not allowed",
    ),
    "broken macro": (
        "docs/ru/water.md",
        PAGE + '{{ cite("hiro2009" }}\n',
        "docs/ru/water.md:4: ",
        "syntax error",
    ),
    "no UTF-8": (
        "docs/ru/water.md",
        b"# Title {#title}\n\n\xff\xfe [@hiro2009].\n",
        "docs/ru/water.md:3: ",
        "UTF-8",
    ),
    "page deleted": ("docs/ru/water.md", None, "docs/ru/water.md:1: ", "missing in"),
    "broken BibTeX": (
        "references.bib",
        BIBLIOGRAPHY + "\n@book{open, title = {A}\n",
        "references.bib:3: ",
        "BibTeX",
    ),
    "impossible date": (
        "references.bib",
        BIBLIOGRAPHY + "@book{a, title = {A}, date = {2021-02-30}}\n",
        "references.bib:2: ",
        "2021-02-30",
    ),
    "bibliography with no UTF-8": (
        "references.bib",
        BIBLIOGRAPHY.encode() + b"% \xff\n",
        "references.bib:2: ",
        "UTF-8",
    ),
    "bibliography deleted": ("references.bib", None, "references.bib:1: ", "no such bibliography"),
}


@pytest.mark.parametrize(("path", "content", "where", "what"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_named_and_its_mend_is_shown(
    start: Start, path: str, content: str | bytes | None, where: str, what: str
) -> None:
    """With file and line; the other pages are there meanwhile, and nothing of the mistake is left after."""
    server = start()
    server.wait_for_page("ru/water/", TITLE)
    server.save(path, content)
    server.wait_for_words(where, what)
    assert server.answer("en/water/")[0] == 200
    if path == "references.bib":
        server.save(path, BIBLIOGRAPHY.replace(TITLE, "Mended"))
    else:
        server.save(path, PAGE + "Mended.\n")
    server.wait_for_page("ru/water/", "Mended")
    assert where not in server.output().rpartition("Detected file changes")[2]
    assert "Traceback" not in server.output()


def test_a_mistake_that_stands_is_named_at_every_build(start: Start) -> None:
    """Also when another page was saved: the author sees the last lines, not those of an hour ago.

    Until it is mended the last good site stays as a whole, as it does for a build.
    """
    server = start()
    server.wait_for_page("ru/water/", TITLE)
    server.save("docs/ru/water.md", PAGE + "[@nobody]\n")
    server.wait_for_words("docs/ru/water.md:4: ", "nobody")
    said = len(server.output())
    server.save("docs/ru/index.md", PAGE + "Another page.\n")
    server.wait_for_words("docs/ru/water.md:4: ", "nobody", since=said)
    assert server.answer("ru/water/")[0] == 200
    assert "Another page" not in server.answer("ru/")[1]
    server.save("docs/ru/water.md", PAGE)
    server.wait_for_page("ru/", "Another page")
    # Who writes in one language first sees it at once, and is told what the others lack; a build would stop.
    server.save("docs/ru/water.md", PAGE + "\nOnly here.\n")
    server.wait_for_page("ru/water/", "Only here")
    server.wait_for_words("docs/ru/water.md:5: ", "has 2 paragraphs")


def test_a_change_of_the_bibliography_alone_is_shown(start: Start) -> None:
    """In all languages, as often as it is saved, and also by an editor that puts a new file in its place."""
    server = start()
    server.wait_for_page("ru/water/", TITLE)
    for title in ("Outside Central Asia", "Around Central Asia"):
        server.save("references.bib", BIBLIOGRAPHY.replace(TITLE, title))
        for page in ("water/", "ru/water/", "en/water/"):
            server.wait_for_page(page, title)
    for title in ("Above Central Asia", "Below Central Asia"):
        server.save("references.new", BIBLIOGRAPHY.replace(TITLE, title))
        (server.folder / "references.new").replace(server.folder / "references.bib")
        server.wait_for_page("ru/water/", title)


def test_a_change_of_the_glossary_alone_is_shown(start: Start) -> None:
    """Also if it was not there when the server started; a mistake in it is named."""
    server = start()
    server.wait_for_page("ru/water/", TITLE)
    (server.folder / "data").mkdir()
    for name in ("First name", "Second name"):
        server.save("data/glossary.yml", f"- id: text\n  full: text\n  explanation: {name}\n")
        server.save("mkdocs.yml", CONFIG)
        server.wait_for_page("ru/water/", name)
    server.save("data/glossary.yml", "- id: text\n")
    server.wait_for_words("data/glossary.yml:1: ", '"full" is missing')


def test_a_change_of_the_events_alone_is_shown(start: Start) -> None:
    """Also if the file was not there when the server started; a mistake in it is named."""
    server = start()
    server.wait_for_page("ru/water/", TITLE)
    (server.folder / "data").mkdir()
    kind = "- id: visit\n  name: {kk: A, ru: A, en: A}\n"
    event = "- date: 2003\n  kind: visit\n  title: {kk: NAME, ru: NAME, en: NAME}\n"
    for code in LANGUAGES:
        server.save(f"docs/{code}/index.md", "# Timeline {#title}\n\n{{ timeline() }}\n")
    server.wait_for_words("docs/ru/index.md:3: timeline() has no events")
    for name in ("First visit", "Second visit"):
        server.save("data/events.yml", kind + event.replace("NAME", name))
        server.wait_for_page("ru/", name)
    said = len(server.output())
    server.save("data/events.yml", kind + event.replace("2003", "2003-13"))
    server.wait_for_words("data/events.yml:3: impossible date", since=said)


def test_a_work_that_is_new_in_the_bibliography_can_be_cited(start: Start) -> None:
    """In whichever order the page and the bibliography are saved."""
    server = start()
    server.wait_for_page("ru/water/", TITLE)
    for code in LANGUAGES:
        server.save(f"docs/{code}/water.md", PAGE + "[@ibn2010]\n")
    server.wait_for_words("docs/ru/water.md:4: ", "ibn2010")
    server.save("references.bib", BIBLIOGRAPHY + "@book{ibn2010, title = {Desert roads}, year = {2010}}\n")
    server.wait_for_page("ru/water/", "Desert roads")


def test_a_wrong_option_is_named_and_its_mend_is_shown(start: Start) -> None:
    """With such an option there is no build, and MkDocs lets readers wait for one."""
    server = start()
    server.wait_for_page("ru/water/", TITLE)
    said = len(server.output())
    server.save("mkdocs.yml", SMALL_CONFIG.format(options="citations: {xx: {style: gost}}"))
    server.wait_for_words('names "xx", which is no language of this review', since=said)
    server.save("mkdocs.yml", CONFIG.replace("Small review", "Mended review"))
    server.wait_for_page("ru/water/", "Mended review")


def test_a_strict_server_recovers_too(start: Start) -> None:
    """A strict build ends with an error, and the next one starts afresh."""
    server = start("--strict")
    server.wait_for_page("ru/water/", TITLE)
    server.save("docs/ru/water.md", PAGE + "[@nobody]\n")
    server.wait_for_words("docs/ru/water.md:4: ", "nobody")
    server.save("docs/ru/water.md", PAGE + "Mended.\n")
    server.wait_for_page("ru/water/", "Mended")
    said = len(server.output())
    server.save("docs/ru/water.md", PAGE + "[@nobody]\n")
    server.wait_for_words("docs/ru/water.md:4: ", "nobody", since=said)
    assert "Traceback" not in server.output()


def test_a_review_without_a_bibliography_is_served(start: Start) -> None:
    """The author starts with pages and adds the file later; until then it is named as missing."""
    server = start(has_bibliography=False)
    server.wait_for_words("references.bib:1: ", "no such bibliography")
    server.wait_for_page("ru/water/", "Title")
    server.save("references.bib", BIBLIOGRAPHY)
    server.wait_for_page("ru/water/", TITLE)
