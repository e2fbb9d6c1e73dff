"""What a build takes for itself and gives back at its end: the folder of the site, and how strict it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from sholu.problems.telling import author_language, phrase
from sholu.publication import staging
from sholu.site.memory import collect_as_before, collect_rarely
from sholu.site.turns import Turn
from sholu.site.warnings import Warnings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("sholu")


class Held:
    """Takes the settings of MkDocs that are others while a build lasts.

    While it lasts `strict` is off and the site goes to a folder beside: else a warning in the second
    language would end the build before the third is read, with half a site written. MkDocs' own count
    of warnings, taken before plugins are asked, still fails a strict build at its end.

    Raises:
        PublishingError: the folder of the site cannot be written, or another build does not end.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._is_strict = config.strict
        self._named = config.site_dir
        self._site = staging.real(Path(config.site_dir))
        self._warnings = Warnings(is_strict=config.strict)
        # The last that may fail, before anything is set that has to be set back.
        self._turn = Turn(self._site)
        config.strict = False
        config.site_dir = str(self._turn.begin())
        collect_rarely()

    @property
    def fails(self) -> bool:
        """Whether the warnings that were heard end the build: MkDocs' own do, where it is strict."""
        return self._is_strict and bool(self._warnings)

    @property
    def is_over(self) -> bool:
        """Whether all was given back."""
        return self._turn.is_over

    def publish(self) -> None:
        """Put what was built in the place of the site."""
        self._turn.publish()

    def leave_last(self) -> None:
        """Say that the last good site stays, if there is one."""
        if self._site.exists():
            log.info("%s", phrase("build_left", author_language(), site=self._site.name))

    def let_go(self) -> None:
        """Give all back."""
        self._warnings.let_go()
        collect_as_before()
        self._config.strict = self._is_strict
        self._config.site_dir = self._named
        self._turn.end()
