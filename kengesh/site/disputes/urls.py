"""Where disputes are. One that arose by itself has the id ``hold/1a2b3c4d5e6f``: a kind of act, and its first side."""

from kengesh.site.disputes.views import dispute, disputes

PATHS = {"disputes": disputes, "disputes/<thing:thing>": dispute}
