"""The account between two rolling texts: every word that was shown and is shown no more, and what explains it (I9).

It is taken from what the two texts show and not from how the second was made: the words of the base, and those of every
live amendment under the delegation that proposes them. What the later text lost must stand in its `settled`, under a
decision, a later submission, or a rebase. What does not is a breach, of the kind that was protested against in the World
Health Organization in February 2025.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from kengesh.texts.rolling import Act, BaseNode, MovedNode, RollingText, Settled, words_of
from kengesh.texts.tokens import FOOTNOTE_OPENS, PARAGRAPH_MARK, footnote_id, is_space, key, tokens

Shown = Counter[tuple[str, str]]  # (delegation, empty for the base; key of a token)


class Loss(Struct, frozen=True):
    """Words that are shown no more, and that no recorded act explains. `holder` is empty for words of the base."""

    holder: str
    words: tuple[str, ...]
    amendments: tuple[str, ...] = ()


def unexplained(series: Sequence[RollingText]) -> tuple[Loss, ...]:
    """Return what was lost without explanation between any two neighbours of a series of versions; nothing, if all is well."""
    return tuple(loss for before, after in pairwise(series) for loss in losses(before, after))


def losses(before: RollingText, after: RollingText) -> tuple[Loss, ...]:
    """Return what the later of two versions lost without explanation."""
    told = (
        after.settled[len(before.settled) :] if after.settled[: len(before.settled)] == before.settled else ()
    )
    gone = shown(before) - shown(after) - explained(told)
    settled = {one.amendment for one in told}
    seen, visible = visible_in(before), visible_in(after)
    vanished: dict[str, list[str]] = {}
    for one in before.amendments:
        if one.id in seen and one.id not in visible and one.id not in settled:
            vanished.setdefault(one.delegation, []).append(one.id)
    holders = sorted({holder for holder, _ in gone} | set(vanished))
    return tuple(
        Loss(
            holder,
            tuple(
                sorted(
                    token for (whose, token), count in gone.items() if whose == holder for _ in range(count)
                )
            ),
            tuple(vanished.get(holder, ())),
        )
        for holder in holders
    )


def shown(rolling: RollingText) -> Shown:
    """Return the words that a rolling text shows, each as often as it does, under whose they are."""
    visible = visible_in(rolling)
    every = {one.id: one for one in rolling.amendments}
    found: Shown = Counter()
    for node in rolling.nodes:
        if isinstance(node, BaseNode):
            found.update(_counted("", node.unit.text))
    for one in rolling.amendments:
        if one.id in visible:
            found.update(_counted(one.delegation, words_of(one, every)))
    return found


def visible_in(rolling: RollingText) -> set[str]:
    """Return the amendments that a rolling text shows somewhere: in its nodes, their regions, its notes, its annex."""
    found = {id for note in rolling.notes for id in note.amendments}
    found.update(id for request in rolling.requests for id in request.amendments)
    places: set[str] = set()
    for node in rolling.nodes:
        found.update(node.amendments)
        if isinstance(node, BaseNode):
            found.update(id for other in node.alternatives for id in other.amendments)
            places.update(other.unit.id for other in node.alternatives)
        if not isinstance(node, MovedNode):
            places.add(node.unit.id)
    found.update(id for _, region in rolling.regions() for one in region.variants for id in one.amendments)
    # A bracket or a text to be kept is shown by its region.
    found.update(
        one.id for one in rolling.amendments if one.act in (Act.BRACKET, Act.RETAIN) and one.unit in places
    )
    return found


def explained(settled: Iterable[Settled]) -> Shown:
    """Return the words whose disappearance is explained."""
    found: Shown = Counter()
    for one in settled:
        for holder in one.holders or ("",):
            found.update(_counted(holder, one.text))
    return found


def _counted(holder: str, text: str) -> Iterable[tuple[str, str]]:
    """Count the words; the marks of footnotes as one word, since another file numbers footnotes anew."""
    words = (token for token in tokens(text) if not is_space(token) and token != PARAGRAPH_MARK)
    return ((holder, FOOTNOTE_OPENS if footnote_id(token) else key(token)) for token in words)
