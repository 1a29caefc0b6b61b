"""How an error is reported: the row behind the page as it stands, to be entered again, and whom to send it to."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kengesh.mechanism.record import Mechanism
from kengesh.site.about.stub import stub


def stub_on(page: str) -> Any:
    blocks = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.S)
    return yaml.load(html.unescape(blocks[0]), Loader=yaml.BaseLoader)


def test_the_row_of_an_entry_stands_there_as_it_was_entered(shown: Any, record: Any) -> None:
    rows = stub_on(shown("/tr/report?of=log/12"))
    act = record.store.entry(12)[0].fields
    assert [one["row"] for one in rows] == [act["row"]]
    assert rows[0]["act"] == act["kind"] and rows[0]["on"] == act["on"]
    assert rows[0]["sources"] == act["sources"] and "because" in rows[0]


def test_the_page_of_a_thing_has_the_row_that_brought_it_into_the_record(shown: Any) -> None:
    rows = stub_on(shown("/en/report?of=instruments/treaty-2022%3Fon%3D2025-11-16"))
    assert rows[0]["instrument"] == "treaty-2022"


@pytest.mark.parametrize(
    "page",
    ["", "meetings", "log/99999", "log/-1", "log/٣", "acts/zzz", "acts/", "bodies/nothing", "<b>", "log"],
)
def test_a_page_without_a_row_of_its_own_has_the_form_of_one(shown: Any, record: Any, page: str) -> None:
    assert stub(record.view(), page) is None
    assert "NAME-OF-THE-ROW" in shown("/en/report?of=" + page)


def test_the_row_is_entered_as_a_correction_once_it_was_changed(
    founding_folder: Path, tmp_path: Path, record: Any
) -> None:
    from tests.site.test_serving import kengesh  # noqa: PLC0415  (the command, as its users run it)

    told = kengesh("new", "record", "--pack", "central_asia", folder=tmp_path)
    assert told.returncode == 0, told.stderr
    rows = stub(Mechanism.open(tmp_path / "record").view(), "log/12")
    assert rows is not None
    changed = rows.replace("became an equal member", "became a member")
    (tmp_path / "mended.yaml").write_text(changed, encoding="utf-8")
    added = kengesh("add", "mended.yaml", "--record", "record", folder=tmp_path)
    assert added.returncode == 0, added.stderr
    now = Mechanism.open(tmp_path / "record")
    later = [act.kind for entry in range(record.state.size, now.state.size) for act in now.store.entry(entry)]
    assert "correct" in later


def test_it_says_plainly_that_the_record_names_no_address(shown: Any, record: Any) -> None:
    assert record.view().describing().get("address") is None
    assert "This record names no address for reports." in shown("/en/report")
