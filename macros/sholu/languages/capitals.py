"""Titles in sentence case, of titles in which every word has a capital (APA 7, 6.17).

Only English writes titles so. What braces protect in a bibliography keeps its capitals, and so do names of
countries, languages, months and days (CLDR), of peoples, faiths and great regions, words with capitals
inside, and what begins a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sholu.languages import cldr
from sholu.regexes import regex

_WORD = regex(r"[^\W\d_][\w’'.]*")
_FREE_WORD = regex(r"(?<![-‐‑\w])[^\W\d_][\w’'.]*")
_TAG = regex(r"(?<!\w)[@#]\w+|https?://\S+")
# What no other language has in a title; tells English where nobody says it.
_ENGLISH = regex(
    r"\b(?:of|the|and|for|with|from|by|how|what|to|press|publishing|publishers|books|university|journal|review|house"
    r"|society|association|office|studies|after|against|into|about|between|through|among|your|their|without"
    r"|who|when|why|you|this|that|these|those|which|should|would|could|its|our|than|while|across|toward|towards"
    r"|beyond|american|british|science|sciences|magazine|quarterly|government|commission|council|agency)\b",
    re.IGNORECASE,
)
# A word of a title that is longer has a capital in title case, but for these.
_LONGEST_SMALL = 3
_LONGER = """
about across after against along amid among around before behind below beyond between during from into like
over past since than that their through toward towards under until upon versus when where while with within
without your
"""
_SMALL = frozenset(_LONGER.split())
# Of fewer words with capitals after the first, and none without, nobody knows whether they are a name.
_FEWEST = 3
# A word that is no name, by its ending or as one of these.
ORDINARY = regex(
    r"\w{2,}(?:ing|tions?|ity|ness|ments?|ical|ology|ies|ism|ative|ances?|ences?|ships?|ers)"
    r"|analysis|approach|art|arts|book|border|borders|case|century|change|city|contemporary|cultural|culture|data"
    r"|design|early|economic|economy|empire|essays|first|future|gender|global|great|guide|history|human|identity"
    r"|impact|introduction|islands?|knowledge|land|language|late|law|life|literature|local|market|media|medieval"
    r"|method|methods|migration|model|models|modern|nation|national|nature|new|north|northern|notes|people"
    r"|perspective|perspectives|place|poetry|policy|political|politics|power|process|public|regional|review|rise|role"
    r"|rural|rise|science|small|social|society|soviet|space|state|states|story|studies|study|system|systems|text"
    r"|texts|theory|time|trade|tradition|transition|urban|use|view|war|water|waters|women|work|world|writing"
    r"|agenda|agriculture|articles?|childhood|climate|clothing|corruption|debts?|democracy|dialects?"
    r"|diplomacy|diseases?|dictionary|dynamics|economics|ethics|factors|faith|families|family|food"
    r"|freedom|frontiers?|health|income|jobs|justice|labou?r|laws|lives|markets|memories|memory|mobility"
    r"|music|networks|nomads|oil|party|peasants|peoples|philosophy|policies|practices?|prices|reforms?"
    r"|refugees|regimes?|relations|religions?|rights|schools?|songs|sources|space|sport|style|techniques"
    r"|technology|terms|territory|theories|thought|titles?|travel|tribes|values|villages?|violence|wages"
    r"|wealth|words|workers?|works|youth|references|territories",
    re.IGNORECASE,
)
# Bodies, events and people whose names end so.
_NAMES_END = """
association burgers city clarence clement commission constitution empire enlightenment federation florence
foundation institution island islands lawrence north parliament provence reformation restoration revolution
rivers sellers soviet state terence torrance trinity university war waters
"""
_ARE_NAMES = frozenset(_NAMES_END.split())
# What stands in capitals in any title; in one of capitals alone nothing tells it from a word.
_IN_CAPITALS = """
AIDS ASEAN BRICS CIA CIS COVID CSTO DNA EAEU ECO EU EURASEC GDP GIS HIV IMF IS KGB MGIMO NATO NGO OECD OIC
OPEC OSCE PRC RNA SCO SSR TV UAE UK UN UNESCO US USA USSR WHO WTO
"""
_ABBREVIATIONS = frozenset(_IN_CAPITALS.split())
_ROMAN = regex(r"[IVXLC]+")
# With a capital in the midst of a title they say that all of its words have one.
_JOINING = frozenset({"Of", "In", "And", "For", "To", "With", "From", "By", "At"})
# Scriptures are names, which keep their capitals (APA 7, 6.15).
_SCRIPTURES = (
    "Bible", "Qur’an", "Qur'an", "Quran", "Koran", "Torah", "Talmud", "Mishnah", "Vulgate", "Septuagint",
    "Gospel", "Upanishads", "Bhagavad Gita", "Old Testament", "New Testament", "Hadith", "Sunnah", "Avesta",
    "Rig Veda",
)  # fmt: skip
# Peoples, faiths, lands and times that are no languages or countries of today, and what is derived of them.
_PROPER = (
    "Islam", "Muslim", "Christian", "Buddh", "Jewish", "Judaism", "Sufi", "Shiʿ", "Shi’", "Shi'", "Sunni",
    "Hindu", "Turkic", "Turks", "Mongol", "Tatar", "Cossack", "Uyghur", "Uighur", "Qipchaq", "Kipchak",
    "Oghuz", "Oirat", "Timurid", "Chinggis", "Genghis", "Ottoman", "Safavid", "Byzantin", "Soviet",
    "Bolshevi", "Marxis", "Stalin", "Eurasia", "Siberia", "Caucas", "Caspian", "Aral Sea", "Altai", "Pamir",
    "Volga", "Slavic", "Slavs", "Balkan", "Inner Asia", "Far East", "Middle East", "Near East", "Silk Road",
    "Arab", "Kurd", "Manchu", "Tibet", "Xinjiang", "Turkestan", "Transoxiana", "Bukhara", "Khiva", "Kokand",
    "Crimea", "Anglo-Saxon", "Latin America", "Nazi", "Holocaust", "Catholic", "Protestant", "World War",
    "Golden Horde", "Cold War", "Great Game", "Tamerlane", "Cambridge", "Oxford", "Qurʾan", "Qurʼan",
    "America", "Pacific", "Atlantic", "Mediterranean", "Middle Ages", "Bronze Age", "Iron Age",
    "Roman Empire", "Mughal", "Seljuk", "Karakhanid", "Qarakhanid", "Abbasid", "Mamluk", "Scythia", "Sogdia",
    "Xiongnu", "Khazar", "Hellenis", "Habsburg", "Romanov", "Sahara", "Himalaya", "New England", "Old Norse",
)  # fmt: skip
_ARTICLES = frozenset({"a", "an", "the"})
# What a sentence ends with, and a subtitle begins after.
_ENDS = tuple(":?!.—–")
# "U.S." ends no sentence.
_ABBREVIATED = regex(r"\b[A-Z]\.$")
# An initial, who has translated or edited, a translation of the Bible: "King James Version".
_NAMED = regex(r"\b[A-Z]\.[ -][A-Z]|, (?:Trans|Eds?|Comps?|Dirs?)\.|[a-z] Version\b")
_NAMED_FIRST = regex(r"[A-Z]\.[ -]?[A-Z]|[^,]+, (?:Trans|Eds?|Comps?)\.$|.*[a-z] Version\b")
_QUOTES = "“”‘\"'«»([ "


def is_title_case(words: str) -> bool:
    """Tell whether all longer words after the first have capitals, and are no name, as "Hiro, Dilip" is."""
    # Of "Relationship-based" the second part may be small in either habit; @names and #topics always are.
    first, *others = _FREE_WORD.findall(_TAG.sub("", words)) or [""]
    long = [word for word in others if len(word) > _LONGEST_SMALL and word not in _SMALL]
    has_small = first.casefold() in _ARTICLES or any(word[0].islower() or word in _JOINING for word in others)
    # "Cats Who Take Direction" has no small word, and more of them than a name.
    is_many = len(others) >= _FEWEST and len(long) > 1
    if not (is_many or len(long) >= (1 if has_small else _FEWEST)):
        return bool(long) and _names_nothing(others[-1])
    return all(not word[0].islower() for word in long)


def _names_nothing(word: str) -> bool:
    """Tell whether a word with a capital ends no name: "Soft Power" and "Labour Migration" are none."""
    return word[:1].isupper() and word.casefold() not in _ARE_NAMES and ORDINARY.fullmatch(word) is not None


def is_sentence_case(words: str) -> bool:
    """Tell whether a title has capitals on names alone: a longer word in it is small."""
    return any(
        len(word) > _LONGEST_SMALL and word[0].islower() and word not in _SMALL
        for word in _FREE_WORD.findall(_TAG.sub("", words))
    )


def is_english(titles: str, others: str, code: str) -> bool:
    """Tell whether a work is English, by its language or, if nobody says that, by the words of its entry."""
    return code == "en" or (not code and _is_plain(titles) and bool(_ENGLISH.search(f"{titles} {others}")))


def _is_plain(words: str) -> bool:
    """Tell whether all letters are those of English; dashes and quotation marks are no letters."""
    return words.isascii() or all(sign.isascii() or not sign.isalpha() for sign in words)


def is_called_by_name(words: str) -> bool:
    """Tell whether what is said of a work names a person or a version: "A. Haleem, Trans."."""
    return _NAMED.search(words) is not None


def begins_with_name(words: str) -> bool:
    """Tell whether what is said of a work begins with such a name, and so with a capital in any place."""
    return _NAMED_FIRST.match(words) is not None


def sentence_case(words: str, protected: Iterable[str] = ()) -> str:
    """Write a title with capitals where a sentence has them. Every letter keeps its place.

    Args:
        words: the title, or title and subtitle.
        protected: what stood in braces.
    """
    if words.isupper():
        words = _WORD.sub(_with_one_capital, words)
    kept = [*_spans(words, protected), *_spans(words, _names_in(words), ending=r"\w{0,3}")]
    kept += (
        [tag.span() for tag in _TAG.finditer(words)] if "@" in words or "#" in words or "//" in words else []
    )
    parts: list[str] = []
    position = 0
    for found in _WORD.finditer(words):
        word = found[0]
        before = words[: found.start()].rstrip(_QUOTES)
        begins = not before or (before.endswith(_ENDS) and not _ABBREVIATED.search(before))
        is_kept = any(start < found.end() and found.start() < end for start, end in kept)
        is_initial = word[1:] == "." or (len(word) == 1 and word != "A")
        is_name = is_initial or word[1:] != word[1:].lower() or "." in word[:-1]
        parts.append(words[position : found.start()])
        parts.append(word if begins or is_kept or is_name else word[0].lower() + word[1:])
        position = found.end()
    return "".join((*parts, words[position:]))


def _with_one_capital(word: re.Match[str]) -> str:
    is_abbreviation = word[0] in _ABBREVIATIONS or _ROMAN.fullmatch(word[0]) or "." in word[0][:-1]
    # By letters, since "ß" and its like would change their number.
    return word[0] if is_abbreviation else word[0][0] + "".join(map(_small, word[0][1:]))


def _small(letter: str) -> str:
    return small if len(small := letter.lower()) == 1 else letter


def _spans(words: str, protected: Iterable[str], ending: str = "") -> list[tuple[int, int]]:
    """Return where words stand that keep their capitals, with an ending: "Asian" of "Asia"."""
    return [
        found.span()
        for one in protected
        if one.strip()
        for found in re.finditer(rf"(?<!\w){re.escape(one.strip())}{ending}(?!\w)", words)
    ]


def _names_in(words: str) -> list[str]:
    """Return the names of countries, languages, months and days among the words."""
    return [name for name in (*cldr.proper_names("en"), *_SCRIPTURES, *_PROPER) if name in words]
