"""One text in one folder, so that it can be read, compared with ``diff`` and put in an archive.

``text.toml`` says what the text is and which versions there are; each version is a file of its own (``units``), and its
name has the number, the language and the beginning of its hash::

    joint-network/
      text.toml
      versions/
        1.en.4f8a0c2b91de.text
        1.ru.77b1e0c4a5d2.text
        2.en.0b6d3f9e8c17.text

    format = "kengesh-text-folder/1"
    id = "joint-network"
    title = "Declaration on a joint logistics network"
    profile = "mea"
    negotiating_language = "en"
    authentic_languages = ["en", "ru"]
    prevailing_language = ""
    courtesy_languages = ["tr"]

    [[versions]]
    number = 1
    language = "en"
    hash = "4f8a0c2b91de..."
    parent = ""
    at = "2026-10-05T09:00:00Z"
    remark = "zero draft"

A version is never written over. A file is written beside its place, brought to the disk and renamed, and ``text.toml``
last: whenever the machine stops, the folder opens again, with the version or without it. Opening checks every file against
its hash. A file that ``text.toml`` does not know is told and left alone. One writer at a time: a folder that somebody else
has changed since it was opened is refused, but no lock is held between the look and the writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _
from kengesh.texts.folder_description import (
    DESCRIPTION,
    VERSIONS,
    Description,
    NotATextFolder,
    Version,
    checked_languages,
    described,
)
from kengesh.texts.folder_files import put, toml_of
from kengesh.texts.units import Text, read_version, written


class TextFolder(Struct, frozen=True):
    """A text's folder as it was when it was opened. `unknown` are files in it that ``text.toml`` does not name."""

    path: Path
    about: Description
    unknown: tuple[str, ...] = ()


class Added(Struct, frozen=True):
    """What came of adding a version; `new` is false where the folder had the same bytes, and was left as it was."""

    folder: TextFolder
    version: Version
    new: bool


class VersionRefused(ValueError):
    """A version that cannot be added or is not there; says why and what to do."""


def create_folder(path: Path, about: Description) -> TextFolder:
    """Make the folder of a text without versions. Raises NotATextFolder if there is something at this place."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise NotATextFolder(
            _("{folder}: there is something here already; name a new folder.").format(folder=path)
        )
    checked_languages(path, about)
    (path / VERSIONS).mkdir(parents=True, exist_ok=True)
    _describe(path, structs.replace(about, versions=()))
    return open_folder(path)


def open_folder(path: Path) -> TextFolder:
    """Return the folder of a text after checking every file of it. Raises NotATextFolder with all that is wrong."""
    about = described(path)
    problems = list(_problems(path, about))
    if problems:
        raise NotATextFolder("\n".join(problems))
    known = {one.file_name for one in about.versions}
    held = sorted(one.name for one in (path / VERSIONS).iterdir()) if (path / VERSIONS).is_dir() else []
    beside = sorted(one.name for one in path.iterdir() if one.name not in (DESCRIPTION, VERSIONS))
    return TextFolder(path, about, (*beside, *(f"{VERSIONS}/{name}" for name in held if name not in known)))


def add_version(
    folder: TextFolder, text: Text, *, at: str, number: int = 0, parent: str = "", remark: str = ""
) -> Added:
    """Add a version; `at` is an instant in UTC. Without a number it is the next one.

    Raises VersionRefused where the parent is not there, the number is taken in this language by other words, or somebody
    changed the folder meanwhile. The same bytes are not added twice: the answer says that they were there.
    """
    about = described(folder.path)
    if about != folder.about:
        says = _("{folder}: the folder was changed since it was opened; open it again.")
        raise VersionRefused(says.format(folder=folder.path))
    already = next((one for one in about.versions if one.hash == text.hash), None)
    if already is not None:
        return Added(folder, already, False)
    new = _new_version(folder, text, at, number, parent, remark)
    file = folder.path / VERSIONS / new.file_name
    try:
        put(file, written(text))
    except FileExistsError:
        says = _("{file}: a file of this name is there and is not the version; take it away first.")
        raise VersionRefused(says.format(file=file)) from None
    _describe(folder.path, structs.replace(about, versions=_ordered((*about.versions, new))))
    return Added(open_folder(folder.path), new, True)


def version(folder: TextFolder, number: int, language: str) -> Text:
    """Return the text of a version. Raises VersionRefused if there is none, or its file is no longer what it was."""
    for one in folder.about.versions:
        if (one.number, one.language) == (number, language):
            path = folder.path / VERSIONS / one.file_name
            says = _problem(path, one)
            if says:
                raise VersionRefused(says)
            return read_version(path.read_bytes())
    says = _("{folder}: there is no version {number} in the language {language}; there are {versions}.")
    there = ", ".join(f"{one.number} {one.language}" for one in folder.about.versions) or "—"
    raise VersionRefused(says.format(folder=folder.path, number=number, language=language, versions=there))


def _new_version(folder: TextFolder, text: Text, at: str, number: int, parent: str, remark: str) -> Version:
    there = folder.about.versions
    if parent and parent not in {one.hash for one in there}:
        says = _("{folder}: the parent {hash} is not among the versions; add it first.")
        raise VersionRefused(says.format(folder=folder.path, hash=parent))
    number = number or max((one.number for one in there), default=0) + 1
    if any((one.number, one.language) == (number, text.language) for one in there):
        says = _(
            "{folder}: version {number} in the language {language} has other words; a version is never changed."
        )
        raise VersionRefused(says.format(folder=folder.path, number=number, language=text.language))
    said = {
        "number": number,
        "language": text.language,
        "hash": text.hash,
        "parent": parent,
        "at": at,
        "remark": remark,
    }
    try:
        return msgspec.convert(said, Version)
    except msgspec.ValidationError as error:
        says = _("{folder}: the version cannot be added: {problem}.")
        raise VersionRefused(says.format(folder=folder.path, problem=error)) from None


def _ordered(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda one: (one.number, LANGUAGES.index(one.language))))


def _problems(path: Path, about: Description) -> Iterator[str]:
    hashes = {one.hash for one in about.versions}
    for one in about.versions:
        if says := _problem(path / VERSIONS / one.file_name, one):
            yield says
        if one.parent and one.parent not in hashes:
            says = _("{file}: the parent {hash} of version {number} is not among the versions.")
            yield says.format(file=path / DESCRIPTION, hash=one.parent, number=one.number)


def _problem(path: Path, one: Version) -> str:
    """What is wrong with the file of a version; empty where nothing is."""
    try:
        found = sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return _("{file}: the file is missing; bring it back from a copy.").format(file=path)
    except OSError as error:
        return _("{file}: the file cannot be read: {problem}.").format(
            file=path, problem=error.strerror or error
        )
    if found == one.hash:
        return ""
    says = _(
        "{file}: the file differs from its version: its SHA-256 is {found} and must be {hash}; bring it back from a copy."
    )
    return says.format(file=path, found=found, hash=one.hash)


def _describe(path: Path, about: Description) -> None:
    put(path / DESCRIPTION, toml_of(msgspec.to_builtins(about)).encode(), again=True)
