"""A claim that is typed is judged on a page of its own address; what is no claim comes back with the word and what could stand there."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

FLAGSHIP = "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16"


def asked(text: str, language: str = "en", more: str = "") -> str:
    """The address at which a claim is judged."""
    return f"/{language}/claims/check?claim={quote(text)}{more}"


def main_of(page: str) -> str:
    """What stands on a page between its head and its foot, as a reader reads it."""
    return unescape(page.partition("<main")[2].partition("<footer")[0])


def test_all_but_tajikistan_are_members_of_the_turkic_states_in_the_wide_reading_alone(shown: Any) -> None:
    page = main_of(shown(asked(FLAGSHIP)))
    assert 'verdict--holds-in-the-wide-reading">holds in the wide reading<' in page
    assert "In the narrow reading: no, disputed" in page and "In the wide reading: yes, disputed" in page
    assert "It is not so of: Turkmenistan (observer, since 12 November 2021)." in page
    row = re.search(r'<tr><th scope="row"><a href="/en/states/TKM">Turkmenistan</a></th>(.*?)</tr>', page)
    assert row and row[1].startswith("<td>no</td><td>yes</td><td>observer, since 12 November 2021</td>")
    assert 'class="rests__notes"' in row[1]


def test_what_holds_instead_leads_to_the_page_that_checks_it(shown: Any, site: Any) -> None:
    page = shown(asked(FLAGSHIP))
    instead = page.partition("<h2>What holds instead</h2>")[2].partition("</section>")[0]
    href = unescape(re.search(r'href="([^"]+)"', instead)[1])  # type: ignore[index]
    (claim,) = parse_qs(urlsplit(href).query)["claim"]
    assert claim == FLAGSHIP.replace("{TJK}", "{TJK, TKM}")
    assert 'verdict--holds">holds<' in shown(href)


def test_both_sides_of_what_sources_differ_on_stand_there_with_their_notes(shown: Any) -> None:
    page = main_of(shown(asked("TKM is member of ots on 2025-11-16")))
    sides = page.partition("<h2>Where sources differ</h2>")[2].partition("</section>")[0]
    assert 'href="/en/disputes/' in sides
    assert '<span class="state">preferred</span>' in sides and "not preferred" in sides
    assert sides.count('<span class="rests">') >= 2


def test_the_verdict_is_of_the_claims_own_day_and_the_page_of_its_own(shown: Any) -> None:
    page = shown(asked("TKM is member of ots on 2025-11-16"))
    assert "Judged as of: <time" not in page.partition("<main")[0]
    assert "Judged as of: 16 November 2025" in re.sub(r"<[^>]+>", "", page)
    assert "As of: 4 June 2026" in re.sub(r"<[^>]+>", "", page)


def test_a_claim_without_a_day_is_of_the_day_of_the_page(shown: Any) -> None:
    before = main_of(shown(asked("AZE is member of consultative-meeting", more="&on=2025-11-15")))
    after = main_of(shown(asked("AZE is member of consultative-meeting", more="&on=2025-11-16")))
    assert 'class="verdict verdict--holds"' not in before
    assert 'class="verdict verdict--holds"' in after


def test_a_day_to_come_is_answered_as_last_known_and_that_is_said(shown: Any) -> None:
    page = main_of(shown(asked("TKM is member of ots on 2030-01-01")))
    assert "The sources of this record reach 4 June 2026; later days are answered as last known then." in page
    again = main_of(shown(asked("TKM is member of ots", more="&on=2030-01-01")))
    assert again.count("later days are answered as last known then") == 1


def test_a_verdict_can_be_cited_and_had_as_a_claim_review(shown: Any, site: Any) -> None:
    page = unescape(shown(asked(FLAGSHIP)))
    line = re.search(r'<p class="verdict__cite">(.*?)</p>', page)
    assert line and "holds in the wide reading. Record kengesh.test/founding" in line[1]
    assert "known_at=" in line[1] and "on=2026-06-04" in line[1]
    within = json.loads(re.search(r'ld\+json">(.*?)</script>', shown(asked(FLAGSHIP)), re.S)[1])  # type: ignore[index]
    file = site.get(asked(FLAGSHIP, more="&cite=claim-review"))
    assert file.headers["Content-Type"] == "application/ld+json"
    assert 'filename="claim-review.jsonld"' in file.headers["Content-Disposition"]
    review = json.loads(file.content)
    assert review == within
    assert review["@type"] == "ClaimReview"
    assert review["reviewRating"]["alternateName"] == "holds in the wide reading"
    assert review["identifier"] == FLAGSHIP


def test_only_a_verdict_is_a_claim_review(site: Any) -> None:
    assert site.get("/en/meetings?cite=claim-review").status_code == 400


def test_what_is_no_claim_is_refused_with_the_word_and_what_could_stand_there(site: Any) -> None:
    response = site.get(asked("TKM is membr of ots"))
    page = response.content.decode()
    assert response.status_code == 400
    assert '<code lang="en">TKM is <mark>membr</mark> of ots</code>' in page
    assert "It is about the marked word, at character 8: membr" in page
    assert 'aria-invalid="true" aria-describedby="claim-fault">TKM is membr of ots</textarea>' in page
    offer = re.search(r'<a href="([^"]+)" rel="nofollow"><code lang="en">member of</code>', page)
    assert offer and site.get(unescape(offer[1])).status_code == 200


def test_a_claim_that_is_not_finished_is_marked_at_its_end(site: Any) -> None:
    page = site.get(asked("TKM is member of")).content.decode()
    assert "<mark>…</mark></code>" in page and "It is about the end of the claim" in page


@pytest.mark.parametrize(
    "typed", ['"', "<b>x</b> is member of ots", "TKM is member of ots on 2025-99-99", "(" * 60]
)
def test_whatever_is_typed_comes_back_as_text(site: Any, typed: str) -> None:
    response = site.get(asked(typed))
    assert response.status_code == 400
    assert "<b>x" not in response.content.decode()


def test_a_size_that_the_record_has_not_is_refused_with_the_form(site: Any) -> None:
    response = site.get(asked("TKM is member of ots known at 999999"))
    assert response.status_code == 400
    assert "entries, not 999999" in response.content.decode() and "<textarea" in response.content.decode()


def test_a_claim_too_long_for_an_address_is_refused(site: Any) -> None:
    long = site.get(asked("TKM is member of ots " + "x" * 690))
    assert long.status_code == 400 and "at most 700 characters" in long.content.decode()
    assert site.get(asked("x" * 1_100)).status_code == 400


def test_every_claim_that_the_page_gives_to_try_is_judged(site: Any) -> None:
    from kengesh.site.claims.writing import EXAMPLES  # noqa: PLC0415

    for one in EXAMPLES:
        assert site.get(asked(one)).status_code == 200, one


def test_the_last_three_meetings_have_a_row_each(shown: Any) -> None:
    claim = "AZE was guest-of-honour at the last 3 meetings of consultative-meeting on 2025-12-16"
    page = main_of(shown(asked(claim)))
    rows = re.findall(r'<th scope="row"><a href="/en/states/AZE">Azerbaijan</a>: <a href="([^"]+)">', page)
    assert {one.rpartition("/")[2] for one in rows} == {"5", "6", "7"}


@pytest.mark.parametrize("language", ["en", "tr", "ru", "az", "kk", "ky", "tg", "tk", "uz"])
def test_the_page_is_there_in_every_language(site: Any, language: str) -> None:
    response = site.get(asked(FLAGSHIP, language))
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<code lang="en">{FLAGSHIP}</code>' in unescape(page)
    assert site.get(asked("TKM is", language)).status_code == 400


def test_a_name_in_another_language_is_understood(shown: Any) -> None:
    page = main_of(shown(asked("Özbekistan is member of “Türk Devletleri Teşkilatı” on 2025-11-16")))
    assert '<code lang="en">UZB is member of ots on 2025-11-16</code>' in page


def test_programs_get_the_same_answer(site: Any, shown: Any) -> None:
    href = unescape(re.search(r'href="(/api/claim\?[^"]+)"', shown(asked(FLAGSHIP)))[1])  # type: ignore[index]
    answer = site.get(href).json()
    assert (answer["truth"], answer["headline"]) == ("no", "holds-in-the-wide-reading")
    assert answer["on"] == "2025-11-16" and answer["wrong"] is None
    wrong = site.get("/api/claim?claim=TKM+is+membr+of+ots").json()
    assert wrong["truth"] is None and wrong["answer"] == []
    assert wrong["wrong"]["word"] == "membr" and "member of" in wrong["wrong"]["offers"]


def test_programs_get_the_claims_of_a_document(site: Any) -> None:
    every = site.get("/api/claims").json()["answer"]
    assert {"claim/avim-f24", "claim/avim-f09"} <= {one["id"] for one in every}
    stated = site.get("/api/claims?document=avim-2025-109").json()["answer"]
    assert any(not one["has_verdict"] for one in stated)
    assert site.get("/api/claims?document=no-such-source").json()["answer"] == []
