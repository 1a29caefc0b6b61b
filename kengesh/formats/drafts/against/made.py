"""Statements that texts were signed, adopted or approved, or are to be.

Each text is asked for itself, by the verbs that sources use of it. Otherwise is told only where the verb is that of the clause (the
Treaty was signed), and not beside it (they recalled the Treaty signed before).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kengesh.formats.claims.told.phrases import verb_words
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.making import KIND_OF, made, of_instrument
from kengesh.formats.drafts.against.asked import Asked, whens_of
from kengesh.formats.drafts.against.clauses import Clause, meeting_of
from kengesh.formats.drafts.against.documents import Document, documents_in, in_documents, naming
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.instruments import VERBS
from kengesh.terms.dates import Truth, contains, parse_when
from kengesh.terms.messages import _

MAIN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tr": (r"", r"\b\w*(?:[dt][ıiuü](?:lar|ler)?|m[ıiuü]ş(?:t[ıiuü]r|lard[ıiuü]r|lerdir)?)$"),
        "en": (r"\b(?:was|were|been|being|is|are|and|have|has)\s+(?:\w+\s+)?$", r""),
        "ru": (r"", r"(?:н|ны|на|но|ли|л|т|ты|та|то)$"),
    }
)
"""What stands before a verb, and how it ends, where it is that of its clause: a participle beside a noun is another thing."""


def of_documents(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield what the record tells of the texts that a clause says were made."""
    documents = documents_in(asked, clause)
    if clause.vocabulary.has("negation", clause.small):
        return
    planned = verb_of(clause, clause.vocabulary.to_be_made, documents)
    verb = verb_of(clause, clause.vocabulary.made, documents)
    if planned and (verb is None or planned[0] == verb[0]):
        yield from _planned(asked, clause, documents, planned[0])
    elif verb and not planned:
        yield from _each(asked, clause, documents, *verb)


def verb_of(
    clause: Clause, patterns: Mapping[str, str], documents: Sequence[Document]
) -> tuple[str, re.Match[str]] | None:
    """Return the only verb that a clause uses of texts, outside their titles, and where it stands first."""
    found: dict[str, re.Match[str]] = {}
    for verb, pattern in patterns.items():
        for match in re.finditer(pattern, clause.small):
            if not in_documents(documents, match.start()):
                found.setdefault(verb, match)
    return next(iter(found.items())) if len(found) == 1 else None


def _each(
    asked: Asked, clause: Clause, documents: Sequence[Document], verb: str, match: re.Match[str]
) -> Iterator[Heard]:
    told = [(one, _made(asked, clause, one, verb, wide=False)) for one in documents]
    agreeing = [(one, found) for one, found in told if found.truth is Truth.YES]
    yield from _differing(asked, clause, agreeing, verb)
    for one, found in told:
        if found.truth is not Truth.YES and _is_main(clause, one, match):
            yield _otherwise(asked, clause, one, verb, found)


def _is_main(clause: Clause, one: Document, match: re.Match[str]) -> bool:
    """Whether a verb is that of its clause, and the text what it was done to."""
    before, end = MAIN[clause.language]
    if clause.language == "en" and match.end() <= one.start:  # they signed the Treaty
        return True
    return bool(re.search(before, clause.small[: match.start()]) and re.search(end, match[0]))


def _made(asked: Asked, clause: Clause, one: Document, verb: str, *, wide: bool) -> Found:
    whens = whens_of([day for day in clause.days if not one.start <= day.start < one.end])
    whens = [when for when in whens if not _in_title(asked, clause, when.text)]
    on = whens[0].text if len(whens) == 1 else None
    found = made(asked.view, one.thing, verb, meeting_of(clause), on, wide=wide)
    if on is None or found.truth is Truth.YES or not _one_of_the_day(found, on):
        return found
    return made(asked.view, one.thing, verb, meeting_of(clause), None, wide=wide)


def _one_of_the_day(found: Found, on: str) -> bool:
    """Whether, of several days on which a text was signed, one is that day."""
    return any(act.get("on") and contains(parse_when(on), parse_when(act.get("on"))) for act in found.acts)


def _in_title(asked: Asked, clause: Clause, when: str) -> bool:
    """Whether a date of a clause stands in the title of a text."""
    days = [day for day in clause.days if day.when == when]
    return all(any(one.start <= day.start < one.end for one in documents_in(asked, clause)) for day in days)


def _differing(
    asked: Asked, clause: Clause, told: Sequence[tuple[Document, Found]], verb: str
) -> Iterator[Heard]:
    """Yield the texts of which the verb is so in the record too; where sources use others for them, with these."""
    plain = [(one, found) for one, found in told if not _other_verbs(found, verb)]
    for one, found in plain:
        says = _("So in the record too: {instrument}, {verb}.")
        filled = says.format(instrument=asked.name(one.thing), verb=_by_whom(asked, verb, found))
        yield heard(
            Outcome.AGREES,
            clause.sentence,
            filled,
            what="verb",
            words=clause.words(one.start, one.end),
            acts=found.acts,
        )
    others = [(one, found) for one, found in told if (one, found) not in plain]
    if not others:
        return
    says = _("Sources use other verbs too, and the record keeps each: {verbs}.")
    verbs = "; ".join(f"{asked.name(one.thing)}: {verb_words(found.has['verb'])}" for one, found in others)
    acts = [act for one, found in others for act in _by_verbs(asked, one.thing, meeting_of(clause))]
    disputed = any(_on_the_verb(asked, found, one.thing) for one, found in others)
    yield heard(
        Outcome.OTHERWISE if disputed else Outcome.AGREES,
        clause.sentence,
        says.format(verbs=verbs),
        what="verb",
        words=clause.words(others[0][0].start, others[-1][0].end),
        acts=acts,
    )


def _by_whom(asked: Asked, verb: str, found: Found) -> str:
    """Return a verb with the parties that the record names: who did it is not compared, so it is told."""
    parties = list(dict.fromkeys(party for act in found.acts for party in act.get("parties") or ()))
    words = verb_words(KIND_OF[verb])
    return f"{words} {_('by {parties}').format(parties=asked.names(parties))}" if parties else words


def _on_the_verb(asked: Asked, found: Found, thing: str) -> bool:
    """Whether sources that differ on a text differ on the verb."""
    rows = asked.disputes_of(found.acts, thing)
    return any(len({side["kind"] for side in row["sides"]} & set(VERBS)) > 1 for row in rows)


def _other_verbs(found: Found, verb: str) -> set[str]:
    return set(found.has.get("verb", KIND_OF[verb]).split(",")) - {KIND_OF[verb]}


def _by_verbs(asked: Asked, thing: str, meeting: str | None) -> list[LiveAct]:
    acts = [act for act in of_instrument(asked.view, thing) if act.act.kind in VERBS and not act.is_rejected]
    return [act for act in acts if meeting is None or act.get("meeting") in asked.view.joined(meeting)]


def _otherwise(asked: Asked, clause: Clause, one: Document, verb: str, found: Found) -> Heard:
    """Tell of a text that was made otherwise: by another verb, on another day, at another meeting; or not at all, or not known."""
    name, said = asked.name(one.thing), verb_words(KIND_OF[verb])
    wide = made(asked.view, one.thing, verb, meeting_of(clause), None, wide=True)
    acts = _by_verbs(asked, one.thing, None)
    what, outcome = "verb", Outcome.OTHERWISE
    if wide.truth is Truth.YES and verb_words(KIND_OF[verb]) not in verb_words(wide.has["verb"]):
        says = _("By the record {instrument} was: {verbs}. The sentence has: {verb}.")
    elif wide.truth is Truth.YES and found.truth is Truth.NO:
        says, what = _("By the record {instrument} is of another day: {day}."), "date"
    elif acts and meeting_of(clause) and wide.has.get("meeting") not in (None, meeting_of(clause)):
        says, what = _("By the record {instrument} came out of another meeting: {meeting}."), "meeting"
    elif not acts and _is_planned(asked, one.thing):
        says = _("The sentence tells of {instrument} as done ({verb}); the record has it as a plan alone.")
        acts = of_instrument(asked.view, one.thing) or asked.view.acts("name", one.thing)
    else:
        says, outcome = (
            _("Sentence {number}: whether {instrument} was {verb}, the record does not know."),
            Outcome.OPEN,
        )
    filled = says.format(
        number=clause.number,
        instrument=name,
        verb=said,
        verbs=verb_words(wide.has["verb"]) if wide.has.get("verb") else "",
        day=asked.day(wide.has.get("on")),
        meeting=asked.name(wide.has["meeting"]) if wide.has.get("meeting") else "",
    )
    words = clause.words(one.start, one.end)
    return heard(outcome, clause.sentence, filled, what=what, words=words, acts=acts)


def _is_planned(asked: Asked, thing: str) -> bool:
    """Whether the record has an instrument as proposed or as a draft."""
    acts = naming(asked, thing)
    drafts = [act for act in of_instrument(asked.view, thing) if act.act.kind == "present-draft"]
    proposed = [act for act in asked.view.acts("proposal", thing) if act.act.kind == "propose"]
    return bool(drafts or proposed or any(act.get("form") == "proposed" for act in acts))


def _planned(asked: Asked, clause: Clause, documents: Sequence[Document], verb: str) -> Iterator[Heard]:
    """Yield the texts that a clause says are to be made, and that the record has as made."""
    for one in documents:
        found = made(asked.view, one.thing, verb, meeting_of(clause), None, wide=False)
        if found.truth is Truth.YES:
            says = _("The sentence tells of {instrument} as of a plan; by the record it was {verb}: {day}.")
            filled = says.format(
                instrument=asked.name(one.thing),
                verb=verb_words(KIND_OF[verb]),
                day=asked.day(found.has.get("on")),
            )
            yield heard(
                Outcome.OTHERWISE,
                clause.sentence,
                filled,
                what="verb",
                words=clause.words(one.start, one.end),
                acts=found.acts,
            )
