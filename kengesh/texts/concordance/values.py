"""What the comparison of language versions finds: one value a finding, with a sentence for a linguist."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Check(StrEnum):
    """What was compared."""

    UNITS = "units"  # their number, their kinds, their footnotes
    LABELS = "labels"
    NUMBERS = "numbers"
    DATES = "dates"
    PERCENTAGES = "percentages"
    SYMBOLS = "symbols"  # of documents
    NUMBER_WORDS = "number-words"
    STATES = "states"
    STATE_ORDER = "state-order"
    TERMS = "terms"
    MODALS = "modals"
    LOOK_ALIKES = "look-alikes"
    SCRIPT = "script"
    LETTERS = "letters"
    BRACKETS = "brackets"
    QUOTATION_MARKS = "quotation-marks"
    PUNCTUATION = "punctuation"
    REGIONS = "regions"  # of rolling texts: brackets and who holds what
    NOTES = "notes"


class Severity(StrEnum):
    """How much a finding weighs."""

    DIVERGENCE = "divergence"  # to be resolved before silence or adoption
    LOOK = "look"  # somebody who reads both languages should look; it may well be right


class Divergence(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One place at which versions part.

    `versions` names the versions that it speaks of: the one compared with and the other, or the one that it is about, or,
    for a unit without a counterpart, the one that has it and the one that lacks it. `unit` and `label` are those of the
    unit in the first of them. `words` has what each of them says there, as the text has it. `says` is a whole sentence:
    what is different, where, and what to do.
    """

    check: Check
    severity: Severity
    unit: str
    label: str
    versions: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    says: str
