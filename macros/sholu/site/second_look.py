"""What an editor would see, found while `mkdocs serve` shows a page: `sholu check` in a process of its own.

A build tells what a reader would see wrong; look-alike letters, quotation marks and spelling take as long
again, and would make each save slower. So they are looked for once a browser has its page, at a lower
priority, and no longer once the next build begins.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sholu.problems.rules import Level
from sholu.problems.telling import author_language
from sholu.values import State, field

# What `sholu check` returns where it has read the review: no error, or some.
_READ = (0, 1)
_WINDOWS_BELOW_NORMAL = 0x4000
# What waits for the process.
THREAD = "sholu-second-look"


def command_of(settings: Path) -> tuple[str, ...]:
    """Return the command that checks a review, gentler than what its author waits for.

    Args:
        settings: its mkdocs.yml.
    """
    gently = (nice, "-n", "10") if (nice := shutil.which("nice")) else ()
    check = (sys.executable, "-m", "sholu.command_line", "check", str(settings))
    return (*gently, *check, "--format", "json", "--language", author_language())


class SecondLook(State):
    """One look at a review at a time; the next build ends it."""

    command: Sequence[str] = ()
    _process: subprocess.Popen[bytes] | None = None
    _found: Sequence[dict[str, Any]] | None = None
    _is_built: bool = False
    _lock: Any = field(default_factory=threading.Lock)

    def end(self) -> None:
        """Look no more, and forget what was found: a build begins."""
        with self._lock:
            process, self._process, self._found, self._is_built = self._process, None, None, False
        if process is not None and process.poll() is None:
            process.terminate()

    def may_begin(self) -> None:
        """Let a look begin: a build has ended."""
        self._is_built = True

    def found(self) -> Sequence[dict[str, Any]] | None:
        """Return errors and warnings as `--format json` has them, None as long as they are looked for.

        Whoever asks first begins it.
        """
        with self._lock:
            if not self.command:
                return ()
            if self._found is None and self._process is None and self._is_built:
                flags = _WINDOWS_BELOW_NORMAL if sys.platform == "win32" else 0
                self._process = subprocess.Popen(  # noqa: S603 -- our own command, and no shell
                    self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=flags
                )
                process = self._process
                reader = threading.Thread(target=self._read, args=(process,), name=THREAD, daemon=True)
                reader.start()
            return self._found

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        output, _ = process.communicate()
        told = json.loads(output) if process.returncode in _READ and output else []
        with self._lock:
            # Of a look that was ended, nobody wants to know.
            if self._process is process:
                self._found = [one for one in told if one["level"] != Level.HINT]
