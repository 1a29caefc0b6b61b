"""Whether a rolling text that comes from a file is what its base and its amendments give: nobody can put words into a tree."""

from __future__ import annotations

from kengesh.texts.compiling.compile import assemble
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.standing import standing
from kengesh.texts.labels import PROFILES
from kengesh.texts.rolling import Act, Amendment, RollingText
from kengesh.texts.tokens import cleaned


def contradicted(rolling: RollingText) -> str:
    """Return the part of a tree that the base and the amendments contradict (``nodes``, ``amendments[3]``), empty if none."""
    if rolling.profile not in PROFILES:
        return "profile"
    base = LaidOut(rolling.base)
    for at, one in enumerate(rolling.amendments):
        if not _fits(one, base):
            return f"amendments[{at}]"
    live, fell = standing(base, rolling.amendments, ())
    if fell or len(live) != len(rolling.amendments):
        return "amendments"
    again = assemble(base, live, profile=rolling.profile)
    for part in ("amendments", "nodes", "notes", "requests"):
        if getattr(again, part) != getattr(rolling, part):
            return part
    return ""


def _fits(one: Amendment, base: LaidOut) -> bool:
    """Whether an amendment can be about the base: its span within its unit, its unit and anchor there."""
    if cleaned(one.text) != one.text.strip() or not 0 <= one.start <= one.end:
        return False
    if one.act is Act.MOVE:
        return one.unit in base.text.places and (not one.after or one.after in base.text.places)
    if one.unit in base.text.places and one.act in (Act.REPLACE, Act.BRACKET, Act.RETAIN):
        return one.end <= len(base.tokens(base.text.unit(one.unit))) + 1
    return True
