"""Days in a sitemap, and the version of a page for readers of no language of the review."""

from __future__ import annotations

from sholu.site.versions import undated, without_undated


def test_a_page_whose_last_change_nobody_knows_has_no_day() -> None:
    """MkDocs wants a day of each page, and gets one that is taken out again; those of others stay."""
    known, unknown = "2024-05-06", undated("2024-05-07T01:02:03+00:00")
    assert unknown == "2024-05-07T00:00:00"
    lines = (f"<url><loc>x</loc>\n  <lastmod>{day}</lastmod>\n</url>" for day in (known, unknown))
    assert without_undated("".join(lines)) == (
        "<url><loc>x</loc>\n  <lastmod>2024-05-06</lastmod>\n</url><url><loc>x</loc>\n</url>"
    )
