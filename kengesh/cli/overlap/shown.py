"""How answers about overlap are shown: ranges, statuses, the measures of two, and what was counted and what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kengesh.cli.asking import Asking
from kengesh.cli.output import BOLD, DIM, line, paragraph
from kengesh.formats.overlap.codes import Code, code_words
from kengesh.terms.messages import _, ngettext

Row = Mapping[str, Any]


def range_words(found: Row) -> str:
    """Write a measure: one number, two where it is not known, or that there is none."""
    if found["lowest"] is None:
        return _("no value")
    lowest, highest = (_number(found, end) for end in ("lowest", "highest"))
    told = (
        lowest
        if found["lowest"] == found["highest"]
        else _("{lowest} to {highest}").format(lowest=lowest, highest=highest)
    )
    return _("{range}, or no value").format(range=told) if found["may_lack"] else told


def _number(found: Row, end: str) -> str:
    value = found[end]
    return str(value) if found[f"{end}_of"] is None else f"{value:.2f}"


def code_name(asking: Asking, code: str) -> str:
    """Return the word for a code: our own, or the name of the status that keeps its own."""
    return code_words(code) or asking.reader.name(code)


def status_words(asking: Asking, cell: Row) -> str:
    """Say what a party is in a body: by the body's own word for a status, else that it has withdrawn, has none, or is not known."""
    told = asking.reader.name(cell["status"]) if cell["truth"] == "yes" else code_name(asking, cell["code"])
    if cell["code"] == Code.WITHDRAWN.value and cell["status"] is not None:
        told = _("withdrawn ({status})").format(status=asking.reader.name(cell["status"]))
    return _("{status} (sources differ)").format(status=told) if cell["disputed"] else told


def parties_words(asking: Asking, parties: Sequence[str]) -> str:
    """Name parties in the reader's alphabet, and say so where there are none."""
    return asking.reader.names(parties) or _("none of them")


def show_counted(asking: Asking, answer: Row, *, named_above: bool = False) -> None:
    """Print what was counted, and what each measure means; the bodies by name unless these stand above."""
    counted = answer["counted"]
    paragraph(_("What was counted"), BOLD)
    count = len(counted["bodies"])
    says = [_("Parties: {parties}.").format(parties=asking.reader.names(counted["states"]))]
    if named_above:
        told = ngettext("Bodies: {count}, named above.", "Bodies: {count}, named above.", count)
        says.append(told.format(count=count))
    else:
        names = asking.reader.names(counted["bodies"])
        says.append(_("Bodies ({count}): {bodies}.").format(count=count, bodies=names))
    if counted["left_out"]:
        left_out = asking.reader.names(counted["left_out"])
        says.append(_("Left out, since they are not there on that day: {bodies}.").format(bodies=left_out))
    for sentence in says:
        line(sentence)
    for definition in answer["definitions"].values():
        paragraph(definition, DIM)
