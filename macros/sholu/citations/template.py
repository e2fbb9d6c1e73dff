"""The door to Jinja2: `{{ cite("hiro2009", page="12") }}` in a page, read by Jinja's parser and never run.

A macro only writes the bracket form of `grammar` (`macros`), so that there is one grammar and one reader.
Pages hold calls of macros with plain values and nothing else, since a pull request must not reach Python
through a page: of Jinja's tree a call, constants and lists are understood; nothing is left to escape from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from sholu.citations.grammar import CitationError
from sholu.citations.macros import MACROS, PLACES, TAKING_KEYS
from sholu.citations.source import Expression, PageSource, Stray, without_code, write_out
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.values import Value, field

_LONGEST_SHOWN = 200
# What Jinja's parser says, and the phrase for it; kinds of its tokens are called by words of ours.
_REASONS = {
    r"unexpected '?end of template.*|expected .*, got 'end of template'": "macro_end",
    r"unexpected char '(?P<found>.*)' at \d+": "macro_sign",
    r"expected token '(?P<wanted>\W+)', got '(?!(?:float|integer|string)')(?P<found>.*)'": "macro_token",
    r"unexpected '(?P<found>.*)'": "macro_sign",
}
# What a word processor makes of quotation marks.
_CURLY = regex("[“”„«»‘’‚]")
_ONE_BRACE = regex(rf"\{{(?<![{{\\]\{{)[ \t]*(?:{'|'.join(MACROS)})[ \t]*\(")
# Nearly all that is called: a macro with words in quotation marks, which Jinja's parser reads as they are.
_PLAIN = regex(
    rf"(?P<name>{'|'.join(sorted(TAKING_KEYS))})\(\s*(?P<keys>\"[^\"\\\n]*\"(?:\s*,\s*\"[^\"\\\n]*\")*)"
    r"(?P<options>(?:\s*,\s*[a-z]+\s*=\s*\"[^\"\\\n]*\")*)\s*\)"
)
_WORDS = regex(r'"([^"]*)"')
_OPTION = regex(r'([a-z]+)\s*=\s*"([^"]*)"')


class Template(Value, eq=False):
    """Writes out the macros of pages. What an expression writes depends on it alone, so it is kept."""

    environment: Environment = field(default_factory=Environment)
    _written: dict[str, str] = field(default_factory=dict)

    def render(self, text: str, path: str, first_line: int) -> tuple[PageSource, tuple[Problem, ...]]:
        """Write out all macros of a page; a macro with a problem stays as it was typed."""
        problems: list[Problem] = []

        def write(found: Expression | Stray, line: int) -> str:
            try:
                if isinstance(found, Stray):
                    raise _stray(found)
                return self._evaluated(found.inner.strip())
            except CitationError as error:
                problems.append(error.at(Place(path, line)))
            # The backslash keeps Markdown from reading a citation out of a broken macro.
            return "{{" + found.inner.replace("@", "") + "}}" if isinstance(found, Expression) else found.sign

        problems += _with_one_brace(text, path, first_line)
        return write_out(text, path, first_line, write), tuple(problems)

    def _evaluated(self, inner: str) -> str:
        """Call the macro of an expression.

        Raises:
            CitationError: it has a fault, or is none of our macros.
        """
        if inner not in self._written:
            shown = f"{{{{ {_shortened(inner)} }}}}"
            try:
                self._written[inner] = _called_plainly(inner, shown) or _called(self._parsed(inner), shown)
            except (TemplateSyntaxError, RecursionError) as error:
                code = "C052" if _CURLY.search(inner) else "C040"
                raise CitationError(code, shown=shown, **_reason(error)) from error
        return self._written[inner]

    def _parsed(self, inner: str) -> nodes.Expr:
        """Return Jinja's tree of an expression, as `Environment.compile_expression` reads it."""
        try:
            parser = Parser(self.environment, inner, state="variable")
            expression = parser.parse_expression()
        except ValueError as error:
            # Jinja makes a number of digits, and Python of no more than some thousand.
            raise TemplateSyntaxError("@@macro_digits", 1) from error
        if not parser.stream.eos:
            raise TemplateSyntaxError("@@macro_more", parser.stream.current.lineno)
        return expression


def _reason(error: Exception) -> Mapping[str, str]:
    """Say in a phrase, with what it names, why an expression cannot be read."""
    if isinstance(error, RecursionError):
        return {"reason": "@@macro_deep"}
    said = getattr(error, "message", None) or ""
    if said.startswith("@@"):
        return {"reason": said}
    for pattern, name in _REASONS.items():
        if found := re.fullmatch(pattern, said):
            return {"reason": f"@@{name}", **found.groupdict()}
    return {"reason": "@@macro_odd"}


def _shortened(inner: str) -> str:
    """Return as much of an expression as an author needs to find it."""
    return inner if len(inner) <= _LONGEST_SHOWN else f"{inner[:_LONGEST_SHOWN]}…"


def _with_one_brace(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """Find macros in single braces, which a reader would see as they are typed."""
    if _ONE_BRACE.search(text):
        for found in _ONE_BRACE.finditer(without_code(text)):
            place = Place(path, first_line + text.count("\n", 0, found.start()))
            yield problem("C041", place, found=found[0])


def _called_plainly(inner: str, shown: str) -> str:
    """Call a macro with words alone, as `_called` does, without a parser; return "" for any other expression.

    Raises:
        CitationError: the macro refuses them.
    """
    found = _PLAIN.fullmatch(inner)
    if found is None:
        return ""
    options = _OPTION.findall(found["options"])
    if len(dict(options)) < len(options) or (options and found["name"] == "nocite"):
        return ""
    try:
        return MACROS[found["name"]](*_WORDS.findall(found["keys"]), **dict(options))
    except CitationError as error:
        raise error.within(shown) from error
    except TypeError as error:
        raise CitationError("C045", shown=shown, error=error) from error


def _called(call: nodes.Expr, shown: str) -> str:
    """Call the macro that an expression names.

    Raises:
        CitationError: it is no call of a macro with plain values, or the macro refuses them.
    """
    for name in (call, *call.find_all(nodes.Name)):
        if isinstance(name, nodes.Name) and name.name not in MACROS:
            is_value = isinstance(call, nodes.Call) and name is not call.node
            raise _undefined(shown, name.name, is_value=is_value)
    if isinstance(call, nodes.Name):
        example = '"key"' if call.name in TAKING_KEYS else ""
        raise CitationError("C043", shown=shown, name=call.name, example=example)
    if not (isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name)) or _unpacks(call):
        raise CitationError("C044", shown=shown)
    try:
        values = [_value(node, shown) for node in call.args]
        options = {option.key: _value(option.value, shown) for option in call.kwargs}
        _check_options(call, options)
        return MACROS[call.node.name](*values, **options)
    except CitationError as error:
        raise error.within(shown) from error
    except TypeError as error:
        raise CitationError("C045", shown=shown, error=error) from error


def _check_options(call: nodes.Call, options: Mapping[str, object]) -> None:
    """Refuse what a macro does not take.

    Raises:
        CitationError: a name is given twice, or the macro has no options.
    """
    names = [option.key for option in call.kwargs]
    macro = call.node.name if isinstance(call.node, nodes.Name) else ""
    if twice := [name for name in options if names.count(name) > 1]:
        raise CitationError("C046", name=twice[0])
    if macro in PLACES.values() and (call.args or names):
        raise CitationError("C047", macro=macro)
    if macro == "nocite" and names:
        raise CitationError("C048")


def _unpacks(call: nodes.Call) -> bool:
    """Tell whether a call hands on values by * or **."""
    return bool(call.dyn_args or call.dyn_kwargs)


def _value(node: nodes.Node, shown: str) -> object:
    """Return the value of a constant or a list of constants.

    Raises:
        CitationError: the node is anything else.
    """
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, nodes.List | nodes.Tuple):
        return [_value(item, shown) for item in node.items]
    if isinstance(node, nodes.BinExpr | nodes.UnaryExpr):
        raise CitationError("C049", shown=shown)
    raise CitationError("C049", shown=shown)


def _undefined(shown: str, name: str, *, is_value: bool) -> CitationError:
    if is_value:
        return CitationError("C039", shown=shown, name=name)
    near = nearest(name, MACROS)
    return CitationError("C042", shown=shown, name=name, near=near, known=", ".join(MACROS))


def _stray(found: Stray) -> CitationError:
    if found.sign == "{%":
        return CitationError("C050")
    return CitationError("C051")
