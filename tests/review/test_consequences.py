"""One mistake is one problem by whatever way a review is read: a text, `sholu check`, a strict build."""

from __future__ import annotations

from sholu.checking.late import causes
from sholu.checking.review import all_told
from sholu.review import Review

from tests.rows import rows

LANGUAGES = "[{locale: ru, default: true}, {locale: en}]"
SETTINGS = f"plugins: [{{i18n: {{docs_structure: folder, languages: {LANGUAGES}}}}}, sholu]\n"
BIB = (
    "@book{hiro2009,\n  author = {Hiro, Dilip},\n  author_ru = {Хиро, Дилип},\n  title = {A},\n"
    "  publisher = {P},\n  address = {A},\n  year = {2009},\n  langid = {english},\n}\n"
)
RU = """# Вода {#water}

Начало [@hiro2009, с.\u00a035].[^1]

## История {#history}

![Карта](../assets/map.png){#fig-map}

Карта\u00a0— @fig-map, доли\u00a0— @tbl-shares.

| Страна | Доля |
|----|------|
| Россия | 30 |

: Доли {#tbl-shares}

- Первый этап
- Второй этап

[^1]: Слова [@hiro2009].
"""
EN = """# Water {#water}

The beginning [@hiro2009, p. 35].[^1]

## History {#history}

![Map](../assets/map.png){#fig-map}

The map is @fig-map, the shares are @tbl-shares.

| Country | Share |
|----|------|
| Russia | 30 |

: Shares {#tbl-shares}

- First stage
- Second stage

[^1]: Words [@hiro2009].
"""
PAGE = "docs/ru/index.md"


def review(old: str, new: str, bibliography: str = BIB) -> Review:
    """Return the clean review with one change in its source."""
    assert old in RU or not old
    ru = RU.replace(old, new, 1)
    texts = {"mkdocs.yml": SETTINGS, "references.bib": bibliography, PAGE: ru, "docs/en/index.md": EN}
    return Review.from_texts({**texts, "docs/assets/map.png": b""})


# What is typed, on which line it is told; in a build the code is the same, since it asks for the cause.
SLIPS = (
    ("## История {#history}", "**История**", "M033", 5),
    ("## История", "＃＃ История", "O093", 5),
    ("{#history}", "{history}", "M017", 5),
    ("- Первый этап\n- Второй", "а) Первый этап\nб) Второй", "M037", 17),
    ("|----|------|\n", "", "M022", 11),
    ("[^1]: Слова", "[^1] Слова", "M021", 20),
    ("[^1]: Слова", "[1] Слова", "M021", 20),
    ("[^1]: Слова", "[^1] : Слова", "M021", 20),
    ("[^1]: Слова", "[^1] – Слова", "M021", 20),
    ("[@hiro2009, с.\u00a035]", "[12, с.\u00a035]", "C093", 3),
    ("[@hiro2009, с.\u00a035]", "(@hiro2009, с.\u00a035)", "M090", 3),
    ("[@hiro2009, с.\u00a035]", "\\cite[35]{hiro2009}", "M008", 3),
    ("{#fig-map}", "{#fig-map, width=60%}", "N010", 7),
    ("{#fig-map}", "{fig-map}", "N010", 7),
    ("[@hiro2009, с.\u00a035]", "[@hiro2009,\n\nс.\u00a035]", "C003", 3),
    ("map.png", "my map.png", "L003", 7),
    ("- Первый", "<!-- потом ->\n\n- Первый", "M006", 17),
    ("История {", "История [@hiro2009] {", "C020", 5),
    ("## История", "#1 вопрос.\n\n## История", "M034", 5),
    ("# Вода", "--\ntitle: Вода\n--\n\n# Вода", "P007", 1),
)


@rows(("old", "new", "code", "line"), SLIPS)
def test_check_and_build_tell_the_same_cause(old: str, new: str, code: str, line: int) -> None:
    """Once, at the line where it was typed."""
    made = review(old, new)
    checked = [(one.code, one.place.path, one.place.line) for one in all_told(made) if one.code != "O011"]
    assert checked == [(code, PAGE, line)]
    made = review(old, new)
    made.causes = causes
    built = [(one.code, one.place.path, one.place.line) for one in made.problems]
    assert built == [(code, PAGE, line)]


def test_a_reference_without_its_sign_is_told_once() -> None:
    """And not also at the picture to which nothing leads then, whichever version lacks it."""
    found = [(one.code, one.place.path, one.place.line) for one in all_told(review("@fig-map", "fig-map"))]
    assert found == [("T019", "docs/en/index.md", 9)]


def test_a_clean_review_is_asked_nothing() -> None:
    """Good builds do not wait for an editor."""
    asked: list[object] = []

    def ask(_: object, paths: object) -> frozenset[object]:
        asked.append(paths)
        return frozenset()

    made = review("", "")
    made.causes = ask  # type: ignore[assignment]
    assert made.problems == ()
    assert asked == [frozenset()]


def test_a_cause_weighs_what_follows_from_it() -> None:
    """A hint that breaks a page is an error; one from which nothing follows is none."""
    (one,) = all_told(review("## История {#history}", "**История**"))
    assert (one.code, one.level) == ("M033", "error")


def test_a_cause_that_is_switched_off_hides_nothing() -> None:
    """What follows from it is told in its place."""
    silenced = "<!-- sholu: off M021 -->\n[^1] Слова"
    codes = {one.code for one in all_told(review("[^1]: Слова", silenced))}
    assert "P024" in codes
    assert "M021" not in codes


@rows(
    ("bibliography", "code", "line"),
    [
        (BIB.replace("{hiro2009,", "{"), "B003", 2),
        (BIB.replace("{hiro2009,", "{hiro 2009,"), "B002", 1),
    ],
)
def test_citations_of_an_entry_that_is_broken_follow_from_it(bibliography: str, code: str, line: int) -> None:
    """However many there are."""
    told = review("", "", bibliography).problems
    assert [(one.code, one.place.line) for one in told if one.code != "C003"] == [(code, line)]
