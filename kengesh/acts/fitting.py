"""Whether a value has a shape, as far as reading needs it: fast, without a sentence for what is wrong.

Writing is strict and says what is wrong (``shapes``); reading asks only whether a value can be worked with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kengesh.acts.shapes import Choice, Day, Field, Flag, ListOf, Part, Shape, Whole, Words
from kengesh.terms.dates import parse_when

Fits = Callable[[Any], bool]


def fitting(shape: Shape) -> Fits:
    """Return what says whether a value has a shape."""
    match shape:
        case Day():
            return _is_date
        case Words():
            return _is_words
        case Choice(of=words):
            return lambda value: isinstance(value, str) and value in words
        case Whole() | Flag():
            return lambda value: isinstance(value, int)
        case ListOf(of=of):
            fits = fitting(of)
            return lambda value: isinstance(value, list) and all(map(fits, value))
        case Part(fields=fields):
            return fitting_fields(fields)
        case _:
            return lambda value: isinstance(value, str)


def fitting_fields(fields: tuple[Field, ...]) -> Fits:
    """Return what says whether an object has the fields that are required, and fitting values in those that it knows.

    Fields that are not known are left aside: a later version may have them.
    """
    checks = [(field.name, field.required, fitting(field.shape)) for field in fields]

    def fits(value: Any) -> bool:
        if not isinstance(value, dict):
            return False
        for name, required, fits_shape in checks:
            if name in value:
                if not fits_shape(value[name]):
                    return False
            elif required:
                return False
        return True

    return fits


def _is_words(value: Any) -> bool:
    if not isinstance(value, dict) or not value:
        return False
    return all(
        isinstance(one, dict) and isinstance(one.get("text"), str) and "by" in one for one in value.values()
    )


def _is_date(value: Any) -> bool:
    try:
        parse_when(value)
    except (ValueError, TypeError, AttributeError):
        return False
    return True
