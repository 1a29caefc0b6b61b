"""What a delegation changed in its file while the tracking of changes was off.

A file without its tracked changes (the rejected view) should be the base on which it was written. Where it is not,
somebody typed over it: the difference is proposed like every other, and a person should know that nobody marked it.
"""

from __future__ import annotations

from msgspec import structs

from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.filed import Filed
from kengesh.texts.rolling import RollingText
from kengesh.texts.tokens import same
from kengesh.texts.units import Text


def untracked(base: Text, submission: Submission, profile: str = "mea", gap: int = 1) -> RollingText | None:
    """Return the changes that were typed with tracking off, as a rolling text on the submission's own base.

    None where the file's format has no tracked changes, or none was made: then there is nothing to tell apart.
    """
    filed = submission.filed
    if filed.rejected is None or not filed.authors:
        return None
    own = submission.base or base
    if _alike(filed.rejected, own):
        return None
    typed = Filed(text=filed.rejected, filed_at=filed.filed_at, file_name=filed.file_name)
    alone = structs.replace(submission, filed=typed, base=None)
    found = compile_text(own, [alone], profile=profile, gap=gap)
    return found if found.amendments else None


def _alike(text: Text, base: Text) -> bool:
    """Say whether two texts have the same paragraphs, so that there is nothing to compare word by word."""
    return len(text.units) == len(base.units) and all(
        same(one.text, other.text) for one, other in zip(text.units, base.units, strict=True)
    )


def with_untracked(rolling: RollingText, counts: dict[str, int]) -> RollingText:
    """Return a rolling text whose filings say how many such changes each delegation's file has."""
    filings = (
        structs.replace(one, untracked=counts.get(one.delegation, one.untracked)) for one in rolling.filings
    )
    return structs.replace(rolling, filings=tuple(filings))
