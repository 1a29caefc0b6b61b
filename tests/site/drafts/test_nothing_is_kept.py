"""Nothing of a draft is stored or sent on: no file is written, no connection opened, no page kept, no word logged."""

from __future__ import annotations

import logging
import sys
from typing import Any

import pytest

from tests.site.drafts.filling import DRAFT, file, pasted
from tests.site.texts.test_nothing_is_kept import watching


def test_a_check_writes_no_file_and_speaks_to_nobody(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    site.post("/en/check-draft", pasted())  # what is loaded late is loaded first
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    done: list[str] = []
    watching.append(done)
    try:
        large = (DRAFT + "\n\nA remark. " * 300_000).encode()
        for fields in (pasted(), {"file": file("draft.txt", DRAFT.encode())}, {"file": file("x.pdf", large)}):
            site.post("/en/check-draft", fields)
    finally:
        watching.pop()
    assert done == []


def test_answers_are_not_kept_by_browsers_or_by_us(site: Any) -> None:
    from kengesh.site.page import shelf  # noqa: PLC0415

    shelf.clear()
    response = site.post("/en/check-draft", pasted())
    assert response.status_code == 200 and response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers and not response.cookies and shelf._bytes == 0


def test_no_name_and_no_word_of_a_draft_is_logged(
    site: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kengesh.site.drafts import views  # noqa: PLC0415

    def fails(*_given: Any) -> None:
        raise KeyError("a secret-word of secret-name.txt")

    logging.getLogger("kengesh").setLevel(logging.DEBUG)
    secret = {"file": file("secret-name.txt", b"A secret-word was said on 16 November 2025.")}
    assert site.post("/en/check-draft", secret).status_code == 200
    monkeypatch.setattr(views, "check_draft", fails)
    response = site.post("/en/check-draft", pasted("A secret-word was said."))
    assert response.status_code == 500 and "secret-name" not in response.content.decode()
    assert "a draft could not be checked: KeyError at " in caplog.text and "secret" not in caplog.text


def test_while_another_file_is_read_the_form_asks_to_come_again(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kengesh.site.texts import turns  # noqa: PLC0415

    monkeypatch.setattr("kengesh.site.drafts.views.one_at_a_time", lambda: turns.one_at_a_time(0.01))
    with turns.one_at_a_time():
        response = site.post("/en/check-draft", pasted())
    assert response.status_code == 503 and response.headers["Retry-After"]
    assert "Another file is being read" in response.content.decode()
