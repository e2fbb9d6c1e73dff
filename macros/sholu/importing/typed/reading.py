"""A typed reference → a work: which form the line has, what its fields are, and what nobody could read."""

from __future__ import annotations

import re

from sholu.bibliography.language_names import name_of_language
from sholu.bibliography.typed_words import of_words
from sholu.importing.draft import Draft
from sholu.importing.languages import guess, has_words_of, is_russian
from sholu.importing.typed import acts, apa, areas, caseless, cases, chicago, gost, journals, vancouver
from sholu.importing.typed.line import UPPER, VOLUME, Line, begin, tidy
from sholu.importing.typed.weighing import strangeness
from sholu.languages import available_languages, kept, reading_words
from sholu.languages.english_words import is_small_word
from sholu.regexes import regex

# Where each type of entry keeps what a work stands in, and who published it.
_HOSTS = {
    "article": "journal",
    "interview": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
_BODIES = {"thesis": "institution", "report": "institution"}
# «ЦГА РК. Ф. 5. Оп. 1. Д. 34. Л. 12»
_ARCHIVE = of_words(r"\b<<fund>>\s?[^\W\d_]{0,3}-?\d[\w-]*[.,]\s?<<inventory>>\s?\d", re.IGNORECASE)
# In letters; descriptions of the longest works have less.
_LONGEST = 2500
# How a remark in references.bib begins, whoever reads it.
NOT_UNDERSTOOD = "not understood"
ALL_OF_IT = "all of it"
# «ГОСТ Р 7.0.5–2008. Библиографическая ссылка»
_STANDARD = regex(r"(?:ГОСТ|СТ РК|ҚР СТ|СТБ|ДСТУ|ISO|ИСО)\b[\w\s/.-]*\d")
_INTERVIEW = of_words(r"\b<<interview>>\b", re.IGNORECASE)
# “The Art of Computer Programming, vol. 1”, as IEEE has it.
_VOLUME_IN_TITLE = of_words(rf",\s{VOLUME}\s?(?P<volume>\d+|[IVXLC]+)$")
# Elsewhere books come out in other languages as well: in English in Wiesbaden, in Russian in Ташкент.
_TOLD_BY_CITIES = frozenset({"kk", "ky", "uz", "tt", "az", "tr"})
_SCHOOL = of_words(rf"(?-i:[{UPPER}]{{2,8}})|.*\b<<schools>>\b.*", re.IGNORECASE)
_CYRILLIC = regex("[\u0400-\u04ff]")
_LONG_WORD = regex(r"[^\W\d_]{4,}")
# «L'imagination»
_ELIDED = regex(r"\b[dlDL][’']\w")
_LATIN = regex(r"\w+(?:us|um|ae|orum|arum|ibus|x)")
_INNER = (
    "kind_of_work",
    "host",
    "translated",
    "host_translated",
    "volume_title",
    "host_year",
    "part",
    "by_commas",
)


def read_reference(typed: str) -> Draft:
    """Read one line of a list of references.

    Args:
        typed: the line, with or without its number.

    Returns:
        the work. What was not understood is in `doubts`, the line as it was in `original`.
    """
    if len(typed) > _LONGEST:
        # A paragraph of prose, which is none.
        title = f"{' '.join(typed[:_LONGEST].split()[:20])} …"
        return Draft(
            "misc",
            {"title": title},
            doubts=(f"{NOT_UNDERSTOOD}: {ALL_OF_IT}",),
            original=" ".join(typed.split()),
        )
    line, type_ = _best(typed)
    if type_ == "thesis" and len(line.left_over) == 1 and _SCHOOL.fullmatch(line.left_over[0]):
        # «/ Горянов Алексей Викторович ; МГУ»: whose a thesis is.
        line.put("publisher", line.left_over.pop())
    title = line.fields.get("title", "")
    if not title and line.fields.get("host"):
        # «Новости // Сайт»: a line of one part has a title, whatever else it lacks.
        line.fields["title"] = line.fields.pop("host")
    if not line.fields.get("title"):
        line.put("title", _without_marks(typed))
    fields = _fields(line, type_, typed)
    doubts = [f"{NOT_UNDERSTOOD}: {words}" for words in line.left_over]
    return Draft(
        type_,
        fields,
        gost.names_of(line),
        and_others=frozenset(line.and_others),
        doubts=tuple(doubts),
        original=" ".join(typed.split()),
    )


def _best(typed: str) -> tuple[Line, str]:
    """Read a line by the form that it has; if aught in that is strange, by what its parts look like, too."""
    line = begin(typed)
    type_ = _read(line)
    strange = strangeness(line, type_)
    if strange:
        other = begin(typed)
        other_type = areas.read_areas(other)
        if other_type and strangeness(other, other_type) < strange:
            return other, other_type
    return line, type_


def _read(line: Line) -> str:
    if _ARCHIVE.search(line.text):
        # What archives keep has no title of its own.
        line.put("title", line.text.rstrip("."))
        return "misc"
    if case := cases.reads_as_case(line.text):
        cases.read_case(line, case)
        return "jurisdiction"
    if caseless.reads_as_caseless(line.text):
        return caseless.read_caseless(line)
    # An act begins with no name of a person, and its day is no year of a publication.
    type_, kind = acts.act_of(line.text)
    found = apa.reads_as_apa(line.text)
    if type_ and not (found and re.search(r",\s[^\W\d_]\.", found["people"])):
        acts.read_act(line, kind)
        return type_
    if quoted := chicago.reads_as_chicago(line):
        chicago.read_chicago(line, quoted)
        type_ = gost.type_of(line)
    elif issue := vancouver.reads_as_vancouver(line.text):
        vancouver.read_vancouver(line, issue)
        type_ = gost.type_of(line)
    elif not found and (journal := journals.reads_as_journal(line.text)):
        journals.read_journal(line, journal)
        type_ = "article"
    elif found:
        apa.read_apa(line, found)
        type_ = apa.type_of(line)
    else:
        gost.read_gost(line)
        type_ = gost.type_of(line)
    if type_ in {"book", "misc"} and _STANDARD.match(line.fields.get("title", "")):
        return "standard"
    is_interview = _INTERVIEW.search(line.fields.get("title", "")) and type_ in {"article", "online", "misc"}
    return "interview" if is_interview and line.names.get("author") else type_


def _fields(line: Line, type_: str, typed: str) -> dict[str, str]:
    fields = {name: words for name, words in line.fields.items() if name not in _INNER}
    read = line.fields
    if host := read.get("host"):
        fields[_HOSTS.get(type_, "publisher" if type_ == "online" else "booktitle")] = host
    if type_ in _BODIES and "publisher" in fields:
        fields[_BODIES[type_]] = fields.pop("publisher")
    if type_ == "thesis" and "type" not in fields:
        fields["type"] = "phd" if "PhD" in line.text else ""
    if "volume" not in fields and (inside := _VOLUME_IN_TITLE.search(fields.get("title", ""))):
        fields |= {"title": fields["title"][: inside.start()], "volume": inside["volume"]}
    if part := read.get("part"):
        fields["volume"] = f"{fields['volume']}, {part}" if "volume" in fields else part
    if more := read.get("volume_title"):
        title = fields.get("title", "")
        fields["title"] = f"{title}{'' if title.endswith(('?', '!')) else '.'} {tidy(more)}"
    if "date" in fields:
        fields.pop("year", None)
    if "langid" not in fields and (code := _language(line)):
        fields["langid"] = name_of_language(code.partition("-")[0])
    if translated := read.get("translated"):
        fields[f"title_{guess(translated) or 'en'}"] = translated
    return {
        name: _with_own_commas(_with_own_dashes(words, typed), typed)
        for name, words in fields.items()
        if words
    }


def _language(line: Line) -> str:
    """Tell the language of a work: by its title, else by all that stands with it."""
    fields = line.fields
    title = fields.get("title", "")
    code = guess(title)
    hosts = f"{title} {fields.get('host', '')} {fields.get('publisher', '')}"
    people = " ".join(name.family for names in line.names.values() for name in names)
    if code == "ru" and guess(f"{hosts} {people}") == "kk" and not is_russian(title):
        return "kk"
    if code == "ar":
        # A title may have none of the letters of Persian.
        return guess(line.text)
    city = _of_city(line)
    if code and city and code not in {"ru", "uk"} and _CYRILLIC.search(title):
        # Kin languages share letters and words; where the book came out they do not.
        return city if _CYRILLIC.search(line.fields["address"]) else code
    if code or (code := guess(hosts)):
        return code
    if city and not _CYRILLIC.search(title) and not has_words_of("en", title):
        return city
    # "Inside Central Asia" has no word that tells; «Codex Cumanicus» has endings that do.
    is_latin = all(map(_LATIN.fullmatch, re.findall(r"[^\W\d_]+", title)))
    is_known = re.search("[a-z]{3}", title) and title.isascii() and not is_latin
    return "en" if is_known and _may_be_english(title) else ""


def _may_be_english(title: str) -> bool:
    """Tell whether half of the words are English, of two or more: «La novela ecuatoriana» has none."""
    words = _LONG_WORD.findall(title)
    if len(words) < 2:  # noqa: PLR2004 -- "Orientalism"; not «Le Kazakhstan»
        return " " not in title or has_words_of("en", title)
    is_told = has_words_of("en", title) or 2 * sum(map(is_small_word, words)) >= len(words)
    return is_told and not _ELIDED.search(title)


def _of_city(line: Line) -> str:
    """Return the language in which a city is called as an imprint calls it, "" if several or none do."""
    place = re.split(r"\s*[;,–]\s*", line.fields.get("address", ""))[0].rstrip(".")
    codes = _of_cities().get(place, frozenset())
    return min(codes) if len(codes) == 1 and codes <= _TOLD_BY_CITIES else ""


@kept
def _of_cities() -> dict[str, frozenset[str]]:
    """Return the languages that call a city by a name."""
    called: dict[str, set[str]] = {}
    for code in available_languages():
        for city in (*reading_words(code, "cities"), *reading_words(code, "city_letters")):
            called.setdefault(city, set()).add(code.partition("-")[0])
    return {city: frozenset(codes) for city, codes in called.items() if city}


def _with_own_commas(words: str, typed: str) -> str:
    """Return words of a line in Han with the marks that part what is listed there: «特点、原因与治理»."""
    if "、" not in typed or "," not in words:
        return words
    found = re.search(",".join(map(re.escape, words.split(","))).replace(",", "[,，、]"), typed)
    return (
        "".join("、" if sign == "、" else own for sign, own in zip(found[0], words, strict=True))
        if found
        else words
    )


def _with_own_dashes(words: str, typed: str) -> str:
    """Return words of a line with the dashes that they have there: those between areas are one by now."""
    if "—" not in typed or " – " not in words:
        return words
    pieces = words.split(" – ")
    found = re.search(r"\s+([-–—])\s+".join(map(re.escape, pieces)), " ".join(typed.split()))
    if not found:
        return words
    signs = ("—" if sign == "—" else "–" for sign in found.groups())
    return pieces[0] + "".join(f" {sign} {piece}" for sign, piece in zip(signs, pieces[1:], strict=True))


def _without_marks(typed: str) -> str:
    return tidy(re.sub(r"^\s*(?:\[\d+\]|\d+[.)])\s*", "", typed))
