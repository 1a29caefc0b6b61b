"""Which instruments a clause names: by their whole names, by titles that come near them, by what sort of text it is.

Near is a title whose words, in any case, are for the greater part those of the name, in one stretch: the words that it
has more are kept, since a word more can change what was decided. "The Joint Statement" is that of the meeting spoken of,
where one alone came out of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kengesh.formats.claims.verdict.making import out_of
from kengesh.formats.drafts.against.asked import Asked
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.lexicon import Entry, entry, lexicon_of
from kengesh.formats.drafts.against.tokens import Token
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import name_acts
from kengesh.terms.glossary import term

LEAST_WORDS = 5  # of a name: shorter titles are too like one another
NEAR = 0.75  # of words in common, twice over the words of both
STRETCH = 1.4  # how much longer than the name a title may be
FORMS = ("joint-statement", "type-roadmap", "type-action-plan")
SMALL = frozenset(
    [
        "of",
        "the",
        "on",
        "in",
        "for",
        "and",
        "to",
        "a",
        "an",
        "ve",
        "ile",
        "icin",
        "olarak",
        "i",
        "v",
        "na",
        "o",
        "po",
    ]
)


@dataclass(frozen=True, slots=True)
class Document:
    """An instrument as a clause names it; `more` are words that its name, `name`, does not have."""

    thing: str
    start: int
    end: int
    more: tuple[str, ...] = ()
    name: str = ""


def documents_in(asked: Asked, clause: Clause) -> list[Document]:
    """Return the instruments that a clause names, in order, each once."""
    found = [Document(one.thing, one.start, one.end) for one in clause.of_type("instrument") if one.thing]
    near = sorted(_near(asked, clause, found), key=lambda one: -one[0])
    for one in (*_by_form(asked, clause), *(each for _how_near, each in near)):
        if not any(_overlap(one, other) or one.thing == other.thing for other in found):
            found.append(one)
    return sorted({one.thing: one for one in found}.values(), key=lambda one: one.start)


def _overlap(one: Document, other: Document) -> bool:
    return one.start < other.end and other.start < one.end


def _near(asked: Asked, clause: Clause, found: Sequence[Document]) -> Iterator[tuple[float, Document]]:
    """Yield the instruments of the meeting whose titles a clause comes near, each with how near."""
    if clause.meeting is None or not clause.meetings:
        return
    tokens = [one for one in clause.tokens if not any(doc.start <= one.start < doc.end for doc in found)]
    known = {doc.thing for doc in found}
    for one in _names(asked, clause.language, clause.meeting):
        if one.thing not in known and len(one.words) >= LEAST_WORDS:
            yield from _best(one, tokens)


def _names(asked: Asked, language: str, meeting: str) -> list[Entry]:
    things = out_of(asked.view, meeting)
    return [
        one
        for one in lexicon_of(asked.view, language).entries
        if one.type == "instrument" and one.thing in things
    ]


def _best(one: Entry, tokens: Sequence[Token]) -> Iterator[tuple[float, Document]]:
    """Yield the stretch of words that comes nearest to a name, where one is near enough."""
    best, chosen = NEAR, None
    of_name = [_is_of(one, token) for token in tokens]
    before = [0, *accumulate(of_name)]  # words of the name before each place: no more than that can agree
    for first in range(len(tokens)):
        if not of_name[first]:
            continue
        for last in range(first + LEAST_WORDS - 1, min(len(tokens), first + int(len(one.words) * STRETCH))):
            both = len(one.words) + last + 1 - first
            if not of_name[last] or 2 * (before[last + 1] - before[first]) / both <= best:
                continue
            stretch = tokens[first : last + 1]
            near = 2 * len(_agreeing(one, stretch)) / both
            if near > best:
                best, chosen = near, stretch
    if chosen is not None:
        yield best, _document(one, chosen)


def _document(one: Entry, stretch: Sequence[Token]) -> Document:
    agreeing = _agreeing(one, stretch)
    more = tuple(
        token.text
        for place, token in enumerate(stretch)
        if place not in agreeing and token.folded not in SMALL
    )
    return Document(one.thing, stretch[0].start, stretch[-1].end, more, one.text)


def _agreeing(one: Entry, stretch: Sequence[Token]) -> dict[int, int]:
    """Return which words of a stretch are which words of a name, in one order: the longest such row."""
    rows, columns = len(stretch), len(one.words)
    longest = [[0] * (columns + 1) for _row in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            if one.words[column] & stretch[row].keys:
                longest[row][column] = longest[row + 1][column + 1] + 1
            else:
                longest[row][column] = max(longest[row + 1][column], longest[row][column + 1])
    taken: dict[int, int] = {}
    row = column = 0
    while row < rows and column < columns:
        if one.words[column] & stretch[row].keys:
            taken[row] = column
            row, column = row + 1, column + 1
        elif longest[row + 1][column] >= longest[row][column + 1]:
            row += 1
        else:
            column += 1
    return taken


def _is_of(one: Entry, token: Token) -> bool:
    return any(not word.isdisjoint(token.keys) for word in one.words)


def _by_form(asked: Asked, clause: Clause) -> Iterator[Document]:
    """Yield the only instrument of a sort that came out of the meeting spoken of."""
    if clause.meeting is None or not clause.meetings:
        return
    things = out_of(asked.view, clause.meeting)
    for form in FORMS:
        words = entry(form, "form", term(form, clause.language).text)
        of_form = [thing for thing in things if form.removeprefix("type-") in _forms(asked, thing)]
        place = None if words is None else _stands(words, clause.tokens)
        if len(of_form) == 1 and words is not None and place is not None:
            yield Document(
                of_form[0],
                clause.tokens[place].start,
                clause.tokens[place + len(words.words) - 1].end,
            )


def _forms(asked: Asked, thing: str) -> set[str]:
    return {act.get("form") for act in name_acts(asked.view, thing) if act.get("form")}


def _stands(words: Entry, tokens: Sequence[Token]) -> int | None:
    count = len(words.words)
    for place in range(len(tokens) - count + 1):
        if all(word & tokens[place + at].keys for at, word in enumerate(words.words)):
            return place
    return None


def in_documents(documents: Sequence[Document], place: int) -> bool:
    """Say whether a place of a clause is inside the title of a text."""
    return any(one.start <= place < one.end for one in documents)


def naming(asked: Asked, thing: str) -> list[LiveAct]:
    """Return the acts that name an instrument."""
    return [act for act in asked.view.acts("name", thing) if act.get("thing") in asked.view.joined(thing)]
