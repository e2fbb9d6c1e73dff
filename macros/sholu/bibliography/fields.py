"""The vocabulary of references.bib: types of entries, fields, kinds of acts and theses (BIBLIOGRAPHY.md)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sholu.bibliography.references import Kind

# Types of BibTeX, biblatex and the styles that add to it, by the kind of work that they are nearest to.
_TYPES = {
    Kind.ARTICLE: "article newspaper magazine periodical suppperiodical review newsarticle newspaperarticle",
    Kind.BOOK: """book booklet collection manual mvbook mvcollection mvproceedings mvreference proceedings
        proceeding reference""",
    Kind.CHAPTER: """inbook bookinbook incollection incollections inreference suppbook suppcollection entry
        dictionaryentry encyclopediaarticle""",
    Kind.PAPER: "conference inproceedings inproceeding conferencepaper",
    Kind.THESIS: """thesis phdthesis mastersthesis masterthesis mathesis candthesis bachelorthesis bathesis
        bachelorsthesis docthesis dissertation""",
    Kind.REPORT: "report techreport whitepaper",
    Kind.ONLINE: "online electronic www webpage website internet blog blogpost",
    Kind.INTERVIEW: "interview",
    Kind.LAW: "legislation law statute bill act constitution legmaterial legadminmaterial",
    # biblatex-apa has treaties as @legal; our own entries say by `kind` what they are.
    Kind.TREATY: "treaty legal",
    Kind.MISC: """misc unpublished manuscript dataset data software code computerprogram audio video movie
        film music song image artwork photo map performance standard patent letter email jurisdiction case
        commentary presentation speech lecture poster podcast preprint archival game set bibnote generic
        document custom customa customb customc customd custome customf""",
}  # fmt: skip
KINDS = MappingProxyType({name: kind for kind, names in _TYPES.items() for name in names.split()})

# What an entry of the kind `misc` is, where its type says more.
_OWN_GENRES = """unpublished dataset software audio video movie music image artwork map performance standard
    patent letter jurisdiction commentary presentation"""
GENRES = MappingProxyType(
    {
        **{name: name for name in _OWN_GENRES.split()},
        "manuscript": "unpublished", "archival": "unpublished", "preprint": "unpublished", "data": "dataset",
        "code": "software", "computerprogram": "software", "game": "software", "film": "movie",
        "song": "music", "podcast": "audio", "photo": "image", "email": "letter", "case": "jurisdiction",
        "speech": "presentation", "lecture": "presentation", "poster": "presentation",
    }
)  # fmt: skip
# What is known by its number, also where it has no title.
NUMBERED = frozenset({"patent", "standard"})
THESES = frozenset(name for name, kind in KINDS.items() if kind is Kind.THESIS)
AUDIOVISUAL = frozenset({"audio", "film", "movie", "music", "performance", "song", "video"})
# Types that hold volumes, and those that stand as a part in another work or in a journal.
MULTIVOLUME = frozenset({"mvbook", "mvcollection", "mvproceedings", "mvreference"})
PARTS = frozenset(name for name, kind in KINDS.items() if kind in {Kind.CHAPTER, Kind.PAPER})
IN_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
IN_PERIODICALS = frozenset(name for name, kind in KINDS.items() if kind is Kind.ARTICLE) - {"periodical"}
# Entries that are no work: what others take their fields from.
NO_WORKS = frozenset({"xdata", "control", "ieeetranbstctl"})

# What biblatex's field `entrysubtype` makes of a type that other programs know.
SUBTYPES = MappingProxyType(
    {(Kind.MISC, "interview"): Kind.INTERVIEW, (Kind.LAW, "treaty"): Kind.TREATY},
)

# What parliaments and offices have beside laws: hearings, reports, orders.
MATERIALS = frozenset({"legmaterial", "legadminmaterial"})
# What goes by its source, type and number, "S. Res. 301", or says itself what it is.
NAMED_ACT = "act"
GENRES_OF_LAWS = frozenset(
    {"law", "code", "constitution", "decree", "resolution", "order", "hearing", "bill", NAMED_ACT}
)
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

# What `type` or the type of the entry says of a thesis by a code, to the genre of the language files.
THESIS_GENRES = {
    "phdthesis": "phd",
    "mastersthesis": "master",
    "mathesis": "master",
    "candthesis": "candidate",
    "docthesis": "doctoral",
    "masterthesis": "master",
    "bathesis": "bachelor",
    "bachelorthesis": "bachelor",
    "bachelorsthesis": "bachelor",
    "phd": "phd",
    "thesis": "thesis",
    "candidate": "candidate",
    "doctoral": "doctoral",
    "master": "master",
    "bachelor": "bachelor",
}
# A journal as a whole, or an issue of it.
PERIODICAL = "periodical"
# What an article is, where its type or subtype says more.
GENRES_OF_ARTICLES = MappingProxyType(
    {
        "newspaper": "newspaper", "newsarticle": "newspaper", "newspaperarticle": "newspaper",
        "magazine": "magazine", "review": "review", PERIODICAL: PERIODICAL, "blog": "blog",
        # What styles of biblatex call a paper or magazine of no scholars.
        "nonacademic": "magazine",
    }
)  # fmt: skip

# Each may be given in other languages: title_kk, title_ru, title_en, title_latin.
TEXT_FIELDS = frozenset(
    {
        "title", "subtitle", "shorttitle", "description", "shorthand", "journal", "journaltitle",
        "booktitle", "series", "publisher", "institution", "school", "organization", "address",
        "location", "field", "jurisdiction", "note", "maintitle", "mainsubtitle", "titleaddon",
        "booksubtitle", "journalsubtitle", "booktitleaddon", "issuetitle", "addendum", "origtitle",
        "origpublisher", "origlocation", "eventtitle", "venue", "howpublished", "type",
        "maintitleaddon", "entrysubtype", "credits", "science", "court",
    }
)  # fmt: skip
# Who did something else than write, edit, translate or ask, as biblatex calls it.
ROLES = frozenset(
    {
        "afterword", "annotator", "commentator", "composer", "director", "foreword", "holder",
        "illustrator", "introduction", "narrator", "performer", "producer", "writer", "compiler",
        "execproducer", "host", "guest", "with",
    }
)  # fmt: skip
# Editors of another sort; the field with “type” behind it says which.
OTHER_EDITORS = ("editora", "editorb", "editorc")
NAME_FIELDS = frozenset(
    {
        "author",
        "editor",
        "translator",
        "interviewer",
        "bookauthor",
        "shortauthor",
        "groupauthor",
        "hosttranslator",
        *ROLES,
        *OTHER_EDITORS,
    }
)
PLAIN_FIELDS = frozenset(
    {
        "year", "month", "day", "date", "urldate", "volume", "number", "issue", "pages", "pagetotal",
        "numpages",
        "edition", "doi", "isbn", "issn", "url", "langid", "language", "kind", "country", "keywords",
        "crossref", "mention", "citation", "related", "relatedtype", "relatedstring", "volumes", "part",
        "chapter", "book", "version", "application", "dayfiled", "monthfiled", "yearfiled", "eid",
        "eprint", "source", "article", "section", "amendment",
        "eprinttype", "archiveprefix", "eprintclass", "primaryclass", "pmid", "pubstate", "origdate",
        "origyear", "origlanguage", "eventdate", "editortype", "editoratype", "editorbtype", "editorctype",
        "authortype", "nameaddon", "sortname", "sorttitle", "sortkey", "presort", "archive",
        "archivelocation", "archiveurl", "archivedate", "options", "xdata", "entryset", "ids",
    }
)  # fmt: skip

# Fields of BibTeX, biblatex, Zotero and JabRef that look like a slip of one of ours and are none.
FOREIGN_FIELDS = frozenset(
    {
        "abstract", "annotation", "annote", "authority", "translation",
        # biblatex-gost's, and those of templates.
        "city", "heading", "publdate", "publication", "reqnumber", "requestnumber", "prnumber", "prdate",
        "prcountry", "ipc", "descriptor", "descriptors",
        "bookpagination", "eissn", "execute", "file",
        "gender",
        "groups", "indexsorttitle", "indextitle", "isan", "ismn", "isrn", "issuesubtitle", "iswc",
        "keyword", "label", "lccn", "library", "mainsubtitleaddon", "notes", "owner",
        "pagination", "reprinttitle", "shorteditor", "shortjournal", "shortseries",
        "sortyear", "status", "timestamp", "urltitle", "urlyear", "urlmonth", "urlday", "usera",
        "userb", "userc", "xref", "key",
    }
)  # fmt: skip

# Of those, what exports pass on as it stands in the file.
KEPT_FIELDS = frozenset(
    {
        "abstract", "annotation", "shortjournal", "shortseries", "langidopts", "options", "label", "library",
        "pagination", "bookpagination", "eventtitleaddon", "issuesubtitle", "gender",
    }
)  # fmt: skip
# Types of entries that say more to other programs than the kind of the work, whose export they stay.
_NAMES_OF_KEPT = """inbook bookinbook suppbook suppcollection collection proceedings manual booklet
    inreference reference mvbook mvcollection mvproceedings mvreference techreport review suppperiodical"""
KEPT_TYPES = frozenset(_NAMES_OF_KEPT.split())

# Names under which BibTeX, biblatex and other programs have one field.
ALIASES = MappingProxyType(
    {
        "address": "location", "journal": "journaltitle", "school": "institution", "issue": "number",
        "archiveprefix": "eprinttype", "primaryclass": "eprintclass", "hyphenation": "langid",
        "key": "sortkey",
    }
)  # fmt: skip

# Sites on which others write; their names have one capital, as leaflets and films have.
PLATFORMS = frozenset(
    {"Academia", "Facebook", "Instagram", "LinkedIn", "Medium", "Reddit", "ResearchGate", "SoundCloud",
     "Spotify", "Telegram", "TikTok", "Twitter", "VK", "Vimeo", "X", "YouTube", "Zenodo", "ВКонтакте"}
)  # fmt: skip


def with_told(fields: Mapping[str, str], told: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of an entry with others in place of some; "" takes one away."""
    if not told:
        return fields
    return {name: value for name, value in {**fields, **told}.items() if value or name not in told}
