"""Bands of statuses: full where a status surely held, hatched where it may have, and nothing where nothing is known."""

from __future__ import annotations

from datetime import date

from kengesh.mechanism.participation import participation
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.pictures.bands import Band, in_rows, lane
from kengesh.pictures.marks import Sort
from kengesh.pictures.statuses import statuses_in_body, statuses_of_state
from kengesh.terms.dates import Truth
from tests.mechanism.cast import Cast, attest, begin, council, deny, end

DAYS = [date(year, month, 15) for year in range(1990, 2027) for month in range(1, 13, 2)]


def bands(cast: Cast, on: str = "2026-06-04") -> tuple[Band, ...]:
    view = cast.view(on)
    return lane("council", participation(view, "AZE", "council"), view.on).bands


def drawn(band: Band, on: date) -> Truth:
    """Say what a band shows of a day: full, hatched, or nothing."""
    begins = band.earliest or date.min
    if on < begins or (band.ended is not None and on >= band.ended):
        return Truth.NO
    full = band.begun is not None and on >= band.begun and (band.ending is None or on < band.ending)
    return Truth.YES if full else Truth.NOT_KNOWN


def test_every_band_of_the_founding_record_shows_what_the_record_answers(founding: Mechanism) -> None:
    view = founding.view()
    seen = set()
    for party in ("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB", "TUR", "AFG"):
        for body in dict.fromkeys(view.shown(act.get("body")) for act in view.acts("participation", party)):
            for band in lane(body, participation(view, party, body), view.on).bands:
                if band.spell.is_open or any(when.uncertain for when in band.spell.start.sides):
                    continue
                for day in DAYS:
                    assert drawn(band, day) is band.spell.holds(day), (party, body, band.status, day)
                    seen.add(drawn(band, day))
    assert seen == set(Truth)


def test_a_beginning_known_to_the_year_is_hatched_through_the_year() -> None:
    cast = council()
    cast.enter(begin("AZE", "member", "2010"))
    (band,) = bands(cast)
    assert (band.earliest, band.begun) == (date(2010, 1, 1), date(2010, 12, 31))
    picture = statuses_in_body(Reader(cast.view(), "en"), "council", None)
    assert picture.svg.count("picture__unsure--membership") == 2  # in the band and in the key
    assert picture.table.rows[0][3].text == "2010"


def test_a_beginning_and_an_end_known_to_the_day_are_not_hatched() -> None:
    cast = council()
    cast.enter_each([begin("AZE", "member", "2010-05-01"), end("AZE", "2015-05-01")])
    assert "picture__unsure" not in statuses_in_body(Reader(cast.view(), "en"), "council", None).svg


def test_an_end_known_to_the_year_is_hatched_through_the_year() -> None:
    cast = council()
    cast.enter_each([begin("AZE", "member", "2010-05-01"), end("AZE", "2015")])
    (band,) = bands(cast)
    assert (band.ending, band.ended) == (date(2015, 1, 1), date(2015, 12, 31))
    assert not band.lasts


def test_a_status_that_was_only_seen_may_have_begun_at_any_time() -> None:
    cast = council()
    cast.enter(attest("AZE", "observer", "2015-03-01"))
    (band,) = bands(cast)
    assert (band.earliest, band.begun, band.sort) == (None, date(2015, 3, 1), Sort.OTHER)
    assert band.attested == "2015-03-01"
    picture = statuses_in_body(Reader(cast.view(), "en"), "council", None)
    assert picture.table.rows[0][3].text == "not later than 1 March 2015"
    assert picture.table.rows[0][5].text == "1 March 2015"


def test_sources_that_differ_hatch_all_the_time_between_them_and_set_a_mark() -> None:
    cast = council()
    cast.enter_each([begin("AZE", "member", "2010-01-01"), begin("AZE", "member", "2012-01-01")])
    (band,) = bands(cast)
    assert (band.earliest, band.begun, band.disputed) == (date(2010, 1, 1), date(2012, 1, 1), True)
    picture = statuses_in_body(Reader(cast.view(), "en"), "council", None)
    assert picture.svg.count('class="picture__disputed"') == 2
    assert picture.table.rows[0][3].text == "sources differ: 1 January 2010; 1 January 2012"
    assert picture.table.rows[0][6].text == "sources differ"


def test_a_band_does_not_begin_before_its_day_has_come() -> None:
    cast = council()
    cast.enter(begin("AZE", "member", "2020-01-01"))
    assert bands(cast, "2019-12-31") == ()
    assert len(bands(cast, "2020-01-01")) == 1


def test_two_statuses_that_surely_overlap_stand_under_each_other() -> None:
    cast = council()
    cast.enter_each([begin("AZE", "observer", "2010-01-01"), begin("AZE", "member", "2015-01-01")])
    assert [len(row) for row in in_rows(bands(cast))] == [2]
    cast = council()
    cast.enter_each([begin("AZE", "member", "2010-01-01"), attest("AZE", "observer", "2015-01-01")])
    assert [len(row) for row in in_rows(bands(cast))] == [1, 1]


def test_turkmenistan_has_no_band_in_the_sco_but_the_denials(founding: Mechanism) -> None:
    picture = statuses_of_state(Reader(founding.view(), "en"), "TKM", None)
    rows = [row for row in picture.table.rows if row[0].thing == "sco"]
    assert {row[2].text for row in rows} == {"denied"}
    assert any(row[1].text == "no status" and "2025" in row[3].text for row in rows)


def test_a_denial_is_not_drawn_over_the_status_that_the_party_had_then(founding: Mechanism) -> None:
    view = founding.view()
    found = lane("ots", participation(view, "TKM", "ots"), view.on)
    assert [band.status for band in found.bands] == ["observer"]
    assert found.denials and not found.drawn_denials  # not a member on days on which it was an observer


def test_azerbaijan_is_a_band_of_the_consultative_meeting_from_16_november_2025(founding: Mechanism) -> None:
    def lanes(on: str) -> set[str | None]:
        picture = statuses_in_body(Reader(founding.view(on), "en"), "consultative-meeting", None)
        return {row[0].thing for row in picture.table.rows}

    assert lanes("2025-11-16") - lanes("2025-11-15") == {"AZE"}


def test_a_status_that_is_not_membership_looks_otherwise_than_by_colour(founding: Mechanism) -> None:
    svg = statuses_in_body(Reader(founding.view(), "en"), "ots", None).svg
    assert "picture__band--membership" in svg and "picture__band--other" in svg
    assert ">observer<" in svg and ">founding member<" in svg


def test_no_day_of_a_denial_without_status_makes_a_band() -> None:
    cast = council()
    cast.enter(deny("AZE", "2015-01-01"))
    assert bands(cast) == ()
    assert "picture__cross" in statuses_in_body(Reader(cast.view(), "en"), "council", None).svg
