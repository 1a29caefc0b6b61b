"""Answers about overlap in words: a measure, whose value may lie between two; what was counted, and what each measure means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.formats.overlap.codes import CODE_WORDS
from kengesh.terms.messages import _

Row = Mapping[str, Any]

CODES = {code.value: words for code, words in CODE_WORDS.items()}
"""The words for the codes of statuses, for templates."""

MINUS = "\N{MINUS SIGN}"  # a hyphen would break from its number at the end of a line
LAST = "range"  # the definition that is of no measure of its own, and is told after all others


def range_words(found: Row) -> str:
    """Return a measure in words: one number, between which two it lies, or that it has no value."""
    if found["lowest"] is None:
        return _("no value")
    lowest, highest = _number(found, "lowest"), _number(found, "highest")
    told = lowest
    if found["lowest"] != found["highest"]:
        told = _("between {lowest} and {highest}").format(lowest=lowest, highest=highest)
    return _("{range}, or no value").format(range=told) if found["may_lack"] else told


def definitions_of(*answers: Row) -> list[str]:
    """Return the definitions of several answers, each once, that of a range last."""
    told: dict[str, str] = {}
    for answer in answers:
        told |= answer["definitions"]
    return [says for name, says in told.items() if name != LAST] + [
        told[name] for name in (LAST,) if name in told
    ]


def notes_of(*answers: Row) -> list[str]:
    """Return what answers say of what is not known, each sentence once."""
    return list(dict.fromkeys(note for answer in answers for note in answer["notes"]))


def _number(found: Row, end: str) -> str:
    value = found[end]
    return str(value) if found[f"{end}_of"] is None else f"{value:.2f}".replace("-", MINUS)
