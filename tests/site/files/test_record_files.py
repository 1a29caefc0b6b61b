"""The log's files as they are served: byte for byte, never what lies beside them, and good to hold a copy from."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.record.blobs import blob_path, put_blob
from kengesh.record.mirror import mirror
from kengesh.record.tile import TILE_WIDTH, entries_path, tile_path, tiles_of
from kengesh.record.verify import verify

IMMUTABLE = "public, max-age=31536000, immutable, no-transform"


class Silent(WSGIRequestHandler):
    """A server that writes nothing down."""

    def log_message(self, *told: Any) -> None:
        """Say nothing."""


@pytest.fixture
def address(site: Any) -> Iterator[str]:
    """The address of a server of the site."""
    from kengesh.site.wsgi import application  # noqa: PLC0415  (settings have to be known first)

    with make_server("127.0.0.1", 0, application, handler_class=Silent) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/record/"
        server.shutdown()


@pytest.fixture
def own(site: Any, founding_folder: Path, tmp_path: Path) -> Iterator[Path]:
    """A record of our own in the place of the founding one, with what is private beside it."""
    from django.conf import settings  # noqa: PLC0415  (they have to be set first)

    folder, before = tmp_path / "record", settings.KENGESH_RECORD
    shutil.copytree(founding_folder, folder)
    (tmp_path / "record.key").write_text("private")
    (tmp_path / "record.writer").mkdir()
    (tmp_path / "record.writer" / "holder").write_text("private")
    settings.KENGESH_RECORD = folder.resolve()
    yield folder
    settings.KENGESH_RECORD = before


def body(response: Any) -> bytes:
    """The whole body of an answer."""
    return b"".join(response.streaming_content) if response.streaming else bytes(response.content)


def test_a_copy_made_from_the_address_is_the_record_and_verifies(
    address: str, founding_folder: Path, tmp_path: Path
) -> None:
    held = mirror(address, tmp_path / "copy", config=tmp_path / "config")
    assert verify(tmp_path / "copy", config=tmp_path / "config").size == held.size
    for file in ("checkpoint", "log.toml", *(tile.path for tile in tiles_of(held.size))):
        assert (tmp_path / "copy" / file).read_bytes() == (founding_folder / file).read_bytes()


def test_an_older_copy_is_brought_up_to_date_from_the_address(
    address: str, founding_folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    mirror(address, copy, config=tmp_path / "config")
    for path in ("checkpoint", "tile/entries/001", "tile/0/002"):  # as where a copy broke off
        (copy / path).unlink()
    again = mirror(address, copy, config=tmp_path / "config")
    assert verify(copy, config=tmp_path / "config").size == again.size


def test_every_file_of_the_log_is_served_as_it_is(
    site: Any, record: Mechanism, founding_folder: Path
) -> None:
    for tile in tiles_of(record.log.size):
        response = site.get(f"/record/{tile.path}")
        assert body(response) == (founding_folder / tile.path).read_bytes()
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert response.headers["Cache-Control"] == IMMUTABLE
        assert "Content-Encoding" not in response.headers
    head = site.get("/record/checkpoint", headers={"Accept-Encoding": "gzip"})
    assert body(head) == (founding_folder / "checkpoint").read_bytes()
    assert head.headers["Content-Type"] == "text/plain; charset=utf-8"
    for path in ("checkpoint", "log.toml"):
        assert site.get(f"/record/{path}").headers["Cache-Control"] == "no-cache, no-transform"


def test_a_text_is_served_under_its_hash(site: Any, own: Path) -> None:
    digest = put_blob(own, b"the text of a treaty")
    response = site.get(f"/record/{blob_path(digest)}")
    assert body(response) == b"the text of a treaty"
    assert response.headers["ETag"] == f'"{digest}"'
    assert response.headers["Cache-Control"] == IMMUTABLE


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tile",
        "tile/",
        "tile/0",
        "blobs/sha256/",
        "../record.key",
        "..%2Frecord.key",
        "%2e%2e/record.key",
        "tile/../../record.key",
        "tile/0/..%2f..%2f..%2frecord.key",
        "..\\record.key",
        "/etc/passwd",
        "%2Fetc%2Fpasswd",
        "record.key",
        "record.writer/head.sqlite",
        "../record.writer/holder",
        ".checkpoint.0a0b0c0d.tmp",
        "tile/0/.000.0a0b0c0d.tmp",
        "checkpoint/",
        "checkpoint%00",
        "checkpoint%0A",
        "Checkpoint",
        "tile/0/000.p/256",
        "tile/0/000.p/0",
        "tile/0/0",
        "tile/00/000",
        "tile/0/x000/000",
        "tile/0/٠٠٠",
        "tile/0/" + "x001/" * 400 + "001",
        "blobs/sha256/ab/" + "0" * 64,
        "blobs/sha256/00/" + "0" * 64,
        "blobs/sha256/00/" + "0" * 63,
    ],
)
def test_nothing_else_is_served(path: str, site: Any, own: Path) -> None:
    for name in (".checkpoint.0a0b0c0d.tmp", "record.key"):
        (own / name).write_text("private")
    response = site.get(f"/record/{path}")
    assert response.status_code == 404
    assert b"private" not in body(response)


def test_what_lies_beyond_the_signed_checkpoint_is_not_served(
    site: Any, own: Path, record: Mechanism
) -> None:
    full, rest = divmod(record.log.size, TILE_WIDTH)
    beyond = [
        entries_path(full, rest + 1),
        tile_path(0, full, rest + 1),
        tile_path(0, full),
        tile_path(0, full + 1, 1),
        tile_path(1, 0, full + 1),
        tile_path(2, 0, 1),
    ]
    for path in beyond:
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_bytes(b"staged")
        assert site.get(f"/record/{path}").status_code == 404
    for path in (entries_path(full, rest), tile_path(0, full, rest), tile_path(1, 0, full)):
        assert site.get(f"/record/{path}").status_code == 200


def test_a_link_that_leads_out_of_the_record_is_not_followed(site: Any, own: Path, tmp_path: Path) -> None:
    secret = b"a secret beside the record"
    digest = sha256(secret).hexdigest()
    (tmp_path / digest).write_bytes(secret)
    blob = own / blob_path(digest)
    blob.parent.mkdir(parents=True)
    blob.symlink_to(tmp_path / digest)
    assert site.get(f"/record/{blob_path(digest)}").status_code == 404
    shutil.rmtree(own / "blobs")
    (tmp_path / "sha256" / digest[:2]).mkdir(parents=True)
    (tmp_path / "sha256" / digest[:2] / digest).write_bytes(secret)
    (own / "blobs").symlink_to(tmp_path)
    assert site.get(f"/record/{blob_path(digest)}").status_code == 404


def test_a_pipe_or_a_folder_in_the_place_of_a_file_is_not_waited_for(site: Any, own: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes in folders here")
    blob = own / blob_path("0" * 64)
    blob.parent.mkdir(parents=True)
    os.mkfifo(blob)
    assert site.get(f"/record/{blob_path('0' * 64)}").status_code == 404
    blob.unlink()
    blob.mkdir()
    assert site.get(f"/record/{blob_path('0' * 64)}").status_code == 404


def test_a_fetch_that_broke_off_goes_on_with_a_range(site: Any, founding_folder: Path) -> None:
    whole = (founding_folder / "tile/entries/000").read_bytes()
    first = site.get("/record/tile/entries/000", headers={"Range": "bytes=0-999"})
    assert (first.status_code, body(first)) == (206, whole[:1000])
    assert first.headers["Content-Range"] == f"bytes 0-999/{len(whole)}"
    rest = {"Range": "bytes=1000-", "If-Range": first.headers["ETag"]}
    then = site.get("/record/tile/entries/000", headers=rest)
    assert (then.status_code, body(then)) == (206, whole[1000:])
    assert then.headers["Content-Length"] == str(len(whole) - 1000)
    last = site.get("/record/tile/entries/000", headers={"Range": "bytes=-10"})
    assert body(last) == whole[-10:]


def test_a_range_of_another_file_than_the_reader_thinks_is_the_whole_file(
    site: Any, founding_folder: Path
) -> None:
    whole = (founding_folder / "checkpoint").read_bytes()
    response = site.get("/record/checkpoint", headers={"Range": "bytes=10-", "If-Range": '"another"'})
    assert (response.status_code, body(response)) == (200, whole)


def test_a_range_after_the_end_is_refused_with_the_length(site: Any, founding_folder: Path) -> None:
    response = site.get("/record/checkpoint", headers={"Range": "bytes=100000-"})
    assert response.status_code == 416
    assert (
        response.headers["Content-Range"] == f"bytes */{len((founding_folder / 'checkpoint').read_bytes())}"
    )


def test_several_ranges_at_once_are_answered_with_the_whole_file(site: Any) -> None:
    assert site.get("/record/checkpoint", headers={"Range": "bytes=0-1,4-5"}).status_code == 200


def test_a_file_that_the_reader_has_is_not_sent_again(site: Any) -> None:
    tag = site.get("/record/checkpoint").headers["ETag"]
    again = site.get("/record/checkpoint", headers={"If-None-Match": tag})
    assert (again.status_code, body(again)) == (304, b"")
    assert again.headers["ETag"] == tag
    assert site.get("/record/checkpoint", headers={"If-Match": '"another"'}).status_code == 412


def test_a_head_tells_the_length_and_sends_nothing(site: Any, founding_folder: Path) -> None:
    response = site.head("/record/tile/0/000")
    assert (response.status_code, body(response)) == (200, b"")
    assert response.headers["Content-Length"] == "8192"
    assert response.headers["Accept-Ranges"] == "bytes"


def test_files_are_open_to_pages_of_other_sites_and_cannot_be_changed(site: Any) -> None:
    assert site.get("/record/checkpoint").headers["Access-Control-Allow-Origin"] == "*"
    assert site.post("/record/checkpoint").status_code == 405
    assert site.delete("/record/checkpoint").status_code == 405


def test_a_server_that_cannot_read_its_record_says_that_it_cannot_now(site: Any, own: Path) -> None:
    (own / "checkpoint").write_bytes(b"broken")
    response = site.get("/record/tile/0/000")
    assert response.status_code == 503
    assert str(own).encode() not in body(response)
