"""What machines read in the head of a page, read by the parsers of others."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from lxml import html
from rdflib import Graph
from rdflib.namespace import SDO
from sholu.bibliography.references import Kind, Reference, Versions
from sholu.publication.head import HeadWriter
from sholu.publication.works import Publication, PublishedPage

Files = dict[str, str | bytes]
Build = Callable[..., tuple[int, str, Path]]
ADDRESS = "https://example.org/waters/"
BASES = {"ru": ADDRESS, "en": f"{ADDRESS}en/"}
TITLES = {"ru": 'Реки & "озёра"', "en": 'Rivers & "lakes"'}
NAMES = {"ru": 'Воды: <обзор> & 6" споры', "en": 'Waters: a <review> & 6" quarrels'}


def page_of(site: Path, code: str, name: str = "rivers") -> str:
    """Return the HTML of a page."""
    return (site / ("" if code == "ru" else code) / name / "index.html").read_text(encoding="utf-8")


def named(page: str, prefix: str) -> dict[str, list[str]]:
    """Return the `<meta name=…>` of a page as lxml reads them."""
    found: dict[str, list[str]] = {}
    for tag in html.document_fromstring(page).iterfind(".//head/meta[@name]"):
        if tag.get("name").startswith(prefix):
            found.setdefault(tag.get("name"), []).append(tag.get("content"))
    return found


def links(page: str) -> dict[str, list[tuple[str, str]]]:
    """Return the typed links of a page: relation to addresses with their media types."""
    found: dict[str, list[tuple[str, str]]] = {}
    for link in html.document_fromstring(page).iterfind(".//head/link"):
        for relation in link.get("rel").split():
            found.setdefault(relation, []).append((link.get("href"), link.get("type", "")))
    return found


def read(page: str, syntax: str) -> Any:
    """Read a page with extruct, which asks no network for that."""
    # Imported here: each worker collects all tests, and one needs it.
    import extruct  # noqa: PLC0415

    (thing,) = extruct.extract(page, base_url=ADDRESS, syntaxes=[syntax])[syntax]
    return thing


# ---------------------------------------------------------------- Highwire Press, Google Scholar


@pytest.mark.parametrize("code", ["ru", "en"])
def test_google_scholar_finds_what_it_asks_for(site: Path, code: str) -> None:
    """One tag for each author, the family name first; the date with slashes."""
    tags = named(page_of(site, code), "citation_")
    address = f"{BASES[code]}rivers/"
    institute = {"ru": "Институт вод", "en": "Water Institute"}[code]
    expected = {
        "citation_title": [TITLES[code]],
        "citation_author": ["Orlova, Anna", institute],
        "citation_author_institution": {
            "ru": ["Университет степи", "Академия вод"],
            "en": ["Steppe University", "Academy of Waters"],
        }[code],
        "citation_author_orcid": ["https://orcid.org/0000-0002-1825-0097"],
        "citation_publication_date": ["2024/05/06"],
        "citation_inbook_title": [NAMES[code]],
        "citation_language": [code],
        "citation_keywords": {"ru": ["вода", "границы"], "en": ["water", "borders"]}[code],
        "citation_public_url": [address],
        "citation_fulltext_html_url": [address],
        "citation_abstract_html_url": [BASES[code]],
    }
    assert {name: values for name, values in tags.items() if name != "citation_reference"} == expected


def test_each_cited_work_has_a_reference_with_its_parts(site: Path) -> None:
    """A semicolon in a title does not part it."""
    references = named(page_of(site, "en"), "citation_reference")["citation_reference"]
    assert len(references) == 4
    parts = [tuple(part.split("=", 1)) for part in references[3].split("; ")]
    assert parts == [
        ("citation_title", 'Water, and 6" borders </script>'),
        ("citation_author", "Smith, Jane A."),
        ("citation_author", "Kim, Bo"),
        ("citation_publication_date", "2018"),
        ("citation_journal_title", "Regional Studies"),
        ("citation_volume", "12"),
        ("citation_issue", "3"),
        ("citation_firstpage", "45"),
        ("citation_lastpage", "60"),
        ("citation_doi", "10.5555/12345678"),
    ]


def test_no_pdf_is_named_where_none_is_built(site: Path) -> None:
    """Google Scholar would drop the page."""
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    assert any("citation_title" in page for page in pages)
    assert not any("citation_pdf_url" in page for page in pages)


def test_a_pdf_that_is_built_is_named_to_scholars_and_machines() -> None:
    """To Google Scholar by an absolute address alone."""
    review = Reference("r", Kind.ONLINE, "en", title=Versions("Waters"), container=Versions("Waters"))
    writer = HeadWriter(Publication(review))
    pdf = "https://example.org/en/waters.pdf"
    page = PublishedPage("en", "rivers", "Rivers", address="https://example.org/en/rivers/", pdf=pdf)
    head = f"<html><head>{writer.head(page, review, 'Waters', '')}</head></html>"
    assert named(head, "citation_pdf_url") == {"citation_pdf_url": [pdf]}
    assert (pdf, "application/pdf") in links(head)["item"]
    assert schema(head)["encoding"][0]["contentUrl"] == pdf
    page = PublishedPage("en", "rivers", "Rivers", pdf="../waters.pdf")
    assert "citation_pdf_url" not in writer.head(page, review, "Waters", "")


def test_the_first_page_stands_for_the_review(site: Path) -> None:
    """Under its own title, in no other work."""
    tags = named(page_of(site, "en", ""), "citation_")
    assert tags["citation_title"] == [NAMES["en"]]
    assert "citation_inbook_title" not in tags


# ---------------------------------------------------------------- Dublin Core and Open Graph


@pytest.mark.parametrize("code", ["ru", "en"])
def test_dublin_core_is_read_with_its_schemas(site: Path, code: str) -> None:
    """Extruct resolves the prefixes by the links beside them."""
    found = read(page_of(site, code), "dublincore")
    assert found["namespaces"] == {
        "DC": "http://purl.org/dc/elements/1.1/",
        "DCTERMS": "http://purl.org/dc/terms/",
    }
    # It takes `<link rel="license">` for a term too, which has an address in place of words.
    tags = (*found["elements"], *found["terms"])
    said = [(one["URI"], one["content"]) for one in tags if "content" in one]
    assert ("http://purl.org/dc/elements/1.1/title", TITLES[code]) in said
    assert ("http://purl.org/dc/elements/1.1/language", code) in said
    assert ("http://purl.org/dc/elements/1.1/source", "Serik, Ali. Rivers; and </script> lakes") in said
    assert ("http://purl.org/dc/terms/issued", "2024-05-06") in said
    assert sum(address.endswith("/creator") for address, _ in said) == 2


@pytest.mark.parametrize(("code", "locale", "other"), [("ru", "ru_RU", "en_US"), ("en", "en_US", "ru_RU")])
def test_a_shared_link_shows_the_page_and_a_picture(site: Path, code: str, locale: str, other: str) -> None:
    """The picture is that of the language, and it is there."""
    found = read(page_of(site, code), "opengraph")
    said = dict(found["properties"])
    assert said["og:title"] == TITLES[code]
    assert said["og:type"] == "article"
    assert said["og:url"] == f"{BASES[code]}rivers/"
    assert said["og:site_name"] == {"ru": "Воды", "en": "Waters"}[code]
    assert (said["og:locale"], said["og:locale:alternate"]) == (locale, other)
    assert said["og:image"].startswith(ADDRESS)
    picture = site / said["og:image"].removeprefix(ADDRESS)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert said["og:image:alt"]
    assert named(page_of(site, code), "twitter:") == {"twitter:card": ["summary_large_image"]}


# ---------------------------------------------------------------- schema.org


def schema(page: str) -> Mapping[str, Any]:
    """Return the JSON-LD of a page as extruct finds it."""
    thing: Mapping[str, Any] = read(page, "json-ld")
    return thing


def test_a_page_is_a_scholarly_article_of_schema_org(site: Path) -> None:
    """With its authors, licence, what it restates, translates, belongs to and cites."""
    thing = schema(page_of(site, "en"))
    assert thing["@type"] == "ScholarlyArticle"
    assert (thing["name"], thing["inLanguage"]) == (TITLES["en"], "en")
    assert [one["name"] for one in thing["author"]] == ["Anna Orlova", "Water Institute"]
    assert thing["author"][0]["@id"] == "https://orcid.org/0000-0002-1825-0097"
    assert thing["author"][1]["url"] == f"{ADDRESS}en/about/"
    assert thing["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert thing["isPartOf"]["name"] == NAMES["en"]
    assert [one["name"] for one in thing["isBasedOn"]] == ["Rivers; and </script> lakes"]
    assert thing["translationOfWork"]["@id"] == f"{ADDRESS}rivers/"
    types = {one["name"]: one["@type"] for one in thing["citation"]}
    assert types == {
        'Water; and 6" borders </script>': "ScholarlyArticle",
        "Торговые пути": "Chapter",
        "Рынки": "Thesis",
        "О рекламе": "Legislation",
    }


def test_the_original_names_its_translations(site: Path) -> None:
    """And no text that it would be a translation of."""
    thing = schema(page_of(site, "ru"))
    assert "translationOfWork" not in thing
    assert [(one["inLanguage"], one["url"]) for one in thing["workTranslation"]] == [
        ("en", f"{ADDRESS}en/rivers/")
    ]


def test_every_name_in_it_is_a_term_of_schema_org(site: Path) -> None:
    """Rdflib reads the graph; its table of the vocabulary knows each type and property."""
    for code in ("ru", "en"):
        for name in ("", "rivers", "about"):
            thing = {**schema(page_of(site, code, name)), "@context": {"@vocab": str(SDO)}}
            graph = Graph().parse(data=json.dumps(thing), format="json-ld")
            used = {*graph.predicates(), *graph.objects(predicate=None)}
            terms = {str(term).removeprefix(str(SDO)) for term in used if str(term).startswith(str(SDO))}
            assert len(terms) > 8
            assert [term for term in sorted(terms) if term not in SDO] == []


def test_no_title_ends_the_script(site: Path) -> None:
    """The signs of HTML are escapes of JSON in it."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page_of(site, "en"), re.DOTALL)
    assert found
    assert not set("<>&") & set(found[1])
    assert json.loads(found[1])["citation"][3]["name"] == 'Water; and 6" borders </script>'


# ---------------------------------------------------------------- FAIR Signposting


@pytest.mark.parametrize("code", ["ru", "en"])
def test_typed_links_lead_to_what_is_there(site: Path, code: str) -> None:
    """Authors, the address to cite, licence, type; the record and the content as files of the site."""
    found = links(page_of(site, code))
    folder = site / ("" if code == "ru" else code) / "rivers"
    assert found["author"] == [
        ("https://orcid.org/0000-0002-1825-0097", ""),
        (f"{BASES[code]}about/", ""),
    ]
    assert found["cite-as"] == [(f"{BASES[code]}rivers/", "")]
    assert found["license"] == [("https://creativecommons.org/licenses/by-sa/4.0/", "")]
    assert ("https://schema.org/ScholarlyArticle", "") in found["type"]
    assert [media for _, media in found["describedby"]] == [
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json",
    ]
    assert found["item"] == [("index.md", "text/markdown")]
    assert ("index.md", "text/markdown") in found["alternate"]
    for address, _ in (*found["describedby"], *found["item"]):
        assert (folder / address).is_file()


# ---------------------------------------------------------------- COinS


def test_coins_are_open_urls(site: Path) -> None:
    """The page, the review and what it restates, as the parser of the standard library reads them."""
    spans = html.document_fromstring(page_of(site, "en")).find_class("Z3988")
    works = [parse_qs(span.get("title"), strict_parsing=True) for span in spans]
    assert {tuple(one["ctx_ver"]) for one in works} == {("Z39.88-2004",)}
    page, review, book = works
    assert page["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
    assert page["rft.title"] == [TITLES["en"]]
    assert page["rft.creator"] == ["Orlova, Anna", "Water Institute"]
    assert page["rft.identifier"] == [f"{ADDRESS}en/rivers/"]
    assert review["rft.title"] == [NAMES["en"]]
    assert book["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert (book["rft.genre"], book["rft.btitle"]) == (["book"], ["Rivers; and </script> lakes"])
    assert (book["rft.aulast"], book["rft.aufirst"], book["rft.date"]) == (["Serik"], ["Ali"], ["2001"])


def test_the_list_of_all_works_offers_them_to_zotero(waters: Files, small_site: Build) -> None:
    """On the page that has it, and on no other."""
    for code in ("ru", "en"):
        waters[f"docs/{code}/works.md"] = "# Works {#works}\n\n{{ bibliography() }}\n"
    built, output, site = small_site(waters)
    assert built == 0, output
    spans = html.document_fromstring(page_of(site, "en", "works")).find_class("Z3988")
    works = [parse_qs(span.get("title"), strict_parsing=True) for span in spans]
    article = next(one for one in works if one["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:journal"])
    assert article["rft.atitle"] == ['Water; and 6" borders </script>']
    assert article["rft.au"] == ["Smith, Jane A.", "Kim, Bo"]
    assert article["rft_id"] == ["info:doi/10.5555/12345678"]
    assert len(works) == 3 + 4


# ---------------------------------------------------------------- without an address, without a file


def test_without_an_address_nothing_pretends_to_have_one(waters: Files, small_site: Build) -> None:
    """What needs an absolute address is left out; the rest is there, and no picture is drawn for nobody."""
    config = waters["mkdocs.yml"]
    assert isinstance(config, str)
    waters["mkdocs.yml"] = config.replace("site_url: https://example.org/waters/\n", "")
    built, output, site = small_site(waters)
    assert built == 0, output
    page = page_of(site, "en")
    assert "example.org" not in page
    tags = named(page, "citation_")
    assert tags["citation_title"] == [TITLES["en"]]
    assert not [name for name in tags if name.endswith("_url")]
    said = dict(read(page, "opengraph")["properties"])
    assert not {"og:url", "og:image"} & set(said)
    assert "cite-as" not in links(page)
    assert schema(page)["translationOfWork"]["url"] == "../../rivers/"
    assert list(site.glob("assets/review.*")) == []


def test_a_review_that_says_nothing_of_itself_is_called_as_mkdocs_calls_it(
    waters: Files, small_site: Build
) -> None:
    """Without data/review.bib all works; authors and dates are not made up."""
    del waters["data/review.bib"]
    built, output, site = small_site(waters)
    assert built == 0, output
    tags = named(page_of(site, "ru"), "citation_")
    assert tags["citation_inbook_title"] == ["Воды"]
    assert "citation_author" not in tags
    assert "citation_publication_date" not in tags
    assert named(page_of(site, "en", ""), "citation_title") == {"citation_title": ["Waters"]}


def test_the_same_input_gives_the_same_bytes(waters: Files, small_site: Build) -> None:
    """Pages, records, pictures and plain Markdown."""

    def built() -> dict[str, bytes]:
        code, output, site = small_site(waters)
        assert code == 0, output
        files = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}

    assert built() == built()
