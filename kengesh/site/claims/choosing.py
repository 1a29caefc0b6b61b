"""A claim built by choosing, step by step: of whom, then what is said of them, then the rest; without a script.

An address that has ``check`` is of a claim that is chosen whole; until then the form asks for what comes next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as with_

from kengesh.formats.claims.language.values import Claim, Listed, Quantifier, Quantity
from kengesh.site.claims.choices import COUNTED, HOW_WORDS, SAYS, WHOM, Chosen, Says, Whom
from kengesh.site.claims.fields import FIELDS, LARGEST_NUMBER, SEVERAL, Field
from kengesh.site.reading import Reading
from kengesh.terms.dates import DateError, parse_when
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

AT_THE_END = ("day", "sources")


@dataclass(frozen=True)
class Choosing:
    """What was chosen so far. `faults` are sentences by the name of the field that they are about."""

    how: Quantity
    chosen: Chosen
    whom: str | None = None
    says: str | None = None
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def of(self) -> Whom | None:
        """The sort of set that was chosen."""
        return None if self.whom is None else WHOM[self.whom]

    @property
    def said(self) -> Says | None:
        """The sort of predicate that was chosen."""
        return None if self.says is None else SAYS[self.says]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it takes."""
        of, said = self.of, self.said
        first = of.fields if of else ()
        return (*first, *said.fields, *AT_THE_END) if said else first

    def fitting(self) -> list[str]:
        """Return what can be said of the things that were chosen."""
        of = self.of
        return [name for name, one in SAYS.items() if of and of.of in one.of]


class ChosenWrongly(ValueError):
    """A claim that is not chosen whole; `choosing` has the faults."""

    def __init__(self, choosing: Choosing) -> None:
        super().__init__("; ".join(choosing.faults.values()))
        self.choosing = choosing


def choosing_of(reading: Reading) -> Choosing:
    """Return what an address chose so far; a word that there is not counts as not chosen."""
    asked = {name: value.strip() for name, value in reading.query.items() if value.strip()}
    hows = {one.value.replace(" ", "-"): one for one in Quantity}
    begun = Choosing(
        hows.get(asked.get("how", ""), Quantity.EVERY),
        {name: value for name, value in asked.items() if name in FIELDS or name == "count"},
        asked["whom"] if asked.get("whom") in WHOM else None,
    )
    return with_(begun, says=asked["says"] if asked.get("says") in begun.fitting() else None)


def claim_chosen(reading: Reading, choosing: Choosing) -> Claim:
    """Return the claim that was chosen. Raises ChosenWrongly."""
    faults = dict(_faults(reading, choosing))
    of, said = choosing.of, choosing.said
    if faults or of is None or said is None:
        raise ChosenWrongly(with_(choosing, faults=faults))
    chosen = _with_what_is_understood(reading, choosing)
    excepted = chosen.get("except") if "except" in of.fields else None
    return Claim(
        of.make(chosen),
        said.make(chosen),
        _quantifier(choosing),
        Listed(tuple(excepted.split(","))) if excepted else None,
        on=chosen.get("day"),
        counting=chosen.get("sources", "preferred"),
    )


def _quantifier(choosing: Choosing) -> Quantifier:
    counted = choosing.how in COUNTED
    return Quantifier(choosing.how, int(choosing.chosen["count"]) if counted else None)


def _with_what_is_understood(reading: Reading, choosing: Choosing) -> dict[str, str]:
    """Return the fields with the series of the meetings, which is the mechanism of the record where none is chosen."""
    given = {name: value for name, value in choosing.chosen.items() if name in choosing.fields}
    if "series" in choosing.fields and "at" not in given and reading.body:
        given.setdefault("series", reading.body)
    return given


def _faults(reading: Reading, choosing: Choosing) -> Iterable[tuple[str, str]]:
    chosen = choosing.chosen
    if choosing.whom is None:
        yield "whom", _("choose of whom the claim speaks.")
    if choosing.says is None:
        yield "says", _("choose what the claim says of them.")
    if choosing.how in COUNTED and not _is_number(chosen.get("count", "")):
        yield "count", _("write a number from 1 to {most}.").format(most=LARGEST_NUMBER)
    for name in choosing.fields:
        says = _fault(reading, FIELDS[name], name, chosen.get(name, ""))
        if says:
            yield name, says
    if "series" in choosing.fields and not (chosen.get("at") or chosen.get("series") or reading.body):
        yield "series", _("choose the meeting, or the body of whose last meetings the claim speaks.")
    if chosen.get("order") and "order" in choosing.fields and not (chosen.get("when") or chosen.get("than")):
        yield "when", _("write the day, or choose the party, before or after which they joined.")


def _fault(reading: Reading, one: Field, name: str, value: str) -> str:
    if not value:
        return _("this is missing.") if one.must else ""
    if one.sort == "number" and not _is_number(value):
        return _("write a number from 1 to {most}.").format(most=LARGEST_NUMBER)
    if one.sort == "word" and value not in one.words:
        return _("choose one from the list.")
    if one.sort == "day":
        return _day_fault(value)
    if one.sort in ("thing", "things"):
        whole = reading.mechanism.view()
        values = value.split(",") if name in SEVERAL else [value]
        known = (is_state_code(thing) or whole.is_known(thing) or "capacity" in one.types for thing in values)
        return "" if all(known) else _("this record does not speak of it; choose one from the list.")
    return ""


def _day_fault(value: str) -> str:
    try:
        parse_when(value)
    except DateError as error:
        return str(error)
    return ""


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 5 and 1 <= int(value) <= LARGEST_NUMBER


def how_words() -> dict[str, str]:
    """Return how many of them a claim may speak of: words by their value in an address."""
    return {one.value.replace(" ", "-"): _(words) for one, words in HOW_WORDS.items()}
