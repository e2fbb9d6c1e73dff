"""Measures what inputs of a kind that nobody writes cost: CPU time and memory, each in a program of its own.

    make bench                    twelve kinds of 1,000 to 1,000,000 characters
    CHARACTERS=10000 make bench   of that many

Asked is that no input below a megabyte takes more than 500 MB, and that the work grows with the input: each
of these kinds was minutes, gigabytes or a traceback once, here or in another program. Prints the figures,
keeps them in .cache/bench-hostile.json, and judges none of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

SIZES = (1_000, 10_000, 100_000, 1_000_000)
RESULTS = Path(__file__).parent.parent / ".cache" / "bench-hostile.json"
# In seconds; what takes longer is said to.
_LONGEST = 120
_WORK = "@book{a, author = {B, C}, title = {D}, year = {2000}}\n"
# ru_maxrss is in kilobytes, on macOS in bytes.
_MEMORY_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024

Texts = dict[str, str]


def _page(text: str) -> Texts:
    return {"docs/index.md": f"# T {{#t}}\n\n{text}\n", "references.bib": _WORK}


def _repeated(part: str) -> Callable[[int], Texts]:
    return lambda size: _page(part * (size // len(part)))


def _doubling(size: int) -> Texts:
    """Write aliases of YAML each of which is nine of the one before."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, size // 60 + 2)
    ]
    head = "\n".join((*lines, f"title: *a{len(lines) - 1}"))
    return {"docs/index.md": f"---\n{head}\n---\n# T {{#t}}\n", "references.bib": _WORK}


def _strings(size: int) -> Texts:
    """Write abbreviations of BibTeX each of which is the one before twice."""
    lines = ['@string{s0 = "ten letters"}\n']
    lines += [
        f"@string{{s{number} = s{number - 1} # s{number - 1}}}\n" for number in range(1, size // 24 + 1)
    ]
    return {**_page("[@a]"), "references.bib": f"{''.join(lines)}@book{{a, title = s{len(lines) - 1}}}\n"}


def _parents(size: int) -> Texts:
    """Write a chain of volumes of volumes that ends where it began."""
    count = size // 45 + 1
    entries = (
        f"@book{{k{one}, title = {{t}}, crossref = {{k{(one + 1) % count}}}}}\n" for one in range(count)
    )
    return {**_page("[@k0]"), "references.bib": "".join(entries)}


def _terms(size: int) -> Texts:
    """Write a glossary of as many terms as there is room for."""
    records = (f"- id: t{one}\n  full: Word{one}\n  explanation: x\n" for one in range(size // 45))
    return {**_page("Word1 and word2 " * 20), "data/glossary.yml": "".join(records)}


KINDS: Mapping[str, Callable[[int], Texts]] = MappingProxyType(
    {
        "open citations": _repeated("[@a2001 "),
        "headings": _repeated("## a\n"),
        "open fences": _repeated("~~~~ a\n"),
        "open code": _repeated("``a`"),
        "open tags": _repeated("<a "),
        "open macros": _repeated("{{"),
        "a table of columns": lambda size: _page("\n".join(("|a" * (size // 5), "|-" * (size // 10)))),
        "quotations in each other": lambda size: _page(
            "\n".join(">" * depth for depth in range(1, int((2 * size) ** 0.5)))
        ),
        "aliases of YAML": _doubling,
        "abbreviations of BibTeX": _strings,
        "volumes of volumes": _parents,
        "terms": _terms,
    }
)


def read(kind: str, size: int) -> tuple[float, int]:
    """Read a review of a kind; return its seconds of the processor and the peak of memory in MB."""
    # Imported here: the program that asks only waits.
    import resource  # noqa: PLC0415 -- there is none on Windows
    from time import process_time  # noqa: PLC0415

    from sholu.review import Review  # noqa: PLC0415

    Review.from_texts(_page("[@a]"))
    texts = KINDS[kind](size)
    begin = process_time()
    _ = Review.from_texts(texts).problems
    return process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEMORY_UNIT


def measured(kind: str, size: int) -> tuple[float, int] | None:
    """Read it in a program of its own; None if that takes too long, or breaks."""
    command = (sys.executable, "-m", "benchmarks.hostile", kind, str(size))
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    seconds, megabytes = done.stdout.split()
    return float(seconds), int(megabytes)


def main() -> None:
    """Measure all kinds in all sizes; print and keep the figures."""
    sizes = (int(os.environ["CHARACTERS"]),) if "CHARACTERS" in os.environ else SIZES
    print(f"{'CPU s (peak MB) at characters':<30}" + "".join(f"{size:>18,}" for size in sizes))
    figures: dict[str, dict[str, tuple[float, int] | None]] = {}
    for kind in KINDS:
        figures[kind] = {str(size): measured(kind, size) for size in sizes}
        cells = (
            f"{found[0]:.2f} ({found[1]})" if found else f"> {_LONGEST} s" for found in figures[kind].values()
        )
        print(f"  {kind:<28}" + "".join(f"{cell:>18}" for cell in cells), flush=True)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(*read(sys.argv[1], int(sys.argv[2])))
    else:
        main()
