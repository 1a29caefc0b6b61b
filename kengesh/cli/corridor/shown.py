"""How numbers of corridors are shown to people: hours and kilometres rounded, shares in percent, what rests on what.

Answers come as the values of :mod:`kengesh.corridors.told`; only here are they rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kengesh.cli.output import BOLD, DIM, heading, line, paragraph, table
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import N_, _

SORTS = {
    "running": N_("in motion"),
    "dwell": N_("dwell"),
    "queue": N_("queue"),
    "wait": N_("wait for departure"),
    "opening": N_("wait for opening"),
    "rule": N_("rules"),
}
BASIS_WORDS = {
    "published": N_("published"),
    "derived": N_("derived"),
    "assumed": N_("assumed"),
    "exercise": N_("exercise"),
}
HASH_SHOWN = 12  # hexadecimal digits: enough to tell editions apart by eye; --json has all of them
MOST_LACKING = 12  # sentences on lacking numbers; the rest is counted


def hours(value: float | None) -> str:
    """Write hours, to a tenth."""
    return _("not known") if value is None else f"{value:,.1f}".replace(",", " ")


def whole(value: float | None) -> str:
    """Write kilometres or dollars, to one."""
    return _("not known") if value is None else f"{value:,.0f}".replace(",", " ")


def amount(value: float | None, unit: str) -> str:
    """Write a measure in its unit."""
    if value is None:
        return _("not known")
    return f"{hours(value) if unit == 'h' else whole(value)} {unit}"


def bounded(text: str, at_least: bool) -> str:
    """Write a sum as a lower bound where it is one."""
    return _("at least {amount}").format(amount=text) if at_least else text


def percent(share: float) -> str:
    """Write a share; what is not nothing is not written as nothing."""
    return "< 1 %" if 0 < share < 0.005 else f"{share:.0%}".replace("%", " %")


def shares(told: Mapping[str, float]) -> str:
    """Write the shares of a sum by basis."""
    return ", ".join(f"{_(BASIS_WORDS[basis])} {percent(share)}" for basis, share in told.items())


def bases(told: Iterable[str]) -> str:
    """Write bases, each once."""
    return ", ".join(_(BASIS_WORDS[one]) for one in dict.fromkeys(told))


def ends(asked: Told) -> str:
    """Write from where to where."""
    return f"{asked['from']['name']} → {asked['to']['name']}"


def title(told: Told, words: str) -> None:
    """Print the title of an answer, and beneath it what was asked of which network."""
    network, scenario = told["network"], told["scenario"]
    parts = [
        _("Network {id}, hash {hash}").format(id=network["id"], hash=network["hash"][:HASH_SHOWN]),
        _("rows: {statuses}").format(statuses=", ".join(told["open"])),
        _("numbers: {bases}").format(bases=bases(told["counted"])),
    ]
    if scenario is not None:
        says = _("scenario {id}, hash {hash}")
        parts.append(says.format(id=scenario["id"], hash=(scenario["hash"] or "")[:HASH_SHOWN]))
    heading(words, "; ".join([*parts, *_limits(told.get("asked", {}))]))


def lacking(rows: Sequence[Told], words: str) -> None:
    """Print which numbers would settle it."""
    if not rows:
        return
    paragraph(words, BOLD)
    for one in rows[:MOST_LACKING]:
        line(one["says"])
    if len(rows) > MOST_LACKING:
        line(_("And {count} more; --json has all of them.").format(count=len(rows) - MOST_LACKING))


def rule(told: Told) -> None:
    """Print the rule by which one of several numbers counts."""
    paragraph(told["rule"], DIM)


def show_unreachable(told: Told) -> None:
    """Print that there is no route, and what keeps the places apart."""
    title(told, ends(told["asked"]))
    paragraph(told["says"])
    if told["cut"]:
        paragraph(_("Rows on the way that may not be travelled"), BOLD)
        columns = (_("row"), _("table"), _("between places"), _("why"))
        table(
            columns, [(one["id"], one["table"] or "", one.get("name", ""), one["why"]) for one in told["cut"]]
        )


def show_not_known(told: Told) -> None:
    """Print that it is not known, and what would settle it."""
    paragraph(told["says"])
    lacking(told["lacking"], _("What would settle it"))


def _limits(asked: Mapping[str, Any]) -> list[str]:
    """Return in words how the way was limited, and for whom."""
    told = [
        (_("by way of {places}"), ", ".join(one["name"] for one in asked.get("via", ()))),
        (_("not through {states}"), ", ".join(asked.get("avoid", ()))),
        (_("modes: {modes}"), ", ".join(asked.get("modes", ()))),
        (_("goods: {commodity}"), asked.get("commodity") or ""),
        (_("vehicles of {state}"), asked.get("nationality") or ""),
    ]
    names = ("places", "states", "modes", "commodity", "state")
    return [says.format(**{name: value}) for (says, value), name in zip(told, names, strict=True) if value]
