"""The rolling text as a value: the tree from which every form of it is written.

A rolling text is a base, the live amendments of every delegation, and the *nodes* in which both are set out in the order
of the text: the units of the base, the proposed units, and the pointers to which a unit would move. The content of a
node is a sequence of words (strings) and :class:`Region` values; joined, the words and the bases of the regions are the
text of the base, letter for letter (invariant I1), and with one delegation's variant wherever it has one they are what
that delegation wants (I2).

Delegations are named by their codes (ISO 3166 alpha-3, or a declared group). *Holders* are in the alphabetical order of
their names in the language of the version. Places in a unit are counted in its tokens (``kengesh.texts.tokens``), the
paragraph mark at its end being one more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from kengesh.texts.units import Text, Unit, UnitKind

Holders = tuple[str, ...]


class Act(StrEnum):
    """What an amendment does."""

    REPLACE = "replace"  # a span of base tokens by other words; an insertion where the span is empty
    NEW = "new"  # a new unit after its anchor
    DELETE = "delete"  # a unit
    ALTERNATIVE = "alternative"  # another text for a whole unit
    MOVE = "move"  # a unit, after another anchor
    BRACKET = "bracket"  # asks for brackets without a counter-text
    RETAIN = "retain"  # insists on the base
    SUPPORT = "support"  # joins another's amendment
    RESERVE = "reserve"
    COMMENT = "comment"


class Reservation(StrEnum):
    """Of what kind a reservation is."""

    GENERAL = "general"
    SCRUTINY = "scrutiny"
    LINGUISTIC = "linguistic"
    PENDING_CAPITAL = "pending-capital"


class Amendment(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One act of one delegation on one unit.

    `unit` is the unit amended: one of the base, or a proposed one (its id is that of the proposal). For a new unit it is
    the anchor after which it comes, empty for the beginning. `start` and `end` are base tokens of the unit.
    """

    id: str
    delegation: str
    act: Act
    unit: str
    start: int = 0
    end: int = 0
    text: str = ""  # the words proposed; of a comment or reservation, its words
    kind: UnitKind = UnitKind.PARAGRAPH  # of a new unit
    number: str = ""  # of a new unit, as its file has it
    level: int = 0  # of a new unit
    after: str = ""  # of a move: the anchor of its new place
    target: str = ""  # of a support: the id of the amendment supported
    reservation: Reservation = Reservation.GENERAL
    sequence: int = 0  # among the new units of one delegation after one anchor
    filed_at: str = ""  # an instant, ISO 8601 in UTC; empty where the submission carries no time
    order: int = 0  # the order of filing where there are no times


def words_of(one: Amendment, every: Mapping[str, Amendment]) -> str:
    """Return the words that an amendment shows under its delegation's name; support shows those that it supports."""
    return every[one.target].text if one.act is Act.SUPPORT and one.target in every else one.text


class Variant(Struct, frozen=True, omit_defaults=True):
    """What some delegations would have in the place of a region's base; an empty text is nothing (—)."""

    holders: Holders
    text: str
    amendments: tuple[str, ...] = ()


class Region(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A place of a unit at which delegations differ. Without variants it is a bracket without counter-text."""

    id: str
    start: int
    end: int
    base: str
    variants: tuple[Variant, ...] = ()
    retain: Holders = ()
    notes: tuple[int, ...] = ()


Content = tuple[str | Region, ...]


class Alternative(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Another text for a whole unit; `unit` has its words and an id of its own, since others amend it."""

    unit: Unit
    label: str
    holders: Holders
    content: Content
    amendments: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


class BaseNode(Struct, frozen=True, omit_defaults=True, kw_only=True, tag="base"):
    """A unit of the base with everything proposed on it.

    `label` is what the version or the profile prints before it. It stands in brackets (`bracketed`) beside alternatives
    and where somebody would delete or move it.
    """

    unit: Unit
    label: str
    content: Content
    deleted_by: Holders = ()
    moved_by: Holders = ()
    alternatives: tuple[Alternative, ...] = ()
    notes: tuple[int, ...] = ()
    amendments: tuple[str, ...] = ()  # the deletions and moves

    @property
    def bracketed(self) -> bool:
        """Whether the whole unit stands in brackets."""
        return bool(self.deleted_by or self.moved_by or self.alternatives)


class NewNode(Struct, frozen=True, omit_defaults=True, kw_only=True, tag="new"):
    """A proposed unit, after the unit `after` of the base."""

    unit: Unit
    label: str
    holders: Holders
    content: Content
    after: str = ""
    amendments: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


class MovedNode(Struct, frozen=True, omit_defaults=True, kw_only=True, tag="moved"):
    """The place to which some delegations would move a unit, whose text stays at its origin."""

    unit: str
    label: str
    origin_label: str  # the label of the unit where it stands, without its stop
    holders: Holders
    after: str = ""
    amendments: tuple[str, ...] = ()


Node = BaseNode | NewNode | MovedNode


class Note(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A numbered note: a reservation, a comment, a bracket without text, a text to be kept."""

    number: int
    unit: str
    holders: Holders
    act: Act
    reservation: Reservation = Reservation.GENERAL
    words: str = ""
    amendments: tuple[str, ...] = ()


class Request(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A request to reopen an agreed unit: what some delegation would have in it. It stands in the annex."""

    unit: str
    label: str
    holders: Holders
    act: Act
    base: str  # the words amended
    text: str  # the words proposed
    after: str = ""  # of a move: the name of the unit after which it would come
    amendments: tuple[str, ...] = ()


class Editorial(Struct, frozen=True, kw_only=True):
    """Letters that differ without making a difference: nobody's proposal, reported to whoever edits."""

    delegation: str
    unit: str
    base: str
    filed: str


class RebaseStep(Struct, frozen=True, kw_only=True):
    """What became of one amendment that was filed against an older base, where it did not merely shift."""

    delegation: str
    amendment: str
    unit: str
    what: str  # "already-in-text", "words-changed", "unit-gone", "anchor-gone", "proposal-gone"
    before: str  # the words that it amended in its own base
    after: str  # the words that it amends now


class Filing(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One submission, as received. Authors are those whom its file names for changes: evidence, not attribution."""

    delegation: str
    base: str  # the hash of the version against which it was written
    filed_at: str = ""
    order: int = 0
    source: str = ""  # SHA-256 of the file, hexadecimal
    file_name: str = ""
    authors: tuple[str, ...] = ()
    untracked: int = 0  # differences typed while the tracking of changes was off


class Settled(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Words that were shown and are shown no more, and the decision by which."""

    decision: str  # the id of the decision
    unit: str
    holders: Holders  # empty: words of the base
    text: str  # the words shown no more; empty where the amendment's own words are now the text's
    amendment: str = ""


class RollingText(Struct, frozen=True, omit_defaults=True, kw_only=True, dict=True):
    """A compiled text, complete in itself: from it alone the next version is compiled."""

    base: Text
    profile: str = "mea"
    nodes: tuple[Node, ...] = ()
    notes: tuple[Note, ...] = ()
    requests: tuple[Request, ...] = ()
    editorial: tuple[Editorial, ...] = ()
    rebased: tuple[RebaseStep, ...] = ()
    filings: tuple[Filing, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    settled: tuple[Settled, ...] = ()
    parked: tuple[str, ...] = ()  # units that the chair has set aside

    @property
    def delegations(self) -> Holders:
        """The delegations that have a live amendment or filed a text, by code."""
        named = {one.delegation for one in self.amendments} | {one.delegation for one in self.filings}
        return tuple(sorted(named))

    def regions(self) -> Iterator[tuple[str, Region]]:
        """Yield (unit id, region) for every region, in the order of the text."""
        for node in self.nodes:
            if isinstance(node, MovedNode):
                continue
            yield from ((node.unit.id, part) for part in node.content if isinstance(part, Region))
            if isinstance(node, BaseNode):
                for other in node.alternatives:
                    yield from ((other.unit.id, part) for part in other.content if isinstance(part, Region))
