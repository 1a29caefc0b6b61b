"""Canonical JSON: one value, one sequence of bytes, so that what is hashed and signed can be written again by anyone.

A strict subset of RFC 8785 (JSON Canonicalization Scheme): no floats, integers within 2^53-1, ASCII keys, no key twice,
strings in Unicode normal form C, no lone surrogates. Keys are sorted and nothing stands between the tokens, so in this
subset sorted compact JSON is JCS:

    >>> canonical({"kind": "adopt/1", "on": "2025-11-16", "articles": 32})
    b'{"articles":32,"kind":"adopt/1","on":"2025-11-16"}'
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, NoReturn
from unicodedata import is_normalized

LARGEST_INTEGER = 2**53 - 1  # RFC 8785: what every JSON reader keeps exactly

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


class NotCanonical(ValueError):
    """A value that has no canonical form, or bytes that are not the canonical form of their value."""


def canonical(value: Any) -> bytes:
    """Return the canonical bytes of a JSON value. Raises NotCanonical, naming the place in the value."""
    try:
        _check(value, "value")
        return _encode(value).encode()
    except RecursionError:
        raise NotCanonical("the value is nested too deeply.") from None


def parse_canonical(data: bytes) -> Any:
    """Return the value of canonical bytes; any other bytes, even of the same value, are refused (NotCanonical)."""
    try:
        text = data.decode()
        value = _decode(text)
        again = _encode(value).encode()
    except NotCanonical:
        raise
    except RecursionError:
        raise NotCanonical("the JSON is nested too deeply.") from None
    except ValueError as error:
        raise NotCanonical(f"expected canonical JSON in UTF-8: {error}.") from None
    if again != data:
        raise NotCanonical(
            "the JSON is not in canonical form: keys sorted, no spaces, shortest escapes, no key twice."
        )
    if not data.isascii() and not is_normalized("NFC", text):
        _check(value, "value")
    return value


def act_id(act: dict[str, Any]) -> str:
    """Return the id of an act: the SHA-256 of its canonical JSON, in hexadecimal. Raises NotCanonical."""
    return sha256(canonical(act)).hexdigest()


def _refuse_float(text: str) -> NoReturn:
    raise NotCanonical(f"{text} is not a whole number; decimal numbers are written as strings.")


def _integer(text: str) -> int:
    if len(text) > len("-9007199254740991") or abs(number := int(text)) > LARGEST_INTEGER:
        raise NotCanonical(f"{text[:40]} is beyond 2^53-1.")
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise NotCanonical("a key stands twice in one object.")
    for key in made:
        if not key.isascii():
            raise NotCanonical(f"the key {key!r} is not ASCII.")
    return made


_decode = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_refuse_float, parse_int=_integer, parse_constant=_refuse_float
).decode


def _check(value: Any, path: str) -> None:
    """Raise NotCanonical where `value` has no canonical form."""
    if isinstance(value, str):
        if not value.isascii():
            _check_text(value, path)
    elif value is None or isinstance(value, bool):
        pass
    elif isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise NotCanonical(f"{path}: {value} is beyond 2^53-1.")
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise NotCanonical(f"{path}: the key {key!r} is not ASCII text.")
            _check(item, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            _check(item, f"{path}[{place}]")
    elif isinstance(value, float):
        raise NotCanonical(f"{path}: {value} is not a whole number; decimal numbers are written as strings.")
    else:
        raise NotCanonical(f"{path}: {type(value).__name__} is not a JSON value.")


def _check_text(value: str, path: str) -> None:
    if not is_normalized("NFC", value):
        raise NotCanonical(f"{path}: the text is not in Unicode normal form C (NFC).")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NotCanonical(f"{path}: the text holds half of a surrogate pair.") from None
