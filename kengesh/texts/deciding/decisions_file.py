"""A file of decisions: what the chair, or a delegation that withdraws, decided on a rolling text.

The file is YAML. One decision is one entry of ``decisions``; its first field says what is decided, and where: on a region
by its id, on a unit or a proposal by its id or its label as the rolling text prints it::

    at: 2026-11-03T16:00:00Z                                # when, of all that say no more; optional
    decisions:
      - {choose: r0123456789a, take: KAZ}                   # a region: one delegation's words
      - {choose: 5 bis, take: KAZ, because: "Nobody objected."}
      - {choose: r9876543210b, take: both}                  # insertions at one point, one after the other
      - {choose: 4, take: base}                             # a unit that somebody would delete stays
      - {withdraw: TKM}                                     # everything that TKM proposes
      - {withdraw: TKM, place: 5}                           # what it proposes on 5
      - {withdraw: TKM, amendments: [a0123456789abcde]}
      - {agree-ad-ref: 5}
      - {agree: 6}
      - {park: 7}
      - {reopen: 3}

They are taken in their order. ``at`` is an instant with its zone, ``because`` the reason as it was given; both may stand
in every entry. Values are read as they are written: 5 and "5" are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

import yaml

from kengesh.terms.messages import _
from kengesh.texts.decisions import Deciding, Decision, problem_of
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.reading.located_yaml import LocatedYaml, line_of

MOST_BYTES = 512 * 1024  # some five thousand decisions
_HEAD = ("at", "decisions")
_EVERY = ("at", "because")
_OWN = {Deciding.CHOOSE: ("take",), Deciding.WITHDRAW: ("place", "amendments")}


class Located(NamedTuple):
    """A decision, and the line of its file."""

    decision: Decision
    line: int


def read_decisions(data: bytes, name: str) -> tuple[Located, ...]:
    """Return the decisions of a file. Raises CannotRead with the line and the field."""
    return tuple(_Reader(name).decisions(data))


def decided_at(stated: str) -> str:
    """Return an instant in UTC, to the second. Raises ValueError where it is none, or has no zone."""
    at = datetime.fromisoformat(stated)
    if at.tzinfo is None:
        raise ValueError(stated)
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


class _Reader(LocatedYaml):
    """Reads the decisions of one file."""

    def decisions(self, data: bytes) -> list[Located]:
        if len(data) > MOST_BYTES:
            says = _("the file has {size} bytes, more than the {most} of a file of decisions.")
            raise self.refusal(1, says.format(size=len(data), most=MOST_BYTES))
        head = self.fields(self._root(data))
        self._known(head, _HEAD)
        if "decisions" not in head:
            raise self._missing()
        entries = head["decisions"]
        if not isinstance(entries, yaml.SequenceNode):
            says = _("{name} must be a list; each decision begins with “- ”.")
            raise self.refusal(line_of(entries), says.format(name="decisions"))
        at = self._instant(head.get("at"))
        return [Located(self._decision(one, at), line_of(one)) for one in entries.value]

    def _root(self, data: bytes) -> yaml.Node:
        if not data.strip():
            raise self._missing()
        return self.root(data)

    def _missing(self) -> CannotRead:
        return self.refusal(
            1, _("the field {name} is missing; it lists what was decided.").format(name="decisions")
        )

    def _known(self, fields: Mapping[str, yaml.Node], known: tuple[str, ...]) -> None:
        for field, node in fields.items():
            if field not in known:
                says = _("the field {name} is not known here; known are {known}.")
                raise self.refusal(line_of(node), says.format(name=field, known=", ".join(known)))

    def _decision(self, node: yaml.Node, at: str) -> Decision:
        fields = self.fields(node)
        named = [field for field in fields if field in list(Deciding)]
        if len(named) != 1:
            says = _("expected one of {decisions} with what it is about; found {found}.")
            found = ", ".join(named) or ", ".join(fields) or "—"
            raise self.refusal(line_of(node), says.format(decisions=", ".join(Deciding), found=found))
        decides = Deciding(named[0])
        self._known(fields, (decides, *_OWN.get(decides, ()), *_EVERY))
        about = self.scalar(fields[decides], decides)
        withdraws = decides is Deciding.WITHDRAW
        decision = Decision(
            decides=decides,
            place=self._word(fields, "place") if withdraws else about,
            take=self._word(fields, "take"),
            delegation=about if withdraws else "",
            amendments=self._ids(fields.get("amendments")),
            at=self._instant(fields.get("at")) or at,
            because=self._word(fields, "because"),
        )
        wrong = problem_of(decision)
        if wrong:
            raise self.refusal(line_of(node), wrong)
        return decision

    def _word(self, fields: Mapping[str, yaml.Node], field: str) -> str:
        return self.scalar(fields[field], field) if field in fields else ""

    def _ids(self, node: yaml.Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            says = _("{name} must be a list of ids, as in [a0123456789abcde].")
            raise self.refusal(line_of(node), says.format(name="amendments"))
        return tuple(self.scalar(one, "amendments") for one in node.value)

    def _instant(self, node: yaml.Node | None) -> str:
        if node is None:
            return ""
        try:
            return decided_at(self.scalar(node, "at"))
        except ValueError:
            says = _(
                "{name} must be an instant with its zone, as 2026-11-03T09:00:00Z or 2026-11-03T14:00:00+05:00."
            )
            raise self.refusal(line_of(node), says.format(name="at")) from None
