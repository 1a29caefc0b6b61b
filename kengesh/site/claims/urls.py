"""Where claims are: the list, the page that judges one, and those of the record (``claims/claim/avim-f24``)."""

from kengesh.site.claims.checking import check
from kengesh.site.claims.views import claim, claims

PATHS = {"claims": claims, "claims/check": check, "claims/<thing:thing>": claim}
