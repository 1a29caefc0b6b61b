"""Where proposals are."""

from kengesh.site.proposals.views import proposal, proposals

PATHS = {"proposals": proposals, "proposals/<thing:thing>": proposal}
