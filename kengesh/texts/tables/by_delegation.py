"""The table by delegation: what each proposes, in the order of the text, and with whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.terms.messages import _
from kengesh.terms.states import state_codes, state_name
from kengesh.texts.compiling.ordering import order_in
from kengesh.texts.rolling import Act, Amendment, RollingText
from kengesh.texts.tables.shown import Shown
from kengesh.texts.tables.table import Row, Table, heading
from kengesh.texts.tables.wording import what_it_does
from kengesh.texts.writing.plain import NOTHING, listed


def by_delegation(rolling: RollingText) -> Table:
    """Return every live proposal, reservation and comment, by whose it is."""
    shown = Shown(rolling)
    order = order_in(rolling.base.language)
    by_code: dict[str, list[Amendment]] = {}
    for one in sorted(rolling.amendments, key=shown.place):
        by_code.setdefault(one.delegation, []).append(one)
    codes = order.holders(rolling.delegations)
    return Table(
        name="by-delegation",
        title=_("Proposals by delegation"),
        columns=(
            heading("delegation"),
            _("Unit"),
            _("What"),
            _("Words of the text"),
            _("Words proposed"),
            _("Together with"),
        ),
        rows=shown.readable(row_of(shown, one) for code in codes for one in by_code.get(code, ())),
        footnotes=(*names_told(codes, rolling.base.language), *_without_proposals(codes, by_code)),
    )


def row_of(shown: Shown, one: Amendment) -> Row:
    """Return an amendment as a row: whose, on which unit, what it does, the words before and after, with whom."""
    told = shown.amendments.get(one.target, one)  # of a support, what is supported
    others = tuple(code for code in shown.holders(one) if code != one.delegation)
    what = what_it_does(one, shown.words(told))
    if one.id in shown.requested:
        what = _("{what} (request to reopen)").format(what=what)
    return (
        one.delegation,
        shown.name(shown.unit_of(one)),
        what,
        _words(shown, told),
        proposed(shown, told),
        listed(others),
    )


def _words(shown: Shown, one: Amendment) -> str:
    words = shown.words(one)
    if words or one.act is not Act.REPLACE:
        return words.strip() or words
    return place_of_insertion(shown.words_before(one))


def place_of_insertion(before: str) -> str:
    """Return where words come in that take the place of none: after the word before them."""
    return _("(after “{word}”)").format(word=before) if before else _("(at the beginning)")


def proposed(shown: Shown, one: Amendment) -> str:
    """Return the words that an amendment proposes; a dash for nothing, the new place for a move."""
    if one.act is Act.MOVE:
        pointer = shown.pointers.get(one.id)
        if pointer is not None:
            return _("as {label}").format(label=pointer.label)
        return _("after {label}").format(label=shown.name(one.after))
    if one.act is Act.DELETE or (one.act is Act.REPLACE and not one.text):
        return NOTHING
    return one.text.strip() or one.text


def names_told(codes: Iterable[str], language: str) -> list[str]:
    """Return a footnote that says which state each code is; none where there are no states."""
    told = [f"{code} – {state_name(code, language)}" for code in codes if code in state_codes()]
    return [_("Delegations: {names}.").format(names="; ".join(told))] if told else []


def _without_proposals(codes: Sequence[str], by_code: dict[str, list[Amendment]]) -> list[str]:
    silent = tuple(code for code in codes if code not in by_code)
    return [_("Without proposals: {delegations}.").format(delegations=listed(silent))] if silent else []
