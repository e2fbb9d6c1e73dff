"""Sholu: a scholarly review in several languages, its citations resolved against one bibliography.

The map of the package, in the order in which a page goes through it:

- `plugin`: MkDocs' door to Sholu, hooks alone. `command_line`: an author's, the command `sholu`, to which
  rooms bring subcommands (`commands`); `checking` has `sholu check` and `sholu explain`.
- `site`: the build of a site, the only room that knows MkDocs. `beginning` reads what mkdocs.yml names
  (`options`, `settings`), `build` holds the passes of all languages together, `records` writes what stands
  beside the pages, `files` what is made of them, `staging` lets a failed build leave the last good site;
  `throwaway` builds for the command. `defaults` and `theme` are what a review need not bring.
- `review`: one review, with all its problems, and no MkDocs: `front` is the front door, `Review.from_texts`;
  `build` what is gathered, `settings` what mkdocs.yml says, `pages` knows the paths of its pages,
  `versions` compares languages, `exhibition` gathers what pictures are drawn from, each module of `places`
  is a macro that stands for a list or a picture.
- `bibliography`: references.bib → a library of references (`bibtex` is the door to pybtex).
- `works`: what of a work is shown: on the pages of a language (`shown`, `names`), where there is room for one
  form of everything (`view`); `exports` writes it for other programs.
- `citations`: a citation from the author's text to the page. `template` (door to Jinja2) writes out the
  `macros`, `markdown` (door to Python-Markdown) finds the citations, `grammar` reads them, a style (of
  `styles`) dresses those of a page, by author and date or by number, `page` links them, `listing` writes
  the list of references.
- `formulas`: TeX between dollars → MathML (`mathml` is the door to latex2mathml, `markdown` one to
  Python-Markdown).
- `crossreferences`: what is numbered: `labels` finds it in the texts of a language, `words` says how it is
  referred to, `markdown` (a door to Python-Markdown) makes figures, captions and references.
- `glossary`: abbreviations and terms, found in texts (`terms`, `forms`) and explained at their first use
  (`uses`; `markdown` is a door to Python-Markdown).
- `pages`: how a page is read: `guarded` and `inline` ask the rules of Python-Markdown only where they can
  find something; `lines` lets its parser know on which line of the text each block stands, and all that is
  in it; `tree` writes the tree that comes of it, in which `raw` puts the HTML that an author typed; `verses`
  and `quotations` add poems, epigraphs and sources.
- `contents`: the headings of a page in its table of contents (a door to Python-Markdown too).
- `conversion`: from the text of a page to its HTML and what was found on it, by all that the rooms add.
- `foreign`: the words of a page that are in other letters (another door to Python-Markdown).
- `translations`: the blocks of a page, found by `markdown`; whether its versions agree (`parity`; what all
  of them have otherwise than their source is told once, `alike`), and which of them are behind (`lock`,
  `state`; `history` is the door to Git).
- `catalogue`: the page of all works: what they are filtered by, where they are cited, what is downloaded.
- `pictures`: the timeline, the map of the literature and the citation graph, drawn at build.
- `search`: an index for each language, read from the trees of its pages (`documents`), and the script that
  asks it.
- `publication`: what scholars and machines are told: `works` is the one model, `reading` reads
  data/review.bib, `site` describes each page by it (`cite`, `head` and what that is made of). `twins` are
  pages in plain Markdown, which `plain_markdown` writes from their trees.
  And the pages of one language → one book (`assembly`; `chapters` copies the trees of pages), written as PDF
  (`pdf`, door to WeasyPrint; `formulas`, door to ziamath) and as EPUB (`epub`).
- `languages`: every word that a reader sees, alphabets, romanization; one TOML file a language (`files`
  reads it word by word, `chain` finds elsewhere what it lacks). `cldr` is the door to Babel.
- `importing`: papers and works from elsewhere (`sholu import`, `add`; `paper.pandoc` is the door to pandoc),
  and other names for what is there (`sholu rename-key`).
- `starting`: a new review, and the commands of every day (`sholu new`, `build`, `serve`).
- `writing`: what helps while one writes, translates and reviews: `sholu cite` (`clipboard` is the door to
  pyperclip), `sholu translations` (`exchange` writes and reads XLIFF and PO, `exchange.po` is the door to
  polib), `sholu changes`.
- `problems`: what an author can mend, and the rules behind the codes. `decoding`: the bytes of a file as
  text. `composing`: YAML as nodes with lines. `data_files`: records of it.
  `values`: what types are made of (door to msgspec). `regexes`: patterns that are compiled when first needed.
  `toml_files`: TOML of authors. `front_matter`, `front_slips`: what stands above the text of a page, slips
  in it. `texts`: files that are on no disk. `file_names`: names that every system can store. `spoofs`: what
  is not as it looks.
"""
