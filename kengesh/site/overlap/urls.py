"""Where the pages about overlap are."""

from kengesh.site.overlap.overview import overlap
from kengesh.site.overlap.trying import what_if_page
from kengesh.site.overlap.two import pair

PATHS = {"overlap": overlap, "overlap/pair": pair, "overlap/what-if": what_if_page}
