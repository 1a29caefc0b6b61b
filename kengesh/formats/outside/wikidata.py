"""Memberships of Wikidata: the statements "member of" (P463) of entities, as JSON, with their qualifiers, references and ranks.

=====================  ========================================================================================
P580, P582             since when, until when; "unknown value" is an unknown date, "no value" for the end: it lasts
P585                   so on that day
no date at all         so on the day of the entity's last edit, else on the day on which the person had the file
rank deprecated        entered and withdrawn at once, with the reason: it never counts, and stays readable
rank preferred         told in the passage; for a property with many values it does not reject those of normal rank
P2868, P3831, P794     the role: observer, associate and candidate become that status, others stand in the passage;
                       a role whose name the files do not have leaves the statement aside
no value, unknown      for the organization: left aside, and told
references             those with an address or a work stand in the passage; a statement with none of these is weak
=====================  ========================================================================================

Every passage leads back by the id of the statement. A state is what gives a code of ISO 3166 (P298), in a query result else by its
English label; everything else is a party by its Q number, an organization likewise (``q232``).

Done: the shapes of :mod:`kengesh.formats.outside.wikidata_files`, times by :mod:`kengesh.formats.outside.wikidata_time`; of query
results the variables ``item``/``state``/``country``, ``organization``/``org``, ``start``/``startTime``/``startDate``, ``end``
likewise, ``time``, ``iso3``, ``rank``, ``statement``, ``reference``, and labels; another variable is told as not read.
Not done: roles in query results, inverse statements (P527, has part), earliest and latest dates (P1319, P1326), alpha-2 codes
(P297), lists of statements without their entities. Statements are held in memory, a few hundred bytes each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kengesh.formats.outside import dated
from kengesh.formats.outside.acts import name_act, record_acts, source_act, status_acts, words
from kengesh.formats.outside.dated import Statement
from kengesh.formats.outside.values import Act, Aside, BadFile, Outside, Progress, Told
from kengesh.formats.outside.wikidata_files import items_in
from kengesh.formats.outside.wikidata_statements import READ_NAMES, Thing, memberships_of, row_of, thing_of
from kengesh.formats.outside.wikidata_world import SOURCE, World, label, usable_statements
from kengesh.record.canonical import act_id
from kengesh.terms.dates import parse_when
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

KEEPER, KEEPER_NAME = "wikidata-project", "Wikidata"
TITLE, ADDRESS, LICENCE = "Wikidata: member of (P463)", "https://www.wikidata.org/", "CC0 1.0"
STATUS_LABELS = {
    "member": "member",
    "associate": "associate",
    "candidate": "candidate",
    "observer": "observer",
}
STANDING = {"member": "membership"}


def read_wikidata(files: Sequence[Path], told: Told, progress: Progress | None = None) -> Outside:
    """Read files of entities or of query results. Raises BadFile, OSError."""
    world, aside = World(), Aside()
    for file in files:
        _take(file, world, aside, progress)
    if not world.said:
        raise BadFile(_('no statement "member of" (P463) is in it.'), ", ".join(str(one) for one in files))
    statements, rejected = usable_statements(world, told, aside)
    if not statements and not rejected:
        why = "; ".join(left.why for left in aside.all())
        raise BadFile(_("none of its statements can be used: {why}").format(why=why), files[0])
    counted = [
        (_("entities with a name or a statement"), len(world.things)),
        (_("statements of membership"), len(world.said)),
        (_("statements used"), len(statements)),
        (_("statements of deprecated rank, entered and withdrawn"), len(rejected)),
    ]
    most = 3 * (len(statements) + len(rejected)) + len(world.things)
    return Outside("wikidata", lambda: _acts(world, statements, rejected, told, aside), most, counted, aside)


def _take(file: Path, world: World, aside: Aside, progress: Progress | None) -> None:
    for item in items_in(file, progress):
        if item.is_entity:
            thing = thing_of(item.data)
            world.things[thing.qid] = thing
            world.said += [(thing.qid, one) for one in memberships_of(item.data)]
            continue
        row = row_of(item.data)
        if row is None:
            says = _("expected the variables item and organization with an entity each, in {place}.")
            raise BadFile(says.format(place=item.place), file)
        for name in sorted(set(item.data) - READ_NAMES):
            aside.note(_("A variable of a query result that is not read."), name)
        party, body, said = row
        for thing in (party, body):
            world.things.setdefault(thing.qid, thing)
        world.by_label = True
        world.said.append((party.qid, said if said.statement else replace(said, statement=item.place)))


def _acts(
    world: World,
    statements: Sequence[Statement],
    rejected: Sequence[tuple[Statement, str]],
    told: Told,
    aside: Aside,
) -> Iterator[Act]:
    yield source_act(
        SOURCE,
        title=told.title or TITLE,
        container=KEEPER_NAME,
        published=told.published,
        address=ADDRESS,
        accessed=told.accessed,
        source_kind="research",
        seen="whole",
        licence=LICENCE,
    )
    every = [*statements, *(one for one, _why in rejected)]
    method = (
        "Read by kengesh read-facts from statements of the property P463, with their qualifiers and ranks."
    )
    yield from record_acts(KEEPER, KEEPER_NAME, told.title or TITLE, _reach(every, told), method, LICENCE)
    yield from status_acts(STATUS_LABELS, STANDING)
    yield from _names(world, every, aside)
    groups: dict[tuple[str, str], list[Statement]] = {}
    for one in statements:
        groups.setdefault((one.party, one.body), []).append(one)
    for group in groups.values():
        yield from dated.acts_of(group)
    for one, why in rejected:
        for act in dated.acts_of([one]):
            yield act
            because = words(why, by="ours")
            yield {"kind": "withdraw/1", "voice": "reported", "act": act_id(act), "because": because}


def _reach(statements: Iterable[Statement], told: Told) -> str:
    """Return the last day that the files reach: of a last edit, or that on which the person had them."""
    days = [one.seen for one in statements if one.seen is not None and len(one.seen) == len("2025-11-16")]
    days += [told.accessed] if told.accessed else []
    dates = [parse_when(day).latest for one in statements for day in (one.start, one.end) if day is not None]
    return max(days or [day.isoformat() for day in dates if day is not None])


def _names(world: World, statements: Sequence[Statement], aside: Aside) -> Iterator[Act]:
    by_id: Mapping[str, Thing] = {qid.casefold(): thing for qid, thing in world.things.items()}
    bodies = dict.fromkeys(one.body for one in statements)
    parties = dict.fromkeys(one.party for one in statements)
    for id_ in [*bodies, *(one for one in parties if one not in bodies and not is_state_code(one))]:
        thing = by_id.get(id_, Thing(id_.upper(), {}))
        if not thing.labels:
            aside.note(_("An entity whose label is not in the files: called by its number."), id_.upper())
        names = {code: words(text, code)[code] for code, text in thing.labels.items()} or words(
            thing.qid, by="ours"
        )
        short = words(thing.short) if thing.short else None
        if id_ in bodies:
            yield name_act(id_, "body", names, short, form="organization")
        else:
            aside.note(
                _("A party without a code of ISO 3166: kept under its own number and name."),
                label(world, thing.qid),
            )
            yield name_act(id_, "party", names, short)
