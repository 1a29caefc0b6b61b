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
        self.rows_of_file: dict[str, list[str]] = {}
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
        row = act.get("row")
        if row is not None:
            self.first_of_row.setdefault(row, act_id)
            self.last_of_row[row] = act_id
            self._row_of_act[act_id] = row
            self._withdrawn.discard(row)
        name = kind.name
        if name == "register-source/1" and "address" in act:
            self._source_at[act["address"]] = act["source"]
        elif name == "load-rows/1":
            self.rows_of_file[act["file"]] = list(act["rows"])
        elif name == "withdraw/1" and act["act"] in self._row_of_act:
            self._withdrawn.add(self._row_of_act[act["act"]])
        elif name == "correct/1":
            self.corrected_by[act["act"]] = act["by"]
            if act["act"] in self._row_of_act:
                self.last_of_row[self._row_of_act[act["act"]]] = act["by"]

    def source_at(self, address: str) -> str | None:
        """Return the id of the source registered under an address."""
        return self._source_at.get(address)

    def has_all(self, acts: Iterable[Mapping[str, Any]]) -> bool:
        """Say whether every one of these acts is in the record, byte for byte."""
        return all(id_of(dict(act)) in self.acts for act in acts)

    def is_withdrawn(self, row: str) -> bool:
        """Say whether the act of a row has been withdrawn and not entered again."""
        return row in self._withdrawn
