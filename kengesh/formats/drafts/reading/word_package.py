"""The parts of a .docx: a zip archive, opened with limits, its XML read without entities and without a network."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from kengesh.formats.drafts.reading.told import CannotRead
from kengesh.terms.messages import _

MOST_FILES = 5_000
LARGEST_PART = 64 << 20  # bytes: the text of a long book has some ten million
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Package:
    """A .docx opened for reading. Raises CannotRead for what is no such file, or could be meant to do harm."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            says = _(
                "{file}: this is an old .doc, or a file under a password; save it in Word as .docx without one."
            )
            raise CannotRead(says.format(file=name))
        try:
            self.zip = ZipFile(BytesIO(data))
        except BadZipFile as error:
            says = _("{file}: the file is broken or no Word document; open it in Word and save it again.")
            raise CannotRead(says.format(file=name)) from error
        if len(self.zip.infolist()) > MOST_FILES:
            says = _("{file}: there are more than {most} files in it; that is no paper.")
            raise CannotRead(says.format(file=name, most=MOST_FILES))

    def xml(self, part: str) -> etree._Element | None:
        """Return a part's root, None where the file has no such part."""
        try:
            info = self.zip.getinfo(part)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise CannotRead(_("{file}: the file is under a password.").format(file=self.name))
        try:
            with self.zip.open(info) as file:
                data = file.read(LARGEST_PART + 1)
            if len(data) > LARGEST_PART:
                says = _("{file}: its part {part} is larger than {most} bytes when unpacked.")
                raise CannotRead(says.format(file=self.name, part=part, most=LARGEST_PART))
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            return etree.fromstring(data, parser)
        except (
            BadZipFile,
            OSError,
            EOFError,
            NotImplementedError,
            zlib.error,
            etree.XMLSyntaxError,
        ) as error:
            says = _("{file}: its part {part} is broken; open the file in Word and save it again.")
            raise CannotRead(says.format(file=self.name, part=part)) from error

    def addresses(self, part: str) -> dict[str, str]:
        """Return the addresses outside the file to which a part links, by the link's id."""
        folder, _slash, file = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels")
        if root is None:
            return {}
        return {
            str(one.get("Id")): str(one.get("Target")) for one in root if one.get("TargetMode") == "External"
        }
