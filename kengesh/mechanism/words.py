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
    "enter-into-force": N_("entered into force"),
    "open-for-signature": N_("opened for signature"),
    "present-draft": N_("draft"),
    "deny-event": N_("had not happened"),
    "designate-depositary": N_("depositary named"),
}
KIND_WORDS = VERB_WORDS | {
    "choose-variant": N_("variant chosen"),
    "agree-unit": N_("paragraph agreed"),
    "park-unit": N_("paragraph set aside"),
    "withdraw-amendment": N_("amendment withdrawn"),
    "reopen-unit": N_("paragraph reopened"),
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
    "invite": N_("invited"),
    "state-claim": N_("stated as a claim"),
    "reply-to-claim": N_("the author's reply"),
    "publish-network": N_("network published"),
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
    "held": N_("kept by its holder"),
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
    # capacities for which the glossary has no row
    *(N_("ambassador"), N_("delegate"), N_("deputy head of government"), N_("first president")),
    *(N_("military attache"), N_("national leader"), N_("representative of organization")),
    N_("secretary of security council"),
)


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
    "network": N_("a network"),
    "statement": N_("a statement"),
    "term": N_("a term in the chair"),
    "source": N_("a source"),
    "claim": N_("a claim"),
}
SOURCE_KIND_WORDS = {
    "depositary": N_("a depositary"),
    "official": N_("the body itself"),
    "party-official": N_("the authorities of a party"),
    "press": N_("the press"),
    "research": N_("research"),
}
BY_WORDS = {
    "official": N_("an official text"),
    "source": N_("a source"),
    "ours": N_("ours"),
}
SEEN_WORDS = {
    "whole": N_("read whole"),
    "opening": N_("its opening was read"),
    "title-only": N_("its title was seen"),
    "not-opened": N_("not opened"),
}
INDICATOR_WORDS = {
    "meetings-held": N_("Meetings held"),
    "meetings-preparatory": N_("Meetings that prepared another"),
    "meetings-missed": N_("Meetings announced and not held"),
    "years-without-meeting": N_("Years for which no meeting is recorded"),
    "meetings-of-subject": N_("Meetings at which the subject came up"),
    "proposals-made": N_("Proposals made"),
    "proposals-taken-up": N_("Proposals taken up"),
    "proposals-adopted": N_("Proposals adopted"),
    "proposals-refused": N_("Proposals rejected, deferred or dropped"),
    "proposals-open": N_("Proposals still open"),
    "commitments-made": N_("Commitments made"),
    "commitments-done": N_("Commitments done"),
    "commitments-running": N_("Commitments still running"),
    "commitments-not-done": N_("Commitments not done, or replaced"),
    "years-to-act": N_("Years from promise to act"),
}
INDICATOR_DEFINITION_WORDS = {
    "meetings-held": N_(
        "Meetings of the series of which sources say that they were held by this day. Meetings that only "
        "prepared another are counted apart."
    ),
    "meetings-preparatory": N_(
        "Meetings held in the series by this day which sources call preparatory: they are no sessions of it."
    ),
    "meetings-missed": N_(
        "Meetings of the series that were announced and of which the last word by this day is that they "
        "were cancelled or not held. One that is put off is not missed."
    ),
    "years-without-meeting": N_(
        "The series is meant to meet every year, or every two years. Counted are such periods for which no "
        "session is recorded, from the year of the first one to the last whole year that the sources reach."
    ),
    "meetings-of-subject": N_(
        "Meetings held in the series, preparatory ones among them, at which something is recorded under "
        "this subject: on the agenda, proposed, adopted, promised or said."
    ),
    "proposals-made": N_(
        "Proposals of which sources say that they were made by this day, whatever became of them."
    ),
    "proposals-taken-up": N_(
        "Proposals of which sources say that a body took them up or decided on them, whatever it decided. "
        "Support by single states is not counted."
    ),
    "proposals-adopted": N_("Proposals whose last decision by this day adopts them, whole or in part."),
    "proposals-refused": N_("Proposals whose last decision rejects or defers them, or that were dropped."),
    "proposals-open": N_(
        "Proposals on which no decision is recorded by this day. That no decision was found does not say "
        "that there was none."
    ),
    "commitments-made": N_(
        "What sources say was promised by this day: agreed by a meeting, or announced as a goal."
    ),
    "commitments-done": N_("Commitments whose last report by this day says that they are done."),
    "commitments-running": N_(
        "Commitments whose last report by this day says that they are running, or done in part."
    ),
    "commitments-not-done": N_(
        "Commitments whose last report by this day says that they were not done, or that another one took "
        "their place."
    ),
    "years-to-act": N_(
        "Years from the day of a promise to the day of the first report that it is done. The median is of "
        "those that are done; of those that still run the years so far are shown, and they are not in it. "
        "An imprecise day gives a range."
    ),
}
STATEMENT_FORM_WORDS = {
    "act": N_("something done"),
    "fact": N_("a fact as stated"),
    "plan": N_("a plan"),
    "judgement": N_("a judgement"),
    "possibility": N_("a possibility"),
}
COMMITMENT_FORM_WORDS = {
    "agreed": N_("agreed by a meeting"),
    "target": N_("a goal announced"),
}
IN_FORCE_WORDS = {"yes": N_("in force"), "no": N_("not in force"), "not-known": N_("not known")}
PARTY_FORM_WORDS = {
    "state": N_("a state"),
    "company": N_("a company"),
    "organization": N_("an organization"),
}
BODY_FORM_WORDS = {
    "mechanism": N_("a mechanism"),
    "organization": N_("an organization"),
    "series": N_("a series of meetings"),
    "format": N_("a format"),
    "organ": N_("an organ"),
    "programme": N_("a programme"),
    "council": N_("a council"),
    "fund": N_("a fund"),
    "agreement": N_("an agreement"),
    "treaty": N_("a treaty"),
    "association": N_("an association"),
    "conference": N_("a conference"),
    "proposed": N_("proposed, not established"),
}
INSTRUMENT_FORM_WORDS = {
    "joint-statement": N_("joint statement"),
    "concept": N_("concept"),
    "agreement": N_("agreement"),
    "decision": N_("decision"),
    "treaty": N_("treaty"),
    "declaration": N_("declaration"),
    "regulation": N_("regulation"),
    "roadmap": N_("road map"),
    "communique": N_("communiqué"),
    "charter": N_("charter"),
    "catalogue": N_("catalogue"),
    "address": N_("address to states"),
    "programme": N_("programme"),
    "action-plan": N_("action plan"),
    "resolution": N_("resolution"),
    "protocol": N_("protocol"),
    "memorandum": N_("memorandum"),
    "badge": N_("badge of honour"),
    "proposed": N_("proposed"),
}
CHAIR_RULE_WORDS = {
    "host-chairs": N_("the host is in the chair"),
    "rotation": N_("by turns"),
    "election": N_("by election"),
    "not-known": N_("not known"),
}
RHYTHM_WORDS = {
    "year": N_("every year"),
    "two-years": N_("every two years"),
    "not-set": N_("no interval is set"),
}
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
