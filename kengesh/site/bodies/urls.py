"""Where bodies are. The matrix has an address of its own: a body may be called so too."""

from kengesh.site.bodies.views import bodies, body, matrix

PATHS = {"bodies": bodies, "bodies/<thing:thing>": body, "matrix": matrix}
