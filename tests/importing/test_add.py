"""What other programs export becomes entries of references.bib: one golden text for each format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.language_names import code_of_language as code_named
from sholu.commands import RefusalError
from sholu.importing.draft import Draft, Name, dated, entry, named
from sholu.importing.formats import read_works
from sholu.importing.keys import TakenKeys
from sholu.importing.languages import guess
from sholu.importing.looking_up import looked_up
from sholu.importing.placing import KnownWorks, placed

from tests.commands import run
from tests.rows import rows

RIS = """TY  - JOUR
AU  - Dadabaev, Timur
TI  - Evaluations of perestroika in post-Soviet Central Asia
T2  - Communist and Post-Communist Studies
PY  - 2016
VL  - 49
IS  - 2
SP  - 179
EP  - 192
N1  - read in May
KW  - perestroika
UR  - https://online.ucpress.edu/cpcs/article-abstract/49/2/179/594
ER  -
"""
FROM_RIS = """% keywords: perestroika
@article{dadabaev2016,
  author  = {Dadabaev, Timur},
  title   = {Evaluations of perestroika in post-Soviet Central Asia},
  journal = {Communist and Post-Communist Studies},
  year    = {2016},
  volume  = {49},
  number  = {2},
  pages   = {179--192},
  url     = {https://online.ucpress.edu/cpcs/article-abstract/49/2/179/594},
  langid  = {english},
}
"""
CSL = """[{"id": "http://zotero.org/1", "type": "book", "title": "Абай жолы", "publisher": "Жазушы",
  "publisher-place": "Алматы", "author": [{"family": "Әуезов", "given": "Мұхтар"}, {"literal": "Ғылым & Co"}],
  "issued": {"date-parts": [["1942", 5, 3]]}, "number-of-pages": "400"}]"""
FROM_CSL = """@book{auezov1942,
  author    = {Әуезов, Мұхтар and {Ғылым \\& Co}},
  title     = {Абай жолы},
  address   = {Алматы},
  publisher = {Жазушы},
  date      = {1942-05-03},
  pagetotal = {400},
  langid    = {kazakh},
}
"""
BIBTEX = """@string{rivers = {Rivers}}
@Article{Smith:2012_water, Author = {World Bank and van Smith, J. A.}, title = "Water and {NATO}",
  journaltitle = rivers, date = {2012}, file = {C:/a.pdf}, pages = {1-5}, note = {read},
  url = {https://doi.org/10.5555/12345678},
  doi = {https://doi.org/10.5555/12345678}, language = {en-GB}, abstract = {Long}, keywords = {a, b}}
"""
FROM_BIBTEX = """% note: read
% keywords: a, b
@article{worldbank2012,
  author  = {{World Bank} and van Smith, J. A.},
  title   = {Water and {NATO}},
  journal = {Rivers},
  year    = {2012},
  pages   = {1--5},
  doi     = {10.5555/12345678},
  langid  = {english},
}
"""
ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?><xml><records><record>
<ref-type name="Book Section">5</ref-type>
<contributors><authors><author><style face="normal">Орлова, А. П.</style>
</author></authors><secondary-authors><author>Ким, С. А.</author></secondary-authors></contributors>
<titles><title><style>Рынки</style></title><secondary-title>Соседи по степи</secondary-title></titles>
<pages>5-9</pages><dates><year><style>2013</style></year></dates><pub-location>Алматы</pub-location>
<isbn>978-601-01-0001-5</isbn></record></records></xml>"""
FROM_ENDNOTE = """@incollection{orlova2013,
  author    = {Орлова, А. П.},
  editor    = {Ким, С. А.},
  title     = {Рынки},
  booktitle = {Соседи по степи},
  address   = {Алматы},
  year      = {2013},
  pages     = {5--9},
  isbn      = {978-601-01-0001-5},
  langid    = {russian},
}
"""
MEDLINE = """PMID- 123
TI  - Health of the people in
      Central Asia.
FAU - Smith, Jane A
CN  - Water Group
JT  - The Lancet (London)
DP  - 2010 Jan 5
VI  - 7
PG  - 123-8
LID - 10.5555/1234 [doi]
LA  - eng
"""
PUBMED = """<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "x.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">123</PMID><Article><Journal>
<JournalIssue><Volume>7</Volume>
<PubDate><Year>2010</Year><Month>Jan</Month></PubDate></JournalIssue><Title>The Lancet</Title></Journal>
<ArticleTitle>Health of the people in Central Asia.</ArticleTitle><Pagination><MedlinePgn>123-8</MedlinePgn>
</Pagination><ELocationID EIdType="doi">10.5555/1234</ELocationID>
<AuthorList><Author><LastName>Smith</LastName>
<ForeName>Jane A.</ForeName></Author>
<Author><CollectiveName>Water Group</CollectiveName></Author></AuthorList>
<Language>eng</Language></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"""
FROM_PUBMED = """@article{smith2010,
  author  = {Smith, Jane A. and {Water Group}},
  title   = {Health of the people in Central Asia},
  journal = {The Lancet},
  year    = {2010},
  volume  = {7},
  pages   = {123--128},
  doi     = {10.5555/1234},
  langid  = {english},
  pmid    = {123},
}
"""


@rows(
    ("handed_over", "written"),
    [
        (RIS, FROM_RIS), (CSL, FROM_CSL), (BIBTEX, FROM_BIBTEX), (ENDNOTE, FROM_ENDNOTE),
        (MEDLINE, FROM_PUBMED), (PUBMED, FROM_PUBMED), ("\ufeff" + RIS.replace("\n", "\r\n"), FROM_RIS),
    ],
    ids=["ris", "csl", "bibtex", "endnote", "medline", "pubmed", "ris of windows"],
)  # fmt: skip
def test_an_export_becomes_an_entry(handed_over: str, written: str) -> None:
    """With a key of author and year, pages in full, and nothing that only machines read."""
    (draft,) = read_works(handed_over, "file")
    assert entry(draft, TakenKeys().key_for(draft)) == written


@rows(
    ("handed_over", "type_", "field", "value"),
    [
        ("TY  - NEWS\nTI  - A\nT2  - Steppe\nER  - ", "article", "entrysubtype", "newspaper"),
        ("TY  - BLOG\nTI  - A\nT2  - Voices\nER  - ", "online", "organization", "Voices"),
        ("TY  - PAT\nTI  - A\nVL  - US 123\nER  - ", "patent", "number", "US 123"),
        ('[{"type": "patent", "title": "A", "number": "12"}]', "patent", "number", "12"),
        ('[{"type": "article-magazine", "title": "A"}]', "article", "entrysubtype", "magazine"),
        ('[{"type": "book", "title": "A", "number-of-volumes": 3}]', "book", "volumes", "3"),
        (
            '[{"type": "book", "title": "A", "original-date": {"date-parts": [[1950]]}}]',
            "book",
            "origdate",
            "1950",
        ),
        ('[{"type": "speech", "title": "A", "event-title": "Congress"}]', "misc", "eventtitle", "Congress"),
        ('[{"type": "book", "title": "A", "issued": {"raw": "12 May 2019"}}]', "book", "date", "2019-05-12"),
        ('[{"type": "book", "title": "A", "issued": {"literal": "spring of 2019"}}]', "book", "year", "2019"),
        ("TY  - CHAP\nTI  - A\nVL  - Volume 523\nER  - ", "incollection", "volume", "523"),
        ("TY  - CHAP\nTI  - A\nBT  - Methods\nT2  - Rivers\nER  - ", "incollection", "series", "Methods"),
    ],
)
def test_what_records_say_beside_the_usual_is_kept(
    handed_over: str, type_: str, field: str, value: str
) -> None:
    """The day of a newspaper, a site, the number of a patent, volumes, first editions, conferences."""
    (draft,) = read_works(handed_over, "file")
    assert (draft.type, draft.fields[field]) == (type_, value)


def test_a_film_of_a_record_has_its_director() -> None:
    """Who is neither author nor editor there."""
    item = '[{"type": "motion_picture", "title": "Nomad", "director": [{"family": "Bodrov", "given": "S."}]}]'
    (draft,) = read_works(item, "file")
    assert "  director = {Bodrov, S.},\n" in entry(draft, TakenKeys().key_for(draft))


def test_what_is_written_is_read_without_a_problem(tmp_path: Path) -> None:
    """By the engine itself."""
    path = tmp_path / "references.bib"
    path.write_text(FROM_RIS + FROM_CSL + FROM_BIBTEX + FROM_ENDNOTE + FROM_PUBMED, encoding="utf-8")
    library, problems = read_library(path, "references.bib")
    assert [one for one in problems if one.is_error] == []
    assert [work.key for work in library] == [
        "dadabaev2016", "auezov1942", "worldbank2012", "orlova2013", "smith2010",
    ]  # fmt: skip
    assert library["auezov1942"].authors.original[1].is_organization


@pytest.mark.parametrize(
    "broken", ["", "A list of works.", "[{]", "<xml><record>", "<!DOCTYPE a [<!ENTITY b 'c'>]><record/>"]
)
def test_what_is_in_no_format_is_refused_in_a_sentence(broken: str) -> None:
    """With the formats that there are."""
    with pytest.raises(RefusalError, match="export it"):
        read_works(broken, "file")


def test_keys_are_of_author_and_year_and_each_is_once() -> None:
    """Cyrillic is romanized, marks go, an institution gives two words, a work without authors its title."""

    def key(name: Name | None, title: str = "", own: str = "", taken: frozenset[str] = frozenset()) -> str:
        names = {"author": (name,)} if name else {}
        return TakenKeys(taken).key_for(Draft("book", {"title": title, "year": "2019"}, names, key=own))

    assert key(Name("Сұлтанғалиева", "Г.")) == "sultanghalieva2019"
    assert key(Name("Müller")) == "muller2019"
    assert key(Name("Институт философии и политологии", is_institution=True)) == "institutfilosofii2019"
    assert key(None, "Қазақ тілінің сөздігі") == "qazaqtilining2019"
    assert key(Name("Hiro"), taken=frozenset({"hiro2019", "hiro2019a"})) == "hiro2019b"
    assert key(Name("Hiro"), own="dilip2019") == "dilip2019"
    assert key(Name("Hiro"), own="Hiro:Inside_2019") == "hiro2019"
    assert key(Name("王", "小波")) == "wang2019"
    assert key(Name("김", "소월")) == "gim2019"
    assert key(Name("ابن خلدون")) == "bnkhldwn2019"
    assert key(Name("בן־גוריון", "דוד")) == "vngvryvn2019"
    assert key(Name("Ægidius")) == "aegidius2019"
    assert key(None, "こころ") == "kokoro2019"
    assert key(Name("—")) == "work2019"


def test_works_of_one_author_and_year_get_letters_at_once() -> None:
    """Also beside gaps: the letters were tried from the first one for each work, which took minutes."""
    taken = TakenKeys(("kim2018", "kim2018b"))
    draft = Draft("book", {"title": "T", "year": "2018"}, {"author": (Name("Kim"),)})
    keys = [taken.key_for(draft) for _ in range(20_000)]
    assert keys[:3] == ["kim2018a", "kim2018c", "kim2018d"]
    assert keys[24:26] == ["kim2018z", "kim2018aa"]
    assert len(set(keys)) == 20_000


def test_an_entry_stands_by_the_alphabet_where_the_file_does() -> None:
    """Above the remarks of the next entry; else it comes last."""
    first, last = "@book{a,\n}\n", "% Of b.\n@book{c,\n}\n"
    assert placed(f"{first}\n{last}", {"b": "@book{b,\n}\n"}) == f"{first}\n@book{{b,\n}}\n\n{last}"
    assert placed(f"{first}\n{last}", {"d": "@book{d,\n}\n"}) == f"{first}\n{last}\n@book{{d,\n}}\n"
    unordered = "@book{c,\n}\n@book{a,\n}\n"
    assert placed(unordered, {"b": "@book{b,\n}\n"}) == f"{unordered}\n@book{{b,\n}}\n"
    assert placed("", {"b": "@book{b,\n}\n"}) == "@book{b,\n}\n"


def test_many_entries_find_their_places_at_once() -> None:
    """As if they came one after the other: the file was gone through for each, which took minutes."""
    had = "@book{a,\n}\n\n@book{k,\n}\n"
    new = {name: f"@book{{{name},\n}}\n" for name in ("z", "m", "b", "l")}
    found = re.findall(r"\{(\w),", placed(had, new))
    assert found == list("abklmz")
    assert re.findall(r"\{(\w),", placed("", new)) == list("zmbl")
    many = {f"k{number:05}": f"@book{{k{number:05},\n}}\n" for number in range(5_000)}
    assert placed("", many).count("@book") == 5_000


def test_a_work_that_is_there_is_known_by_its_doi_or_its_title(tmp_path: Path) -> None:
    """Whatever stands between its words; of another year it is another."""
    path = tmp_path / "references.bib"
    path.write_text(
        "@book{a, title = {Water: A {NATO} View}, year = {2001}, doi = {10.5555/12345678}}", encoding="utf-8"
    )
    library, _ = read_library(path, "references.bib")

    def known(**fields: str) -> bool:
        return KnownWorks(library).same(Draft("book", fields)) is not None

    assert known(title="Other", doi="10.5555/12345678")
    assert known(title="Water — a NATO view", year="2001")
    assert not known(title="Water — a NATO view", year="2002")
    assert not known(title="Other", year="2001")


@rows(
    ("author", "key"),
    [
        ("Smith, John", "a"), ("Jones, Ann", ""), ("", "a"), ("Смит, Дж.", "a"), ("{UN}", "a"),
        ("Jones, Ann and Smith, J.", "a"),
    ],
)  # fmt: skip
def test_a_work_of_one_title_and_year_by_others_is_another(author: str, key: str, tmp_path: Path) -> None:
    """Every year many call what they write “Introduction”."""
    path = tmp_path / "references.bib"
    path.write_text("@book{a, author = {Smith, J.}, title = {Introduction}, year = {2001}}", encoding="utf-8")
    library, _ = read_library(path, "references.bib")
    names = {"author": tuple(named(one) for one in author.split(" and "))} if author else {}
    draft = Draft("book", {"title": "Introduction", "year": "2001"}, names)
    known = KnownWorks(library).same(draft)
    assert (known.key if known else "") == key


@rows(
    ("words", "code"),
    [
        ("Қазақстан тарихы", "kk"), ("История Казахстана", "ru"), ("A history of the region", "en"),
        ("Кыргызстан жана Казакстан", "ky"), ("Geschichte der Völker", "de"),
        ("Türk dili ve edebiyatı", "tr"), ("История України: їхня доля", "uk"), ("Xyz", ""), ("", ""),
        ("Tilshunoslik terminlarining izohli lug‘ati", "uz"), ("Ўзбек тили тараққиёти", "uz-Cyrl"),
        ("Osmanlı İmparatorluğu", "tr"), ("Azərbaycan ədəbi dili", "az"), ("Nomaden und Hunger", "de"),
        ("Casa-grande: formação da família", "pt"), ("Cien años de soledad", "es"),
        ("Il nome della rosa", "it"), ("La sédentarisation des Kazakhs", "fr"), ("Татар теле тарихы", "tt"),
        ("Монгол бичгийн хэлний зүй", "mn"), ("Кылым карытар бир күн", "ky"), ("Абай жолы", "kk"),
        ("На пороге века", "ru"), ("Dzieje Polski i Litwy", "pl"),
        ("АП РК. Ф. 708. Оп. 1. Д. 15. 1936 ж.", "ru"),
    ],
)  # fmt: skip
def test_the_language_of_a_title_is_told_by_its_letters_and_words(words: str, code: str) -> None:
    """Nothing is guessed where nothing tells."""
    assert guess(words) == code


def test_names_and_dates_of_records_are_read() -> None:
    """In the forms in which programs write them."""
    assert named("King, Martin L., Jr.").in_bibtex == "King, Jr., Martin L."
    assert named("Dilip Hiro").in_bibtex == "Hiro, Dilip"
    assert named("Министерство иностранных дел").in_bibtex == "{Министерство иностранных дел}"
    assert named("Sons and Daughters, A.").in_bibtex == "{Sons and Daughters}, A."
    assert dated("2019/05/12/") == {"date": "2019-05-12"}
    assert dated("2019///") == {"year": "2019"}
    assert dated("12 May 2019") == {"year": "2019"}
    assert dated("forthcoming") == {}
    assert (code_named("rus"), code_named("kk-KZ"), code_named("Kazakh"), code_named("x")) == (
        "ru",
        "kk",
        "kk",
        "",
    )


def test_the_network_is_asked_only_if_an_author_allows_it() -> None:
    """A DOI, an ISBN; anything else is a file that is not there."""
    for words in ("10.1016/j.postcomstud.2016.03.001", "978-1-59020-221-0"):
        with pytest.raises(RefusalError, match="sholu add --online"):
            looked_up(words, is_allowed=False)
    with pytest.raises(RefusalError, match="there is no such file"):
        looked_up("works.ris", is_allowed=True)


@pytest.mark.usefixtures("processes")
def test_works_are_added_once(tmp_path: Path) -> None:
    """The command says what it did, and where a work is there already."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (tmp_path / "works.ris").write_text(RIS, encoding="utf-8")
    first = run("sholu", tmp_path, "add", "works.ris")
    assert first.stdout == "references.bib: added dadabaev2016; cite it as [@dadabaev2016]\n"
    assert (tmp_path / "references.bib").read_text(encoding="utf-8") == FROM_RIS
    again = run("sholu", tmp_path, "add", "works.ris")
    assert again.stdout == "references.bib: dadabaev2016 is there already; nothing was added for it\n"


@pytest.mark.usefixtures("processes")
def test_works_that_name_each_other_still_do(tmp_path: Path) -> None:
    """By the keys that they have here; whoever edits a work is no author of it."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    whole = "@book{w:1, editor = {Ann May}, title = {Whole}, year = 1999}"
    part = "@incollection{p, author = {Kim, A.}, title = {Part}, crossref = {w:1}, year = 1999}"
    (tmp_path / "works.bib").write_text(f"{part}\n{whole}\n", encoding="utf-8")
    assert "added kim1999" in run("sholu", tmp_path, "add", "works.bib").stdout
    written = (tmp_path / "references.bib").read_text(encoding="utf-8")
    assert "crossref = {may1999}" in re.sub(" +", " ", written)
    assert "author" not in written.partition("@book")[2]


@rows(
    ("words", "code"),
    [
        ("Абай жолы", "kk"), ("Дала сыры", "kk"), ("Шыгармалар жинагы", "kk"), ("Казак хандыгы", "kk"),
        ("Вода", "ru"), ("Золотая Орда", "ru"), ("Сын полка", "ru"), ("Доллары и рынки", "ru"),
    ],
)  # fmt: skip
def test_kazakh_without_its_own_letters_is_told_by_its_words(words: str, code: str) -> None:
    """What is in doubt is Russian."""
    assert guess(words) == code


def test_a_list_may_have_its_heading_and_a_work_without_a_date() -> None:
    """What has hardly any date is no list of works."""
    typed = "Әдебиеттер тізімі:\n1. Байтұрсынұлы А. Әдебиет танытқыш. – Алматы: Атамұра, 2003. – 208 б.\n"
    dated = typed + "2. Нұрпейісов К. Алаш һәм Алашорда. – Алматы: Ататек, 1995. – 256 б.\n"
    drafts = read_works(f"{dated}3. Абай. Қара сөздер. – Алматы: Жазушы.\n", "x")
    titles = [draft.fields["title"] for draft in drafts]
    assert titles[:2] == ["Әдебиет танытқыш", "Алаш һәм Алашорда"]
    assert titles[2].startswith("Қара сөздер")
    assert drafts[2].in_bibtex()["author"] == "Абай"
    with pytest.raises(RefusalError, match="no format that is known"):
        read_works("One line.\nAnd another.\nIn 2003 a third.\n", "x")
