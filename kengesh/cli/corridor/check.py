"""``kengesh corridor check``: whether a network can be so, and how the model stands beside published figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kengesh.cli.corridor.asking import leave, on_network
from kengesh.cli.corridor.checks_shown import show_figures
from kengesh.cli.corridor.shown import HASH_SHOWN
from kengesh.cli.output import BOLD, DOES_NOT_HOLD, HOLDS, heading, line, paragraph, table
from kengesh.corridors.model import model_of
from kengesh.corridors.network.network import Network
from kengesh.corridors.questions.calibrating import checked
from kengesh.corridors.told.checking import checking_told
from kengesh.corridors.told.checks import checked_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import N_, _

MOST_REMARKS = 5  # of one kind: a network has dozens where road and rail meet and goods stay on either
WEIGHTS = {"error": N_("error"), "remark": N_("remark")}


@on_network()
def command(network: Network, as_json: bool) -> None:
    """Say what of a network cannot be so or leads nowhere, row by row; and set the model beside published figures."""
    told = {**checking_told(network), "figures": checked_told(network, checked(model_of(network)))}
    leave(told, _show, as_json=as_json, code=DOES_NOT_HOLD if told["errors"] else HOLDS)


def _show(told: Told) -> None:
    network = told["network"]
    remark = _("Hash {hash}").format(hash=network["hash"][:HASH_SHOWN])
    heading(_("Network {id}: {title}").format(id=network["id"], title=network["title"]), remark)
    says = _("Findings: {errors} errors, {remarks} remarks.")
    paragraph(says.format(errors=told["errors"], remarks=told["remarks"]), BOLD)
    columns = (_("weight"), _("check"), _("where"), _("row"), _("finding"))
    shown = list(_first_of_each(told["findings"]))
    rows = [
        (_(WEIGHTS[one["weight"]]), one["check"], f"{one['file']}:{one['line']}", one["row"], one["says"])
        for one in shown
    ]
    table(columns, rows, _("Nothing to look at was found."))
    if len(shown) < len(told["findings"]):
        says = _("And {count} more remarks of these kinds; --json has all of them.")
        line(says.format(count=len(told["findings"]) - len(shown)))
    show_figures(told["figures"])


def _first_of_each(findings: Iterable[Told]) -> Iterator[Told]:
    """Yield every error, and the first remarks of each kind."""
    seen: Counter[str] = Counter()
    for one in findings:
        seen[one["check"]] += one["weight"] == "remark"
        if one["weight"] == "error" or seen[one["check"]] <= MOST_REMARKS:
            yield one
