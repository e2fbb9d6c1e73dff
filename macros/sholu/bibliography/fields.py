"""The vocabulary of references.bib: types of entries, fields, kinds of acts and theses (BIBLIOGRAPHY.md)."""

from __future__ import annotations

from types import MappingProxyType

from sholu.bibliography.references import Kind

KINDS = {
    "article": Kind.ARTICLE,
    "newspaper": Kind.ARTICLE,
    "periodical": Kind.ARTICLE,
    "suppperiodical": Kind.ARTICLE,
    "review": Kind.ARTICLE,
    "book": Kind.BOOK,
    "booklet": Kind.BOOK,
    "collection": Kind.BOOK,
    "manual": Kind.BOOK,
    "mvbook": Kind.BOOK,
    "mvcollection": Kind.BOOK,
    "proceedings": Kind.BOOK,
    "reference": Kind.BOOK,
    "inbook": Kind.CHAPTER,
    "incollection": Kind.CHAPTER,
    "inreference": Kind.CHAPTER,
    "suppbook": Kind.CHAPTER,
    "conference": Kind.PAPER,
    "inproceedings": Kind.PAPER,
    "thesis": Kind.THESIS,
    "phdthesis": Kind.THESIS,
    "mastersthesis": Kind.THESIS,
    "report": Kind.REPORT,
    "techreport": Kind.REPORT,
    "online": Kind.ONLINE,
    "electronic": Kind.ONLINE,
    "www": Kind.ONLINE,
    "interview": Kind.INTERVIEW,
    "legal": Kind.LAW,
    "legislation": Kind.LAW,
    "law": Kind.LAW,
    "treaty": Kind.TREATY,
    "misc": Kind.MISC,
    "unpublished": Kind.MISC,
    "dataset": Kind.MISC,
    "software": Kind.MISC,
    "audio": Kind.MISC,
    "video": Kind.MISC,
    "movie": Kind.MISC,
    "letter": Kind.MISC,
}

# What biblatex's field `entrysubtype` makes of a type that other programs know.
SUBTYPES = MappingProxyType(
    {(Kind.MISC, "interview"): Kind.INTERVIEW, (Kind.LAW, "treaty"): Kind.TREATY},
)

GENRES_OF_LAWS = frozenset({"law", "code", "constitution", "decree", "resolution", "order"})
GENRES_OF_TREATIES = frozenset(
    {
        "treaty",
        "agreement",
        "memorandum",
        "protocol",
        "convention",
        "declaration",
        "plan",
        "document",
    }
)

# What `type` or the type of the entry says of a thesis, to the genre of the language files.
THESIS_GENRES = {
    "phdthesis": "phd",
    "mastersthesis": "master",
    "mathesis": "master",
    "candthesis": "candidate",
    "phd": "phd",
    "phd thesis": "phd",
    "candidate": "candidate",
    "doctoral": "doctoral",
    "master": "master",
    "bachelor": "bachelor",
}

# Each may be given in other languages: title_kk, title_ru, title_en, title_latin.
TEXT_FIELDS = frozenset(
    {
        "title", "subtitle", "shorttitle", "description", "shorthand", "journal", "journaltitle",
        "booktitle", "series", "publisher", "institution", "school", "organization", "address",
        "location", "field", "jurisdiction", "note",
    }
)  # fmt: skip
NAME_FIELDS = frozenset({"author", "editor", "translator", "interviewer"})
PLAIN_FIELDS = frozenset(
    {
        "year", "month", "day", "date", "urldate", "volume", "number", "issue", "pages", "pagetotal",
        "edition", "doi", "isbn", "issn", "url", "langid", "kind", "type", "howpublished", "country",
        "keywords", "crossref", "entrysubtype", "mention",
    }
)  # fmt: skip

# Fields of BibTeX, biblatex, Zotero and JabRef that look like a slip of one of ours and are none.
FOREIGN_FIELDS = frozenset(
    {
        "abstract", "addendum", "afterword", "annotation", "annote", "annotator", "author+an",
        "authortype", "bookauthor", "booksubtitle", "booktitleaddon", "chapter", "commentator", "editora",
        "editorb", "editorc", "editortype", "eprint", "eprinttype", "eventdate",
        "eventtitle", "file", "foreword", "groups", "holder", "indextitle", "introduction", "isan",
        "ismn", "isrn", "issuetitle", "iswc", "journalsubtitle", "keyword", "label", "language", "lccn",
        "library", "maintitle", "mainsubtitle", "nameaddon", "notes", "options", "origdate", "origlanguage",
        "origlocation", "origpublisher", "origtitle", "owner", "pagination", "part", "pubstate",
        "related", "reprinttitle", "shortauthor", "shorteditor", "shortjournal", "shortseries",
        "sortkey", "sortname", "sorttitle", "sortyear", "status", "timestamp", "titleaddon", "urltitle",
        "usera", "userb", "version", "volumes", "xdata", "xref",
    }
)  # fmt: skip

# Names that biblatex has for languages, to their codes (ISO 639-1), beside those of the language files.
LANGUAGES = MappingProxyType(
    {
        "arabic": "ar", "armenian": "hy", "austrian": "de", "azerbaijani": "az", "belarusian": "be",
        "bulgarian": "bg", "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl",
        "estonian": "et", "farsi": "fa", "finnish": "fi", "francais": "fr", "french": "fr", "georgian": "ka",
        "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "italian": "it",
        "japanese": "ja", "kirghiz": "ky", "korean": "ko", "kyrgyz": "ky", "latin": "la", "latvian": "lv",
        "lithuanian": "lt", "mongolian": "mn", "naustrian": "de", "ngerman": "de", "norwegian": "no",
        "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro", "serbian": "sr",
        "slovak": "sk", "slovene": "sl", "slovenian": "sl", "spanish": "es", "swedish": "sv", "tajik": "tg",
        "tatar": "tt", "turkish": "tr", "turkmen": "tk", "ukrainian": "uk", "urdu": "ur", "uyghur": "ug",
        "uighur": "ug", "uzbek": "uz",
    }
)  # fmt: skip

# What a chapter does not take over from its book by `crossref`, in any of its forms.
NOT_INHERITED = frozenset(
    {
        "author", "note", "shorthand", "keywords", "subtitle", "shorttitle", "description", "doi", "url",
        "urldate", "pages", "pagetotal", "crossref", "mention", "howpublished", "kind", "type",
    }
)  # fmt: skip
