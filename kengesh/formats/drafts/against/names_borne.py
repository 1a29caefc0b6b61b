"""Names that a thing did not bear on the day of which a clause speaks, and names that are nearly, but not quite, those of the record.

Whoever calls a thing of former days by its name of today does what is usual; that is not told. A word is taken for a name misspelt only
where one letter of it is another, missing or too many, and the record, in no language of that script, spells any name so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kengesh.formats.drafts.against.asked import Asked, whens_of
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.formats.drafts.against.lexicon import Entry, Lexicon, lexicon_of
from kengesh.formats.drafts.against.mentions import Mention
from kengesh.formats.drafts.against.tokens import Token
from kengesh.formats.drafts.languages import lowered
from kengesh.mechanism.live import LiveAct
from kengesh.terms.dates import Truth, parse_when
from kengesh.terms.messages import _
from kengesh.terms.names import Name, borne

LONG = 9  # letters of a whole word
SHORTEST = 6  # letters of a key: one letter of a shorter word makes another word of it


def of_names(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield the names of a clause that were not borne on its day, and those that are misspelt."""
    days = _days(asked, clause)
    for one in clause.of_type("place", "body") if days else ():
        yield from _not_borne(asked, clause, one, days)
    for token in clause.tokens:
        yield from _misspelt(asked, clause, token)


def _days(asked: Asked, clause: Clause) -> list[date]:
    """Return the days of which a clause speaks: of its meeting, else the first and the last of the only date that it names."""
    on = asked.row(clause.meeting)["on"] if clause.meeting and clause.meetings else None
    whens = [parse_when(on)] if on else whens_of(clause.days)
    return [day for when in whens for day in (when.earliest, when.latest) if day] if len(whens) == 1 else []


def _not_borne(asked: Asked, clause: Clause, one: Mention, days: list[date]) -> Iterator[Heard]:
    acts = [entry.act for entry in one.entries if entry.act is not None]
    if one.thing is None or len(acts) < len(one.entries):
        return
    if any(_borne(act, day) is not Truth.NO for act in acts for day in days):
        return
    if any(_borne(act, asked.view.on) is Truth.YES for act in acts):
        return
    if any(other.thing == one.thing and other.text != one.text for other in clause.mentions):
        return  # both names stand in the clause: it tells of the renaming
    then = days[-1].isoformat()
    says = _("The name {words} was not borne then; by the record the name was ({day}): {name}.")
    filled = says.format(words=asked.quote(one.text), day=asked.day(then), name=asked.name(one.thing, then))
    yield heard(Outcome.OTHERWISE, clause.sentence, filled, what="name", words=one.text, acts=acts)


def _borne(act: LiveAct, day: date) -> Truth:
    start = act.get("on") if act.act.kind == "rename" else act.get("start")
    end = act.get("end")
    return borne(
        Name(act.get("names"), parse_when(start) if start else None, parse_when(end) if end else None), day
    )


def _misspelt(asked: Asked, clause: Clause, token: Token) -> Iterator[Heard]:
    if not token.is_capital or any(one.start <= token.start < one.end for one in clause.mentions):
        return
    if _stands_small(clause, token):
        return
    key = ("draft slip", clause.language, token.text)
    near = asked.view.once(key, lambda: _near(lexicon_of(asked.view, clause.language), token))
    if len(near) != 1:
        return
    meant = next(iter(near.values()))
    says = _("{words} may be a slip; the record has: {name}.")
    filled = says.format(words=asked.quote(token.text), name=asked.quote(meant.text))
    acts = [meant.act] if meant.act is not None else []
    yield heard(Outcome.OTHERWISE, clause.sentence, filled, what="name", words=token.text, acts=acts)


def _near(lexicon: Lexicon, token: Token) -> dict[str, Entry]:
    """Return the names that a word is but for one letter, by their things."""
    known = any(key in lexicon.of_words for key in token.keys)
    near: dict[str, Entry] = {}
    for one in lexicon.single:
        if _is_near(token, one, known):
            near.setdefault(one.thing, one)  # the names of the draft's own language come first
    return near


def _stands_small(clause: Clause, token: Token) -> bool:
    """Whether a word stands at the beginning of its sentence, where any word has a capital letter."""
    return not lowered(clause.sentence.text[: token.start], clause.language).strip(" \"“«'(")


def _is_near(token: Token, one: Entry, known: bool) -> bool:
    """Whether a word is a name but for one letter; of a word that is also in other names its whole spelling counts."""
    if one.folded[0] != token.folded[0]:
        return False
    if len(one.folded) >= LONG and _is_slip(token.folded, one.folded):
        return True
    return not known and any(
        min(len(key), len(own)) >= SHORTEST and _is_slip(key, own)
        for key in token.keys
        for own in one.words[0]
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether words differ in one letter before their ends: what differs at the end is an ending (Mongolian, Mongolia)."""
    return (
        is_one_letter_apart(one, other)
        and one[: min(len(one), len(other)) - 1] != other[: min(len(one), len(other)) - 1]
    )


def is_one_letter_apart(one: str, other: str) -> bool:
    """Say whether two words differ in one letter: another, missing or too many."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    head = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if head is None:
        return True
    if len(one) == len(other):
        return one[head + 1 :] == other[head + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[head + 1 :] == shorter[head:]
