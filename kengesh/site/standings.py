"""Standings and terms in the chair as pages show them: with every day that sources give, and the last word against a status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.mechanism.answers import row
from kengesh.mechanism.told_days import (
    began_on,
    ended_on,
    last_denial,
    term_began_on,
    term_ended_on,
)
from kengesh.mechanism.view import View

Row = Mapping[str, Any]


def told(view: View, one: Row) -> dict[str, Any]:
    """Return a row of standings with ``began`` and ``ended``, the days that sources give, and what was last said against a status.

    Where nothing is known but a denial, the row rests on the last of them: ``denied`` is the last day for which it speaks, and
    ``off_list`` whether it is but a complete list that does not name the party.
    """
    shown = {**one, "began": began_on(view, one), "ended": ended_on(view, one)}
    return {**shown, **_denied(view, one, rests=True)}


def told_party(view: View, one: Row) -> dict[str, Any]:
    """Return a row of parties with what was last said against a status; it rests on all that it tells, and so it does on."""
    return {**one, **_denied(view, one, rests=False)}


def told_term(view: View, one: Row) -> dict[str, Any]:
    """Return a row of terms in the chair with ``began`` and ``ended``, the days that sources give."""
    return {**one, "began": term_began_on(view, one), "ended": term_ended_on(view, one)}


def _denied(view: View, one: Row, *, rests: bool) -> dict[str, Any]:
    if one["truth"] != "not-known" or one["status"] is not None or one["body"] is None:
        return {"denied": None, "off_list": False}
    last = last_denial(view, one["party"], one["body"])
    if last is None:
        return {"denied": None, "off_list": False}
    told_by = row(one["id"], [last.act]) if rests else {}
    return {**told_by, "denied": last.day, "off_list": last.is_list}
