"""Which works pages cite, and in which order, before any of them is written."""

from __future__ import annotations

from sholu.citations.order import cited_keys, in_order_of_citing


def keys(text: str) -> list[str]:
    """Return the keys that a text cites."""
    return list(cited_keys(text, {"timeline": ("[@event]",)}))


def test_works_are_found_in_reading_order_in_every_form_of_a_citation() -> None:
    """In brackets, in the sentence, behind a hidden author."""
    assert keys("As @kim [p. 3] says [see @orlova, p. 2; -@serik].\n\n> Then [@kim].") == [
        "kim", "orlova", "serik", "kim",
    ]  # fmt: skip


def test_what_is_no_citation_counts_for_none() -> None:
    """Code, an address, a protected sign, a work that is only listed, one that cannot be read."""
    assert keys("`[@a]` me@b.org \\@c [@@nocite d] [@e; ] <!-- [@f] -->\n\n    [@g]\n") == []


def test_what_a_picture_cites_counts_where_it_stands() -> None:
    """The events of a timeline have sources."""
    assert keys("[@a]\n\n[@@timeline]\n\n[@b]") == ["a", "event", "b"]


def test_each_work_counts_at_its_first_place_in_all_pages() -> None:
    """And one that no library has counts for none."""
    texts = ["[@b; @a]", "[@c] [@b] [@nobody]"]
    assert in_order_of_citing(texts, {}, {"a", "b", "c"}.__contains__) == ("b", "a", "c")
