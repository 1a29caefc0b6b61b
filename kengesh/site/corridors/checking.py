"""The page of checks: published figures beside the model, what it cannot reproduce and why, and how the network hangs together."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.questions.calibrating import Checked, checked
from kengesh.corridors.told.checking import checking_told
from kengesh.corridors.told.checks import checked_told
from kengesh.corridors.told.values import Told
from kengesh.pictures.quantity import MINUS, signed, written
from kengesh.site.corridors.asked import elsewhere
from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground, on_the_network
from kengesh.site.corridors.route_shown import shares_words
from kengesh.site.corridors.words import USE_WORDS, said
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

KEPT = 6


@on_the_network
def checks(reading: Reading, ground: Ground) -> Page | Elsewhere:
    """Show every figure of the network's table of checks, and what the consistency check finds."""
    other = elsewhere(reading, ground.kept)
    if other is not None:
        return other
    told = checked_told(ground.network, _checked(ground.model))
    errors = told["median_error_of_times_kept_for_comparison"]
    found = {
        "told": told,
        "counts": [(_(standing), count) for standing, count in told["counts"].items()],
        "errors": [share_of(errors[key]) for key in ("without_calibration", "with_calibration")],
        "figures": [_figure(one) for one in told["figures"] if one["computed"] is not None],
        "others": [one for one in told["figures"] if one["computed"] is None],
        "consistency": checking_told(ground.network),
        "published_words": published_words,
    }
    return framed(ground, "checks", _("Checks of the model and of the network"), found)


@lru_cache(KEPT)
def _checked(model: Model) -> Checked:
    return checked(model)


def _figure(one: Told) -> dict[str, Any]:
    """Return a figure with what the model has beside it, in words."""
    computed = written(one["computed"])
    at_least = one["standing"] == "at least"
    within = {True: _("yes"), False: _("no"), None: _("cannot be said")}
    return {
        **one,
        "published_words": published_words(one),
        "computed_words": _("at least {amount}").format(amount=computed) if at_least else computed,
        "difference_words": "–" if one["difference"] is None else signed(one["difference"]),
        "relative_words": share_of(one["relative"]),
        "calibrated_words": share_of(one["with_calibration_relative"]),
        "within_words": within[one["within"]],
        "use_words": said(USE_WORDS, one["use"] or ""),
        "rests_words": shares_words(one["rests_on"]),
    }


def published_words(one: Told) -> str:
    """Write a published figure with its range and its unit."""
    told = one["published"]
    ends = "–".join(written(end) for end in (told["low"], told["high"]) if end is not None)
    value = "" if told["value"] is None else written(told["value"])
    figure = f"{value} ({ends})" if value and ends else value or ends
    return f"{figure} {one['unit'] or ''}".strip()


def share_of(value: float | None) -> str:
    """Write a difference as a part of what is published."""
    return "–" if value is None else f"{value:+.0%}".replace("-", MINUS).replace("%", "\u00a0%")
