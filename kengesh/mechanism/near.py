"""What a word that is no id of the record may have meant, and of what type a thing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kengesh.mechanism.view import View
from kengesh.terms.folding import fold
from kengesh.terms.identifiers import LONGEST_SLUG
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.states import state_codes, state_name

MOST = 4
SHORTEST_PART = 3  # letters: a shorter word stands inside too many others
ALIKE = 0.7
MOST_COMPARED = 5_000  # spellings: comparing takes some 20 us each


def types_of(view: View, thing: str) -> set[str]:
    """Return the types of a thing as the record names it; none where it does not say."""
    if thing in state_codes():
        return {"party"}
    named = {act.get("type") for act in view.acts("name", thing) if act.get("thing") == thing}
    return named | ({"source"} if view.source(thing) else set())


def near(view: View, word: str, types: tuple[str, ...]) -> list[str]:
    """Return the ids that a word comes near, by themselves or by a name in any language, the nearest first.

    What is known to be of another type than `types` is left out.
    """
    spellings = view.once(("spellings", types), lambda: _folded(view, types))
    wanted = fold(word[:LONGEST_SLUG])
    found = [wanted] if wanted in spellings else []
    found += get_close_matches(wanted, _alike_in_length(wanted, spellings), MOST, ALIKE)
    if len(wanted) >= SHORTEST_PART:
        found += sorted((one for one in spellings if wanted in one), key=len)
    return list(dict.fromkeys(thing for one in found for thing in spellings[one]))[:MOST]


def _folded(view: View, types: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for thing, spelling in _spellings(view, types):
        found.setdefault(fold(spelling), []).append(thing)
    return found


def _alike_in_length(wanted: str, spellings: Iterable[str]) -> list[str]:
    """Return the spellings that could be close enough; of a great many, those that begin with the same letter."""
    most = len(wanted) / ALIKE + 1  # two texts of lengths a < b are alike by 2a / (a + b) at the most
    near_by = [one for one in spellings if len(wanted) * ALIKE / 2 < len(one) < most * 2]
    return (
        near_by
        if len(near_by) <= MOST_COMPARED
        else [one for one in near_by if one[:1] == wanted[:1]][:MOST_COMPARED]
    )


def _spellings(view: View, types: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield ids, each with itself and with its names."""
    for act in view.of_kind("name"):
        if not types or act.get("type") in types:
            texts = [*act.get("names").values(), *(act.get("short") or {}).values()]
            yield from ((act.get("thing"), text["text"]) for text in texts)
    for thing in sorted({thing for index in view.state.by_thing for thing in index}):
        known = types_of(view, thing) if types else set()
        if known & set(types) or (
            not known and (not types or types[0] == "meeting")
        ):  # few meetings have a name
            yield thing, thing
        if "party" in types and thing in state_codes():
            yield from ((thing, state_name(thing, language)) for language in LANGUAGES)
