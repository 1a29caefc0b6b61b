"""What the pages of the log show."""

from __future__ import annotations

from base64 import b64encode

from kengesh.mechanism.questions.entries import NoSuchEntry
from kengesh.record.proving import prove
from kengesh.site.paging import paged
from kengesh.site.reading import Reading
from kengesh.site.shows import File, Page
from kengesh.site.telling import told
from kengesh.terms.messages import _

ON_A_PAGE = 100


def log(reading: Reading) -> Page:
    """Show the entries, the last first, and the head of the log as it was signed."""
    pages = paged(reading, range(reading.view.size - 1, -1, -1), ON_A_PAGE)
    first, last = (pages.rows[-1], pages.rows[0]) if pages.rows else (0, -1)
    entries = reading.ask("log", start=first, end=last + 1)["answer"][::-1]
    found = {"pages": pages, "entries": entries, **_head(reading)}
    return Page("log/log.html", _("The log"), found)


def entry(reading: Reading, number: int) -> Page:
    """Show one entry: its acts in full, who signed it and when, and its proof to keep."""
    answer = reading.ask("entry", entry=number)
    note = reading.mechanism.log.entry(number).decode()
    acts = [(one, told(reading.view, one["id"])) for one in answer["answer"]]
    found = {
        "answer": answer,
        "acts": acts,
        "number": number,
        "note": note,
        **_told_of(reading),
        **_head(reading),
    }
    return Page("log/entry.html", _("Entry {number}").format(number=number), found)


def act(reading: Reading, act_id: str) -> Page:
    """Show one act and what points at it; its id may be shortened."""
    answer = reading.ask("act", act=act_id)
    row = answer["answer"][0]
    found = {"answer": answer, "row": row, "says": told(reading.view, row["id"]), **_told_of(reading)}
    return Page("log/act.html", _("An act of the log"), found)


def proof(reading: Reading, number: int) -> File:
    """Give the proof that an entry is in the log, under the checkpoint as it was signed (c2sp.org/tlog-proof@v1)."""
    _must_be_there(reading, number)
    return File(prove(reading.mechanism.log, number), "text/plain; charset=utf-8", f"{number}.tlog-proof")


def entry_file(reading: Reading, number: int) -> File:
    """Give an entry as it was signed: what its proof is checked with."""
    _must_be_there(reading, number)
    return File(
        reading.mechanism.log.entry(number), "text/plain; charset=utf-8", f"{number}.tlog-proof.entry"
    )


def verifying(reading: Reading) -> Page:
    """Tell how to check the record without trusting this site."""
    return Page("log/verifying.html", _("How to check this record yourself"), _head(reading))


def _told_of(reading: Reading) -> dict[str, object]:
    return {"told": lambda act_id: told(reading.view, act_id)}


def _must_be_there(reading: Reading, number: int) -> None:
    if not 0 <= number < reading.mechanism.log.size:
        says = _("there is no entry {entry}; the log has {size}.")
        raise NoSuchEntry(says.format(entry=number, size=reading.mechanism.log.size))


def _head(reading: Reading) -> dict[str, object]:
    log_ = reading.mechanism.log
    return {
        "log_origin": log_.origin,
        "log_size": log_.size,
        "log_root": b64encode(log_.root).decode(),
        "checkpoint": log_.checkpoint.decode(),
        "keys": [(one.vkey, one.from_size) for one in log_.settings.keys],
    }
