"""What other programs read from our export is what they read from the original."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest
import rispy
from pybtex.database import Entry, parse_string
from sholu.bibliography.bibtex import library_of
from sholu.bibliography.library import Library
from sholu.bibliography.references import Reference
from sholu.exports import bibtex, csl_json, ris

from tests.rows import rows

# Real works, in the manner of the programs that exported them.
ORIGINAL = r"""
@book{hiro2009,
  title = {Inside {Central Asia}},
  author = {Hiro, Dilip},
  date = {2009},
  langid = {english},
}
@article{dadabaev2016,
  author = {Dadabaev, Timur},
  title = {Water politics and management of trans-boundary water resources in post-Soviet {Central Asia}},
  journal = {Communist and Post-Communist Studies},
  year = {2016}, volume = {49}, number = {2}, pages = {117--127}, langid = {english},
}
@book{freud2010,
  author = {Freud, Sigmund}, translator = {Strachey, James}, title = {The Interpretation of Dreams},
  publisher = {Basic Books}, address = {New York}, year = {2010}, origdate = {1900},
  origtitle = {Die Traumdeutung}, langid = {english},
}
@book{auezov,
  author = {Әуезов, Мұхтар}, title = {Абай жолы}, volumes = {4}, date = {1942/1956}, langid = {kazakh},
}
@inproceedings{vaswani2017,
  author = {Vaswani, Ashish and Shazeer, Noam and others}, title = {Attention Is All You Need},
  booktitle = {Advances in Neural Information Processing Systems}, volume = {30}, year = {2017},
  eprint = {1706.03762}, archiveprefix = {arXiv}, langid = {english},
}
@phdthesis{shannon1940,
  author = {Shannon, Claude Elwood}, title = {An Algebra for Theoretical Genetics},
  school = {Massachusetts Institute of Technology}, year = {1940}, type = {PhD thesis}, langid = {english},
}
@incollection{geertz1973,
  author = {Geertz, Clifford}, title = {Thick Description},
  subtitle = {Toward an Interpretive Theory of Culture}, booktitle = {The Interpretation of Cultures},
  publisher = {Basic Books}, address = {New York}, year = {1973}, pages = {3--30}, langid = {english},
}
@movie{kurosawa1954,
  editor = {Kurosawa, Akira}, editortype = {director}, title = {Seven Samurai}, year = {1954},
}
"""


def library() -> Library:
    """Read the original."""
    read, problems = library_of(ORIGINAL.encode(), "original.bib")
    assert problems == ()
    return read


# Names under which one thing may stand.
SAME = {
    "date": "year", "journaltitle": "journal", "location": "address", "school": "institution",
    "archiveprefix": "eprinttype", "language": "langid",
}  # fmt: skip


def told(entry: Entry) -> Mapping[str, str]:
    """Return what pybtex reads of an entry, each thing under one name."""
    fields = {SAME.get(name, name): value for name, value in entry.fields.items()}
    people = {role: " and ".join(map(str, persons)) for role, persons in entry.persons.items()}
    return fields | people


def compared() -> Iterator[tuple[str, str, str, str]]:
    """Yield each field of the original with what is read of it, and of the export."""
    original = parse_string(ORIGINAL, "bibtex").entries
    exported = parse_string(bibtex(library()), "bibtex").entries
    for key, entry in original.items():
        again = told(exported[key])
        for name, value in told(entry).items():
            yield key, name, value, again.get(name, "")


def test_pybtex_reads_from_the_export_what_it_reads_from_the_original() -> None:
    """In each field of each entry, the name of a language apart: we give its code there, too."""
    differing = [one for one in compared() if one[2] != one[3] and one[1] != "langid"]
    assert differing == []


@rows("key", ["hiro2009", "dadabaev2016", "vaswani2017", "geertz1973"])
def test_the_types_of_entries_stay(key: str) -> None:
    """And those of biblatex that other programs know."""
    exported = parse_string(bibtex(library()), "bibtex").entries
    assert exported[key].type == parse_string(ORIGINAL, "bibtex").entries[key].type


@rows(
    ("entry", "line"),
    [
        ("@newspaper{a, title={W}, journal={T}}", "entrysubtype    = {newspaper}"),
        ("@book{a, title={W}, publisher={Centre for Trade and Borders}}", "{{Centre for Trade and Borders}}"),
        (r'@article{a, title={Bewegte {K}{\"o}rper in {$n$} Teilen}}', "{Bewegte {Körper} in {n} Teilen}"),
        ("@book{b, title={B}} @book{a, title={A}, related={b}, relatedtype={reviewof}, relatedstring={On}}",
         "relatedstring   = {On}"),
        ("@thesis{a, title={Т}, type={phdthesis}, science={ист. наук}, langid={russian}}",
         "type            = {Candidate of Sciences thesis}"),
        ("@online{a, title={W}, booktitle={Encyclopedia}, url={https://example.org}}", "@online{a"),
    ],
)  # fmt: skip
def test_what_other_programs_ask_for_is_said(entry: str, line: str) -> None:
    """Pandoc parts publishers at “and”, tells newspapers by their subtype, and keeps capitals in braces."""
    read, problems = library_of(entry.encode(), "a.bib")
    assert problems == ()
    written = bibtex(read)
    assert line in written
    one, again = read["a"], library_of(written.encode(), "b.bib")[0]["a"]
    assert (again.kind, again.genre, again.publisher) == (one.kind, one.genre, one.publisher)


def test_csl_json_has_what_citeproc_needs() -> None:
    """Originals, volumes, directors, places of preprints, genres in words."""
    items = {item["id"]: item for item in json.loads(csl_json(library()))}
    assert items["freud2010"]["original-date"] == {"date-parts": [[1900]]}
    assert items["freud2010"]["original-title"] == "Die Traumdeutung"
    assert items["auezov"]["number-of-volumes"] == "4"
    assert (items["vaswani2017"]["archive"], items["vaswani2017"]["archive_location"]) == (
        "arXiv",
        "1706.03762",
    )
    assert items["shannon1940"]["genre"] == "PhD thesis"
    assert items["kurosawa1954"]["type"] == "motion_picture"
    assert items["kurosawa1954"]["director"] == [{"family": "Kurosawa", "given": "Akira"}]
    assert items["hiro2009"]["title"] == 'Inside <span class="nocase">Central Asia</span>'


def test_ris_has_what_zotero_and_endnote_need() -> None:
    """No code of ours stands in it."""
    records = {record["id"]: record for record in rispy.loads(ris(library()))}
    assert records["shannon1940"]["type_of_work"] == "PhD thesis"
    assert records["auezov"]["number_of_volumes"] == "4"
    assert records["freud2010"]["original_publication"] == "Die Traumdeutung, 1900"
    assert records["kurosawa1954"]["type_of_reference"] == "MPCT"


def test_emphasis_is_markup_where_a_format_has_it() -> None:
    """Commands in BibTeX, tags in CSL-JSON, plain words in RIS."""
    read, _ = library_of(rb"@book{a, title = {On \emph{Homo sapiens} and CO\textsubscript{2}}}", "a.bib")
    assert r"{On \textit{Homo sapiens} and CO\textsubscript{2}}" in bibtex(read)
    (item,) = json.loads(csl_json(read))
    assert item["title"] == "On <i>Homo sapiens</i> and CO<sub>2</sub>"
    assert "TI  - On Homo sapiens and CO2\n" in ris(read)


@rows(
    "entry",
    [
        "@patent{a, title = {Frame}, number = {U.S. Patent No. 123,445}, type = {patentus}, date = {1988}}",
        "@letter{a, title = {Письмо}, howpublished = {ЦГИА. Ф. 1. Оп. 2. Д. 3}, date = {1872}}",
        "@movie{a, title = {Степь}, director = {Бодров, С.}, date = {2005}}",
        "@book{a, title = {Степь}, author = {Иванов И. И. (гл. ред.)}, note = {375 с.}, date = {2005}}",
        "@online{a, title = {Степь}, author = {Tokayev, K. [@steppe]}, url = {https://example.org}}",
    ],
)
def test_what_was_typed_elsewhere_comes_back_from_its_own_field(entry: str) -> None:
    """Once, so that other programs read it, too; and as the same work."""
    work = library_of(entry.encode(), "original.bib")[0]["a"]
    written = bibtex.entry(work)
    assert len(parse_string(written, "bibtex").entries) == 1
    back = library_of(written.encode(), "export.bib")[0]["a"]
    names = [
        "authors",
        "editors",
        "editor_role",
        "number",
        "number_type",
        "medium",
        "archive",
        "archive_location",
        "page_total",
    ]
    assert [getattr(back, name) for name in names] == [getattr(work, name) for name in names]


def test_what_we_export_is_read_again_without_a_word() -> None:
    """No field stands twice, and a site is not told as what a work is."""
    text = """
    @thesis{broglie1924, author={de Broglie, Louis}, title={Recherches sur la théorie des quanta},
      type={phdthesis}, institution={Université de Paris}, year={1924}, langid={french}}
    @misc{post, author={Kim, A.}, title={On lakes}, howpublished={Facebook}, url={https://example.org/a}}
    """
    original, _ = library_of(text.encode(), "original.bib")
    written = bibtex.file(bibtex.entry(work) for work in original)
    again, problems = library_of(written.encode(), "exported.bib")
    assert problems == ()
    assert [(one.container, one.medium, one.kept) for one in again] == [
        (one.container, one.medium, one.kept) for one in original
    ]


def test_an_initial_of_two_letters_and_an_album_come_back() -> None:
    r"""`{\relax Yu}rii` is Yu., and the album of a song stands in the field that other programs know."""
    source = r"@music{a, author = {{\relax Yu}rii Ivanov}, title = {Made-up song}, booktitle = {Songs}}"
    library, _ = library_of(source.encode(), "a.bib")
    written = bibtex([library["a"]])
    assert "booktitle" in written
    again, _ = library_of(written.encode(), "a.bib")
    assert again["a"].authors == library["a"].authors
    assert again["a"].authors.original[0].initials == ("Yu.",)


def test_what_only_our_reader_knows_comes_back() -> None:
    """How «пер.» calls a person; when a patent was filed, and under which number."""
    written = """
@book{hegel, title = {Эстетика}, translator = {М. И. Левина and А. А. Холодовича and Ким, А.}, year = {1991}}
@patent{radio, title = {Устройство}, number = {2187888}, application = {2000131736/09},
  eventdate = {2000-12-18}, date = {2002-08-20}, issue = {23}, langid = {russian}}
"""
    read, _ = library_of(written.encode(), "original.bib")
    again, problems = library_of("".join(map(bibtex.entry, read)).encode(), "exported.bib")
    assert problems == ()
    assert [one.genitive for one in again["hegel"].translators.original] == ["Левина", "Холодовича", ""]
    radio = again["radio"]
    assert (radio.application, radio.issue, radio.event_date) == (
        "2000131736/09",
        "23",
        read["radio"].event_date,
    )


def test_a_post_of_a_blog_stays_one() -> None:
    """Zotero has a type of its own for it."""
    written = """@online{a, title = {Water}, type = {Blog}, titleaddon = {Sci-Ed}, date = {2018-09-15},
  url = {https://example.org/}}"""
    read, _ = library_of(written.encode(), "original.bib")
    again, problems = library_of("".join(map(bibtex.entry, read)).encode(), "exported.bib")
    assert problems == ()
    assert (again["a"].genre, again["a"].container.original, again["a"].date) == (
        "blog",
        "Sci-Ed",
        read["a"].date,
    )
    assert json.loads(csl_json(read))[0]["type"] == "post-weblog"


def test_a_question_in_a_title_wants_no_colon_and_an_encyclopedia_has_entries() -> None:
    """As pandoc writes both of the file itself."""
    library, _ = library_of(
        b"""@book{a, title = {What Mad Pursuit?}, subtitle = {A Personal View}, year = 1988}
@inreference{b, title = {Water}, booktitle = {Why Us?}, booksubtitle = {A Guide}, year = 2001}""",
        "a.bib",
    )
    first, second = json.loads(csl_json(library))
    assert first["title"] == "What Mad Pursuit? A Personal View"
    assert (second["type"], second["container-title"]) == ("entry-encyclopedia", "Why Us? A Guide")
    assert "TI  - What Mad Pursuit? A Personal View\n" in ris(library)
    assert "TY  - ENCYC\n" in ris(library)
    assert "T2  - Why Us? A Guide\n" in ris(library)


# What a program wrote into fields that we understand and others do not; facts of real works.
AS_PROGRAMS_WRITE = r"""
@article{chen1956,
  author = {Ch'en, Kenneth}, title = {The Economic Background of the Hui-ch'ang Suppression of Buddhism},
  journal = {Harvard Journal of Asiatic Studies}, year = {1956}, volume = {19}, number = {1/2},
  pages = {67--105}, note = {Publisher: Harvard-Yenching Institute},
}
@article{steppe, author = {Kim, A.}, title = {Steppe}, journal = {Water}, year = {1998}, volume = {17},
  number = {1}, issue = {35}, annotation = {On \emph{Stipa}.}}
@book{clauson1972,
  author = {Clauson, Gerard}, title = {An Etymological Dictionary of Pre-Thirteenth-Century {Turkish}},
  address = {Oxford}, publisher = {Clarendon Press}, year = {1972}, pages = {xlviii + 988},
  langid = {english},
}
@mvbook{assis2008,
  author = {{Machado de Assis}}, title = {Obra completa em quatro volumes}, editor = {Leite, Aluizio},
  editortype = {organizer}, volumes = {4}, publisher = {Nova Fronteira}, year = {2008}, langid = {portuguese},
}
@booklet{prospectus, title = {Prospectus}, year = {1910}, note = {In Polish.}, langid = {english}}
@report{survey, author = {Kim, A.}, title = {Rivers}, type = {resreport}, institution = {Bank}, year = {1999}}
"""


def as_exported(form: Callable[[Iterable[Reference]], str]) -> str:
    """Write what programs have written."""
    read, problems = library_of(AS_PROGRAMS_WRITE.encode(), "original.bib")
    assert [one for one in problems if one.is_error] == []
    return form(read)


@pytest.mark.parametrize(
    "written",
    [
        "note            = {Publisher: Harvard-Yenching Institute},",
        "publisher       = {Harvard-Yenching Institute},",
        "issue           = {35},",
        r"annotation      = {On \textit{Stipa}.},",
        "pages           = {xlviii + 988},",
        "pagetotal       = {xlviii, 988},",
    ],
)
def test_bibtex_has_what_other_programs_read_in_the_original(written: str) -> None:
    """And what we understand of it."""
    assert f"  {written}\n" in as_exported(bibtex)


def test_what_is_kept_for_other_programs_changes_nothing_for_us() -> None:
    """A work has as many pages and the same publisher when its export is read again."""
    first, _ = library_of(AS_PROGRAMS_WRITE.encode(), "original.bib")
    again, _ = library_of(as_exported(bibtex).encode(), "original.bib")
    assert [(one.page_total, one.pages, one.publisher, one.note, one.kept) for one in again] == [
        (one.page_total, one.pages, one.publisher, one.note, one.kept) for one in first
    ]


def test_csl_json_says_more_of_what_was_read() -> None:
    """Both numbers of an issue, remarks with their emphasis, who put a book together, sorts of works."""
    items = {item["id"]: item for item in json.loads(as_exported(csl_json))}
    assert items["steppe"]["issue"] == "1, 35"
    assert items["steppe"]["annote"] == "On <i>Stipa</i>."
    assert items["assis2008"]["editor"] == [{"family": "Leite", "given": "Aluizio"}]
    assert (items["prospectus"]["type"], items["prospectus"]["note"]) == ("pamphlet", "In Polish.")
    assert items["survey"]["genre"] == "research report"
    assert "IS  - 1, 35\n" in as_exported(ris)


@rows(
    ("language", "tag"),
    [
        ("langid = {american}", "en-US"),
        ("langid = {english}, language = {en-GB}", "en-GB"),
        ("langid = {english}, langidopts = {variant=british}", "en-GB"),
        ("langid = {nswissgerman}", "de-CH"),
        ("language = {pt_BR}", "pt-BR"),
        ("language = {zh-hans}", "zh-Hans"),
        # What tells no country gets none.
        ("langid = {english}", "en"),
        ("language = {uk}", "uk"),
        ("langid = {german}, language = {en-US}", "de"),
    ],
)
def test_the_country_of_a_language_stays(language: str, tag: str) -> None:
    """Styles spell by it, and other programs read it from the original."""
    read, _ = library_of(f"@book{{a, author={{Roe, J.}}, title={{Water}}, {language}}}".encode(), "a.bib")
    assert json.loads(csl_json(read))[0]["language"] == tag
    assert rispy.loads(ris(read))[0]["language"] == tag
    assert f"language        = {{{tag}}}" in bibtex(read)


def test_notes_of_acts_and_of_programs_are_passed_on_to_csl() -> None:
    """As they stand in the file; an event has the name that each version of CSL gives it."""
    law = "@legislation{a, title={О гражданстве}, note={с изм. и доп.}, langid={russian}}"
    noted = "@article{b, title={W}, journal={J}, note={Publisher: Belin}}"
    talk = "@inproceedings{c, title={W}, booktitle={J}, eventtitle={Meeting}}"
    items = {
        item["id"]: item
        for item in json.loads(csl_json(library_of(f"{law}\n{noted}\n{talk}".encode(), "a.bib")[0]))
    }
    assert (items["a"]["note"], items["b"]["note"]) == ("с изм. и доп.", "Publisher: Belin")
    assert items["c"]["event"] == items["c"]["event-title"] == "Meeting"


def test_the_issue_of_an_article_with_a_number_of_its_own_is_told_once() -> None:
    """As the American Physical Society exports it."""
    typed = "@article{a, title={W}, journal={J}, volume={71}, issue={1}, number={011602}}"
    (item,) = json.loads(csl_json(library_of(typed.encode(), "a.bib")[0]))
    assert (item["issue"], item["page"]) == ("1", "011602")


def test_a_tie_before_a_publisher_is_no_part_of_it() -> None:
    """Templates of dissertations in Russian have it: {М.:~Наука}."""
    (item,) = json.loads(
        csl_json(library_of("@book{a, title={В}, publisher={М.:~Наука}}".encode(), "a.bib")[0])
    )
    assert (item["publisher"], item["publisher-place"]) == ("Наука", "М.")


def test_what_readers_are_not_told_comes_back() -> None:
    """Each binding's ISBN, a single volume, and where CSL looks for it, how many pages a book has."""
    source = b"""@mvbook{a, title = {Output-based Aid}, year = {2010}, pages = {xix + 198}, volumes = {1},
      isbn = {978-0-8213-8188-5 978-0-8213-8189-2}}"""
    read, _ = library_of(source, "a.bib")
    assert (read["a"].isbn, read["a"].volumes) == ("978-0-8213-8188-5", "")
    (item,) = json.loads(csl_json(read))
    assert item["ISBN"] == "978-0-8213-8188-5 978-0-8213-8189-2"
    assert (item["number-of-volumes"], item["page"]) == ("1", "xix + 198")
    assert "NV  - 1\n" in ris(read)
    written = bibtex(read)
    assert written.count("isbn ") == 1
    assert "{978-0-8213-8188-5 978-0-8213-8189-2}" in written
    again, _ = library_of(written.encode(), "a.bib")
    assert again["a"].kept == read["a"].kept


@rows(
    ("typed", "form", "told"),
    [
        (
            "@article{a, title={W}, journal={arXiv preprint arXiv:1409.1556}, year={2014}}",
            ("article", "article-journal", "JOUR"),
            ("arXiv preprint arXiv:1409.1556", "", ""),
        ),
        (
            "@article{a, title={W}, journal={CoRR}, volume={abs/1508.06576}, year={2015}}",
            ("article", "article-journal", "JOUR"),
            ("CoRR", "abs/1508.06576", ""),
        ),
        (
            "@misc{a, title={Ashcroft v. Iqbal}, journal={U.S.}, volume={556}, pages={662}, year={2009}}",
            ("jurisdiction", "legal_case", "CASE"),
            ("U.S.", "556", "662"),
        ),
    ],
)
def test_a_journal_that_we_read_as_a_number_is_one_to_others(
    typed: str, form: tuple[str, str, str], told: tuple[str, str, str]
) -> None:
    """The archive of a preprint, the report of a decision; and we read the export as we read the entry."""
    read, _ = library_of(typed.encode(), "a.bib")
    assert read["a"].container.original == ""
    (item,), (record,) = json.loads(csl_json(read)), rispy.loads(ris(read))
    entry = parse_string(bibtex(read), "bibtex").entries["a"]
    assert (entry.type, item["type"], record["type_of_reference"]) == form
    assert tuple(entry.fields.get(name, "") for name in ("journal", "volume", "pages")) == told
    assert tuple(item.get(name, "") for name in ("container-title", "volume", "page")) == told
    assert tuple(record.get(name, "") for name in ("secondary_title", "volume", "start_page")) == told
    again, _ = library_of(bibtex(read).encode(), "a.bib")
    assert again["a"].kept == read["a"].kept
    assert (again["a"].eprint, again["a"].citation) == (read["a"].eprint, read["a"].citation)


def test_a_volume_of_a_work_in_a_series_stays_one() -> None:
    """In BibTeX's manner, without a date, it would be the number of the book in that series."""
    typed = b"@book{a, title={Works}, series={Library}, volume={5}, date={2001}}"
    read, _ = library_of(typed, "a.bib")
    again, _ = library_of(bibtex(read).encode(), "a.bib")
    assert [(one["a"].volume, one["a"].series_number) for one in (read, again)] == [("5", ""), ("5", "")]


def test_emphasis_in_a_remark_stays_in_csl() -> None:
    """As in a title."""
    typed = rb"@book{a, title={Savoie}, note={Avant-propos. \textsuperscript{***}}}"
    assert json.loads(csl_json(library_of(typed, "a.bib")[0]))[0]["note"] == "Avant-propos. <sup>***</sup>"
