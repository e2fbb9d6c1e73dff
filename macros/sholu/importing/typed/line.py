"""A line of a list of references while it is read: what was understood of it, and what is left."""

from __future__ import annotations

import re
import unicodedata

from sholu.bibliography.language_names import code_of_language, name_of_language
from sholu.bibliography.typed_words import of_words, typed_words
from sholu.importing.draft import Name
from sholu.languages import available_languages, kept, reading_words
from sholu.regexes import regex
from sholu.values import State, field

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽƏÝА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐЎҲҶӢӮЈ"
LETTER = r"[^\W\d_]"
# A word of a name: Иванов, O’Neill, Müller-Wiener.
WORD = rf"[{UPPER}](?:[’'ʼ`‘]?{LETTER})+(?:[-–‐](?:[’'ʼ]?{LETTER})+)*"
# «1.», «[1]», «1)», «(1)», «•», as lists number their lines.
_NUMBER = regex(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)(?=\s)|\d{1,3}[.)]?(?=\s+[^\d\s])|[•●▪*–-](?=\s))\s*")
_MARKS = regex(r"[\s.,;:–—-]{8,}")
_NO_SPACE = regex(
    rf"(?<=[^\W\d_A-ZА-Я]{{3}})(?:\.(?=[{UPPER}][^\W\d_A-ZА-Я]{{3}})|,(?=(?:1[89]|20)\d\d(?!\d)))"
)
_DOI = regex(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi(?:\.org/)?\s*:?\s*)(10\.\d{4,9}/[^\s\"<>]+)"
    r"|(?<![\w/.])(10\.\d{4,9}/[^\s\"<>]+)",
    re.IGNORECASE,
)
_URL = of_words(
    r"(?:\b<<before_address>>\s*:?\s*)?"
    r"<?\s*((?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+)\s*>?",
    re.IGNORECASE,
)
# “2001. Print.”, as MLA had it.
_MEDIUM = of_words(r"(?<=[\d+]\.)\s(?i:<<medium>>)\.?$")
# What is left where the address was.
_BEFORE_NOTHING = of_words(r"\b<<before_address>>\s*:?\s*(?=[.\s]*$)", re.IGNORECASE)
_ISBN = regex(r"\bISBN(?:-1[03])?\s*:?\s*([\dXx][\d\s–-]{8,16}[\dXx])")
_ISSN = regex(r"\bISSN\s*:?\s*(\d{4}[-–]\d{3}[\dXxХх])")
_ACCESSED = of_words(
    r"[(\[]?\s*\b<<accessed>>\s*[:–—-]?\s*(?P<day>[^()\[\];]*?\d{4}(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?(?=\]))?(?:\s*<<after_year>>)?)"
    r"\s*(?:[)\]]|,?\s*<<address_follows>>:?|(?=[.;])|,\s*(?=https?:)|$)",
    re.IGNORECASE,
)
_ELECTRONIC = of_words(r"\s*[\[(](?:<<electronic>>|<<content_type>>)[\])]", re.IGNORECASE)
# "(In Russ.)", «(на каз. яз.)», «[қазақ тілінде]»
_LANGUAGE_NOTE = of_words(
    r"[(\[]\s*(?P<note><<in_language>>\s[^()\[\]\d]{2,30}|[^()\[\]\d]{2,30}\s<<named_language>>)\s*[)\]]",
    re.IGNORECASE,
)
# An abbreviation keeps its full stop («М.», «т.б.», "Inc.").
_ABBREVIATED = of_words(rf"(?:^|[\s.(])(?:[{UPPER}]|<<with_stops>>)\.$")
# What stands beside the numbers of a list; one letter of the Latin alphabet only with its stop, or at the
# beginning ("Physical Review C 12").
VOLUME = r"(?![A-Za-z]\s?\d)(?i:<<volume>>)\.?"
# «C. 3, S. 3, s. 260-276»: before pages a letter of their own is that of a number.
NUMBER = r"(?:№+|n[°º]|N(?=[\s°º\d])[°º]?|S\.(?=\s?\d[\d/-]*,\s?ss?\.\s?\d)|(?i:<<number>>|<<issue>>)\.?)"
PART = r"(?i:<<part>>)\.?"
# Cyrillic letters that are typed for Latin ones look alike.
PAGES = r"(?:(?i:<<pages>>)|[РрСсSs]{1,2}(?![^\W\d_]))"
AFTER_YEAR = r"(?:\s?(?i:<<after_year>>)\.?)?"
AND = r"(?:&|<<joining>>)"
# “25th anniversary ed.”
_ORDINAL_EDITION = r"\d+(?:\.|\.?-?<<ordinal_endings>>)\s*(?:[^\W\d_]{5,}\s)?<<edition>>"
EDITION = rf"(?i:(?:<<revised>>\.?\s)?{_ORDINAL_EDITION}|<<revised>>\.?\s+<<edition>>|\d+-<<edition>>)\.?"
ROLE_IN_BRACKETS = r"(?:\s?[(\[](?i:<<role_editor>>|<<role_chief_editor>>|<<role_compiler>>)[)\]])"


class Line(State):
    """What is left (`text`) of a line, and what was read of it."""

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[Name]] = field(default_factory=dict)
    and_others: set[str] = field(default_factory=set)
    left_over: list[str] = field(default_factory=list)

    def put(self, name: str, words: str) -> None:
        """Keep a field, if it says something and is not known yet."""
        clean = words if name in {"url", "doi", "edition"} else tidy(words)
        if clean and name not in self.fields:
            self.fields[name] = clean

    def leave(self, words: str) -> None:
        """Keep what nobody could read."""
        clean = tidy(words)
        if re.search(r"\w", clean):
            self.left_over.append(clean)


def tidy(words: str) -> str:
    """Take away the marks and spaces that part a field from its neighbours."""
    text = " ".join(words.split()).strip(" ,;:–—/")
    text = text.removeprefix("- ").removesuffix(" -").strip()
    if text.endswith(".") and not _ABBREVIATED.search(text):
        text = text.rstrip(".")
    pairs = (("«", "»"), ("“", "”"), ('"', '"'))
    for left, right in pairs:
        inner = text[1:-1]
        if text.startswith(left) and text.endswith(right) and left not in inner and right not in inner:
            return inner
    return text


def begin(typed: str) -> Line:
    """Take away the number of a line, and what is known wherever it stands: DOI, addresses, ISBN, access."""
    text = unicodedata.normalize("NFC", typed).replace("\u00ad", "")
    text = re.sub(r"[\s\u00a0\u202f\u2009\ufeff]+", " ", text).strip()
    # Two hyphens are a dash, or one within a word that TeX has doubled: «Изд--во».
    text = re.sub(r"(?<=\w)--(?=[^\W\d_])", "-", re.sub(r"(?<=\s)--(?=\s)", "–", text))
    # A row of nothing but marks says no more than one dash, and each pattern would try it from every mark on.
    text = _MARKS.sub(" – ", text)
    # Hyphens that do not break are hyphens.
    text = re.sub("[\u2010\u2011]", "-", text)
    # A range that has a space behind its dash: "(pp. 44- 64)".
    text = re.sub(r"(?<=\d)([-–—])\s(?=\d+\))", r"\1", text)
    line = Line(_NUMBER.sub("", text, count=1))
    _take_addresses(line)
    line.text = re.sub(r"«\s+|\s+(?=»)", lambda found: found[0].strip(), line.text)
    line.text = re.sub(r"(?<!:)\s*//\s*", " // ", line.text)
    # «Автореферат.Алматы,2008»: a mark without its space.
    line.text = _NO_SPACE.sub(r"\g<0> ", line.text)
    if whole := re.fullmatch(r"\[([^\[\]]+)\]\.?", line.text):
        line.text = whole[1]
    return line


def with_one_dash(text: str) -> str:
    """Write all that parts the areas of a description by GOST as one dash between spaces."""
    # «.-Алматы», «. - 2006.-», « — »: one dash between areas; not the hyphen of «Ж.-Б.».
    area = rf"(?<![{UPPER}]\.)(?<=[.)])\s*[-–—]\s*(?=[{UPPER}\d№\"«(])"
    area += rf"|(?<=[{UPPER}]\.)\s+[-–—]\s*(?=[{UPPER}\d№])"
    text = re.sub(area, " – ", text)
    text = re.sub(r"\s+[-–—]\s+|\s+[-–—](?=[БбСсPp]\.\s?\d)", " – ", text)
    return re.sub(r"\s+", " ", text).strip()


def _take_addresses(line: Line) -> None:
    def doi(found: re.Match[str]) -> str:
        line.put("doi", (found[1] or found[2]).rstrip(".,;)"))
        return " "

    def accessed(found: re.Match[str]) -> str:
        if day := day_of(found["day"]):
            line.put("urldate", day)
            return " "
        return found[0]

    def url(found: re.Match[str]) -> str:
        address = found[1].rstrip(".,;)")
        line.put("url", address if address.startswith(("http", "ftp")) else f"https://{address}")
        return " "

    def note(found: re.Match[str]) -> str:
        code = code_of_language(found["note"])
        if not code:
            return found[0]
        line.put("langid", name_of_language(code))
        return " "

    line.text = _DOI.sub(doi, line.text)
    line.text = _ACCESSED.sub(accessed, line.text)
    line.text = _URL.sub(url, line.text)
    for pattern, name in ((_ISBN, "isbn"), (_ISSN, "issn")):
        if found := pattern.search(line.text):
            line.put(name, re.sub(r"\s", "", found[1]).replace("–", "-").replace("Х", "X").replace("х", "X"))
            line.text = line.text[: found.start()] + " " + line.text[found.end() :]
    line.text = _ELECTRONIC.sub("", line.text)
    line.text = _LANGUAGE_NOTE.sub(note, line.text)
    line.text = _BEFORE_NOTHING.sub("", line.text)
    line.text = _MEDIUM.sub("", line.text)
    line.text = re.sub(r"[\s,;–—-]*(?:\(\s*\)|\[\s*\])", "", line.text)
    line.text = re.sub(r"(?:[\s,;:–—]|\s-)+(\.?)$", r"\1", line.text.strip())


def day_of(words: str) -> str:
    """Read a day in any of the ways in which it is typed: ISO, or "" if it is none."""
    text = words.casefold()
    if found := re.search(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text):
        return _iso(found[3], found[2], found[1])
    if found := re.search(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", text):
        return _iso(found[1], found[2], found[3])
    year = re.search(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)", text)
    month = month_in(text)
    day = re.search(r"(?<!\d)([12]?\d|3[01])(?:st|nd|rd|th)?(?!\d)", re.sub(r"\d{4}", " ", text))
    if not year or not month:
        return ""
    return _iso(year[0], str(month), day[1] if day else "")


def month_in(words: str) -> int:
    """Return the month that is named, 0 if none is."""
    for word in re.findall(rf"{LETTER}+", words.casefold()):
        for stem, number in _months().items():
            if word.startswith(stem) and len(word) <= len(stem) + 11:
                return number
    return 0


def season_in(words: str) -> int:
    """Return the season that is named, as EDTF counts them from spring on, 21; 0 if none is."""
    seasons = enumerate(("spring", "summer", "autumn", "winter"), 21)
    return next((number for number, kind in seasons if words.casefold() in typed_words(kind)), 0)


@kept
def _months() -> dict[str, int]:
    """Return the number of each month by how its names begin in any language."""
    return {
        stem: number
        for code in available_languages()
        for number, stems in enumerate(reading_words(code, "months"), 1)
        for stem in stems.split("|")
    }


def _iso(year: str, month: str, day: str) -> str:
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 -- months
        return ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day and 1 <= int(day) <= 31 else "")  # noqa: PLR2004
