"""The page is there where this machine alone can reach the site; elsewhere it says how to run it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.site.conftest import serving
from tests.site.texts.filling import common, plain


@pytest.fixture
def folder(founding_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founding_folder, tmp_path / "record"))


@pytest.fixture
def settings_off(site: Any) -> Any:
    from django.test import override_settings  # noqa: PLC0415

    from kengesh.site.page import shelf  # noqa: PLC0415

    shelf.clear()
    with override_settings(KENGESH_TEXTS=False):
        yield
    shelf.clear()


def status_of(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_where_it_is_off_the_page_says_how_to_run_it_and_reads_nothing(site: Any, settings_off: None) -> None:
    for response in (site.get("/en/texts"), site.post("/en/texts", plain(KAZ=common()))):
        page = response.content.decode()
        assert response.status_code == 404
        assert "kengesh serve" in page and "kengesh text compile" in page and "<form method" not in page
    assert "/en/texts" not in site.get("/en/about").content.decode()


def test_a_site_of_this_machine_alone_has_the_page(served: str) -> None:
    status, page = status_of(f"{served}/en/texts")
    assert status == 200 and 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize(
    "settings",
    [
        {"KENGESH_HOSTS": "127.0.0.1,record.example.org"},
        {"KENGESH_ORIGIN": "https://record.example.org"},
        {"KENGESH_TEXTS": "off"},
    ],
)
def test_a_site_that_others_may_reach_has_it_not(folder: Path, settings: dict[str, str]) -> None:
    with serving(folder, **settings) as address:
        status, page = status_of(f"{address}/en/texts", Host="127.0.0.1")
        assert status == 404 and "does not compile texts" in page


def test_a_site_that_listens_to_the_network_has_it_not_under_its_own_names_either(folder: Path) -> None:
    open_to_all = serving(folder, KENGESH_HOSTS="127.0.0.1")
    open_to_all.options = ("--bind", f"0.0.0.0:{open_to_all.port}")
    with open_to_all as address:
        assert status_of(f"{address}/en/texts")[0] == 404


def test_who_keeps_a_site_for_others_can_turn_it_on(folder: Path) -> None:
    with serving(folder, KENGESH_HOSTS="127.0.0.1,record.example.org", KENGESH_TEXTS="on") as address:
        assert status_of(f"{address}/en/texts", Host="record.example.org")[0] == 200


def test_by_another_server_than_our_command_it_is_off_unless_it_is_turned_on(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    asked = "from kengesh.site import settings; print(settings.KENGESH_TEXTS)"
    monkeypatch.setenv("KENGESH_RECORD", str(folder))
    monkeypatch.delenv("KENGESH_TEXTS", raising=False)
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
