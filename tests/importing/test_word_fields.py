"""Fields of Word and what programs of references keep in them, without Word and without pandoc."""

from __future__ import annotations

import json
from html import unescape

import pytest
from sholu.importing.paper.programs import Programs
from sholu.importing.paper.word_fields import fields_in

from tests.importing.test_fields import field, run

SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (SIGN.format(one) for one in ("begin", "separate", "end"))


def told(words: str) -> str:
    """Return a part of an instruction."""
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("text", "instructions"),
    [
        (field("PAGE"), ["PAGE"]),
        (field("A &amp; B", cut=3), ["A &amp; B"]),
        # What shows nothing is no field that another could take the place of.
        (f"{BEGIN}{told('XE river')}{END}", []),
        (f"{BEGIN}{told('XE river')}{END}{field('PAGE')}", ["PAGE"]),
        # What a field shows, and signs that nothing opened, are no instruction.
        (f"{BEGIN}{told('REF')}{SEPARATE}{told('shown')}{SEPARATE}{END}", ["REF"]),
        (f"{SEPARATE}{told('lost')}{END}{field('PAGE')}", ["PAGE"]),
        # One in the instruction of another belongs to it; one behind it is its own.
        (f"{BEGIN}{told('IF ')}{field('PAGE')}{told('= 1')}{SEPARATE}{run('x')}{END}", ["IF = 1"]),
        (field("PAGE") + field("DATE"), ["PAGE", "DATE"]),
    ],
)
def test_fields_are_found_with_their_instructions(text: str, instructions: list[str]) -> None:
    """Each from its first sign to its second."""
    assert [one.instruction for one in fields_in(text)] == instructions


def endnote(inner: str) -> str:
    """Return a field of EndNote with a citation."""
    return field(f" ADDIN EN.CITE <EndNote><Cite>{inner}</Cite></EndNote>")


RECORD = (
    "<record><ref-type name='Book'>6</ref-type><contributors><authors><author>Hiro, D.</author></authors>"
    "</contributors><titles><title>Inside Central Asia</title></titles><dates><year>2009</year></dates>"
    "</record>"
)


def test_a_citation_of_endnote_is_written_as_one_that_pandoc_reads() -> None:
    """Its work by its record, with the pages and the words around."""
    programs = Programs({})
    made = programs.rewritten({"a": endnote(f"<Pages>12-14</Pages><Prefix>see </Prefix>{RECORD}")})["a"]
    (instruction,) = (one.instruction for one in fields_in(made))
    (item,) = json.loads(unescape(instruction).partition("CSL_CITATION")[2])["citationItems"]
    assert (item["locator"], item["label"], item["prefix"].strip()) == ("12-14", "page", "see")
    (work,) = programs.works.values()
    assert work.fields["title"] == "Inside Central Asia"


def test_a_citation_of_endnote_without_its_record_is_the_text_that_it_shows() -> None:
    """Nothing says which work it is."""
    programs = Programs({})
    made = programs.rewritten({"a": endnote("<Author>Hiro</Author><Year>2009</Year>")})["a"]
    assert [one.instruction.strip() for one in fields_in(made)] == ["QUOTE"]
    assert "(Shown)" in made
    assert programs.works == {}
