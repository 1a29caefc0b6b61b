"""A mapping is read from a small TOML file, with every mistake in it at once."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from kengesh.corridors.exchange import mapping as documented
from kengesh.corridors.exchange.mapping import Figures, TableMapping
from kengesh.corridors.exchange.mapping_file import mapping_of, read_mapping
from kengesh.corridors.network.problems import NetworkError
from tests.corridors.exchange.networks import problems_of


def example() -> bytes:
    """Return the example of the documentation."""
    lines = (documented.__doc__ or "").splitlines()
    begin = next(place for place, line in enumerate(lines) if "[[table]]" in line)
    end = next(
        place for place, line in enumerate(lines) if place > begin and line and not line.startswith(" ")
    )
    return dedent("\n".join(lines[begin:end])).encode()


def test_the_documented_example_says_what_it_seems_to(tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_bytes(example())
    (table,) = read_mapping(tmp_path / "mapping.toml")
    assert table == TableMapping(
        table="link",
        sheet="Links",
        header=3,
        decimal=",",
        empty=("-", "n/a"),
        columns={"link_id": "Code", "from_place": "From", "to_place": "To", "mode": "Sort", "note": "Remark"},
        constants={"status": "existing"},
        words={"mode": {"ж/д": "rail", "авто": "road"}},
        figures=(
            Figures(
                column="Length, km",
                constants={"quantity": "distance", "unit": "km", "basis": "published", "day": "2025"},
                columns={"source": "Source"},
            ),
            Figures(
                column="Days",
                constants={
                    "quantity": "time",
                    "unit": "d",
                    "basis": "assumed",
                    "method": "the planner's estimate",
                },
            ),
        ),
    )
    assert table.asked() == ("Code", "From", "To", "Sort", "Remark", "Length, km", "Source", "Days")


def test_every_mistake_of_a_mapping_is_named_at_once() -> None:
    text = """
        [[table]]
        table = "link"
        header = 0
        decimal = "·"
        [table.columns]
        link_id = "Code"
        colour = "Colour"
        [table.constants]
        link_id = "L"
        mode = true
        [table.words]
        mode = "rail"
        [[table.figure]]
        quantity = "weight"
        height_column = "H"
        unit = "km"
        unit_column = "Unit"
        [[table]]
        table = "lnk"
        [[table]]
        tabel = "link"
    """
    with pytest.raises(NetworkError) as refused:
        mapping_of(dedent(text).encode(), "mapping.toml")
    told = {
        one.partition(": ")[0].removeprefix("mapping.toml, line 1, row ")
        for one in problems_of(refused.value)
    }
    assert told == {
        "table 1, header",
        "table 1, decimal",
        "table 1, columns, colour",
        "table 1, link_id",
        "table 1, constants, mode",
        "table 1, from_place",
        "table 1, to_place",
        "table 1, words, mode",
        "table 1, figure 1, quantity",
        "table 1, figure 1, height_column",
        "table 1, figure 1, unit",
        "table 1, figure 1, basis",
        "table 1, figure 1, column",
        "table 2, table",
        "table 3, tabel",
    }


@pytest.mark.parametrize(
    "text", ["", "table = 3", "[[table]\n", "[table]\na = 1", "x = 1", "a = " + "[" * 100_000]
)
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(NetworkError, match="mapping.toml, line 1"):
        mapping_of(text.encode(), "mapping.toml")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NetworkError, match="mapping.toml, line 1"):
        mapping_of(b"\xff\xfe", "mapping.toml")
