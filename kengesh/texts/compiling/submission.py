"""A submission: one delegation's file, filed against one version of the text."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct, structs

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import Filed
from kengesh.texts.rolling import Amendment
from kengesh.texts.units import Text


class Submission(Struct, frozen=True, kw_only=True):
    """What a delegation (or a declared group) filed.

    `base` is the version against which it was written; None where that is the one compiled. `filed_at` (ISO 8601, UTC) and
    `order` say when it was filed: without a time the order counts, after everything that has one.
    """

    delegation: str
    filed: Filed
    base: Text | None = None
    filed_at: str = ""
    order: int = 0


class FiledTwice(ValueError):
    """Two submissions of one delegation for one compilation."""

    def __init__(self, delegation: str) -> None:
        says = _(
            "{delegation} filed two texts; compile the later one: it stands for what {delegation} wants now."
        )
        super().__init__(says.format(delegation=delegation))


class WhoseIsIt(ValueError):
    """A file with tracked changes and no delegation named for it; attribution is not taken from the file."""

    def __init__(self, file_name: str, authors: Sequence[tuple[str, int]]) -> None:
        if not authors:
            says = _("{file}: whose submission is it? Name the delegation: KAZ={file}.")
            super().__init__(says.format(file=file_name))
            return
        named = ", ".join(f"{author} ({count})" for author, count in authors)
        says = _(
            "{file}: whose submission is it? Its changes were made by {authors}, which is evidence and no attribution. "
            "Name the delegation: KAZ={file}."
        )
        super().__init__(says.format(file=file_name, authors=named))


def with_id(base_hash: str, amendment: Amendment) -> Amendment:
    """Give an amendment its id: the hash of what it says and of the version it was written against, never of when."""
    said = (
        f"{base_hash}\n{amendment.delegation}\n{amendment.act}\n{amendment.unit}\n{amendment.start}\n{amendment.end}\n"
        f"{amendment.text}\n{amendment.kind}\n{amendment.after}\n{amendment.target}\n{amendment.reservation}\n"
        f"{amendment.sequence}"
    )
    return structs.replace(amendment, id="a" + sha256(said.encode()).hexdigest()[:15])
