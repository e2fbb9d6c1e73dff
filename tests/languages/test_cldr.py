"""What Unicode's CLDR knows of languages, by Babel."""

from babel.core import get_global
from babel.localedata import load
from sholu.languages import answers, cldr


def test_what_babel_has_read_is_let_go_and_read_again() -> None:
    """It is 7 MB that Babel keeps under names of its own: a release with other names would keep it unseen."""
    told = cldr.facts("kk"), cldr.country("KZ", "ru"), cldr.usual_script("ky")
    languages, everywhere, own = load("kk"), get_global("likely_subtags"), cldr.locale_of("kk")
    assert load("kk") is languages
    assert get_global("likely_subtags") is everywhere
    cldr.let_go()
    assert load("kk") is not languages
    assert get_global("likely_subtags") is not everywhere
    assert cldr.locale_of("kk") is not own
    answers.forget()
    assert (cldr.facts("kk"), cldr.country("KZ", "ru"), cldr.usual_script("ky")) == told
    assert told[1:] == ("Казахстан", "Cyrl")
