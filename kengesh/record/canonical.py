"""Canonical JSON: one value, one sequence of bytes, so that what is hashed and signed can be written again by anyone.

A strict subset of RFC 8785 (JSON Canonicalization Scheme): no floats, integers within 2^53-1, ASCII keys, no key twice,
strings in Unicode normal form C, no lone surrogates, at most 64 objects and lists inside each other. Keys are sorted and
nothing stands between the tokens, so in this subset sorted compact JSON is JCS:

    >>> canonical({"kind": "adopt/1", "on": "2025-11-16", "articles": 32})
    b'{"articles":32,"kind":"adopt/1","on":"2025-11-16"}'
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, NoReturn
from unicodedata import is_normalized

from kengesh.record.errors import RecordError
from kengesh.terms.messages import _

LARGEST_INTEGER = 2**53 - 1  # RFC 8785: what every JSON reader keeps exactly
DEEPEST = 64  # ours: how deep a reader can go must not depend on the machine

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


class NotCanonical(RecordError):
    """A value that has no canonical form, or bytes that are not the canonical form of their value."""


def canonical(value: Any) -> bytes:
    """Return the canonical bytes of a JSON value. Raises NotCanonical, naming the place in the value."""
    if not _is_plain(value, 0):
        _check(value, "value")
    return _encode(value).encode()


def parse_canonical(data: bytes) -> Any:
    """Return the value of canonical bytes; any other bytes, even of the same value, are refused (NotCanonical)."""
    try:
        text = data.decode()
        value = _decode(text)
        again = _encode(value).encode()
    except NotCanonical:
        raise
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        raise NotCanonical(_("expected canonical JSON in UTF-8: {why}.").format(why=error)) from None
    if again != data:
        raise NotCanonical(
            _("the JSON is not in canonical form: keys sorted, no spaces, shortest escapes, no key twice.")
        )
    in_form = data.isascii() or is_normalized("NFC", text)  # then each of its texts is, too
    if not in_form or data.count(b"[") + data.count(b"{") > DEEPEST:
        _check(value, "value")
    return value


def act_id(act: dict[str, Any]) -> str:
    """Return the id of an act: the SHA-256 of its canonical JSON, in hexadecimal. Raises NotCanonical."""
    return sha256(canonical(act)).hexdigest()


def _refuse_float(text: str) -> NoReturn:
    says = _("{number} is not a whole number; decimal numbers are written as strings.")
    raise NotCanonical(says.format(number=text))


def _integer(text: str) -> int:
    if len(text) > len("-9007199254740991") or abs(number := int(text)) > LARGEST_INTEGER:
        raise NotCanonical(_("{number} is beyond 2^53-1.").format(number=text[:40]))
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise NotCanonical(_("a key stands twice in one object."))
    for key in made:
        if not key.isascii():
            raise NotCanonical(_("the key {key} is not ASCII.").format(key=repr(key)))
    return made


_decode = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_refuse_float, parse_int=_integer, parse_constant=_refuse_float
).decode


def _is_plain(value: Any, depth: int) -> bool:
    """Say whether a value is surely canonical, as most are, without keeping track of places for a message."""
    kind = type(value)
    if kind is str:
        return bool(value.isascii())
    if kind is dict and depth < DEEPEST:
        for key, item in value.items():
            if type(key) is not str or not key.isascii():
                return False
            if not (item.isascii() if type(item) is str else _is_plain(item, depth + 1)):
                return False
        return True
    if kind is list or kind is tuple:
        return depth < DEEPEST and all(_is_plain(item, depth + 1) for item in value)
    if kind is int:
        return bool(-LARGEST_INTEGER <= value <= LARGEST_INTEGER)
    return value is None or kind is bool


def _check(value: Any, path: str, depth: int = 0) -> None:
    """Raise NotCanonical where `value`, which has `depth` objects and lists around it, has no canonical form."""
    if isinstance(value, str):
        if not value.isascii():
            _check_text(value, path)
    elif value is None or isinstance(value, bool):
        pass
    elif isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise NotCanonical(_("{place}: {number} is beyond 2^53-1.").format(place=path, number=value))
    elif isinstance(value, dict | list | tuple):
        if depth == DEEPEST:
            raise _too_deep()
        _check_items(value, path, depth + 1)
    elif isinstance(value, float):
        says = _("{place}: {number} is not a whole number; decimal numbers are written as strings.")
        raise NotCanonical(says.format(place=path, number=value))
    else:
        says = _("{place}: {type} is not a JSON value.")
        raise NotCanonical(says.format(place=path, type=type(value).__name__))


def _check_items(value: dict[Any, Any] | list[Any] | tuple[Any, ...], path: str, depth: int) -> None:
    if not isinstance(value, dict):
        for place, item in enumerate(value):
            _check(item, f"{path}[{place}]", depth)
        return
    for key, item in value.items():
        if not isinstance(key, str) or not key.isascii():
            says = _("{place}: the key {key} is not ASCII text.")
            raise NotCanonical(says.format(place=path, key=repr(key)))
        _check(item, f"{path}.{key}", depth)


def _check_text(value: str, path: str) -> None:
    if not is_normalized("NFC", value):
        says = _("{place}: the text is not in Unicode normal form C (NFC).")
        raise NotCanonical(says.format(place=path))
    try:
        value.encode()
    except UnicodeEncodeError:
        says = _("{place}: the text holds half of a surrogate pair.")
        raise NotCanonical(says.format(place=path)) from None


def _too_deep() -> NotCanonical:
    says = _("more than {most} objects and lists stand inside each other.")
    return NotCanonical(says.format(most=DEEPEST))
