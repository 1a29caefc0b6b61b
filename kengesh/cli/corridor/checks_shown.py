"""Published figures beside the model, as people read them."""

from __future__ import annotations

from kengesh.cli.corridor.shown import percent
from kengesh.cli.output import BOLD, line, paragraph, table
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _


def show_figures(told: Told) -> None:
    """Print every figure with what the model has beside it, what it cannot reproduce and why, and the calibration."""
    figures = told["figures"]
    if not figures:
        return
    paragraph(_("The model beside published figures"), BOLD)
    counts = "; ".join(f"{_(standing)} {count}" for standing, count in told["counts"].items())
    says = _("Figures: {count}: {counts}. Within the published range: {within}; outside: {outside}.")
    line(says.format(count=len(figures), counts=counts, within=told["within"], outside=told["outside"]))
    print()
    columns = (
        _("figure"),
        _("about"),
        _("published"),
        _("model"),
        _("off by"),
        _("grade"),
        _("use"),
        _("lacks"),
    )
    rows = [
        (
            one["id"].removeprefix("check/"),
            one["about"],
            _published(one),
            _computed(one),
            "" if one["relative"] is None else f"{one['relative']:+.0%}",
            one["grade"],
            one["use"] or "",
            str(len(one["lacking"]) or ""),
        )
        for one in figures
        if one["computed"] is not None
    ]
    table(columns, rows)
    _show_not_reproduced(told)
    _show_calibration(told)


def _show_not_reproduced(told: Told) -> None:
    paragraph(_("What the model cannot reproduce"), BOLD)
    for one in told["figures"]:
        if one["standing"] != "computed":
            line(one["says"])


def _show_calibration(told: Told) -> None:
    if told["calibration"] is None:
        return
    paragraph(_("Calibration"), BOLD)
    line(told["calibration"]["says"])
    errors = told["median_error_of_times_kept_for_comparison"]
    without, with_ = errors["without_calibration"], errors["with_calibration"]
    if without is not None and with_ is not None:
        says = _("Times kept for comparison are off by {without} (median) without it and by {with_} with it.")
        line(says.format(without=percent(without), with_=percent(with_)))


def _published(one: Told) -> str:
    told = one["published"]
    ends = [f"{end:,.4g}" for end in (told["low"], told["high"]) if end is not None]
    value = "" if told["value"] is None else f"{told['value']:,.4g}"
    if ends and value:
        value = f"{value} ({'–'.join(ends)})"
    return f"{value or '–'.join(ends)} {one['unit'] or ''}".strip()


def _computed(one: Told) -> str:
    value = f"{one['computed']:,.4g}"
    return _("at least {amount}").format(amount=value) if one["standing"] == "at least" else value
