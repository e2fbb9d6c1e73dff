"""What a change does to a review, for who reviews it: a summary in Markdown, a page with before and after.

Whatever authors have typed is shown as text: nothing of it runs, leads anywhere or hides (controls of
direction, signs without width).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from sholu.problems.telling import in_language, phrase
from sholu.regexes import regex
from sholu.translations.differences import differences
from sholu.translations.lock import word_differences
from sholu.writing.changes import ChangedPage, ChangedWork, Changes

_HIDDEN = regex("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]")
# Every sign that could mean something in Markdown or HTML, or make an address a link.
_MARKUP = regex(r"[\\`*_\[\](){}#|~@:!$<>&\"]|(?<=www)\.")
_WORD = regex(r"\s*\S+")
# Where more has changed the page with before and after shows it.
_MOST = 20
# What is told, and what of it stands below: a work in each language, the problems of a file.
_Line = tuple[str, Sequence[str]]
_NOTHING = Changes((), (), (), (), ())
_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1>{title}</h1>
{body}</body>
</html>
"""
_STYLE = """\
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 75rem; padding: 0 1rem 4rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
td, th { border-top: 1px solid #8888; padding: .5rem; text-align: start; vertical-align: top; }
td { overflow-wrap: anywhere; white-space: pre-wrap; }
del { background: #f003; text-decoration: line-through; }
ins { background: #0a03; text-decoration: none; border-bottom: 2px solid; }
td { border-top: 0; }
.place td { border-top: 1px solid #8888; font-size: .85rem; padding-block-end: 0; }
@media (max-width: 40rem) { tr, td, th { display: block; } thead { display: none; } }
"""


def visible(text: str) -> str:
    """Write signs that nobody sees by their numbers: [U+202E]."""
    return _HIDDEN.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", text)


def summary(changes: Changes, language: str) -> str:
    """Return a summary in Markdown, such as GitHub shows beside a pull request.

    Args:
        changes: what differs.
        language: that in which it is told.
    """
    return "\n".join((*_summary(changes, language), ""))


def _summary(changes: Changes, language: str) -> Iterator[str]:
    yield f"## {phrase('changes', language)}\n"
    if changes == _NOTHING:
        yield phrase("changes_none", language)
    for page in changes.pages:
        if not page.blocks:
            yield f"- {_code(page.path)}: {_counted(page, language, _code)}\n"
            continue
        yield f"<details><summary>{_code(page.path)}: {_counted(page, language, _code)}</summary>\n"
        for block in page.blocks[:_MOST]:
            yield f"- {_code(f'#{block.identifier}')}: {_plain(word_differences(block.before, block.after))}"
        if len(page.blocks) > _MOST:
            yield f"- {phrase('cite_more', language, count=len(page.blocks) - _MOST)}"
        yield "\n</details>\n"
    for name, lines in _parts(changes, language):
        yield f"### {phrase(name, language)}\n"
        for line, more in lines:
            yield f"- {_plain(line)}"
            yield from (f"    - {_plain(one)}" for one in more)
        yield ""


def _parts(changes: Changes, language: str) -> Iterator[tuple[str, list[_Line]]]:
    """Yield what there is beside the blocks: the name of its heading, its lines."""
    by_file: dict[str, list[str]] = {}
    for one in changes.problems:
        told = str(in_language(one, language)).removeprefix(f"{one.place.path}:")
        by_file.setdefault(one.place.path, []).append(told)
    parts: dict[str, list[_Line]] = {
        "changes_behind": [(f"{path}:{line} #{name}", ()) for path, line, name in changes.behind],
        "changes_works": [_work(one, language) for one in changes.works],
        "changes_addresses": [(address, ()) for address in changes.addresses],
        "changes_problems": list(by_file.items()),
    }
    yield from ((name, lines) for name, lines in parts.items() if lines)


def _work(work: ChangedWork, language: str) -> _Line:
    kind = "changes_new" if work.is_new else "changes_other" if work.entries else "changes_gone"
    entries = [f"{code}: {entry}" for code, entry in work.entries.items()]
    return f"@{work.key} ({phrase(kind, language)})", entries


def _counted(page: ChangedPage, language: str, typed: Callable[[str], str]) -> str:
    """Say what has become of a page; `typed` shows what its author has typed."""
    if page.is_gone:
        return phrase("changes_page_gone", language)
    named = phrase("changes_renamed", language, was=typed(page.was)) if page.was else ""
    if not page.blocks:
        return named
    new = sum(not block.before for block in page.blocks)
    gone = sum(not block.after for block in page.blocks)
    values = {"changed": len(page.blocks) - new - gone, "new": new, "gone": gone}
    counted = phrase("changes_counted", language, **values)
    return f"{named}; {counted}" if named else counted


def _code(text: str) -> str:
    """Show a text as it is typed, as HTML in Markdown: no sign of it means anything."""
    return f"<code>{_plain(text)}</code>"


def _plain(text: str) -> str:
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", visible(" ".join(text.split())))


def page(changes: Changes, language: str) -> str:
    """Return a page of HTML: before and after of each changed block side by side, then the rest."""
    title = escape(phrase("changes", language))
    tables = "".join(_tables(changes, language))
    rest = "".join(
        f"<h2>{escape(phrase(name, language))}</h2>\n<ul>\n"
        + "".join(f'<li dir="auto">{_shown(line)}{_listed(more)}</li>\n' for line, more in lines)
        + "</ul>\n"
        for name, lines in _parts(changes, language)
    )
    return _PAGE.format(language=language, title=title, style=_STYLE, body=tables + rest)


def _listed(lines: Sequence[str]) -> str:
    items = "".join(f'<li dir="auto">{_shown(line)}</li>\n' for line in lines)
    return f"\n<ul>\n{items}</ul>\n" if items else ""


def _tables(changes: Changes, language: str) -> Iterator[str]:
    before, after = (escape(phrase(name, language)) for name in ("changes_before", "changes_after"))
    if changes == _NOTHING:
        yield f"<p>{escape(phrase('changes_none', language))}</p>\n"
    for one in changes.pages:
        yield f"<h2>{_shown(one.path)}</h2>\n<p>{_counted(one, language, _shown)}</p>\n"
        if not one.blocks:
            continue
        yield "<table>\n"
        yield f"<thead><tr><th>{before}</th><th>{after}</th></tr></thead>\n<tbody>\n"
        for block in one.blocks:
            old, new = _marked(block.before, block.after)
            cell = f'<td lang="{one.code}" dir="auto">'
            yield f'<tr class="place"><td colspan="2">#{_shown(block.identifier)}</td></tr>\n'
            yield f"<tr>{cell}{old}</td>{cell}{new}</td></tr>\n"
        yield "</tbody>\n</table>\n"


def _marked(before: str, after: str) -> tuple[str, str]:
    """Return both versions as HTML, with what differs marked, word by word."""
    # A word with the space before it; whether two are the same, their letters tell.
    old, new = _WORD.findall(before), _WORD.findall(after)
    left: list[str] = []
    right: list[str] = []
    words = ([one.strip() for one in typed] for typed in (old, new))
    for is_same, start, end, new_start, new_end in differences(*words):
        left.append(_changed("del", "".join(old[start:end]), is_same=is_same))
        right.append(_changed("ins", "".join(new[new_start:new_end]), is_same=is_same))
    return "".join(left), "".join(right)


def _changed(tag: str, text: str, *, is_same: bool) -> str:
    shown = _shown(text)
    if is_same or not shown:
        return shown
    space = shown[: len(shown) - len(shown.lstrip())]
    return f"{space}<{tag}>{shown.lstrip()}</{tag}>"


def _shown(text: str) -> str:
    return escape(visible(text))
