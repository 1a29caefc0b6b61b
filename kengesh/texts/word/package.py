"""Opening a Word file without trust: the archive, its entries, and the bytes of one entry, within limits.

A Word file is a zip archive made by a stranger. Before a byte of it is unpacked, its directory is judged: how many
entries, how large they say that they are and how much they would swell, whether they overlap, what they are called,
whether they are encrypted. An entry is then unpacked piece by piece, never further than it said. Only the entries that
have words are unpacked at all; pictures and files within the file are left alone, whatever they hold.

Every refusal is :class:`CannotRead` with a sentence that says why and what to do. What the XML in an entry may hold is
the subject of ``markup``, and what the parts say of each other that of ``relations``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from struct import error as StructError
from struct import unpack_from
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.word.foreign import another_archive, not_an_archive

LARGEST_FILE = 64 << 20  # bytes; a file of 300 pages without pictures has about one million
MOST_ENTRIES = 5_000  # Word makes about twenty, and one for each picture
LARGEST_PART = 64 << 20  # bytes of one part with words; the text of 300 pages has about ten million
LARGEST_WHOLE = 512 << 20  # bytes of all entries, by their own word
STEEPEST = 250  # times; Word's XML shrinks ten- to fiftyfold, a bomb about a thousandfold
STEEP_FROM = 4 << 20  # bytes: what is smaller may be as repetitive as it likes
PIECE = 1 << 16  # bytes unpacked at once

_ENTRY = b"PK\x01\x02"  # begins each entry of the directory
_LOCAL, _LOCAL_SIZE = b"PK\x03\x04", 30
_ENCRYPTED = 0x1
_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    StructError,
    ValueError,
    OverflowError,
    NotImplementedError,
    OSError,
)


class Package:
    """An archive whose directory has been judged; its parts are unpacked when asked for."""

    def __init__(self, archive: ZipFile, file_name: str) -> None:
        self._archive = archive
        self._entries = {entry.filename: entry for entry in archive.infolist()}
        self.file_name = file_name
        self.held = 0  # bytes that the parts take which were read as a whole

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in the order of the directory."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        """Say whether the archive has an entry of this name."""
        return name in self._entries

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of an entry piece by piece. Raises CannotRead if it is too large, broken or not there."""
        entry = self._entries.get(name)
        if entry is None:
            says = _("{file}: the part {part} is missing; the file is damaged. Save it again in Word.")
            raise CannotRead(says.format(file=self.file_name, part=name))
        if entry.file_size > LARGEST_PART:
            says = _("{file}: the part {part} is larger than {most} MB. Split the text into smaller files.")
            raise CannotRead(says.format(file=self.file_name, part=name, most=LARGEST_PART >> 20))
        try:
            with self._archive.open(entry) as stream:
                while piece := stream.read(PIECE):
                    yield piece
        except (*_BROKEN, RuntimeError) as error:
            raise _damaged(self.file_name, name) from error


def open_package(data: bytes, file_name: str) -> Package:
    """Return the archive in these bytes, judged. Raises CannotRead with a sentence that says why it is refused."""
    if len(data) > LARGEST_FILE:
        says = _("{file} is larger than {most} MB. Take the pictures out of it, or split it.")
        raise CannotRead(says.format(file=file_name, most=LARGEST_FILE >> 20))
    if not data.startswith(b"PK"):
        raise CannotRead(not_an_archive(data).format(file=file_name))
    if data.count(_ENTRY) > MOST_ENTRIES:  # asked of the bytes: to list millions of entries takes seconds
        raise CannotRead(_too_many(file_name))
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
    except _BROKEN as error:
        says = _(
            "{file}: the file is cut short or damaged: its directory cannot be read. Save it again and send it whole."
        )
        raise CannotRead(says.format(file=file_name)) from error
    _judge(entries, file_name)
    _refuse_overlaps(data, archive, file_name)
    if not any(name.endswith("document.xml") or name.startswith("word/") for name in archive.namelist()):
        raise CannotRead(another_archive(archive.namelist()).format(file=file_name))
    return Package(archive, file_name)


def _too_many(file_name: str) -> str:
    says = _(
        "{file} has more than {most} entries; no Word file has. It is not opened: send one that Word has saved."
    )
    return says.format(file=file_name, most=MOST_ENTRIES)


def _damaged(file_name: str, part: str) -> CannotRead:
    says = _(
        "{file}: the part {part} is cut short or damaged. Save the file again in Word and send it whole."
    )
    return CannotRead(says.format(file=file_name, part=part))


def _judge(entries: list[ZipInfo], file_name: str) -> None:
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        says = _(
            "{file} would swell to more than {most} MB when unpacked. It is not opened: send one that Word has saved."
        )
        raise CannotRead(says.format(file=file_name, most=LARGEST_WHOLE >> 20))
    seen: set[str] = set()
    for entry in entries:
        why = _objection(entry, seen)
        if why:
            raise CannotRead(why.format(file=file_name, part=entry.orig_filename))
        seen.add(entry.filename.casefold())


def _objection(entry: ZipInfo, seen: set[str]) -> str:
    name = entry.orig_filename
    if entry.flag_bits & _ENCRYPTED:
        return _("{file}: the part {part} is encrypted. Save the file in Word without a password.")
    if "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
        return _(
            "{file} has an entry named {part}, which points outside it. It is not opened: send one that Word has saved."
        )
    if entry.filename.casefold() in seen:
        return _("{file} has two entries named {part}. It is not opened: send one that Word has saved.")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return _(
            "{file}: the part {part} is packed in a way that Word does not use. Send a file that Word has saved."
        )
    if entry.file_size > STEEP_FROM and entry.file_size > STEEPEST * entry.compress_size:
        return _(
            "{file}: the part {part} would swell beyond reason when unpacked. It is not opened: send one that Word has saved."
        )
    return ""


def _refuse_overlaps(data: bytes, archive: ZipFile, file_name: str) -> None:
    spans = sorted(_span(data, entry, file_name) for entry in archive.infolist())
    if spans:
        spans.append((archive.start_dir, len(data), ""))
    for (_start, end, _name), (start, _end, name) in pairwise(spans):
        if end > start:
            says = _(
                "{file}: entries of the archive overlap ({part}). It is not opened: send one that Word has saved."
            )
            raise CannotRead(says.format(file=file_name, part=name or _name))


def _span(data: bytes, entry: ZipInfo, file_name: str) -> tuple[int, int, str]:
    start = entry.header_offset
    if start < 0 or start + _LOCAL_SIZE > len(data) or data[start : start + 4] != _LOCAL:
        raise _damaged(file_name, entry.orig_filename)
    name_size, extra_size = unpack_from("<HH", data, start + 26)
    return start, start + _LOCAL_SIZE + name_size + extra_size + entry.compress_size, entry.orig_filename
