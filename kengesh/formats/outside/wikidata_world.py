"""Which statements of Wikidata can be entered, in our words: party, organization, status, dates, and the way back.

What they come to is said in :mod:`kengesh.formats.outside.wikidata`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kengesh.formats.outside import dated
from kengesh.formats.outside.dated import Statement
from kengesh.formats.outside.states import state_named
from kengesh.formats.outside.values import Aside, Told
from kengesh.formats.outside.wikidata_statements import Membership, Thing
from kengesh.terms.dates import parse_when
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

SOURCE = "wikidata"


@dataclass(slots=True)
class World:
    """What the files hold: entities by their ids, and who is said to be a member, in the order of the files."""

    things: dict[str, Thing] = field(default_factory=dict)
    said: list[tuple[str, Membership]] = field(default_factory=list)
    by_label: bool = False


def usable_statements(
    world: World, told: Told, aside: Aside
) -> tuple[list[Statement], list[tuple[Statement, str]]]:
    """Return the statements that can be entered, and those of deprecated rank, each with its reason."""
    used: list[Statement] = []
    rejected: list[tuple[Statement, str]] = []
    for qid, said in world.said:
        statement, why = _statement(world, qid, said, told)
        if statement is None:
            aside.note(why, f"{said.statement or qid}")
        elif said.rank == "deprecated":
            reason = "" if said.reason is None else f" ({label(world, said.reason)})"
            rejected.append((statement, f"Of deprecated rank on Wikidata{reason}."))
        else:
            used.append(statement)
    return used, rejected


def _statement(world: World, qid: str, said: Membership, told: Told) -> tuple[Statement | None, str]:
    """Return a statement in our words, or None and why it is left aside."""
    if said.snak == "novalue":
        return None, _(
            "It says that the party is a member of nothing, which is no statement on one organization."
        )
    if said.body is None:
        return None, _("The organization is not known.")
    if said.trouble is not None:
        return None, _("A date cannot be read: {why}").format(why=said.trouble)
    status = _status(world, said)
    if status is None:
        return None, _("It has a role whose name is not in the files.")
    thing = world.things.get(qid)
    seen = said.moment or _day(thing.modified if thing else None) or told.accessed
    end = said.end if said.end or not said.end_unknown else (_by(seen) if seen else None)
    if said.end_unknown and end is None:
        return None, _("It ended on an unknown day, and no day is known on which that was so.")
    statement = Statement(
        _party(world, qid),
        said.body.casefold(),
        status,
        said.start,
        end,
        seen,
        SOURCE,
        _passage(world, qid, said),
        None if said.references else "weak",
    )
    if not dated.is_dated(statement):
        return None, _(
            "It has no date, and no day is known on which the file was had; say it with --accessed."
        )
    if dated.goes_back(statement):
        return None, _("It ends before it begins, or on the same day.")
    return statement, ""


def _by(seen: str) -> str:
    """Return "at some time up to a day that was seen"; `seen` may itself be one day within a decade."""
    latest = parse_when(seen).latest
    return f"[..{seen if latest is None else latest.isoformat()}]"


def _day(text: str | None) -> str | None:
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _status(world: World, said: Membership) -> str | None:
    for role in said.roles:
        if role not in world.things or not world.things[role].labels:
            return None
        name = label(world, role).casefold()
        found = next((status for status in ("observer", "associate", "candidate") if status in name), None)
        if found is not None:
            return found
    return "member"


def _passage(world: World, qid: str, said: Membership) -> str:
    parts = [said.statement or qid, f"rank {said.rank}"]
    parts += [f"role {label(world, role)}" for role in said.roles]
    parts += [f"reference: {one}" for one in said.references]
    if said.imported:
        parts.append("imported from a project of Wikimedia")
    return "; ".join(parts)


def label(world: World, qid: str) -> str:
    thing = world.things.get(qid)
    return (
        qid
        if thing is None or not thing.labels
        else thing.labels.get("en", next(iter(thing.labels.values())))
    )


def _party(world: World, qid: str) -> str:
    thing = world.things.get(qid)
    if thing is not None and thing.alpha_3 is not None and is_state_code(thing.alpha_3):
        return thing.alpha_3
    named = state_named(label(world, qid)) if world.by_label else None
    return named or qid.casefold()
