r"""The door to latex2mathml: a formula in TeX → its MathML, of which nothing but MathML is let through.

latex2mathml writes the words of \text and attributes as they are typed, and leaves unknown commands as
letters; so its tree is looked through and written here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

from sholu.regexes import regex

# It reads a table of 2,000 symbols, which only reviews with formulas need.
_COMMAND = regex(r"\\[a-zA-Z]+")
# Of a formula may be said (MathML Core, 2.1.3 and 3; columnalign by our style sheet, as it is not in Core).
_ATTRIBUTES = frozenset(
    {"accent", "accentunder", "columnalign", "columnspan", "depth", "dir", "displaystyle", "fence", "form",
     "height", "largeop", "linebreak", "linethickness", "lspace", "mathvariant", "maxsize", "minsize",
     "movablelimits", "notation", "rowspan", "rspace", "scriptlevel", "separator", "stretchy", "symmetric",
     "voffset", "width"}
)  # fmt: skip
_ELEMENTS = frozenset(
    {"maction", "menclose", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded",
     "mphantom", "mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup",
     "mtable", "mtd", "mtext", "mtr", "munder", "munderover"}
)  # fmt: skip
# How many children these have.
_ARITY = {
    "mfrac": 2,
    "msub": 2,
    "msup": 2,
    "msubsup": 3,
    "munder": 2,
    "mover": 2,
    "munderover": 3,
    "mroot": 2,
}
# Environments that latex2mathml knows by another name.
_SAME = {"aligned": "align*", "alignedat": "align*", "gather": "align*", "gather*": "align*",
         "gathered": "align*", "equation": "", "equation*": "", "displaymath": ""}  # fmt: skip
_ENVIRONMENT = regex(r"\\(begin|end)\s*\{([^{}]*)\}(?(1)(?:\{\d+\})?)")
# Commands of its own a formula does not have: what one defines the next would not know.
_MACRO = regex(r"\\(?:(?:re)?new(?:command|environment)|def|let|DeclareMathOperator)(?![a-zA-Z])")
_LONGEST = 10_000
_DEEPEST = 60


class FormulaError(ValueError):
    """A formula that cannot be read: the code of the rule that it breaks, and what is to be named."""

    def __init__(self, code: str, named: str = "") -> None:
        self.code = code
        self.named = named
        super().__init__(f"{code} {named}".strip())


@lru_cache(maxsize=2000)
def mathml(tex: str, *, is_block: bool = False) -> str:
    """Return the element `math` of a formula.

    Args:
        tex: what stands between the dollars.
        is_block: whether it stands on lines of its own.

    Raises:
        FormulaError: it cannot be read (Q001 brackets, Q002 an unknown command, Q003 something is missing).
    """
    _check_brackets(tex)
    known = _with_known_environments(tex)
    if is_block and "\\\\" in known and "\\begin" not in known:
        known = rf"\begin{{align*}}{known}\end{{align*}}"
    tree = _tree(known, is_block=is_block)
    inside = "".join(_written(one) for one in tree)
    display = ' display="block"' if is_block else ""
    words = escape(" ".join(tex.split()))
    return f'<math{display} alttext="{words}">{inside}</math>'


def _check_brackets(tex: str) -> None:
    if found := _MACRO.search(tex):
        raise FormulaError("Q002", found[0])
    depth = deepest = 0
    for sign in re.findall(r"\\.|[{}]", tex, re.DOTALL):
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
        if depth < 0:
            raise FormulaError("Q001", "}")
    if depth:
        raise FormulaError("Q001", "{")
    opened: list[str] = []
    for found in re.finditer(r"\\(begin|end)\s*\{([^{}]*)\}", tex):
        if found[1] == "begin":
            opened.append(found[2])
        elif not opened or opened.pop() != found[2]:
            raise FormulaError("Q001", found[0])
    if opened:
        raise FormulaError("Q001", rf"\begin{{{opened[-1]}}}")
    if deepest + len(opened) > _DEEPEST or len(tex) > _LONGEST:
        raise FormulaError("Q003", tex[:40])


def _with_known_environments(tex: str) -> str:
    from latex2mathml import commands  # noqa: PLC0415 -- as in `_tree`

    known = {name.removeprefix("\\") for name in commands.MATRICES}

    def named(found: re.Match[str]) -> str:
        name = _SAME.get(found[2], found[2])
        # Numbers are given by Sholu, and not by an environment.
        name = "align*" if name == "align" else name
        if name and name not in known:
            raise FormulaError("Q002", rf"\begin{{{found[2]}}}")
        return rf"\{found[1]}{{{name}}}" if name else ""

    return _ENVIRONMENT.sub(named, tex)


def _tree(tex: str, *, is_block: bool) -> Element:
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415 -- a tenth of a second

    try:
        # On a line of its own a sum has its limits above and below.
        return convert_to_element(tex, display="block" if is_block else "inline")
    except RecursionError as error:
        raise FormulaError("Q003", tex[:40]) from error
    except Exception as error:  # its errors have no class in common, and a StopIteration is among them
        raise FormulaError("Q003", tex if len(tex) <= 40 else f"{tex[:40]}…") from error  # noqa: PLR2004


def _written(element: Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    # The library hands over letters as entities of HTML.
    words = unescape(element.text or "")
    if name not in _ELEMENTS or (name != "mtext" and _COMMAND.fullmatch(words)):
        raise FormulaError("Q002", words or name)
    if len(element) != _ARITY.get(name, len(element)):
        raise FormulaError("Q003", rf"\{name.removeprefix('m')}" if name == "mfrac" else "_ ^")
    said = "".join(f' {one}="{escape(value)}"' for one, value in element.attrib.items() if one in _ATTRIBUTES)
    return f"<{name}{said}>{escape(words, quote=False)}{''.join(map(_written, element))}</{name}>"
