"""Whether an address answers, and whether an archive keeps a copy of it: asked of the network."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from http import HTTPStatus

_SECONDS = 20
_TRIES = 2
_PAUSE = 2.0
# A page that is there for people, and not for programs.
_NOT_FOR_PROGRAMS = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.NOT_ACCEPTABLE,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)
_AGENT = "Mozilla/5.0 (compatible; sholu links)"
# https://archive.org/help/wayback_api.php
_ARCHIVE = "https://archive.org/wayback/available?url="
_LARGEST = 1_000_000  # of an answer, in bytes


def fault_of(address: str, *, pause: float = _PAUSE) -> str:
    """Return "" if an address answers, else why it does not; what may pass is asked once more.

    Args:
        address: one of `http` or `https`.
        pause: seconds before the second try.
    """
    fault = ""
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(pause)
        fault, is_certain = _asked(address)
        if is_certain:
            break
    return fault


def _asked(address: str) -> tuple[str, bool]:
    try:
        request = urllib.request.Request(_sent(address), headers={"User-Agent": _AGENT})  # noqa: S310 -- see above
        with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310 -- as above
            return "", True
    except urllib.error.HTTPError as error:
        if error.code in _NOT_FOR_PROGRAMS:
            return "", True
        return f"{error.code} {error.reason}", error.code < HTTPStatus.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException) as error:
        return str(getattr(error, "reason", error)) or type(error).__name__, False
    except ValueError as error:
        return str(error), True


def _sent(address: str) -> str:
    """Return an address as it is sent: letters of other scripts by their bytes, in the host by IDNA."""
    parts = urllib.parse.urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    port = f":{parts.port}" if parts.port else ""
    quoted = (urllib.parse.quote(one, safe="/%:=&?~+!$,;'@()*[]") for one in (parts.path, parts.query))
    return urllib.parse.urlunsplit((parts.scheme, f"{host}{port}", *quoted, ""))


def archived_copy(address: str, archive: str = _ARCHIVE) -> str:
    """Return the address of the newest copy that the Wayback Machine has, "" if it has none or is silent."""
    request = archive + urllib.parse.quote(address, safe="")
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 -- an address of ours
            found = json.loads(answer.read(_LARGEST))
    except (OSError, http.client.HTTPException, ValueError):
        return ""
    closest = found.get("archived_snapshots", {}).get("closest", {}) if isinstance(found, dict) else {}
    copy = closest.get("url", "") if isinstance(closest, dict) else ""
    return copy if isinstance(copy, str) and copy.startswith(("http://", "https://")) else ""
