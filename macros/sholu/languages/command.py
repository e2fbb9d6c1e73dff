"""The command `sholu language`: a file for a language that Sholu does not have, or not as one wants it."""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sholu import languages
from sholu.commands import Command, RefusalError, nearest_settings
from sholu.languages import cldr
from sholu.languages.skeleton import skeleton


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action", choices=("new", "missing"), help="write the file, or list the words it lacks"
    )
    parser.add_argument(
        "--force", action="store_true", help="write a file for a language that Sholu has, too"
    )
    parser.add_argument("code", help="the code of the language, as in mkdocs.yml: uz, pt-BR")


def _run(options: Namespace) -> int:
    code = options.code.replace("_", "-")
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", code):
        raise RefusalError(f'"{options.code}" is no code of a language; write it as uz, tk or pt-BR')
    path = nearest_settings().parent / languages.OWN_FOLDER / f"{code}.toml"
    shown = f"{languages.OWN_FOLDER}/{code}.toml"
    texts = {shown: path.read_text(encoding="utf-8")} if path.is_file() else {}
    languages.use({})
    is_known = options.action == "new" and not texts and not languages.missing_words(code)
    if is_known and not options.force:
        sys.stdout.write(
            f"Sholu has {languages.language(code).name} ({code}), and no word is missing: no file is needed; "
            f"--force writes {shown} all the same, for words that you want otherwise\n"
            f"{_next_steps(code, nearest_settings())}"
        )
        return 0
    if options.action == "new":
        if texts:
            raise RefusalError(
                f"{shown} is there already; `sholu language missing {code}` lists what it lacks"
            )
        path.parent.mkdir(exist_ok=True)
        path.write_text(skeleton(code), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{shown}: written\n")
        if not cldr.facts(code):
            sys.stdout.write(
                f'CLDR knows no language "{code}"; if that is the code of a country (kz, jp), take the file '
                "away and write that of its language (kk, ja)\n"
            )
    problems = languages.use(texts)
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    missing = languages.missing_words(code)
    sys.stdout.writelines(f"  {name}\n" for name in missing)
    count = f"{len(missing)} words are" if missing else "no word is"
    sys.stdout.write(f"{languages.language(code).name} ({code}): {count} missing\n")
    if options.action == "new":
        sys.stdout.write(_next_steps(code, nearest_settings()))
    return 1 if any(problem.is_error for problem in problems) else 0


def _next_steps(code: str, path: Path) -> str:
    """Say what is to be written where, so that a review has the language: its settings stay the author's.

    Args:
        code: the code of the language.
        path: mkdocs.yml; nothing is said where it is not there, or has the language.
    """
    settings = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    entries = re.findall(
        r"""^([ \t]*)-[ \t]+(?:\{[ \t]*)?locale:[ \t]*["']?([A-Za-z][\w-]*)""", settings, re.MULTILINE
    )
    known = [own for _, own in entries]
    if not known or code in known:
        return ""
    indent = entries[-1][0]
    name = json.dumps(languages.language(code).name, ensure_ascii=False)
    return (
        f"To have it in the review, write into {path.name}, below the last of `languages`:\n\n"
        f"{indent}- locale: {code}\n{indent}  name: {name}\n\n"
        f"Its pages stand in docs/{code}/ under the names that they have in docs/{known[0]}/, and may come "
        f"one by one, index.md first: the option of Sholu `incomplete: [{code}]` says so.\n"
    )


COMMANDS = (
    Command("language", "write a file for a language of one's own, or list what it lacks", _declare, _run),
)
