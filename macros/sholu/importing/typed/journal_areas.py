"""A line of an article without a form: of all marks that may part title and journal the best is taken."""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city, names_city
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.clusters import cluster_of, numbered
from sholu.importing.typed.gost import names_meeting
from sholu.importing.typed.line import EDITION, UPPER, Line, tidy
from sholu.importing.typed.role_peels import role_in
from sholu.regexes import regex

_YEAR = r"(?:1[5-9]|20)\d\d"
_EDITION_IN_BRACKETS = of_words(rf"[,\s]*\((?P<edition>{EDITION})\)")
# Marks behind which a journal may begin.
_GAP = regex(rf"(?P<sign>[.?!,]|[”\"»’][.,]?)\s+(?=[{UPPER}“«\"\d])")
_FRONT = regex(rf"(?P<volume>\d{{1,4}})\s(?=[{UPPER}])")
_SHORTENED = regex(rf"[{UPPER}][^\W\d_]{{0,7}}\.")
_ENDS_SHORTENED = regex(rf"(?:^|[\s.])[{UPPER}][^\W\d_]{{0,3}}$")
_SENTENCES = regex(rf"[^\W\d_]{{4,}}\.\s[{UPPER}]")
_PERIODICAL = of_words(r"\b(?:<<words_of_journals>>|<<periodical>>)", re.IGNORECASE)
_SERIES = of_words(r"(?i:<<series_of_journals>>)\b")
_WHOLE_DAY = len("2026-01-31")
# A number before a name tells that a journal begins: “, 66 Synthese (1986)”.
_COUNTED = 4
_LEAST = 2
_FEW, _MANY = 8, 12


def put_title(line: Line, words: str) -> None:
    """Keep a title, and the edition in brackets behind it."""
    if edition := _EDITION_IN_BRACKETS.search(words):
        line.put("edition", edition["edition"])
        words = words[: edition.start()] + words[edition.end() :]
    mark = words.rstrip()[-1:] if words.rstrip()[-1:] in "?!" else ""
    title = tidy(words)
    line.put("title", title if title.endswith(mark) else title + mark)


def read_journal(line: Line, rest: str, title: str, behind: str, *, by_commas: bool) -> str:
    """Read an article: where its title ends, and what journal stands behind; "" if none does.

    Args:
        line: where it is put.
        rest: what stands behind the names.
        title: a title in quotation marks, "" for none, with what stands behind it (`behind`).
        behind: see above.
        by_commas: whether commas part names and title.
    """
    rest = behind if title else rest
    if before := re.match(rf"[\[(](?P<year>{_YEAR})[\])]\s", rest):
        # OSCOLA: ‘Title’ (2010) 73 MLR 752
        line.put("year", before["year"])
        rest = rest[before.end() :]
    cluster = cluster_of(rest)
    if cluster is None or not (cluster.bare or {"volume", "number", "pages", "date"} & cluster.fields.keys()):
        return ""
    head = rest[: cluster.start].rstrip(" ,:;(")
    best, host, front = _LEAST - 1, "", ""
    partings = [(title, "”", head)] if title else _partings(head)
    chosen, is_counted = title, bool({"volume", "number"} & cluster.fields.keys() or cluster.bare)
    for before_, sign, name_ in partings:
        number = _FRONT.match(name_)
        counted = number["volume"] if number and sign != "." else ""
        name = name_[number.end() :] if number and counted else name_
        weight = _weight(before_, sign, name, by_commas=by_commas, is_counted=is_counted) + (
            _COUNTED if counted else 0
        )
        if weight > best:
            best, chosen, host, front = weight, before_, name, counted
    fields = numbered(cluster, front) if host else None
    if fields is None or not (line.fields.keys() | fields.keys()) & {"year", "date"}:
        return ""
    if role_in(host) or (
        not title
        and len(fields.get("date", "")) not in {0, _WHOLE_DAY}
        and {"volume", "number", "pages"}.isdisjoint(fields)
    ):
        return ""
    put_title(line, chosen)
    put_host(line, host)
    if month := fields.pop("month", ""):
        fields["date"] = f"{line.fields.pop('year', fields.pop('year', ''))}-{int(month):02}"
    for name, words in fields.items():
        line.put(name, words)
    return "inproceedings" if names_meeting(host) and "publisher" in line.fields else "article"


def _partings(head: str) -> list[tuple[str, str, str]]:
    """Return each way to part a title from a journal: title, mark, journal."""
    return [
        (head[: gap.start()] + (gap["sign"] if gap["sign"] in "?!" else ""), gap["sign"], head[gap.end() :])
        for gap in _GAP.finditer(head)
    ]


def _weight(title: str, sign: str, host: str, *, by_commas: bool, is_counted: bool) -> int:
    """Weigh whether a title and a journal are parted here."""
    words = host.split()
    if not is_counted and ":" in host:
        return -1
    if not words or host.count("(") != host.count(")") or title.count("(") != title.count(")"):
        return -1
    if names_city(host) or (":" in host and is_city(host.partition(":")[0])):
        # «М., 1985», “Bloomington: Indiana University Press”
        return -1
    shortened = len(_SHORTENED.findall(host))
    weight = {"”": 3, ",": 2 if by_commas else 0}.get(sign[:1], 1 if by_commas else 2)
    weight += 2 if _PERIODICAL.search(host) or shortened > len(words) / 2 else 0
    weight += 1 if len(words) <= _FEW else -3 if len(words) > _MANY else 0
    weight -= 1 if _SENTENCES.search(host) and shortened < 2 else 0  # noqa: PLR2004
    weight -= 4 if _SERIES.match(host) else 0
    weight -= 3 if sign != "”" and len(title.split()) < 2 else 0  # noqa: PLR2004 -- a name
    weight -= 3 if sign == "." and _ENDS_SHORTENED.search(title) else 0
    return weight - (1 if ":" in host or (sign != "”" and "," in host) else 0)


def put_host(line: Line, words: str) -> None:
    """Keep what a work stands in."""
    line.put("host", words)
    # «Proc. Amer. Math. Soc.»: a name of shortened words keeps its last stop.
    if words.endswith(".") and len(_SHORTENED.findall(words)) > 1:
        line.fields["host"] = words
