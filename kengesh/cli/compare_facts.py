"""``kengesh compare-facts A B``: do two records answer alike on who is what in which body?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import (
    AsJson,
    Lang,
    Notes,
    On,
    ReportedBy,
    check_day,
    must_be_record,
)
from kengesh.cli.beside import Shown
from kengesh.cli.beside import as_json as as_plain
from kengesh.cli.output import (
    DOES_NOT_HOLD,
    fail,
    for_programs,
)
from kengesh.desk.kinds import every_kind
from kengesh.formats.comparing import DIFFER, compare_records
from kengesh.formats.matching import NotComparable, Pair, match_bodies
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.mechanism.view import View
from kengesh.record.errors import RecordError
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _, use_language

Split = Annotated[
    str | None,
    typer.Option(
        "--bodies", metavar="IDS", help=_("Only these bodies of the first record: ots,cis or ots=OTS-THERE.")
    ),
]


def command(
    first: Annotated[Path, typer.Argument(metavar="A", help=_("One record."))],
    second: Annotated[Path, typer.Argument(metavar="B", help=_("The other record."))],
    on: On = None,
    reported_by: ReportedBy = None,
    bodies: Split = None,
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same", metavar="A=B", help=_("A body of the first record and which body of the second it is.")
        ),
    ] = None,
    states: Annotated[
        str | None, typer.Option(metavar="CODES", help=_("Only these states or parties: KAZ,UZB."))
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help=_("Show also what is the same, and what one record alone knows."))
    ] = False,
    lang: Lang = "en",
    as_json: AsJson = False,
    notes: Notes = None,
) -> None:
    """Set two records' answers on who is what in which body side by side. Leaves with 1 where they differ."""
    if lang not in LANGUAGES:
        says = _("{language} is not one of the languages: {languages}.")
        fail(says.format(language=lang, languages=", ".join(LANGUAGES)))
    use_language(lang)
    for option, day in (("--on", on), ("--reported-by", reported_by)):
        check_day(option, day)
    must_be_record(first)
    must_be_record(second)
    try:
        records = [Mechanism.open(folder, every_kind()) for folder in (first, second)]
        views = _views(records, on, reported_by)
        told, wanted = _told(same or (), bodies)
        matching = match_bodies(*views, told)
        pairs = [pair for pair in matching.pairs if not wanted or pair.first in wanted]
        _must_all_be_there(wanted, pairs, views[0])
        found = list(compare_records(*views, pairs, _states(states, views)))
    except (RecordError, NotComparable, QuestionRefused, OSError) as error:
        fail(str(error))
    if as_json:
        print(
            json.dumps(as_plain(records, views, matching, pairs, found), ensure_ascii=False, indent=2),
            file=for_programs(),
        )
    else:
        Shown((first, second), views, lang, notes is not False).show(matching, pairs, found, every)
    raise typer.Exit(DOES_NOT_HOLD if any(one.verdict == DIFFER for one in found) else 0)


def _views(records: Sequence[Mechanism], on: str | None, reported_by: str | None) -> tuple[View, View]:
    """Return both records as asked of one day: the one given, else the last that the sources of both reach."""
    day = on or min(record.view().on for record in records).isoformat()
    one, other = (record.view(day, reported_by=reported_by) for record in records)
    return one, other


def _told(same: Sequence[str], bodies: str | None) -> tuple[dict[str, str], list[str]]:
    """Return the matches that were told, and the bodies that are wanted."""
    told: dict[str, str] = {}
    wanted: list[str] = []
    for given, option in [*((one, "--same") for one in same), *((one, "--bodies") for one in _split(bodies))]:
        left, equals, right = (part.strip() for part in given.partition("="))
        if not left or (equals and not right) or (option == "--same" and not equals):
            says = _(
                "{option}: expected A=B, a body of the first record and one of the second, found {given}."
            )
            fail(says.format(option=option, given=given))
        if equals:
            told[left] = right
        if option == "--bodies":
            wanted.append(left)
    return told, wanted


def _split(text: str | None) -> list[str]:
    return [one.strip() for one in (text or "").split(",") if one.strip()]


def _states(text: str | None, views: Sequence[View]) -> list[str] | None:
    states = _split(text)
    for one in states:
        if one.isupper() and not is_state_code(one):
            fail(_("--states: {state} is not a code of ISO 3166 alpha-3.").format(state=one))
        if not is_state_code(one) and not any(view.is_known(one) for view in views):
            fail(_("--states: neither record knows {state}.").format(state=one))
    return states or None


def _must_all_be_there(wanted: Sequence[str], pairs: Sequence[Pair], first: View) -> None:
    missing = [body for body in wanted if body not in {pair.first for pair in pairs}]
    if missing and not first.is_known(missing[0]):
        fail(_("there is no body {body} in the first record.").format(body=missing[0]))
    if missing:
        says = _(
            "no body of the second record is known to be {body}; say which one with --same {body}=THERE."
        )
        fail(says.format(body=missing[0]))
