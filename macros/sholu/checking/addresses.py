"""The addresses of a review outside of it, and which of them no longer answer. Knows no network itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

from sholu.bibliography.library import Library
from sholu.citations.source import without_code
from sholu.problems import Place, on_one_line
from sholu.problems.telling import phrase
from sholu.regexes import regex
from sholu.values import Value

# The end of a sentence or of a bracket around it is none of an address.
_ADDRESS = regex(r"https?://[^\s<>\"'`\\|]+")
_AFTER = ".,;:!?…»”*_"
_PAIRS = {")": "(", "]": "[", "}": "{"}
# So many hosts are asked at once.
_AT_ONCE = 8


class Address(Value, order=True):
    """An address, where it stands in the review, and the address of a copy that an archive keeps."""

    address: str
    places: tuple[Place, ...] = ()
    archived: str = ""


class Answer(Value):
    """What an address answers: "" if it is there, else why not: "404", "no such host"."""

    address: Address
    fault: str


def addresses(library: Library, shown: str, texts: Mapping[str, str]) -> tuple[Address, ...]:
    """Return all addresses of a review in their order, each once.

    Args:
        library: its works; a DOI is the address by which it is resolved.
        shown: the path of their file.
        texts: its pages and data by their paths.
    """
    places: dict[str, dict[Place, None]] = {}
    archived: dict[str, str] = {}
    for work in library:
        for address in (*_each(work.urls), f"https://doi.org/{work.doi}" if work.doi else ""):
            if address:
                places.setdefault(address, {})[Place(shown, work.line)] = None
                archived.setdefault(address, work.archive_url)
    for path, text in texts.items():
        prose = without_code(text) if path.endswith(".md") else text
        for found in _ADDRESS.finditer(prose):
            line = text.count("\n", 0, found.start()) + 1
            places.setdefault(_bare(found[0]), {})[Place(path, line)] = None
    return tuple(
        Address(address, tuple(where), archived.get(address, "")) for address, where in sorted(places.items())
    )


def _each(urls: object) -> Iterator[str]:
    original, forms = getattr(urls, "original", None), getattr(urls, "forms", {})
    yield from (one for one in (original, *forms.values()) if isinstance(one, str))


def _bare(typed: str) -> str:
    """Return an address without what the sentence around it has put behind: `(https://a.example/x).`."""
    surplus = {closing: typed.count(closing) - typed.count(opening) for closing, opening in _PAIRS.items()}
    end = len(typed)
    while end and (typed[end - 1] in _AFTER or surplus.get(typed[end - 1], 0) > 0):
        end -= 1
        if typed[end] in surplus:
            surplus[typed[end]] -= 1
    return typed[:end]


def dead(all_of_them: Iterable[Address], ask: Callable[[str], str]) -> tuple[Answer, ...]:
    """Ask for all addresses; return those that do not answer, in their order.

    Args:
        all_of_them: the addresses.
        ask: returns "" where an address answers, else why it does not.
    """
    asked = tuple(all_of_them)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        faults = pool.map(lambda one: ask(one.address), asked)
        return tuple(Answer(one, fault) for one, fault in zip(asked, faults, strict=True) if fault)


def as_markdown(answers: Iterable[Answer], copy_of: Callable[[str], str], language: str) -> str:
    """Return the list of dead addresses as an issue shows it; a copy that nobody has named is looked for.

    Args:
        answers: what does not answer.
        copy_of: returns the address of a copy in an archive, or "".
        language: that in which an author is told.
    """
    lines = []
    for one in answers:
        places = ", ".join(f"`{_plain(str(place))}`" for place in one.address.places)
        kept = one.address.archived
        copy = kept or copy_of(one.address.address)
        said = [_plain(one.fault), phrase("links_in", language, places=places)]
        if copy:
            # An entry that names its copy shows it to readers already.
            named = f" {phrase('links_named', language)}" if kept else ""
            said.append(f"{phrase('links_copy', language, address=f'<{_plain(copy)}>')}{named}")
        else:
            said.append(phrase("links_no_copy", language))
        lines.append(f"- [ ] <{_plain(one.address.address)}>: {'; '.join(said)}\n")
    return "".join(lines)


def _plain(words: str) -> str:
    """Return words in which nothing is Markdown or ends what they stand in."""
    return re.sub(r"[<>`\[\]@]", lambda one: f"%{ord(one[0]):02X}", on_one_line(words))
