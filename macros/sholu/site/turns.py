"""One build of a site after the other: two at once would write into one folder."""

from __future__ import annotations

import getpass
import logging
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.plugins import get_plugin_logger

from sholu.problems.telling import author_language, phrase
from sholu.publication import staging

log = get_plugin_logger("sholu")
# In seconds; no review takes as long.
_LONGEST_BUILD = 1800


class Turn:
    """The turn of one build: it waits for those before it, has the folder for itself, and gives it back.

    The system lets go of a lock when a program ends, however it does. Its file is not beside the site, where
    nobody would know what it is, but where temporary files are.
    """

    def __init__(self, site: Path) -> None:
        self._site = site
        mark = sha256(f"{_user()} {site}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._lock = FileLock(Path(tempfile.gettempdir(), f"sholu-{mark}.lock"))
        self.is_over = False

    def begin(self) -> Path:
        """Return the folder to build into, as soon as no other build has it.

        Raises:
            PublishingError: it cannot be written, or another build does not end.
        """
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            _say(phrase("build_waits", author_language()))
            try:
                self._lock.acquire(timeout=_LONGEST_BUILD)
            except Timeout as error:
                message = phrase("build_endless", author_language(), site=self._site.name)
                raise staging.PublishingError(message) from error
        try:
            return staging.staging_folder(self._site)
        except staging.PublishingError:
            self._lock.release()
            raise

    def publish(self) -> None:
        """Put what was built in the place of the site.

        Raises:
            PublishingError: it cannot be put there.
        """
        staging.publish(self._site)

    def end(self) -> None:
        """Leave nothing unfinished, and let the next one begin."""
        staging.discard(self._site)
        self._lock.release()
        self.is_over = True


def _say(words: str) -> None:
    """Tell it also whoever asked for errors alone (`mkdocs build -q`): half an hour of silence is no answer.

    It is no warning, since a strict build would fail by it.
    """
    if log.isEnabledFor(logging.INFO):
        log.info("%s", words)
    else:
        sys.stderr.write(f"sholu: {words}\n")


def _user() -> str:
    """Return who builds: the lock of another user could not be opened."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
