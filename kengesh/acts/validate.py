"""Whether an act may be written, as far as the act alone can tell.

Whether the things and acts that it points at are in the record is asked where the record is at hand (``kengesh.desk``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.acts.kind import Registry, UnknownKind
from kengesh.acts.shapes import Problem
from kengesh.terms.messages import _


def problems(act: Mapping[str, Any], kinds: Registry) -> list[Problem]:
    """Return everything wrong with an act, in the order of its fields; an empty list when it can be written."""
    name = act.get("kind")
    if not isinstance(name, str):
        return [Problem("kind", _("is missing: the kind of act and its version, such as adopt/1."))]
    try:
        kind = kinds[name]
    except UnknownKind as error:
        return [Problem("kind", str(error))]
    return list(kind.problems(act))
