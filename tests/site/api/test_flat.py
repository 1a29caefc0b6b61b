"""Tables as CSV: for spreadsheets, and harmless there."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from kengesh.site.api.flat import as_csv, harmless


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_begins_with_a_byte_order_mark_and_its_lines_end_as_rfc_4180_says() -> None:
    assert (
        as_csv([{"id": "KAZ", "what": 'a "b", c\nd'}])
        == b'\xef\xbb\xbf"id","what"\r\n"KAZ","a ""b"", c\nd"\r\n'
    )


def test_a_text_has_a_column_for_each_language_that_the_table_has() -> None:
    english, turkish = {"text": "Treaty", "by": "ours"}, {"text": "Antlaşma", "by": "source"}
    rows = read(as_csv([{"id": "1", "what": {"en": english}}, {"id": "2", "what": {"tr": turkish}}]))
    assert rows == [
        {"id": "1", "what.en": "Treaty", "what.tr": ""},
        {"id": "2", "what.en": "", "what.tr": "Antlaşma"},
    ]


def test_values_of_every_sort_have_one_cell() -> None:
    row = {"none": None, "true": True, "number": -3, "ids": ["KAZ", "UZB"], "deep": [{"a": 1}], "empty": []}
    cells = {"none": "", "true": "true", "number": "-3", "ids": "KAZ; UZB", "deep": '[{"a":1}]', "empty": ""}
    assert read(as_csv([row])) == [cells]


def test_ids_alone_are_a_table_with_one_column() -> None:
    assert read(as_csv(["KAZ", "UZB"])) == [{"id": "KAZ"}, {"id": "UZB"}]


def test_an_empty_table_has_a_head() -> None:
    assert as_csv([]) == b'\xef\xbb\xbf"id"\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    formula = f'{start}HYPERLINK("https://example.org")'
    assert harmless(formula) == f"'{formula}"
    cells = {"id": formula, "ids": [formula], "what": {"en": {"text": formula, "by": "source"}}, formula: "1"}
    for cell in next(
        csv.reader(StringIO(as_csv([cells]).decode("utf-8-sig").split("\r\n", 1)[1], newline=""))
    ):
        assert not cell.startswith(start)


def test_a_cell_cannot_be_cut_by_a_program_whose_separator_is_a_semicolon() -> None:
    assert '"a;=1+1"' in as_csv([{"id": "a;=1+1"}]).decode("utf-8")
