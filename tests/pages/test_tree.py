"""A tree is written as Python-Markdown writes it, and what stands in it ready as it is."""

from __future__ import annotations

from xml.etree.ElementTree import Comment, Element

from hypothesis import given
from hypothesis import strategies as st
from markdown.serializers import to_xhtml_string
from sholu.pages.tree import Serializer, Written, unfold

WORDS = st.text(st.sampled_from("aж &<>\"'\n;#x"), max_size=8) | st.sampled_from(["&amp;", "&#38;", "&x;"])
TAGS = st.sampled_from(["p", "em", "br", "img", "script", "Hr", "style", "div", "li"])


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Element:
    """Make a tree of elements with all that they may hold."""
    element = Element(
        draw(TAGS), draw(st.dictionaries(st.sampled_from(["b", "a", "lang"]), WORDS, max_size=2))
    )
    element.text, element.tail = draw(st.none() | WORDS), draw(st.none() | WORDS)
    if depth:
        element.extend(draw(st.lists(trees(depth - 1), max_size=2)))
    if draw(st.booleans()):
        comment = Comment(draw(WORDS))
        comment.tail = draw(st.none() | WORDS)
        element.append(comment)
    return element


@given(trees())
def test_a_tree_is_written_as_by_python_markdown(tree: Element) -> None:
    """Signs, attributes, elements without end, comments."""
    assert Serializer(to_xhtml_string)(tree) == to_xhtml_string(tree)


def test_a_deep_tree_is_written() -> None:
    """Deeper than Python allows calls."""
    root = inner = Element("div")
    for _ in range(5000):
        inner.append(inner := Element("b"))
    assert Serializer(to_xhtml_string)(root).count("</b>") == 5000


class Ready(Written):
    """An element of which somebody knows how it is written."""

    def html(self) -> str:
        """Return what no serializer would."""
        return "<b>kept</b>"

    def unfold(self) -> None:
        """Make a child."""
        self.append(Element("i"))


def test_what_is_ready_is_written_as_it_is_and_read_when_it_is_opened() -> None:
    """Its tail is the page's."""
    root, ready = Element("p"), Ready("b")
    root.text, ready.tail = "a ", " & c"
    root.append(ready)
    unfold(root)
    unfold(root)
    assert Serializer(to_xhtml_string)(root) == "<p>a <b>kept</b> &amp; c</p>"
    assert [child.tag for child in ready] == ["i"]
