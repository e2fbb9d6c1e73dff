"""Another key for a work, another name for a page: the texts in which they stand, and nothing else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping

from sholu.citations.grammar import AT
from sholu.citations.source import outside_code
from sholu.regexes import regex
from sholu.translations.blocks import fingerprint
from sholu.translations.lock import Lock, LockEntry
from sholu.values import replace

# A key ends before what no key has.
_REST = r"(?![\w])(?![:.#$%&+?~/*!|^\-]\w)"
# What the macros of citations take: keys in quotation marks.
_MACRO = regex(r"\{\{.*?\}\}", re.DOTALL)

_NAMES_OTHERS = regex(
    r"(\b(?:crossref|xref|xdata|related|entryset)\s*=\s*[{\"])([^{}\"]*)(?=[}\"])", re.IGNORECASE
)


def in_page(text: str, old: str, new: str) -> str:
    """Change a key in the text of a page: in citations and macros, not in code, nor in addresses."""
    bare = re.compile(rf"({AT})(?:\{{{re.escape(old)}\}}|{re.escape(old)}{_REST})")
    quoted = re.compile(rf"([\"']){re.escape(old)}\1")
    is_plain = re.fullmatch(r"\w+(?:[:.#$%&+?~/*!|^\-]\w+)*(?<!_)", new) is not None
    anchor = re.compile(rf"\(#ref-{re.escape(old)}\)")
    written = new if is_plain else f"{{{new}}}"

    def change(prose: str) -> str:
        prose = _MACRO.sub(lambda macro: quoted.sub(rf"\g<1>{new}\g<1>", macro[0]), prose)
        prose = anchor.sub(f"(#ref-{new})", prose)
        return bare.sub(lambda found: f"{found[1]}{written}", prose)

    return outside_code(text, change)


def in_bibliography(text: str, old: str, new: str) -> str:
    """Change a key in BibTeX: at the head of its entry, in fields that name other works, and in remarks."""
    head = re.compile(rf"^([ \t]*@\w+[ \t]*[{{(][ \t]*){re.escape(old)}(?=[ \t]*,)", re.MULTILINE)
    remark = re.compile(r"^[ \t]*%.*$", re.MULTILINE)
    own = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    text = remark.sub(lambda found: own.sub(lambda _: new, found[0]), text)
    return with_keys(head.sub(lambda found: f"{found[1]}{new}", text), {old: new})


def with_keys(text: str, renamed: Mapping[str, str]) -> str:
    """Change keys in fields of BibTeX that name other works: crossref and its kin."""

    def others(found: re.Match[str]) -> str:
        keys = re.split(r"(\s*,\s*)", found[2])
        return found[1] + "".join(renamed.get(key.strip(), key) for key in keys)

    return _NAMES_OTHERS.sub(others, text)


def in_data(text: str, old: str, new: str) -> str:
    """Change a key in data files: among `sources`, where a locator may follow, and in citations of texts."""

    def sources(found: re.Match[str]) -> str:
        return re.sub(rf"(?<![\w-]){re.escape(old)}{_REST}", new, found[0])

    listed = re.compile(r"^([ \t]*(?:- )?sources:[^\n]*(?:\n[ \t]*- [^\n:]*)*)", re.MULTILINE)
    return in_page(listed.sub(sources, text), old, new)


def in_lock(
    lock: Lock, rewrite: Callable[[str], str], carried: Mapping[str, str], moved: Mapping[str, str]
) -> Lock:
    """Carry acceptances over a change that changed no words.

    Args:
        lock: the records as they are.
        rewrite: what was done to a text, for those that no page has any more.
        carried: the texts of blocks as they are now, by the fingerprints that they had.
        moved: old paths of pages to new ones.
    """

    def now(mark: str) -> str:
        if mark in carried:
            return fingerprint(carried[mark])
        return fingerprint(rewrite(lock.texts[mark])) if mark in lock.texts else mark

    records = {
        moved.get(path, path): LockEntry(
            record.source, {name: (now(source), now(its)) for name, (source, its) in record.blocks.items()}
        )
        for path, record in lock.records.items()
    }
    texts = {now(mark): carried.get(mark) or rewrite(text) for mark, text in lock.texts.items()}
    return replace(lock, records=records, texts=texts)


# ---------------------------------------------------------------- pages


def page_name(typed: str, languages: tuple[str, ...], docs: str) -> str:
    """Return the name of a page in the folder of its language: "docs/kk/water.md", "water" → "water.md"."""
    name = posixpath.normpath(typed.replace("\\", "/")).removeprefix("./").removeprefix(f"{docs}/")
    first, _, rest = name.partition("/")
    name = rest if first in languages and rest else name
    return name if name.endswith(".md") else f"{name}.md"


def links_in(text: str, page: str, moved: dict[str, str]) -> str:
    """Change the links of a page to pages that were moved, and those of a moved page itself.

    Args:
        text: the page's Markdown.
        page: its old path below the folder of the pages ("kk/water.md").
        moved: old paths to new ones.
    """
    home = posixpath.dirname(page)
    new_home = posixpath.dirname(moved.get(page, page))

    def target(address: str) -> str:
        path, mark, rest = _parted(address)
        if not path or re.match(r"[a-z][a-z0-9+.-]*:|/|#", path, re.IGNORECASE):
            return address
        whole = posixpath.normpath(posixpath.join(home, path))
        if whole not in moved and new_home == home:
            return address
        is_file = whole in moved or "." in posixpath.basename(path)
        if not is_file:
            return address
        return posixpath.relpath(moved.get(whole, whole), new_home or ".") + mark + rest

    inline = re.compile(r"(\]\(\s*<?)([^\s)<>]+)")
    reference = re.compile(r"^([ ]{0,3}\[[^\]\n^]+\]:[ \t]*<?)([^\s<>]+)", re.MULTILINE)

    def change(prose: str) -> str:
        for pattern in (inline, reference):
            prose = pattern.sub(lambda found: found[1] + target(found[2]), prose)
        return prose

    return outside_code(text, change)


def _parted(address: str) -> tuple[str, str, str]:
    found = re.match(r"([^#?]*)([#?]?)(.*)", address, re.DOTALL)
    return (found[1], found[2], found[3]) if found else (address, "", "")


def in_settings(text: str, old: str, new: str) -> str:
    """Change the name of a page in mkdocs.yml: in nav, and where options name pages."""
    return re.sub(rf"(?<![\w./-]){re.escape(old)}(?![\w./-])", new, text)


def in_addresses(text: str, old: str, new: str) -> str:
    """Change the address of a page in data files: `methodology/#treaty`, `about.md`."""
    before, after = old.removesuffix(".md"), new.removesuffix(".md")
    text = re.sub(rf"(?<![\w./-]){re.escape(before)}/(?=#)", f"{after}/", text)
    return in_settings(text, old, new)


def with_redirect(settings: str, old: str, new: str) -> str:
    """Add to the option `redirects` of mkdocs.yml that a page is elsewhere now; chains are made short."""
    lines = settings.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    place = next((n for n, line in enumerate(lines) if re.match(r"\s*redirects:\s*$", line)), None)
    if place is not None:
        indent = re.match(r"\s*", lines[place])
        inner = (indent[0] if indent else "") + "  "
        last = place + 1
        while last < len(lines) and lines[last].startswith(inner):
            key, _, value = lines[last].strip().partition(": ")
            lines[last] = f"{inner}{key}: {new}{end}" if value.strip("\"' ") == old else lines[last]
            last += 1
        kept = [
            line for line in lines[place + 1 : last] if line.strip().partition(":")[0].strip("\"'") != new
        ]
        lines[place + 1 : last] = [*kept, f"{inner}{old}: {new}{end}"]
        return "".join(lines)
    for number, line in enumerate(lines):
        found = re.match(r"([ \t]*)- sholu(:?)[ \t]*(?:#[^\n]*)?(\{\})?\s*$", line)
        if found:
            inner = found[1] + "      "
            options = [
                f"{found[1]}- sholu:{end}",
                f"{inner[:-2]}redirects:{end}",
                f"{inner}{old}: {new}{end}",
            ]
            lines[number : number + 1] = options
            return "".join(lines)
    return settings
