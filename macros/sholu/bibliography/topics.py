"""The topics of a review and their names by language, from its file `data/topics.yml`; what works are about.

A review without such a file has topics all the same: then the words of `keywords` are shown as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from sholu.bibliography.library import Library
from sholu.data_files import read_records
from sholu.problems import Guesses, Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.values import Value, field


class Topics(Value):
    """Topics in the order of the file: id to its name by language.

    `shown` is the path of the file as the author knows it.
    """

    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    shown: str = ""

    def name(self, topic: str, code: str) -> str:
        """Return what a topic is called in a language; one without a name is called by its id."""
        return self.names.get(topic, {}).get(code) or topic

    def of(self, library: Library) -> tuple[str, ...]:
        """Return all topics in their order; those that only works name come last, by the alphabet."""
        named = {topic for reference in library for topic in reference.keywords}
        return (*self.names, *sorted(named - self.names.keys()))

    def unknown(self, library: Library, bibliography: str) -> Iterator[Problem]:
        """Yield a problem for each topic of a work that the file does not have, if there is a file.

        Args:
            library: the works.
            bibliography: the path of their file as the author knows it.
        """
        if not self.names:
            return
        asked: dict[str, str] = {}
        guesses = Guesses()
        for reference in library:
            for topic in reference.keywords:
                if topic not in self.names:
                    if topic not in asked:
                        asked[topic] = nearest(topic, self.names) if guesses.is_asked() else ""
                    near = asked[topic]
                    place = Place(bibliography, reference.line)
                    values = {"key": reference.key, "topic": topic, "near": near, "file": self.shown}
                    yield problem("B037", place, **values)


def read_topics(path: Traversable, shown: str, codes: tuple[str, ...]) -> tuple[Topics, list[Problem]]:
    """Read a list of records `- id: water` with `name: {kk: …, ru: …}`; no file gives no topics.

    Args:
        path: the file.
        shown: its path as the author knows it.
        codes: the languages of the review.
    """
    records, problems = read_records(path, shown)
    names: dict[str, Mapping[str, str]] = {}
    for record in records:
        record.expect("id", "name")
        identifier = record.text("id", is_needed=True)
        if identifier in names:
            record.report("B036", "id", given=identifier)
        elif identifier:
            names[identifier] = record.words_by_language("name", codes, is_needed=True)
    return Topics(names, shown), problems
