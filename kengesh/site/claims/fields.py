"""The fields by which a claim is built in an address: what each is called, and what can be chosen in it.

``how``, ``whom`` and ``says`` decide which of the others are asked for; ``check`` says that all was chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.terms.messages import N_

LARGEST_NUMBER = 1_000  # as in the language of claims


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its label, and what is chosen in it: a thing of one of these types, a number, a word, or a day.

    `must` says whether it has to be chosen; of a list that begins with what counts where nothing is chosen, nothing is left blank.
    """

    label: str
    sort: str
    types: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    must: bool = True
    can_be_blank: bool = True


def _thing(label: str, *types: str, must: bool = True) -> Field:
    return Field(label, "thing", types, must=must)


FIELDS = {
    # whom the claim speaks of
    "meeting": _thing(N_("Which meeting"), "meeting"),
    "body": _thing(N_("Which body"), "body"),
    "status": _thing(N_("With which status"), "status"),
    "instrument": _thing(N_("Which instrument"), "instrument"),
    "proposal": _thing(N_("Which proposal"), "proposal"),
    "last": Field(N_("How many of the last"), "number"),
    "one": Field(N_("Which parties"), "things", ("party",)),
    "except": Field(N_("All but these, of whom it is not so"), "things", ("party",), must=False),
    # what it says of them
    "holds": _thing(N_("Which status"), "status"),
    "in": _thing(N_("In which body"), "body"),
    "at": _thing(N_("At which meeting; left blank, at the last meetings"), "meeting", must=False),
    "latest": Field(N_("Or at how many of the last meetings"), "number", must=False),
    "series": _thing(N_("Meetings of which body"), "body", must=False),
    "capacity": _thing(N_("In which capacity; left blank, in any"), "capacity", must=False),
    "signed": Field(N_("What they did"), "word", words=("signed", "ratified")),
    "text": _thing(N_("Which text"), "instrument"),
    "order": Field(N_("Before or after something else"), "word", words=("before", "after"), must=False),
    "when": Field(N_("Before or after which day, such as 2019-10-15"), "day", must=False),
    "than": _thing(N_("Or before or after which party joined"), "party", must=False),
    "least": Field(N_("At least how many bodies"), "number"),
    "with": _thing(N_("With which party"), "party"),
    "made": Field(N_("What was done with it"), "word", words=("adopted", "signed", "approved")),
    "there": _thing(N_("At which meeting; left blank, anywhere"), "meeting", must=False),
    "proposer": _thing(N_("By whom"), "party", "body", "person"),
    "place": _thing(N_("Where; left blank, anywhere"), "place", "party", must=False),
    "chair": _thing(N_("By whom in the chair"), "person", "party"),
    # when, and by whose word
    "day": Field(N_("On which day, such as 2025-11-16; left blank, the day of this page"), "day", must=False),
    "sources": Field(
        N_("Whose sources count"),
        "word",
        words=("preferred", "any", "official", "depositary"),
        must=False,
        can_be_blank=False,
    ),
}
CHOICES = ("how", "whom", "says")
ASKED_OF_CLAIMS = {*FIELDS, *CHOICES, "count", "check"}
SEVERAL = {name for name, field in FIELDS.items() if field.sort == "things"}
"""The fields that an address may give more than once."""

OPTION_WORDS = {
    "before": N_("before"),
    "after": N_("after"),
    "signed": N_("signed"),
    "ratified": N_("ratified"),
    "adopted": N_("adopted"),
    "approved": N_("approved"),
    "preferred": N_("all, and what the record prefers where they differ"),
    "any": N_("all alike"),
    "official": N_("depositaries, the bodies themselves and authorities of parties"),
    "depositary": N_("depositaries alone"),
}
