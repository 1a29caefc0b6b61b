"""What the pages of commitments show."""

from __future__ import annotations

from kengesh.acts.kinds.proposals import REPORT
from kengesh.acts.shapes import Choice
from kengesh.mechanism.answers import Row
from kengesh.mechanism.questions.statements import statements_of
from kengesh.mechanism.words import shown
from kengesh.pictures.years_of_commitments import years_of_commitments
from kengesh.site.narrowing import Field, narrowed
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import _
from kengesh.terms.years import between, years_written

ON_A_PAGE = 100


def commitments(reading: Reading) -> Page:
    """Show the commitments, the newest first, with how many there are of each outcome."""
    rows = reading.ask("commitments")["answer"][::-1]
    fields = [
        Field(
            "outcome",
            _("How it stands"),
            lambda row: [row["outcome"]],
            allowed=outcomes(),
            word=lambda outcome: shown({}, outcome),
        ),
        Field("by", _("Promised by"), lambda row: row["by"] or ()),
        Field("subject", _("Subject"), lambda row: row["subjects"]),
    ]
    found, filters = narrowed(reading, rows, fields)
    pages: Pages[Row] = paged(reading, found, ON_A_PAGE)
    return Page(
        "commitments/commitments.html",
        _("Commitments"),
        {
            "pages": pages,
            "filters": filters,
            "all": len(rows),
            "picture": years_of_commitments(reading.reader, reading.href_of) if rows else None,
        },
    )


def commitment(reading: Reading, thing: str) -> Page:
    """Show one commitment: what was promised, the number promised, its measures and reports in order, how it stands."""
    reading.must_know(thing, "commitment")
    thing = reading.view.shown(thing)
    told = {one["id"]: one for one in reading.ask("commitments")["answer"]}
    row = told.get(thing)
    found = {
        "row": row,
        "what": {id_: one["what"] for id_, one in told.items()},
        "years": _years_to_last_report(reading, row) if row else None,
        "statements": statements_of(reading.view, thing) if row else [],
        "disputes": reading.ask("disputes", about=thing)["answer"] if row else [],
    }
    title = reading.reader.words(row["what"]) if row else reading.reader.name(thing)
    return Page("commitments/commitment.html", title, found, thing=thing)


def outcomes() -> tuple[str, ...]:
    """Return how a commitment may stand."""
    reported = REPORT.shapes["outcome"].shape
    return (*(reported.of if isinstance(reported, Choice) else ()), "not-known")


def _years_to_last_report(reading: Reading, row: Row) -> str | None:
    """Return the years from promise to last report in figures; None where either day is not known."""
    if row["on"] is None or row["reported_on"] is None:
        return None
    span = between(parse_when(row["on"]), parse_when(row["reported_on"]))
    return None if span is None else years_written(span.least_years, span.most_years, reading.language)
