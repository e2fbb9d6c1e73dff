"""Files that are nowhere but in memory: texts by their paths, read as those of a folder are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from io import BytesIO, TextIOWrapper
from os import PathLike
from typing import IO


class Texts(Traversable):
    """A place in a folder of texts, the folder itself included; what the standard library calls traversable.

    Args:
        texts: what stands under each path ("docs/kk/index.md"), as a text or as bytes.
        path: the place; "" is the folder itself.
    """

    def __init__(self, texts: Mapping[str, str | bytes], path: str = "") -> None:
        self._texts = texts
        self._path = path

    def __str__(self) -> str:
        return self._path

    @property
    def name(self) -> str:
        """The last part of the path."""
        return posixpath.basename(self._path)

    def joinpath(self, *descendants: str) -> Texts:  # type: ignore[override]
        """Return the place below."""
        path = posixpath.normpath(posixpath.join(self._path, *map(str, descendants)))
        return Texts(self._texts, "" if path == "." else path)

    def __truediv__(self, child: str | PathLike[str]) -> Texts:
        return self.joinpath(str(child))

    def is_file(self) -> bool:
        """Tell whether a text is there."""
        return self._path in self._texts

    def is_dir(self) -> bool:
        """Tell whether a text is below."""
        folder = f"{self._path}/" if self._path else ""
        return not self.is_file() and any(path.startswith(folder) for path in self._texts)

    def iterdir(self) -> Iterator[Texts]:
        """Yield what stands right below."""
        folder = f"{self._path}/" if self._path else ""
        inner = (path.removeprefix(folder) for path in self._texts if path.startswith(folder))
        for name in dict.fromkeys(path.partition("/")[0] for path in inner):
            yield self.joinpath(name)

    def read_bytes(self) -> bytes:
        """Return a text as a file has it.

        Raises:
            FileNotFoundError: there is none.
        """
        if self._path not in self._texts:
            raise FileNotFoundError(self._path)
        text = self._texts[self._path]
        return text if isinstance(text, bytes) else text.encode()

    def read_text(self, encoding: str | None = None) -> str:
        """Return a text."""
        return self.read_bytes().decode(encoding or "utf-8")

    def open(self, mode: str = "r", *_args: object, **_kwargs: object) -> IO[str] | IO[bytes]:  # type: ignore[override]
        """Open a text for reading."""
        content = BytesIO(self.read_bytes())
        return content if "b" in mode else TextIOWrapper(content, encoding="utf-8")
