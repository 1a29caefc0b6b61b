"""The questions that a record answers, one module each; the registry is what the command line and the web go by."""

from __future__ import annotations

from collections.abc import Callable

from kengesh.mechanism.answers import Answer
from kengesh.mechanism.questions import changes, members, status

QUESTIONS: dict[str, Callable[..., Answer]] = {
    "members": members.members,
    "status": status.status,
    "changes": changes.changes,
}
