"""Isolated positions: what one delegation alone holds, and how many of these each delegation has.

Listed by the alphabet, never by how many. A declared group is more than one delegation, so that what a group holds is not
isolated.
"""

from __future__ import annotations

from collections import Counter

from kengesh.terms.messages import _, ngettext
from kengesh.terms.states import state_codes
from kengesh.texts.compiling.ordering import order_in
from kengesh.texts.rolling import Act, Amendment, Holders, RollingText
from kengesh.texts.tables.by_delegation import names_told, row_of
from kengesh.texts.tables.shown import Shown
from kengesh.texts.tables.table import Table, heading
from kengesh.texts.writing.plain import listed

POSITIONS = (Act.REPLACE, Act.NEW, Act.DELETE, Act.ALTERNATIVE, Act.MOVE)


def isolated(rolling: RollingText) -> Table:
    """Return the variants, new and alternative units, deletions and moves that one delegation alone holds."""
    shown = Shown(rolling)
    codes = order_in(rolling.base.language).holders(rolling.delegations)
    states = tuple(code for code in codes if code in state_codes())
    alone = [one for one in sorted(rolling.amendments, key=shown.place) if _is_alone(shown, one)]
    return Table(
        name="isolated",
        title=_("Isolated positions"),
        columns=(heading("delegation"), _("Unit"), _("What"), _("Words of the text"), _("Words proposed")),
        rows=shown.readable(
            row_of(shown, one)[:5] for code in states for one in alone if one.delegation == code
        ),
        footnotes=(*_counted(states, alone), *_groups(codes), *names_told(states, rolling.base.language)),
    )


def _is_alone(shown: Shown, one: Amendment) -> bool:
    return one.act in POSITIONS and one.delegation in state_codes() and len(shown.holders(one)) == 1


def _counted(states: Holders, alone: list[Amendment]) -> tuple[str, ...]:
    counts = Counter(one.delegation for one in alone)
    return tuple(
        ngettext(
            "{delegation}: {count} isolated position.",
            "{delegation}: {count} isolated positions.",
            counts[code],
        ).format(delegation=code, count=counts[code])
        for code in states
    )


def _groups(codes: Holders) -> tuple[str, ...]:
    groups = tuple(code for code in codes if code not in state_codes())
    if not groups:
        return ()
    return (_("What a group holds is not isolated: {groups}.").format(groups=listed(groups)),)
