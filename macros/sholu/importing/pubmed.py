"""PubMed: its XML, and the tagged lines of "Send to → Citation manager" (MEDLINE, .nbib)."""

from __future__ import annotations

import re

from sholu.bibliography.language_names import code_of_language, name_of_language
from sholu.importing.draft import Draft, Name, dated, drop_empty, first_of, unique
from sholu.importing.trees import Element, below, parsed, words
from sholu.regexes import regex

_LINE = regex(r"^([A-Z]{2,4}) *- (.*)$")


def read_pubmed_xml(text: str) -> list[Draft]:
    """Read all articles of a PubmedArticleSet.

    Raises:
        ValueError: it is no XML that may be read.
    """
    return [_of_element(one) for one in parsed(text).iter("PubmedArticle")]


def _of_element(record: Element) -> Draft:
    article = record.find("MedlineCitation/Article")
    if article is None:
        return Draft("article")
    issue = article.find("Journal/JournalIssue")
    identifiers = {
        one.get("IdType", ""): words(one) for one in record.iterfind("PubmedData/ArticleIdList/ArticleId")
    }
    location = next(
        (words(one) for one in article.iterfind("ELocationID") if one.get("EIdType") == "doi"), ""
    )
    fields = drop_empty(
        {
            "title": below(article, "ArticleTitle").removesuffix(".").strip("[]"),
            "journal": below(article, "Journal/Title"),
            "volume": below(issue, "Volume") if issue is not None else "",
            "number": below(issue, "Issue") if issue is not None else "",
            "pages": _pages(
                below(article, "Pagination/MedlinePgn") or below(article, "Pagination/StartPage")
            ),
            "doi": identifiers.get("doi", "") or location,
            "pmid": identifiers.get("pubmed", "") or below(record, "MedlineCitation/PMID"),
            "issn": below(article, "Journal/ISSN"),
            **_published(issue),
        }
    )
    if code := code_of_language(below(article, "Language")):
        fields["langid"] = name_of_language(code)
    people = [
        Name(below(one, "CollectiveName"), is_institution=True)
        if one.find("CollectiveName") is not None
        else Name(below(one, "LastName"), below(one, "ForeName") or _initials(below(one, "Initials")))
        for one in article.iterfind("AuthorList/Author")
    ]
    return Draft("article", fields, {"author": unique(people)})


def _published(issue: Element | None) -> dict[str, str]:
    if issue is None:
        return {}
    # The month and the day of a volume's appearance are printed of no article of a journal.
    year = below(issue, "PubDate/Year") or below(issue, "PubDate/MedlineDate")
    return {name: words for name, words in dated(year).items() if name == "year"}


def read_medline(text: str) -> list[Draft]:
    """Read all records of tagged lines."""
    drafts = []
    for part in re.split(r"\n\s*\n(?=PMID *- )", text.strip()):
        record: dict[str, list[str]] = {}
        last = ""
        for line in part.splitlines():
            if found := _LINE.match(line):
                last = found[1]
                record.setdefault(last, []).append(found[2].strip())
            elif last and line.strip():
                record[last][-1] += f" {line.strip()}"
        if "TI" in record or "BTI" in record:
            drafts.append(_of_lines(record))
    return drafts


def _of_lines(record: dict[str, list[str]]) -> Draft:
    def one(*tags: str) -> str:
        return first_of(*(value for tag in tags for value in record.get(tag, ())))

    dois = [value.split()[0] for tag in ("LID", "AID") for value in record.get(tag, ()) if "[doi]" in value]
    fields = drop_empty(
        {
            "title": one("TI", "BTI").removesuffix(".").strip("[]"),
            "journal": re.sub(r"\s*\([^()]*\)$", "", one("JT")) or one("TA"),
            "volume": one("VI"),
            "number": one("IP"),
            "pages": _pages(one("PG")),
            "doi": first_of(*dois),
            "pmid": one("PMID"),
            "issn": one("IS").split(" ")[0],
            "year": dated(one("DP")).get("year", "") or dated(one("DP")).get("date", "")[:4],
        }
    )
    if code := code_of_language(one("LA")):
        fields["langid"] = name_of_language(code)
    people = [_spoken(name) for name in record.get("FAU", ()) or record.get("AU", ())]
    people += [Name(name, is_institution=True) for name in record.get("CN", ())]
    return Draft("article", fields, {"author": unique(people)})


def _spoken(name: str) -> Name:
    """Read "Smith, Jane A" and "Smith JA"."""
    family, comma, given = name.partition(", ")
    if comma:
        return Name(family, re.sub(r"\b([A-Z])\b(?!\.)", r"\1.", given))
    family, _, initials = name.rpartition(" ")
    return Name(family or initials, _initials(initials) if family else "")


def _initials(letters: str) -> str:
    return " ".join(f"{letter}." for letter in letters if letter.isalpha())


def _pages(words: str) -> str:
    """Write the last page in full, which PubMed shortens: 123-8 → 123-128."""
    found = re.fullmatch(r"(\d+)-(\d+)", words.strip())
    if not found or len(found[2]) >= len(found[1]):
        return words.strip()
    return f"{found[1]}-{found[1][: len(found[1]) - len(found[2])]}{found[2]}"
