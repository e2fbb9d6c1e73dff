"""What a DOI or an ISBN is asked of the network, and what becomes of the answer; no network is asked here."""

from __future__ import annotations

import io
import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from sholu.commands import RefusalError
from sholu.importing.looking_up import looked_up

BOOK = {
    "title": "Inside Central Asia",
    "subtitle": "A History",
    "authors": [{"name": "Dilip Hiro"}, {"name": "A. Other"}],
    "publishers": [{"name": "Overlook"}, {"name": "Second"}],
    "publish_places": [{"name": "New York"}],
    "publish_date": "June 1, 2009",
    "number_of_pages": 448,
}


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Answers by address; what it is asked, with what it is to answer in, is kept."""
    known: dict[str, Any] = {"asked": []}

    def answer(request: urllib.request.Request, timeout: int) -> io.BytesIO:
        known["asked"].append((request.full_url, request.get_header("Accept"), timeout))
        if request.full_url not in known:
            raise urllib.error.URLError("no route")
        return io.BytesIO(str(known[request.full_url]).encode())

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    return known


@pytest.mark.parametrize(
    "typed", ["10.1000/182", "doi: 10.1000/182", "DOI:10.1000/182", " https://doi.org/10.1000/182 ",
              "http://dx.doi.org/10.1000/182"],
)  # fmt: skip
def test_a_doi_is_asked_of_whoever_gave_it(network: dict[str, Any], typed: str) -> None:
    """In the form that all agencies answer in."""
    network["https://doi.org/10.1000/182"] = "{…}"
    assert looked_up(typed, is_allowed=True) == "{…}"
    assert network["asked"] == [
        ("https://doi.org/10.1000/182", "application/vnd.citationstyles.csl+json", 20)
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("978-1-59020-221-0", "9781590202210"),
        ("ISBN 1-59020-221-x", "159020221x"),
        ("isbn:1590202210", "1590202210"),
    ],
)
def test_an_isbn_is_a_book(network: dict[str, Any], typed: str, number: str) -> None:
    """As the library that knows it describes it."""
    address = f"https://openlibrary.org/api/books?bibkeys=ISBN:{number}&format=json&jscmd=data"
    network[address] = json.dumps({f"ISBN:{number}": BOOK})
    assert json.loads(looked_up(typed, is_allowed=True)) == [
        {
            "type": "book",
            "title": "Inside Central Asia: A History",
            "author": [{"name": "Dilip Hiro"}, {"name": "A. Other"}],
            "publisher": "Overlook",
            "publisher-place": "New York",
            "issued": {"raw": "2009"},
            "number-of-pages": 448,
            "ISBN": number,
        }
    ]
    network[address] = json.dumps({f"ISBN:{number}": {"title": "Water"}})
    (bare,) = json.loads(looked_up(typed, is_allowed=True))
    assert (bare["title"], bare["publisher"], bare["issued"]) == ("Water", "", {"raw": ""})
    network[address] = "{}"
    with pytest.raises(RefusalError, match=f"nobody knows the ISBN {number}; type the entry by hand"):
        looked_up(typed, is_allowed=True)


@pytest.mark.usefixtures("network")
def test_nobody_is_asked_without_leave() -> None:
    """An author says it once for each; what is neither a DOI nor an ISBN was meant as a file."""
    with pytest.raises(RefusalError, match=r"only if that is allowed: sholu add --online 10\.1000/182"):
        looked_up("10.1000/182", is_allowed=False)
    for words in ("works.ris", "10.12/3", "978-1-59020", "see 10.1000/182"):
        with pytest.raises(RefusalError, match="there is no such file"):
            looked_up(words, is_allowed=True)
    with pytest.raises(RefusalError, match=r"does not answer \(.*no route.*\); try later"):
        looked_up("10.1000/183", is_allowed=True)
