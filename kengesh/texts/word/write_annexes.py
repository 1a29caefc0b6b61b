"""What stands after a rolling text: its notes, and the annexes, each only where there is something to say in it."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.terms.messages import _
from kengesh.texts.code_points import code_points
from kengesh.texts.delegation_names import delegation_name
from kengesh.texts.rolling import Act, Request, RollingText
from kengesh.texts.tables.rebased import step_says
from kengesh.texts.word.write_brackets import NOTE, STRIKE, Brackets
from kengesh.texts.word.write_positions import positions, readable, unit_names
from kengesh.texts.word.write_tables import plain_table
from kengesh.texts.word.write_xml import run, styled_paragraph, tab
from kengesh.texts.writing.plain import NOTHING, note_words


def notes(rolling: RollingText) -> str:
    """Return the notes to which the text refers, under their heading."""
    if not rolling.notes:
        return ""
    lines = (
        styled_paragraph("NoteText", run(f"^{note.number}", NOTE) + tab() + run(note_words(note)))
        for note in rolling.notes
    )
    return _heading(_("Notes")) + "".join(lines)


def annexes(rolling: RollingText, brackets: Brackets) -> str:
    """Return the annexes of a rolling text."""
    names = unit_names(rolling)
    made = (
        _requests(rolling, brackets, names),
        _proposals(rolling, brackets, names),
        _delegations(rolling, brackets),
        _editorial(rolling, brackets, names),
        _rebased(rolling, brackets, names),
    )
    return "".join(made)


def _requests(rolling: RollingText, brackets: Brackets, names: dict[str, str]) -> str:
    heads = (_("Delegation"), _("Unit"), _("Agreed words"), _("Words proposed"))
    rows = [
        (
            brackets.holders(one.holders),
            run(one.label),
            run(readable(one.base, names) or NOTHING, "" if one.text else STRIKE),
            run(_proposed(one, names), brackets.looks(one.holders)),
        )
        for one in rolling.requests
    ]
    return _annex(_("Requests to reopen what has been agreed"), heads, rows, (3, 3, 7, 7))


def _proposed(request: Request, names: dict[str, str]) -> str:
    if request.act is Act.DELETE:
        return _("delete the unit")
    return readable(request.text, names) or NOTHING


def _proposals(rolling: RollingText, brackets: Brackets, names: dict[str, str]) -> str:
    heads = (_("Delegation"), _("Unit"), _("Proposal"))
    rows = [
        (brackets.holders((code,)), run(unit), run(readable(says, names)))
        for code in rolling.delegations
        for unit, says in positions(rolling, code)
    ]
    return _annex(_("Proposals by delegation"), heads, rows, (3, 4, 13))


def _delegations(rolling: RollingText, brackets: Brackets) -> str:
    heads = (_("Code"), _("Delegation"), _("How its words look"))
    language = rolling.base.language
    rows = [
        (
            brackets.holders((code,)),
            run(delegation_name(code, language)),
            run(_("words of this delegation"), brackets.looks((code,))),
        )
        for code in rolling.delegations
    ]
    return _annex(_("Delegations"), heads, rows, (3, 8, 9))


def _editorial(rolling: RollingText, brackets: Brackets, names: dict[str, str]) -> str:
    heads = (_("Delegation"), _("Unit"), _("Letters of the base"), _("Letters as filed"), _("What differs"))
    rows = [
        (
            brackets.holders((one.delegation,)),
            run(names.get(one.unit, one.unit)),
            run(readable(one.base, names)),
            run(readable(one.filed, names)),
            run(code_points(one.base, one.filed)),
        )
        for one in rolling.editorial
    ]
    return _annex(_("Editorial differences"), heads, rows, (3, 3, 5, 5, 5))


def _rebased(rolling: RollingText, brackets: Brackets, names: dict[str, str]) -> str:
    heads = (_("Delegation"), _("Unit"), _("What became of it"), _("Words amended"), _("Words amended now"))
    rows = [
        (
            brackets.holders((one.delegation,)),
            run(names.get(one.unit, one.unit)),
            run(step_says(one)),
            run(readable(one.before, names) or NOTHING),
            run(readable(one.after, names) or NOTHING),
        )
        for one in rolling.rebased
    ]
    return _annex(_("Amendments to an earlier version"), heads, rows, (3, 3, 5, 5, 5))


def _annex(heading: str, heads: Sequence[str], rows: Sequence[Sequence[str]], weights: Sequence[int]) -> str:
    if not rows:
        return ""
    return _heading(heading) + plain_table([run(head) for head in heads], rows, weights)


def _heading(words: str) -> str:
    return styled_paragraph("AnnexHeading", run(words))
