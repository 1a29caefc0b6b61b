"""Acts on what others propose, placed once everybody's proposals are known: amendments to a proposed unit, support, and what
a delegation takes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import structs

from kengesh.terms.messages import _
from kengesh.texts.comparing.words import coalesced, word_edits
from kengesh.texts.compiling.explicit import WITHDRAW, WORDING, Deferred, Named, NoSuchPlace, edited, span_of
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.proposals import Proposals, Proposed
from kengesh.texts.compiling.submission import Submission, with_id
from kengesh.texts.reading.filed import Explicit
from kengesh.texts.rolling import Act, Amendment, MovedNode, Reservation
from kengesh.texts.tokens import tokens

SUPPORTED = (Act.REPLACE, Act.DELETE, Act.ALTERNATIVE, Act.MOVE, Act.BRACKET)
ON_A_PROPOSAL = (Act.BRACKET, Act.RETAIN, Act.RESERVE, Act.COMMENT)

Waiting = Iterable[tuple[Submission, Deferred]]


def place_deferred(
    base: LaidOut, deferred: Waiting, known: Sequence[Amendment], proposals: Proposals, gap: int
) -> list[Amendment]:
    """Return the amendments that acts on proposals come to. Raises NoSuchPlace where nobody proposes what an act names."""
    placed: list[Amendment] = []
    for submission, one in deferred:
        act = one.act
        if act is not None and act.act == WITHDRAW:
            continue
        if act is not None and act.act == Act.SUPPORT:
            placed += _supports(base, submission, one.named, act, known, proposals)
        else:
            node = proposals.find(one.named, _ends(base, one.named))
            placed += _on_proposal(base, submission, one, node, gap)
    return placed


def withdrawn(
    base: LaidOut, deferred: Waiting, before: Sequence[Amendment], proposals: Proposals
) -> dict[str, Amendment]:
    """Return, by id, what delegations take back of what they had before. Raises NoSuchPlace where they had nothing there."""
    found: dict[str, Amendment] = {}
    for submission, one in deferred:
        if one.act is None or one.act.act != WITHDRAW:
            continue
        own = [it for it in before if it.delegation == submission.delegation]
        here = _at(base, one.named, own, proposals)
        if not here:
            says = _("{delegation} has nothing at {unit} to withdraw.")
            raise NoSuchPlace(says.format(delegation=submission.delegation, unit=one.act.unit))
        found.update({it.id: it for it in here})
    return found


def _at(base: LaidOut, named: Named, own: Sequence[Amendment], proposals: Proposals) -> list[Amendment]:
    """Return those of a delegation's amendments that make, support or amend a proposal, or are on a unit of the base."""
    if not named.nth:
        targets = {one.id for one in own if one.act is Act.NEW}
        return [
            one
            for one in own
            if one.unit == named.unit and one.act is not Act.NEW and one.target not in targets
        ]
    node = proposals.find(named, _ends(base, named))
    inside = node.unit if isinstance(node, MovedNode) else node.unit.id
    return [
        one
        for one in own
        if one.id in node.amendments
        or one.target in node.amendments
        or (one.unit == inside and not isinstance(node, MovedNode))
    ]


def _ends(base: LaidOut, named: Named) -> tuple[str, ...]:
    return (named.unit, base.end_of(named.unit)) if named.unit in base.text.places else (named.unit,)


def _supports(
    base: LaidOut,
    submission: Submission,
    named: Named,
    act: Explicit,
    known: Sequence[Amendment],
    proposals: Proposals,
) -> list[Amendment]:
    """Return support for a proposal, for what a delegation proposes on a unit of the base, or on the words quoted."""
    if named.nth:
        node = proposals.find(named._replace(whose=named.whose or act.delegation), _ends(base, named))
        own = [one for one in known if one.id in node.amendments]
        own = [one for one in own if one.delegation == act.delegation] or own
    else:
        own = [
            one
            for one in known
            if one.delegation == act.delegation and one.unit == named.unit and one.act in SUPPORTED
        ]
        if act.words:
            start, end = span_of(base.tokens(base.text.unit(named.unit)), act.words, act.nth)
            own = [one for one in own if one.start <= end and start <= one.end and one.act is Act.REPLACE]
    if not own:
        says = _("{delegation} proposes nothing there ({unit}), so that it cannot be amended or supported.")
        raise NoSuchPlace(says.format(delegation=act.delegation, unit=act.unit))
    made = _made(submission)
    supports = [
        structs.replace(made, act=Act.SUPPORT, unit=one.unit, target=one.id)
        for one in own[: 1 if named.nth else None]
    ]
    return [with_id(base.text.hash, one) for one in supports]


def _on_proposal(
    base: LaidOut, submission: Submission, deferred: Deferred, node: Proposed | MovedNode, gap: int
) -> list[Amendment]:
    act = deferred.act
    if isinstance(node, MovedNode) or (act is not None and act.act not in (*WORDING, *ON_A_PROPOSAL)):
        says = _(
            "{label} is a proposal: its words can be changed, supported, reserved on or commented; nothing else."
        )
        raise NoSuchPlace(says.format(label=deferred.named.label))
    before = tokens(node.unit.text)
    made = structs.replace(_made(submission), unit=node.unit.id)
    if act is None or act.act in WORDING:
        changed = deferred.text if act is None else "".join(edited(before, [act]))
        edits = coalesced(before, word_edits(before, tokens(changed)), gap)
        acts = [structs.replace(made, start=one.start, end=one.end, text="".join(one.words)) for one in edits]
    else:
        span = span_of(before, act.words, act.nth) if act.words else (0, len(before))
        if act.act in (Act.RESERVE, Act.COMMENT):
            span = (0, 0)  # a note is on the whole; the words that it quotes are in it
        kind = Reservation(act.reservation or Reservation.GENERAL)
        acts = [
            structs.replace(
                made, act=Act(act.act), start=span[0], end=span[1], text=act.text, reservation=kind
            )
        ]
    return [with_id(base.text.hash, one) for one in acts]


def _made(submission: Submission) -> Amendment:
    return Amendment(
        id="",
        delegation=submission.delegation,
        act=Act.REPLACE,
        unit="",
        filed_at=submission.filed_at or submission.filed.filed_at,
        order=submission.order,
    )
