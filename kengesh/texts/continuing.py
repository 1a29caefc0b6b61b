"""The identities of a later version's units: those of the version before it, since a unit keeps its id in every version.

A file that comes from a word processor has no ids; its units are found again by their words and their order, as when an
amendment is brought over to a newer base. What is new gets an id that no version of the text has had. Of a paragraph that
was split, the first piece keeps the id; of paragraphs that were joined, the joined one has the id of the first. A unit
whose words stayed is agreed as far as it was; one whose words are others is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from kengesh.texts.compiling.laid_out import LaidOut, with_marks
from kengesh.texts.compiling.rebase import Rebasing
from kengesh.texts.tokens import same
from kengesh.texts.units import Text, Unit

_COUNTED = re.compile(r"u(\d+)")


def continued(text: Text, earlier: Text, taken: Iterable[str] = ()) -> Text:
    """Return a later version whose units have the ids of the earlier one where they are the same units.

    `taken` are ids that earlier versions used and that must not come back, beside those of `earlier`.
    """
    ids: dict[str, str] = {}
    for old, found in Rebasing(LaidOut(earlier), LaidOut(text)).units.items():
        if found:
            ids.setdefault(found[0], old)
    fresh = _fresh({*taken, *earlier.places})
    for unit in text.units:
        if unit.id not in ids:
            ids[unit.id] = next(fresh)
    tables = _tables(text, earlier, ids)
    return text.with_units([_status_kept(_renamed(unit, ids, tables), earlier) for unit in text.units])


def _fresh(taken: set[str]) -> Iterator[str]:
    number = max((int(found[1]) for id in taken if (found := _COUNTED.fullmatch(id))), default=0)
    while True:
        number += 1
        yield f"u{number}"


def _tables(text: Text, earlier: Text, ids: dict[str, str]) -> dict[str, str]:
    """Return by what name the earlier version knows each table; a new one gets a name that is free."""
    known = {unit.id: unit.place.table for unit in earlier.units if unit.place is not None}
    names: dict[str, str] = {}
    for unit in text.units:
        name = known.get(ids[unit.id])
        if unit.place is not None and name is not None and name not in names.values():
            names.setdefault(unit.place.table, name)
    free = len(set(known.values()))
    for unit in text.units:
        if unit.place is not None and unit.place.table not in names:
            while f"t{free + 1}" in (*known.values(), *names.values()):
                free += 1
            names[unit.place.table] = f"t{free + 1}"
    return names


def _renamed(unit: Unit, ids: dict[str, str], tables: dict[str, str]) -> Unit:
    place = unit.place and structs.replace(unit.place, table=tables[unit.place.table])
    return structs.replace(unit, id=ids[unit.id], text=with_marks(unit.text, ids), place=place)


def _status_kept(unit: Unit, earlier: Text) -> Unit:
    before = earlier.unit(unit.id) if unit.id in earlier.places else None
    if before is None or not same(before.text, unit.text):
        return unit
    return structs.replace(unit, status=before.status)
