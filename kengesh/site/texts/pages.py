"""What the form, the result and the page in their place show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.site.texts.compiling import Compiled
from kengesh.site.texts.form import FIRST_ROWS, MOST_ROWS, SHOWN_ROWS, Form
from kengesh.site.texts.giving import gives, tables_of
from kengesh.site.texts.judging import ACTS, TREE, Faults
from kengesh.site.texts.limits import MEGABYTE, MOST_OF_A_FILE, MOST_OF_A_REQUEST
from kengesh.site.texts.styles import styles_address
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.languages import LANGUAGES, NATIVE_NAMES
from kengesh.terms.messages import N_, _
from kengesh.terms.states import in_alphabet, state_codes, state_name
from kengesh.texts.labels import PROFILES
from kengesh.texts.reading.by_ending import READERS
from kengesh.texts.tables.brackets import brackets_in
from kengesh.texts.tables.table import Table
from kengesh.texts.writing.html import rolling_html

PROFILE_WORDS: Mapping[str, str] = {
    "mea": N_("5 bis is a new paragraph, 5 alt 1 an alternative: most negotiations"),
    "un-manual": N_("5 bis is an alternative: the editorial manual of the United Nations"),
    "itu": N_("ADD and MOD: the International Telecommunication Union"),
}
WORDS_OF_THE_TEXT = {"by-paragraph": (1, 2), "isolated": (3, 4), "open-brackets": (2,)}
ON_THE_PAGE = tuple(WORDS_OF_THE_TEXT)  # the table by delegation stands among the annexes of the text


class Choice(NamedTuple):
    """One value of a list."""

    value: str
    words: str


def form_page(reading: Reading, form: Form, faults: Faults | None = None, says: str = "") -> Page:
    """Show the form as it is filled in; `faults` by field, `says` of the whole."""
    own, others = _states(reading)
    first, folded = form.rows[:SHOWN_ROWS], form.rows[SHOWN_ROWS:]
    found = {
        "form": form,
        "faults": faults or {},
        "described": partial(_described, faults or {}),
        "labels": _labels(form),
        "says": says,
        "first_rows": first,
        "folded_rows": folded,
        "folded_has_some": any(not row.is_empty or _is_at_fault(row.number, faults or {}) for row in folded),
        "own_states": own,
        "other_states": others,
        "tongues": [Choice(code, NATIVE_NAMES[code]) for code in LANGUAGES],
        "profiles": [Choice(name, _(PROFILE_WORDS[name])) for name in PROFILES],
        "gives": [Choice(*one) for one in gives()],
        "base_endings": ",".join(one for one in (*READERS, TREE) if one not in ACTS),
        "endings": ",".join(READERS),
        "most_of_a_file": MOST_OF_A_FILE // MEGABYTE,
        "most_of_a_request": MOST_OF_A_REQUEST // MEGABYTE,
        "most_rows": MOST_ROWS if len(form.rows) == FIRST_ROWS else None,
    }
    return Page("texts/form.html", _("A rolling text from Word files"), found)


def result_page(result: Compiled, language: str) -> Page:
    """Show the rolling text, the tables beside it, and what a person should look at."""
    rolling = result.rolling
    brackets = list(brackets_in(rolling))
    found = {
        "rolling": Markup(rolling_html(rolling, standalone=False)),  # escaped where it is made
        "rolling_styles": styles_address(),
        "text_language": rolling.base.language,
        "looks": [(one, _name(one.delegation, language)) for one in result.looks],
        "tables": [_shown(table) for table in tables_of(rolling) if table.name in ON_THE_PAGE],
        "delegations": len(rolling.delegations),
        "amendments": len(rolling.amendments),
        "brackets": len(brackets),
        "units": len({one.unit for one in brackets}),
    }
    return Page("texts/result.html", _("Rolling text"), found)


def off_page() -> Page:
    """Show that texts are not compiled here, and how they are on one's own machine."""
    return Page("texts/off.html", _("A rolling text from Word files"))


def _states(reading: Reading) -> tuple[list[Choice], list[Choice]]:
    """Return the participants of the record, then the other states, each in the reader's alphabet."""
    codes = state_codes()
    own = {one["party"] for one in reading.ask("parties")["answer"] if one["status"] is not None}
    parts = ({code for code in own if is_state_code(code)} & codes, codes - own)
    first, others = (
        [Choice(code, state_name(code, reading.language)) for code in in_alphabet(part, reading.language)]
        for part in parts
    )
    return first, others


def _labels(form: Form) -> dict[str, str]:
    """Return what the list of faults calls each field."""
    found = {
        "base": _("The base text"),
        "language": _("The language of the text"),
        "profile": _("How proposals are numbered"),
        "give": _("Form of the result"),
    }
    for row in form.rows:
        row_words = _("Delegation {number}").format(number=row.number)
        for field in ("state", "group", "file", "at"):
            found[f"{field}-{row.number}"] = row_words
    return found


def _described(faults: Faults, field: str) -> Markup:
    """Return the attributes by which a field at fault leads to its sentence; nothing for another."""
    if field not in faults:
        return Markup("")
    return Markup(' aria-invalid="true" aria-describedby="fault-{}"').format(field)


def _is_at_fault(number: int, faults: Faults) -> bool:
    return any(f"{field}-{number}" in faults for field in ("state", "group", "file", "at"))


def _name(code: str, language: str) -> str:
    return state_name(code, language) if code in state_codes() else code


def _shown(table: Table) -> tuple[Table, tuple[int, ...]]:
    """Return a table with its columns that hold words of the text, by their places."""
    return table, WORDS_OF_THE_TEXT[table.name]
