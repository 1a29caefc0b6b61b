"""Any file that a delegation may file, read by its ending: Word, Markdown, plain text, a version, a file of acts.

A file whose content is not what its ending says is refused with what it seems to be, and so are formats that are not
read, each with what to do about it.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePath

from kengesh.terms.messages import N_, _
from kengesh.texts.reading.acts_file import read_acts
from kengesh.texts.reading.filed import CannotRead, Filed
from kengesh.texts.reading.markdown import read_markdown
from kengesh.texts.reading.plain import read_plain
from kengesh.texts.units import NotAText, read_version
from kengesh.texts.word.reading import read_word

LARGEST = 64 << 20  # bytes: what the largest reader takes

NOT_READ = {
    ".doc": N_("{file}: a .doc is Word's format from before 2007; open it in Word and save it as .docx."),
    ".docm": N_("{file}: a .docm may hold macros and is not opened; save it in Word as .docx."),
    ".dotm": N_("{file}: a .dotm is a template with macros and is not opened; save it in Word as .docx."),
    ".dotx": N_("{file}: a .dotx is a template; save it in Word as .docx."),
    ".odt": N_("{file}: an OpenDocument text is not read yet; save it as .docx (“Save as”, Word 2007-365)."),
    ".pdf": N_(
        "{file}: a PDF shows pages and has no paragraphs to compare; ask for the .docx it was made from."
    ),
    ".rtf": N_("{file}: a .rtf is not read; open it in Word and save it as .docx."),
}
_SIGNS = (  # how formats begin, and what the file seems to be
    (
        b"PK\x03\x04",
        N_("{file}: this is a zip archive, as .docx files are; if it is from Word, name it .docx."),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        N_("{file}: this is a .doc, or a file under a password; save it in Word as .docx without one."),
    ),
    (b"%PDF", NOT_READ[".pdf"]),
    (b"{\\rtf", NOT_READ[".rtf"]),
)
_ZIP = b"PK\x03\x04"


def read_file(path: Path, language: str | None = None) -> Filed:
    """Return what a file says. Raises CannotRead; `language` is the language of the text, guessed where it is None."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise CannotRead(_("{file}: there is no such file.").format(file=path)) from None
    except IsADirectoryError:
        raise CannotRead(_("{file}: this is a folder; name a file in it.").format(file=path)) from None
    except OSError as error:
        says = _("{file}: the file cannot be read: {reason}.")
        raise CannotRead(says.format(file=path, reason=error.strerror or error)) from None
    return read_bytes(data, path.name, language)


def read_bytes(data: bytes, name: str, language: str | None = None) -> Filed:
    """Return what the bytes of a file of this name say. Raises CannotRead."""
    if len(data) > LARGEST:
        raise CannotRead(_("{file}: the file has more than {most} MB.").format(file=name, most=LARGEST >> 20))
    ending = PurePath(name).suffix.lower()
    if ending in NOT_READ:
        raise CannotRead(_(NOT_READ[ending]).format(file=name))
    if ending not in READERS:
        says = _("{file}: the ending “{ending}” is none that is read; read are {endings}.")
        raise CannotRead(says.format(file=name, ending=ending, endings=", ".join(READERS)))
    _refuse_another_format(data, name, ending)
    return READERS[ending](data, name, language)


def _refuse_another_format(data: bytes, name: str, ending: str) -> None:
    for sign, says in _SIGNS:
        if data.startswith(sign) and not (ending == ".docx" and sign == _ZIP):
            raise CannotRead(_(says).format(file=name))
    if ending == ".docx" and not data.startswith(b"PK"):
        raise CannotRead(
            _("{file}: this is no Word file, though it is named .docx; save it from Word.").format(file=name)
        )


def _read_version(data: bytes, name: str, language: str | None) -> Filed:
    try:
        text = read_version(data)
    except NotAText as error:
        raise CannotRead(_("{file}: {says}").format(file=name, says=error)) from None
    if language not in (None, text.language):
        says = _("{file}: the version is in the language {stated}, not {asked}.")
        raise CannotRead(says.format(file=name, stated=text.language, asked=language))
    return Filed(text=text, digest=sha256(data).hexdigest(), file_name=name)


READERS: dict[str, Callable[[bytes, str, str | None], Filed]] = {
    ".docx": read_word,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_plain,
    ".text": _read_version,
    ".yaml": read_acts,
    ".yml": read_acts,
}
