"""Canonical JSON: the same bytes as RFC 8785, and no others are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from unicodedata import normalize

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.record.canonical import (
    DEEPEST,
    LARGEST_INTEGER,
    NotCanonical,
    act_id,
    canonical,
    parse_canonical,
)

NFD = normalize("NFD", "Bogʻ yoʻli — Қазақстан й ё é")
TEXTS = st.text().map(lambda text: normalize("NFC", text))
KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


@settings(max_examples=400, deadline=None)
@given(VALUES)
def test_every_value_has_the_bytes_of_rfc_8785_and_is_read_back(value: Any) -> None:
    data = canonical(value)
    assert data == rfc8785.dumps(value)
    assert repr(parse_canonical(data)) == repr(json.loads(data))
    assert canonical(parse_canonical(data)) == data


@settings(max_examples=200, deadline=None)
@given(VALUES, st.sampled_from([{"indent": 1}, {"ensure_ascii": True}, {"sort_keys": True}, {}]))
def test_the_same_value_in_any_other_bytes_is_refused(value: Any, style: dict[str, Any]) -> None:
    data = json.dumps(value, **{"ensure_ascii": False, **style}).encode()
    if data != canonical(value):
        with pytest.raises(NotCanonical):
            parse_canonical(data)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=40) | st.text('{}[]":,0123456789.eE-+truefalsn \\u', max_size=20).map(str.encode))
def test_what_is_read_is_canonical_whatever_comes_in(data: bytes) -> None:
    try:
        value = parse_canonical(data)
    except NotCanonical:
        return
    assert canonical(value) == data == rfc8785.dumps(value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"a":1,"a":1}', "twice"),
        (b'{"a":{"b":1,"b":2}}', "twice"),
        (b'{"b":1,"a":2}', "keys sorted"),
        (b'{"a": 1}', "no spaces"),
        (b' {"a":1}', "canonical"),
        (b'{"a":1}\n', "canonical"),
        (rb'"\u0041"', "shortest escapes"),
        (rb'"\/"', "shortest escapes"),
        (rb'"\u000a"', "shortest escapes"),
        (rb'"\u001F"', "shortest escapes"),
        (rb'"\u049b"', "shortest escapes"),
        (b'{"\xd2\x9b":1}', "ASCII"),
        (b"1.0", "whole number"),
        (b"1e3", "whole number"),
        (b"-0", "canonical"),
        (b"-0.0", "whole number"),
        (b"01", "canonical JSON"),
        (b"+1", "canonical JSON"),
        (b"NaN", "whole number"),
        (b"-Infinity", "whole number"),
        (b"9007199254740992", r"2\^53"),
        (b"-9007199254740992", r"2\^53"),
        (b"9" * 5000, r"2\^53"),
        (rb'"\ud800"', "canonical JSON"),
        (rb'"\udc00\ud800"', "canonical JSON"),
        (b'"\xed\xa0\x80"', "UTF-8"),
        (b'"\xff"', "UTF-8"),
        (b'"\xc0\x80"', "UTF-8"),
        (b'\xef\xbb\xbf"a"', "canonical JSON"),
        (b'"a', "canonical JSON"),
        (b'"\n"', "canonical JSON"),
        (b"", "canonical JSON"),
        (b"[1,]", "canonical JSON"),
        (b"1 2", "canonical JSON"),
        (f'["{NFD}"]'.encode(), r"value\[0\].*NFC"),
        (f'{{"a":["{NFD}"]}}'.encode(), r"value\.a\[0\].*NFC"),
    ],
)
def test_bytes_that_are_not_canonical_are_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(NotCanonical, match=why):
        parse_canonical(data)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"a": 1.0}, r"value\.a: 1\.0"),
        ({"a": [0, float("nan")]}, r"value\.a\[1\]"),
        (2**53, r"2\^53"),
        (-(2**53), r"2\^53"),
        ({"қ": 1}, "not ASCII"),
        ({1: 1}, "not ASCII text"),
        ({"a": NFD}, r"value\.a.*NFC"),
        ("\ud800", "surrogate"),
        ({"a": {"b": ["ok", "x\udfff"]}}, r"value\.a\.b\[1\].*surrogate"),
        (b"bytes", "bytes is not a JSON value"),
        ({1, 2}, "set is not"),
    ],
)
def test_a_value_without_a_canonical_form_is_refused_with_its_place(value: Any, why: str) -> None:
    with pytest.raises(NotCanonical, match=why):
        canonical(value)


def test_the_largest_integers_are_kept() -> None:
    for number in (LARGEST_INTEGER, -LARGEST_INTEGER):
        assert parse_canonical(str(number).encode()) == number
        assert canonical(number) == str(number).encode()


def test_a_mark_after_a_quote_or_an_escape_is_in_normal_form() -> None:
    for text in ("\u0303", "\n\u0303", "\x1f\u0301", '"\u0338', "\\\u0338"):
        data = canonical({"a": text})
        assert parse_canonical(data) == {"a": text} and data == rfc8785.dumps({"a": text})


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_how_deep_a_value_may_go_does_not_depend_on_the_machine(opening: bytes, closing: bytes) -> None:
    def nested(depth: int) -> bytes:
        return opening * depth + b"1" + closing * depth

    value = parse_canonical(nested(DEEPEST))
    assert canonical(value) == nested(DEEPEST)
    for depth in (DEEPEST + 1, 900, 16_000):
        with pytest.raises(NotCanonical, match="64 objects and lists"):
            parse_canonical(nested(depth))
    with pytest.raises(NotCanonical, match="64 objects and lists"):
        canonical([value])
    beside = b"[" + b",".join([b"[]"] * 200) + b"]"
    assert canonical(parse_canonical(beside)) == beside


def around(wrap: Callable[[Any], Any]) -> Any:
    value: Any = []
    for _depth in range(100_000):
        value = wrap(value)
    return value


def test_a_value_nested_beyond_all_bounds_is_refused_in_a_sentence() -> None:
    for wrap in (lambda value: [value], lambda value: (value,), lambda value: {"a": value}):
        with pytest.raises(NotCanonical, match="64 objects and lists"):
            canonical(around(wrap))


def test_the_id_of_an_act_is_the_hash_of_its_canonical_form() -> None:
    act = {"voice": "performed", "kind": "adopt/1"}
    assert act_id(act) == sha256(b'{"kind":"adopt/1","voice":"performed"}').hexdigest()
