"""Where they are."""

from kengesh.site.patterns.views import patterns

PATHS = {"patterns": patterns}
