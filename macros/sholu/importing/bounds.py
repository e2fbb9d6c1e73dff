"""Where an entry of a .bib file ends, and where a field is put into it."""

from __future__ import annotations

import re

from sholu.regexes import regex

_BRACE = regex(r"(?<!\\)[{}]")


def with_field_beside(text: str, name: str, value: str) -> str:
    """Put a field into the first entry: `author_ru` behind `author`, authors first, another kind at the end.

    Args:
        text: the file.
        name: of the field.
        value: as BibTeX has it.
    """
    text = re.sub(rf"^[ \t]*{name}\s*=\s*\{{\}},[ \t]*\n", "", text, flags=re.MULTILINE)
    entry = re.search(r"^[ \t]*@\w+\{[^,\n]+,[ \t]*\n", text, re.MULTILINE)
    if not entry:
        return text
    end = max(end_of_entry(text, entry.end()), entry.end())
    kind = name.partition("_")[0]
    place = entry.end() if kind.startswith("author") else end
    for field in re.finditer(
        rf"^[ \t]*{kind.removesuffix('id')}(?:_\w+)?[ \t]*=[ \t]*\{{", text[:end], re.MULTILINE
    ):
        closing = end_of_entry(text, field.end())
        line = text.find("\n", closing)
        place = line + 1 if closing >= 0 and line >= 0 else place
    before = text[:place].rstrip()
    comma = "" if before.endswith((",", "{")) else ","
    return f"{before}{comma}\n  {name} = {{{value}}},\n{text[place:]}"


def end_of_entry(text: str, position: int) -> int:
    """Return where the brace stands that closes an entry, -1 for none."""
    depth = 1
    for brace in _BRACE.finditer(text, position):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return -1
