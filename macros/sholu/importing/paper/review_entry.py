"""What a paper says of itself, in data/review.bib: authors, where they work, key words, codes, abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from sholu.bibliography.tex_writer import escaped
from sholu.importing.bounds import with_field_beside
from sholu.importing.draft import Name
from sholu.importing.files import languages_of, read
from sholu.importing.keys import latin
from sholu.importing.paper.affiliations import by_author
from sholu.importing.paper.front import Front
from sholu.importing.paper.settling import CITED, REVIEW, bare
from sholu.importing.typed.people import names_listed
from sholu.regexes import regex

_AUTHOR = regex(r"^\s*author\s*=\s*\{(?P<names>[^\n]*)\},?$", re.MULTILINE)


def front_file(root: Path, front: Front, authors_named: str, code: str) -> dict[Path, bytes]:
    """Put authors, key words and identifiers into data/review.bib, where they are not said yet."""
    path, languages = root / REVIEW, languages_of(root)
    if not path.is_file():
        return {}
    text = read(path)
    authors: list[Name] = front.authors or names_listed(authors_named)[0]
    is_first = not languages or code == languages[0]
    ending = "" if is_first else f"_{code}"
    named = " and ".join(name.in_bibtex for name in authors)
    there = _AUTHOR.search(text)
    # In the same letters nobody is called otherwise: “YILMAZ” in English is Yılmaz, too.
    is_same = not is_first and there is not None and _words(there["names"]) == _words(named)
    fields = {} if is_same else {f"author{ending}": named}
    if is_first and len(front.orcids) == len(authors):
        fields["authorid"] = ", ".join(front.orcids)
    places = by_author(front.signs or [()] * len(authors), front.affiliations) if authors else ""
    fields[f"affiliation{ending}"] = escaped(places)
    first = languages[0] if languages else code
    abstracts = {("" if own == first else f"_{own}"): words for own, words in front.abstracts.items()}
    abstracts[ending] = front.abstract
    for own, words in abstracts.items():
        fields[f"abstract{own}"] = escaped(bare(CITED.sub("", words)))
    if front.mails:
        fields["contact"] = front.mails[0].replace("\\", "")
    titles = front.titles if is_first or not front.title else {**front.titles, code: front.title}
    for own, words in titles.items():
        if own != first:
            fields[f"title_{own}"] = escaped(words)
    for own, words in front.subjects.items():
        fields["subjects" if languages and own == languages[0] else f"subjects_{own}"] = escaped(words)
    changed = _with_codes(text, front.codes)
    changed = _with_all(changed, named) if is_first else changed
    for name, value in fields.items():
        if value and not re.search(rf"^\s*{name}\s*=\s*\{{[^}}]", changed, re.MULTILINE):
            changed = with_field_beside(changed, name, value)
    # Which author an identifier is of, their line does not say where there are fewer of them.
    unsure = front.orcids if len(front.orcids) != len(authors) else []
    left = () if places else front.affiliations
    dois = (one for one in front.codes if "DOI" in one.upper())
    remarks = [*dois, *left, *(f"ORCID {one}" for one in unsure)]
    new = "".join(f"% {words}\n" for words in remarks if _value(words) not in changed)
    return {path: (new + changed).encode()} if changed != text or new else {}


def _with_all(text: str, named: str) -> str:
    """Name all authors of a paper where who made the review is one of them."""
    there = _AUTHOR.search(text)
    if not there or not there["names"] or not set(_words(there["names"])) < set(_words(named)):
        return text
    return f"{text[: there.start('names')]}{named}{text[there.end('names') :]}"


def as_called(root: Path, title: str, code: str) -> str:
    """Return a title in capitals as data/review.bib has it, if that differs by nothing else."""
    path = root / REVIEW
    if not title.isupper() or not path.is_file():
        return title
    field = rf"^\s*(?:title|title_{code})\s*=\s*\{{(?P<words>[^{{}}\n]+)\}}"
    called = (found["words"] for found in re.finditer(field, read(path), re.MULTILINE))
    return next((words for words in called if latin(words) == latin(title)), title)


def _with_codes(text: str, lines: Sequence[str]) -> str:
    """Put the codes of a subject beside those that are there."""
    there = re.search(r"^\s*codes\s*=\s*\{(?P<codes>[^{}]*)\}", text, re.MULTILINE)
    old = [part.strip() for part in there["codes"].split(";") if part.strip()] if there else []
    codes = escaped("; ".join(_codes([*old, *lines])))
    if there:
        return f"{text[: there.start('codes')]}{codes}{text[there.end('codes') :]}"
    return with_field_beside(text, "codes", codes) if codes else text


def _codes(lines: Sequence[str]) -> Iterable[str]:
    """Yield the codes of a subject, each once: ҒТАМР, МРНТИ and IRSTI are names of one."""
    known = set()
    for line in lines:
        code = re.sub(r"^([^\W\d_]+)[:：]\s*", r"\1 ", line.replace(";", ",").rstrip(". "))
        if "DOI" not in code.upper() and _value(code) not in known:
            known.add(_value(code))
            yield code


def _words(names: str) -> list[str]:
    """Return the words of names in their plainest letters, wherever a language parts a name."""
    return sorted(map(latin, re.findall(r"\w+", names)))


def _value(remark: str) -> str:
    """Return what of a line is said once: 03.20.00 is ҒТАМР, МРНТИ and IRSTI in one."""
    return re.sub(r"^[^\W\d_]+[:：\s]+(?=\d+(?:\.\d+)+$)", "", remark)
