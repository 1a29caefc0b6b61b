"""A checked draft as its page tells it: sentence by sentence, with what was found, what agrees, and on what the record rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kengesh.formats.drafts.against.answering import sort_words
from kengesh.formats.drafts.values import Checked, Finding, Sentence
from kengesh.mechanism.answers import Row, row
from kengesh.site.reading import Reading
from kengesh.site.telling import Told, told
from kengesh.terms.messages import N_, _

MOST_SENTENCES = 400  # on one page; a paper of fifty pages has fewer with anything to look at
MOST_ACTS = 4  # of which a finding says what they say; its notes have all of them

AGREES = N_("as the record tells")


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding: of what sort, the sentence that says it, the notes of the draft, and what the record says by which acts."""

    sort: str
    words: str
    says: str
    draft_notes: tuple[str, ...]
    row: Row
    lines: tuple[Told, ...]
    things: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the draft with all that is said of it. `number` counts the sentences from 1, as what could not be checked does."""

    number: int | None
    sentence: Sentence
    findings: tuple[Shown, ...]


def places_of(reading: Reading, checked: Checked) -> list[Place]:
    """Return the sentences of which something is found, in their order, each with what is found."""
    return _by_sentence(reading, checked, checked.findings, agrees=False)


def agreeing_of(reading: Reading, checked: Checked) -> list[Place]:
    """Return the sentences that agree with the record in something, in their order."""
    return _by_sentence(reading, checked, checked.agreeing, agrees=True)


def of_the_whole(reading: Reading, checked: Checked) -> list[Shown]:
    """Return what is found that belongs to no one sentence."""
    return [_shown(reading, one, agrees=False) for one in checked.findings if one.sentence is None]


def _by_sentence(
    reading: Reading, checked: Checked, findings: Sequence[Finding], *, agrees: bool
) -> list[Place]:
    numbers = {id(one): number for number, one in enumerate(checked.draft.sentences, 1)}
    found: dict[int, list[Finding]] = {}
    sentences: dict[int, Sentence] = {}
    for one in findings:
        if one.sentence is not None:
            sentences[id(one.sentence)] = one.sentence
            found.setdefault(id(one.sentence), []).append(one)
    places = [
        Place(numbers.get(key), sentence, tuple(_shown(reading, one, agrees=agrees) for one in found[key]))
        for key, sentence in sentences.items()
    ]
    return sorted(places, key=lambda place: place.number or len(numbers) + 1)


def _shown(reading: Reading, one: Finding, *, agrees: bool) -> Shown:
    view = reading.view
    acts = [act for act in map(view.find, one.acts) if act is not None]
    lines = [says for act in acts[:MOST_ACTS] if (says := told(view, act.id)) is not None]
    rests = row("", acts)
    return Shown(
        "agrees" if agrees else one.sort.value,
        _(AGREES) if agrees else sort_words({"sort": one.sort.value, "what": one.what}),
        one.says,
        one.notes,
        rests,
        tuple(lines),
        tuple(dict.fromkeys(thing for says in lines for thing in says.things)),
        tuple(source for source in one.sources if source not in rests["sources"]),
    )
