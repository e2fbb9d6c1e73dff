"""A failed build leaves the last good site in place."""

from pathlib import Path

from sholu.site import staging


def test_a_good_build_takes_the_place_of_the_site(tmp_path: Path) -> None:
    """Nothing of the former site is left, nor of the building."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    folder = staging.staging_folder(site)
    folder.mkdir()
    (folder / "new.html").write_text("new")
    staging.publish(site)
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_was_stopped_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    """A folder from a stopped build does not leak into the site."""
    site = tmp_path / "site"
    folder = staging.staging_folder(site)
    folder.mkdir()
    (folder / "half.html").write_text("half")
    assert not staging.staging_folder(site).exists()
