"""How a page opens: the title first, then whose text it is and of what day, as Git tells it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from sholu.bibliography.references import Date
from sholu.site.opening import history_address
from sholu.translations.history import file_changes

from tests.conftest import SmallSite

MOMENTS = ("2020-01-02T10:00:00+06:00", "2021-03-04T23:30:00+06:00", "2022-05-06T10:00:00+06:00")


def git(folder: Path, *arguments: str, moment: str = MOMENTS[0]) -> str:
    """Run Git as an author on a day."""
    who = {
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
        "HOME": str(folder),
        "PATH": "/usr/bin:/bin",
    }
    names = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "protocol.file.allow=always")
    done = subprocess.run(
        (shutil.which("git") or "", *names, *arguments),
        cwd=folder,
        env=who,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def commit(folder: Path, moment: str) -> None:
    """Commit all that there is."""
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "x", moment=moment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Three commits: two pages are written, one is changed, the other is renamed."""
    folder = tmp_path / "repository"
    (folder / "docs").mkdir(parents=True)
    git(folder, "init", "-q")
    for name in ("a.md", "мәтін.md"):
        (folder / "docs" / name).write_text(f"# {name}\n\nA text of some words.\n")
    commit(folder, MOMENTS[0])
    (folder / "docs/a.md").write_text("# Other words\n\nA new text.\n")
    commit(folder, MOMENTS[1])
    (folder / "docs/мәтін.md").rename(folder / "docs/кітап.md")
    commit(folder, MOMENTS[2])
    return folder


def test_each_file_has_its_changes_and_a_new_name_is_none(repository: Path) -> None:
    """The day is that of the author's clock; what was moved keeps the day of its words."""
    found = file_changes(repository / "docs")
    assert [(one.day, one.is_new) for one in found["a.md"]] == [
        (Date(2021, 3, 4), False),
        (Date(2020, 1, 2), True),
    ]
    assert [(one.day, one.is_new) for one in found["кітап.md"]] == [(Date(2020, 1, 2), True)]


def test_a_shallow_clone_tells_only_what_it_knows(repository: Path, tmp_path: Path) -> None:
    """The commit at which it ends writes every file anew, and dates none."""
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{repository}", "shallow")
    assert file_changes(tmp_path / "shallow" / "docs") == {}
    assert file_changes(tmp_path) == {}


@pytest.mark.parametrize(
    ("edit", "history"),
    [
        ("https://github.com/u/r/edit/main/docs/a.md", "https://github.com/u/r/commits/main/docs/a.md"),
        ("https://gitlab.com/u/r/-/edit/main/a.md", "https://gitlab.com/u/r/-/commits/main/a.md"),
        ("https://codeberg.org/u/r/_edit/main/a.md", "https://codeberg.org/u/r/commits/branch/main/a.md"),
        ("https://example.org/a.md", ""),
        ("", ""),
    ],
)
def test_the_history_is_where_its_host_shows_it(edit: str, history: str) -> None:
    """Of a host that nobody knows no address is made up."""
    assert history_address(edit) == history


REVIEW = """@online{waters,
  author = {Orlova, Anna}, editor = {Kim, Olga}, version = {2.1}, title = {Воды}, title_en = {Waters},
  langid = {russian}, contact = {kim@example.org},
}
@article{ivanov, author = {Ivanov, Ivan}, title = {On <water>}, langid = {english}}
"""


def test_a_page_begins_with_its_title_and_says_whose_it_is(small_site: SmallSite) -> None:
    """Also without Git; the disclaimer of a review that wrote none is made of what it retells."""
    texts = {
        "index.md": "# One {#one}\n\nText.\n",
        "two.md": "<!-- a remark -->\n\n# Two {#two}\n\nText.\n",
        "bare.md": "Text.\n",
    }
    files: dict[str, str | bytes] = {
        f"docs/{code}/{name}": text for code in ("kk", "ru", "en") for name, text in texts.items()
    }
    code, output, site = small_site({**files, "references.bib": "", "data/review.bib": REVIEW})
    assert code == 0, output
    for name in ("two", "bare"):
        page = (site / "en" / name / "index.html").read_text()
        article = page[page.index("<article") : page.index("</article>")]
        visible = re.sub(r"<!--.*?-->|<[^>]*>", " ", article[: article.index('class="actions"')])
        title = "Two" if name == "two" else "Bare"
        assert visible.split()[0] == title, visible
        assert "Anna Orlova Edited by Olga Kim version 2.1" in " ".join(visible.split())
        assert "A restatement of the article: Ivan Ivanov. On &lt;water&gt;." in " ".join(visible.split())
        assert "Text last changed" not in visible
    assert "restatement" not in (site / "en" / "index.html").read_text().partition("<article")[2]
