"""Where the Sholu of a review comes from: the line of requirements.txt that brings the same one everywhere.

How a package was installed, its installer has written down (PEP 610, `direct_url.json`): nothing of it
means an index, `vcs_info` a commit, else it is a file or a folder of this machine, of which a wheel is put
beside the review.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from sholu.starting.wheel import repacked
from sholu.values import Value

NAME = "sholu"
FOLDER = "packages"


class Pin(Value):
    """What requirements.txt says: `line`, why (`reason`), and the wheel that stands beside, if one does."""

    line: str
    reason: str
    wheel: str = ""
    content: bytes = b""


def pin(extras: tuple[str, ...] = (), installed: metadata.Distribution | None = None) -> Pin:
    """Pin Sholu to where it was installed from.

    Args:
        extras: the optional parts that the review needs ("files").
        installed: by default that which runs.
    """
    distribution = installed or metadata.distribution(NAME)
    wanted = f"{NAME}[{','.join(extras)}]" if extras else NAME
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    if not origin:
        return Pin(f"{wanted}=={distribution.version}", "from the package index")
    address = str(origin.get("url", ""))
    # A clone on this machine is found by nobody else, nor by the pip that comes with Python 3.11 ("file:" in
    # a requirement by name).
    if "vcs_info" in origin and urlsplit(address).scheme != "file":
        return Pin(f"{wanted} @ {_of_repository(address, origin)}", "from its repository, at this commit")
    if "archive_info" in origin and urlsplit(address).scheme in {"https", "http"}:
        return Pin(f"{wanted} @ {address}{_hash(origin)}", "from this address")
    name, content = _wheel(address, distribution)
    extra = wanted.removeprefix(NAME)
    return Pin(
        f"./{FOLDER}/{name}{extra}", "from the wheel beside, since it came from no index", name, content
    )


def _of_repository(address: str, origin: Mapping[str, Mapping[str, str]]) -> str:
    version = origin["vcs_info"]
    part = origin.get("subdirectory", "")
    return f"{version['vcs']}+{address}@{version['commit_id']}" + (f"#subdirectory={part}" if part else "")


def _hash(origin: Mapping[str, Mapping[str, Mapping[str, str]]]) -> str:
    hashes = origin["archive_info"].get("hashes") or {}
    return f"#sha256={hashes['sha256']}" if "sha256" in hashes else ""


def _wheel(address: str, distribution: metadata.Distribution) -> tuple[str, bytes]:
    """Return the wheel that was installed if it is still there, else one made of what is installed."""
    path = Path(url2pathname(unquote(urlsplit(address).path)) if address else "")
    if path.suffix == ".whl" and path.is_file():
        return path.name, path.read_bytes()
    return repacked(distribution)
