"""A long list of works in parts: how many stand on a page, and where the page of each is. Pure."""

from __future__ import annotations

# Up to so many works a list is one page.
FIRST = 100
_PAGE = ".html"


def part_address(address: str, position: int) -> str:
    """Return on which page of a list a work stands.

    The pages stand in one folder, so what is linked from one of them by a relative address is from all:
    `references/` and `references/2.html`; `references.html` and `references-2.html`.

    Args:
        address: the first page of the list: absolute, or from anywhere.
        position: of the work in the list, from 0.
    """
    number = position // FIRST + 1
    if number == 1:
        return address
    if address.endswith(_PAGE):
        return f"{address.removesuffix(_PAGE)}-{number}{_PAGE}"
    return f"{address}{number}{_PAGE}"


def index_address(address: str) -> str:
    """Return where the index of a list in parts is, beside its first page: `references/works.json`."""
    return f"{address.removesuffix(_PAGE)}-works.json" if address.endswith(_PAGE) else f"{address}works.json"
