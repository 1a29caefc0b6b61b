"""The chronology of meetings: what was held, what is planned, and the year without a meeting."""

from __future__ import annotations

from xml.etree import ElementTree

from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.pictures.meetings_chronology import meetings_chronology
from kengesh.pictures.picture import Picture
from tests.mechanism.cast import GAZETTE, act, council


def chronology(founding: Mechanism, on: str | None = None, language: str = "en") -> Picture:
    return meetings_chronology(Reader(founding.view(on), language), "consultative-meeting", None)


def texts(picture: Picture) -> list[str]:
    return [
        " ".join(filter(None, map(str.strip, text.itertext())))
        for text in ElementTree.fromstring(picture.svg).iter("text")
    ]


def test_2020_is_a_gap_with_its_words(founding: Mechanism) -> None:
    picture = chronology(founding)
    assert picture.svg.count('class="picture__gap"') == 2  # one on the line, one in the key
    assert any("no meeting" in text and "Bishkek" in text for text in texts(picture))
    assert "2020: a gap, with no meeting." in picture.description
    gap = next(row for row in picture.table.rows if row[0].text == "no meeting")
    assert (gap[1].text, gap[3].text) == ("2020", "There was no meeting in 2020.")


def test_the_meeting_that_was_not_held_is_in_the_table_with_all_the_days_it_was_planned_for(
    founding: Mechanism,
) -> None:
    row = next(row for row in chronology(founding).table.rows if row[0].thing == "consultative-meeting/2020")
    assert row[2].text == "Bishkek"
    assert row[3].text.startswith("not held; planned for: 2020; August 2020;")


def test_before_the_sources_of_2020_nothing_is_said_of_a_gap(founding: Mechanism) -> None:
    assert "picture__gap" not in chronology(founding, "2019-12-31").svg


def test_seven_meetings_were_held_and_the_eighth_is_hollow(founding: Mechanism) -> None:
    picture = chronology(founding)
    assert picture.description.startswith("7 meetings were held. 1 is planned.")
    held = [row for row in picture.table.rows if row[3].text == "held" and not row[4].text]
    assert len(held) == 7
    circles = picture.svg.count("<circle ") - 2  # two in the key
    assert (
        circles == len(picture.table.rows) - 2
    )  # the gap has none, nor has the meeting that was planned for it
    assert 'r="10" class="picture__event--planned"' in picture.svg


def test_the_meetings_that_prepared_others_are_on_their_own_line(founding: Mechanism) -> None:
    picture = chronology(founding)
    prepared = [row[4].thing for row in picture.table.rows if row[4].text]
    assert "consultative-meeting/5" in prepared and "consultative-meeting/7" in prepared
    assert "Preparatory meetings" in texts(picture)


def test_places_are_labels_in_the_readers_language(founding: Mechanism) -> None:
    assert any(
        text.startswith("Cholpon-Ata · 21 July 2022") or "Cholpon-Ata" in text
        for text in texts(chronology(founding))
    )
    assert any("Шолпан-Ата" in text for text in texts(chronology(founding, language="kk")))


def test_labels_do_not_run_into_one_another(founding: Mechanism) -> None:
    for language in ("en", "tr", "kk", "ru"):
        boxes = []
        for text in ElementTree.fromstring(chronology(founding, language=language).svg).iter("text"):
            if "picture__label--middle" not in (text.get("class") or ""):
                continue
            lines = [span.text or "" for span in text.iter("tspan")] or [text.text or ""]
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            half = max(map(len, lines)) * 13 * 0.5 / 2
            boxes.append((x - half, x + half, y - 11, y + 15 * (len(lines) - 1)))
        for place, one in enumerate(boxes):
            for other in boxes[:place]:
                apart = one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]
                assert apart, (language, one, other)


def test_a_planned_meeting_without_a_day_is_in_the_table_alone() -> None:
    cast = council()
    cast.enter(act("hold", meeting="council/1", series="council", on="2020-02-01", sources=GAZETTE))
    cast.enter(act("convene", meeting="council/2", series="council", announced="2020-02-01", sources=GAZETTE))
    picture = meetings_chronology(Reader(cast.view(), "en"), "council", None)
    assert [(row[0].text, row[1].text, row[3].text) for row in picture.table.rows] == [
        ("council/1", "1 February 2020", "held"),
        ("council/2", "day not known", "planned"),
    ]


def test_a_meeting_on_one_day_within_a_time_is_hatched_and_one_that_lasted_is_full() -> None:
    def span(on: str) -> str:
        cast = council()
        cast.enter(act("hold", meeting="council/1", series="council", on=on, sources=GAZETTE))
        return meetings_chronology(Reader(cast.view(), "en"), "council", None).svg

    within, lasted = span("[2020-01-01..2020-11-30]"), span("2020-01-01/2020-11-30")
    assert "picture__unsure--membership" in within and "picture__span--held" not in within
    assert "picture__span--held" in lasted and "picture__unsure--membership" not in lasted
