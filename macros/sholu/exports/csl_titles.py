"""What CSL-JSON calls a work and what it stands in, with its emphasis."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.references import Kind, Reference
from sholu.exports.words import added, short_form, tagged
from sholu.works.view import between, form, view


def title(reference: Reference) -> str:
    """Write the title, in a book of several volumes that of the whole, with its emphasis."""
    if reference.main_title and not reference.kind.is_part:
        main, subtitle = (
            form(words, reference.language) for words in (reference.main_title, reference.main_subtitle)
        )
        return _whole((main, subtitle), reference.protected)
    original, subtitle = reference.title.original, form(reference.subtitle, reference.language)
    if not original:
        return view(reference).title
    whole = _whole((original, subtitle), reference.protected)
    # CSL has no place for what stands behind a title but the title, where pandoc puts it too.
    return added(whole, form(reference.title_addon, reference.language))


def short_title(reference: Reference) -> str:
    """Write the short title with its emphasis."""
    typed = form(reference.short_title, reference.language)
    return tagged(short_form(reference), () if typed else reference.protected)


def bodies(reference: Reference) -> str:
    """Write who answers for the work in print: the body that made it, too, where another one publishes it."""
    publisher, institution = (
        form(words, reference.language) for words in (reference.publisher, reference.institution)
    )
    return "; ".join(dict.fromkeys(filter(None, (institution, publisher))))


def volume_title(reference: Reference) -> str:
    """Write the title of one volume of a work, "" where a work is no volume."""
    if not reference.main_title:
        return ""
    if not reference.kind.is_part:
        parts = (reference.title.original, form(reference.subtitle, reference.language))
        named = _whole(parts, reference.protected)
        return named if reference.title.original else view(reference).title
    host_parts = (reference.container, reference.container_subtitle)
    said = (form(part, reference.language) for part in host_parts)
    return _whole(said, reference.protected)


def host(reference: Reference) -> str:
    """Write what a work stands in; of a chapter in a book of several volumes the whole."""
    language = reference.language
    if reference.main_title and reference.kind.is_part:
        parts = (reference.main_title, reference.main_subtitle)
    else:
        parts = (reference.container, reference.container_subtitle)
    # A journal has a name, of which no style writes words small.
    protected = reference.protected if reference.kind.is_part and reference.kind is not Kind.ARTICLE else ()
    named = (form(part, language) for part in parts)
    written = _whole(named, protected)
    return added(written, form(reference.container_addon, language))


def _whole(parts: Iterable[str], protected: tuple[str, ...]) -> str:
    """Write a title and its subtitle with their emphasis."""
    title, *others = [words for words in parts if words] or [""]
    return tagged(title, protected) + "".join(between(title) + tagged(words, protected) for words in others)
