"""The data of the example: topics, events, a term and works, with words in the languages that were chosen."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

Words = Mapping[str, Mapping[str, str]]
# The form of a field after which others of the same field are put.
_LAST = "en"

_EVENTS = (
    ("1997-04-08", "treaty", "treaty_1997", "mdtsh1997"),
    ("2009", "study", "study_2009", "hiro2009"),
    ("2016", "study", "study_2016", "dadabaev2016"),
    ("2020", "study", "study_2020", "laumulin2020"),
)


def example_data(languages: Sequence[str], words: Words) -> dict[str, str]:
    """Return the files in `data/`: path → text.

    Args:
        languages: those of the review.
        words: by language and name.
    """

    def forms(name: str) -> str:
        parts = (f"{code}: {json.dumps(words[code][name], ensure_ascii=False)}" for code in languages)
        return f"{{{', '.join(parts)}}}"

    topics = "".join(f"- id: {one}\n  name: {forms(one)}\n" for one in ("history", "politics"))
    kinds = "".join(f"- id: {one}\n  name: {forms(one)}\n" for one in ("treaty", "study"))
    events = "".join(
        f"- date: {date}\n  kind: {kind}\n  title: {forms(title)}\n  sources: [{source}]\n"
        for date, kind, title, source in _EVENTS
    )
    names = dict.fromkeys(words[code]["unknown_word"] for code in languages if "unknown_word" in words[code])
    unknown = "".join(f"{name}\n" for name in names)
    full, explanation = forms("perestroika"), forms("perestroika_explained")
    term = f"- id: perestroika\n  full: {full}\n  explanation: {explanation}\n"
    return {
        "data/topics.yml": f"# The topics that `keywords` of references.bib name.\n{topics}",
        "data/events.yml": f"# The kinds of events, then the events.\n{kinds}\n{events}",
        "data/words.txt": f"# Names that no dictionary knows, for the spelling in `sholu check`.\n{unknown}",
        "data/glossary.yml": f"# The terms, explained at their first use on a page.\n{term}",
    }


def with_forms(bibliography: str, code: str, forms: Mapping[str, str]) -> str:
    """Put forms of a language into a bibliography, each behind the English form of its field.

    Args:
        bibliography: BibTeX, a field a line.
        code: the language.
        forms: by field and key, as in "title_mdtsh1997".
    """
    for name, words in forms.items():
        field, _, key = name.partition("_")
        pattern = rf"(?sm)(^@\w+\{{{key},$.*?)^(  {field}_{_LAST} *)(= [^\n]*\n)"
        found = re.search(pattern, bibliography)
        if found is None:
            raise KeyError(name)
        own = f"  {field}_{code}".ljust(max(len(found[2]), len(f"  {field}_{code} ")))
        bibliography = f"{bibliography[: found.end()]}{own}= {{{words}}},\n{bibliography[found.end() :]}"
    return bibliography
