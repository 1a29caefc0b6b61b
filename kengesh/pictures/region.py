"""The region and a body: which states are shown, and what each is in the body on the view's day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kengesh.mechanism.participation import participation, participations
from kengesh.mechanism.reader import Reader
from kengesh.pictures.marks import Sort
from kengesh.pictures.matrix import parties_by_body, states_of_the_region
from kengesh.pictures.picture import Cell, Table, named
from kengesh.pictures.standings import Stand, stand_of, stand_words
from kengesh.terms.messages import _, ngettext


@dataclass(frozen=True, slots=True)
class Region:
    """What parties are in a body, in the reader's alphabet: the states of the region, and all whom the record speaks of."""

    body: str
    stands: dict[str, Stand]
    states: frozenset[str]


def region_of(reader: Reader, body: str) -> Region:
    """Return the region: the states of which the record speaks most, and whoever it speaks of in this body."""
    view = reader.view
    states = frozenset(states_of_the_region(parties_by_body(reader)))
    parties = reader.sorted({*states, *participations(view, body)})
    stands = {party: stand_of(participation(view, party, body), view.on) for party in parties}
    return Region(body, stands, states)


def region_title(reader: Reader, region: Region) -> str:
    """Return what a picture of the region is called."""
    return _("The region and one body: {body}").format(body=reader.name(region.body))


def region_description(reader: Reader, region: Region) -> str:
    """Say how many parties are what in the body."""
    counts = Counter(stand.sort for stand in region.stands.values())
    belonging = counts[Sort.MEMBERSHIP]
    says = ngettext(
        "{day}: {count} party belongs to the body.", "{day}: {count} parties belong to the body.", belonging
    )
    told = [says.format(day=reader.day(reader.view.on.isoformat()), count=belonging)]
    others = counts[Sort.OTHER] + counts[Sort.NONE]
    if others:
        says = ngettext("{count} has another status.", "{count} have another status.", others)
        told.append(says.format(count=others))
    unknown = counts[Sort.NOT_KNOWN]
    if unknown:
        says = ngettext("Of {count} it is not known.", "Of {count} it is not known.", unknown)
        told.append(says.format(count=unknown))
    return " ".join(told)


def region_table(reader: Reader, region: Region, title: str) -> Table:
    """Return a row for every party that is shown."""
    columns = (_("Party"), _("Status"), _("From"), _("Last attested"), _("Sources"))
    rows = []
    for party, stand in region.stands.items():
        status = (
            named(reader, stand.status)
            if stand.status
            else Cell(stand_words(reader, Stand(stand.sort, None, False)))
        )
        differ = _("sources differ") if stand.disputed else ""
        attested = Cell(reader.day(stand.last_attested))
        rows.append((named(reader, party), status, Cell(reader.day(stand.since)), attested, Cell(differ)))
    return Table(title, columns, tuple(rows))
