"""What the README promises of citations is what readers see."""

from __future__ import annotations

import re

import html5lib

from tests.conftest import ROOT, SmallSite

README = (ROOT / "README.md").read_text(encoding="utf-8")
OPTIONS = "citations: {kk: {style: gost, brackets: round}, ru: {style: gost, brackets: round}}"
# The English author of the first table's row writes his own words.
IN_ENGLISH = {"см.": "see", ", с. 12": ", p. 12"}


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table that begins with a heading."""
    table = README.split(heading, 1)[1].split("\n\n", 1)[0]
    lines = [line.strip().strip("|") for line in table.splitlines()[2:]]
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


def read(site: SmallSite, code: str, written: list[str]) -> list[str]:
    """Return what a page shows for each of what is written."""
    page = "# A page {#page}\n\n" + "\n\n".join(f"{number}: {one}" for number, one in enumerate(written))
    files: dict[str, str | bytes] = {f"docs/{each}/index.md": page for each in ("kk", "ru", "en")}
    bibliography = (ROOT / "references.bib").read_bytes()
    done, output, folder = site({**files, "references.bib": bibliography}, OPTIONS)
    assert done == 0, output
    path = folder / ("index.html" if code == "kk" else f"{code}/index.html")
    tree = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
    shown = ["".join(one.itertext()).replace("\u00a0", " ") for one in tree.iter("p")]
    return [one.partition(": ")[2].rstrip("¶") for one in shown if re.match(r"\d+: ", one)]


def test_the_first_table_shows_what_is_built(small_site: SmallSite) -> None:
    """To a Russian reader and to an English one."""
    table = rows("| in `docs/ru/literature.md` you write ")
    russian = [cells[0].strip("`") for cells in table]
    assert read(small_site, "ru", russian) == [cells[1] for cells in table]
    english = russian
    for own, theirs in IN_ENGLISH.items():
        english = [one.replace(own, theirs) for one in english]
    assert read(small_site, "en", english) == [cells[2] for cells in table]


def test_the_table_for_authors_shows_what_is_built(small_site: SmallSite) -> None:
    """For brackets and for the macro that stands beside them."""
    pairs = [
        (written, shown.replace("*", ""))
        for left, shown in rows("| you write | in this review it reads |")
        for written in re.findall(r"`([^`]+)`", left.partition("; braces hold")[0])
        if "hiro2009" in written and not shown.startswith("nothing")
    ]
    assert len(pairs) > 8
    assert read(small_site, "en", [written for written, _ in pairs]) == [shown for _, shown in pairs]
