"""What a subcommand of `sholu` is: a record in the table of its room, and how it refuses."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from sholu.values import Value


class Command(Value):
    """A subcommand: `declare` tells argparse of its arguments, `run` does it and returns its exit code."""

    name: str
    help: str
    declare: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class RefusalError(Exception):
    """What was asked cannot be done; the message is one sentence that says why, and what to do instead."""
