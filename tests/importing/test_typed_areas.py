"""Lines of no form that has a name are parted by what each part looks like; the least strange is kept."""

from __future__ import annotations

import pytest
from sholu.importing.draft import Name
from sholu.importing.typed.clusters import Cluster, cluster_of, numbered
from sholu.importing.typed.reading import read_reference

from tests.rows import rows

# Lines and fields of one table row each are wide.
# ruff: noqa: E501

pytestmark = pytest.mark.pure


@rows(
    ("line", "type_", "fields"),
    [
        # Made up, but for the forms: law reviews, mathematics, chemistry, MLA's theses, books with commas, courts.
        ("Kim, A., On Rivers and Lakes, 66 Waters (1986), 1–24.", "article",
         {"title": "On Rivers and Lakes", "journal": "Waters", "volume": "66", "pages": "1--24"}),
        ("Anna B. Kim, The Rivers of All, 125 Steppe L. Rev. 476 (2011)", "article",
         {"journal": "Steppe L. Rev.", "volume": "125", "pages": "476", "year": "2011"}),
        ("A. Kim, Sums of rivers and lakes, Proc. Amer. River Soc. 148 (2020), no. 10, 4189–4202.", "article",
         {"journal": "Proc. Amer. River Soc.", "volume": "148", "number": "10", "pages": "4189--4202"}),
        ("Kim, A. B.; Lee, L. v.; Liu, S. Rivers of Lakes. J. Am. Riv. Soc. 1999, 121, 1922-1924.", "article",
         {"author": "Kim, A. B. and Lee, L. v. and Liu, S.", "year": "1999", "volume": "121", "pages": "1922--1924"}),
        ("Kim, Anna. Rivers of the Steppe. 2010. Northern U, PhD dissertation. Store, search.example.org/1?a=2.",
         "thesis", {"institution": "Northern U", "url": "https://search.example.org/1?a=2", "year": "2010"}),
        ('Anna Kim, "Rivers of the Steppe" (PhD diss., University of Lakes, 2019)', "thesis",
         {"title": "Rivers of the Steppe", "institution": "University of Lakes", "year": "2019"}),
        ("Kim, A., Rivers as Law, In B. Lee and C. Doe (Eds.), Law and Lakes, New York: Brook Press, 1978.",
         "incollection", {"editor": "Lee, B. and Doe, C.", "booktitle": "Law and Lakes", "publisher": "Brook Press"}),
        ("Brook v. Board of Rivers, 347 U.S. 483 (1954)", "jurisdiction",
         {"title": "Brook v. Board of Rivers", "journal": "U.S.", "volume": "347", "pages": "483", "year": "1954"}),
        ("Brook v Lake [1932] AC 562 (HL)", "jurisdiction",
         {"title": "Brook v Lake", "institution": "HL", "year": "1932"}),
        ('“RIVERS OF ALL”. 2024. "Rivers" Journal 2 (2): 44-54.', "article",
         {"journal": '"Rivers" Journal', "volume": "2", "number": "2", "pages": "44--54"}),
        ('Ким, А., и Б. Ли. 2020. «РЕКИ ВСЕХ». Вестник "Река", вып. 2 (июнь):560-82.', "article",
         {"author": "Ким, А. and Ли, Б.", "date": "2020-06", "number": "2", "pages": "560--82"}),
        ("Aristotle. Rivers. Ed. by D. W. Brown. Oxford: Brook Press, 1968.", "book",
         {"author": "Aristotle", "title": "Rivers", "editor": "Brown, D. W."}),
        ("Ким А. Реки. -- М., 2007.", "book", {"title": "Реки", "address": "М.", "year": "2007"}),
    ],
)  # fmt: skip
def test_a_line_is_parted_by_what_its_parts_look_like(line: str, type_: str, fields: dict[str, str]) -> None:
    """What is not named here is not asked."""
    draft = read_reference(line)
    read = draft.in_bibtex()
    assert draft.type == type_
    assert {name: read.get(name) for name in fields} == fields


@rows(
    ("text", "start", "fields", "bare"),
    [
        ("Rivers 16.2:72–110", 7, {"volume": "16", "number": "2", "pages": "72–110"}, ()),
        ("Rivers 84 (Spring 1991), 7", 7, {"date": "1991-21"}, ("84", "7")),
        ("Вестник, вып. 5, вып. 4, октябрь 2015", 9, {"volume": "5", "number": "4", "date": "2015-10"}, ()),
    ],
)
def test_numbers_at_the_end_are_gathered(
    text: str, start: int, fields: dict[str, str], bare: tuple[str, ...]
) -> None:
    """In whatever order they stand; none where words follow."""
    cluster = cluster_of(text)
    assert cluster
    assert (cluster.start, cluster.fields, cluster.bare) == (start, fields, bare)
    assert cluster_of(f"{text} and lakes") is None


def test_bare_numbers_are_told_by_what_else_is_known() -> None:
    """“61, 7” is a volume and its number, “61, 215” a volume and a page; behind a front number stands a page."""
    bare = Cluster(0, {"year": "2001"}, ("61", "7"))
    assert numbered(bare, "") == {"year": "2001", "volume": "61", "number": "7"}
    assert numbered(Cluster(0, {}, ("61", "215")), "") == {"volume": "61", "pages": "215"}
    assert numbered(Cluster(0, {}, ("476",)), "125") == {"volume": "125", "pages": "476"}
    assert numbered(Cluster(0, {}, ("1", "2", "3", "4")), "") is None


@rows(
    "line", [" 1 (1)" * 400, "v. " * 600, "“" * 900, ", 1999" * 400, "A. B. " * 400, "(" * 2000 + " 1 (2000)"]
)
def test_no_line_is_slow(line: str) -> None:
    """A line of one sign or word repeated ends as any other does."""
    assert read_reference(line[:2400]).type


def test_lists_in_spanish_part_a_book_by_commas_behind_the_year() -> None:
    """Title, edition, place and publisher; behind a stop they stand as by APA."""
    work = read_reference("Alarcos Llorach, Emilio (1964): Fonología española, 4.ª ed., Madrid, Gredos.")
    assert work.names["author"] == (Name("Alarcos Llorach", "Emilio"),)
    assert {name: work.fields[name] for name in ("title", "edition", "address", "publisher")} == {
        "title": "Fonología española",
        "edition": "4.ª ed.",
        "address": "Madrid",
        "publisher": "Gredos",
    }
    work = read_reference("Lapesa, Rafael. 1981. Historia de la lengua española. 9.ª ed. Madrid: Gredos.")
    assert (work.fields["title"], work.fields["edition"]) == ("Historia de la lengua española", "9.ª ed.")


def test_family_names_in_capitals_are_told_from_the_title() -> None:
    """As lists in French have them, before or behind a given name; a body in capitals is one name."""
    work = read_reference("BOURDIEU Pierre et PASSERON Jean-Claude, La reproduction, Paris, Minuit, 1970.")
    assert work.names["author"] == (Name("Bourdieu", "Pierre"), Name("Passeron", "Jean-Claude"))
    assert work.fields["title"] == "La reproduction"
    work = read_reference("Franco MORETTI (dir.), La Littérature au laboratoire, Paris, Ithaque, 2016.")
    assert work.names["editor"] == (Name("Moretti", "Franco"),)
    work = read_reference(
        "INSTITUTO CERVANTES, El español: una lengua viva, Madrid, Instituto Cervantes, 2023."
    )
    assert work.names["author"] == (Name("Instituto Cervantes", is_institution=True),)
    assert work.fields["title"] == "El español: una lengua viva"
    work = read_reference("ОБСЕ Доклад, Алматы, 2005.")
    assert "author" not in work.names


def test_a_title_may_end_with_a_number_before_its_place() -> None:
    """And a state may stand behind a place in brackets."""
    work = read_reference("Ergin, M. (1958). Dede Korkut kitabı I. Ankara: Türk Dil Kurumu Yayınları.")
    assert (work.fields["title"], work.fields["address"]) == ("Dede Korkut kitabı I", "Ankara")
    work = read_reference("Said E. Orientalism. – Cambridge (Mass.): Harvard University Press, 1989. – 52 p.")
    assert (work.fields["title"], work.fields["address"]) == ("Orientalism", "Cambridge (Mass.)")
