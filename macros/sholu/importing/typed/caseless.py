"""Lines in scripts without capitals, where marks alone tell what is what: Han, kana, Hangul, Arabic, Hebrew.

Chinese lists follow GB/T 7714 («作者. 题名[J]. 刊名, 2014, 35(4): 202-204») or name titles in «《》»;
Japanese (SIST 02) and Korean ones put books into «『』» and articles into «「」»; Arabic, Persian and Hebrew
ones part all by commas or stops.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from sholu.bibliography.typed_words import of_words, typed_words
from sholu.importing.draft import Name
from sholu.importing.typed.line import Line, tidy
from sholu.importing.typed.people import names_listed
from sholu.regexes import regex

_EAST_ASIAN = regex("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_RIGHT_TO_LEFT = regex("[\u0590-\u05ff\u0600-\u06ff]")
_LETTERS = regex(r"[^\W\d_]")
# «[古希腊] 普鲁塔克», «[美]萨义德», «(清)曹雪芹»: where or when a person lived.
_WHENCE = regex(
    r"^(?:\[[\u4e00-\u9fff]{1,4}\]|\([\u4e00-\u9fff]{1,4}\))\s?(?=[^\s\[(].*\[[A-Z]{1,2}(?:/OL)?\])"
)
# «倪连生, 王琳, 译. 北京: …», «曹伯言整理. …», «修订版. …»: what stands between a title and its imprint.
_BEFORE_PLACE = of_words(
    r"^(?:(?P<edition>[^.,:\[\]]{1,6}<<edition>>)|(?P<people>[^.:\[\]]{2,80}?)(?:,\s?<<others>>)?,?\s?"
    r"(?:(?P<translated><<role_translator>>)|(?P<edited><<role_editor>>)))\.\s?(?=\S)"
)
# 作者. 题名[J]. …: what kind of work it is stands in brackets (GB/T 7714-2015, annex B).
_BY_NORM = regex(
    r"^(?:(?P<people>[^.\[\]《》]{1,80})\.\s?)?(?P<title>[^\[\]]+?)\s?\[(?P<kind>[A-Z]{1,2})(?:/OL)?\][.,]?\s?(?P<rest>.*)$"
)
# Western works of Chinese lists have it too: "Smith J. Title[J]. Journal, 2015".
_SAID_BY_NORM = regex(r"(?<=[^\W\d_])\s?\[(?:[MJDCRNS]|EB|DB)(?:/OL)?\]\.")
# "SMITH J A"
_INITIAL = regex(r"(?<=\s)([A-Z])(?=\s|,|;|$)")
# «新华写字字典 / 商务印书馆辞书研究中心. 北京: …», as libraries describe a book.
_SLASHED = regex(
    r"^(?P<title>[^/\[\]]+?)\s/\s(?P<people>[^./\[\]]+)\.\s?(?P<rest>[^:,]+:\s?[^,]+,\s?\d{4}.*)$"
)
_EDITED_AT_END = of_words(r"\s?\((?:<<role_editor>>)\)[.\s]*$")
_KINDS = {
    "M": "book",
    "D": "thesis",
    "C": "book",
    "R": "report",
    "S": "standard",
    "EB": "online",
    "DB": "online",
}
_IN_JOURNAL = regex(
    r"^(?P<host>[^,]+),\s?(?P<year>\d{4})(?:-(?P<day>\d\d-\d\d))?(?:,\s?(?P<volume>\d+))?(?:\s?\((?P<number>[\w-]+)\))?"
    r"(?:\s?:\s?(?P<pages>\d+(?:-\d+)?))?"
)
_PRINTED = regex(
    r"^(?:(?P<place>[^:,]+(?:,\s[^:,]+)?):\s?)?(?P<publisher>[^,]+),\s?(?P<year>\d{4})(?:\s?:\s?(?P<pages>\d+(?:-\d+)?))?"
)
# «(2019-05-12)[2021-03-01]»: the day of a page, and that on which it was read.
_DAYS = regex(r"(?:\((?P<published>\d{4}-\d\d-\d\d)\))?\s?(?:\[(?P<read>\d{4}-\d\d-\d\d)\])?\.?$")
_TITLE = regex(r"(?:《(?P<a>[^《》]+)》|「(?P<b>[^「」]+)」|『(?P<c>[^『』]+)』|〈(?P<d>[^〈〉]+)〉)")
_DETAILS = {
    "volume": of_words(r"<<number_begins>>?\s?(\d+)\s?<<volume>>|(?<![\d-])(\d+)\s?\(\d+\)"),
    "number": of_words(r"<<number_begins>>?\s?(\d+)\s?<<number>>|(?<![\d-])\d+\s?\((\d+)\)"),
    "pages": of_words(
        r"(?:<<number_begins>>|<<pages>>\.)?\s?(\d+(?:\s?[-~]\s?\d+)?)\s?<<pages>>"
        r"|<<pages>>\.\s?(\d+(?:\s?-\s?\d+)?)|(?<=[, ])(\d+-\d+)(?=\W*$)"
    ),
    "year": of_words(r"(?<!\d)((?:1[0-9]|20)\d\d)(?:\s?<<after_year>>)?"),
}
_OF_ARABIC = {
    "pages": of_words(r"<<pages>>\.?\s?(\d+(?:\s?-\s?\d+)?)"),
    "volume": of_words(r"<<volume>>\.?\s?(\d+)"),
    "number": of_words(r"<<number>>\.?\s?(\d+)"),
    "year": of_words(r"(?<!\d)((?:1[2-9]|20)\d\d)(?:\s?<<after_year>>)?\b"),
}
# By APA: «العلي, محمد. (2019). …», «김철수 (2019). …», «山田太郎(2019)『…』».
_BY_YEAR = of_words(
    r"^(?P<people>[^()\[\]《》「」『』〈〉«»\"“”]{1,80}?)[.,]?\s?\((?P<year>\d{4})(?:\s?<<after_year>>)?[a-z]?\)"
    r"[.,:]?\s?(?P<rest>\S.*)$"
)
_IN_PERIODICAL = regex(
    r"^(?P<host>[^,:\d]+?)(?:,\s?|\s)(?P<volume>\d+)\s?(?:\((?P<number>[^()]+)\))?(?:[,:]\s?(?P<pages>\d+(?:-\d+)?))?\.?$"
)
_AND_OTHERS = of_words(r"\s*[,、]?\s?<<others>>\.?$")
_BETWEEN_NAMES = of_words(r"\s*;\s*|\s+<<joining>>(?=\s)")
_PERIODICAL = of_words(r"^<<periodical_begins>>\s")


def reads_as_caseless(text: str) -> bool:
    """Tell whether most letters of a line belong to a script without capitals, or a sign of GB/T 7714."""
    if _SAID_BY_NORM.search(text):
        return True
    letters = len(_LETTERS.findall(text))
    return 2 * (len(_EAST_ASIAN.findall(text)) + len(_RIGHT_TO_LEFT.findall(text))) > letters


def read_caseless(line: Line) -> str:
    """Read authors, title, and what the work stands in; return its type."""
    plain = _plain(line.text)
    text = _WHENCE.sub("", plain)
    if by_year := _BY_YEAR.match(text):
        _put_people(line, by_year["people"].strip(" ,.:"))
        line.put("year", by_year["year"])
        text = by_year["rest"]
        if not _TITLE.match(text):
            return _by_year(line, text)
    if (_EAST_ASIAN.search(text) or _SAID_BY_NORM.search(text)) and (found := _BY_NORM.match(text)):
        return _by_norm(line, found, is_foreign=text != plain and plain.startswith("["))
    if not _EAST_ASIAN.search(text):
        return _of_arabic(line, text)
    titles = list(_TITLE.finditer(text))
    if not titles and (slashed := _SLASHED.match(text)):
        text = f"{slashed['people']}. {slashed['title']}[M]. {slashed['rest']}"
    if not titles and (found := _BY_NORM.match(text)):
        return _by_norm(line, found, is_foreign=False)
    if not titles:
        line.put("title", text)
        return "misc"
    first = titles[0]
    _put_people(line, text[: first.start()].strip(" ,:、"))
    line.put("title", _inside(first))
    is_part = len(titles) > 1
    if is_part:
        line.put("host", _inside(titles[1]))
    return _rest(line, text[titles[int(is_part)].end() :], _DETAILS, is_part=is_part)


def _plain(text: str) -> str:
    """Write marks and figures of wide and Arabic keyboards as plain ones."""
    figures = "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() and not sign.isascii() else sign for sign in text
    )
    plain = figures.translate(str.maketrans("，：；（）．［］、،؛—–", ",:;().[],,;--"))
    return re.sub(r"-+", "-", re.sub(r"(?<=[\u3040-\u9fff\uac00-\ud7af])[。]", ".", plain)).strip(" .。")


def _inside(found: re.Match[str]) -> str:
    return next(filter(None, found.groups()), "")


def _by_norm(line: Line, found: re.Match[str], *, is_foreign: bool) -> str:
    _put_people(line, found["people"] or "")
    if is_foreign:
        # A name that was put into Han letters has no family name at its head.
        line.names["author"] = [Name(f"{one.family}{one.given}") for one in line.names.get("author", [])]
    line.put("title", found["title"].removesuffix(":"))
    kind, rest = found["kind"], _before_place(line, found["rest"])
    if kind in {"J", "N"} and (inside := _IN_JOURNAL.match(rest)):
        line.put("host", inside["host"])
        line.put("volume", inside["volume"] or "")
        line.put("pages" if kind == "N" else "number", inside["number"] or "")
        line.put("pages", inside["pages"] or "")
        line.put("date" if inside["day"] else "year", "-".join(filter(None, (inside["year"], inside["day"]))))
        line.leave(rest[inside.end() :])
        return "article"
    if printed := _PRINTED.match(rest):
        line.put("address", printed["place"] or "")
        line.put("publisher", printed["publisher"])
        line.put("year", printed["year"])
        line.put("pages", printed["pages"] or "")
        line.leave(rest[printed.end() :])
    else:
        if days := _DAYS.search(rest):
            line.put("date", days["published"] or "")
            line.put("urldate", days["read"] or "")
            rest = rest[: days.start()] + rest[days.end() :]
        line.leave(rest)
    return _KINDS.get(kind, "misc")


def _before_place(line: Line, rest: str) -> str:
    """Read an edition, translators and editors, which stand before the place; return what follows them."""
    while found := _BEFORE_PLACE.match(rest):
        line.put("edition", found["edition"] or "")
        if found["people"]:
            role = "translator" if found["translated"] else "editor"
            line.names[role] = _people(found["people"], line.text)
        rest = rest[found.end() :]
    return rest


def _rest(line: Line, text: str, patterns: Mapping[str, re.Pattern[str]], *, is_part: bool) -> str:
    """Read what stands behind the titles: place and publisher, and details known by their signs."""
    read = text
    for name in ("volume", "number"):
        # One sign, 50(2), may tell both.
        if found := patterns[name].search(text):
            line.put(name, next(filter(None, found.groups())))
            read = read.replace(found[0], " ", 1)
    for name in ("pages", "year"):
        if found := patterns[name].search(read):
            line.put(
                name,
                re.sub(
                    r"\s|~", lambda sign: "" if sign[0] != "~" else "-", next(filter(None, found.groups()))
                ),
            )
            read = f"{read[: found.start()]} {read[found.end() :]}"
    pieces = [piece for piece in (tidy(part).strip(" .()") for part in re.split(r"[,;]|\.\s", read)) if piece]
    if pieces:
        place, parted, publisher = pieces[0].partition(":")
        if is_part and not parted:
            line.leave(pieces[0])
        else:
            line.put("address", place if parted else "")
            line.put("publisher", publisher if parted else place)
        for piece in pieces[1:]:
            line.leave(piece)
    return "article" if is_part else "book"


def _of_arabic(line: Line, text: str) -> str:
    """Read a line of Arabic, Persian or Hebrew: author, title, the rest; parted by stops, else by commas."""
    stops = [part.strip() for part in re.split(r"\.\s+", text) if part.strip()]
    is_by_stops = len(stops) > 2 and len(stops[0].split()) < 5  # noqa: PLR2004 -- author, title, the rest
    parts = stops if is_by_stops else [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004
        line.put("title", text)
        return "misc"
    _put_people(line, parts[0])
    rest = (". " if is_by_stops else ", ").join(parts[2:])
    is_part = re.fullmatch(r"[«“\"”„].+[»”\"“]", parts[1]) is not None and not re.search(r":", rest)
    line.put("title", parts[1])
    if is_part:
        host, _, rest = rest.partition("," if not is_by_stops or "," in rest else ".")
        line.put("host", _PERIODICAL.sub("", host).strip() or host)
    return _rest(line, rest, _OF_ARABIC, is_part=is_part)


def _by_year(line: Line, text: str) -> str:
    """Read what stands behind authors and year: a title, a periodical, or who published it."""
    title, *behind = re.split(r"\.\s*(?=\S)", text, maxsplit=1)
    rest = behind[0].strip() if behind else ""
    line.put("title", title.strip(' .«»“”"'))
    if inside := _IN_PERIODICAL.match(rest):
        line.put("host", _PERIODICAL.sub("", inside["host"]).strip() or inside["host"])
        for name in ("volume", "number", "pages"):
            line.put(name, inside[name] or "")
        return "article"
    return _rest(line, rest, _DETAILS if _EAST_ASIAN.search(text) else _OF_ARABIC, is_part=False)


def _put_people(line: Line, words: str) -> None:
    """Keep the authors: family first in East Asia, last where a name is told as it is spoken."""
    role = "editor" if _EDITED_AT_END.search(words) else "author"
    words = _EDITED_AT_END.sub("", words)
    others = _AND_OTHERS.search(words)
    bare = words[: others.start()] if others else words
    if not bare.strip():
        return
    if _RIGHT_TO_LEFT.search(bare):
        people = [_spoken(part) for part in _BETWEEN_NAMES.split(bare) if part.strip()]
    elif not _EAST_ASIAN.search(bare):
        people = names_listed(_INITIAL.sub(r"\1.", bare))[0]
    else:
        people = _people(bare, line.text)
    line.names[role] = people
    if others:
        line.and_others.add(role)


def _people(words: str, text: str) -> list[Name]:
    parts = (part.strip() for part in re.split(r"[,;、]|・(?=.{3,})", words))
    return [east_asian(part, text) for part in parts if part]


def _spoken(words: str) -> Name:
    family, comma, given = words.partition(",")
    if comma:
        return Name(family.strip(), given.strip())
    given, _, family = words.strip().rpartition(" ")
    return Name(family, given)


def east_asian(name: str, text: str) -> Name:
    """Part a name: one sign of a family name, two in Japanese and in a few Chinese ones; others stay."""
    bare = name.replace(" ", "")
    if bare in typed_words("known_by_one_name"):
        # «老子», «恩格斯»: no family name stands at the head.
        return Name(bare)
    is_japanese = re.search("[\u3040-\u30ff『「]", text) is not None and not re.search(
        "[\uac00-\ud7af]", text
    )
    if not re.fullmatch("[\u4e00-\u9fff\uac00-\ud7af々]{2,4}", bare):
        return Name(name, is_institution=len(bare) > 5 and "·" not in bare)  # noqa: PLR2004
    is_double = bare[:2] in typed_words("double_family_names") or (is_japanese and len(bare) > 2)  # noqa: PLR2004
    size = 2 if is_double or len(bare) == 4 else 1  # noqa: PLR2004
    if " " in name:
        size = name.index(" ")
    return Name(bare[:size], bare[size:])
