"""A word that is no id of the record: what to say of it, and which ids may have been meant."""

from __future__ import annotations

from kengesh.mechanism.names import name_of
from kengesh.mechanism.near import near, types_of
from kengesh.mechanism.view import View
from kengesh.mechanism.words import TYPE_WORDS
from kengesh.terms.messages import N_, _

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


def _with_name(view: View, thing: str, language: str) -> str:
    name = name_of(view, thing, language).text
    return f"  {thing}" if name == thing else f"  {thing}: {name}"
