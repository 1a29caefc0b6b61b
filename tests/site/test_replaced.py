"""A record that changes under the site that serves it: put in the place of another, damaged, gone, and there again."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from kengesh.desk.enter import new_record
from kengesh.record.keyfile import make_key
from tests.site.conftest import serving


def answered(address: str) -> tuple[int, str, str | None]:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.read().decode(), None
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(), refused.headers["Retry-After"]


@pytest.fixture
def kept(founding_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "record"
    shutil.copytree(founding_folder, folder)
    return folder


def test_another_record_in_the_place_of_the_one_opened_is_served_without_a_restart(kept: Path) -> None:
    other = kept.with_name("other")
    new_record(other, make_key(kept.with_name("other.key"), "kengesh.test/other"), "central_asia")
    with serving(kept) as address:
        assert "kengesh.test/founding" in answered(f"{address}/en/log")[1]
        shutil.rmtree(kept)
        other.rename(kept)
        for _each in range(3):
            status, page, _after = answered(f"{address}/en/log")
            assert status == 200 and "kengesh.test/other" in page and "kengesh.test/founding" not in page
        assert answered(f"{address}/readyz")[0] == 200


def test_a_record_that_is_gone_is_said_to_be_unreadable_and_served_again_when_it_is_back(kept: Path) -> None:
    away = kept.with_name("away")
    with serving(kept) as address:
        kept.rename(away)
        for page in ("/en/meetings", "/en/no-such-page", "/id/KAZ"):
            status, says, after = answered(address + page)
            assert (status, after) == (503, "10")
            assert says == "The record cannot be read now. Try again later."
        assert answered(f"{address}/kk/meetings")[1] != answered(f"{address}/en/meetings")[1]
        assert answered(f"{address}/readyz")[0] == 503
        away.rename(kept)
        assert answered(f"{address}/en/meetings")[0] == 200


@pytest.mark.parametrize("damaged", ["checkpoint", "tile/entries/000"])
def test_damaged_files_are_no_fault_of_the_site(kept: Path, damaged: str) -> None:
    with serving(kept) as address:
        assert answered(f"{address}/en/meetings")[0] == 200
        file = kept / damaged
        assert file.is_file()
        if damaged == "checkpoint":
            file.write_bytes(b"no checkpoint\n")
        else:  # what was read is at hand; another head makes the site look at its files again
            file.write_bytes(file.read_bytes()[:1000])
            (kept / "checkpoint").write_bytes(b"no checkpoint\n")
        status, says, after = answered(f"{address}/en/states")
        assert (status, after) == (503, "10") and "cannot be read" in says
        assert str(kept) not in says
        assert answered(f"{address}/readyz")[0] == 503


def test_a_file_found_damaged_while_a_page_is_made_is_no_fault_of_the_site(kept: Path) -> None:
    with serving(kept) as address:
        shutil.rmtree(kept / "tile" / "0")
        status, says, _after = answered(f"{address}/en/meetings?known_at=700")
        assert status == 503 and "cannot be read" in says
