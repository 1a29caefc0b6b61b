"""Where the front page is."""

from kengesh.site.home.views import home

PATHS = {"": home}
