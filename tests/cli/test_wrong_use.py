"""Wrong use ends with 2, a sentence on standard error that says what to do, and nothing on standard output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kengesh.mechanism.near import near

WRONG = [
    (
        ("members", "nosuch"),
        "nosuch is not the id of a body in this record. Find its id with: kengesh search WORDS",
    ),
    (
        ("members", "consultative-meting"),
        r"Did you mean one of these\?\n  consultative-meeting: Consultative Meeting of the",
    ),
    (("members", "astana"), "astana is a place; this asks for a body."),
    (("members", "KAZ"), "KAZ is a party; this asks for a body."),
    (("status", "Turkmenistan", "ots"), r"Did you mean one of these\?\n  TKM: Turkmenistan"),
    (("status", "tkm", "ots"), r"\n  TKM: Turkmenistan"),
    (("status", "XXX", "ots"), "XXX is not the id of a party in this record."),
    (("status", "TKM", "turkic states"), r"\n  ots: Organization of Turkic States"),
    (("changes", "ots", "2025", "2026-01-01"), "FROM: expected one day such as 2025-11-16, found 2025."),
    (("changes", "ots", "2026-01-01", "2025-01-01"), "is later than TO, 2025-01-01; change them round."),
    (("chair", "nosuch"), "not the id of a body"),
    (("meetings", "nosuch"), "not the id of a body"),
    (("meeting", "consultative-meeting/9"), "\n  consultative-meeting/8: Eighth Consultative Meeting"),
    (("meeting", "ots"), "ots is a body; this asks for a meeting."),
    (("instruments", "--meeting", "nosuch"), "Find its id with: kengesh meetings"),
    (("instrument", "treaty-2023"), "\n  treaty-2022: Treaty on Friendship"),
    (("proposals", "--fate", "nosuch"), "--fate: nosuch is not one of: adopted, .*taken-up."),
    (("commitments", "--outcome", "bad"), "--outcome: bad is not one of: done, .*running."),
    (("subject", "wter"), "\n  water: Water"),
    (("rules", "nosuch"), "not the id of a body"),
    (("disputes", "dispute/c-777"), "dispute/c-777 is not an id in this record."),
    (("source", "nosuch"), "Find its id with: kengesh sources"),
    (("name", "Astna"), "\n  astana: Astana"),
    (("timeline", "Tokayev"), "\n  kassym-jomart-tokayev: Kassym-Jomart Tokayev"),
    (("members", "ots", "--on", "2025-02-30"), "--on: 2025-02-30: there is no such day"),
    (("members", "ots", "--on", "tomorrow"), "--on: 'tomorrow' is not a date"),
    (("members", "ots", "--on", ""), "--on: '' is not a date"),
    (("members", "ots", "--reported-by", "x"), "--reported-by: 'x' is not a date"),
    (("members", "ots", "--known-at", "999999999"), "the record has .* entries, not 999999999"),
    (("members", "ots", "--known-at", "-1"), "-1 is neither a number of entries .0 or more., nor a day"),
    (("members", "ots", "--known-at", "abc"), "abc is neither a number of entries"),
    (
        ("members", "ots", "--lang", "xx"),
        "xx is not one of the languages: en, tr, ru, az, kk, ky, tg, tk, uz.",
    ),
    (("show", "--known-at", "0"), "ask of a later --known-at"),
    (("members", "ots", "--record", "no-record"), "make one with: kengesh new no-record --pack central_asia"),
    (("search", "*"), "give at least one word to search for: letters or digits"),
    (("search", "x" * 201), "at most 200 can be searched for"),
    (("entry", "99999"), "there is no entry 99999; the log has"),
    (("act", "zzz"), "give its id, its place #12.3, or its row"),
    (("act", "0"), "acts begin with 0; give more of the id"),
    (("export", "--format", "xml"), "xml is not a format; give json or csv"),
    (("export", "--format", "csv", "--json"), "--json and --format csv ask for different things"),
    (("export", "--no-notes"), "an export has the sources of every act"),
    (("prove", "99999"), "there is no entry 99999"),
    (("compare", "no-record", "no-record"), "there is no record at no-record"),
    (("mirror", "no-record", "copy"), "there is no record at no-record"),
    (("verify", "no-record"), "there is no record at no-record"),
    (("check-proof", "no-proof"), "no-proof: No such file or directory"),
    (("add", "no-rows.yaml"), "no-rows.yaml: there is no such file"),
    (("new", "fresh", "--pack", "nosuch"), "there is no pack nosuch"),
    (("new", "fresh", "--key", "no-key"), "Make one with: kengesh key new no-key"),
    (("members",), "Missing argument 'BODY'"),
    (("membres", "ots"), "Did you mean 'members'"),
    (("members", "ots", "cis"), "unexpected extra argument"),
    (("entry", "x"), "N"),
]


@pytest.mark.parametrize(("words", "says"), WRONG, ids=[" ".join(words)[:40] for words, _says in WRONG])
def test_wrong_use_says_what_to_do(
    kengesh, words, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = kengesh(*words)
    assert told.code == 2
    assert told.out == ""
    assert re.search(says, told.err), told.err
    assert sorted(path.name for path in tmp_path.iterdir()) == []


def test_json_does_not_hide_that_an_id_is_unknown(kengesh) -> None:
    told = kengesh("members", "nosuch", "--json")
    assert (told.code, told.out) == (2, "")


def test_a_thing_that_the_record_learns_of_later_is_a_fair_question(kengesh) -> None:
    assert kengesh("members", "ots", "--known-at", "1").code == 0


def test_a_state_of_which_the_record_says_nothing_is_a_fair_question(kengesh) -> None:
    told = kengesh("timeline", "FRA")
    assert told.code == 0 and "Nothing in this record happened" in told.out


@pytest.mark.parametrize(
    ("word", "types", "meant"),
    [
        ("Қазақстан", ("party",), "KAZ"),
        ("Özbekistan", ("party",), "UZB"),
        ("ots", ("body",), "ots"),
        ("nur sultan", ("place",), "astana"),
        ("Teskilat", ("body",), "ots"),
    ],
)
def test_a_name_in_any_of_the_languages_leads_to_its_id(
    founding, word: str, types: tuple[str, ...], meant: str
) -> None:
    assert meant in near(founding.view(), word, types)


def test_what_is_near_nothing_is_near_nothing(founding) -> None:
    assert near(founding.view(), "qqqqqqqq", ()) == []
    assert near(founding.view(), "", ()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("meetings", "csto"),
        ("proposals", "--fate", "rejected"),
        ("commitments", "--on", "1990-01-01"),
        ("timeline", "FRA"),
        ("search", "zzzzz"),
        ("log", "--from", "99999"),
        ("changes", "ots", "2026-01-01", "2026-01-01"),
        ("members", "ots", "--known-at", "0"),
    ],
    ids=" ".join,
)
def test_an_empty_table_is_no_error_and_says_that_there_is_nothing(kengesh, words) -> None:
    told = kengesh(*words)
    assert told.code == 0 and told.err == ""
    assert re.search("^(No |Nothing )", told.out, re.MULTILINE)
