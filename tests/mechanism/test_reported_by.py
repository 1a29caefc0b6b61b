"""What the world could have known by a day: acts count by the days of their sources, performed ones by their entry's."""

from __future__ import annotations

import pytest

from kengesh.mechanism.certainty import certainty_of
from tests.mechanism.cast import BECAUSE, Cast, act, begin, cites, correct, council, since

LATER = "2031-01-01"


OTHERWISE = {"en": {"text": "Told otherwise.", "by": "ours"}}


def published(**days: str | None) -> Cast:
    cast = council()
    cast.sources(**days)
    return cast


def test_only_sources_published_up_to_the_day_count() -> None:
    cast = published(press="2020-05-05")
    cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("press")))
    assert cast.status("KAZ", LATER, reported_by="2020-05-04") == "not-known"
    assert cast.status("KAZ", LATER, reported_by="2020-05-05") == "member"


def test_a_source_of_which_only_the_month_is_known_counts_from_its_last_day() -> None:
    cast = published(press="2020-05")
    cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("press")))
    assert cast.status("KAZ", LATER, reported_by="2020-05-30") == "not-known"
    assert cast.status("KAZ", LATER, reported_by="2020-05-31") == "member"


def test_acts_of_undated_sources_alone_are_left_out_and_counted_each_once() -> None:
    cast = published(undated=None, press="2020-05-05", late="2029-01-01")
    cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("undated")))
    cast.enter(begin("UZB", "member", "2018-03-15", sources=cites("undated", "press")))
    cast.enter(begin("KGZ", "member", "2018-03-15", sources=cites("undated", "late")))
    for _again in range(2):
        view = cast.view(LATER, reported_by="2020-06-01")
        assert [cast.status(party, LATER, reported_by="2020-06-01") for party in ("KAZ", "UZB", "KGZ")] == [
            "not-known",
            "member",
            "not-known",
        ]
        assert view.left_out_undated() == 1
    assert cast.view(LATER).left_out_undated() == 0


def test_the_day_of_a_source_that_was_registered_again_is_the_corrected_one() -> None:
    cast = published(press="2020-05-05")
    first = act("register-source", source="press", source_kind="press", seen="whole", published="2020-05-05")
    by = cast.enter({**first, "published": "2019-05-05"})
    cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("press")))
    wrong = cast.store.act(2).id
    cast.enter(correct(wrong, by))
    assert cast.status("KAZ", LATER, reported_by="2019-06-01") == "member"


def test_a_correction_whose_sources_came_later_leaves_the_first_act_in_its_place() -> None:
    cast = published(press="2018-05-05", late="2025-01-01")
    first = cast.enter(begin("KAZ", "member", "2018-03-16", sources=cites("press")))
    second = cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("late")))
    cast.enter(correct(first, second))
    assert since(cast, "KAZ", reported_by="2024-12-31") == "2018-03-16"
    assert since(cast, "KAZ", reported_by="2025-01-01") == "2018-03-15"


def test_a_performed_act_counts_from_the_day_of_its_entry() -> None:
    cast = council()
    own = {**begin("KAZ", "member", "2018-03-15"), "voice": "performed"}
    del own["sources"]
    cast.enter(own, at="2026-06-05T23:59:59Z", signer="KAZ")
    assert cast.status("KAZ", LATER, reported_by="2026-06-04") == "not-known"
    assert cast.status("KAZ", LATER, reported_by="2026-06-05") == "member"


def test_a_confirmation_by_an_earlier_source_makes_an_act_known_earlier() -> None:
    cast = published(early="2018-04-01", late="2025-01-01", undated=None)
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("late")))
    uzb = cast.enter(begin("UZB", "member", "2018-03-15", sources=cites("undated")))
    cast.enter(act("confirm", acts=[kaz, uzb], sources=cites("early")))
    assert cast.status("KAZ", LATER, reported_by="2018-05-01") == "member"
    assert cast.status("UZB", LATER, reported_by="2018-05-01") == "member"


def test_what_follows_from_acts_counts_when_they_do_though_it_took_their_place() -> None:
    cast = published(press="2020-05-05", late="2025-01-01")
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("press")))
    uzb = cast.enter(begin("UZB", "member", "2018-03-15", sources=cites("late")))
    both = cast.enter(act("derive", what=BECAUSE, from_=[kaz, uzb]))
    cast.enter(correct(kaz, both))
    early, late = (cast.view(LATER, reported_by=day) for day in ("2024-12-31", "2025-01-01"))
    assert early.find(both) is None and early.find(kaz) is not None
    assert late.find(kaz) is late.find(both) is not None


def test_what_follows_from_an_act_that_came_later_does_not_make_it_known_by_taking_its_place() -> None:
    cast = published(late="2025-01-01")
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("late")))
    both = [cast.enter(act("derive", what=what, from_=[kaz])) for what in (BECAUSE, OTHERWISE)]
    cast.enter_each([correct(kaz, one) for one in both])
    assert all(cast.view(LATER, reported_by="2024-12-31").find(one) is None for one in both)
    assert all(cast.view(LATER, reported_by="2025-01-01").find(one) is not None for one in both)


def test_a_confirmation_corrected_by_what_follows_from_the_confirmed_act_is_no_endless_circle() -> None:
    cast = published(press="2020-05-05", undated=None)
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("undated")))
    confirmed = cast.enter(act("confirm", acts=[kaz], sources=cites("press")))
    follows = cast.enter(act("derive", what=BECAUSE, from_=[kaz]))
    cast.enter(correct(confirmed, follows))
    assert cast.status("KAZ", LATER, reported_by="2021-01-01") in ("member", "not-known")


def test_a_hand_over_of_the_chair_counts_by_its_own_sources() -> None:
    cast = published(press="2025-11-17")
    cast.enter(
        act("pass-chair", body="council", from_="UZB", to="TKM", on="2025-11-16", sources=cites("press"))
    )
    found = [
        cast.ask("timeline", on=LATER, reported_by=day)["answer"] for day in ("2025-11-16", "2025-11-17")
    ]
    assert [len(rows) for rows in found] == [0, 1]


# Confirming


def test_a_confirmation_adds_its_sources_and_its_day() -> None:
    cast = published(press="2025-10-08")
    observer = cast.enter(begin("TKM", "observer", "2021-11-12"))
    cast.enter(act("confirm", acts=[observer], on="2025-10-07", sources=cites("press")))
    (row,) = cast.ask("status", "TKM", "council", on=LATER)["answer"]
    assert row["last_attested"] == "2025-10-07"
    assert row["sources"] == ["gazette", "press"]
    assert row["certainty"] == "several"
    (row,) = cast.ask("status", "TKM", "council", on="2025-10-06")["answer"]
    assert row["last_attested"] == "2021-11-12"


@pytest.mark.parametrize(("signer", "certainty"), [("KAZ", "signed"), ("UZB", "one")])
def test_only_the_signed_confirmation_of_a_party_that_an_act_names_lifts_it(
    signer: str, certainty: str
) -> None:
    cast = council()
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15"))
    cast.enter({**act("confirm", acts=[kaz]), "voice": "performed"}, signer=signer)
    live = cast.view().find(kaz)
    assert live is not None and certainty_of([live]) == certainty
