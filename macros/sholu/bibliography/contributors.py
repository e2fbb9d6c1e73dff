"""Who did what in a work: editors of every sort, other roles, and what the data says of single persons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sholu.bibliography.annotations import by_place
from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.fields import OTHER_EDITORS, ROLES
from sholu.bibliography.name_roles import sort_of_editor
from sholu.bibliography.persons import Person
from sholu.bibliography.versions import Versions
from sholu.values import replace

_KNOWN_ROLES = ROLES | {"author", "editor", "translator", "interviewer"}
_ANNOTATED = {"author": "authors", "editor": "editors", "translator": "translators"}


def contributors(reader: FieldReader, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return who did something else than write, edit or translate, and what authors and editors are.

    Args:
        reader: the entry.
        found: what is known of the work; its authors and editors get what is said of single ones.
    """
    roles = {role: reader.names(role) for role in sorted(ROLES & reader.present)}
    for name in OTHER_EDITORS:
        if name in reader.present and (people := reader.names(name)):
            roles[_role(reader, f"{name}type") or "editor"] = people
    given: dict[str, Any] = {"roles": roles} if roles else {}
    if (role := _role(reader, "editortype")) and role != "editor":
        given["editor_role"] = role
    if "director" in roles and not (found.get("authors") or found.get("editors")):
        # Who made a film heads it, whichever field names him.
        given |= {"editors": roles.pop("director"), "editor_role": "director"}
    if "groupauthor" in reader.present and not found.get("authors"):
        groups = reader.names("groupauthor")
        given["authors"] = Versions(
            tuple(replace(one, is_organization=True) for one in groups.original), groups.forms
        )
    noted = {name.partition("+an")[0] for name in reader.fields if "+an" in name}
    for field, attribute in _ANNOTATED.items():
        if field in noted:
            given |= _annotated(reader.fields, field, attribute, {**found, **given})
    if "groupauthor" in noted and "authors" in given:
        # biblatex-apa's field for bodies.
        given |= _annotated(reader.fields, "groupauthor", "authors", given)
    if (role := _role(reader, "authortype")) and role != "author":
        given["author_role"] = role
    return given


def _role(reader: FieldReader, name: str) -> str:
    return sort_of_editor(reader.plain(name).casefold()) if name in reader.present else ""


def _roles(fields: Mapping[str, str], field: str) -> Mapping[int, str]:
    """Return what persons are to the work; `author+an = {1=highlight}` of many files says it of none."""
    if f"{field}+an:role" in fields:
        return by_place(fields[f"{field}+an:role"])
    said = by_place(fields.get(f"{field}+an", ""))
    return {place: role for place, role in said.items() if role.casefold().removesuffix("s") in _KNOWN_ROLES}


def _annotated(
    fields: Mapping[str, str], field: str, attribute: str, found: Mapping[str, Any]
) -> dict[str, Any]:
    people: Versions[tuple[Person, ...]] = found.get(attribute, Versions(()))
    roles = _roles(fields, field)
    usernames = by_place(fields.get(f"{field}+an:username", ""))
    known = tuple(
        replace(
            person,
            role=roles.get(position) or roles.get(0, ""),
            username=usernames.get(position) or usernames.get(0, ""),
        )
        for position, person in enumerate(people.original, start=1)
    )
    given: dict[str, Any] = {attribute: Versions(known, people.forms)}
    said = {person.role for person in known}
    if field == "author" and len(said) == 1 and "author" not in said:
        given["author_role"] = said.pop()
    return given
