"""The command `sholu check`: all that is wrong, in the form that is asked for; and `sholu explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sholu.command_line import main
from sholu.problems.rules import rules

from tests.conftest import write

FILES: dict[str, str | bytes] = {
    "mkdocs.yml": "site_name: S\nplugins:\n  - sholu:\n      problems: {B032: error}\ntheme: material\n",
    "references.bib": "@misc{hiro2009, author = {{UN}}, title = {A}, date = {2009}, issn = {1}}\n",
    "docs/index.md": "# T {#t}\n\n[@hiro2008] [@hiro2009, p. ? ::x %]\n",
    "docs/~$x.docx": "",
}


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A review with three errors and a warning; its folder is where the command runs."""
    write(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_problems_of_a_review_are_told_and_counted(
    review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of pages, data and files; nothing is written."""
    assert main(["check"]) == 1
    *told, summary = capsys.readouterr().out.splitlines()
    assert [line.rpartition("[")[2] for line in told] == ["C001]", "C013]", "F004]", "B032]"]
    assert summary == "pages: 1, works: 1; errors: 3, warnings: 1"
    assert sorted(path.name for path in review.iterdir()) == ["docs", "mkdocs.yml", "references.bib"]


@pytest.mark.parametrize(
    ("arguments", "code", "count"),
    [
        (["--only", "F004"], 0, 1),
        (["--only", "f004", "--strict"], 1, 1),
        (["--only", "C,B032"], 1, 3),
        (["--only", "T"], 0, 0),
        (["--only", "C999"], 2, 0),
        (["nowhere"], 2, 0),
        (["references.bib"], 0, 1),
        (["references.bib", "--strict"], 1, 1),
        (["docs/../mkdocs.yml"], 1, 4),
    ],
)
@pytest.mark.usefixtures("review")
def test_the_exit_code_says_how_it_went(
    arguments: list[str], code: int, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """0: no error; 1: an error, or a warning where they are fatal; 2: it could not run."""
    assert main(["check", "--format", "github", *arguments]) == code
    assert len(capsys.readouterr().out.splitlines()) == count


def test_a_letter_of_another_script_is_told_once(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a bibliography where an entry is read, and never in a field that nobody is shown."""
    entry = "@book{a,\n  title = {Cоветы},\n  annote = {Cоветы},\n  year = 2009}\n"
    write(review, {"references.bib": entry, "docs/index.md": "# T {#t}\n\nCоветы.\n"})
    main(["check", "--format", "json", "--only", "B040,O001"])
    found = json.loads(capsys.readouterr().out)
    assert [(one["file"], one["line"], one["code"]) for one in found] == [
        ("docs/index.md", 3, "O001"),
        ("references.bib", 2, "B040"),
    ]


def test_what_stands_in_the_midst_of_a_line_is_told_with_its_column(
    review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Counted in letters from 1, behind letters that are two units of UTF-16 too; the same twice is one."""
    page = '---\ntitle: T\n---\n# T {#t}\n\nA 𐐷 "word" and Cоветы, then Cоветы.\n'
    write(review, {"docs/index.md": page})
    main(["check", "--format", "json", "--only", "O"])
    found = json.loads(capsys.readouterr().out)
    assert [(one["line"], one["column"], one["code"]) for one in found] == [(6, 5, "O004"), (6, 16, "O001")]


@pytest.mark.usefixtures("review")
def test_programs_get_json(capsys: pytest.CaptureFixture[str]) -> None:
    """An array of objects with six names, and the column where it is known."""
    main(["check", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found[0] == {
        "file": "docs/index.md",
        "line": 3,
        "column": 2,
        "code": "C001",
        "level": "error",
        "message": "no work “hiro2008” in the bibliography",
        "mend": "did you mean “hiro2009”?",
    }
    assert [one["level"] for one in found] == ["error", "error", "warning", "error"]


@pytest.mark.usefixtures("review")
def test_github_shows_problems_at_their_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """What an author typed begins no command of its own."""
    main(["check", "--format", "github", "--only", "C013,F004"])
    error, warning = capsys.readouterr().out.splitlines()
    assert error.startswith("::error file=docs/index.md,line=3,col=13,title=C013::malformed citation: ")
    assert "p. ? ::x %25]" in error
    assert warning.startswith("::warning file=docs/~$x.docx,line=1,title=F004::a program has left this file")


@pytest.mark.usefixtures("review")
def test_code_scanning_gets_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    """Each result names its rule, and each rule says why it is one."""
    main(["check", "--format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == ["B032", "C001", "C013", "F004"]
    first = run["results"][0]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("C001", 1, "error")
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "docs/index.md"},
                "region": {"startLine": 3, "startColumn": 2},
            }
        }
    ]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", "docs/index.md:3: hint: a sentence of 7 words: "),
        ("text", "errors: 0, warnings: 0, hints: 1"),
        ("json", '"level": "hint"'),
        ("github", "::notice file=docs/index.md,line=3,col=1,title=O080::"),
        ("sarif", '"level": "note"'),
    ],
)
def test_a_hint_is_told_and_is_no_fault(
    form: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of sentences with more words than the review lets them have."""
    settings = "site_name: S\nplugins: [{sholu: {longest_sentence: 6}}]\ntheme: material\n"
    page = "# T {#t}\n\nOne two three four five six seven.\n"
    write(tmp_path, {"mkdocs.yml": settings, "references.bib": "", "docs/index.md": page})
    assert main(["check", str(tmp_path), "--strict", "--format", form]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("plugins: [sholu\n", "mkdocs.yml:1: broken YAML: "),
        ("plugins: [sholu]\nx: " + "[" * 3000, "mkdocs.yml:2: brackets or indents are nested deeper"),
        ("plugins: [search]\n", "mkdocs.yml:1: the plugin sholu is not among its plugins; "),
        ("\x00", "mkdocs.yml:1: broken YAML: "),
    ],
)
def test_settings_that_cannot_be_read_are_one_sentence(
    settings: str, told: str, review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no traceback."""
    (review / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert main(["check"]) == 1
    sentence, summary = capsys.readouterr().out.splitlines()
    assert sentence.startswith(told)
    assert summary.endswith("mkdocs.yml; errors: 1, warnings: 0")


def test_a_folder_without_end_is_told_and_not_walked(
    review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages are read when the link is taken out."""
    (review / "docs" / "loop").symlink_to(review / "docs")
    assert main(["check", "--only", "F008"]) == 1
    assert capsys.readouterr().out.startswith("docs/loop:1: this link leads to a folder that it stands in")


def test_a_picture_without_end_is_told(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the number of parts that it would draw."""
    shown = "".join(f'<g id="a{n + 1}">{f"""<use href="#a{n}"/>""" * 100}</g>' for n in range(3))
    (review / "docs" / "map.svg").write_text(f'<svg><g id="a0"><b/></g>{shown}</svg>', encoding="utf-8")
    assert main(["check", "--only", "F011"]) == 1
    assert capsys.readouterr().out.startswith("docs/map.svg:1: this picture (SVG) would draw ")


@pytest.fixture(autouse=True)
def _locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever that of this machine is."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.parametrize(
    ("locale", "arguments", "told"),
    [
        ("ru_RU.UTF-8", [], "5: предупреждение: два пробела: «a  b»; оставьте один [O006]"),
        ("kk_KZ", [], "5: ескерту: екі бос орын: «a  b»; біреуін қалдырыңыз [O006]"),
        ("de_DE.UTF-8", [], "5: warning: two spaces stand in “a  b”; leave one [O006]"),
        (
            "de_DE",
            ["--language", "ru"],
            "5: предупреждение: два пробела: «a  b»; оставьте один [O006]",
        ),
    ],
)
def test_problems_are_told_in_the_language_of_the_author(  # noqa: PLR0913, PLR0917
    locale: str,
    arguments: list[str],
    told: str,
    review: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """That of the locale, or of an option."""
    monkeypatch.setenv("LC_ALL", locale)
    with (review / "docs" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\na  b\n")
    main(["check", "--only", "O006", *arguments])
    assert capsys.readouterr().out.splitlines()[0].removeprefix("docs/index.md:") == told


@pytest.mark.parametrize("given", ["C012", "c012", "[C012]"])
def test_a_code_is_explained(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As it stands at the end of a message, or as it is typed."""
    assert main(["explain", given]) == 0
    assert capsys.readouterr().out.startswith("C012 · citations · error\n\nA word before")


def test_all_codes_are_explained_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Which is the page of the repository; a mistyped code gets the nearest."""
    assert main(["explain"]) == 0
    page = capsys.readouterr().out
    assert all(f"### {one.code}: " in page for one in rules())
    assert main(["explain", "Z"]) == 2
    assert capsys.readouterr().err == "Z: there is no such code; `sholu explain` lists all\n"


@pytest.mark.parametrize(
    ("given", "first"),
    [
        ("parity", "T001 · қате · Бет бір тілде жоқ"),
        ("Links", "L001 · қате · "),
        ("Q", "Q001 · қате · "),
    ],
)
def test_a_kind_and_a_letter_list_their_codes(
    given: str, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `problems: {parity: warning}` is about."""
    assert main(["explain", given, "--language", "kk"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(first)
    assert len(lines) > 3


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("", "S090", "the file of settings is empty"),
        ("# later\n", "S090", "the file of settings is empty"),
        ("- search\n- sholu\n", "S090", "the file of settings is a list, where names with values stand"),
        ("sholu\n", "S090", "the file of settings is a text, where names with values stand"),
        ("site_name: S\nplugins: sholu\n", "S026", "plugins: a list is expected: - first, - second"),
        ("site_name: S\nplugins: [search]\n", "S001", "the plugin sholu is not among its plugins"),
    ],
)
def test_settings_without_sholu_are_told_as_what_they_are(
    review: Path, capsys: pytest.CaptureFixture[str], written: str, code: str, told: str
) -> None:
    """An empty file has no plugins either, and it is not what its author has to mend."""
    write(review, {"mkdocs.yml": written})
    assert main(["check", "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["message"]) == (code, told)


@pytest.mark.parametrize(
    "name", ["translations.lock", "languages/kk.toml", "data/glossary.yml", "data/words.txt"]
)
def test_a_folder_in_place_of_a_file_is_told(
    review: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """And ends in no traceback."""
    (review / name).mkdir(parents=True)
    assert main(["check", "--only", "F090", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={name},line=1,title=F090::this is a folder")


def test_names_of_files_are_written_as_each_form_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub reads a comma as the end of a property, SARIF a % as the beginning of a code."""
    name = "docs/50%, «су»: a.md"
    write(tmp_path, {**FILES, "docs/index.md": "# T {#t}\n", name: "# U {#u}\n\n[@nobody]\n"})
    main(["check", str(tmp_path), "--only", "C001", "--format", "github"])
    told = capsys.readouterr().out
    assert told.startswith("::error file=docs/50%25%2C «су»%3A a.md,line=3,col=2,title=C001::")
    main(["check", str(tmp_path), "--only", "C001", "--format", "sarif"])
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "docs/50%25%2C%20%C2%AB%D1%81%D1%83%C2%BB%3A%20a.md"
