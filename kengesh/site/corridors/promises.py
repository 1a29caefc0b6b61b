"""What the record says about transport and logistics: proposals, commitments, instruments and statements under these subjects."""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.mechanism.answers import Row
from kengesh.mechanism.words import IN_FORCE_WORDS, shown
from kengesh.site.reading import Reading
from kengesh.terms.messages import N_

SUBJECTS = ("transport", "logistics")
SORTS = {
    "proposal": N_("proposal"),
    "commitment": N_("commitment"),
    "instrument": N_("instrument"),
    "statement": N_("statement"),
}
TOLD_BY = {"proposal": "proposals", "commitment": "commitments", "instrument": "instruments"}


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that the record says: its sort, the thing that it is (a statement is its act), its row, how it stands in words.

    `event` is the row of the act by which it came under the subject.
    """

    sort: str
    id: str
    row: Row
    standing: str
    event: Row

    @property
    def on(self) -> str | None:
        """The day of it."""
        return self.row.get("on") or self.event.get("on")

    @property
    def by(self) -> list[str]:
        """Who says it."""
        return list(self.row.get("by") or self.event["says"].get("by") or ())

    @property
    def ids(self) -> frozenset[str]:
        """All ids by which a row of a network may name it: the thing's and those of its acts."""
        return frozenset((self.id, *self.row["acts"]))


def promises(reading: Reading) -> list[Promise]:
    """Return what the record says under the subjects by the day, in the order of the sorts, each in order of day."""
    found: dict[tuple[str, str], Row] = {}
    for subject in SUBJECTS:
        if not reading.mechanism.view().is_known(subject):
            continue
        for event in reading.ask("subject", subject=subject)["answer"]:
            for sort, thing in _things(reading, event):
                found.setdefault((sort, thing), event)
    told = [
        one
        for (sort, thing), event in found.items()
        if (one := _promise(reading, sort, thing, event)) is not None
    ]
    order = list(SORTS)
    return sorted(told, key=lambda one: (order.index(one.sort), one.on or "", one.id))


def _things(reading: Reading, event: Row) -> list[tuple[str, str]]:
    """Return what an event is a step of, each with its sort."""
    says = event["says"]
    if event["kind"] == "make-statement":
        return [("statement", says.get("statement") or event["id"])]
    return [(sort, reading.view.shown(says[sort])) for sort in TOLD_BY if says.get(sort)]


def _promise(reading: Reading, sort: str, thing: str, event: Row) -> Promise | None:
    if sort == "statement":
        return Promise(sort, thing, event, "", event)
    row = next((one for one in reading.ask(TOLD_BY[sort])["answer"] if one["id"] == thing), None)
    return None if row is None else Promise(sort, thing, row, _standing(row), event)


def _standing(row: Row) -> str:
    """Say how something stands: what became of a proposal or a commitment, whether an instrument is in force."""
    if row.get("in_force"):
        return shown(IN_FORCE_WORDS, row["in_force"])
    return shown({}, row.get("fate") or row.get("outcome"))
