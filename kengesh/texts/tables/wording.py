"""What an amendment does, in words; the words of the glossary where it has them."""

from __future__ import annotations

from kengesh.terms.glossary import term
from kengesh.terms.messages import N_, _, language_in_use
from kengesh.texts.rolling import Act, Amendment, Reservation
from kengesh.texts.tokens import PARAGRAPH_MARK
from kengesh.texts.units import UnitKind

INSERTION, DELETION, REPLACEMENT = "insertion", "deletion", "replacement"  # terms of the glossary
_ACTS = {
    Act.NEW: N_("new paragraph"),
    Act.DELETE: N_("deletion of the paragraph"),
    Act.ALTERNATIVE: N_("alternative"),
    Act.MOVE: N_("move"),
    Act.BRACKET: N_("brackets without a text"),
    Act.RETAIN: N_("retention of the text"),
    Act.SUPPORT: N_("support"),
    Act.COMMENT: N_("comment"),
}
_RESERVATIONS = {
    Reservation.SCRUTINY: N_("reservation (scrutiny)"),
    Reservation.LINGUISTIC: N_("reservation (linguistic)"),
    Reservation.PENDING_CAPITAL: N_("reservation (pending capital)"),
}
_NEW = {
    UnitKind.FOOTNOTE: N_("new footnote"),
    UnitKind.ROW: N_("new row"),
    UnitKind.COLUMN: N_("new column"),
    UnitKind.HEADING: N_("new heading"),
}


def what_it_does(one: Amendment, words: str) -> str:
    """Return what an amendment does; `words` are those that it is about."""
    if one.act is Act.REPLACE:
        return what_changes(words, one.text)
    if one.act is Act.RESERVE:
        kind = _RESERVATIONS.get(one.reservation)
        return _(kind) if kind else term("reservation", language_in_use()).text
    return what_is_new(one.kind) if one.act is Act.NEW else _(_ACTS[one.act])


def what_is_new(kind: UnitKind) -> str:
    """Return the words for a proposed unit of a kind."""
    return _(_NEW.get(kind, _ACTS[Act.NEW]))


def what_changes(before: str, after: str) -> str:
    """Return what comes to pass where these words become those."""
    marks, marks_after = before.count(PARAGRAPH_MARK), after.count(PARAGRAPH_MARK)
    if marks != marks_after:
        return _("merging of paragraphs") if marks > marks_after else _("splitting of the paragraph")
    id = REPLACEMENT if before and after else DELETION if before else INSERTION
    return term(id, language_in_use()).text
