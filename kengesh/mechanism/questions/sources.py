"""The sources of a record, and what rests on each."""

from __future__ import annotations

from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.disputes import statement_of
from kengesh.mechanism.view import View

FIELDS = (
    "author",
    "title",
    "container",
    "published",
    "language",
    "address",
    "accessed",
    "source_kind",
    "of",
    "seen",
    "licence",
    "weak",
    "copy_of",
    "founding",
)


def sources(view: View) -> Answer:
    """Answer which sources the record has, each with how many acts rest on it."""
    found = {act.get("source"): act for act in view.of_kind("register-source")}
    return answer([_source_row(view, act) for act in found.values()])


def source(view: View, source: str) -> Answer:
    """Answer what a source is, and every act that cites it; ``not-known`` for one that is not registered."""
    acts = [act for act in view.acts("source", source) if act.get("source") in view.joined(source)]
    if not acts:
        return answer([], truth="not-known", resting=[])
    resting = list(view.citing(source))
    return answer([_source_row(view, acts[-1])], resting=[_resting(act, source) for act in resting])


def _source_row(view: View, act: LiveAct) -> Row:
    fields = {name: act.get(name) for name in FIELDS}
    return row(act.get("source"), [act], acts_resting=len(view.citing(act.get("source"))), **fields)


def _resting(act: LiveAct, source_id: str) -> Row:
    passages = [cite.get("passage") for cite in act.citations if cite["source"] == source_id]
    passage = next((one for one in passages if one), None)
    told: dict[str, Any] = {"kind": act.act.kind, "says": statement_of(act), "passage": passage}
    return row(act.id, [act], **told, rejected=act.is_rejected)
