"""What readers see of a page that is typed in a test: its tree, its words."""

from __future__ import annotations

from sholu.conversion import PageExtension, converted
from sholu.crossreferences.labels import Labels
from sholu.review.build import ReviewBuild
from sholu.texts import Texts

ROOT = Texts({"references.bib": ""})


def read_words(text: str, labels: Labels, code: str) -> str:
    """Return the words of a page that is typed in Markdown, without signs for the screen."""
    review = ReviewBuild.begin(ROOT, ROOT / "references.bib", {})
    reading = review.open_page(code, ROOT / "a.md", text, 1)
    rules = PageExtension(reading, review.glossary, "", lambda *_: None, labels)
    converted(reading.source.text, rules, (), {})
    tree = rules.tree()
    for parent in list(tree.iter()):
        for link in [one for one in parent if one.get("class") == "block-link"]:
            parent.remove(link)
    return "".join(tree.itertext()).strip()
