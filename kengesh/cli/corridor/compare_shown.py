"""What a pair of models comes to, as people read it."""

from __future__ import annotations

from kengesh.cli.corridor.pairs import pair_words
from kengesh.cli.corridor.shown import hours, percent, rule, shares, title
from kengesh.cli.output import BOLD, DIM, line, paragraph, table
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _


def show_comparison(told: Told) -> None:
    """Print what changes, for pairs and for states, under which edits, and on which ground these stand."""
    scenario = told["scenario"]
    title({**told, "asked": {}}, scenario["title"])
    if told["compared"]["says"]:
        paragraph(told["compared"]["says"])
    _show_edits(told)
    says = (
        _("Hours with these rows, less hours without them: {draws} draws, seed {seed}")
        if told["compared"]["without_rows"]
        else _("Hours with the edits, less hours without: {draws} draws, seed {seed}")
    )
    paragraph(says.format(draws=told["draws"], seed=told["seed"]), BOLD)
    columns = (
        _("pair"),
        _("goods are"),
        _("without, P50"),
        _("with, P50"),
        _("P10"),
        _("P50"),
        _("P90"),
        _("less"),
        _("same"),
        _("more"),
    )
    table(columns, [row for one in told["pairs"] for row in _pair(one)])
    print()
    for sentence in told["says"]:
        line(sentence)
    for one in told["pairs"]:
        _show_ground(one)
    _show_states(told)
    if told["shares"]:
        paragraph(_("The share of each edit in the mean change, goods free to re-route"), BOLD)
        table((_("edit"), _("hours")), [(one["key"], _signed(one["hours"])) for one in told["shares"]])
    for key, words in told["structures"].items():
        paragraph(f"{key}: {words}", DIM)
    rule(told)


def _show_ground(one: Told) -> None:
    """Print what would settle a difference that is not known, and what the hours with rest on."""
    if not all(each["known"] for each in one["difference"].values()):
        for slot in one["settled_by"]:
            line(slot["says"])
    if one["rests_on"]:
        says = _("{pair}: the hours with rest on {shares}.")
        line(says.format(pair=pair_words(one["asked"]), shares=shares(one["rests_on"])))


def _show_edits(told: Told) -> None:
    edits = [one for one in told["scenario"]["edits"] if one["key"] in told["compared"]["edits"]]
    if not edits or told["compared"]["without_rows"]:
        return
    paragraph(_("Edits that are compared"), BOLD)
    columns = (_("edit"), _("what"), _("because"), _("grade"), _("source"))
    rows = [
        (
            one["key"],
            one["says"],
            one["because"],
            f"{one['grade']}: {one['grade_words']}",
            " ; ".join(one["source"]),
        )
        for one in edits
    ]
    table(columns, rows)


def _pair(one: Told) -> list[tuple[str, ...]]:
    rows = []
    for place, (structure, change) in enumerate(one["difference"].items()):
        name = pair_words(one["asked"]) if not place else ""
        levels = [
            _("no route") if one[side] is None else hours(one[side][structure]["p50"])
            for side in ("without", "with")
        ]
        if not change["known"]:
            told = ["", _("not known"), "", "", "", ""]
        elif change["no_computed_change"]:
            told = ["", _("no computed change"), "", "", "", ""]
        else:
            told = [_signed(change[key]) for key in ("p10", "p50", "p90")]
            told += [percent(change[key]) for key in ("less", "same", "more")]
        rows.append((name, structure, *levels, *told))
    return rows


def _show_states(told: Told) -> None:
    paragraph(
        _("By state: goods that begin or end there, free to re-route, and how often goods pass it"), BOLD
    )
    columns = (_("country"), _("pairs"), _("P10"), _("P50"), _("P90"), _("passed without"), _("passed with"))
    rows = []
    for one in told["states"]:
        change = one["difference"].get("rerouting")
        told_of = (
            ["", "", ""]
            if change is None or not change["known"]
            else [_signed(change[key]) for key in ("p10", "p50", "p90")]
        )
        rows.append(
            (
                one["state"],
                str(one["pairs"] or ""),
                *told_of,
                percent(one["passed_without"]),
                percent(one["passed_with"]),
            )
        )
    table(columns, rows)


def _signed(value: float | None) -> str:
    if value is None:
        return _("not known")
    return "0" if value == 0 else f"{value:+,.1f}".replace(",", " ")
