"""What each delegation proposes, unit by unit, in one sentence each: the table by delegation of a printed rolling text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kengesh.terms.messages import _
from kengesh.texts.labels import labels_of
from kengesh.texts.rolling import Alternative, BaseNode, MovedNode, NewNode, RollingText
from kengesh.texts.tokens import PARAGRAPH_MARK
from kengesh.texts.writing.plain import note_words

FEW_WORDS = 3  # that say where words are put in
_FOOTNOTE = re.compile("⁅([^⁆\\s]+)⁆")


def positions(rolling: RollingText, code: str) -> Iterator[tuple[str, str]]:
    """Yield (the name of a unit, a sentence) for everything that one delegation proposes, in the order of the text."""
    names = unit_names(rolling)
    notes: dict[str, list[str]] = {}
    for note in rolling.notes:
        if code in note.holders:
            notes.setdefault(note.unit, []).append(note_words(note))
    for node in rolling.nodes:
        if isinstance(node, MovedNode):
            if code in node.holders:
                yield names[node.unit], _("move it to {label}").format(label=node.label)
            continue
        said = [*_in_node(node, code), *notes.pop(node.unit.id, ())]
        yield from ((names[node.unit.id], says) for says in said)
        for other in node.alternatives if isinstance(node, BaseNode) else ():
            said = [*_in_alternative(other, code), *notes.pop(other.unit.id, ())]
            yield from ((names[other.unit.id], says) for says in said)


def unit_names(rolling: RollingText) -> dict[str, str]:
    """Return what each unit is called: those of the base by their full names, 3 (d) (i), proposed ones by their labels."""
    names = {id: label.name for id, label in labels_of(rolling.base, rolling.profile).items()}
    for node in rolling.nodes:
        if isinstance(node, NewNode):
            names[node.unit.id] = node.label
        elif isinstance(node, BaseNode):
            names.update((other.unit.id, other.label) for other in node.alternatives)
    return names


def readable(text: str, names: dict[str, str]) -> str:
    """Return words of a text for a cell of an annex, in which a footnote is named and not referred to."""
    return _FOOTNOTE.sub(lambda found: f" ({names.get(found[1], found[1])})", text)


def _in_node(node: BaseNode | NewNode, code: str) -> Iterator[str]:
    if isinstance(node, NewNode):
        if code in node.holders:
            yield _("new: {text}").format(text=node.unit.text)
    elif code in node.deleted_by:
        yield _("delete the unit")
    yield from _in_regions(node, code)


def _in_alternative(other: Alternative, code: str) -> Iterator[str]:
    if code in other.holders:
        yield _("alternative: {text}").format(text=other.unit.text)
    yield from _in_regions(other, code)


def _in_regions(holder: BaseNode | NewNode | Alternative, code: str) -> Iterator[str]:
    before = ""
    for part in holder.content:
        if isinstance(part, str):
            before = part
            continue
        if code in part.retain:
            yield _("retain “{base}”").format(base=part.base.strip())
        yield from (_change(part.base, one.text, before) for one in part.variants if code in one.holders)
        before = part.base or before


def _change(base: str, text: str, before: str) -> str:
    """Return what a variant does, the mark of a paragraph in words."""
    if text == PARAGRAPH_MARK and not base:
        return _("begin a new paragraph after “{words}”").format(words=_last(before))
    if base == PARAGRAPH_MARK and not text.strip():
        return _("join it to the next paragraph")
    base, text, words = base.strip(), text.strip(), _last(before)
    if base and text:
        return _("replace “{base}” by “{text}”").format(base=base, text=text)
    if base:
        return _("delete “{base}”").format(base=base)
    if words:
        return _("insert “{text}” after “{words}”").format(text=text, words=words)
    return _("insert “{text}”").format(text=text)


def _last(before: str) -> str:
    return " ".join(before.split()[-FEW_WORDS:])
