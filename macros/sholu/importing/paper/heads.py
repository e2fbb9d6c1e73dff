"""What papers call their parts, in the languages of the engine: abstract, key words, list of works, codes.

Patterns of regular expressions, to be matched whole and without regard to case. Words that are a section of
a text as well, in any of the languages («материалы», "Quellen", "literatura"), are no list by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ABSTRACTS: Mapping[str, str] = {
    "kk": r"аңдатпа|түйін(?:деме)?",
    "ru": r"аннотация|резюме",
    "en": r"abstract|summary",
    "ky": r"кыскача мазмуну|аннотация",
    "uz": r"annotatsiya|аннотация",
    "tr": r"öz|özet",
    "az": r"xülasə|annotasiya",
    "tt": r"аннотация|кыскача эчтәлек",
    "mn": r"хураангуй|товч агуулга",
    "de": r"zusammenfassung|kurzfassung",
    "fr": r"résumé",
    "es": r"resumen",
    "pt": r"resumo",
    "it": r"riassunto|sommario",
    "pl": r"streszczenie|abstrakt",
    "uk": r"анотація",
    "zh": r"摘\s*要|提\s*要",
    "ja": r"要\s*旨|要\s*約|抄\s*録|概\s*要",
    "ko": r"(?:국문\s*)?초\s*록|요\s*약",
    "ar": r"(?:ال)?ملخص|(?:ال)?مستخلص",
    "fa": r"چکیده",
    "he": r"תקציר",
}
KEYWORDS: Mapping[str, str] = {
    "kk": r"түйін(?:ді)? сөздер|кілт сөздер|тірек сөздер",
    "ru": r"ключевые слова",
    "en": r"key\s?words",
    "ky": r"(?:ачкыч|негизги|түйүндүү) сөздөр",
    "uz": r"(?:kalit|tayanch) so[ʻ‘’'`ʼ]?zlar|(?:калит|таянч) сўзлар",
    "tr": r"anahtar (?:kelimeler|sözcükler)",
    "az": r"açar sözlər",
    "tt": r"(?:төп|ачкыч) сүзләр|төп төшенчәләр",
    "mn": r"түлхүүр үг(?:с|үүд)?",
    "de": r"schlüsselwörter|schlagwörter|stichwörter",
    "fr": r"mots[- ]clef?s|mots[- ]clés",
    "es": r"palabras[- ]clave",
    "pt": r"palavras[- ]chave",
    "it": r"parole[- ]chiave",
    "pl": r"słowa(?:[- ]klucze| kluczowe)",
    "uk": r"ключові слова",
    "zh": r"关\s*键\s*[词字]|關\s*鍵\s*[詞字]",
    "ja": r"キーワード",
    "ko": r"주제어|핵심어|키워드",
    "ar": r"(?:ال)?كلمات (?:ال)?(?:مفتاحية|دالة)|الكلمات المفاتيح",
    "fa": r"کلید\s?واژه(?:[\s\u200c]?ها)?|کلیدواژگان|(?:واژگان|واژه[\s\u200c]?های|کلمات) کلیدی",
    "he": r"מילות[\s־-]מפתח",
}
LISTS: Mapping[str, str] = {
    "kk": r"(?:(?:пайдалан|қолданыл)\w+\s+)?(?:әдебиет\w*(?:\s+тізімі)?|дереккөздер\s+тізімі)"
    r"(?:\s*\(?references\)?)?",
    "ru": r"(?:список\s+)?(?:использованн\w+\s+)?(?:литератур\w+|источник\w{1,3})(?:\s+и\s+литератур\w+)?"
    r"|библиограф\w+|литература\s*/\s*references",
    "en": r"references|bibliography|works cited|reference list|literature cited",
    "ky": r"(?:колдонул\w+\s+|пайдаланыл\w+\s+)?адабият\w*(?:\s+тизмеси)?",
    "uz": r"(?:foydalanilgan\s+)?adabiyotlar(?:\s+ro[ʻ‘’'`ʼ]?yxati)?"
    r"|(?:фойдаланилган\s+)?адабиётлар(?:\s+рўйхати)?",
    "tr": r"kaynakça|kaynaklar|bibliyografya",
    "az": r"(?:istifadə\s+\w+\s+)?ədəbiyyat(?:lar)?(?:ın)?(?:\s+siyahısı)?",
    "tt": r"(?:кулланыл\w+\s+|файдаланыл\w+\s+)?әдәбият(?:\s+исемлеге)?",
    "mn": r"ном\s?зүй|ашигласан\s+(?:ном|материал|эх сурвалж)\w*(?:\s+(?:зүй\w*|жагсаалт))?",
    "de": r"literatur(?:verzeichnis|angaben|nachweise?)?|quellenverzeichnis|quellen\s+und\s+literatur"
    r"|bibliogra(?:ph|f)ie",
    "fr": r"références(?:\s+bibliographiques)?|bibliographie",
    "es": r"referencias(?:\s+bibliográficas)?|bibliografía|obras citadas",
    "pt": r"referências(?:\s+bibliográficas)?|bibliografia",
    "it": r"riferimenti\s+bibliografici|bibliografia",
    "pl": r"bibliografia|(?:wykaz|spis)\s+literatury|literatura\s+cytowana|piśmiennictwo",
    "uk": r"(?:список\s+)?(?:використан\w+\s+)?(?:літератур\w+|джерел\w*)"
    r"(?:\s+(?:та|і|й)\s+(?:літератур\w+|джерел\w*))?",
    "zh": r"参\s*考\s*文\s*献|參\s*考\s*文\s*獻|参考书目|參考書目|引用文[献獻]",
    "ja": r"参考文献|引用文献|参考資料",
    "ko": r"참고\s?문헌|참고\s?자료",
    "ar": r"(?:قائمة\s+)?(?:المصادر|المراجع)(?:\s+و\s?(?:المراجع|المصادر))?",
    "fa": r"(?:فهرست\s+)?منابع(?:\s+و\s+مآخذ)?|کتاب[\s\u200c]?نامه",
    "he": r"ביבליוגרפיה|רשימת\s+(?:מקורות|ספרות|המקורות)|מקורות",
}
CODES = (
    r"УДК|ӘОЖ|UDC|УОК|ЭОЖ|UO[ʻ‘’'`ʼ]?K|УЎК|UDK|CDU|МРНТИ|ҒТАМР|ХҒТАР|МҒТАР|ҒТАХР|IRSTI|GRNTI|ГРНТИ|DOI|JEL|ББК"
    r"|中图分类号"
)


def of_any(names: Mapping[str, str]) -> str:
    """Return a pattern of what a part is called in any of the languages."""
    return "|".join(names.values())


def language_of(words: str, names: Mapping[str, str], own: str) -> str:
    """Tell in which language a part is called so: a paper's own where it may be, "" for none."""
    known = [code for code, pattern in names.items() if re.fullmatch(pattern, words.strip(), re.IGNORECASE)]
    return own if own.partition("-")[0] in known else next(iter(known), "")
