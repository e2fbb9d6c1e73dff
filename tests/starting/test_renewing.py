"""Another Sholu for a review: what pip is asked for, and what stands in requirements.txt afterwards."""

from __future__ import annotations

import json
import subprocess
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
from sholu.commands import RefusalError
from sholu.starting import renewing
from sholu.starting.renewing import renew

CLONE = Path("s.git").absolute().as_uri()
FROM_GIT = {"url": "https://git.example/s.git", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Stand for pip and for what it keeps of an installed package."""
    told = SimpleNamespace(asked=[], code=0, said="", origin=None, wheel="", line="sholu==2.0", extras=[])

    def run(command: tuple[str, ...], **_: object) -> SimpleNamespace:
        told.asked.append(command[1:])
        return SimpleNamespace(returncode=told.code, stderr=told.said)

    def pin(extras: tuple[str, ...]) -> SimpleNamespace:
        told.extras.append(extras)
        return SimpleNamespace(line=told.line, reason="from the index", wheel=told.wheel, content=b"wheel")

    kept = SimpleNamespace(version="1.9", read_text=lambda _: told.origin)
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(renewing, "pin", pin)
    monkeypatch.setattr(metadata, "distribution", lambda _: kept)
    return told


@pytest.mark.parametrize(
    ("source", "origin", "wanted"),
    [
        ("1.2.3", None, "sholu==1.2.3"),
        ("2.0rc1", None, "sholu==2.0rc1"),
        ("git+https://git.example/s", None, "git+https://git.example/s"),
        ("", None, "sholu"),
        ("", FROM_GIT, "sholu @ git+https://git.example/s.git"),
        ("", {**FROM_GIT, "vcs_info": {**FROM_GIT["vcs_info"], "requested_revision": "main"}},  # type: ignore[dict-item]
         "sholu @ git+https://git.example/s.git@main"),
        ("", {**FROM_GIT, "vcs_info": {**FROM_GIT["vcs_info"], "requested_revision": "abc"}},  # type: ignore[dict-item]
         "sholu @ git+https://git.example/s.git"),
        ("", {**FROM_GIT, "url": CLONE}, f"git+{CLONE}"),
        ("", {"url": "https://example.org/sholu.whl"}, ""),
    ],
)  # fmt: skip
def test_pip_is_asked_for_what_is_newer_where_it_came_from(
    tmp_path: Path, pip: SimpleNamespace, source: str, origin: object, wanted: str
) -> None:
    """A branch goes on, a commit that was named stays; of a file nobody knows a newer one."""
    pip.origin = json.dumps(origin) if origin else None
    assert renew(tmp_path, source, installs=True) == ["requirements.txt: sholu==2.0"]
    # pip leaves a commit of the version that is there as it is, unless it is told twice.
    ways = [("--upgrade",), *([("--force-reinstall", "--no-deps")] if "git+" in wanted else [])]
    assert pip.asked == [("-m", "pip", "install", "--quiet", *way, wanted) for way in ways if wanted]
    assert (tmp_path / "requirements.txt").read_text() == (
        "# Sholu from the index. `sholu update` renews this line.\nsholu==2.0\n"
    )


def test_the_other_lines_of_an_author_stay(tmp_path: Path, pip: SimpleNamespace) -> None:
    """So do the extras that were asked for; the remark is not written twice."""
    path = tmp_path / "requirements.txt"
    path.write_text("a==1\n# Sholu from a file. Old.\nsholu[files,import]==1.0\nsholumate==3\n")
    renew(tmp_path, "", installs=False)
    assert pip.asked == []
    assert path.read_text() == (
        "a==1\n# Sholu from the index. `sholu update` renews this line.\nsholu==2.0\nsholumate==3\n"
    )
    path.write_text("a==1\n\n\n")
    renew(tmp_path, "", installs=False)
    assert path.read_text().startswith("a==1\n# Sholu from the index.")
    assert pip.extras == [("files", "import"), ()]


def test_a_wheel_stands_beside_the_review_instead_of_the_one_before(
    tmp_path: Path, pip: SimpleNamespace
) -> None:
    """And an author is told that a newer one has to be named."""
    (tmp_path / "packages").mkdir()
    (tmp_path / "packages/sholu-1.0-py3-none-any.whl").write_bytes(b"old")
    (tmp_path / "packages/other-1.0-py3-none-any.whl").write_bytes(b"other")
    pip.wheel, pip.line = "sholu-1.9-py3-none-any.whl", "./packages/sholu-1.9-py3-none-any.whl"
    pip.origin = json.dumps({"url": "https://example.org/sholu.whl"})
    told = renew(tmp_path, "", installs=True)
    assert told == [
        "requirements.txt: ./packages/sholu-1.9-py3-none-any.whl",
        "Sholu 1.9 came from a file; for a newer one name it: sholu update sholu-….whl",
    ]
    assert sorted(one.name for one in (tmp_path / "packages").iterdir()) == [
        "other-1.0-py3-none-any.whl",
        "sholu-1.9-py3-none-any.whl",
    ]
    assert (tmp_path / "packages/sholu-1.9-py3-none-any.whl").read_bytes() == b"wheel"
    wheel = tmp_path / "new.whl"
    wheel.touch()
    assert len(renew(tmp_path, str(wheel), installs=True)) == 1
    assert pip.asked[-1][-1] == str(wheel)


@pytest.mark.parametrize(
    ("said", "reason"), [("a\nno such version\n", "no such version"), ("", "pip said nothing")]
)
def test_what_pip_cannot_install_changes_nothing(
    tmp_path: Path, pip: SimpleNamespace, said: str, reason: str
) -> None:
    """With its last word."""
    pip.code, pip.said = 1, said
    with pytest.raises(RefusalError, match=rf"^sholu==9 could not be installed.*\({reason}\)$"):
        renew(tmp_path, "9", installs=True)
    assert not (tmp_path / "requirements.txt").exists()
