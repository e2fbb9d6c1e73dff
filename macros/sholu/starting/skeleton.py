"""The files of a new review: path → content, made of its plan alone."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from sholu.bibliography.tex_writer import escaped
from sholu.languages import language
from sholu.starting.example import example_data, with_forms
from sholu.starting.hosting import hosting_files
from sholu.starting.pinning import Pin
from sholu.starting.plan import Plan

TEXTS = Path(__file__).parent / "texts"
# Of the languages without a text of their own; whoever adds one writes a folder beside.
FALLBACK = "en"
PAGES = ("index.md", "references.md")
EXAMPLE_PAGES = ("index.md", "studies.md", "timeline.md", "references.md", "glossary.md")

_SETTINGS = """\
# One review: its name, its languages, the order of its pages. Whatever is not said here has a default.
site_name: {name}
# Its address, once it has one, for shared links, sitemap and feeds. SITE_URL in the environment goes before.
site_url: {address}
# Where its files are kept: "Edit this page", "Report a mistake". Workflows set it by themselves.
repo_url: !ENV [REPOSITORY_URL, ""]
edit_uri: !ENV [EDIT_URI, ""]

theme:
  name: material

# What can be folded away (???) and tabs (===); on paper they stand open, one after the other.
markdown_extensions:
  - pymdownx.details
  - pymdownx.tabbed:
      alternate_style: true

plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
{languages}  - sholu:{options}

nav:
{nav}"""

_LANGUAGE = """\
        - locale: {code}
          name: {name}
{rest}"""

_REVIEW = """\
% The review itself, as it is cited; works that it retells come after it. What is not known is left out.
@online{{review,
{fields}}}
"""

_IGNORED = """\
.venv/
.cache/
__pycache__/
/site/
/.site-*/
"""

_EDITOR = """\
# What editors do by themselves: https://editorconfig.org
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2

[*.md]
# What belongs to a note or to a list stands four spaces in.
indent_size = 4
trim_trailing_whitespace = false
"""

_OWNERS = """\
# Who is asked to look at which files of a pull request: put a name of GitHub after a folder, and take away
# the sign before it.
{folders}# /references.bib  @name
# /.github/  @name
"""

_BIBLIOGRAPHY = """\
% The works that the review cites, each once. `title_kk`, `author_ru` … are forms in other languages.

"""


def skeleton(plan: Plan, pin: Pin) -> dict[str, bytes]:
    """Return the files of a review that builds at once.

    Args:
        plan: what it is to be.
        pin: where its Sholu comes from.
    """
    texts = {
        "mkdocs.yml": settings(plan),
        "references.bib": _bibliography(plan),
        "data/review.bib": _review(plan),
        ".gitignore": _IGNORED,
        "requirements.txt": f"# Sholu {pin.reason}. `sholu update` renews this line.\n{pin.line}\n",
        ".editorconfig": _EDITOR,
        **dict(_guides(plan)),
        **dict(_forms(plan)),
        **dict(_pages(plan)),
        **(_example(plan) if plan.is_example else {}),
        **hosting_files(plan),
    }
    files = {path: text.encode() for path, text in texts.items()}
    if pin.wheel:
        files[f"packages/{pin.wheel}"] = pin.content
    return files


def settings(plan: Plan) -> str:
    """Write mkdocs.yml."""
    languages = "".join(_language(plan, code) for code in plan.languages)
    address = f"https://{plan.domain}/" if plan.domain else ""
    lines = [
        *(["      highlights: studies.md#findings"] if plan.is_example else []),
        *(["      citations:"] if plan.styles else []),
        *(f"        {code}: {{style: {style}}}" for code, style in plan.styles.items()),
        *([f"      files: [{', '.join(plan.files)}]"] if plan.files else []),
    ]
    options = "".join(f"\n{line}" for line in lines)
    nav = "".join(f"  - {name}\n" for name in _names(plan))
    return _SETTINGS.format(
        name=quoted(plan.title), address=quoted(address), languages=languages, options=options, nav=nav
    )


def _language(plan: Plan, code: str) -> str:
    rest = "          default: true\n" if code == plan.first else ""
    if plan.titles[code] != plan.title:
        rest += f"          site_name: {quoted(plan.titles[code])}\n"
    return _LANGUAGE.format(code=code, name=quoted(language(code).name), rest=rest)


def quoted(words: str) -> str:
    """Write a text as YAML has it in quotation marks; JSON's way is one of YAML's (YAML 1.2, 1.3)."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\x7f")


def heading(words: str) -> str:
    """Write a text as Markdown shows it as it is: what would be markup there, or ours, gets a backslash."""
    plain = re.sub(r"([\\`*_{}\[\]<>()#+!|~$@])", r"\\\1", words)
    return plain.replace("&", "&amp;") if re.search(r"&#?\w+;", words) else plain


def _bibliography(plan: Plan) -> str:
    works = _text("references.bib")
    if plan.is_example:
        works = works.replace(
            "  langid ", "  country   = {in},\n  keywords  = {history, politics},\n  langid "
        )
        works += "\n" + _text("example.bib")
        for code in reversed(plan.languages):
            works = with_forms(works, code, _example_file(code).get("forms", {}))
    return _BIBLIOGRAPHY + works


def _example(plan: Plan) -> dict[str, str]:
    return example_data(plan.languages, {code: example_words(code) for code in plan.languages})


def example_words(code: str) -> dict[str, str]:
    """Return the words of the example in a language, by their names: its title, its topics, its events."""
    return {name: words for name, words in _example_file(code).items() if isinstance(words, str)}


def _example_file(code: str) -> dict[str, Any]:
    return tomllib.loads(_page(code, "example/words.toml"))


def _review(plan: Plan) -> str:
    fields = [("author", " and ".join(plan.authors))] if plan.authors else []
    fields.append(("title", escaped(plan.title)))
    others = [code for code in plan.languages if plan.titles[code] != plan.title]
    fields += [(f"title_{code}", escaped(plan.titles[code])) for code in others]
    fields += [("date", str(plan.year)), ("langid", language(plan.first).bibliography_names[0])]
    width = max(len(name) for name, _ in fields)
    return _REVIEW.format(fields="".join(f"  {name:<{width}} = {{{value}}},\n" for name, value in fields))


def _names(plan: Plan) -> tuple[str, ...]:
    """Return the names of the pages, in their order."""
    return EXAMPLE_PAGES if plan.is_example else PAGES


def _pages(plan: Plan) -> Iterator[tuple[str, str]]:
    for code in plan.languages:
        for name in _names(plan):
            words = {"heading": heading(plan.titles[code]), "description": _in_yaml(plan.titles[code])}
            source = f"example/{name}" if plan.is_example and name != "references.md" else name
            text = _titled(code, name, _page(code, source))
            yield f"docs/{code}/{name}", Template(text).safe_substitute(words)


def _titled(code: str, name: str, text: str) -> str:
    """Call the list of works as the language does."""
    if name != "references.md":
        return text
    title = language(code).messages["book_references"]
    return text.replace('"References"', quoted(title)).replace("# References", f"# {title}")


def _forms(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give the forms in which readers tell of mistakes and authors propose changes, where a host has them."""
    if plan.host != "github":
        return
    said: set[str] = set()
    for code in plan.languages:
        text = _page(code, "mistake.yml")
        if text not in said:
            said.add(text)
            yield f".github/ISSUE_TEMPLATE/mistake.{code}.yml", text
    # The link below a page fills in an issue of its own, which a form would drop.
    yield ".github/ISSUE_TEMPLATE/config.yml", "blank_issues_enabled: true\n"
    yield ".github/pull_request_template.md", _page(plan.first, "pull_request.md")
    folders = "".join(f"# /docs/{code}/  @name\n" for code in plan.languages)
    yield ".github/CODEOWNERS", _OWNERS.format(folders=folders)


def _guides(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give the guide of authors: README.md in the first language, README.ru.md and so on in the others."""
    said: set[str] = set()
    for code in plan.languages:
        text = _page(code, "guide.md")
        if text in said:
            continue
        said.add(text)
        words = {
            "heading": heading(plan.titles[code]),
            "folders": ", ".join(f"`docs/{one}/`" for one in plan.languages),
            "first": plan.first,
            "publishing": tomllib.loads(_page(code, "publishing.toml"))[plan.host],
        }
        name = "README.md" if code == plan.first else f"README.{code}.md"
        yield name, Template(text).safe_substitute(words)


def _in_yaml(words: str) -> str:
    return quoted(words)[1:-1]


def _page(code: str, name: str) -> str:
    path = TEXTS / code / name
    return _text(f"{code}/{name}" if path.is_file() else f"{FALLBACK}/{name}")


@cache
def _text(path: str) -> str:
    return (TEXTS / path).read_text(encoding="utf-8")
