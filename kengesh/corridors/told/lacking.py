"""Numbers that nobody told: what each would be, and where it would stand, so that somebody can look for it."""

from __future__ import annotations

from collections.abc import Iterable

from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import Slot, own_unit
from kengesh.corridors.network.quantities import QUANTITIES
from kengesh.corridors.network.tables import MODES
from kengesh.corridors.told.places import row_words
from kengesh.corridors.told.values import Told, slot_told
from kengesh.terms.messages import _


def lacking_told(network: Network, slots: Iterable[Slot]) -> list[Told]:
    """Tell the numbers that are lacking, each once."""
    return [{**slot_told(one), "says": settles(network, one)} for one in dict.fromkeys(slots)]


def settles(network: Network, slot: Slot) -> str:
    """Say which number would settle it."""
    meaning = _(QUANTITIES[slot.quantity].says) if slot.quantity in QUANTITIES else slot.quantity
    if not slot.subject:
        says = _("It would take {quantity} ({meaning}) of a sort of goods: name one.")
        return says.format(quantity=slot.quantity, meaning=meaning)
    subject = slot.subject
    if subject not in MODES and (name := row_words(network, subject)) != subject:
        subject = f"{subject} ({name})"
    only = ", ".join(one for one in (slot.direction, slot.nationality, slot.commodity) if one)
    says = (
        _("It would take {quantity} of {subject}, for {only}, in {unit}: {meaning}.")
        if only
        else _("It would take {quantity} of {subject}, in {unit}: {meaning}.")
    )
    return says.format(
        quantity=slot.quantity, subject=subject, only=only, unit=own_unit(slot.quantity), meaning=meaning
    )
