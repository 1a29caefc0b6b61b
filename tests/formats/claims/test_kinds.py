"""Claims and replies as acts: in one spelling, entered from files, corrected, read back, and shown even where they cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kengesh.acts.validate import problems
from kengesh.desk.enter import add_files, new_record
from kengesh.desk.kinds import every_kind
from kengesh.desk.packs import files_of
from kengesh.formats.claims.kinds import KINDS, REPLY_TO_CLAIM, STATE_CLAIM
from kengesh.formats.claims.told.documents import (
    NoSuchClaim,
    checked_documents,
    claims_of,
    stated_claim,
    statements_in,
)
from kengesh.formats.claims.told.listing import claims_answer, document_answer
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import make_key
from kengesh.record.note import Signer
from kengesh.terms.dates import Truth

ROWS = """\
- {row: s1, act: register-source, source: gazette, title: The Gazette, source_kind: official, seen: whole, published: "2020-02-01"}
- {row: s2, act: register-source, source: paper, title: A paper, source_kind: press, seen: whole, published: "2021-01-01"}
- {row: n1, act: name, thing: council, type: body, names: The Council}
- {row: n2, act: name, thing: member, type: status, names: member}
- {row: n3, act: name, thing: observer, type: status, names: observer}
- {row: r1, act: rank-statuses, statuses: [{status: member, standing: membership}, {status: observer, standing: other}]}
- {row: b1, act: begin-participation, party: KAZ, body: council, status: member, on: "2020-01-01", sources: [{source: gazette}]}
- {row: b2, act: begin-participation, party: TKM, body: council, status: observer, on: "2020-01-01", sources: [{source: gazette}]}
- {row: t1, act: make-statement, statement: statement/one, form: fact, what: All are members., on: "2021-01-01", sources: [{source: paper, passage: paragraph 2}]}
- {row: t2, act: make-statement, statement: statement/two, form: judgement, what: It is well., on: "2021-01-01", sources: [{source: paper, passage: paragraph 1}]}
"""
CLAIM = """\
- row: c1
  act: state-claim
  claim: claim/one
  text: "every {KAZ, TKM} is member of council on 2020-06-01"
  document: paper
  statement: statement/one
  words: {tr: {text: üye, by: source}}
  by: [The secretariat]
  sources: [{source: paper, passage: paragraph 2}]
"""
REPLY = """\
- row: a1
  act: reply-to-claim
  claim: claim/one
  by: [The author]
  what: {tr: {text: Gözlemci üyeler de üyedir., by: source}}
  on: "2021-03-01"
  sources: [{source: paper}]
"""
UNREADABLE = (
    CLAIM.replace("row: c1", "row: c2").replace("claim/one", "claim/two").replace("of council", "of league")
)


@dataclass
class Place:
    """A record made of files, and its key."""

    folder: Path
    signer: Signer

    def add(self, **texts: str) -> Mechanism:
        files: list[Path] = []
        for name, text in texts.items():
            file = self.folder.with_name(f"{name}.yaml")
            file.write_text(text, encoding="utf-8", newline="\n")
            files.append(file)
        self.entered = add_files(self.folder, self.signer, files_of(files))
        return Mechanism.open(self.folder, every_kind())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    folder = tmp_path / "record"
    signer = make_key(tmp_path / "record.key", "kengesh.test/claims")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "rows.yaml").write_text(ROWS, encoding="utf-8", newline="\n")
    new_record(folder, signer, str(pack))
    return Place(folder, signer)


def said(kind: Any, **changed: Any) -> list[str]:
    return [str(one) for one in problems({**kind.example, **changed}, every_kind())]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_without_fault(kind: Any) -> None:
    assert said(kind) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("TKM is a member of ots", "TKM is member of ots"),
        ("all {TKM, TJK} are members of ots", "every {TKM, TJK} is member of ots"),
        ("every {TKM} is member of ots", "TKM is member of ots"),
        ("TKM is not member of ots", "no {TKM} is member of ots"),
        ("TKM is member of ots on 16 November 2025.", "TKM is member of ots on 2025-11-16"),
        ("TKM is  member of ots", "TKM is member of ots"),
        ("TKM is member of ots by preferred sources", "TKM is member of ots"),
    ],
)
def test_a_claim_in_another_spelling_is_refused_with_the_right_one(text: str, right: str) -> None:
    found = said(STATE_CLAIM, text=text)
    assert len(found) == 1
    assert f"write this claim as: {right}" in found[0]
    assert said(STATE_CLAIM, text=right) == []


def test_a_text_that_is_no_claim_is_refused_with_the_word_marked() -> None:
    (problem,) = said(STATE_CLAIM, text="TKM foo ots")
    assert "this word is not understood here: foo" in problem
    assert "\nTKM foo ots\n    ^^^" in problem


@pytest.mark.parametrize(
    "text", ["", 7, None, ["TKM is member of ots"], "x" * 3_000, "TKM\nis member of ots"]
)
def test_what_is_no_line_of_text_is_refused(text: Any) -> None:
    assert said(STATE_CLAIM, text=text)


def test_a_claim_needs_its_id_its_text_and_who_put_it_into_the_language() -> None:
    for name in ("claim", "text", "by"):
        example = {key: value for key, value in STATE_CLAIM.example.items() if key != name}
        assert [str(one) for one in problems(example, every_kind())]


def test_a_reply_needs_its_claim_its_author_and_words() -> None:
    for name in ("claim", "by", "what"):
        example = {key: value for key, value in REPLY_TO_CLAIM.example.items() if key != name}
        assert [str(one) for one in problems(example, every_kind())]


def test_a_claim_and_a_reply_are_entered_from_a_file_and_read_back_with_the_verdict(place: Place) -> None:
    record = place.add(claim=CLAIM, reply=REPLY)
    (stated,) = claims_of(record, record.view("2021-06-01"))
    assert (stated.id, stated.act.get("text")) == (
        "claim/one",
        "every {KAZ, TKM} is member of council on 2020-06-01",
    )
    assert stated.verdict is not None
    assert [one.truth for one in stated.verdict.readings] == [Truth.NO, Truth.YES]
    assert [one.get("what")["tr"]["text"] for one in stated.replies] == ["Gözlemci üyeler de üyedir."]


def test_a_document_shows_its_statements_in_order_with_their_claims_and_none_for_a_judgement(
    place: Place,
) -> None:
    record = place.add(claim=CLAIM)
    view = record.view("2021-06-01")
    assert checked_documents(view) == ["paper"]
    statements = statements_in(record, view, "paper")
    shown = [
        (one.act.get("statement"), one.has_verdict, [claim.id for claim in one.claims]) for one in statements
    ]
    assert shown == [("statement/two", False, []), ("statement/one", True, ["claim/one"])]


def test_a_changed_row_corrects_the_claim(place: Place) -> None:
    place.add(claim=CLAIM)
    changed = CLAIM.replace("every {KAZ, TKM}", "some {KAZ, TKM}")
    record = place.add(claim=f"{changed}  because: {{en: The author says some.}}\n")
    assert len(place.entered.corrected) == 1
    (stated,) = claims_of(record, record.view("2021-06-01"))
    assert stated.act.get("text") == "some {KAZ, TKM} is member of council on 2020-06-01"
    assert stated.verdict is not None
    assert stated.verdict.headline == "holds"
    earlier = record.view("2021-06-01", known_at=record.state.size - 1)
    assert claims_of(record, earlier)[0].act.get("text").startswith("every")


def test_a_claim_that_cannot_be_read_says_why_and_hides_no_other(place: Place) -> None:
    record = place.add(claim=CLAIM, unreadable=UNREADABLE)
    view = record.view("2021-06-01")
    by_id = {one.id: one for one in claims_of(record, view)}
    assert by_id["claim/one"].verdict is not None
    two = by_id["claim/two"]
    assert (two.claim, two.verdict, two.own_word_alone) == (None, None, False)
    assert "league is not a body in this record" in two.why
    rows = {row["id"]: row for row in claims_answer(record, view)["answer"]}
    assert (rows["claim/two"]["truth"], rows["claim/two"]["headline"]) == (None, None)
    assert "league" in rows["claim/two"]["why"]
    statements = {row["id"]: row for row in document_answer(record, view, "paper")["answer"]}
    assert [claim["id"] for claim in statements["statement/one"]["claims"]] == ["claim/one", "claim/two"]


def test_a_claim_whose_own_clock_cannot_be_asked_says_why_and_hides_no_other(place: Place) -> None:
    late = UNREADABLE.replace("of league on 2020-06-01", "of council known at 9000")
    record = place.add(claim=CLAIM, late=late)
    by_id = {one.id: one for one in claims_of(record, record.view("2021-06-01"))}
    assert by_id["claim/one"].verdict is not None
    assert by_id["claim/two"].verdict is None
    assert "9000" in by_id["claim/two"].why


def test_what_is_no_claim_of_the_record_is_said_so(place: Place) -> None:
    record = place.add(claim=CLAIM)
    with pytest.raises(NoSuchClaim):
        stated_claim(record, record.view(), "claim/none")
    with pytest.raises(NoSuchClaim):
        document_answer(record, record.view(), "gazette")


def test_before_a_document_was_published_its_claim_is_not_told(place: Place) -> None:
    record = place.add(claim=CLAIM)
    assert claims_of(record, record.view("2020-12-31")) == []
