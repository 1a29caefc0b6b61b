"""Where the search is."""

from kengesh.site.searching.views import search

PATHS = {"search": search}
