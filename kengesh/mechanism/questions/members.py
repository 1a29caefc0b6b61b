"""Who belongs to a body on a day."""

from __future__ import annotations

from kengesh.mechanism.answers import Answer, Row, answer, basis_of, row
from kengesh.mechanism.certainty import certainty_of
from kengesh.mechanism.participation import Standing, participations, rules_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


def members(view: View, body: str) -> Answer:
    """Answer who belongs to `body`: parties with a status that is membership by the charter.

    ``others`` are the parties with another status (observers, partners); ``not_known`` those of which the record cannot
    say whether they belong.
    """
    rules = rules_of(view, body)
    belonging: list[Row] = []
    others: list[Row] = []
    unsure: list[Row] = []
    for party in participations(view, body).values():
        for standing in party.standings(view.on):
            rule = rules.get(standing.status or "")
            if standing.truth is Truth.NOT_KNOWN:
                unsure.append(standing_row(standing))
            elif standing.truth is Truth.YES:
                (belonging if rule is not None and rule.is_membership else others).append(
                    standing_row(standing)
                )
    return answer(belonging, others=others, not_known=unsure)


def standing_row(standing: Standing) -> Row:
    """Return the row of one party's status in one body.

    It rests on what shows the status and what ends it; ``since_certainty`` and ``since_basis`` are those of its beginning alone,
    which later sources that show the status do not make surer.
    """
    return row(
        standing.party,
        [*standing.acts, *(standing.ended_by if standing.until else ())],
        disputed=standing.disputed,
        party=standing.party,
        body=standing.body,
        status=standing.status,
        since=standing.since,
        since_certainty=certainty_of(standing.begun_by),
        since_basis=basis_of(standing.begun_by),
        until=standing.until,
        last_attested=standing.last_attested,
        truth=standing.truth.value,
    )
