"""What is already in a record, as far as entering something new must know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kengesh.acts import Registry
from kengesh.record.canonical import act_id as id_of


class Known:
    """The acts, things, rows and sources of a record. Kept up to date with :meth:`add` while acts are entered."""

    def __init__(self, kinds: Registry, acts: Iterable[tuple[str, Mapping[str, Any]]] = ()) -> None:
        self._kinds = kinds
        self.acts: set[str] = set()
        self.things: set[str] = set()
        self.first_of_row: dict[str, str] = {}
        self.last_of_row: dict[str, str] = {}
        self.type_of: dict[str, str] = {}
        self.file_of_row: dict[str, str] = {}
        self.folder_of_file: dict[str, str] = {}
        self.row_of_source: dict[str, str] = {}
        self.reason_of_row: dict[str, Any] = {}
        self.corrected_by: dict[str, str] = {}
        self._row_of_act: dict[str, str] = {}
        self._source_at: dict[str, str] = {}
        self._withdrawn: set[str] = set()
        for act_id, act in acts:
            self.add(act_id, act)

    def add(self, act_id: str, act: Mapping[str, Any]) -> None:
        """Take in one act of the record, in the order of the log."""
        self.acts.add(act_id)
        kind = self._kinds.get(act["kind"])
        if kind is None:
            return
        self.things.update(kind.new_things(act))
        for thing, type_ in kind.types_told(act):
            self.type_of.setdefault(thing, type_)
        row = act.get("row")
        if row is not None:
            self.first_of_row.setdefault(row, act_id)
            self.last_of_row[row] = act_id
            self._row_of_act[act_id] = row
            self._withdrawn.discard(row)
        name = kind.name
        if name == "register-source/1":
            self.row_of_source[act["source"]] = row or ""
            if "address" in act:
                self._source_at[act["address"]] = act["source"]
        elif name == "load-rows/1":
            self.file_of_row |= dict.fromkeys(act["rows"], act["file"])
            if "folder" in act:
                self.folder_of_file[act["file"]] = act["folder"]
        elif name == "withdraw/1":
            self._judge(act["act"], act, withdrawn=True)
        elif name == "correct/1":
            self.corrected_by[act["act"]] = act["by"]
            self._judge(act["act"], act, withdrawn=False)

    def _judge(self, act_id: str, judge: Mapping[str, Any], *, withdrawn: bool) -> None:
        row = self._row_of_act.get(act_id)
        if row is None:
            return
        self.reason_of_row[row] = judge["because"]
        if withdrawn:
            self._withdrawn.add(row)
        else:
            self.last_of_row[row] = judge["by"]

    def rows_of(self, file: str) -> list[str]:
        """Return the rows that a file gave to the record, and no later file since."""
        return [row for row, given_by in self.file_of_row.items() if given_by == file]

    def source_at(self, address: str) -> str | None:
        """Return the id of the source registered under an address."""
        return self._source_at.get(address)

    def has_all(self, acts: Iterable[Mapping[str, Any]]) -> bool:
        """Say whether every one of these acts is in the record, byte for byte."""
        return all(id_of(dict(act)) in self.acts for act in acts)

    def is_withdrawn(self, row: str) -> bool:
        """Say whether the act of a row has been withdrawn and not entered again."""
        return row in self._withdrawn
