"""Another Sholu for a review that has one: installed by pip, and named in its requirements.txt."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from sholu.commands import RefusalError
from sholu.problems.telling import said
from sholu.regexes import regex
from sholu.starting.pinning import FOLDER, NAME, pin

REQUIREMENTS = "requirements.txt"
# `sholu==1.2`, `sholu[files] @ git+https://…`, `./packages/sholu-1.2-py3-none-any.whl[files]`
_LINE = regex(rf"^(?:{NAME}\b|\./{FOLDER}/{NAME}-)[^\n]*$", re.MULTILINE)
_REMARK = regex(rf"^# Sholu from [^\n]*\n(?=(?:{NAME}\b|\./{FOLDER}/{NAME}-))", re.MULTILINE)
_OF_INDEX = regex(rf"{NAME}(?:==[^@]*)?")
_VERSION = regex(r"\d+(?:\.\d+)*(?:(?:a|b|rc|\.dev|\.post)\d+)?")


def renew(root: Path, source: str, *, installs: bool) -> list[str]:
    """Install a newer Sholu where there is one to be had, and pin it; return what was done, in lines.

    Args:
        root: the folder of the review.
        source: a wheel, an address that pip knows, a version of the index, or "" for where it came from.
        installs: whether pip is run at all.

    Raises:
        RefusalError: pip could not install it; nothing was changed.
    """
    wanted = _wanted(source) if installs else ""
    if wanted:
        _install(wanted, "--upgrade")
        if not _OF_INDEX.fullmatch(wanted):
            # Of a commit or a wheel that has the version of the installed one pip takes the libraries alone
            # (_internal/resolution/resolvelib/resolver.py).
            _install(wanted, "--force-reinstall", "--no-deps")
    path = root / REQUIREMENTS
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    old = _LINE.search(text)
    extras = re.search(r"\[([^\]]*)\]", old[0]) if old else None
    new = pin(tuple(extras[1].split(",")) if extras else ())
    line = f"# Sholu {new.reason}. `sholu update` renews this line.\n{new.line}"
    if old:
        text = _REMARK.sub("", text)
        text = _LINE.sub(lambda _: line, text, count=1)
    else:
        text = f"{text.rstrip()}\n{line}\n".lstrip()
    if new.wheel:
        _put_beside(root / FOLDER, new.wheel, new.content)
    path.write_text(text, encoding="utf-8", newline="\n")
    installed = metadata.distribution(NAME).version
    lines = [f"{REQUIREMENTS}: {new.line}"]
    if new.wheel and not wanted:
        lines.append(said("update_from_file", version=installed))
    return lines


def _install(wanted: str, *options: str) -> None:
    command = (sys.executable, "-m", "pip", "install", "--quiet", *options, wanted)
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- pip itself
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [said("update_silent")])[-1]
        raise RefusalError(said("update_failed", wanted=wanted, reason=reason))


def _wanted(source: str) -> str:
    """Return what pip is asked for, "" if nobody knows of anything newer."""
    if source and _VERSION.fullmatch(source):
        return f"{NAME}=={source}"
    if source:
        return str(Path(source).absolute()) if Path(source).exists() else source
    origin = json.loads(metadata.distribution(NAME).read_text("direct_url.json") or "{}")
    if not origin:
        return NAME
    version = origin.get("vcs_info")
    if not version:
        return ""
    revision = version.get("requested_revision", "")
    # A commit that was asked for by its number stays; a branch goes on.
    is_commit = revision and version["commit_id"].startswith(revision)
    at = f"@{revision}" if revision and not is_commit else ""
    address = f"{version['vcs']}+{origin['url']}{at}"
    # A clone on this machine has no name before it: see `pinning`.
    return address if origin["url"].startswith("file:") else f"{NAME} @ {address}"


def _put_beside(folder: Path, name: str, content: bytes) -> None:
    """Put the wheel beside the review, in place of the one before."""
    folder.mkdir(exist_ok=True)
    for one in folder.glob(f"{NAME}-*.whl"):
        if one.name != name:
            one.unlink()
    (folder / name).write_bytes(content)
