"""The door to Jinja2: `{{ cite("hiro2009", page="12") }}` in a page, evaluated in a sandbox.

A macro only writes the bracket form of `grammar`, so that there is one grammar and one reader.
Pages hold expressions and no logic: `{% … %}` is refused, and so are arithmetic, filters, and every name
but the macros, since a pull request must not reach Python through a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

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

# Marks of what is no citation; an author cannot type them by chance.
BIBLIOGRAPHY = "[@@bibliography]"
NOCITE = "[@@nocite "

USAGE = 'write for example {{ cite("key", page="12") }}, or show braces by a backslash: \\{{'


class Written(str):
    """What a macro wrote; an expression that gives anything else is refused."""

    __slots__ = ()


class Sandbox(ImmutableSandboxedEnvironment):
    """Calls the macros and nothing else; computes nothing (`'a' * 10**9` would eat the memory)."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, macros: Mapping[str, Callable[..., Written]]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False)
        self.globals = dict(macros)
        self.filters = {}
        self.tests = {}

    def is_safe_callable(self, obj: object) -> bool:
        """Allow the macros alone; an undefined name says so itself when it is called."""
        return isinstance(obj, StrictUndefined) or any(obj is macro for macro in MACROS.values())

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Refuse arithmetic."""
        raise SecurityError(f"a page does not compute ({operator})")

    def call_unop(self, context: object, operator: str, arg: object) -> object:
        """Refuse arithmetic."""
        raise SecurityError(f"a page does not compute ({operator})")


def cite(*keys: object, **options: object) -> Written:
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
            shows_author=options.get("author", True) is not False,
        )
        for position, name in enumerate(names)
    )
    return Written(write_citation(Citation(works)))


def textcite(*keys: object, **options: object) -> Written:
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
    return Written(write_citation(Citation((work,), is_narrative=True)))


def nocite(*keys: object) -> Written:
    """List works among the references of the page with no citation in the text.

    Raises:
        CitationError: no key.
    """
    return Written(f"{NOCITE}{' '.join(_keys('nocite', keys))}]")


def bibliography() -> Written:
    """Put the list of all works of the library here."""
    return Written(BIBLIOGRAPHY)


MACROS: Mapping[str, Callable[..., Written]] = {
    "cite": cite,
    "textcite": textcite,
    "nocite": nocite,
    "bibliography": bibliography,
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
            if item is not None and item != "":
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


@dataclass(frozen=True)
class Template:
    """Writes out the macros of pages. What an expression writes depends on it alone, so it is kept."""

    sandbox: Sandbox = field(default_factory=lambda: Sandbox(MACROS))
    _written: dict[str, Written] = field(default_factory=dict)

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
        """Evaluate an expression.

        Raises:
            CitationError: it has a fault, or is none of our macros.
        """
        shown = f"{{{{ {inner} }}}}"
        try:
            if inner in self._written:
                return self._written[inner]
            value = self.sandbox.compile_expression(inner, undefined_to_none=False)()
            if isinstance(value, StrictUndefined):
                str(value)
        except TemplateSyntaxError as error:
            raise CitationError(f"syntax error in {shown}: {error.message}", USAGE) from error
        except SecurityError as error:
            raise CitationError(
                f"{shown} is not allowed in a page: {str(error).rstrip('.')}", USAGE
            ) from error
        except UndefinedError as error:
            raise self._undefined(shown, inner, error) from error
        except (
            TemplateError,
            TypeError,
            ValueError,
            ArithmeticError,
            LookupError,
            RecursionError,
        ) as error:
            # CitationError is a ValueError too and already says what is to be said.
            if isinstance(error, CitationError):
                raise CitationError(f"{shown}: {error.what}", error.mend) from error
            raise CitationError(f"{shown} cannot be read: {error}", USAGE) from error
        if not isinstance(value, Written):
            raise CitationError(f"{shown} is no call of a macro", USAGE)
        self._written[inner] = value
        return value

    def _undefined(self, shown: str, inner: str, error: UndefinedError) -> CitationError:
        near = nearest(inner.split("(", maxsplit=1)[0].strip(), MACROS)
        hint = f"did you mean {near}? " if near else ""
        return CitationError(
            f"{shown} has an undefined name: {error.message}",
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
