"""Measures how long an author waits: for `sholu check`, and from a save until the page is shown again.

    make bench                        this review, and 30 and 300 pages in all
    SAVE_PAGES="30" make bench        as many pages as named

`sholu check` is a process of its own, as in a terminal. A save adds a word to a page while the site is
served; it is shown once the server answers with a page that has the word, as the browser asks for it again.
The same text is served without Sholu, too, with the theme settings that Sholu gives. Wall time, medians of
`RUNS`; prints figures and judges none of them.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median

from benchmarks.build import Bench, Settings, bare, copy_own, made_up_settings, own_settings
from benchmarks.synthetic import write_review

ENTRIES = 1000
_LONGEST = 300.0
_PAUSE = 0.02


def checked(place: Path, runs: int) -> float:
    """Return the seconds that `sholu check` takes, once its modules are compiled."""
    command = (sys.executable, "-m", "sholu.command_line", "check", str(place))

    def run() -> float:
        began = time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        return time.monotonic() - began

    run()
    return median(run() for _ in range(runs))


def saved(settings: Path, page: Path, address: str, runs: int) -> float:
    """Return the seconds from a save of a page until the server shows it.

    Args:
        settings: mkdocs.yml of what is served.
        page: the file.
        address: where it is shown, from the root of the site.
        runs: how often it is saved.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    text = page.read_text(encoding="utf-8")
    server = subprocess.Popen((*command, "--config-file", str(settings)), env=environment)
    try:
        _until(server, lambda: "<h1" in _asked(port, address))
        # Words: another number would differ from that of the other languages.
        words = [f"{'again' * number}saved" for number in range(1, runs + 1)]
        return median(_shown(server, page, word, lambda: _asked(port, address)) for word in words)
    finally:
        server.terminate()
        server.wait()
        page.write_text(text, encoding="utf-8")


def _shown(server: subprocess.Popen[bytes], page: Path, word: str, asked: Callable[[], str]) -> float:
    # The server looks for changes from time to time; one that comes right after a build may be of it.
    time.sleep(1)
    # Within a paragraph: one more would be missing in the other languages, and the last good page stay.
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text.rstrip()} {word}\n", encoding="utf-8")
    began = time.monotonic()
    _until(server, lambda: word in asked())
    return time.monotonic() - began


def _asked(port: int, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=_LONGEST)
    try:
        connection.request("GET", f"/{address}")
        return connection.getresponse().read().decode(errors="replace")
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def _until(server: subprocess.Popen[bytes], is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _LONGEST
    while not is_so():
        if server.poll() is not None or time.monotonic() > deadline:
            raise SystemExit("the server shows nothing new")
        time.sleep(_PAUSE)


def measured(pages: int, runs: int) -> tuple[str, float, float, float]:
    """Measure so many pages in all, or this review (0): check, save, save without Sholu."""
    with tempfile.TemporaryDirectory(prefix="sholu-bench-") as folder:
        bench = Bench(Path(folder), runs)
        place = bench.folder / "review"
        place.mkdir()
        settings: Settings = made_up_settings() if pages else own_settings()
        if pages:
            write_review(place, pages // 3, ENTRIES)
        else:
            copy_own(place)
        ours = bench.write(place, "mkdocs", settings)
        theirs = bench.write(place, "bare", bare(settings, bench.theme, is_dressed=True))
        page = place / "docs" / "en" / "index.md"
        name = f"{pages} pages, {ENTRIES} entries" if pages else "this review"
        own, bare_one = (saved(one, page, "en/", runs) for one in (ours, theirs))
        return name, checked(place, runs), own, bare_one


def main() -> None:
    """Measure and print; the figures are kept beside those of builds."""
    runs = int(os.environ.get("RUNS", "3"))
    sizes = [int(one) for one in os.environ.get("SAVE_PAGES", "30 300").split()]
    rows = [measured(pages, runs) for pages in (0, *sizes)]
    print(f"\n{'seconds an author waits':<30}{'check':>8}{'save':>8}{'save, bare':>12}")
    for name, *seconds in rows:
        print(f"{name:<30}{seconds[0]:>8.2f}{seconds[1]:>8.2f}{seconds[2]:>12.2f}")
    kept = Path(__file__).parent.parent / ".cache" / "bench-writing.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps({name: seconds for name, *seconds in rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
