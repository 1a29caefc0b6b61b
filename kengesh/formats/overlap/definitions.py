"""What each measure means, in a sentence that is printed with it."""

from __future__ import annotations

from kengesh.terms.messages import N_, _

DEFINITIONS = {
    "joint": N_("Joint memberships: the bodies counted to which all of the parties compared belong."),
    "either": N_(
        "Memberships of any: the bodies counted to which at least one of the parties compared belongs."
    ),
    "jaccard": N_(
        "Jaccard's index: joint memberships divided by the bodies to which at least one of the parties belongs. 1 where they "
        "belong to the same bodies, 0 where they share none; no value where none belongs to any."
    ),
    "containment": N_(
        "Containment of the first in the second: joint memberships divided by the memberships of the first. 1 where the second "
        "belongs to every body to which the first does; no value where the first belongs to none."
    ),
    "similarity": N_(
        "Similarity: the S of Signorino and Ritter (1999), every body of the same weight, on the scale membership 2, another "
        "status 1, none 0. One minus twice the mean distance, divided by the greatest that the scale allows: 1 where two "
        "parties are the same in every body counted, -1 where they stand at opposite ends in every one."
    ),
    "groups": N_(
        "Exclusive groups: every body counted stands in one group, that of exactly those of the parties counted which belong to "
        "it. Bodies of which that is not known of some party stand apart."
    ),
    "cover": N_(
        "Smallest cover: the fewest bodies such that each of the parties belongs to at least one of them. Found exactly; a "
        "membership that is not known does not count."
    ),
}
OF_BODIES = {
    "joint": N_("Shared parties: the parties counted that belong to both bodies."),
    "either": N_("Parties of either: the parties counted that belong to at least one of the two bodies."),
    "jaccard": N_(
        "Jaccard's index: shared parties divided by the parties that belong to at least one of the two bodies. 1 where the same "
        "parties belong to both, 0 where none does; no value where no party belongs to either."
    ),
    "containment": N_(
        "Containment of the first in the second: shared parties divided by the parties of the first. 1 where every party of the "
        "first belongs to the second; no value where the first has none."
    ),
    "similarity": N_(
        "Similarity: the S of Signorino and Ritter (1999), every party of the same weight, on the scale membership 2, another "
        "status 1, none 0. One minus twice the mean distance, divided by the greatest that the scale allows: 1 where every "
        "party counted is the same in both bodies, -1 where all stand at opposite ends."
    ),
}
RANGE = N_(
    "Two numbers are the least and the greatest value that a measure can have, over every way in which what is not known may turn "
    "out to be."
)
NARROW = N_(
    "A party belongs by a status that the charter of the body ranks as membership (the narrow reading)."
)
WIDE = N_(
    "A party belongs by a status that the charter of the body ranks as membership, or as an observer or associate, who are called "
    "members too (the wide reading)."
)
THROUGH_TIME = N_(
    "The same bodies are counted on every day, also where a body had not been established yet or had ceased."
)


def definitions(*names: str, wide: bool = False, of_bodies: bool = False) -> dict[str, str]:
    """Return the definitions of measures in the language in use, that of belonging first, and of a range last."""
    told = DEFINITIONS | (OF_BODIES if of_bodies else {})
    measured = {name: _(told[name]) for name in names}
    ranged = {"range": _(RANGE)} if set(names) - {"groups", "cover"} else {}
    return {"belongs": _(WIDE if wide else NARROW), **measured, **ranged}
