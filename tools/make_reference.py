"""Write the reference pages that are made from definitions: the kinds of act, the commands, the tables and formats of a network.

python tools/make_reference.py            writes docs/reference/acts/, commands.md, corridors-tables.md, corridors-formats.md
python tools/make_reference.py --check    writes nothing; leaves with 1 if a page differs or is left over
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from command_page import command_page
from corridor_page import formats_page, tables_page

from kengesh.acts import Field, Kind
from kengesh.acts.kind import COMMON
from kengesh.desk.kinds import every_kind
from kengesh.record.entry import act_id

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
FOLDER = REFERENCE / "acts"
COMMANDS = REFERENCE / "commands.md"
TABLES, FORMATS = (REFERENCE / name for name in ("corridors-tables.md", "corridors-formats.md"))
MADE = "<!-- Made by tools/make_reference.py from the kinds themselves; edit those. -->"


def pages() -> dict[str, str]:
    """Return the pages by file name: one of every kind, and the index."""
    kinds = every_kind()
    every = [kinds[name] for name in kinds]
    return {"README.md": _index(every), **{page_name(kind): _page(kind) for kind in every}}


def page_name(kind: Kind) -> str:
    """Return the file name of a kind's page: ``adopt/1`` is described in ``adopt-1.md``."""
    return kind.name.replace("/", "-") + ".md"


def _index(every: list[Kind]) -> str:
    lines = [MADE, "# The kinds of act", ""]
    lines += ["Every act has these fields, besides those of its kind:", "", *_table(COMMON), ""]
    lines += ["| kind | what it says | group |", "| --- | --- | --- |"]
    lines += [f"| [{kind.name}]({page_name(kind)}) | {_cell(kind.says)} | {kind.group} |" for kind in every]
    return "\n".join(lines) + "\n"


def _page(kind: Kind) -> str:
    lines = [MADE, f"# {kind.name}", "", kind.says, "", "## Fields", "", *_table(kind.fields), ""]
    lines += ["The fields that every act has are on [the index](README.md)."]
    lines += ["", *_rules(kind)]
    example = json.dumps(kind.example, ensure_ascii=False, indent=2)
    lines += ["## Example", "", "```json", example, "```", "", f"Its id is `{act_id(dict(kind.example))}`."]
    return "\n".join(lines) + "\n"


def _rules(kind: Kind) -> Iterator[str]:
    if kind.law:
        yield from (f"Rule: {kind.law}", "")
    if kind.key:
        yield from (f"Acts with the same {_names(kind.key)} speak of the same matter.", "")
    if kind.single:
        yield from (
            f"There is one true {_names(kind.single)}: where two such acts differ on it, that is a dispute.",
            "",
        )
    if kind.sourced:
        yield from ("A reported act of this kind cites at least one source.", "")


def _table(fields: tuple[Field, ...]) -> list[str]:
    rows = [
        f"| `{one.name}` | {'yes' if one.required else ''} | {_cell(one.shape.describe())} | {_cell(one.says)} |"
        for one in fields
    ]
    return ["| field | required | what it holds | meaning |", "| --- | --- | --- | --- |", *rows]


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the pages, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    single = {COMMANDS: command_page(), TABLES: tables_page(), FORMATS: formats_page()}
    made = {**{FOLDER / name: text for name, text in pages().items()}, **single}
    there = {
        path: path.read_text(encoding="utf-8") for path in [*FOLDER.glob("*.md"), *single] if path.exists()
    }
    if check:
        wrong = sorted(path for path in made.keys() | there.keys() if made.get(path) != there.get(path))
        for path in wrong:
            name = path.relative_to(REFERENCE).as_posix()
            print(f"docs/reference/{name} is not what the code says; run python tools/make_reference.py")
        return 1 if wrong else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in there.keys() - made.keys():
        path.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
