"""`sholu check --fix`: what has one right mend, and that translations stay accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sholu.checking.mending import as_it_was, carried, differences, mended
from sholu.command_line import main
from sholu.review import Review
from sholu.review.versions import translation_states
from sholu.translations.lock import Lock, accept, read_lock, write_lock

from tests.conftest import write
from tests.rows import rows

SETTINGS = (
    "site_name: S\nplugins:\n  - i18n:\n      docs_structure: folder\n      languages:\n"
    "        - {locale: ru, name: Русский, default: true}\n        - {locale: en, name: English}\n  - sholu\n"
    "theme: material\n"
)
PAGES = {
    "docs/ru/index.md": (
        "# Вода - это  жизнь {#water}\n\nТри страны:\n- Кaзахстан\n- Китай\n\nВ 1991-1997 годах.\n"
    ),
    "docs/en/index.md": "# Water {#water}\n\nThree countries:\n- Kazakhstan\n- China\n\nIn 1991–1997.\n",
}
REVIEW = {"mkdocs.yml": SETTINGS, "references.bib": "", **PAGES}


def with_lock(texts: Mapping[str, str]) -> dict[str, str]:
    """Return a review all translations of which are accepted."""
    review = Review.from_texts(texts)
    lock = Lock()
    for state in translation_states(review.gathered, "ru"):
        lock = accept(lock, state.source, state.translation, [state.translation.path])
    return {**texts, "translations.lock": write_lock(lock)}


def fixed(texts: Mapping[str, str], only: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the files of a review that are changed."""
    return mended(Review.from_texts(texts), only, lambda others: Review.from_texts({**texts, **others}))


def test_what_has_one_right_mend_is_mended_and_a_second_time_changes_nothing() -> None:
    """A dash, a doubled space, a letter, a list, a range, a space at which no line breaks."""
    after = fixed(REVIEW)
    assert after["docs/ru/index.md"] == (
        "# Вода\u00a0— это жизнь {#water}\n\nТри страны:\n\n- Казахстан\n- Китай\n\nВ 1991–1997\u00a0годах.\n"
    )
    assert fixed({**REVIEW, **after}) == {}


def test_acceptances_of_translations_are_kept() -> None:
    """No word has changed, so that no translator has anything to do, though a paragraph is a list now."""
    texts = with_lock(REVIEW)
    after = Review.from_texts({**texts, **fixed(texts)})
    (state,) = translation_states(after.gathered, "ru")
    assert state.is_recorded
    assert state.stale == ()
    assert [block.words for block in state.source.blocks[1:3]] == ["Три страны:", "Казахстан"]


def test_what_was_behind_is_behind_still() -> None:
    """A word that somebody changed before is not accepted by the way."""
    texts = with_lock(REVIEW)
    texts["docs/ru/index.md"] = texts["docs/ru/index.md"].replace("годах", "годы")
    after = Review.from_texts({**texts, **fixed(texts)})
    (state,) = translation_states(after.gathered, "ru")
    assert [one.source.words for one in state.stale] == ["В 1991–1997 годы."]
    lock = carried(Review.from_texts(texts), after)
    assert lock == read_lock(write_lock(lock))


def test_what_is_silenced_or_not_asked_for_is_left() -> None:
    """By a remark, in mkdocs.yml, by --only."""
    page = "docs/ru/index.md"
    remark = {**REVIEW, page: "<!-- sholu: off O006 a poem -->\nвода  тут\n\nземля  там\n"}
    assert fixed(remark)[page].endswith("вода  тут\n\nземля там\n")
    assert page not in fixed({**REVIEW, page: "вода  тут\n"}, ("O003",))
    settings = SETTINGS.replace("- sholu\n", "- sholu: {problems: {O006: 'off'}}\n")
    assert page not in fixed({**REVIEW, page: "вода  тут\n", "mkdocs.yml": settings})


def test_a_heading_keeps_the_id_that_is_made_of_its_words() -> None:
    """Links lead to it."""
    page = {"docs/ru/index.md": "# Вoда - жизнь\n\nСловa\n", "docs/en/index.md": "# Water\n\nWords\n"}
    assert fixed({**REVIEW, **page})["docs/ru/index.md"] == "# Вoда - жизнь\n\nСлова\n"


def test_letters_of_titles_are_mended_and_keys_and_addresses_are_not() -> None:
    """In references.bib and in the data."""
    entry = (
        "@book{водa2009,\n  title = {Водa},\n  author = {Иванoв, И.},\n  keywords = {зeмля},\n"
        "  url = {https://a.b/водa},\n  year = 2009}\n"
    )
    after = fixed({**REVIEW, "references.bib": entry})
    assert after["references.bib"] == entry.replace("{Водa}", "{Вода}").replace("Иванoв", "Иванов")
    terms = "- id: water\n  ru: {term: водa, text: Это жидкoсть.}\n  en: {term: water, text: It is wet.}\n"
    assert "data/glossary.yml" in fixed({**REVIEW, "data/glossary.yml": terms})


def test_a_file_keeps_its_line_ends_and_its_mark() -> None:
    """An editor of Windows has written both."""
    assert as_it_was("a\nb\n", b"\xef\xbb\xbfa \r\nb\r\n") == b"\xef\xbb\xbfa\r\nb\r\n"
    assert as_it_was("a\n", b"a \n") == b"a\n"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16"])
def test_a_file_that_is_no_utf_8_keeps_its_bytes(encoding: str, tmp_path: Path) -> None:
    """What is read in place of its letters would be written over them."""
    write(tmp_path, dict(REVIEW))
    page = tmp_path / "docs/ru/index.md"
    typed = "# Вода {#water}\n\nДва  слова, 1991-1997\n".encode(encoding)
    page.write_bytes(typed)
    assert main(["check", "--fix", str(tmp_path)]) == 1
    assert page.read_bytes() == typed


def test_a_letter_with_too_many_marks_keeps_them() -> None:
    """They are left out where a page is read (F091), and not in its file."""
    page = f"# Вода {{#water}}\n\nДва  слова, а{chr(0x301) * 40}\n"
    assert fixed({**REVIEW, "docs/ru/index.md": page}, ("O006",)) == {}


def test_a_change_is_shown_by_its_lines() -> None:
    """Without those around it, and without the lock."""
    before = {"a.md": "x\ny  z\n", "translations.lock": "1"}
    assert differences(before, {"a.md": "x\ny z\n", "translations.lock": "2"}) == (
        "--- a.md\n+++ a.md\n@@ -2 +2 @@\n-y  z\n+y z\n"
    )


def test_the_command_shows_and_writes_or_shows_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--fix --dry-run` and `--fix`."""
    write(tmp_path, dict(REVIEW))
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "docs/ru/index.md"
    assert main(["check", "--fix", "--dry-run"]) == 0
    assert "files that --fix would mend: 2\n" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == PAGES["docs/ru/index.md"]
    assert main(["check", "--fix"]) == 0
    told = capsys.readouterr().out
    assert "-# Вода - это  жизнь {#water}\n+# Вода\u00a0— это жизнь {#water}\n" in told
    assert "files mended: 2\n" in told
    assert page.read_text(encoding="utf-8").startswith("# Вода\u00a0— это жизнь")
    assert main(["check", "--fix"]) == 0
    assert "nothing has just one right mend" in capsys.readouterr().out


@rows(
    ("typed", "mended_to"),
    [
        ("** жирно и `код` **", "**жирно и `код`**"),
        ("* курсив и `код - код`*", "*курсив и `код - код`*"),
        ("Так (@hiro2009, `код`).", "Так (@hiro2009, `код`)."),
        ("Так (@hiro2009, с. 5).", "Так [@hiro2009, с. 5]."),
    ],
)
def test_a_mend_loses_no_code(typed: str, mended_to: str) -> None:
    """Habits are looked for where code is blanked out; what a mend puts in its place would be blank."""
    entry = "@book{hiro2009, title = {Inside}, year = {2009}, langid = {english}}\n"
    texts = {**REVIEW, "references.bib": entry, "docs/ru/index.md": f"# Вода {{#water}}\n\nА {typed}\n"}
    assert {**texts, **fixed(texts)}["docs/ru/index.md"] == f"# Вода {{#water}}\n\nА {mended_to}\n"


@pytest.mark.parametrize(
    "typed",
    [
        '[x](https://ru.wikipedia.org/wiki/Вода_(фильм) "Вода - фильм")',
        "[x](https://ru.wikipedia.org/wiki/Вода_(фильм)_Кaз,слово)",
        '[x](a.md "см. a) - слово ,слово")',
        "[Кaзахстан]\n\n[Кaзахстан]: a.md",
        '["слово" - слово][]\n\n["слово" - слово]: a.md',
        '[x]:\n  a.md\n  "слово - слово"',
        '[x]: a.md\n    "слово - слово"',
        "Вода - жизнь\n---",
        "> ## Вода - жизнь",
        "!!! note\n\n    ## Вода - жизнь",
        "- # Вода - жизнь",
        "#Вода - жизнь",
        '<span title="слово[@hiro2009] ** x **">x</span> <a href="(@hiro2009)">x</a>',
        '[x](a.md "(@hiro2009)") [x](hiro [hiro2009].md) \\([hiro2009]\\)',
        "[x]: (@hiro2009)",
        '<span title="x:\n- a\n- b">y</span>',
        "<pre>\nСлово\n| a | b |\n|---|---|\n| 1 | 2 |\n</pre>",
        '--8<-- "слово - слово.md"',
        '\\"слово\\"',
        '"слово «слово» слово"',
        "площадь = длина * ширина * высота",
    ],
)
def test_what_leads_somewhere_is_left(typed: str) -> None:
    """A mend in an address, a tag, the name of a heading or a link would break it; some have two meanings."""
    entry = "@book{hiro2009, title = {Inside}, year = {2009}, langid = {english}}\n"
    texts = {**REVIEW, "references.bib": entry, "docs/ru/index.md": f"# Вода {{#water}}\n\n{typed}\n"}
    assert "docs/ru/index.md" not in fixed(texts)


@rows(
    ("typed", "code"),
    [
        ("- п\n\n        слово - слово\n        слово - слово\n", True),
        ("- п\n    - п\n\n        слово - слово\n", False),
        ("- п\n    - п\n\n            слово - слово\n", True),
        ("- п\n    - п\n\n    п\n\n        слово - слово\n", True),
        ("- п\n\n    !!! note\n\n        слово - слово\n", False),
        ("!!! note\n\n    п\n\n\t\tслово - слово\n", True),
        ("1. п\n\n    слово - слово\n\nп\n\n", False),
        ("- п\n        слово - слово\n", False),
        ("[^1]: п\n\n        слово - слово\n", True),
    ],
)
def test_code_within_an_item_or_a_box_is_left(typed: str, code: bool) -> None:  # noqa: FBT001
    """It stands four spaces behind the text of what holds it, which the reader of Markdown says as well."""
    page = f"# Вода {{#water}}\n\n{typed}\nп\n"
    texts = {**REVIEW, "docs/ru/index.md": page}
    after = {**texts, **fixed(texts)}["docs/ru/index.md"]
    assert (after == page) is code
    html = Review.from_texts(texts).pages["ru/index.md"].html
    assert ("<code" in html) is code


def test_front_matter_that_is_never_closed_keeps_its_signs() -> None:
    """Other quotation marks are none for YAML."""
    page = '---\ntitle: "Вода" - это\n\nСлово - слово\n'
    after = fixed({**REVIEW, "docs/ru/index.md": page})["docs/ru/index.md"]
    assert after == page.replace("Слово -", "Слово\u00a0—")


def test_links_and_names_in_data_and_in_the_bibliography_are_left() -> None:
    """Letters of words are mended there, and none of what leads somewhere."""
    terms = (
        "- {id: water, sources: [кaз], ru: {term: водa, text: '[Кaз](Кaз_(в)_Кaз.md) "
        "https://a.b/Кaз [@Кaз]'}, en: {term: water, text: wet}}\n"
        "- id: &Кaз x\n  sources:\n    - кaз\n    - водa\n"
        "  ru: {term: *Кaз, text: Кaз}\n  en: {term: x, text: y}\n"
    )
    after = fixed({**REVIEW, "data/glossary.yml": terms})["data/glossary.yml"]
    assert after == terms.replace("term: водa", "term: вода").replace("'[Кaз]", "'[Каз]").replace(
        "text: Кaз", "text: Каз"
    )
    entry = "@book{a, title = {Кaз}, publisher = кaз, note = {\\url{a.b/Кaз} [x](Кaз.md)}, year = 2009}\n"
    assert fixed({**REVIEW, "references.bib": entry})["references.bib"] == entry.replace("{Кaз},", "{Каз},")


HABITS = (
    "Вода - это", "два  пробела", "слово ,слово", "слово,слово", '«в "кавычках" внутри»', '"так"', "5 км",
    "1991-1997 гг.", "с. 5-7", "слово[@hiro2009]", "** жирно **", "Кaзахстан", "год.Договор", "“so”", "XX в.",
    "А. Б. Иванов", "слово -- «слово»", "http://a.b/c-d", "`код - код`", "[ссылка](index.md)", "*курсив* ",
    "- пункт", "> цитата", "| a | b |", "$x - y$", "<br>", "əə", "10 %", "вода\u00a0- «то»", "\u00a0", "…",
    "—", "'так'", "{#id}",
)  # fmt: skip


@given(st.lists(st.sampled_from(HABITS), min_size=2, max_size=6), st.sampled_from([" ", "\n", ", ", ""]))
def test_what_is_mended_needs_no_other_mend(parts: list[str], between: str) -> None:
    """Whatever stands beside what: a second time changes nothing."""
    page = {
        "docs/ru/index.md": f"# Вода {{#t}}\n\n{between.join(parts)}\n",
        "docs/en/index.md": "# W {#t}\n\nA\n",
    }
    texts = {**REVIEW, **page}
    after = {**texts, **fixed(texts)}
    assert fixed(after) == {}
    (typed, left) = ([*filter(str.isalnum, one["docs/ru/index.md"])] for one in (texts, after))
    assert len(typed) == len(left), "a mend has lost letters"


# Spans keep figures and their dash on one line, which a hyphen does not need.
_ELEMENT = re.compile(r"<(?!/?span\b)(/?\w+)")


@given(st.lists(st.sampled_from(HABITS), min_size=1, max_size=5), st.sampled_from([" ", "\n", ", ", "\n\n"]))
def test_a_mended_sign_changes_no_element_of_a_page(parts: list[str], between: str) -> None:
    """Quotation marks, dashes, spaces, letters are words: lists, links, citations stay what they are."""
    page = {
        "docs/ru/index.md": f"# Вода {{#t}}\n\n{between.join(parts)}\n",
        "docs/en/index.md": "# W {#t}\n\nA\n",
    }
    texts = {**REVIEW, **page}
    after = {**texts, **fixed(texts, ("O",))}
    before, mended_page = (Review.from_texts(one).pages["ru/index.md"].html for one in (texts, after))
    assert _ELEMENT.findall(before) == _ELEMENT.findall(mended_page)
