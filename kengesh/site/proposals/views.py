"""What the pages of proposals show."""

from __future__ import annotations

from kengesh.acts.kinds.proposals import DECIDE_ON
from kengesh.acts.shapes import Choice
from kengesh.mechanism.answers import Row, may_be_told, order_of, row
from kengesh.mechanism.questions.proposals import STEPS
from kengesh.mechanism.questions.statements import statements_of
from kengesh.mechanism.view import View
from kengesh.mechanism.words import shown
from kengesh.pictures.proposal_flow import proposal_flow
from kengesh.site.narrowing import Field, narrowed
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _

ON_A_PAGE = 100
STEP_FIELDS = ("on", "by", "meeting", "outcome", "instrument", "what", "because")


def proposals(reading: Reading) -> Page:
    """Show the proposals, the newest first, with how many there are of each fate."""
    rows = reading.ask("proposals")["answer"][::-1]
    fields = [
        Field(
            "fate", _("Fate"), lambda row: [row["fate"]], allowed=fates(), word=lambda fate: shown({}, fate)
        ),
        Field("by", _("Proposed by"), lambda row: row["by"] or ()),
        Field("subject", _("Subject"), lambda row: row["subjects"]),
    ]
    chosen, filters = narrowed(reading, rows, fields)
    pages: Pages[Row] = paged(reading, chosen, ON_A_PAGE)
    picture = proposal_flow(reading.reader, reading.href_of) if rows else None
    found = {"pages": pages, "filters": filters, "all": len(rows), "picture": picture}
    return Page("proposals/proposals.html", _("Proposals"), found)


def proposal(reading: Reading, thing: str) -> Page:
    """Show one proposal: its words, who made it and when, its steps in order, what was said of it, where sources differ."""
    reading.must_know(thing, "proposal")
    thing = reading.view.shown(thing)
    told = next((one for one in reading.ask("proposals")["answer"] if one["id"] == thing), None)
    found = {
        "row": told,
        "steps": in_steps([*told["steps"], *not_taken(reading.view, thing)]) if told else [],
        "statements": statements_of(reading.view, thing) if told else [],
        "disputes": reading.ask("disputes", about=thing)["answer"] if told else [],
    }
    title = reading.reader.words(told["what"]) if told else reading.reader.name(thing)
    return Page("proposals/proposal.html", title, found, thing=thing)


def fates() -> tuple[str, ...]:
    """Return what may become of a proposal, in the order of its steps."""
    decided = DECIDE_ON.shapes["outcome"].shape
    outcomes = decided.of if isinstance(decided, Choice) else ()
    return (*(STEPS[verb] for verb in ("propose", "support", "take-up")), *outcomes, "dropped", "not-known")


def in_steps(steps: list[Row]) -> list[Row]:
    """Return steps with the proposing first: what is dated only by a last possible day stands after its answer otherwise."""
    return sorted(steps, key=lambda one: (one["verb"] != "propose", order_of(one["on"])))


def not_taken(view: View, thing: str) -> list[Row]:
    """Return the steps that sources claim and a preference does not take: they decide nothing, and are not passed over in silence."""
    acts = [act for act in view.acts("proposal", thing) if act.get("proposal") in view.joined(thing)]
    return [
        row(act.id, [act], verb=act.act.kind, rejected=True, **{name: act.get(name) for name in STEP_FIELDS})
        for act in acts
        if act.is_rejected and may_be_told(view, act)
    ]
