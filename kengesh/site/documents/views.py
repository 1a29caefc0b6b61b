"""What the page of a checked document shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kengesh.formats.claims.told.documents import Statement, statements_in
from kengesh.formats.claims.told.listing import statement_row
from kengesh.formats.claims.told.telling import headline_words
from kengesh.formats.claims.verdict.judging import HEADLINES
from kengesh.mechanism.answers import Row
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _

ON_A_PAGE = 100


def document(reading: Reading, thing: str) -> Page:
    """Show every statement of a document: its form, the author's words, its claims with their verdicts, what stands beside it."""
    reading.must_know(thing, "source")
    thing = reading.view.shown(thing)
    rows = statements(reading, thing)
    pages: Pages[Row] = paged(reading, rows, ON_A_PAGE)
    source = reading.view.source(thing)
    name = source.title if source and source.title else thing
    told = {one["id"]: one for one in reading.ask("disputes")["answer"]}
    found = {
        "source": thing,
        "is_known": source is not None,
        "pages": pages,
        "all": len(rows),
        "counted": counted(rows),
        "disputes_by_id": told,
        "titled_as": {source.language: {"text": name, "by": "source"}}
        if source and source.language
        else name,
        "compilers": (reading.described or {}).get("compilers", ()),
    }
    return Page("documents/document.html", _("Checked: {document}").format(document=name), found, thing=thing)


def statements(reading: Reading, document: str) -> Sequence[Row]:
    """Return the statements of a document, judged once for a day and a language."""
    view = reading.view
    key = ("document", document, reading.language)
    return view.once_a_day(
        key, lambda: [_told(one) for one in statements_in(reading.mechanism, view, document)]
    )


def counted(rows: Sequence[Row]) -> list[tuple[str, str, int]]:
    """Return how many statements come to what: each verdict in its order, then those without one."""
    found = Counter(sort for row in rows for sort in _sorts(row))
    words = {name: headline_words(name) for name in HEADLINES} | {
        "unread": _("cannot be read"),
        "not-entered": _("not entered as a claim"),
        "not-judged": _("not judged"),
    }
    return [(name, says, found[name]) for name, says in words.items() if found[name]]


def _sorts(row: Row) -> list[str]:
    if not row["has_verdict"]:
        return ["not-judged"]
    return [claim["headline"] or "unread" for claim in row["claims"]] or ["not-entered"]


def _told(one: Statement) -> dict[str, Any]:
    return statement_row(one)
