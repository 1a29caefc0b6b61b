"""``kengesh serve``: the record as a site for its readers."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kengesh.cli.asking import Record, record_folder
from kengesh.cli.output import fail
from kengesh.record.errors import RecordError
from kengesh.terms.messages import _

THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


def command(
    record: Record = None,
    bind: Annotated[
        str, typer.Option("--bind", metavar="HOST:PORT", help=_("Where the site is to listen."))
    ] = "127.0.0.1:8000",
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help=_("How many processes answer."))
    ] = 2,
    reload: Annotated[
        bool, typer.Option("--reload", help=_("Start anew when the code changes; for who works on it."))
    ] = False,
) -> None:
    """Serve the record as a site, until it is stopped with Ctrl-C."""
    folder = record_folder(record)
    host, port = _address(bind)
    os.environ["KENGESH_RECORD"] = str(folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "kengesh.site.settings"
    if host in ("0.0.0.0", "::") and not os.environ.get("KENGESH_HOSTS"):
        says = _(
            "--bind: at {host} the site is reached under names that it does not know; set KENGESH_HOSTS to them, with commas."
        )
        fail(says.format(host=host))
    if host in THIS_MACHINE and not os.environ.get("KENGESH_HOSTS") and not os.environ.get("KENGESH_ORIGIN"):
        # Nothing says that a server in front of this one passes on the files of strangers.
        os.environ.setdefault("KENGESH_TEXTS", "on")
    if host not in THIS_MACHINE:
        os.environ.setdefault("KENGESH_HOSTS", f"[{host}]" if ":" in host else host)
    from kengesh.site.serving import CannotServe, serve  # noqa: PLC0415  (Django, for this command alone)

    try:
        serve(host, port, workers=workers, reload=reload)
    except (CannotServe, RecordError, OSError) as error:
        fail(str(error))


def _address(bind: str) -> tuple[str, int]:
    host, colon, port = bind.rpartition(":")
    if not colon or not host or not port.isdecimal() or not 0 < int(port) < 65_536:
        says = _("--bind: {bind} is not an address to listen at; write it as 127.0.0.1:8000.")
        fail(says.format(bind=bind))
    return host.strip("[]"), int(port)
