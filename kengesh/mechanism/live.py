"""A live act in a view: what it says, what later acts judge of it, and whether a preference takes or rejects it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kengesh.acts import Kind
from kengesh.mechanism.acts import Act

if TYPE_CHECKING:
    from kengesh.mechanism.view import View


@dataclass(frozen=True, eq=False)
class LiveAct:
    """A live act in a view."""

    act: Act
    kind: Kind
    view: View

    @property
    def id(self) -> str:
        """The id of the act."""
        return self.act.id

    @property
    def fields(self) -> dict[str, Any]:
        """Its fields, as they stand in the log."""
        return self.act.fields

    def get(self, name: str) -> Any:
        """Return a field, None where the act leaves it out."""
        return self.act.fields.get(name)

    @property
    def basis(self) -> str:
        """How it rests on its sources: plain, derived or weak. What follows from other acts is derived, whatever it says."""
        follows = "derived" if self.act.kind == "derive" else "plain"
        return str(self.act.fields.get("basis", follows))

    @cached_property
    def lineage(self) -> tuple[str, ...]:
        """Its id and the ids of the acts whose place it took: what was judged of them holds of it."""
        return tuple(self.view.lineage(self.act))

    @cached_property
    def judgements(self) -> tuple[LiveAct, ...]:
        """The live judgements that point at it, in the order of the log: confirm, contradict, prefer."""
        return tuple(self.view.judgements(self.lineage))

    @cached_property
    def is_taken(self) -> bool:
        """Whether a preference takes it over another, and none takes that other over it."""
        return any(self._is_among(one, "acts") for one in self._choices) and not self.is_rejected

    @cached_property
    def is_rejected(self) -> bool:
        """Whether a preference takes another act over it, and no later one takes it over that other.

        A preference whose own acts are no longer live decides nothing.
        """
        against = [one for one in self._choices if self._is_among(one, "over")]
        return any(self._stands(one) for one in against)

    @cached_property
    def stands_beside(self) -> tuple[str, ...]:
        """The acts with which it stands together by a preference over none: all of them hold, in that order."""
        return next((tuple(one.get("acts")) for one in self._judged("prefer") if not one.get("over")), ())

    @cached_property
    def citations(self) -> tuple[dict[str, str], ...]:
        """Its own citations that count in this view, and after them those of the acts that confirm it.

        Those of what follows from other acts, and cites nothing itself, are theirs.
        """
        own = list(self.act.fields.get("sources", ())) or [
            cited for one in self.follows_from for cited in one.citations
        ]
        confirming = [cited for one in self._judged("confirm") for cited in one.get("sources") or ()]
        return tuple(one for one in [*own, *confirming] if self.view.source_counts(one["source"]) is True)

    @cached_property
    def follows_from(self) -> tuple[LiveAct, ...]:
        """The live acts from which it follows, for what was derived."""
        pointed = self.get("from") if self.act.kind == "derive" else ()
        return tuple(one for one in map(self.view.find, pointed) if one is not None)

    @cached_property
    def attested(self) -> tuple[str, ...]:
        """The days on which a confirmation says that it was still so."""
        return tuple(one.get("on") for one in self._judged("confirm") if one.get("on"))

    @cached_property
    def is_confirmed_by_party(self) -> bool:
        """Whether the signed confirmation of a party that it names lifts it; another's signature does not."""
        return any(self.is_own_confirmation(one.act) for one in self._judged("confirm"))

    def is_own_confirmation(self, confirm: Act) -> bool:
        """Whether a confirmation is signed by a party that this act names."""
        named = set(self.kind.things(self.fields))
        return confirm.fields.get("voice") == "performed" and not named.isdisjoint(confirm.signers)

    @cached_property
    def is_performed(self) -> bool:
        """Whether it was done by who signed it."""
        return is_performed(self.act, self.kind)

    def _judged(self, kind: str) -> Iterator[LiveAct]:
        return (one for one in self.judgements if one.act.kind == kind)

    @cached_property
    def _choices(self) -> tuple[LiveAct, ...]:
        """The preferences that take some act over another, and of which it is one."""
        return tuple(one for one in self._judged("prefer") if one.get("over"))

    def _is_among(self, judge: LiveAct, field: str) -> bool:
        return not set(self.lineage).isdisjoint(judge.get(field))

    def _stands(self, against: LiveAct) -> bool:
        """Whether a preference for others over this act still decides."""
        view = self.view
        taken = {one.id for one in map(view.find, against.get("acts")) if one is not None} - {self.id}
        later = [
            one
            for one in self._choices
            if one.act.number > against.act.number and self._is_among(one, "acts")
        ]
        reversed_ = {
            one.id for judge in later for one in map(view.find, judge.get("over")) if one is not None
        }
        return bool(taken - reversed_)


def is_performed(act: Act, kind: Kind) -> bool:
    """Say whether an act was done by who signed it: its voice says so, and a signer is among those whom it names.

    What the keeper of the log does to the log, and judgements that name nobody, are their signers' own.
    """
    if act.fields.get("voice") != "performed":
        return False
    named = set(kind.things(act.fields))
    return kind.group == "log" or not named or not named.isdisjoint(act.signers)
