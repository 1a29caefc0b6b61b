"""Notes older than what their sentence tells, by the days that the record has for it.

A sentence often gives a year alone, and the record the day: a note of May cannot prove what was signed in August. Judged is what the
checks recognised in the sentence as made or held. A note that closes a sentence of several parts is held against each; what it fits
is said beside what it does not. Where several notes stand in a sentence, one that is late enough is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kengesh.formats.drafts.against.asked import Asked
from kengesh.formats.drafts.against.heard import Heard, Outcome
from kengesh.formats.drafts.values import Draft, Finding, Note, Sentence, Sort
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.instruments import VERBS
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import _

HAPPENING = (*VERBS, "hold")


def sources_older_than(asked: Asked, draft: Draft, told: Sequence[Heard]) -> Iterator[Finding]:
    """Yield a finding for every sentence whose notes are older than something that it tells."""
    for sentence in draft.sentences:
        notes = [note for note in map(draft.note, sentence.notes) if note is not None]
        if notes and all(note.published for note in notes):
            finding = _finding(asked, sentence, notes, _happened(asked, sentence, told))
            if finding is not None:
                yield finding


def _happened(asked: Asked, sentence: Sentence, told: Sequence[Heard]) -> list[LiveAct]:
    """Return the acts of what a sentence tells as made or held, each thing once."""
    heard = [
        one.finding for one in told if one.finding.sentence is sentence and one.outcome is not Outcome.OPEN
    ]
    acts = [act for finding in heard for act in map(asked.view.find, finding.acts) if act is not None]
    things: dict[str, LiveAct] = {}
    for act in acts:
        if act.act.kind in HAPPENING and act.get("on") and not act.is_rejected:
            things.setdefault(act.get("instrument") or act.get("meeting"), act)
    return list(things.values())


def _finding(
    asked: Asked, sentence: Sentence, notes: Sequence[Note], acts: Sequence[LiveAct]
) -> Finding | None:
    latest = max(parse_when(note.published).latest or date.max for note in notes if note.published)
    late = [act for act in acts if (parse_when(act.get("on")).earliest or date.min) > latest]
    if not late:
        return None
    fitting = [act for act in acts if act not in late]
    says = _("By the record this is later than the note, which is of {published}: {events}.")
    if fitting:
        says = _(
            "By the record this is later than the note, which is of {published}: {events}. It fits: {fitting}."
        )
    filled = says.format(
        published=asked.day(latest.isoformat()), events=_events(asked, late), fitting=_events(asked, fitting)
    )
    numbers = tuple(note.number for note in notes)
    sources = dict.fromkeys(cite["source"] for act in late for cite in act.citations)
    return Finding(
        Sort.SOURCE_BEFORE_EVENT,
        filled,
        sentence,
        numbers,
        what="date",
        acts=tuple(act.id for act in late),
        sources=tuple(sources),
    )


def _events(asked: Asked, acts: Sequence[LiveAct]) -> str:
    return "; ".join(f"{asked.name(_thing(act))} ({asked.day(act.get('on'))})" for act in acts)


def _thing(act: LiveAct) -> str:
    return str(act.get("instrument") or act.get("meeting"))
