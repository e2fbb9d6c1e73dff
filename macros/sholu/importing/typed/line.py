"""A line of a list of references while it is read: what was understood of it, and what is left."""

from __future__ import annotations

import re
import unicodedata

from sholu.importing.draft import Name
from sholu.importing.typed.known_words import with_known_words
from sholu.regexes import regex
from sholu.values import State, field

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽƏÝА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐЎҲҶӢӮЈ"
LETTER = r"[^\W\d_]"
# «1.», «[1]», «1)», «•», as lists number their lines.
_NUMBER = regex(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?(?=\s+[^\d\s])|[•●▪*–-](?=\s))\s*")
_MARKS = regex(r"[\s.,;:–—-]{8,}")
_DOI = regex(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi(?:\.org/)?\s*:?\s*)(10\.\d{4,9}/[^\s\"<>]+)"
    r"|(?<![\w/.])(10\.\d{4,9}/[^\s\"<>]+)",
    re.IGNORECASE,
)
_URL = regex(
    r"(?:\bURL\s*:?\s*|\bAvailable (?:online )?at\s*:?\s*|Режим доступа\s*:\s*|Қолжетімділік тәртібі\s*:\s*)?"
    r"<?\s*((?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+)\s*>?",
    re.IGNORECASE,
)
_ISBN = regex(r"\bISBN(?:-1[03])?\s*:?\s*([\dXx][\d\s–-]{8,16}[\dXx])")
_ISSN = regex(r"\bISSN\s*:?\s*(\d{4}[-–]\d{3}[\dXxХх])")
_ACCESSED = regex(
    r"[(\[]?\s*(?:дата\s+обращения|дата\s+доступа|обращение|қаралған\s+күні|қаралды|жүгінген\s+күні|жүгіну\s+күні|"
    r"қолжетімді\s+күні|accessed(?:\s+on)?|access(?:ed)?\s+date|last\s+accessed|retrieved(?:\s+on)?|viewed|просмотрено)"
    r"\s*[:–—-]?\s*(?P<day>[^()\[\];]*?\d{4}(?:\s*(?:г|ж)\.?)?)\s*(?:[)\]]|,?\s*from\b:?|(?=[.;])|$)",
    re.IGNORECASE,
)
_ELECTRONIC = regex(
    r"\s*[\[(](?:Электронный\s+ресурс|Электрон(?:\.|дық|ды)\s+ресурс|Electronic\s+resource|Online|Text|Текст|Мәтін)[\])]",
    re.IGNORECASE,
)
_LANGUAGE_NOTE = regex(
    r"[(\[]\s*in\s+(?P<language>kaz(?:akh)?|russ?(?:ian)?|eng(?:lish)?|german|french|turkish|kyrgyz|uzbek)\.?\s*[)\]]"
    r"|[(\[]\s*(?P<own>на\s+(?:каз|рус|англ)\w*\.?(?:\s+яз\w*\.?)?|(?:қазақ|орыс|ағылшын)\s+тілінде)\s*[)\]]",
    re.IGNORECASE,
)
_LANGUAGES = (
    ("kazakh", ("kaz", "на каз", "қазақ")), ("russian", ("rus", "на рус", "орыс")),
    ("english", ("eng", "на англ", "ағылшын")), ("german", ("german",)), ("french", ("french",)),
    ("turkish", ("turkish",)), ("kyrgyz", ("kyrgyz",)), ("uzbek", ("uzbek",)),
)  # fmt: skip
_MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9,
    "окт": 10, "ноя": 11, "дек": 12, "қаң": 1, "ақп": 2, "нау": 3, "сәу": 4, "көкек": 4, "мам": 5,
    "маус": 6, "шіл": 7, "там": 8, "қыр": 9, "қаз": 10, "қар": 11, "жел": 12, "jan": 1, "feb": 2, "mar": 3,
    "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip


_ABBREVIATED = regex(
    rf"(?:^|[\s.(])(?:[{UPPER}]|вв?|гг?|жж?|др|пр|б|т|р|СПб|Спб|Пг|изд|яз|обл|шк|сост|лит|ст|Inc|Ltd|Co|Jr|eds?|etc)\.$"
)


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
    text = re.sub(r"\s+", " ", words).strip(" \t,;:–—/")
    text = text.removeprefix("- ").removesuffix(" -").strip()
    # An abbreviation keeps its full stop («М.», «т.б.», "Inc.").
    text = text if _ABBREVIATED.search(text) else text.rstrip(".")
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
    # A row of nothing but marks says no more than one dash, and each pattern would try it from every mark on.
    text = _MARKS.sub(" – ", text)
    line = Line(_NUMBER.sub("", text, count=1))
    _take_addresses(line)
    line.text = with_known_words(re.sub(r"(?<!:)\s*//\s*", " // ", line.text))
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
        words = (found["language"] or found["own"]).casefold()
        name = next((own for own, signs in _LANGUAGES if words.startswith(signs)), "")
        line.put("langid", name)
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
    line.text = re.sub(
        r"\b(?:Retrieved\s+from|Available\s+(?:online|from|at)|Режим доступа|Доступно)\s*:?\s*(?=[.\s]*$)",
        "",
        line.text,
    )
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
        for stem, number in _MONTHS.items():
            if word.startswith(stem) and len(word) <= len(stem) + 11:
                return number
    return 0


def _iso(year: str, month: str, day: str) -> str:
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 -- months
        return ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day and 1 <= int(day) <= 31 else "")  # noqa: PLR2004
