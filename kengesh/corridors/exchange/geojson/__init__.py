"""GeoJSON (RFC 7946): places as points, what joins them as lines, and the rest of a network beside them.

Done: a FeatureCollection of places (Point) and of links, transfers, crossings (LineString, straight between their places; Point
within one; MultiLineString where the date line is crossed; without geometry where a position is not known), each with its row's
columns, and the numbers that count with basis and source, as properties; foreign members with licences and credits, and ``kengesh``
with the tables that have no place on a map; reading it back, digit for digit, with a place's position taken from its point; reading
features of others under a mapping (:mod:`kengesh.corridors.exchange.mapping`), a point's position, and a line's figures.

Partly done: of our own files a moved line is not noticed, because a link runs between its places whatever is drawn.

Not done: curved lines, heights, bounding boxes, other coordinate systems (RFC 7946 has none), features in a sequence of texts
(RFC 8142). No polygon is written, so the right-hand rule does not arise.
"""

from kengesh.corridors.exchange.geojson.reading import about_geojson, read_geojson
from kengesh.corridors.exchange.geojson.writing import write_geojson

__all__ = ["about_geojson", "read_geojson", "write_geojson"]
