"""What is exported is found again: by our own reader, by pybtex, by rispy, and by the schema of CSL-JSON."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import rispy
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pybtex.database.input.bibtex import Parser
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.fields import GENRES_OF_LAWS, GENRES_OF_TREATIES, THESIS_GENRES
from sholu.bibliography.references import (
    LATIN,
    NOBODY,
    Date,
    Kind,
    PageRanges,
    Person,
    Reference,
    Standing,
    Versions,
)
from sholu.bibliography.straight_marks import in_print
from sholu.bibliography.told_by_letters import told_by_letters
from sholu.bibliography.words import Run, RunStyle, Words
from sholu.exports import FORMATS, Format, bibtex, csl_json, ris
from sholu.exports.words import genre_in_words
from sholu.values import replace

from tests.rows import rows

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads(Path(__file__).parent.joinpath("csl/csl-data.json").read_text(encoding="utf-8"))
LIBRARY = tuple(read_library(ROOT / "tests/golden/review/references.bib", "references.bib")[0])

# Signs that mean something to TeX, BibTeX, RIS or JSON, and letters that an export may lose.
SIGNS = "aZ09 әіңғүұқөһӘҒЪьёÉß«»“”’'\"`–—-,;:.!?()[]{}\\/&%#_$~^@=<>|*+№"


FUZZ = os.environ.get("FUZZ", "")


def as_read(text: str) -> str:
    """Return a text as the reader leaves one: no spaces at its ends, none doubled, the marks of print."""
    text = " ".join(text.split())
    while (printed := in_print(text, ("“", "”"))) != text:
        text = printed
    return text if text.strip("?-–. ") else ""


def ready() -> tuple[str, ...]:
    """Return a thousand texts, always the same: taking one is far cheaper than making one up."""
    lots = Random(1905)  # noqa: S311
    made = ("".join(lots.choices(SIGNS, k=lots.randint(1, 30))) for _ in range(1000))
    return tuple(filter(None, map(as_read, made)))


READY = ready()
LONG = tuple(text for text in READY if len(text) > 1)


def texts(least: int = 1) -> st.SearchStrategy[str]:
    """Make a text of some signs; new ones are made up where faults are looked for (`make fuzz`)."""
    if not FUZZ:
        return st.sampled_from(LONG if least > 1 else READY)
    return st.text(SIGNS, min_size=least, max_size=30).map(as_read).filter(lambda text: len(text) >= least)


SOME_TEXT = st.one_of(st.just(""), texts())


def versions(original: st.SearchStrategy[str] = SOME_TEXT) -> st.SearchStrategy[Versions[str]]:
    """Make a text and some of its forms, or none."""
    forms = st.dictionaries(st.sampled_from(("kk", "ru", "en", LATIN)), texts(), max_size=2)
    return st.builds(Versions, original, forms)


# "Kim, Jr" is no family name: whoever writes so, in braces too, means Kim and his suffix.
NAMES = st.sampled_from(("Ахметов", "Әуезов", "Smith-Jones", "O'Neill", "al-Farabi", "de la Cruz", "Ұлы Абай",
                         "Smith and Sons", "others", "R&D", "Ng", "Kim, Lee", "И"))  # fmt: skip
GIVEN = st.sampled_from(("", "Болат", "Б.", "Ж.-Б.", "Jane A.", "Б. К.", "Ю.", "and", "Zh."))
PERSONS = st.one_of(
    st.builds(Person, NAMES, GIVEN),
    st.builds(
        Person, st.sampled_from(("Kim", "Доу")), st.just("Anna"), suffix=st.sampled_from(("Jr", "Jr.", "мл."))
    ),
    st.builds(Person, st.just("Ахметов"), st.just("Болат"), st.sampled_from(("Каримович", "ұлы"))),
    st.builds(
        Person,
        st.sampled_from(("Strien", "Берг")),
        st.just("Anna"),
        particle=st.sampled_from(("van", "фон")),
        suffix=st.sampled_from(("", "Jr.", "III")),
    ),
    st.builds(
        Person,
        # A space is put between an initial and a word: S.Fischer is read as S. Fischer.
        texts(2).filter(lambda name: not re.search(r"[{}\\]|[ ,;:]$|\w\.\w", name)),
        is_organization=st.just(True),
    ),
)
PEOPLE: st.SearchStrategy[Versions[tuple[Person, ...]]] = st.builds(
    Versions,
    st.lists(PERSONS, max_size=3).map(tuple),
    st.dictionaries(
        st.sampled_from(("kk", "ru", "en", LATIN)),
        st.lists(PERSONS, min_size=1, max_size=2).map(tuple),
        max_size=2,
    ),
)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Make a year, a month or a day, or a range of them."""
    days = st.sampled_from(((None, None), (5, None), (12, 31)))
    start = (draw(st.integers(1000, 2990)), *draw(days))
    match draw(st.sampled_from(("single", "range", "open", "doubtful", "decade", "season"))):
        case "range":
            return Date(*start, start[0] + draw(st.integers(1, 9)), *draw(days))
        case "open":
            return Date(*start, is_open=True)
        case "doubtful":
            return Date(*start, is_uncertain=draw(st.booleans()), is_approximate=draw(st.booleans()))
        case "decade":
            return Date(1990, end_year=1999, unspecified=1)
        case "season":
            return Date(start[0], season=draw(st.integers(21, 24)))
        case _:
            return Date(*start)


ADDRESSES = st.sampled_from(
    ("https://example.org/a_b%20c", "http://example.org/?a=1&b=~2#c", "https://example.org")
)
GENRES = {
    Kind.THESIS: st.sampled_from(sorted({*THESIS_GENRES.values(), "thesis"})),
    Kind.LAW: st.sampled_from(("", *sorted(GENRES_OF_LAWS))),
    Kind.TREATY: st.sampled_from(("", *sorted(GENRES_OF_TREATIES), "law")),
}
PLAIN = st.one_of(st.just(""), st.sampled_from(("5", "508-II", "XII", "1–2", "A&B")))
WORDS = ("subtitle", "short_title", "shorthand", "container", "series", "publisher", "institution", "place",
         "field_of_study", "note")  # fmt: skip


MORE_WORDS = """main_title main_subtitle main_title_addon title_addon container_addon issue_title addendum
    original_title original_publisher original_place event_title venue"""
MORE_TEXTS = """volumes part version eid eprint eprint_type eprint_class pmid citation name_addon archive
    archive_location sort_name sort_title presort"""
ROLES_OF_OTHERS = ("commentator", "foreword", "narrator", "redactor", "chair")


@st.composite
def more(draw: st.DrawFn, kind: Kind) -> dict[str, Any]:
    """Make what biblatex knows beyond BibTeX."""
    fields: dict[str, Any] = {
        **{
            name: draw(versions(texts()))
            for name in draw(st.sets(st.sampled_from(MORE_WORDS.split()), max_size=4))
        },
        **{name: draw(PLAIN) for name in draw(st.sets(st.sampled_from(MORE_TEXTS.split()), max_size=4))},
        "original_date": draw(st.one_of(st.none(), dates())),
        "event_date": draw(st.one_of(st.none(), dates())),
        "pub_state": draw(st.sampled_from(("", "inpress", "submitted"))),
        "editor_role": draw(st.sampled_from(("", "compiler"))),
        "original_language": draw(st.sampled_from(("", "de"))),
        "archive_url": draw(st.one_of(st.just(""), ADDRESSES)),
        "roles": draw(
            st.dictionaries(
                st.sampled_from(ROLES_OF_OTHERS),
                st.builds(Versions, st.lists(PERSONS, min_size=1, max_size=2).map(tuple)),
                max_size=3,
            )
        ),
    }
    if kind in {Kind.CHAPTER, Kind.PAPER}:
        fields["host_translators"] = draw(PEOPLE)
    # Without a title of its own a volume has that of the whole.
    for name in ("main_title", "main_subtitle") if not fields.get("main_title") else ():
        fields.pop(name, None)
    return fields


def _without_comma(title: str) -> str:
    return title.rstrip(" ,") or "A"


def _leave_out_signs(fields: dict[str, Any]) -> None:
    """Take away what has a sign of library cards at an end, which our reader leaves out."""
    # One in square brackets stands in for a title that is not known.
    title = fields["title"]
    fields["title"] = Versions(title.original, {code: one.lstrip("[") or "A" for code, one in title.items()})
    for name in ("publisher", "place", "series", "container", "institution", "container_subtitle"):
        words = fields.get(name, Versions(""))
        if any(one != one.rstrip(" ,;:").lstrip("-–—") for one in (words.original, *words.forms.values())):
            fields.pop(name)


def _leave_out_numbers(kind: Kind, fields: dict[str, Any]) -> None:
    """Take away what our reader takes for something else in a whole."""
    if kind in {Kind.BOOK, Kind.THESIS, Kind.REPORT} and fields["pages"].text == "7":
        # One number of pages is read as all that the whole has.
        fields["pages"] = PageRanges()
    if kind is Kind.BOOK and not fields.get("publisher"):
        # What a book without a publisher appeared in is read as who published it.
        fields.pop("container", None)
    if not any(map(str.isalpha, fields.get("note", Versions("")).original)):
        # A remark of figures is a key or a year that a program has left there.
        fields.pop("note", None)
    if kind is Kind.ARTICLE and not fields.get("container"):
        # What a publisher has brought out and stands nowhere is no article.
        fields.pop("publisher", None)
    if kind is Kind.BOOK and fields.get("series") and not fields["date"]:
        # BibTeX has the number in a series there, and only a date would say that the entry is biblatex's.
        fields["volume"] = ""


def _leave_out_twice(fields: dict[str, Any]) -> None:
    """Take away what our reader takes for something that is said twice."""
    host, whole = fields.get("container"), fields.get("main_title")
    if host and whole and host.original == whole.original != "":
        fields.pop("main_title")
    if fields.get("host_translators") and fields["host_translators"] == fields.get("translators"):
        fields.pop("translators")


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """Make a work that an entry can hold, of any kind."""
    kind = draw(st.sampled_from(Kind))
    has_title = draw(st.booleans())
    fields: dict[str, Any] = {
        # A comma at its end is left over, and no part of it.
        "title": draw(versions(texts().map(_without_comma) if has_title else st.just(""))),
        "description": draw(versions()),
        **{name: draw(versions()) for name in draw(st.sets(st.sampled_from(WORDS), max_size=4))},
        **{
            name: draw(PEOPLE)
            for name in draw(st.sets(st.sampled_from(("authors", "editors", "translators", "interviewers"))))
        },
        **{
            name: draw(PLAIN)
            for name in draw(st.sets(st.sampled_from(("edition", "volume", "number", "page_total"))))
        },
        "genre": draw(GENRES.get(kind, st.just(""))),
        "language": draw(st.sampled_from(("", "kk", "ru", "en", "ky", "fr", "de", "xx"))),
        "date": draw(st.one_of(st.none(), dates())),
        "access_date": draw(st.one_of(st.none(), dates())),
        "pages": PageRanges(draw(st.sampled_from(("", "7", "12–34", "12, 15–17", "179+")))),
        "doi": draw(st.sampled_from(("", "10.1000/182", "10.1000/a_b(c)%d"))),
        "issn": draw(st.sampled_from(("", "0317-8471", "0317-8471, 2049-3630"))),
        "isbn": draw(st.sampled_from(("", "978-0-306-40615-7"))),
        "urls": Versions(
            draw(st.one_of(st.just(""), ADDRESSES)),
            draw(st.dictionaries(st.sampled_from(("kk", "ru", "en")), ADDRESSES, max_size=2)),
        ),
        "jurisdiction": draw(st.sampled_from(("", "kz"))),
        "jurisdiction_name": draw(versions(st.just(""))),
        "is_personal": draw(st.booleans()),
        "mention": draw(st.sampled_from(Standing)),
        "countries": draw(st.sampled_from(((), ("kz", "ru")))),
        "keywords": draw(st.sampled_from(((), ("water", "labour-law")))),
    }
    _leave_out_signs(fields)
    # Letters that one language alone has tell it, and who heads a whole as author edits it.
    fields["language"] = fields["language"] or told_by_letters({"title": fields["title"].original})
    fields |= {"editors": NOBODY} if fields.get("editors") == fields.get("authors") else {}
    singular = {
        name: name.removesuffix("s") for name in ("authors", "editors", "translators", "interviewers")
    }
    named = [singular[name] for name in singular if fields.get(name)]
    if named:
        fields["and_others"] = frozenset(draw(st.sets(st.sampled_from(named))))
    if kind in {Kind.BOOK, Kind.CHAPTER, Kind.PAPER} and fields.get("series"):
        fields["series_number"] = fields.pop("number", "")
    if not fields["title"] and not fields["description"]:
        # A host alone is read as the work itself: a journal, or a volume of proceedings as a whole.
        fields.pop("container", None)
        # What a work without a title has in other fields is read as its description.
        fields |= {} if fields["is_personal"] else {"description": Versions("Памятка")}
    _leave_out_numbers(kind, fields)
    if has_title and fields.get("container"):
        fields |= draw(more(kind))
    if kind in {Kind.ONLINE, Kind.MISC} and fields.get("container") and fields["pages"].text:
        # What stands on pages of a number is read as an article, or as a part of a book.
        fields["pages"] = PageRanges()
    # What `more` has brought along.
    _leave_out_signs(fields)
    _leave_out_twice(fields)
    if not fields["date"]:
        # What was read at a conference appeared when it was read.
        fields.pop("event_date", None)
    return Reference(key=draw(st.sampled_from(("a", "smith:2019_a+b", "абай1889"))), kind=kind, **fields)


def read_again(text: str) -> tuple[Reference, ...]:
    """Read an export with our own reader."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "export.bib")
        path.write_text(text, encoding="utf-8")
        return tuple(replace(reference, line=1) for reference in read_library(path, "export.bib")[0])


def our_own_reader_finds_every_field_of_the_bibtex_again(reference: Reference) -> None:
    """Whatever signs a field holds."""
    assert read_again(bibtex([reference])) == (reference,)


@rows(
    "title", ['5 m"a', 'ß"Offen', 'der "Offene', "Werke „offener“ Kunst", 'das "unter und "ober', 'Нью"=Йорк']
)
def test_a_quotation_mark_becomes_no_umlaut_of_babel(title: str) -> None:
    """Nor a hyphen: braces part it from the letter behind it."""
    reference = Reference("a", Kind.BOOK, language="de", title=Versions(title))
    our_own_reader_finds_every_field_of_the_bibtex_again(reference)


def test_the_whole_bibliography_is_found_again_without_a_problem(tmp_path: Path) -> None:
    """Those of the made-up review."""
    path = tmp_path / "export.bib"
    path.write_text(bibtex(LIBRARY), encoding="utf-8")
    library, problems = read_library(path, "export.bib")
    assert problems == ()
    assert [replace(one, line=1) for one in library] == [replace(one, line=1) for one in LIBRARY]


def pybtex_reads_the_bibtex(reference: Reference) -> None:
    """Its own parser, and not our reader of its raw entries."""
    entries = Parser().parse_string(bibtex([reference])).entries
    assert list(entries) == [reference.key]
    fields = entries[reference.key].fields
    if reference.date:
        assert fields["year"] == f"{reference.date.year:04d}"
    if reference.title.original and not re.search(r"[{}\\&%#_$~^`]|--|''", reference.title.original):
        # A full stop that belongs to the title stands in braces, and so does one of two signs that would be
        # a quotation mark; every reader of BibTeX takes them off, and reads what would begin a tag.
        read = re.sub(r"[{}]", "", fields["title"].replace("\\textless{}", "<"))
        assert read == reference.title.original
    others = int("author" in reference.and_others and bool(reference.authors.original))
    assert len(entries[reference.key].persons.get("author", ())) == len(reference.authors.original) + others


def test_braces_that_keep_capitals_stand_in_the_export_again(tmp_path: Path) -> None:
    """A style of BibTeX would write "the nato of köln" without them."""
    path = tmp_path / "a.bib"
    title = r"The {NATO} of K{\"o}ln and {Central Asia}"
    path.write_text(
        f"@book{{a, title = {{{title}}}, title_ru = {{NATO вчера}}, year = 2000}}", encoding="utf-8"
    )
    library, problems = read_library(path, "a.bib")
    assert problems == ()
    written = bibtex.entry(library["a"])
    assert "{The {NATO} of Köln and {Central Asia}}" in written
    assert "{{NATO} вчера}" in written
    assert library["a"].title.original == "The NATO of Köln and Central Asia"


def test_zotero_knows_every_type_of_the_bibtex() -> None:
    """It drops an entry of a type that its translator does not name (bibtex2zoteroTypeMap)."""
    known = {"article", "book", "incollection", "inproceedings", "phdthesis", "mastersthesis", "report",
             "online", "legislation", "misc"}  # fmt: skip
    written = bibtex(Reference(kind.value, kind) for kind in Kind)
    assert set(re.findall(r"^@(\w+)", written, re.MULTILINE)) <= known


def test_the_date_stands_behind_the_month_since_zotero_joins_what_it_reads() -> None:
    """Else it would show 8 April 1997 twice."""
    written = bibtex([Reference("a", Kind.LAW, date=Date(1997, 4, 8))])
    assert re.search(r"year += \{1997\},\n +month += apr,\n +date += \{1997-04-08\}", written)


@rows(
    ("kind", "type_of_ris", "type_of_csl"),
    [
        (Kind.ARTICLE, "JOUR", "article-journal"),
        (Kind.BOOK, "BOOK", "book"),
        (Kind.CHAPTER, "CHAP", "chapter"),
        (Kind.PAPER, "CPAPER", "paper-conference"),
        (Kind.THESIS, "THES", "thesis"),
        (Kind.REPORT, "RPRT", "report"),
        (Kind.ONLINE, "ELEC", "webpage"),
        (Kind.INTERVIEW, "PCOMM", "interview"),
        (Kind.LAW, "STAT", "legislation"),
        (Kind.TREATY, "STAT", "treaty"),
        (Kind.MISC, "GEN", "document"),
    ],
)
def test_every_kind_has_its_type(kind: Kind, type_of_ris: str, type_of_csl: str) -> None:
    """In RIS and in CSL-JSON."""
    reference = Reference("a", kind)
    assert read_ris([reference])[0]["type_of_reference"] == type_of_ris
    assert read_csl([reference])[0]["type"] == type_of_csl


def read_ris(works: Iterable[Reference]) -> list[Mapping[str, Any]]:
    """Read RIS by rispy."""
    return list(rispy.loads(ris(works)))


def read_csl(works: Iterable[Reference]) -> list[Mapping[str, Any]]:
    """Read CSL-JSON, held to the schema."""
    items = json.loads(csl_json(works))
    Draft7Validator(SCHEMA).validate(items)
    return list(items)


def rispy_reads_the_ris(reference: Reference) -> None:
    """With no tag that it does not know."""
    (record,) = read_ris([reference])
    assert record["id"] == reference.key
    assert "unknown_tag" not in record
    assert record.get("year") == (f"{reference.date.year:04d}" if reference.date else None)
    if reference.authors.original:
        assert len(record["authors"]) == len(reference.authors.original)
    if reference.title.original:
        assert record["title"].startswith(reference.title.original)
    assert record.get("doi", "") == reference.doi
    assert record.get("keywords", []) == list(reference.keywords)


def test_pages_and_ranges_of_years_have_their_tags() -> None:
    """First and last page apart; the range as the free part of a date."""
    (record,) = read_ris(
        [Reference("a", Kind.ARTICLE, pages=PageRanges("34–41"), date=Date(1991, end_year=1998))]
    )
    assert (record["start_page"], record["end_page"]) == ("34", "41")
    assert (record["year"], record["date"]) == ("1991", "1991///1991/1998")


def csl_json_is_valid(reference: Reference) -> None:
    """By the schema of CSL 1.0.2."""
    (item,) = read_csl([reference])
    assert item["id"] == reference.key
    assert item["title" if reference.title.original else "id"]
    if reference.date:
        assert item["issued"]["date-parts"][0][0] == reference.date.year


def test_a_particle_a_suffix_and_a_range_have_their_places_in_csl_json() -> None:
    """As citeproc wants them."""
    person = Person("Strien", "Anna", particle="van", suffix="Jr.")
    date = Date(1991, 5, end_year=1998)
    (item,) = read_csl([Reference("a", Kind.BOOK, authors=Versions((person,)), date=date)])
    assert item["author"] == [
        {"family": "Strien", "given": "Anna", "non-dropping-particle": "van", "suffix": "Jr."}
    ]
    assert item["issued"] == {"date-parts": [[1991, 5], [1998]]}


# Making a work up takes longer than exporting it: what is made for one format is tried in all.
@given(references())
@example(
    Reference(
        "a", Kind.BOOK, title=Versions("B"), container=Versions("C"), publisher=Versions("", {"kk": "P"})
    )
)
@example(Reference("a", Kind.INTERVIEW, title=Versions("B"), container=Versions("C"), pages=PageRanges("7")))
def test_whatever_a_work_holds_is_found_again_in_each_format(reference: Reference) -> None:
    """By the readers of others, and every field by our own."""
    our_own_reader_finds_every_field_of_the_bibtex_again(reference)
    pybtex_reads_the_bibtex(reference)
    rispy_reads_the_ris(reference)
    csl_json_is_valid(reference)


def test_ris_tells_where_a_work_is_kept_or_else_where_it_is_an_eprint() -> None:
    """The archive and the number there; an archive of papers is one too, unless another is named."""
    paper = Reference(
        "p", Kind.ARTICLE, "en", title=Versions("Water"), eprint_type="arxiv", eprint="2001.00001"
    )
    letter = replace(paper, archive="State Archive", archive_location="Box 3")
    alone = Reference("l", Kind.BOOK, "en", title=Versions("Letter"), archive="State Archive")
    kept_at = [
        (one.get("name_of_database"), one.get("call_number")) for one in read_ris([paper, letter, alone])
    ]
    assert kept_at == [("arxiv", "2001.00001"), ("State Archive", "Box 3"), ("State Archive", None)]


def test_a_short_title_keeps_what_stands_out_in_it() -> None:
    """It is the title before its subtitle, with its tags."""
    words = Words((Run("The "), Run("Manas", frozenset({RunStyle.ITALIC})), Run(" epic: A study")))
    work = Reference("manas", Kind.BOOK, "en", title=Versions(words))
    assert json.loads(csl_json.entry(work))["title-short"] == "The <i>Manas</i> epic"


def test_the_words_before_a_subtitle_are_the_short_title_in_each_format() -> None:
    """Also before what stands behind a title without a subtitle, and as text in RIS."""
    words = Words((Run("The "), Run("Manas", frozenset({RunStyle.ITALIC})), Run(" epic")))
    one = Reference("a", Kind.BOOK, "en", title=Versions(words), subtitle=Versions("A study"))
    another = replace(one, key="b", subtitle=Versions(""), title_addon=Versions("Audiobook"))
    alone = replace(one, key="c", subtitle=Versions(""))
    works = (one, another, alone)
    assert [item.get("title-short") for item in read_csl(works)] == 2 * ["The <i>Manas</i> epic"] + [None]
    assert [record.get("short_title") for record in read_ris(works)] == 2 * ["The Manas epic"] + [None]


def test_ris_tells_the_part_with_the_volume() -> None:
    """It has no tag for parts."""
    books = [Reference("a", Kind.BOOK, volume="4", part="1"), Reference("b", Kind.BOOK, part="2")]
    assert [record["volume"] for record in read_ris(books)] == ["4.1", "2"]


def test_an_act_that_is_cited_by_its_name_alone_is_called_nothing_more() -> None:
    """It may be a charter."""
    charter = Reference("c", Kind.LAW, "en", title=Versions("U.N. Charter art. 1"), genre="act")
    assert "genre" not in read_csl([charter])[0]
    assert "type_of_work" not in read_ris([charter])[0]


def test_where_a_decision_is_reported_is_its_number_for_other_programs() -> None:
    """Neither CSL-JSON nor RIS has a field for it."""
    case = Reference(
        "c", Kind.MISC, "en", title=Versions("A v. B"), genre="jurisdiction", citation="1 U.S. 2"
    )
    assert read_csl([case])[0]["number"] == "1 U.S. 2"
    assert "M1  - 1 U.S. 2\n" in ris([case])


def test_a_volume_keeps_what_stands_out_in_its_title() -> None:
    """The title of the item is that of the whole, of which a short one would be told."""
    words = Words((Run("Manas", frozenset({RunStyle.ITALIC})), Run(": A study")))
    work = Reference("v", Kind.BOOK, "en", title=Versions(words), main_title=Versions("Works"))
    item = json.loads(csl_json.entry(work))
    assert (item["title"], item["volume-title"], "title-short" in item) == (
        "Works",
        "<i>Manas</i>: A study",
        False,
    )


@rows("one", FORMATS, ids=lambda one: one.ending)
def test_the_entry_of_each_work_is_found_in_the_file_of_all(one: Format) -> None:
    """A script cuts it out of there; what it saves is the file that the format makes of the work alone."""
    before, after = one.around
    for library in (LIBRARY, (Reference("a.b+c", Kind.BOOK), Reference("a", Kind.MISC))):
        every = one(library)
        for work in library:
            found = re.findall(one.found.replace("{key}", re.escape(work.key)), every, re.MULTILINE)
            assert [f"{before}{entry}{after}" for entry in found] == [one((work,))]


def test_a_thesis_of_which_nobody_says_the_degree_gets_none_by_its_type() -> None:
    """@phdthesis with the type Thesis is one for a doctorate, to us and to other programs."""
    text = "@thesis{a,\n  author = {Doe, Jane},\n  title = {Water},\n  type = {Thesis},\n  year = {1999}\n}\n"
    (work,) = read_again(text)
    written = bibtex([work])
    assert written.startswith("@thesis{a,\n")
    assert read_again(written) == (work,)


@rows(
    ("language", "genre", "said"),
    [
        ("ru", "candidate", "дис. ... канд. наук"),
        ("kk", "candidate", "канд. дис."),
        ("ru", "phd", "дис. ... д-ра философии (PhD)"),
        # In a language that Sholu has no words for, and in none, English says it.
        ("xx", "phd", "PhD thesis"),
        ("", "phd", "PhD thesis"),
    ],
)
def test_a_thesis_is_called_in_its_own_language(language: str, genre: str, said: str) -> None:
    """Programs show the genre as they are told it."""
    assert genre_in_words(Reference("a", Kind.THESIS, language=language, genre=genre)) == said
