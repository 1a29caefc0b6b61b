"""The nine languages: their names, alphabets and order, their capital letters, and the folding that search uses.

English, Turkish, Russian, Azerbaijani, Kazakh (Cyrillic), Kyrgyz, Tajik, Turkmen (Latin) and Uzbek (Latin). Codes are
those of ISO 639-1. :func:`lower`, :func:`sort_key` follow one language; :func:`fold` forgets the language on purpose.
"""

from __future__ import annotations

LANGUAGES = ("en", "tr", "ru", "az", "kk", "ky", "tg", "tk", "uz")


def sort_key(text: str, language: str) -> tuple[str, ...]:
    return (text.casefold(),)
