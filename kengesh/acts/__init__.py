"""The kinds of act: what each must say, checked by the same definition from which its reference page is written.

An act is a small JSON object: its kind and version, a voice, its fields, and the sources that say so. Its id is the
SHA-256 of its canonical JSON, so the same fact has the same id in every copy.

    >>> from kengesh.acts import first_kinds, problems
    >>> kinds = first_kinds()
    >>> [str(one) for one in problems({"kind": "seek/1", "voice": "reported", "about": ["ots"]}, kinds)]
    ['what: is missing: what was looked for']

Writing is strict (:func:`problems`). Reading never fails on a kind that is not known: see ``kengesh.mechanism``.
"""

from __future__ import annotations

from kengesh.acts.kind import Kind, Registry, UnknownKind
from kengesh.acts.kinds import bodies, evidence, instruments, logs, meetings, naming, proposals
from kengesh.acts.shapes import Field, Problem
from kengesh.acts.validate import problems

__all__ = ["Field", "Kind", "Problem", "Registry", "UnknownKind", "first_kinds", "problems"]


def first_kinds() -> Registry:
    """Return a new registry of the kinds of this package; other packages add theirs to it."""
    modules = (naming, bodies, meetings, instruments, proposals, evidence, logs)
    return Registry(kind for module in modules for kind in module.KINDS)
