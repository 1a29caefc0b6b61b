"""Whether a sentence is true, asked on the command line: what is printed, with what it leaves, and what is refused."""

from __future__ import annotations

import json

import pytest

FLAGSHIP = "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16"


def test_all_except_tajikistan_is_no_in_the_narrow_reading_and_yes_in_the_wide_one(kengesh) -> None:
    told = kengesh("claim", FLAGSHIP)
    assert told.code == 1
    words = " ".join(told.out.split())
    assert "Verdict: holds in the wide reading" in words
    assert "In the narrow reading: no" in words
    assert "In the wide reading: yes" in words
    assert "It is not so of: Turkmenistan (observer, since 12 November 2021)." in words
    assert "Sources differ on: Turkmenistan; Uzbekistan." in words
    assert "What holds instead" in words
    assert FLAGSHIP.replace("{TJK}", "{TJK, TKM}") in words
    assert "What the words mean" in words
    assert (
        "Narrow: a member is whoever has a status that the charter of the body ranks as membership." in words
    )


def test_guest_of_honour_at_the_last_three_is_no_and_two(kengesh) -> None:
    told = kengesh("claim", "Azerbaijan was guest of honour at the last three meetings")
    words = " ".join(told.out.split())
    assert told.code == 1
    assert "So for 2 of 3." in words
    assert "exactly 2 of the last 3 meetings of consultative-meeting" in words


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("AZE is member of ots on 2025-11-16", 0),
        ("TKM is member of ots on 2025-11-16", 1),
        ("TKM signed treaty-2022", 3),
        ("claim/avim-f24", 1),
        ("claim/avim-f01", 0),
        ("claim/avim-f09", 3),
    ],
)
def test_it_leaves_with_what_the_narrow_reading_comes_to(kengesh, claim: str, code: int) -> None:
    assert kengesh("claim", claim).code == code
    assert kengesh("claim", claim, "--json").code == code
    assert kengesh("claim", claim, "--cite").code == code
    assert kengesh("claim", claim, "--review").code == code


def test_the_answer_for_programs_has_the_shape_of_every_answer(kengesh) -> None:
    told = kengesh("claim", FLAGSHIP, "--json").json
    assert told["question"] == "claim"
    assert told["arguments"] == {"claim": FLAGSHIP}
    assert (told["truth"], told["headline"], told["disputed"]) == ("no", "holds-in-the-wide-reading", True)
    assert told["on"] == "2025-11-16"
    assert set(told["record"]) == {"origin", "size", "root", "reaches"}
    assert told["claim"] == FLAGSHIP
    assert [(one["reading"], one["truth"]) for one in told["readings"]] == [("narrow", "no"), ("wide", "yes")]
    assert told["readings"][0]["exceptions"] == ["TKM"]
    row = next(one for one in told["answer"] if one["id"] == "narrow/TKM")
    assert row["acts"] and row["sources"]
    assert (row["thing"], row["truth"], row["words"]) == ("TKM", "no", "observer, since 12 November 2021")


def test_a_clock_given_beside_the_claim_is_for_what_it_leaves_open(kengesh) -> None:
    open_day = kengesh("claim", "UZB is member of ots", "--on", "2018-01-01", "--json").json
    assert (open_day["on"], open_day["truth"]) == ("2018-01-01", "no")
    own_day = kengesh("claim", "UZB is member of ots on 2025-11-16", "--on", "2018-01-01", "--json").json
    assert (own_day["on"], own_day["truth"]) == ("2025-11-16", "yes")


def test_what_a_claim_names_is_read_by_the_whole_record_whatever_size_is_asked_of(kengesh) -> None:
    early = kengesh("claim", "UZB is member of ots on 2025-11-16", "--known-at", "3", "--json")
    assert (early.code, early.json["truth"]) == (3, "not-known")


def test_how_a_name_was_understood_is_said(kengesh) -> None:
    told = kengesh("claim", "AZE is member of “Turkic Council” on 2025-11-16", "--json").json
    assert told["notes"] == ["“Turkic Council” is a name of other days; it is understood as ots."]
    shown = kengesh("claim", "AZE is member of “Turkic Council” on 2025-11-16")
    assert "is a name of other days" in " ".join(shown.out.split())


def test_a_review_is_json_for_other_programs(kengesh) -> None:
    told = kengesh("claim", "TKM is member of ots on 2025-11-16", "--review")
    made = json.loads(told.out)
    assert (made["@context"], made["@type"]) == ("https://schema.org", "ClaimReview")
    assert made["identifier"] == "TKM is member of ots on 2025-11-16"
    assert made["reviewRating"]["alternateName"] == "holds in the wide reading"


def test_a_review_of_a_claim_of_the_record_names_the_document_and_its_own_words(kengesh) -> None:
    made = json.loads(kengesh("claim", "claim/avim-f24", "--review").out)
    assert made["itemReviewed"]["appearance"]["@type"] == "CreativeWork"
    assert made["claimReviewed"] == made["itemReviewed"]["text"]
    assert made["identifier"] == FLAGSHIP


def test_a_line_to_cite_is_one_line(kengesh) -> None:
    told = kengesh("claim", FLAGSHIP, "--cite")
    assert len(told.out.splitlines()) == 1
    assert told.out.startswith(f"“{FLAGSHIP}”: holds in the wide reading. Record kengesh.test/founding, ")
    assert told.out.rstrip().endswith("as of 16 November 2025.")


def test_a_bad_claim_is_shown_with_the_word_marked_and_what_could_stand_there(kengesh) -> None:
    told = kengesh("claim", "Azerbaijan is membr of ots")
    assert told.code == 2
    assert told.out == ""
    lines = told.err.rstrip("\n").splitlines()
    assert "this word is not understood here: membr. Here could stand: member" in " ".join(told.err.split())
    assert lines[-2].endswith("Azerbaijan is membr of ots")
    start = lines[-2].index("membr")
    assert lines[-1].index("^") == start
    assert lines[-1].count("^") == len("membr")


def test_the_mark_stands_under_its_word_in_a_claim_longer_than_a_line(kengesh) -> None:
    claim = "every {AZE, KAZ, KGZ, TJK, TKM, TUR, UZB} except {TJK, TKM, TUR, UZB, AZE, KAZ} is membr of ots"
    told = kengesh("claim", claim)
    lines = told.err.rstrip("\n").splitlines()
    assert lines[-2].endswith(claim)
    assert lines[-1].index("^") == lines[-2].index("membr")


def test_a_claim_over_several_lines_is_marked_in_its_own_line(kengesh) -> None:
    told = kengesh("claim", "AZE is\nmembr of ots")
    assert told.code == 2
    lines = told.err.rstrip("\n").splitlines()
    assert lines[-1].index("^") == lines[-2].index("membr")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("claim/none",), "claim/none is not a claim of this record; see them with: kengesh claims"),
        (("AZE is member of ots known at 999999",), "not 999999"),
        (("AZE is member of ots", "--known-at", "999999"), "not 999999"),
        (("AZE is member of ots", "--on", "someday"), "someday"),
        (("",), "there is no claim here"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(kengesh, words: tuple[str, ...], says: str) -> None:
    told = kengesh("claim", *words)
    assert (told.code, told.out) == (2, "")
    assert says in " ".join(told.err.split())
    assert "Traceback" not in told.err


def test_the_claims_of_the_record_are_listed_with_their_verdicts(kengesh) -> None:
    told = kengesh("claims", "--json").json
    rows = {row["id"]: row for row in told["answer"]}
    assert len(rows) == 12
    assert rows["claim/avim-f24"]["headline_words"] == "holds in the wide reading"
    assert kengesh("claims").code == 0


def test_the_statements_of_a_document_are_listed_those_that_are_judged_and_those_that_are_not(
    kengesh,
) -> None:
    rows = {row["id"]: row for row in kengesh("claims", "avim-2025-109", "--json").json["answer"]}
    assert rows["statement/avim-f24"]["claims"][0]["headline"] == "holds-in-the-wide-reading"
    assert (rows["statement/avim-f05"]["has_verdict"], rows["statement/avim-f05"]["claims"]) == (False, [])
    shown = " ".join(kengesh("claims", "avim-2025-109").out.split())
    assert "not judged" in shown
    assert "not entered as" in shown


def test_a_document_of_which_no_statement_is_known_is_refused(kengesh) -> None:
    told = kengesh("claims", "kz-law")
    assert told.code == 2
