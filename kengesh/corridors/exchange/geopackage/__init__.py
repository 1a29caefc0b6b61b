"""GeoPackage (OGC 12-128, version 1.4; readers of 1.3 read it too): a network as one SQLite file that GIS programs open.

Done: the file's marks (application_id, user_version), the tables of reference systems, contents and geometry columns; feature tables
place (POINT), link, transfer and crossing (GEOMETRY: a line between two places, a point within one, two lines over the date line) in
WGS 84; tables of attributes for the rest of a network, and ``kengesh_about`` with licences and credits; reading it back, digit
for digit, a place's position from its point; reading feature and attribute tables of others under a mapping
(:mod:`kengesh.corridors.exchange.mapping`), with a point's position where the layer is in WGS 84.

Partly done: of our own files a moved line is not noticed, because a link runs between its places whatever is drawn; of others' files
lines are taken by the columns that name their ends, and never by where they are drawn.

Not done: the index of positions (an extension, which others add when they open a file), tiles, coverages, metadata, styles, related
tables, other reference systems, views, geometry extensions.
"""

from kengesh.corridors.exchange.geopackage.reading import about_geopackage, read_geopackage
from kengesh.corridors.exchange.geopackage.writing import write_geopackage

__all__ = ["about_geopackage", "read_geopackage", "write_geopackage"]
