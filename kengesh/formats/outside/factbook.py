"""A yearly table of who was listed in which organization: ``snapshot,file,country,organization,status``, a row for each.

Such a table is parsed from the field "international organization participation" of the CIA World Factbook as it stood on one day
of each year. The file is read where it lies.

- Every row is an act of its own: on the day of the snapshot the country *is listed* with the status (``attest``). From the first
  such day on the status stands, and the answer shows when it was last attested. The source is often stale, so a listing years
  after a state has left is a listing, and no contradiction of the day on which it left.
- A row that is missing in a later snapshot says **nothing**: the field is a list of a country's organizations that nobody
  declared complete, organizations drop out of it for want of an abbreviation, and some snapshots cut it short. So it never
  yields an end, nor a no.
- Each snapshot is a source with its day, since the world could know it from then on; all are copies of one source, so that ten
  yearly editions of one work never count as several sources that agree.
- Statuses are the table's own words, by :mod:`kengesh.formats.outside.factbook_words`.

Done: the five columns in any order. Left aside, and told: rows whose country is a file name, whose organization is no name of one
(a number, a sentence, ``none``) or whose status is a number, as the parsing of such text leaves them.
Not done: full names of organizations, which the table does not have; they are known by their abbreviations alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kengesh.formats.outside.acts import (
    Ids,
    about,
    name_act,
    record_acts,
    source_act,
    status_acts,
    words,
)
from kengesh.formats.outside.factbook_words import (
    NAMELESS_PAGES,
    in_rank,
    plain,
    standing,
    status_id,
    status_label,
    unusable,
)
from kengesh.formats.outside.states import state_named
from kengesh.formats.outside.tables import Table, open_table, place_of
from kengesh.formats.outside.values import Act, Aside, BadFile, Outside, Progress, Told
from kengesh.terms.dates import DateError, parse_day
from kengesh.terms.messages import _

COLUMNS = ("snapshot", "country", "organization", "status")
SOURCE, KEEPER, KEEPER_NAME = "world-factbook", "cia", "Central Intelligence Agency"
TITLE = "The World Factbook: international organization participation"
CONTAINER = "The World Factbook"
LICENCE = "public domain"


@dataclass(frozen=True, slots=True)
class _Listing:
    """One row that can be used."""

    file: Path
    line: int
    snapshot: str
    country: str
    organization: str
    status: str


def read_factbook(files: Sequence[Path], told: Told, progress: Progress | None = None) -> Outside:
    """Read files of such a table. Raises BadFile, OSError."""
    tables = [_open(file) for file in files]
    aside = Aside()
    snapshots: dict[str, None] = {}
    countries: dict[str, None] = {}
    organizations: dict[str, None] = {}
    statuses: dict[str, str] = {}
    rows = 0
    for one in _listings(tables, aside, progress):
        rows += 1
        snapshots[one.snapshot] = countries[one.country] = organizations[one.organization] = None
        statuses.setdefault(status_id(one.status), status_label(one.status))
    if not rows:
        raise BadFile(_("has no row that can be used."), files[0])
    world = _World(sorted(snapshots), list(countries), list(organizations), statuses)
    counted = [
        (_("rows used, each a listing"), rows),
        (_("snapshots"), len(snapshots)),
        (_("countries"), len(countries)),
        (_("organizations"), len(organizations)),
        (_("statuses"), len(statuses)),
    ]
    return Outside("factbook", lambda: _acts(tables, world, told, aside), rows, counted, aside)


@dataclass(frozen=True, slots=True)
class _World:
    """What the files speak of, in the order in which they do; the snapshots by day, and statuses by their ids."""

    snapshots: Sequence[str]
    countries: Sequence[str]
    organizations: Sequence[str]
    statuses: Mapping[str, str]


def _open(file: Path) -> Table:
    table = open_table(file)
    missing = [name for name in COLUMNS if place_of(table, name) is None]
    if missing:
        says = _("expected the columns {columns}; {missing} is missing.")
        raise BadFile(says.format(columns=", ".join(COLUMNS), missing=", ".join(missing)), file, 1)
    return table


def _listings(tables: Sequence[Table], aside: Aside, progress: Progress | None = None) -> Iterator[_Listing]:
    """Yield the rows that can be used, and note the others."""
    for table in tables:
        places = [place for name in COLUMNS if (place := place_of(table, name)) is not None]
        for line, row in table.rows(progress):
            snapshot, country, organization, status = (row[place] for place in places)
            try:
                parse_day(snapshot)
            except DateError as error:
                raise BadFile(str(error), table.file, line, "snapshot") from None
            country = NAMELESS_PAGES.get(country, country)
            one = _Listing(table.file, line, snapshot, plain(country), plain(organization), plain(status))
            why = unusable(one.country, one.organization, one.status)
            if why is None:
                yield one
            else:
                aside.note(why, f"{line}: {one.country[:40]}, {one.organization[:40]}, {one.status[:40]}")


def _acts(tables: Sequence[Table], world: _World, told: Told, aside: Aside) -> Iterator[Act]:
    yield from _sources(world, told)
    last = world.snapshots[-1]
    method = (
        "Read by kengesh read-facts: a row is a listing on the day of a snapshot. A missing row says nothing."
    )
    yield from record_acts(KEEPER, KEEPER_NAME, told.title or TITLE, last, method, LICENCE)
    yield from status_acts(in_rank(world.statuses), standing(world.statuses))
    ids = Ids([SOURCE, KEEPER, *(_source_of(day) for day in world.snapshots), *world.statuses])
    bodies = {name: ids.of(("body", name), name) for name in world.organizations}
    for name, body in bodies.items():
        yield name_act(body, "body", words(name), words(name), form="organization")
    parties = {name: state_named(name) or ids.of(("party", name), name) for name in world.countries}
    for name, party in parties.items():
        if party.islower():
            aside.note(_("A country without a code of ISO 3166: kept as a party under its own name."), name)
            yield name_act(party, "party", words(name))
    yield from _attestations(tables, bodies, parties, aside)


def _sources(world: _World, told: Told) -> Iterator[Act]:
    fields = {"container": CONTAINER, "language": "en", "source_kind": "research", "licence": LICENCE}
    title = told.title or TITLE
    yield source_act(
        SOURCE, title=title, published=told.published, accessed=told.accessed, seen="whole", **fields
    )
    for day in world.snapshots:
        yield source_act(
            _source_of(day),
            title=title,
            published=day,
            accessed=told.accessed,
            seen="whole",
            copy_of=SOURCE,
            **fields,
        )


def _source_of(day: str) -> str:
    return f"{SOURCE}/{day}"


def _attestations(
    tables: Sequence[Table], bodies: Mapping[str, str], parties: Mapping[str, str], aside: Aside
) -> Iterator[Act]:
    given: set[tuple[str, str, str, str]] = set()
    for one in _listings(tables, Aside()):
        status = status_id(one.status)
        row = (one.snapshot, parties[one.country], bodies[one.organization], status)
        if row in given:
            aside.note(
                _("The same listing stands twice in a snapshot; it is taken once."),
                f"{one.line}: {one.country}, {one.organization}",
            )
            continue
        given.add(row)
        place = f"line {one.line}" if len(tables) == 1 else f"{one.file.name}, line {one.line}"
        passage = f"{place}: {one.country}, {one.organization}, {one.status}"
        source = _source_of(one.snapshot)
        yield about("attest-participation", row[1], row[2], one.snapshot, source, passage, status=status)
