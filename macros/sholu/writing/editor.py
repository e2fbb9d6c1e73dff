"""Files by which an editor (VS Code and those that read its files) completes keys and fields. Pure.

JSON schemas (draft-07, which its YAML extension reads) of the data files, snippets of citations with what
each language shows of the work.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sholu.citations.text import plain
from sholu.glossary.reading import KNOWN as TERM_FIELDS
from sholu.pictures.events import NAMES as EVENT_FIELDS
from sholu.problems.judging import OFF
from sholu.problems.rules import KINDS, ROOMS, Level
from sholu.review import Review
from sholu.review.settings import SETTINGS_FILE
from sholu.writing.works import bracket

_Schema = Mapping[str, Any]
_TEXT: _Schema = {"type": "string"}
_TEXTS: _Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
# How much problems weigh: by code, letter or kind. A bare `off` is false to what reads YAML 1.1.
_LEVEL: _Schema = {"enum": [*Level, OFF, False]}
_LEVELS: _Schema = {
    "properties": dict.fromkeys(KINDS, _LEVEL),
    "patternProperties": {rf"^[{''.join(ROOMS)}](\d{{3}})?$": _LEVEL},
    "additionalProperties": False,
}
# What each field is for, by the file; what is not named here holds text by language.
_FIELDS: Mapping[str, _Schema] = {
    "id": {**_TEXT, "description": "The name of the record in addresses, the same in every language"},
    "date": {"type": ["string", "integer"], "description": "1997-04-08, 1997-04, 1997 or 1991/1998"},
    "kind": {**_TEXTS, "description": "The id of a kind, which stands above the events"},
    "sources": {**_TEXTS, "description": "Keys of the bibliography, with a place if there is one"},
    "paragraphs": {**_TEXTS, "description": "Paragraphs that speak of it: findings.md#border-p1"},
}


def editor_files(review: Review, options: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Return the files for an editor, by their paths from the folder of mkdocs.yml.

    Args:
        review: the review.
        options: those of the plugin in mkdocs.yml by name, each with the JSON types that it may have.
    """
    settings = review.settings
    words = _by_language(settings.codes)
    events = {
        "anyOf": [
            _record(("id", "name"), ("id", "name"), words),
            _record(EVENT_FIELDS, ("date", "kind", "title"), words),
        ]
    }
    schemas = {
        settings.events: events,
        settings.topics: _record(("id", "name"), ("id", "name"), words),
        settings.glossary: _record(TERM_FIELDS, ("id", "full"), words),
    }
    files: dict[str, _Schema] = {_schema_path(path): _listed(schema) for path, schema in schemas.items()}
    where = {f"./{_schema_path(path)}": path for path in (*schemas, SETTINGS_FILE)}
    files[_schema_path(SETTINGS_FILE)] = _settings(options)
    snippets = {key: _snippet(review, key) for key in sorted(review.gathered.library.references)}
    written: Mapping[str, Any] = {
        **files,
        ".vscode/settings.json": {
            "yaml.schemas": where,
            # MkDocs' own tags, which YAML has not.
            "yaml.customTags": ["!ENV scalar", "!ENV sequence", "!relative scalar"],
            # The bracket of a work is offered while its key is typed.
            "[markdown]": {
                "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
                "editor.wordBasedSuggestions": "off",
            },
            "files.eol": "\n",
        },
        ".vscode/works.code-snippets": snippets,
        ".vscode/extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
    }
    return {
        path: f"{json.dumps(content, ensure_ascii=False, indent=2)}\n" for path, content in written.items()
    }


def _schema_path(path: str) -> str:
    name = path.rpartition("/")[2].rpartition(".")[0]
    return f".vscode/{name}.schema.json"


def _settings(options: Mapping[str, tuple[str, ...]]) -> _Schema:
    """Describe the options of the plugin; of all else in mkdocs.yml others know more."""
    fields: dict[str, _Schema] = {name: {"type": list(types)} for name, types in options.items()}
    if "problems" in fields:
        fields["problems"] = {**fields["problems"], **_LEVELS}
    own = {"type": ["object", "null"], "properties": fields, "additionalProperties": False}
    entry = {"type": "object", "properties": {"sholu": own}}
    plugins = {"anyOf": [{"type": "array", "items": {"anyOf": [_TEXT, entry]}}, entry]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {"plugins": plugins},
    }


def _listed(record: _Schema) -> _Schema:
    return {"$schema": "http://json-schema.org/draft-07/schema#", "type": "array", "items": record}


def _record(names: Sequence[str], needed: Sequence[str], words: _Schema) -> _Schema:
    fields = {name: _FIELDS.get(name, words) for name in names}
    return {"type": "object", "properties": fields, "required": list(needed), "additionalProperties": False}


def _by_language(codes: Sequence[str]) -> _Schema:
    fields = dict.fromkeys(codes, _TEXTS)
    return {
        "description": "The words, by language; one text stands for all",
        "anyOf": [
            _TEXTS,
            {"type": "object", "properties": fields, "additionalProperties": False, "minProperties": 1},
        ],
    }


def _snippet(review: Review, key: str) -> Mapping[str, object]:
    reference = review.gathered.library[key]
    listings = [review.gathered.listings.of(code).citations for code in review.settings.codes]
    shown = " · ".join(dict.fromkeys(plain(one.text(bracket(reference))) for one in listings))
    # A dollar or a brace would be one of the snippet's own.
    body = bracket(reference).replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
    entry = plain(listings[0].entry(key))
    return {
        "prefix": [key, f"@{key}", f"[@{key}"],
        "body": body,
        "description": f"{shown}\n{entry}",
        "scope": "markdown",
    }
