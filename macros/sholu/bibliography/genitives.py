"""Russian names in the genitive, as they stand behind «под ред.»: to the form that they have in a list.

By the endings alone. «Пер. с англ. А. Петровой» says so itself; «пер. А. Петрова» is a woman in the
nominative or a man in the genitive, and what is in doubt stays as its author has written it.
"""

from __future__ import annotations

import re

from sholu.bibliography.patronymics import is_patronymic
from sholu.regexes import regex

_CONSONANTS = "бвгджзклмнпрстфхцчшщйқңғһ"
_NAME = regex(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ’-]{2,}\b(?!\.)")
_INITIAL = regex(r"[А-ЯЁӘІҢҒҮҰҚӨҺ]\.")
# What looks like a genitive and is none, and genitives that no ending tells.
_OTHERS = {
    "дюма": "дюма", "золя": "золя", "дега": "дега", "петипа": "петипа", "моруа": "моруа", "павла": "павел",
    "льва": "лев",
}  # fmt: skip
# Endings of the genitive alone.
_PLAIN = (
    (re.compile(r"(?<=[оеё]в)ой$|(?<=[иы]н)ой$|(?<=[оеё]вн)ы$|(?<=ичн)ы$"), "а"),
    (re.compile(r"(?<=[сц]к)ого$|(?<=[чшщж])его$"), "ий"),
    (re.compile(r"(?<=[сц]к)ой$"), "ая"),
    (re.compile(r"(?<=[нлр])ого$"), "ый"),
    (re.compile(r"ого$"), "ой"),
    (re.compile(r"(?<=ь)и$"), "я"),
    (re.compile(r"(?<=вич)а$"), ""),
    (re.compile(r"(?<=[еёюуэ])я$"), "й"),
    (re.compile(rf"(?<=[{_CONSONANTS.translate(str.maketrans('', '', 'жцчшщйқғһ'))}])я$"), "ь"),
)
# Those that women and lands have in the nominative too.
_DOUBTFUL = (
    (re.compile(r"(?<=[оеё]в)а$|(?<=[иы]н)а$"), ""),
    (re.compile(rf"(?<=[{_CONSONANTS}]к)а$"), ""),
    (re.compile(r"(?<=[аиоыя])я$"), "й"),
    (re.compile(r"(?<=и)и$"), "я"),
    (re.compile(rf"(?<![сц]к)(?<=[гкхжшчщ])и$|(?<!ул)(?<!ұл)(?<!з)(?<=[{_CONSONANTS}])ы$"), "а"),
)
_ANY_CONSONANT = (re.compile(rf"(?<=[{_CONSONANTS}])а$"), "")


def nominative(name: str, *, is_certain: bool) -> str:
    """Return a person's name as a list has it: «А. Кима» → «А. Ким», «Г. А. Мусиной» → «Г. А. Мусина».

    Args:
        name: the name as typed, in any order of its parts.
        is_certain: whether what stands before it asks for the genitive; «под ред.» does, «пер.» may.
    """
    words = _NAME.findall(name)
    # «Петрова Анна Ивановна» and «Петрова, А. И.» stand in the nominative wherever they are typed.
    if any(map(is_patronymic, words)) or (not is_certain and not _INITIAL.search(name)):
        return name
    is_certain = is_certain and "," not in name
    rules = (*_PLAIN, *(_DOUBTFUL if is_certain else ()))
    return _NAME.sub(
        lambda found: "-".join(_of_word(one, rules, is_certain=is_certain) for one in found[0].split("-")),
        name,
    )


def _of_word(word: str, rules: tuple[tuple[re.Pattern[str], str], ...], *, is_certain: bool) -> str:
    if other := _OTHERS.get(word.casefold()):
        return other.capitalize()
    for ending, own in rules:
        if ending.search(word):
            return ending.sub(own, word)
    if not is_certain and any(ending.search(word) for ending, _ in _DOUBTFUL):
        return word
    ending, own = _ANY_CONSONANT
    return ending.sub(own, word)
