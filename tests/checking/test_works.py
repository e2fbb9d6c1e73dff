"""What an editor would see in a bibliography, and what is no fault there."""

from __future__ import annotations

from sholu.bibliography.bibtex import library_of, read_entries
from sholu.checking.works import wrong_works
from sholu.languages import use
from sholu.texts import Texts

from tests.rows import rows


def told(bib: str) -> list[str]:
    """Return code and sentence of each finding in a BibTeX file."""
    use({}, ("kk", "ru", "en"))
    library, _ = library_of(bib.encode(), "works.bib")
    entries = read_entries(Texts({"works.bib": bib}) / "works.bib")
    return [
        f"{one.code} {one.place.line} {one.what}"
        for one in sorted(wrong_works(entries, library, "works.bib", 2026))
    ]


def codes(entry: str) -> list[str]:
    """Return the codes of what is found in an entry."""
    return [one.partition(" ")[0] for one in told(entry)]


PART = "@incollection{k, author = {Hiro, D.}, title = {A}"


@rows(
    ("entry", "missing"),
    [
        ("@article{k, author = {Hiro, D.}, title = {A}}", "journal, date"),
        ("@article{k, author = {Hiro, D.}, title = {A}, journal = {J}, year = {2009}}", ""),
        ("@book{k, author = {Hiro, D.}, title = {A}, year = {2009}}", "publisher"),
        ("@book{k, author = {Hiro, D.}, title = {A}, address = {Алматы}, year = {2009}}", ""),
        ("@incollection{k, author = {Hiro, D.}, title = {A}, year = {2009}}", "booktitle"),
        ("@inproceedings{k, title = {A}, booktitle = {B}, year = {2009}}", "author"),
        ("@phdthesis{k, author = {Hiro, D.}, title = {A}, year = {2009}}", "institution"),
        ("@report{k, author = {Hiro, D.}, title = {A}, institution = {I}}", "date"),
        ("@online{k, author = {Hiro, D.}, title = {A}, year = {2009}}", "url"),
        ("@online{k, author = {Hiro, D.}, title = {A}, url = {https://a.b}}", "urldate"),
        ("@article{k, author = {Hiro, D.}, title = {A}, journal = {J}, year = {20009}}", ""),
        ("@misc{k, title = {A}}", ""),
        ("@article{k, title = {A}, note_en = {Its journal is not known.}}", ""),
        ("@article{k, author = {Hiro, D.}, description_en = {An article}}", ""),
        (f"{PART}, crossref = {{b}}}}\n@book{{b, title = {{B}}, publisher = {{P}}, year = {{2009}}}}", ""),
        ("@article{k, author = {Hiro, D.}, title = {A}, journal = {J}, pubstate = {inpress}}", ""),
    ],
)  # fmt: skip
def test_what_a_type_asks_for_is_missed(entry: str, missing: str) -> None:
    """And not what is inherited, what cannot be read, or what the editors say that nobody knows."""
    found = [one for one in told(entry) if one.startswith("B043")]
    assert [one.partition(" lacks ")[2] for one in found] == ([missing] if missing else [])


FULL = "author = {Hiro, Dilip}, journal = {J}"


@rows(
    ("fields", "expected"),
    [
        ("title = {A}, year = {2009}, date = {2010-05}", ["B045"]),
        ("title = {A}, year = {2010}, date = {2009/2010}", []),
        ("title = {A}, date = {2020-05-01}, urldate = {2019-03-02}, url = {https://a.b}", ["B046"]),
        ("title = {A}, date = {2020-05-01}, urldate = {2020-05}, url = {https://a.b}", []),
        ("title = {A}, year = {2020}, urldate = {2020-01-02}, url = {https://a.b}", []),
        ("title = {A}, year = {2009}, pages = {41--34}", ["B047"]),
        ("title = {A}, year = {3001}", ["B093"]),
        ("title = {A}, date = {2062-05}", ["B093"]),
        ("title = {A}, year = {2028}, pubstate = {forthcoming}", []),
        ("title = {A}, year = {2009}, country = {kz, xx}", ["B030"]),
        ("title = {A}, year = {1979}, country = {su, kg, xk}", []),
        ("title = {A}, year = {2009}, pages = {134--41}", []),
        ("title = {A}, year = {2009}, orcid = {0000-0002-1825-0098}", ["B049"]),
        ('title = {A}, year = {2009}, author+an:orcid = {1="0000-0002-1825-0097"}', []),
        ("title = {A}, year = {2009}, url = {https://doi.org/10.1000/182}", ["B050"]),
        ("title = {A}, year = {2009}, doi = {10.1000/182}, url = {https://doi.org/10.1000/182}", []),
        ("title = {A}, year = {2009}, url = {https://a.b/c?utm_source=mail}", ["B051"]),
        ("title = {A}, year = {2009}, url = {https://a.b/c;jsessionid=12}", ["B051"]),
        ("title = {A}, year = {2009}, url = {https://www-jstor-org.ezproxy.x.edu/1}", ["B051"]),
        ("title = {A}, year = {2009}, url = {https://bit.ly/3x}", ["B051"]),
        ("title = {A}, year = {2009}, url = {https://www.google.com/search?q=a}", ["B051"]),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_right_is_told(fields: str, expected: list[str]) -> None:
    """Years against dates, pages, numbers with a check digit, addresses."""
    assert codes(f"@article{{k, {FULL}, {fields}}}") == expected


@rows(
    ("author", "expected"),
    [
        ("Аноним and Без автора", ["B048", "B048"]),
        ("Anonymous", ["B048"]),
        ("Hiro, Dilip and others", []),
        ("Hiro, Dilip et al.", ["B048"]),
        ("Лаумулин, Мурат и др.", ["B048"]),
        ("Лаумулин, Мұрат және т.б.", ["B048"]),
        ("{UNESCO}", []),
        ("Li, X.", []),
        ("ОЭСР", []),
    ],
)
def test_a_name_that_is_none_is_told(author: str, expected: list[str]) -> None:
    """But no acronym, and not BibTeX's own "others"."""
    entry = f"@article{{k, author = {{{author}}}, title = {{A}}, journal = {{J}}, year = {{2009}}}}"
    assert codes(entry) == expected


ONE = "@article{hiro2009, author = {Hiro, Dilip}, title = {Water and {Land}}, journal = {J}, year = {2009}}\n"


@rows(
    ("other", "is_same"),
    [
        (
            "@article{hiro09, author = {Hiro, D.}, title = {Water and land.}, journal = {J}, date = {2009}",
            True,
        ),
        (
            "@article{hiro09, author = {Hiro, D.}, title = {Water and land}, journal = {J}, year = {2010}",
            False,
        ),
        ("@article{hiro09, author = {Li, D.}, title = {Water and land}, journal = {J}, year = {2009}", False),
        ("@book{hiro09, author = {Hiro, D.}, title = {Water and land}, address = {A}, year = {2009}", False),
    ],
)
def test_a_work_under_two_keys_is_told_at_the_second(other: str, is_same: bool) -> None:  # noqa: FBT001
    """By what it says, whatever its capitals and braces."""
    expected = ["B044 2 “hiro09” is the same work as “hiro2009” (line 1)"] if is_same else []
    assert told(f"{ONE}{other}}}") == expected


def test_two_works_of_one_doi_are_one_but_chapters_of_a_book_are_not() -> None:
    """In whatever form the DOI is typed."""
    entry = "@article{%s, author = {Hiro, D.}, title = {%s}, journal = {J}, year = {2009}, doi = {%s}%s}\n"
    same = entry % ("a", "A", "10.1000/ABC", "") + entry % ("b", "B", "https://doi.org/10.1000/abc", "")
    parts = entry % ("a", "A", "10.1000/abc", ", pages = {1--2}") + entry % (
        "b",
        "B",
        "10.1000/abc",
        ", pages = {3--4}",
    )
    assert codes(same) == ["B044"]
    assert codes(parts) == []


def test_an_entry_out_of_the_order_of_a_sorted_file_is_told() -> None:
    """A file that nobody has sorted has no order."""
    keys = list("abcdefghijkl")
    entry = "@misc{%s, title = {%s}}\n"
    assert told("".join(entry % (key, key) for key in keys)) == []
    moved = [*keys[:3], "k2", *keys[3:]]
    assert told("".join(entry % (key, key) for key in moved)) == [
        "B052 4 “k2” stands out of the order of keys"
    ]
    assert told("".join(entry % (key, key) for key in reversed(keys))) == []


@rows(
    ("title", "codes_"),
    [
        ("CENTRAL ASIA", ["B100"]),
        ("{ЦЕНТР АЗИИ}", ["B100"]),
        ("{\\emph{CENTRAL} ASIA}", ["B100"]),
        ("INSIDE CENTRAL ASIA", []),
        ("Inside CENTRAL ASIA", []),
        ("NATO", []),
        ("{ABC of the UN}", []),
        ("UNESCO 2030", []),
        ("水 1992", []),
        ("GDP增长研究与政策分析[J]", []),
    ],
)
def test_a_title_of_a_title_page_is_told(title: str, codes_: list[str]) -> None:
    """A word alone may be an abbreviation; a longer title is told of where it is read."""
    entry = f"@book{{k, author = {{Hiro, D.}}, title = {{{title}}}, publisher = {{P}}, year = {{2009}}"
    entry += ", langid = {russian}}" if "Ц" in title else "}"
    assert codes(entry) == codes_


WORK = "@article{k, author = {Orlova, A.}, journal = {J}, volume = {1}, pages = {5--9}"


@rows(
    ("fields", "expected"),
    [
        ("title = {«Степь: роман}, year = {2001}, langid = {russian}", ["B121"]),
        ("title = {Степь» и «город»}, year = {2001}, langid = {russian}", ["B121"]),
        ("title = {„Steppe“ und “Stadt”}, year = {2001}", []),
        ("title = {The “steppe}, year = {2001}", ["B121"]),
        ('title = {The "steppe}, year = {2001}, langid = {english}', ["B121"]),
        ('title = {Screens of 27"}, year = {2001}, langid = {english}', []),
        ("title = {A History of the Steppe}, year = {2001}, language = {Russian}", ["B122"]),
        ("title = {Istoriya stepi}, year = {2001}, langid = {russian}", []),
        ("title = {Die Steppe of the Ring}, year = {2001}, langid = {german}", ["B122"]),
        ("title = {Pays of Steppe}, year = {2001}, langid = {french}", []),
        ("title = {唐代吐蕃史}, year = {2001}, langid = {english}", ["B122"]),
        ("title = {تاریخ}, year = {2001}, langid = {turkish}", []),
        ("title = {Степь}, year = {2001}", ["B123"]),
        ("title = {Қазақ даласының тұрғыны}, year = {2001}", []),
        ("title = {Очерки. – Алматы: Наука, 1962. – 488 с.}, year = {1962}, langid = {russian}", ["B124"]),
        ("title = {Степь // Вестник. 2001}, year = {2001}, langid = {russian}", ["B124"]),
        ("title = {Letter}, year = {1330}", ["B125"]),
        ("title = {Letter}, year = {1330/1914}", []),
        ("title = {Letter}, year = {H. 1330}", []),
        ("title = {Letter}, year = {1330?}", []),
        ("title = {A}, year = {2001}, url = {https://a.b}, urldate = {29.11.2062}", ["B126"]),
        ("title = {A}, year = {2001}, url = {https://a.b}, urldate = {29.11.2026}", []),
        ("title = {A}, year = {2001}, doi = {10.5555/a..b}", ["B128"]),
        ("title = {A}, year = {2001}, doi = {10.5555/a.b.}", []),
    ],
)  # fmt: skip
def test_what_is_doubtful_in_a_work_is_told(fields: str, expected: list[str]) -> None:
    """By letters, small words, and calendars; what may be right is not."""
    assert codes(f"{WORK}, {fields}}}") == expected


def test_works_that_do_not_say_their_language_are_told_once() -> None:
    """With their number, at the first."""
    entries = "".join(f"@misc{{{key}, title = {{Степь {key}}}}}\n" for key in "abc")
    assert told(entries) == [
        "B123 1 works in Cyrillic or Arabic letters that do not say their language: 3; the first is “a”"
    ]


@rows(
    ("entry", "is_told"),
    [
        ("@book{k, title = {Roads}, publisher = {P}, year = {2001}}", True),
        ("@article{k, title = {Roads}, journal = {J}, volume = {1}, pages = {5--9}, year = {2001}}", True),
        ("@article{k, title = {Roads}, journal = {J}, year = {2001}}", False),
        ("@article{k, title = {R}, journal = {J}, date = {2001-05-06}, number = {7}, pages = {5--6}}", False),
        ("@book{k, title = {Roads}, institution = {Road Society}, year = {2001}}", False),
        ("@book{k, title = {Roads}, editor = {Orlova, A.}, publisher = {P}, year = {2001}}", False),
        ("@collection{k, title = {Roads}, publisher = {P}, year = {2001}}", False),
        ("@book{k, title = {R}, maintitle = {Steppe}, volume = {2}, publisher = {P}, year = {2001}}", False),
    ],
)  # fmt: skip
def test_a_work_by_nobody_is_asked_about(entry: str, *, is_told: bool) -> None:
    """As a hint: many rightly have nobody."""
    assert ("B127" in codes(entry)) is is_told


def test_a_day_of_reading_that_is_typed_is_not_missed() -> None:
    """One that nobody reads is told of where it stands."""
    assert codes("@online{k, author = {Hiro, D.}, title = {A}, url = {https://a.b}, urldate = {soon}}") == []
