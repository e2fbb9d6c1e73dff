"""Acts of states in words: what an act is, and whose, as its entry or the language of the page puts it."""

from __future__ import annotations

from sholu.bibliography.references import Reference
from sholu.languages import Language, lowered


def genre(work: Reference, terms: Language) -> str:
    """Return what a legal act is: "закон", "Decree"; a law if nothing else is said."""
    own, _ = _in_words(work, terms)
    return own or terms.genres.get(work.genre, terms.genres["law"])


def state(work: Reference, terms: Language) -> str:
    """Return the state whose act it is, as a language puts it ("Республики Казахстан"), or ""."""
    own, named = _in_words(work, terms)
    return named if own else _jurisdiction(work, terms)


def genre_and_state(work: Reference, terms: Language) -> str:
    """Say what an act is, and whose if that is known: "Law of the Republic of Kazakhstan", «заң»."""
    kind, whose = genre(work, terms), state(work, terms)
    if not whose:
        # In Kazakh it has another ending behind a title or a state than alone: «… Заңы», «заң».
        own, _ = _in_words(work, terms)
        return own or str(terms.terms.get(f"{work.genre or 'law'}_alone", kind))
    pattern = terms.terms["law_title"]
    # Some languages name a law by its title alone, which is not theirs here: "Kanun (Kazakistan)".
    title = "" if "{genre}" in pattern else kind
    return " ".join(pattern.format(genre=kind, jurisdiction=whose, title=title).split())


def names_its_kind(work: Reference, title: str, terms: Language) -> bool:
    """Tell whether the title of an act says what it is: «Конституция …», «Земельный кодекс …»."""
    words, kind = title.casefold(), genre(work, terms).casefold()
    if work.genre == "code" and kind in words.split():
        return True
    return words.startswith(kind) or words.endswith(kind)


def _jurisdiction(work: Reference, terms: Language) -> str:
    return work.jurisdiction_name.get(terms.code, "") or terms.jurisdiction(work.jurisdiction)


def _in_words(work: Reference, terms: Language) -> tuple[str, str]:
    """Return what the entry itself calls an act, and whose, in a language: "федер. закон"; or "".

    A word alone that a language's file knows is that of the file, which has it in the form that a sentence
    asks for.
    """
    said = work.medium
    if not (said and work.kind.is_legal):
        return "", ""
    own = said.get(terms.code) or (said.original if work.language in {"", terms.code} else "")
    named = _jurisdiction(work, terms)
    # «Закон РК» has the state in short, which the pattern names in full.
    short = "".join(word[0].upper() for word in named.split())
    own = " ".join(word for word in own.split() if len(short) == 1 or word != short)
    *others, last = own.split() or [""]
    if not others and (work.genre or not last):
        return "", ""
    if not named or named.split()[0].casefold() not in own.casefold():
        return lowered(own, terms.code), named
    if terms.terms["law_title"].startswith("{genre}"):
        # «указ Президента Республики Казахстан» names the state where the pattern would.
        return lowered(own, terms.code), ""
    return last, " ".join(others)
