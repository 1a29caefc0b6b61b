"""Whether a server is well, as who watches over it asks."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.record.log import LogError
from kengesh.site.files import health


def test_a_server_that_answers_is_well(site: Any) -> None:
    response = site.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_a_server_with_its_record_open_is_ready(site: Any) -> None:
    assert (site.get("/readyz").status_code, site.head("/readyz").status_code) == (200, 200)


def test_a_server_without_its_record_is_well_and_not_ready(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise LogError("/srv/record: there is no record here")

    monkeypatch.setattr(health, "the_record", gone)
    assert site.get("/healthz").status_code == 200
    response = site.get("/readyz")
    assert response.status_code == 503
    assert b"LogError" in response.content
    assert b"/srv" not in response.content


def test_a_server_that_has_not_taken_in_all_entries_is_not_ready(
    site: Any, record: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Behind:
        state = type("State", (), {"size": record.log.size - 1})
        log = record.log

    monkeypatch.setattr(health, "the_record", Behind)
    response = site.get("/readyz")
    assert response.status_code == 503
    assert str(record.log.size).encode() in response.content
