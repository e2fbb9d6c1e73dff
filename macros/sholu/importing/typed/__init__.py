"""Typed references: a line of a list, as GOST, APA and the journals of Kazakhstan print it, read into fields.

`reading` is the way in; `line` is what is left of it while it is read, `people` are the names at its head
(`full_names`: those without initials), `roles` those behind it, `imprint` and `details` what stands behind a
title (place, year, volume, pages), `theses` what theses are called, `gost`, `apa`, `chicago`, `vancouver`,
`acts` and `caseless` (Han, kana, Hangul, Arabic, Hebrew) what each form is.
"""
