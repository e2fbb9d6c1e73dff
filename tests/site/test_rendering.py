"""Which pages MkDocs converts by the rules of a review, and how it gets these."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from sholu.conversion import PageExtension, TextExtension
from sholu.review.build import ReviewBuild
from sholu.site.rendering import is_of_review, render


def config_of(root: Path) -> MkDocsConfig:
    """Return settings with a TextExtension, as the plugin leaves them."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "T", "docs_dir": str(root / "docs")})
    config.validate()
    cast("list[object]", config.markdown_extensions).append(TextExtension())
    return config


def test_a_page_that_a_plugin_makes_is_none_of_the_review(tmp_path: Path) -> None:
    """The archive of a blog lies in a folder of its plugin, or nowhere."""
    (tmp_path / "docs").mkdir()
    config = config_of(tmp_path)
    own = File("a.md", str(tmp_path / "docs"), "site", use_directory_urls=True)
    archive = File("b.md", str(tmp_path / "made"), "site", use_directory_urls=True)
    nowhere = File("c.md", None, "site", use_directory_urls=True)
    found = [is_of_review(Page(None, file, config), config) for file in (own, archive, nowhere)]
    assert found == [True, False, False]


def test_a_page_is_converted_by_its_own_rules_and_mkdocs_steps(tmp_path: Path) -> None:
    """The extensions of mkdocs.yml stay what they are for others."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "references.bib").write_text(
        "@book{a, author = {Hiro, D.}, title = {T}, year = {2009}, langid = {english}}", encoding="utf-8"
    )
    review, config = ReviewBuild.begin(tmp_path, tmp_path / "references.bib", {}), config_of(tmp_path)
    page = Page(None, File("a.md", str(tmp_path / "docs"), "site", use_directory_urls=True), config)
    reading = review.open_page("en", tmp_path / "docs/a.md", "# T {#t}\n\n[@a] [b](a.md)\n", 1)
    page.markdown, page.meta = reading.source.text, {}
    rules = PageExtension(reading, review.glossary, "", lambda *_: None, review.labels_of("en"))
    render(page, rules, config, Files([page.file]))
    assert 'id="cite-a-1"' in str(page.content)
    assert '<a href="./">b</a>' in str(page.content)
    assert page.title == "T {#t}"
    outside = Markdown(extensions=config["markdown_extensions"]).convert("[@a]")
    assert outside == "<p>[@a]</p>"
