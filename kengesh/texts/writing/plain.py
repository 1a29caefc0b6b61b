"""The rolling text as plain text, by the grammar.

::

    region    := "[" alternatives "]" | "[" base "]"
    alternatives := base [ " (retain " list ")" ] { " / " variant } | variant { " / " variant }
    variant   := list ": " ( text | "—" )
    list      := code { ", " code }
    note      := "^" number
    unit      := label " " content [ status ]
    unit prop := "[" label " " list ": " content "]" | "[" unit "]" | "[" unit " / " list ": —]"
    moved     := "[" label " (ex 5) " list ": text of 5 moves here]"

Blanks that all variants share stand outside the bracket; choosing "—", or a base that is absent, takes the blank before the
bracket with it, or the one after it where the bracket begins the unit or follows an opening mark. Brackets, `` / ``
and `` (retain `` of the text itself have a backslash before them, and so has a backslash. One line a unit, a blank line
between units; after the last, the notes.

    5. Decide to establish a [joint / KAZ: common] logistics network [by 2028 / TKM: —];
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kengesh.terms.messages import _, in_language, pgettext
from kengesh.texts.compiling.regions import outer_blanks
from kengesh.texts.rolling import (
    Act,
    Alternative,
    BaseNode,
    Content,
    Holders,
    MovedNode,
    NewNode,
    Node,
    Note,
    Region,
    Reservation,
    RollingText,
)
from kengesh.texts.units import Status

NOTHING = "—"
STATUSES = {
    Status.AD_REFERENDUM: "{ad ref}",
    Status.AGREED: "{agreed}",
    Status.REOPENED: "{agreed, reopened}",
}
_LITERAL = re.compile(r"[\\\[\]]|(?:(?<= )|(?<![\s\S]))/(?= |\Z)|(?:(?<= )|(?<![\s\S]))\((?=retain )")


def plain_text(rolling: RollingText) -> str:
    """Return the whole rolling text: its units, its notes, and the requests to reopen."""
    with in_language(rolling.base.language):
        blocks = [line for node in rolling.nodes for line in unit_lines(node)]
        if rolling.notes:
            blocks.append("\n".join(f"{note.number} {note_words(note)}" for note in rolling.notes))
        if rolling.requests:
            blocks.append("\n".join([_("Requests to reopen agreed units"), *_requests(rolling)]))
    return "\n\n".join(blocks) + "\n"


def unit_lines(node: Node) -> Iterator[str]:
    """Yield the lines of a node: the unit of the base and its alternatives, a proposed unit, or a pointer."""
    if isinstance(node, MovedNode):
        yield _moved(node)
    elif isinstance(node, NewNode):
        yield f"[{node.label} {listed(node.holders)}: {content_words(node.content)}]{marks(node.notes)}"
    else:
        yield _base_line(node)
        yield from map(_alternative_line, node.alternatives)


def _base_line(node: BaseNode) -> str:
    label = f"{escaped(node.label)} " if node.label else ""
    status = f" {STATUSES[node.unit.status]}" if node.unit.status in STATUSES else ""
    words = f"{label}{content_words(node.content)}"
    if not node.bracketed:
        return f"{words}{marks(node.notes)}{status}"
    deleted = f" / {listed(node.deleted_by)}: {NOTHING}" if node.deleted_by else ""
    return f"[{words}{status}{deleted}]{marks(node.notes)}"


def _alternative_line(other: Alternative) -> str:
    return f"[{other.label} {listed(other.holders)}: {content_words(other.content)}]{marks(other.notes)}"


def _moved(node: MovedNode) -> str:
    says = _("[{label} (ex {origin}) {holders}: text of {origin} moves here]")
    return says.format(label=node.label, origin=node.origin_label, holders=listed(node.holders))


def content_words(content: Content) -> str:
    """Return the words of a unit with its regions in brackets."""
    parts: list[str] = []
    before = ""
    for part in content:
        parts.append(escaped(part) if isinstance(part, str) else region_words(part, before))
        before = (part if isinstance(part, str) else part.base) or before
    return "".join(parts)


def region_words(region: Region, before: str = "") -> str:
    """Return a region that follows the words `before`: its base, then its variants, the blanks that all share outside."""
    texts = [text for text in (region.base, *(one.text for one in region.variants)) if text]
    lead, tail = outer_blanks(texts, before)
    retained = f" (retain {listed(region.retain)})" if region.retain else ""
    base = [f"{_inside(region.base, lead, tail) or NOTHING}{retained}"] if region.base or retained else []
    variants = [
        f"{listed(one.holders)}: {_inside(one.text, lead, tail) or NOTHING}" for one in region.variants
    ]
    return f"{lead}[{' / '.join((*base, *variants))}]{marks(region.notes)}{tail}"


def listed(holders: Holders) -> str:
    """Return a list of delegations."""
    return ", ".join(holders)


def marks(notes: tuple[int, ...]) -> str:
    """Return the marks of notes as they follow the words they belong to."""
    return " ".join(f"^{number}" for number in notes)


def escaped(text: str) -> str:
    """Return words of the text with a backslash before what would be read as grammar."""
    return _LITERAL.sub(lambda found: "\\" + found[0], text)


def note_words(note: Note) -> str:
    """Return a note as a sentence, in the language in use."""
    who = listed(note.holders)
    if note.act is Act.COMMENT:
        return pgettext("note of a rolling text", "{who} (comment): {words}").format(
            who=who, words=note.words
        )
    if note.act is Act.BRACKET:
        return pgettext("note of a rolling text", "{who}: asks for brackets.").format(who=who)
    if note.act is Act.RETAIN:
        return pgettext("note of a rolling text", "{who}: asks to retain the text.").format(who=who)
    says = {
        Reservation.GENERAL: pgettext("note of a rolling text", "{who}: reserves."),
        Reservation.SCRUTINY: pgettext("note of a rolling text", "{who}: reserves (scrutiny)."),
        Reservation.LINGUISTIC: pgettext("note of a rolling text", "{who}: reserves (linguistic)."),
        Reservation.PENDING_CAPITAL: pgettext("note of a rolling text", "{who}: reserves (pending capital)."),
    }[note.reservation].format(who=who)
    return f"{says} {note.words}" if note.words else says


def _inside(text: str, lead: str, tail: str) -> str:
    inner = text[len(lead) : len(text) - len(tail)] if text else ""
    return f"\\{NOTHING}" if inner == NOTHING else escaped(inner)


def _requests(rolling: RollingText) -> Iterator[str]:
    for request in rolling.requests:
        who, base = listed(request.holders), escaped(request.base)
        if request.act is Act.MOVE:
            says = _("{label} {holders}: moves after {after}").format(
                label=request.label, holders=who, after=request.after or "0"
            )
        elif request.act is Act.BRACKET:
            asked = pgettext("note of a rolling text", "{who}: asks for brackets.").format(who=who)
            says = f"{request.label} [{base}] {asked}"
        else:
            before = f"{base} / " if base else ""
            says = f"{request.label} [{before}{who}: {_inside(request.text, '', '') or NOTHING}]"
        yield says
