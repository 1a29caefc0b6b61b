"""What the briefs of the founding record say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from kengesh.briefs.asked import NotInThisRecord
from kengesh.briefs.document import Brief, Facts, Heading, Table, plain, words_of
from kengesh.briefs.instrument import instrument_brief
from kengesh.briefs.meeting import meeting_brief
from kengesh.briefs.state import state_brief
from kengesh.mechanism.record import Mechanism
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import gettext, in_language, language_in_use

TASHKENT = "consultative-meeting/7"
SIX = ["Azerbaijan", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]
Make = Callable[..., Brief]
OF = [(meeting_brief, TASHKENT), (state_brief, "TKM"), (instrument_brief, "treaty-2022")]


def table(brief: Brief, caption: str) -> Table:
    return next(one for one in brief.blocks if isinstance(one, Table) and one.caption.startswith(caption))


def said_in(language: str, sentence: str) -> str:
    with in_language(language):
        return gettext(sentence)


def cells(one: Table) -> list[list[str]]:
    return [[plain(words) for words in row] for row in one.rows]


def facts(brief: Brief) -> dict[str, str]:
    found = next(one for one in brief.blocks if isinstance(one, Facts))
    return {fact.label: plain(fact.words) for fact in found.facts}


def text(brief: Brief) -> str:
    return "\n".join(plain(words) for block in brief.blocks for words in words_of(block))


def cited(brief: Brief) -> list[int]:
    runs = [run for block in brief.blocks for words in words_of(block) for run in words]
    return [number for run in runs for number in run.notes]


def test_six_heads_of_state_came_to_tashkent(founding: Mechanism) -> None:
    brief = meeting_brief(founding, founding.view(), TASHKENT, "en")
    came = cells(table(brief, "Who came"))
    assert [row[0] for row in came if row[2] == "head of state"] == SIX
    assert facts(brief)["On"] == "16 November 2025"
    assert facts(brief)["Participants"] == ", ".join(SIX)


def test_tashkent_has_the_verb_of_every_document(founding: Mechanism) -> None:
    out = cells(table(meeting_brief(founding, founding.view(), TASHKENT, "en"), "What came out"))
    assert len(out) == 6
    assert next(row for row in out if row[0].startswith("Joint Statement"))[1] == "signed; adopted"


def test_a_promise_of_which_nobody_reported_is_not_known(founding: Mechanism) -> None:
    promised = cells(table(meeting_brief(founding, founding.view(), TASHKENT, "en"), "What was promised"))
    adapt = next(row for row in promised if row[1].startswith("Bring the governing documents"))
    assert adapt[2:] == ["not known", "not known", "one source"]


def test_both_sides_of_a_dispute_stand_with_the_preferred_one_and_why(founding: Mechanism) -> None:
    said = text(meeting_brief(founding, founding.view(), TASHKENT, "en"))
    assert "Preferred: Six documents came out of Tashkent." in said
    assert "Not taken: Five documents were adopted at Tashkent." in said
    assert "Preferred because: Six, with the address on Kyrgyzstan's candidacy" in said
    assert "Not taken: came · Azerbaijan · guest of honour (one source)" in said


def test_turkmenistan_is_not_known_to_have_signed_the_treaty(founding: Mechanism) -> None:
    brief = instrument_brief(founding, founding.view(), "treaty-2022", "en")
    signed = {row[0]: row[1:4] for row in cells(table(brief, "Signature"))}
    assert signed["Turkmenistan"] == ["not known", "not known", "not known"]
    assert signed["Tajikistan"] == ["yes, 28 August 2025", "not known", "not known"]
    assert facts(brief)["In force"] == "not known"
    assert facts(brief)["Depositary"] == "Kazakhstan"


def test_no_title_of_an_instrument_stands_under_a_language_that_it_is_not_in(founding: Mechanism) -> None:
    brief = instrument_brief(founding, founding.view(), "treaty-2022", "tr")
    titles = table(brief, said_in("tr", "Its title by language"))
    assert [row[1][0].language for row in titles.rows] == list(LANGUAGES)


def test_turkmenistan_is_an_observer_of_the_turkic_states_since_the_day_that_sources_give(
    founding: Mechanism,
) -> None:
    bodies = {
        row[0]: row[1:]
        for row in cells(table(state_brief(founding, founding.view(), "TKM", "en"), "Its status"))
    }
    assert bodies["Organization of Turkic States"][:2] == ["observer", "12 November 2021"]
    assert bodies["World Trade Organization"][-1] == "one source"


def test_a_body_of_which_nothing_is_known_is_named_as_not_known(founding: Mechanism) -> None:
    said = text(state_brief(founding, founding.view(), "TKM", "en"))
    silent = next(line for line in said.splitlines() if line.startswith("Not known: "))
    assert "Shanghai Cooperation Organisation" in silent


@pytest.mark.parametrize(("make", "thing"), OF)
@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_are_numbered_in_the_order_of_first_use_and_each_is_used(
    founding: Mechanism, make: Make, thing: str, language: str
) -> None:
    brief = make(founding, founding.view(), thing, language)
    first_uses = list(dict.fromkeys(cited(brief)))
    assert first_uses == [note.number for note in brief.notes] == list(range(1, len(first_uses) + 1))
    assert len({(note.source, note.passage) for note in brief.notes}) == len(brief.notes)


@pytest.mark.parametrize(("make", "thing"), OF)
def test_every_row_that_says_on_what_it_rests_has_a_note(founding: Mechanism, make: Make, thing: str) -> None:
    brief = make(founding, founding.view(), thing, "en")
    resting = [
        row
        for block in brief.blocks
        if isinstance(block, Table) and block.columns[-1] == "Rests on"
        for row in block.rows
        if row[-1]
    ]
    assert resting
    assert all(any(run.notes for words in row for run in words) for row in resting)


def test_every_source_is_cited_where_a_reader_asks_for_all(founding: Mechanism) -> None:
    brief = meeting_brief(founding, founding.view(), TASHKENT, "en", most_cited=1000)
    answer = founding.ask("meeting", meeting=TASHKENT)
    rows = [
        *answer["answer"],
        *answer["attendance"],
        *answer["agenda"],
        *answer["instruments"],
        *answer["prepared_by"],
    ]
    assert {source for row in rows for source in row["sources"]} <= {note.source for note in brief.notes}
    assert not any("at most" in plain(words) for words in brief.colophon)
    assert any(
        "at most" in plain(words)
        for words in meeting_brief(founding, founding.view(), TASHKENT, "en").colophon
    )


def test_several_sources_are_shown_by_two_at_the_least(founding: Mechanism) -> None:
    brief = meeting_brief(founding, founding.view(), TASHKENT, "en")
    came = table(brief, "Who came").rows
    unremarked = [row for row in came if not row[-1]]
    assert len(unremarked) == 5
    assert all(len(row[1][-1].notes) == 2 for row in unremarked)


@pytest.mark.parametrize(("make", "thing"), OF)
def test_no_brief_lets_what_is_reported_look_performed(founding: Mechanism, make: Make, thing: str) -> None:
    brief = make(founding, founding.view(), thing, "en")
    colophon = "\n".join(plain(words) for words in brief.colophon)
    record = founding.describe(founding.view())
    assert brief.subtitle.startswith("Reported by public sources; as of")
    assert "signed by who did it" not in text(brief)
    assert record["root"] in colophon
    assert f"as known at {record['size']} entries" in colophon
    assert "Everything here is what sources report" in colophon


def test_words_of_another_language_say_which(founding: Mechanism) -> None:
    brief = meeting_brief(founding, founding.view(), TASHKENT, "kk")
    agenda = next(
        words
        for block in brief.blocks
        for words in words_of(block)
        if plain(words).startswith("A joint logistics")
    )
    assert agenda[0].language == "en"
    title = next(
        run for note in brief.notes for run in note.words if run.text.startswith("Orta Asya Cumhuriyetleri")
    )
    assert title.language == "tr"


def test_a_brief_leaves_the_language_in_use_as_it_was(founding: Mechanism) -> None:
    meeting_brief(founding, founding.view(), TASHKENT, "kk")
    assert language_in_use() == "en"


def test_states_stand_in_the_alphabet_of_the_reader(founding: Mechanism) -> None:
    came = cells(
        table(
            meeting_brief(founding, founding.view(), TASHKENT, "kk"),
            said_in("kk", "Who came, and in what capacity"),
        )
    )
    assert [row[0] for row in came[:6]] == [
        "Әзербайжан",
        "Қазақстан",
        "Қырғызстан",
        "Өзбекстан",
        "Тәжікстан",
        "Түрікменстан",
    ]


def test_the_eve_of_a_meeting_knows_only_what_was_announced(founding: Mechanism) -> None:
    brief = meeting_brief(founding, founding.view("2025-11-15"), TASHKENT, "en")
    assert facts(brief)["State"].startswith("planned")
    assert not any(isinstance(one, Table) for one in brief.blocks)


def test_a_meeting_that_nobody_had_spoken_of_by_the_day_is_not_known(founding: Mechanism) -> None:
    brief = meeting_brief(founding, founding.view("2016-01-01"), TASHKENT, "en")
    assert text(brief) == "Nothing in this record tells of this meeting by that day: not known."


def test_sources_of_later_days_are_in_no_note(founding: Mechanism) -> None:
    brief = instrument_brief(founding, founding.view(reported_by="2022-12-31"), "treaty-2022", "en")
    view = founding.view(reported_by="2022-12-31")
    published = [view.source(note.source) for note in brief.notes]
    assert published
    assert all(
        one is not None and one.published is not None and str(one.published.text) < "2023"
        for one in published
    )
    assert "published up to 31 December 2022" in brief.subtitle
    assert "28 August 2025" not in text(brief)


def test_at_the_first_entries_the_treaty_was_not_in_the_record(founding: Mechanism) -> None:
    brief = instrument_brief(founding, founding.view(known_at=1), "treaty-2022", "en")
    assert "not known" in text(brief)
    assert not brief.notes
    assert "as known at 1 entries" in plain(brief.colophon[0])


@pytest.mark.parametrize(
    ("make", "thing", "says"),
    [
        (meeting_brief, "consultative-meeting/77", "is not the id of a meeting"),
        (meeting_brief, "treaty-2022", "is not the id of a meeting"),
        (meeting_brief, "TKM", "is not the id of a meeting"),
        (state_brief, "XXX", "is not the id of a party in this record"),
        (state_brief, "ots", "is not the id of a party in this record"),
        (instrument_brief, "treaty-2002", "Near it: treaty-2022"),
        (instrument_brief, "", "is not the id of an instrument"),
    ],
)
def test_what_the_record_does_not_speak_of_is_refused_with_a_sentence(
    founding: Mechanism, make: Make, thing: str, says: str
) -> None:
    with pytest.raises(NotInThisRecord, match=says):
        make(founding, founding.view(), thing, "en")


def test_a_state_that_sits_in_no_body_here_has_a_brief_too(founding: Mechanism) -> None:
    brief = state_brief(founding, founding.view(), "AFG", "en")
    assert plain(brief.title) == "Afghanistan"


@pytest.mark.parametrize("party", ["northern-cyprus", "railway-kaz"])
def test_a_party_that_is_no_state_has_a_brief_too(founding: Mechanism, party: str) -> None:
    brief = state_brief(founding, founding.view(), party, "en")
    names = founding.ask("name", thing=party)["answer"][0]["names"]
    assert plain(brief.title) == names["en"]["text"]


def test_where_sources_differ_on_a_beginning_every_day_is_told(founding: Mechanism) -> None:
    rows = cells(table(state_brief(founding, founding.view(), "AZE", "en"), "Its status in each body"))
    carec = next(row for row in rows if "CAREC" in row[0] and row[1] == "member state")
    assert carec[2] == "2002 or, by other sources, 2003"


def test_labels_begin_with_a_capital_as_on_the_pages(founding: Mechanism) -> None:
    for make, thing in OF:
        brief = make(founding, founding.view(), thing, "en")
        labels = [one for block in brief.blocks if isinstance(block, Table) for one in block.columns]
        labels += [one.label for block in brief.blocks if isinstance(block, Facts) for one in block.facts]
        assert labels and all(one[0].isupper() for one in labels), labels


def test_every_meeting_and_instrument_has_a_brief(founding: Mechanism) -> None:
    view = founding.view()
    for row in founding.ask("meetings")["answer"]:
        assert meeting_brief(founding, view, row["id"], "ru").blocks
    for row in founding.ask("instruments")["answer"]:
        assert instrument_brief(founding, view, row["id"], "uz").blocks


def test_every_heading_has_something_under_it(founding: Mechanism) -> None:
    for make, thing in OF:
        blocks = make(founding, founding.view(), thing, "en").blocks
        assert not isinstance(blocks[-1], Heading)
        for one, after in pairwise(blocks):
            if isinstance(one, Heading) and isinstance(after, Heading):
                assert after.level > one.level


def test_the_strongest_sources_are_cited_and_weak_ones_only_for_want_of_others(founding: Mechanism) -> None:
    view = founding.view()
    head = meeting_brief(founding, view, TASHKENT, "en", most_cited=1).notes[0]
    assert head.source == "avim-2025-109"  # the founding source of this record
    brief = state_brief(founding, view, "TKM", "en")
    row = next(
        one for one in table(brief, "Its status").rows if plain(one[0]) == "Organization of Turkic States"
    )
    sources = [view.source(brief.notes[number - 1].source) for run in row[0] for number in run.notes]
    resting = [
        view.source(one) for one in founding.ask("status", party="TKM", body="ots")["answer"][0]["sources"]
    ]
    assert any(one is not None and one.weak for one in resting)
    assert [one.weak for one in sources if one is not None] == [None, None]
