"""The problems of a review in the form that is asked for: for people, for programs, for a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from types import MappingProxyType
from urllib.parse import quote

from sholu.problems import Place, Problem, on_one_line
from sholu.problems.rules import Level, rule
from sholu.problems.workflow import annotation
from sholu.values import replace

# https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
_SARIF = "2.1.0"
# What others call a hint.
_IN_SARIF = MappingProxyType({Level.HINT: "note"})
_IN_WORKFLOWS = MappingProxyType({Level.HINT: "notice"})
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(problems: Iterable[Problem], _language: str = "en") -> str:
    """Return one line for each problem."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Iterable[Problem], _language: str = "en") -> str:
    """Return an array of objects: `file`, `line`, `code`, `level`, `message`, `mend`.

    Where it is known, `column` says at which letter of the line a problem stands (from 1).
    """
    return f"{json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2)}\n"


def _record(problem: Problem) -> Mapping[str, object]:
    return {
        "file": _writable(problem.place.path),
        "line": problem.place.line,
        **({"column": problem.place.column} if problem.place.column else {}),
        "code": problem.code,
        "level": str(problem.level),
        "message": on_one_line(problem.what),
        "mend": on_one_line(problem.mend),
    }


def as_github(problems: Iterable[Problem], _language: str = "en") -> str:
    """Return workflow commands, by which GitHub shows each problem at its line of a pull request."""
    lines = (
        annotation(
            _IN_WORKFLOWS.get(problem.level, problem.level),
            replace(problem.place, path=_writable(problem.place.path)),
            problem.code,
            on_one_line(f"{problem.what}; {problem.mend}"),
        )
        for problem in problems
    )
    return "".join(f"{line}\n" for line in lines)


def as_sarif(problems: Iterable[Problem], language: str = "en") -> str:
    """Return a log of SARIF 2.1.0, as code scanning and editors read it; its rules are told in a language."""
    found = tuple(problems)
    codes = sorted({problem.code for problem in found})
    driver = {
        "name": "sholu",
        "version": version("sholu"),
        "language": language,
        "rules": [_rule(code, language) for code in codes],
    }
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": _IN_SARIF.get(problem.level, str(problem.level)),
            "message": {"text": on_one_line(f"{problem.what}; {problem.mend}")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(problem.place.path, errors="surrogateescape")},
                        "region": _region(problem.place),
                    }
                }
            ],
        }
        for problem in found
    ]
    # Columns are counted in letters, as Python does (3.14.17); without a word they are units of UTF-16.
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SARIF_SCHEMA, "version": _SARIF, "runs": [run]}
    return f"{json.dumps(log, ensure_ascii=False, indent=2)}\n"


def _writable(path: str) -> str:
    """Return a path that can be written: what is no UTF-8 are halves of letters to Python (PEP 383)."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _region(place: Place) -> Mapping[str, int]:
    column = {"startColumn": place.column} if place.column else {}
    return {"startLine": place.line, **column}


def _rule(code: str, language: str) -> Mapping[str, object]:
    one = rule(code)
    explained = one.explanation(language)
    return {
        "id": code,
        "shortDescription": {"text": explained.name},
        "fullDescription": {"text": explained.why},
        "defaultConfiguration": {"level": _IN_SARIF.get(one.level, str(one.level))},
    }


# Of problems that are told in a language, and that language.
FORMATS: Mapping[str, Callable[[Iterable[Problem], str], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
)
