"""The words of the pages about corridors for what the tables of a network hold as codes."""

from __future__ import annotations

from kengesh.corridors.network.quantities import QUANTITIES
from kengesh.terms.messages import N_, _

BASIS_WORDS = {
    "published": N_("published"),
    "derived": N_("derived"),
    "assumed": N_("assumed"),
    "exercise": N_("exercise"),
}
SORT_WORDS = {
    "running": N_("in motion"),
    "dwell": N_("dwell"),
    "queue": N_("queue"),
    "wait": N_("wait for departure"),
    "opening": N_("wait for opening"),
    "rule": N_("rules"),
    "cost": N_("fare"),
    "fee": N_("fee"),
}
MODE_WORDS = {"rail": N_("rail"), "road": N_("road"), "sea": N_("sea")}
STATUS_WORDS = {
    "existing": N_("existing"),
    "under construction": N_("under construction"),
    "planned": N_("planned"),
    "closed": N_("closed"),
}
BY_WORDS = {
    "time": N_("the fewest hours"),
    "cost": N_("the least money"),
    "generalised": N_("the least of money, time and reliability together"),
}
OPEN_WORDS = {
    "": N_("rows that exist"),
    "building": N_("those under construction too"),
    "planned": N_("planned ones too"),
}
USE_WORDS = {"calibration": N_("calibration"), "comparison": N_("comparison"), "": N_("for neither")}
TABLE_WORDS = {
    "place": N_("places"),
    "link": N_("links"),
    "transfer": N_("transfers"),
    "crossing": N_("border crossings"),
    "service": N_("services"),
    "rule": N_("rules"),
    "commodity": N_("sorts of goods"),
    "demand": N_("rows of demand"),
    "check": N_("check figures"),
    "corridor": N_("named corridors"),
    "number": N_("numbers"),
}


def said(words: dict[str, str], value: str) -> str:
    """Return the word for a code; the code itself where there is none."""
    return _(words[value]) if value in words else value


def quantity_word(quantity: str) -> str:
    """Say what a quantity is."""
    return _(QUANTITIES[quantity].says) if quantity in QUANTITIES else quantity
