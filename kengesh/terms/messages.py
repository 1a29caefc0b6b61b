"""The sentences that people read, in the language they chose.

Every user-facing sentence passes through :func:`_`, :func:`ngettext` or :func:`pgettext`: whole sentences with named
placeholders, filled in after the translation::

    _("{file}: line {line}: the field {name} stands twice.").format(file=file, line=line, name=name)

A word that stands in a table and is translated where it is shown is marked there with :func:`N_`, so that it is found
when the catalogues are made.

There is one gettext domain, ``kengesh``; its catalogues are ``kengesh/locale/<language>/LC_MESSAGES/kengesh.mo``, read
through the package's loader (so from an installed wheel as well) when a sentence is first asked for in that language.
English is the language of the source: it has no catalogue. A language without a catalogue, and a sentence that a
catalogue lacks, come out in English.

The choice of language belongs to the running context (:mod:`contextvars`): two requests of a server that run side by
side do not change each other's language.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from errno import ENOENT
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from kengesh.terms.languages import LANGUAGES

DOMAIN = "kengesh"
SOURCE_LANGUAGE = "en"

_language: ContextVar[str] = ContextVar("kengesh_language", default=SOURCE_LANGUAGE)


def use_language(code: str) -> None:
    """Speak this language from here on, in the running context. Raises ValueError if it is not one of ours."""
    if code not in LANGUAGES:
        says = _("{code} is not a language of the interface; choose one of {languages}.")
        raise ValueError(says.format(code=code, languages=", ".join(LANGUAGES)))
    _language.set(code)


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Speak this language inside a ``with`` block, then the earlier one again. Raises ValueError as above."""
    before = _language.get()
    use_language(code)
    try:
        yield
    finally:
        _language.set(before)


def language_in_use() -> str:
    """Return the code of the language that sentences come out in."""
    return _language.get()


def gettext(message: str) -> str:
    """Return a sentence in the language in use."""
    return _catalogue(_language.get()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form of a sentence that goes with the number `n`; both forms carry the number themselves."""
    return _catalogue(_language.get()).ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """Return a sentence or word whose translation depends on the context named."""
    return _catalogue(_language.get()).pgettext(context, message)


def N_(message: str) -> str:  # the name that extraction tools know
    """Mark a sentence or word of a table for translation where it is shown; returned as it is."""
    return message


_ = gettext


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    try:
        data = pkgutil.get_data("kengesh", f"locale/{language}/LC_MESSAGES/{DOMAIN}.mo")
    except OSError as error:
        if error.errno not in (ENOENT, 0):  # 0: not in the archive, where the package is imported from one
            raise
        return NullTranslations()
    return NullTranslations() if data is None else GNUTranslations(BytesIO(data))
