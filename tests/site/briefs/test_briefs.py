"""The pages of briefs are there for everything that links to one."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism


def test_every_party_with_a_page_has_a_brief_and_a_word_file(site: Any, record: Mechanism) -> None:
    parties = [one["party"] for one in record.ask("parties")["answer"] if one["type"] == "party"]
    no_states = [one for one in parties if not one.isupper()]
    assert "northern-cyprus" in no_states and "railway-tjk" in no_states
    for party in no_states:
        assert f"/en/briefs/{party}" in site.get(f"/en/states/{party}").content.decode()
        assert site.get(f"/en/briefs/{party}").status_code == 200, party
        assert site.get(f"/en/briefs/{party}.docx").status_code == 200, party


@pytest.mark.parametrize("thing", ["FJI", "ots", "no-such-thing", "ilham-aliyev"])
def test_what_has_no_brief_is_not_found_and_the_page_helps(site: Any, thing: str) -> None:
    for address in (f"/en/briefs/{thing}", f"/en/briefs/{thing}.docx"):
        response = site.get(address)
        assert response.status_code == 404
        assert "This record does not speak of" in response.content.decode()
