"""Where the record tells of itself."""

from kengesh.site.about.views import about, report

PATHS = {"about": about, "report": report}
