"""What a party is in a body on a day."""

from __future__ import annotations

from kengesh.mechanism.answers import Answer, answer
from kengesh.mechanism.participation import Standing, participation
from kengesh.mechanism.questions.members import standing_row
from kengesh.mechanism.questions.sought import follows, sought
from kengesh.mechanism.telling import told_by
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


def status(view: View, party: str, body: str) -> Answer:
    """Answer what `party` is in `body`: yes with its status, no where a denial or a complete list says so, else not known.

    No also where the status that it is known to have had had not begun, or was over. ``history`` has every status that it is
    known to have had by then, in order; ``last_denied``, where nothing is known of the day, the last day on which it had none;
    ``follows`` and ``sought`` what follows of it from other acts, and what was looked for in vain.
    """
    found = participation(view, party, body)
    standings = found.standings(view.on)
    told = [one for one in found.history(view.on) if any(told_by(view, act) for act in one.begun_by)]
    history = [standing_row(one) for one in told]
    truth = _truth(standings)
    denied = found.last_denied(view.on) if truth is Truth.NOT_KNOWN else None
    return answer(
        [standing_row(one) for one in standings],
        truth=truth.value,
        history=history,
        last_denied=None if denied is None else standing_row(denied),
        follows=follows(view, body, party),  # a party is named in more acts than a body
        sought=sought(view, body, party),
    )


def _truth(standings: list[Standing]) -> Truth:
    truths = {one.truth for one in standings}
    if Truth.YES in truths:
        return Truth.YES
    return Truth.NO if truths == {Truth.NO} else Truth.NOT_KNOWN
