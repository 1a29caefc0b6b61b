"""The site brought up: the record opened first, then workers that share what was read, then the address printed.

gunicorn answers with processes of several threads; it needs a Unix. On Windows, Django's own server answers, with threads.
"""

from __future__ import annotations

import gc
import socket
import struct
import sys
from importlib import import_module
from typing import Any

from django.conf import settings

from kengesh.site.the_record import read_ahead, the_record
from kengesh.terms.messages import _

LONGEST_REQUEST_LINE = (
    8_190  # bytes, the most that gunicorn takes: of what is shorter we say ourselves that it is too long
)
THREADS = 8  # of a worker: a slow reader holds one of them
LONGEST_WAIT = (
    10  # seconds for the next bytes of a request, or for a reader to take the next bytes of an answer
)


class CannotServe(Exception):
    """The site cannot be brought up; the sentence says why and what to do."""


def serve(host: str, port: int, *, workers: int, reload: bool) -> None:
    """Serve until stopped. Raises CannotServe, LogError where there is no record."""
    _check_free(host, port)
    site = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    ready = _("The record can be read at {address}; stop with Ctrl-C.").format(address=site)
    if sys.platform == "win32":
        _serve_on_windows(host, port, ready)
    else:
        _serve_by_gunicorn(host, port, workers, reload, ready)


def _check_free(host: str, port: int) -> None:
    """See that nothing listens there already, which gunicorn would try again for a while and then say in its own words."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
        except OSError as error:
            says = _(
                "cannot listen at {host}:{port}: {why}. Choose another with --bind, such as 127.0.0.1:8001."
            )
            raise CannotServe(says.format(host=host, port=port, why=error.strerror)) from None


def application() -> Any:
    """Return the site, with the record read and the templates at hand."""
    from kengesh.site.wsgi import application as site  # noqa: PLC0415  (settings have to be known first)

    import_module(settings.ROOT_URLCONF)
    read_ahead(the_record())
    gc.collect()
    gc.freeze()  # the state stays: looking through it for rubbish would hold up readers, and unshare it between workers
    gc.set_threshold(50_000, 20, 50)
    return site


def _serve_by_gunicorn(host: str, port: int, workers: int, reload: bool, ready: str) -> None:
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415  (not to be had on Windows)

    options = {
        "bind": f"{f'[{host}]' if ':' in host else host}:{port}",
        "workers": workers,
        "threads": THREADS,
        "worker_class": "gthread",
        "preload_app": not reload,
        "reload": reload,
        "loglevel": "warning",
        "keepalive": 15,
        "limit_request_line": LONGEST_REQUEST_LINE,
        "when_ready": lambda server: _ready(server, ready),
        "control_socket_disable": True,
    }

    class Site(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            return application()

    Site().run()


def _ready(server: Any, says: str) -> None:
    """Let no reader hold a thread who sends nothing, or takes nothing, for a while; then say that the site is up.

    The accepted sockets have the times of the listening one. gunicorn's own limits are for whole workers, not for readers.
    """
    wait = struct.pack("ll", LONGEST_WAIT, 0)  # a timeval: seconds, microseconds
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, wait)
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, wait)
    print(says, flush=True)


def _serve_on_windows(host: str, port: int, ready: str) -> None:
    from django.core.servers.basehttp import run  # noqa: PLC0415

    site = application()
    print(ready, flush=True)
    run(host, port, site, ipv6=":" in host, threading=True)
