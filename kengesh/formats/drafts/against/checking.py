"""A draft against a record: every clause is given to every check, and what they hear is put in the order of the sentences.

What a sentence says of things of the record, and no check recognised, is told as not checked, with the numbers of the sentences; so is
every name that several things bear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kengesh.formats.drafts.against.asked import Asked
from kengesh.formats.drafts.against.capacity import of_capacity
from kengesh.formats.drafts.against.clauses import Clause, clauses_of
from kengesh.formats.drafts.against.counts import of_counts
from kengesh.formats.drafts.against.heard import Heard, Outcome
from kengesh.formats.drafts.against.held import of_meetings
from kengesh.formats.drafts.against.how_many import of_how_many
from kengesh.formats.drafts.against.lexicon import lexicon_of
from kengesh.formats.drafts.against.made import of_documents
from kengesh.formats.drafts.against.meetings_meant import Meant
from kengesh.formats.drafts.against.mentions import Mention
from kengesh.formats.drafts.against.names_borne import of_names
from kengesh.formats.drafts.against.proposals import of_chair, of_proposals
from kengesh.formats.drafts.against.sources_older import sources_older_than
from kengesh.formats.drafts.against.status import of_status
from kengesh.formats.drafts.against.titles import of_titles
from kengesh.formats.drafts.findings.whole import findings_in
from kengesh.formats.drafts.values import Checked, Draft, Finding, Form, Sentence, Sort
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.view import View
from kengesh.terms.messages import _

Check = Callable[[Asked, Clause], Iterator[Heard]]
OF_WHAT_IS: tuple[Check, ...] = (of_status, of_capacity, of_counts)
CHECKS: tuple[Check, ...] = (
    of_status,
    of_capacity,
    of_meetings,
    of_documents,
    of_how_many,
    of_titles,
    of_counts,
    of_names,
    of_proposals,
    of_chair,
)
OPINIONS = (Form.JUDGEMENT, Form.POSSIBILITY)


def check_draft(draft: Draft, view: View, reader: Reader) -> Checked:
    """Return a draft with all that is found in it: by reading it alone, and by the record as the view sees it."""
    asked = Asked(view, reader)
    clauses = tuple(clauses_of(draft, view, lexicon_of(view, draft.language)))
    told = [one for clause in clauses for check in _checks_for(clause) for one in check(asked, clause)]
    otherwise = [one.finding for one in told if one.outcome is Outcome.OTHERWISE]
    alone = findings_in(draft)
    dated = {id(one.sentence) for one in alone if one.sort is Sort.SOURCE_BEFORE_EVENT}
    older = [one for one in sources_older_than(asked, draft, told) if id(one.sentence) not in dated]
    return Checked(
        draft,
        tuple(_in_order(draft, [*alone, *older, *_each_once(otherwise)])),
        tuple(_in_order(draft, _each_once(_of(told, Outcome.AGREES)))),
        (
            *draft.dropped,
            *_open(told),
            *dict.fromkeys(_ambiguous(asked, clauses)),
            *_not_recognised(draft, clauses, told),
        ),
    )


def _checks_for(clause: Clause) -> Iterator[Check]:
    """Yield the checks for a clause: what only may be says nothing, and what is to be has no status, capacity or number yet."""
    form = clause.sentence.form
    if form is Form.POSSIBILITY:
        yield of_names
    elif form is Form.PLAN:
        yield from (check for check in CHECKS if check not in OF_WHAT_IS)
    else:
        yield from CHECKS


def _of(told: Sequence[Heard], outcome: Outcome) -> list[Finding]:
    return [one.finding for one in told if one.outcome is outcome]


def _each_once(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what was said of the same sentence before in the same words."""
    kept: dict[tuple[int, str], Finding] = {}
    for one in findings:
        kept.setdefault((id(one.sentence), one.says), one)
    return list(kept.values())


def _in_order(draft: Draft, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings by the places of their sentences; what is about no sentence comes last."""
    place = {id(one): number for number, one in enumerate(draft.sentences)}
    return sorted(findings, key=lambda one: place.get(id(one.sentence), len(place)))


def _open(told: Sequence[Heard]) -> list[str]:
    return list(dict.fromkeys(one.says for one in _of(told, Outcome.OPEN)))


def _ambiguous(asked: Asked, clauses: Sequence[Clause]) -> Iterator[str]:
    """Yield the words that may mean several things of the record."""
    says = _("Sentence {number}: {words} may mean {things}; none was chosen.")
    every: list[tuple[Clause, Mention | Meant]] = []
    for clause in clauses:
        every += [(clause, one) for one in clause.mentions]
        every += [(clause, one) for one in clause.meetings]
    unsure = [(clause, one) for clause, one in every if one.thing is None]
    for clause, one in unsure:
        words = asked.quote(clause.words(one.start, one.end))
        yield says.format(number=clause.number, words=words, things=asked.names(one.things))


def _not_recognised(draft: Draft, clauses: Sequence[Clause], told: Sequence[Heard]) -> Iterator[str]:
    """Yield which sentences name things of the record and say of them what no check recognised; and which are opinions."""
    heard = {id(one.finding.sentence) for one in told}
    naming = {clause.number: clause.sentence for clause in clauses if clause.mentions}
    silent = {number: one for number, one in naming.items() if id(one) not in heard}
    yield from _numbers(
        [number for number, one in silent.items() if one.form not in OPINIONS],
        _("What these sentences say of things of the record was not recognised: {numbers}."),
    )
    yield from _numbers(
        [number for number, one in enumerate(draft.sentences, 1) if _is_opinion(one)],
        _("These sentences are judgements or possibilities, which are not judged: {numbers}."),
    )


def _is_opinion(sentence: Sentence) -> bool:
    return sentence.form in OPINIONS


def _numbers(numbers: Sequence[int], says: str) -> Iterator[str]:
    if numbers:
        yield says.format(numbers=", ".join(map(str, numbers)))
