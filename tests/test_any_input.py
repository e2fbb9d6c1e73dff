"""Whatever an author writes is read, or is a problem with a line: `make fuzz` looks for what is neither.

Each file of a review is made of pieces of what stands there, in any order, and of any other letters.
"""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from sholu.checking.editor import as_an_editor
from sholu.problems.telling import LANGUAGES, in_language
from sholu.review import Review, UnreadableReviewError
from sholu.writing.exchange import FORMATS
from sholu.writing.exchange.review import put_back
from sholu.writing.exchange.units import ExchangeError

WORK = "@book{a, author = {B, C}, title = {D}, year = {2000}}\n"
PAGE = "# T {#t}\n\nText [@a].\n"
MARKDOWN = """# T|## H {#h}|{#h}| {: #h}|[@a]|[@a, p. 1; -@b]|@a|@a [p. 2]|[see @a|]|[^1]|
[^1]: note|
|

|{{ cite("a") }}|{{ cite_text("a", page=1) }}|{{ bibliography() }}|{{ timeline() }}|\
{{ glossary() }}|{{|}}|{%|%}|{#|#}
|- |    |> |1. |!!! note|| a | b |
|---|---||`|```|~~~|<!--|-->|<div markdown="1">|</div>|<b|<script>|<a id="h">|](|(#h)|(index.md#t)|\
(x.md)|![|$a$|\\|&|*|_
|**|---|***|{: .c }|<!-- sholu: off C001 why -->|<!-- only kk: x -->|:   d|*[A]: b|[a]: b|\
http://a.b|\u202e|\u0301|\x0c|é"""
HEAD = """title: |description: |search: |boost: |languages: |translated_from: |hide: |template: |status: |\
tags: |date: |[|]|{|}|&a |*a|
|- |: |yes|1e99|2000-01-01|~|"|'|!!python/object:x |? |kk|en|x|---
|# c|%|@|`|!!binary |<<: *a|0o7|.inf|\t"""
DATA = """- |  |id: |term: |kind: |text: |forms: |en: |kk: |{en: A, kk: Б}|abbreviation|term|date: |title: |\
sources: |[a]|1991|1991-02-30|
|1991/1992|page: |topic: |x|'|"|{|}|[|]|: |&a |*a|!!set |? |~|%|\t|2000-01-01|place: |KZ|lane: |\
ends: |-@a|@a, p. 1|é"""
BIB = """@book{|@article{|@online{|@string{|@comment{|@preamble{|@set{|@xdata{|@|{|}|(|)|a|b|,|=|#|"|%|
|author = |title = |year = |date = |url = |pages = |crossref = |xdata = |ids = |related = |\
entryset = |author+an = |langid = |
{A, B and C, D}|{2000?}|{1-2, 3}|{https://a.b}|{a}|{b}|jan|1991|{\\emph{x}}|{$x^2$}|\\|{\\'e}|~|<i>|\
{family=A, given=B}|1=director|
keywords = {cited}|title_kk = |{Ә}|\u202e|²|note = |volume = |{XIV}|isbn = |doi = |{10.1000/1}|\
month = |edition = """
SETTINGS = """site_name: A
|plugins:
|  - sholu|:
|      citations: |{en: {style: apa}}|      policy: |{script-src: x}|      romanization: |\
      latin_list: |      problems: |
{C001: off}|      redirects: |      files: |  - i18n:
|      languages: |[{locale: en, default: true, name: E}]|nav: |[index.md]|docs_dir: |theme: |\
material|markdown_extensions: |
[toc]|{|}|[|]|- |!ENV [X, y]|!!python/name:os.system|&a|*a|x|1|~|"|:|\t|site_url: |http://[|extra: |\
docs_structure: folder"""
LANGUAGE = """name = |alphabet = |style = |quotes = |[numbers]
|[orthography]
|[unbroken]
|[locators]
|page = |units = |tens = |\
initials = |abbreviations = |[months]
|nominative = |[inflection]
|endings = |[messages]
|cites = |[plural]
|decimal = |\
direction = |"kk"|"gost"|"{}"|["{}-б.", "{}"]|["«", "»"]|[[1]]|["a|b"]|[""]|"\\u0000"|1|true|1e999|
|[|]|{|}|"|
=|#|,|x|é"""
# What programs of translators make of their files.
XLIFF = """<source>T</source>|<target>Т</target>|<target state="new">Т</target>|<target/>|
|<alt-trans><target>b</target></alt-trans>|<seg-source><mrk mtype="seg">T</mrk></seg-source>|
|<source>Text <ph id="1">[@a]</ph>.</source>|<target>Слово <ph id="1">[@a]</ph>.</target>|
|<target>Слово <x id="1"/>.</target>|<note>a</note>|<!-- -->|<?x?>|<![CDATA[x]]>|&amp;|&#0;|&x;|
|</trans-unit><trans-unit id="t-p1">|</trans-unit><trans-unit id="?title" approved="yes">|
|</trans-unit><group><trans-unit>|</group>|</trans-unit>|<g>|</g>|<|>"""
PO = """msgid ""
msgstr ""
"Language: ru\\n"

|msgctxt "docs/en/index.md#t"
|msgid "T"
|msgstr "Т"
|msgid_plural "T"
|msgstr[0] "a"
|msgstr[1] ""
|\
#, fuzzy
|#. a
|#| msgid "x"
|#~ msgid "x"
|#: docs/en/index.md:1
|"Text [@a]."
|"\\q"|"|msgstr |msgid |domain "x"
|"""


LOCK = """{|}|[|]|"|:|,|"kk/index.md"|"version"|1|"blocks"|null|-1|1e999|true|\\u0000|
|"en"|"ru"|"p1"|"sha"|# |= |kk/index.md|p1 |0123abcd"""


def made_of(pieces: str) -> st.SearchStrategy[str]:
    """Texts of pieces, which stand between bars, and of a few other letters."""
    # A bar of a table is lost between two others, and comes with the other letters.
    known = st.sampled_from([piece for piece in pieces.split("|") if piece])
    return st.lists(known | st.text(max_size=3) | st.just("|"), max_size=30).map("".join)


def read(texts: dict[str, str]) -> None:
    """Read a review, all that is said of it in each language, and the HTML of its pages."""
    review = Review.from_texts(texts)
    found = (*review.problems, *(one.problem for one in as_an_editor(review)))
    for problem in found:
        # Readers of old texts and YAML know more ends of lines than one.
        lines = len(re.split("\r\n|[\n\r\x85\u2028\u2029]", texts.get(problem.place.path, ""))) + 1
        assert 1 <= problem.place.line <= lines, problem
        for code in LANGUAGES:
            assert "\n" not in str(in_language(problem, code))
    for page in review.pages.values():
        assert isinstance(page.html, str)


@given(made_of(MARKDOWN))
def test_any_page_is_read(text: str) -> None:
    """With a work to cite, and without a heading."""
    read({"docs/index.md": text, "references.bib": WORK})


@given(made_of(HEAD))
def test_any_front_matter_is_read(text: str) -> None:
    """Whatever YAML makes of it."""
    read({"docs/index.md": f"---\n{text}\n---\n{PAGE}", "references.bib": WORK})


@given(made_of(BIB), st.booleans())
def test_any_bibliography_is_read(text: str, of_review: bool) -> None:  # noqa: FBT001 -- drawn by Hypothesis
    """That of the works, and that of the review."""
    bibliography = {"data/review.bib": f"@online{{x, title = {{T}}}}\n{text}", "references.bib": WORK}
    read({"docs/index.md": PAGE, **(bibliography if of_review else {"references.bib": text})})


@given(made_of(DATA), st.sampled_from(("glossary", "events", "topics")))
def test_any_data_are_read(text: str, name: str) -> None:
    """And shown where a page asks for them."""
    page = f"{PAGE}\n{{{{ timeline() }}}}\n\n{{{{ glossary() }}}}\n\n{{{{ bibliography() }}}}\n"
    read({"docs/index.md": page, "references.bib": WORK, f"data/{name}.yml": text})


@given(made_of(LOCK))
def test_any_lock_is_read(text: str) -> None:
    """With versions to compare."""
    settings_ = "plugins: [{i18n: {languages: [{locale: kk, default: true}, {locale: en}]}}, sholu]\n"
    read({
        "mkdocs.yml": settings_,
        "docs/kk/index.md": PAGE,
        "docs/en/index.md": PAGE,
        "references.bib": WORK,
        "translations.lock": text,
    })  # fmt: skip


@given(made_of(SETTINGS))
def test_any_settings_are_read_or_refused(text: str) -> None:
    """As `sholu check` reads them."""
    try:
        read({"mkdocs.yml": f"{text}\nplugins: [sholu]\n", "docs/index.md": PAGE, "references.bib": WORK})
        read({"mkdocs.yml": text, "docs/index.md": PAGE, "references.bib": WORK})
    except UnreadableReviewError:
        return


@given(made_of(LANGUAGE))
@example('[inflection]\nname = [""]')
def test_any_file_of_a_language_is_read(text: str) -> None:
    """That of the language in which the review is."""
    settings_ = "plugins: [{i18n: {languages: [{locale: en, default: true}, {locale: xx}]}}, sholu]\n"
    read({
        "mkdocs.yml": settings_,
        "languages/xx.toml": f'name = "X"\n{text}',
        "docs/en/index.md": PAGE,
        "docs/xx/index.md": PAGE,
        "references.bib": WORK,
    })  # fmt: skip


UNITS = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="docs/en/index.md" target-language="ru"><body><trans-unit id="t">"""


@given(
    made_of(XLIFF).map(lambda text: ("xliff", f"{UNITS}{text}</trans-unit></body></file></xliff>"))
    | made_of(XLIFF).map(lambda text: ("xliff", text))
    | made_of(PO).map(lambda text: ("po", text))
)
def test_whatever_a_translator_sends_back_is_read_or_refused(sent: tuple[str, str]) -> None:
    """And what is read is put into pages, or told of."""
    kind, text = sent
    try:
        returned = FORMATS[kind].read(text.encode())
    except ExchangeError:
        return
    texts: dict[str, str | bytes] = {
        "mkdocs.yml": "plugins: [{i18n: {languages: [{locale: en, default: true}, {locale: ru}]}}, sholu]\n",
        "docs/en/index.md": PAGE,
        "references.bib": WORK,
    }
    review = Review.from_texts(texts)
    for changed in put_back(review, texts, returned, takes_unfinished=True).changed.values():
        assert isinstance(changed, str)
