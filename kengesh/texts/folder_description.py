"""What ``text.toml`` says of a text in a folder: its languages and its versions (``folder``)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kengesh.terms.messages import _

FORMAT: Literal["kengesh-text-folder/1"] = "kengesh-text-folder/1"
DESCRIPTION, VERSIONS = "text.toml", "versions"
_HASH = r"^[0-9a-f]{64}$"
_HASH_OR_NOTHING = r"^(?:[0-9a-f]{64})?$"
_INSTANT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"
_ID = r"^[a-z0-9][a-z0-9.-]*$"

Language = Literal["en", "tr", "ru", "az", "kk", "ky", "tg", "tk", "uz"]


class Version(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of the text in one language; its hash is its name, `number` counts the versions of the text."""

    number: Annotated[int, Meta(ge=1)]
    language: Language
    hash: Annotated[str, Meta(pattern=_HASH)]
    parent: Annotated[str, Meta(pattern=_HASH_OR_NOTHING)] = ""
    at: Annotated[str, Meta(pattern=_INSTANT)]
    remark: str = ""

    @property
    def file_name(self) -> str:
        """The name of its file in ``versions``."""
        return f"{self.number}.{self.language}.{self.hash[:12]}.text"


class Description(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``text.toml`` says."""

    format: Literal["kengesh-text-folder/1"] = FORMAT
    id: Annotated[str, Meta(pattern=_ID)]
    title: str
    profile: Literal["mea", "un-manual", "itu"] = "mea"
    negotiating_language: Language
    authentic_languages: tuple[Language, ...]
    prevailing_language: Language | Literal[""] = ""
    courtesy_languages: tuple[Language, ...] = ()
    versions: tuple[Version, ...] = ()


class NotATextFolder(ValueError):
    """A folder that is none of a text, or whose files are not what ``text.toml`` says; names each file and what to do."""


def described(path: Path) -> Description:
    """Return what the description in a folder says. Raises NotATextFolder."""
    file = path / DESCRIPTION
    try:
        about = msgspec.convert(tomllib.loads(file.read_text("utf-8")), Description)
    except FileNotFoundError:
        says = _("{folder}: this is not the folder of a text; it has no file {file}.")
        raise NotATextFolder(says.format(folder=path, file=DESCRIPTION)) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        says = _("{file}: the file cannot be read: {problem}.")
        raise NotATextFolder(says.format(file=file, problem=error)) from None
    checked_languages(path, about)
    return about


def checked_languages(path: Path, about: Description) -> None:
    """Raise NotATextFolder where the languages or the versions contradict each other."""
    authentic = about.authentic_languages
    if about.prevailing_language and about.prevailing_language not in authentic:
        says = _("{folder}: the prevailing language {language} is not among the authentic ones.")
        raise NotATextFolder(says.format(folder=path, language=about.prevailing_language))
    if both := sorted(set(authentic) & set(about.courtesy_languages)):
        says = _("{folder}: {languages} cannot be both authentic and a courtesy.")
        raise NotATextFolder(says.format(folder=path, languages=", ".join(both)))
    places = [(one.number, one.language) for one in about.versions]
    if len(set(places)) != len(places):
        raise NotATextFolder(
            _("{folder}: a version stands twice in {file}.").format(folder=path, file=DESCRIPTION)
        )
