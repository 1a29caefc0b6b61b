"""What a file or folder that is named on the command line holds: a file, a rolling text, a version, or a text's folder."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from kengesh.terms.messages import N_, _
from kengesh.texts.folder import TextFolder, open_folder, version
from kengesh.texts.folder_description import DESCRIPTION, Version
from kengesh.texts.reading.by_ending import LARGEST, read_file
from kengesh.texts.reading.filed import CannotRead, Filed
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import NotAText, Text
from kengesh.texts.word.own_rolling import is_rolling_document
from kengesh.texts.writing.tree import TEXT_FORMAT, NotARollingText, read_text_json, read_tree

STATES_ITS_LANGUAGE = (".text", ".json")
_NEEDED_AS_JSON = N_(
    "{file}: a rolling text is needed, in the .json file that “kengesh text compile -o” writes."
)
BEGINNING = 200  # bytes of a .json file, in which its format stands


class Opened(Struct, frozen=True):
    """What was opened. `filed` has a text in every case: of a rolling text it is the base, of a folder the last version."""

    path: Path
    filed: Filed
    rolling: RollingText | None = None
    folder: TextFolder | None = None

    @property
    def text(self) -> Text:
        """The text."""
        return self.filed.text


def opened(path: Path, language: str | None = None) -> Opened:
    """Open whatever is named. Raises CannotRead, NotATextFolder, VersionRefused, NotARollingText, NotAText."""
    if path.is_dir():
        return _opened_folder(path, language)
    if path.suffix.lower() == ".json":
        return _opened_json(path)
    stated = path.suffix.lower() in STATES_ITS_LANGUAGE
    return Opened(path, read_file(path, None if stated else language))


def opened_text(path: Path, language: str | None = None) -> Opened:
    """Open what must have a text. Raises CannotRead for a file of acts or a rolling text in Word, and as :func:`opened` does."""
    found = with_text(opened(path, language))
    if is_rolling_word(path):
        raise CannotRead(_(_NEEDED_AS_JSON).format(file=path))
    return found


def with_text(found: Opened) -> Opened:
    """Return what was opened, if it has a text. Raises CannotRead."""
    if not found.text.units:
        says = _("{file}: there is no text in it; name the file of a text.")
        raise CannotRead(says.format(file=found.path))
    return found


def is_rolling_word(path: Path) -> bool:
    """Say whether this is the Word file of a rolling text, whose brackets would be read as words. Raises CannotRead."""
    return path.suffix.lower() == ".docx" and is_rolling_document(read_bytes_of(path), path.name)


def opened_rolling(path: Path) -> RollingText:
    """Return the rolling text of a file. Raises CannotRead where it has none, NotARollingText."""
    found = opened(path) if path.suffix.lower() == ".json" else None
    if found is None or found.rolling is None:
        raise CannotRead(_(_NEEDED_AS_JSON).format(file=path))
    return found.rolling


def last_version(folder: TextFolder, language: str | None) -> Version:
    """Return the last version of a folder in a language, else in that of the negotiations. Raises CannotRead."""
    wanted = language or folder.about.negotiating_language
    there = [one for one in folder.about.versions if one.language == wanted]
    if not there:
        says = _("{folder}: there is no version in the language {language}; there are {versions}.")
        raise CannotRead(
            says.format(folder=folder.path, language=wanted, versions=_listed(folder.about.versions))
        )
    return there[-1]


def _listed(versions: Sequence[Version]) -> str:
    return ", ".join(f"{one.number} {one.language}" for one in versions) or "—"


def _opened_folder(path: Path, language: str | None) -> Opened:
    if not (path / DESCRIPTION).exists():
        says = _("{folder}: this is a folder, and not the folder of a text; it has no file {file}.")
        raise CannotRead(says.format(folder=path, file=DESCRIPTION))
    folder = open_folder(path)
    last = last_version(folder, language)
    text = version(folder, last.number, last.language)
    return Opened(path, Filed(text=text, digest=last.hash, file_name=last.file_name), folder=folder)


def _opened_json(path: Path) -> Opened:
    data = read_bytes_of(path)
    try:
        rolling = read_tree(data) if _says_it_is_rolling(data) else None
        text = rolling.base if rolling is not None else read_text_json(data)
    except (NotARollingText, NotAText) as error:
        raise type(error)(_("{file}: {says}").format(file=path, says=error)) from None
    return Opened(path, Filed(text=text, digest=sha256(data).hexdigest(), file_name=path.name), rolling)


def read_bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises CannotRead where it is not there, or too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        says = _("{file}: the file cannot be read: {reason}.")
        raise CannotRead(says.format(file=path, reason=error.strerror or error)) from None
    if len(data) > LARGEST:
        raise CannotRead(_("{file}: the file has more than {most} MB.").format(file=path, most=LARGEST >> 20))
    return data


def _says_it_is_rolling(data: bytes) -> bool:
    """Say whether a JSON file is to be read as a rolling text: all are but those that say that they are a version."""
    return TEXT_FORMAT.encode() not in data[:BEGINNING]
