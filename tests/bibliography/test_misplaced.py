"""What scholars put into the field that is free is read as what it is; facts of real works."""

from __future__ import annotations

import pytest
from sholu.bibliography.bibtex import library_of
from sholu.bibliography.misplaced import with_each_in_its_own
from sholu.review.listings import Listings

from tests.rows import rows

pytestmark = pytest.mark.pure


@rows(
    ("entry_type", "fields", "told"),
    [
        (
            "article",
            {"volume": "https://sites.lsa.umich.edu/a.pdf Accessed: 2017-08-27"},
            {"url": "https://sites.lsa.umich.edu/a.pdf", "urldate": "2017-08-27"},
        ),
        ("misc", {"publisher": r"\url{https://a.org/b}"}, {"url": "https://a.org/b"}),
        # The same address twice is one; another stays where it is.
        ("misc", {"publisher": "https://a.org", "url": "https://a.org"}, {"url": "https://a.org"}),
        (
            "misc",
            {"publisher": "https://b.org", "url": "https://a.org"},
            {"publisher": "https://b.org", "url": "https://a.org"},
        ),
        ("book", {"title": "UML Distilled (3rd Edition)"}, {"title": "UML Distilled", "edition": "3"}),
        (
            "book",
            {"publisher": "Addison-Wesley; 3 edition", "edition": "3rd"},
            {"publisher": "Addison-Wesley", "edition": "3rd"},
        ),
        ("book", {"title": "Water (2nd Congress)"}, {"title": "Water (2nd Congress)"}),
        ("book", {"pagetotal": "27-31. 58. 62. 75"}, {"pages": "27-31, 58, 62, 75"}),
        ("book", {"pagetotal": "xii, 320"}, {"pagetotal": "xii, 320"}),
        # Whoever edited is told by the list.
        ("book", {"editor": "Марценюк, В. М.", "note": "за заг. наук. ред."}, {"editor": "Марценюк, В. М."}),
        ("book", {"editor": "A, B", "note": "In Polish"}, {"editor": "A, B", "note": "In Polish"}),
        (
            "book",
            {"title": "Конституція України", "note": "станом на 1 жовтня 2017 р."},
            {"title": "Конституція України", "titleaddon": "станом на 1 жовтня 2017 р"},
        ),
        (
            "inproceedings",
            {"note": "21–22 листопада 2024 р., Кременчук"},
            {"eventdate": "21–22 листопада 2024 р.", "venue": "Кременчук"},
        ),
        (
            "inproceedings",
            {"note": "Kayseri, 24 August 2006"},
            {"eventdate": "24 August 2006", "venue": "Kayseri"},
        ),
        ("inproceedings", {"note": "Best paper, 2006"}, {"note": "Best paper, 2006"}),
        ("inproceedings", {"organization": "VI. Kimya Kongresi"}, {"booktitle": "VI. Kimya Kongresi"}),
        ("inproceedings", {"organization": "IEEE"}, {"organization": "IEEE"}),
        ("legislation", {"journaltitle": "OJ", "series": "L"}, {"journaltitle": "OJ L"}),
        (
            "online",
            {"author": "Kocaeli Üniversitesi {Fen Bilimleri Enstitüsü}"},
            {"author": "{Kocaeli Üniversitesi Fen Bilimleri Enstitüsü}"},
        ),
        ("book", {"author": "Jean {de La Fontaine}"}, {"author": "Jean {de La Fontaine}"}),
    ],
)
def test_each_stands_in_its_own_field(entry_type: str, fields: dict[str, str], told: dict[str, str]) -> None:
    """And what is none of this stays."""
    assert dict(with_each_in_its_own(entry_type, fields)) == told


def printed(entry: str) -> str:
    """Print an entry on a Russian page."""
    library, _ = library_of(entry.encode(), "a.bib")
    return Listings(library, {}, ("ru",)).of("ru").words("a")


@rows(
    ("entry", "line"),
    [
        (
            """@inproceedings{a, author = {Трофименко, О. Г.}, title = {Моделі}, year = {2024},
              booktitle = {Матеріали}, langid = {ukrainian},
              note = {21–22 листопада 2024 р., Кременчук}}""",
            "Трофименко О. Г. Моделі // Матеріали (Кременчук, 21–22 листопада 2024 р.). 2024.",
        ),
        # The year is that of the gazette.
        (
            """@legislation{a, title = {Treaty on the Functioning of the European Union}, date = {2012},
              journaltitle = {OJ}, series = {C}, volume = {326}, pages = {47}}""",
            "Treaty on the Functioning of the European Union // OJ C. 2012. Vol. 326. P. 47.",
        ),
        (
            """@book{a, author = {b. al-Ḥusain Bayhaqī (al-), Aḥmad}, title = {Dalāʾil al-nubūwaŧ},
              date = {1969}}""",
            "al-Bayhaqī A. b. al-Ḥ. Dalāʾil al-nubūwaŧ. 1969.",
        ),
    ],
)
def test_it_is_printed_as_a_bibliographer_would(entry: str, line: str) -> None:
    """Nothing is lost and nothing is called an editor's note."""
    assert printed(entry).replace("\u00a0", " ").replace("\u202f", " ") == line
