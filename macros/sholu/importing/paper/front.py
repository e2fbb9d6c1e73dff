"""What stands before the text of a paper: its title, authors, keywords, identifiers, codes of its subject."""

from __future__ import annotations

import re

from sholu.bibliography.institutions import is_institution
from sholu.bibliography.typed_words import of_words
from sholu.importing.chinese_names import in_han
from sholu.importing.draft import Name
from sholu.importing.languages import guess
from sholu.importing.paper import heads
from sholu.importing.paper.affiliations import on_lines, parted, signed_names, signs_of
from sholu.importing.paper.heads import called, has_one_title, subject_codes
from sholu.importing.paper.other_heads import start_of_head
from sholu.importing.paper.own_names import in_own_case, with_both_names
from sholu.importing.paper.superscripts import EXPLAINED
from sholu.importing.typed.full_names import full_names
from sholu.importing.typed.people import names_listed
from sholu.languages import as_sentence, kept
from sholu.regexes import regex
from sholu.values import State, field

_ORCID = regex(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXХ])")
_AFFILIATION = of_words(r"(?<![^\W\d_])<<affiliation>>", re.IGNORECASE)
_MAIL = regex(r"[\w.+-]+(?:\\?@)[\w-]+(?:\.[\w-]+)+")
_EAST_ASIAN = regex("[\u3040-\u30ff\u4e00-\u9fff]")
# Of fewer words are names of journals, places, sections.
_LEAST_OF_TITLE = 3


class Front(State):
    """What is known of a paper beside its text."""

    title: str = ""
    # Whether a style of Word or metadata name the authors already, so that what follows is where they work.
    is_authored: bool = False
    authors: list[Name] = field(default_factory=list)
    # What refers from each of them to where he works.
    signs: tuple[tuple[str, ...], ...] = ()
    subjects: dict[str, str] = field(default_factory=dict)
    orcids: list[str] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    abstract: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    abstracts: dict[str, str] = field(default_factory=dict)


@kept
def keywords() -> re.Pattern[str]:
    """Return what a paragraph of key words looks like: what they are called, and `words`."""
    pattern = rf"^[*_]*(?P<head>{called('keywords')})[*_]*\s*[:：.–—-]\s*[*_]*\s*(?P<words>.+)$"
    return re.compile(pattern, re.IGNORECASE)


@kept
def abstract_sign() -> re.Pattern[str]:
    """Return what an abstract is called at the head of its paragraph: "**Abstract.** The article …"."""
    pattern = rf"^[*_]*(?:{called('abstract')})[*_]*\s*[.:：–—]\s*[*_]*\s*"
    return re.compile(pattern, re.IGNORECASE)


@kept
def _abstract() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a whole paragraph of an abstract looks like, and the head of one that stands alone."""
    return (
        re.compile(
            rf"{abstract_sign().pattern}(?P<words>\S(?:.{{20,}}|(?<=[\u2e80-\ud7ff]).{{5,}}))$", re.IGNORECASE
        ),
        re.compile(rf"^(?:{called('abstract')})[.:：]?$", re.IGNORECASE),
    )


@kept
def _codes() -> re.Pattern[str]:
    return re.compile(rf"^(?:{subject_codes()})(?!\w)[:：\s]*\S.*$", re.IGNORECASE)


def taken_off(front: Front, text: str, code: str) -> str:
    """Take what is no text of a paper off its beginning; keywords anywhere.

    Args:
        front: where it is put.
        text: the Markdown of the paper.
        code: its language.

    Returns:
        the text without it; keywords in its own language become a section of their own.
    """
    lines: list[str] = []
    is_head = True
    # Of several headings of the first level none is what the whole is called.
    is_one = has_one_title(re.findall(r"^# (.+)$", text, re.MULTILINE))
    count = 0
    # Where a paragraph stands that may be the title: Word's own style of one is known at the beginning only.
    title_at = -1
    whole, is_alone = _abstract()
    for line in text.splitlines():
        bare = re.sub(r"^[*_]+|[*_]+$", "", line.strip())
        if (known := _told_anywhere(front, line, lines, code)) is not None:
            lines += known
            continue
        is_title = line.startswith("# ") and is_one and not front.title
        if (line.startswith("#") and not is_title) or count > 30:  # noqa: PLR2004 -- beyond it is no head
            is_head = False
        if is_alone.match(bare) and not line.startswith("#"):
            # A heading that was typed as a paragraph.
            lines += ["", f"## {bare.rstrip('.:：')}", ""]
            is_head = False
            continue
        if not is_head or not bare:
            lines.append(line)
            continue
        count += 1
        if found := whole.match(line.strip()):
            is_head = False
            lines += [f"## {_heading(line, code)}", "", found["words"]]
            continue
        if is_title:
            front.title = bare.removeprefix("# ").strip()
            lines.append(line)
        elif not _of_head(front, in_own_case(bare, code), code, is_titled=bool(front.title) or title_at >= 0):
            title_at = len(lines) if title_at < 0 and _may_be_title(bare) else title_at
            lines.append(line)
            is_head = len(bare) < 200  # noqa: PLR2004 -- a paragraph, with which the text begins
    if title_at >= 0 and not is_one:
        _take_title(front, lines, title_at)
    return "\n".join(lines)


def _told_anywhere(front: Front, line: str, before: list[str], code: str) -> list[str] | None:
    """Keep key words, and an abstract in another language; return what a line becomes, None if it is none."""
    if found := keywords().match(line.strip()):
        return _keywords(front, found, code)
    if found := _abstract()[0].match(line.strip()):
        own = guess(found["words"])
        head = re.split(r"[.:：–—]", re.sub(r"[*_]", "", line), maxsplit=1)[0]
        if own in {"", code} or heads.language_of(head, "abstract", own) != own:
            return None
        if above := start_of_head(before, own):
            front.titles.setdefault(own, above[1])
            front.abstracts.setdefault(own, found["words"])
            del before[above[0] :]
            return []
        # Below a title in that language both are found together.
        title = next((one for one in reversed(before) if one.startswith("#")), "")
        if own != guess(title.lstrip("# ")):
            front.abstracts.setdefault(own, found["words"])
            return []
    return None


def _take_title(front: Front, lines: list[str], position: int) -> None:
    """Take a line for the title, if the head has authors or codes, so that it is one, and names no other."""
    if not front.title and (front.authors or front.codes):
        front.title = re.sub(r"^[*_]+|[*_]+$", "", lines.pop(position).strip())


def _may_be_title(words: str) -> bool:
    """Tell whether a line of the head can be what a paper is called: no sentence, no picture, no list."""
    starts = re.match(r"[^\W\d_]|[«“\"《「0-9]", words) is not None
    # Han and kana have no spaces between words.
    is_long = len(words.split()) >= _LEAST_OF_TITLE or len(_EAST_ASIAN.findall(words)) > 5  # noqa: PLR2004
    return starts and is_long and len(words) < 250 and words[-1] not in ".:;,。，"  # noqa: PLR2004


def _heading(line: str, code: str) -> str:
    return as_sentence(re.sub(r"[*_]", "", re.split(r"[.:：–—]", line.strip(), maxsplit=1)[0]).strip(), code)


def _keywords(front: Front, found: re.Match[str], code: str) -> list[str]:
    own = heads.language_of(found["head"], "keywords", code) or code
    words = [
        word.strip(" .。*_") for word in re.split(r"[;,；，、؛،]", found["words"]) if word.strip(" .。*_")
    ]
    front.subjects.setdefault(own, "; ".join(words))
    if own != code:
        return []
    # As they were typed: 唐代；贸易 has marks of its own.
    listed = found["words"].strip(" .。*_") if _EAST_ASIAN.search(found["words"]) else "; ".join(words)
    return [
        "",
        f"## {as_sentence(found['head'].strip(), code)}",
        "",
        f"{listed}{'。' if _EAST_ASIAN.search(listed) else '.'}",
    ]


def _authors(line: str, plain: str, *, is_titled: bool) -> list[Name]:
    """Return whom a line of the head names, none where it is not sure to name people alone.

    They have initials, or are names in full that a given name or a patronymic tells, below the title, several
    of them, or with a patronymic; a title may be one person («Абай Құнанбайұлы»).
    """
    signs = re.sub(r"\^?\(?[\d*¹²³⁴⁵,\s]*\)?\^?(?=,|;|$)", "", re.sub(r"</?sup>", "", plain))
    words = re.sub(r"(?<=\w)\d+|[*¹²³⁴⁵]", "", signs).strip(" ,;")
    if is_titled and (han := in_han(words)):
        return han
    names, _ = names_listed(words)
    if names and all(_is_person(name) for name in names):
        return names
    names, rest = full_names(words)
    if names and not re.search(r"\w", rest):
        is_sure = is_titled or len(names) > 1 or " " in names[0].given
        return names if is_sure and not is_institution(words) else []
    return signed_names(line)


def _is_person(name: Name) -> bool:
    """Tell whether a line of the head is sure to be a name: it has initials."""
    is_named = name.family[:1].isupper() and re.search(r"[^\W\d_]\.", name.given) is not None
    return is_named and not name.is_institution and not re.search(r"\d", name.family + name.given)


def _of_head(front: Front, line: str, code: str, *, is_titled: bool) -> bool:
    """Tell whether a line is of the head of a paper, and keep what it says."""
    plain = re.sub(r"<sup>.*?</sup>", "", line.replace("\\", "")).strip()
    if _codes().match(plain):
        front.codes.append(plain)
        return True
    orcids, mails = _ORCID.findall(plain), _MAIL.findall(plain)
    if orcids or mails:
        front.orcids += [one.replace("Х", "X") for one in orcids]
        front.mails += mails
        rest = _MAIL.sub(
            "", re.sub(r"\S*orcid\S*|\d{4}-\d{4}-\d{4}-\d{3}[\dXХ]", "", plain, flags=re.IGNORECASE)
        )
        if re.search(r"\w{3}", re.sub(r"e-?mail|orcid|id", "", rest, flags=re.IGNORECASE)):
            front.affiliations.append(
                re.sub(r"[\s,;:]*(?:e-?mail|orcid)[\s:]*$", "", rest.strip(" ,;:"), flags=re.IGNORECASE)
            )
        return True
    if not front.authors and len(plain) < 200:  # noqa: PLR2004 -- names of a few
        names = _authors(line, plain, is_titled=is_titled)
        if names:
            front.signs = signs_of(line, names)
            front.authors = [with_both_names(name, code) for name in names]
            return True
    is_signed = EXPLAINED.match(line) is not None and parted(line)[0] in {
        one for own in front.signs for one in own
    }
    if is_signed or ((front.authors or front.is_authored) and _AFFILIATION.search(plain)):
        front.affiliations += on_lines(line.replace("\\", "").strip())
        return True
    return False
