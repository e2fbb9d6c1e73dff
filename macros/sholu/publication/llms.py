"""llms.txt: the review and all its pages in plain Markdown, for programs that read it (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sholu.values import Value


class LanguageOfReview(Value):
    """The review in one language: what the language and the review are called, what it is about, its pages.

    A page is its title, the address of its twin, and its description or "".
    """

    language: str
    name: str
    description: str
    pages: Sequence[tuple[str, str, str]]


def llms_txt(languages: Iterable[LanguageOfReview]) -> str:
    """Write the file; the first language is that in which the review was written."""
    first, *others = languages
    parts = [f"# {first.name}"]
    if first.description:
        parts.append(f"> {first.description}")
    parts += [": ".join(filter(None, (one.name, one.description))) for one in others]
    for one in (first, *others):
        parts += [f"## {one.language}", "\n".join(map(_line, one.pages))]
    return "\n\n".join(parts) + "\n"


def _line(page: tuple[str, str, str]) -> str:
    title, address, description = page
    # A closing bracket would end the name of the link.
    name = title.replace("[", "(").replace("]", ")")
    return f"- [{name}]({address})" + (f": {description}" if description else "")
