"""Who is in what, and what is shared, as it is typed: the tables, the options, the picture, and each refusal."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

SIX = ("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB")
SUMMIT = ("--on", "2025-11-16")


def test_who_is_in_what_is_a_table_of_bodies_by_states_with_the_meaning_of_its_letters(kengesh) -> None:
    told = kengesh("overlap", "show", "--bodies", "ots,sco", *SUMMIT)
    assert told.code == 0
    lines = told.out.splitlines()
    assert lines[2].split() == ["body", *SIX]
    (ots,) = [one for one in lines if one.startswith("Organization of Turkic States")]
    assert ots.split()[-6:] == ["me", "me", "me", "-", "ob!", "me!"]
    for meaning in ("me   member", "ob   observer", "-    none", "?    not known", "!    sources differ"):
        assert meaning in lines


def test_with_notes_every_place_has_its_row_and_who_says_so(kengesh) -> None:
    told = kengesh("overlap", "show", "--states", "TKM", "--bodies", "ots", "--notes", *SUMMIT)
    assert "Turkmenistan" in told.out and "observer" in told.out and "12 November" in told.out
    assert "\n[1] " in told.out


def test_two_states_are_told_with_every_measure_its_definition_and_what_was_counted(kengesh) -> None:
    told = kengesh("overlap", "pair", "KAZ", "UZB", "--bodies", "ots,sco,eaeu,wto", *SUMMIT)
    assert told.code == 0
    squeezed = " ".join(told.out.split())
    for part in (
        "Kazakhstan · Uzbekistan",
        "joint memberships 2",
        "Jaccard's index 0.50",
        "Uzbekistan within Kazakhstan 1.00",
        "similarity 0.50",
        "Bodies: 4, named above.",
        "Signorino and Ritter (1999)",
        "(the narrow reading)",
    ):
        assert part in squeezed


def test_what_is_not_known_of_two_bodies_is_told_as_two_numbers(kengesh) -> None:
    told = kengesh("overlap", "pair", "csto", "sco", "--states", "KAZ,TKM", *SUMMIT)
    squeezed = " ".join(told.out.split())
    assert "parties of both 1 to 2" in squeezed
    assert "Of 4 pairs of party and body, it is not known of 2 whether the party belongs." in squeezed


def test_the_groups_are_told_and_drawn_into_a_file(kengesh, tmp_path) -> None:
    file = tmp_path / "groups.svg"
    told = kengesh("overlap", "groups", "--svg", file, *SUMMIT)
    assert told.code == 0 and "Not known of every party" in told.out
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert root.get("aria-label") == "Which parties share which bodies"
    assert b"\r" not in file.read_bytes()


def test_the_picture_is_drawn_with_json_too(kengesh, tmp_path) -> None:
    file = tmp_path / "groups.svg"
    told = kengesh("overlap", "groups", "--svg", file, "--json", *SUMMIT).json
    assert {frozenset(row["states"]) for row in told["answer"]} and file.exists()


def test_the_most_alike_stand_first(kengesh) -> None:
    told = kengesh("overlap", "similar", "KAZ", "KGZ", "TKM", "--json", *SUMMIT).json
    lowest = [row["similarity"]["lowest"] for row in told["answer"]]
    assert (told["answer"][0]["first"], told["answer"][0]["second"]) == ("KAZ", "KGZ")
    assert lowest == sorted(lowest, reverse=True) and len(lowest) == 3
    assert told["arguments"]["states"] == ["KAZ", "KGZ", "TKM"]


def test_the_fewest_bodies_are_told_without_those_that_are_barred(kengesh) -> None:
    words = ("overlap", "cover", "KAZ", "TKM", "--bodies", "eco,ots,traceca-agreement")
    assert "It takes 1 body." in kengesh(*words, *SUMMIT).out
    told = kengesh(*words, "--without", "eco", *SUMMIT).out
    assert "It takes 2 bodies." in told and "Not used: Economic Cooperation Organization." in told


def test_states_may_be_given_with_commas_or_one_by_one(kengesh) -> None:
    for command in ("similar", "cover"):
        commas = kengesh("overlap", command, "KAZ,UZB", "KGZ", "--bodies", "ots", "--json").json
        single = kengesh("overlap", command, "KAZ", "UZB", "KGZ", "--bodies", "ots", "--json").json
        assert commas == single
        assert commas["counted"]["states"] == ["KAZ", "UZB", "KGZ"]


def test_whom_no_body_covers_is_named(kengesh) -> None:
    told = kengesh("overlap", "cover", "TJK", "KAZ", "--bodies", "ots", *SUMMIT).out
    assert "No body counted is known to have: Tajikistan." in told


def test_how_it_moved_names_the_day_the_change_and_what_it_came_to(kengesh) -> None:
    told = kengesh(
        "overlap",
        "over-time",
        "KAZ",
        "UZB",
        "--bodies",
        "ots",
        "--from",
        "2019-01-01",
        "--to",
        "2020-01-01",
        "--json",
    ).json
    assert [(row["day"], row["joint"]["lowest"]) for row in told["answer"]] == [
        ("2019-01-01", 0),
        ("2019-09-14", 1),
    ]
    assert told["arguments"]["from"] == "2019-01-01"
    shown = kengesh("overlap", "over-time", "KAZ", "UZB", "--bodies", "ots", "--from", "2019-01-01").out
    assert "not known → member state" in " ".join(shown.split())


def test_a_last_day_before_anything_is_told_says_so(kengesh) -> None:
    told = kengesh("overlap", "over-time", "KAZ", "UZB", "--bodies", "ots", "--to", "1900-01-01")
    assert (told.code, "tells of neither of them up to that day" in told.out) == (0, True)


def test_options_of_a_question_may_stand_before_the_command(kengesh) -> None:
    before = kengesh("--on", "2025-11-16", "--json", "overlap", "pair", "KAZ", "UZB").json
    after = kengesh("overlap", "pair", "KAZ", "UZB", "--json", *SUMMIT).json
    assert before == after and before["question"] == "overlap-pair" and before["on"] == "2025-11-16"


@pytest.mark.parametrize("language", ["tr", "ru"])
def test_names_come_in_the_language_asked_for(kengesh, language: str) -> None:
    told = kengesh("overlap", "show", "--bodies", "ots", "--lang", language)
    assert told.code == 0
    assert {"tr": "Türk Devletleri Teşkilatı", "ru": "Организация тюркских государств"}[language] in told.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("pair", "KAZZ", "UZB"),
            "KAZZ is not the id of a party in this record. Did you mean one of these?\n  KAZ: Kazakhstan",
        ),
        (("pair", "ots", "KAZ"), "ots and KAZ are not of one sort; give two states, or two bodies."),
        (("pair", "KAZ", "KAZ"), "KAZ and KAZ are the same; name two to compare."),
        (
            ("pair", "KAZ", "UZB", "--states", "TKM"),
            "--states says what is compared already; leave it out here.",
        ),
        (
            ("pair", "ots", "sco", "--bodies", "cis"),
            "--bodies says what is compared already; leave it out here.",
        ),
        (("show", "--bodies", "KAZ"), "KAZ is a party; this asks for a body."),
        (("show", "--states", ","), "--states names nothing; give ids with commas."),
        (
            ("show", "--known-at", "0"),
            "This record has no members of its own on that day; name the states to compare.",
        ),
        (("similar", "KAZ"), "Name at least two states to compare."),
        (("cover", "KAZ", "--without", "UZB"), "UZB is a party; this asks for a body."),
        (("over-time", "KAZ", "UZB", "--from", "2019-13-01"), "--from: "),
        (
            ("over-time", "KAZ", "UZB", "--from", "2026-01-01", "--to", "2025-01-01"),
            "2026-01-01 is later than 2025-01-01; give the earlier day first.",
        ),
    ],
)
def test_what_cannot_be_compared_ends_with_a_sentence(kengesh, words, says: str) -> None:
    told = kengesh("overlap", *words)
    assert told.code == 2 and told.out == ""
    assert f"Error: {says}" in told.err


def test_no_picture_is_written_into_the_record_or_where_nothing_can_be_written(
    kengesh, founding_folder, tmp_path
) -> None:
    inside = kengesh("overlap", "groups", "--svg", founding_folder / "groups.svg")
    assert inside.code == 2 and "would lie inside the record" in inside.err
    nowhere = kengesh("overlap", "groups", "--svg", tmp_path / "no" / "groups.svg")
    assert nowhere.code == 2 and "groups.svg" in nowhere.err
