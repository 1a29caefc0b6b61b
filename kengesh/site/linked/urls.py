"""Where linked data is."""

from kengesh.site.api.open_data import open_to_all
from kengesh.site.linked.addresses import identified
from kengesh.site.linked.org import org
from kengesh.site.linked.popolo import popolo
from kengesh.site.linked.serving import in_a_language, without_language
from kengesh.site.linked.sitemap import robots, site_map, site_map_index

PATHS = {
    "linked/popolo.json": open_to_all(without_language(popolo)),
    "linked/org.ttl": open_to_all(without_language(org)),
    "id/<thing:thing>": identified,
    "robots.txt": robots,
    "sitemap.xml": without_language(site_map_index),
    "<language:language>/sitemap.xml": in_a_language(site_map),
}
