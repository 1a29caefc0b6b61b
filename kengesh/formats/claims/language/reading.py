"""Reading a claim. The grammar; words in capitals are things, written as their id, as a name, or as a name in quotation marks::

    claim       how-many set [except set] says {clock}
    how-many    every | no | some | only | exactly N | at least N        left out for a thing or a list: every
    set         one {union one | minus one}
    one         THING | { THING, ... } | ( set )
                participant of meeting MEETING | attendee of meeting MEETING | STATUS of BODY
                signatory of INSTRUMENT | party to INSTRUMENT | instrument of meeting MEETING
                meeting of SERIES | the last N meetings [of SERIES]
    says        is STATUS of BODY                                        states and other parties
                took part in MEETINGS | attended MEETINGS | was CAPACITY at MEETINGS
                was invited [as CAPACITY] to MEETINGS
                signed INSTRUMENTS | ratified INSTRUMENTS | is party to INSTRUMENT
                joined BODY [before DAY-OR-PARTY | after DAY-OR-PARTY]
                shares at least N bodies with PARTY
                is the first to join BODY | is the first to sign INSTRUMENT | is the first to host a meeting of SERIES
                was adopted | was signed | was approved [at MEETING]     instruments
                was proposed by PARTY [at MEETING]                       proposals
                was held [in PLACE-OR-PARTY] | is the first meeting of SERIES   meetings
                was chaired by PERSON-OR-PARTY                           meetings, bodies
    MEETINGS    [how-many of] set                                        so with INSTRUMENTS
    clock       on DATE | as of DAY | known at SIZE-OR-DAY | reported by DAY
                by any sources | by official sources | by depositary sources | by preferred sources

``is not``, ``was not``, ``did not sign`` make ``no`` of ``every``. Articles and plurals are understood, numbers up to twelve may
be words, a day may be written 16 November 2025, a meeting ``the seventh meeting of SERIES``.
:func:`kengesh.formats.claims.language.writing.write_claim` gives the one spelling.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.names import IdsAlone, Names
from kengesh.formats.claims.language.says import read_predicate
from kengesh.formats.claims.language.scanner import OBJECTS, SUBJECTS, Scanner
from kengesh.formats.claims.language.sorts import check_sort, objects_of, said_of
from kengesh.formats.claims.language.tokens import tokens_of
from kengesh.formats.claims.language.values import Claim, Listed, Quantifier, Quantity
from kengesh.formats.claims.language.whom import read_quantifier, read_set
from kengesh.mechanism.view import COUNTING, View
from kengesh.terms.dates import DateError, parse_day, parse_when
from kengesh.terms.messages import _

CLOCKS = ("on", "as of", "known at", "reported by", "by any sources", "by official sources")


@dataclass(frozen=True, slots=True)
class Read:
    """A claim that was read, with sentences on how its names were understood."""

    claim: Claim
    notes: tuple[str, ...] = ()


def read_claim(text: str, view: View) -> Read:
    """Read a claim; its names are those of the record, as borne on the day that it speaks of.

    Raises ClaimError, which points at the word and offers what could stand there; AmbiguousName for a name of several things.
    """
    found = Scanner(text, tokens_of(text), Names(_on_its_day(text, view)))
    return Read(_claim(found), tuple(found.notes))


def read_by_ids(text: str) -> Claim:
    """Read a claim in which every thing stands under its id, whether or not a record knows it. Raises ClaimError."""
    return _claim(Scanner(text, tokens_of(text), IdsAlone()))


def _claim(found: Scanner) -> Claim:
    text = found.text
    if not found.rest:
        raise ClaimError(
            _("there is no claim here."), text, 0, 0, ("every participant of meeting …", "AZE is member of …")
        )
    quantifier = read_quantifier(found)
    subjects = read_set(found)
    except_ = read_set(found) if found.took("except") or found.took("but not") else None
    found.places[SUBJECTS] = (found.tokens[0].start, found.last.end)
    predicate, negated = read_predicate(found)
    if negated:
        quantifier = _denied(found, quantifier, subjects)
    clocks = _clocks(found)
    claim = Claim(subjects, predicate, quantifier or Quantifier(), except_, **clocks)
    _check(found, claim)
    return claim


def _on_its_day(text: str, view: View) -> View:
    """Return the view as of the day that a claim speaks of, for its names."""
    tokens = tokens_of(text)
    for place, before in enumerate(tokens[:-1], start=1):
        if before.low not in ("on", "of"):
            continue
        try:
            day = parse_when(Scanner(text, tokens[place:], IdsAlone()).date()).latest
        except ClaimError:
            continue  # no date follows; where one should, that is said when the words are read
        if day is not None:
            return view.asked_of(day)
    return view


def _denied(found: Scanner, quantifier: Quantifier | None, subjects: object) -> Quantifier:
    """Return the quantifier of a sentence with ``not``: nobody; of a quantified set it could mean two things."""
    if quantifier is None and isinstance(subjects, Listed):
        return Quantifier(Quantity.NO)
    says = _("“not” after {word} could mean two things; write “no …”, or “some …”.")
    words = (quantifier or Quantifier()).quantity.value
    start, end = found.places["not"]
    raise ClaimError(says.format(word=words), found.text, start, end)


def _clocks(found: Scanner) -> dict[str, str]:
    given: dict[str, str] = {}
    while found.rest:
        if found.took("on"):
            _set(found, given, "on", found.date())
        elif found.took("as of"):
            _set(found, given, "as_of", found.day())
        elif found.took("known at"):
            _set(found, given, "known_at", found.size_or_day())
        elif found.took("reported by"):
            _set(found, given, "reported_by", found.day())
        elif found.took("by"):
            word = found.word_of(tuple(COUNTING), _("whose sources count"))
            _set(found, given, "counting", word)
            found.must("sources", "source")
        else:
            raise found.unexpected(CLOCKS)
    return given


def _set(found: Scanner, given: dict[str, str], name: str, value: str) -> None:
    if name in given:
        raise found.refuse(_("this stands twice in the claim."), at=found.last)
    given[name] = value


def _check(found: Scanner, claim: Claim) -> None:
    """Refuse a day that says nothing, and a predicate that is not said of such things."""
    if claim.as_of is not None and not claim.is_dated and claim.on is not None:
        raise found.refuse(_("“on” is the day asked of here already; leave “as of” out."), at=found.last)
    if claim.on is not None and not claim.is_dated:
        try:
            parse_day(claim.on)
        except DateError as error:
            says = _("what is asked here is so on one day: {why}").format(why=error)
            raise found.refuse(says, at=found.dated) from None
    for one in (claim.subjects, claim.except_):
        if one is not None:
            check_sort(found, one, said_of(claim.predicate), SUBJECTS)
    for objects, sort in objects_of(claim.predicate):
        check_sort(found, objects, (sort,), OBJECTS)
