"""Text boxes of Word are paragraphs of the text: pandoc leaves them out."""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.importing.draft import Draft
from sholu.importing.paper.reading import read_paper
from sholu.importing.paper.text_boxes import lifted

from tests.importing.test_fields import run, word_file

SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def box(inside: str) -> str:
    """Return a text box as Word writes it: twice."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent {SPACES}><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}'
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def paragraph(words: str) -> str:
    """Return a paragraph of some words."""
    return f"<w:p>{run(words)}</w:p>"


def test_a_box_is_put_behind_its_paragraph_once() -> None:
    """Also one that Word drew in the old way alone; one without words stays."""
    held = f"<w:txbxContent>{paragraph('Old.')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:textbox>{held}</v:textbox></w:pict></w:r>"
    text, count = lifted(
        f"<w:p>{run('A ')}{box(paragraph('In 1.') + paragraph('In 2.'))}{run('b.')}</w:p><w:p>{old}</w:p>"
    )
    assert count == 2
    assert text == (
        f"<w:p>{run('A ')}{box('')}{run('b.')}</w:p>{paragraph('In 1.')}{paragraph('In 2.')}"
        f"<w:p>{old.replace(paragraph('Old.'), '')}</w:p>{paragraph('Old.')}"
    )
    empty = f"<w:p>{box('<w:p/>')}</w:p>"
    assert lifted(empty) == (empty, 0)
    alone = box(run("No paragraph around it."))
    assert lifted(alone) == (alone, 0)


@pytest.mark.usefixtures("processes")
def test_text_in_boxes_and_elements_of_other_xml_is_read(tmp_path: Path) -> None:
    """It is told how many boxes there were."""

    def key(draft: Draft) -> str:
        return draft.key

    inside = f'{run("A ")}{box(paragraph("In the box."))}<w:customXml w:element="x">{run("b.")}</w:customXml>'
    paper = read_paper(word_file(tmp_path / "a.docx", inside), key)
    assert paper.markdown.strip().split("\n\n") == ["A b.", "In the box."]
    assert [count for what, count in paper.mended.items() if "text boxes" in what] == [1]


@pytest.mark.usefixtures("processes")
def test_links_that_programs_make_of_citations_are_their_words(tmp_path: Path) -> None:
    """As Zotero does in Google Docs: what is typed there is matched with the list; other links stay."""
    path = tmp_path / "a.md"
    path.write_text(
        "A [(Hiro, 2009)](https://www.zotero.org/google-docs/?AbC12x), [b](https://example.org).\n", "utf-8"
    )
    paper = read_paper(path, lambda draft: draft.key)
    assert paper.markdown.strip() == "A (Hiro, 2009), [b](https://example.org)."
