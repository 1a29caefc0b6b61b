"""From files of rows to the entries that would be appended: everything is checked before anything is entered.

:func:`plan_rows` reads the files together, so rows may refer to one another in any order and across files, and
returns the groups of acts that become entries; or it raises :class:`RowProblems` with every mistake it found, each by
file, line and field. What is in the record already, byte for byte, is skipped. A row that the record knows with other
bytes is entered anew together with a ``correct`` act, and must say ``because``. A row that vanished from its file, or with
its file, is an error: it is taken back by ``withdraw: why``.

A row is referred to by its first act for ever: a later correction of it does not change the acts that point at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kengesh.acts import Registry
from kengesh.desk.known import Known
from kengesh.desk.loads import loads
from kengesh.desk.rows import Row, RowProblem, RowProblems, read_rows
from kengesh.desk.spelled import SpelledRows, too_large
from kengesh.desk.spelling import referred_rows, words
from kengesh.record.canonical import canonical
from kengesh.terms.messages import _

Group = tuple[str, int]  # the file of a group of rows and its number there


@dataclass(slots=True)
class Plan:
    """What would be entered: groups of acts, each group one entry, in order."""

    groups: list[list[dict[str, Any]]] = field(default_factory=list)
    skipped: int = 0
    corrected: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)

    @property
    def acts(self) -> int:
        """How many acts would be entered."""
        return sum(len(group) for group in self.groups)


def plan_rows(
    files: Mapping[str, Path], known: Known, kinds: Registry, folders: Mapping[str, str] | None = None
) -> Plan:
    """Plan the entry of files of rows, given as a map from the name shown and recorded to the path.

    `folders` says of the files that were given as parts of a folder what that folder is called. Raises RowProblems with every
    mistake in all files.
    """
    rows: list[Row] = []
    problems: list[RowProblem] = []
    for name, path in files.items():
        found, wrong = read_rows(path, name)
        rows += found
        problems += wrong
    spelled = SpelledRows(rows, known, kinds, problems)
    plan = _Arrangement(spelled).plan()
    if not problems:
        plan.groups += [[act] for act in loads(files, folders or {}, rows, known, problems)]
    if problems:
        raise RowProblems(problems)
    return plan


class _Arrangement:
    """The order of entry: what an act points at or speaks of comes before it, otherwise the order of the files."""

    def __init__(self, spelled: SpelledRows) -> None:
        self._spelled = spelled
        self._known = spelled.known
        self._groups: dict[Group, list[Row]] = {}
        for row in spelled.rows:
            self._groups.setdefault((row.file, row.group), []).append(row)

    def plan(self) -> Plan:
        """Return the plan; what is wrong with it goes to the problems of the rows."""
        plan = Plan()
        for group in self._in_order():
            rows = self._groups[group]
            acts = [act for row in rows for act in self._acts_of(row, plan)]
            size = sum(len(canonical(act)) for act in acts)
            if says := too_large(size):
                self._note(rows[0], "", says)
            if acts:
                plan.groups.append(acts)
        return plan

    def _in_order(self) -> Iterator[Group]:
        placed: set[Group] = set()
        for first in self._groups:
            ahead = [
                (first, iter(self._before(first)))
            ]  # a loop, since rows may follow one another by the thousand
            while ahead and first not in placed:
                group, before = ahead[-1]
                open_ = {one for one, _before in ahead}
                following = next((one for one in before if one not in placed and one not in open_), None)
                if following is not None:
                    ahead.append((following, iter(self._before(following))))
                    continue
                ahead.pop()
                placed.add(group)
                yield group

    def _before(self, group: Group) -> list[Group]:
        """Return the groups that come before one: those that name its things, and those that it refers to."""
        names = [name for row in self._groups[group] for name in self._rows_before(row)]
        rows = [self._spelled.by_name[name] for name in names]
        return list(dict.fromkeys((row.file, row.group) for row in rows))

    def _rows_before(self, row: Row) -> list[str]:
        spelled = self._spelled
        act = spelled.acts.get(row.name)
        if act is None or spelled.by_name.get(row.name) is not row:
            return []
        kind = spelled.kind_of(row)
        things = [thing for _field, thing in kind.known_things(act)]
        things += [citation["source"] for citation in act.get("sources", ())]
        naming = [spelled.named_by[thing] for thing in things if thing in spelled.named_by]
        return naming + [name for _field, name in referred_rows(row.data, kind) if name in spelled.by_name]

    def _acts_of(self, row: Row, plan: Plan) -> Sequence[dict[str, Any]]:
        if self._spelled.by_name.get(row.name) is not row:
            return []
        if "withdraw" in row.data:
            return self._withdraw(row, plan)
        act, new = self._spelled.acts.get(row.name), self._spelled.ids.get(row.name)
        if act is None or new is None:
            return []
        before = self._known.last_of_row.get(row.name)
        if before == new and not self._known.is_withdrawn(row.name):
            plan.skipped += 1
            return []
        return [act] if before is None else self._corrected(row, act, new, before, plan)

    def _corrected(
        self, row: Row, act: dict[str, Any], new: str, before: str, plan: Plan
    ) -> Sequence[dict[str, Any]]:
        because = self._reason(
            row, "correction" if "because" in self._spelled.kind_of(row).shapes else "because"
        )
        if because is None:
            return []
        if new in self._known.acts:
            says = _(
                "these words were corrected or withdrawn before; to go back to them, add a note that says so."
            )
            self._note(row, "", says)
            return []
        plan.corrected.append(row.name)
        correct = {"kind": "correct/1", "voice": "reported", "act": before, "by": new, "because": because}
        return [act, correct]

    def _withdraw(self, row: Row, plan: Plan) -> Sequence[dict[str, Any]]:
        before = self._known.last_of_row.get(row.name)
        if before is None:
            self._note(row, "withdraw", _("the record has no such row, so there is nothing to withdraw."))
            return []
        if self._known.is_withdrawn(row.name):
            plan.skipped += 1
            return []
        because = self._reason(row, "withdraw")
        if because is None:
            return []
        plan.withdrawn.append(row.name)
        return [{"kind": "withdraw/1", "voice": "reported", "act": before, "because": because}]

    def _reason(self, row: Row, name: str) -> Any:
        """Return why a row changes, None, with the problem noted, where it does not say, or says what was said before."""
        value = row.data.get(name)
        if not (isinstance(value, dict) or (isinstance(value, str) and value.strip())):
            says = _("the record has this row in other words; say why it changes, with {name}: ...")
            self._note(row, name, says.format(name=name))
            return None
        because = words(value)
        if because == self._known.reason_of_row.get(row.name):
            self._note(
                row, name, _("is the reason of an earlier change of this row; say why it changes now.")
            )
            return None
        return because

    def _note(self, row: Row, field_: str, says: str) -> None:
        self._spelled.problems.append(row.problem(field_, says))
