"""The words of Material for a language that Material does not have, in the form of its own templates."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape

from sholu.languages import language

# Settings of Material's own search, which Sholu's takes the place of: what lunr has for any language.
_SEARCH = {
    "search.config.lang": "en",
    "search.config.pipeline": "stopWordFilter",
    "search.config.separator": r"[\s\-]+",
}


def code_of_template(name: str) -> str:
    """Return the language whose words a template of Material holds, "" for another template."""
    found = re.fullmatch(r"partials/languages/([\w-]+)\.html", name)
    return found[1].replace("_", "-") if found else ""


def template(code: str) -> str:
    """Write the template; Material shows its English words for those that the language does not have."""
    own = language(code)
    # Material writes them into attributes as they are; an apostrophe ends none, and its scripts show it.
    given = {name: escape(word).replace("&#x27;", "'") for name, word in own.theme.items()}
    words: Mapping[str, str] = {"language": code, "direction": own.direction, **_SEARCH, **given}
    written = json.dumps(words, ensure_ascii=False, indent=2)
    return f"{{% macro t(key) %}}{{{{ {written}[key] }}}}{{% endmacro %}}\n"
