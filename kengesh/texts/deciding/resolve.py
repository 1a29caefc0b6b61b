"""Decisions applied: from one rolling text to the next, with an account of every word that is shown no more."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from msgspec import structs

from kengesh.terms.messages import _, ngettext
from kengesh.texts.compiling.compile import assemble
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.deciding.changes import Changes
from kengesh.texts.deciding.choices import choose
from kengesh.texts.deciding.places import Places
from kengesh.texts.decisions import CannotDecide, Deciding, Decision, problem_of
from kengesh.texts.rolling import Amendment, BaseNode, Region, RollingText
from kengesh.texts.units import Status, with_status

AGREED = {Deciding.AGREE: Status.AGREED, Deciding.AGREE_AD_REFERENDUM: Status.AD_REFERENDUM}


def resolve(rolling: RollingText, decisions: Iterable[Decision]) -> RollingText:
    """Return the rolling text after decisions, taken in their order.

    Raises CannotDecide where a decision names what is not there, takes what nobody proposes, or agrees a unit in which
    something is open; nothing is done then.
    """
    waiting = list(enumerate(decisions, 1))
    while waiting:
        places = Places(rolling)
        run = _run(waiting, places)
        waiting = waiting[len(run) :]
        changes = Changes(rolling)
        for nth, decision in run:
            wrong = problem_of(decision)
            try:
                if wrong:
                    raise CannotDecide(wrong)
                rolling = _decided(rolling, changes, places, decision)
            except CannotDecide as error:
                raise CannotDecide(_("decision {nth}: {wrong}").format(nth=nth, wrong=error)) from None
        if changes.settled or changes.edits:
            rolling = changes.applied()
    return rolling


def _run(waiting: list[tuple[int, Decision]], places: Places) -> list[tuple[int, Decision]]:
    """Return the decisions that can be made together: choices on words of the base, else the first alone."""
    return list(takewhile(lambda one: _is_on_words(one[1], places), waiting)) or waiting[:1]


def _is_on_words(decision: Decision, places: Places) -> bool:
    """Whether a decision is on words of the base alone: such choices do not touch each other, and are made together."""
    region = places.region(decision.place)
    return (
        decision.decides is Deciding.CHOOSE and region is not None and region[0] in places.rolling.base.places
    )


def _decided(rolling: RollingText, changes: Changes, places: Places, decision: Decision) -> RollingText:
    """Gather the changes of a choice or withdrawal; return the text with another status, or the same."""
    changes.decision = decision.id
    if decision.decides is Deciding.CHOOSE:
        choose(changes, places, decision)
        return rolling
    if decision.decides is Deciding.WITHDRAW:
        for one in _withdrawn(rolling, places, decision):
            changes.withdraw(one)
        return rolling
    node = places.base_node(decision.place)
    if decision.decides is Deciding.PARK:
        return structs.replace(rolling, parked=tuple(sorted({*rolling.parked, node.unit.id})))
    if decision.decides is Deciding.REOPEN:
        if not node.unit.status.locks:
            raise CannotDecide(
                _("{label} is not agreed, so that it need not be reopened.").format(label=node.label)
            )
        return _with_status(rolling, node, Status.REOPENED)
    open_places = _open_in(node)
    if open_places:
        says = ngettext(
            "{label} has {count} open bracket; choose or withdraw before it is agreed.",
            "{label} has {count} open brackets; choose or withdraw before it is agreed.",
            open_places,
        )
        raise CannotDecide(says.format(label=node.label or node.unit.id, count=open_places))
    return _with_status(rolling, node, AGREED[decision.decides])


def _open_in(node: BaseNode) -> int:
    regions = sum(isinstance(part, Region) for part in node.content)
    return regions + len(node.alternatives) + bool(node.deleted_by) + bool(node.moved_by)


def _with_status(rolling: RollingText, node: BaseNode, status: Status) -> RollingText:
    base = with_status(rolling.base, node.unit.id, status)
    return assemble(
        LaidOut(base),
        rolling.amendments,
        profile=rolling.profile,
        filings=rolling.filings,
        editorial=rolling.editorial,
        rebased=rolling.rebased,
        settled=rolling.settled,
        parked=tuple(unit for unit in rolling.parked if unit != node.unit.id),
    )


def _withdrawn(rolling: RollingText, places: Places, decision: Decision) -> list[Amendment]:
    own = [one for one in rolling.amendments if decision.delegation in ("", one.delegation)]
    if decision.amendments:
        found = [one for one in own if one.id in decision.amendments]
        missing = set(decision.amendments) - {one.id for one in found}
        if missing:
            says = _("no live amendment {ids} of this delegation is in the text.")
            raise CannotDecide(says.format(ids=", ".join(sorted(missing))))
        return found
    if decision.place:
        here = places.amendments_at(decision.place)
        own = [one for one in own if one.id in here]
    if not own:
        says = _("{delegation} has no live amendment there to withdraw.")
        raise CannotDecide(says.format(delegation=decision.delegation))
    return own
