"""How preambular and operative paragraphs open and close in nine languages, read from ``data/openings.csv``.

A row is a language, a kind, where the words stand (``first`` or ``last``), and the words; ``*`` is any part of a word. A
row of the kind ``skip`` is an adverb that may stand before the first words ("Deeply concerned"); one of the kind
``speaker`` opens the line that says who speaks, which in some languages closes like a preambular paragraph. English and Russian open
with the participle or the verb; Turkish, Azerbaijani, Kazakh, Kyrgyz, Turkmen and Uzbek close with it; Tajik has both.

In the languages that close with a verb every sentence of a narrative does, so the operative verbs are a list of those by
which organs decide, not an ending.
"""

from __future__ import annotations

import re
from functools import cache

from kengesh.terms.languages import lower
from kengesh.texts.label_words import rows

OPENING_LANGUAGES = ("en", "ru", "tg")
CLOSING_LANGUAGES = ("tr", "az", "kk", "ky", "tk", "uz")
_NOTHING = r"(?!)"
_STRAIGHT = str.maketrans("ʻʼ‘’`´", "''''''")
_ENOUGH = 80  # letters at either end, in which the words are looked for


def opens_or_closes(kind: str, text: str, language: str) -> bool:
    """Say whether a paragraph opens or closes with the words of a kind: ``preambular``, ``operative``, ``speaker``."""
    first, last = _patterns(kind, language)
    plain = lower(text[:_ENOUGH], language).translate(_STRAIGHT)
    end = lower(text[-_ENOUGH:], language).translate(_STRAIGHT)
    return bool(first.match(plain) or last.search(end))


@cache
def _patterns(kind: str, language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    skipped = _words("skip", "first", language)
    first, last = _words(kind, "first", language), _words(kind, "last", language)
    return re.compile(rf"\W*(?:(?:{skipped})\W+)*(?:{first})(?!\w)"), re.compile(rf"(?<!\w)(?:{last})\W*$")


def _words(kind: str, place: str, language: str) -> str:
    wanted = (language, kind, place)
    found = [
        row["words"] for row in rows("openings.csv") if (row["language"], row["kind"], row["place"]) == wanted
    ]
    return (
        "|".join(re.escape(words.translate(_STRAIGHT)).replace(r"\*", r"\w*") for words in found) or _NOTHING
    )
