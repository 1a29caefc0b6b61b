"""A table as CSV, for spreadsheets first.

Lines end with CR LF and cells are quoted as RFC 4180 says. The file begins with a byte order mark, without which Excel takes UTF-8
for something else; ``utf-8-sig`` reads it in Python, and most statistics programs pass over it. A text in several languages has
a column for each language that the table has (``what.en``, ``what.tr``); whose words it is, is left to the JSON. A list of ids is one
cell, with semicolons; what is deeper is JSON in a cell. Null is an empty cell.

A cell that a spreadsheet would take for a formula begins with an apostrophe instead (``'=...``): text of others must not compute
anything on a reader's machine.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

BYTE_ORDER_MARK = "\ufeff"
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(rows: Sequence[Any]) -> bytes:
    """Return rows as a CSV file; ids alone are a table with one column."""
    flat = [dict(_cells(row if isinstance(row, Mapping) else {"id": row})) for row in rows]
    columns = list(dict.fromkeys(name for one in flat for name in one)) or ["id"]
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(map(harmless, columns))
    writer.writerows([one.get(name, "") for name in columns] for one in flat)
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8", errors="replace")


def harmless(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def _cells(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if _is_text(value):
            yield from ((f"{name}.{language}", harmless(one["text"])) for language, one in value.items())
        else:
            yield name, _cell(value)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case list() if all(isinstance(one, str) for one in value):
            return harmless("; ".join(value))
        case _:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _is_text(value: Any) -> bool:
    """Say whether a value is a text in several languages."""
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(isinstance(one, Mapping) and isinstance(one.get("text"), str) for one in value.values())
    )
