"""What parts of papers are called, by the words in the languages' files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sholu.importing.paper.front import Front, taken_off
from sholu.importing.paper.heads import has_one_title, heads_works, language_of, part_called
from sholu.importing.paper.superscripts import in_brackets
from sholu.importing.same_people import same_name
from sholu.languages import available_languages, reading_words, use

from tests.rows import rows


@pytest.fixture(autouse=True)
def _no_review() -> Iterator[None]:
    """Take the languages of a test away after it."""
    yield
    use()


@rows("code", available_languages())
def test_each_language_knows_the_parts_that_every_paper_has(code: str) -> None:
    """And none in capital letters, which no text is compared with."""
    for part in ("abstract", "keywords", "references", "introduction", "conclusion"):
        words = reading_words(code, f"part_{part}")
        assert words
        assert [word for word in words if word != word.lower()] == []


@rows(
    ("title", "part"),
    [
        ("Зерттеу материалдары мен әдістері", "methodology"),
        ("Методология исследования", "methodology"),
        ("МАТЕРИАЛЫ И МЕТОДЫ ИССЛЕДОВАНИЯ", "methodology"),
        ("GİRİŞ", "introduction"),
        ("Einleitung", "introduction"),
        ("Wnioski", "conclusion"),
        ("摘 要", "abstract"),
        ("Tayanch so'zlar", "keywords"),
        ("مقدمه", "introduction"),
        ("Нәтижелер және талқылау", "findings"),
        ("Ergebnisse und Diskussion", "findings"),
        ("Results and discussion", "findings"),
        ("Results of 2099", ""),
        ("Introductions", ""),
        ("", ""),
    ],
)
def test_a_heading_names_a_part(title: str, part: str) -> None:
    """In any language, with any apostrophe and in capital letters too."""
    assert part_called(title) == part


@rows(
    "title",
    [
        "ПАЙДАЛАНЫЛҒАН ӘДЕБИЕТТЕР ТІЗІМІ (References)", "5. Список использованных источников и литературы",
        "Литература / References", "Kaynakça/References", "參 考 文 獻", "참고문헌", "کتاب‌نامه",
        "Библиографический список", "Foydalanilgan adabiyotlar ro`yxati", "İSTİFADƏ OLUNMUŞ ƏDƏBİYYAT",
    ],
)  # fmt: skip
def test_a_list_of_works_is_known_by_its_heading(title: str) -> None:
    """In one language or in two."""
    assert heads_works(title)


@rows("title", ["Материалы", "Quellen", "Literatura", "Источниковедение", "References to it"])
def test_what_may_be_a_section_of_a_text_is_no_list(title: str) -> None:
    """Nor is a longer heading that begins so."""
    assert not heads_works(title)


@rows(
    ("words", "own", "code"),
    [
        ("Ключевые слова", "kk", "ru"),
        ("калит сўзлар", "uz", "uz"),
        ("калит сўзлар", "ru", "uz-Cyrl"),
        ("Palavras-chave", "pt-BR", "pt-BR"),
        ("Key words", "en", "en"),
        ("слова", "ru", ""),
    ],
)
def test_the_language_of_a_part_is_that_of_its_name(words: str, own: str, code: str) -> None:
    """A paper's own, where it may be that."""
    assert language_of(words, "keywords", own) == code


def test_a_language_of_a_review_brings_its_own_words() -> None:
    """Papers in it are read as others are."""
    words = {"part_keywords": "sözler açary", "part_references": "edebiýat", "subject_codes": "ouk"}
    own = "[reading]\n" + "".join(f'{name} = ["{word}"]\n' for name, word in words.items())
    typed = "OUK 94\n\nSözler açary: suw; serhet\n"
    front = Front()
    taken_off(front, typed, "tk")
    assert (front.codes, front.subjects, heads_works("Edebiýat")) == ([], {}, False)
    use({"languages/tk.toml": own}, ("tk",))
    assert taken_off(front, typed, "tk") == "\n\n## Sözler açary\n\nsuw; serhet."
    assert (front.codes, front.subjects) == (["OUK 94"], {"tk": "suw; serhet"})
    assert heads_works("Edebiýat")


@rows(
    "line", ["## **Әдебиеттер:**", "References.", "__Литература__ {#list}", "# 5. Literatur", "\\# Kaynakça"]
)
def test_marks_of_a_heading_say_nothing_of_what_it_heads(line: str) -> None:
    """Headings, bold and plain paragraphs, with an id or a colon."""
    assert heads_works(line)


@rows(
    ("headings", "is_one"),
    [
        (["Water and borders"], True),
        # In Word a list of works often has the style of the title.
        (["Water and borders", "References"], True),
        (["Су мен шекара", "Әдебиеттер тізімі"], True),
        (["Rivers", "Laws", "References"], False),
        (["References"], False),
        ([], False),
    ],
)
def test_one_heading_of_the_first_level_is_a_title(headings: list[str], is_one: bool) -> None:  # noqa: FBT001
    """That of the list of works is none."""
    assert has_one_title(headings) is is_one


def test_abstracts_in_other_languages_behind_the_own_one_are_theirs() -> None:
    """As journals of Kazakhstan have them: three paragraphs, each with its key words."""
    front = Front()
    paper = (
        "**Аңдатпа.** Мақалада су мәселесі қарастырылады, автор шарттарды талдайды.\n\n"
        "**Түйін сөздер:** су, шекара.\n\n"
        "**Аннотация.** В статье рассматривается вопрос о воде, автор анализирует договоры.\n\n"
        "**Ключевые слова:** вода, граница.\n\n"
        "**Abstract.** The article considers the question of water and the treaties of the states.\n\n"
        "## Кіріспе\n\nСөз.\n"
    )
    text = taken_off(front, paper, "kk")
    assert front.abstracts == {
        "ru": "В статье рассматривается вопрос о воде, автор анализирует договоры.",
        "en": "The article considers the question of water and the treaties of the states.",
    }
    assert front.subjects == {"kk": "су; шекара", "ru": "вода; граница"}
    assert "Мақалада" in text
    assert "статье" not in text
    assert "article" not in text


@rows(
    ("line", "people", "signs"),
    [
        (
            "Айгүл Сейітқызы Нұрланова<sup>1</sup>, Марат Болатұлы Ахметов<sup>2</sup>\\*",
            ["Нұрланова, Айгүл Сейітқызы", "Ахметов, Марат Болатұлы"],
            (("1",), ("2",)),
        ),
        ("Нурланова Айгуль Сейтовна", ["Нурланова, Айгуль Сейтовна"], ((),)),
        ("Aigul Nurlanova, Marat Akhmetov", ["Nurlanova, Aigul", "Akhmetov, Marat"], ((), ())),
        ("Xu Wei<sup>1</sup>, Bota Li<sup>2,\\*</sup>", ["Wei, Xu", "Li, Bota"], (("1",), ("2",))),
        ("王小明<sup>1</sup>，欧阳华<sup>2</sup>", ["王, 小明", "欧阳, 华"], (("1",), ("2",))),
        ("Mehmet Yılmaz\\*, Ayşe Kaya\\*\\*", ["Yılmaz, Mehmet", "Kaya, Ayşe"], ((), ())),
        ("Орталық Азия, Қазақстан", [], ()),
        ("Тұран даласы, Арал теңізі", [], ()),
    ],
)
def test_authors_are_named_in_full_below_the_title(
    line: str, people: list[str], signs: tuple[object, ...]
) -> None:
    """Given names, patronymics or signs behind each tell them; nothing else does."""
    front = Front()
    taken_off(front, f"**Сырдария алабындағы су**\n\n{line}\n\nМәтін.", "kk")
    assert [f"{name.family}, {name.given}" for name in front.authors] == people
    assert front.signs == signs


def test_a_title_without_spaces_is_one() -> None:
    """Han has none; what stands below its authors is where they work."""
    front = Front()
    text = taken_off(
        front, "**锡尔河流域的水外交**\n\n王小明¹\n\n¹北京大学国际关系学院\n\n水问题是核心。", "zh"
    )
    assert (front.title, front.affiliations) == ("锡尔河流域的水外交", ["¹北京大学国际关系学院"])
    assert text.strip() == "水问题是核心。"


def test_a_title_may_be_a_person() -> None:
    """Who stands above everything else is no author."""
    front = Front()
    assert taken_off(front, "Абай Құнанбайұлы\n\nОл 1845 жылы туған.", "kk").startswith("Абай Құнанбайұлы")
    assert front.authors == []


def test_a_numbered_heading_is_no_place_of_an_author() -> None:
    """But what begins with the raised sign of one is, whatever it is called."""
    front = Front()
    text = taken_off(
        front, "**Су туралы бір сөз**\n\nАйгүл Нұрланова¹\n\n<sup>1</sup>Talap\n\n1. Кіріспе", "kk"
    )
    assert front.affiliations == ["<sup>1</sup>Talap"]
    assert text.endswith("1. Кіріспе")


def test_raised_numbers_above_what_explains_them_cite_nothing() -> None:
    """They refer to where authors work, even if nobody knows the names; below it they cite."""
    head = "张伟<sup>1</sup>, 李娜王<sup>2</sup>\n\n<sup>1</sup>北京大学\n\n"
    assert (
        in_brackets(f"{head}Word<sup>1</sup> and word<sup>2</sup>.", (1, 2))
        == f"{head}Word [1] and word [2]."
    )


@rows(
    ("typed", "listed"),
    [("Jalilova", "Джалилова"), ("Жұмабаев", "Jumabayev"), ("Tsoi", "Цой"), ("Kassymov", "Қасымов")],
)
def test_a_name_is_the_same_in_another_alphabet(typed: str, listed: str) -> None:
    """Whichever way of romanizing it a paper follows; within one alphabet each letter counts."""
    assert same_name(typed, [listed])
    assert not same_name("Tsoi", ["Choi"])
    assert not same_name("Ким", ["Хим"])


_THREE = """\
# МӘТІНДЕГІ КЕҢІСТІК ҰҒЫМЫ

**А.Б. Серікова¹**

¹Еуразия ұлттық университеті, Астана

**Аңдатпа.** Мақалада қазақ мәтініндегі кеңістік ұғымының тілдік көрінісі қарастырылады.

**Түйін сөздер:** мәтін, кеңістік

## ПОНЯТИЕ ПРОСТРАНСТВА В ТЕКСТЕ

**А.Б. Серикова¹**

¹Евразийский национальный университет, Астана

**Аннотация.** В статье рассматривается языковое выражение понятия пространства.

**Ключевые слова:** текст, пространство

**The Concept of Space in Texts**

A.B. Serikova¹

**Abstract.** The article considers how the concept of space is expressed in texts.

**Keywords:** text, space

## Кіріспе

Мәтіндегі кеңістік ұғымы ұзақ зерттеліп келеді [1].
"""


def test_heads_in_other_languages_are_no_pages() -> None:
    """Their titles and abstracts are kept, and the numbers behind names cite nothing."""
    front = Front()
    text = taken_off(front, _THREE, "kk")
    assert [line for line in text.splitlines() if line.startswith("#") or "¹" in line] == [
        "# МӘТІНДЕГІ КЕҢІСТІК ҰҒЫМЫ",
        "## Аңдатпа",
        "## Түйін сөздер",
        "## Кіріспе",
    ]
    assert front.titles == {
        "ru": "ПОНЯТИЕ ПРОСТРАНСТВА В ТЕКСТЕ",
        "en": "The Concept of Space in Texts",
    }
    assert front.abstracts == {
        "ru": "В статье рассматривается языковое выражение понятия пространства.",
        "en": "The article considers how the concept of space is expressed in texts.",
    }
    assert front.subjects["en"] == "text; space"


def test_an_abstract_below_the_papers_own_title_takes_nothing_with_it() -> None:
    """Though that title is in the language of the abstract."""
    front = Front()
    abstract = "Abstract: The article considers how the concept of space is expressed in texts."
    text = taken_off(front, f"# The concept of space in texts\n\nJ. Smith\n\n{abstract}\n", "ru")
    assert "# The concept of space in texts" in text


def test_raised_brackets_may_have_pages_behind_them() -> None:
    """As journals in China have them; what no list counts stays."""
    assert in_brackets("长安<sup>[2]15-20</sup>，洛阳[1]3。", (1, 2)) == "长安[2, p. 15-20]，洛阳[1, p. 3]。"
    assert in_brackets("长安<sup>[2]15-20</sup>", ()) == "长安<sup>[2]15-20</sup>"
