"""``kengesh corridor import FILE --from FORMAT --to DIR``: an edition made from what another tool, or a planner, has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_outside
from kengesh.cli.corridor.asking import leave, plainly
from kengesh.cli.corridor.exchange import READ, WITH_MAPPING, Source, about_file, read_tables
from kengesh.cli.corridor.shown import HASH_SHOWN
from kengesh.cli.corridor.typed import one_of
from kengesh.cli.output import fail, line
from kengesh.corridors.exchange.about import About
from kengesh.corridors.exchange.edition_files import write_edition
from kengesh.corridors.exchange.gmns import Foreign
from kengesh.corridors.exchange.mapping_file import read_mapping
from kengesh.corridors.exchange.rows import Tables
from kengesh.corridors.network.edition import Edition, read_edition
from kengesh.corridors.network.network import network_of
from kengesh.corridors.told.head import network_told
from kengesh.corridors.told.values import Told
from kengesh.desk.corridors import edition_in, folder_of
from kengesh.terms.dates import DateError, parse_when
from kengesh.terms.messages import _

File = Annotated[str, typer.Argument(metavar="FILE", help=_("The file, for gmns the folder."))]
Format = Annotated[str, typer.Option("--from", metavar="|".join(READ), help=_("What it is."))]
Folder = Annotated[
    str, typer.Option("--to", metavar="DIR", help=_("The folder of the edition; it has to be new."))
]
Mapping = Annotated[
    str | None,
    typer.Option(
        "--mapping",
        metavar="TOML",
        help=_("Which of their columns are ours; a spreadsheet needs it, and a map that is not from here."),
    ),
]
Id = Annotated[
    str, typer.Option("--id", metavar="ID", help=_("The id of the edition, such as our-lines/2026-03."))
]
Title = Annotated[str, typer.Option("--title", metavar="WORDS", help=_("What the edition is called."))]
Day = Annotated[
    str, typer.Option("--day", metavar="DAY", help=_("The last day of which its sources speak (2026-03-31)."))
]
Licence = Annotated[
    list[str] | None,
    typer.Option("--licence", metavar="WORDS", help=_("Under which licence; may be given several times.")),
]
Credit = Annotated[
    list[str] | None,
    typer.Option(
        "--credit", metavar="WORDS", help=_("Whom to name wherever its figures are shown; several times.")
    ),
]
Over = Annotated[
    str,
    typer.Option("--over", metavar="NAME|DIR", help=_("For a layer: the edition on which it is laid.")),
]
State = Annotated[
    str,
    typer.Option(
        "--state", metavar="STATE", help=_("For gmns of other tools: the state in which its places lie.")
    ),
]


@plainly()
def command(
    file: File,
    format: Format,
    folder: Folder,
    as_json: bool,
    mapping: Mapping = None,
    id: Id = "",
    title: Title = "",
    day: Day = "",
    licence: Licence = None,
    credit: Credit = None,
    over: Over = "",
    state: State = "",
) -> None:
    """Make an edition of a network from a file of another tool or a planner's spreadsheet; all mistakes are told at once, by row."""
    one_of("--from", format, READ)
    must_be_outside(Path(folder))
    source = _source(file, format, mapping, state)
    base = _edition_under(over)
    given = {
        "id": id,
        "title": title,
        "day": _day(day),
        "licences": tuple(licence or ()),
        "credits": tuple(credit or ()),
        "over": base.id if base else "",
    }
    about = _about(source, {name: value for name, value in given.items() if value})
    tables = read_tables(source)
    _must_hang_together(about, tables, base)
    write_edition(Path(folder), about, tables)
    edition = read_edition(Path(folder))
    told: Told = {
        "truth": None,
        "folder": folder,
        "id": edition.id,
        "hash": edition.hash,
        "rows": {table: len(rows) for table, rows in edition.tables.items() if rows},
        "network": network_told(network_of([*([base] if base else []), edition])),
        "exercise": edition.exercise,
        "notes": [],
    }
    leave(told, _show, as_json=as_json)


def _show(told: Told) -> None:
    rows = ", ".join(f"{table} {count}" for table, count in told["rows"].items())
    says = _("{folder}: edition {id}, hash {hash}; rows: {rows}.")
    line(says.format(folder=told["folder"], id=told["id"], hash=told["hash"][:HASH_SHOWN], rows=rows))
    line(_("Look at it with: kengesh corridor check --network {folder}").format(folder=told["folder"]))


def _source(file: str, format: str, mapping: str | None, state: str) -> Source:
    if mapping is not None and format not in WITH_MAPPING:
        fail(_("--mapping is for: {formats}.").format(formats=", ".join(WITH_MAPPING)))
    if state and format != "gmns":
        fail(_("--state is for gmns; elsewhere the mapping says it."))
    if format == "spreadsheet" and mapping is None:
        fail(_("--mapping: say in a TOML file which of its columns are ours."))
    foreign = Foreign(country=state) if state else None
    return Source(Path(file), format, read_mapping(Path(mapping)) if mapping else (), foreign)


def _about(source: Source, given: dict[str, object]) -> About:
    """Return the head of the edition: as the file has it if it is one of ours, with what was typed in its place."""
    own = about_file(source)
    if own is not None:
        return replace(own, **given)  # type: ignore[arg-type]
    lacking = [f"--{name}" for name in ("id", "title", "day") if name not in given]
    if lacking:
        fail(_("the file does not say it of itself: give {options}.").format(options=", ".join(lacking)))
    return About(**given)  # type: ignore[arg-type]


def _edition_under(over: str) -> Edition | None:
    try:
        return edition_in(folder_of(over)) if over else None
    except LookupError as error:
        fail(_("--over: {why}").format(why=error))


def _must_hang_together(about: About, tables: Tables, base: Edition | None) -> None:
    """Put it together with what lies under it, before anything is written. Raises NetworkError."""
    if about.over and base is None:
        return
    head = Edition(id=about.id, title=about.title, day=about.day, hash="", tables=tables, over=about.over)
    network_of([*([base] if base else []), head])


def _day(text: str) -> str:
    try:
        if text:
            parse_when(text)
    except DateError as error:
        fail(_("--day: {why}").format(why=error))
    return text
