"""A little review that says of itself what can be said, built with an address."""

from pathlib import Path

import pytest

from tests.conftest import Once, make_site

ROOT = Path(__file__).parents[3]

CONFIG = """site_name: Waters
site_url: https://example.org/waters/
theme: {name: material}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: ru, name: Русский, default: true, site_name: Воды}
        - {locale: en, name: English}
  - sholu
"""
REVIEW = """@online{waters, author = {Orlova, Anna and {Институт вод}},
  author_en = {Orlova, Anna and {Water Institute}},
  title = {Воды: <обзор> & 6" споры}, title_en = {Waters: a <review> & 6" quarrels},
  date = {2024-05-06}, langid = {russian},
  license = {https://creativecommons.org/licenses/by-sa/4.0/}, authorid = {0000-0002-1825-0097, about.md},
  affiliation = {Университет степи; Академия вод}, affiliation_en = {Steppe University; Academy of Waters},
  codes = {УДК 556; МРНТИ 37.27.19; JEL Q25},
  abstract = {О том, чья вода.}, abstract_en = {Whose water it is.},
  subjects = {вода; границы}, subjects_en = {water; borders}}
@book{source, author = {Serik, Ali}, title = {Rivers; and </script> lakes},
  publisher = {Steppe}, year = {2001}, langid = {english}}
"""
REFERENCES = """@article{smith2018, author = {Smith, Jane A. and Kim, Bo},
  title = {Water; and 6" borders </script>},
  journal = {Regional Studies}, year = {2018}, volume = {12}, number = {3}, pages = {45--60},
  doi = {10.5555/12345678},
  langid = {english}}
@incollection{kim2012, author = {Ким, Сергей}, title = {Торговые пути}, booktitle = {Соседи},
  year = {2012}, langid = {russian},
  author_en = {Kim, Sergei}}
@thesis{orlova2010, author = {Орлова, Анна}, title = {Рынки}, type = {candidate},
  institution = {Университет}, year = {2010},
  langid = {russian}, author_en = {Orlova, Anna}}
@legal{law2003, kind = {law}, title = {О рекламе}, number = {5}, date = {2003-12-19},
  jurisdiction = {kz}, langid = {russian}}
"""
PAGE = {
    "ru": """---
title: Реки & "озёра"
description: 'О реках: "кратко" <b>'
---

# Реки {#rivers}

Текст [@smith2018, с. 12] и [@kim2012; @orlova2010; @law2003].
""",
    "en": """---
title: Rivers & "lakes"
description: 'On rivers: "short" <b>'
---

# Rivers {#rivers}

Text [@smith2018, p. 12] and [@kim2012; @orlova2010; @law2003].
""",
}


def files_of_waters() -> dict[str, str | bytes]:
    """Return the files of the little review."""
    files: dict[str, str | bytes] = {
        "mkdocs.yml": CONFIG,
        "data/review.bib": REVIEW,
        "references.bib": REFERENCES,
    }
    first = "---\ntitle: First\ndescription: Of waters\n---\n# First {#first}\n\nText.\n"
    for code, page in PAGE.items():
        files[f"docs/{code}/index.md"] = first
        files[f"docs/{code}/about.md"] = "# About {#about}\n\nText.\n"
        files[f"docs/{code}/rivers.md"] = page
    return files


@pytest.fixture
def waters() -> dict[str, str | bytes]:
    """The files of the little review, for a test that changes some."""
    return files_of_waters()


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """The little review, built."""
    return once("waters", lambda folder: make_site(folder, files_of_waters())) / "site"
