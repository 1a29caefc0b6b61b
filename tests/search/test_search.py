"""The words of the record are found whatever their spelling; the index lies beside the record and is made when needed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kengesh.desk.enter import add_files, new_record
from kengesh.desk.packs import Given
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import load_key, make_key
from kengesh.search import asking
from kengesh.search.asking import CannotIndex, current_index, index_path, own_index_path, search
from kengesh.search.query import QueryRefused
from kengesh.terms.dates import parse_when

ROWS = """\
- row: name/shavkat
  act: name
  thing: shavkat
  type: person
  names: {en: Shavkat Mirziyoyev, tr: Şavkat Mirziyoyev, uz: Shavkat Mirziyoyev, ru: Шавкат Мирзиёев}
- row: name/uzb
  act: name
  thing: UZB
  type: party
  names: {en: Uzbekistan, uz: Oʻzbekiston}
- row: name/kyz
  act: name
  thing: kyzyl
  type: place
  names: {en: Kyzylorda, kk: Қызылорда, tr: Kızılorda}
- row: name/tajik
  act: name
  thing: tajik
  type: place
  names: {en: Tajik lake, tg: Кӯли тоҷикӣ}
- row: name/near
  act: name
  thing: near
  type: subject
  names: {en: Not near AND far OR "quoted" (and) col*}
"""


@pytest.fixture(scope="module")
def words_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of five names, to be read."""
    record = tmp_path_factory.mktemp("words") / "record"
    new_record(record, make_key(record.with_name("record.key"), "kengesh.test/words"), None)
    _add(record, ROWS)
    return record


@pytest.fixture
def folder(words_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same record, to be changed, with no index yet; its keeper's own folder is beside it."""
    monkeypatch.setenv("KENGESH_CONFIG", str(tmp_path / "config"))
    for name in ("record", "record.writer"):
        shutil.copytree(words_record.with_name(name), tmp_path / name)
    shutil.copy(words_record.with_name("record.key"), tmp_path)
    return tmp_path / "record"


def _add(record: Path, rows: str) -> None:
    file = record.with_name("rows.yaml")
    file.write_text(rows, encoding="utf-8")
    add_files(record, load_key(record.with_name("record.key")), Given({f"rows-{len(rows)}.yaml": file}, {}))


def found(record: Path, words: str, known_at: int | None = None) -> list[str | None]:
    """Return the things under which words are found."""
    mechanism = Mechanism.open(record)
    return [row["thing"] for row in search(mechanism, mechanism.view(known_at=known_at), words)["answer"]]


def files(record: Path) -> dict[str, bytes]:
    """Return the files of a record."""
    return {
        path.relative_to(record).as_posix(): path.read_bytes() for path in record.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Şavkat", "shavkat"),
        ("savkat", "shavkat"),
        ("ŞAVKAT mirziyoyev", "shavkat"),
        ("шавкат", "shavkat"),
        ("ШАВКАТ", "shavkat"),
        ("Shavk", "shavkat"),
        ("Oʻzbekiston", "UZB"),
        ("O‘zbekiston", "UZB"),
        ("O’zbekiston", "UZB"),
        ("O'zbekiston", "UZB"),
        ("ozbekiston", "UZB"),
        ("Kızılorda", "kyzyl"),
        ("KIZILORDA", "kyzyl"),
        ("kizilorda", "kyzyl"),
        ("Қызылорда", "kyzyl"),
        ("кызылорда", "kyzyl"),
        ("тоҷикӣ", "tajik"),
        ("точики", "tajik"),
        ("тожики", "tajik"),
        ("КӮЛИ", "tajik"),
        ("кули", "tajik"),
        ("Ku\u0304li", "tajik"),
    ],
)
def test_spellings_meet(words_record: Path, words: str, thing: str) -> None:
    assert found(words_record, words) == [thing]


@pytest.mark.parametrize(
    "words",
    [
        "AND",
        "and far",
        "NEAR(",
        "NEAR/2",
        "OR NOT",
        '"',
        '"quoted"',
        "col*",
        "(and)",
        "near AND",
        "title:near",
        "-far",
    ],
)
def test_no_word_and_no_sign_is_an_operator(words_record: Path, words: str) -> None:
    if words == '"':
        with pytest.raises(QueryRefused, match="letters or digits"):
            found(words_record, words)
    else:
        assert found(words_record, words) == ([] if words in ("NEAR/2", "title:near") else ["near"])


@pytest.mark.parametrize("words", ["", "   ", "*", "''", "—"])
def test_words_without_a_letter_are_refused(words_record: Path, words: str) -> None:
    with pytest.raises(QueryRefused):
        found(words_record, words)


def test_too_long_and_too_many_words_are_refused(words_record: Path) -> None:
    with pytest.raises(QueryRefused, match="201 characters"):
        found(words_record, "x" * 201)
    with pytest.raises(QueryRefused, match="13 words"):
        found(words_record, "x " * 13)


def test_all_words_must_be_there_and_only_the_last_may_be_unfinished(words_record: Path) -> None:
    assert found(words_record, "shavkat mirz") == ["shavkat"]
    assert found(words_record, "shavk mirziyoyev") == []
    assert found(words_record, "shavkat uzbekistan") == []


def test_searching_leaves_the_record_as_it_was_and_the_index_beside_it(folder: Path) -> None:
    before = files(folder)
    found(folder, "shavkat")
    assert files(folder) == before
    assert index_path(folder) == folder.with_name("record.search.sqlite")
    beside = {path.name for path in folder.parent.iterdir()} - {"rows.yaml"}
    assert beside == {"record", "record.key", "record.writer", "record.search.sqlite"}


def test_a_current_index_is_used_as_it_is(folder: Path) -> None:
    found(folder, "shavkat")
    made = index_path(folder).stat().st_mtime_ns
    found(folder, "uzbekistan")
    assert index_path(folder).stat().st_mtime_ns == made


def test_the_index_is_made_anew_when_the_head_of_the_log_has_moved(folder: Path) -> None:
    assert found(folder, "bukhara") == []
    _add(folder, "- {row: name/bukhara, act: name, thing: bukhara, type: place, names: {en: Bukhara}}\n")
    assert found(folder, "bukhara") == ["bukhara"]


def test_what_was_entered_later_is_not_found_at_an_earlier_size(folder: Path) -> None:
    size = Mechanism.open(folder).log.size
    _add(folder, "- {row: name/bukhara, act: name, thing: bukhara, type: place, names: {en: Bukhara}}\n")
    assert found(folder, "bukhara", known_at=size) == []
    assert found(folder, "shavkat", known_at=0) == []
    assert found(folder, "shavkat", known_at=size) == ["shavkat"]


def test_later_passages_do_not_crowd_out_earlier_ones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = Mechanism.open(folder).log.size
    many = "".join(
        f"- {{row: name/s{n}, act: name, thing: s{n}, type: place, names: {{en: Shavkat}}}}\n"
        for n in range(9)
    )
    _add(folder, many)
    monkeypatch.setattr(asking, "LOOKED_AT", 3)
    assert found(folder, "shavkat", known_at=size) == ["shavkat"]


def test_the_rows_by_which_packs_are_kept_are_not_found(folder: Path) -> None:
    mechanism = Mechanism.open(folder)
    kinds = {row["kind"] for row in search(mechanism, mechanism.view(), "name")["answer"]}
    assert "load-rows" not in kinds


def test_a_withdrawn_act_is_not_found(folder: Path) -> None:
    _add(folder, "- {row: name/bukhara, act: name, thing: bukhara, type: place, names: {en: Bukhara}}\n")
    _add(folder, "- {row: name/bukhara, withdraw: {en: It was never there.}}\n")
    assert found(folder, "bukhara") == []


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_index_is_made_anew(folder: Path, damage: bytes) -> None:
    index_path(folder).write_bytes(damage)
    assert found(folder, "shavkat") == ["shavkat"]


def test_damage_that_shows_only_where_it_is_read_is_mended_too(folder: Path) -> None:
    found(folder, "shavkat")
    with sqlite3.connect(index_path(folder)) as database:
        database.execute("drop table folded")
    database.close()
    assert found(folder, "shavkat") == ["shavkat"]


def test_an_index_of_another_version_is_made_anew(folder: Path) -> None:
    found(folder, "shavkat")
    with sqlite3.connect(index_path(folder)) as database:
        database.execute("update about set version = '0'")
    database.close()
    assert found(folder, "shavkat") == ["shavkat"]
    with sqlite3.connect(index_path(folder)) as database:
        assert database.execute("select version from about").fetchone() != ("0",)
    database.close()


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """The record in a folder where nothing can be written beside it."""
    folder.parent.chmod(0o555)
    if os.access(folder.parent, os.W_OK):
        folder.parent.chmod(0o755)
        pytest.skip("this user may write everywhere")
    yield folder
    folder.parent.chmod(0o755)


def test_a_record_on_a_read_only_disk_is_searched_by_an_index_of_one_s_own(
    read_only: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KENGESH_CONFIG", str(tmp_path_factory.mktemp("config")))
    assert found(read_only, "shavkat") == ["shavkat"]
    assert own_index_path(read_only).is_file()
    assert not index_path(read_only).exists()


def test_where_the_place_beside_is_taken_the_index_is_one_s_own_and_is_kept(folder: Path) -> None:
    index_path(folder).mkdir()
    assert found(folder, "shavkat") == ["shavkat"]
    made = own_index_path(folder).stat().st_mtime_ns
    assert found(folder, "shavkat") == ["shavkat"]
    assert own_index_path(folder).stat().st_mtime_ns == made


def test_where_there_is_no_place_at_all_that_is_said(folder: Path) -> None:
    index_path(folder).mkdir()
    own_index_path(folder).parent.parent.write_text("a file where a folder should be")
    with pytest.raises(CannotIndex, match="neither to .*record.search.sqlite nor to .*: "):
        found(folder, "shavkat")


def test_two_copies_of_a_record_have_an_index_each(folder: Path) -> None:
    assert own_index_path(folder) != own_index_path(folder.with_name("copy"))
    assert current_index(Mechanism.open(folder)) == index_path(folder)


def test_what_is_found_says_what_it_rests_on_and_where_the_words_stand(founding: Mechanism) -> None:
    rows = search(founding, founding.view(), "Azerbaijan full participation")["answer"]
    assert rows
    assert all(row.keys() >= {"certainty", "disputed", "acts", "sources", "thing", "words"} for row in rows)


@pytest.mark.parametrize("words", ["Ташкент", "Taşkent", "Tashkent", "TASHKENT"])
def test_tashkent_is_found_in_each_of_its_spellings(founding: Mechanism, words: str) -> None:
    things = [row["thing"] for row in search(founding, founding.view(), words)["answer"]]
    assert "tashkent" in things[:3]


@pytest.mark.parametrize(
    ("words", "thing", "before", "after"),
    [
        ("Tokyo Declaration", "tokyo-declaration-2025", "2020-01-01", "2026-06-04"),
        ("treaty-2022", "treaty-2022", "2021-08-05", "2021-08-06"),
        ("seventh consultative meeting", "consultative-meeting/7", "2024-01-01", "2025-11-16"),
    ],
)
def test_a_thing_is_found_from_the_day_on_which_it_was_there_or_announced(
    founding: Mechanism, words: str, thing: str, before: str, after: str
) -> None:
    assert thing not in {row["thing"] for row in search(founding, founding.view(on=before), words)["answer"]}
    assert thing in {row["thing"] for row in search(founding, founding.view(on=after), words)["answer"]}


@pytest.mark.parametrize("words", ["Azerbaijan", "Tashkent", "AVİM", "treaty", "Turkmenistan member"])
def test_what_is_found_on_a_past_day_had_been_said_or_done_by_then(founding: Mechanism, words: str) -> None:
    view = founding.view(on="2022-01-01")
    found = search(founding, view, words)["answer"]
    days = [
        founding.ask("act", act=id_)["answer"][0]["act"].get("on") for row in found for id_ in row["acts"]
    ]
    assert [day for day in days if day and (parse_when(day).earliest or view.on) > view.on] == []
    assert len(search(founding, founding.view(), words)["answer"]) >= len(found)
