"""The commands that begin a review and that its authors use every day."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from sholu.citations.styles import STYLES
from sholu.commands import Command, RefusalError
from sholu.importing.command import bring
from sholu.importing.paper.arriving import titles_of
from sholu.languages import available_languages, language
from sholu.problems.telling import said
from sholu.publication.files import KINDS
from sholu.starting.pinning import pin
from sholu.starting.plan import (
    HOSTS,
    Plan,
    read_authors,
    read_domain,
    read_kinds,
    read_languages,
    read_styles,
    read_titles,
)
from sholu.starting.renewing import renew
from sholu.starting.skeleton import example_words, skeleton

SETTINGS = "mkdocs.yml"
_USUAL = "kk,ru,en"


def _declare_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--languages", help=_USUAL)
    parser.add_argument("--title", action="append", default=[])
    parser.add_argument("--author", action="append", default=[])
    parser.add_argument("--style", default="", help=", ".join(STYLES))
    parser.add_argument("--files", default="", help=",".join(KINDS))
    parser.add_argument("--host", choices=HOSTS)
    parser.add_argument("--domain", default="")
    parser.add_argument("--example", action="store_true")
    parser.add_argument("--from", dest="paper", type=Path, metavar="PAPER")


def _new(options: argparse.Namespace) -> int:
    is_asking = options.folder is None and sys.stdin.isatty()
    if options.folder is None and not is_asking:
        raise RefusalError(said("new_no_folder"))
    if is_asking:
        _ask(options)
    folder = Path(options.folder).expanduser()
    _check_folder(folder)
    if options.paper is not None and not options.paper.is_file():
        raise RefusalError(said("paper_no_file", path=options.paper))
    if options.paper is not None and not options.title:
        _take_titles(options)
    _make(folder, _plan(options, folder))
    if options.paper is not None:
        return bring(folder, options.paper, read_languages(options.languages or _USUAL)[0])
    return 0


def _take_titles(options: argparse.Namespace) -> None:
    """Call the review as the paper is called, in each language in which that says so."""
    languages = read_languages(options.languages or _USUAL)
    titles = titles_of(options.paper, languages[0])
    options.title = [f"{code}={titles[code]}" for code in languages if code in titles]


def _ask(options: argparse.Namespace) -> None:
    """Ask in a terminal for what was not given; an empty answer takes what stands in brackets."""
    options.folder = _answer(
        said("new_folder"), "my-review", lambda words: _check_folder(Path(words).expanduser())
    )
    if options.languages is None:
        known = ", ".join(f"{code} {language(code).name}" for code in available_languages())
        sys.stdout.write(f"{said('new_known', known=known)}\n")
        options.languages = _answer(said("new_languages"), _USUAL, read_languages)
    if not options.title:
        words = Path(options.folder).name
        for code in read_languages(options.languages):
            words = _answer(said("new_title", language=language(code).name), words, str.strip)
            options.title.append(f"{code}={words}")
    if not options.author:
        name = _answer(said("new_author"), "", lambda words: read_authors([words]))
        options.author = [name] if name else []


def _answer(question: str, usual: str, check: Callable[[str], object]) -> str:
    """Ask until the answer can be used."""
    while True:
        sys.stdout.write(f"{question} [{usual}]: " if usual else f"{question} ({said('new_may_be_empty')}): ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise RefusalError(said("new_ended"))
        words = line.strip() or usual
        try:
            check(words)
        except RefusalError as refusal:
            sys.stdout.write(f"{refusal}\n")
        else:
            return words


def _plan(options: argparse.Namespace, folder: Path) -> Plan:
    languages = read_languages(_USUAL if options.languages is None else options.languages)
    return Plan(
        languages=languages,
        titles=read_titles(options.title, languages, folder.resolve().name),
        styles=read_styles(options.style, languages),
        authors=read_authors(options.author),
        files=read_kinds(options.files),
        host=options.host or "github",
        domain=read_domain(options.domain),
        is_example=options.example,
        year=dt.datetime.now(tz=dt.UTC).year,
    )


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise RefusalError(said("new_is_file", folder=folder))
    if folder.is_dir() and any(folder.iterdir()):
        raise RefusalError(said("new_is_full", folder=folder))


def _make(folder: Path, plan: Plan) -> None:
    files = skeleton(plan, pin(plan.extras))
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    brings = f"  pip install -r requirements.txt    # {said('new_brings')}\n" if plan.files else ""
    in_words = ", ".join(language(code).name for code in plan.languages)
    sys.stdout.write(
        f"{said('new_made', folder=folder, languages=in_words)}\n"
        f"\n  cd {shlex.quote(str(folder))}\n"
        f"{brings}"
        f"  sholu serve    # {said('new_shows')}\n"
        f"\n{said('new_go_on')}\n"
    )


def _declare_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?")


def _demo(options: argparse.Namespace) -> int:
    folder = Path(options.folder or "sholu-demo").expanduser()
    _check_folder(folder)
    titles = {code: example_words(code)["title"] for code in ("kk", "ru", "en")}
    _make(folder, Plan(tuple(titles), titles, {}, is_example=True, year=2026))
    return 0


def _declare_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("-d", "--site-dir", type=Path)
    _declare_settings(parser)


def _declare_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-a", "--dev-addr", metavar="HOST:PORT")
    parser.add_argument("-o", "--open", action="store_true")
    _declare_settings(parser)


def _declare_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--settings", type=Path)


def _build(options: argparse.Namespace) -> int:
    from sholu.site.running import run_mkdocs  # noqa: PLC0415 -- MkDocs is loaded where it is needed

    arguments = ["build", "--config-file", str(settings_of(options))]
    arguments += ["--strict"] if options.strict else []
    arguments += ["--site-dir", str(options.site_dir.absolute())] if options.site_dir else []
    return run_mkdocs(arguments)


def _serve(options: argparse.Namespace) -> int:
    from sholu.site.running import run_mkdocs  # noqa: PLC0415 -- as above

    arguments = ["serve", "--config-file", str(settings_of(options))]
    arguments += ["--dev-addr", options.dev_addr] if options.dev_addr else []
    arguments += ["--open"] if options.open else []
    return run_mkdocs(arguments)


def settings_of(options: argparse.Namespace) -> Path:
    """Return the mkdocs.yml that is meant: the one that was named, else that of this folder or one above.

    Raises:
        RefusalError: there is none.
    """
    here = Path.cwd()
    above = (folder / SETTINGS for folder in (here, *here.parents))
    path: Path | None = options.settings or next((one for one in above if one.is_file()), None)
    if path is None or not path.is_file():
        name = "new_no_settings" if path else "new_no_settings_above"
        raise RefusalError(said(name, where=path, settings=SETTINGS))
    return path


def _declare_update(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="?")
    parser.add_argument("--pin-only", action="store_true")
    _declare_settings(parser)


def _update(options: argparse.Namespace) -> int:
    for line in renew(settings_of(options).parent, options.source or "", installs=not options.pin_only):
        sys.stdout.write(f"{line}\n")
    return 0


COMMANDS = (
    Command("new", _declare_new, _new),
    Command("demo", _declare_demo, _demo),
    Command("build", _declare_build, _build),
    Command("serve", _declare_serve, _serve),
    Command("update", _declare_update, _update),
)
