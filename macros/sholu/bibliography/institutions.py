"""Names of institutions, as they are told from those of persons: by the words that they have."""

from __future__ import annotations

import re

from sholu.languages import available_languages, kept, own_list


def is_institution(name: str) -> bool:
    """Tell whether a name without a comma and without braces has a word that institutions have."""
    if " " not in name or "," in name or "{" in name or "=" in name:
        return False
    if name.endswith(("»", '"', "”")) and name.count('"') != 1:
        # АҚ «ҚазМұнайГаз»: what kind of body it is, and its name in quotation marks.
        return True
    words = re.findall(r"\w+", name.casefold())
    return len(words) > 1 and any(_words().fullmatch(word) for word in words)


@kept
def _words() -> re.Pattern[str]:
    """Match one of the words of all languages; an asterisk at an end stands for any letters."""
    words = (word for code in available_languages() for word in own_list(code, "institution_words"))
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words))
