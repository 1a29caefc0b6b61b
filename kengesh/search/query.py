"""What a person typed, made into what the index is asked for: every word as it is folded, and its kin.

Every word is a word: AND, NEAR, quotes, stars and colons mean nothing else here, since only letters and digits go on. The last
word may be unfinished. A query that is too long, has too many words or none is refused before any work.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.search.kin import kin, sound, words_of
from kengesh.terms.messages import _

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12
SHORTEST_UNFINISHED = 4  # letters: the kin of fewer are the beginnings of too many words


class QueryRefused(ValueError):
    """Words that cannot be searched for."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word asked for: as it was typed, folded, and the keys of its kin."""

    typed: str
    folded: str
    kin: tuple[str, ...]


def read_query(typed: str) -> tuple[Word, ...]:
    """Return the words of a query. Raises QueryRefused."""
    if len(typed) > LONGEST_QUERY:
        says = _("the words are {length} characters long; at most {most} can be searched for.")
        raise QueryRefused(says.format(length=len(typed), most=LONGEST_QUERY))
    asked = tuple(Word(raw, folded, kin(raw)) for raw, folded in words_of(typed))
    if not asked:
        raise QueryRefused(_("give at least one word to search for: letters or digits."))
    if len(asked) > MOST_WORDS:
        says = _("{count} words; at most {most} can be searched for at a time.")
        raise QueryRefused(says.format(count=len(asked), most=MOST_WORDS))
    return asked


def are_kin(word: tuple[str, str], asked: Word) -> bool:
    """Say whether a word of a text, as it is written and folded, is kin to one asked for."""
    return not set(kin(word[0])).isdisjoint(asked.kin)


def exactly(asked: tuple[Word, ...]) -> str:
    """Return what asks the full text for the words themselves, in the language of FTS5."""
    words = [f'"{word.folded}"' for word in asked]
    return f"{{title other}} : ({' AND '.join(words)} *)"


def or_kin(asked: tuple[Word, ...]) -> str:
    """Return what asks the full text for each word or one of its kin."""
    return " AND ".join([*map(_one_of, asked[:-1]), _one_of(asked[-1], is_last=True)])


def _one_of(word: Word, *, is_last: bool = False) -> str:
    keys = [f'"{key}"' for key in word.kin]
    begins = sound(word.folded)
    if is_last and len(begins) >= SHORTEST_UNFINISHED:
        keys.append(f'"{begins}" *')
    star = " *" if is_last else ""
    return f'({{title other}} : "{word.folded}"{star} OR {{title_kin other_kin}} : ({" OR ".join(keys)}))'
