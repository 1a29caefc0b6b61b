"""A unit keeps its id in every version, however the version came."""

from __future__ import annotations

from kengesh.texts.continuing import continued
from kengesh.texts.reading.by_ending import read_bytes
from kengesh.texts.units import Place, Status, Text, Unit, UnitKind, with_status

FIRST = """\
1. Decide to establish a joint logistics network by 2028;

2. Agree that the network shall be open to every operator of the region;

3. Invite the members to report annually on the length of track;
"""


def read(words: str) -> Text:
    return read_bytes(words.encode(), "a.md", "en").text


def ids(text: Text) -> list[str]:
    return [unit.id for unit in text.units]


def test_changed_and_moved_units_keep_their_ids() -> None:
    one, two, three = FIRST.strip().split("\n\n")
    later = read("\n\n".join([three, one.replace("joint", "common"), two]))
    assert ids(continued(later, read(FIRST))) == ["u3", "u1", "u2"]


def test_a_new_unit_has_an_id_that_no_version_had() -> None:
    later = read(FIRST + "\n4. Thank the host for its hospitality and the good work;\n")
    assert ids(continued(later, read(FIRST))) == ["u1", "u2", "u3", "u4"]
    assert ids(continued(later, read(FIRST), {"u4", "u9"})) == ["u1", "u2", "u3", "u10"]


def test_the_marks_of_footnotes_follow_their_footnotes() -> None:
    first = Text(
        "en",
        (
            Unit("u1", UnitKind.OPERATIVE, "Decide⁅n7⁆ to meet again;", "1."),
            Unit("n7", UnitKind.FOOTNOTE, "In Astana."),
        ),
    )
    later = Text(
        "en",
        (
            Unit("u1", UnitKind.OPERATIVE, "Decide⁅f1⁆ to meet again;", "1."),
            Unit("f1", UnitKind.FOOTNOTE, "In Astana."),
        ),
    )
    assert continued(later, first) == first


def test_a_table_keeps_its_name_and_a_new_one_gets_another() -> None:
    def cell(id: str, words: str, table: str) -> Unit:
        return Unit(id, UnitKind.CELL, words, place=Place(table, 1, 1))

    between = Unit("u2", UnitKind.OPERATIVE, "Decide to meet again in the autumn;", "1.")
    first = Text("en", (cell("u1", "Length of the northern section", "t1"), between))
    later = Text(
        "en", (cell("u5", "Year", "t1"), between, cell("u7", "Length of the northern section", "t2"))
    )
    tables = {unit.text: unit.place.table for unit in continued(later, first).units if unit.place}
    assert tables == {"Year": "t2", "Length of the northern section": "t1"}


def test_what_was_agreed_stays_agreed_where_its_words_stay() -> None:
    first = with_status(with_status(read(FIRST), "u1", Status.AGREED), "u2", Status.AD_REFERENDUM)
    later = continued(read(FIRST.replace("joint", "common")), first)
    assert [unit.status for unit in later.units] == [Status.OPEN, Status.AD_REFERENDUM, Status.OPEN]
