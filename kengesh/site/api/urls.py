"""Where programs ask."""

from kengesh.site.api.open_data import open_to_all
from kengesh.site.api.views import index, nothing_here, openapi, question, table

PATHS = {
    "api": open_to_all(index),
    "api/": open_to_all(index),
    "api/openapi.json": open_to_all(openapi),
    "api/<slug:question>": open_to_all(question),
    "api/<slug:question>.<slug:form>": open_to_all(table),
    "api/<path:rest>": open_to_all(nothing_here),
}
