"""The commands of a new author: what they make, ask, and hand on to MkDocs."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from sholu.command_line import main
from sholu.starting.pinning import Pin

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return what runs a command in an empty folder, without a terminal, and what it returned and said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sholu.starting.command.pin", lambda _: Pin("sholu==1.0", "from the package index"))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: False))

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return run


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let an author sit at a terminal and answer."""
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True, readline=source.readline))


def test_a_new_review_is_made_as_it_is_asked_for(tmp_path: Path, told: Command) -> None:
    """In the languages, with the title, author, files and host that are named; what to do next is said."""
    arguments = (
        "--languages", "ru,kk", "--title", "Вода", "--author", "Ким, С.", "--files", "pdf",
        "--host", "gitlab", "--domain", "water.example.org", "--style", "apa",
    )  # fmt: skip
    code, said, _ = told("new", "my water", *arguments)
    assert code == 0
    assert said == (
        "my water: a review in Русский, Қазақша\n\n  cd 'my water'\n"
        "  pip install -r requirements.txt    # what makes the files\n"
        "  sholu serve    # shows it and follows what you save\n\nREADME.md there says how to go on.\n"
    )
    folder = tmp_path / "my water"
    settings = (folder / "mkdocs.yml").read_text()
    for words in ('site_name: "Вода"', "locale: ru", "apa", "pdf", "https://water.example.org"):
        assert words in settings
    assert "Ким, С." in (folder / "data/review.bib").read_text()
    assert (folder / ".gitlab-ci.yml").is_file()
    assert (folder / "docs/ru/index.md").is_file()
    assert not (folder / "docs/en").exists()


def test_without_options_a_review_is_called_as_its_folder(tmp_path: Path, told: Command) -> None:
    """In the usual languages, on GitHub; no files are made, so nothing is to be installed."""
    (tmp_path / "empty").mkdir()
    code, said, _ = told("new", "empty")
    assert code == 0
    assert "pip install" not in said
    assert 'site_name: "empty"' in (tmp_path / "empty/mkdocs.yml").read_text()
    assert (tmp_path / "empty/.github").is_dir()


def test_the_demo_has_a_folder_and_texts_of_its_own(tmp_path: Path, told: Command) -> None:
    """Works, events, a glossary, in three languages."""
    assert told("demo")[1].startswith("sholu-demo: a review in Қазақша, Русский, English\n")
    demo = tmp_path / "sholu-demo"
    assert 'site_name: "Орталық Азия зерттеулері"' in (demo / "mkdocs.yml").read_text()
    assert (demo / "docs/en/studies.md").is_file()
    assert told("demo", "other")[0] == 0
    assert (tmp_path / "other/data/events.yml").is_file()


@pytest.mark.parametrize(
    ("locale", "asked", "made"),
    [
        (
            "kk_KZ",
            "Авторы (Тегі, Аты Әкесінің аты) (бос қалдыруға болады): ",
            "water: шолу, тілдері: Русский\n",
        ),
        (
            "ru_RU",
            "Автор (Фамилия, Имя Отчество) (можно оставить пустым): ",
            "water: обзор, языки: Русский\n",
        ),
    ],
)
def test_an_author_is_asked_in_the_language_of_the_terminal(
    told: Command, monkeypatch: pytest.MonkeyPatch, locale: str, asked: str, made: str
) -> None:
    """As `sholu check` speaks."""
    monkeypatch.setenv("LC_ALL", f"{locale}.UTF-8")
    answers(monkeypatch, "water", "ru", "Вода", "")
    _, said, _ = told("new")
    assert f"{asked}{made}" in said


@pytest.mark.parametrize(
    ("arguments", "refusals"),
    [
        ("new", ("қалта аталмаған; ", "папка не названа; ")),
        ("new full", ("full қалтасы бос емес, ", "папка full не пуста, ")),
        ("new full/file", ("full/file — файл; ", "full/file — это файл; ")),
        ("new x --languages ,", ("бірде-бір тіл аталмаған; ", "не назван ни один язык; ")),
        ("new x --languages kz", ("«kz» деген тіл жоқ; «kk» емес пе? ", "языка «kz» нет; возможно, «kk»? ")),
        ("new x --languages 77", ("«77» деген тіл жоқ; Sholu-да ", "языка «77» нет; у Sholu ")),
        ("new x --title=", ("атауы бос; ", "название пусто; ")),
        ("new x --title a --title b", ("шолудың екі атауы бар; ", "у обзора два названия; ")),
        ("new x --title kk=a --title kk=b", ("kk тілінде екі атау бар; ", "у языка kk два названия; ")),
        ("new x --style gots", ("«gots» деген стиль жоқ; «gost» ", "стиля «gots» нет; возможно, ")),
        ("new x --style xyzzy", ("«xyzzy» деген стиль жоқ; белг", "стиля «xyzzy» нет; известны ")),
        ("new x --languages kk --style ru=gost", ("стиль «ru» тіліне аталған, ", "стиль назван для «ru», ")),
        ("new x --files docx", ("Sholu «docx» түріндегі ", "файлов вида «docx» Sholu ")),
        ("new x --domain a_b", ("«a_b» домен емес; ", "«a_b» — не домен; ")),
        ("new x --author {a", ("«{a» references.bib файлындағы ", "«{a» не читается как имя ")),
        ("build", ("мұнда да, жоғарғы қалталарда да mkdocs.yml ", "ни здесь, ни в папках выше нет файла ")),
        ("build --settings no.yml", ("no.yml: mkdocs.yml файлы жоқ; ", "no.yml: файла mkdocs.yml нет; ")),
    ],
)
def test_what_is_refused_is_told_in_the_language_of_the_author(
    tmp_path: Path, told: Command, monkeypatch: pytest.MonkeyPatch, arguments: str, refusals: tuple[str, str]
) -> None:
    """Who begins a review has read nothing of Sholu in English."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").write_text("")
    for locale, words in zip(("kk_KZ", "ru_RU"), refusals, strict=True):
        monkeypatch.setenv("LC_ALL", f"{locale}.UTF-8")
        code, _, refused = told(*arguments.split())
        assert (code, refused[: len(words)]) == (1, words)


def test_a_terminal_is_asked_for_what_is_not_given(
    tmp_path: Path, told: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty answer takes what stands in brackets; a wrong one is asked for again."""
    (tmp_path / "file").write_text("")
    answers(monkeypatch, "file", "water", "xx", "ru, kk", "Вода", "", "Ким, С.")
    code, said, _ = told("new")
    assert code == 0
    for words in (
        "Folder [my-review]: file is a file; name another folder, one that is empty or not there yet\n",
        "Languages: ", "there is no language “xx”", "Title, Русский [water]: Title, Қазақша [Вода]: ",
        "Author (Surname, Given names) (may be left empty): ",
    ):  # fmt: skip
        assert words in said
    settings = (tmp_path / "water/mkdocs.yml").read_text()
    assert settings.count('"Вода"') >= 1
    assert "Ким, С." in (tmp_path / "water/data/review.bib").read_text()
    answers(monkeypatch, "", "")
    assert told("new", "--languages", "ru", "--title", "Вода")[0] == 0
    assert "author" not in (tmp_path / "my-review/data/review.bib").read_text()
    answers(monkeypatch)
    code, _, refused = told("new")
    assert code == 1
    assert "the answers ended too early" in refused


def test_a_paper_gives_a_review_its_title_and_its_text(tmp_path: Path, told: Command) -> None:
    """In each language in which it says so; the text is that of the first language."""
    (tmp_path / "paper.md").write_text("# Су\n\nБасы.\n\n## Кіріспе\n\n!!! note\n\n    Сөз.\n")
    code, said, _ = told("new", "water", "--languages", "kk,ru", "--from", "paper.md")
    assert code == 0
    assert "pages in docs/kk: index.md, introduction.md" in said
    assert 'site_name: "Су"' in (tmp_path / "water/mkdocs.yml").read_text()
    assert "Басы." in (tmp_path / "water/docs/kk/index.md").read_text()
    assert told("new", "other", "--languages", "kk", "--title", "Өзен", "--from", "paper.md")[0] == 0
    assert 'site_name: "Өзен"' in (tmp_path / "other/mkdocs.yml").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("new", "no folder is named; write the one to be made"),
        ("new full", "full is not empty, and nothing in it is written over"),
        ("demo full", "full is not empty"),
        ("new full/file", "full/file is a file; name another folder"),
        ("new x --from no.docx", "no.docx: there is no such file"),
        ("new x --languages xx", "there is no language “xx”"),
        ("new x --style none", "none"),
        ("build", "here, and in the folders above: there is no mkdocs.yml; go to a review"),
        ("serve --settings no.yml", "no.yml: there is no mkdocs.yml"),
        ("update", "there is no mkdocs.yml"),
    ],
)
def test_what_cannot_be_done_is_refused(tmp_path: Path, told: Command, arguments: str, said: str) -> None:
    """Before anything is written."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").write_text("there")
    code, _, refused = told(*arguments.split())
    assert code == 1
    assert said in refused
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "file"]


@pytest.mark.parametrize(
    ("line", "handed_on"),
    [
        ("build", "build --config-file {root}/mkdocs.yml"),
        ("build --strict -d out", "build --config-file {root}/mkdocs.yml --strict --site-dir {root}/in/out"),
        ("build --settings ../other.yml", "build --config-file ../other.yml"),
        ("serve", "serve --config-file {root}/mkdocs.yml"),
        (
            "serve -a localhost:80 -o",
            "serve --config-file {root}/mkdocs.yml --dev-addr localhost:80 --open",
        ),
    ],
)
def test_mkdocs_is_asked_to_build(
    tmp_path: Path, told: Command, monkeypatch: pytest.MonkeyPatch, line: str, handed_on: str
) -> None:
    """With the settings of the nearest folder above, and what it returned is returned."""
    asked: list[list[str]] = []

    def run(arguments: list[str]) -> int:
        asked.append(arguments)
        return 3

    monkeypatch.setattr("sholu.site.running.run_mkdocs", run)
    for name in ("mkdocs.yml", "other.yml"):
        (tmp_path / name).write_text("site_name: S\n")
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    assert told(*line.split())[0] == 3
    assert [" ".join(one) for one in asked] == [handed_on.format(root=tmp_path)]


def test_an_update_is_told_line_by_line(
    tmp_path: Path, told: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the folder of the settings; nothing is installed where that is not wanted."""
    asked: list[tuple[Path, str, bool]] = []

    def renew(root: Path, source: str, *, installs: bool) -> list[str]:
        asked.append((root, source, installs))
        return ["one", "two"]

    monkeypatch.setattr("sholu.starting.command.renew", renew)
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n")
    assert told("update", "--pin-only") == (0, "one\ntwo\n", "")
    assert told("update", "sholu.whl")[0] == 0
    assert asked == [(tmp_path, "", False), (tmp_path, "sholu.whl", True)]
