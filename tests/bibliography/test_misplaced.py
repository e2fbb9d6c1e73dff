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
            {"title": "Конституція України", "titleaddon": "станом на 1 жовтня 2017 р."},
        ),
        ("legislation", {"note": "с изм. на 01.01.2024"}, {"note": "с изм. на 01.01.2024"}),
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
        # What Google Scholar takes for a journal, where R says where it is read, two places of a catalogue.
        (
            "article",
            {"journal": "Obtenido de http://siar. minam. gob. pe/puno/1522. pdf"},
            {"url": "http://siar.minam.gob.pe/puno/1522.pdf"},
        ),
        ("article", {"pages": "URL http://www.R--project.org/."}, {"url": "http://www.R-project.org/"}),
        ("article", {"journal": "Journal of Available Means"}, {"journal": "Journal of Available Means"}),
        ("book", {"address": "Bex (Suisse)] [Paris"}, {"address": "Bex (Suisse) and Paris"}),
        ("book", {"address": "[Paris]"}, {"address": "[Paris]"}),
        (
            "misc",
            {"note": "Software available from https://a.org/b", "url": "https://a.org/b"},
            {"url": "https://a.org/b"},
        ),
        (
            "misc",
            {"note": "Software available from https://a.org/b", "url": "https://a.org"},
            {"note": "Software available from https://a.org/b", "url": "https://a.org"},
        ),
        # A gazette, and where in it.
        ("misc", {"howpublished": "BGBl. I Nr. 66/2004"}, {"journaltitle": "BGBl. I Nr. 66/2004"}),
        (
            "misc",
            {"howpublished": "Собрание законодательства РФ. 1997. № 12--13. Ст. 202", "year": "1997"},
            {
                "journaltitle": "Собрание законодательства РФ",
                "issue": "12--13",
                "pages": "Ст. 202",
                "year": "1997",
            },
        ),
        (
            "misc",
            {"howpublished": "Official Journal of a club"},
            {"howpublished": "Official Journal of a club"},
        ),
        ("booklet", {"howpublished": "British Museum"}, {"publisher": "British Museum"}),
        ("booklet", {"howpublished": "Distributed in Rome"}, {"howpublished": "Distributed in Rome"}),
        ("online", {"title": "The steppe", "journal": "The Steppe"}, {"title": "The steppe"}),
        (
            "article",
            {"title": "The steppe", "journal": "The Steppe"},
            {"title": "The steppe", "journal": "The Steppe"},
        ),
        ("book", {"author": "Jean {de La Fontaine}"}, {"author": "Jean {de La Fontaine}"}),
    ],
)
def test_each_stands_in_its_own_field(entry_type: str, fields: dict[str, str], told: dict[str, str]) -> None:
    """And what is none of this stays."""
    assert dict(with_each_in_its_own(entry_type, fields)) == told


def printed(entry: str, code: str = "ru") -> str:
    """Print an entry on a page of a language, Russian if none is told."""
    library, _ = library_of(entry.encode(), "a.bib")
    return Listings(library, {}, (code,)).of(code).words("a")


@rows(
    ("entry", "line"),
    [
        (
            """@inproceedings{a, author = {Трофименко, О. Г.}, title = {Моделі}, year = {2024},
              booktitle = {Матеріали}, langid = {ukrainian},
              note = {21–22 листопада 2024 р., Кременчук}}""",
            "Трофименко О. Г. Моделі // Матеріали (Кременчук, 21–22 листопада 2024 р.). 2024.",
        ),
        (
            """@misc{a, title = {Gleichbehandlungsgesetz}, year = {2004}, langid = {german},
              howpublished = {BGBl. I Nr. 66/2004}}""",
            "Gleichbehandlungsgesetz // BGBl. I Nr. 66/2004. 2004.",
        ),
        # The number of a regulation has its year within.
        (
            """@legislation{a, title = {Regulation (EU) 2016/679 of the European Parliament}, date = {2016},
              number = {2016/679}, journaltitle = {OJ}, series = {L}, volume = {119}, pages = {1}}""",
            "Regulation (EU) 2016/679 of the European Parliament // OJ L. 2016. Vol. 119. P. 1.",
        ),
        (
            """@phdthesis{a, author = {Müller, Hans}, title = {Die Steppe}, year = {1999}, langid = {german},
              school = {Universität Leipzig}, type = {Habilitationsschrift}}""",
            "Müller H. Die Steppe : Habilitationsschrift. Universität Leipzig, 1999.",
        ),
        (
            """@book{a, author = {Johann Sebastian}, title = {Notes}, pages = {VIII--86}, date = {1971}}""",
            "Sebastian J. Notes. 1971. VIII, 86 p.",
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


@rows(
    ("entry", "line"),
    [
        # Leaflets are known by their number; that of one in a series is the series'.
        (
            """@booklet{a, author = {{British Museum}}, title = {Guide}, number = {12}, date = {1975}}""",
            "British Museum. (1975). Guide (No. 12).",
        ),
        (
            """@booklet{a, author = {{British Museum}}, title = {Guide}, series = {Guides}, number = {12},
              date = {1975}}""",
            "British Museum. (1975). Guide.",
        ),
        # A title that has the number says it once.
        (
            """@legislation{a, title = {Regulation (EU) 2016/679}, number = {2016/679},
              date = {2016-04-27}}""",
            "Regulation (EU) 2016/679 (2016).",
        ),
        (
            """@legislation{a, title = {Regulation on personal data}, number = {2016/679},
              date = {2016-04-27}}""",
            "Regulation on personal data, No. 2016/679 (2016).",
        ),
    ],
)
def test_a_number_is_told_once_in_apa(entry: str, line: str) -> None:
    """And it is not lost."""
    assert printed(entry, "en").replace("\u00a0", " ").replace("\u202f", " ") == line
