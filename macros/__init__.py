"""Sholu: a scholarly review in several languages, its citations resolved against one bibliography.

The map of the package, in the order in which a page goes through it:

- `plugin`, `build`: the door to MkDocs; `defaults` and `theme` are what a review need not bring.
- `review`: one build of a review, with all its problems; `pages` knows the paths of its pages.
- `bibliography`: references.bib → a library of references (`bibtex` is the door to pybtex).
- `citations`: a citation from the author's text to the page. `template` (door to Jinja2) writes out the
  macros, `markdown` (door to Python-Markdown) finds the citations, `grammar` reads them, a style (`gost`,
  `apa`) dresses them, `page` numbers and links them, `listing` writes the list of references.
- `glossary`: abbreviations and terms, found in texts (`terms`, `forms`) and explained at their first use
  (`uses`; `markdown` is a door to Python-Markdown).
- `pictures`: the timeline, the map of the literature and the citation graph, drawn at build; `exhibition`
  gathers what they are drawn from.
- `publication`: the pages of one language → one book (`assembly`, door to tinyhtml5), written as PDF (`pdf`,
  door to WeasyPrint) and as EPUB (`epub`).
  What scholars and machines are told: `works` is the one model, `reading` reads data/review.bib, `site`
  describes each page by it (`cite`, `head` and what that is made of, `twins`); `describing` writes it.
- `catalogue`: the page of all works: what they are filtered by, where they are cited, what is downloaded.
- `languages`: every word that a reader sees, alphabets, romanization; one TOML file for each language.
  `countries` is the door to Babel.
- `problems`: what an author can mend. `decoding`: the bytes of a file as text. `data_files`: records of YAML.
- `staging`: a failed build leaves the last good site.
- `command_line`, `commands`: the command `sholu`, and the builds that it asks for.
"""
