"""Values out of JSON, each checked where it stands: what was found at which place, and what was expected there.

The types are those that the fields of a value are declared with: strings, whole numbers, yes and no, enumerations,
tuples, other values, and a choice between a string and a value or between values that name themselves by "type".
A member that no field has is refused by its name, and so is one that stands twice.
"""

from __future__ import annotations

import json
import re
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from kengesh.terms.messages import N_, _

TAG = "type"
_HALF = re.compile("[\ud800-\udfff]")  # what no UTF-8 can hold, and an escape in JSON can
_NAMES = {str: N_("a string"), int: N_("a whole number"), bool: N_("true or false"), NoneType: N_("null")}


class WrongShape(ValueError):
    """Something that does not stand where it may; its sentence begins with the place, as ``$.nodes[3].content[1]``."""


class _Members(dict[str, Any]):
    """The members of an object, and the first name that stood twice among them."""

    twice: str | None = None


def parsed(data: bytes) -> Any:
    """Return what a JSON file holds. Raises WrongShape if it is not JSON in UTF-8."""
    try:
        return json.loads(data.decode(), object_pairs_hook=_members)
    except WrongShape:
        raise
    except UnicodeDecodeError as error:
        raise WrongShape(_("byte {at} is not UTF-8.").format(at=error.start + 1)) from None
    except json.JSONDecodeError as error:
        says = _("line {line}, column {column}: this is not JSON; the file may be cut short.")
        raise WrongShape(says.format(line=error.lineno, column=error.colno)) from None
    except (RecursionError, ValueError):  # Python refuses figures of thousands of digits too
        raise WrongShape(_("the file is nested too deeply to be one of ours.")) from None


def _members(pairs: list[tuple[str, Any]]) -> _Members:
    members = _Members(pairs)
    if len(members) != len(pairs):
        names = [name for name, _value in pairs]
        members.twice = next(name for name in names if names.count(name) > 1)
    return members


def value_of(found: Any, wanted: Any, place: str) -> Any:
    """Return what was found as a value of a type. Raises WrongShape."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return _one_of(found, get_args(wanted), place)
    if origin is tuple:
        if not isinstance(found, list):
            raise _expected(place, _("a list"), found)
        within = get_args(wanted)[0]
        return tuple(value_of(one, within, f"{place}[{at}]") for at, one in enumerate(found))
    if issubclass(wanted, Struct):
        return _struct(found, wanted, place)
    if issubclass(wanted, Enum):
        return _enumerated(found, wanted, place)
    if type(found) is not wanted:  # True is an int for Python, and not for JSON
        raise _expected(place, _(_NAMES[wanted]), found)
    if wanted is str and _HALF.search(found):
        raise WrongShape(_("{place}: half of a surrogate pair is not a letter.").format(place=place))
    return found


def members_of(found: Any, place: str, allowed: tuple[str, ...]) -> dict[str, Any]:
    """Return the members of an object that has no others than those allowed. Raises WrongShape."""
    if not isinstance(found, _Members):
        raise _expected(place, _("an object"), found)
    if found.twice is not None:
        raise WrongShape(
            _("{place}: the member “{name}” stands twice.").format(place=place, name=found.twice)
        )
    for name in found:
        if name not in allowed:
            says = _("{place}: “{name}” is not known here; the members are {allowed}.")
            raise WrongShape(says.format(place=place, name=name, allowed=", ".join(allowed)))
    return found


def member(members: dict[str, Any], name: str, wanted: Any, place: str) -> Any:
    """Return a member that must be there, as a value of a type. Raises WrongShape."""
    if name not in members:
        raise WrongShape(_("{place}: the member “{name}” is missing.").format(place=place, name=name))
    return value_of(members[name], wanted, f"{place}.{name}")


def _one_of(found: Any, choices: tuple[Any, ...], place: str) -> Any:
    """Choose between a string or null and a value, or between values by their tag."""
    tagged = {str(choice.__struct_config__.tag): choice for choice in choices if _has_tag(choice)}
    if tagged:
        tag = found.get(TAG) if isinstance(found, dict) else None
        if not isinstance(tag, str) or tag not in tagged:
            says = _("{place}: expected an object whose “{name}” is one of {allowed}.")
            raise WrongShape(says.format(place=place, name=TAG, allowed=", ".join(tagged)))
        return value_of(found, tagged[tag], place)
    plain = next(choice for choice in choices if choice in (str, NoneType))
    if type(found) is plain:
        return value_of(found, plain, place) if plain is str else None
    value = next(choice for choice in choices if choice is not plain)
    if not isinstance(found, dict):
        expected = _("{plain} or an object").format(plain=_(_NAMES[plain]))
        raise _expected(place, expected, found)
    return value_of(found, value, place)


def _has_tag(choice: Any) -> bool:
    return (
        isinstance(choice, type) and issubclass(choice, Struct) and choice.__struct_config__.tag is not None
    )


def _struct(found: Any, wanted: type[Struct], place: str) -> Struct:
    known = _fields(wanted)
    tag = (TAG,) if _has_tag(wanted) else ()
    members = members_of(found, place, (*tag, *(field.name for field in known)))
    values = {
        field.name: member(members, field.name, field.type, place)
        for field in known
        if field.name in members or field.default is NODEFAULT
    }
    return wanted(**values)


@cache
def _fields(wanted: type[Struct]) -> tuple[FieldInfo, ...]:
    return fields(wanted)


def _enumerated(found: Any, wanted: type[Enum], place: str) -> Enum:
    allowed = [str(one.value) for one in wanted]
    if not isinstance(found, str) or found not in allowed:
        raise _expected(place, _("one of {allowed}").format(allowed=", ".join(allowed)), found)
    return wanted(found)


def _expected(place: str, expected: str, found: Any) -> WrongShape:
    shown = json.dumps(found, ensure_ascii=False)
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    says = _("{place}: expected {expected}, found {found}.")
    return WrongShape(says.format(place=place, expected=expected, found=shown))
