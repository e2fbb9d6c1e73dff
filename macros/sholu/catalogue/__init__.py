"""The catalogue: the page of all works, with what a reader filters, downloads and copies there.

`spots` finds where works are cited, `facets` what they are filtered by, `names` how their authors are
called, `entries` writes their items, `page` all of it, `parts` the pages of a long one, `index` what its
script filters by, `lists` the two lists for a journal, `files` what is downloaded.
"""
