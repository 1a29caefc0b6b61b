"""What the search page shows."""

from __future__ import annotations

from kengesh.search.asking import MOST
from kengesh.search.asking import search as search_record
from kengesh.search.query import QueryRefused
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _


def search(reading: Reading) -> Page:
    """Show what holds the words of ``q``; words that cannot be searched for come back with the sentence that says why."""
    words = reading.query.get("q", "").strip()
    found, refused = None, None
    if words:
        try:
            found = search_record(reading.mechanism, reading.view, words, reading.language)
        except QueryRefused as error:
            refused = str(error)
    title = _("Search: {words}").format(words=words[:80]) if words else _("Search")
    is_cut = found is not None and len(found["answer"]) == MOST
    shown = {"answer": found, "is_cut": is_cut, "refused": refused, "query": words}
    return Page("searching/search.html", title, shown)
