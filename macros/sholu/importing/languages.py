"""What language a text is in, told by its letters and its commonest words; "" where they do not tell."""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType

from sholu.regexes import regex

# The commonest words of languages in Latin letters; names and titles have at least one of them as a rule.
_WORDS = MappingProxyType(
    {
        "en": "the of and in to for on with from by an at as its between into under toward",
        "de": "der die das und von zur zum im des den ein eine für über mit als auf",
        "fr": "le la les des du et dans pour sur une au aux par d'un l'histoire entre",
        "es": "el los las del y para por una con en sobre entre historia",
        "pt": "os das dos da e para uma com em sobre entre história",
        "it": "il gli della delle e per una con nel sulla tra storia",
        "tr": "ve bir ile için üzerine olarak türk tarihi dili",
        "pl": "i w z na do oraz się dla przez historia",
        "az": "və ilə üçün azərbaycan",
    }
)
# Letters that one language alone has, of those that scholars cite most; Persian has all of Arabic, and more.
_LETTERS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("fa", "[پچژگکی]"),
    ("ar", "[\u0620-\u064a]"),
    ("he", "[\u05d0-\u05ea]"),
    ("el", "[\u0370-\u03ff]"),
    ("hy", "[\u0531-\u0587]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hi", "[\u0904-\u0939]"),
)
_KAZAKH = regex(r"\b(?:және|мен|пен|бен|туралы|тарихы|тілі|қазақ|қазақстан)\b")
# Words of Kazakh titles that have none of its own letters, and endings that Russian has not.
_KAZAKH_STEMS = regex(
    r"\b(?:абай|ауыл|ауылы|бала|балалар|басы|батыр|батырлар|дала|даласы|дастан|ел|елдер|жас|жастар|жолы?|жолдар|жыл|жылдар|жылы"
    r"|жыры|заман|заманы|кала|калалар|казак|кыз|мектеп|ордасы|орыс|сабак|сыры|тарих|тарихи|тау|тил|туган|улт|уалаят\w*"
    r"|халкы|хандык|хандыгы|шыгарма\w*|ж[иы]нагы|айтыс|алаш|алтын|кара"
    r"|(?!доллар|шашлык|башлык|ярлык|мартын)[а-я]{3,}(?:лары|дары|тары|нын|дын|тын|лык|лыгы|дагы|тагы|сында|сынын))\b"
)
# What is Russian in a title that might be Kazakh: letters of no word of its own, words that join, endings.
_RUSSIAN = regex(
    r"[цщёэъ]|ь\b|\b(?:и|в|на|о|об|из|по|с|со|к|от|до|для|у|за|при|как|не|или|под|над)\b|(?:ая|ое|ие|ые|ий|ый|ого|его|ой|ия|ов|ев|ах|ях)\b"
)
_KYRGYZ = regex(r"\b(?:жана|менен|боюнча|үчүн|тили|тарыхы|жөнүндө)\b")


def guess(text: str) -> str:
    """Return the code of the language of a text, or ""."""
    folded = text.casefold()
    cyrillic = len(re.findall(r"[\u0400-\u04ff]", folded))
    latin = len(re.findall(r"[a-zà-žəğışçöü]", folded))
    if cyrillic >= max(latin, 1):
        return _in_cyrillic(folded)
    if latin:
        return _in_latin(folded)
    return next((code for code, letters in _LETTERS if re.search(letters, folded)), "")


def _in_cyrillic(text: str) -> str:
    if _KYRGYZ.search(text) and not _KAZAKH.search(text):
        return "ky"
    if re.search("[їєґ]", text) and not re.search("[әңғүұқөһ]", text):
        return "uk"
    if re.search("[әіңғұқһ]", text) or _KAZAKH.search(text):
        return "kk"
    if re.search("[үө]", text):
        return "ky"
    return "kk" if _KAZAKH_STEMS.search(text) and not _RUSSIAN.search(text) else "ru"


def _in_latin(text: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text)
    counts = Counter({code: sum(word in own.split() for word in words) for code, own in _WORDS.items()})
    (best, most), (_, second) = counts.most_common(2)
    return best if most > second else ""
