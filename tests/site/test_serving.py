"""A server lives on when mkdocs.yml breaks, and says in a sentence where."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from mkdocs.exceptions import Abort, ConfigurationError
from sholu.review.settings import unreadable
from sholu.site.overlay import Overlay
from sholu.site.running import run_mkdocs
from sholu.site.serving import Serving, surviving

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from sholu.site.build import MkDocsBuild


@pytest.mark.parametrize(
    ("settings", "error", "told"),
    [
        ("plugins: [sholu\n", ConfigurationError("yaml"), "mkdocs.yml:1: broken YAML: "),
        ("x: " + "[" * 3000, RecursionError("deep"), "mkdocs.yml:1: brackets or indents are nested deeper"),
        ("extra:\n" + "  a: b\n" * 10_001, Abort("slow"), "mkdocs.yml:9999: there are more than 20,000 "),
        ("plugins: [sholu]\n", Abort("no such theme"), "no such theme"),
    ],
)
def test_a_broken_file_is_told_and_the_last_site_shown(
    settings: str, error: BaseException, told: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """No exception reaches MkDocs' server, which would answer nobody."""
    path = tmp_path / "mkdocs.yml"
    path.write_text(settings, encoding="utf-8")

    def builder() -> None:
        raise error

    with caplog.at_level(logging.ERROR, logger="mkdocs.plugins.sholu"):
        overlay = Overlay()
        surviving(builder, path, overlay)()
    (record,) = caplog.records
    assert told in record.getMessage()
    shown = [one["what"] for one in json.loads(overlay.state())["problems"]]
    assert shown == ([record.getMessage().removeprefix("sholu: ")] if told.startswith("mkdocs.yml") else [])


def test_what_is_no_fault_of_the_file_is_not_hidden(tmp_path: Path) -> None:
    """MkDocs shows it as ever."""

    def builder() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        surviving(builder, tmp_path / "mkdocs.yml", Overlay())()


def test_the_command_says_it_before_mkdocs_starts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of 3,000 levels ends MkDocs in a traceback."""
    path = tmp_path / "mkdocs.yml"
    path.write_text("x: " + "[" * 3000, encoding="utf-8")
    assert run_mkdocs(["build", "--config-file", str(path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("mkdocs.yml:1: brackets or indents are nested deeper than 50")


def test_a_faulty_site_is_shown_while_there_is_no_good_one() -> None:
    """Afterwards one is that differs between versions, since an author writes one after the other."""
    assert Serving().shown_errors == "none"
    serving = Serving(is_on=True)
    shown = [serving.shown_errors]
    for has_errors in (True, False, True):
        ended = SimpleNamespace(whole=SimpleNamespace(problems=()), shown_pages=dict, has_errors=has_errors)
        serving.tell(cast("MkDocsBuild", ended))
        shown.append(serving.shown_errors)
    assert shown == ["all", "all", "between versions", "between versions"]


def test_a_file_that_is_not_there_yet_is_waited_for_in_its_folder(tmp_path: Path) -> None:
    """Nothing can be watched before there is a server, nor where there is no folder."""
    watched: list[tuple[str, bool]] = []
    server = SimpleNamespace(
        mount_path="/",
        server_address=("127.0.0.1", 8000),
        builder=None,
        serve_request=None,
        set_app=lambda _: None,
        watch=lambda path, recursive=True: watched.append((Path(path).name, recursive)),
    )
    there = tmp_path / "review.bib"
    there.touch()
    files = [there, tmp_path / "glossary.yml", tmp_path / "data" / "topics.yml"]
    serving = Serving(is_on=True)
    serving.watch(files)
    assert watched == []
    serving.begin(cast("LiveReloadServer", server), tmp_path / "mkdocs.yml", files)
    assert watched == [("review.bib", True), (tmp_path.name, False)]


def test_a_broken_mkdocs_yml_is_told_in_the_language_of_its_author(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As what a build finds is."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("plugins: [sholu\n", encoding="utf-8")
    (line,) = unreadable(settings)
    assert line.startswith("mkdocs.yml:1: YAML не читается: ")
