"""Where the chronology is."""

from kengesh.site.chronology.views import chronology

PATHS = {"chronology": chronology}
