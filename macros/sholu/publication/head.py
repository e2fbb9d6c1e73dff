"""All that the head of a page tells machines, put together from one model."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.references import Reference
from sholu.citations.text import Element, html
from sholu.publication import dublin_core, highwire, linked_data, open_graph, signposting
from sholu.publication.works import Publication, PublishedPage
from sholu.values import Value, field


class HeadWriter(Value, eq=False):
    """Writes the heads of all pages; what it has written of a cited work is kept."""

    publication: Publication
    _told: dict[str, tuple[str, str]] = field(default_factory=dict)

    def head(self, page: PublishedPage, work: Reference, site: str, abstract: str) -> str:
        """Write the metadata of a page as HTML.

        Args:
            page: the page.
            work: the page as a work in its language.
            site: what the review is called in the language of the page.
            abstract: the absolute address of its first page, or "".
        """
        publication = self.publication
        cited = [self._of_cited(one) for one in page.cited]
        data = linked_data.script(page, work, publication, [thing for thing, _ in cited])
        links = signposting.links(page, work, publication.license)
        written = (
            *_named("name", highwire.tags(page, work, publication, abstract)),
            *(_link(name, address) for name, address in dublin_core.SCHEMAS),
            *_named("name", dublin_core.tags(page, work, publication)),
            *_named("property", open_graph.tags(page, work, publication, site)),
            *_named("name", (open_graph.card(page),)),
            *(link for link in links if dict(link.attributes)["href"]),
        )
        tags = "".join([tag for _, tag in cited])
        return f'{html(written)}{tags}<script type="application/ld+json">{data}</script>'

    def _of_cited(self, work: Reference) -> tuple[str, str]:
        """Return what JSON-LD and Highwire's tags say of a work that a page cites; one after the other, since
        both ask for its view.
        """
        if work.key not in self._told:
            thing = linked_data.written(linked_data.described(work))
            tag = html(_named("name", [("citation_reference", highwire.reference(work))]))
            self._told[work.key] = thing, tag
        return self._told[work.key]


def _named(kind: str, tags: Iterable[tuple[str, str]]) -> Iterable[Element]:
    return (Element("meta", ((kind, name), ("content", value)), ()) for name, value in tags if value)


def _link(relation: str, address: str) -> Element:
    return Element("link", (("rel", relation), ("href", address)), ())
