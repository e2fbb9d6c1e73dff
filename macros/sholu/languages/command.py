"""The command `sholu language`: a file for a language that Sholu does not have, or not as one wants it."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace

from sholu import languages
from sholu.commands import Command, RefusalError, nearest_settings
from sholu.languages.skeleton import skeleton


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action", choices=("new", "missing"), help="write the file, or list the words it lacks"
    )
    parser.add_argument("code", help="the code of the language, as in mkdocs.yml: uz, pt-BR")


def _run(options: Namespace) -> int:
    code = options.code.replace("_", "-")
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", code):
        raise RefusalError(f'"{options.code}" is no code of a language; write it as uz, tk or pt-BR')
    path = nearest_settings().parent / languages.OWN_FOLDER / f"{code}.toml"
    shown = f"{languages.OWN_FOLDER}/{code}.toml"
    texts = {shown: path.read_text(encoding="utf-8")} if path.is_file() else {}
    if options.action == "new":
        if texts:
            raise RefusalError(
                f"{shown} is there already; `sholu language missing {code}` lists what it lacks"
            )
        path.parent.mkdir(exist_ok=True)
        path.write_text(skeleton(code), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{shown}: written\n")
    problems = languages.use(texts)
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    missing = languages.missing_words(code)
    sys.stdout.writelines(f"  {name}\n" for name in missing)
    count = f"{len(missing)} words are" if missing else "no word is"
    sys.stdout.write(f"{languages.language(code).name} ({code}): {count} missing\n")
    return 1 if any(problem.is_error for problem in problems) else 0


COMMANDS = (
    Command("language", "write a file for a language of one's own, or list what it lacks", _declare, _run),
)
