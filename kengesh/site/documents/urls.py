"""Where checked documents are, each under the id of its source."""

from kengesh.site.documents.views import document

PATHS = {"documents/<thing:thing>": document}
