"""The words for the values that answers hold, for readers; each is translated where it is shown."""

from __future__ import annotations

from kengesh.terms.messages import _

TRUTH_WORDS = {"yes": "yes", "no": "no", "not-known": "not known"}
CERTAINTY_WORDS = {
    "founding": "founding source",
    "several": "several sources",
    "one": "one source",
    "unverified": "unverified",
    "signed": "signed by who did it",
}
CHANGE_WORDS = {
    "begins": "begins",
    "ends": "ends",
    "established": "the body is established",
    "renamed": "the body is renamed",
    "dissolved": "the body ceases",
    "chair-assumed": "takes the chair",
    "chair-passed": "is handed the chair",
}
VERB_WORDS = {
    "adopt": "adopted",
    "sign": "signed",
    "approve": "approved",
    "ratify": "ratified",
    "enter-into-force": "in force",
    "open-for-signature": "opened for signature",
    "present-draft": "draft",
    "deny-event": "had not happened",
    "designate-depositary": "depositary named",
}
KIND_WORDS = VERB_WORDS | {
    "register-source": "source",
    "describe-instrument": "described",
    "state-rule": "rule",
    "seek": "looked for",
    "confirm": "confirmed",
    "contradict": "sources differ",
    "prefer": "preferred",
    "begin-participation": "participation begins",
    "change-participation": "participation changes",
    "end-participation": "participation ends",
    "deny-participation": "no participation",
    "attest-participation": "participation attested",
    "declare-complete": "the list is complete",
    "establish": "established",
    "dissolve": "dissolved",
    "rename": "renamed",
    "convene": "announced",
    "hold": "held",
    "postpone": "postponed",
    "cancel": "cancelled",
    "deny-meeting": "not held",
    "attend": "came",
    "deny-attendance": "did not come",
    "put-on-agenda": "on the agenda",
    "propose": "proposed",
    "support": "supported",
    "take-up": "taken up",
    "decide-on": "decided",
    "drop": "dropped",
    "assume-chair": "takes the chair",
    "pass-chair": "hands the chair on",
    "hold-office": "takes office",
    "leave-office": "leaves office",
    "undertake": "promised",
    "assign": "assigned",
    "report": "reported",
    "make-statement": "said",
    "locate-text": "where the text is",
}
STATE_WORDS = {
    "held": "held",
    "planned": "planned",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "not-held": "not held",
    "not-known": "not known",
}
TEXT_WORDS = {
    "published": "published",
    "held": "held",
    "not-public": "not public",
    "not-found": "looked for, not found",
    "not-known": "not known",
}


def shown(words: dict[str, str], value: str | None) -> str:
    """Return the word for a value; a value without a word of its own is shown with its hyphens as spaces."""
    return "" if value is None else _(words.get(value, value.replace("-", " ")))
