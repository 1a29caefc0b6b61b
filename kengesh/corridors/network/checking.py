"""The consistency check of a network: what hangs together on paper, and yet cannot be so, or keeps goods from going on.

=================  =========================================================================================
gauge break        two gauges meet at a place, and no transfer or crossing leads from the one to the other
modes apart        two modes meet at a place, and no transfer leads from the one to the other
no way on          a transfer or crossing has an end on a mode or gauge by which nothing comes or goes
border             a link by rail or road leads to another state, and no crossing is passed
too short          a link is shorter than the line between its ends
speed              a link's length and hours make a speed that its mode does not have
unit               a capacity in trains or tonnes, and no number says how much these carry
opening            something existing that is yet to open, something planned that was to be open
unreached          a place from which nothing leads
island             places that existing rows join to each other and not to the rest
=================  =========================================================================================
"""

from __future__ import annotations

from kengesh.corridors.network.checking_figures import capacities_without_load, speeds, too_short
from kengesh.corridors.network.checking_joints import borders, gauge_breaks, modes_apart, no_way_on
from kengesh.corridors.network.checking_reach import islands, openings, unreached
from kengesh.corridors.network.findings import Finding
from kengesh.corridors.network.network import Network

CHECKS = (
    gauge_breaks,
    modes_apart,
    no_way_on,
    borders,
    too_short,
    speeds,
    capacities_without_load,
    openings,
    unreached,
    islands,
)


def findings(network: Network) -> tuple[Finding, ...]:
    """Return all findings, errors before remarks, each group in the order of files and lines."""
    every = {one for check in CHECKS for one in check(network)}
    return tuple(sorted(every, key=lambda one: (one.weight != "error", one)))
