"""A record that is served over HTTP is mirrored as one in a folder is, whatever the server answers."""

from __future__ import annotations

import shutil
import ssl
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from itertools import count, cycle
from pathlib import Path
from socket import SHUT_RDWR, SHUT_WR, create_connection, socket
from threading import Barrier, Event, Thread
from threading import enumerate as enumerate_threads
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from kengesh import __version__
from kengesh.cli import main
from kengesh.record import remote
from kengesh.record.blobs import BlobError, blob_path, put_blob
from kengesh.record.checking import VerificationFailed
from kengesh.record.checkpoint import Checkpoint, sign_checkpoint
from kengesh.record.errors import RecordError
from kengesh.record.files import FileDiffers
from kengesh.record.log import Log, LogError
from kengesh.record.mirror import MirrorRefused, mirror
from kengesh.record.note import Signer
from kengesh.record.outline import Outline
from kengesh.record.remote import RemoteError, RemoteFiles, is_address
from kengesh.record.trust import remembered_key
from kengesh.record.verify import examine_record
from kengesh.record.writer import Writer, create
from tests.record.keeper import (
    IMPOSTOR,
    KEEPER,
    ORIGIN,
    act_with_blob,
    copied,
    hand_over,
    impostor,
    new_log,
    note_of,
    statements,
)

TEXT = b"Joint statement"
HEAD = ["checkpoint", "log.toml"]
Answer = Callable[["Handler"], None]


class Server(ThreadingHTTPServer):
    """A server on this machine that gives the files of a folder as they are, but those that have an answer of their own."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.prefix = "/record/"
        self.instead: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.sent: list[dict[str, str]] = []
        self.connections: list[socket] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def root(self) -> str:
        """The address of the server, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def address(self) -> str:
        """The address of the record."""
        return self.root + self.prefix

    def since(self) -> list[str]:
        """Return what was asked for since this was called before, in the order of the alphabet."""
        asked, self.asked = sorted(self.asked), []
        return asked

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a client has gone away."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def setup(self) -> None:
        super().setup()
        self.server.connections.append(self.connection)

    def do_GET(self) -> None:
        path = self.path.removeprefix("http://elsewhere.example")  # as a proxy is asked
        path = unquote(path.partition("?")[0]).removeprefix(self.server.prefix)
        self.server.asked.append(path)
        self.server.sent.append(dict(self.headers))
        file = self.server.folder / path
        if path in self.server.instead:
            self.server.instead[path](self)
        elif path.startswith("/") or not file.is_file():
            self.answer(404, b"not here")
        else:
            self.answer(200, file.read_bytes())

    def do_CONNECT(self) -> None:
        """Be a proxy: lead to this machine whatever the name, and pass on what either side says."""
        self.server.asked.append(self.path)
        with create_connection(("127.0.0.1", int(self.path.rpartition(":")[2]))) as other:
            self.send_response(200)
            self.end_headers()
            back = Thread(target=pass_on, args=(other, self.connection), daemon=True)
            back.start()
            pass_on(self.connection, other)
            back.join()
        self.close_connection = True

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


def pass_on(said: socket, to: socket) -> None:
    """Pass on what one side says until it has said all."""
    with suppress(OSError):
        while data := said.recv(1 << 16):
            to.sendall(data)
        to.shutdown(SHUT_WR)


@contextmanager
def serving(folder: Path, secure: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Serve a folder while the block lasts."""
    server = Server(folder)
    if secure is not None:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long in these tests, and nobody is led through the proxy of who runs them."""
    monkeypatch.setattr(remote, "PAUSES_SECONDS", (0.0, 0.01, 0.02))
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="module")
def long_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_log(tmp_path_factory.mktemp("long") / "record", 5 * 256 + 20).path


@pytest.fixture(scope="module")
def short_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of 6 entries; the last names a text."""
    path = new_log(tmp_path_factory.mktemp("short") / "record", 5).path
    put_blob(path, TEXT)
    with Writer(path, KEEPER) as writer:
        writer.append([note_of(act_with_blob(TEXT))])
    return path


@pytest.fixture
def record(short_record: Path, tmp_path: Path) -> Path:
    return copied(short_record, tmp_path / "record")


@pytest.fixture
def server(record: Path) -> Iterator[Server]:
    with serving(record) as running:
        yield running


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def mirrored(record: Path) -> dict[str, bytes]:
    """Return what a mirror made from the folder itself holds."""
    mirror(record, record.with_name("from-the-folder"))
    return files_of(record.with_name("from-the-folder"))


def append(record: Path, start: int, end: int) -> None:
    with Writer(record, KEEPER) as writer:
        for first in range(start, end, 256):
            writer.append(statements(first, min(end, first + 256)))


def with_status(status: int, **headers: str) -> Answer:
    return lambda handler: handler.answer(status, b"", **headers)


def with_body(body: bytes, **headers: str) -> Answer:
    return lambda handler: handler.answer(200, body, **headers)


def times(number: int, first: Answer, then: Answer) -> Answer:
    """Answer so often in one way, then in another."""
    asked = count()
    return lambda handler: (first if next(asked) < number else then)(handler)


def truncated(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"kengesh")
    handler.close_connection = True


def truncated_in_chunks(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"40\r\nkengesh")
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """Send for as long as anybody reads."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"10000\r\n" + bytes(0x10000) + b"\r\n")


def too_long(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(1 << 40))
    handler.end_headers()


def silent(handler: Handler) -> None:
    """Close the connection in the place of an answer."""
    handler.close_connection = True


# --- what works ---------------------------------------------------------------------------------------------------


def test_a_mirror_of_a_served_record_is_the_record_and_follows_it(
    server: Server, record: Path, config: Path, tmp_path: Path
) -> None:
    first = mirror(server.address, tmp_path / "mirror")
    assert (first.size, first.new_entries, first.key_trust) == (6, 6, "first seen")
    assert files_of(tmp_path / "mirror") == mirrored(record)
    assert remembered_key(ORIGIN, config) == KEEPER.verifier.vkey
    append(record, 6, 700)
    assert mirror(server.address, tmp_path / "mirror").new_entries == 694
    append(record, 700, 701)
    followed = mirror(server.address, tmp_path / "mirror")
    assert (followed.size, followed.new_entries, followed.key_trust) == (701, 1, "remembered")
    assert examine_record(tmp_path / "mirror").warnings == ()
    hand_over(record)
    assert mirror(server.address, tmp_path / "mirror").size == 702


def test_a_second_run_asks_for_the_head_and_the_outline_alone(server: Server, tmp_path: Path) -> None:
    mirror(server.address, tmp_path / "mirror")
    assert server.since() == sorted([*HEAD, "tile/0/000.p/6", "tile/entries/000.p/6", blob_of(TEXT)])
    mirror(server.address, tmp_path / "mirror")
    assert server.since() == sorted([*HEAD, "tile/0/000.p/6"])


def test_a_copy_that_is_behind_asks_only_for_what_is_new(long_record: Path, tmp_path: Path) -> None:
    with serving(copied(long_record, tmp_path / "record")) as server:
        mirror(server.address, tmp_path / "mirror")
        append(server.folder, 5 * 256 + 20, 7 * 256)
        server.since()
        mirror(server.address, tmp_path / "mirror")
        asked = server.since()
    assert [path for path in asked if "entries" in path] == ["tile/entries/005", "tile/entries/006"]
    assert len(asked) == 2 + 2 + 2  # the head, the outline (level 1, and where the copy ended), the entries


def test_a_request_says_who_asks_and_tells_nothing_else(server: Server, tmp_path: Path) -> None:
    server.instead["checkpoint"] = lambda handler: handler.answer(
        200, (server.folder / "checkpoint").read_bytes(), Set_Cookie="session=1"
    )
    mirror(server.address, tmp_path / "mirror")
    assert {name for sent in server.sent for name in sent} == {
        "Accept",
        "Accept-Encoding",
        "Cache-Control",
        "Host",
        "User-Agent",
    }
    assert {sent["User-Agent"] for sent in server.sent} == {f"kengesh/{__version__}"}


def test_few_connections_carry_many_requests(long_record: Path, tmp_path: Path) -> None:
    with serving(long_record) as server:
        mirror(server.address, tmp_path / "mirror")
        assert len(server.asked) == 10 and len(server.connections) <= 4
    assert examine_record(tmp_path / "mirror").warnings == ()


def test_a_record_of_another_language_of_names_is_found(record: Path, tmp_path: Path) -> None:
    with serving(record) as server:
        server.prefix = "/хатшы журналы/"
        for address in (server.address, server.root + "/хатшы%20журналы"):
            assert mirror(address, tmp_path / "mirror").size == 6


def test_a_log_that_grows_while_it_is_copied_is_copied_as_its_checkpoint_was(tmp_path: Path) -> None:
    record = new_log(tmp_path / "record", 250).path

    def grow(handler: Handler) -> None:
        if Log.open(record).size == 250:
            append(record, 250, 300)
        handler.answer(404, b"")

    with serving(record) as server:
        server.instead["tile/0/000.p/250"] = grow
        assert mirror(server.address, tmp_path / "mirror").size == 250
        assert not (record / "tile/entries/000.p").exists() and "tile/entries/000" in server.asked
        assert examine_record(tmp_path / "mirror").log.size == 250
        assert mirror(server.address, tmp_path / "mirror").new_entries == 50
    assert examine_record(tmp_path / "mirror").warnings == ()


def test_a_text_that_an_act_withholds_may_be_missing(record: Path, server: Server, tmp_path: Path) -> None:
    (record / blob_of(TEXT)).unlink()
    with pytest.raises(VerificationFailed, match="it is missing; entry 5 names it"):
        mirror(server.address, tmp_path / "mirror")
    act = {"kind": "withhold-blob/1", "voice": "performed", "because": "asked", "sha256": blob_of(TEXT)[-64:]}
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(act)])
    assert mirror(server.address, tmp_path / "mirror").size == 7
    server.instead[blob_of(TEXT)] = with_status(410)
    assert mirror(server.address, tmp_path / "mirror").size == 7


def test_the_command_takes_an_address(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for address, code, says in (
        (server.address, 0, f"copy holds 6 entries of {ORIGIN}, 6 of them new."),
        (server.root + "/nowhere", 1, f"Error: {server.root}/nowhere/: there is no record here"),
        ("ftp://record.example/", 1, "http:// or https://"),
    ):
        with pytest.raises(SystemExit) as left:
            main(["mirror", address, str(tmp_path / "copy")])
        told = capsys.readouterr()
        assert (left.value.code or 0, says in told.out + told.err) == (code, True), told


# --- interrupted --------------------------------------------------------------------------------------------------


def test_an_interrupted_mirror_goes_on_where_it_stopped(long_record: Path, tmp_path: Path) -> None:
    with serving(long_record) as server:
        server.instead["tile/entries/003"] = silent
        with pytest.raises(RemoteError, match="tile/entries/003: .*it goes on where it stopped"):
            mirror(server.address, tmp_path / "mirror")
        held = set(files_of(tmp_path / "mirror"))
        assert "tile/entries/002" in held and not held & {"checkpoint", "tile/entries/003"}
        server.since()
        server.instead.clear()
        assert mirror(server.address, tmp_path / "mirror").new_entries == 5 * 256 + 20
        asked = set(server.since())
    assert {"tile/entries/003", "tile/entries/004"} < asked and not asked & held
    assert examine_record(tmp_path / "mirror").warnings == ()


@pytest.mark.parametrize("way", [silent, truncated, truncated_in_chunks, with_status(503)])
def test_a_connection_that_breaks_is_tried_again(server: Server, tmp_path: Path, way: Answer) -> None:
    right = (server.folder / "tile/entries/000.p/6").read_bytes()
    server.instead["tile/entries/000.p/6"] = times(3, way, with_body(right))
    assert mirror(server.address, tmp_path / "mirror").size == 6
    assert server.asked.count("tile/entries/000.p/6") == 4
    assert files_of(tmp_path / "mirror") == mirrored(server.folder)


def test_connections_that_the_server_has_closed_meanwhile_cost_one_try(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, together = (server.folder / "checkpoint").read_bytes(), Barrier(4)

    def wait_for_all(handler: Handler) -> None:
        together.wait(10)
        handler.answer(200, right)

    server.instead["checkpoint"] = wait_for_all
    monkeypatch.setattr(remote, "PAUSES_SECONDS", (0.0,))
    with closing(RemoteFiles(server.address)) as files:
        with ThreadPoolExecutor(4) as readers:
            assert set(readers.map(files.read, [Path("checkpoint")] * 4)) == {right}
        for connection in server.connections:
            connection.shutdown(SHUT_RDWR)
        assert files.read(Path("log.toml")) == (server.folder / "log.toml").read_bytes()
    assert len(server.connections) == 5


def test_who_interrupts_does_not_wait_for_a_server_that_is_silent(long_record: Path, tmp_path: Path) -> None:
    gone = Event()
    with serving(long_record) as server:
        server.instead["tile/entries/004"] = lambda handler: silent(handler) if gone.wait(120) else None

        def interrupt(_done: int, _of: int) -> None:
            raise KeyboardInterrupt

        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            mirror(server.address, tmp_path / "mirror", interrupt)
        while any(one.name.startswith("ThreadPoolExecutor") for one in enumerate_threads()):
            assert time.monotonic() - began < 60, "a thread still waits for the server"
            time.sleep(0.01)
        gone.set()


def test_a_server_that_is_not_there_is_told_with_its_address(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        address = server.address
    with pytest.raises(RemoteError, match=f"^{address}log.toml: .*refused.* Run it again later"):
        mirror(address, tmp_path / "mirror")


# --- nothing is taken on trust ------------------------------------------------------------------------------------


def blob_of(data: bytes) -> str:
    """Return where a text lies in a record."""
    return blob_path(act_with_blob(data)["text"]["sha256"])


def test_an_entry_that_was_changed_is_named_and_not_kept(server: Server, tmp_path: Path) -> None:
    bundle = (server.folder / "tile/entries/000.p/6").read_bytes()
    server.instead["tile/entries/000.p/6"] = with_body(bundle.replace(b'"number":3,', b'"number":9,'))
    with pytest.raises(VerificationFailed, match="entry 3"):
        mirror(server.address, tmp_path / "mirror")
    assert not (tmp_path / "mirror").exists()


def test_good_entries_that_are_not_under_the_checkpoint_are_not_kept(
    long_record: Path, tmp_path: Path
) -> None:
    """Entries 300 and 301, each rightly signed, have changed places on the way."""
    data = (long_record / "tile/entries/001").read_bytes()
    notes = [Log.open(long_record).entry(index) for index in (300, 301)]
    one, other = (len(note).to_bytes(2, "big") + note for note in notes)
    assert one + other in data
    with serving(long_record) as server:
        server.instead["tile/entries/001"] = with_body(data.replace(one + other, other + one))
        with pytest.raises(VerificationFailed, match="tile/entries/001: its entries are not those under"):
            mirror(server.address, tmp_path / "mirror")
        assert not (tmp_path / "mirror/tile/entries/001").exists()
        server.instead.clear()
        mirror(server.address, tmp_path / "mirror")
    assert examine_record(tmp_path / "mirror").warnings == ()


@pytest.mark.parametrize("tile", ["tile/0/005.p/20", "tile/1/000.p/5"])
def test_hash_tiles_that_are_not_under_the_checkpoint_are_refused(
    long_record: Path, tmp_path: Path, tile: str
) -> None:
    right = (long_record / tile).read_bytes()
    with serving(long_record) as server:
        for wrong, says in (
            (bytes(32) + right[32:], "root is not that of the hash tiles"),
            (right[:-1], "too short"),
            (right + bytes(32), "longer than"),
        ):
            server.instead[tile] = with_body(wrong)
            with pytest.raises(RecordError, match=says):
                mirror(server.address, tmp_path / "mirror")
    assert not (tmp_path / "mirror").exists()


def test_a_hash_tile_that_is_wrong_does_not_make_a_fork_of_an_honest_log(
    long_record: Path, tmp_path: Path
) -> None:
    with serving(copied(long_record, tmp_path / "record")) as server:
        mirror(server.address, tmp_path / "mirror")
        append(server.folder, 5 * 256 + 20, 6 * 256 + 1)
        server.instead["tile/0/005"] = with_body(bytes(8192))
        with pytest.raises(VerificationFailed, match="tile/0/005: its hashes are not those"):
            mirror(server.address, tmp_path / "mirror")


def test_the_outline_of_a_log_has_its_roots_at_every_size(long_record: Path) -> None:
    log = Log.open(long_record)
    outline = Outline(log)
    for size in (*range(1, 600), *range(1270, log.size + 1)):
        assert outline.root_at(size) == log.root_at(size)


def test_a_checkpoint_with_another_root_and_other_keys_than_are_told_are_refused(
    server: Server, tmp_path: Path
) -> None:
    listed = f'\n[[keys]]\nvkey = "{IMPOSTOR.verifier.vkey}"\nfrom_size = 9\n'.encode()
    checkpoint = sign_checkpoint(Checkpoint(ORIGIN, 6, bytes(32)), KEEPER)
    for path, body, says in (
        ("checkpoint", checkpoint, "root"),
        ("log.toml", (server.folder / "log.toml").read_bytes() + listed, "lists other keys"),
    ):
        server.instead = {path: with_body(body)}
        with pytest.raises(VerificationFailed, match=says):
            mirror(server.address, tmp_path / "mirror")
    assert not (tmp_path / "mirror" / "checkpoint").exists()


def test_a_served_log_is_mirrored_only_if_it_is_kept_with_the_key_trusted(
    server: Server, config: Path, tmp_path: Path
) -> None:
    theirs = impostor(tmp_path / "theirs", 5).path
    with pytest.raises(VerificationFailed, match="not kept with the key given"):
        mirror(server.address, tmp_path / "mirror", key=IMPOSTOR.verifier.vkey)
    mirror(server.address, tmp_path / "mirror", key=KEEPER.verifier.vkey)
    assert remembered_key(ORIGIN, config) is None
    mirror(server.address, tmp_path / "mirror")
    with serving(theirs) as other, pytest.raises(VerificationFailed, match="remembered on this machine"):
        mirror(other.address, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_fork_an_older_log_and_another_log_are_refused_and_the_copy_stays(
    record: Path, server: Server, tmp_path: Path
) -> None:
    older = copied(record, tmp_path / "older")
    fork = copied(record, tmp_path / "fork")
    append(fork, 200, 300)
    append(record, 6, 8)
    mirror(server.address, tmp_path / "mirror")
    held = files_of(tmp_path / "mirror")
    other = Signer("kengesh.example/other", bytes(32))
    for folder, says in (
        (older, "is ahead: it has 8 entries and the source 6"),
        (fork, "another story than {address}: .* Mirror {address} into another folder"),
        (create(tmp_path / "other", other.name, other).path, "holds the log"),
    ):
        server.folder = folder
        with pytest.raises(MirrorRefused, match=says.format(address=server.address)):
            mirror(server.address, tmp_path / "mirror")
    assert files_of(tmp_path / "mirror") == held


def test_a_copy_that_is_damaged_is_told_so_and_not_passed_over(long_record: Path, tmp_path: Path) -> None:
    with serving(long_record) as server:
        mirror(server.address, tmp_path / "mirror")
        bundle = tmp_path / "mirror" / "tile/entries/001"
        bundle.write_bytes(bundle.read_bytes().replace(b'"number":300,', b'"number":301,'))
        with pytest.raises(FileDiffers, match="tile/entries/001: is there already with other bytes"):
            mirror(server.address, tmp_path / "mirror")
        bundle.unlink()
        assert mirror(server.address, tmp_path / "mirror").new_entries == 0
    assert examine_record(tmp_path / "mirror").warnings == ()


def test_a_text_of_other_bytes_or_without_end_is_not_taken(server: Server, tmp_path: Path) -> None:
    address = f"{server.address}{blob_of(TEXT)}"
    for answer, error, says in (
        (with_body(b"Wrong statement"), BlobError, "the bytes are not those of its name"),
        (with_body(TEXT[:-1]), BlobError, "the bytes are not those of its name"),
        (endless, RemoteError, "longer than the 15 bytes"),
        (with_body(TEXT + b"!"), RemoteError, "longer than the 15 bytes"),
    ):
        server.instead[blob_of(TEXT)] = answer
        with pytest.raises(error, match=f"^{address}: .*{says}"):
            mirror(server.address, tmp_path / "mirror")
    assert not (tmp_path / "mirror/checkpoint").exists() and not (tmp_path / "mirror/blobs").exists()


def test_a_text_that_is_a_web_page_is_a_text(tmp_path: Path) -> None:
    record, page = new_log(tmp_path / "record").path, b"<!DOCTYPE html><p>Joint statement"
    put_blob(record, page)
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(act_with_blob(page))])
    with serving(record) as server:
        mirror(server.address, tmp_path / "mirror")
    assert files_of(tmp_path / "mirror") == mirrored(record)


# --- bad answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*HEAD, "tile/0/000.p/6", "tile/entries/000.p/6"])
@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (
            with_body(b"\n<!doctype HTML><title>Sign in"),
            "a page for people came in place of .* tile/ and blobs/",
        ),
        (with_status(403), "does not give the file; it answers 403 Forbidden"),
        (with_status(500), "does not give the file; it answers 500 Internal Server Error"),
        (with_status(204), "does not give the file; it answers 204 No Content"),
        (with_status(503), "could not be fetched .*503 Service Unavailable.* Run it again later"),
        (silent, "could not be fetched .* Run it again later"),
        (truncated, "the answer ended too early"),
        (truncated_in_chunks, "the answer ended too early"),
        (endless, "longer than the [0-9]+ bytes that it can have"),
        (too_long, "longer than the [0-9]+ bytes that it can have"),
        (with_body(b"\x1f\x8b", Content_Encoding="gzip"), r"in another form \(gzip\)"),
        (with_body(b"", Content_Encoding="g\x1b[2Jzip"), r"in another form \(g�\[2jzip\)"),
        (with_status(302), "sends us on and does not say where"),
        (with_status(302, Location="file:///etc/passwd"), "which is not an http or https address"),
        (with_status(302, Location="?again"), "sends us on and on"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_its_address(
    server: Server, tmp_path: Path, path: str, answer: Answer, says: str
) -> None:
    server.instead[path] = answer
    with pytest.raises(RecordError, match=says) as refused:
        mirror(server.address, tmp_path / "mirror")
    assert str(refused.value).startswith(f"{server.address}{path}: ")
    assert not (tmp_path / "mirror").exists()


@pytest.mark.parametrize("path", HEAD)
def test_where_a_head_file_is_missing_there_is_no_record(server: Server, tmp_path: Path, path: str) -> None:
    server.instead[path] = with_status(404)
    says = f"^{server.address}: there is no record here: {server.address}{path} is missing"
    with pytest.raises(LogError, match=says):
        mirror(server.address, tmp_path / "mirror")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "a checkpoint has three lines"),
        (b"hello\n", "a checkpoint has three lines"),
        (b"\xff\n\n", "not UTF-8"),
    ],
)
def test_a_checkpoint_that_is_none_is_named_by_its_address(
    server: Server, tmp_path: Path, body: bytes, says: str
) -> None:
    server.instead["checkpoint"] = with_body(body)
    with pytest.raises(LogError, match=f"^{server.address}checkpoint: .*{says}"):
        mirror(server.address, tmp_path / "mirror")


@pytest.mark.parametrize("path", ["tile/0/000.p/6", "tile/entries/000.p/6"])
def test_a_tile_that_is_missing_is_named(server: Server, tmp_path: Path, path: str) -> None:
    server.instead[path] = with_status(404)
    with pytest.raises(RecordError, match=f"{path}: it is missing.$"):
        mirror(server.address, tmp_path / "mirror")


def test_an_answer_that_trickles_is_not_waited_for(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trickling(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "190")
        handler.end_headers()
        with suppress(OSError):  # who asked has gone
            for letter in range(190):
                handler.wfile.write(bytes([letter]))

    a_minute_each = SimpleNamespace(monotonic=count(0, 60).__next__, sleep=lambda _seconds: None)
    monkeypatch.setattr(remote, "time", a_minute_each)
    server.instead["checkpoint"] = trickling
    with pytest.raises(RemoteError, match="the answer comes too slowly"):
        mirror(server.address, tmp_path / "mirror")


def test_an_answer_that_does_not_come_is_not_waited_for(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = Event()

    def stuck(handler: Handler) -> None:
        tried.wait(20)
        handler.close_connection = True

    monkeypatch.setattr(remote, "TIMEOUT_SECONDS", 0.2)
    server.instead["checkpoint"] = stuck
    with pytest.raises(RemoteError, match="no answer in time"):
        mirror(server.address, tmp_path / "mirror")
    tried.set()


# --- sent on, secured, by way of a proxy --------------------------------------------------------------------------


def test_a_server_may_send_us_on_to_another(server: Server, tmp_path: Path) -> None:
    with serving(tmp_path / "empty") as first:
        for status, path in zip(cycle((301, 302, 303, 307, 308)), files_of(server.folder), strict=False):
            first.instead[path] = with_status(status, Location=f"{server.address}{path}?signed=1#here")
        assert mirror(first.address, tmp_path / "mirror").size == 6
    assert files_of(tmp_path / "mirror") == mirrored(server.folder)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine that nobody else has signed, and its key."""
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "record.example")])
    names = [x509.IPAddress(ip_address("127.0.0.1")), x509.DNSName("record.example")]
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1)
        )
        .add_extension(x509.SubjectAlternativeName(names), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, None)
    )
    file = tmp_path_factory.mktemp("certificate") / "server.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def secured(record: Path, certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(record, context) as running:
        yield running


def secured_address(server: Server) -> str:
    return server.address.replace("http:", "https:")


def test_a_certificate_that_does_not_verify_is_refused_with_the_reason(
    secured: Server, tmp_path: Path
) -> None:
    address = secured_address(secured)
    with pytest.raises(RemoteError, match=f"^{address}log.toml: .*certificate does not verify: self.signed"):
        mirror(address, tmp_path / "mirror")
    assert secured.asked == []


def test_a_secured_record_is_mirrored_and_does_not_send_us_on_to_an_open_one(
    secured: Server, server: Server, certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert mirror(secured_address(secured), tmp_path / "mirror").size == 6
    secured.instead["checkpoint"] = with_status(301, Location=f"{server.address}checkpoint")
    with pytest.raises(RemoteError, match=f"{server.address}checkpoint, which is not secured"):
        mirror(secured_address(secured), tmp_path / "mirror")
    assert server.asked == []
    server.instead["checkpoint"] = with_status(301, Location=f"{secured_address(secured)}checkpoint")
    secured.instead.clear()
    assert mirror(server.address, tmp_path / "mirror").size == 6


def test_a_proxy_is_used_but_not_for_this_machine(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(tmp_path) as proxy:
        monkeypatch.setenv("http_proxy", proxy.root)
        mirror(server.address, tmp_path / "mirror")
        proxy.folder = server.folder
        assert proxy.asked == [] and mirror("http://elsewhere.example/record/", tmp_path / "mirror").size == 6
        assert set(HEAD) < set(proxy.asked) and proxy.sent[0]["Host"] == "elsewhere.example"
    monkeypatch.setenv("http_proxy", "http://[nowhere")
    with pytest.raises(RemoteError, match=r"the proxy http://\[nowhere"):
        mirror("http://elsewhere.example/record/", tmp_path / "mirror")


def test_a_secured_record_is_reached_through_a_proxy_and_its_certificate_is_looked_at(
    secured: Server, certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"https://record.example:{secured.server_port}/record/"
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(tmp_path) as proxy:
        monkeypatch.setenv("https_proxy", proxy.root)
        assert mirror(address, tmp_path / "mirror").size == 6
        assert set(proxy.asked) == {f"record.example:{secured.server_port}"}
        with pytest.raises(RemoteError, match="certificate does not verify: Hostname mismatch"):
            mirror(address.replace("record.example", "other.example"), tmp_path / "mirror")


# --- addresses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("http://record.example", "http://record.example/"),
        ("HTTPS://Record.Example:8443/a/record//", "https://record.example:8443/a/record/"),
        ("http://record.example/the record/%D1%85", "http://record.example/the%20record/%D1%85/"),
        ("http://bücher.example/х", "http://xn--bcher-kva.example/%D1%85/"),
        ("http://[::1]:80/record", "http://[::1]:80/record/"),
    ],
)
def test_an_address_is_taken_as_people_write_it(given: str, address: str) -> None:
    with closing(RemoteFiles(given)) as files:
        assert files.address == address
        assert files.named(Path("tile/0/000")) == f"{address}tile/0/000"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("ftp://record.example/", "http:// or https://"),
        ("file:///srv/record", "http:// or https://"),
        ("http:///record", "names no server"),
        ("http://record.example/?size=1", "Leave it out"),
        ("http://record.example/?", "Leave it out"),
        ("http://record.example/#top", "Leave it out"),
        ("http://host:secret@record.example/", "^http://record.example/: leave name and password out"),
        ("http://record.example:99999/", "not an address"),
        ("http://[::1/", "not an address"),
        ("http://record.example/a\r\nHost: x", "cannot be seen"),
    ],
)
def test_an_address_that_is_none_of_a_record_is_refused(given: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(RemoteError, match=says) as refused:
        mirror(given, tmp_path / "mirror")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "folder", ["C:\\record", "C:/record", "c://record", "record", "/srv/http:/record", "."]
)
def test_a_folder_is_no_address(folder: str) -> None:
    assert not is_address(folder)


def test_a_folder_is_mirrored_whether_given_as_text_or_path(record: Path, tmp_path: Path) -> None:
    mirror(str(record), tmp_path / "mirror")
    shutil.rmtree(tmp_path / "mirror")
    assert mirror(record, tmp_path / "mirror").size == 6
