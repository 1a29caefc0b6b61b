"""The words for the values that answers hold, for readers; each is translated where it is shown."""

from __future__ import annotations

from kengesh.terms.messages import N_, _

TRUTH_WORDS = {"yes": N_("yes"), "no": N_("no"), "not-known": N_("not known")}
CERTAINTY_WORDS = {
    "founding": N_("founding source"),
    "several": N_("several sources"),
    "one": N_("one source"),
    "unverified": N_("unverified"),
    "signed": N_("signed by who did it"),
}
CHANGE_WORDS = {
    "begins": N_("begins"),
    "ends": N_("ends"),
    "established": N_("the body is established"),
    "renamed": N_("the body is renamed"),
    "dissolved": N_("the body ceases"),
    "chair-assumed": N_("takes the chair"),
    "chair-passed": N_("is handed the chair"),
}
VERB_WORDS = {
    "adopt": N_("adopted"),
    "sign": N_("signed"),
    "approve": N_("approved"),
    "ratify": N_("ratified"),
    "enter-into-force": N_("in force"),
    "open-for-signature": N_("opened for signature"),
    "present-draft": N_("draft"),
    "deny-event": N_("had not happened"),
    "designate-depositary": N_("depositary named"),
}
KIND_WORDS = VERB_WORDS | {
    "register-source": N_("source"),
    "describe-instrument": N_("described"),
    "state-rule": N_("rule"),
    "seek": N_("looked for"),
    "confirm": N_("confirmed"),
    "contradict": N_("sources differ"),
    "prefer": N_("preferred"),
    "begin-participation": N_("participation begins"),
    "change-participation": N_("participation changes"),
    "end-participation": N_("participation ends"),
    "deny-participation": N_("no participation"),
    "attest-participation": N_("participation attested"),
    "declare-complete": N_("the list is complete"),
    "establish": N_("established"),
    "dissolve": N_("dissolved"),
    "rename": N_("renamed"),
    "convene": N_("announced"),
    "hold": N_("held"),
    "postpone": N_("postponed"),
    "cancel": N_("cancelled"),
    "deny-meeting": N_("not held"),
    "attend": N_("came"),
    "deny-attendance": N_("did not come"),
    "put-on-agenda": N_("on the agenda"),
    "propose": N_("proposed"),
    "support": N_("supported"),
    "take-up": N_("taken up"),
    "decide-on": N_("decided"),
    "drop": N_("dropped"),
    "assume-chair": N_("takes the chair"),
    "pass-chair": N_("hands the chair on"),
    "hold-office": N_("takes office"),
    "leave-office": N_("leaves office"),
    "undertake": N_("promised"),
    "assign": N_("assigned"),
    "report": N_("reported"),
    "make-statement": N_("said"),
    "locate-text": N_("where the text is"),
    "name": N_("name"),
    "derive": N_("concluded"),
    "correct": N_("corrected"),
    "withdraw": N_("withdrawn"),
    "join-ids": N_("two ids of one thing"),
    "describe-record": N_("about this record"),
    "rank-statuses": N_("the rank of statuses"),
    "set-chair-rule": N_("how the chair passes"),
    "set-series": N_("a series of meetings"),
    "load-rows": N_("rows entered"),
    "open-log": N_("the log opens"),
    "enrol-key": N_("a key is enrolled"),
    "retire-key": N_("a key is retired"),
    "hand-over": N_("the log is handed over"),
    "withhold-blob": N_("a file is withheld"),
}
STATE_WORDS = {
    "held": N_("held"),
    "planned": N_("planned"),
    "postponed": N_("postponed"),
    "cancelled": N_("cancelled"),
    "not-held": N_("not held"),
    "not-known": N_("not known"),
}
TEXT_WORDS = {
    "published": N_("published"),
    "held": N_("held"),
    "not-public": N_("not public"),
    "not-found": N_("looked for, not found"),
    "not-known": N_("not known"),
}
# What is shown by its id, with spaces for hyphens: marked here so that it is found when the catalogues are made.
SHOWN_BY_ID = (
    *(N_("regular"), N_("extraordinary"), N_("preparatory"), N_("informal"), N_("virtual")),
    *(N_("narrow"), N_("expanded"), N_("separate"), N_("in person"), N_("video"), N_("message")),
    *(N_("depositary"), N_("official"), N_("party official"), N_("press"), N_("research")),
    *(N_("whole"), N_("opening"), N_("title only"), N_("not opened")),
    *(N_("source"), N_("ours"), N_("plain"), N_("derived"), N_("weak"), N_("unverified")),
    *(N_("proposed"), N_("supported"), N_("taken up"), N_("dropped"), N_("not known")),
    *(N_("adopted"), N_("adopted in part"), N_("rejected"), N_("deferred")),
    *(N_("done"), N_("done in part"), N_("not done"), N_("running"), N_("replaced"), N_("not found")),
    *(N_("ordered"), N_("drafted"), N_("presented"), N_("agreed")),
    *(N_("written"), N_("practice")),
)


# What a dispute that arose by itself turns on: the fields of kinds that have one true value.
FIELD_WORDS = {
    "on": N_("the day"),
    "until": N_("the last day"),
    "due": N_("the day it is due"),
    "number": N_("the number"),
    "place": N_("the place"),
    "character": N_("the character of the meeting"),
    "chair": N_("who was in the chair"),
    "period": N_("the period"),
    "articles": N_("the number of articles"),
    "party": N_("the party"),
    "outcome": N_("the outcome"),
    "rule": N_("the rule"),
}


def field_word(name: str) -> str:
    """Return what a field of an act is called, for readers; the name with spaces where we have no word."""
    return _(FIELD_WORDS.get(name, name.replace("_", " ")))


def shown(words: dict[str, str], value: str | None) -> str:
    """Return the word for a value; a value without a word of its own is shown with its hyphens as spaces."""
    return "" if value is None else _(words.get(value, value.replace("-", " ")))
