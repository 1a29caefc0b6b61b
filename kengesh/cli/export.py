"""``kengesh export``: every act, live or not, for other programs."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from kengesh.cli.asking import Asking, must_be_outside, question
from kengesh.cli.output import fail, for_programs, why
from kengesh.mechanism.questions.entries import act_row
from kengesh.record.files import FILES, remove_leftovers, replace
from kengesh.terms.messages import _

COLUMNS = (
    "id",
    "place",
    "at",
    "kind",
    "row",
    "on",
    "certainty",
    "basis",
    "disputed",
    "live",
    "sources",
    "act",
)


@question
def command(
    asking: Asking,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="json|csv", help=_("JSON with everything, or CSV with one act to a line.")
        ),
    ] = "json",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help=_("Where to write it; otherwise it is printed.")),
    ] = None,
) -> None:
    """Export the acts of the record, as they stand and with what is known of each."""
    if form not in ("json", "csv"):
        fail(_("{form} is not a format; give json or csv.").format(form=form))
    if asking.as_json and form == "csv":
        fail(_("--json and --format csv ask for different things; give one of them."))
    if asking.notes is not None:
        fail(_("--notes and --no-notes are for answers to read; an export has the sources of every act."))
    if out is not None:
        must_be_outside(out)
    view = asking.view
    rows = [act_row(view, view.store.act(number)) for number in range(view.limit)]
    found = asking.mechanism.envelope("export", {}, view, {"truth": None, "answer": rows})
    write = _write_json if form == "json" else _write_csv
    if out is None:
        write(found, for_programs())
        return
    text = StringIO(newline="")
    write(found, text)
    try:
        _keep(out, text.getvalue().encode("utf-8"))
    except OSError as error:
        fail(why(error))


def _keep(out: Path, data: bytes) -> None:
    """Write a file whole or not at all; what is no file, such as a pipe, is written to as it is. Raises OSError."""
    place = out.resolve()  # a link stays one
    if not place.parent.is_dir() or (place.exists() and not place.is_file()):
        out.write_bytes(data)
        return
    try:
        replace(FILES, place, data, place.parent)
    except OSError:
        remove_leftovers(FILES, place)
        raise


def _write_json(found: dict[str, Any], file: TextIO) -> None:
    json.dump(found, file, ensure_ascii=False, indent=2)
    file.write("\n")


def _write_csv(found: dict[str, Any], file: TextIO) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in found["answer"]:
        act = row["act"]
        told = {
            **row,
            "kind": act["kind"],
            "row": act.get("row", ""),
            "on": act.get("on", ""),
            "sources": " ".join(row["sources"]),
            "disputed": json.dumps(row["disputed"]),
            "live": json.dumps(row["live"]),
        }
        told["act"] = json.dumps(act, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        writer.writerow([told[name] for name in COLUMNS])
