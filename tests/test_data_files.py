"""Data files of a review: what is read, and what an author is told."""

from __future__ import annotations

from pathlib import Path

from sholu.composing import DEEPEST, composed, plain_values
from sholu.data_files import MOST_FAULTS, Record, read_records
from sholu.problems.telling import LANGUAGES, in_language

from tests.rows import rows

CODES = ("kk", "en")


def read(folder: Path, text: str) -> tuple[tuple[Record, ...], list[str]]:
    """Read a file of this text; problems as an author sees them."""
    path = folder / "events.yml"
    path.write_text(text, encoding="utf-8")
    records, problems = read_records(path, "data/events.yml")
    for record in records:
        record.expect("date", "title", "sources")
        record.text("date", is_needed=True)
        record.texts("sources")
        record.words_by_language("title", CODES, is_needed=True)
    return records, [str(problem) for problem in problems]


def test_a_record_gives_texts_as_they_were_typed(tmp_path: Path) -> None:
    """No date, number or truth value is made of them."""
    text = "- date: 1992-10\n  title: {kk: Шарт, en: no}\n  sources: [a, 012]\n"
    (record,), problems = read(tmp_path, text)
    assert not problems
    assert record.text("date") == "1992-10"
    assert record.words_by_language("title", CODES) == {"kk": "Шарт", "en": "no"}
    assert record.texts("sources") == ("a", "012")


def test_all_faults_of_a_file_are_told_with_their_lines(tmp_path: Path) -> None:
    """A missing name, a wrong shape, a language without words, a name that is mistyped or stands twice."""
    text = "- date:\n  titel: x\n- date: 1992\n  date: 1993\n  title:\n    kk: Шарт\n- words\n"
    _, problems = read(tmp_path, text)
    assert [problem.partition(";")[0] for problem in problems] == [
        "data/events.yml:4: “date” is given twice",
        "data/events.yml:7: this is no record",
        "data/events.yml:2: unknown name “titel”",
        "data/events.yml:1: “date” is empty",
        "data/events.yml:1: “title” is missing",
        "data/events.yml:6: “title” has no words in “en”",
        "data/events.yml:7: “date” is missing",
        "data/events.yml:7: “title” is missing",
    ]
    assert any("did you mean “title”?" in problem for problem in problems)


def test_broken_yaml_is_a_problem_with_a_line(tmp_path: Path) -> None:
    """And no traceback; a tab and a control character too."""
    for text, line in (
        ("- date: 1992\n  title: {kk: x\n", 2),
        ("- date: 1\n\t- b: 2\n", 2),
        ("- a: \x01\n", 1),
    ):
        records, problems = read(tmp_path, text)
        assert not records
        assert len(problems) == 1
        assert problems[0].startswith(f"data/events.yml:{line}: broken YAML: ")


@rows(
    ("text", "line", "name"),
    [
        ("plugins:\n\t- sholu\n", 2, "tab"),
        ("a: 1\nb:\n\u00a0 c: d: e\n", 3, "no_break"),
        ("site_name:Water\nplugins: []\n", 1, "space"),
        ("plugins:\n- sholu:\n    style:apa\n    policy: x\n", 3, "space"),
        ("a: 1\nb:2\n\n", 2, "space"),
        ("title: Water: a review\n", 1, "colon"),
        ("title: “Water: a review”\n", 1, "curly"),
        ("a:\n  b: 1\n   c: 2\n", 3, "indent"),
        ("a:\n    b: 1\n  c: 2\n", 3, "end"),
        ("a: long\nthat goes on\nb: 1\n", 2, "no_colon"),
        ("a: 'it's'\n", 1, "rest"),
        ('a: "Water" of B\n', 1, "rest"),
        ('a: 1\nb: "Water\nc: 1\n', 2, "quote"),
        ('a: "Water\nb: "https://example.org"\nc: 1\n', 1, "quote"),
        ("a: 1\nb: [c, d\ne: 1\n", 2, "bracket"),
        ("b: {c: d\ne: 1\n", 1, "brace"),
        ("a: @b\n", 1, "sign"),
        ("a: - b\n", 1, "dash"),
        ("a: *b\n", 1, "alias"),
        ('a: "C:\\Users"\n', 1, "backslash"),
        ('a: "C:\\q"\n', 1, "backslash"),
        ("a: \x01\n", 1, "hidden"),
        ("a: 1\n---\nb: 1\n", 2, "documents"),
        ("a: |b\n  c\n", 1, "block"),
        ("{a: 1}: b\n", 1, "key"),
        ("a: !!none b\n", 1, "tag"),
        ("a: !!int b\n", 1, "type"),
        ("a: &b 1\nc: &b 2\n", 2, "anchor"),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n", 2, "merge"),
        ("%YAML 3.0\n---\na: 1\n", 1, "unreadable"),
    ],
)
def test_broken_yaml_is_told_where_it_is_mended(text: str, line: int, name: str) -> None:
    """In each language of authors: at the line that has the mistake, with the mend for that one."""
    (told,) = plain_values(text, "mkdocs.yml")[1]
    assert (told.place.line, dict(told.values)["reason"]) == (line, f"@@yaml_{name}")
    for language in LANGUAGES:
        assert "@@" not in str(in_language(told, language))


def test_a_name_that_is_given_twice_is_told_where_it_is_so_again() -> None:
    """MkDocs reads the last of the two, and says nothing."""
    text = "a: 1\nplugins:\n- sholu:\n    a: 1\n    a: 2\na: &x {b: 1}\nc:\n  <<: *x\n  <<: *x\n"
    values, problems = plain_values(text, "mkdocs.yml")
    assert values == {"a": {"b": 1}, "plugins": [{"sholu": {"a": 2}}], "c": {"b": 1}}
    assert sorted((one.place.line, one.what) for one in problems) == [
        (5, "“a” is given twice"),
        (6, "“a” is given twice"),
    ]


def test_a_file_that_is_not_there_has_no_records_and_no_problems(tmp_path: Path) -> None:
    """A review need not have it."""
    assert read_records(tmp_path / "none.yml", "data/none.yml") == ((), [])


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    """With the form that it should have."""
    _, problems = read(tmp_path, "date: 1992\n")
    mend = "begin each record with a line such as - date: 1992-10-15 [D004]"
    assert problems == [f"data/events.yml:1: the file is no list; {mend}"]


@rows(
    "value",
    [
        "!!bool x",
        "!!int x",
        "!!float x",
        "!!binary ж",
        "!ENV []",
        "9" * 5000,
        "0x",
        "1:99:_",
    ],
)
def test_a_value_that_its_tag_does_not_fit_is_broken_yaml(value: str) -> None:
    """Or a text; and no exception of Python's, of which PyYAML lets many through."""
    values, problems = plain_values(f"a: b\nc: {value}\n", "mkdocs.yml")
    told = [str(one).partition(": broken YAML")[0] for one in problems]
    assert (values, told) in [(None, ["mkdocs.yml:2"]), ({"a": "b", "c": value}, [])]


@rows("name", ["", "a", ".a", "os.", "os..x", "no_such_module.x"])
def test_a_function_that_no_package_has_is_nothing(name: str) -> None:
    """MkDocs says so where it needs one."""
    assert plain_values(f"a: !!python/name:{name}\n", "mkdocs.yml") == ({"a": None}, ())


def test_a_file_of_faults_is_told_of_so_far_and_no_further(tmp_path: Path) -> None:
    """Records that are none, names that nobody knows or that stand twice; the last word is an error."""
    for text in (
        "- x\n" * 5_000,
        "- x: y\n  x: z\n" * 2_000,
        f"- {{{', '.join(f'k{one}: x' for one in range(5_000))}}}",
    ):
        _, problems = read(tmp_path, text)
        assert len(problems) == MOST_FAULTS + 1
        assert "there are more than 1,000 faults up to here; mend them first" in problems[-1]
        assert "warning" not in problems[-1]


def test_a_nesting_that_is_too_deep_is_told_before_anything_is_built() -> None:
    """On its line, and as deep as may be it is read; whoever walks it would have no end."""
    root, (fault,) = composed(f"- a\n- {'[' * DEEPEST}{']' * DEEPEST}\n", "a.yml")
    assert (root, fault.code, fault.place.line) == (None, "D002", 2)
    root, problems = composed(f"- a\n- {'[' * (DEEPEST - 1)}{']' * (DEEPEST - 1)}\n", "a.yml")
    assert root is not None
    assert problems == ()
