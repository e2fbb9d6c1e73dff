"""On which site something was published, as its entry names it: in `howpublished`, `eprint`, `titleaddon`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.fields import AUDIOVISUAL, PLATFORMS
from sholu.bibliography.references import Kind
from sholu.bibliography.typed_words import of_words, typed_words
from sholu.bibliography.versions import NO_WORDS, Versions
from sholu.languages.ascii import in_ascii
from sholu.regexes import regex

# The name of a site, and not the number that a work has there.
_NAME = regex(r"[^\W\d_][^\d/]*")
# A name of several words, each of some length with a capital: Computer Science Stack Exchange.
_PROPER = of_words(r"[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|<<between_names>>))* [A-Z][\w’'&-]*")
# The name of a site as an address begins with it: stat.gov.kz.
_DOMAIN = regex(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_NO_LETTER = regex(r"[^a-z0-9]+")
# A shorter name may stand in an address by chance.
_SHORTEST = 4
# Where a site is named for sure, so that `titleaddon` says what the work is.
_TELLING = frozenset(
    {"organization", "institution", "publisher", "journal", "journaltitle", "booktitle", "maintitle",
     "howpublished", "eprint"}
)  # fmt: skip


def published_on(reader: FieldReader, kind: Kind) -> Versions[str]:
    """Return the site on which something was published, as its name with capitals tells it."""
    if kind not in {Kind.ONLINE, Kind.MISC} or "howpublished" not in reader.present:
        return NO_WORDS
    published = reader.text("howpublished")
    if _DOMAIN.fullmatch(published.original):
        return published
    if "url" not in reader.present:
        return NO_WORDS
    # What says itself what it is leaves the site to `howpublished`.
    is_named_once = "type" in reader.present and published.original[:1].isupper()
    is_name = is_named_once or published.original in PLATFORMS or _PROPER.fullmatch(published.original)
    return published if is_name else NO_WORDS


def named_site(reader: FieldReader) -> dict[str, Any]:
    """Return the site that `eprint` names, as biblatex-apa has it: Twitter, PsyArXiv, ERIC."""
    if "eprinttype" in reader.present or not _NAME.fullmatch(reader.plain("eprint")):
        return {}
    return {"container": reader.text("eprint"), "eprint": ""}


def beside_title(reader: FieldReader, kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the site that `titleaddon` names, as Better BibTeX writes that of a page, a post or a film.

    “Blog post” says what it is. A site is known as a platform, by its address, or since `type` says what
    else there is to say.
    """
    is_read = kind is Kind.ONLINE or reader.entry.type in AUDIOVISUAL
    if not (is_read and {"titleaddon", "url"} <= reader.present and _TELLING.isdisjoint(reader.present)):
        return {}
    name: Versions[str] = found["title_addon"]
    words = name.original
    if words.casefold() in (*typed_words("blog_post"), *typed_words("no_sites")):
        return {}
    is_told_apart = kind is Kind.ONLINE and "type" in reader.present and words[:1].isupper()
    is_site = is_told_apart or words in PLATFORMS or _DOMAIN.fullmatch(words) or _is_of_address(reader, words)
    return {"container": name, "title_addon": NO_WORDS} if is_site else {}


def _is_of_address(reader: FieldReader, words: str) -> bool:
    """Tell whether an address begins with a name: «Власть» of vlast.kz, “The Guardian” of theguardian.com."""
    # «Военное право : сетевой журн.» says what it is behind its name.
    name = _folded(in_ascii(words.partition(" : ")[0], ("ru", "kk")))
    return len(name) >= _SHORTEST and name in _folded(urlsplit(reader.plain("url")).netloc.casefold())


def _folded(letters: str) -> str:
    """Write letters alike in which romanizations differ: "voyennoye", "voennoe"."""
    for sign, other in (("ye", "e"), ("y", "i"), ("j", "i"), ("kh", "h")):
        letters = letters.replace(sign, other)
    return _NO_LETTER.sub("", letters)


def of_blog(kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a post of a named blog is, which APA cites as an article (10.1, 17); {} if it is none."""
    site = found["container"] or found.get("institution", NO_WORDS)
    if kind is not Kind.ONLINE or not site:
        return {}
    names = ("medium", "title_addon")
    said = [
        name for name in names if found.get(name, NO_WORDS).original.casefold() in typed_words("blog_post")
    ]
    if not said:
        return {}
    # What programs say of its sort the title of the blog says better.
    return {"genre": "blog", "container": site, "institution": NO_WORDS, **dict.fromkeys(said, NO_WORDS)}
