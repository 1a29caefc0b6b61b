"""A workbook's file looked at before it is opened: that it is one, and what it would unpack to."""

from __future__ import annotations

import posixpath
import re
import zlib
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from zipfile import BadZipFile, ZipFile

from kengesh.corridors.exchange.rows import refuse
from kengesh.corridors.network.problems import NetworkError, Where
from kengesh.terms.messages import _

OLD = b"\xd0\xcf\x11\xe0"  # a compound file: .xls, or .xlsx under a password
MOST_PARTS, MOST_UNPACKED, LARGEST_FILE = 2_000, 256 << 20, 64 << 20  # parts, and bytes
PROLOG = 64 << 10  # bytes in which a document type would stand
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RANGE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})")
BROKEN = (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error, ParseError)

Merged = tuple[int, int, int, int]  # first row, first column, last row, last column, counted from 1


def check_workbook(path: Path) -> None:
    """Look whether a file is a workbook that can be opened. Raises NetworkError, OSError."""
    where = Where(path.name, 1)
    with path.open("rb") as file:
        begins = file.read(512)
    if begins.startswith(OLD):
        raise refuse(
            where,
            _("this is an old .xls, or a file under a password. Save it in Excel as .xlsx without one."),
        )
    if begins.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise refuse(
            where,
            _("this is a web page under the name of a workbook. Open it in Excel and save it as .xlsx."),
        )
    if path.stat().st_size > LARGEST_FILE:
        raise refuse(where, _("the file has more than {most} bytes.").format(most=LARGEST_FILE))
    try:
        with ZipFile(path) as whole:
            _check_parts(whole, where)
    except NetworkError:
        raise
    except BROKEN as error:
        raise refuse(
            where, _("this is no workbook: expected an .xlsx file. Save it in Excel once more.")
        ) from error


def merged_in(path: Path, sheet: str) -> list[Merged]:
    """Return which cells of a sheet are merged. Raises NetworkError for a broken file."""
    try:
        with ZipFile(path) as whole:
            part = _part_of(whole, sheet)
            return [] if part is None else _merged(whole, part)
    except (*BROKEN, KeyError) as error:
        raise refuse(Where(path.name, 1), _("the workbook is broken. Save it in Excel once more.")) from error


def _check_parts(whole: ZipFile, where: Where) -> None:
    parts = whole.infolist()
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
        says = _("it unpacks to more than {most} bytes or {parts} files; that is no table of a planner.")
        raise refuse(where, says.format(most=MOST_UNPACKED, parts=MOST_PARTS))
    if "[Content_Types].xml" not in whole.namelist() or not any(
        one.filename.startswith("xl/") for one in parts
    ):
        raise refuse(where, _("this is an archive and no workbook: expected an .xlsx file."))
    for one in parts:
        if one.flag_bits & 1:
            raise refuse(where, _("the file is under a password. Save it without one."))
        if one.filename.endswith((".xml", ".rels")):
            with whole.open(one) as part:
                # No program that writes workbooks declares a document type; entities of one could grow without bounds.
                if b"<!DOCTYPE" in part.read(PROLOG).replace(b"\0", b""):
                    raise refuse(where, _("a part of it declares a document type, which no workbook does."))


def _part_of(whole: ZipFile, sheet: str) -> str | None:
    """Return the name of the part with a sheet's cells."""
    ids = {one.get("name"): one.get(RELATION) for one in _elements(whole, "xl/workbook.xml", f"{MAIN}sheet")}
    package = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
    for one in _elements(whole, "xl/_rels/workbook.xml.rels", package):
        if one.get("Id") == ids.get(sheet):
            return posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
    return None


def _merged(whole: ZipFile, part: str) -> list[Merged]:
    found = []
    for one in _elements(whole, part, f"{MAIN}mergeCell"):
        if match := RANGE.fullmatch(one.get("ref", "")):
            found.append((int(match[2]), _column(match[1]), int(match[4]), _column(match[3])))
    return found


def _elements(whole: ZipFile, part: str, name: str) -> list[Element]:
    """Return the elements of a name, the others thrown away as they are read."""
    parser: Any = XMLPullParser(["end"])
    found: list[Element] = []
    with whole.open(part) as file:
        while block := file.read(PROLOG):
            parser.feed(block)
            for _event, element in parser.read_events():
                if element.tag == name:
                    found.append(element)
                else:
                    element.clear()
    parser.close()
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
