"""A made-up review, large, and the same at every run: pages in three languages that cite made-up works.

Knows nothing of Sholu but how an author cites. Its words are syllables put together; the letters are those of
the languages, since fonts, search and sorting meet these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

CITATIONS = 30
ENTRIES = 1000
SECTIONS = 6
SENTENCES = 72
WORDS_IN_A_SENTENCE = (9, 19)
STOCK = 3000

# Consonants and vowels that stand side by side in each language.
LETTERS = {
    "kk": ("бгғдзйкқлмнңпрстш", "аәеоөұүыі"),
    "ru": ("бвгджзклмнпрстхчш", "аеиоуыюя"),
    "en": ("bcdfghklmnprstvw", "aeiouy"),
}
# Types of entries, and the field that each needs besides author, title and year.
KINDS = {
    "article": "journal",
    "book": "publisher",
    "incollection": "booktitle",
    "report": "institution",
}
LANGIDS = {"kk": "kazakh", "ru": "russian", "en": "english"}


@dataclass(frozen=True)
class Words:
    """The words of a language; as in a real one, few of them make up most of a text."""

    stock: tuple[str, ...]
    weights: tuple[float, ...] = field(repr=False)

    def phrase(self, random: Random, count: int) -> str:
        """Return some words with a space between them."""
        return " ".join(random.choices(self.stock, cum_weights=self.weights, k=count))

    def sentence(self, random: Random) -> str:
        """Return a sentence without its full stop."""
        text = self.phrase(random, random.randint(*WORDS_IN_A_SENTENCE))
        return text[0].upper() + text[1:]

    def name(self, random: Random) -> str:
        """Return a family name."""
        return random.choice(self.stock).title()


@cache
def words(code: str) -> Words:
    """Return the words of a language."""
    random = Random(f"words-{code}")
    consonants, vowels = LETTERS[code]
    stock: dict[str, None] = {}
    while len(stock) < STOCK:
        pairs = (random.choice(consonants) + random.choice(vowels) for _ in range(random.randint(1, 4)))
        stock["".join(pairs) + random.choice((*consonants, ""))] = None
    return Words(tuple(stock), tuple(accumulate(1 / (rank + 9) for rank in range(STOCK))))


def key(number: int) -> str:
    """Return the key of an entry."""
    return f"work{number:04}"


def entry(number: int) -> str:
    """Write an entry of references.bib, with a title for the readers of another language."""
    random = Random(f"entry-{number}")
    code, other = random.sample(list(LETTERS), 2)
    own = words(code)
    kind, place = random.choice(tuple(KINDS.items()))
    names = [f"{own.name(random)}, {own.name(random)[0]}." for _ in range(random.randint(1, 4))]
    fields = {
        "author": " and ".join(names),
        "title": own.phrase(random, 6).capitalize(),
        f"title_{other}": words(other).phrase(random, 6).capitalize(),
        place: own.phrase(random, 3).capitalize(),
        "year": str(random.randint(1991, 2024)),
        "langid": LANGIDS[code],
    }
    if kind in {"article", "incollection"}:
        first = random.randint(1, 300)
        fields |= {"pages": f"{first}--{first + 12}", "doi": f"10.1000/{number}"}
    if kind == "article":
        fields |= {"volume": str(random.randint(1, 60)), "number": str(random.randint(1, 12))}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{{key(number)},\n{lines}}}\n"


def citations(page: int, entries: int = ENTRIES) -> list[str]:
    """Return the citations of a page in their order: the same in its three languages, in all the forms."""
    random = Random(f"citations-{page}")
    written = []
    for position in range(CITATIONS):
        first, second = (key(number) for number in random.sample(range(entries), 2))
        place = random.randint(1, 300)
        forms = (
            f"[@{first}]",
            f"[@{first}, p. {place}]",
            f"[@{first}; @{second}, pp. {place}-{place + 3}]",
            f'{{{{ cite("{first}", page="{place}") }}}}',
            f'{{{{ cite("{first}") }}}}',
            f"@{first}",
        )
        written.append(forms[position % len(forms)])
    return written


def sentences(page: int, code: str, entries: int = ENTRIES) -> list[str]:
    """Return the sentences of a page; its citations stand at the ends of some, evenly spread."""
    random = Random(f"text-{page}-{code}")
    pending = citations(page, entries)
    written = []
    for position in range(SENTENCES):
        text = words(code).sentence(random)
        if position * CITATIONS % SENTENCES < CITATIONS:
            text += " " + pending.pop(0)
        written.append(text + ".")
    return written


def page(number: int, code: str, entries: int = ENTRIES) -> str:
    """Write a page of about a thousand words: paragraphs, a list, a table, an admonition, a footnote."""
    random = Random(f"page-{number}-{code}")
    left = iter(sentences(number, code, entries))

    def some(count: int) -> list[str]:
        return [next(left) for _ in range(count)]

    heading = words(code).phrase(random, 3).capitalize()
    blocks = [f"# {heading} {{#title}}"]
    for section in range(1, SECTIONS + 1):
        heading = words(code).phrase(random, 4).capitalize()
        blocks += [f"## {heading} {{#section-{section}}}", "\n".join(some(4)), "\n".join(some(4))]
        rest = some(SENTENCES // SECTIONS - 8)
        if section == 2:  # noqa: PLR2004 -- any section will do
            blocks.append("\n".join(f"- {text}" for text in rest))
        elif section == 3:  # noqa: PLR2004
            # In brackets, since a number beside a made-up word that begins like a month would be a date, and
            # one that the other languages have not.
            rows = "\n".join(f"| ({row}) | {text} |" for row, text in enumerate(rest, 1))
            blocks.append(f"| № | {words(code).phrase(random, 1)} |\n|---|---|\n{rows}")
        elif section == 4:  # noqa: PLR2004
            blocks.append("!!! note\n\n" + "\n".join(f"    {text}" for text in rest))
        elif section == 5:  # noqa: PLR2004
            blocks += [f"{rest[0]}[^1]", f"[^1]: {' '.join(rest[1:])}"]
        else:
            blocks.append("\n".join(rest))
    return "\n\n".join(blocks) + "\n"


def write_review(folder: Path, pages: int, entries: int = ENTRIES) -> None:
    """Write docs/ and references.bib of a review with so many pages in each language, ten to a folder."""
    bibliography = "\n".join(entry(number) for number in range(entries))
    (folder / "references.bib").write_text(bibliography, encoding="utf-8")
    for code in LETTERS:
        for number in range(pages):
            part = f"part-{number // 10 + 1:02}/page-{number + 1:03}.md" if number else "index.md"
            path = folder / "docs" / code / part
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(number, code, entries), encoding="utf-8")
