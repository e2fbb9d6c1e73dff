"""Typed references: a line of a list, as GOST, APA and the journals of Kazakhstan print it, read into fields.

`reading` is the way in; `line` is what is left of it while it is read, `people` are the names at its head,
`details` what stands behind a title (place, year, volume, pages), `gost`, `apa` and `acts` what each form is.
"""
