"""Are the brackets of two rolling texts the same: as many regions, with the same delegations, deletions and notes?

Units of the base pair as those of texts do (``pairing``). In each pair are compared: the regions, each with the holders of
its variants, who deletes, who retains, and whether the chair lets insertions stand together; who deletes or moves the
unit; its alternatives and the units proposed after it, with their own regions; requests to reopen it; its notes by kind
and holders. The words of variants are not compared, nor the order of regions in a unit, which follows the order of words.

A region is quoted as the plain text has it, with … for words: ``[… / KAZ, UZB: … / TKM: —]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.terms.messages import N_, _
from kengesh.texts.concordance.figures import without_common
from kengesh.texts.concordance.findings import Pair, differs
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.rolling import Act, BaseNode, Content, Holders, NewNode, Note, Region, RollingText

_ACTS = {
    Act.BRACKET: N_("asks for brackets: {holders}"),
    Act.RETAIN: N_("retains: {holders}"),
    Act.SUPPORT: N_("supports: {holders}"),
    Act.RESERVE: N_("reserves ({kind}): {holders}"),
    Act.COMMENT: N_("comments: {holders}"),
}


def compare_trees(first: RollingText, second: RollingText, pairs: Sequence[Pair]) -> Iterable[Divergence]:
    """Yield a finding for each pair of units at which the trees, or the notes, of two rolling texts part."""
    one, other = _trees(first), _trees(second)
    for at, pair in enumerate(pairs):
        here, there = _at(one, pair.first.unit.id, at), _at(other, pair.second.unit.id, at)
        left, other_left = without_common(here, there, str)
        if left or other_left:
            says = _(
                "{place}: the brackets are not the same. {first}: {words}. {second}: {other_words}. "
                "Enter in one version the proposals that only the other has, with the same delegations."
            )
            yield differs(
                pair, Check.REGIONS, Severity.DIVERGENCE, says, _counted(left), _counted(other_left)
            )
        yield from _compare_notes(pair, first, second)


def _compare_notes(pair: Pair, first: RollingText, second: RollingText) -> Iterable[Divergence]:
    notes, others = _notes(first, pair.first.unit.id), _notes(second, pair.second.unit.id)
    left, other_left = without_common(notes, others, str)
    if left or other_left:
        says = _(
            "{place}: the notes are not the same. {first}: {words}. {second}: {other_words}. "
            "Enter the reservations and comments that are missing, with the same delegations."
        )
        yield differs(pair, Check.NOTES, Severity.DIVERGENCE, says, _counted(left), _counted(other_left))


def _counted(lines: Sequence[str]) -> list[str]:
    """Return lines once each, with how often they stand where that is more than once."""
    return [
        line if lines.count(line) == 1 else f"{line} × {lines.count(line)}" for line in dict.fromkeys(lines)
    ]


def _at(trees: dict[str, list[str]], unit_id: str, at: int) -> list[str]:
    """Return what is said of a unit; of the first one also what is proposed before it."""
    before = [_("before it: {what}").format(what=line) for line in trees.get("", [])] if at == 0 else []
    return before + trees.get(unit_id, [])


def _trees(rolling: RollingText) -> dict[str, list[str]]:
    """Return what is proposed on each unit of the base, a line each, by the unit's id."""
    trees: dict[str, list[str]] = {}
    for node in rolling.nodes:
        if isinstance(node, BaseNode):
            trees.setdefault(node.unit.id, []).extend(_of_base(node))
        elif isinstance(node, NewNode):
            trees.setdefault(node.after, []).extend(
                _of_proposal(_("new unit after it"), node.holders, node.content)
            )
        else:
            says = _("a unit moved after it: {holders}")
            trees.setdefault(node.after, []).append(says.format(holders=_listed(node.holders)))
    for request in rolling.requests:
        says = _("asks to reopen it: {holders}")
        trees.setdefault(request.unit, []).append(says.format(holders=_listed(request.holders)))
    return trees


def _of_base(node: BaseNode) -> list[str]:
    lines = _regions(node.content)
    if node.deleted_by:
        lines.append(_("to be deleted: {holders}").format(holders=_listed(node.deleted_by)))
    if node.moved_by:
        lines.append(_("to be moved: {holders}").format(holders=_listed(node.moved_by)))
    for other in node.alternatives:
        lines.extend(_of_proposal(_("alternative unit"), other.holders, other.content))
    return lines


def _of_proposal(what: str, holders: Holders, content: Content) -> list[str]:
    head = f"{what}: {_listed(holders)}"
    return [head, *(f"{head}: {region}" for region in _regions(content))]


def _regions(content: Content) -> list[str]:
    return [_written(part) for part in content if isinstance(part, Region)]


def _written(region: Region) -> str:
    retain = f" (retain {_listed(region.retain)})" if region.retain else ""
    variants = sorted(f"{_listed(one.holders)}: {'…' if one.text else '—'}" for one in region.variants)
    return f"[{' / '.join(['…' + retain, *variants])}]"


def _notes(rolling: RollingText, unit_id: str) -> list[str]:
    return [_note(note) for note in rolling.notes if note.unit == unit_id]


def _note(note: Note) -> str:
    says = _(_ACTS.get(note.act, "{holders}"))
    return says.format(holders=_listed(note.holders), kind=note.reservation)


def _listed(holders: Holders) -> str:
    return ", ".join(sorted(holders))
