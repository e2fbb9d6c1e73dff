"""The options of the plugin in mkdocs.yml, with their types; a review needs none of them."""

from __future__ import annotations

from mkdocs.config import config_options as options
from mkdocs.config.base import Config, ValidationError

from sholu.problems import nearest
from sholu.publication.files import KINDS
from sholu.review.settings import LONGEST_SENTENCE


class KnownOptions(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """Options, of which an unknown one is an error."""

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Refuse options that there are not; MkDocs would warn of them, in a nested option not even that."""
        failed, warnings = super().validate()
        known = [name for name, _ in self._schema]
        for name in self.data:
            if name not in known:
                near = nearest(str(name), known)
                hint = f"did you mean {near}? " if near else ""
                failed.append((str(name), ValidationError(f"unknown; {hint}known are {', '.join(known)}")))
        return failed, [warning for warning in warnings if warning[0] in known]


class SholuConfig(KnownOptions):  # type: ignore[no-untyped-call]
    """The options of the plugin; a review needs none of them."""

    bibliography = options.Type(str, default="references.bib")
    """The BibTeX file, from the folder of mkdocs.yml."""

    glossary = options.Type(str, default="data/glossary.yml")
    """The file with abbreviations and terms, from the folder of mkdocs.yml; it need not be there."""

    topics = options.Type(str, default="data/topics.yml")
    """The names of the topics of works; it need not be there."""

    events = options.Type(str, default="data/events.yml")
    """The dated events of the review; it need not be there."""

    review = options.Type(str, default="data/review.bib")
    """The BibTeX file of the review itself and of what it restates; it need not be there."""

    citations = options.Type(dict, default={})
    """How each language cites: `{ru: {style: gost, brackets: round}}`; `review.choices` reads it."""

    files = options.ListOfItems(options.Choice(KINDS), default=[])
    """The files of the whole review that are built and linked; `SHOLU_FILES=pdf,epub` goes before."""

    landing = options.Type(bool, default=True)
    """Whether the first page shows beside its text the languages, the argument in brief and the contents."""

    highlights = options.Type(str, default="")
    """The section with the argument, for the first page: `findings.md#conclusions`."""

    report = options.Type((bool, str), default=True)
    """Where readers report mistakes: an e-mail address, or an address with {title} and {body}; `false` for
    nowhere. By default the issues of `repo_url`, else the `contact` of data/review.bib."""

    redirects = options.DictOfItems(options.Type(str), default={})
    """Pages that have another name now, below the folder of a language: `{water.md: rivers.md}`."""

    policy = options.Type((bool, dict), default=True)
    """What pages may load and run beside what the site brings, `{script-src: https://stats.example}`;
    `false` for all. `review.policy` reads it."""

    problems = options.Type(dict, default={})
    """Levels of problems by their codes, `{T016: warning, B023: "off"}`; see PROBLEMS.md."""

    fonts = options.ListOfItems(options.Type(str), default=[])
    """Letters of other scripts that pages and files bring: extras of Sholu, and files from the folder of
    mkdocs.yml, `[fonts-zh, fonts/NotoSerifArmenian.ttf]`."""

    longest_sentence = options.Type(int, default=LONGEST_SENTENCE)
    """How many words a sentence may have before `sholu check` asks about it (O080)."""

    incomplete = options.ListOfItems(options.Type(str), default=[])
    """The languages that are given their pages one by one, `[uz]`: those not there yet are no errors."""

    latin_list = options.Type(dict, default={})
    """The romanized list of the catalogue: `{style: gost, note: square, romanization: {ru: bsi}}`."""

    numbering = options.Type(dict, default={})
    """How figures, tables and equations are numbered, and whether headings are: `{figures: page, sections:
    true}`. By default the numbers run through the whole review, and headings have none."""

    romanization = options.DictOfItems(options.Type(str), default={})
    """How a language is written in Latin letters, by its code: `{kk: latin-2021, ru: gost-7.79-b}`."""


# What a type of Python is called in JSON Schema.
_IN_JSON = {bool: "boolean", int: "integer", str: "string", dict: "object", list: "array"}


def types_of_options() -> dict[str, tuple[str, ...]]:
    """Return the JSON types that each option of the plugin may have, by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, option in SholuConfig._schema:  # noqa: SLF001 -- MkDocs offers no other way to its options
        types = getattr(option, "_type", None) or type(option.default)
        found[name] = tuple(_IN_JSON[one] for one in (types if isinstance(types, tuple) else (types,)))
    return found
