"""A log's files as a web server gives them: fetched under an http or https address, each as it is.

:class:`RemoteFiles` reads in the way of the class that reads a disk, so a :class:`~kengesh.record.log.Log` can be opened
over it:

    with closing(RemoteFiles("https://example.org/record/")) as files:
        log = Log.open(Path(), files)

Nothing that comes is believed: who reads a log has to check it, as with a folder. What is seen to here is that an answer
is one at all. It ends (each file has a size that it cannot exceed, and a time), it is whole, it is not a page for people; a
redirect leads to http or https, and never from https to http; a certificate that does not verify is refused. A connection
that breaks is tried again a few times. No cookie is sent, and no password.

Several threads may read at once. Connections are kept alive and used again. The proxy that the person's environment or
system names is used, except for this very machine.
"""

from __future__ import annotations

import errno
import http.client
import os
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from ipaddress import ip_address
from pathlib import Path
from socket import SHUT_RDWR, gaierror
from threading import Lock
from typing import NoReturn
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from kengesh.record.errors import RecordError
from kengesh.record.tile import LARGEST_ENTRY, parse_tile_path
from kengesh.record.tree import HASH_BYTES
from kengesh.terms.messages import _

TIMEOUT_SECONDS = 30.0  # for a connection, and for each piece of an answer
SLOWEST_BYTES_PER_SECOND = (
    256  # on the average of a file; below, an answer that trickles would hold us for days
)
PAUSES_SECONDS = (
    0.0,
    1.0,
    3.0,
)  # before a request is made again: the first is for a connection kept alive too long
REDIRECTS = 5
CACHED_PROXIES = 16  # servers; on some systems it takes time to learn the proxy
LARGEST_HEAD = (
    1 << 20
)  # a checkpoint with a hundred signatures, also of the longer kinds; a log.toml with thousands of keys
LARGEST_TEXT = 1 << 30  # a text is held in memory while its hash is taken
PIECE = 1 << 16
LONGEST_SHOWN = 200  # characters of what a server said
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")  # of two letters or more: C:\x is a folder
PRINTED = re.compile(r"[!-~]*")
PATH_CHARACTERS = "/%:@!$&'()*+,;=~"
PAGE = (b"<!doctype", b"<html", b"<?xml")  # what no file of a record but a text begins with
MISSING = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
MOVED = {301, 302, 303, 307, 308}
FOR_NOW = {429, 502, 503, 504}  # a server or a gateway that is busy says so


class RemoteError(RecordError):
    """An address that is none of a record's, or an answer that cannot be used."""


class _Broken(Exception):
    """What may go better when it is tried again."""


def is_address(source: str) -> bool:
    """Say whether a person gave an address rather than a folder, of whatever scheme."""
    return ADDRESS.match(source) is not None


class RemoteFiles:
    """The files under an address, to be read by their paths inside the record."""

    def __init__(self, address: str) -> None:
        """Take an address, with or without a slash at its end. Nothing is fetched. Raises RemoteError."""
        parts = _split(address)
        if parts.query or parts.fragment or address.rstrip().endswith(("?", "#")):
            says = _("{address}: what follows ? or # has no place in the address of a record. Leave it out.")
            raise RemoteError(says.format(address=address))
        self.address = parts.geturl().rstrip("/") + "/"
        self._secure: ssl.SSLContext | None = None
        self._idle: dict[tuple[str, str], list[http.client.HTTPConnection]] = {}
        self._open: set[http.client.HTTPConnection] = set()
        self._lock = Lock()
        self._closed = False
        self._proxy = lru_cache(CACHED_PROXIES)(_proxy)

    def named(self, path: Path) -> str:
        """Return the address of a file; of the record where the path is empty."""
        return self.address + ("" if path == Path() else path.as_posix())

    def read(self, path: Path, most: int | None = None) -> bytes:
        """Fetch a file of at most so many bytes (of a tile and the like, as many as it can have).

        Raises FileNotFoundError when the server does not have it, RemoteError.
        """
        inside, url = path.as_posix(), self.named(path)
        data = self._fetch(url, _most(inside) if most is None else min(most, LARGEST_TEXT))
        if not inside.startswith("blobs/") and data[:200].lstrip().lower().startswith(PAGE):
            says = _(
                "{address}: a page for people came in place of a record's file. Give the address under which a "
                "record's files are served as they are: checkpoint, log.toml, tile/ and blobs/."
            )
            raise RemoteError(says.format(address=url))
        return data

    def close(self) -> None:
        """End every connection, also those on which other threads wait for an answer."""
        self._closed = True
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            if connection.sock is not None:
                with suppress(OSError):
                    connection.sock.shutdown(SHUT_RDWR)
            self._drop(connection)

    def _fetch(self, url: str, most: int) -> bytes:
        why = ""
        for pause in (None, *PAUSES_SECONDS):
            if pause is not None:
                time.sleep(pause)
            if self._closed:
                break
            try:
                return self._follow(url, most)
            except _Broken as broken:
                why = str(broken)
                self._forget_idle()
        says = _(
            "{address}: the file could not be fetched ({why}). Run it again later: it goes on where it stopped."
        )
        raise RemoteError(says.format(address=url, why=why))

    def _follow(self, url: str, most: int) -> bytes:
        """Ask for a file, also where the server sends us on."""
        asked = url
        for _number in range(REDIRECTS + 1):
            answer = self._ask(asked, most)
            if isinstance(answer, bytes):
                return answer
            asked = _next(asked, answer)
        says = _("{address}: the server sends us on and on, last to {next}.")
        raise RemoteError(says.format(address=url, next=_shown(asked)))

    def _ask(self, url: str, most: int) -> bytes | str:
        """Make one request; return the file's bytes, or where else it is."""
        parts = _split(url)
        connection, target, headers = self._connection(parts)
        whole = False
        try:
            connection.request("GET", target, headers={**headers, **_headers(parts.path)})
            response = connection.getresponse()
            if response.status in MOVED:
                return response.headers.get("Location") or ""
            _check_status(url, response)
            data = b"".join(_pieces(url, response, most))
            response.close()
            whole = not response.will_close
        except ssl.SSLCertVerificationError as error:
            says = _("{address}: the server's certificate does not verify: {why}")
            raise RemoteError(says.format(address=url, why=error.verify_message)) from None
        except http.client.IncompleteRead:
            raise _Broken(_("the answer ended too early")) from None
        except http.client.InvalidURL as error:
            raise RemoteError(_("{file}: {why}").format(file=url, why=error)) from None
        except (OSError, http.client.HTTPException) as error:
            if isinstance(error, FileNotFoundError) and error.filename == url:
                raise
            raise _Broken(_reason(error)) from None
        finally:
            if whole and not self._closed:
                with self._lock:
                    self._idle.setdefault((parts.scheme, parts.netloc), []).append(connection)
            else:
                self._drop(connection)
        return data

    def _connection(self, parts: SplitResult) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
        """Return a connection to a server, what to ask on it, and what to send with it for a proxy."""
        proxy = self._proxy(parts.scheme, parts.hostname or "")
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        if proxy is not None and parts.scheme == "http":
            target = f"{parts.scheme}://{parts.netloc}{target}"
        with self._lock:
            idle = self._idle.get((parts.scheme, parts.netloc))
            if idle:
                return idle.pop(), target, {"Host": parts.netloc}
        connection = self._new_connection(parts, proxy)
        with self._lock:
            self._open.add(connection)
        return connection, target, {"Host": parts.netloc}

    def _new_connection(
        self, parts: SplitResult, proxy: tuple[str, int] | None
    ) -> http.client.HTTPConnection:
        host = parts.hostname or ""
        at, port = proxy or (host, parts.port)
        if parts.scheme == "http":
            return http.client.HTTPConnection(at, port, timeout=TIMEOUT_SECONDS)
        if self._secure is None:
            self._secure = ssl.create_default_context()
        secure = http.client.HTTPSConnection(at, port, timeout=TIMEOUT_SECONDS, context=self._secure)
        if proxy is not None:
            secure.set_tunnel(host, parts.port)
        return secure

    def _forget_idle(self) -> None:
        with self._lock:
            idle = [connection for kept in self._idle.values() for connection in kept]
            self._idle.clear()
        for connection in idle:
            self._drop(connection)

    def _drop(self, connection: http.client.HTTPConnection) -> None:
        with self._lock:
            self._open.discard(connection)
        with suppress(OSError):
            connection.close()


def _split(url: str) -> SplitResult:
    """Take an address apart, in the characters that may be sent. Raises RemoteError."""
    url = url.strip()
    try:
        if not url.isprintable():  # which urlsplit would pass over in silence
            raise ValueError(_("it has characters that cannot be seen"))
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        if not PRINTED.fullmatch(host):
            host = host.encode("idna").decode("ascii")
    except ValueError as error:
        raise RemoteError(
            _("{address}: this is not an address: {why}.").format(address=url, why=error)
        ) from None
    if parts.scheme not in ("http", "https"):
        says = _(
            "{address}: a record is fetched from http:// or https:// addresses, or copied from a folder."
        )
        raise RemoteError(says.format(address=url))
    if not host:
        raise RemoteError(_("{address}: this address names no server.").format(address=url))
    if parts.username is not None:
        says = _("{address}: leave name and password out of the address; a record is served to anybody.")
        raise RemoteError(
            says.format(address=parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl())
        )
    netloc = f"[{host}]" if ":" in host else host
    return parts._replace(
        netloc=netloc if port is None else f"{netloc}:{port}",
        path=quote(parts.path, safe=PATH_CHARACTERS) or "/",
        query=quote(parts.query, safe=PATH_CHARACTERS + "?"),
    )


def _most(path: str) -> int:
    """Return how many bytes a file of a log can have."""
    tile = parse_tile_path(path)
    if tile is None:
        return LARGEST_HEAD
    return tile.width * (HASH_BYTES if tile.level is not None else 2 + LARGEST_ENTRY)


def _headers(path: str) -> dict[str, str]:
    headers = {"User-Agent": _agent(), "Accept": "*/*", "Accept-Encoding": "identity"}
    if path.endswith(("/checkpoint", "/log.toml")):  # all else never changes; these two must be of one time
        headers["Cache-Control"] = "no-cache"
    return headers


@cache
def _agent() -> str:
    try:
        return f"kengesh/{version('kengesh')}"
    except PackageNotFoundError:  # its folder was put on the path, and it never installed
        return "kengesh"


def _check_status(url: str, response: http.client.HTTPResponse) -> None:
    if response.status == HTTPStatus.OK:
        encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in ("", "identity"):
            says = _("{address}: the server sent the file in another form ({encoding}), not as it is.")
            raise RemoteError(says.format(address=url, encoding=_shown(encoding)))
        return
    if response.status in MISSING:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), url)
    status = f"{response.status} {http.client.responses.get(response.status, '')}".strip()
    if response.status in FOR_NOW:
        raise _Broken(_("the server answers {status}").format(status=status))
    says = _("{address}: the server does not give the file; it answers {status}.")
    raise RemoteError(says.format(address=url, status=status))


def _pieces(url: str, response: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    """Yield an answer as it comes. Raises RemoteError when it is too long, IncompleteRead, OSError."""
    if response.length is not None and response.length > most:
        _too_long(url, most)
    got, began = 0, time.monotonic()
    while piece := response.read1(PIECE):
        got += len(piece)
        if got > most:
            _too_long(url, most)
        yield piece
        seconds = time.monotonic() - began
        if seconds > TIMEOUT_SECONDS and got < seconds * SLOWEST_BYTES_PER_SECOND:
            raise _Broken(_("the answer comes too slowly"))
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)


def _too_long(url: str, most: int) -> NoReturn:
    says = _("{address}: the file that the server sends is longer than the {most} bytes that it can have.")
    raise RemoteError(says.format(address=url, most=most))


def _next(url: str, location: str) -> str:
    """Return the address that a server sends us on to. Raises RemoteError unless we may go there."""
    try:
        following = urljoin(url, location)
    except ValueError:
        following = location
    if not location:
        raise RemoteError(_("{address}: the server sends us on and does not say where.").format(address=url))
    if not following.lower().startswith(("http://", "https://")):
        says = _("{address}: the server sends us on to {next}, which is not an http or https address.")
        raise RemoteError(says.format(address=url, next=_shown(following)))
    if url.startswith("https:") and not following.lower().startswith("https:"):
        says = _("{address}: the server sends us on to {next}, which is not secured as this address is.")
        raise RemoteError(says.format(address=url, next=_shown(following)))
    return _split(following)._replace(fragment="").geturl()


def _proxy(scheme: str, host: str) -> tuple[str, int] | None:
    """Return host and port of the proxy by which a server is reached, as the person's environment or system has it."""
    named = getproxies().get(scheme)
    if not named or _is_here(host) or proxy_bypass(host):
        return None
    try:
        proxy = urlsplit(named if "://" in named else f"http://{named}")
        return (proxy.hostname, proxy.port or http.client.HTTP_PORT) if proxy.hostname else None
    except ValueError as error:
        says = _("the proxy {proxy}, which is set on this machine, is not an address: {why}.")
        raise RemoteError(says.format(proxy=_shown(named), why=error)) from None


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _reason(error: Exception) -> str:
    """Return why a connection failed, for a person."""
    if isinstance(error, TimeoutError):
        return _("no answer in time")
    if isinstance(error, gaierror):
        return _("no server of this name was found")
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return _shown(str(error)) or type(error).__name__


def _shown(text: str) -> str:
    """Return what a server said, in a form that does nothing to a terminal and fits in a sentence."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:LONGEST_SHOWN]
    )
