"""Bodies by states, and the region by one body: a mark for every answer, the same answer as the record gives."""

from __future__ import annotations

import re

import pytest

from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.pictures.abbreviations import abbreviations
from kengesh.pictures.matrix import matrix
from kengesh.pictures.region_map import DISCLAIMER, region_map
from kengesh.pictures.region_tiles import region_tiles

SIX = ["AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"]


def test_there_is_a_mark_for_every_pair(founding: Mechanism) -> None:
    bodies = ["ots", "sco", "wto"]
    picture = matrix(Reader(founding.view(), "en"), None, bodies, SIX)
    assert len(picture.table.rows) == len(bodies)
    assert {len(row) for row in picture.table.rows} == {len(SIX) + 1}
    tips = re.findall(r"<g><title>([^<]* · [^<]* · [^<]*)</title>", picture.svg)
    assert len(tips) == len(bodies) * len(SIX)


@pytest.mark.parametrize("body", ["ots", "sco", "wto", "cis", "eaeu", "consultative-meeting"])
def test_the_matrix_says_what_the_record_answers(body: str, founding: Mechanism) -> None:
    reader = Reader(founding.view(), "en")
    (row,) = matrix(reader, None, [body], SIX).table.rows
    for state, cell in zip(reader.sorted(SIX), row[1:], strict=True):
        answer = founding.ask("status", party=state, body=body)
        held = [reader.name(one["status"]) for one in answer["answer"] if one["truth"] == "yes"]
        expected = held[0] if held else {"no": "no", "not-known": "not known"}[answer["truth"]]
        assert cell.text.removesuffix(" (sources differ)") == expected


def test_the_eve_and_the_day_of_the_tashkent_decision_differ_in_one_tile(founding: Mechanism) -> None:
    def told(on: str) -> dict[str | None, str]:
        picture = region_tiles(Reader(founding.view(on), "en"), "consultative-meeting", None)
        return {row[0].thing: row[1].text for row in picture.table.rows}

    eve, day = told("2025-11-15"), told("2025-11-16")
    assert {party for party in day if day[party] != eve[party]} == {"AZE"}


def test_states_are_in_the_order_of_the_readers_alphabet(founding: Mechanism) -> None:
    for language in ("en", "kk", "tr"):
        reader = Reader(founding.view(), language)
        columns = matrix(reader, None, ["ots"], SIX).table.columns[1:]
        assert list(columns) == [reader.name(state) for state in reader.sorted(SIX)]


def test_the_map_carries_its_disclaimer_and_says_how_it_is_projected(founding: Mechanism) -> None:
    picture = region_map(Reader(founding.view(), "en"), "ots", None)
    assert DISCLAIMER in picture.svg and DISCLAIMER in picture.description
    assert "Albers equal-area projection, standard parallels" in picture.svg


def test_the_caspian_and_the_aral_are_named_on_the_map(founding: Mechanism) -> None:
    svg = region_map(Reader(founding.view(), "en"), "ots", None).svg
    assert "Caspian" in svg and "Aral Sea" in svg


def test_every_party_on_the_map_is_named_there_or_in_the_key(founding: Mechanism) -> None:
    for language in ("en", "kk", "uz"):
        picture = region_map(Reader(founding.view(), language), "ots", None)
        for row in picture.table.rows:
            assert row[0].text in picture.svg


def test_tiles_and_map_have_the_same_table(founding: Mechanism) -> None:
    reader = Reader(founding.view(), "en")
    assert region_tiles(reader, "sco", None).table == region_map(reader, "sco", None).table


def test_what_has_no_tile_stands_below_the_grid(founding: Mechanism) -> None:
    svg = region_tiles(Reader(founding.view(), "en"), "ots", None).svg
    assert "Not on the grid:" in svg and svg.index("Not on the grid:") < svg.index("Economic")


def test_short_forms_differ_from_each_other() -> None:
    names = {
        "a": "observer",
        "b": "partner",
        "c": "party",
        "d": "Party of the treaty",
        "e": "o",
        "f": "partial",
    }
    short = abbreviations(names)
    assert len(set(short.values())) == len(names)
    assert max(map(len, short.values())) <= 4
