"""Published figures beside the model, as plain values: what is computed, how far it is off, how good the figure is, what is lacking."""

from __future__ import annotations

from collections import Counter

from kengesh.corridors.network.network import Network
from kengesh.corridors.questions.beside import STANDINGS, Beside
from kengesh.corridors.questions.calibrating import Calibration, Checked
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.values import Told, plain, shares_told
from kengesh.terms.messages import _


def checked_told(network: Network, found: Checked) -> Told:
    """Tell all figures, and the one calibration; the figures kept for comparison have no part in it."""
    counts = Counter(one.standing for one in found.figures)
    return {
        "figures": [beside_told(network, one) for one in found.figures],
        "counts": {standing: counts[standing] for standing in STANDINGS},
        "within": sum(one.within is True for one in found.figures),
        "outside": sum(one.within is False for one in found.figures),
        "calibration": None if found.calibration is None else _calibration(found.calibration),
        "median_error_of_times_kept_for_comparison": {
            "without_calibration": plain(found.typical()),
            "with_calibration": plain(found.typical(calibrated=True)),
        },
    }


def beside_told(network: Network, one: Beside) -> Told:
    """Tell one figure, and what the model has beside it."""
    check = one.check
    return {
        "id": check.id,
        "about": check.says,
        "measure": check.measure,
        "unit": check.unit or None,
        "published": {
            "value": plain(check.value),
            "low": plain(check.low),
            "high": plain(check.high),
            "source": list(check.source),
            "day": check.day or None,
        },
        "grade": check.grade,
        "use": check.use or None,
        "standing": one.standing,
        "standing_words": _(one.standing),
        "computed": plain(one.value),
        "difference": plain(one.difference),
        "relative": plain(one.relative),
        "within": one.within,
        "with_calibration": plain(one.calibrated),
        "with_calibration_relative": plain(one.calibrated_relative),
        "with_planned_rows": one.planned,
        "rests_on": shares_told(one.rests_on),
        "lacking": lacking_told(network, one.lacking),
        "why": check.why or None,
        "says": str(one),
    }


def _calibration(found: Calibration) -> Told:
    return {
        "hours": plain(found.hours),
        "rows": [one.check for one in found.rows],
        "deviation_without": plain(found.deviation(0.0)),
        "deviation_with": plain(found.deviation(found.hours)),
        "says": str(found),
    }
