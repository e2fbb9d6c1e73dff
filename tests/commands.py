"""Commands as an author gives them: `mkdocs` and `sholu` in a folder, in a set environment."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

# What mkdocs.yml reads from the environment; a test sets it or does without.
PUBLICATION = {"SITE_URL", "REPOSITORY_URL", "EDIT_URI"}


def environment_of_a_command(**environment: str) -> dict[str, str]:
    """Return the environment of a command: that of the tests, without what is a matter of the machine."""
    settings = {
        name: value
        for name, value in os.environ.items()
        if name not in PUBLICATION and not name.startswith("GIT")
    }
    settings |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    return settings | environment


@cache
def forge() -> subprocess.Popen[str]:
    """Return the process that forks for each command, started for the first of them."""
    script = Path(__file__).parent / "forge.py"
    started = subprocess.Popen(
        # -P keeps the folder of the tests out of what is imported.
        (sys.executable, "-P", str(script)),
        env=environment_of_a_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def end() -> None:
        for pipe in (started.stdin, started.stdout):
            if pipe is not None:
                pipe.close()
        started.wait()

    atexit.register(end)
    return started


def run(program: str, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` or `sholu` in a folder; the environment of a test is added to that of the machine."""
    assert not [name for name in environment if name.startswith("PYTHON")], "a Python reads that as it starts"
    process = forge()
    assert process.stdin is not None
    assert process.stdout is not None
    with (
        tempfile.NamedTemporaryFile("r", encoding="utf-8") as output,
        tempfile.NamedTemporaryFile("r", encoding="utf-8") as errors,
    ):
        command = {
            "folder": str(folder),
            "environment": environment_of_a_command(**environment),
            "output": output.name,
            "errors": errors.name,
            "arguments": (program, *arguments),
        }
        process.stdin.write(json.dumps(command) + "\n")
        process.stdin.flush()
        code = int(process.stdout.readline())
        return subprocess.CompletedProcess((program, *arguments), code, output.read(), errors.read())


def mkdocs(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """Run MkDocs in a folder; return its exit code and all that it says."""
    done = run("mkdocs", folder, *arguments, **environment)
    return done.returncode, done.stdout + done.stderr


def mkdocs_anew(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """Run MkDocs in a Python that is started for it, for what a Python reads as it starts."""
    done = subprocess.run(
        (sys.executable, "-m", "mkdocs", *arguments),
        cwd=folder,
        env=environment_of_a_command(**environment),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr
