"""Nothing is stored and nothing is sent on: no file is written, no connection opened, no page kept, no name logged."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site.texts.filling import common, example, file, plain

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
SENDS = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec")
CHANGES = (
    "os.rename",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "shutil.copyfile",
    "tempfile.mkstemp",
    "sqlite3.connect",
)
watching: list[list[str]] = []


def _watch(event: str, given: tuple[Any, ...]) -> None:
    """Write down what a process does to files and to the network while somebody watches."""
    if not watching:
        return
    if event == "open" and _writes(given):
        watching[-1].append(f"writes {given[0]}")
    elif event.startswith((*SENDS, *CHANGES)):
        watching[-1].append(f"{event} {given}")


def _writes(given: tuple[Any, ...]) -> bool:
    mode, flags = given[1], given[2]
    return bool(flags & WRITES) if mode is None else any(one in mode for one in "wax+")


sys.addaudithook(_watch)  # cannot be taken away again; it does nothing while nobody watches


@pytest.fixture
def watched(site: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is done while the test goes on; what is loaded late is loaded first."""
    site.post("/en/texts", example("KAZ"))
    site.post("/en/texts", example("KAZ") | {"give": "zip"})
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    done: list[str] = []
    watching.append(done)
    yield done
    watching.pop()


def test_the_watch_sees_a_file_written(watched: list[str], tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    with tempfile.TemporaryFile():
        pass
    assert len(watched) >= 2


@pytest.mark.parametrize("give", ["page", "word", "tracked", "html", "plain", "tree", "zip"])
def test_a_compilation_writes_no_file_and_speaks_to_nobody(site: Any, watched: list[str], give: str) -> None:
    assert site.post("/en/texts", example() | {"give": give}).status_code == 200
    assert watched == []


def test_files_that_django_would_put_on_the_disk_stay_in_memory(site: Any, watched: list[str]) -> None:
    large = (common() + "\n\n" + "A very long remark of the reader. " * 150_000).encode()
    assert len(large) > 5_000_000
    fields = plain(KAZ=common()) | {"file-1": file("kaz.txt", large), "give": "plain"}
    assert site.post("/en/texts", fields).status_code == 200
    assert watched == []


def test_what_is_refused_is_not_kept_either(site: Any, watched: list[str]) -> None:
    too_large = file("uzb.txt", b"x" * (20 * 1024 * 1024 + 1))
    assert site.post("/en/texts", plain(KAZ=common(), UZB="") | {"file-2": too_large}).status_code == 400
    assert watched == []


def test_no_other_page_can_write_what_is_sent_to_it(site: Any, watched: list[str]) -> None:
    site.post("/en/meetings", {"x": file("x.txt", b"x" * 5_000_000)})
    assert watched == []


def test_answers_are_not_kept_by_browsers_or_by_us(site: Any) -> None:
    from kengesh.site.page import shelf  # noqa: PLC0415

    shelf.clear()
    for give in ("page", "zip"):
        response = site.post("/en/texts", plain(KAZ=common()) | {"give": give})
        assert response.headers["Cache-Control"] == "no-store" and "ETag" not in response.headers
    assert shelf._bytes == 0 and not response.cookies


def test_no_name_and_no_word_of_a_file_is_logged(
    site: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kengesh.site.texts import views  # noqa: PLC0415

    def fails(*_given: Any) -> None:
        raise KeyError("a secret-word of secret-name.txt")

    logging.getLogger("kengesh").setLevel(logging.DEBUG)
    fields = plain(KAZ=common("secret-word")) | {
        "file-1": file("secret-name.txt", common("secret-word").encode())
    }
    assert site.post("/en/texts", fields).status_code == 200
    fields["base"] = file("secret-name.pdf", b"%PDF secret-word")
    assert site.post("/en/texts", fields).status_code == 400
    monkeypatch.setattr(views, "compiled", fails)
    response = site.post("/en/texts", plain(KAZ=common("secret-word")))
    assert response.status_code == 500 and "secret" not in response.content.decode()
    assert "a text could not be compiled: KeyError at " in caplog.text and "views.py:" in caplog.text
    assert "secret" not in caplog.text
