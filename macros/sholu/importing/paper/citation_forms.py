"""What typed citations look like, in brackets, in a sentence, in notes: patterns, each for one reading."""

from __future__ import annotations

import re

from sholu.bibliography.typed_words import of_words
from sholu.importing.paper.meaning import YEAR
from sholu.importing.typed.line import AND, LETTER, PAGES, UPPER
from sholu.regexes import regex

ROUND = regex(r"[(（]([^()（）]{3,300})[)）](\[\^\d+\])?")
SQUARE = regex(r"(?:\\?\[|［)((?:[^\[\]\\]|\\[^\[\]]){1,300})(?:\\?\](?!\(|:)|］)")
PREFIX = r"(?:<<see>>[:,]?)"
PIECE = of_words(
    rf"^(?P<prefix>{PREFIX}\s+)?(?P<people>.+?)[,\s]+(?P<year>{YEAR})(?P<letter>[a-zа-в])?(?:\s?[,:]\s*(?P<locator>\S.*))?$",
    re.IGNORECASE,
)
# «см. Лаумулин, 2020, с. 12» in a sentence, without brackets.
SEE = of_words(
    rf"(?P<prefix>(?<![\w(]){PREFIX})\s(?P<people>[{UPPER}](?:[’'-]?{LETTER})+(?:\s{AND}\s[{UPPER}]{LETTER}+)?),"
    rf"\s(?P<year>{YEAR})(?P<letter>[a-z])?"
    rf"(?:,\s(?P<locator>{PAGES}\.\s?\d+(?:[–-]\d+)?|\d+(?:[–-]\d+)?-{PAGES}\.?))?(?![\w–-])",
    re.IGNORECASE,
)
NUMBERS = regex(r"^\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*$")
NUMBERED_PIECE = of_words(
    r"^(?P<first>\d{1,3})(?:\s?[-–]\s?(?P<last>\d{1,3}))?(?:\s?[,.]\s*(?P<locator>\D.*|\d+-?\s?<<pages>>\.?))?$"
)
# «ДоДиС», «ИСПКВК», "EAEU": at least two capitals, or one inside.
ABBREVIATION = regex(rf"[{UPPER}][\w-]*[{UPPER}][\w-]*")
DEFINED = regex(rf"^(?P<short>{ABBREVIATION.pattern})\s+[–—-]\s+(?P<long>\S.+)$", re.DOTALL)
NOTE = regex(r"^\[\^([^\]]+)\]:[ \t]*(.*(?:\n(?:[ ]{4}.*|[ \t]*(?=\n[ ]{4})))*)", re.MULTILINE)
IBID = of_words(r"^<<ibid>>\.?[,.，、：]?\s*(?P<locator>\S.*?)?[.。]?$", re.IGNORECASE)
INTERVIEW = of_words(r",?\s*\b<<interview>>\.?", re.IGNORECASE)
OTHERS = of_words(r"\s*\b<<and_others>>\.?$", re.IGNORECASE)
BEFORE_YEAR = of_words(
    rf"(?<!\w)([{UPPER}](?:[’'-]?{LETTER})+(?:\s{AND}\s[{UPPER}]{LETTER}+)?(?:\s<<and_others>>\.?)?)"
    rf"\s\((?P<inside>{YEAR}[a-z]?(?:\s?[,:]\s[^()]+)?)\)"
)
# «К.М. Байпаков (1986)»: a year behind a person is that of a work.
INITIAL = regex(rf"[{UPPER}]\.\s?$")
# Where no citation may stand: headings, and what a picture shows, unless it is the caption of a figure.
WITHOUT_LINKS = regex(r"^#{1,6}\s.*$|!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()]*\)(?!\{#)", re.MULTILINE)
KEY = regex(r"@([^\s\];,@]+)")
# ［@key］, as East Asian keyboards have it.
FULL_WIDTH = regex(r"［((?:[^［］]*[^\w［］])?@[^［］]+)］")
