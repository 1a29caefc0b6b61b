"""What a brief can be asked of: things that the record speaks of, and what to say of the others."""

from __future__ import annotations

from kengesh.mechanism.names import type_of
from kengesh.mechanism.near import near, types_of
from kengesh.mechanism.record import Mechanism
from kengesh.terms.messages import N_, _

IS_NOT = {
    "meeting": N_("{thing} is not the id of a meeting in this record."),
    "party": N_("{thing} is not the id of a party in this record."),
    "instrument": N_("{thing} is not the id of an instrument in this record."),
}


class NotInThisRecord(LookupError):
    """A brief was asked of something that the record does not speak of; the sentence says which ids come near it."""


def must_speak_of(mechanism: Mechanism, thing: str, type_: str) -> None:
    """Refuse a thing that the record does not speak of as a meeting, a party or an instrument. Raises NotInThisRecord.

    The whole record counts: what was not yet in it at the size asked of is a fair question.
    """
    whole = mechanism.view()
    if type_ == "party":  # a state has its code whether or not the record speaks of it
        speaks = type_of(whole, thing) == type_ and whole.is_known(thing)
    else:
        types = types_of(whole, thing)
        acted = any(type_ in act.fields and act.get(type_) == thing for act in whole.acts(type_, thing))
        speaks = type_ in types or (not types and acted)
    if not speaks:
        says = _(IS_NOT[type_]).format(thing=thing)
        meant = near(whole, thing, (type_,))
        hint = _("Near it: {ids}.").format(ids=", ".join(meant)) if meant else ""
        raise NotInThisRecord(f"{says} {hint}".strip())
