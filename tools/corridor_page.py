"""The reference pages on corridors that are made from definitions: the tables of a network, and the formats of its exchange.

The first follows from ``kengesh/corridors/network/{tables,columns,quantities,numbers}.py``, the second from the heads of the
packages in ``kengesh/corridors/exchange``, each of which says what of a format is done, partly done and not done.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator

from kengesh.corridors.exchange import geojson, geopackage, gmns, mapping, spreadsheet
from kengesh.corridors.network.numbers import RULE
from kengesh.corridors.network.quantities import QUANTITIES, UNITS, Quantity, Unit
from kengesh.corridors.network.tables import TABLES, columns_of

MADE = "<!-- Made by tools/make_reference.py from the definitions themselves; edit those. -->"

TABLES_HEAD = """\
A network is a folder of CSV files, one a table: `place.csv`, `link.csv` and so on. What a folder is beside that, and how a
network is hashed, compiled and asked, is on [the page of corridors](corridors.md). A file is UTF-8, its first line the names of the
columns, in any order; a column that is not required may be missing, and so may a file. Commas, semicolons or tabs stand between the
cells; where it is not commas, numbers may have a comma before their fraction. An empty cell says nothing.

An id is used once in a whole network. It has letters, digits and `. _ / -`, at most 100 of them. What a row speaks of has to be
there, in the edition or in a layer laid on it.
"""
QUANTITIES_HEAD = """\
The figures are the rows of `number.csv`, and what they may say is one of these. Every quantity is kept in one unit; a number may
be given in another that fits it. No figure is below zero, but where it says so.
"""
UNITS_HEAD = """\
A number in one of these units is multiplied when it is read. Some conversions rest on another number: without it the quantity is
*not known*, and the answer names what would settle it. Of all other quantities the one unit of the table above fits.
"""
RULE_HEAD = """\
Two sources may differ about the same thing. One number counts by a rule that every answer prints, and the others stay visible
beside it:
"""
RULE_TAIL = """\
One whose unit rests on a number that is not known is passed over, and the next counts.

A number for one direction, nationality or sort of goods is asked for before one for all of them: first the nationality with direction
and goods, then with fewer and fewer, the nationality given up last. With `--up-to derived`, numbers of a worse basis do not count.
"""

FORMATS = {"GMNS": gmns, "GeoJSON": geojson, "GeoPackage": geopackage, "A planner's spreadsheet": spreadsheet}
FORMATS_HEAD = """\
What is read comes as the [tables of a network](corridors-tables.md), and every mistake in a file is told at once. What is
written holds the whole network: read back, it is the same, digit for digit, though others' tools do not look at all of it. How it is
done: [Exchange a network](../howto/exchange-a-network.md).
"""
BELOW = "([below](#the-mapping))"
ROLE = re.compile(r":\w+:`~?([^`]+)`")


def tables_page() -> str:
    """Return the page on the tables, their columns, the quantities and their units."""
    lines = [MADE, "# The tables of a network", "", TABLES_HEAD]
    for table in TABLES:
        lines += _of_table(table)
    lines += ["## Quantities", "", QUANTITIES_HEAD]
    lines += _table(("quantity", "unit", "told of", "meaning"), map(_of_quantity, QUANTITIES.values()))
    lines += ["", "## Units", "", UNITS_HEAD]
    lines += _table(("kept in", "may be given in", "becomes", "needs"), _units())
    lines += ["", "## Which number counts", "", RULE_HEAD, f"> {RULE}", "", RULE_TAIL.rstrip()]
    return "\n".join(lines) + "\n"


def formats_page() -> str:
    """Return the page on the formats of exchange, from the heads of their packages."""
    lines = [MADE, "# The formats of exchange", "", FORMATS_HEAD]
    for name, package in FORMATS.items():
        lines += [f"## {name}", "", in_markdown(inspect.getdoc(package) or ""), ""]
    return "\n".join([*lines, "## The mapping", "", in_markdown(inspect.getdoc(mapping) or "")]) + "\n"


def in_markdown(text: str) -> str:
    """Return a docstring as Markdown: its roles and literals as code, what is indented after a colon as a block of TOML."""
    here = text.replace("(:mod:`kengesh.corridors.exchange.mapping`)", BELOW)
    here = here.replace("(:mod:`~kengesh.corridors.exchange.mapping`)", BELOW)
    plain = ROLE.sub(lambda found: f"`{found[1].rpartition('.')[2]}`", here).replace("``", "`")
    parts = plain.split("\n\n")
    return "\n\n".join(_block(part) for part in _joined(parts))


def _joined(parts: list[str]) -> Iterator[str]:
    """Yield paragraphs; indented ones that follow each other are one."""
    held: list[str] = []
    for part in parts:
        if part.startswith("    "):
            held.append(part)
            continue
        if held:
            yield "\n\n".join(held)
            held = []
        yield part
    if held:
        yield "\n\n".join(held)


def _block(part: str) -> str:
    return f"```toml\n{inspect.cleandoc(part)}\n```" if part.startswith("    ") else part


def _of_table(table: str) -> Iterator[str]:
    says = " ".join((inspect.getdoc(TABLES[table]) or "").split())
    yield from (f"## {table}", "", says.replace("``", "`"), "")
    rows = (
        (f"`{name}`", "yes" if one.required else "", one.sort.describe(), one.says, _left_out(one.empty))
        for name, one in columns_of(table)
    )
    yield from _table(("column", "required", "what it may hold", "meaning", "if empty"), rows)
    yield ""


def _left_out(empty: object) -> str:
    return f"`{empty}`" if isinstance(empty, str) and empty else ""


def _of_quantity(one: Quantity) -> tuple[str, ...]:
    says = one.says + ("; may be below zero" if one.signed and "below zero" not in one.says else "")
    return f"`{one.name}`", f"`{one.unit}`", ", ".join(one.tables), says


def _units() -> Iterator[tuple[str, ...]]:
    for own, fitting in UNITS.items():
        for written, unit in fitting.items():
            if written != own:
                yield f"`{own}`", f"`{written}`", _made(unit), f"`{unit.needs}`" if unit.needs else ""


def _made(unit: Unit) -> str:
    """Say what a value in a unit becomes: the sum that is done with it."""
    factor = f"value × {unit.factor:.9g}"
    if not unit.needs:
        return factor
    value = "value" if unit.factor == 1 else factor
    return f"{value} {'/' if unit.divides else '×'} {unit.needs}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield from ("| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _one in heads) + " |")
    yield from ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
