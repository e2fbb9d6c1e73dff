"""Acts of states and treaties in a list: what kind, whose, which number, of what day."""

from __future__ import annotations

import re

from sholu.importing.typed.details import details, first_detail
from sholu.importing.typed.imprint import imprint, put_imprint
from sholu.importing.typed.line import Line, day_of, tidy
from sholu.regexes import regex

# Kinds as `kind` of references.bib names them; the first that is found tells.
_KINDS = (
    ("constitution", r"Конституци[яи]|Конституциясы|\bConstitution of"),
    ("code", r"\bкодекс\b|\bКодекс\b|кодексі\b"),
    ("decree", r"\bУказ\b|Жарлығы?\b"),
    ("resolution", r"[Пп]остановлени[ея]|қаулысы"),
    ("order", r"\b[Пп]риказ\b|бұйрығы"),
    ("law", r"\bЗакон\b|\b[Фф]едер(?:\.|альный)\s+закон\b|\bЗаңы\b|\bLaw of\b|\bзакон\s+(?:Республики|Рос)"),
)
_TREATIES = (
    ("memorandum", r"\bМеморандум|меморандумы?\b|\bMemorandum"),
    ("protocol", r"\bПротокол\b|хаттамасы?\b"),
    ("convention", r"\bКонвенци[яи]|конвенция(?:сы)?\b|\bConvention"),
    ("declaration", r"\bДекларация\s+(?:о|между)|декларация(?:сы)?\b"),
    ("agreement", r"\bСоглашение\s+(?:о|между)|келісімі?\b|\bAgreement (?:on|between)"),
    ("treaty", r"\bДоговор\s+(?:о|между)|\bшарт\b|\bTreaty (?:of|on|between)"),
)
_DAY = (
    r"\d{1,2}\s+[^\W\d_]+\.?\s+\d{4}|\d{4}\s+(?:ж|г)\.\s+\d{1,2}\s+[^\W\d_]+|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}\s+жылғы\s+\d{1,2}\s+[^\W\d_]+|"
    r"\d{1,2}\s+[^\W\d_]+\s+\d{4}\s+жыл|[^\W\d_]+\s+\d{1,2},\s+\d{4}"
)
_NUMBER = regex(r"(?:№|\bN|\bNo\.?)\s?(?P<number>\d+(?:-[IVXLСХVІ]+)?(?:\s?ҚРЗ|-?ФЗ)?)")
_ARTICLE = regex(
    r"[\s.,–—-]*(?:\b(?:[Сс]т|[Бб]ап)\.?\s?(?P<a>\d+(?:\s?[(]\d+[)])?)|(?<!\d)(?P<b>\d+)-(?:құжат|бап|ст)\w*)\.?"
)
_STATES = (
    ("kz", r"Республики Казахстан|\bРК\b|Қазақстан Республикасы|\bҚР\b|Republic of Kazakhstan"),
    ("kg", r"Кыргызской Республики|Қырғыз Республикасы|\bКР\b|Kyrgyz Republic"),
    (
        "ru",
        r"Российской Федерации|Рос\. Федерации|\bРФ\b|Ресей Федерациясы|Russian Federation|[Фф]едер\. закон",
    ),
    ("uz", r"Республики Узбекистан|Өзбекстан Республикасы"),
)


def act_of(text: str) -> tuple[str, str]:
    """Tell of a line without authors which act it is: its type and its kind, "" for none."""
    words = text.partition(" // ")[0]
    for kind, sign in _TREATIES:
        if re.search(sign, words) and re.search(
            r"между|арасындағы|between|қол қойылған|подписан|достық|дружб", words
        ):
            return "treaty", kind
    for kind, sign in _KINDS:
        found = re.search(sign, words)
        if found and (found.start() == 0 or re.search(rf"{_DAY}|№|офиц|Республик|Федераци", words)):
            return "legal", kind
    return "", ""


def read_act(line: Line, kind: str) -> None:
    """Read an act: title, number, day, whose it is, where it was published."""
    words, _, host = line.text.partition(" // ")
    line.put("kind", kind)
    whose = (
        ""
        if kind in dict(_TREATIES)
        else next((code for code, sign in _STATES if re.search(sign, words)), "")
    )
    line.put("jurisdiction", whose)
    if number := _NUMBER.search(words):
        line.put("number", number["number"])
    for found in re.finditer(_DAY, words):
        if day := day_of(found[0]):
            line.put("date", day)
            break
    quoted = re.search(r"«([^«»]+)»", words)
    title = quoted[1] if quoted and kind != "constitution" else _title(words)
    line.put("title", title)
    if "date" not in line.fields and (year := re.search(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)", words)):
        line.put("year", year[0])
    if printed := imprint(words):
        put_imprint(line, printed)
        details(line, words[printed.end() :], is_part=False)
    if host:
        start = first_detail(host)
        if not re.search(r"жүйе|систем|портал|сайт", host[:start]):
            line.put("journal", host[:start])
        _published(line, host[start:])


def _published(line: Line, text: str) -> None:
    """Read where an act was published: its number there is the journal's, «Ст. 202» its article."""
    if article := _ARTICLE.search(text):
        line.put("eid", article["a"] or article["b"])
        text = text[: article.start()] + text[article.end() :]
    own: dict[str, str] = {
        name: line.fields.pop(name) for name in ("number", "year", "date", "volume") if name in line.fields
    }
    details(line, text, is_part=True)
    printed: dict[str, str] = {
        name: line.fields.pop(name) for name in ("number", "year", "date", "part") if name in line.fields
    }
    line.put("issue", ", ".join(filter(None, (printed.get("number", ""), printed.get("part", "")))))
    line.fields.update(own)
    if "date" not in own and "year" not in own:
        line.fields.update({name: printed[name] for name in ("year", "date") if name in printed})


def _title(words: str) -> str:
    """Take number, day and the words around them off a title that stands without quotation marks."""
    text = re.split(
        r"\s*[:,]\s*(?:федер\.|Закон|закон|утв|принят|постановление|Указ|офиц)|\s\[|\s–\s|:\s(?=[^:]*(?:Заңы|қаулысы|Жарлығы|бұйрығы))|\.\s(?=[А-ЯӘҒҚҢӨҰҮІ][^\W\d_]+,\s)|\.\s(?=[МА]\.?\s?:)",
        words,
    )[0]
    text = re.sub(rf"\s*(?:от\s+)?(?:{_DAY})(?:\s*(?:г|ж)\b\.?|\s*года|\s*жыл\w*)?", "", text)
    text = re.sub(r"\s+в\s+г\.\s*[А-Я][\w-]+$", "", text.strip(" ,."))
    text = re.sub(r"[\s,:]+\S+\s+Республикасының\s+(?:Заңы|Кодексі|Конституциялық заңы)[\s,]*$", "", text)
    text = re.sub(r"\s*(?:№|\bN)\s?[\w-]+", "", text)
    return tidy(text)
