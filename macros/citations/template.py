"""The door to Jinja2: `{{ cite("hiro2009", page="12") }}` in a page, read by Jinja's parser and never run.

A macro only writes the bracket form of `grammar`, so that there is one grammar and one reader.
Pages hold calls of macros with plain values and nothing else, since a pull request must not reach Python
through a page: of Jinja's tree a call, constants and lists are understood; nothing is left to escape from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from macros.citations.grammar import (
    Citation,
    CitationError,
    CitedWork,
    Locator,
    LocatorKind,
    locator,
    write_citation,
)
from macros.citations.source import Expression, PageSource, Stray, write_out
from macros.problems import Place, Problem, nearest
from macros.values import Value, field

# What macros without values put in as a paragraph of its own. The mark of each is no citation, and one that
# an author cannot type by chance.
PLACES = {
    f"[@@{name}]": name
    for name in (
        "bibliography",
        "glossary",
        "translations",
        "timeline",
        "literature_map",
        "citation_graph",
    )
}
NOCITE = "[@@nocite "

USAGE = 'write for example {{ cite("key", page="12") }}, or show braces by a backslash: \\{{'


def cite(*keys: object, **options: object) -> str:
    """Write a citation in brackets: `cite("a", page="12")`, `cite("a", "b")`, `cite("a", author=false)`.

    Options: a kind of locator or its plural ("page", "pages", "article", …), `prefix`, `suffix`,
    `author`. With several keys a locator is a list with an item for each of them, or none.

    Raises:
        CitationError: no key, or an option that there isn't.
    """
    names = _keys("cite", keys)
    locators = _locators("cite", names, options)
    works = tuple(
        CitedWork(
            key=name,
            prefix=_words(options, "prefix") if position == 0 else "",
            locators=locators[position],
            suffix=_words(options, "suffix") if position == len(names) - 1 else "",
            shows_author=_shows_author(options),
        )
        for position, name in enumerate(names)
    )
    return write_citation(Citation(works))


def textcite(*keys: object, **options: object) -> str:
    """Write a citation whose author is part of the sentence: `textcite("hiro2009")` → Hiro (2009).

    Raises:
        CitationError: not exactly one key, or an option that there isn't.
    """
    names = _keys("textcite", keys)
    if len(names) != 1 or options.get("prefix") or "author" in options:
        raise CitationError(
            "textcite names one author in the sentence, without prefix",
            'write textcite("a") and textcite("b") each, or cite("a", "b")',
        )
    (locators,) = _locators("textcite", names, options)
    work = CitedWork(names[0], locators=locators, suffix=_words(options, "suffix"))
    return write_citation(Citation((work,), is_narrative=True))


def nocite(*keys: object) -> str:
    """List works among the references of the page with no citation in the text.

    Raises:
        CitationError: no key.
    """
    return f"{NOCITE}{' '.join(_keys('nocite', keys))}]"


def _place(mark: str) -> Callable[[], str]:
    """Make the macro that puts what a review has as a whole in one place: its list of works, its glossary."""
    return lambda: mark


MACROS: Mapping[str, Callable[..., str]] = {
    "cite": cite,
    "textcite": textcite,
    "nocite": nocite,
    **{name: _place(mark) for mark, name in PLACES.items()},
}


def _keys(macro: str, keys: tuple[object, ...]) -> tuple[str, ...]:
    if not keys:
        raise CitationError(f"{macro} has no key", f'write {macro}("key")')
    for key in keys:
        if not isinstance(key, str) or not key or any(sign in key for sign in " \t\n{}[]@,;\"'\\"):
            raise CitationError(
                f"{macro} got {key!r} for a key", f'a key is a word in quotes: {macro}("hiro2009")'
            )
    return tuple(str(key) for key in keys)


def _words(options: Mapping[str, object], name: str) -> str:
    value = options.get(name, "")
    if not isinstance(value, str):
        raise CitationError(f"{name} is {value!r}", f'give {name} as words in quotes: {name}="see"')
    return value.strip()


def _shows_author(options: Mapping[str, object]) -> bool:
    shows = options.get("author", True)
    if not isinstance(shows, bool):
        raise CitationError(f"author is {shows!r}", "write author=false to leave the author out")
    return shows


def _locators(macro: str, keys: tuple[str, ...], options: Mapping[str, object]) -> list[tuple[Locator, ...]]:
    """Read the locators among the options, for each key those that belong to it."""
    found: list[list[Locator]] = [[] for _ in keys]
    for name, value in options.items():
        if name in {"prefix", "suffix", "author"}:
            continue
        kind = LocatorKind.named(name)
        if kind is None:
            known = [kind.value for kind in LocatorKind] + ["prefix", "suffix", "author"]
            near = nearest(name, known)
            raise CitationError(
                f'{macro} has an unknown locator "{name}"',
                (f'did you mean "{near}"? ' if near else "") + f"known are {', '.join(known)}",
            )
        for position, item in enumerate(_for_each_key(name, value, keys)):
            # In a list for several works "" and none say that a work has no such place.
            if len(keys) == 1 or (item is not None and item != ""):
                found[position].append(_locator(macro, kind, item))
    return [tuple(places) for places in found]


def _for_each_key(name: str, value: object, keys: tuple[str, ...]) -> list[object]:
    if isinstance(value, list | tuple) and len(value) == len(keys):
        return list(value)
    if len(keys) == 1 and not isinstance(value, list | tuple):
        return [value]
    raise CitationError(
        f"{name} does not tell which of the {len(keys)} works it belongs to",
        f'give a list with one {name} for each key, {name}=["12", none], or write [@a, p. 12; @b]',
    )


def _locator(macro: str, kind: LocatorKind, value: object) -> Locator:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise CitationError(f"{macro} got {value!r} for {kind.value}", f'write {kind.value}="12"')
    try:
        return locator(kind, str(value))
    except ValueError as error:
        raise CitationError(
            f"{macro}: {kind.value} {error}",
            'write "12", "12-15" or "iv"; other words go into suffix="…"',
        ) from error


class Template(Value):
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
                problems.append(Problem(Place(path, line), error.what, error.mend))
            # The backslash keeps Markdown from reading a citation out of a broken macro.
            return "{{" + found.inner.replace("@", "") + "}}" if isinstance(found, Expression) else found.sign

        return write_out(text, path, first_line, write), tuple(problems)

    def _evaluated(self, inner: str) -> str:
        """Call the macro of an expression.

        Raises:
            CitationError: it has a fault, or is none of our macros.
        """
        if inner not in self._written:
            shown = f"{{{{ {inner} }}}}"
            try:
                self._written[inner] = _called(self._parsed(inner), shown)
            except (TemplateSyntaxError, RecursionError) as error:
                reason = getattr(error, "message", None) or "too deeply nested"
                raise CitationError(f"syntax error in {shown}: {reason}", USAGE) from error
        return self._written[inner]

    def _parsed(self, inner: str) -> nodes.Expr:
        """Return Jinja's tree of an expression, as `Environment.compile_expression` reads it."""
        parser = Parser(self.environment, inner, state="variable")
        expression = parser.parse_expression()
        if not parser.stream.eos:
            raise TemplateSyntaxError("something follows the macro", parser.stream.current.lineno)
        return expression


def _called(call: nodes.Expr, shown: str) -> str:
    """Call the macro that an expression names.

    Raises:
        CitationError: it is no call of a macro with plain values, or the macro refuses them.
    """
    for name in (call, *call.find_all(nodes.Name)):
        if isinstance(name, nodes.Name) and name.name not in MACROS:
            raise _undefined(shown, name.name)
    if not (isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name)) or _unpacks(call):
        raise CitationError(f"{shown} is not allowed in a page: it is no call of a macro", USAGE)
    try:
        values = [_value(node, shown) for node in call.args]
        options = {option.key: _value(option.value, shown) for option in call.kwargs}
        return MACROS[call.node.name](*values, **options)
    except CitationError as error:
        what = error.what if shown in error.what else f"{shown}: {error.what}"
        raise CitationError(what, error.mend) from error
    except TypeError as error:
        raise CitationError(f"{shown} cannot be read: {error}", USAGE) from error


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
        raise CitationError(f"{shown}: a page does not compute", USAGE)
    raise CitationError(f"{shown}: only words in quotes and numbers are allowed as values", USAGE)


def _undefined(shown: str, name: str) -> CitationError:
    near = nearest(name, MACROS)
    hint = f"did you mean {near}? " if near else ""
    return CitationError(
        f"{shown} has an undefined name: '{name}' is undefined",
        f"{hint}the macros of a page are {', '.join(MACROS)}; show braces by a backslash: \\{{{{",
    )


def _stray(found: Stray) -> CitationError:
    if found.sign == "{%":
        return CitationError(
            "{% … %} does not belong in a page, which holds text and no logic",
            "take it out, or show it as code between backticks",
        )
    return CitationError(
        "syntax error: {{ opens a macro that is not closed by }} or has an unclosed quotation mark",
        USAGE,
    )
