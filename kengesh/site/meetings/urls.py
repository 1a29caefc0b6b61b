"""Where meetings are."""

from kengesh.site.meetings.views import meeting, meetings

PATHS = {"meetings": meetings, "meetings/<thing:thing>": meeting}
