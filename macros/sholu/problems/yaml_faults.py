"""What is said of YAML that cannot be read: PyYAML's words are English, the commonest have phrases."""

from __future__ import annotations

import re

from sholu.problems import Place, Problem
from sholu.problems.telling import problem

# What PyYAML (scanner.py, parser.py, composer.py) says of a fault, and the phrase that says it.
_REASONS = {
    r"": "yaml_unreadable",
    r"mapping values are not allowed here": "yaml_colon",
    r"sequence entries are not allowed here": "yaml_dash",
    r"could not find expected ':'": "yaml_no_colon",
    r"expected <block end>, but found .*": "yaml_end",
    r"expected ',' or '\]', but got .*": "yaml_bracket",
    r"expected ',' or '\}', but got .*": "yaml_brace",
    r"found unexpected end of stream": "yaml_quote",
    r"found character '\\t' that cannot start any token": "yaml_tab",
    r"found character (?P<found>.*) that cannot start any token": "yaml_sign",
    r"found undefined alias (?P<found>.*)": "yaml_alias",
}


def broken_yaml(place: Place, reason: str) -> Problem:
    """Report what cannot be read.

    Args:
        place: where it is.
        reason: what PyYAML says of it, "" if nothing.
    """
    for pattern, name in _REASONS.items():
        if found := re.fullmatch(pattern, reason):
            return problem("D001", place, reason=f"@@{name}", **found.groupdict())
    return problem("D001", place, reason=reason)
