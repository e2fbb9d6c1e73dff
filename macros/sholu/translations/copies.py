"""Blocks of a translation that are still in the language of their source: pasted, and never translated.

Parity sees nothing there, since a copy has every number and citation of its original. A language is known
again by its script and by the words that no text of it does without (`function_words` in its file).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.languages import is_written_in, kept, language
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.translations.blocks import Block, BlockKind, PageVersion

_WORD = regex(r"[^\W\d_]+(?:['’‘ʼʻ-][^\W\d_]+)*")
# A word as far as an apostrophe or a hyphen: found in half the time.
_PART = regex(r"\w+")
# What is quoted may be in any language, and stays in it.
_QUOTED = regex(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|‘[^‘’]{8,}’|\"[^\"]*\"|\([^()]*\)|https?://\S+")
# Not behind an initial or an abbreviation, which have a capital or a lone letter before the stop.
_SENTENCE_END = regex(r"(?<=[^\W\d_]{2}[.!?…])\s+(?=[^\W\d_])")
# An entry of a list of works, typed by hand: initials and a year.
_INITIALS = regex(r"(?<!\w)[^\W\d_]\.")
_YEAR = regex(r"(?<!\d)[12]\d{3}(?!\d)")
# So many words of a text say in which language it is; of a copy fewer do.
_FEWEST = 6
_FEWEST_OF_A_COPY = 3
_SURE = 2
# One word in so many is a word that no text of a language does without, in all languages there are.
_RARE = 12
# So many are told one by one.
_SHOWN = 3


def copies(source: PageVersion, translation: PageVersion) -> Iterator[Problem]:
    """Find the blocks of a translation that nobody has translated.

    Args:
        source: the page from which was translated.
        translation: the page in another language.
    """
    if source.language == translation.language:
        return
    originals = {block.identifier: block for block in source.blocks}
    found = []
    for block in translation.blocks:
        if block.reason or block.is_only_here or block.kind is BlockKind.QUOTATION:
            continue
        left = _left(block, originals.get(block.identifier), source.language, translation.language)
        if left:
            found.append((block, left))
    name = language(source.language).name
    if len(found) > _SHOWN:
        place = Place(translation.path, translation.line_of(found[0][0]))
        yield problem("T031", place, count=len(found), language=name, source=source.path)
        return
    for block, left in found:
        place = Place(translation.path, translation.line_of(block))
        yield problem("T030", place, around=_beginning(left), language=name)


def _left(block: Block, original: Block | None, code: str, own: str) -> str:
    """Return what of a block is in the language of the source: its words, or the first such sentence."""
    # Most blocks have no word of the other language at all.
    has_theirs = _has_own_words(block.words, code, own)
    if not has_theirs and not (original and _is_copy(block.words, original.words)):
        return ""
    if is_left(block, original, code, own):
        return block.words
    if not has_theirs or _is_entry(block):
        return ""
    theirs = {_bare(one) for one in _SENTENCE_END.split(original.words)} if original else set()
    for sentence in _SENTENCE_END.split(_QUOTED.sub(" ", block.words)):
        words = _WORD.findall(sentence)
        is_copy = " ".join(words).casefold() in theirs
        fewest = _FEWEST_OF_A_COPY if is_copy else _FEWEST
        fewest_own = 1 if is_copy else max(_SURE, len(words) // _RARE)
        if len(words) >= fewest and not _count(words, own, code) and _count(words, code, own) >= fewest_own:
            return sentence
    return ""


def is_left(block: Block, original: Block | None, code: str, own: str) -> bool:
    """Tell whether a block of a translation is still in the language of its source.

    Args:
        block: as the translation has it.
        original: its counterpart in the source, None if it has none.
        code: the language of the source.
        own: that of the translation.
    """
    is_copy = original is not None and _is_copy(block.words, original.words)
    if not is_copy and not _has_own_words(block.words, code, own):
        return False
    words = _WORD.findall(_QUOTED.sub(" ", block.words))
    if len(words) < (_FEWEST_OF_A_COPY if is_copy else _FEWEST) or _is_entry(block):
        return False
    theirs, ours = _count(words, code, own), _count(words, own, code)
    if is_copy and _is_of(own, code, words):
        # It is the source that nobody has translated.
        return False
    if not is_copy:
        return ours == 0 and theirs >= max(_SURE, len(words) // _RARE)
    if theirs > ours:
        return True
    # Names and titles are the same in all languages; in a sentence most words begin with a small letter.
    small = [word for word in words if word[0].islower()]
    is_foreign = not is_written_in(language(own).script, "".join(words))
    return ours == 0 and (is_foreign or len(words) >= _FEWEST) and 2 * len(small) > len(words)


def _is_of(own: str, other: str, words: Iterable[str]) -> bool:
    """Tell whether words are written in the letters of a language, and not in those of another."""
    typed = "".join(words)
    return is_written_in(language(own).script, typed) and not is_written_in(language(other).script, typed)


def _is_entry(block: Block) -> bool:
    return bool(_INITIALS.search(block.words) and _YEAR.search(block.words)) and "//" in block.words


def _count(words: Iterable[str], code: str, other: str) -> int:
    """Count the words that a language has and another has not."""
    known = _own_words(code, other)
    return sum(word.casefold() in known for word in words)


@kept
def _own_words(code: str, other: str) -> frozenset[str]:
    return small_words(code) - small_words(other)


def _has_own_words(words: str, code: str, other: str) -> bool:
    """Tell whether there may be a word in a text that a language has and another has not."""
    parts = _parts_of_own_words(code, other)
    # Words of other letters than those of English are in no text that has none but these.
    if words.isascii() and not any(map(str.isascii, parts)):
        return False
    typed = words.lower().split()
    if not parts.isdisjoint(typed):
        return True
    # What holds a sign beside its letters is some words, or one in brackets.
    with_signs = " ".join([one for one in typed if not one.isalnum()])
    return not parts.isdisjoint(_PART.findall(with_signs))


@kept
def _parts_of_own_words(code: str, other: str) -> frozenset[str]:
    return frozenset(part for word in _own_words(code, other) for part in _PART.findall(word))


@kept
def small_words(code: str) -> frozenset[str]:
    """Return the words that no text of a language does without, as its file or those before it list them."""
    return frozenset(language(code).orthography.get("function_words", ()))


def _is_copy(words: str, original: str) -> bool:
    """Tell whether two texts have the same words; those that do not begin alike are not looked at further."""
    first, theirs = _WORD.search(words), _WORD.search(original)
    return bool(
        first and theirs and first[0].casefold() == theirs[0].casefold() and _bare(words) == _bare(original)
    )


def _bare(words: str) -> str:
    return " ".join(_WORD.findall(words)).casefold()


def _beginning(words: str) -> str:
    return " ".join(words.split()[:6])
