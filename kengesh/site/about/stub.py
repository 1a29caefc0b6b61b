"""The rows of the founding data behind a page, as they stand, to be entered again with a correction."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.entries import NoSuchEntry, act
from kengesh.mechanism.view import View
from kengesh.site.links import FOLDERS

OF_THINGS = {*FOLDERS.values(), "things", "briefs"}
BECAUSE = "What is wrong, and how you know."
WIDTH = 100
MOST = 5  # rows behind the page of a thing


def stub(view: View, page: str) -> str | None:
    """Return the rows behind a page (``log/12``, ``acts/5f0c...``, ``bodies/ots``) as YAML; None where it has none of its own.

    Behind the page of a thing are the first rows about it, one of each kind; all others have pages of their own in the log.
    """
    rows = [_row(one) for one in _acts(view, page.partition("?")[0]) if one.get("row")]
    return yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=WIDTH) if rows else None


def _row(one: LiveAct) -> dict[str, object]:
    given = {name: value for name, value in one.fields.items() if name not in ("kind", "row")}
    if given.get("voice") == "reported":
        del given["voice"]  # the rule in files of rows
    return {"row": one.get("row"), "act": one.fields["kind"], "because": BECAUSE, **given}


def _acts(view: View, page: str) -> Iterator[LiveAct]:
    """Yield the acts behind a page that count, each as it was corrected last."""
    folder, _slash, rest = page.partition("/")
    ids: list[str] = []
    if folder == "log" and rest.isascii() and rest.isdecimal() and len(rest) < 10 and int(rest) < view.size:
        ids = [one.id for one in view.store.entry(int(rest))]
    elif folder == "acts":
        ids = _act_of_that_id(view, rest)
    elif folder in OF_THINGS:
        ids = [one.id for one in _about(view, rest)]
    for id_ in ids:
        found = view.find(id_)
        if found is not None:
            yield found


def _about(view: View, thing: str) -> list[LiveAct]:
    """Return the first act of each kind that is about a thing, what says what it is before what names it."""
    first: dict[str, LiveAct] = {}
    for group in view.state.readers.groups:
        for one in view.acts(group, thing):
            if thing in (one.get(name) for name in one.kind.key):
                first.setdefault(one.act.kind, one)
    return sorted(first.values(), key=lambda one: (one.act.kind == "name", one.act.number))[:MOST]


def _act_of_that_id(view: View, wanted: str) -> list[str]:
    try:
        return [one["id"] for one in act(view, wanted)["answer"]]
    except NoSuchEntry:
        return []
