"""The door to pyperclip, which knows how each system copies."""

from __future__ import annotations

import pyperclip


def copied(text: str) -> bool:
    """Put a text where it can be pasted from; tell whether this machine can do that."""
    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        # A terminal without a desktop has nothing to copy to.
        return False
    return True
