"""GMNS: the General Modeling Network Specification of the Zephyr Foundation, version 0.96, as folders of CSV files.

Done: writing config, node, link and use_definition, valid by its schema, and a datapackage.json; reading them back, digit for
digit, from tables of ours that lie beside them (``kengesh_*.csv``), which others' tools ignore; noticing where others changed the
standard tables since; reading config, node and link that others made, of the specification or of a tool near to it (osm2gmns;
columns that a shapefile cut to ten letters).

Partly done: crossings and transfers within a place are links from a node to itself, for which a router that does not look at
facility_type asks nothing; capacity is in containers an hour, both ways together, while GMNS means passenger cars an hour and
lane (what a unit is stands in use_definition); positions that others give in a projected coordinate system are kept in words and not
converted; of others' allowed_uses and facility_type only the mode is taken.

Not done: geometry other than straight lines, segment, lane, movement, location, zone, use_group, time of day, signals; costs (a
freight rate is no toll); the files that others wrote beside link and node.
"""

from kengesh.corridors.exchange.gmns.others import Foreign
from kengesh.corridors.exchange.gmns.reading import about_gmns, read_gmns
from kengesh.corridors.exchange.gmns.writing import write_gmns

__all__ = ["Foreign", "about_gmns", "read_gmns", "write_gmns"]
