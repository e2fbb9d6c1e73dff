"""Whom `mkdocs serve` answers: what is served to this machine alone is asked for by its own names.

A page that an author visits can let its name lead to this machine (DNS rebinding): to a browser, what is
served here is then of that page, which may read all that is not published yet. Addresses in figures and
`localhost` (RFC 6761, 6.3) lead nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from sholu.problems.telling import said

Application = Callable[[Mapping[str, Any], Callable[..., Any]], Iterable[bytes]]
_LOCAL = "localhost"


def answering(inner: Application, address: str) -> Application:
    """Return the application of a server (PEP 3333) that refuses whoever asks it by another's name.

    Args:
        inner: the application.
        address: to which the server listens; one that others reach has names that nobody here knows.
    """
    if not (_is_local_name(address) or _is_number(address, is_own=True)):
        return inner

    def application(environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        # Only a browser can be led here, and each names whom it asks.
        asked = environ.get("HTTP_HOST")
        if asked is None or _is_ours(str(asked)):
            return inner(environ, start_response)
        content = f"{said('served_by_name', address=address)}\n".encode()
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(content)))]
        start_response("403 Forbidden", headers)
        return [content]

    return application


def _is_ours(asked: str) -> bool:
    """Tell whether a name, with a port or without, can lead to this machine alone."""
    try:
        name = urlsplit(f"//{asked}").hostname or ""
    except ValueError:
        return False
    return _is_local_name(name) or _is_number(name)


def _is_local_name(name: str) -> bool:
    return name == _LOCAL or name.endswith(f".{_LOCAL}")


def _is_number(name: str, *, is_own: bool = False) -> bool:
    """Tell whether it is an address in figures; `is_own` asks for one that nobody else can reach."""
    try:
        return ip_address(name).is_loopback or not is_own
    except ValueError:
        return False
