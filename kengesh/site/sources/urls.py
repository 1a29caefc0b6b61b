"""Where sources are."""

from kengesh.site.sources.views import source, source_csl, source_ris, sources

PATHS = {
    "sources": sources,
    "sources/<thing:thing>": source,
    "sources/<thing:thing>.ris": source_ris,
    "sources/<thing:thing>.csl.json": source_csl,
}
