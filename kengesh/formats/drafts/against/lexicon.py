"""The names by which a record calls its things, made ready to be found in running text of one language.

===========================  ================================================================================================
parties, places, persons     by their names in the languages of the draft's script; persons by the last word of the name too;
                             states by the words for what is theirs (Uzbek, узбекский)
bodies, instruments          by their names in the draft's language, and what stands in quotation marks or brackets inside one;
                             bodies by the first letters of a name of three words or more (OTS, TDT, ОТГ)
series of meetings           by the names of their meetings without the number (Seventh Consultative Meeting)
===========================  ================================================================================================

Every name that a thing ever bore counts. Not done: abbreviations that are not the first letters, names of offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kengesh.formats.drafts.against.numbers import order_before
from kengesh.formats.drafts.against.own_words import OWN_WORDS
from kengesh.formats.drafts.against.tokens import Token, keys_of_name, tokens_of
from kengesh.formats.drafts.languages import lowered
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View
from kengesh.terms.states import state_codes, state_name

SCRIPT = {
    "tr": ("tr", "en", "az", "tk", "uz"),
    "en": ("en", "tr", "az", "tk", "uz"),
    "ru": ("ru", "kk", "ky", "tg"),
}
BY_SCRIPT = ("party", "place", "person")
IN_MARKS = re.compile(r"[\"“«]([^\"“”«»]+)[\"”»]|\(([^()]+)\)")
LEAST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a thing: its words as keys, and how they stand; `folded` is the first of them.

    `act` names the thing, None for names of states that are not of the record.
    """

    thing: str
    type: str
    text: str
    words: tuple[frozenset[str], ...]
    folded: str
    is_capital: bool
    act: LiveAct | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries of one language; by the keys of their first words; the keys of all their words; and names of one word."""

    language: str
    entries: tuple[Entry, ...]
    by_first: dict[str, list[Entry]] = field(default_factory=dict)
    of_words: set[str] = field(default_factory=set)
    single: list[Entry] = field(default_factory=list)


def lexicon_of(view: View, language: str) -> Lexicon:
    """Return the names of a record in one language of drafts."""
    return view.once(("draft names", language), lambda: _made(view, language))


def _made(view: View, language: str) -> Lexicon:
    entries = tuple(dict.fromkeys(_entries(view, language)))
    made = Lexicon(language, entries)
    for one in entries:
        made.of_words.update(key for word in one.words for key in word)
        if len(one.words) == 1 and not one.exact:
            made.single.append(one)
        for key in one.words[0]:
            made.by_first.setdefault(key, []).append(one)
    return made


def entry(
    thing: str, type_: str, text: str, act: LiveAct | None = None, *, exact: bool = False
) -> Entry | None:
    """Return the entry of a name; None for one without words."""
    words = tokens_of(text)
    if not words:
        return None
    keys = tuple(keys_of_name(one.text) for one in words if one.folded != "the")
    return Entry(thing, type_, text, keys, words[0].folded, words[0].is_capital, act, exact) if keys else None


def _entries(view: View, language: str) -> Iterator[Entry]:
    named = [act for act in view.of_kind("name") if not act.is_rejected and act.get("type")]
    for act in named:
        thing, type_ = view.shown(act.get("thing")), act.get("type")
        for text in _texts(act, language):
            yield from filter(None, _forms(view, thing, type_, text, act, language))
    for code in sorted(state_codes()):
        for text in {state_name(code, one) for one in SCRIPT[language]}:
            yield from filter(None, [entry(code, "party", text)])
        for word in OWN_WORDS[language].get(code, ()):
            yield from filter(None, [entry(code, "party", word)])


def _texts(act: LiveAct, language: str) -> list[str]:
    languages = SCRIPT[language] if act.get("type") in BY_SCRIPT else (language,)
    every = [(act.get(field) or {}).get(one) for field in ("names", "short") for one in languages]
    return list(dict.fromkeys(one["text"] for one in every if one))


def _forms(
    view: View, thing: str, type_: str, text: str, act: LiveAct, language: str
) -> Iterator[Entry | None]:
    if type_ == "meeting":
        yield from _series(view, thing, text, language)
        return
    if type_ not in ("party", "place", "person", "body", "instrument"):
        return
    yield entry(thing, type_, re.sub(r"\([^()]*\)", " ", text), act)
    if type_ == "person" and " " in text:
        yield entry(thing, type_, text.split()[-1], act)
    if type_ in ("body", "instrument"):
        yield from _inside(thing, type_, text, act)
    if type_ == "body" and (initials := _initials(text)):
        yield entry(thing, type_, initials, act, exact=True)


def _inside(thing: str, type_: str, text: str, act: LiveAct) -> Iterator[Entry | None]:
    """Yield what stands inside a name in marks: a title of two words or more, an abbreviation in brackets."""
    for title, abbreviation in IN_MARKS.findall(text):
        if title and len(tokens_of(title)) > 1:
            yield entry(thing, type_, title, act)
        if abbreviation.isupper() and abbreviation.isalpha():
            yield entry(thing, type_, abbreviation, act, exact=True)


def _initials(text: str) -> str:
    words = [
        one for one in tokens_of(text) if one.folded not in ("of", "the", "and", "ve", "for", "i", "o", "po")
    ]
    letters = "".join(one.text[0].upper() for one in words)
    return letters if len(words) >= LEAST_INITIALS and text.count(" ") < 2 * LEAST_INITIALS else ""


def _series(view: View, meeting: str, text: str, language: str) -> Iterator[Entry | None]:
    """Yield the name of a numbered meeting without its number, as one of its series."""
    acts = [act for act in view.acts("meeting", meeting) if act.get("series") and act.get("number")]
    own = [act for act in acts if view.shown(act.get("meeting")) == meeting]
    if not own:
        return
    small = lowered(text, language)
    for one in tokens_of(text):
        before = order_before(small[: one.end], language) or order_before(small[: one.end + 1], language)
        if before is not None:
            rest = f"{text[: before[1]]} {text[one.end :].lstrip('.')}"
            yield entry(view.shown(own[0].get("series")), "body", rest)
            return


def matches(one: Entry, tokens: tuple[Token, ...], place: int) -> int | None:
    """Return the place after a name that stands in a text at a place, None where it does not stand there."""
    if one.is_capital and len(one.words) == 1 and not tokens[place].is_capital:
        return None
    if one.exact and not _is_exact(one, tokens[place]):
        return None
    for word in one.words:
        while place < len(tokens) and tokens[place].folded == "the":
            place += 1
        if place >= len(tokens) or word.isdisjoint(tokens[place].keys):
            return None
        place += 1
    return place


def closeness(one: Entry, tokens: tuple[Token, ...], place: int) -> int:
    """Return how many letters of the first words agree, less those of the name that do not: the nearest name is meant."""
    found, name = tokens[place].folded, one.folded
    pairs = enumerate(zip(found, name, strict=False))
    agreeing = next((at for at, pair in pairs if pair[0] != pair[1]), min(len(found), len(name)))
    return 2 * agreeing - len(name)


def _is_exact(one: Entry, token: Token) -> bool:
    """Whether an abbreviation stands as it is, perhaps with an ending after an apostrophe."""
    return re.fullmatch(rf"{re.escape(one.text)}(?:\W\w+)?", token.text) is not None
