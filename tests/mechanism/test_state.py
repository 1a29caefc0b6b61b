"""The state is a fold: the same entries give the same one, however they come; what is not understood is counted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.charter import all_kinds
from kengesh.mechanism.digest import VERSION, digest
from kengesh.mechanism.reading import DamagedEntry
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.state import State
from kengesh.record.envelope import UnknownEnvelope
from tests.mechanism.cast import (
    GAZETTE,
    act,
    attest,
    begin,
    correct,
    council,
    deny,
    end,
    id_of,
    note,
    withdraw,
)

ACTS = [
    begin("KAZ", "member", "2018-03-15"),
    begin("AZE", "full-participant", "2025-11-16"),
    attest("TKM", "observer", "2025-10-07"),
    end("UZB", "1999", status="member"),
    deny("TJK", "../2026-02-13"),
    act("name", thing="council", type="body", names={"en": {"text": 'A "name"],"at":"x"', "by": "ours"}}),
    {"kind": "lay-wreath/1", "voice": "reported", "sources": ["not as ours"], "where": [{"at": "x"}]},
    withdraw(id_of(begin("KAZ", "member", "2018-03-15"))),
    correct(id_of(end("UZB", "1999", status="member")), id_of(attest("TKM", "observer", "2025-10-07"))),
]
ENTRIES = [[ACTS[0]], ACTS[1:3], [ACTS[3]], [ACTS[4]], ACTS[5:7], [ACTS[6]], [ACTS[7]], [ACTS[8]]]
NOTES = [note(*acts, at=f"2026-06-{day:02}T00:00:00Z") for day, acts in enumerate(ENTRIES, 1)]


def folded(notes: list[bytes]) -> State:
    state = State(all_kinds())
    state.fold(notes)
    return state


def test_the_same_entries_give_the_same_digest_which_names_the_fold() -> None:
    assert digest(folded(NOTES)) == digest(folded(NOTES))
    assert digest(folded(NOTES)).startswith(f"{VERSION}:")


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, len(NOTES)), max_size=4))
def test_entries_folded_in_any_parts_give_the_digest_of_all_at_once(cuts: list[int]) -> None:
    state, start = State(all_kinds()), 0
    for cut in [*sorted(cuts), len(NOTES)]:
        state.fold(NOTES[start:cut])
        start = max(start, cut)
    assert digest(state) == digest(folded(NOTES))


def test_an_entry_more_or_less_another_order_or_a_changed_word_gives_another_digest() -> None:
    changed = NOTES[0].replace(b"2018-03-15", b"2018-03-16")
    later = NOTES[-1].replace(b"2026-06-08T", b"2026-06-09T")
    apart = [note(ACTS[1], at="2026-06-02T00:00:00Z"), note(ACTS[2], at="2026-06-02T00:00:00Z")]
    others = [
        NOTES[:-1],
        [NOTES[1], NOTES[0], *NOTES[2:]],
        [changed, *NOTES[1:]],
        [*NOTES[:-1], later],
        [NOTES[0], *apart, *NOTES[2:]],
        [*NOTES, NOTES[0]],
        [],
    ]
    assert len({digest(folded(one)) for one in [NOTES, *others]}) == len(others) + 1


@pytest.mark.parametrize("size", range(len(NOTES) + 1))
def test_at_an_earlier_size_the_indexes_say_what_they_said_then(size: int) -> None:
    whole, then = folded(NOTES), folded(NOTES[:size])
    limit = whole.acts_at(size)
    assert limit == then.acts
    for group in whole.readers.groups:
        for thing in ("KAZ", "AZE", "TKM", "TJK", "council", "member", "gazette"):
            assert list(whole.numbers(group, thing, limit)) == list(then.numbers(group, thing, then.acts))
            assert whole.count(group, thing, limit) == len(then.numbers(group, thing, then.acts))
    assert list(whole.citing("gazette", limit)) == list(then.citing("gazette", then.acts))
    assert whole.not_understood(limit) == then.not_understood(then.acts)
    for target in map(bytes.fromhex, map(id_of, ACTS)):
        assert list(whole.pointing_at(target, limit)) == list(then.pointing_at(target, then.acts))


def test_acts_of_unknown_kinds_and_versions_are_read_and_counted() -> None:
    cast = council()
    before = cast.state.not_understood(cast.state.acts)
    cast.enter(
        {"kind": "lay-wreath/1", "voice": "performed"},
        {**begin("KAZ", "member", "2018"), "kind": "begin-participation/2"},
    )
    cast.enter({**begin("UZB", "member", "2018"), "party": ["UZB"]})
    cast.enter(begin("KGZ", "member", "2018-03-15"))
    assert cast.state.not_understood(cast.state.acts) - before == 3
    assert [cast.status(party, "2020-01-01") for party in ("KAZ", "UZB", "KGZ")] == [
        "not-known",
        "not-known",
        "member",
    ]


def test_an_act_with_a_field_that_is_not_known_is_understood_without_it() -> None:
    cast = council()
    cast.enter({**begin("KAZ", "member", "2018-03-15"), "seal": {"colour": "blue"}, "from": "KAZ"})
    assert cast.status("KAZ", "2020-01-01", reported_by="2020-01-01") == "member"


@pytest.mark.parametrize("question", ["log", "timeline", "disputes", "sources"])
def test_every_question_is_answered_beside_acts_that_are_not_understood(question: str) -> None:
    cast = council()
    cast.enter({"kind": "lay-wreath/1", "voice": "reported", "sources": ["a", 5], "row": 3, "on": {}})
    assert cast.ask(question)["truth"] is None
    assert cast.ask("entry", cast.size - 1)["answer"][0]["understood"] is False
    assert cast.ask("act", f"#{cast.size - 1}.0")["answer"][0]["live"] is False


@pytest.mark.parametrize(
    "first", [b"kengesh/entry/v2\n", b"kengesh/entry/v1 \n", b"", b"kengesh/entry/v1", b"\xff\n", b"{}\n"]
)
def test_an_entry_of_an_unknown_envelope_is_refused_and_nothing_of_it_is_folded(first: bytes) -> None:
    unknown = first + NOTES[1].split(b"\n", 1)[1] if first.endswith(b"\n") else first
    state = State(all_kinds())
    with pytest.raises(UnknownEnvelope, match=r"kengesh/entry/v1"):
        state.fold([*NOTES[:2], unknown, *NOTES[2:]])
    assert digest(state) == digest(folded(NOTES[:2]))
    state.fold(NOTES[2:])
    assert digest(state) == digest(folded(NOTES))


def damaged() -> list[bytes]:
    entry = NOTES[1]
    return [
        entry[: len(entry) // 2],
        entry.replace(b'"acts":[', b'"acts":{'),
        entry.replace(b'"kind"', b'"kind', 1),
        entry.replace(b'"signers"', b'"signatories"'),
        note(ACTS[0]).replace(b"KAZ", b"K\xffZ"),
        note(ACTS[0], ACTS[1]).replace(b"KAZ", b"K\xffZ"),
        b"kengesh/entry/v1\n",
        b"kengesh/entry/v1\n[]\n\n",
    ]


@pytest.mark.parametrize("entry", damaged())
def test_a_damaged_entry_is_refused_with_a_way_on_and_nothing_of_it_is_folded(entry: bytes) -> None:
    state = State(all_kinds())
    with pytest.raises(DamagedEntry, match="kengesh verify"):
        state.fold([*NOTES[:3], entry])
    assert digest(state) == digest(folded(NOTES[:3]))


def test_the_size_of_a_moment_counts_the_entries_up_to_it() -> None:
    state = folded(NOTES)
    moments = ["2026-05-31T23:59:59Z", "2026-06-01T00:00:00Z", "2026-06-03T12:00:00Z", "2030-01-01T00:00:00Z"]
    assert [state.size_at(moment) for moment in moments] == [0, 1, 3, len(NOTES)]


WORDS = council()


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=3), st.integers(0, 2))
def test_whatever_words_an_act_holds_its_id_is_the_hash_of_its_own_bytes(texts: list[str], more: int) -> None:
    acts: list[dict[str, Any]] = [
        act("name", thing="council", type="body", names={"en": {"text": text, "by": "ours"}})
        for text in texts
    ]
    acts += [{"kind": "lay-wreath/1", "voice": "reported", "words": texts}] * min(more, 1)
    WORDS.enter(*acts)
    assert [one.id for one in WORDS.store.entry(WORDS.size - 1)] == [id_of(one) for one in acts]
    assert all(WORDS.store.number(id_of(one)) is not None for one in acts)


def test_a_source_cited_twice_by_one_act_is_noted_once() -> None:
    cast = council()
    cast.enter(
        begin("KAZ", "member", "2018-03-15", sources=[*GAZETTE, {"source": "gazette", "passage": "2"}])
    )
    assert len(cast.view().citing("gazette")) == 1


ORDERED = """
import json, sys
from kengesh.desk.kinds import every_kind
from kengesh.mechanism.digest import digest
from kengesh.mechanism.record import Mechanism
record = Mechanism.open(sys.argv[1], every_kind())
asked = [("members", {"body": body}) for body in ("ots", "sco", "cis", "wto", "ifas")]
asked += [("disputes", {}), ("chair", {"body": "consultative-meeting"}), ("meeting", {"meeting": "consultative-meeting/7"})]
print(digest(record.state), json.dumps([record.ask(question, on="2025-11-16", **more) for question, more in asked]))
"""


def test_other_processes_give_the_same_digest_and_the_same_rows_in_the_same_order(
    founding: Mechanism, founding_folder: Path
) -> None:
    run = [sys.executable, "-c", ORDERED, str(founding_folder)]
    environments = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    said = {subprocess.run(run, env=one, check=True, capture_output=True).stdout for one in environments}
    assert len(said) == 1
    assert said.pop().decode().split()[0] == digest(founding.state)
