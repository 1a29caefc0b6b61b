"""Which things of a record a sentence names, by the names that they ever bore, in whatever case they stand.

Of names that overlap the longest counts, of equally long ones the nearest in its letters. Where several things bear one name, the
mention has all of them: who uses it says so, and chooses none.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.formats.drafts.against.lexicon import Entry, Lexicon, closeness, matches
from kengesh.formats.drafts.against.tokens import Token


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a thing: where they stand, the things that may be meant with the name by which, and their type."""

    start: int
    end: int
    text: str
    type: str
    things: tuple[str, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def thing(self) -> str | None:
        """The thing, where one alone may be meant."""
        return self.things[0] if len(self.things) == 1 else None


def mentions_in(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the things that a text names, in order."""
    found: list[Mention] = []
    place = 0
    while place < len(tokens):
        fitting = _fitting(tokens, place, lexicon)
        if not fitting:
            place += 1
            continue
        after = max(end for _one, end in fitting)
        longest = [one for one, end in fitting if end == after]
        nearest = max(closeness(one, tokens, place) for one in longest)
        chosen = tuple(one for one in longest if closeness(one, tokens, place) == nearest)
        start, end = tokens[place].start, tokens[after - 1].end
        things = tuple(dict.fromkeys(one.thing for one in chosen))
        found.append(Mention(start, end, text[start:end], chosen[0].type, things, chosen))
        place = after
    return tuple(found)


def _fitting(tokens: tuple[Token, ...], place: int, lexicon: Lexicon) -> list[tuple[Entry, int]]:
    candidates = {one for key in tokens[place].keys for one in lexicon.by_first.get(key, ())}
    ends = [(one, matches(one, tokens, place)) for one in candidates]
    return [(one, end) for one, end in ends if end is not None]
