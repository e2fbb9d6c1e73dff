"""How much `make quick` sees: faults put into the engine by chance, and which of them no quick test notices.

    make mutants                              forty faults in the rooms above the core
    make mutants SEED=7 COUNT=10 IN=glossary  ten others, in files that have a word in their path

A fault is small: a comparison turned round, a number one too large, a statement left out. Each is tried in a
copy. What is not noticed is read by somebody: some faults change nothing that can be seen.

Weighed beside it: mutmut and cosmic-ray try all the faults of a package, for hours, in a folder of their own
in which the files that our tests read are not found; what is wanted here is a sample, in minutes.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from coverage import CoverageData

ROOT = Path(__file__).parent.parent
ENGINE = "macros/sholu"
# The core has tests of its own that try each rule of it; a sample is taken of what stands above.
CORE = {"bibliography", "citations", "languages", "problems", "works"}
NOT_COPIED = ("*.pyc", ".*_cache", ".venv", ".hypothesis")
LONGEST = 900  # seconds for the tests of one fault
RAN = {0, 1}  # what pytest returns where tests ran, and all passed or some failed
TURNED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}


@dataclass(frozen=True)
class Fault:
    """A fault: the file from the root, its line, the place in its bytes, and what stands there instead.

    `lines` are those of the statement in which it is: Python counts its first as run, and not always all.
    """

    path: str
    line: int
    start: int
    end: int
    now: str
    lines: frozenset[int] = frozenset()

    def text(self, source: bytes) -> bytes:
        """Return the file with the fault."""
        return source[: self.start] + self.now.encode() + source[self.end :]

    def told(self, source: bytes) -> str:
        """Say what it is."""
        was = " ".join(source[self.start : self.end].decode().split())
        return f"{self.path}:{self.line}: {was[:70]} → {self.now}"


class Places:
    """Where the nodes of a file stand in its bytes."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path = path
        self.source = source
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def fault(self, node: ast.expr | ast.stmt, now: str) -> Fault:
        """Put something in the place of a node."""
        end = self.lines[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
        return Fault(self.path, node.lineno, self._start(node), end, now)

    def between(self, left: ast.expr, right: ast.expr, was: str, now: str) -> Iterator[Fault]:
        """Put an operator in the place of the one between two expressions."""
        begin = self.lines[(left.end_lineno or 1) - 1] + (left.end_col_offset or 0)
        found = self.source.find(was.encode(), begin, self._start(right))
        if found >= 0:
            yield Fault(self.path, left.end_lineno or 1, found, found + len(was), now)

    def source_of(self, node: ast.expr | ast.stmt) -> str:
        """Return the source of a node."""
        return self.source[self._start(node) : self.fault(node, "").end].decode()

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self.lines[node.lineno - 1] + node.col_offset


def faults(path: str, source: bytes) -> Iterator[Fault]:
    """Yield all faults that could be put into a file."""
    tree = ast.parse(source)
    places = Places(path, source)
    # In an f-string the places of its parts are known since Python 3.12; types are no behaviour.
    skipped = {id(part) for node in ast.walk(tree) for part in _skipped(node)}
    statements = [frozenset(_lines(node)) for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        for fault in (*_of_operators(node, places), *_of_values(node, places)):
            around = (lines for lines in statements if fault.line in lines)
            yield replace(fault, lines=min(around, key=len, default=frozenset({fault.line})))


def _lines(statement: ast.stmt) -> range:
    """Return the lines of a statement, of one with a body those of its head."""
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    first = getattr(body[0], "lineno", getattr(getattr(body[0], "pattern", None), "lineno", 0)) if body else 0
    last = max(first - 1, statement.lineno) if body else statement.end_lineno or statement.lineno
    return range(statement.lineno, last + 1)


def _of_operators(node: ast.AST, places: Places) -> Iterator[Fault]:
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            yield from places.between(left, right, *TURNED[type(operator)])
        case ast.BoolOp(op=ast.And(), values=[left, right, *_]):
            yield from places.between(left, right, "and", "or")
        case ast.BoolOp(values=[left, right, *_]):
            yield from places.between(left, right, "or", "and")
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from places.between(left, right, "+", "-")
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            yield from places.between(left, right, "-", "+")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield places.fault(node, f"bool({places.source_of(operand)})")


def _of_values(node: ast.AST, places: Places) -> Iterator[Fault]:
    match node:
        case ast.Constant(value=bool(value)):
            yield places.fault(node, str(not value))
        case ast.Constant(value=int(value)):
            yield places.fault(node, str(value + 1))
        case ast.Return(value=ast.Constant(value=None)):
            return
        case ast.Return(value=ast.expr()):
            yield places.fault(node, "return None")
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield places.fault(node, "pass")
        case ast.If(test=test) | ast.IfExp(test=test):
            yield places.fault(test, f"(not ({places.source_of(test)}))")
        case ast.Continue():
            yield places.fault(node, "break")


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.AnnAssign(annotation=ast.AST() as type_) | ast.arg(annotation=ast.AST() as type_):
            yield from ast.walk(type_)
        case ast.FunctionDef(returns=ast.AST() as type_):
            yield from ast.walk(type_)
        case ast.JoinedStr() | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            yield from ast.walk(node)


def sample(seed: str, count: int, within: str) -> list[Fault]:
    """Choose faults by chance, each file as often as it has places for them."""
    found: list[Fault] = []
    for path in sorted((ROOT / ENGINE).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        room = path.relative_to(ROOT / ENGINE).parts[0]
        if within in name if within else room not in CORE:
            found += faults(name, path.read_bytes())
    return random.Random(seed).sample(found, count)


def pytest(folder: Path, *arguments: str, longest: int | None = LONGEST) -> int:
    """Run tests in the copy until one fails; 0 if all passed."""
    environment = os.environ | {"PYTHONPATH": str(folder / "macros"), "PYTHONDONTWRITEBYTECODE": ""}
    command = (sys.executable, "-m", "pytest", "-q", "-x", *arguments)
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False, timeout=longest
        )
    except subprocess.TimeoutExpired:
        # A loop without end, or a machine that is busy: nothing is known.
        return 0
    return done.returncode


class Tests:
    """The pure tests: which of them run a line, and which fail without any fault."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.folder = folder
        settings = folder / "coverage.rc"
        settings.write_text(f"[run]\nsource_pkgs = sholu\ndata_file = {kept / 'coverage'}\n")
        if not kept.exists():
            done = pytest(
                folder, "-m", "pure", "-o", f"cache_dir={kept / 'cache'}", "--maxfail=1000",
                "--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report=", longest=None,
            )  # fmt: skip
            if done not in RAN:
                shutil.rmtree(kept, ignore_errors=True)
                sys.exit("The pure tests cannot be run at all: look at `make quick`.")
        failed = kept / "cache" / "v" / "cache" / "lastfailed"
        self.failing = set(json.loads(failed.read_text())) if failed.exists() else set()
        self.data = CoverageData(str(kept / "coverage"))
        self.data.read()

    def of(self, fault: Fault) -> list[str] | None:
        """Return those that run a statement, those of its own room first; None if nothing runs it."""
        measured = next((one for one in self.data.measured_files() if one.endswith(fault.path)), "")
        contexts = self.data.contexts_by_lineno(measured) if measured else {}
        run = {one for line in fault.lines for one in contexts.get(line, ())}
        if not run:
            return None
        room = Path(fault.path).parts[2].removesuffix(".py")
        found = {one.partition("|")[0] for one in run} - {""} - self.failing
        return sorted(found, key=lambda one: (f"/{room}/" not in one and f"_{room}" not in one, one))

    def notice(self, fault: Fault) -> bool:
        """Put a fault into the copy, run tests, and take it out again."""
        found = self.of(fault)
        if found is None:
            return False
        path = self.folder / fault.path
        source = path.read_bytes()
        path.write_bytes(fault.text(source))
        try:
            if found:
                names = self.folder / "tests.txt"
                names.write_text("\n".join(found))
                return pytest(self.folder, f"@{names}") != 0
            # Lines that run as a module is imported belong to no test.
            others = (f"--deselect={one}" for one in self.failing)
            return pytest(self.folder, "-m", "pure", *others) != 0
        finally:
            path.write_bytes(source)


def main() -> None:
    """Try faults, and print which of them nobody noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", default="sholu")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument(
        "--in", dest="within", default="", help="a part of the path of files, else all above the core"
    )
    parser.add_argument("--kept", type=Path, help="a folder in which the coverage of the tests is kept")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "copy"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
        shutil.rmtree(folder / "site", ignore_errors=True)
        tests = Tests(folder, asked.kept or Path(made) / "kept")
        seen = 0
        for number, fault in enumerate(sample(asked.seed, asked.count, asked.within), 1):
            noticed = tests.notice(fault)
            seen += noticed
            words = "noticed" if noticed else "NOT NOTICED"
            print(f"{number:3} {words}: {fault.told((ROOT / fault.path).read_bytes())}", flush=True)
        print(f"{seen} of {asked.count} were noticed (seed {asked.seed})")


if __name__ == "__main__":
    main()
