"""The rows of some files as acts, with every mistake that can be told of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kengesh.acts import Kind, Registry, UnknownKind
from kengesh.desk.known import Known
from kengesh.desk.rows import Row, RowProblem
from kengesh.desk.spelling import referred_rows, spell_out
from kengesh.record.canonical import NotCanonical, canonical
from kengesh.record.entry import MAX_ENTRY_BYTES, act_id
from kengesh.record.keys import RECORD_KINDS
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

ENVELOPE_BYTES = 1024  # more than the two lines, the signers and their signatures of a one-signer entry take
# What may stand in a field of that name, where a field takes things of one sort.
TYPES_OF_FIELD = {
    "body": ("body",),
    "party": ("party", "body"),
    "parties": ("party", "body"),
    "status": ("status",),
    "was": ("status",),
    "instrument": ("instrument",),
    "meeting": ("meeting",),
    "place": ("place",),
    "person": ("person",),
}
HAS_MISTAKES = (
    "0" * 64
)  # stands for the id of a row that has none, so that its mistakes are told once, at that row


class SpelledRows:
    """Rows read against one record: the act of each, its id, and which row is the first to name a thing.

    A row with mistakes has no act; they are in `problems`.
    """

    def __init__(
        self, rows: Sequence[Row], known: Known, kinds: Registry, problems: list[RowProblem]
    ) -> None:
        self.rows, self.known, self.kinds, self.problems = rows, known, kinds, problems
        self.by_name: dict[str, Row] = {}
        self.acts: dict[str, dict[str, Any]] = {}
        self.ids: dict[str, str | None] = {}
        self.named_by: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._sources = dict(known.row_of_source)
        self._types = dict(known.type_of)
        self._to_check: list[tuple[Row, Kind, dict[str, Any]]] = []
        self._spell_all()

    def kind_of(self, row: Row) -> Kind:
        """Return the kind of act that a row writes. Raises UnknownKind."""
        name = row.data.get("kind", row.data.get("act"))
        if name is None:
            raise UnknownKind(_("is missing: the kind of act, such as hold or adopt."))
        return self.kinds[name if isinstance(name, str) and "/" in name else f"{name}/1"]

    def _spell_all(self) -> None:
        nameless = [row for row in self.rows if not self._has_name_of_its_own(row)]
        for row in self.rows:
            if row.data.get("act") == "register-source" and isinstance(row.data.get("address"), str):
                self._addresses[row.data["address"]] = str(row.data.get("source", ""))
        for name in self._in_order():
            self.ids[name] = self._spell(self.by_name[name])
        for row in self.by_name.values():
            for thing in self._named_in(row):
                self.named_by.setdefault(thing, row.name)
        for row in nameless:
            if "withdraw" not in row.data:
                self._act_of(row)  # for its other mistakes
        for row, kind, fields in self._to_check:
            for thing, type_ in kind.types_told(fields):
                self._check_type(row, thing, type_)
        for row, kind, fields in self._to_check:
            self._check_things(row, kind, fields)
            if kind.name == "register-source/1":
                self._check_registered_once(row, fields.get("source"))
        self._check_corrections()

    def _has_name_of_its_own(self, row: Row) -> bool:
        if not row.name:
            self._note(row, "row", _("is missing: the permanent name of the row, as text."))
            return False
        if row.name in self.by_name:
            other = self.by_name[row.name]
            says = _("the name is taken by {file}, line {line}; a row has one name for ever.")
            self._note(row, "row", says.format(file=other.file, line=other.line))
            return False
        self.by_name[row.name] = row
        return True

    def _in_order(self) -> Iterator[str]:
        """Yield the names of the rows, those that a row refers to before it; a circle is a mistake of its first row."""
        done: set[str] = set()
        for first in self.by_name:
            ahead = [(first, iter(self._referred(first)))]
            while ahead and first not in done:
                name, referred = ahead[-1]
                following = next((one for one in referred if one not in done), None)
                path = [one for one, _referred in ahead]
                if following in path:
                    circle = " → ".join([*path[path.index(following) :], following])
                    says = _("rows refer to one another in a circle: {circle}.").format(circle=circle)
                    self._note(self.by_name[following], "row", says)
                    self.ids[following] = None
                    done.add(following)
                elif following is not None:
                    ahead.append((following, iter(self._referred(following))))
                else:
                    ahead.pop()
                    if name not in done:
                        done.add(name)
                        yield name

    def _referred(self, name: str) -> list[str]:
        row = self.by_name[name]
        try:
            kind = self.kind_of(row)
        except UnknownKind:
            return []
        return [one for _field, one in referred_rows(row.data, kind) if one in self.by_name]

    def _id_of(self, name: str) -> str | None:
        """Return the id by which a row is referred to; None where there is no such row."""
        first = self.known.first_of_row.get(name)
        row = self.by_name.get(name)
        if first is not None or row is None or "withdraw" in row.data:
            return first
        return self.ids.get(name) or HAS_MISTAKES

    def _spell(self, row: Row) -> str | None:
        if "withdraw" in row.data:
            return None
        act = self._act_of(row)
        if act is None:
            return None
        self.acts[row.name] = act
        return act_id(act)

    def _act_of(self, row: Row) -> dict[str, Any] | None:
        """Return the act that a row stands for; None, with every problem noted, where it stands for none."""
        try:
            kind = self.kind_of(row)
        except UnknownKind as error:
            self._note(row, "act", str(error))
            return None
        act, wrong = spell_out(row.data, kind, self._source_at, self._id_of)
        told = tuple(one.field for one in wrong)
        wrong += [one for one in kind.problems(act) if not (told and one.field.startswith(told))]
        for one in wrong:
            self._note(row, one.field, one.says)
        spoilt = {one.field.partition("[")[0].partition(".")[0] for one in wrong}
        right = {name: value for name, value in act.items() if name not in spoilt and name in kind.shapes}
        before = len(self.problems)
        self._check_voice(row, kind, act)
        self._to_check.append((row, kind, right))
        return None if wrong or len(self.problems) > before or not self._fits(row, act) else act

    def _fits(self, row: Row, act: dict[str, Any]) -> bool:
        try:
            says = too_large(len(canonical(act)))
        except NotCanonical as error:
            says = str(error)
        if says:
            self._note(row, "", says)
        return not says

    def _check_voice(self, row: Row, kind: Kind, act: Mapping[str, Any]) -> None:
        """A file of rows is entered by the keeper of the record, who does nothing in another's name."""
        if kind.name in RECORD_KINDS and act.get("voice") != "performed":
            says = _("must be performed: the keeper of the record, who signs it, does it.")
            self._note(row, "voice", says)
        elif kind.name not in RECORD_KINDS and act.get("voice") == "performed":
            says = _(
                "performed is what its actor signs; in a file of rows leave it out, and cite who reports it."
            )
            self._note(row, "voice", says)

    def _check_registered_once(self, row: Row, source: Any) -> None:
        other = self._sources.setdefault(source, row.name)
        if other != row.name:
            says = _("{source} is registered already, by row {row}; cite it, or give this source another id.")
            self._note(row, "source", says.format(source=source, row=other))

    def _named_in(self, row: Row) -> list[str]:
        """Return the things that a row names, as far as can be told: a mistake elsewhere in it is told once, there."""
        try:
            kind = self.kind_of(row)
        except UnknownKind:
            return []
        told = {
            name: value for name, value in row.data.items() if name in kind.shapes and isinstance(value, str)
        }
        return [] if "withdraw" in row.data else list(kind.new_things(self.acts.get(row.name, told)))

    def _source_at(self, address: str) -> str | None:
        return self._addresses.get(address) or self.known.source_at(address)

    def _check_things(self, row: Row, kind: Kind, act: Mapping[str, Any]) -> None:
        for name, thing in kind.known_things(act):
            self._check_thing(row, name, thing, TYPES_OF_FIELD.get(name, ()))
        for place, citation in enumerate(act.get("sources", ())):
            self._check_thing(row, f"sources[{place}]", citation["source"], ("source",))
        for name, act_reference in kind.pointed_acts(act):
            known = act_reference in self.known.acts or act_reference in self.ids.values()
            if not known and act_reference != HAS_MISTAKES:
                says = _("there is no act {act}, neither here nor in the record.").format(act=act_reference)
                self._note(row, name, says)

    def _check_type(self, row: Row, thing: str, type_: str) -> None:
        """A thing is of one type for ever, the one that it was first named with."""
        first = "party" if is_state_code(thing) else self._types.setdefault(thing, type_)
        if first != type_:
            says = _("{thing} was first named with the type {type}, and keeps it.")
            self._note(row, "type", says.format(thing=thing, type=first))

    def _check_thing(self, row: Row, name: str, thing: str, types: tuple[str, ...]) -> None:
        found = "party" if is_state_code(thing) else self._types.get(thing)
        if types and found is not None and found not in types:
            says = _("{thing} is of the type {found}; expected the type {expected}.")
            self._note(row, name, says.format(thing=thing, found=found, expected=types[0]))
        if thing not in self.named_by and thing not in self.known.things and not is_state_code(thing):
            says = _(
                "nothing named {thing} is in the record or in these files; name it first, or correct the spelling."
            )
            self._note(row, name, says.format(thing=thing))

    def _check_corrections(self) -> None:
        """Refuse corrections that lead back to where they began: no act of such a circle would ever be in force."""
        leads_to = dict(self.known.corrected_by)
        for name, act in self.acts.items():
            if act["kind"] != "correct/1":
                continue
            leads_to[act["act"]] = act["by"]
            seen, at = {act["act"]}, act["by"]
            while at in leads_to and at not in seen:
                seen.add(at)
                at = leads_to[at]
            if at in seen:
                says = _("the corrections go round in a circle: an act is in the end corrected by itself.")
                self._note(self.by_name[name], "by", says)

    def _note(self, row: Row, field: str, says: str) -> None:
        self.problems.append(row.problem(field, says))


def too_large(size: int) -> str:
    """Return a sentence where acts of so many bytes are too large for one entry, else nothing."""
    if size + ENVELOPE_BYTES <= MAX_ENTRY_BYTES:
        return ""
    says = _("takes {size} bytes; an entry holds at most {most}: split it into rows of their own.")
    return says.format(size=size, most=MAX_ENTRY_BYTES - ENVELOPE_BYTES)
