"""Arabic names as they are spoken, in which BibTeX takes an article for a particle: Rashīd al-Dīn.

Catalogues of libraries have them so: who is known by a place or a people is found there ("al-Ṭabarī, Muḥammad
ibn Jarīr", "Rūmī, Jalāl al-Dīn"), all others under the whole of the name.
"""

from __future__ import annotations

import re

from sholu.bibliography.typed_words import of_words

_ARTICLE = "<<arabic_articles>>"
# Two words that are one name: ʿAbd al-Raḥmān, Абд ар-Рахман, Jalāl al-Dīn, Nūr ud-Dīn, Рашид ад-Дин.
_COMPOUND = of_words(
    rf"(?:[ʿʻʼ‘’'`]?<<servant_of>>[- ]{_ARTICLE}[- ][^\W\d_][\w’ʿʾ'-]+"
    rf"|[^\W\d_][\w’ʿʾ'-]{{1,40}}[- ]{_ARTICLE}[- ]<<faith_of>>(?!\w))",
    re.IGNORECASE,
)
# "Son of", in the midst of a name.
_SON = of_words(r"\s<<child_of>>\s", re.IGNORECASE)
# Of where somebody comes: al-Ṭabarī, Samarqandī, Кашгари, ал-Бируни.
_OF_PLACE = of_words(rf"(?:{_ARTICLE}-)?[^\W\d_][\w’ʿʾ'-]*<<place_endings>>", re.IGNORECASE)
# "b. al-Ḥusain Bayhaqī (al-), Aḥmad": whose son he is stands before the name by which he is known.
_ARTICLE_BEHIND = of_words(
    rf"(?P<of>(?:(?:<<child_of>>\s?|{_ARTICLE}-)[^\s,()]+\s+)*)"
    rf"(?P<family>[^\W\d_][\w’ʿʾ'-]+) \((?P<article>{_ARTICLE})-\)(?=,|$)",
    re.IGNORECASE,
)
_SERVANT = of_words("(?:<<servant_of>>) ", re.IGNORECASE)


def is_by_father(given: str) -> bool:
    """Tell whether given names say whose child somebody is: "ʿAlī b. Aḥmad"."""
    return _SON.search(given) is not None


def with_article_before(name: str) -> str:
    """Return a name with the article before it that catalogues put behind: "Suyūṭī (al-), Jalāl al-Dīn"."""
    found = _ARTICLE_BEHIND.match(name)
    if found is None:
        return name
    of = f" {found['of'].strip()}" if found["of"] else ""
    return f"{found['article']}-{found['family']}{name[found.end() :]}{of}"


def arabic_name(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return family and given names of an Arabic name that was typed as it is spoken, None for any other.

    A name that is known as a whole has no given ones.
    """
    # Most names have none of this, and an article is in both.
    if "-" not in name and not _SERVANT.search(name):
        return None
    compound, son = _COMPOUND.search(name), _SON.search(name)
    if compound is None and son is None:
        return None
    *before, last = name.split()
    is_apart = compound is None or not compound[0].endswith(last)
    if before and is_apart and _OF_PLACE.fullmatch(last):
        return last, tuple(before)
    return (name, ()) if compound else None
