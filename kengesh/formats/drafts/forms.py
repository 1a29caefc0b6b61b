"""What a sentence does, by its words: something done, a plan, a judgement, a possibility; and what in it can be looked up.

Only words are judged, never what they claim. A sentence that weighs is a judgement, even where it also names a fact; what the
author says may be is a possibility; where nothing shows another form, it is a statement. Words inside quotation marks are somebody
else's and do not count. The word lists, with their reasons, are ``form_words``.
"""

from __future__ import annotations

import re
from functools import cache

from kengesh.formats.drafts.form_words import FORM_WORDS
from kengesh.formats.drafts.languages import LANGUAGES, lowered
from kengesh.formats.drafts.values import Form

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"")

# "It can be said that" is a judgement though its verb is one of possibility; "thus it may" is a possibility.
_IN_ORDER = (("weighing", Form.JUDGEMENT), ("possibility", Form.POSSIBILITY), ("judgement", Form.JUDGEMENT))


def form_of(sentence: str, language: str) -> Form:
    """Return the form of a sentence."""
    small = lowered(_own(sentence), language)
    for sort, form in _IN_ORDER:
        if _pattern(language, sort).search(small):
            return form
    if _pattern(language, "plan").search(small) and not _pattern(language, "done").search(small):
        return Form.PLAN
    return Form.STATEMENT


def act_done(sentence: str, language: str) -> str | None:
    """Return the words of a sentence that say that an act took place, None where none do."""
    return _found(_own(sentence), language, "done")


def acts_completed(sentence: str, language: str) -> tuple[str, ...]:
    """Return the words of acts that are complete in themselves: adopted, held; not proposed or announced, which point ahead."""
    small = lowered(_own(sentence), language)
    found = [match.span() for match in _pattern(language, "done").finditer(small)]
    speaking = _pattern(language, "speaking")
    return tuple(
        sentence[start:end].strip(" ,") for start, end in found if not speaking.search(small[start:end])
    )


def looks_ahead(sentence: str, language: str) -> bool:
    """Whether a sentence speaks of what is yet to come at its time: announced, decided, would be held."""
    small = lowered(_own(sentence), language)
    return any(_pattern(language, sort).search(small) for sort in ("speaking", "plan", "ahead"))


def status_said(sentence: str, language: str) -> str | None:
    """Return the words that say what somebody is in a body."""
    return _found(_own(sentence), language, "status")


def number_said(sentence: str, language: str) -> str | None:
    """Return a count in words or figures; years and figures inside names do not count."""
    if word := _found(_own(sentence), language, "number"):
        return word
    figure = re.search(r"(?<![\w./-])\d{1,3}(?:[.,\s]\d{3})*(?:[.,]\d+)?\s?%?(?![\w./-])", _own(sentence))
    return figure[0] if figure else None


def plan_announced(title: str) -> str | None:
    """Return the words of a title that announce what is yet to come, in whichever language the title is."""
    for language in LANGUAGES:
        if word := _found(title, language, "announcing"):
            return word
    return None


def _own(sentence: str) -> str:
    """Return a sentence with what it quotes blotted out, letter for letter."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), sentence)


def _found(text: str, language: str, sort: str) -> str | None:
    found = _pattern(language, sort).search(lowered(text, language))
    return text[found.start() : found.end()].strip(" ,") if found else None


@cache
def _pattern(language: str, sort: str) -> re.Pattern[str]:
    words: str = getattr(FORM_WORDS[language], sort)
    return re.compile("|".join(one.replace("_", r"\s+") for one in words.split()))
