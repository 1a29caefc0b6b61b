"""The rules and practices of a body, as sources state them."""

from __future__ import annotations

from kengesh.mechanism.answers import Answer, answer, may_be_told, row
from kengesh.mechanism.questions.sought import follows, sought
from kengesh.mechanism.view import View


def rules(view: View, body: str | None = None) -> Answer:
    """Answer which rules were in place by the view's day, of one body or of all."""
    acts = [act for act in view.of_kind("state-rule") if not act.is_rejected]
    acts = [act for act in acts if body is None or view.shown(act.get("body")) == view.shown(body)]
    since = [act for act in acts if may_be_told(view, act)]
    fields = ("body", "what", "since", "by", "form")
    about = dict.fromkeys([body] if body is not None else [act.get("body") for act in acts])
    return answer(
        [row(act.get("rule"), [act], **{name: act.get(name) for name in fields}) for act in since],
        follows=[one for thing in about for one in follows(view, thing)],
        sought=[one for thing in about for one in sought(view, thing)],
    )
