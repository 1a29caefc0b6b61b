"""Where subjects and indicators are."""

from kengesh.site.subjects.views import indicators, subject, subjects

PATHS = {"subjects": subjects, "subjects/<thing:thing>": subject, "indicators": indicators}
