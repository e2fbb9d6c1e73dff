"""How each language of a review cites, as the option `citations` of mkdocs.yml says it. Pure.

`{kk: {style: gost, brackets: round}, ru: {style: gost, system: numeric, order: alphabet, numbering: review}}`
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sholu.catalogue.lists import NOTES
from sholu.citations.styles import BRACKETS, STYLES, SYSTEMS, Manner
from sholu.citations.styles.manner import (
    ALL,
    AUTHOR_DATE,
    CITING,
    EXTENTS,
    HEADINGS,
    NAMES,
    NUMERIC,
    OF_WORK,
    ORDERS,
    PAGE,
)
from sholu.languages import systems_of
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.values import Value, field

# Each option with what may stand there.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "style": tuple(STYLES),
    "brackets": tuple(BRACKETS),
    "system": SYSTEMS,
    "order": ORDERS,
    "numbering": EXTENTS,
    "authors": HEADINGS,
    "names": NAMES,
}
OF_NUMBERS = ("order", "numbering")


class CitationChoice(Value):
    """How one language cites, and how it is written in Latin letters; "" is the default.

    `system` is "author-date", "note" or "numeric"; `order` ("citing", "alphabet") and `numbering` ("page",
    "review") say how numbers are given. `authors` ("all", "three") says how many of them head an entry by
    GOST, `names` ("work", "page") in whose letters they stand there.
    """

    style: str = ""
    brackets: str = ""
    romanization: str = ""
    system: str = ""
    order: str = ""
    numbering: str = ""
    authors: str = ""
    names: str = ""

    def manner(self, first: tuple[str, ...] = ()) -> Manner:
        """Return how works are pointed to; `first` are the keys of all that are cited, in their order."""
        return Manner(
            self.system or AUTHOR_DATE,
            self.order or CITING,
            self.numbering or PAGE,
            first,
            self.authors or ALL,
            self.names or OF_WORK,
        )


def read_choices(
    given: Mapping[str, object], romanizations: Mapping[str, str], place: Callable[[str, str], Place]
) -> tuple[dict[str, CitationChoice], tuple[Problem, ...]]:
    """Read the option `citations`, and say what is wrong in it; the default stands in for that.

    Args:
        given: what stands there by language.
        romanizations: the option `romanization`.
        place: tells where the choice of a language stands, or one of its options ("" for the choice itself).
    """
    choices = {code: CitationChoice(romanization=system) for code, system in romanizations.items()}
    problems: list[Problem] = []
    for code, chosen in given.items():
        if not isinstance(chosen, Mapping):
            told = {"fault": "@@no_options", "advice": "@@write_options", "near": ""}
            problems.append(problem("S012", place(code, ""), language=code, **told))
            continue
        faults = dict(_faults(code, chosen, place))
        problems += faults.values()
        right = {name: str(value) for name, value in chosen.items() if name not in faults and value}
        choices[code] = CitationChoice(romanization=romanizations.get(code, ""), **right)
    return choices, tuple(problems)


def _faults(
    code: str, chosen: Mapping[object, object], place: Callable[[str, str], Place]
) -> Iterator[tuple[object, Problem]]:
    """Yield what is wrong in the choice of a language, by the option in which it is."""
    for name, value in chosen.items():
        known = KNOWN.get(str(name))
        if known is None:
            told = {"fault": "@@unknown_option", "option": str(name), **_known(str(name), KNOWN)}
            yield name, problem("S012", place(code, str(name)), language=code, **told)
        elif value is not None and value not in known:
            told = {"fault": "@@unknown_value", "option": str(name), "given": str(value)}
            place_of_it = place(code, str(name))
            yield name, problem("S012", place_of_it, language=code, **told, **_known(str(value), known))
    if chosen.get("system") != NUMERIC:
        for name in OF_NUMBERS:
            if chosen.get(name) in KNOWN[name]:
                told = {"option": name, "given": str(chosen[name]), "system": NUMERIC}
                yield name, problem("S013", place(code, name), language=code, **told)


def _known(typed: str, known: Mapping[str, object] | tuple[str, ...]) -> dict[str, str]:
    return {"near": nearest(typed, known), "advice": "@@known_are", "known": ", ".join(known)}


class ListChoice(Value):
    """How the romanized list is written; "" is the default.

    `style` is "apa", or "gost" for a description without // and dashes in the order of the list by GOST.
    `note` is how the language of a work is named behind it (`catalogue.lists.NOTES`), `romanization` by which
    system a language is written there, if by another one than on pages.
    """

    style: str = ""
    note: str = ""
    romanization: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


LIST_KNOWN: Mapping[str, tuple[str, ...]] = {"style": ("apa", "gost"), "note": tuple(NOTES)}


def read_list_choice(
    given: Mapping[str, object], place: Callable[[str], Place]
) -> tuple[ListChoice, tuple[Problem, ...]]:
    """Read the option `latin_list`, and say what is wrong in it; `place` tells where an option is."""
    problems: list[Problem] = []
    right: dict[str, str] = {}
    systems: dict[str, str] = {}
    for name, value in given.items():
        if name == "romanization" and isinstance(value, Mapping):
            for code, system in value.items():
                if str(system) not in (known_systems := systems_of(str(code))):
                    all_systems = sorted(known_systems)
                    fault = f"romanization: {code}: {system}"
                    values = {"near": nearest(str(system), all_systems), "known": ", ".join(all_systems)}
                    problems.append(problem("S014", place(name), fault=fault, **values))
                else:
                    systems[str(code)] = str(system)
            continue
        known = LIST_KNOWN.get(name)
        if known is not None and value in known:
            right[name] = str(value)
            continue
        typed, others = (name, (*LIST_KNOWN, "romanization")) if known is None else (str(value), known)
        problems.append(
            problem(
                "S014",
                place(name),
                fault=name if known is None else f"{name}: {value}",
                near=nearest(typed, others),
                known=", ".join(others),
            )
        )
    return ListChoice(romanization=systems, **right), tuple(problems)
