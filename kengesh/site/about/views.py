"""What the record tells of itself, and how an error is reported."""

from __future__ import annotations

from collections.abc import Iterable

from kengesh.mechanism.answers import row
from kengesh.site.about.stub import stub
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _

LONGEST_PAGE = 500


def about(reading: Reading) -> Page:
    """Show who compiled the record and how, its limits, in numbers too, and under what licence it is."""
    act = reading.view.describing()
    signers: dict[str, int] = {}
    for entry in reading.ask("log")["answer"]:
        for signer in entry["signers"]:
            signers[signer] = signers.get(signer, 0) + 1
    sources = reading.ask("sources")["answer"]
    found = {
        "described": act,
        "said": None if act is None else row(act.id, [act]),
        "signers": sorted(signers.items()),
        "seen": _counted(one["seen"] for one in sources),
        "kinds": _counted(one["source_kind"] for one in sources),
        "undated": sum(one["published"] is None for one in sources),
        "sources": len(sources),
        "acts": reading.view.limit,
    }
    return Page("about/about.html", _("About this record"), found)


def report(reading: Reading) -> Page:
    """Show how to report an error on a page: its address, and a stub of the row that would correct it."""
    page = reading.query.get("of", "")[:LONGEST_PAGE]
    described = reading.described
    found = {
        "reported_page": page,
        "keeper": None if described is None else described.get("address"),
        "stub": stub(reading.mechanism.view(), page),
    }
    return Page("about/report.html", _("Report an error"), found)


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    counted: dict[str, int] = {}
    for value in values:
        counted[value] = counted.get(value, 0) + 1
    return sorted(counted.items(), key=lambda one: -one[1])
