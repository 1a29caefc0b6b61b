"""A private key is one line that its owner alone may read."""

from __future__ import annotations

import errno
import stat
import sys
from pathlib import Path

import pytest

from kengesh.record.keyfile import KeyFileError, default_origin, load_key, make_key, make_log_key
from kengesh.record.note import NoteError
from tests.record.shim import Shim, disk_error


def test_a_key_that_was_kept_signs_as_before_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    made = make_key(tmp_path / "record.key", "kengesh.example/record")
    kept = load_key(tmp_path / "record.key")
    assert kept == made and kept.verifier.verifies(b"text", made.sign(b"text"))
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "record.key").stat().st_mode) == 0o600
    line = (tmp_path / "record.key").read_text()
    assert line.startswith("kengesh-private-key/v1+kengesh.example/record+") and line.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_that_others_may_read_is_refused_with_what_to_run(tmp_path: Path, mode: int) -> None:
    make_key(tmp_path / "record.key", "kengesh.example/record")
    (tmp_path / "record.key").chmod(mode)
    with pytest.raises(KeyFileError, match=r"chmod 600 .*record\.key"):
        load_key(tmp_path / "record.key")


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    make_key(tmp_path / "record.key", "kengesh.example/record")
    with pytest.raises(KeyFileError, match="never overwritten"):
        make_key(tmp_path / "record.key", "kengesh.example/record")


def test_the_key_of_a_log_that_nobody_named_has_its_default_origin_as_its_name(tmp_path: Path) -> None:
    signer = make_log_key(tmp_path / "record.key", "central_asia")
    assert signer.name == default_origin(signer.verifier.public_key, "central_asia")
    assert signer.name.startswith("kengesh.local/central_asia/") and len(signer.name.split("/")[2]) == 8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kengesh-private-key/v1+name\n",
        "kengesh-private-key/v1+name+c2hvcnQ=\n",
        "kengesh-private-key/v2+name+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "kengesh-private-key/v1+a name+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "\udcff",
    ],
)
def test_what_is_not_a_key_is_refused_without_being_shown(tmp_path: Path, text: str) -> None:
    file = tmp_path / "record.key"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    file.chmod(0o600)
    with pytest.raises(KeyFileError) as refused:
        load_key(file)
    assert "AAAA" not in str(refused.value)


def test_a_missing_key_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="kengesh key new"):
        load_key(tmp_path / "none.key")


def test_a_name_that_no_signature_can_carry_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(NoteError):
        make_key(tmp_path / "record.key", "two words")
    assert not (tmp_path / "record.key").exists()


@pytest.mark.parametrize("at", range(1, 4), ids=["write", "sync", "sync folder"])
def test_a_key_that_could_not_be_written_is_not_in_the_way_of_the_next(tmp_path: Path, at: int) -> None:
    file = tmp_path / "record.key"
    with pytest.raises(OSError, match="No space"):
        make_key(file, "kengesh.example/record", Shim(tmp_path, at, disk_error(errno.ENOSPC)))
    made = make_key(file, "kengesh.example/record")
    assert load_key(file) == made


def test_a_key_does_not_show_itself(tmp_path: Path) -> None:
    signer = make_key(tmp_path / "record.key", "kengesh.example/record")
    assert signer.seed.hex() not in repr(signer) and repr(signer.seed) not in repr(signer)
