"""A word that is no id of the record: what to say of it, and which ids may have been meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kengesh.mechanism.names import name_of
from kengesh.mechanism.view import View
from kengesh.terms.folding import fold
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import N_, _
from kengesh.terms.states import state_codes, state_name

MOST = 4
SHORTEST_PART = 3  # letters: a shorter word stands inside too many others
ALIKE = 0.7
TYPE_WORDS = {
    "party": N_("a party"),
    "person": N_("a person"),
    "office": N_("an office"),
    "place": N_("a place"),
    "body": N_("a body"),
    "meeting": N_("a meeting"),
    "instrument": N_("an instrument"),
    "status": N_("a status"),
    "capacity": N_("a capacity"),
    "subject": N_("a subject"),
    "proposal": N_("a proposal"),
    "commitment": N_("a commitment"),
    "dispute": N_("a dispute"),
    "rule": N_("a rule"),
    "statement": N_("a statement"),
    "term": N_("a term in the chair"),
    "source": N_("a source"),
}
LISTS = {
    "meeting": N_("Find its id with: kengesh meetings"),
    "instrument": N_("Find its id with: kengesh instruments"),
    "source": N_("Find its id with: kengesh sources"),
}
SEARCH = N_("Find its id with: kengesh search WORDS")


def objection(view: View, thing: str, types: tuple[str, ...], language: str) -> str | None:
    """Return why a word cannot be asked about, and what may have been meant; None where the record speaks of such a thing.

    `types` are the types of thing that are asked for, the first one first; none means any.
    """
    found = types_of(view, thing)
    if types and found and not found & set(types):
        words = {"found": _(TYPE_WORDS[min(found)]), "expected": _(TYPE_WORDS[types[0]])}
        says = _("{thing} is {found}; this asks for {expected}.").format(thing=thing, **words)
    elif found or view.is_known(thing):
        return None
    elif types:
        says = _("{thing} is not the id of {expected} in this record.")
        says = says.format(thing=thing, expected=_(TYPE_WORDS[types[0]]))
    else:
        says = _("{thing} is not an id in this record.").format(thing=thing)
    meant = [_with_name(view, one, language) for one in near(view, thing, types)]
    if meant:
        return "\n".join([says + " " + _("Did you mean one of these?"), *meant])
    return says + " " + _(LISTS.get(types[0], SEARCH) if types else SEARCH)


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
    spellings: dict[str, list[str]] = {}
    for thing, spelling in _spellings(view, types):
        spellings.setdefault(fold(spelling), []).append(thing)
    wanted = fold(word)
    found = [wanted] if wanted in spellings else []
    found += get_close_matches(wanted, spellings, MOST, ALIKE)
    if len(wanted) >= SHORTEST_PART:
        found += sorted((one for one in spellings if wanted in one), key=len)
    return list(dict.fromkeys(thing for one in found for thing in spellings[one]))[:MOST]


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


def _with_name(view: View, thing: str, language: str) -> str:
    name = name_of(view, thing, language).text
    return f"  {thing}" if name == thing else f"  {thing}: {name}"
