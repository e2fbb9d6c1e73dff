"""What pages may load and run, as the option `policy` of mkdocs.yml says it: a Content-Security-Policy. Pure.

`policy: {script-src: https://stats.example, connect-src: [https://stats.example]}` lets pages have more than
their own site; `policy: false` takes the whole policy off them. See https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.values import Value, field

# A folder on a disk is a site of its own to some browsers only (`'self'` of a `file:` page); from the web
# none lets a page load a file.
_OWN = ("'self'", "file:")
# Style sheets of Material hold their signs as addresses that are data.
_DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "default-src": _OWN,
    "script-src": _OWN,
    "style-src": _OWN,
    "style-src-attr": ("'none'",),
    "img-src": (*_OWN, "data:"),
    "font-src": _OWN,
    "connect-src": _OWN,
    "media-src": _OWN,
    "frame-src": _OWN,
    "worker-src": _OWN,
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": _OWN,
}
DIRECTIVES = tuple(_DEFAULTS)
# These do not follow `default-src` where they are not there.
_ALONE = frozenset({"default-src", "base-uri", "form-action"})
_INLINE = "'unsafe-inline'"
# A source ends at a space; `;` ends a directive, `,` a policy.
_SOURCE = regex(r"[^\s;,\"<>&]+")

Sources = Mapping[str, tuple[str, ...]]


class Policy(Value):
    """What all pages of a review may have beside their own site: directive to sources.

    `is_on` is false where a review wants none.
    """

    is_on: bool = True
    more: Sources = field(default_factory=dict)

    def content(self, *others: Mapping[str, Iterable[str]]) -> str:
        """Write it out for a page; `others` is what that page needs, hashes of its scripts and the like.

        A hash takes the force from `'unsafe-inline'` (CSP 3, 6.7.3.2), so where that stands there are none.
        """
        written = []
        for name, own in _DEFAULTS.items():
            sources = dict.fromkeys((*own, *self.more.get(name, ())))
            for other in others:
                sources |= dict.fromkeys(other.get(name, ()))
            if len(sources) > 1:
                sources.pop("'none'", None)
            if _INLINE in sources:
                sources = dict.fromkeys(one for one in sources if not one.startswith("'sha256-"))
            # What is as `default-src` follows it.
            if name in _ALONE or tuple(sources) != _OWN:
                written.append(f"{name} {' '.join(sources)}")
        return "; ".join(written)


def read_policy(given: object, place: Callable[[str], Place]) -> tuple[Policy, tuple[Problem, ...]]:
    """Read the option `policy`, and say what is wrong in it; that is passed over.

    Args:
        given: what stands there; None or true is the default.
        place: tells where the option stands, or a directive of it ("" for the option itself).
    """
    if given is None or isinstance(given, bool):
        return Policy(is_on=given is not False), ()
    if not isinstance(given, Mapping):
        return Policy(), (problem("S041", place(""), typed=str(given)),)
    more: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for name, value in given.items():
        sources = value.split() if isinstance(value, str) else value
        if name not in _DEFAULTS:
            near = nearest(str(name), DIRECTIVES)
            known = ", ".join(DIRECTIVES)
            problems.append(problem("S040", place(str(name)), directive=str(name), near=near, known=known))
        elif isinstance(sources, list) and all(map(_is_source, sources)):
            more[name] = tuple(sources)
        else:
            problems.append(problem("S041", place(str(name)), typed=str(value)))
    return Policy(more=more), tuple(problems)


def _is_source(value: object) -> bool:
    return isinstance(value, str) and _SOURCE.fullmatch(value) is not None


def origin(address: str) -> str:
    """Return the site that an address leads to, as a source of a policy; "" if it is none of another site.

    `//example.org/a.js` leads to that site by the scheme of the page.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in {"", "http", "https"} or not _SOURCE.fullmatch(parts.netloc or ";"):
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme else parts.netloc
