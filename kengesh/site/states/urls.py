"""Where states and other parties are."""

from kengesh.site.states.views import state, states

PATHS = {"states": states, "states/<thing:thing>": state}
