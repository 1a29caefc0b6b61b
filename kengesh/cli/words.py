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


def shown(words: dict[str, str], value: str | None) -> str:
    """Return the word for a value; a value without a word of its own is shown with its hyphens as spaces."""
    return "" if value is None else _(words.get(value, value.replace("-", " ")))
