"""What happens to a unit as a whole in a file of tracked changes: who deletes, moves or replaces it, and who comes late.

Word lets one author do so. A deletion goes before a move, and a move before an alternative, which takes the words away
only where nobody else takes some of them.
"""

from __future__ import annotations

from msgspec import Struct

from kengesh.texts.rolling import Alternative as Other
from kengesh.texts.rolling import BaseNode, Holders, NewNode, Region
from kengesh.texts.word.write_comments import Authors
from kengesh.texts.word.write_tracking import Edit, edits
from kengesh.texts.word.write_xml import Change


class Whole(Struct, frozen=True, omit_defaults=True):
    """The change of a whole unit, by whom, and who would do as much and cannot be shown."""

    change: Change | None = None
    code: str = ""
    late: Holders = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """The change, if any, as those of a paragraph's mark."""
        return (self.change,) if self.change else ()

    @property
    def takes_away(self) -> bool:
        """Whether the words of the unit go with it."""
        return self.change is not None and self.change.kind != "ins"


def whole_base(node: BaseNode, authors: Authors) -> Whole:
    """Return what happens to a unit of the base as a whole."""
    replacing = tuple(code for other in node.alternatives for code in other.holders)
    kind = "del"
    if node.deleted_by:
        codes = node.deleted_by + node.moved_by + replacing
    elif node.moved_by:
        codes, kind = node.moved_by + replacing, "moveFrom"
    elif replacing and not any(edit.deleted for edit in edits(node.content)):
        codes = replacing
    else:
        return Whole(late=replacing)
    amendments = node.amendments + tuple(id for other in node.alternatives for id in other.amendments)
    late = tuple(dict.fromkeys(code for code in codes if code != codes[0]))
    return Whole(authors.change(kind, codes, amendments), codes[0], late)


def whole_proposal(proposed: NewNode | Other, authors: Authors) -> Whole:
    """Return the insertion of a proposed unit; those who propose the same come late."""
    change = authors.change("ins", proposed.holders, proposed.amendments)
    return Whole(change, proposed.holders[0], proposed.holders[1:])


def mover_of(node: BaseNode) -> str:
    """Return whose move of a unit is shown as one; empty where it is shown as something else."""
    return node.moved_by[0] if node.moved_by and not node.deleted_by else ""


def changes_of(edit: Edit, whole: Whole, authors: Authors) -> tuple[Change, ...] | None:
    """Return the changes of some words of a unit, the outer first; None where they are not shown at its place."""
    if edit.inserted:
        holders = tuple(code for code in edit.inserted if not (whole.takes_away and code == whole.code))
        return (authors.change("ins", holders, edit.amendments),) if holders else None
    if edit.deleted and not whole.takes_away:
        return (*whole.changes, authors.change("del", edit.deleted, edit.amendments))
    return whole.changes


def late_in(region: Region, parts: list[Edit], whole: Whole) -> tuple[Holders, Holders]:
    """Return who proposes the same as somebody before it in a region, and who would delete words that another deletes."""
    same = {code for variant in region.variants for code in variant.holders[1:]}
    late = {code for edit in parts for code in (*edit.late, *(edit.deleted if whole.takes_away else ()))}
    return tuple(sorted(same - {whole.code})), tuple(sorted(late - {whole.code}))
