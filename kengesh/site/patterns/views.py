"""What the page of patterns shows: real rows of the record, set out by every piece that pages are made of."""

from __future__ import annotations

from kengesh.formats.claims.told.telling import headline_words
from kengesh.formats.claims.verdict.judging import HEADLINES
from kengesh.pictures.region_tiles import region_tiles
from kengesh.site.paging import paged
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.languages import ALPHABETS
from kengesh.terms.messages import _


def patterns(reading: Reading) -> Page:
    """Show every piece once."""
    body = reading.body
    sources = reading.ask("sources")["answer"]
    found = {
        "alphabets": ALPHABETS,
        "members": reading.ask("members", body=body)["answer"] if body else [],
        "disputes": reading.ask("disputes")["answer"][:3],
        "events": reading.ask("timeline", thing=body)["answer"][-3:] if body else [],
        "verdicts": {name: headline_words(name) for name in HEADLINES},
        "pages": paged(reading, sources, 50),
        "picture": region_tiles(reading.reader, body, reading.href_of) if body else None,
    }
    return Page("patterns/patterns.html", _("Patterns"), found)
