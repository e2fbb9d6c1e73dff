"""Which translation is missing, which folder would vanish."""

from sholu.review.pages import missing_at_once, missing_translations, unexpected_folders

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def test_a_page_that_lacks_a_translation_is_named_with_the_file_to_write() -> None:
    """The author learns which file to make of which."""
    pages = ["kk/index.md", "ru/index.md", "en/index.md", "kk/part/new.md", "ru/part/new.md"]
    (problem,) = missing_at_once(missing_translations(pages, NAMES, "docs"))
    assert str(problem) == (
        "docs/kk/part/new.md:1: this page is missing in English; it is there in Қазақша, Русский; "
        "translate it and save it as docs/en/part/new.md, or name at its head the languages that it has "
        "(`languages: [kk, ru]`) until the translation is there [T001]"
    )


def test_pages_outside_of_the_languages_need_no_translation() -> None:
    """Shared files stand beside the folders of the languages."""
    assert missing_translations(["assets/readme.md", "notes.md"], NAMES, "docs") == ()


def test_a_folder_that_looks_like_a_language_is_reported() -> None:
    """static-i18n takes any two letters for a language; docs/js/ vanished without a word."""
    (problem,) = unexpected_folders(["js/app.js", "kk/index.md", "assets/x.png"], NAMES, "docs")
    assert str(problem).startswith("docs/js:1: ")
    assert "docs/assets/" in problem.mend
