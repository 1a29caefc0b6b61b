"""What every refusal of a run has in common, and how a library that is not installed is asked for."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from kengesh.terms.messages import _


class RunError(ValueError):
    """A refusal by a run. Its text is a whole sentence for a person."""


class MissingLibrary(RunError):
    """A library that only some runs need is not installed."""


def library(name: str, extra: str) -> ModuleType:
    """Return a module of a library that an extra of kengesh installs. Raises MissingLibrary, which says how to get it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        top = name.partition(".")[0]
        if (error.name or "").partition(".")[0] != top:
            raise  # it is there, and something that it needs is not: its own message says what
        says = _('{library} is not installed; this needs it. Install it with: pip install "kengesh[{extra}]"')
        raise MissingLibrary(says.format(library=top, extra=extra)) from None
