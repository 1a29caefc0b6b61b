"""The languages of words in a Word file: a spelling checker, a reader aloud and a hyphenator go by them."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

# Word knows a language by its region or its script; what is not here goes by its own code.
TAGS = {
    "en": "en-GB",
    "tr": "tr-TR",
    "ru": "ru-RU",
    "az": "az-Latn-AZ",
    "kk": "kk-KZ",
    "ky": "ky-KG",
    "tg": "tg-Cyrl-TJ",
    "tk": "tk-TM",
    "uz": "uz-Latn-UZ",
    "de": "de-DE",
    "fa": "fa-IR",
    "ar": "ar-SA",
}
FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ps", "ur"})
FROM_THE_EAST = frozenset({"zh", "ja", "ko"})


def tag_of(language: str) -> str:
    """Return the tag of a language as Word writes it."""
    return TAGS.get(language, language)


def language_attribute(language: str) -> str:
    """Return which attribute of a run's language holds this one: Word keeps three, by kind of script."""
    return qn(
        "w:bidi" if language in FROM_THE_RIGHT else "w:eastAsia" if language in FROM_THE_EAST else "w:val"
    )


def set_language(document: Document, language: str) -> None:
    """Set the language of the whole document, for all words that are not marked with another."""
    for lang in document.styles.element.iter(qn("w:lang")):
        _set(lang, tag_of(language))


def _set(lang: BaseOxmlElement, tag: str) -> None:
    lang.set(qn("w:val"), tag)
    lang.set(qn("w:eastAsia"), tag)
