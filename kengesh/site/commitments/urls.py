"""Where commitments are."""

from kengesh.site.commitments.views import commitment, commitments

PATHS = {"commitments": commitments, "commitments/<thing:thing>": commitment}
