"""The site as it is served: it comes up by one command, follows the log, and refuses who asks for it by another name."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.site.conftest import serving

ROOT = Path(__file__).resolve().parents[2]
ROW = """
- row: test/late-source
  act: register-source
  source: late-source
  title: Entered while the site was up
  source_kind: press
  seen: whole
"""


def kengesh(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from kengesh.cli import main; main()", *arguments]
    environment = {"KENGESH_CONFIG": str(folder / "config"), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)


def read(address: str, **headers: str) -> str:
    asked = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return str(answer.read().decode())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    made = kengesh("new", "record", "--pack", "central_asia", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    return tmp_path


def test_what_is_entered_while_the_site_is_up_is_on_the_next_page_of_every_worker(desk: Path) -> None:
    (desk / "late.yaml").write_text(ROW, encoding="utf-8")
    with serving(desk / "record", "--workers", "2") as address:
        assert all("Entered while" not in read(f"{address}/en/sources?kind=press") for _each in range(6))
        added = kengesh("add", "late.yaml", "--record", "record", folder=desk)
        assert added.returncode == 0, added.stderr
        for _each in range(12):  # whichever worker answers
            assert "Entered while the site was up" in read(f"{address}/en/sources/late-source")


def test_the_commands_of_the_page_on_serving_do_what_it_says(desk: Path) -> None:
    page = (ROOT / "docs" / "howto" / "serve-a-record.md").read_text(encoding="utf-8")
    alone, outside, copy = re.findall(r"^```sh\n(.+)\n```$", page, re.M)
    assert alone == "kengesh serve --record var/record"
    settings, command = outside.split(" kengesh ")
    given = dict(one.split("=") for one in settings.split())
    options = command.removeprefix("serve --record var/record").split()
    with serving(desk / "record", *options, **given) as address:
        home = read(f"{address}/en/", Host="record.example.org")
        assert "https://record.example.org/en/?on=" in home
        key = re.findall(r"vkey = \"(.+)\"", (desk / "record" / "log.toml").read_text())[0]
    with serving(desk / "record") as address:
        mirror = copy.replace("https://record.example.org", address).replace("'THE KEY'", key).split()
        held = kengesh(*mirror[1:], folder=desk)
        assert held.returncode == 0, held.stderr
    assert kengesh("verify", "my-copy", folder=desk).returncode == 0


def test_a_request_under_another_name_is_refused(served: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        read(f"{served}/en/", Host="evil.example")
    assert refused.value.code == 400
    assert "cannot be read" in refused.value.read().decode()


def test_an_address_that_is_far_too_long_is_refused_by_a_page_of_ours(served: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        read(f"{served}/en/search?q={'a' * 6_000}")
    assert refused.value.code == 400
    assert "at most 1000 characters" in refused.value.read().decode()


def test_a_port_that_is_taken_is_said_at_once(served: str, desk: Path) -> None:
    port = served.rpartition(":")[2]
    told = kengesh("serve", "--record", "record", "--bind", f"127.0.0.1:{port}", folder=desk)
    assert told.returncode == 2
    assert "cannot listen at 127.0.0.1" in told.stderr and "--bind" in told.stderr


@pytest.mark.parametrize("bind", ["8000", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999", ":80"])
def test_an_address_that_is_none_is_refused(bind: str, desk: Path) -> None:
    told = kengesh("serve", "--record", "record", "--bind", bind, folder=desk)
    assert told.returncode == 2 and "is not an address to listen at" in told.stderr


def test_without_a_record_nothing_is_served(tmp_path: Path) -> None:
    told = kengesh("serve", "--record", "nowhere", folder=tmp_path)
    assert told.returncode == 2 and "there is no record at nowhere" in told.stderr


def test_the_secret_is_for_the_owner_alone_and_stays(desk: Path) -> None:
    with serving(desk / "record"):
        secret = desk / "record.site" / "secret.key"
        first = secret.read_text()
        assert secret.stat().st_mode & 0o077 == 0 and len(first) > 40
    with serving(desk / "record"):
        assert secret.read_text() == first
