"""Where the log's files are, and where a server is asked how it is."""

from kengesh.site.api.open_data import open_to_all
from kengesh.site.files.health import healthz, readyz
from kengesh.site.files.record import record_file

PATHS = {
    "record/<path:path>": open_to_all(record_file),
    "healthz": healthz,
    "readyz": readyz,
}
