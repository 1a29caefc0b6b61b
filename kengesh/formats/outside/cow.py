"""Correlates of War, Intergovernmental Organizations, version 3.0, as a user has it. The data are not shipped and not copied.

Pevehouse, Nordstrom, McManus and Jamison, "Tracking Organizations in the World: The Correlates of War IGO Version 3.0
Datasets", Journal of Peace Research 57 (2020) 492-503; the codes by the project's Codebook, Version 3.0 (July 2019), sections
III A and III B, https://correlatesofwar.org/data-sets/IGOs/ :

====  ======================================  ==================================================================
code  in the codebook                         here (:mod:`kengesh.formats.outside.yearly` says what of its days)
====  ======================================  ==================================================================
0     No Membership                           denied, every status
1     Full Membership                         ``member``
2     Associate Membership                    ``associate``
3     Observer                                ``observer``
-9    Missing data                            nothing
-1    IGO Not In Existence (state-year)       nothing; ends a status
-1    State Not System Member (IGO-year)      nothing
====  ======================================  ==================================================================

Every act cites the line, the year and the code as they stand in the file.

Done: both wide formats as CSV, recognised by their headings, with comma, tab or semicolon: *state-year*
(``state_year_formatv3.csv``: ``ccode``, ``year``, one column an organization) and *IGO-year* (``igo_year_formatv3.csv``:
``ioname``, ``orgname``, ``year``, one column a state, and ``sdate``, ``dead``, ``integrated``, ``replaced``, from which the
founding and the end of an organization are taken).
Partly: the state-year file has no full names of organizations, so they are called by their abbreviations.
``Imputation`` (the codebook: an observation before 1965 that was not found and was filled in) makes an organization's acts no
weaker: a run of years can hold both; the rows are counted and told.
Not done: the Stata files (.dta); the dyadic format; names of an organization by period (the last row's name is taken).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kengesh.formats.outside.acts import Ids, name_act, record_acts, source_act, status_acts, words
from kengesh.formats.outside.cow_columns import party_of_column, party_of_number, state_columns
from kengesh.formats.outside.tables import Table, open_table, place_of, year_in
from kengesh.formats.outside.values import Act, Aside, BadFile, Outside, Progress, Told
from kengesh.formats.outside.yearly import NO_BODY, NO_STATE, NONE, UNKNOWN, Series, acts_of
from kengesh.terms.messages import _

SOURCE, KEEPER, KEEPER_NAME = "cow-igo-v3", "correlates-of-war", "The Correlates of War Project"
TITLE = "Intergovernmental Organizations (v3)"
ADDRESS = "https://correlatesofwar.org/data-sets/IGOs/"
AUTHORS = ["Jon C. W. Pevehouse", "Timothy Nordstrom", "Roseanne W. McManus", "Anne Spencer Jamison"]
LICENCE = "Cite the Correlates of War Project; its data may not be redistributed."
CODES = {"0": NONE, "1": 1, "2": 2, "3": 3, "-9": UNKNOWN, "": UNKNOWN, ".": UNKNOWN}
ABOUT_A_STATE = ("ccode", "year", "state", "country", "version", "stateabb", "statenme")
STATA = b"<stata_dta>"
STATUS_LABELS = {"member": "member", "associate": "associate member", "observer": "observer"}
STANDING = {"member": "membership"}


@dataclass(slots=True)
class _Block:
    """The rows of one state, or of one organization, by year: their lines and their codes, one byte a column."""

    name: str
    rows: dict[int, tuple[int, bytes]] = field(default_factory=dict)
    full_name: str = ""
    founded: int | None = None
    ended: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Codes:
    """A whole file: some 10 MB at full size."""

    table: Table
    of_states: bool
    columns: Sequence[str]
    blocks: dict[str, _Block]
    last_year: int


def read_cow(files: Sequence[Path], told: Told, progress: Progress | None = None) -> Outside:
    """Read one file of the data set. Raises BadFile, OSError."""
    if len(files) != 1:
        says = _("give one file: the state-year or the IGO-year format, which tell the same.")
        raise BadFile(says, " ".join(str(one) for one in files))
    table = _open(files[0])
    aside = Aside()
    codes = _read(table, aside, progress)
    rows = sum(len(block.rows) for block in codes.blocks.values())
    counted = [
        (
            _("rows, each of one state in one year")
            if codes.of_states
            else _("rows, each of one organization in one year"),
            rows,
        ),
        (_("states") if codes.of_states else _("organizations"), len(codes.blocks)),
        (_("columns of organizations") if codes.of_states else _("columns of states"), len(codes.columns)),
    ]
    return Outside("cow", lambda: _acts(codes, told, aside), rows * 8, counted, aside)


def _open(file: Path) -> Table:
    with file.open("rb") as opened:
        if opened.read(len(STATA)) == STATA or file.suffix.casefold() == ".dta":
            raise BadFile(_("is a Stata file, which is not read; take the CSV file of the data set."), file)
    table = open_table(file, also=("cp1252",))
    if place_of(table, "ccode1") is not None:
        raise BadFile(_("is the dyadic format; take the state-year or the IGO-year file."), file, 1)
    if place_of(table, "year") is None or place_of(table, "ccode", "ioname") is None:
        says = _("expected the columns ccode and year (state-year) or ioname and year (IGO-year).")
        raise BadFile(says, file, 1)
    return table


def _read(table: Table, aside: Aside, progress: Progress | None) -> _Codes:
    of_states = place_of(table, "ioname") is None
    key, year = place_of(table, "ccode") if of_states else place_of(table, "ioname"), place_of(table, "year")
    assert key is not None and year is not None  # _open has looked
    organizations = [at for at, name in enumerate(table.columns) if name.casefold() not in ABOUT_A_STATE]
    places = organizations if of_states else state_columns(table)
    minus_one = NO_BODY if of_states else NO_STATE
    known = {**CODES, "-1": minus_one}
    known |= {f"{code}.0": value for code, value in known.items() if code.lstrip("-").isdigit()}
    blocks: dict[str, _Block] = {}
    last = 0
    imputed = place_of(table, "imputation")
    for line, row in table.rows(progress):
        name, when = row[key].strip(), year_in(row[year], table, line, table.columns[year])
        block = blocks.setdefault(name.removesuffix(".0"), _Block(name.removesuffix(".0")))
        if when in block.rows:
            says = _("{name} has the year {year} in line {other} already.")
            raise BadFile(says.format(name=name, year=when, other=block.rows[when][0]), table.file, line)
        try:
            block.rows[when] = (line, bytes([known[row[place]] for place in places]))
        except KeyError:
            raise _bad_code(table, line, row, places, known) from None
        last = max(last, when)
        _describe(block, table, row, line, when)
        if imputed is not None and row[imputed].strip() in ("1", "1.0"):
            why = _(
                "A row whose codes the data set marks as imputed, that is, filled in; its acts are as the others."
            )
            aside.note(why, f"{name}, {when}")
    if not blocks:
        raise BadFile(_("has a heading and no rows."), table.file, 1)
    return _Codes(table, of_states, [table.columns[place] for place in places], blocks, last)


def _bad_code(
    table: Table, line: int, row: Sequence[str], places: Sequence[int], known: dict[str, int]
) -> BadFile:
    wrong = next(place for place in places if row[place] not in known)
    says = _("expected one of the codes 0, 1, 2, 3, -1, -9, found {found!r}.")
    return BadFile(says.format(found=row[wrong][:40]), table.file, line, table.columns[wrong])


def _describe(block: _Block, table: Table, row: Sequence[str], line: int, year: int) -> None:
    """Take from a row what it says of its state or organization itself."""
    named = place_of(table, "country", "statenme", "orgname", "state")
    if named is not None:
        block.full_name = row[named].strip() or block.full_name
    founded = place_of(table, "sdate")
    if founded is not None and row[founded].strip().removesuffix(".0").isdecimal():
        block.founded = year_in(row[founded], table, line, "sdate")
    for word in ("dead", "integrated", "replaced"):
        over = place_of(table, word)
        if over is not None and block.ended is None and row[over].strip() in ("1", "1.0"):
            block.ended = (year, line)


def _acts(codes: _Codes, told: Told, aside: Aside) -> Iterator[Act]:
    yield source_act(
        SOURCE,
        author=AUTHORS,
        title=told.title or TITLE,
        container=KEEPER_NAME,
        published=told.published,
        language="en",
        address=ADDRESS,
        accessed=told.accessed,
        source_kind="research",
        seen="whole",
        licence=LICENCE,
    )
    reading = "state-year" if codes.of_states else "IGO-year"
    method = f"Read by kengesh read-facts from the {reading} format; one code a year, no days."
    yield from record_acts(KEEPER, KEEPER_NAME, TITLE, f"{codes.last_year:04}", method, LICENCE)
    yield from status_acts(STATUS_LABELS, STANDING)
    ids = Ids([SOURCE, KEEPER, *STATUS_LABELS])
    for block in codes.blocks.values():
        yield from _acts_of_block(codes, block, ids, aside)


def _acts_of_block(codes: _Codes, block: _Block, ids: Ids, aside: Aside) -> Iterator[Act]:
    rows = sorted(block.rows.items())
    years, lines = [year for year, _row in rows], [line for _year, (line, _codes) in rows]
    if not codes.of_states:
        yield from _organization(block.name, block, ids)
    for place, column in enumerate(codes.columns):
        told = bytes([one[place] for _year, (_line, one) in rows])
        if not set(told) - {UNKNOWN, NO_BODY, NO_STATE}:
            continue  # nothing but holes: the state or the organization was not there
        party, body, naming = _who_in_what(codes, block, column, ids, aside)
        yield from naming
        ended = block.ended[0] if block.ended is not None else None
        yield from acts_of(Series(party, body, SOURCE, column, years, lines, told, block.founded, ended))


def _who_in_what(
    codes: _Codes, block: _Block, column: str, ids: Ids, aside: Aside
) -> tuple[str, str, list[Act]]:
    state = party_of_number(block.name, block.full_name) if codes.of_states else party_of_column(column)
    organization = column if codes.of_states else block.name
    naming: list[Act] = []
    if state.code is None:
        new = not ids.has(("party", state.name))
        party = ids.of(("party", state.name), state.name)
        if new:
            aside.note(
                _("A state without a code of ISO 3166: kept as a party under its own name."), state.name
            )
            naming.append(name_act(party, "party", words(state.name)))
    else:
        party = state.code
    if codes.of_states and not ids.has(("body", organization)):
        naming += _organization(organization, None, ids)
    return party, ids.of(("body", organization), organization), naming


def _organization(short: str, block: _Block | None, ids: Ids) -> list[Act]:
    """Return the acts that name an organization, found it and end it, as far as the file says."""
    body = ids.of(("body", short), short)
    full = block.full_name if block is not None and block.full_name else short
    acts = [name_act(body, "body", words(full), words(short), form="organization")]
    if block is not None and block.founded is not None:
        cited = [{"source": SOURCE, "passage": f"{short}: sdate {block.founded}"}]
        on = f"{block.founded:04}"
        acts.append({"kind": "establish/1", "voice": "reported", "body": body, "on": on, "sources": cited})
    if block is not None and block.ended is not None:
        year, line = block.ended
        cited = [
            {
                "source": SOURCE,
                "passage": f"line {line}, {year}: dead, integrated or replaced",
            }
        ]
        acts.append(
            {"kind": "dissolve/1", "voice": "reported", "body": body, "on": f"{year:04}", "sources": cited}
        )
    return acts
