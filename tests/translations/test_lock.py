"""What was accepted, what is behind, and what its author sees."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from macros.translations.lock import Lock, Record, read_lock, word_differences, write_lock

SmallSite = Callable[..., tuple[int, str, Path]]
PAGE = "# T {#t}\n\nFirst text.\n\nSecond text.\n"


def test_the_lock_is_read_as_it_was_written() -> None:
    """Quotation marks, backslashes and Kazakh letters included."""
    lock = Lock({"docs/ru/a.md": Record("kk", {"t-p1": "abc"})}, {"abc": 'Ә "қ" \\ ң'})
    assert read_lock(write_lock(lock)) == lock


def test_changed_words_are_shown() -> None:
    """As Git shows them."""
    assert word_differences("the old text", "the new text") == "the [-old-]{+new+} text"


def sholu(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in the folder of a review."""
    command = (sys.executable, "-m", "macros.command_line", "translations", *arguments)
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_changed_original_shows_its_translations(small_site: SmallSite, tmp_path: Path) -> None:
    """To the author, and to readers on the block; until the translation is accepted again."""
    pages = {f"docs/{code}/index.md": PAGE for code in ("kk", "ru", "en")} | {"references.bib": ""}
    small_site(pages)
    assert "never accepted" in sholu(tmp_path).stdout
    assert sholu(tmp_path, "accept", "--all").returncode == 0
    assert "no blocks behind" in sholu(tmp_path).stdout
    changed = pages | {"docs/kk/index.md": PAGE.replace("Second text", "Another text")}
    code, output, site = small_site(changed)
    assert code == 0, output
    assert 'class="stale"' in (site / "ru" / "index.html").read_text(encoding="utf-8")
    assert 'class="stale"' not in (site / "index.html").read_text(encoding="utf-8")
    told = sholu(tmp_path).stdout
    assert "docs/ru/index.md:5: behind docs/kk/index.md:5 (#t-p2)" in told
    assert "[-Second-]{+Another+} text." in told
    assert "::notice file=docs/ru/index.md,line=5::" in sholu(tmp_path, "--github").stdout
    assert sholu(tmp_path, "accept", "docs/ru/index.md").returncode == 0
    told = sholu(tmp_path).stdout
    assert "docs/ru" not in told
    assert "docs/en/index.md:5" in told


def test_a_page_that_is_not_there_is_not_accepted(small_site: SmallSite, tmp_path: Path) -> None:
    """The nearest one is proposed."""
    small_site({f"docs/{code}/index.md": PAGE for code in ("kk", "ru", "en")} | {"references.bib": ""})
    done = sholu(tmp_path, "accept", "docs/ru/indx.md")
    assert done.returncode == 1
    assert "did you mean docs/ru/index.md?" in done.stderr
