"""A Popolo document as it stands: its organizations, persons, posts and events by id, and its memberships, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kengesh.formats.outside.json_files import load_json
from kengesh.formats.outside.values import BadFile
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Membership:
    """One membership as it stands, and its place in the file."""

    place: str
    data: Mapping[str, Any]
    organization: str
    member: str | None
    person: bool


@dataclass(slots=True)
class World:
    """What the files hold, by id."""

    organizations: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    persons: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    posts: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    events: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    memberships: list[Membership] = field(default_factory=list)


def take(file: Path, world: World) -> None:
    found = load_json(file)
    if not isinstance(found, dict) or not any(name in found for name in ("organizations", "memberships")):
        raise BadFile(_("expected an object with the lists organizations and memberships."), file)
    lists = {
        name: _listed(found, name, file)
        for name in ("organizations", "persons", "posts", "events", "memberships")
    }
    for name, kept in (
        ("organizations", world.organizations),
        ("persons", world.persons),
        ("posts", world.posts),
        ("events", world.events),
    ):
        for number, one in enumerate(lists[name]):
            id_ = _id(one)
            if id_ is None:
                raise BadFile(_("{place} has no id.").format(place=f"{name}[{number}]"), file)
            kept[id_] = one
    for id_, one in world.organizations.items():
        for post in _listed(one, "posts", file):
            if (inner := _id(post)) is not None:
                world.posts.setdefault(inner, {"organization_id": id_, **post})
    for place, one, around in _memberships(lists, file):
        world.memberships.append(_membership(place, one, around, world, file))


def _listed(found: Mapping[str, Any], name: str, file: Path) -> list[Mapping[str, Any]]:
    listed = found.get(name) or []
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise BadFile(_("{name} must be a list of objects.").format(name=name), file)
    return listed


def _memberships(
    lists: Mapping[str, list[Mapping[str, Any]]], file: Path
) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Yield every membership with its place, and what the object around it says of it."""
    for number, one in enumerate(lists["memberships"]):
        yield f"memberships[{number}]", one, {}
    for name, reference in (("organizations", "organization_id"), ("persons", "person_id")):
        for number, around in enumerate(lists[name]):
            for inner, one in enumerate(_listed(around, "memberships", file)):
                yield f"{name}[{number}].memberships[{inner}]", one, {reference: _id(around)}


def _membership(
    place: str, one: Mapping[str, Any], around: Mapping[str, Any], world: World, file: Path
) -> Membership:
    data = {**around, **one}
    post = world.posts.get(reference_of(data, "post", world.posts) or "", {})
    organization = reference_of(data, "organization", world.organizations) or reference_of(
        post, "organization", world.organizations
    )
    if organization is None:
        raise BadFile(_("{place} has no organization_id.").format(place=place), file)
    if organization not in world.organizations:
        says = _("{place}: there is no organization {id} in the file.")
        raise BadFile(says.format(place=place, id=organization), file)
    person = reference_of(data, "person", world.persons)
    member = reference_of(data, "member", world.organizations)
    if member is not None and member in world.persons:
        person, member = member, None
    return Membership(place, data, organization, member, person is not None)


def reference_of(data: Mapping[str, Any], name: str, kept: dict[str, Mapping[str, Any]]) -> str | None:
    """Return the id by which a membership refers to something; an object that stands there itself is kept."""
    inside = data.get(name)
    if isinstance(inside, dict) and (id_ := _id(inside)) is not None:
        kept.setdefault(id_, inside)
        return id_
    return _id(data, f"{name}_id")


def _id(data: Mapping[str, Any], name: str = "id") -> str | None:
    """Return an id, which some files write as a number; an empty one is none."""
    found = data.get(name)
    return (str(found) if isinstance(found, str | int) else "") or None
