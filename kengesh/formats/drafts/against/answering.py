"""A checked draft as an answer in the one shape of answers: its findings as rows, what agrees, and what could not be checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kengesh.formats.drafts.values import Checked, Finding, Sort
from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.view import View
from kengesh.mechanism.words import shown
from kengesh.terms.messages import N_, _

SORT_WORDS = {
    Sort.SOURCE_BEFORE_EVENT.value: N_("source older than the event"),
    Sort.PLAN_AS_DONE.value: N_("a plan told as done"),
    Sort.SAME_WORK_TWICE.value: N_("one work under several notes"),
    Sort.FACT_WITHOUT_NOTE.value: N_("fact without a note"),
    Sort.YEAR_AGAINST_DATE.value: N_("year against date"),
    Sort.DATE_IMPOSSIBLE.value: N_("impossible date"),
    Sort.NOTE_UNREADABLE.value: N_("unreadable note"),
    Sort.NOTE_WITHOUT_PLACE.value: N_("note without a place"),
    Sort.TOLD_OTHERWISE.value: N_("told otherwise by the record"),
}
WHAT_WORDS = {
    "verb": N_("verb"),
    "number": N_("number"),
    "date": N_("date"),
    "place": N_("place"),
    "name": N_("name"),
    "status": N_("status"),
    "capacity": N_("capacity"),
    "first": N_("first"),
    "meeting": N_("meeting"),
    "who": N_("who"),
}


def checked_answer(checked: Checked, view: View) -> Answer:
    """Return what was found in a draft; ``agreeing`` are rows of the same shape, ``not_checked`` whole sentences."""
    draft = checked.draft
    return answer(
        list(_rows(checked, checked.findings, view)),
        title=draft.title,
        language=draft.language,
        sentences=len(draft.sentences),
        agreeing=list(_rows(checked, checked.agreeing, view)),
        not_checked=list(checked.not_checked),
    )


def sort_words(one: Mapping[str, Any]) -> str:
    """Return what a finding is, in words: its sort, and for the record which of its matters it is about."""
    sort, what = shown(SORT_WORDS, one["sort"]), WHAT_WORDS.get(one["what"])
    if one["sort"] != Sort.TOLD_OTHERWISE.value or what is None:
        return sort
    return _("{sort}, {what}").format(sort=sort, what=_(what))


def what_word(one: Mapping[str, Any]) -> str:
    """Return the matter that a statement is about, in a word."""
    what = WHAT_WORDS.get(one["what"])
    return "" if what is None else _(what)


def _rows(checked: Checked, findings: Sequence[Finding], view: View) -> Iterator[Row]:
    numbers = {id(one): number for number, one in enumerate(checked.draft.sentences, 1)}
    for place, one in enumerate(findings, 1):
        number = numbers.get(id(one.sentence))
        acts = [act for act in map(view.find, one.acts) if act is not None]
        own = row(
            f"{number or 0}/{place}",
            acts,
            sort=one.sort.value,
            what=one.what or None,
            says=one.says,
            sentence=number,
            text=one.sentence.text if one.sentence else None,
            words=one.words or None,
            marks=list(one.notes),
        )
        yield {**own, "sources": list(dict.fromkeys([*own["sources"], *one.sources]))}
