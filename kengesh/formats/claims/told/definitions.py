"""What the words of a claim mean, so that a verdict can be checked: the set it speaks of, and its predicate in each reading."""

from __future__ import annotations

from kengesh.formats.claims.language.values import Claim, IsStatus, MeetingsOf, ParticipantsOf, Predicate
from kengesh.formats.claims.language.walking import sets_in
from kengesh.terms.messages import N_, _

NARROW_WORDS = {
    "IsStatus": N_(
        "Narrow: a member is whoever has a status that the charter of the body ranks as membership."
    ),
    "TookPart": N_(
        "Narrow: to take part is to belong to the body on that day and to come in a capacity in which one takes part; a guest "
        "attends."
    ),
    "Attended": N_("Narrow: to be a guest at a meeting is to have come in that capacity."),
    "WasInvited": N_(
        "Narrow: invited is of whom a source tells an invitation, or the coming as a guest, which is by the host's invitation."
    ),
    "WasMade": N_("Narrow: a text was signed, adopted or approved where sources use that very verb."),
    "IsPartyTo": N_("Narrow: party to a text is whom it binds: for whom it is in force, or who ratified it."),
    "Shares": N_(
        "Narrow: bodies are shared in which both have a status that the charter ranks as membership."
    ),
}
WIDE_WORDS = {
    "IsStatus": N_(
        "Wide: observers and associates are members too, as in “observer member”, a usage of the Organization of Turkic States' "
        "own English page and of Turkish."
    ),
    "TookPart": N_("Wide: to take part is to have come, in whatever capacity."),
    "Attended": N_("Wide: who was invited as a guest was one too, where no source tells of the coming."),
    "WasInvited": N_("Wide: who came in that capacity was invited in it."),
    "WasMade": N_("Wide: signed, adopted and approved are one, since sources use one verb for another."),
    "IsPartyTo": N_("Wide: who signed is a party too."),
    "Shares": N_("Wide: bodies are shared in which both are members, observers or associates."),
}
ONE_WORDS = {
    "IsStatus": N_("A party has one status in a body at a time, so that another one excludes it."),
    "Attended": N_("Who came as one that takes part did not come as a guest, and the other way round."),
    "Signed": N_("A party signed or ratified where a source names it."),
    "Joined": N_("To join is to come to a status that the charter ranks as membership, for the first time."),
    "WasProposed": N_("What is proposed is a proposal, or what a proposal would bring about."),
    "WasHeld": N_("A meeting was held where a source says so; announced is not held."),
    "WasChaired": N_(
        "A meeting is chaired by the person in the chair, and by the party for which that person came."
    ),
    "IsFirst": N_("First is what nothing came before; several may be first on one day."),
}
SET_WORDS = {
    ParticipantsOf: N_(
        "Participants of a meeting are the parties that belonged to the body on its day and came in a capacity in which one takes "
        "part."
    ),
    MeetingsOf: N_(
        "The last meetings of a series are those held by that day that have a number; what prepared one has none."
    ),
}
COUNTING_WORDS = {
    "any": N_(
        "All sources count alike: what the record prefers is set aside, so that where sources differ nothing decides."
    ),
    "official": N_(
        "Only depositaries, the bodies themselves and the authorities of parties count as sources."
    ),
    "depositary": N_("Only depositaries count as sources."),
}


def definitions(claim: Claim, readings: int) -> list[str]:
    """Return what the words of a claim mean, as sentences."""
    sets = [
        _(words) for sort, words in SET_WORDS.items() if any(isinstance(one, sort) for one in sets_in(claim))
    ]
    counting = [_(COUNTING_WORDS[claim.counting])] if claim.counting in COUNTING_WORDS else []
    return [*sets, *_of_predicate(claim.predicate, readings), *counting]


def _of_predicate(predicate: Predicate, readings: int) -> list[str]:
    name = type(predicate).__name__
    if readings > 1:
        return [_(NARROW_WORDS[name]), _(WIDE_WORDS[name])]
    if isinstance(predicate, IsStatus) or name in ONE_WORDS:
        return [_(ONE_WORDS[name])]
    return []
