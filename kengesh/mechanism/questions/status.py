"""What a party is in a body on a day."""

from __future__ import annotations

from kengesh.mechanism.answers import Answer, answer
from kengesh.mechanism.participation import Standing, participation
from kengesh.mechanism.questions.members import standing_row
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


def status(view: View, party: str, body: str) -> Answer:
    """Answer what `party` is in `body`: yes with its status, no where every status is denied, else not known.

    ``history`` has every status that it is known to have had, in order.
    """
    found = participation(view, party, body)
    standings = found.standings(view.on)
    history = [standing_row(one) for one in found.history(view.on)]
    return answer([standing_row(one) for one in standings], truth=_truth(standings).value, history=history)


def _truth(standings: list[Standing]) -> Truth:
    truths = {one.truth for one in standings}
    if Truth.YES in truths:
        return Truth.YES
    return Truth.NO if truths == {Truth.NO} else Truth.NOT_KNOWN
