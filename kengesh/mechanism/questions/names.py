"""What a thing is called, on a day and over time."""

from __future__ import annotations

from kengesh.mechanism.answers import Answer, answer, row
from kengesh.mechanism.names import name_acts, name_of
from kengesh.mechanism.view import View
from kengesh.terms.languages import LANGUAGES


def name(view: View, thing: str) -> Answer:
    """Answer what `thing` is called on the view's day in every language; ``history`` has all its names."""
    shown = {language: name_of(view, thing, language) for language in LANGUAGES}
    acts = name_acts(view, thing)
    on_day = [act for act in acts if any(act.id in one.acts for one in shown.values())]
    names = {
        language: {"text": one.text, "language": one.language, "by": one.by}
        for language, one in shown.items()
    }
    history = [
        row(
            act.id,
            [act],
            names=act.get("names"),
            short=act.get("short"),
            type=act.get("type"),
            start=act.get("on") if act.act.kind == "rename" else act.get("start"),
            end=act.get("end"),
        )
        for act in acts
    ]
    known = bool(acts) or shown["en"].by is not None
    return answer(
        [row(view.shown(thing), on_day, names=names)] if known else [],
        truth=None if known else "not-known",
        history=history,
    )
