"""What the words of a note say of the work that it cites: authors, title, where it appeared, when, and its address.

The usual forms are read: ``Author, "Title", Place, 15 Kasım 2025, https://…``, the same with a title that holds a quotation, without an
author, with a day before the place, ``Author (2024). Title. Place.`` with a title in quotation marks, and in Russian
``Автор И. О. Заглавие // Журнал. 2024. № 3``. A day after "accessed" is no day of publication. A word in letters that no draft in these
three languages is written in is unreadable, and stays as it stands. Not done: works named by "ibid." and "a.g.e." are
not followed to the note that they mean, and a bibliography's keys are not resolved.
"""

from __future__ import annotations

import re
import unicodedata

from kengesh.formats.drafts.days import YEAR, days_in
from kengesh.formats.drafts.languages import LANGUAGES
from kengesh.formats.drafts.values import DayMention, Note

ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s*)[^\s<>\"“”«»]+", re.IGNORECASE)
_TITLE = re.compile(r"[“«„](?P<round>.+)[”»“]|\"(?P<straight>.+)\"(?=[\s,.;:)]|$)")
_ACCESSED = re.compile(
    r"[(\[,;.]?\s*(?:erişim(?:\s+tarihi)?|son erişim|accessed(?:\s+on)?|last accessed|retrieved|дата обращения)\b.*$",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(
    r"^(?P<who>(?:[А-ЯЁ][\w-]+ (?:[А-ЯЁ]\. ?){1,2},? ?)+)(?P<title>[^/]+?)\s*//\s*(?P<where>[^.]+)"
)
_YEAR_ALONE = re.compile(rf"(?<![\d/-])({YEAR})(?![\d-])")
_PARTS = re.compile(r"\s*(?:[,;]|\.(?=\s|$))\s*")
_EDGES = " \t,.;:()[]"
_AND = re.compile(r"\s*(?:;|,|&|\bve\b|\band\b|\bи\b)\s*")
KNOWN_LETTERS = ("LATIN", "CYRILLIC", "GREEK", "COMBINING", "MODIFIER", "MASCULINE", "FEMININE", "MICRO")


def read_note(number: str, text: str) -> Note:
    """Return what a note says; what it does not say is None."""
    text = " ".join(text.split())
    found = ADDRESS.search(text)
    address = found[0].rstrip(".,;)»”") if found else None
    rest = _ACCESSED.sub("", ADDRESS.sub(" ", text)).strip()
    authors, title, after = _parted(rest)
    day = _published(after) or (_published(rest.replace(title or "", " ")) if after != rest else None)
    return Note(
        number,
        text,
        authors,
        title,
        _container(after, day, authors) if title else None,
        day.when if day else None,
        address,
        unreadable_in(text),
    )


def unreadable_in(text: str) -> tuple[str, ...]:
    """Return the runs of words that no reader could make out: letters of other scripts, or signs put where a letter was lost."""
    found: list[list[str]] = []
    near = False
    for word in text.split():
        if any(_lost(sign) for sign in word):
            if near:
                found[-1].append(word)
            else:
                found.append([word])
            near = True
        else:
            near = False
    return tuple(" ".join(run).strip(",;.") for run in found)


def _lost(sign: str) -> bool:
    if sign.isascii():
        return False
    if sign == "\ufffd" or unicodedata.category(sign) in ("Co", "Cn", "Cc"):
        return True
    name = unicodedata.name(sign, "")
    letter = unicodedata.category(sign)[0] == "L" or unicodedata.category(sign) == "No"
    enclosed = "PARENTHESIZED" in name or "CIRCLED" in name
    return (letter and not name.startswith(KNOWN_LETTERS) and not name.startswith("SUPERSCRIPT")) and (
        enclosed or unicodedata.category(sign)[0] == "L"
    )


def _parted(text: str) -> tuple[tuple[str, ...], str | None, str]:
    """Return authors, title, and what stands after the title; without a title the whole stands after it."""
    if russian := _RUSSIAN.match(text):
        return _names(russian["who"]), russian["title"].strip(_EDGES), text[russian.start("where") :]
    if (found := _TITLE.search(text)) is None:
        return (), None, text
    title = (found["round"] or found["straight"]).strip(" ,")
    before = re.sub(rf"\(?\b{YEAR}[a-z]?\b\)?", "", text[: found.start()]).strip(_EDGES.replace(".", ""))
    year_before = _YEAR_ALONE.search(text[: found.start()])
    after = text[found.end() :] + (f" ({year_before[1]})" if year_before else "")
    return _names(before), title, after


def _names(before: str) -> tuple[str, ...]:
    """Return the authors; ``Doe, J.`` is one name, and words that introduce a note ("See") are none."""
    before = re.sub(r"^(?:see(?: also)?|bkz\.?|см\.?)[:,]?\s+", "", before, flags=re.IGNORECASE).strip(
        _EDGES.replace(".", "")
    )
    before = re.sub(r"(?<=\w\w)\.$", "", before)
    names: list[str] = []
    for name in _AND.split(before):
        if names and name and re.fullmatch(r"(?:\w\.[ -]?)+|\w", name):
            names[-1] += f", {name}"
        elif name:
            names.append(name)
    return tuple(names)


def _published(text: str) -> DayMention | None:
    """Return the most precise date that a text names, the first of its kind, in whichever of the languages."""
    found = [
        day for language in LANGUAGES for day in days_in(text, language) if day.when and "/" not in day.when
    ]
    if found:
        return max(found, key=lambda day: (len(day.when or ""), -day.start))
    year = _YEAR_ALONE.search(text)
    return DayMention(year[1], year[1], year.start(1), year.end(1)) if year else None


def _container(after: str, day: DayMention | None, authors: tuple[str, ...]) -> str | None:
    """Return the first part after the title that is neither a date nor figures."""
    if day is not None:
        after = after.replace(day.text, ",")
    for part in _PARTS.split(after):
        name = part.strip(_EDGES + '«»“”"')
        if re.search(r"[^\W\d_]{2}", name) and name not in authors and not unreadable_in(name):
            return re.sub(r"^in:?\s+", "", name)
    return None
