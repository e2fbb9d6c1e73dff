"""What a DOI or an ISBN stands for, asked of the network; only where an author has allowed it."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from typing import Any

from sholu.commands import RefusalError
from sholu.problems.telling import said
from sholu.regexes import regex

_DOI = regex(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ISBN = regex(r"(?:isbn:?\s*)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])", re.IGNORECASE)
_SECONDS = 20


def looked_up(words: str, *, is_allowed: bool) -> str:
    """Return the work of a DOI or an ISBN as CSL-JSON.

    Args:
        words: "10.1016/j.postcomstud.2016.03.001", "978-1-59020-221-0".
        is_allowed: whether the network may be asked.

    Raises:
        RefusalError: it is neither, nobody may ask, or nobody answers.
    """
    doi, isbn = _DOI.fullmatch(words.strip()), _ISBN.fullmatch(words.strip())
    if not doi and not isbn:
        raise RefusalError(said("add_no_file", words=words))
    if not is_allowed:
        raise RefusalError(said("add_online", words=words))
    if doi:
        # Crossref and DataCite answer with CSL-JSON (citation.doi.org, "Content negotiation").
        return _asked(f"https://doi.org/{doi[1]}", "application/vnd.citationstyles.csl+json")
    number = re.sub(r"[^\dXx]", "", isbn[1] if isbn else "")
    answer = json.loads(
        _asked(
            f"https://openlibrary.org/api/books?bibkeys=ISBN:{number}&format=json&jscmd=data",
            "application/json",
        )
    )
    return json.dumps([_book(answer.get(f"ISBN:{number}") or {}, number)])


def _book(found: dict[str, Any], number: str) -> dict[str, Any]:
    if not found:
        raise RefusalError(said("add_no_isbn", number=number))

    def first(name: str) -> str:
        return next((str(one.get("name", "")) for one in found.get(name, ())), "")

    title = ": ".join(filter(None, (found.get("title"), found.get("subtitle"))))
    return {
        "type": "book",
        "title": title,
        "author": [{"name": one.get("name", "")} for one in found.get("authors", ())],
        "publisher": first("publishers"),
        "publisher-place": first("publish_places"),
        "issued": {"raw": (re.findall(r"\d{4}", str(found.get("publish_date", ""))) or [""])[-1]},
        "number-of-pages": found.get("number_of_pages", ""),
        "ISBN": number,
    }


def _asked(address: str, kind: str) -> str:
    request = urllib.request.Request(address, headers={"Accept": kind})  # noqa: S310 -- https alone, see above
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 -- as above
            return str(answer.read().decode("utf-8", "replace"))
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise RefusalError(said("add_no_answer", address=address, reason=error)) from error
