"""Where they are."""

from kengesh.site.things.views import thing

PATHS = {"things/<thing:thing>": thing}
