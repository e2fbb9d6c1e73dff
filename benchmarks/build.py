"""Measures what Sholu costs: CPU time and memory of a build, beside those of a bare MkDocs build of the text.

    make bench                  24, 300 and 900 pages in all, with 40, 1,000 and 5,000 entries; this review
    PAGES=30 RUNS=1 make bench  30 pages in all and this review, each built once

Each page has 30 citations, ten pages a folder. The bare build has the extensions of Markdown that the
text needs; citations stay the text that they are in Markdown. Sholu sets the theme to leave closed menus
out of a page, which alone saves a third of a large build: the build that all are compared with has those
settings too, and so the first ratio is the fair one. "Ready-made" replaces each page's HTML by the one
that Sholu made of it: what the longer pages alone cost.

Sholu is measured three times, and none of the three is *the* ratio:

- a first build of all, as on a machine that has never built a review (CI): nothing is kept, Material's
  templates are compiled, as a bare build does each time;
- a first build of a review: its bibliography is not known, templates are, from other reviews;
- a later build, as when an author builds again: the bibliography, its entries and the files made of it are
  known, too (`sholu.review.remembered`), and so are all pages without lists (`sholu.review.kept_pages`).

Modules of Python are compiled before, for all. Prints figures, keeps them in .cache/bench.json, and judges
none of them. A disk on which much was deleted lately is slow to make files: TMPDIR names another.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import material
from mkdocs.utils.yaml import yaml_load
from sholu.review.settings import EXTENSIONS
from sholu.site import defaults

from benchmarks.synthetic import CITATIONS, ENTRIES, write_review

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / ".cache" / "bench.json"
# Pages in all, and entries of references.bib.
SIZES = ((24, 40), (300, 1000), (900, 5000))
# The build that the others are compared with.
FAIR = "bare, with Sholu's theme settings"
# What Sholu may find of former builds in the folder of temporary files: by a pattern, what it does not.
FIRST_OF_ALL, FIRST, LATER = "Sholu, first build of all", "Sholu, first build", "Sholu, later build"
UNKNOWN = {FIRST_OF_ALL: "_jinja2-cache-*", FIRST: "_jinja2-cache-*/sholu"}
LANGUAGES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
# ru_maxrss is in kilobytes, on macOS in bytes.
MEMORY_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024

# A hook of MkDocs, run last: keeps the HTML of each page in a folder, or takes it from there.
HOOK = """
from pathlib import Path
from mkdocs.plugins import event_priority
FOLDER = Path({folder!r})

@event_priority(-1000)
def on_page_content(html, page, **_):
    kept = FOLDER / page.file.src_uri.replace("/", "--")
    if {keeps}:
        kept.write_text(html, encoding="utf-8")
        return html
    return kept.read_text(encoding="utf-8")
"""

Settings = dict[str, object]


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    seconds: float
    megabytes: float


def build(settings: Path, site: Path, caches: Path, unknown: str = "") -> Cost:
    """Build a site in a process of its own.

    Args:
        settings: its mkdocs.yml.
        site: where it is written.
        caches: where compiled modules and temporary files lie.
        unknown: a pattern of what is deleted before in the folder of temporary files.
    """
    temporary = caches / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    for folder in temporary.glob(unknown) if unknown else ():
        shutil.rmtree(folder)
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    options = ("--config-file", str(settings), "--site-dir", str(site))
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        # Modules are compiled once, by the build that warms up, and not into the working tree.
        "PYTHONPYCACHEPREFIX": str(caches),
        # What Sholu and Jinja keep from build to build lies there, and not among that of the user.
        "TMPDIR": str(temporary),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    child = subprocess.Popen((*command, *options), env=environment, cwd=settings.parent)
    _, status, usage = os.wait4(child.pid, 0)
    # The status has been taken; without this Popen would wait for it.
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(child.returncode)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEMORY_UNIT)


def bare(settings: Mapping[str, object], theme_folder: Path, *, is_dressed: bool = False) -> Settings:
    """Return settings for the same pages without Sholu: the Markdown extensions that the text needs, no more.

    Args:
        settings: those of the review, with Sholu.
        theme_folder: what Material lacks to build the pages at all.
        is_dressed: whether the theme gets the settings that Sholu gives it, which make menus shorter.
    """
    plugins = settings["plugins"]
    if not isinstance(plugins, list):
        message = "the plugins of mkdocs.yml are no list"
        raise TypeError(message)
    without = [one for one in plugins if one != "sholu" and not (isinstance(one, dict) and "sholu" in one)]
    theme: Settings = {name: value for name, (_, value) in defaults.THEME.items()} if is_dressed else {}
    extensions = [{name: dict(options)} for name, options in EXTENSIONS.items()]
    return {
        **settings,
        "theme": {"name": "material", "custom_dir": str(theme_folder), "font": False, **theme},
        "plugins": without,
        "markdown_extensions": extensions,
    }


def made_up_settings() -> Settings:
    """Return settings of the made-up review, with Sholu."""
    languages = [{"locale": code, "name": name, "default": code == "kk"} for code, name in LANGUAGES.items()]
    translator = {"docs_structure": "folder", "fallback_to_default": False, "languages": languages}
    return {
        "site_name": "Benchmark",
        "theme": {"name": "material"},
        "plugins": ["search", {"i18n": translator}, "sholu"],
    }


def own_settings() -> Settings:
    """Return the settings of this repository's review."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        return yaml_load(file)


def copy_own(place: Path) -> None:
    """Copy this repository's review, without its settings."""
    shutil.copytree(ROOT / "docs", place / "docs")
    shutil.copy(ROOT / "references.bib", place)
    if (ROOT / "data").exists():
        shutil.copytree(ROOT / "data", place / "data")


class Bench:
    """A folder of builds to compare, and what they cost."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder = folder
        self.runs = runs
        self.caches = folder / "caches"
        # Material has no Kazakh: without this the bare build would end.
        words = Path(material.__file__).parent / "templates" / "partials" / "languages" / "ru.html"
        self.theme = folder / "theme"
        kazakh = self.theme / "partials" / "languages" / "kk.html"
        kazakh.parent.mkdir(parents=True)
        kazakh.write_bytes(words.read_bytes())

    def write(self, place: Path, name: str, settings: Settings, hook: str = "") -> Path:
        """Write a settings file (JSON is YAML) and return it."""
        if hook:
            (place / f"{name}.py").write_text(hook, encoding="utf-8")
            settings = {**settings, "hooks": [f"{name}.py"]}
        path = place / f"{name}.yml"
        path.write_text(json.dumps(settings), encoding="utf-8")
        return path

    def measure(self, variants: Mapping[str, Path]) -> dict[str, Cost]:
        """Build each variant some times, in turns, so that a machine that warms up favours none."""
        costs: dict[str, list[Cost]] = {name: [] for name in variants}
        for run in range(1, self.runs + 1):
            for name, settings in variants.items():
                began = time.monotonic()
                print(f"  {name}, build {run} of {self.runs} …", end=" ", flush=True)
                unknown = UNKNOWN.get(name, "")
                costs[name].append(build(settings, self.folder / "site", self.caches, unknown))
                print(f"{time.monotonic() - began:.1f} s", flush=True)
        return {
            name: Cost(median(cost.seconds for cost in all_runs), median(cost.megabytes for cost in all_runs))
            for name, all_runs in costs.items()
        }

    def made_up(self, pages: int, entries: int) -> dict[str, Cost]:
        """Measure a made-up review of so many pages in all."""
        print(f"Writing {pages} pages, {CITATIONS} citations each, {entries} entries …")
        place = self.folder / "made-up"
        place.mkdir()
        write_review(place, pages // len(LANGUAGES), entries)
        kept = place / "kept"
        kept.mkdir()
        settings = made_up_settings()
        dressed = bare(settings, self.theme, is_dressed=True)
        keep = self.write(place, "keep", settings, HOOK.format(folder=str(kept), keeps=True))
        print("Building it once to have its HTML ready-made …", flush=True)
        build(keep, self.folder / "site", self.caches)
        variants = {
            FAIR: self.write(place, "dressed", dressed),
            **dict.fromkeys((FIRST_OF_ALL, FIRST, LATER), self.write(place, "sholu", settings)),
            "bare, with Material's own": self.write(place, "bare", bare(settings, self.theme)),
            "bare, with ready-made HTML": self.write(
                place, "ready", dressed, HOOK.format(folder=str(kept), keeps=False)
            ),
        }
        return self.measure(variants)

    def own(self) -> dict[str, Cost]:
        """Measure this repository's review."""
        place = self.folder / "own"
        copy_own(place)
        settings = own_settings()
        variants = {
            FAIR: self.write(place, "dressed", bare(settings, self.theme, is_dressed=True)),
            **dict.fromkeys((FIRST_OF_ALL, FIRST, LATER), self.write(place, "sholu", settings)),
        }
        print("Building this review once to warm up …", flush=True)
        for path in variants.values():
            build(path, self.folder / "site", self.caches)
        return self.measure(variants)


def table(title: str, costs: Mapping[str, Cost]) -> str:
    """Write the costs under each other, with their ratio to those of the bare build on the same settings."""
    base = costs[FAIR]
    lines = [f"{title:<38}{'CPU s':>8}{'ratio':>8}{'peak MB':>10}{'ratio':>8}"]
    lines += [
        f"  {name:<36}{cost.seconds:>8.2f}{cost.seconds / base.seconds:>8.2f}"
        f"{cost.megabytes:>10.0f}{cost.megabytes / base.megabytes:>8.2f}"
        for name, cost in costs.items()
    ]
    return "\n".join(lines)


def keep(results: Mapping[str, Mapping[str, Cost]]) -> None:
    """Write the figures where the next measurement finds them."""
    RESULTS.parent.mkdir(exist_ok=True)
    figures = {
        title: {name: asdict(cost) for name, cost in costs.items()} for title, costs in results.items()
    }
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Measure the made-up reviews and this one; print and keep the figures."""
    asked = os.environ.get("PAGES")
    runs = int(os.environ.get("RUNS", "5"))
    results: dict[str, dict[str, Cost]] = {}
    for pages, entries in ((int(asked), ENTRIES),) if asked else SIZES:
        with tempfile.TemporaryDirectory(prefix="sholu-bench-") as folder:
            results[f"{pages} pages, {entries} entries"] = Bench(Path(folder), runs).made_up(pages, entries)
    with tempfile.TemporaryDirectory(prefix="sholu-bench-") as folder:
        results["this review"] = Bench(Path(folder), runs).own()
    print()
    for title, costs in results.items():
        print(f"{title}, times the CPU of a bare build:")
        for name in (FIRST_OF_ALL, FIRST, LATER):
            print(f"  {costs[name].seconds / costs[FAIR].seconds:.2f} ({name})")
    print("", *(table(title, costs) for title, costs in results.items()), sep="\n")
    keep(results)


if __name__ == "__main__":
    main()
