"""Where briefs are."""

from kengesh.site.briefs.views import brief, brief_docx

PATHS = {"briefs/<thing:thing>": brief, "briefs/<thing:thing>.docx": brief_docx}
