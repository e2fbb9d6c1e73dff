"""The Kazakh stemmer: which forms it brings together, how it is loaded, of what the served file is made."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import material
import pytest
from sholu.search import minify

FOLDER = Path(__file__).parent
LUNR = FOLDER / "lunr.min.js"
SUPPORT = Path(material.__file__).parent / "templates/assets/javascripts/lunr/min/lunr.stemmer.support.min.js"
ROWS = [line.split("\t") for line in (FOLDER / "words.kk.tsv").read_text("utf-8").splitlines()]
STEM = "words => words.map(word => lunr.kk.stemmer(new lunr.Token(word, {})).toString())"


def loaded(browser: Any, *scripts: Path) -> Any:
    """Return a page with lunr and scripts."""
    page = browser.new_page()
    for path in (LUNR, SUPPORT, *scripts):
        page.add_script_tag(path=str(path))
    return page


@pytest.fixture(scope="module")
def served(browser: Any) -> Iterator[Any]:
    """A page with the stemmer that readers get."""
    page = loaded(browser, minify.SERVED)
    yield page
    page.close()


def pairs(groups: dict[str, set[str]]) -> set[tuple[str, ...]]:
    """Return all pairs of forms that stand in one group."""
    return {pair for members in groups.values() for pair in combinations(sorted(members), 2)}


@pytest.mark.parametrize(
    "forms",
    [
        "кітап кітабы кітабым кітаптарымызда",
        "аяқ аяғы аяғын",
        "жүрек жүрегі жүректер",
        "орын орны орнында орында",
        "халық халқы халқының халқымызға",
        "ауыз аузы аузынан ауызға",
        "үй үйі үйім үйдегілер үйлеріңізден",
        "іс ісі істердің",
        "ән әні әндер",
        "ой ойы ойларымыз",
        "зерттеуші зерттеушілердің зерттеушіге",
        "келісімшарт келісімшарттарда",
        "кел келген келді келеді келмейді келсе келіп келу келуі келгендіктен келмепті келсеңізші",
        "бар барды барады барған бармаған баратын барғанша бармақ барасыңдар",
        "тап табады тапты тауып таппай",
        "шық шығады шыққан шығып шығайын",
        "қорық қорқады қорықты қорқып",
        "қой қояды қойды қою",
        "оқы оқиды оқып оқу оқыған",
        "көрін көрінді көрінеді көрініп",
        "мен мені маған менің менен менікі",
        "ол оны оған оның одан онда олардың",
        "бұл бұны мұны бұған мұның мұнда",
        "кім кімді кімге кіммен",
        "не нені неге немен",
        "еді едім екен екенін екендігі",
        "студент студентпін студенттер",
        "министр министрдің министрлер",
        "партия партиясы партияға",
        "рубль рубльдің рубльге рублі",
        "тоқаев тоқаевтың тоқаевқа",
        "қазақстан қазақстанның қазақстандағы қазақстаннан қазақстандікі",
        "бұұ бұұ-ның бұұ-ға",
        "мамытов мaмытовтың мамытовқа",
    ],
)
def test_forms_of_a_word_have_one_stem(served: Any, forms: str) -> None:
    """With the sounds that change at the end of a root, and a Latin letter among Cyrillic ones."""
    found = served.evaluate(STEM, forms.split())
    assert len(set(found)) == 1, dict(zip(forms.split(), found, strict=True))


@pytest.mark.parametrize(
    "words",
    ["көлем көл", "өлең өл", "адам ада", "үй үйрен", "ол өл", "қала қал", "мұражай мұра", "жеңіс жең"],
)
def test_different_words_keep_apart(served: Any, words: str) -> None:
    """Words that only look as if one were a form of the other."""
    one, other = served.evaluate(STEM, words.split())
    assert one != other


@pytest.mark.parametrize("wrong", ["кітаплар", "қаладі", "үйға", "көздан", "мектепда"])
def test_an_ending_that_breaks_harmony_is_none(served: Any, wrong: str) -> None:
    """A suffix agrees with the vowel and the sound before it."""
    root = {"кітаплар": "кітап", "қаладі": "қала", "үйға": "үй", "көздан": "көз", "мектепда": "мектеп"}[wrong]
    one, other = served.evaluate(STEM, [wrong, root])
    assert one != other


def test_running_text_is_grouped(served: Any) -> None:
    """Pairs of forms with one lemma, on texts of several kinds that were lemmatized by hand."""
    lemmas: dict[str, set[str]] = defaultdict(set)
    for form, lemma in ROWS:
        lemmas[lemma].add(form.lower())
    forms = sorted({form.lower() for form, _ in ROWS})
    by_stem: dict[str, set[str]] = defaultdict(set)
    for form, stem in zip(forms, served.evaluate(STEM, forms), strict=True):
        by_stem[stem].add(form)
    right, found = pairs(lemmas), pairs(by_stem)
    precision, recall = len(right & found) / len(found), len(right & found) / len(right)
    assert precision >= 0.94
    assert 2 * precision * recall / (precision + recall) >= 0.94


def test_what_is_no_kazakh_word_stays(served: Any) -> None:
    """Nothing, numbers, other alphabets; and endings after a hyphen go."""
    words = ["", "-", "№", "hello", "1990", "covid-19", "__proto__", "1990-шы", "а" * 3000]
    expected = ["", "-", "№", "hello", "1990", "covid-19", "__proto__", "1990", "а" * 3000]
    assert served.evaluate("words => words.map(lunr.kk.stem)", words) == expected


def test_an_index_is_stemmed_on_both_sides(served: Any) -> None:
    """As lunr-languages are used, and after the index was saved and loaded."""
    found = served.evaluate("""() => {
      const index = lunr(function () {
        this.use(lunr.kk);
        this.ref("id");
        this.field("text");
        this.add({ id: "a", text: "Зерттеушілердің кітаптары туралы." });
        this.add({ id: "b", text: "халқымыздың орны" });
      });
      const again = lunr.Index.load(JSON.parse(JSON.stringify(index)));
      return ["кітабымыз", "зерттеушіге", "халық", "туралы"].map((word) =>
        again.search(word).map(({ ref }) => ref).join());
    }""")
    assert found == ["a", "a", "b", ""]


def test_it_is_a_module_for_node_and_for_amd(browser: Any) -> None:
    """Which leaves no global behind."""
    page = loaded(browser)
    content = minify.SERVED.read_text(encoding="utf-8")
    found = page.evaluate(
        """content => {
          const before = Object.keys(globalThis).length;
          const module = { exports: {} };
          new Function("module", "exports", content)(module, module.exports);
          let factory = null;
          const define = (made) => { factory = made; };
          define.amd = {};
          new Function("define", content)(define);
          factory()(lunr);
          const one = lunr.kk.stem("кітабы");
          delete lunr.kk;
          module.exports(lunr);
          return [one, lunr.kk.stem("кітабы"), Object.keys(globalThis).length - before];
        }""",
        content,
    )
    assert found == ["кітап", "кітап", 0]
    page.close()


def test_what_is_served_is_made_of_the_source(browser: Any, served: Any) -> None:
    """It names the source that it was made of, and stems all words alike."""
    source = minify.SOURCE.read_text(encoding="utf-8")
    assert minify.mark(source) in minify.SERVED.read_text(encoding="utf-8"), "run: make scripts"
    page = loaded(browser, minify.SOURCE)
    forms = [form for form, _ in ROWS]
    assert page.evaluate(STEM, forms) == served.evaluate(STEM, forms)
    page.close()


def test_a_list_is_packed_by_what_words_share() -> None:
    """The letters are those of the alphabet by place."""
    assert minify.packed(["абв", "аб", "б"], "абв") == "0ab2c0b"


def test_the_stemmer_keeps_its_size() -> None:
    """Eight kilobytes on their way to a reader."""
    assert len(gzip.compress(minify.SERVED.read_bytes(), 9)) <= 8000
