"""What `sholu pdf` says when nothing comes of it: each thing once."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import Abort, BuildError
from sholu.command_line import main
from sholu.site import throwaway
from sholu.site.showing import ending


class Plugins(dict[str, SimpleNamespace]):
    """The plugins of a review."""

    def on_startup(self, **_: object) -> None:
        """Do nothing."""


def broken(_: object) -> None:
    """End as MkDocs does: it has logged what is wrong, and says no more than that it ends."""
    try:
        raise BuildError("what makes PDF is not installed")  # noqa: TRY301 -- likewise
    except BuildError:
        raise Abort("Aborted with a BuildError!")  # noqa: B904 -- as MkDocs has it


def strict(_: object) -> None:
    """End as MkDocs does after warnings."""
    raise Abort("Aborted with 2 warnings in strict mode!")


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (broken, ""),
        (strict, "Прервано: a/mkdocs.yml даёт предупреждения (2); исправьте их и создайте файлы заново\n"),
    ],
)
def test_what_mkdocs_has_shown_is_not_said_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], build: object, said: str
) -> None:
    """What it has counted alone is, in the language of the author."""
    monkeypatch.setenv("LC_ALL", "ru")
    plugins = Plugins(sholu=SimpleNamespace(files=None, finished=None))
    monkeypatch.setattr(throwaway, "load_config", lambda *_, **__: SimpleNamespace(plugins=plugins))
    monkeypatch.setattr(throwaway, "build", build)
    assert main(("pdf", "--settings", str(Path("a") / "mkdocs.yml"))) == 1
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Aborted with 1 errors, 2 warnings in strict mode!",
            (
                "Құрастыру үзілді: қатаң құрастыруда ескерту болмауы керек, ал олардың саны — 3; "
                "соңғы жарамды сайт сол күйінде қалды"
            ),
        ),
        ("Aborted with a BuildError!", "Құрастыру үзілді; соңғы жарамды сайт сол күйінде қалды"),
        ("references.bib: nothing", "references.bib: nothing"),
    ],
)
def test_the_end_of_a_build_is_told_in_the_language(
    monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    """MkDocs' own words are English; what a plugin says stays as it is."""
    monkeypatch.setenv("LC_ALL", "kk")
    assert ending(said, "build_strict") == told
