"""The nearest claims: each holds by the same record, is read back, and is another than the claim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.formats.claims.language.reading import read_by_ids, read_claim
from kengesh.formats.claims.language.values import Claim
from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.verdict.judging import judge, judge_in
from kengesh.formats.claims.verdict.nearest import MOST, nearest
from kengesh.mechanism.record import Mechanism
from kengesh.terms.dates import Truth
from tests.formats.claims.test_unknown_stays_unknown import CLAIMS, told
from tests.formats.claims.worlds import ASKED, BODIES, PARTIES, WORLDS, World, day, record_of

NEAREST = {
    "TKM is member of ots on 2025-11-16": ["TKM is observer of ots on 2025-11-16"],
    "every {AZE, TKM} is member of ots on 2025-11-16": [
        "every {AZE, TKM} except {TKM} is member of ots on 2025-11-16",
        "exactly 1 {AZE, TKM} is member of ots on 2025-11-16",
    ],
    "only {KAZ, KGZ, TUR, UZB} is member of ots on 2026-02-12": [
        "only {KAZ, KGZ, TUR, UZB, AZE} is member of ots on 2026-02-12"
    ],
    "exactly 7 member of ots is member of ots on 2026-02-12": [
        "exactly 5 member of ots is member of ots on 2026-02-12"
    ],
    "AZE was guest-of-honour at the last 3 meetings of consultative-meeting": [
        "AZE was guest-of-honour at exactly 2 of the last 3 meetings of consultative-meeting"
    ],
    "AZE was guest-of-honour at consultative-meeting/7": ["AZE was head-of-state at consultative-meeting/7"],
    "consultative-meeting/1 was held in tashkent": ["consultative-meeting/1 was held in astana"],
    "consultative-meeting/1 was held on 2019": ["consultative-meeting/1 was held on 2018-03-15"],
    "consultative-meeting/7 was chaired by KAZ": ["consultative-meeting/7 was chaired by shavkat-mirziyoyev"],
    "central-asia-2040 was adopted at consultative-meeting/6": [
        "central-asia-2040 was signed at consultative-meeting/6"
    ],
    "UZB is the first to join ots": ["AZE is the first to join ots"],
    "UZB is member of ots on 2018-06-01": ["UZB is member of ots on 2019-09-14"],
    "TJK signed treaty-2022 on 2022": ["TJK signed treaty-2022 on 2025-08-28"],
    "proposal/regular-meetings was proposed by KAZ on 2017": [
        "proposal/regular-meetings was proposed by UZB on 2017"
    ],
}


@pytest.mark.parametrize("text", NEAREST)
def test_what_an_author_could_write_instead_comes_first(record: Mechanism, text: str) -> None:
    found = judge(read_claim(text, record.view()).claim, record)
    assert [write_claim(one) for one in nearest(found)][: len(NEAREST[text])] == NEAREST[text]


@pytest.mark.parametrize("text", NEAREST)
def test_what_is_offered_holds_when_it_is_read_again(record: Mechanism, text: str) -> None:
    claim = read_claim(text, record.view()).claim
    for near in nearest(judge(claim, record)):
        again = read_claim(write_claim(near), record.view()).claim
        assert again == near != claim
        assert judge(again, record).truth is Truth.YES


def test_nothing_is_nearer_than_a_claim_that_holds(record: Mechanism) -> None:
    assert nearest(judge(read_claim("AZE is member of ots on 2025-11-16", record.view()).claim, record)) == []


def test_what_is_known_at_an_earlier_size_is_offered_for_that_size(record: Mechanism) -> None:
    claim = read_claim(
        f"TKM is member of ots on 2025-11-16 known at {record.state.size - 1}", record.view()
    ).claim
    (near,) = nearest(judge(claim, record))[:1]
    assert near.known_at == claim.known_at
    assert judge(near, record).truth is Truth.YES


EVERY = [(party, body) for party in PARTIES for body in BODIES]


@settings(derandomize=True, deadline=None, max_examples=25)
@given(WORLDS, st.sets(st.sampled_from(EVERY)), st.lists(CLAIMS, min_size=1, max_size=4))
def test_of_any_claim_what_is_offered_holds_is_read_back_and_is_another_claim(
    world: World, kept: set[tuple[str, str]], asked: list[Claim]
) -> None:
    cast = record_of(told(world, kept, (), [("council", ASKED)]))
    for claim in asked:
        found = judge_in(claim, cast.view(day(ASKED)))
        offered = nearest(found)
        assert len(offered) <= MOST
        assert len(set(offered)) == len(offered)
        assert found.truth is not Truth.YES or not offered
        for near in offered:
            assert read_by_ids(write_claim(near)) == near != claim
            assert judge_in(near, cast.view(near.on or day(ASKED))).truth is Truth.YES
