"""Entries as Zotero, Mendeley, JabRef, Citavi and people write them: what stops a build and what does not."""

from __future__ import annotations

import pytest
from sholu.bibliography.bibtex import library_of
from sholu.bibliography.library import Library
from sholu.bibliography.name_lists import whole
from sholu.bibliography.references import Date, Kind, Person, Reference, Versions
from sholu.bibliography.words import Words
from sholu.languages import language
from sholu.problems import Problem
from sholu.values import replace
from sholu.works.shown import ShownWork

from tests.rows import rows


def read(text: str) -> tuple[Library, tuple[Problem, ...]]:
    """Read a bibliography."""
    return library_of(text.encode(), "references.bib")


def one(fields: str, kind: str = "book") -> Reference:
    """Read one entry, whatever is told of it."""
    library, problems = read(f"@{kind}{{a, title = {{A}}, {fields}}}")
    assert not [problem for problem in problems if problem.is_error]
    return library["a"]


@rows(
    ("entry", "code"),
    [
        ("@book{a, title={A} year=2000}", "B002"),
        ("@book{title={A}, year=2000}", "B003"),
        ("@book{\n author = {A}, title={A}}", "B003"),
        ("@book{a, title={A}},\n  year = {2000},\n}", "B007"),
        ("@book{a, year=2000}", "B020"),
        ("@book{a, title={A}}\n@book{a, title={B}}", "B009"),
        ("@book{a, title={A}, url={javascript:alert(1)}}", "B018"),
        ("@book{a, title={A}, url={ data:text/html,x}}", "B018"),
        ("@book{a, title={A}, url={file:a.html}}", "B018"),
        ("@book{a, title={A}, url={view-source:https://example.org}}", "B018"),
        ("@book{a, title={A}, url={blob:https://example.org/1}}", "B018"),
        ("@book{a, title={A}, date={2021-02-30}}", "B015"),
        ("@book{a, title={A}, urldate={2021-13-01}}", "B015"),
    ],
)
def test_what_a_reader_would_see_wrong_stops_a_build(entry: str, code: str) -> None:
    """And nothing else does."""
    _, problems = read(entry)
    assert [problem.code for problem in problems if problem.is_error] == [code]


def test_remarks_and_a_brace_too_many_between_entries_take_nothing_with_them() -> None:
    """Biber goes past both; a % within a value is that of TeX."""
    library, problems = read(
        "@book{a, % by hand\n  title = {A 50\\% share, %d}, % = {B}\n  % year = {1999},\n  year = % when\n"
        "  2000, isbn = {}}% the end\n}\n)\n@book{b, title = {B} % and so on\n}"
    )
    assert problems == ()
    assert library["a"].title.original == "A 50% share, %d"
    assert library["a"].date == Date(2000)
    assert library["b"].title.original == "B"


@rows(
    ("field", "code"),
    [
        ("url = {www.example.org}", "B039"),
        ("url = {https://a.org https://b.org}", "B039"),
        ("url = {/relative}", "B039"),
        ("url = {ftp://example.org}", "B039"),
        ("doi = {unknown}", "B016"),
        ("isbn = {123}", "B017"),
        ("issn = {1234-5678}", "B032"),
        ("year = {Spring term}", "B042"),
        ("month = {x}, year = 2000", "B042"),
        ("langid = {klingonian}", "B025"),
        ("language = {uk}, url = {https://journal.example.kz/1}", "B074"),
        ("author = {World Bank}", "B023"),
        ("author = {UNESCO}", "B023"),
        ("author = {МИД РК}", "B023"),
        ("editor = {Smith, J. and ШОС}", "B023"),
        ("author = {Иванов И. И.}", "B022"),
        ("author = {Bartók Béla}, langid = {hungarian}", "B022"),
        ("publisher = press", "B008"),
        ("crossref = {lost}", "B035"),
        ("kind = {x}, entrysubtype = {y}, country = {Germany}", "B030"),
        ("title = {B}", "B026"),
        ("month = may", "B041"),
        (r"subtitle = {\foo{x}}", "B014"),
        ("date = {2015-00}", "B042"),
        ("urldate = {2015-00-03}", "B042"),
    ],
)
def test_all_else_is_a_warning(field: str, code: str) -> None:
    """The value is left out of what is printed, or read as it was meant."""
    _, problems = read(f"@book{{a, title = {{A}},\n  {field}}}")
    assert [(problem.code, problem.is_error) for problem in problems] == [(code, False)]


@rows(
    "fields",
    [
        "file = {a.pdf}, file = {b.pdf}, annote = {x}, annote = {y}",
        "abstract = {100% \\foo $x}, bdsk-url-1 = {www.x}, mendeley-tags = {a}, related = {none}",
        "isbn = {978-0-306-40615-7 (cloth), 0-306-40615-2}, issn = {????}",
        "isbn = {0—306—40615—2}",
        "language = {en-US}, langid = {american}",
        "author = {Marsden, Jerrold E. and Jerrold E. Marsden and van der Berg, J. and others}",
        "pages = {pp. 5--7}, volume = {Vol. 3}, number = {no. 3}, edition = {2nd}",
        "urldate = {11.05.2017}, url = {https://example.org}",
        "month = mai, year = {n.d.}",
    ],
)
def test_what_programs_write_is_no_fault(fields: str) -> None:
    """A field that is not read is not judged either."""
    _, problems = read(f"@book{{a, title = {{A}}, {fields}}}")
    assert problems == ()


@rows(
    ("typed", "number"),
    [
        ("no. 3", "3"),
        ("Heft 3", "3"),
        ("H. 3", "3"),
        ("s. 3", "3"),
        ("H.R. 1100", "H.R. 1100"),
        ("S. Res. 438", "S. Res. 438"),
    ],
)
def test_a_word_before_a_number_is_told_from_a_number_of_words(typed: str, number: str) -> None:
    """A bill of the House is no "Heft"."""
    assert one(f"title = {{A}}, number = {{{typed}}}", "legislation").number == number


def test_a_commented_entry_is_a_comment() -> None:
    """Over several lines, too; and an e-mail address between entries begins none."""
    library, problems = read(
        "% me@example.org\n%@book{dead, title={Dead},\n% year=2000}\n"
        "write to me@example.org {x}\n@book{a, title={A}}"
    )
    assert problems == ()
    assert list(library.references) == ["a"]


@rows(
    ("typed", "person"),
    [
        ("{World Bank}", Person("World Bank", is_organization=True)),
        ("World Health Organization", Person("World Health Organization", is_organization=True)),
        ("Martin Luther King, Jr.", Person("King", "Martin Luther", suffix="Jr.")),
        ("Smith, John, 1933-2001", Person("Smith", "John")),
        ("Walter, Hans (1933-....)", Person("Walter", "Hans")),
        ("Smith, John, Ph.D.", Person("Smith", "John")),
        ("Иванов И. И.", Person("Иванов", "И. И.")),
        ("Yu. Korolyuk", Person("Korolyuk", "Yu.")),
        (r"{\relax Yu}rii Ivanov", Person("Ivanov", "Yurii", own_initials="Yu.")),
        (r"{\relax Yu}rii Ivan Ivanov", Person("Ivanov", "Yurii Ivan", own_initials="Yu. I.")),
        ("Sammy Ford Jr.", Person("Ford", "Sammy", suffix="Jr.")),
        ("Amartya Sen", Person("Sen", "Amartya")),
        ("이 영희", Person("이", "영희")),
        ("영희 이", Person("이", "영희")),
        ("夏目 漱石", Person("夏目", "漱石")),
        ("Ахметова Айгуль", Person("Ахметова", "Айгуль")),
        ("Лев Толстой", Person("Толстой", "Лев")),
        ("José Ortega y Gasset", Person("Ortega y Gasset", "José")),
        ("КазНУ им. аль-Фараби", Person("КазНУ им. аль-Фараби", is_organization=True)),
        ("Им Сон Хи", Person("Хи", "Им Сон")),
        ("Ибн Сина", Person("Ибн Сина")),
        ("{{Ibn Sīnā}}", Person("Ibn Sīnā")),
        ("王小波", Person("王小波")),
        ("王, 小波", Person("王", "小波")),
        ("family=Beethoven, given=Ludwig, prefix=van, useprefix=false", Person("Beethoven", "Ludwig van")),
        ("family=Иванов, given=Юрий, given-i=Ю", Person("Иванов", "Юрий", own_initials="Ю.")),
        ("bell hooks", Person("hooks", "bell")),
        ("Suyūṭī (al-), Jalāl al-Dīn", Person("al-Suyūṭī", "Jalāl al-Dīn")),
        ("Ibn Ḥazm, ʿAlī b. Aḥmad", Person("Ibn Ḥazm", "ʿAlī b. Aḥmad")),
        ("J W Tester", Person("Tester", "J W")),
        ("الجابري، محمد", Person("الجابري", "محمد")),
    ],
)
def test_names_are_read_as_they_are_meant(typed: str, person: Person) -> None:
    """In whatever way they are written."""
    assert one(f"author = {{{typed}}}").authors.original == (person,)


@rows(
    ("given", "initials"),
    [
        ("ʿAbd al-Raḥmān", ("ʿA.", "al-R.")),
        ("小波", ("小波",)),
        # Georgian letters stand for names, though none is a capital; particles do not.
        ("ივანე", ("ი.",)),
        ("оглы", ("оглы",)),
        ("Jean-Paul", ("J.-P.",)),
        ("O‘tkir", ("O.",)),
    ],
)
def test_initials_are_those_of_the_script(given: str, initials: tuple[str, ...]) -> None:
    """An article is none, a sign before a letter goes with it, Han names are whole."""
    assert Person("X", given).initials == initials


@rows(
    ("note", "told"),
    [
        ("Place: Paris Publisher: Brill", {"place": "Paris", "publisher": "Brill", "note": ""}),
        ("OCLC: 12345", {"note": ""}),
        ("Page Version ID: 123", {"note": ""}),
        ("A remark. OCLC: 12345", {"note": "A remark."}),
        ("Section: World", {"note": ""}),
        ("00012", {"note": ""}),
        (r"Publisher: Brill \_eprint: https://doi.org/10.5555/1", {"publisher": "Brill", "note": ""}),
        ("A remark of an editor: see p. 5.", {"note": "A remark of an editor: see p. 5."}),
    ],
)
def test_machine_notes_are_fields_or_nothing(note: str, told: dict[str, str]) -> None:
    """Zotero's, and no editor's."""
    work = one(f"note = {{{note}}}")
    assert {name: getattr(work, name).original for name in told} == told


@rows(
    ("kind", "expected", "genre"),
    [
        ("patent", Kind.MISC, "patent"), ("movie", Kind.MISC, "movie"), ("film", Kind.MISC, "movie"),
        ("dataset", Kind.MISC, "dataset"), ("jurisdiction", Kind.MISC, "jurisdiction"),
        ("mvbook", Kind.BOOK, ""),
        ("bookinbook", Kind.CHAPTER, ""), ("suppcollection", Kind.CHAPTER, ""),
        ("newspaper", Kind.ARTICLE, "newspaper"),
        ("standard", Kind.MISC, "standard"), ("unpublished", Kind.MISC, "unpublished"),
    ],
)  # fmt: skip
def test_every_type_of_biblatex_has_its_kind(kind: str, expected: Kind, genre: str) -> None:
    """What has none of its own keeps its name as genre."""
    work = one("booktitle = {B}", kind)
    assert (work.kind, work.genre) == (expected, genre)


@rows(
    ("words", "genre", "is_abstract", "study"),
    [
        ("Автореферат дис. … канд. ист. наук", "candidate", True, "ист. наук"),
        ("дис. … д-ра филол. наук", "doctoral", False, "филол. наук"),
        ("PhD thesis", "phd", False, ""),
        ("дис. ... канд. физ.-мат. наук : 01.02.04", "candidate", False, "физ.-мат. наук"),
        ("Магистерская диссертация", "master", False, ""),
    ],
)
def test_a_thesis_is_known_by_its_name(words: str, genre: str, is_abstract: bool, study: str) -> None:  # noqa: FBT001
    """Abstracts and fields of study are in it."""
    work = one(f"type = {{{words}}}", "thesis")
    assert (work.genre, work.is_thesis_abstract, work.field_of_study.original) == (genre, is_abstract, study)


@rows(
    ("fields", "attribute", "shown"),
    [
        ("location = {М. and Тверь}", "place", "М.; Тверь"),
        ("publisher = {Дайк-Пресс and Ғылым баспасы and Атамұра баспасы}", "publisher",
         "Дайк-Пресс; Ғылым баспасы; Атамұра баспасы"),
        ("publisher = {Taylor and Francis}", "publisher", "Taylor and Francis"),
        ("publisher = {U.S. Patent and Trademark Office}", "publisher", "U.S. Patent and Trademark Office"),
        ("publisher = {Gracie Films and Twentieth Century Fox}", "publisher",
         "Gracie Films; Twentieth Century Fox"),
        ("institution = {Ministry of Trade and Industry}", "institution", "Ministry of Trade and Industry"),
    ],
)  # fmt: skip
def test_lists_are_parted_where_they_are_lists(fields: str, attribute: str, shown: str) -> None:
    """Most people who write “and” do not know of lists."""
    assert getattr(one(fields), attribute).original == shown


@rows(
    ("fields", "code"),
    [
        ("language = {kk}", "kk"), ("language = {french}", "fr"), ("langid = {ngerman}", "de"),
        ("langid = {norsk}", "nb"),
        ("langid = {nswissgerman}", "de"), ("langid = {brazilian}", "pt"), ("langid = {australian}", "en"),
        ("language = {rus}", "ru"), ("language = {Русский}", "ru"),
        ("language = {english and russian}", "en"),
        ("language = {langturkish}", "tr"), ("langid = {uzbek}, language = {ru}", "uz"),
        ("langid = {cs}", "cs"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_all_its_names(fields: str, code: str) -> None:
    """Those of babel, polyglossia, CLDR, ISO 639 and its own."""
    assert one(fields).language == code


def test_keys_of_biblatex_are_no_words_for_a_reader() -> None:
    """Its styles have words for them; we have the type of the entry."""
    patent = one("type = {patenteu}, number = {EP 1}", "patent")
    assert (patent.number_type.original, patent.medium.original, patent.number) == ("", "", "EP 1")


def test_forms_of_a_film_of_a_festival_are_kept() -> None:
    """Roles, event, original, state, numbers: what biblatex knows."""
    work = one(
        "editor = {Kim, A.}, editortype = {compiler}, narrator = {Lee, B.}, editora = {Fox, C.},"
        "editoratype = {redactor},"
        "author = {Doe, J.}, author+an:role = {1=director}, origtitle = {Manas}, origdate = {1900},"
        "eventtitle = {Festival},"
        "pubstate = {in press}, series = {S}, number = {7}, volumes = {5}, eid = {e12}, titleaddon = {Film}"
    )
    assert (work.editor_role, work.author_role, sorted(work.roles)) == (
        "compiler",
        "director",
        ["narrator", "redactor"],
    )
    assert (work.original_title.original, work.event_title.original, work.pub_state) == (
        "Manas",
        "Festival",
        "inpress",
    )
    assert (work.series_number, work.number, work.volumes, work.eid) == ("7", "", "5", "e12")
    assert work.original_date is not None
    assert work.original_date.year == 1900


@rows(
    ("entry", "code"),
    [
        ("@article{, title = {A}, journal = {B}}", "B071"),
        ("@abnt-options{title-in = {no}}", "B071"),
        ("@symbol{pi, name = {π}, description = {a number}}", "B073"),
        ("@entry{water, name = {water}, description = {what runs}}", "B073"),
    ],
)
def test_what_is_no_work_or_has_no_key_is_left_out(entry: str, code: str) -> None:
    """JabRef writes empty keys, bib2gls keeps a glossary in BibTeX; the works beside them are read."""
    library, problems = read(f"{entry}\n@book{{a, title = {{A}}}}")
    assert [(problem.code, problem.is_error) for problem in problems] == [(code, False)]
    assert list(library.references) == ["a"]


@rows(
    ("fields", "described"),
    [
        ("howpublished = {private communication}", "private communication"),
        ("note = {private communication}", "private communication"),
        ("howpublished = {Lecture}, note = {kept}", "Lecture"),
        ("eprint = {hep-th/0106109}, archiveprefix = {arXiv}", "arXiv:hep-th/0106109"),
        ("doi = {10.1000/182}", "DOI 10.1000/182"),
        ("url = {https://www.example.org/a}", "www.example.org"),
        ("shorthand = {Амм.}", "Амм."),
    ],
)
def test_what_an_entry_says_of_itself_stands_in_for_a_title(fields: str, described: str) -> None:
    """In square brackets, as a description does, and once."""
    library, problems = read(f"@misc{{a, author = {{Konyagin, Sergei}}, {fields}}}")
    assert [(problem.code, problem.is_error) for problem in problems] == [("B070", False)]
    assert library["a"].description.original == described
    assert library["a"].note.original == ("kept" if "kept" in fields else "")


def test_an_article_is_known_by_its_journal() -> None:
    """Physicists name no titles; author, journal, volume and page lead a reader there."""
    library, problems = read(
        "@article{a, author = {Feynman, R. P.}, journal = {Phys. Rev.}, volume = 94, pages = 262}"
    )
    assert [problem.code for problem in problems] == ["B070"]
    assert not library["a"].title
    assert not library["a"].description


@rows(
    ("kind", "fields", "total", "pages"),
    [
        ("book", "pages = {256}", "256", ""),
        ("phdthesis", "pages = {180 с.}", "180", ""),
        ("book", "pages = {15--20}", "", "15–20"),
        ("article", "journal = {B}, pages = {7}", "", "7"),
        ("article", "journal = {B}, pages = {27--??}", "", "27"),
        ("article", "journal = {B}, pages = {??--??}", "", ""),
    ],
)
def test_one_number_of_pages_of_a_whole_is_how_many_it_has(
    kind: str, fields: str, total: str, pages: str
) -> None:
    """BibTeX has no field for it, and Mendeley writes it into the pages; question marks are no pages."""
    work = one(fields, kind)
    assert (work.page_total, work.pages.text) == (total, pages)


@rows(
    "doi",
    [
        "http://doi.acm.org/10.1145/1137627.1137631", "dx.doi.org/10.1145/1137627.1137631",
        "https://doi.org/10.1145%2F1137627.1137631", "DOI: 10.1145/1137627.1137631",
        "https://dl.acm.org/doi/abs/10.1145/1137627.1137631", "10.1145/1137627.1137631/",
        "doi/10.1145/1137627.1137631",
    ],
)  # fmt: skip
def test_a_doi_is_read_out_of_an_address(doi: str) -> None:
    """Of a resolver, a publisher or a library's proxy."""
    assert one(f"doi = {{{doi}}}").doi == "10.1145/1137627.1137631"


def test_names_of_abbreviations_may_have_any_letters() -> None:
    """As BibTeX has it; pybtex knows ASCII alone."""
    library, problems = read(
        "@string{Göttingen = {Göttingen}}\n@string{Алматы = {Алматы}}\n"
        "@book{a, title = {A}, location = Göttingen # { ; } # Алматы}"
    )
    assert problems == ()
    assert library["a"].place.original == "Göttingen ; Алматы"


def test_an_equals_sign_within_a_title_begins_no_field() -> None:
    """A parallel title on a line of its own is none that has swallowed the next field."""
    library, problems = read(
        "@book{a, title = {Automatic typesetting =\n  textes = {Automatisches setzen} von\n Texten}}"
    )
    assert problems == ()
    assert library["a"].title.original == "Automatic typesetting = textes = Automatisches setzen von Texten"


def test_remarks_between_entries_may_look_like_fields() -> None:
    """They are lost fields only if a brace too many stands there."""
    _, problems = read(
        '@book{a, title = {A}}\n\nUse it as\ntype = "Patent Application"\n@book{b, title = {B}}'
    )
    assert problems == ()


def test_other_keys_of_a_work_are_read() -> None:
    """Zotero and JabRef keep there the keys that a work had before."""
    library, problems = read("@book{a, title = {A}, ids = {old:a, older_a}}")
    assert problems == ()
    assert library.key_of("older_a") == "a"
    assert library.key_of("a") == "a"
    assert library.key_of("unknown") == "unknown"


def test_capitals_part_names_too() -> None:
    """BibTeX takes AND for and."""
    library, problems = read("@book{a, title = {A}, author = {Foster, Ian AND Kesselman, Carl}}")
    assert problems == ()
    assert [person.family for person in library["a"].authors.original] == ["Foster", "Kesselman"]


def test_a_chapter_in_words_is_the_title_of_the_part() -> None:
    """BibTeX's @inbook has the book's title in `title`; a number there stays a number."""
    work = one("chapter = {Musical Sound Modeling}, pages = {91--122}", "inbook")
    assert (work.kind, work.title.original, work.container.original) == (
        Kind.CHAPTER,
        "Musical Sound Modeling",
        "A",
    )
    assert one("chapter = {8}", "inbook").kind is Kind.BOOK


@rows(
    ("publisher", "read_as"),
    [
        ("Society for Industrial and Applied Mathematics", "Society for Industrial and Applied Mathematics"),
        ("American Psychological Association and Steppe Press",
         "American Psychological Association; Steppe Press"),
        ("William Briggs, James Cambell, and Willing", "William Briggs, James Cambell, and Willing"),
        ("Taylor and Francis", "Taylor and Francis"),
        ("Cambridge University Press and Oxford University Press",
         "Cambridge University Press; Oxford University Press"),
        ("Астрель and АСТ", "Астрель; АСТ"),
    ],
)  # fmt: skip
def test_a_publisher_with_and_in_its_name_is_one(publisher: str, read_as: str) -> None:
    """Two publishers are two."""
    assert one(f"publisher = {{{publisher}}}").publisher.original == read_as


def test_a_site_is_called_by_its_name() -> None:
    """What an online work is published on keeps its capitals; other words say what the work is."""
    work = one(
        "url = {https://cs.stackexchange.com/q/30073}, howpublished = {Computer Science Stack Exchange}",
        "misc",
    )
    assert work.container.original == "Computer Science Stack Exchange"
    assert not work.medium
    leaflet = one("url = {https://example.org}, howpublished = {Press release}", "misc")
    assert (leaflet.container.original, leaflet.medium.original) == ("", "Press release")


def test_a_word_that_any_thesis_has_says_nothing() -> None:
    """The type of the entry says which it is."""
    assert one("type = {Thesis}", "mastersthesis").genre == "master"
    assert one("type = {Thesis}", "thesis").genre == "thesis"


def test_what_a_name_is_sorted_by_is_not_read() -> None:
    r"""\VAN sorts, its last argument is printed; a length between letters is no word."""
    publisher = r"publisher = {Addison\kern.063em-\kern-.1emWesley}"
    work = one(rf"author = {{{{\VAN{{Laguarde}}{{De}}{{de}}}} Laguarde, Anne}}, {publisher}")
    assert work.authors.original[0].full_family == "de Laguarde"
    assert work.publisher.original == "Addison-Wesley"


@rows(
    "note",
    [r"\url{https://ctan.org/a_b}", "https://ctan.org/a_b", r"Available at \url{https://ctan.org/a_b}."],
)
def test_a_note_that_is_an_address_is_one(note: str) -> None:
    """BibTeX has no field for it; readers would see it as a remark of the editors."""
    work = one(f"note = {{{note}}}", "manual")
    assert (work.urls.original, work.note.original) == ("https://ctan.org/a_b", "")


def test_a_suffix_stands_behind_a_family_name_too() -> None:
    """As Google Scholar writes it."""
    (person,) = one("author = {Webster III, Robert J}").authors.original
    assert (person.family, person.suffix, person.given) == ("Webster", "III", "Robert J")


@rows(
    ("field", "read_as"),
    [
        ("edition = {Troisième}, langid = {french}", "3"), ("edition = {Fifteenth}", "15"),
        ("edition = {Пятое}", "5"), ("edition = {үшінші}", "3"), ("edition = {zweite Auflage}", "2"),
    ],
)  # fmt: skip
def test_an_edition_in_words_is_a_number(field: str, read_as: str) -> None:
    """Each language writes its own ordinal."""
    assert one(field).edition == read_as


@rows("others", ["others", "et al.", "и др.", "және т.б.", "سایرین", "等", "та ін."])
def test_those_who_are_not_named_are_no_persons(others: str) -> None:
    """In the words of each language."""
    work = one(f"author = {{Иванов, Иван and {others}}}")
    assert [person.family for person in work.authors.original] == ["Иванов"]
    assert "author" in work.and_others


@rows(
    ("typed", "families"),
    [
        ("Smith, J. et al.", ["Smith"]), ("Smith, A.; Roe, B.; et al.", ["Smith", "Roe"]),
        ("Иванов, И. И. [и др.]", ["Иванов"]), ("Сейітов, А. және т.б.", ["Сейітов"]),
    ],
)  # fmt: skip
def test_et_al_behind_a_name_is_no_part_of_it(typed: str, families: list[str]) -> None:
    """As lists of literature have it, without “and”."""
    work = one(f"author = {{{typed}}}")
    assert [person.family for person in work.authors.original] == families
    assert "author" in work.and_others


@rows(
    "typed",
    [
        "Bundesministerium für Bildung und Forschung", "Deutsche Forschungsgemeinschaft",
        "Republic of Kazakhstan", "Верховный суд РК", "Ұлттық статистика бюросы", "Абай атындағы ҚазҰПУ",
    ],
)  # fmt: skip
def test_bodies_are_known_by_their_words(typed: str) -> None:
    """Each language has its own; German ones are written in one with others."""
    (body,) = one(f"author = {{{typed}}}").authors.original
    assert (body.family, body.is_organization) == (typed, True)


@rows(
    ("typed", "read_as"),
    [
        ("Ахметов Болат Каримович", ("Ахметов", "Болат", "Каримович")),
        ("Әуезов Мұхтар Омарханұлы", ("Әуезов", "Мұхтар", "Омарханұлы")),
        ("Болат Каримович Ахметов", ("Ахметов", "Болат", "Каримович")),
        ("Иван Иванович Петрович", ("Петрович", "Иван", "Иванович")),
        ("Әбіш Кекілбайұлы", ("Кекілбайұлы", "Әбіш", "")),
    ],
)
def test_a_patronymic_tells_which_name_is_the_family_s(typed: str, read_as: tuple[str, str, str]) -> None:
    """Without a comma BibTeX takes the last."""
    (person,) = one(f"author = {{{typed}}}").authors.original
    assert (person.family, person.given, person.patronymic) == read_as


@pytest.mark.parametrize("typed", ["ابن خلدون", "أبو الفرج"])
def test_arabic_names_by_a_father_are_kept_whole(typed: str) -> None:
    """As Ибн Сина is."""
    (person,) = one(f"author = {{{typed}}}").authors.original
    assert (person.family, person.given) == (typed, "")


@rows(
    ("fields", "codes"),
    [
        ("title = {Қазақ қоғамы}, langid = {ukrainian}", ["B074"]),
        ("title = {Історія Казахстану}, langid = {ukrainian}", []),
        ("title = {Історія її міст}, language = {uk}, url = {https://journal.example.kz/1}", []),
    ],
)
def test_kazakh_is_not_ukrainian(fields: str, codes: list[str]) -> None:
    """Platforms of journals of Kazakhstan export “uk” for it."""
    _, problems = read(f"@article{{a, journal = {{A}}, {fields}}}")
    assert [problem.code for problem in problems] == codes


def test_initials_written_out_beside_them_are_no_names() -> None:
    """Catalogues of libraries write them so."""
    (person,) = one("author = {Eliot, T. S. (Thomas Stearns)}").authors.original
    assert person.given == "T. S."


def test_roman_and_other_pages_of_a_whole_are_how_many_it_has() -> None:
    """As catalogues count them; a version is no edition."""
    work = one("pages = {xvi + 436}, edition = {1.005}", "manual")
    assert (work.page_total, work.pages.text, work.version, work.edition) == ("xvi, 436", "", "1.005", "")


@rows(
    ("fields", "genre", "number", "issue"),
    [
        ("type = {федер. закон}, number = {38-ФЗ}, issue = {12}", "law", "38-ФЗ", "12"),
        ("type = {Указ Президента Республики Казахстан}", "decree", "", ""),
        ("type = {қаулы}, journal = {Дала}, issue = {4}", "resolution", "", "4"),
        ("title_ru = {Конституция Республики Казахстан}", "constitution", "", ""),
        ("title_en = {On the Civil Code}", "", "", ""),
        ("title_en = {Civil Code of the State}", "code", "", ""),
    ],
)
def test_an_act_is_what_its_type_or_title_says(fields: str, genre: str, number: str, issue: str) -> None:
    """Where no `kind` does; the number of a journal's issue is not its own."""
    work = one(fields, "legislation")
    assert (work.genre, work.number, work.issue) == (genre, number, issue)


@rows(
    ("typed", "read_as"),
    [
        ("On branch points.", "On branch points"),
        ("Степь в 1917–1920 гг.", "Степь в 1917–1920 гг."),
        ("Water Inc.", "Water Inc."),
        ("What is left of the U.S.S.R.", "What is left of the U.S.S.R."),
        ("Wait ...", "Wait ..."),
        (r"See \citetitle{b}", "See Water"),
        (r"A reply to \cite[12]{b}", "A reply to Ким 2002"),
    ],
)
def test_a_title_is_read_as_no_document(typed: str, read_as: str) -> None:
    """A full stop of PubMed's does not end it, nor is a citation in it a key."""
    library, _ = read(
        f"@book{{a, title = {{{typed}}}}}\n@book{{b, author = {{Ким, С.}}, title = {{Water}}, year = 2002}}"
    )
    assert library["a"].title.original == read_as


def test_a_stop_in_braces_stays_though_another_form_has_one_that_goes() -> None:
    """Each form of a title is read by what stands in its own field."""
    library, _ = read("@book{a, title = {Water.}, title_kk = {Бұлақ{.}}, title_ru = {Вода.}}")
    title = library["a"].title
    assert (title.original, dict(title.forms)) == ("Water", {"kk": "Бұлақ.", "ru": "Вода"})


def test_a_key_that_is_not_there_is_told_of() -> None:
    """It is shown, since nothing else is known of what it cites."""
    library, (found,) = read(r"@book{a, title = {A reply to \cite{lost}}}")
    assert (library["a"].title.original, found.code) == ("A reply to lost", "B014")


@rows(
    ("fields", "name", "value"),
    [
        ("pages = {312--312}", "pages", "312"),
        ("number = {Book, Whole}", "number", ""),
        ("number = {Journal Article}", "number", ""),
        ("volume = {N°305}", "volume", "305"),
        ("volume = {т. 3}", "volume", "3"),
        ("volume = {Cilt 4}", "volume", "4"),
        ("pages = {12-15 беттер}", "pages", "12–15"),
        ("note = {JSTOR: 40325366 Publisher: Dala}", "eprint", "40325366"),
        ("note = {tex.ids= {other}2021a}", "note", ""),
        ("note = {[Электронный ресурс]. Дата обращения: 12.03.2020}", "access_date", "2020-03-12"),
        (
            "note = {Режим доступа: https://example.org/a (дата обращения: 12.03.2020)}",
            "urls",
            "https://example.org/a",
        ),
        ("shortjournal = {Dala Sci.}", "container", "Dala Sci."),
    ],
)
def test_what_programs_leave_in_an_article(fields: str, name: str, value: str) -> None:
    """Pages from a page to itself, sorts of entries for numbers, addresses and numbers in notes."""
    found = getattr(one(fields, "article"), name)
    if name in {"note", "urls", "container"}:
        found = found.original
    assert getattr(found, "text", getattr(found, "iso", found)) == value


def test_what_zotero_has_in_extra_is_the_field_that_it_names() -> None:
    """Its own export of BibTeX has it in a note, where Better BibTeX makes it a field."""
    work = one("note = {tex.title_kk: Су tex.shorttitle: B tex.lccn: BD190}")
    assert (dict(work.title), work.short_title.original, work.note.original) == ({"kk": "Су"}, "B", "")


@rows(
    ("typed", "families"),
    [
        ("А.М. Шмырин, Н.М. Мишачев, Е.П. Трофимов", ["Шмырин", "Мишачев", "Трофимов"]),
        ("J. Smith, K. Lee", ["Smith", "Lee"]),
        ("{Wénin, A.}", ["Wénin"]),
        ("Institute {and} Faculty of Actuaries", ["Institute and Faculty of Actuaries"]),
    ],
)
def test_names_that_are_no_bibtex_are_read_as_they_are_meant(typed: str, families: list[str]) -> None:
    """Initials before the names of a list, a person in braces, the word of a body in braces."""
    assert [person.family for person in one(f"author = {{{typed}}}").authors.original] == families


def test_signs_of_publishers_pages_are_read() -> None:
    """With the tags that they hide."""
    library, _ = read(r"@book{a, title = {Science \&amp; &lt;i&gt;Stipa&lt;/i&gt;}}")
    title = library["a"].title.original
    assert (title, isinstance(title, Words)) == ("Science & Stipa", True)


def test_a_decision_may_be_known_by_its_number() -> None:
    """And names its court where others have one."""
    library, (found,) = read("@jurisdiction{a, court = {AG Spandau}, number = {3a C 342/05}, year = 2006}")
    assert (found.code, library["a"].institution.original) == ("B070", "AG Spandau")


@rows(
    ("typed", "families"),
    [
        ("Бекмаханов, Е. Б. и Иванов, П. П.", ["Бекмаханов", "Иванов"]),
        ("Ахметов Б. К., Ким С. А. және Серік Н.", ["Ахметов", "Ким", "Серік"]),
        ("P. Bearman, E. van Donzel, W.P. Heinrichs", ["Bearman", "van Donzel", "Heinrichs"]),
        ("J. Müller und K. Schmidt", ["Müller", "Schmidt"]),
        ("Ortega y Gasset, José", ["Ortega y Gasset"]),
        ("Масанов, Н. Э. and Абылхожин, Ж. Б.", ["Масанов", "Абылхожин"]),
        ("Осмонов, А. ж. б.", ["Осмонов"]),
        ("R Core Team", ["R Core Team"]),
    ],
)
def test_names_that_are_joined_in_words_are_parted(typed: str, families: list[str]) -> None:
    """By the words of the languages of Sholu, where each part is a name with initials."""
    assert [person.full_family for person in one(f"author = {{{typed}}}").authors.original] == families


@rows(
    ("fields", "name", "value"),
    [
        ("pages = {285页}", "page_total", "285"),
        ("edition = {第2版}", "edition", "2"),
        ("edition = {3-е изд.}", "edition", "3"),
        ("note = {Қаралған күні 12.01.2021 ж.}", "access_date", "2021-01-12"),
    ],
)
def test_words_beside_numbers_are_those_of_many_languages(fields: str, name: str, value: str) -> None:
    """They are left away, and each language adds its own."""
    found = getattr(one(fields), name)
    assert getattr(found, "iso", found) == value


def test_a_site_may_be_named_by_its_domain_alone() -> None:
    """It is what the work stands in, and no description."""
    work = one("howpublished = {stat.gov.kz}", "misc")
    assert (work.container.original, work.medium.original) == ("stat.gov.kz", "")


def test_initials_are_no_others() -> None:
    """Kyrgyz says «ж. б.» for them, in small letters; a name with these initials is whole."""
    whole, open_ended = one("author = {Абылхожин, Ж. Б.}"), one("author = {Осмонов, А. ж. б.}")
    assert (whole.and_others, whole.authors.original[0].initials) == (frozenset(), ("Ж.", "Б."))
    assert open_ended.and_others == {"author"}


@rows(
    ("typed", "genre", "field"),
    [
        ("т.ғ.д. дис. авторефераты", "doctoral", "т.ғ."),
        ("Тарих ғылымдарының кандидаты дис.", "candidate", "тарих ғыл."),
        ("Автореф. дис. ... канд. ист. наук: 07.00.02", "candidate", "ист. наук"),
    ],
)
def test_degrees_are_read_in_kazakh_too(typed: str, genre: str, field: str) -> None:
    """With the field of study, also where both are shortened."""
    work = one(f"type = {{{typed}}}", "thesis")
    assert (work.genre, work.field_of_study.original) == (genre, field)


@rows(
    "field",
    [
        "note = {" + "Ф1Оп1" * 19_000 + "\\x}",
        "author = {a" + " " * 99_000 + "b.}",
        "author = {под ред. " + "и" * 99_000 + "}",
    ],
)
def test_long_fields_are_asked_for_archives_and_roles_at_once(field: str) -> None:
    """Else they would take minutes, which no suite has."""
    assert one(field).title.original == "A"


def test_braces_at_each_capital_of_a_whole_file_are_a_habit_of_its_program() -> None:
    """Zotero and Better BibTeX write them so from titles in title case; another title keeps its own."""
    typed = [f"@book{{a{number}, title={{The {{Trade}} of {{Town {number}}}}}}}" for number in range(10)]
    own = "@book{own, title={The life of {Kenesary} and his sons}}"
    library, _ = read("\n".join((*typed, own)))
    assert {
        key: reference.protected for key, reference in library.references.items() if reference.protected
    } == {"own": ("Kenesary",)}


def test_braces_in_some_titles_are_meant() -> None:
    """In a file of few entries, and beside titles without such a habit."""
    library, _ = read("@book{a, title={The {Trade} of {Jalanash}}}")
    assert library["a"].protected == ("Jalanash", "Trade")


@rows(
    ("titles", "kept"),
    [
        # What a program shortens has its braces, and says no more than the title.
        ("title={The {Trade} of the {Old} {Town}}, shorttitle={The {Trade}}", ()),
        (
            "title={The {Trade} in {Old} {Towns}: The {Great} {Market}}, shorttitle={\\&quot;{The} {Trade}}",
            (),
        ),
        ("title={A {Snapshot} of the {OBA} {Universe}}", ()),
        ("title={The life of {Kenesary}}, shorttitle={{Kenesary}}", ("Kenesary",)),
        ("title={The {{Diversity}} of {{Modern Capitalism}}}", ()),
        ("title={The {{Diversity}} of {{Kenesary}}}", ("Diversity", "Kenesary")),
    ],
)
def test_braces_of_a_program_say_nothing_of_one_title_either(titles: str, kept: tuple[str, ...]) -> None:
    """They stand at each word with a capital; the first of a subtitle has one in any case."""
    library, _ = read(f"@book{{a, {titles}}}")
    assert library["a"].protected == kept


@rows(
    ("typed", "names"),
    [
        ("World Bank and Bank of Japan and United Nations", 3),
        ("Академия наук СССР and Всемирный банк", 2),
        ("Institute of Asian Studies and International Relations", 1),
        ("Ministry of Trade and Integration of the Republic of Kazakhstan", 1),
        ("Ministry of Labour and Social Protection", 1),
        ("Department of Economic and Social Affairs", 1),
        ("World Bank and Social Protection Committee and Jane Doe", 3),
        ("Ministry of Culture and Baurzhan Omarov", 2),
        ("World Bank and Tom Trade", 2),
    ],
)
def test_bodies_are_parted_where_each_is_one(typed: str, names: int) -> None:
    """Half of a name, as "International Relations", is none."""
    assert len(whole(typed)) == names


@rows("names", ["김철수 and 이영희", "محمد عبده and طه حسين", "王小波 and 张昆 and others"])
def test_letters_without_capitals_are_no_small_ones(names: str) -> None:
    """The “and” between two names is BibTeX's."""
    _, problems = read(f"@book{{a, title = {{A}}, author = {{{names}}}}}")
    assert "B091" not in {problem.code for problem in problems}


def test_an_old_address_of_a_doi_is_that_of_today() -> None:
    """APA 7, 9.35; other addresses stay as they are."""
    assert one("url = {http://dx.doi.org/10.5555/1}").urls.original == "https://doi.org/10.5555/1"
    assert one("url = {http://example.org/doi.org/1}").urls.original == "http://example.org/doi.org/1"


@rows(
    ("said", "code"),
    [
        ("на каз. яз.", "kk"), ("На рус. яз", "ru"), ("қазақ тілінде", "kk"), ("in Kazakh", "kk"),
        ("на казахском языке", "kk"), ("на немецком", "de"), ("auf Deutsch", "de"), ("en", "en"), ("in", ""),
    ],
)  # fmt: skip
def test_a_note_on_the_language_names_it(said: str, code: str) -> None:
    """As lists of works and catalogues have it in brackets behind an entry."""
    assert one(f"language = {{{said}}}").language == code


@rows(
    ("typed", "families"),
    [
        ("Smith, J., Doe, A. & Roe, B.", ["Smith", "Doe", "Roe"]),
        ("Smith, J. A., van Dam, A.-B., & Roe, B.", ["Smith", "Dam", "Roe"]),
        ("Smith, J., Doe, A. and Roe, B.", ["Smith", "Doe", "Roe"]),
        ("Иванов, И. И., Петров, П.П. и Ким, С.", ["Иванов", "Петров", "Ким"]),
        ("Smith, Jr., J.", ["Smith"]), ("Smith, J., Jr.", ["Smith"]),
    ],
)  # fmt: skip
def test_a_list_by_commas_is_parted_behind_initials(typed: str, families: list[str]) -> None:
    """As APA prints it, which authors copy; a suffix is no name of its own."""
    assert [person.family for person in one(f"author = {{{typed}}}").authors.original] == families


@pytest.mark.parametrize("typed", ["Smith, J., Doe, A. & Roe, B.", "Smith, J., Doe, A."])
def test_a_list_by_commas_is_told_once(typed: str) -> None:
    """Other programs read one name with too many commas."""
    _, problems = read(f"@book{{a, title = {{A}}, author = {{{typed}}}}}")
    assert [problem.code for problem in problems] == ["B022"]


@rows("typed", ["МИД РК", "ҚР ҰЭМ", "ОБСЕ", "NATO"])
def test_capitals_alone_are_a_body(typed: str) -> None:
    """Also without its braces."""
    (body,) = one(f"author = {{{typed}}}").authors.original
    assert (body.family, body.is_organization) == (typed, True)


@rows("typed", ["КИМ АННА", "АЙГУЛЬ", "ИВАНОВ", "NG WEI", "ЛИ"])
def test_programs_leave_names_of_persons_in_capitals_too(typed: str) -> None:
    """What may be a name is none of a body."""
    (person,) = one(f"author = {{{typed}}}").authors.original
    assert not person.is_organization


@rows(
    ("typed", "read_as", "code"),
    [
        ("Rudolf Kim, Jane R. R. Doe", "Rudolf Kim · Jane R. R. Doe", "B110"),
        ("John Doe, Azhar Serikova, Max Orlov", "John Doe · Azhar Serikova · Max Orlov", "B022"),
        ("Doe, John, Roe, Ben & Orlova, Anna", "John Doe · Ben Roe · Anna Orlova", "B022"),
        ("Doe, John, Roe, Ben", "John Doe · Ben Roe", "B022"),
        ("Jane Doe | Anna Orlova", "Jane Doe · Anna Orlova", "B022"),
        ("Doe JA, van der Berg K", "J. A. Doe · K. van der Berg", "B022"),
        ("Иванов ИИ and Петров П", "И. И. Иванов · П. Петров", "B022"),
        ("ORLOVA, ANNA and ИВАНОВ, И. И.", "Anna Orlova · И. И. Иванов", "B022"),
        ("O'NEILL-DOE, JANE and DE LA CRUZ, JUAN", "Jane O'Neill-Doe · Juan de la Cruz", "B022"),
        ("ÇINAR, ALİ", "Ali Çınar", "B022"),
        ("WANG DeLiang", "DeLiang Wang", "B022"),
        ("{Eva Mahnke}, Jörg Mühlenhoff", "Eva Mahnke · Jörg Mühlenhoff", "B110"),
    ],
)
def test_persons_are_parted_and_spelt_as_they_are_meant(typed: str, read_as: str, code: str) -> None:
    """What BibTeX has another reading for is warned of."""
    library, problems = read(f"@book{{a, title = {{A}}, author = {{{typed}}}}}")
    persons = library["a"].authors.original
    assert " · ".join(person.spoken for person in persons) == read_as
    assert {problem.code for problem in problems} == {code}


@rows(
    "typed",
    ["García Márquez, Gabriel José", "van der Bank, Jan", "Doe, John", "Malcolm X", "Webster III, Robert J"],
)
def test_the_comma_of_one_name_parts_no_persons(typed: str) -> None:
    """Nor do letters that are no initials."""
    library, _ = read(f"@book{{a, title = {{A}}, author = {{{typed}}}}}")
    (person,) = library["a"].authors.original
    assert not person.is_organization


def test_a_letter_that_stands_for_no_name_ends_a_family_name() -> None:
    """Malcolm X is cited so, and "Malcolm, X." is another (APA 7, 9.8)."""
    library, _ = read("@book{a, title = {A}, author = {Malcolm X and Malcolm, X.}}")
    assert [(one.family, one.given) for one in library["a"].authors.original] == [
        ("Malcolm X", ""),
        ("Malcolm", "X."),
    ]


@rows(
    ("typed", "shown"),
    [
        (r"{\"Earthquake\"} in Ashgabat", "“Earthquake” in Ashgabat"),
        (r"The \"Earthquake, or not\"", "The “Earthquake, or not”"),
        (r"\"Uber den M\"uller und \"Orter", "Über den Müller und Örter"),
    ],
)
def test_quotation_marks_that_another_format_protects_are_no_accents(typed: str, shown: str) -> None:
    """Behind the last letter of a word no accent stands."""
    library, _ = read(f"@book{{a, author = {{Doe, J.}}, title = {{{typed}}}}}")
    assert library["a"].title.original == shown


@rows(
    "typed",
    [
        "IMF, World Bank",
        "OECD, Organisation for Economic Co-operation and Development",
        "Ministry of Education, Science and Technology",
        "Министерство образования РК, Астана",
        "World Bank, Washington, D.C.",
        "Unity Документация",
        "UN Women",
        "UN-HABITAT",
        "WTO/UNCTAD",
        "WB",
        "The Economist",
        "BBC News",
        "Kazakhtelecom JSC",
        "United States",
        "Zhanaozen city akimat",
        "АО КазТрансОйл",
    ],
)
def test_a_body_is_one_name_whatever_stands_in_it(typed: str) -> None:
    """Its place, its part, and what it is called in short stand behind commas."""
    library, problems = read(f"@book{{a, title = {{A}}, author = {{{typed} and Doe, John}}}}")
    body, person = library["a"].authors.original
    assert (body.family, body.is_organization, person.family) == (typed, True, "Doe")
    assert [(problem.code, dict(problem.values)["part"]) for problem in problems] == [("B023", typed)]


@rows(
    "typed",
    [
        "King, Martin, Jr.",
        "King, Jr., Martin",
        "Martin King, Jr.",
        "Martin King Jr.",
    ],
)
def test_a_suffix_is_one_wherever_it_stands(typed: str) -> None:
    """BibTeX has it between commas, EndNote at the end."""
    assert one(f"author = {{{typed}}}").authors.original == (Person("King", "Martin", suffix="Jr."),)


@rows("typed", ["PLATO", "ПЛАТОН", "HOMER"])
def test_a_name_of_antiquity_in_capitals_is_a_persons(typed: str) -> None:
    """It has no other name by which it could be told from an abbreviation."""
    (person,) = one(f"author = {{{typed}}}").authors.original
    assert (person.family, person.is_organization) == (typed.capitalize(), False)


@rows(
    ("typed", "read_as"),
    [
        ("Евгении Владимировны Ереминой-Соколовой", "Евгения Владимировна Еремина-Соколова"),
        ("Николая Иосифовича Эльяша and Ким, А.", "Николай Иосифович Эльяш · А. Ким"),
        ("К. А. Скальковского", "К. А. Скальковский"),
        ("Анна Петровна Ким", "Анна Петровна Ким"),
        ("А. В. Лановой", "А. В. Лановой"),
    ],
)
@rows("field", ["editors", "translators"])
def test_persons_whom_a_title_page_governs_stand_in_the_nominative(
    typed: str, read_as: str, field: str
) -> None:
    """«Под редакцией Анны Петровны Ким»: by a patronymic, or an ending that no name has else."""
    persons = getattr(one(f"{field[:-1]} = {{{typed}}}"), field).original
    assert " · ".join(person.spoken for person in persons) == read_as


def test_who_stands_in_the_genitive_is_told_of() -> None:
    """Other programs print it so."""
    _, problems = read("@book{a, title = {A}, editor = {Анны Петровны Ким}}")
    assert [(problem.code, dict(problem.values)["fault"]) for problem in problems] == [
        ("B022", "@@names_genitive")
    ]


def test_an_address_in_words_has_no_signs_of_tex() -> None:
    """Better BibTeX puts a backslash before its signs."""
    work = one(r"howpublished = {\url{https://example.org/a\_b,-c\%20d\#e}}", "misc")
    assert work.urls.original == "https://example.org/a_b,-c%20d#e"


def test_accents_for_formulas_and_for_words_are_one() -> None:
    """As the journals of the American Physical Society export them."""
    typed = r"Vu\ifmmode \check{c}\else \v{c}\fi{}i\ifmmode \acute{c}\else \'{c}\fi{}, Jelena"
    library, problems = read(f"@book{{a, title = {{A}}, author = {{{typed}}}}}")
    assert (library["a"].authors.original[0].family, problems) == ("Vučić", ())


@rows(
    ("pages", "read_as"),
    [("1110 EP  -", "1110"), ("427 EP", "427"), ("Forthcoming", ""), ("12--15", "12–15")],
)
def test_pages_end_without_the_words_of_a_program(pages: str, read_as: str) -> None:
    """EP is RIS's word for the end page."""
    assert one(f"journal = {{J}}, pages = {{{pages}}}", "article").pages.text == read_as


def test_what_is_forthcoming_by_its_pages_has_no_date_yet() -> None:
    """With a year, the year is told."""
    assert one("journal = {J}, pages = {Forthcoming}", "article").pub_state == "forthcoming"
    assert one("journal = {J}, pages = {in press}, year = {2020}", "article").pub_state == ""


@rows(
    ("note", "day"),
    [
        ("aufgerufen am 17.06.18", "2018-06-17"),
        ("[Zuletzt abgerufen am 3. Mai 2020]", "2020-05-03"),
        ("Дата доступа: 01.02.99", "1999-02-01"),
        ("жүгінген күні: 05.06.2021", "2021-06-05"),
        ("consultado el 12/13/2019", "2019-12-13"),
        ("Erişim tarihi: 12 Mayıs 2019", "2019-05-12"),
    ],
)
def test_a_note_that_tells_when_an_address_was_read_is_no_note(note: str, day: str) -> None:
    """In any of the languages, with a year of two figures too."""
    work = one(f"url = {{https://example.org}}, note = {{{note}}}", "online")
    assert work.access_date is not None
    assert (work.access_date.iso, work.note.original) == (day, "")


def test_a_note_that_begins_so_and_has_no_date_stays() -> None:
    """«Обращение» is a word."""
    assert one("note = {Обращение к читателю}", "online").note.original == "Обращение к читателю"


def test_comments_that_are_never_closed_are_told_once() -> None:
    """Each takes its line out, and no work behind it."""
    closed = "@comment{jabref-meta: grouping {all};}\n@comment a line\n"
    library, problems = read(f"{closed}@comment{{ one\n@book{{a, title = {{A}}}}\n@Comment {{ two\n")
    assert list(library.references) == ["a"]
    assert [(one.code, one.place.line, dict(one.values)["count"]) for one in problems] == [("B120", 3, "2")]


@rows(
    ("typed", "doi"),
    [("10.5555/abc)", "10.5555/abc"), ("10.5555/ab(c)", "10.5555/ab(c)"), ("10.5555/abc.", "10.5555/abc")],
)
def test_a_doi_ends_before_the_signs_of_a_sentence(typed: str, doi: str) -> None:
    """Brackets of its own it keeps."""
    assert one(f"doi = {{{typed}}}").doi == doi


@rows(
    ("typed", "title"),
    [
        (r"The \LaTeX Companion", "The LaTeX Companion"),
        (r"\TeX: the program", "TeX: the program"),
        (r"A \LaTeX{} guide", "A LaTeX guide"),
        ('Pr"ufung der Fl"usse', "Prüfung der Flüsse"),
        ('The "open" well', "The “open” well"),
    ],
)
def test_titles_are_read_as_who_types_them_means(typed: str, title: str) -> None:
    """TeX swallows a space behind its own name, and babel writes umlauts with a quotation mark."""
    library, _ = read(f"@book{{a, title = {{{typed}}}}}")
    assert library["a"].title.original == title


@rows(
    ("typed", "volume", "issue"),
    [("92/2", "92", "2"), ("11/12", "", "11/12"), ("2019/2", "", "2019/2"), ("3", "", "3")],
)
def test_a_number_may_hold_the_volume_too(typed: str, volume: str, issue: str) -> None:
    """As OpenEdition exports it; a field of its own goes before."""
    work = one(f"journal = {{J}}, number = {{{typed}}}", "article")
    assert (work.volume, work.number) == (volume, issue)
    assert one(f"journal = {{J}}, volume = {{7}}, number = {{{typed}}}", "article").volume == "7"


def test_lists_are_parted_by_strokes_too() -> None:
    """As some bibliographies kept by hand have them."""
    work = one("location = {Москва | Ленинград}, publisher = {Искусство | Лань}")
    assert (work.place.original, work.publisher.original) == ("Москва; Ленинград", "Искусство; Лань")


def test_digits_in_the_midst_of_an_isbn_are_no_issn() -> None:
    """Even where they would do as one; an ISSN beside an ISBN is."""
    assert one("isbn = {5-8243-0500-5}").issn == ""
    both = one("isbn = {978-3-16-148410-0, 0302-9743}")
    assert (both.isbn, both.issn) == ("978-3-16-148410-0", "0302-9743")


def test_umlauts_of_babel_may_begin_several_words() -> None:
    """A mark behind a word closes a quotation; in German alone one before a word is an umlaut."""
    library, _ = read(
        '@book{a, title = {"Uber die "Offnung der T"uren}, langid = {german}}\n'
        '@book{b, title = {Das "Uber" und das "Unter"}, langid = {german}}\n'
        '@book{c, title = {The "Under and "Over}, langid = {english}}'
    )
    titles = [reference.title.original for reference in library]
    assert titles == ["Über die Öffnung der Türen", "Das „Uber“ und das „Unter“", 'The "Under and "Over']


@rows(
    ("typed", "told"),
    [
        ("{{Denis Lensel}}", "Denis Lensel"),
        ("{{Lensel, Denis}}", "Lensel, Denis"),
        ("{{Lensel, Denis and Roe, Jane}}", "Lensel, Denis and Roe, Jane"),
        ("{{Jane Roe; John Q Kim}}", "Jane Roe; John Q Kim"),
        ("{{Jane Roe, John Q Doe, Ann Lee}}", "Jane Roe, John Q Doe, Ann Lee"),
        ("{{Benoit XVI}}", ""),
        ("{{Simon and Schuster}}", ""),
        ("{{Trade and Industry Committee}}", ""),
        ("{{World Bank}}", ""),
        ("{{Denis Lensel Group}}", ""),
        ("{{Statistisches Landesamt, Forum Berlin}}", ""),
    ],
)
def test_a_person_in_the_braces_of_a_body_is_told_of(typed: str, told: str) -> None:
    """Zotero exports so whoever was typed into its single field; lists have no initials of such a name."""
    _, problems = read(f"@book{{a, title = {{A}}, author = {typed}}}")
    found = [(one.code, *(dict(one.values)[name] for name in ("fault", "value"))) for one in problems]
    assert found == ([("B022", "@@names_braced", told)] if told else [])


def test_a_part_of_which_nothing_is_told_is_its_whole() -> None:
    """Readers were shown the key of the entry in place of a title."""
    library, problems = read("@incollection{a, booktitle = {Reading rivers}, publisher = {Water Press}}")
    assert (library["a"].kind, library["a"].title.original) == (Kind.BOOK, "Reading rivers")
    assert [problem.code for problem in problems] == ["B070"]


@rows(
    ("typed", "read_as"),
    [
        ("Freedom House", ("Freedom House",)),
        ("Wikimedia Commons", ("Wikimedia Commons",)),
        ("Visible Body", ("Visible Body",)),
        ("Егемен Қазақстан", ("Егемен Қазақстан",)),
        ("Труды ИСА РАН", ("Труды ИСА РАН",)),
        # Persons, though nobody knows the given name of some, or the family name of others is a word.
        ("Saptarishi Chaudhuri and Xin Song", ("Chaudhuri, Saptarishi", "Song, Xin")),
        ("Anna Small and Jane House", ("Small, Anna", "House, Jane")),
        ("L De Sarlo and Jared Di Carlo", ("De Sarlo, L", "Di Carlo, Jared")),
        ("Nguyen Van Anh", ("Anh, Nguyen Van",)),
        (r"{Eva Mahnke}, J{\"o}rg M{\"u}hlenhoff", ("Mahnke, Eva", "Mühlenhoff, Jörg")),
        ("Jerome Mairat, Andrew Wilson and C. Howgego",
         ("Mairat, Jerome", "Wilson, Andrew", "Howgego, C.")),
        ("Ringer, S. P. Larson, D. J.", ("Ringer, S. P.", "Larson, D. J.")),
    ],
)  # fmt: skip
def test_persons_and_bodies_are_told_apart(typed: str, read_as: tuple[str, ...]) -> None:
    """By words and given names of many languages (decision 0015)."""
    people = one(f"author = {{{typed}}}").authors.original
    assert tuple(f"{who.family}, {who.given}".strip(", ") for who in people) == read_as


@pytest.mark.parametrize(
    "typed",
    [
        "{{Nicole R. Fleetwood}}",
        "{{Chris Wan Yee Ong}}",
        "{{Edwin. J. Tan, Wendi. B. Heinzelman}}",
        "{{Dilip, Hiro, D.}}",
    ],
)
def test_persons_of_several_words_in_the_braces_of_a_body_are_told_of(typed: str) -> None:
    """They are printed as they stand, and sorted by their first names."""
    _, problems = read(f"@book{{a, title={{A}}, author={typed}}}")
    assert [problem.code for problem in problems] == ["B022"]


def test_bodies_of_several_words_in_braces_are_not() -> None:
    """Though they begin with given names."""
    _, problems = read("@book{a, title={A}, author={{Thomas Cook Group} and {Jane Goodall Institute}}}")
    assert problems == ()


@pytest.mark.parametrize(
    ("typed", "initials"),
    [
        ("Ravasi, Cardinal Gianfranco", ("G.",)),
        ("Nathan, Cardinal", ("C.",)),
        ("Nathan, Bishop B.", ("B.", "B.")),
    ],
)
def test_the_office_of_a_prelate_is_no_given_name(typed: str, initials: tuple[str, ...]) -> None:
    """Alone or with an initial it is one."""
    (who,) = one(f"author = {{{typed}}}").authors.original
    assert who.initials == initials


def test_a_role_behind_a_family_name_and_a_nickname_are_no_part_of_it() -> None:
    """An issue of a journal without authors is headed by its editors."""
    work = one("author = {Collins (Ed.), Nicolas}", "article")
    assert [who.family for who in work.editors.original] == ["Collins"]
    (rovan,) = one('author = {Rovan, Joseph "Butch"}').authors.original
    assert rovan.initials == ("J.",)


def test_an_address_whose_capitals_stand_in_braces_is_whole() -> None:
    """It ended before the first of them."""
    work = one(r"howpublished = {\url{https://example.org/Other/{H}ebrew/B.html}}", "misc")
    assert work.urls.original == "https://example.org/Other/Hebrew/B.html"


def test_a_subtitle_behind_a_catalogue_colon_is_in_sentence_case_too() -> None:
    """The colon has lost its space before it; the title is looked up as it stands in the entry."""
    work = one("author = {Roe, J.}, langid = {english}")
    title = "Marking Time : Art in the Age of Rivers"
    titled = replace(work, title=Versions(title))
    assert (
        ShownWork(titled, language("en")).in_sentence_case(title) == "Marking time: Art in the age of rivers"
    )


def test_a_volume_is_never_its_own_whole() -> None:
    """The nearest key to the whole's may be that of the volume itself."""
    _, problems = read("@inbook{EAOR-05, title = {A}, crossref = {EAOR}}")
    assert [(problem.code, "EAOR-05”?" in str(problem)) for problem in problems] == [("B035", False)]


def test_a_word_whose_letters_are_of_either_script_is_of_that_around_it() -> None:
    """Three of the four letters of this one are Latin."""
    (problem,) = read("@book{a, title = {История CCCР и сопредельных стран}}")[1]
    assert (problem.code, problem.mend) == ("B040", "type the Latin “C” again in the script of the word")


@rows(
    ("typed", "read_as"),
    [
        ("Commission, European", "European Commission"),
        ("Collaboration, Open Science", "Open Science Collaboration"),
        ("Group, Minority Rights", "Minority Rights Group"),
        ("Bank, Xiuying", ""),
        ("Court, Antoine", ""),
        ("Church, Alonzo", ""),
        ("Council, Wojciech", ""),
    ],
)
def test_a_body_that_a_program_has_turned_round_is_turned_back(typed: str, read_as: str) -> None:
    """And told of, with the form in braces; a family name that is a word of bodies stays one."""
    library, problems = read(f"@book{{a, title = {{A}}, author = {{{typed}}}}}")
    (person,) = library["a"].authors.original
    assert (person.family if person.is_organization else "") == read_as
    told = [(one.code, dict(one.values)["part"]) for one in problems]
    assert told == ([("B023", read_as)] if read_as else [])


def test_a_name_that_is_a_space_of_tex_alone_is_a_problem() -> None:
    """And no traceback."""
    assert [one.code for one in read(r"@book{a, title = {A}, author = {\,}}")[1]] == ["B022"]
