"""``kengesh read-facts`` and ``kengesh compare-facts``, as a person types them. The tables are exercises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Type

TABLE = """\
snapshot,file,country,organization,status
2017-03-29,a,Tajikistan,EAEC,member
2017-03-29,a,Kazakhstan,SCO,member
2017-03-29,a,Kosovo,SCO,member
2017-03-29,a,ee.json,SCO,member
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A small table of listings."""
    file = tmp_path / "listings.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def test_a_file_becomes_a_log_that_verifies(kengesh: Type, table: Path, tmp_path: Path) -> None:
    made = kengesh("read-facts", "factbook", table, "--into", tmp_path / "log", "--accessed", "2026-11-01")
    assert made.code == 0, made.err
    assert "rows used, each a listing  3" in made.out
    assert "1: The country is not named. (5: ee.json, SCO, member)" in made.out
    assert "kept as a party under its own name. (Kosovo)" in " ".join(made.out.split())
    assert kengesh("verify", tmp_path / "log").code == 0
    answer = kengesh("status", "KAZ", "sco", "--record", tmp_path / "log")
    assert (answer.code, "29 March 2017" in answer.out) == (0, True)


def test_a_log_is_observed_and_says_how_far_its_sources_reach(
    kengesh: Type, table: Path, tmp_path: Path
) -> None:
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    shown = kengesh("members", "sco", "--record", tmp_path / "log", "--json").json
    assert shown["on"] == shown["record"]["reaches"] == "2017-03-29"


def test_a_log_may_be_made_with_a_key_of_ones_own(kengesh: Type, table: Path, tmp_path: Path) -> None:
    assert kengesh("key", "new", tmp_path / "mine.key", "--name", "example.org/facts").code == 0
    made = kengesh(
        "read-facts", "factbook", table, "--into", tmp_path / "log", "--key", tmp_path / "mine.key"
    )
    assert "example.org/facts" in made.out
    assert not (tmp_path / "log.key").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["gazette", "{table}"], "READER: gazette is not one of: cow, factbook, popolo, wikidata."),
        (["cow", "{table}"], "listings.csv, line 1: expected the columns ccode and year"),
        (["popolo", "{table}"], "listings.csv, line 1, column 1: is not JSON"),
        (["factbook", "{missing}"], "no-such.csv: No such file or directory"),
        (["factbook", "{table}", "--accessed", "today"], "--accessed: "),
        (["factbook", "{table}", "--title", " "], "--title: expected words, found ' '."),
    ],
)
def test_a_refusal_leaves_nothing_behind(
    kengesh: Type, table: Path, tmp_path: Path, words: list[str], says: str
) -> None:
    given = [word.format(table=table, missing=tmp_path / "no-such.csv") for word in words]
    refused = kengesh("read-facts", *given, "--into", tmp_path / "log")
    assert refused.code == 2
    assert says in refused.err
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "config") == ["listings.csv"]


def test_a_place_that_is_taken_is_refused(kengesh: Type, table: Path, tmp_path: Path) -> None:
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    again = kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    assert again.code == 2
    assert "is there already" in again.err


def test_two_records_are_set_side_by_side_with_their_sources(
    kengesh: Type, table: Path, tmp_path: Path, founding_folder: Path
) -> None:
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    found = kengesh(
        "compare-facts",
        founding_folder,
        tmp_path / "log",
        "--same",
        "eurasec=eaec",
        "--states",
        "TJK,KAZ",
        "--on",
        "2018-01-01",
    )
    assert found.code == 1
    assert re.search(r"Tajikistan +they differ, +no, since", found.out)
    assert "stale" in found.out
    assert "29 March 2017" in found.out
    assert "eurasec = eaec (as told), sco = sco (by id)" in " ".join(found.out.split())
    assert "line 2: Tajikistan, EAEC, member" in " ".join(found.out.split())


def test_records_that_do_not_differ_leave_with_0(
    kengesh: Type, table: Path, tmp_path: Path, founding_folder: Path
) -> None:
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    found = kengesh(
        "compare-facts", founding_folder, tmp_path / "log", "--bodies", "sco", "--states", "KAZ", "--all"
    )
    assert found.code == 0
    assert "the same" in found.out


def test_records_with_nothing_in_common_are_not_said_to_agree(
    kengesh: Type, table: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text(
        "snapshot,country,organization,status\n2017-03-29,Kazakhstan,XYZ,member\n", encoding="utf-8"
    )
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    kengesh("read-facts", "factbook", other, "--into", tmp_path / "second")
    shown = kengesh("compare-facts", tmp_path / "log", tmp_path / "second").out
    assert "Nothing of the two could be compared." in shown
    assert "They differ on nothing." not in shown


def test_the_comparison_is_json_too(
    kengesh: Type, table: Path, tmp_path: Path, founding_folder: Path
) -> None:
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    found = kengesh(
        "compare-facts",
        founding_folder,
        tmp_path / "log",
        "--bodies",
        "eurasec=eaec",
        "--on",
        "2018-01-01",
        "--json",
    ).json
    assert found["bodies"] == [{"first": "eurasec", "second": "eaec", "matched_by": "told"}]
    tajikistan = next(row for row in found["answer"] if row["party"] == "TJK")
    assert (tajikistan["verdict"], tajikistan["stale"]) == ("differ", True)
    assert tajikistan["second"]["sources"] == [
        {"source": "world-factbook/2017-03-29", "passage": "line 2: Tajikistan, EAEC, member"}
    ]
    assert found["records"][1]["reaches"] == "2017-03-29"


def test_each_record_answers_by_its_own_sources_up_to_a_day(
    kengesh: Type, table: Path, tmp_path: Path
) -> None:
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    found = kengesh(
        "compare-facts", tmp_path / "log", tmp_path / "log", "--reported-by", "2016-12-31", "--json"
    ).json
    assert found["counts"]["same"] == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--same", "sco"], "--same: expected A=B"),
        (["--same", "sco=nato"], "there is no body nato in the second record."),
        (["--bodies", "nato"], "there is no body nato in the first record."),
        (["--bodies", "cis"], "say which one with --same cis=THERE."),
        (["--states", "kz"], "--states: neither record knows kz."),
        (["--states", "XYZ"], "--states: XYZ is not a code of ISO 3166 alpha-3."),
        (["--on", "soon"], "--on: "),
        (["--lang", "xx"], "xx is not one of the languages"),
    ],
)
def test_wrong_use_is_refused_with_a_sentence(
    kengesh: Type, table: Path, tmp_path: Path, founding_folder: Path, words: list[str], says: str
) -> None:
    kengesh("read-facts", "factbook", table, "--into", tmp_path / "log")
    refused = kengesh("compare-facts", founding_folder, tmp_path / "log", *words)
    assert refused.code == 2
    assert says in refused.err
