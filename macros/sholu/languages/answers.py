"""What CLDR and Sholu's own files have told of languages: asked once, in all builds where it is kept.

Babel takes 0.06 s and 7 MB to tell anything at all, TOML 0.03 s, and a review asks the same each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import ParamSpec, TypeVar, cast

# What was asked: the name of a function in `cldr` or `files`, and its arguments.
Question = tuple[str, ...]
Answers = Mapping[Question, object]
Asked = ParamSpec("Asked")
Told = TypeVar("Told")

_answers: dict[Question, object] = {}


def asked_once(ask: Callable[Asked, Told]) -> Callable[Asked, Told]:
    """Make a question of one that is asked each time; its arguments are words."""
    name = ask.__name__

    @wraps(ask)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Told:
        question = (name, *cast("tuple[str, ...]", args))
        if question not in _answers:
            _answers[question] = ask(*args, **kwargs)
        return cast("Told", _answers[question])

    return answer


def answers() -> Answers:
    """Return all that was told."""
    return dict(_answers)


def remind(told: Answers) -> None:
    """Take what was told before, by the same program and release of Babel, for what they would tell now."""
    _answers.update(told)


def forget() -> None:
    """Ask anew whatever was told."""
    _answers.clear()
