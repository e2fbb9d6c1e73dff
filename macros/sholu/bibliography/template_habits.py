"""What templates of dissertations and typists in a hurry leave in fields where it belongs to others.

Templates in Russian have a `city`, count pages in words («200 с. — Текст: непосредственный.»), and put into
`note` what the norm has in a place of its own: who translated a book, that a manuscript is deposited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.bibliography.cities import names_city
from sholu.bibliography.date_words import is_month
from sholu.bibliography.fields import with_told
from sholu.bibliography.language_names import code_of_language
from sholu.bibliography.name_roles import read_role
from sholu.bibliography.theses import is_press, names_thesis
from sholu.bibliography.typed_words import of_words
from sholu.languages import DASHES
from sholu.regexes import regex

_TOTALS = ("numpages", "pagetotal")
# «568 с. — Текст: непосредственный.»
_COUNTED = of_words(rf"(?P<count>\d{{1,4}})\s*<<pages>>\.?\s*[{DASHES}]\s.*", re.IGNORECASE | re.DOTALL)
# «С. 448» of a whole book.
_WITH_WORD_FIRST = of_words(r"<<pages>>\.?\s*(?P<count>\d{1,4})\.?", re.IGNORECASE)
# A dash is typed where a form asks for what there is none of.
_NOTHING = regex(rf"\s*[{DASHES}]+\s*")
_RANGE = regex(rf"(?P<first>\d{{2,4}})\s*[{DASHES}]+\s*(?P<last>\d{{2,4}})")
# {{ISBN:} 978-5-…}: braces keep BibTeX from writing it small.
_BRACED_KEY = regex(r"\{(ISBN|ISSN|DOI):\}")
_LONGEST_NOTE = 160
# «УДК 681.327.8» is for libraries.
_SUBJECT = of_words(r"(?!doi)<<subject_codes>>[\s:]\s*[\d.:/+()\-\s«»=]+", re.IGNORECASE)
# «ББК 72 И102» in `journal`, as Google Scholar reads the first line of a paper.
_CODE_OF_SUBJECT = of_words(r"(?!doi)<<subject_codes>>[\s:]\s*\d[\w.:/+()\-\s]*", re.IGNORECASE)
# «Специальность 2.3.6» of a thesis.
_SPECIALITY = of_words(r"(?:<<specialities>>)[\s:–-]*(?P<code>\d{1,2}(?:\.\d{1,2}){2})\.?", re.IGNORECASE)
_NAME = r"(?:[^\W\d_]\.[\s~-]?){1,3}\s?[^\W\d_][\w’'-]+|[^\W\d_][\w’'-]+,?\s(?:[^\W\d_]\.[\s~-]?){1,3}"
_NAMES = rf"(?:{_NAME})(?:(?:,|\s(?:<<joining>>)|\sand)\s(?:{_NAME}))*"
_TRANSLATED = of_words(rf"(?P<role><<role_translator>>)\s(?P<names>{_NAMES})\.?", re.IGNORECASE)
_EDITED = of_words(rf"[^\W\d_][^{{}}\\:;]{{2,40}}?\s{_NAMES}\.?", re.IGNORECASE)
# What stands in a description behind its pages: «Деп. в ИНИОН 15.02.02, № 139876», «1 электрон. опт. диск».
_OF_DESCRIPTION = of_words(r"(?:<<deposited>>|\d{1,2}\s<<carriers>>)(?!\w).*", re.IGNORECASE | re.DOTALL)
# «Гравитон: О компании // URL: \url{https://…} (дата обращения: 18.04.2025)» in `note`, and no title.
_WHOLE = of_words(
    r"(?P<title>[^{}\\]{4,200}?)\s*(?://|[.–—-])?\s*(?:URL:?\s*|<<read_at>>:?\s*)"
    r"(?:\\url\s*\{)?(?P<url>https?://[^\s{}]+)\}?[\s.]*(?:\(?<<accessed>>\W*(?P<date>\d[\d.\-/]{5,9})\W*)?",
    re.IGNORECASE,
)
_ADDRESS = regex(r"\\url\s*\{\s*(?P<url>https?://[^\s{}]+)\s*\}")
# "Том 17, No 8", "17(5)": volume and number in the field of the number.
_BOTH = of_words(
    r"<<volume>>\.?\s?(?P<volume>\d{1,4})[,.;]*\s*(?:№|no?\.?|<<number>>\.?|<<issue>>\.?)\s?(?P<number>\d[\w–/-]*)",
    re.IGNORECASE,
)
_BRACKETED = regex(rf"(?P<volume>\d{{1,3}})\s?\((?P<number>\d{{1,2}}(?:[/{DASHES}]\d{{1,2}})?)\)")
# {Москва: ``Наука''}
_QUOTED = regex(
    r"(?P<place>[^\W\d_][^:{}\\]{0,30}?)\s*:\s*(?:``|«|\")(?P<publisher>[^`'«»\"{}\\]+)(?:''|»|\")"
)
# "13,504--13,519": thousands as journals in English have them.
_THOUSANDS = regex(
    rf"(?P<first>\d{{1,3}}),(?P<second>\d{{3}})\s*[{DASHES}]+\s*(?P<third>\d{{1,3}}),(?P<last>\d{{3}})"
)
_DATE = regex(r"\d{4}[/-]\d{1,2}(?:[/-]\d{1,2})?")
# «СПб.: Изд-во СПбГПУ», "N.Y.: Academic" in `journal` of what is no article.
_IMPRINT = regex(
    r"(?P<place>[^\W\d_]{1,4}\.(?:\s?[^\W\d_]{1,3}\.)?|[^\W\d_][^:\d]{2,20})\s*:\s*(?P<publisher>[^\W\d_].*)"
)
# «М.: Ленанд», «- Люберцы: Юрайт, 2015.» in `edition`.
_IN_EDITION = regex(
    rf"[{DASHES}]?\s*(?P<place>[^\W\d_]{{1,4}}\.|[^\W\d_a-zа-яё][^\W\d_]{{3,20}})\s*:\s*"
    r"(?P<publisher>[^\W\d_][^:]*?)(?:,\s*\d{4})?[\s.,]*"
)
# “URL: http://www. ccas. ru/Bayes. pdf (20.09. 2017)” in `journal`, as Google Scholar reads lists of works.
_ADDRESS_AS_JOURNAL = regex(
    r"URL:?\s*(?P<url>https?://[^()]+?)\s*(?:\((?P<date>[\d.\s]{8,12})\))?\.?", re.IGNORECASE
)
# “Journal of Statistical Software; Vol 1, Issue 1 (2017)”: Open Journal Systems.
_OF_OJS = of_words(
    r"(?P<journal>[^;{}]{4,}); <<volume>>\.? (?P<volume>\d+),? (?:<<number>>|<<issue>>)\.? (?P<number>\d+)"
    r"(?: \(\d{4}\))?(?:[:;].*)?",
    re.IGNORECASE,
)
# Fields of biblatex-gost for patents, and biblatex's.
_OF_PATENTS = {
    "reqnumber": "application", "requestnumber": "application", "publication": "issue", "heading": "type",
    "publicationdate": "publdate", "requestdate": "eventdate",
}  # fmt: skip
# «Т.8. Электродинамика» as the subtitle of a book is a volume of it.
_VOLUME = of_words(
    r"<<volume>>\.?\s?(?P<volume>\d{1,3}|[IVXLC]{1,6})\s?[.:]\s*(?P<title>[^\W\d_].+)", re.IGNORECASE
)
# «Учебное пособие для студентов вузов» in `note` says what the book is.
_SORT = of_words(r"<<sorts_of_books>>(?!\w).*", re.IGNORECASE | re.DOTALL)
# «Бюл. № 23 (II ч.)»
_BULLETIN = of_words(r"<<bulletin>>\.?\s*№?\s*(?P<number>\d.*)", re.IGNORECASE)
_LANGUAGES = ("langid", "language", "hyphenation")
_LETTERS_OF_A_MONTH = 3
_MAY_BE_NONE = (*_TOTALS, "pages", "volume", "number", "issue", "edition", "publisher", "address", "location")
_WORD = regex(r"[^\W\d_]{3,}")
_ENDING = ("organization", "institution", "school", "title")


def without_habits(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of an entry with what stands in the wrong one put into its own.

    Args:
        entry_type: the type of an entry.
        fields: those of the entry, by name.
    """
    told = _totals(fields) | _numbers(fields) | _imprint(fields) | _journal(fields) | _ends(fields)
    told |= {name: "" for name in _MAY_BE_NONE if _NOTHING.fullmatch(fields.get(name, ""))}
    if "city" in fields and {"address", "location"}.isdisjoint(fields):
        told["location"] = fields["city"]
    if entry_type == "patent":
        told |= _of_patent(fields)
    elif "heading" in fields and "author" not in fields and fields.get("title"):
        # biblatex-gost heads a standard so: «ГОСТ 7.1-2003».
        told["title"] = f"{fields['heading'].rstrip('.')}. {fields['title']}"
    subtitle = fields.get("subtitle", "") if "title" in fields and "volume" not in fields else ""
    if subtitle and (found := _VOLUME.fullmatch(subtitle)):
        told |= {"maintitle": fields["title"], "subtitle": "", **found.groupdict()}
    body = fields.get("organization", "") if entry_type == "manual" and "publisher" not in fields else ""
    if body and is_press(body):
        # BibTeX has no other field for who publishes a handbook.
        told |= {"organization": "", "publisher": body.rstrip(" ,")}
    if "note" in fields:
        told |= _note(fields)
    if "thesis" in entry_type:
        told |= _of_thesis(fields)
    return with_told(fields, told)


def _totals(fields: Mapping[str, str]) -> dict[str, str]:
    """Return numbers of pages without words, and pages that stand where their number should."""
    told: dict[str, str] = {}
    for name in _TOTALS:
        if not (value := fields.get(name, "")):
            continue
        is_said = not value.isdigit()
        if found := _COUNTED.fullmatch(value) or _WITH_WORD_FIRST.fullmatch(value) if is_said else None:
            told[name] = found["count"]
        elif "pages" not in fields and (found := _RANGE.fullmatch(value)):
            told |= {name: "", "pages": f"{found['first']}--{found['last']}"}
    pages = fields.get("pages", "")
    if found := _THOUSANDS.fullmatch(pages) if "," in pages else None:
        told["pages"] = f"{found['first']}{found['second']}--{found['third']}{found['last']}"
    return told


def _ends(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what ends in a comma without it, and no day for an edition."""
    told = {name: fields[name].rstrip(" ,") for name in _ENDING if fields.get(name, "")[-1:] == ","}
    # EndNote has there when an article was first read on a site.
    return told | ({"edition": ""} if "edition" in fields and _DATE.fullmatch(fields["edition"]) else {})


def _of_thesis(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what is told of a thesis elsewhere than it should."""
    # "Doctoral Dissertation", as Mendeley has it.
    told = {"booktitle": ""} if names_thesis(fields.get("booktitle", "")) else {}
    found = _SPECIALITY.fullmatch(fields.get("note", "")) if "specialitycode" not in fields else None
    return told | ({"note": "", "specialitycode": found["code"]} if found else {})


def _of_patent(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what biblatex-gost calls otherwise; beside `publdate` its `date` is the day of filing."""
    told = {
        own: fields[other] for other, own in _OF_PATENTS.items() if fields.get(other) and own not in fields
    }
    if published := fields.get("publdate") or told.get("publdate"):
        told |= {"date": published, "year": ""}
        if filed := fields.get("date") or fields.get("year"):
            told.setdefault("eventdate", fields.get("eventdate", filed))
    state = fields.get("location") or fields.get("address") or ""
    code = next((known for name in _LANGUAGES if (known := code_of_language(fields.get(name, "")))), "")
    is_told = not {"publisher", "jurisdiction"}.isdisjoint(fields)
    if state and code and not (state.isascii() or is_told):
        # Whose it is, and no town; programs have keys there: "countryru".
        told |= {"location": "", "address": "", f"jurisdiction_{code}": state}
    if found := _BULLETIN.fullmatch(issue := told.get("issue", "")):
        told["issue"] = found["number"]
    elif issue and not any(map(str.isdigit, issue)):
        # «реестр программ для ЭВМ» is no number of a bulletin.
        told |= {"issue": "", "addendum": fields.get("addendum", issue)}
    return told


def _numbers(fields: Mapping[str, str]) -> dict[str, str]:
    """Return volume and number of an article that has both in the field of its number."""
    value = fields.get("number", "")
    if value.isalpha() and len(value) >= _LETTERS_OF_A_MONTH and is_month(value):
        # Mendeley has the month there, for want of a number.
        return {"number": ""} | ({} if "month" in fields else {"month": value})
    if not value or value.isdigit() or "volume" in fields or "journal" not in fields:
        return {}
    found = _BOTH.fullmatch(value)
    if found is None and fields["journal"].isascii():
        # «8(121)» of a journal in Russian counts its issues twice.
        found = _BRACKETED.fullmatch(value)
    return {"volume": found["volume"], "number": found["number"]} if found else {}


def _imprint(fields: Mapping[str, str]) -> dict[str, str]:
    """Return place and publisher where they stand in one field, or in place of a journal."""
    if not any(":" in fields.get(name, "") for name in ("publisher", "journal", "edition")):
        return {}
    has_place = any(fields.get(name) for name in ("address", "location"))
    if not has_place and (found := _IN_EDITION.fullmatch(fields.get("edition", ""))):
        return {"edition": "", "location": found["place"], "publisher": found["publisher"]}
    if not has_place and (found := _QUOTED.fullmatch(fields.get("publisher", ""))):
        return {"location": found["place"], "publisher": found["publisher"]}
    is_told = has_place or not {"publisher", "number", "issue"}.isdisjoint(fields)
    found = None if is_told else _imprint_of(fields.get("journal", ""))
    if found is None:
        return {}
    # A year is no volume.
    volume = {"volume": ""} if fields.get("volume", "") == fields.get("year", "") else {}
    return {"journal": "", "location": found["place"], "publisher": found["publisher"], **volume}


def _imprint_of(journal: str) -> re.Match[str] | None:
    """Match place and publisher: «СПб.: Изд-во СПбГПУ», «Владивосток: Издательство ВГУЭС»."""
    found = _IMPRINT.fullmatch(journal)
    return found if found and (found["place"].endswith(".") or names_city(found["place"])) else None


def _journal(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the address, or volume and number, that stand in the field of the journal."""
    journal = fields.get("journal", "")
    if journal and _CODE_OF_SUBJECT.fullmatch(journal):
        return {"journal": ""}
    if "url" not in fields and (found := _ADDRESS_AS_JOURNAL.fullmatch(journal)):
        day = {"urldate": "".join(found["date"].split())} if found["date"] else {}
        return {"journal": "", "url": "".join(found["url"].split()), **day}
    found = _OF_OJS.fullmatch(journal) if "; " in journal and "volume" not in fields else None
    return {name: value for name, value in found.groupdict().items() if value} if found else {}


def _note(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what a note says that has a field of its own; "" for what it says no longer."""
    note = _BRACED_KEY.sub(r"\1:", fields["note"]).strip()
    if note != fields["note"].strip():
        return {"note": note}
    if len(note) > _LONGEST_NOTE and "\\url" not in note:
        return {}
    if not (fields.get("title") or fields.get("url")) and (found := _WHOLE.fullmatch(" ".join(note.split()))):
        day = {"urldate": found["date"]} if found["date"] else {}
        return {"note": "", "title": found["title"], "url": found["url"], **day}
    if _SUBJECT.fullmatch(note):
        return {"note": ""}
    name = _field_of(note)
    if name and name not in fields:
        return {"note": "", name: note}
    return _address(note) if "url" not in fields else {}


def _field_of(note: str) -> str:
    """Return the field to which a whole note belongs, "" if it is a remark."""
    if _TRANSLATED.fullmatch(note):
        return "translator"
    if _EDITED.fullmatch(note) and read_role(note)[0]:
        return "editor"
    if _OF_DESCRIPTION.fullmatch(note):
        return "addendum"
    return "titleaddon" if _SORT.fullmatch(note) else ""


def _address(note: str) -> dict[str, str]:
    """Return the one address that stands within a remark; one that stands alone is for `machine_notes`."""
    found = _ADDRESS.findall(note)
    rest = _ADDRESS.sub("", note).strip(" ,.;:\n\t")
    is_remark = len(_WORD.findall(rest)) > 1 and "\\" not in rest
    return {"note": rest, "url": found[0]} if is_remark and len(found) == 1 else {}
