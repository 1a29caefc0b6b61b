"""Popolo JSON: organizations and their memberships, by https://www.popoloproject.com/specs/ .

======================  ======================================================================================
organization            a body: ``name``, ``other_names`` (with dates: earlier names; a short one in capitals: the
                        abbreviation), ``founding_date``, ``dissolution_date``
membership of an        the member (``member``, ``member_id``) is the party: a state where its ``identifiers`` have an
organization            ISO 3166 alpha-3 code, or its name is that of a state
membership of a person  only with ``on_behalf_of``: the party has the status through its representative (derived);
                        a person's own membership is left aside, and told
``role``                the status; without one that of the post (``role``, ``label``), else ``member``
``start_date``          since when; to the day, month or year, as the specification allows
``end_date``            until when: "the date on which the relationship ended" is the first day without it
neither                 so on the day on which the person had the file, if that is told, else left aside
``legislative_period``  one without an end, of a period that is over, was so within the period, and is not taken to last
``sources``             their addresses stand in the passage, behind the place of the membership in the file
======================  ======================================================================================

Done: one document with the lists ``organizations``, ``memberships``, ``persons``, ``posts``, ``events`` (for the dates of legislative
periods alone); posts inside an organization, memberships inside an organization or a person; a membership that names a post alone is
one of the post's organization; references by id or by the object itself.
Not done: areas, other events, contact details, motions and votes; ``classification``, ``parent_id``; the identifiers of bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kengesh.formats.outside import dated
from kengesh.formats.outside.acts import (
    Ids,
    clean,
    name_act,
    record_acts,
    slug_of,
    source_act,
    status_acts,
    words,
)
from kengesh.formats.outside.dated import Statement
from kengesh.formats.outside.popolo_dates import date_of, seen_of
from kengesh.formats.outside.popolo_file import Membership, World, reference_of, take
from kengesh.formats.outside.states import state_named
from kengesh.formats.outside.values import Act, Aside, BadFile, Outside, Progress, Told
from kengesh.terms.dates import DateError, parse_when
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

SOURCE, KEEPER = "popolo", "popolo-file"
TITLE, LICENCE = "Organizations and memberships", "not stated"
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&-]{1,9}")
NOT_MEMBERSHIP = (
    "observer",
    "associate",
    "candidate",
    "partner",
    "guest",
    "suspended",
    "applicant",
    "dialogue",
)


def read_popolo(files: Sequence[Path], told: Told, progress: Progress | None = None) -> Outside:
    """Read Popolo documents. Raises BadFile, OSError."""
    world, aside = World(), Aside()
    for number, file in enumerate(files, 1):
        take(file, world)
        if progress is not None:
            progress(number, len(files))
    ids = Ids([SOURCE, KEEPER])
    statements = _statements(world, ids, told, aside)
    if not statements:
        why = "; ".join(left.why for left in aside.all()) or _("it has no memberships.")
        raise BadFile(_("no membership in it can be used: {why}").format(why=why), files[0])
    counted = [
        (_("organizations"), len(world.organizations)),
        (_("memberships"), len(world.memberships)),
        (_("memberships used"), len(statements)),
    ]
    most = 2 * len(statements) + len(world.organizations)
    return Outside("popolo", lambda: _acts(world, statements, ids, told), most, counted, aside)


def _statements(world: World, ids: Ids, told: Told, aside: Aside) -> list[Statement]:
    statements = []
    for one in world.memberships:
        statement, why = _statement(world, one, ids, told)
        if statement is None:
            aside.note(why, one.place)
        else:
            statements.append(statement)
    return statements


def _statement(world: World, one: Membership, ids: Ids, told: Told) -> tuple[Statement | None, str]:
    behind = reference_of(one.data, "on_behalf_of", world.organizations)
    member = behind if one.person else one.member
    if member is None:
        return None, (
            _("A person's own membership, on behalf of nobody: this record tells of parties.")
            if one.person
            else _("It names no member.")
        )
    try:
        start, end = date_of(one.data.get("start_date")), date_of(one.data.get("end_date"))
    except DateError as error:
        return None, _("A date cannot be read: {why}").format(why=error)
    seen = seen_of(world, one, told) if end is None else None
    statement = Statement(
        _party(world, member, ids),
        ids.of(("organization", one.organization), _name(world, one.organization)),
        slug_of(_role(world, one)),
        start,
        end,
        seen,
        SOURCE,
        _passage(one),
        "derived" if one.person else None,
    )
    if not dated.is_dated(statement) and told.accessed:
        return None, _("It has no date, and the dates of its legislative period are not in the files.")
    if not dated.is_dated(statement):
        return None, _(
            "It has no date, and no day is known on which the file was had; say it with --accessed."
        )
    if dated.goes_back(statement):
        return None, _("It ends before it begins, or on the same day.")
    return statement, ""


def _role(world: World, one: Membership) -> str:
    post = world.posts.get(reference_of(one.data, "post", world.posts) or "", {})
    found = one.data.get("role") or post.get("role") or post.get("label")
    return str(found) if isinstance(found, str) and slug_of(found) != "unnamed" else "member"


def _name(world: World, organization: str) -> str:
    found = world.organizations.get(organization, {}).get("name")
    return found if isinstance(found, str) and clean(found) else organization


def _party(world: World, member: str, ids: Ids) -> str:
    identifiers = world.organizations.get(member, {}).get("identifiers") or ()
    codes = [str(one.get("identifier", "")).upper() for one in identifiers if isinstance(one, dict)]
    known = next((code for code in (*codes, member) if is_state_code(code)), None)
    return (
        known or state_named(_name(world, member)) or ids.of(("organization", member), _name(world, member))
    )


def _passage(one: Membership) -> str:
    sources = one.data.get("sources") or ()
    addresses = [str(source["url"]) for source in sources if isinstance(source, dict) and source.get("url")]
    id_ = one.data.get("id")
    parts = [one.place] + ([f"id {id_}"] if id_ else [])
    return "; ".join(parts + [f"source: {address}" for address in addresses])


def _acts(world: World, statements: Sequence[Statement], ids: Ids, told: Told) -> Iterator[Act]:
    title = told.title or TITLE
    yield source_act(
        SOURCE,
        title=title,
        published=told.published,
        accessed=told.accessed,
        source_kind="research",
        seen="whole",
    )
    method = "Read by kengesh read-facts from Popolo JSON."
    yield from record_acts(KEEPER, title, title, _reach(statements, told), method, LICENCE)
    labels = {one.status: one.status.replace("-", " ") for one in statements}
    ranked = sorted(labels, key=lambda status: (status != "member", not _is_membership(status), status))
    standing = {status: "membership" for status in ranked if _is_membership(status)}
    yield from status_acts({status: labels[status] for status in ranked}, standing)
    bodies = {one.body for one in statements}
    for id_, organization in world.organizations.items():
        if ids.has(("organization", id_)):
            thing = ids.of(("organization", id_), id_)
            yield from _organization(thing, id_, organization, "body" if thing in bodies else "party")
    groups: dict[tuple[str, str], list[Statement]] = {}
    for one in statements:
        groups.setdefault((one.party, one.body), []).append(one)
    for group in groups.values():
        yield from dated.acts_of(group)


def _is_membership(status: str) -> bool:
    return not any(word in status for word in NOT_MEMBERSHIP)


def _reach(statements: Sequence[Statement], told: Told) -> str:
    dates = [parse_when(day).latest for one in statements for day in (one.start, one.end) if day is not None]
    return told.accessed or max(day for day in dates if day is not None).isoformat()


def _organization(thing: str, id_: str, organization: Mapping[str, Any], type_: str) -> Iterator[Act]:
    """Yield the acts that name an organization, by its earlier names too, and those of its founding and its end."""
    others = [
        one
        for one in organization.get("other_names") or ()
        if isinstance(one, dict) and clean(str(one.get("name") or ""))
    ]
    short = next((str(one["name"]) for one in others if ABBREVIATION.fullmatch(str(one["name"]))), None)
    given = str(organization.get("name") or "")
    name = given if clean(given) else id_
    form = "organization" if type_ == "body" else None
    yield name_act(thing, type_, words(name), words(short) if short else None, form=form)
    for one in others:
        try:
            start, end = date_of(one.get("start_date")), date_of(one.get("end_date"))
        except DateError:
            continue  # a name without a usable date would take the place of the name of today
        if end is not None:
            yield name_act(thing, type_, words(str(one["name"])), form=form, start=start, end=end)
    if type_ == "body":
        yield from _life(thing, id_, organization)


def _life(body: str, id_: str, organization: Mapping[str, Any]) -> Iterator[Act]:
    for kind, named in (("establish/1", "founding_date"), ("dissolve/1", "dissolution_date")):
        try:
            on = date_of(organization.get(named))
        except DateError:
            continue  # an organization without a usable date of founding is as one without any
        if on is not None:
            cited = [{"source": SOURCE, "passage": clean(f"organization {id_}: {named} {on}")}]
            yield {"kind": kind, "voice": "reported", "body": body, "on": on, "sources": cited}
