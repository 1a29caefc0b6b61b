"""From files of rows to the entries that would be appended: everything is checked before anything is entered.

:func:`plan_rows` reads the files together, so rows may refer to one another in any order and across files, and
returns the groups of acts that become entries; or it raises :class:`RowProblems` with every mistake it found, each by
file, line and field. What is in the record already, byte for byte, is skipped. A row that the record knows with other
bytes is entered anew together with a ``correct`` act, and must say ``because``. A row that vanished from its file is
an error: it is taken back by ``withdraw: why``.

A row is referred to by its first act for ever: a later correction of it does not change the acts that point at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from kengesh.acts import Kind, Registry, UnknownKind
from kengesh.desk.known import Known
from kengesh.desk.rows import Row, RowProblem, RowProblems, read_rows
from kengesh.desk.spelling import referred_rows, spell_out
from kengesh.record.canonical import NotCanonical, canonical
from kengesh.record.entry import MAX_ENTRY_BYTES, act_id
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

ENVELOPE_BYTES = 1024  # more than the two lines, the signers and their signatures of a one-signer entry take

HAS_MISTAKES = (
    "0" * 64
)  # stands for the id of a row that has none, so that its mistakes are told once, at that row


@dataclass(slots=True)
class Plan:
    """What would be entered: groups of acts, each group one entry, in order."""

    groups: list[list[dict[str, Any]]] = field(default_factory=list)
    skipped: int = 0
    corrected: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)

    @property
    def acts(self) -> int:
        return sum(len(group) for group in self.groups)


def plan_rows(files: Mapping[str, Path], known: Known, kinds: Registry) -> Plan:
    """Plan the entry of files of rows, given as a map from the name shown and recorded to the path.

    Raises RowProblems with every mistake in all files.
    """
    rows: list[Row] = []
    problems: list[RowProblem] = []
    for name, path in files.items():
        found, wrong = read_rows(path, name)
        rows += found
        problems += wrong
    planner = _Planner(rows, known, kinds, problems)
    plan = planner.plan()
    if not problems:
        planner.note_files(plan, files)
    if problems:
        raise RowProblems(problems)
    return plan


class _Planner:
    """One reading of files against one record."""

    def __init__(
        self, rows: Sequence[Row], known: Known, kinds: Registry, problems: list[RowProblem]
    ) -> None:
        self.rows, self.known, self.kinds, self.problems = rows, known, kinds, problems
        self.by_name: dict[str, Row] = {}
        self.acts: dict[str, dict[str, Any]] = {}
        self.ids: dict[str, str | None] = {}
        self.resolving: list[str] = []
        self.addresses: dict[str, str] = {}
        self.named_by: dict[str, str] = {}

    def plan(self) -> Plan:
        for row in self.rows:
            if not self._has_name_of_its_own(row) and "withdraw" not in row.data:
                self._act_of(row)  # for its other mistakes
            if row.data.get("act") == "register-source" and isinstance(row.data.get("address"), str):
                self.addresses[row.data["address"]] = str(row.data.get("source", ""))
        for row in self.by_name.values():
            if "withdraw" not in row.data:
                self._id_of(row.name)
        for row in self.by_name.values():
            for thing in self._named_in(row):
                self.named_by.setdefault(thing, row.name)
        for name, act in self.acts.items():
            self._check_things(self.by_name[name], act)
        self._check_corrections()
        return self._arrange()

    def note_files(self, plan: Plan, files: Iterable[str]) -> None:
        """Add to the plan which rows each file gives, and refuse rows that vanished from it."""
        given = {row.name for row in self.rows}
        for file in files:
            rows = [row.name for row in self.rows if row.file == file]
            recorded, before = self._recorded(file, rows)
            for row in before:
                if row not in given and not self.known.is_withdrawn(row):
                    says = _(
                        "row {row}, which this file gave to the record, is gone; keep it and say withdraw: why."
                    )
                    self.problems.append(RowProblem(file, 1, "", "", says.format(row=row)))
            if rows and rows != before:
                act = {"kind": "load-rows/1", "voice": "reported", "file": recorded, "rows": rows}
                plan.groups.append([act])

    def _recorded(self, file: str, rows: Sequence[str]) -> tuple[str, list[str]]:
        """Return the name under which the record knows a file, and the rows that it gave before.

        A copy of the file elsewhere is the same file when its base name is the same and it shares a row.
        """
        if file in self.known.rows_of_file:
            return file, self.known.rows_of_file[file]
        base = PurePosixPath(file.replace("\\", "/")).name
        for recorded, before in self.known.rows_of_file.items():
            if PurePosixPath(recorded).name == base and set(before) & set(rows):
                return recorded, before
        return base if Path(file).is_absolute() else file, []

    def _has_name_of_its_own(self, row: Row) -> bool:
        if not row.name:
            self.problems.append(row.problem("row", _("is missing: the permanent name of the row.")))
            return False
        if row.name in self.by_name:
            other = self.by_name[row.name]
            says = _("the name is taken by {file}, line {line}; a row has one name for ever.")
            self.problems.append(row.problem("row", says.format(file=other.file, line=other.line)))
            return False
        self.by_name[row.name] = row
        return True

    def _kind(self, row: Row) -> Kind:
        name = row.data.get("kind", row.data.get("act"))
        return self.kinds[name if isinstance(name, str) and "/" in name else f"{name}/1"]

    def _id_of(self, name: str) -> str | None:
        """Return the id by which a row is referred to; None where there is no such row, or it refers to itself."""
        if name in self.ids:
            return self.known.first_of_row.get(name) or self.ids[name] or HAS_MISTAKES
        row = self.by_name.get(name)
        if row is None or "withdraw" in row.data:
            return self.known.first_of_row.get(name)
        if name in self.resolving:
            circle = " → ".join([*self.resolving[self.resolving.index(name) :], name])
            says = _("rows refer to one another in a circle: {circle}.").format(circle=circle)
            self.problems.append(row.problem("row", says))
            return None
        self.resolving.append(name)
        self.ids[name] = self._spell(row)
        self.resolving.pop()
        return self.known.first_of_row.get(name) or self.ids[name] or HAS_MISTAKES

    def _spell(self, row: Row) -> str | None:
        act = self._act_of(row)
        if act is None:
            return None
        self.acts[row.name] = act
        return act_id(act)

    def _act_of(self, row: Row) -> dict[str, Any] | None:
        """Return the act that a row stands for; None, with every problem noted, where it stands for none."""
        try:
            kind = self._kind(row)
        except UnknownKind as error:
            self.problems.append(row.problem("act", str(error)))
            return None
        act, wrong = spell_out(row.data, kind, self._source_at, self._id_of)
        told = tuple(one.field for one in wrong)
        wrong += [one for one in kind.problems(act) if not (told and one.field.startswith(told))]
        if wrong:
            self.problems += [row.problem(one.field, one.says) for one in wrong]
            return None
        try:
            size = len(canonical(act))
        except NotCanonical as error:
            self.problems.append(row.problem("", str(error)))
            return None
        if size + ENVELOPE_BYTES > MAX_ENTRY_BYTES:
            self.problems.append(row.problem("", _too_large(size)))
            return None
        return act

    def _named_in(self, row: Row) -> list[str]:
        """Return the things that a row names, as far as can be told: a mistake elsewhere in it is told once, there."""
        try:
            kind = self._kind(row)
        except UnknownKind:
            return []
        told = {
            name: value for name, value in row.data.items() if name in kind.shapes and isinstance(value, str)
        }
        return [] if "withdraw" in row.data else list(kind.new_things(self.acts.get(row.name, told)))

    def _source_at(self, address: str) -> str | None:
        return self.addresses.get(address) or self.known.source_at(address)

    def _check_things(self, row: Row, act: Mapping[str, Any]) -> None:
        kind = self._kind(row)
        for name, thing in kind.known_things(act):
            self._check_thing(row, name, thing)
        for place, citation in enumerate(act.get("sources", ())):
            self._check_thing(row, f"sources[{place}]", citation["source"])
        for name, act_reference in kind.pointed_acts(act):
            known = act_reference in self.known.acts or act_reference in self.ids.values()
            if not known and act_reference != HAS_MISTAKES:
                says = _("there is no act {act}, neither here nor in the record.").format(act=act_reference)
                self.problems.append(row.problem(name, says))

    def _check_thing(self, row: Row, name: str, thing: str) -> None:
        if thing not in self.named_by and thing not in self.known.things and not is_state_code(thing):
            says = _(
                "nothing named {thing} is in the record or in these files; name it first, or correct the spelling."
            )
            self.problems.append(row.problem(name, says.format(thing=thing)))

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
                self.problems.append(self.by_name[name].problem("by", says))

    def _arrange(self) -> Plan:
        """Turn rows into entries: what an act points at or speaks of comes before it, otherwise the order of the files."""
        plan = Plan()
        groups: dict[tuple[str, int], list[Row]] = {}
        for row in self.rows:
            groups.setdefault((row.file, row.group), []).append(row)
        placed: set[tuple[str, int]] = set()
        for key in groups:
            self._place(key, groups, placed, plan)
        return plan

    def _place(
        self,
        key: tuple[str, int],
        groups: dict[tuple[str, int], list[Row]],
        placed: set[tuple[str, int]],
        plan: Plan,
    ) -> None:
        if key in placed:
            return
        placed.add(key)
        for row in groups[key]:
            for name in self._rows_before(row):
                other = self.by_name[name]
                self._place((other.file, other.group), groups, placed, plan)
        acts = [act for row in groups[key] for act in self._acts_of(row, plan)]
        if acts:
            size = sum(len(canonical(act)) for act in acts)
            if size + ENVELOPE_BYTES > MAX_ENTRY_BYTES:
                self.problems.append(groups[key][0].problem("", _too_large(size)))
            plan.groups.append(acts)

    def _rows_before(self, row: Row) -> list[str]:
        """Return the rows that come before this one: those that name its things, and those that it refers to."""
        act = self.acts.get(row.name)
        if act is None:
            return []
        kind = self._kind(row)
        things = [thing for _field, thing in kind.known_things(act)]
        things += [citation["source"] for citation in act.get("sources", ())]
        naming = [self.named_by[thing] for thing in things if thing in self.named_by]
        return naming + [name for _field, name in referred_rows(row.data, kind) if name in self.by_name]

    def _acts_of(self, row: Row, plan: Plan) -> list[dict[str, Any]]:
        if "withdraw" in row.data:
            return self._withdraw(row, plan)
        act, new = self.acts.get(row.name), self.ids.get(row.name)
        if act is None or new is None:
            return []
        before = self.known.last_of_row.get(row.name)
        if before == new and not self.known.is_withdrawn(row.name):
            plan.skipped += 1
            return []
        if before is None:
            return [act]
        because = self._reason(row, "correction" if "because" in self._kind(row).shapes else "because")
        if because is None:
            return []
        if new in self.known.acts:
            says = _(
                "these words were corrected or withdrawn before; to go back to them, add a note that says so."
            )
            self.problems.append(row.problem("", says))
            return []
        plan.corrected.append(row.name)
        correct = {"kind": "correct/1", "voice": "reported", "act": before, "by": new, "because": because}
        return [act, correct]

    def _withdraw(self, row: Row, plan: Plan) -> list[dict[str, Any]]:
        before = self.known.last_of_row.get(row.name)
        if before is None:
            self.problems.append(
                row.problem("withdraw", _("the record has no such row, so there is nothing to withdraw."))
            )
            return []
        because = self._reason(row, "withdraw")
        if because is None or self.known.is_withdrawn(row.name):
            plan.skipped += 1
            return []
        plan.withdrawn.append(row.name)
        return [{"kind": "withdraw/1", "voice": "reported", "act": before, "because": because}]

    def _reason(self, row: Row, name: str) -> dict[str, Any] | None:
        value = row.data.get(name)
        if isinstance(value, str) and value.strip():
            return {"en": {"text": value, "by": "ours"}}
        if isinstance(value, dict):
            return {
                lang: {"text": words, "by": "ours"} if isinstance(words, str) else words
                for lang, words in value.items()
            }
        says = _("the record has this row in other words; say why it changes, with {name}: ...")
        self.problems.append(row.problem(name, says.format(name=name)))
        return None


def _too_large(size: int) -> str:
    says = _("takes {size} bytes; an entry holds at most {most}: split it into rows of their own.")
    return says.format(size=size, most=MAX_ENTRY_BYTES - ENVELOPE_BYTES)
