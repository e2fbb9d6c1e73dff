"""`crossref`, `xdata` and `entryset` hand on what biber hands on, over all levels."""

from __future__ import annotations

import rispy
from sholu.bibliography.bibtex import library_of
from sholu.bibliography.references import Kind, Reference
from sholu.citations.styles import style_of
from sholu.citations.text import plain
from sholu.exports import ris
from sholu.languages import language


def read(text: str, key: str) -> Reference:
    """Read an entry of a file that has no problem."""
    library, problems = library_of(text.encode(), "references.bib")
    assert problems == ()
    return library[key]


VOLUMES = """
@inbook{first, title = {Первоначала философии}, pages = {297--422}, crossref = {volume}}
@book{volume, volume = {1}, date = {1989}, crossref = {works}}
@mvbook{works, author = {Декарт, Рене}, title = {Сочинения}, subtitle = {в двух томах}, volumes = {2},
  date = {1989/1994}, publisher = {Мысль}, location = {М.}, langid = {russian}}
"""


def test_a_chapter_takes_over_from_the_whole_of_several_volumes() -> None:
    """Place, publisher and author come from two levels up, the date from the volume."""
    first = read(VOLUMES, "first")
    assert (first.container.original, first.place.original, first.publisher.original) == (
        "Сочинения",
        "М.",
        "Мысль",
    )
    assert (first.container_subtitle.original, first.volume) == ("в двух томах", "1")
    assert first.date is not None
    assert first.date.edtf == "1989"
    assert first.authors.original == first.host_authors.original


def test_a_volume_without_a_title_has_that_of_the_whole() -> None:
    """It is no entry without a title."""
    volume = read(VOLUMES, "volume")
    assert (volume.title.original, volume.subtitle.original, volume.volume) == (
        "Сочинения",
        "в двух томах",
        "1",
    )


def test_a_volume_with_a_title_keeps_that_of_the_whole_beside_it() -> None:
    """As `maintitle`."""
    book = read(VOLUMES.replace("volume = {1},", "volume = {1}, title = {Трактаты},"), "volume")
    assert (book.title.original, book.main_title.original) == ("Трактаты", "Сочинения")


def test_an_own_year_beats_a_date_of_the_parent() -> None:
    """Whatever the two fields are called."""
    part = read(
        "@incollection{a, title={A}, year={2012}, crossref={b}}\n@collection{b, title={B}, date={2004/..}}",
        "a",
    )
    assert part.date is not None
    assert part.date.edtf == "2012"


def test_who_translated_the_book_did_not_translate_the_chapter() -> None:
    """The two are told apart."""
    part = read(
        "@incollection{a, title={A}, translator={Own, Anna}, crossref={b}}\n"
        "@collection{b, title={B}, translator={Host, Helen}, editor={Ed, Eva}}",
        "a",
    )
    assert [one.family for one in part.translators.original] == ["Own"]
    assert [one.family for one in part.host_translators.original] == ["Host"]
    assert [one.family for one in part.editors.original] == ["Ed"]


def test_a_part_knows_how_many_pages_its_book_has() -> None:
    """As biber hands it on; no list prints it for the length of the part."""
    text = (
        "@incollection{a, title={A}, crossref={b}}\n"
        "@collection{b, title={B}, pagetotal={640}, langid={russian}}"
    )
    library, _ = library_of(text.encode(), "references.bib")
    assert library["a"].page_total == "640"
    entries = style_of("gost", library, language("ru"))
    assert "640" not in plain(entries.entry(library["a"]))
    assert "640\u00a0с." in plain(entries.entry(library["b"]))
    (record,) = rispy.loads(ris([library["a"]]))
    assert "start_page" not in record


def test_xdata_gives_its_fields_and_is_no_work() -> None:
    """Over several entries."""
    text = (
        "@book{a, title={A}, xdata={p, q}}\n@xdata{p, publisher={Мысль}}\n"
        "@xdata{q, xdata={r}}\n@xdata{r, location={М.}}"
    )
    library, problems = library_of(text.encode(), "references.bib")
    assert problems == ()
    assert list(library.references) == ["a"]
    assert (library["a"].publisher.original, library["a"].place.original) == ("Мысль", "М.")


def test_a_set_is_its_first_member() -> None:
    """One work with both keys, so that no letters part the set from what speaks for it."""
    text = "@set{S, entryset={a, b}, shorthand={A–B}}\n@book{a, title={A}, year=2000}\n@article{b, title={B}}"
    library, _ = library_of(text.encode(), "references.bib")
    assert list(library.references) == ["a", "b"]
    assert (library["a"].kind, library["a"].title.original) == (Kind.BOOK, "A")
    assert (library.key_of("S"), library["a"].shorthand.original) == ("a", "A–B")
    assert library.year_letters == {}


def test_a_set_without_its_members_has_no_title() -> None:
    """There is nothing that could be shown of it."""
    _, problems = library_of(b"@set{s, entryset={a, b}}", "references.bib")
    assert [problem.code for problem in problems if problem.is_error] == ["B020"]


def test_entries_that_name_each_other_end() -> None:
    """No book stands in itself."""
    library, _ = library_of(
        b"@inbook{a, title={A}, crossref={b}}\n@inbook{b, title={B}, crossref={a}}", "r.bib"
    )
    assert set(library.references) == {"a", "b"}
