"""Acts on what others propose, placed once everybody's proposals are known: amendments to a proposed unit, and support."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import structs

from kengesh.terms.messages import _
from kengesh.texts.comparing.words import coalesced, word_edits
from kengesh.texts.compiling.drafting import proposal_id
from kengesh.texts.compiling.explicit import WITHDRAW, WORDING, Deferred, Named, NoSuchPlace, edited, span_of
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.submission import Submission, with_id
from kengesh.texts.reading.filed import Explicit
from kengesh.texts.rolling import Act, Amendment, Reservation
from kengesh.texts.tokens import tokens

SUPPORTED = (Act.REPLACE, Act.DELETE, Act.ALTERNATIVE, Act.MOVE, Act.BRACKET)


def place_deferred(
    base: LaidOut, deferred: Iterable[tuple[Submission, Deferred]], known: Sequence[Amendment], gap: int
) -> list[Amendment]:
    """Return the amendments to proposals. Raises NoSuchPlace where nobody proposes what an act names."""
    placed: list[Amendment] = []
    for submission, one in deferred:
        if one.act is not None and one.act.act == WITHDRAW:
            continue
        if one.act is not None and one.act.act == Act.SUPPORT and not one.named.nth:
            placed += _supports(base, submission, one.named, one.act, known)
        else:
            placed += _placed(base, submission, one, known, gap)
    return placed


def withdrawn(
    deferred: Iterable[tuple[Submission, Deferred]], before: Sequence[Amendment]
) -> dict[str, Amendment]:
    """Return, by id, what delegations take back of what they had before. Raises NoSuchPlace where they had nothing there."""
    found: dict[str, Amendment] = {}
    for submission, one in deferred:
        if one.act is None or one.act.act != WITHDRAW:
            continue
        own = [
            it for it in before if it.delegation == submission.delegation and _is_on(it, one.named, before)
        ]
        if not own:
            says = _("{delegation} has nothing at {unit} to withdraw.")
            raise NoSuchPlace(says.format(delegation=submission.delegation, unit=one.act.unit))
        found.update({it.id: it for it in own})
    return found


def _is_on(one: Amendment, named: Named, before: Sequence[Amendment]) -> bool:
    if not named.nth:
        return one.unit == named.unit and one.act is not Act.NEW
    wanted = Act.ALTERNATIVE if named.alternative else Act.NEW
    return one.unit == named.unit and one.act is wanted


def _supports(
    base: LaidOut, submission: Submission, named: Named, act: Explicit, known: Sequence[Amendment]
) -> list[Amendment]:
    """Return support for what a delegation proposes on a unit of the base, or on the words quoted."""
    own = [
        one
        for one in known
        if one.delegation == act.delegation and one.unit == named.unit and one.act in SUPPORTED
    ]
    if act.words:
        start, end = span_of(base.tokens(base.text.unit(named.unit)), act.words, act.nth)
        own = [one for one in own if one.start <= end and start <= one.end and one.start + one.end > 0]
    if not own:
        says = _("{delegation} proposes nothing there ({unit}), so that it cannot be amended or supported.")
        raise NoSuchPlace(says.format(delegation=act.delegation or _("nobody"), unit=act.unit))
    return [
        with_id(
            base.text.hash, structs.replace(_made(submission), act=Act.SUPPORT, unit=one.unit, target=one.id)
        )
        for one in own
    ]


def _made(submission: Submission) -> Amendment:
    return Amendment(
        id="",
        delegation=submission.delegation,
        act=Act.REPLACE,
        unit="",
        filed_at=submission.filed_at or submission.filed.filed_at,
        order=submission.order,
    )


def _placed(
    base: LaidOut, submission: Submission, deferred: Deferred, known: Sequence[Amendment], gap: int
) -> list[Amendment]:
    proposal = _proposal(deferred, known)
    unit = proposal_id(proposal.unit, proposal.kind, proposal.text)
    before = tokens(proposal.text)
    act = deferred.act
    made = structs.replace(_made(submission), unit=unit)
    if act is None or act.act in WORDING:
        after = tokens(deferred.text) if act is None else edited(before, act)
        edits = coalesced(before, word_edits(before, after), gap)
        acts = [structs.replace(made, start=one.start, end=one.end, text="".join(one.words)) for one in edits]
    elif act.act == Act.SUPPORT:
        acts = [structs.replace(made, act=Act.SUPPORT, unit=proposal.unit, target=proposal.id)]
    else:
        span = span_of(before, act.words, act.nth) if act.words else (0, len(before))
        kind = Reservation(act.reservation or Reservation.GENERAL)
        acts = [
            structs.replace(
                made, act=Act(act.act), start=span[0], end=span[1], text=act.text, reservation=kind
            )
        ]
    return [with_id(base.text.hash, one) for one in acts]


def _proposal(deferred: Deferred, known: Sequence[Amendment]) -> Amendment:
    """Return the amendment by which a proposal was made: of the delegation named, else the nth there is."""
    named = deferred.named
    wanted = Act.ALTERNATIVE if named.alternative else Act.NEW
    found = [one for one in known if one.act is wanted and one.unit == named.unit]
    whose = named.whose or (deferred.act.delegation if deferred.act else "")
    own = [one for one in found if one.delegation == whose] if whose else found
    own.sort(key=lambda one: (not one.filed_at, one.filed_at, one.order, one.sequence, one.delegation))
    if not own:
        says = _("{delegation} proposes nothing there ({unit}), so that it cannot be amended or supported.")
        raise NoSuchPlace(says.format(delegation=whose or _("nobody"), unit=named.unit))
    return own[min(named.nth, len(own)) - 1]
