"""A scenario and its edits, as plain values, and the sentence that a comparison with it may be cited by."""

from __future__ import annotations

from kengesh.corridors.scenarios.values import Add, Edit, Remove, ScaleBy, Scenario, SetNumber, SetStatus
from kengesh.corridors.told.values import Told, plain
from kengesh.terms.messages import N_, _

GRADE_WORDS = {
    "A": N_("measured elsewhere"),
    "B": N_("an agreed text or a published decision"),
    "C": N_("an assumption"),
}


def scenario_told(scenario: Scenario, hash: str) -> Told:
    """Tell a scenario with the edits of its parents and its own, in the order in which they are made."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "hash": hash or None,
        "network": scenario.network,
        "layers": list(scenario.layers),
        "parent": scenario.parent.id if scenario.parent else None,
        "day": scenario.day,
        "about": list(scenario.about),
        "says": scenario.says,
        "seed": scenario.seed,
        "draws": scenario.draws,
        "edits": [edit_told(owner, edit) for owner, edit in scenario.all_edits()],
    }


def edit_told(owner: Scenario, edit: Edit) -> Told:
    """Tell one edit: what it changes, why, on what ground."""
    return {
        "scenario": owner.id,
        "key": edit.key,
        "says": edit_words(edit),
        "because": edit.because,
        "grade": edit.grade,
        "grade_words": _(GRADE_WORDS[edit.grade]),
        "source": list(edit.source),
        "about": list(edit.about or owner.about),
    }


def edit_words(edit: Edit) -> str:
    """Say what an edit changes."""
    if isinstance(edit, Add):
        return _("adds {row}").format(row=getattr(edit.row, "id", ""))
    if isinstance(edit, Remove):
        return _("closes {rows}").format(rows=", ".join(edit.ids))
    if isinstance(edit, SetStatus):
        return _("{rows}: {status}").format(rows=", ".join(edit.ids), status=edit.to)
    if isinstance(edit, SetNumber):
        one = edit.number
        says = _("{quantity} of {row} is {value:g} {unit}")
        return says.format(quantity=one.quantity, row=one.subject, value=one.value, unit=one.unit)
    assert isinstance(edit, ScaleBy)
    says = (
        _("{quantity} of {rows} times {mode:g}")
        if edit.low == edit.high
        else _("{quantity} of {rows} times {low:g} to {high:g}, likeliest {mode:g}")
    )
    rows = ", ".join(edit.ids)
    return says.format(quantity=edit.quantity, rows=rows, low=edit.low, mode=edit.mode, high=edit.high)


def computes_words(scenario: Scenario, pair: str, difference: Told) -> str:
    """Say what the model computes for a pair under a scenario's edits; a range that rests on assumptions is called theirs."""
    if not difference["known"]:
        return not_known_words(pair)
    if difference["no_computed_change"]:
        return _("Under these edits the model computes no change for {pair}.").format(pair=pair)
    says = (
        _(
            "Under these edits the model computes {p50:+.1f} h for {pair} (P50); the range of our assumptions is "
            "{p10:+.1f} to {p90:+.1f} h (P10 to P90)."
        )
        if rests_on_assumptions(scenario)
        else _(
            "Under these edits the model computes {p50:+.1f} h for {pair} (P50), {p10:+.1f} to {p90:+.1f} h (P10 to P90)."
        )
    )
    told = {key: difference[key] or 0.0 for key in ("p10", "p50", "p90")}
    return says.format(pair=pair, **told)


def rows_words(rows: list[str], pair: str, difference: Told) -> str:
    """Say what the model computes for a pair with some rows, beside without them."""
    if not difference["known"]:
        return not_known_words(pair)
    if difference["no_computed_change"]:
        says = _("With {rows} the model computes no change for {pair}, beside without.")
    else:
        says = _(
            "With {rows} the model computes {p50:+.1f} h for {pair} (P50), {p10:+.1f} to {p90:+.1f} h (P10 to P90), beside without."
        )
    told = {key: difference[key] or 0.0 for key in ("p10", "p50", "p90")}
    return says.format(rows=", ".join(rows), pair=pair, **told)


def not_known_words(pair: str) -> str:
    """Say that a difference is not known, and why."""
    says = _("Not known what changes for {pair}: with and without, the ways lack different numbers of hours.")
    return says.format(pair=pair)


def apart_words(pair: str, one: Told, rows: list[str]) -> str:
    """Say that a pair is cut off (without some `rows`, where those are compared), joined for the first time, or apart in any case."""
    if one["joined"] and rows:
        says = _("Without {rows}, {pair} is cut off. {why}")
        return says.format(rows=", ".join(rows), pair=pair, why=one["apart"][0])
    if one["cut_off"]:
        return _("{pair} is cut off: no route leads there any more. {why}").format(
            pair=pair, why=one["apart"][1]
        )
    if one["joined"]:
        return _("{pair} is joined for the first time: no route led there before.").format(pair=pair)
    return str(one["apart"][0] or one["apart"][1] or "")


def rests_on_assumptions(scenario: Scenario) -> bool:
    """Say whether any edit of a scenario, or of its parents, is an assumption."""
    return any(edit.grade == "C" for _owner, edit in scenario.all_edits())


def shares_told(shares: dict[str, float]) -> list[Told]:
    """Tell the share of each edit in the whole change, in hours."""
    return [{"key": key, "hours": plain(value)} for key, value in shares.items()]
