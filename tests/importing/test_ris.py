"""Records of RIS, each tag in the field in which BibTeX has it."""

from __future__ import annotations

from sholu.importing.bibtex import read_bibtex
from sholu.importing.ris import read_ris

from tests.rows import rows

CHAPTER = """Provider: a platform
TY  - CHAP
TI  - Rivers and
  borders
AU  - Smith, A.
A1  - Doe, J.
A2  - Kim, S.
A4  - Orlova, A.
T2  - Neighbours
SP  - 5
EP  - 9
PB  - Overlook
CY  - New York
PY  - 2009
SN  - 978-601-01-0001-5
LA  - en
ER  -
"""
ARTICLE = """TY  - JOUR
T1  - Water
ST  - Water
BT  - Other
JO  - Rivers
SN  - 1234-567X
IS  - 2
M1  - 7
VL  - 3
DA  - 2001/05/03
PY  - 2002
UR  - https://a.example/b text
Y2  - 2020/01/02
DO  - https://doi.org/10.5555/1
ER  -
"""
THESIS = "TY  - THES\nTI  - Lakes\nA2  - Kim, S.\nM3  - PhD thesis\nPB  - University\nPY  - 2010\nER  -\n"
BOOK = """TY  - BOOK
TI  - Canals
ST  - Can
T2  - Series
ET  - 2nd
M1  - 4
IS  - 5
UR  - none
Y2  - 2020/01/02
PP  - London
ER  -
"""


@rows(
    ("record", "type_", "fields"),
    [
        (
            CHAPTER, "incollection",
            {"author": "Smith, A. and Doe, J.", "editor": "Kim, S.", "translator": "Orlova, A.",
             "title": "Rivers and borders", "booktitle": "Neighbours", "address": "New York",
             "publisher": "Overlook", "year": "2009", "pages": "5--9", "isbn": "978-601-01-0001-5",
             "langid": "english"},
        ),
        (
            ARTICLE, "article",
            {"title": "Water", "journal": "Rivers", "date": "2001-05-03", "volume": "3", "number": "2",
             "doi": "10.5555/1", "issn": "1234-567X", "url": "https://a.example/b", "urldate": "2020-01-02"},
        ),
        (THESIS, "thesis", {"title": "Lakes", "institution": "University", "type": "phd", "year": "2010"}),
        (
            BOOK, "book",
            {"title": "Canals", "shorttitle": "Can", "series": "Series", "edition": "2nd", "number": "4",
             "address": "London"},
        ),
        ("TI  - Of no type\n", "misc", {"title": "Of no type"}),
        ("TY  - JOUR\nTI  - A\nDA  - May 2001\nPY  - 2002\n", "article", {"title": "A", "year": "2002"}),
        ("TY  - THES\nTI  - A\nM3  - магистр\n", "thesis", {"title": "A", "type": "master"}),
        ("TY  - RPRT\nTI  - A\nPB  - B\n", "report", {"title": "A", "institution": "B"}),
    ],
)  # fmt: skip
def test_a_record_is_read(record: str, type_: str, fields: dict[str, str]) -> None:
    """Whole: a field that is too many would be printed."""
    (draft,) = read_ris(record)
    assert draft.type == type_
    assert draft.in_bibtex() == fields


def test_records_follow_one_another() -> None:
    """The last may lack its end; one without a title or a type is none; values may run over lines."""
    read = read_ris(f"{CHAPTER}\nAU  - Nobody\nER  -\n{THESIS}TY  - BOOK\nTI  - Last\n  of all\n\n")
    assert [draft.fields["title"] for draft in read] == ["Rivers and borders", "Lakes", "Last of all"]


@rows(
    ("entry", "type_", "fields", "doubts"),
    [
        (
            "@phdthesis{a, title = {A}, school = {U}, year = 2001}", "thesis",
            {"title": "A", "institution": "U", "year": "2001", "type": "phd"}, (),
        ),
        (
            "@techreport{a, title = {A}, publisher = {U}, date = {2001-05}}", "report",
            {"title": "A", "institution": "U", "date": "2001-05"}, (),
        ),
        (
            "@book{a, title = {A}, publisher = {U}, institution = {V}, note = {in {2} parts}, annote = { }}",
            "book", {"title": "A", "publisher": "U", "institution": "V"}, ("note: in 2 parts",),
        ),
        (
            "@novel{a, title = {A}, title_kk = {Ә}, location = {Almaty}, issue = 5, unknown = {x}}", "misc",
            {"title": "A", "title_kk": "Ә", "address": "Almaty", "number": "5"}, (),
        ),
        (
            ("@article{a, title = {A}, journaltitle = {B}, pages = {5 – 9}, doi = {DOI: 10.5555/1}, "
             "url = {http://dx.doi.org/10.5555/1}, language = {Russian}}"), "article",
            {"title": "A", "journal": "B", "pages": "5--9", "doi": "10.5555/1", "langid": "russian"}, (),
        ),
        (
            "@article{a, title = {A}, doi = {10.5555/1}, url = {https://a.example}}", "article",
            {"title": "A", "doi": "10.5555/1", "url": "https://a.example"}, (),
        ),
    ],
)  # fmt: skip
def test_an_entry_of_another_program_is_read(
    entry: str, type_: str, fields: dict[str, str], doubts: tuple[str, ...]
) -> None:
    """With one name for each field; what only machines read is gone, what an author noted is said."""
    (draft,) = read_bibtex(entry)
    assert (draft.type, draft.in_bibtex(), draft.doubts) == (type_, fields, doubts)


def test_keywords_are_told() -> None:
    """Topics of others stand as a comment beside the entry."""
    (draft,) = read_ris("TY  - BOOK\nTI  - A\nKW  - steppe\nKW  - law\nER  - \n")
    assert draft.doubts == ("keywords: steppe; law",)
