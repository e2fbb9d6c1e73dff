"""What a thesis is called, to its genre: «Автореферат дис. … канд. ист. наук», “PhD thesis”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.bibliography.fields import KINDS, THESIS_GENRES
from sholu.bibliography.kinds import Kind
from sholu.bibliography.typed_words import of_words, strictly, typed_words
from sholu.languages import kept
from sholu.regexes import regex
from sholu.values import Value

# In this order: a doctor of philosophy is a PhD, and no doctor of sciences; any other doctor is one.
_GENRES = {
    "thesis_phd": "phd",
    "thesis_candidate": "candidate",
    "thesis_doctoral": "doctoral",
    "thesis_master": "master",
    "thesis_bachelor": "bachelor",
    "thesis_doctorate": "phd",
}
_CALLED = "thesis_called_"
# «канд. ист. наук»
_FIELD = of_words(
    r"<<degree_before_field>>\.?\s+(?P<field>[^\W\d_]+(?:(?:\.-?|-)[^\W\d_]+)*\.?(?:\s+[^\W\d_]+\.?)?\s+<<field_ends>>)",
    re.IGNORECASE,
)
# «тарих ғылымдарының докторы», and as it is shortened: «т.ғ.д.», «тарих ғыл. канд.».
_FIELD_BEFORE = of_words(
    r"(?P<field>[^\W\d_]+) <<sciences_in_full>> <<degree_behind_field>>"
    r"|(?P<short>\b[^\W\d_]{1,6}\. ?<<sciences_in_letters>>) ?<<degree_in_letters>>"
    r"|(?P<middle>\b[^\W\d_]{2,12}(?:\. ?| )<<sciences>>\.?) ?<<degree_in_short>>",
    re.IGNORECASE,
)
_SPECIALITY = regex(r"[:;,]\s*(?P<code>\d{2}\.\d{2}\.\d{2})\.?$")
# Those of biblatex-gost for abstracts; the first is its older key, which templates still teach.
_ABSTRACTS = {"phdautoref": "candidate", "candautoref": "candidate", "docautoref": "doctoral"}
# Keys of biblatex for the types of BibTeX.
_TYPES = frozenset({"phdthesis", "mathesis", "bathesis", "candthesis"})
# In these languages a @phdthesis is any thesis: programs have no other type for one.
_SEVERAL_DEGREES = frozenset({"ru", "uk", "be", "ky"})
# Words that say of no thesis which it is.
_ANY = frozenset({"thesis", "dissertation"})


# «Рынки: дис. … канд. ист. наук: 07.00.02», as catalogues and eLIBRARY have the title.
_IN_TITLE = of_words(
    r"\s*[:.]\s+(?P<said>(?:<<thesis_abstract>>|<<thesis>>)[^:]{0,60}?<<degree_before_field>>[^:]{0,40}?<<field_ends>>"
    r"(?:\s*[:;,]?\s*\d{2}\.\d{2}\.\d{2})?)\.?$",
    re.IGNORECASE,
)


def without_thesis_in_title(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of a thesis with what its title says of its sort in `type`.

    Args:
        entry_type: the type of an entry.
        fields: those of the entry, by name.
    """
    if KINDS.get(entry_type) is not Kind.THESIS or "type" in fields:
        return fields
    found = _IN_TITLE.search(fields.get("title", ""))
    if found is None or not found.start():
        return fields
    return {**fields, "title": fields["title"][: found.start()], "type": found["said"]}


_NAMED = of_words(r"(?<!\w)<<thesis>>", re.IGNORECASE)


def names_thesis(words: str) -> bool:
    """Tell whether words call something a thesis or dissertation, in any language."""
    return _NAMED.search(words) is not None


_BY_NAME = of_words(r"(?<!\w)<<thesis_by_name>>", re.IGNORECASE)


def has_own_name(words: str) -> bool:
    """Tell whether styles have no word for the degree of a thesis: “Habilitation”, “Diplomarbeit”."""
    return _BY_NAME.search(words) is not None


class Thesis(Value):
    """What is known of a thesis by its name.

    `genre` is a code ("candidate") or "thesis"; `field` is the field of study in the name ("ист. наук"),
    `speciality` the code behind it ("10.02.01").
    """

    genre: str
    is_abstract: bool = False
    field: str = ""
    speciality: str = ""


def thesis(words: str, entry_type: str, language: str, *, of_sciences: bool = False) -> Thesis:
    """Tell what a thesis is.

    Args:
        words: what the entry calls it, "" if it does not.
        entry_type: the type of the entry, in small letters.
        language: the code of the language of the work.
        of_sciences: whether the entry gives its field of study ("ист. наук") apart.
    """
    if words.casefold() in _ANY and THESIS_GENRES.get(entry_type, "thesis") != "thesis":
        # The type of the entry says more.
        words = ""
    if not words or words.casefold() in _TYPES:
        entry_type = words.casefold() or entry_type
        genre = THESIS_GENRES.get(entry_type, "thesis")
        if genre != "phd" or language not in _SEVERAL_DEGREES:
            return Thesis(genre)
        # With a field of the sciences it is the first of the two degrees, as biblatex-gost has it.
        return Thesis("candidate" if of_sciences else "thesis")
    if words.casefold() in _ABSTRACTS:
        return Thesis(_ABSTRACTS[words.casefold()], is_abstract=True)
    if known := genre_named(words):
        return Thesis(known)
    genre = next((genre for kind, genre in _GENRES.items() if _said(kind).search(words)), "thesis")
    return Thesis(
        genre, _said("thesis_abstract").search(words) is not None, _field(words), _speciality(words)
    )


def genre_named(words: str) -> str:
    """Return the genre of which words are the name and say no more: "phd", "PhD thesis"; else ""."""
    named = words.casefold()
    return THESIS_GENRES.get(named) or _by_names().get(named, "")


@kept
def _by_names() -> dict[str, str]:
    genres = dict.fromkeys(_GENRES.values())
    return {name: genre for genre in genres for name in typed_words(f"{_CALLED}{genre}")}


def _speciality(words: str) -> str:
    """Return the code of the speciality that stands at the end: «дис. ... канд. филол. наук: 10.02.01»."""
    found = _SPECIALITY.search(words)
    return found["code"] if found else ""


def _field(words: str) -> str:
    if found := _FIELD.search(words):
        return found["field"]
    if found := _FIELD_BEFORE.search(words):
        # «Филол. ғыл. канд. дис.» has its capital from the beginning of the words.
        shortened = (found["short"] or found["middle"] or "").casefold()
        return shortened or next(iter(typed_words("field_alone")), "{}").format(found["field"].casefold())
    return ""


def is_school(body: str) -> bool:
    """Tell whether a body that brings out a thesis is the school that grants it, and no press."""
    return _said("schools").search(body) is not None and not _said("presses").search(body)


def is_press(body: str) -> bool:
    """Tell whether a body is a press by its name: «МАКС Пресс», «Изд-во “Наука”»."""
    return _said("presses").search(body) is not None


@kept
def _said(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){strictly(kind)}", re.IGNORECASE)
