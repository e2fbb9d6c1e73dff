"""What of the theme can be told without a browser: its words, letters, colours, and that it calls nobody."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import material
import pytest
from fontTools.ttLib import TTFont
from sholu.languages import FOLDER as LANGUAGE_FOLDER
from sholu.languages import known_languages
from sholu.site.defaults import THEME_FOLDER

from tests.conftest import SmallSite

FONTS = sorted((THEME_FOLDER / "assets" / "fonts").glob("*.woff2"))
MATERIAL_LANGUAGES = Path(material.__path__[0]) / "templates" / "partials" / "languages"

# ---------------------------------------------------------------- the words of Material in Kazakh

# No words, but settings: of the direction of the text, and of a search of Material's that Sholu does not use.
SETTINGS = ("direction", "search.config.")


def partial_words(path: Path) -> dict[str, str]:
    """Read the words of a language from Material's template for it."""
    found = re.search(r"\{\{\s*(\{.*\})\s*\[key\]", path.read_text(encoding="utf-8"), re.DOTALL)
    assert found, path
    words: dict[str, str] = json.loads(found[1])
    return words


KAZAKH = partial_words(THEME_FOLDER / "partials" / "languages" / "kk.html")
ENGLISH = partial_words(MATERIAL_LANGUAGES / "en.html")
RUSSIAN = partial_words(MATERIAL_LANGUAGES / "ru.html")


def test_kazakh_has_every_word_of_material() -> None:
    """A word that is missing would appear in English, one too many is never shown."""
    assert sorted(KAZAKH) == sorted(ENGLISH)
    assert KAZAKH["language"] == "kk"


@pytest.mark.parametrize("other", [ENGLISH, RUSSIAN], ids=["English", "Russian"])
def test_kazakh_words_are_kazakh(other: Mapping[str, str]) -> None:
    """None was left as it stood in the language from which it was translated."""
    same = {key for key in KAZAKH if KAZAKH[key] == other.get(key) and not key.startswith(SETTINGS)}
    assert same == set()


def test_kazakh_words_are_written_in_cyrillic() -> None:
    """But for names that are Latin everywhere."""
    latin = {
        key: found
        for key, words in KAZAKH.items()
        if not key.startswith((*SETTINGS, "language"))
        and (found := set(re.findall("[A-Za-z]+", words)) - {"RSS"})
    }
    assert latin == {}


def test_kazakh_words_have_the_same_gaps() -> None:
    """Material puts a number in place of each #."""
    assert {key: KAZAKH[key].count("#") for key in ENGLISH} == {
        key: words.count("#") for key, words in ENGLISH.items()
    }


# ---------------------------------------------------------------- the languages of Sholu

TABLES = (
    "locators", "locator_words", "terms", "genres", "jurisdictions", "language_notes", "messages",
    "interface",
)  # fmt: skip
# In Kazakh a treaty is signed "in" a day, in other languages on the day as it is always written; there alone
# a word after a Roman number has another sign before it than after figures. English sorts without articles.
OPTIONAL = {"signed_date", "after_roman", "articles"}
# Kazakh and Russian name the field of study of a degree, English does not.
UNCOMPARED = {"genres"}

LANGUAGES: dict[str, dict[str, Any]] = {
    code: tomllib.loads((LANGUAGE_FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    for code in known_languages()
}


def texts(value: object) -> list[str]:
    """Return the texts of a value: itself, or all in it."""
    if isinstance(value, str):
        return [value]
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for member in members for text in texts(member)]


def gaps(value: object) -> set[str]:
    """Return what is filled in, whichever the case of a month; a date is its day, month and year."""
    names = {name for text in texts(value) for _, name, _, _ in Formatter().parse(text) if name is not None}
    names = {"month" if name.startswith("month_") else name for name in names}
    return names - {"date"} | {"day", "month", "year"} if "date" in names else names


@pytest.mark.parametrize("table", TABLES)
def test_languages_have_the_same_words(table: str) -> None:
    """A word that one of them lacks would end a build in that language."""
    named = {code: set(own[table]) - OPTIONAL for code, own in LANGUAGES.items()}
    every = set.union(*named.values())
    assert {code: sorted(lacking) for code in named if (lacking := every - named[code])} == {}


@pytest.mark.parametrize("table", sorted(set(TABLES) - UNCOMPARED))
def test_languages_have_the_same_gaps(table: str) -> None:
    """What is given to one language is shown in all of them."""
    keys = set.union(*(set(own[table]) for own in LANGUAGES.values())) - OPTIONAL
    found = {key: {code: gaps(own[table].get(key)) for code, own in LANGUAGES.items()} for key in keys}
    differing = {
        key: by_code for key, by_code in found.items() if len({*map(frozenset, by_code.values())}) > 1
    }
    assert differing == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_is_empty(code: str) -> None:
    """Nor has spaces at its ends, but for a mark that parts an abbreviation from what follows."""
    own = LANGUAGES[code]
    for table in (*TABLES, "months", "signed"):
        for key, value in own[table].items():
            assert texts(value), (table, key)
            for text in texts(value):
                assert text.strip(), (table, key)
                assert text.strip() == text or key == "shorthand", (table, key)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_case_of_a_month_that_is_asked_for_is_there(code: str) -> None:
    """With its twelve names; which cases there are is the language's own grammar."""
    own = LANGUAGES[code]
    assert "nominative" in own["months"]
    assert {case: len(set(names)) for case, names in own["months"].items()} == dict.fromkeys(
        own["months"], 12
    )
    asked = {
        name.removeprefix("month_")
        for text in texts(own["terms"])
        for _, name, _, _ in Formatter().parse(text)
        if name and name.startswith("month_")
    }
    assert asked <= set(own["months"])


# ---------------------------------------------------------------- the letters of the fonts

# Quotation marks of the three languages, dashes, the sign of shortening, № of laws, apostrophes, what
# romanization writes for ь and ъ.
SIGNS = "«»“”„–—…№’ʼ§0123456789.,:;!?()[]/-&"


def test_the_four_faces_are_there() -> None:
    """The tests of fonts can fail."""
    assert len(FONTS) == 4


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_has_every_letter(path: Path) -> None:
    """Of all alphabets and romanizations; one that is missing would come from some other font."""
    letters = set(SIGNS)
    for own in LANGUAGES.values():
        # Source Serif has no sign of softness or hardness (ʹ ʺ); a romanized ь or ъ comes from the next font.
        tables = "".join(one["letters"] for one in own.get("romanizations", ()))
        written = own["alphabet"] + "".join(set(tables) - {"ʹ", "ʺ"})
        letters |= {letter for letter in written + written.upper() if not letter.isspace()}
    with TTFont(path) as font:
        known = font.getBestCmap()
    missing = {letter: f"U+{ord(letter):04X}" for letter in sorted(letters) if ord(letter) not in known}
    assert missing == {}


# ---------------------------------------------------------------- nobody is called

ADDRESS = re.compile(r"""https?://[^\s"'<>)]+|(?<=["'(=])\s*//\w[^\s"'<>)]*""", re.IGNORECASE)
# Names of XML's vocabularies are no addresses that anybody asks.
NAMESPACE = "http://www.w3.org/"
# A link that a reader may follow.
HOME_OF_MATERIAL = ("partials/copyright.html", "https://squidfunk.github.io/mkdocs-material/")


def addresses(text: str) -> list[str]:
    """Return the foreign addresses in a file."""
    return [found.strip() for found in ADDRESS.findall(text) if not found.startswith(NAMESPACE)]


def test_no_file_of_the_theme_calls_a_third_party() -> None:
    """Neither a style, a script nor a template; vendored code is not ours to change."""
    files = [
        path
        for path in sorted(THEME_FOLDER.rglob("*"))
        if path.suffix in {".css", ".js", ".html", ".svg"} and "lunr" not in path.parts
    ]
    assert len(files) > 10
    found = [
        (path.relative_to(THEME_FOLDER).as_posix(), address)
        for path in files
        for address in addresses(path.read_text(encoding="utf-8"))
    ]
    assert found == [HOME_OF_MATERIAL]


@pytest.mark.parametrize(
    "text",
    ['<script src="//cdn.example.org/x.js">', "url(https://example.org/f)", "fetch('HTTP://example.org')"],
)
def test_an_address_would_be_noticed(text: str) -> None:
    """The test above can fail."""
    assert addresses(text)
    assert addresses(f"// A comment.\n/* xmlns='{NAMESPACE}2000/svg' */") == []


# ---------------------------------------------------------------- colours

STYLES = (THEME_FOLDER / "assets" / "stylesheets" / "sholu.css").read_text(encoding="utf-8")
SCHEMES = ("default", "slate")
# WCAG 2.2, 1.4.3 for text and 1.4.11 for controls.
LEAST_OF_TEXT = 4.5
LEAST_OF_CONTROLS = 3.0

PAPER, NOTE, TARGET = "--md-default-bg-color", "--sholu-note-bg", "--sholu-target"
HEADER, FIELD = "--md-primary-fg-color", "--md-primary-fg-color--dark"
FOOTERS = ("--md-footer-bg-color", "--md-footer-bg-color--dark")
# Each colour of text with the backgrounds on which it is set.
TEXTS = {
    "--md-default-fg-color": (PAPER, NOTE, TARGET),
    "--md-typeset-color": (PAPER, NOTE, TARGET),
    "--md-default-fg-color--light": (PAPER, NOTE, TARGET),
    "--md-typeset-a-color": (PAPER, NOTE, TARGET),
    "--md-accent-fg-color": (PAPER, NOTE, TARGET),
    "--sholu-note": (NOTE, PAPER, TARGET),
    "--md-primary-bg-color": (HEADER, FIELD),
    "--md-primary-bg-color--light": (HEADER, FIELD),
    "--md-footer-fg-color": FOOTERS,
    "--md-footer-fg-color--light": FOOTERS,
    "--md-footer-fg-color--lighter": FOOTERS,
}
# Icons, dotted lines below citations, and the ring around what has the focus.
CONTROLS = {
    "--md-default-fg-color--lighter": (PAPER, NOTE, TARGET),
    "--md-typeset-a-color": (PAPER, HEADER, *FOOTERS),
}


def colours(scheme: str) -> dict[str, str]:
    """Return the variables of a scheme that are whole colours."""
    found = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', STYLES, re.DOTALL)
    assert found, scheme
    return dict(re.findall(r"(--[\w-]+):\s*(#[0-9a-f]{6});", found[1]))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("pairs", "least"), [(TEXTS, LEAST_OF_TEXT), (CONTROLS, LEAST_OF_CONTROLS)], ids=["text", "controls"]
)
def test_colours_have_contrast(scheme: str, pairs: Mapping[str, tuple[str, ...]], least: float) -> None:
    """On each background on which they are met, in both schemes."""
    known = colours(scheme)
    too_weak = {
        (name, below): (known[name], known[below], round(ratio, 2))
        for name, backgrounds in pairs.items()
        for below in backgrounds
        if (ratio := contrast(known[name], known[below])) < least
    }
    assert too_weak == {}


def test_contrast_is_that_of_wcag() -> None:
    """Its own examples, so that the test above can be believed."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_both_schemes_set_the_same_colours() -> None:
    """One that is missing would be Material's, which is made for other colours."""
    assert sorted(colours("default")) == sorted(colours("slate"))


# ---------------------------------------------------------------- the title of a page


def test_the_title_of_a_page_is_text(small_site: SmallSite) -> None:
    """Of its front matter, or of its heading; no tag in it ends the head."""
    pages = {
        "index.md": "# Home {#home}\n",
        "own.md": "---\ntitle: Snow & <b>ice</title>\n---\n\n# Own {#own}\n",
        "heading.md": "# Rain & *wind* {#heading}\n",
    }
    files: dict[str, str | bytes] = {
        f"docs/{code}/{name}": text for code in ("kk", "ru", "en") for name, text in pages.items()
    }
    done, output, site = small_site({**files, "references.bib": ""})
    assert done == 0, output
    titles = [
        re.findall("<title>(.*?)</title>", (site / path / "index.html").read_text(encoding="utf-8"))[0]
        for path in ("", "own", "heading")
    ]
    assert titles == [
        "Home — Small review",
        "Snow &amp; &lt;b&gt;ice&lt;/title&gt; — Small review",
        "Rain &amp; wind — Small review",
    ]
