"""A submission on an older base is brought over to the present one, and every step that is not trivial is listed."""

from __future__ import annotations

from kengesh.texts.choosing import chosen
from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.filed import Filed
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Text
from kengesh.texts.writing.plain import plain_text
from tests.texts.compiling_cases import FIVE, FOUR, SEVEN, SIX, footnote, text

ONE_PARAGRAPH = text(f"{FIVE} open it to all partners.")
TWO_PARAGRAPHS = text(FIVE, "6. open it to all partners.")


def rebased(old: Text, new: Text, filed: Text) -> RollingText:
    """The rolling text of the new base with what Kazakhstan filed against the old one."""
    return compile_text(new, [Submission(delegation="KAZ", filed=Filed(text=filed), base=old)])


def steps(rolling: RollingText) -> list[tuple[str, str, str]]:
    return [(step.what, step.before, step.after) for step in rolling.rebased]


def test_an_amendment_to_words_that_stayed_shifts_without_a_step() -> None:
    new = text(FOUR, "5. We decide to establish a joint logistics network by 2028;", SIX)
    rolling = rebased(text(FOUR, FIVE, SIX), new, text(FOUR, FIVE.replace("2028", "2027"), SIX))
    assert "5. We decide to establish a joint logistics network by [2028 / KAZ: 2027];" in plain_text(rolling)
    assert steps(rolling) == []


def test_what_the_newer_base_has_already_falls_away_and_is_told() -> None:
    common = FIVE.replace("joint", "common")
    rolling = rebased(text(FOUR, FIVE), text(FOUR, common), text(FOUR, common))
    assert "[" not in plain_text(rolling)
    assert steps(rolling) == [("already-in-text", "joint", "common")]


def test_an_amendment_to_words_that_changed_covers_the_changed_place() -> None:
    new = text(FOUR, FIVE.replace("joint logistics", "single freight"))
    rolling = rebased(text(FOUR, FIVE), new, text(FOUR, FIVE.replace("joint", "common")))
    assert "5. Decide to establish a [single freight / KAZ: common logistics] network by 2028;" in plain_text(
        rolling
    )
    assert steps(rolling) == [("words-changed", "joint", "single freight")]


def test_an_amendment_to_a_paragraph_that_is_gone_becomes_a_proposal_in_its_place() -> None:
    rolling = rebased(
        text(FOUR, FIVE, SIX), text(FOUR, SIX), text(FOUR, FIVE.replace("joint", "common"), SIX)
    )
    assert "[4 bis KAZ: Decide to establish a common logistics network by 2028;]" in plain_text(rolling)
    assert [what for what, _, _ in steps(rolling)] == ["unit-gone"]


def test_a_new_paragraph_after_one_that_is_gone_comes_after_the_one_before() -> None:
    filed = text(FOUR, FIVE, "Further decide to create a Secretariat;", SIX)
    rolling = rebased(text(FOUR, FIVE, SIX), text(FOUR, SIX), filed)
    assert "[4 bis KAZ: Further decide to create a Secretariat;]" in plain_text(rolling)
    assert steps(rolling) == [
        (
            "anchor-gone",
            "Decide to establish a joint logistics network by 2028;",
            "Agree to meet again in 2027.",
        )
    ]


def test_a_deleted_paragraph_that_was_joined_to_another_takes_only_its_own_words() -> None:
    new = text(FOUR, f"{FIVE} Member States shall report annually.", SEVEN)
    rolling = rebased(text(FOUR, FIVE, SIX, SEVEN), new, text(FOUR, FIVE, SEVEN))
    assert [unit.text for unit in chosen(rolling, "KAZ").units][1].rstrip() == FIVE.removeprefix("5. ")
    assert "[Member States shall report annually. / KAZ: —]" in plain_text(rolling)


def test_an_amendment_in_a_paragraph_that_was_split_lands_in_its_piece() -> None:
    old = text("5. Decide to establish a joint network by 2028; the network shall be open to all partners.")
    new = text(
        "5. Decide to establish a joint network by 2028;", "6. the network shall be open to all partners."
    )
    filed = text(
        "5. Decide to establish a joint network by 2028; the network shall be open to some partners."
    )
    rolling = rebased(old, new, filed)
    assert "6. the network shall be open to [all / KAZ: some] partners." in plain_text(rolling)


def test_a_paragraph_that_both_part_at_one_place_is_parted_once() -> None:
    rolling = rebased(ONE_PARAGRAPH, TWO_PARAGRAPHS, text(FIVE, "6. Also open it to all partners."))
    assert "6. [KAZ: Also] open it to all partners." in plain_text(rolling)
    assert [unit.text for unit in chosen(rolling, "KAZ").units][1] == "Also open it to all partners."


def test_words_put_in_where_the_newer_base_parts_a_paragraph_stay_parted_from_its_first_word() -> None:
    rolling = rebased(ONE_PARAGRAPH, TWO_PARAGRAPHS, text(f"{FIVE}, if needed, open it to all partners."))
    assert "6. [KAZ: , if needed,] open it to all partners." in plain_text(rolling)
    assert [unit.text for unit in chosen(rolling, "KAZ").units][1] == ", if needed, open it to all partners."


def test_the_marks_of_footnotes_follow_their_notes_when_a_file_numbers_them_anew() -> None:
    note, map_ = "First note of all.", "The network of the annex."
    decide = "5. Decide⁅f1⁆ to establish a joint network⁅f2⁆ by 2028;"
    old = text(FOUR, decide, footnote("f1", note), footnote("f2", map_))
    new = text(
        "4. Agree⁅f1⁆ to meet again in 2027.",
        footnote("f1", "A note put in before."),
        "5. Decide⁅f2⁆ to establish a joint network⁅f3⁆ by 2028;",
        footnote("f2", note),
        footnote("f3", map_),
    )
    filed = text(FOUR, decide.replace("joint", "common"), footnote("f1", note), footnote("f2", map_))
    rolling = rebased(old, new, filed)
    assert "5. Decide⁅f2⁆ to establish a [joint / KAZ: common] network⁅f3⁆ by 2028;" in plain_text(rolling)
    assert steps(rolling) == []


def test_many_delegations_may_file_on_one_older_base() -> None:
    old, new = text(FOUR, FIVE, SIX), text(FOUR, FIVE.replace("2028", "2029"), SIX)
    filed = [("KAZ", "common"), ("UZB", "common"), ("TJK", "unified")]
    rolling = compile_text(
        new,
        [
            Submission(
                delegation=who, filed=Filed(text=text(FOUR, FIVE.replace("joint", word), SIX)), base=old
            )
            for who, word in filed
        ],
    )
    assert "[joint / KAZ, UZB: common / TJK: unified] logistics network by 2029;" in plain_text(rolling)
