"""A claim is built by choosing, a step at a time, and ends at the address of the claim as text."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from kengesh.mechanism.record import Mechanism


def chosen(site: Any, *pairs: tuple[str, str]) -> str:
    """Return the claim that choices come to."""
    response = site.get("/en/claims/check?" + urlencode([*pairs, ("check", "yes")]))
    assert response.status_code == 302, response.content.decode()
    place = response.headers["Location"]
    assert site.get(place).status_code == 200, place
    return parse_qs(urlsplit(place).query)["claim"][0]


def names_in(page: str) -> set[str]:
    """The fields that the form of choices shows."""
    form = page.partition('aria-label="Choose a claim"')[2].partition("</form>")[0]
    return set(re.findall(r'<(?:select|input|button)[^>]* name="(\w+)"', form))


def test_the_form_asks_for_one_thing_after_another(shown: Any) -> None:
    assert names_in(shown("/en/claims/check")) == {"how", "count", "whom"}
    second = names_in(shown("/en/claims/check?whom=participants"))
    assert second == {"how", "count", "whom", "meeting", "except", "says"}
    third = names_in(shown("/en/claims/check?whom=participants&says=status"))
    assert third == second | {"holds", "in", "day", "sources", "check"}


def test_only_what_can_be_said_of_the_things_chosen_is_offered(shown: Any) -> None:
    of_meetings = shown("/en/claims/check?whom=meeting")
    assert '<option value="held">' in of_meetings and '<option value="status">' not in of_meetings


def test_the_flagship_claim_is_built_by_choosing(site: Any) -> None:
    built = chosen(
        site,
        ("how", "every"),
        ("whom", "participants"),
        ("meeting", "consultative-meeting/7"),
        ("except", "TJK"),
        ("says", "status"),
        ("holds", "member"),
        ("in", "ots"),
        ("day", "2025-11-16"),
    )
    assert (
        built
        == "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16"
    )


def test_several_parties_are_ticked(site: Any) -> None:
    given = [("how", "at-least"), ("count", "2"), ("whom", "these"), ("one", "KAZ"), ("one", "UZB")]
    built = chosen(
        site, *given, ("says", "joined"), ("in", "cis"), ("order", "before"), ("when", "1995-01-01")
    )
    assert built == "at least 2 {KAZ, UZB} joined cis before 1995-01-01"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            "whom=these&one=AZE&says=invited&capacity=guest-of-honour&latest=3",
            "AZE was invited as guest-of-honour to the last 3 meetings of consultative-meeting",
        ),
        (
            "whom=these&one=AZE&says=attended&at=consultative-meeting/7",
            "AZE attended consultative-meeting/7",
        ),
        ("how=no&whom=last&last=2&body=consultative-meeting&says=held&place=AZE", None),
        ("whom=text&instrument=joint-statement-7&says=made&made=signed&there=consultative-meeting/7", None),
        ("whom=proposal&proposal=proposal/regular-meetings&says=proposed&proposer=UZB", None),
        ("whom=signatories&instrument=treaty-2022&says=bound&text=treaty-2022&sources=official", None),
        ("whom=belonging&status=member&body=ots&how=some&says=shares&least=3&with=KAZ", None),
        ("whom=body&body=consultative-meeting&says=chaired&chair=UZB", None),
        ("whom=these&one=KAZ&says=first-to-host&in=consultative-meeting", None),
        ("whom=meeting&meeting=consultative-meeting/1&says=first-meeting&in=consultative-meeting", None),
    ],
)
def test_every_sort_of_claim_that_can_be_chosen_can_be_judged(
    site: Any, given: str, text: str | None
) -> None:
    built = chosen(site, *[(name, value[0]) for name, value in parse_qs(given).items()])
    assert text is None or built == text


def test_every_choice_has_fields_and_makes_its_part_of_a_claim() -> None:
    from kengesh.site.claims.choices import SAYS, WHOM  # noqa: PLC0415
    from kengesh.site.claims.fields import FIELDS  # noqa: PLC0415

    types = {one.of for one in WHOM.values()}
    assert all(name in FIELDS for one in [*WHOM.values(), *SAYS.values()] for name in one.fields)
    assert all(set(one.of) <= types for one in SAYS.values())
    for one in WHOM.values():  # a field in both halves would be asked for once, and mean two things
        assert all(set(one.fields).isdisjoint(said.fields) for said in SAYS.values() if one.of in said.of)


def test_what_is_missing_is_named_at_its_field_and_what_was_chosen_stays(site: Any) -> None:
    response = site.get("/en/claims/check?how=exactly&whom=participants&says=status&in=ots&check=yes")
    page = response.content.decode()
    assert response.status_code == 400
    assert '<a href="#meeting">Which meeting</a>: this is missing.' in page
    assert '<a href="#count">So many</a>: write a number from 1 to 1000.' in page
    assert 'id="meeting" name="meeting" aria-invalid="true" aria-describedby="fault-meeting"' in page
    assert re.search(r'<option value="ots" selected>', page)


@pytest.mark.parametrize(
    "given",
    [
        "check=yes",
        "whom=nix&check=yes",
        "whom=meeting&meeting=consultative-meeting/7&says=status&check=yes",
        "whom=these&one=QQQ,no-such-thing&says=held&check=yes",
        "whom=these&one=KAZ&says=status&holds=member&in=no-such-body&check=yes",
        "whom=these&one=KAZ&says=status&holds=member&in=ots&day=never&check=yes",
        "whom=these&one=KAZ&says=shares&least=999999&with=UZB&check=yes",
        "whom=these&one=KAZ&says=joined&in=ots&order=before&check=yes",
    ],
)
def test_what_cannot_be_chosen_is_refused_with_the_form(site: Any, given: str) -> None:
    response = site.get(f"/ru/claims/check?{given}")
    assert response.status_code == 400 and 'name="whom"' in response.content.decode()


def test_the_clocks_of_the_page_are_kept(site: Any) -> None:
    given = "whom=these&one=AZE&says=status&holds=member&in=consultative-meeting&check=yes&on=2025-11-15"
    assert "on=2025-11-15" in site.get(f"/en/claims/check?{given}").headers["Location"]


def test_names_are_offered_in_the_readers_language_and_alphabet(shown: Any, record: Mechanism) -> None:
    page = unescape(shown("/uz/claims/check?whom=these"))
    boxes = re.findall(
        r'name="one" value="([^"]+)"> ?<span[^>]*>([^<]+)<|name="one" value="([A-Z]{3})">', page
    )
    assert len(boxes) == len({one["party"] for one in record.ask("parties")["answer"]})
    assert "Oʻzbekiston" in page or "Oʻzbekiston" in page
