"""Acts that a text cannot show: reservations, comments, brackets asked for, support, moves, and acts on others' proposals.

They come from a file of acts or from the comments of a Word file. They name a unit as the rolling text does (``5``,
``PP3``, ``5 alt 1 UZB``), and words of it by quoting them. What they name is looked for here; one that is not found is
refused with what there is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _
from kengesh.texts.comparing.words import Edit, applied
from kengesh.texts.label_words import every_ordinal
from kengesh.texts.labels import PROFILES, alternative_label, labels_of, new_label
from kengesh.texts.reading.filed import Explicit
from kengesh.texts.reading.numbers import bare_number
from kengesh.texts.rolling import Reservation
from kengesh.texts.tokens import is_space, keys, tokens
from kengesh.texts.units import Text

WORDING = ("replace", "insert", "delete")  # acts that change words by quoting them
WITHDRAW = "withdraw"  # takes back what the delegation had before: no amendment, so no Act
MOST_PROPOSALS = 20  # after one unit, that a file may name by their labels
_HOLDERS = re.compile(r"(?P<label>.*?)(?: (?P<whose>[A-Z][A-Z0-9-]{1,11})(?:, [A-Z][A-Z0-9-]{1,11})*)?")
_TYPES = {
    Reservation.SCRUTINY: r"scrutin|изучени|рассмотрени|inceleme|öyrənilmə|oʻrganish|zerara|oʼrganish",
    Reservation.LINGUISTIC: r"linguist|language|лингвист|языков|dil(sel)?\b|тіл|тил|забон|dil\b|til\b",
    Reservation.PENDING_CAPITAL: r"pending|capital|столиц|başkent|paytaxt|астана|борбор|пойтахт|paýtagt|poytaxt",
}
# The word by which a comment makes a reservation, near its beginning; "gas reserves" and "without reservation" make none.
_RESERVES = re.compile(
    r"(?:\breservation|\breserves?\b(?=\W*$|[.;:]| (?:its|their|the|on|a|pending|position)\b)|\bоговорк|\bрезервиру|çekince|"
    r"qeyd-şərt|ескертпе|эскертме|қайду шарт|\bgoşmaça şert|qoʻshimcha shart)\w*",
    re.IGNORECASE,
)
_NO_RESERVATION = re.compile(r"\b(?:without|no|без|нет)\W+(?:\w+\W+)?$", re.IGNORECASE)
_NEAR_THE_BEGINNING = 60  # letters


class Named(NamedTuple):
    """A proposal on a unit of the base, as its label names it."""

    unit: str
    alternative: bool
    nth: int  # 0: the unit itself, and no proposal on it
    whose: str
    label: str = ""


class Deferred(NamedTuple):
    """What can only be placed when everybody's proposals are known: other words for one, or an act on one."""

    named: Named
    text: str = ""
    act: Explicit | None = None


class NoSuchPlace(ValueError):
    """An act names a unit that the text does not have, or words that its unit does not have."""


def named_by_number(text: Text, number: str, profile: str = "mea") -> Named | None:
    """Return which proposal a number names; None where it is a unit's own number, or no label of a proposal."""
    found = _HOLDERS.fullmatch(bare_number(number))
    label, whose = (found["label"], found["whose"] or "") if found else (number, "")
    names = _names(text, profile)
    if not whose and label in names:
        return None
    for name, unit in names.items():
        if name and label.startswith((name, "ADD", "MOD")) and name in label:
            for alternative, nth, written in _proposals(name, profile):
                if written == label:
                    return Named(unit, alternative, nth, whose, label)
    return None


def unit_named(text: Text, label: str, profile: str = "mea") -> str | Named:
    """Return the id of the unit that a label or an id names, or the proposal. Raises NoSuchPlace."""
    bare = bare_number(label.strip())
    names = _names(text, profile)
    if bare in names:
        return names[bare]
    if label in text.places:
        return label
    named = named_by_number(text, label, profile)
    if named is None and bare.rpartition(" ")[2] in every_ordinal():
        return Named(
            "", alternative=False, nth=1, whose="", label=bare
        )  # of the beginning, a row, a footnote
    if named is None:
        near = ", ".join(get_close_matches(bare, names, 5, 0.3)) or ", ".join(list(names)[:5])
        says = _("the text has no unit {label}; near it: {near}.")
        raise NoSuchPlace(says.format(label=label, near=near))
    return named


def span_of(all_tokens: Sequence[str], words: str, nth: int = 1) -> tuple[int, int]:
    """Return where words stand among tokens, the nth time. Raises NoSuchPlace."""
    looked_for = keys(tokens(words.strip()))
    inside = keys(all_tokens)
    places = [
        at
        for at in range(len(inside) - len(looked_for) + 1)
        if inside[at : at + len(looked_for)] == looked_for
    ]
    if not looked_for or len(places) < nth:
        says = _("the words “{words}” do not stand {nth} times in “{text}”.")
        raise NoSuchPlace(says.format(words=words, nth=nth, text="".join(all_tokens)))
    return places[nth - 1], places[nth - 1] + len(looked_for)


def edit_of(all_tokens: Sequence[str], act: Explicit) -> Edit:
    """Return what an act of replacing, inserting or deleting words that it quotes does to a unit. Raises NoSuchPlace."""
    last = len(all_tokens)
    if not act.words:
        return (
            Edit(last, last, _spaced(all_tokens, act.text))
            if act.act == "insert"
            else Edit(0, last, _words(act))
        )
    start, end = span_of(all_tokens, act.words, act.nth)
    if act.act == "insert":
        return Edit(end, end, _spaced(all_tokens[:end], act.text))
    if act.act == "replace":
        return Edit(start, end, _words(act))
    if start and is_space(all_tokens[start - 1]):
        return Edit(start - 1, end, ())
    return Edit(start, end + (end < last and is_space(all_tokens[end])), ())


def edited(all_tokens: Sequence[str], acts: Sequence[Explicit]) -> list[str]:
    """Return the tokens of a unit after acts that quote words of it as it was. Raises NoSuchPlace where two touch the same."""
    edits = sorted((edit_of(all_tokens, act) for act in acts), key=lambda edit: edit[:2])
    for edit, after in pairwise(edits):
        if after.start < edit.end:
            says = _("two acts of one file change the same words, “{words}”; say it in one.")
            raise NoSuchPlace(says.format(words="".join(all_tokens[after.start : edit.end])))
    return applied(all_tokens, edits, 0, len(all_tokens))


def _words(act: Explicit) -> tuple[str, ...]:
    return tuple(tokens(act.text))


def reservation_in(words: str) -> Reservation | None:
    """Return of what kind a reservation a comment makes; None where it makes none."""
    found = _RESERVES.search(words[: _NEAR_THE_BEGINNING + 20])
    if found is None or found.start() > _NEAR_THE_BEGINNING or _NO_RESERVATION.search(words[: found.start()]):
        return None
    for kind, pattern in _TYPES.items():
        if re.search(pattern, words[: found.end() + 40], re.IGNORECASE):
            return kind
    return Reservation.GENERAL


def _spaced(before: Sequence[str], text: str) -> tuple[str, ...]:
    """Return inserted tokens with the blank that words need and a comma does not."""
    inserted = tokens(text)
    needs = inserted and before and not is_space(before[-1]) and inserted[0][0] not in " ,;:.)]!?%"
    return (" ", *inserted) if needs else tuple(inserted)


@lru_cache(8)
def _names(text: Text, profile: str) -> Mapping[str, str]:
    """The units of a text by the name that proposals use; of several with one name the first."""
    names: dict[str, str] = {}
    for unit, label in labels_of(text, profile).items():
        names.setdefault(label.name, unit)
    return names


@lru_cache(1 << 12)
def _proposals(name: str, profile: str) -> tuple[tuple[bool, int, str], ...]:
    """Every label that proposals on a unit of this name can have, in every language."""
    profiles = [profile, *(other for other in PROFILES if other != profile)]
    return tuple(
        (alternative, nth, make(name, nth, one, language))
        for one in profiles
        for language in LANGUAGES
        for alternative, make in ((True, alternative_label), (False, new_label))
        for nth in range(1, MOST_PROPOSALS + 1)
    )
