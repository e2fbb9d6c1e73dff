"""Parts of a typed reference: who made a work, what kind of act it is, when it is from."""

from __future__ import annotations

import pytest
from sholu.importing.typed.acts import act_of
from sholu.importing.typed.line import day_of, month_in
from sholu.importing.typed.people import names_listed
from sholu.importing.typed.reading import read_reference

from tests.rows import rows

IMPRINT = " – М.: Наука, 1999. – 90 с."


@rows(
    ("line", "people"),
    [
        ("Петров П. П. Рынки.", {"author": "Петров, П. П."}),
        ("Петров П. П., Ким С. А. и др. Рынки.", {"author": "Петров, П. П. and Ким, С. А. and others"}),
        ("Рынки / П. П. Петров, С. А. Ким.", {"author": "Петров, П. П. and Ким, С. А."}),
        ("Рынки / П. П. Петров, С. А. Ким и др.", {"author": "Петров, П. П. and Ким, С. А. and others"}),
        # All of those of whom the head names one stand behind the stroke.
        ("Петров П. П. Рынки / П. П. Петров, С. А. Ким.", {"author": "Петров, П. П. and Ким, С. А."}),
        (
            "Петров П. П. Рынки / П. П. Петров, С. А. Ким [и др.].",
            {"author": "Петров, П. П. and Ким, С. А. and others"},
        ),
        ("Рынки / под ред. А. А. Иванов.", {"editor": "Иванов, А. А."}),
        (
            "Рынки / под ред. А. А. Иванов, С. А. Ким и др.",
            {"editor": "Иванов, А. А. and Ким, С. А. and others"},
        ),
        ("Рынки / отв. ред. А. А. Иванов [и др.].", {"editor": "Иванов, А. А. and others"}),
        (
            "Петров П. П. Рынки / пер. с англ. И. Иванов, К. Ким и др.",
            {"author": "Петров, П. П.", "translator": "Иванов, И. and Ким, К. and others"},
        ),
        (
            "Рынки / сост. А. А. Иванов; пер. К. Ким.",
            {"editor": "Иванов, А. А.", "translator": "Ким, К."},
        ),
        ("Петров П. П. (ред.) Рынки.", {"editor": "Петров, П. П."}),
        # Behind «под ред.» stands the genitive; behind «пер.» a name that may be a woman's stays as it is.
        (
            "Рынки / под ред. И. И. Петрова, Г. А. Мусиной; пер. с англ. А. Кима.",
            {"editor": "Петров, И. И. and Мусина, Г. А.", "translator": "Ким, А."},
        ),
        ("Рынки / пер. с англ. А. Петрова.", {"translator": "Петрова, А."}),
        ("John Smith and Ann Doe. Рынки.", {"author": "Smith, John and Doe, Ann"}),
    ],
)  # fmt: skip
def test_who_made_a_work_is_read_by_role(line: str, people: dict[str, str]) -> None:
    """Others too, whose names the list leaves out."""
    read = read_reference(f"{line}{IMPRINT}")
    written = read.in_bibtex()
    assert {role: written[role] for role in ("author", "editor", "translator") if role in written} == people
    assert written["title"] == "Рынки"
    assert read.doubts == ()


@rows(
    ("line", "degree"),
    [
        ("Петров П. П. Рынки: дис. ... канд. ист. наук. – М., 1999. – 90 с.", "candidate"),
        ("Петров П. П. Рынки : автореф. дис. ... д-ра ист. наук. М., 1999. 40 с.", "doctoral"),
        ("Петров П. П. Рынки: PhD дис. – М., 2010. – 180 б.", "phd"),
    ],
)
def test_a_thesis_with_a_title_of_one_word_is_no_place_with_its_publisher(line: str, degree: str) -> None:
    """A colon stands behind either."""
    fields = read_reference(line).in_bibtex()
    assert (fields["title"], fields["address"], fields["type"]) == ("Рынки", "М.", degree)


def test_what_is_no_role_is_said_to_be_left_over() -> None:
    """Nobody guesses what an introduction is in BibTeX."""
    read = read_reference(f"Петров П. П. Рынки / вступ. ст. А. Б.{IMPRINT}")
    assert read.doubts == ("not understood: вступ. ст. А. Б.",)


@rows(
    ("typed", "names", "has_others"),
    [
        ("Smith, J. A., & Doe, J.", "Smith, J. A. and Doe, J.", False),
        ("Smith, J. A., Doe, J., et al.", "Smith, J. A. and Doe, J.", True),
        ("А. Қосымов және т.б.", "Қосымов, А.", True),
        ("World Bank", "{World Bank}", False),
        ("John Smith and Ann Doe", "Smith, John and Doe, Ann", False),
        ("John Smith, Ann Doe and Jane Roe", "Smith, John and Doe, Ann and Roe, Jane", False),
        ("Ministry of Trade and Industry", "{Ministry of Trade and Industry}", False),
        ("Hiro, Dilip; Dadabaev, Timur", "Hiro, Dilip and Dadabaev, Timur", False),
        ("", "", False),
        ("и др.", "", False),
    ],
)
def test_a_list_of_names_is_read(typed: str, names: str, *, has_others: bool) -> None:
    """In the order of each style."""
    read, others = names_listed(typed)
    assert " and ".join(name.in_bibtex for name in read) == names
    assert others == has_others


@rows(
    ("line", "act"),
    [
        ("Указ Президента", ("legal", "decree")),
        ("О мерах: Указ Президента", ("", "")),
        ("О мерах: Указ Президента Республики", ("legal", "decree")),
        ("О мерах: приказ № 5", ("legal", "order")),
        ("О мерах: приказ от 5 марта 2001", ("legal", "order")),
        ("О мерах. Статья // Указ № 5", ("", "")),
        ("Закон Республики Казахстан", ("legal", "law")),
        ("Constitution of Kazakhstan", ("legal", "constitution")),
        ("Азаматтық кодексі № 5", ("legal", "code")),
        ("Үкімет қаулысы № 5", ("legal", "resolution")),
        ("Договор между А и Б", ("treaty", "treaty")),
        ("Соглашение о воде", ("", "")),
        ("Соглашение о воде, подписано", ("treaty", "agreement")),
        ("Достық туралы: достық келісімі", ("treaty", "agreement")),
        ("Конвенция между А и Б", ("treaty", "convention")),
        ("Протокол между А и Б", ("treaty", "protocol")),
        ("Меморандум между А и Б", ("treaty", "memorandum")),
        ("Declaration. Декларация между А и Б", ("treaty", "declaration")),
        ("Рынки", ("", "")),
    ],
)
def test_an_act_is_known_by_what_it_is_called(line: str, act: tuple[str, str]) -> None:
    """A treaty by who concluded it too; what stands behind the strokes is where it was printed."""
    assert act_of(line) == act


@rows(
    ("typed", "day"),
    [
        ("18 февраля 1991 г.", "1991-02-18"),
        ("1991 жылғы 18 ақпан", "1991-02-18"),
        ("February 18, 1991", "1991-02-18"),
        ("18.02.1991", "1991-02-18"),
        ("1991/2/8", "1991-02-08"),
        ("31.12.2001", "2001-12-31"),
        ("12.13.2001", ""),
        ("февраль 1991", "1991-02"),
        ("1st May 2001", "2001-05-01"),
        ("1991", ""),
        ("май", ""),
    ],
)
def test_a_day_is_read(typed: str, day: str) -> None:
    """As the languages of lists write it, as far as it is said."""
    assert day_of(typed) == day


def test_a_month_is_known_in_any_form() -> None:
    """The ending may be long, but a longer word that begins alike is no month."""
    assert [month_in(word) for word in ("қаңтар", "қыркүйегіндегі", "Декабря", "dec", "none")] == [
        1,
        9,
        12,
        12,
        0,
    ]
    assert month_in("mar" + "a" * 11) == 3
    assert month_in("mar" + "a" * 12) == 0


@rows(
    ("line", "language"),
    [
        (f"Петров П. П. Рынки.{IMPRINT}", "russian"),
        ("Қосымов А. Абай. – Алматы: Ғылым, 1999. – 90 б.", "kazakh"),
        ("Қосымов А. История края. – Алматы: Ғылым, 1999. – 90 б.", "russian"),
        ("Hiro D. Inside Central Asia. – New York: Overlook, 2009. – 400 p.", "english"),
        ("Hiro D. Asia. – New York: Overlook, 2009. – 400 p.", "english"),
    ],
)
def test_the_language_of_a_work_is_told_by_its_title_and_by_what_is_beside_it(
    line: str, language: str
) -> None:
    """A title of letters that Russian has too is Kazakh where names and publisher are, if nothing says no."""
    assert read_reference(line).in_bibtex().get("langid") == language


@pytest.mark.parametrize(
    ("details", "fields", "left"),
    [
        ("1999. – 90 с.", {"year": "1999", "pagetotal": "90"}, ()),
        ("1999. – 90 с. – 2001.", {"year": "1999", "pagetotal": "90"}, ("not understood: 2001",)),
    ],
)
def test_of_two_years_the_first_is_that_of_the_work(
    details: str, fields: dict[str, str], left: tuple[str, ...]
) -> None:
    """The other is told, since nobody knows what it says."""
    read = read_reference(f"Петров П. П. Рынки. – М.: Наука, {details}")
    assert {name: read.fields[name] for name in fields} == fields
    assert read.doubts == left


@rows(
    ("line", "people", "fields"),
    [
        ("العلي، محمد. (2019). تاريخ آسيا. القاهرة: دار الفكر.", [("العلي", "محمد")],
         {"year": "2019", "title": "تاريخ آسيا", "address": "القاهرة", "publisher": "دار الفكر"}),
        ("كريم، علي. (2019). الماء. مجلة الدراسات، 12(3)، 45-67.", [("كريم", "علي")],
         {"year": "2019", "title": "الماء", "journal": "الدراسات", "volume": "12", "number": "3",
          "pages": "45-67"}),
        ("김철수, 이영희. (2019). 물과 국경. 한국사연구, 12(3), 45-67.", [("김", "철수"), ("이", "영희")],
         {"year": "2019", "title": "물과 국경", "journal": "한국사연구", "volume": "12", "number": "3",
          "pages": "45-67"}),
        ("王伟，李明.（2019）.水与边界.世界历史，12（3）：45-67.", [("王", "伟"), ("李", "明")],
         {"year": "2019", "title": "水与边界", "journal": "世界历史", "volume": "12", "number": "3",
          "pages": "45-67"}),
        ("山田太郎（2019）『中央アジア史』東京：岩波書店．", [("山田", "太郎")],
         {"year": "2019", "title": "中央アジア史", "address": "東京", "publisher": "岩波書店"}),
        ("כהן, דוד (2019). מים. ירושלים: מאגנס.", [("כהן", "דוד")],
         {"year": "2019", "title": "מים", "address": "ירושלים", "publisher": "מאגנס"}),
    ],
)  # fmt: skip
def test_years_stand_behind_names_without_capitals(
    line: str, people: list[tuple[str, str]], fields: dict[str, str]
) -> None:
    """As APA has them, in scripts in which marks alone tell what is what."""
    draft = read_reference(line)
    assert [(one.family, one.given) for one in draft.names["author"]] == people
    assert {name: words for name, words in draft.fields.items() if name != "langid"} == fields


@pytest.mark.parametrize(("longer", "doubts"), [(0, ()), (1, ("not understood: all of it",))])
def test_a_line_is_read_unless_it_is_longer_than_any(longer: int, doubts: tuple[str, ...]) -> None:
    """A paragraph of prose is none; the longest line of a list has 2,500 letters."""
    head, tail = "Ким А. А", ". М.: Дала, 2001. 20 с."
    words = "а" * (2500 + longer - len(head) - len(tail))
    assert read_reference(f"{head}{words}{tail}").doubts == doubts


@rows(("people", "is_institution"), [("卡尔·马克思", False), ("北京大学历史系", True), ("北大史学系", False)])
def test_a_long_chinese_name_is_a_body_unless_a_dot_parts_it(people: str, *, is_institution: bool) -> None:
    """Foreign names have a dot between their parts."""
    [name] = read_reference(f"{people}. 水史[M]. 北京: 商务印书馆, 2001.").names["author"]
    assert name.is_institution is is_institution


@rows(
    ("line", "type_", "people", "fields"),
    [
        (
            "Weinthal E. State Making and Cooperation[M]. Cambridge, MA: MIT Press, 2002.",
            "book",
            ["Weinthal, E."],
            {"title": "State Making and Cooperation", "address": "Cambridge, MA", "publisher": "MIT Press"},
        ),
        (
            "SMITH J A, MEYER B, et al. Water in Asia[J]. Journal of Peace, 2015, 36(2): 80-95.",
            "article",
            ["Smith, J. A.", "Meyer, B."],
            {
                "title": "Water in Asia",
                "journal": "Journal of Peace",
                "volume": "36",
                "number": "2",
                "pages": "80-95",
            },
        ),
    ],
)
def test_a_western_work_of_a_chinese_list(
    line: str, type_: str, people: list[str], fields: dict[str, str]
) -> None:
    """GB/T 7714 says by a sign what it is, in any script; the sign is no part of the title."""
    draft = read_reference(line)
    assert draft.type == type_
    assert [f"{name.family}, {name.given}" for name in draft.names["author"]] == people
    assert {name: draft.fields[name] for name in fields} == fields
    assert draft.doubts == ()


@rows(
    ("line", "people", "edition"),
    [
        (
            "皮亚杰. 结构主义[M]. 倪连生, 王琳, 等译. 北京: 商务印书馆, 1984.",
            {"author": ["皮亚杰"], "translator": ["倪连生", "王琳"]},
            None,
        ),
        (
            "[古希腊] 普鲁塔克. 希腊罗马名人传[M]. 黄宏煦, 译. 北京: 商务印书馆, 1984.",
            {"author": ["普鲁塔克"], "translator": ["黄宏煦"]},
            None,
        ),
        (
            "胡适. 胡适日记全编[M]. 曹伯言,整理. 北京: 商务印书馆, 1984.",
            {"author": ["胡适"], "editor": ["曹伯言"]},
            None,
        ),
        ("黄仁宇. 万历十五年[M]. 修订版. 北京: 商务印书馆, 1984.", {"author": ["黄仁宇"]}, "修订版"),
    ],
)
def test_who_translated_and_which_edition_stand_before_the_place(
    line: str, people: dict[str, list[str]], edition: str | None
) -> None:
    """As GB/T 7714 has them; the country of a foreign author is no part of his name, which is one word."""
    draft = read_reference(line)
    assert {
        role: [name.family + name.given for name in names] for role, names in draft.names.items()
    } == people
    assert draft.fields.get("edition") == edition
    assert (draft.fields["address"], draft.fields["publisher"], draft.doubts) == ("北京", "商务印书馆", ())


@pytest.mark.pure
@pytest.mark.parametrize("part", ["Avon-", "Ab-Cd-", "AB-", "Avon "])
def test_a_name_of_many_parts_ends(part: str) -> None:
    """Each hyphen doubled the ways to read it: twenty kept an import for hours."""
    assert read_reference(f"{part * 100}1").fields["title"].startswith(part * 50)
