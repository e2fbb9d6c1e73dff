"""A paper of Word and others → pages of a review: what it says, its notes, pictures and citations.

`reading` makes one Markdown text of it: `pandoc` is the door to pandoc, `tree` what is changed in its
document, `plain` reads text that was typed off. `front` is what stands before the text, `structure` parts it
into pages with ids, `works` reads the list at its end, `citing` finds citations that were typed
(`citation_forms`: what they look like, `meaning`: who is meant), `captions` what was numbered by hand,
`verse` poems. `settling` knows the files of a review, `arriving` puts all of it there and tells what was not
understood.
"""
