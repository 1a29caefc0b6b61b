"""The clean text: the text once no bracket is open in it and no reservation stands against it.

Brackets are those of ``brackets``. A general reservation, one of scrutiny and one pending capital stand against a text;
a linguistic one does not, since it is about how a version says what is agreed. Nor do comments, requests to retain, and
requests to reopen: an agreed unit stays agreed until the chair admits such a request.
"""

from __future__ import annotations

from kengesh.terms.messages import _, ngettext
from kengesh.texts.rolling import Act, Amendment, Reservation, RollingText
from kengesh.texts.tables.brackets import brackets_in
from kengesh.texts.tables.shown import Shown
from kengesh.texts.units import Text

NAMED = 5  # of the places that are open, in the sentence that refuses
BLOCKING = (Reservation.GENERAL, Reservation.SCRUTINY, Reservation.PENDING_CAPITAL)


class StillOpen(ValueError):
    """There is no clean text yet; the sentence says how much is open, and where first."""


def clean(rolling: RollingText) -> Text:
    """Return the clean text. Raises StillOpen."""
    brackets = [one.label for one in brackets_in(rolling)]
    shown = Shown(rolling)
    reserved = [shown.name(shown.unit_of(one)) for one in sorted(blocking(rolling), key=shown.place)]
    if brackets or reserved:
        raise StillOpen(_sentence(brackets, reserved))
    return rolling.base


def blocking(rolling: RollingText) -> list[Amendment]:
    """Return the live reservations that stand against a clean text."""
    return [one for one in rolling.amendments if one.act is Act.RESERVE and one.reservation in BLOCKING]


def _sentence(brackets: list[str], reserved: list[str]) -> str:
    says = []
    if brackets:
        open_ = ngettext(
            "{count} bracket is still open ({labels}).",
            "{count} brackets are still open ({labels}).",
            len(brackets),
        )
        says.append(open_.format(count=len(brackets), labels=_first(brackets)))
    if reserved:
        stands = ngettext(
            "{count} reservation stands against the text ({labels}).",
            "{count} reservations stand against the text ({labels}).",
            len(reserved),
        )
        says.append(stands.format(count=len(reserved), labels=_first(reserved)))
    return " ".join([*says, _("Decide on them, or have them withdrawn, before there is a clean text.")])


def _first(labels: list[str]) -> str:
    each = list(dict.fromkeys(labels))
    return ", ".join(each[:NAMED]) + (", …" if len(each) > NAMED else "")
