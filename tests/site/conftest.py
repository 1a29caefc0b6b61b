"""The site on the founding record: asked without a server between, served by the command, and read in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kengesh.desk.kinds import every_kind
from kengesh.mechanism.record import Mechanism

STARTS_WITHIN = 60  # seconds; a shared machine may be slow


@pytest.fixture(scope="session")
def site(founding_folder: Path) -> Any:
    """Django's client of the site on the founding record; a fault of ours is raised, not shown."""
    with pytest.MonkeyPatch.context() as environment:  # other tests of this process must not see it
        environment.setenv("KENGESH_RECORD", str(founding_folder))
        environment.setenv("KENGESH_TEXTS", "on")
        environment.setenv("DJANGO_SETTINGS_MODULE", "kengesh.site.settings")
        import django  # noqa: PLC0415  (the settings are read from the environment)
        from django.test import Client  # noqa: PLC0415

        django.setup()
    return Client(HTTP_HOST="127.0.0.1")


@pytest.fixture
def shown(site: Any) -> Any:
    """A function that returns the text of a page that must be there."""

    def text(address: str) -> str:
        response = site.get(address)
        assert response.status_code == 200, (address, response.status_code, response.content[:500])
        return str(response.content.decode())

    return text


@pytest.fixture(scope="session")
def record(founding_folder: Path) -> Mechanism:
    """The founding record with every kind of act that the site understands, to compare pages with its answers."""
    return Mechanism.open(founding_folder, every_kind())


@pytest.fixture(scope="session")
def served(founding_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on a copy of the founding record, served as a reader would serve it."""
    folder = tmp_path_factory.mktemp("served") / "record"
    shutil.copytree(founding_folder, folder)
    with serving(folder) as address:
        yield address


class serving:
    """``kengesh serve`` on a record for as long as the block lasts."""

    def __init__(self, folder: Path, *options: str, **settings: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder, self.options, self.settings = folder, options, settings

    def __enter__(self) -> str:
        command = [
            sys.executable,
            "-c",
            "from kengesh.cli import main; main()",
            "serve",
            "--record",
            str(self.folder),
        ]
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("KENGESH_", "DJANGO_"))}
        self.process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{self.port}", *self.options],
            env=environment | {"KENGESH_CONFIG": str(self.folder.parent / "config")} | self.settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        address = f"http://127.0.0.1:{self.port}"
        begun = time.monotonic()
        while True:
            try:
                urllib.request.urlopen(f"{address}/static/favicon.svg", timeout=5).close()
                return address
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if self.process.poll() is not None or time.monotonic() - begun > STARTS_WITHIN:
                    self.process.kill()
                    raise AssertionError(self.process.communicate()[0]) from None
                time.sleep(0.1)

    def __exit__(self, *_gone: object) -> None:
        self.process.terminate()
        try:
            self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; the tests are left out where it is not installed."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("Chromium is not installed: make test-tools installs it where the machine lets it")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()
