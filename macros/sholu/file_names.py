"""The names of files that are made: such as every system can store, and none that leads out of the site.

Whoever makes a file of something that an author wrote, a key or a title, asks `file_name`; whoever writes one
asks `fault_of_path` (`site.folder`). What is refused is what Windows, macOS or Linux refuse: see “Naming
Files, Paths, and Namespaces” of Microsoft, and NAME_MAX (255 bytes) of Linux and macOS.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from hashlib import sha256

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


def fault_of_path(path: str) -> str:
    """Say why a path from the root of a site is none, or "" if it is one.

    Args:
        path: its parts are parted by "/", on every system.
    """
    if leads_out(path):
        return "it leads out of the site"
    return next((fault for part in path.split("/") if (fault := _fault_of_name(part))), "")


_NO_NAMES = frozenset({"", ".", ".."})


def leads_out(path: str) -> bool:
    """Tell whether a path from the root of a site may name something outside of it, on any system."""
    is_absolute = path.startswith("/") or re.match("[A-Za-z]:", path) is not None
    return is_absolute or not _NO_NAMES.isdisjoint(path.replace("\\", "/").split("/"))


def _fault_of_name(name: str) -> str:
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST:
        return f"a name is longer than {LONGEST} bytes"
    hidden = next((sign for sign in name if unicodedata.category(sign) == "Cf"), "")
    if sign := hidden or "".join(_FORBIDDEN.findall(name)[:1]):
        return f"a name has “{_shown(sign)}”, which {'nobody sees' if hidden else 'Windows cannot store'}"
    if _DEVICE.fullmatch(name.partition(".")[0].rstrip()):
        return f"“{name}” is the name of a device on Windows"
    if name.endswith((".", " ")):
        return f"“{name}” ends with a full stop or a space, which Windows drops"
    if name != unicodedata.normalize("NFC", name):
        return f"“{name}” has letters in two parts, which macOS and Linux tell apart differently"
    return ""


def _shown(sign: str) -> str:
    return sign if sign.isprintable() else f"U+{ord(sign):04X}"
