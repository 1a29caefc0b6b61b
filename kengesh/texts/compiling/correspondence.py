"""Which units of two versions have the same words, whatever their ids: passages, cells by row and column, footnotes."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from kengesh.texts.comparing.units import align
from kengesh.texts.compiling.laid_out import Block, LaidOut, items_of, joined_cells, rows_of
from kengesh.texts.compiling.landing import Passage
from kengesh.texts.compiling.tables import columns_of


def passages_between(old: LaidOut, new: LaidOut) -> dict[str, Passage]:
    """Return, for each unit of the older version that is found in the newer, the passage in which it is."""
    found: dict[str, Passage] = {}
    alignment = align(old.items, new.items)
    pairs = [(block.base + at, block.filed + at) for block in alignment.blocks for at in range(block.length)]
    for one, other in pairs:
        found.update(_of_blocks(old, new, [old.blocks[one]], [new.blocks[other]]))
    for step in alignment.steps:
        if step.base and step.filed:
            blocks = [old.blocks[at] for at in step.base], [new.blocks[at] for at in step.filed]
            found.update(_of_blocks(old, new, *blocks))
    notes = align(
        items_of(unit.text for unit in old.footnotes), items_of(unit.text for unit in new.footnotes)
    )
    for other, one in notes.base_places().items():
        ids = old.footnotes[one].id, new.footnotes[other].id
        found[ids[0]] = Passage(old, new, ids[:1], ids[1:])
    return found


def footnote_ids(old: LaidOut, new: LaidOut) -> dict[str, str]:
    """Return the ids that the older version's footnotes have in the newer, where one differs; of one gone, its id marked so."""
    notes = align(
        items_of(unit.text for unit in old.footnotes), items_of(unit.text for unit in new.footnotes)
    )
    found = {old.footnotes[one].id: new.footnotes[other].id for other, one in notes.base_places().items()}
    ids = {unit.id: found.get(unit.id, f"{unit.id}.gone") for unit in old.footnotes}
    return ids if any(one != other for one, other in ids.items()) else {}


def fresh_words(new: LaidOut, known: Container[str]) -> Iterator[str]:
    """Yield the words of the units, and of the rows of tables, that only the newer version has."""
    for block in new.blocks:
        if block[0].place is None:
            yield from (unit.text for unit in block if unit.id not in known)
        else:
            rows = rows_of(block)
            yield from (joined_cells(row) for row in rows if not any(cell.id in known for cell in row))
    yield from (unit.text for unit in new.footnotes if unit.id not in known)


def _of_blocks(
    old: LaidOut, new: LaidOut, blocks: Sequence[Block], others: Sequence[Block]
) -> dict[str, Passage]:
    if blocks[0][0].place is None:
        units, found = [block[0].id for block in blocks], [block[0].id for block in others]
        passage = Passage(old, new, units, found)
        return dict.fromkeys(units, passage)
    return {one: Passage(old, new, [one], [other]) for one, other in _cells(blocks[0], others[0])}


def _cells(table: Block, other: Block) -> Iterator[tuple[str, str]]:
    """Yield the cells that are in the same row and column."""
    rows, new_rows = rows_of(table), rows_of(other)
    places = align(items_of(map(joined_cells, rows)), items_of(map(joined_cells, new_rows))).base_places()
    columns = columns_of(rows[0], new_rows[0])
    for at, one in places.items():
        row, new_row = rows[one], new_rows[at]
        for column, cell in enumerate(new_row):
            before = column if len(row) == len(new_row) else columns.get(column, len(row))
            if before < len(row):
                yield row[before].id, cell.id
