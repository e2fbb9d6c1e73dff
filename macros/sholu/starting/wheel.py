"""A wheel made of what is installed, for a Sholu that came from a folder or from a file that is gone.

The form is that of packaging.python.org, "Binary distribution format": the files of the package,
`METADATA`, `WHEEL`, the entry points, and `RECORD` with the hash and size of each.
"""

from __future__ import annotations

import base64
import io
import zipfile
from hashlib import sha256
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
# The earliest time that a ZIP file knows: the same content always gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def repacked(distribution: metadata.Distribution) -> tuple[str, bytes]:
    """Return the name of a wheel and its content."""
    name, version = distribution.name.replace("-", "_"), distribution.version
    described = f"{name}-{version}.dist-info"
    files = {
        f"{PACKAGE.name}/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes()
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }
    for one in ("METADATA", "entry_points.txt"):
        if text := distribution.read_text(one):
            files[f"{described}/{one}"] = text.encode()
    tags = "Wheel-Version: 1.0\nGenerator: sholu\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{described}/WHEEL"] = tags.encode()
    rows = [f"{path},sha256={_digest(content)},{len(content)}" for path, content in files.items()]
    files[f"{described}/RECORD"] = "\n".join([*rows, f"{described}/RECORD,,", ""]).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path, _TIME), content, zipfile.ZIP_DEFLATED)
    return f"{name}-{version}-py3-none-any.whl", written.getvalue()


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
