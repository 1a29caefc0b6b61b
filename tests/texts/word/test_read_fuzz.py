"""Whatever is done to a Word file, it is read or refused with a sentence: nothing else is raised."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kengesh.texts.reading.filed import CannotRead, Filed
from kengesh.texts.units import read_version, written
from kengesh.texts.word.reading import read_word
from tests.texts.word.corpus import NUMBERING, corpus
from tests.texts.word.docx import (
    cell,
    comment,
    commented,
    dele,
    field,
    ins,
    moved_from,
    moved_to,
    note,
    note_mark,
    p,
    parts,
    r,
    row,
    table,
    zipped,
)

NORMAL = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
_TAG = re.compile(rb"<[^>]*>")
_NAME = re.compile(rb"w:[A-Za-z]+")
_VALUE = re.compile(rb'"[^"]*"')
VALUES = (
    b'""',
    b'"-1"',
    b'"99999999999999999999"',
    b'"0"',
    b'"1e9"',
    b'"x"',
    '"ә"'.encode(),
    b'"continue"',
    b'"restart"',
    b'"cont"',
)


@cache
def rich() -> dict[str, bytes]:
    """The entries of a file that has something of everything."""
    box = f"<w:r><w:pict><w:txbxContent>{p('box')}</w:txbxContent></w:pict></w:r>"
    body = (
        p("Declaration", style="T"),
        p(
            "5. ",
            ins("a ", dele("b"), "c"),
            dele("d"),
            commented(0, "e"),
            note_mark(1),
            mark="ins",
            num=1,
            was="",
        ),
        p(moved_from("f"), field("PAGE", "g"), mark="del", num=1, level=1),
        table(
            row(cell("h", properties='<w:vMerge w:val="restart"/>'), cell(p("i", mark="del"), p("j"))),
            row(cell(p(), properties="<w:vMerge/>"), cell(table(row(cell("k")))), changed="del"),
        ),
        p(
            box,
            f"<w:sdt><w:sdtContent>{r('l')}</w:sdtContent></w:sdt>",
            moved_to("f"),
            '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
        ),
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="T"/></w:style>'
    )
    return parts(
        *body,
        styles=styles,
        numbering=NUMBERING,
        footnotes=note(1, p("m", ins("n"))),
        comments=comment(0, "o"),
    )


def read_or_refuse(data: bytes) -> Filed | None:
    """What is read has the form of a text, in both views."""
    try:
        filed = read_word(data, "kaz.docx", "en")
    except CannotRead as refused:
        assert str(refused).startswith("kaz.docx")
        return None
    assert filed.rejected is not None
    for text in (filed.text, filed.rejected):
        assert read_version(written(text)) == text
    return filed


def mutated_bytes(seed: int) -> bytes:
    """A file some of whose bytes were changed, cut out, doubled or put elsewhere."""
    chance = random.Random(seed)
    data = bytearray(zipped(rich()) if chance.random() < 0.8 else chance.choice(corpus(3)))
    for _at in range(chance.randint(1, 8)):
        start = chance.randrange(len(data))
        end = min(start + chance.randint(1, 64), len(data))
        what = chance.random()
        if what < 0.5:
            data[start] = chance.randrange(256)
        elif what < 0.65:
            del data[start:end]
        elif what < 0.8:
            data[start:start] = data[start:end]
        else:
            data[start:end] = bytes(chance.choices((0, 255, 80, 75, 1, 2), k=end - start))
    return bytes(data)


def mutated_xml(seed: int) -> bytes:
    """A file one of whose parts has elements renamed, doubled, taken out or nested otherwise, and other values."""
    chance = random.Random(seed)
    entries = dict(rich())
    name = chance.choice([*entries, "word/document.xml", "word/document.xml", "word/document.xml"])
    for _at in range(chance.randint(1, 6)):
        if not (_TAG.search(entries[name]) and _VALUE.search(entries[name])):
            break
        entries[name] = chance.choice((_value, _renamed, _doubled, _swapped, _taken_out))(
            entries[name], chance
        )
    return zipped(entries)


def _value(text: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(_VALUE.finditer(text)))
    return text[: found.start()] + chance.choice(VALUES) + text[found.end() :]


def _renamed(text: bytes, chance: random.Random) -> bytes:
    names = sorted(set(_NAME.findall(text))) or [b"Override"]
    old, new = (
        chance.choice(names),
        chance.choice([*names, b"w:ins", b"w:del", b"w:tc", b"w:sdt", b"w:p", b"m:t"]),
    )
    return re.sub(re.escape(old) + rb"\b", new, text)


def _doubled(text: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.choices(list(_TAG.finditer(text)), k=2), key=lambda found: found.start())
    return text[: second.end()] + text[first.start() : second.end()] + text[second.end() :]


def _swapped(text: bytes, chance: random.Random) -> bytes:
    names = sorted(set(_NAME.findall(text))) or [b"Override"]
    first, second = chance.choice(names), chance.choice(names)
    return text.replace(first, b"\0").replace(second, first).replace(b"\0", second)


def _taken_out(text: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(_TAG.finditer(text)))
    return text[: found.start()] + text[found.end() :]


@NORMAL
@given(st.integers(0, 2**32))
def test_a_file_with_other_bytes_is_read_or_refused(seed: int) -> None:
    read_or_refuse(mutated_bytes(seed))


@NORMAL
@given(st.integers(0, 2**32))
def test_a_file_with_other_xml_is_read_or_refused(seed: int) -> None:
    read_or_refuse(mutated_xml(seed))


@NORMAL
@given(st.binary(max_size=400))
@example(b"PK")
@example(b"PK\x05\x06" + bytes(18))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert read_or_refuse(data) is None


@pytest.mark.long
@LONG
@given(st.integers(0, 2**32))
def test_many_files_with_other_bytes_are_read_or_refused(seed: int) -> None:
    read_or_refuse(mutated_bytes(seed))


@pytest.mark.long
@LONG
@given(st.integers(0, 2**32))
def test_many_files_with_other_xml_are_read_or_refused(seed: int) -> None:
    read_or_refuse(mutated_xml(seed))


def test_the_file_that_is_changed_here_is_read_whole() -> None:
    filed = read_or_refuse(zipped(rich()))
    assert filed is not None
    assert [unit.text for unit in filed.text.units] == [
        "Declaration",
        "5. a ce⁅f1⁆",
        "mn",
        "g",
        "h",
        "ij",
        "lf•",
        "box",
    ]
