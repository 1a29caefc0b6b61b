"""What is no network is refused, every mistake at once, each with its file, its line and what to do."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from kengesh.corridors.network.edition import read_edition
from kengesh.corridors.network.network import Network, read_network
from kengesh.corridors.network.problems import NetworkError, Where
from tests.corridors.network.editions import HEAD, LINKS, NUMBERS, PLACES, edition


def refusal(folder: Path, *more: Path) -> NetworkError:
    with pytest.raises(NetworkError) as refused:
        read_network([folder, *more])
    return refused.value


def places_of(error: NetworkError) -> list[tuple[str, int, str]]:
    """Where each mistake stands: its file, its line, its column."""
    return [(one.where.file, one.where.line, one.column) for one in error.problems]


def test_a_network_that_hangs_together_is_read(tmp_path: Path) -> None:
    network = read_network([edition(tmp_path)])
    assert isinstance(network, Network)
    assert list(network.links) == ["S1", "R1"]
    found = network.numbers().of("S1", "time")
    assert found is not None and (found.value, found.number.where) == (22, Where("number.csv", 3))


def test_a_link_to_nowhere_is_named_by_file_and_line_with_what_is_near(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, link=LINKS.replace("AZ-ALA", "AZ-ALT")))
    assert str(error) == (
        "link.csv, line 2, row S1, to_place: “AZ-ALT” is not there (no row of place). Is it AZ-ALA, KZ-AKT?"
    )


def test_a_number_about_nothing_is_refused(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, number=NUMBERS.replace("R1,distance", "R9,distance")))
    assert places_of(error) == [("number.csv", 4, "subject")]


def test_a_negative_time_is_refused(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, number=NUMBERS.replace("S1,time,22", "S1,time,-22")))
    assert str(error) == "number.csv, line 3, row S1 time, value: -22: time is never below zero."


def test_a_unit_that_does_not_fit_its_quantity_is_refused_with_those_that_do(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, number=NUMBERS.replace("22,h", "22,km")))
    assert str(error) == (
        "number.csv, line 3, row S1 time, unit: the unit “km” does not fit time: expected h, min, d."
    )


def test_a_quantity_that_such_a_row_cannot_have_is_refused(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, number=NUMBERS.replace("S1,time", "S1,dwell")))
    assert places_of(error) == [("number.csv", 3, "quantity")]


def test_two_mistakes_are_both_told_at_once(tmp_path: Path) -> None:
    numbers = NUMBERS.replace("22,h", "-22,km").replace("derived,measured on a map,", "derived,,")
    error = refusal(edition(tmp_path, number=numbers))
    assert places_of(error) == [
        ("number.csv", 3, "unit"),
        ("number.csv", 3, "value"),
        ("number.csv", 4, "method"),
    ]
    assert str(error).count("\n") == 2


def test_mistakes_in_several_files_are_told_together(tmp_path: Path) -> None:
    error = refusal(
        edition(tmp_path, place=PLACES.replace("43.65", "143.65"), link=LINKS.replace("rail", "train"))
    )
    assert places_of(error) == [("link.csv", 3, "mode"), ("place.csv", 2, "lat")]


def test_an_id_that_is_used_twice_names_both_places(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, link=LINKS.replace("R1,", "S1,")))
    assert "link.csv, line 3, row S1: the id is used before, in link.csv, line 2." in str(error)


def test_an_id_is_used_once_over_all_tables(tmp_path: Path) -> None:
    numbers = NUMBERS.replace("S1,", "R1,")
    error = refusal(edition(tmp_path, link=LINKS.replace("S1,", "UZ-TAS,"), number=numbers))
    assert next((one.where, one.row) for one in error.problems) == (Where("link.csv", 2), "UZ-TAS")


def test_an_id_that_is_the_name_of_a_mode_is_refused(tmp_path: Path) -> None:
    numbers = NUMBERS.replace("R1,distance", "S1,distance")
    error = refusal(edition(tmp_path, link=LINKS.replace("R1,", "rail,"), number=numbers))
    assert [(one.where, one.row) for one in error.problems] == [(Where("link.csv", 3), "rail")]


def test_a_published_number_without_a_source_is_refused(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, number=NUMBERS.replace("https://example.org/a", "", 1)))
    assert places_of(error) == [("number.csv", 2, "source")]


def test_a_value_outside_of_its_own_range_is_refused(tmp_path: Path) -> None:
    numbers = "subject,quantity,value,low,high,unit,basis,method\nS1,time,22,23,30,h,assumed,a guess\n"
    assert places_of(refusal(edition(tmp_path, number=numbers))) == [("number.csv", 2, "value")]


def test_a_column_that_does_not_exist_is_refused_with_those_that_do(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, link=LINKS.replace("gauge_mm", "gauge")))
    assert str(error).startswith("link.csv, line 1, gauge: there is no such column in the table “link”")


def test_a_row_that_is_longer_than_its_head_is_refused(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, link=LINKS.replace("rail,1520", "rail,1520,both")))
    assert "link.csv, line 3, row R1: the row has 6 cells, and the head of the table 5." in str(error)


def test_the_line_is_that_of_the_file_also_after_a_cell_of_several_lines(tmp_path: Path) -> None:
    links = (
        'link_id,from_place,to_place,mode,note\nS1,KZ-AKT,AZ-ALA,sea,"two\nlines"\nR1,UZ-TAS,KZ-AKT,train,\n'
    )
    numbers = "subject,quantity,value,unit,basis\n"
    assert places_of(refusal(edition(tmp_path, link=links, number=numbers))) == [("link.csv", 4, "mode")]


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = edition(tmp_path, number=NUMBERS)
    (folder / "place.csv").write_bytes(PLACES.replace("Aktau", "Актау").encode("cp1251"))
    (first, *_rest) = refusal(folder).problems
    assert first.where == Where("place.csv", 2) and "Save the file as “CSV UTF-8”" in first.says


def test_semicolons_and_decimal_commas_of_a_spreadsheet_program_are_read(tmp_path: Path) -> None:
    numbers = "subject;quantity;value;unit;basis;method\nS1;time;22,5;h;assumed;a guess\n"
    found = read_network([edition(tmp_path, number=numbers)]).numbers().of("S1", "time")
    assert found is not None and found.value == 22.5


def test_an_edition_without_a_title_is_refused(tmp_path: Path) -> None:
    error = refusal(edition(tmp_path, head=HEAD.replace('title = "A test"\n', "")))
    assert str(error) == "edition.toml, line 1, title: it is missing."


def test_a_layer_without_what_lies_under_it_is_refused(tmp_path: Path) -> None:
    layer = edition(tmp_path, head=HEAD + 'over = "test/0"\n')
    assert places_of(refusal(layer)) == [("edition.toml", 1, "over")]


def test_an_exercises_number_is_refused_outside_of_an_exercise(tmp_path: Path) -> None:
    numbers = NUMBERS.replace("derived,measured on a map", "exercise,made up")
    assert places_of(refusal(edition(tmp_path, number=numbers))) == [("number.csv", 4, "basis")]


def test_a_number_that_is_made_up_stands_only_in_an_edition_that_calls_itself_an_exercise(
    tmp_path: Path,
) -> None:
    numbers = "subject,quantity,value,unit,basis,method\nR1,time,60,h,exercise,made up\n"
    error = refusal(edition(tmp_path / "real", number=numbers))
    assert [place[2] for place in places_of(error)] == ["basis"]
    assert read_network(
        [edition(tmp_path / "exercise", head=HEAD + "exercise = true\n", number=numbers)]
    ).exercise


def test_a_layer_adds_numbers_and_a_published_one_still_counts(tmp_path: Path) -> None:
    head = 'id = "test/x"\ntitle = "X"\nday = "2026-01-31"\nover = "test/1"\nexercise = true\n'
    numbers = "subject,quantity,value,unit,basis,method\nS1,time,5,h,exercise,made up\nR1,time,60,h,exercise,made up\n"
    layer = tmp_path / "layer"
    layer.mkdir()
    (layer / "edition.toml").write_text(head, encoding="utf-8")
    (layer / "number.csv").write_text(numbers, encoding="utf-8")
    network = read_network([edition(tmp_path / "base"), layer])
    found = {row: network.numbers().of(row, "time") for row in ("S1", "R1")}
    assert {row: one and (one.value, one.basis) for row, one in found.items()} == {
        "S1": (22, "published"),
        "R1": (60, "exercise"),
    }
    assert network.exercise
    assert network.numbers(("published", "derived", "assumed")).of("R1", "time") is None


def test_the_hash_is_that_of_sha256sum_over_its_files(tmp_path: Path) -> None:
    folder = edition(tmp_path)
    (folder / "notes.txt").write_text("this does not count", encoding="utf-8")
    names = ("edition.toml", "link.csv", "number.csv", "place.csv")
    lines = "".join(f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    assert read_edition(folder).hash == sha256(lines.encode()).hexdigest()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("R1,capacity,10,TEU/day,derived,x,forward", "is told of both ways together"),
        ("R1,time,1e300,h,derived,x,", "no number here is beyond 1e+12"),
        ("R1,time,٢٠,h,derived,x,", "is no number"),
        ("R1,time,5,h,derived,a\x00b,", "characters that cannot be seen"),
    ],
)
def test_a_number_that_no_answer_could_rest_on_is_refused(tmp_path: Path, line: str, says: str) -> None:
    numbers = f"subject,quantity,value,unit,basis,method,direction\n{line}\n"
    assert says in str(refusal(edition(tmp_path, number=numbers)))


@pytest.mark.parametrize("day", ["yesterday", ""])
def test_an_edition_has_a_day(tmp_path: Path, day: str) -> None:
    head = HEAD.replace("2026-01-31", day)
    assert head != HEAD
    assert "edition.toml, line 1, day: " in str(refusal(edition(tmp_path, head=head)))


def test_a_head_that_notepad_wrote_is_read(tmp_path: Path) -> None:
    folder = edition(tmp_path)
    (folder / "edition.toml").write_bytes(b"\xef\xbb\xbf" + (folder / "edition.toml").read_bytes())
    assert read_network([folder]).editions[0].id == "test/1"


def test_a_file_in_which_no_id_is_known_is_refused_with_near_ones_for_the_first_alone(tmp_path: Path) -> None:
    numbers = "subject,quantity,value,unit,basis,method\n" + "R11,time,5,h,derived,x\n" * 40
    told = str(refusal(edition(tmp_path, number=numbers)))
    assert told.count("is not there") == 40
    assert told.count("Is it R1") == 10
