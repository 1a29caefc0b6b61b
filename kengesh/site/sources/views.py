"""What the pages of sources show."""

from __future__ import annotations

from kengesh.acts.shapes import Choice
from kengesh.formats.claims.told.documents import checked_documents
from kengesh.mechanism.answers import Row, order_of
from kengesh.site.citing import CSL, RIS, as_csl
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import AskedWrongly, NotInRecord, Reading
from kengesh.site.shows import File, Page
from kengesh.terms.citations import Source
from kengesh.terms.messages import _
from kengesh.terms.reference import to_csl, to_ris

ON_A_PAGE = 100


def sources(reading: Reading) -> Page:
    """Show the sources, those on which most rests first; ``kind`` leaves those of one kind."""
    rows = reading.ask("sources")["answer"]
    kinds = _kinds(reading)
    kind = reading.query.get("kind")
    if kind is not None and kind not in kinds:
        says = _("kind: {kind} is not one of: {kinds}.")
        raise AskedWrongly(says.format(kind=kind, kinds=", ".join(kinds)))
    chosen = [one for one in rows if kind in (None, one["source_kind"])]
    chosen.sort(key=lambda one: (not one["founding"], -one["acts_resting"], one["id"]))
    shown: Pages[Row] = paged(reading, chosen, ON_A_PAGE)
    counted = [(one, sum(row["source_kind"] == one for row in rows)) for one in kinds]
    found = {"pages": shown, "counted": counted, "kind": kind, "all": len(rows)}
    return Page("sources/sources.html", _("Sources"), found)


def source(reading: Reading, thing: str) -> Page:
    """Show one source as it is cited, and every act that rests on it."""
    reading.must_know(thing, "source")
    answer = reading.ask("source", source=thing)
    rows = answer["answer"]
    resting = sorted(answer["resting"], key=lambda one: order_of(one["says"].get("on")))
    found = {"row": rows[0] if rows else None, "pages": paged(reading, resting, ON_A_PAGE), "answer": answer}
    found["is_checked"] = reading.view.shown(thing) in checked_documents(reading.view)
    return Page("sources/source.html", _title(reading, thing), found, thing=thing)


def source_ris(reading: Reading, thing: str) -> File:
    """Give a source as RIS, for programs that keep references."""
    return File(
        to_ris(_source(reading, thing), reading.language).encode(), RIS, f"{thing.replace('/', '-')}.ris"
    )


def source_csl(reading: Reading, thing: str) -> File:
    """Give a source as CSL-JSON."""
    item = to_csl(_source(reading, thing), reading.language)
    return File(as_csl([item]), CSL, f"{thing.replace('/', '-')}.csl.json")


def _source(reading: Reading, thing: str) -> Source:
    reading.must_know(thing, "source")
    found = reading.view.source(thing)
    if found is None:
        raise NotInRecord(thing, [])
    return found


def _title(reading: Reading, thing: str) -> str:
    source = reading.view.source(thing)
    return source.title if source and source.title else thing


def _kinds(reading: Reading) -> tuple[str, ...]:
    shape = reading.mechanism.state.readers.registry["register-source/1"].shapes["source_kind"].shape
    return shape.of if isinstance(shape, Choice) else ()
