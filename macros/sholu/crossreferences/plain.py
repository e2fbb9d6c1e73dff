"""What is numbered in plain Markdown: labels give way to numbers, references to words. Pure."""

from __future__ import annotations

import re
from functools import cache

from sholu.citations.source import outside_code
from sholu.crossreferences.grammar import PATTERN, items, read_figure, split_captions, works_among
from sholu.crossreferences.labels import Labels
from sholu.crossreferences.words import LONGEST_NAME, bare_beside_name, caption_label, written
from sholu.languages import Language, worded
from sholu.pages.labels import LABEL, may_have_labels
from sholu.pages.persons import MARKED, may_have_persons

_BETWEEN = re.compile(r"(\n[ \t]*\n)")
# What stands behind a formula, which is no prose.
_BEHIND_FORMULA = re.compile(rf"\A[ \t]*\{{[^{{}}\n]*#(?P<label>{LABEL})[^{{}}\n]*\}}")


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(PATTERN, re.DOTALL)


def in_plain_text(text: str, labels: Labels, language: Language) -> str:
    """Return the Markdown of a page with numbers in place of labels and references, persons unmarked."""
    if not (may_have_labels(text) or may_have_persons(text)):
        return text

    def changed(prose: str) -> str:
        if found := _BEHIND_FORMULA.match(prose):
            target = labels.of(found["label"])
            number = f" ({target.number})" if target else ""
            prose = number + prose[found.end() :]
        prose = "".join(_with_label(part, labels, language) for part in _BETWEEN.split(prose))
        prose = MARKED.sub(r"\g<words>", prose)
        return _reference().sub(lambda one: _referred(one, labels, language), prose)

    return outside_code(text, changed)


def _with_label(block: str, labels: Labels, language: Language) -> str:
    """Write the number before the caption of a figure or table."""
    if figure := read_figure(block):
        target = labels.of(figure.label)
        title = f' "{figure.title}"' if figure.title else ""
        said = _said(caption_label(target, language) if target else "", figure.caption, language)
        return f"![{said}]({figure.source}{title})"
    for before, caption, after in split_captions(block):
        target = labels.of(caption.label)
        said = _said(caption_label(target, language) if target else "", caption.words, language)
        return "\n\n".join(filter(None, (before, said, after)))
    return block


def _said(label: str, words: str, language: Language) -> str:
    return worded(language.numbered, "caption_sign").join(filter(None, (label, words)))


def _referred(found: re.Match[str], labels: Labels, language: Language) -> str:
    inside = found["bracket"] or found[0]
    named = items(inside)
    if any(works_among(inside)) or any(labels.of(one.label) is None for one in named):
        return found[0]
    is_first = named[0].label[:1].isupper() or not found.string[: found.start()].strip()
    before = found.string[max(0, found.start() - LONGEST_NAME) : found.start()]
    after = found.string[found.end() : found.end() + LONGEST_NAME]
    named = bare_beside_name(named, labels, language, before, after)
    return "".join(piece.words for piece in written(named, labels, language, is_first=is_first))
