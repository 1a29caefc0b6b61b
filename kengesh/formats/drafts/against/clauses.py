"""The clauses of a draft, each with what it names, its days, and the meeting that it speaks of.

A sentence is divided where one statement ends and another begins, as far as punctuation and a few words tell: in Turkish after a verb,
in English and Russian before who, which, что and their like. A statement that goes over such a place is not recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kengesh.formats.drafts.against.lexicon import Lexicon
from kengesh.formats.drafts.against.meetings_meant import Meant, meetings_meant
from kengesh.formats.drafts.against.mentions import Mention, mentions_in
from kengesh.formats.drafts.against.tokens import Token, tokens_of
from kengesh.formats.drafts.against.vocabulary import VOCABULARIES, Vocabulary
from kengesh.formats.drafts.languages import lowered
from kengesh.formats.drafts.values import DayMention, Draft, Sentence
from kengesh.mechanism.view import View


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: places in it are places in its sentence. `number` counts the sentences of the draft from 1.

    `small` is the sentence in small letters, with blanks where other clauses stand. `meetings` are those that the clause names;
    `meeting` the one that it speaks of, perhaps named before; `earlier` the one spoken of last before it.
    """

    sentence: Sentence
    number: int
    language: str
    small: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    days: tuple[DayMention, ...]
    meetings: tuple[Meant, ...]
    meeting: str | None
    earlier: str | None

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of its language."""
        return VOCABULARIES[self.language]

    def of_type(self, *types: str) -> list[Mention]:
        """Return the mentions of these types, in order."""
        return [one for one in self.mentions if one.type in types]

    def words(self, start: int, end: int) -> str:
        """Return the words of the draft from one place to another."""
        return self.sentence.text[start:end]


def clauses_of(draft: Draft, view: View, lexicon: Lexicon) -> Iterator[Clause]:
    """Yield the clauses of a draft in order."""
    last: str | None = None
    for number, sentence in enumerate(draft.sentences, 1):
        spoken: str | None = None
        for clause in _clauses(sentence, number, view, lexicon, last, spoken):
            spoken = clause.meeting or spoken
            yield clause
        last = spoken or last


def _clauses(
    sentence: Sentence,
    number: int,
    view: View,
    lexicon: Lexicon,
    last: str | None,
    spoken: str | None,
) -> Iterator[Clause]:
    small = lowered(sentence.text, lexicon.language)
    tokens = tokens_of(sentence.text)
    mentions = mentions_in(sentence.text, tokens, lexicon)
    for start, end in _parts(small, lexicon.language, mentions):
        inside = tuple(one for one in mentions if start <= one.start < end)
        days = tuple(one for one in sentence.days if start <= one.start < end)
        own = " " * start + small[start:end]
        meant = meetings_meant(view, lexicon.language, own, inside, days, spoken or last)
        named = list(dict.fromkeys(one.thing for one in meant if one.thing))
        spoken = named[-1] if len(named) == 1 else spoken
        yield Clause(
            sentence,
            number,
            lexicon.language,
            own,
            tuple(one for one in tokens if start <= one.start < end),
            inside,
            days,
            meant,
            named[0] if len(named) == 1 else None if named else spoken,
            spoken or last,
        )


def _parts(small: str, language: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand; a name is never divided."""
    ends = [
        one.start()
        for one in re.finditer(VOCABULARIES[language].breaks, small)
        if not any(name.start < one.start() < name.end for name in mentions)
    ]
    bounds = [0, *ends, len(small)]
    return [(start, end) for start, end in pairwise(bounds) if end > start]


def meeting_of(clause: Clause) -> str | None:
    """Return the meeting that a clause itself names: of one spoken of before it is not sure that this was done there."""
    return clause.meeting if clause.meetings else None
