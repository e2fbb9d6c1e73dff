"""The names of files that are made: such as every system can store, and none that leads out of the site.

Whoever makes a file of something that an author wrote, a key or a title, asks `file_name`; whoever writes one
asks `leads_out` (`site.folder`); why a file of an author is refused `fault_of_path` tells. Refused is what
Windows, macOS or Linux refuse: see “Naming Files, Paths, and Namespaces” of Microsoft, and NAME_MAX (255
bytes) of Linux and macOS.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from hashlib import sha256

from sholu.problems import NO_FAULT, Fault
from sholu.regexes import regex

# Of the longest name that systems have, room is left for an ending and for what a program puts before it.
LONGEST = 255
_LONGEST_STEM = 120
_PLAIN = regex(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_OTHERS = regex(r"[^A-Za-z0-9_-]+")
# Names of devices on Windows, whatever their ending is.
_DEVICE = regex(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = regex(r'[\x00-\x1f\x7f<>:"|?*\\]')


def file_name(words: str, taken: Collection[str] = ()) -> str:
    """Return a name, without its ending, that every system can store and no two texts share.

    Args:
        words: what it is made of; a name that is plain already stays as it is.
        taken: names that are of something else, in small letters.
    """
    is_plain = _PLAIN.fullmatch(words) and len(words) <= _LONGEST_STEM
    if is_plain and not _fault_of_name(words) and words.casefold() not in taken:
        return words
    mark = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_OTHERS.sub('_', words).strip('_')[:_LONGEST_STEM].strip('_') or 'work'}-{mark}"


def fault_of_path(path: str) -> Fault:
    """Say why a path from the root of a site is none, if it is none.

    Args:
        path: its parts are parted by "/", on every system.
    """
    if leads_out(path):
        return {"fault": "@@path_out"}
    return next(filter(None, map(_fault_of_name, path.split("/"))), NO_FAULT)


_NO_NAMES = frozenset({"", ".", ".."})


def leads_out(path: str) -> bool:
    """Tell whether a path from the root of a site may name something outside of it, on any system."""
    is_absolute = path.startswith("/") or re.match("[A-Za-z]:", path) is not None
    return is_absolute or not _NO_NAMES.isdisjoint(path.replace("\\", "/").split("/"))


def _fault_of_name(name: str) -> Fault:
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST:
        return {"fault": "@@path_long", "longest": LONGEST}
    hidden = next((sign for sign in name if unicodedata.category(sign) == "Cf"), "")
    if sign := hidden or "".join(_FORBIDDEN.findall(name)[:1]):
        return {"fault": "@@path_hidden" if hidden else "@@path_sign", "sign": _shown(sign)}
    if _DEVICE.fullmatch(name.partition(".")[0].rstrip()):
        return {"fault": "@@path_device", "part": name}
    if name.endswith((".", " ")):
        return {"fault": "@@path_end", "part": name}
    if name != unicodedata.normalize("NFC", name):
        return {"fault": "@@path_parts", "part": name}
    return NO_FAULT


def _shown(sign: str) -> str:
    return sign if sign.isprintable() else f"U+{ord(sign):04X}"
