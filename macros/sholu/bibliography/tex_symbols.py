"""The door to pylatexenc, which knows the names of letters and symbols in the usual packages of TeX.

Both it and latexcodec, which pybtex brings along, were weighed as readers: for 230 kB of TeX in 700 fields
they took 1.8 s and 0.6 s (and up to 3.7 s), keep no emphasis, and know a comment at each per cent sign. Read
by `tex_reader` it takes 0.1 s, and the table is theirs.
"""

from __future__ import annotations

from functools import cache

from sholu.bibliography.tex_commands import PROGRAMS, SIGNS


@cache
def symbol(name: str) -> str | None:
    """Return the letter or symbol that a command stands for, None if it stands for none."""
    if "cite" in name:
        # pylatexenc has "<cit.>" for it, which says nothing.
        return None
    if name in SIGNS or name in PROGRAMS:
        return SIGNS.get(name) or PROGRAMS.get(name, "")
    # Imported late: only files with such commands need it.
    from pylatexenc.latex2text import get_default_latex_context_db  # noqa: PLC0415

    shown = getattr(get_default_latex_context_db().get_macro_spec(name), "simplify_repl", None)
    return shown if isinstance(shown, str) and "%" not in shown and shown != "" else None


def formula_as_text(formula: str) -> str:
    """Write a formula that is more than a letter or an index as pylatexenc does."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415

    return str(LatexNodes2Text(math_mode="text", strict_latex_spaces=False).latex_to_text(formula)).strip()
