"""A planner's workbook becomes rows and numbers under a mapping; its mistakes are named by sheet, row and column."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from kengesh.corridors.exchange.mapping import Figures, TableMapping
from kengesh.corridors.exchange.mapping_file import mapping_of
from kengesh.corridors.exchange.rows import tables_of, texts_of
from kengesh.corridors.exchange.spreadsheet import read_spreadsheet
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import NetworkError
from kengesh.corridors.network.tables import Number, Place, columns_of
from tests.corridors.exchange.networks import network_with, networks, problems_of, same
from tests.corridors.exchange.test_mapping import example

PLACES = TableMapping(
    table="place", sheet="Places", columns={"place_id": "Code", "name": "Name", "country": "State"}
)
(LINKS,) = mapping_of(example(), "example")
PLACE_ROWS = [("Code", "Name", "State"), ("A", "Ақтау", "KAZ"), ("B", "Баку", "AZE")]
HEAD = ("Code", "From", "To", "Sort", "Length,\n km", "Days", "Source", "Remark")
URL = "https://example.org/a"


def workbook(tmp_path: Path, links: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    for name, rows in (("Places", PLACE_ROWS), ("Links", [("Railways",), (), HEAD, *links])):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        book["Links"].merge_cells(cells)
    book.save(tmp_path / "plan.xlsx")
    return tmp_path / "plan.xlsx"


def network(path: Path) -> Network:
    return network_with(read_spreadsheet(path, [PLACES, LINKS]))


def refused(path: Path, *mapping: TableMapping) -> list[str]:
    with pytest.raises(NetworkError) as error:
        read_spreadsheet(path, mapping or [PLACES, LINKS])
    return problems_of(error.value)


def test_rows_and_figures_are_read_with_words_translated_and_blank_rows_passed(tmp_path: Path) -> None:
    links = [
        ("L1", "A", "B", "ж/д", 812.5, 1.5, URL, None),
        (),
        ("L2", "B", "A", "Авто", "-", None, None, "by night"),
    ]
    found = network(workbook(tmp_path, links))
    assert [(one.link_id, one.mode, one.note) for one in found.links.values()] == [
        ("L1", "rail", ""),
        ("L2", "road", "by night"),
    ]
    assert [
        (one.subject, one.quantity, one.value, one.unit, one.basis, one.source, one.day)
        for one in found.figures
    ] == [
        ("L1", "distance", 812.5, "km", "published", (URL,), "2025"),
        ("L1", "time", 1.5, "d", "assumed", (), ""),
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("812,5", 812.5),
        ("1 812,5", 1812.5),
        ("1\u00a0812,5", 1812.5),
        ("812.5", 812.5),
        (0.1 + 0.2, 0.3),
        (7, 7.0),
    ],
)
def test_numbers_kept_as_text_are_read_as_they_are_written_there(
    tmp_path: Path, cell: Any, value: float
) -> None:
    found = network(workbook(tmp_path, [("L1", "A", "B", "ж/д", cell, None, URL)]))
    assert found.figures[0].value == value


def test_a_comma_is_no_point_where_the_mapping_does_not_say_so(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("L1", "A", "B", "ж/д", "1,812", None, URL)])
    (told,) = refused(path, PLACES, replace(LINKS, decimal="."))
    assert told.startswith("sheet Links, row 4, column Length, km: “1,812” is no number")


def test_a_date_is_the_day_of_its_figure(tmp_path: Path) -> None:
    figures = Figures(
        column="Days",
        constants={"quantity": "time", "unit": "d", "basis": "published", "source": URL},
        columns={"day": "Remark"},
    )
    links = [("L1", "A", "B", "ж/д", None, 2, None, datetime(2024, 7, 15))]
    tables = read_spreadsheet(
        workbook(tmp_path, links),
        [
            replace(
                LINKS,
                columns={key: one for key, one in LINKS.columns.items() if key != "note"},
                figures=(figures,),
            )
        ],
    )
    assert [one.day for one in tables["number"] if isinstance(one, Number)] == ["2024-07-15"]


def test_cells_merged_downwards_hold_for_each_of_their_rows(tmp_path: Path) -> None:
    links = [("L1", "A", "B", "ж/д", 1, None, URL), ("L2", "A", "B", None, 2, None, None)]
    found = network(workbook(tmp_path, links, ["D4:D5", "G4:G5"]))
    assert [one.mode for one in found.links.values()] == ["rail", "rail"]
    assert [one.source for one in found.figures] == [(URL,), (URL,)]


def test_cells_merged_across_are_those_of_their_first_column(tmp_path: Path) -> None:
    links = [("L1", "A", "B", "ж/д", 5, None, URL)]
    assert [one.quantity for one in network(workbook(tmp_path, links, ["E4:F4"])).figures] == ["distance"]


def test_empty_rows_to_the_end_of_the_sheet_are_passed_and_cells_there_are_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("L1", "A", "B", "ж/д", 5, None, URL)])
    book = load_workbook(path)
    book["Links"].cell(300_000, 3).font = Font(bold=True)
    book["Links"].cell(4, 5_000).font = Font(bold=True)
    book.save(path)
    assert network(path).links
    book["Links"].cell(300_000, 3).value = "far down"
    book.save(path)
    assert "sheet “Links” has cells beyond row" in refused(path)[0]


def test_a_merge_of_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("L1", "A", "B", "ж/д", 5, None, URL)], ["I1:I2"])
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "wide.xlsx", "w") as new:
        for part in old.infolist():
            new.writestr(part, old.read(part).replace(b"I1:I2", b"I1:XFD1048576"))
    assert network(tmp_path / "wide.xlsx").links


def test_the_stored_result_of_a_formula_is_read_and_one_that_is_lacking_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("L1", "A", "B", "ж/д", "=600+12", None, URL)])
    assert refused(path) == [
        "sheet Links, row 4, column Length, km: a formula without its result. "
        "Open the file in Excel and save it, so that the result is stored."
    ]
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "stored.xlsx", "w") as new:
        for part in old.infolist():
            new.writestr(part, re.sub(rb"(<f>600\+12</f>)<v ?/?>(</v>)?", rb"\1<v>612</v>", old.read(part)))
    assert network(tmp_path / "stored.xlsx").figures[0].value == 612.0


def test_every_mistake_is_named_by_sheet_row_and_column_at_once(tmp_path: Path) -> None:
    links = [
        ("L1", "A", "B", "конь", 5, None, URL),
        ("L 2", "A", "B", "ж/д", "far", -1, URL),
        (None, "A", "B", "ж/д", 5, None, URL),
        ("L4", "A", "B", "ж/д", 5, None, None),
        ("L5", "A", "B", "ж/д", "#DIV/0!", None, URL),
    ]
    assert [one.partition(": ")[0] for one in refused(workbook(tmp_path, links))] == [
        "sheet Links, row 4, column Sort",
        "sheet Links, row 5, column Code",
        "sheet Links, row 5, column Days",
        "sheet Links, row 5, column Length, km",
        "sheet Links, row 6, column Code",
        "sheet Links, row 7, column Source",
        "sheet Links, row 8, column Length, km",
    ]


def test_a_link_to_nowhere_is_named_by_its_row_in_the_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("L1", "A", "Bk", "ж/д", 5, None, URL)])
    with pytest.raises(NetworkError, match=r"^sheet Links, row 4, row L1, to_place: “Bk” is not there"):
        network(path)


def test_a_missing_column_and_a_missing_sheet_are_told_with_what_is_there(tmp_path: Path) -> None:
    path = workbook(tmp_path, [])
    told = refused(path, replace(PLACES, sheet="Plazes"), replace(LINKS, header=2), replace(LINKS, header=99))
    assert any(
        "plan.xlsx, line 1: there is no sheet “Plazes”: found Sheet, Places, Links." in one for one in told
    )
    assert any(one.startswith("sheet Links, row 2, column Code: there is no such column") for one in told)
    assert any(one.startswith("sheet Links, row 99, column Code") for one in told)


def test_csv_is_read_under_the_same_mapping(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text("\ufeffCode;Name;State\nA;Ақтау;KAZ\n\n", encoding="utf-8")
    tables = read_spreadsheet(tmp_path / "places.csv", [replace(PLACES, sheet="")])
    assert tables["place"] == (Place(place_id="A", name="Ақтау", country="KAZ"),)
    (tmp_path / "places.csv").write_text("Code,Name,State\nA,Ақтау,Kazakhstan\n", encoding="utf-8")
    (told,) = refused(tmp_path / "places.csv", replace(PLACES, sheet=""))
    assert told.startswith("places.csv, row 2, column State: “Kazakhstan” is no state")


@settings(max_examples=20, deadline=None)
@given(networks())
def test_every_network_survives_as_sheets_of_text(generated: Network) -> None:
    book, mapping = Workbook(), []
    for table, rows in tables_of(generated).items():
        names = [name for name, _column in columns_of(table)]
        sheet = book.create_sheet(table)
        sheet.append(names)
        for line, row in enumerate(rows, 2):
            for place, name in enumerate(names, 1):
                cell = sheet.cell(line, place, texts_of(row).get(name))
                cell.data_type = "n" if cell.value is None else "s"  # no text is a formula
        mapping.append(TableMapping(table=table, sheet=table, columns={name: name for name in names}))
    with TemporaryDirectory() as folder:
        book.save(Path(folder) / "plan.xlsx")
        assert same(read_spreadsheet(Path(folder) / "plan.xlsx", mapping), generated)


def bomb(tmp_path: Path) -> bytes:
    path = tmp_path / "made.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        with made.open("xl/workbook.xml", "w") as part:
            for _block in range(300):
                part.write(b" " * (1 << 20))
    return path.read_bytes()


def with_entities(tmp_path: Path) -> bytes:
    path = tmp_path / "made.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')
    return path.read_bytes()


def archive(tmp_path: Path) -> bytes:
    path = tmp_path / "made.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("readme.txt", "hello")
    return path.read_bytes()


def hollow(tmp_path: Path) -> bytes:
    path = tmp_path / "made.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.xml", "<workbook/>")
    return path.read_bytes()


def cut(tmp_path: Path) -> bytes:
    return workbook(tmp_path, []).read_bytes()[:3000]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            lambda _folder: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "an old .xls, or a file under a password",
        ),
        (lambda _folder: b"\xef\xbb\xbf\n<html><table></table></html>", "a web page"),
        (lambda _folder: b"Code,Name", "no workbook"),
        (lambda _folder: b"", "no workbook"),
        (cut, "no workbook"),
        (archive, "an archive and no workbook"),
        (hollow, "cannot be read"),
        (bomb, "unpacks to more than"),
        (with_entities, "document type"),
    ],
)
def test_what_is_no_workbook_is_refused_with_what_to_do(tmp_path: Path, make: Any, says: str) -> None:
    data = make(tmp_path)
    path = tmp_path / "bad.xlsx"
    path.write_bytes(data)
    (told,) = refused(path)
    assert told.startswith("bad.xlsx, line 1: ") and says in told
