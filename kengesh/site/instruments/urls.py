"""Where instruments are."""

from kengesh.site.instruments.views import instrument, instruments

PATHS = {"instruments": instruments, "instruments/<thing:thing>": instrument}
