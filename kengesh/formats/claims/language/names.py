"""Finding the thing that a claim names: by its id, or by a name in any of our languages, as borne on the day.

A name that several things bear on the day is ambiguous, and is never decided here. One that was borne on other days alone is
taken, and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Levenshtein

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import name_acts, type_of
from kengesh.mechanism.near import near, types_of
from kengesh.mechanism.questions.party import mechanism_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import When, parse_when
from kengesh.terms.folding import fold
from kengesh.terms.identifiers import is_thing_id
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.names import Name, name_on
from kengesh.terms.states import state_codes, state_name

LONGEST_NAME = 16  # words
TYPE_IDS = frozenset(
    {
        "meeting",
        "body",
        "organization",
        "organisation",
        "format",
        "instrument",
        "document",
        "treaty",
        "proposal",
    }
)
SHORT = 6  # letters
MOST_NEAR = 4


@dataclass(frozen=True, slots=True)
class Borne:
    """The things that bear a name on the day, and those that bore or will bear it on others."""

    now: tuple[str, ...]
    else_: tuple[str, ...]


class Names:
    """The names of a record, as of a view's day."""

    def __init__(self, view: View) -> None:
        self.view = view

    def shown(self, thing: str) -> str:
        """Return the id under which a thing is shown."""
        return self.view.shown(thing)

    def own_series(self) -> str | None:
        """Return the mechanism whose record it is."""
        return mechanism_of(self.view)

    def numbered_meeting(self, series: str, number: int) -> str | None:
        """Return the meeting of a series that bears a number, held or announced; None where there is none, or several."""
        acts = [*self.view.of_kind("hold"), *self.view.of_kind("convene")]
        bearing = [
            act for act in acts if act.get("number") == number and act.get("series") and not act.is_rejected
        ]
        found = {
            self.view.shown(act.get("meeting"))
            for act in bearing
            if self.view.shown(act.get("series")) == series
        }
        return found.pop() if len(found) == 1 else None

    def id_of(self, words: Sequence[str]) -> str | None:
        """Return the id that a word is, of a state or of something that the record speaks of, or that words are with hyphens."""
        word = words[0] if len(words) == 1 else "-".join(words).casefold()
        return word if word in state_codes() or self.view.is_known(word) else None

    def types(self, thing: str) -> set[str]:
        """Return the types of a thing, as far as the record says."""
        found = types_of(self.view, thing)
        told = type_of(self.view, thing)
        return found or ({told} if told else set())

    def bearing(self, name: str) -> Borne:
        """Return the things that bear a name."""
        borne = self.view.once_a_day(("claim names",), lambda: _every_name(self.view))
        return borne.get(fold(" ".join(name.split())), Borne((), ()))

    def near(self, word: str, types: Sequence[str]) -> list[str]:
        """Return the ids that a word comes near; a short word has few letters to be alike in, so one of them may differ."""
        found = near(self.view, word, tuple(types))
        if found or len(word) >= SHORT:
            return found
        short = [one for one in self._ids() if abs(len(one) - len(word)) < 2 and self._is_of(one, types)]
        return [one for one in short if Levenshtein.distance(one, word.casefold()) == 1][:MOST_NEAR]

    def _ids(self) -> list[str]:
        return sorted({thing for index in self.view.state.by_thing for thing in index})

    def _is_of(self, thing: str, types: Sequence[str]) -> bool:
        return not types or bool(self.types(thing) & set(types))


class IdsAlone(Names):
    """No names at all: for a claim in its one spelling, where every thing stands under its id, whatever a record knows."""

    def __init__(self) -> None:
        pass

    def shown(self, thing: str) -> str:
        """Return the id itself."""
        return thing

    def own_series(self) -> str | None:
        """Return nothing: the one spelling names its series."""
        return None

    def numbered_meeting(self, series: str, number: int) -> str | None:
        """Return nothing: the one spelling names meetings by their ids."""
        return None

    def id_of(self, words: Sequence[str]) -> str | None:
        """Return a word that can be an id; one that says of what type a thing is, is none."""
        return words[0] if len(words) == 1 and is_thing_id(words[0]) and words[0] not in TYPE_IDS else None

    def types(self, thing: str) -> set[str]:
        """Return nothing: of what type a thing is, a record says."""
        return set()

    def bearing(self, name: str) -> Borne:
        """Return nothing."""
        return Borne((), ())

    def near(self, word: str, types: Sequence[str]) -> list[str]:
        """Return nothing."""
        return []


def _every_name(view: View) -> dict[str, Borne]:
    now: dict[str, dict[str, None]] = {}
    ever: dict[str, dict[str, None]] = {}
    for thing in _named_things(view):
        acts = name_acts(view, thing)
        names = [_name(act) for act in acts]
        borne = name_on(names, view.on)
        for act, name in zip(acts, names, strict=True):
            for text in _texts(act):
                ever.setdefault(text, {})[thing] = None
                if name is borne:
                    now.setdefault(text, {})[thing] = None
    for code in state_codes():
        for text in {fold(state_name(code, language)) for language in LANGUAGES}:
            now.setdefault(text, {})[code] = None
    return {
        text: Borne(
            tuple(now.get(text, ())), tuple(one for one in ever.get(text, ()) if one not in now.get(text, ()))
        )
        for text in {*now, *ever}
    }


def _named_things(view: View) -> Iterable[str]:
    acts = [*view.of_kind("name"), *view.of_kind("rename")]
    return dict.fromkeys(view.shown(act.get("thing") or act.get("body")) for act in acts)


def _texts(act: LiveAct) -> Iterator[str]:
    given: list[Mapping[str, Any]] = [act.get("names") or {}, act.get("short") or {}]
    for texts in given:
        yield from (fold(" ".join(text["text"].split())) for text in texts.values())


def _name(act: LiveAct) -> Name:
    start = act.get("on") if act.act.kind == "rename" else act.get("start")
    return Name(act.fields["names"], _when(start), _when(act.get("end")))


def _when(text: str | None) -> When | None:
    return None if text is None else parse_when(text)
