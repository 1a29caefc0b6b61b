"""One range of bytes, by RFC 9110."""

from __future__ import annotations

import pytest

from kengesh.site.files.ranges import CannotBeSatisfied, asked_range


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("bytes=0-499", (0, 500)),
        ("bytes=500-", (500, 1000)),
        ("bytes=-500", (500, 1000)),
        ("bytes=-5000", (0, 1000)),
        ("bytes=999-5000", (999, 1000)),
        ("Bytes=0-0", (0, 1)),
        ("bytes= 0-0 ", (0, 1)),
    ],
)
def test_a_range_is_read_as_the_standard_says(header: str, asked: tuple[int, int]) -> None:
    assert asked_range(header, 1000) == asked


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=99999999999999-"])
def test_a_range_after_the_end_cannot_be_satisfied(header: str) -> None:
    with pytest.raises(CannotBeSatisfied):
        asked_range(header, 1000)


@pytest.mark.parametrize(
    "header",
    [
        "bytes=5-4",
        "bytes=-",
        "bytes=a-b",
        "lines=1-2",
        "bytes=0-1,5-6",
        "",
        "bytes=0",
        "bytes=" + "9" * 40 + "-",
        "bytes=١-٢",
    ],
)
def test_what_is_no_single_range_is_passed_over(header: str) -> None:
    assert asked_range(header, 1000) is None


def test_every_range_of_a_short_file_gives_those_bytes() -> None:
    text = b"abcdefg"
    for start in range(len(text)):
        for last in range(start, len(text) + 2):
            first, end = asked_range(f"bytes={start}-{last}", len(text)) or (0, 0)
            assert text[first:end] == text[start : last + 1]


def test_an_empty_file_has_no_range() -> None:
    with pytest.raises(CannotBeSatisfied):
        asked_range("bytes=0-", 0)
