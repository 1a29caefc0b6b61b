"""What holds of every page: its clocks, its headers, what it keeps, and that nothing asked in an address is a fault of ours."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PAGES = [
    "/en/",
    "/en/meetings",
    "/tr/meetings/consultative-meeting/7",
    "/kk/states/AZE",
    "/en/instruments/treaty-2022",
    "/en/bodies/ots",
    "/en/proposals",
    "/en/commitments",
    "/en/disputes",
    "/en/sources",
    "/en/sources/avim-2025-109",
    "/ru/chronology",
    "/en/subjects",
    "/en/search?q=treaty",
    "/en/log",
    "/en/log/12",
    "/en/log/verifying",
    "/en/about",
    "/en/report",
    "/uz/briefs/TKM",
    "/en/things/tashkent",
    "/en/texts",
    "/en/overlap",
    "/tr/overlap/pair?first=KAZ&second=TKM",
    "/en/overlap/what-if?party=TKM&body=ots&status=member",
    "/en/corridors",
    "/en/corridors/middle",
    "/tr/corridors/route?from=TJ-DYU&to=IR-BND",
    "/en/corridors/scenarios/azerbaijan-participation",
    "/en/corridors/compare?a=base&b=corridor/herat",
    "/en/corridors/promised",
    "/en/corridors/checks",
    "/en/check-draft",
    "/en/patterns",
]
HELPFUL = {200, 302, 400, 404}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_inline_script_or_style_and_sets_no_cookie(site: Any, address: str) -> None:
    response = site.get(address)
    html = response.content.decode()
    assert response.status_code == 200
    assert not response.cookies
    scripts = re.findall(r"<script\b([^>]*)>", html)
    assert all("src=" in one or 'type="application/ld+json"' in one for one in scripts)
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=\"|javascript:", html)


@pytest.mark.parametrize(
    "address", ["/en/", "/en/log/12.tlog-proof", "/en/nothing", "/", "/static/css/gazette.css"]
)
def test_every_answer_has_the_headers_that_keep_a_reader_safe(site: Any, address: str) -> None:
    headers = site.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_first_line_says_what_the_record_is(shown: Any) -> None:
    text = re.sub(r"<[^>]+>", " ", shown("/en/meetings"))
    first = text[text.index("Skip to the text") :]
    assert re.match(
        r"Skip to the text\s+Reported, compiled from public sources; no state has signed it", first
    )


def test_a_page_of_the_past_says_so_and_leads_to_the_present(shown: Any) -> None:
    past = shown("/en/states/AZE?on=2025-11-15")
    assert "This page shows another moment" in past and 'href="/en/states/AZE"' in past
    assert "This page shows another moment" not in shown("/en/states/AZE")


def test_a_page_known_earlier_reads_only_the_first_entries(shown: Any) -> None:
    assert "Only the first 400 entries of the record are read." in shown("/en/?known_at=400")


def test_clocks_left_blank_in_the_form_leave_the_address(site: Any) -> None:
    response = site.get("/en/meetings?on=2025-11-15&reported_by=&known_at=")
    assert (response.status_code, response.url) == (302, "/en/meetings?on=2025-11-15")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("on=2025-13-45", "2025-13-45"),
        ("on=yesterday", "yesterday"),
        ("reported_by=2025", "2025"),
        ("known_at=99999", "99999"),
        ("known_at=-1", "-1"),
        ("known_at=abc", "abc"),
        ("on=" + "9" * 300, "300 characters"),
        ("on=0000-00-00", "0000-00-00"),
        ("cite=bibtex", "bibtex"),
        ("page=0", "pages 1 to"),
    ],
)
def test_a_clock_that_is_none_is_refused_with_a_sentence(site: Any, asked: str, says: str) -> None:
    response = site.get(f"/en/sources?{asked}")
    assert response.status_code == 400
    assert says in response.content.decode()


def test_a_very_long_query_is_refused_and_not_worked_on(site: Any) -> None:
    response = site.get("/en/search?q=" + "a" * 5_000)
    assert response.status_code == 400
    assert "at most 1000 characters" in response.content.decode()


@pytest.mark.parametrize("known_at", [0, 1, 2])
@pytest.mark.parametrize("address", [*PAGES, "/en/patterns", "/en/matrix", "/en/indicators"])
def test_a_record_that_does_not_say_yet_what_it_is_can_be_read(
    site: Any, address: str, known_at: int
) -> None:
    asked = f"{address}{'&' if '?' in address else '?'}known_at={known_at}"
    assert site.get(asked).status_code in (200, 404)


@pytest.mark.parametrize("address", ["/en/sources", "/en/log", "/en/proposals", "/en/things/ots"])
def test_what_no_page_goes_by_asks_for_nothing(site: Any, address: str) -> None:
    asked = site.get(f"{address}?self=1&page=1&nothing=x")
    assert asked.status_code == 200 and "self=1" not in asked.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_sent_to_a_page(site: Any, method: str) -> None:
    assert getattr(site, method)("/en/").status_code == 405


def test_a_page_that_has_not_changed_is_not_sent_again(site: Any) -> None:
    first = site.get("/en/meetings")
    again = site.get("/en/meetings", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.content
    assert site.get("/tr/meetings").headers["ETag"] != first.headers["ETag"]


def test_a_page_is_packed_for_who_can_unpack_it(site: Any) -> None:
    import gzip  # noqa: PLC0415

    plain = site.get("/en/meetings")
    packed = site.get("/en/meetings", headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_head_has_the_headers_of_the_page_and_no_body(site: Any) -> None:
    head, page = site.head("/en/meetings"), site.get("/en/meetings")
    assert head.status_code == 200 and not head.content
    assert head.headers["ETag"] == page.headers["ETag"]


@pytest.mark.parametrize(
    ("accepts", "language"),
    [
        ("kk,ru;q=0.8", "kk"),
        ("tr-TR", "tr"),
        ("de, uz;q=0.5, en;q=0.1", "uz"),
        ("de", "en"),
        ("", "en"),
        ("*;q=x,,,;;\x00", "en"),
    ],
)
def test_the_front_door_speaks_the_language_of_the_browser(site: Any, accepts: str, language: str) -> None:
    response = site.get("/", headers={"Accept-Language": accepts})
    assert response.url == f"/{language}/"
    assert "Accept-Language" in response.headers["Vary"]


def test_the_language_switch_keeps_the_page_and_its_clocks(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/7?on=2025-11-20")
    for language in ("tr", "ru", "az", "kk", "ky", "tg", "tk", "uz"):
        assert f'href="/{language}/meetings/consultative-meeting/7?on=2025-11-20"' in page


def test_a_citation_fixes_the_day_and_the_size_of_the_record(shown: Any, record: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/7")
    size = record.state.size
    assert "https://testserver" not in page
    assert f"/en/meetings/consultative-meeting/7?on=2026-06-04&amp;known_at={size}" in page


def test_a_page_is_cited_for_programs(site: Any) -> None:
    ris = site.get("/tr/states/AZE?cite=ris")
    assert ris.content.decode().startswith("TY  - ELEC\r\n")
    assert "attachment" in ris.headers["Content-Disposition"]
    csl = site.get("/tr/states/AZE?cite=csl").json()
    assert csl[0]["type"] == "webpage" and csl[0]["title"] == "Azerbaycan"


def test_every_note_number_on_a_page_has_its_note(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/7")
    pointed = set(re.findall(r'href="#note-(\d+)"', page))
    noted = set(re.findall(r'id="note-(\d+)"', page))
    assert pointed == noted and len(noted) > 10


@pytest.mark.parametrize("page", ["/en/", "/en/meetings/consultative-meeting/7", "/en/states/AZE", "/en/log"])
def test_what_a_view_leaves_out_is_said_once_on_every_page(shown: Any, record: Any, page: str) -> None:
    left_out = record.view(None, None, "2025-11-14").left_out_undated()
    says = f"{left_out} acts were left out: the day of publication of their sources is not recorded."
    assert left_out > 100
    assert shown(f"{page}?reported_by=2025-11-14").count(says) == 1
    assert says not in shown(page)


def test_beyond_what_the_sources_reach_the_page_says_so_in_words(shown: Any) -> None:
    page = shown("/kk/states/AZE?on=2027-01-01")
    assert page.count("2026 жылғы 4 маусымға") + page.count("2026 жылғы 4 маусым") >= 2
    assert "2026-06-04" not in re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("<footer")[0])


def test_the_sources_of_a_day_are_asked_of_that_day_unless_the_address_names_another(shown: Any) -> None:
    assert 'As of: <time datetime="2025-11-14">' in shown("/en/meetings?reported_by=2025-11-14")
    assert 'As of: <time datetime="2025-11-16">' in shown("/en/meetings?reported_by=2025-11-14&on=2025-11-16")
    assert 'As of: <time datetime="2026-06-04">' in shown("/en/meetings?reported_by=2026-10-01")


def test_a_settled_matter_is_marked_quietly_and_an_open_one_loudly(shown: Any, record: Any) -> None:
    settled = {one["id"]: one["settled"] for one in record.ask("disputes")["answer"]}
    marks = set()
    for page in ("/en/", "/en/meetings", "/en/chronology"):
        for mark, dispute in re.findall(
            r'rests__sure--(settled|disputed)" href="/en/disputes/([^"]+)"', shown(page)
        ):
            assert (mark == "settled") is settled[dispute]
            marks.add(mark)
    assert marks == {"settled", "disputed"}


def test_a_statement_of_the_founding_source_alone_says_so(shown: Any) -> None:
    page = shown("/en/sources/avim-2025-109")
    assert re.search(r"rests__sure--founding\">founding source<", page)


def test_a_clock_that_is_none_is_called_by_what_the_form_calls_it(site: Any) -> None:
    page = site.get("/tr/meetings?on=yesterday").content.decode()
    assert "yesterday" in page and ">On: " not in page


WORD = st.text(max_size=60) | st.sampled_from(
    [
        "2025-11-16",
        "0001-01-01",
        "9998-12-31",
        "1703",
        "-1",
        "1e9",
        "٣",
        "０",
        "2025-11-16T25:00:00Z",
        "\x00",
        "../..",
        "'\"<>",
    ]
)
QUERY = st.dictionaries(
    st.sampled_from(
        [
            "on",
            "reported_by",
            "known_at",
            "self",
            "page",
            "q",
            "region",
            "kind",
            "of",
            "year",
            "cite",
            "fate",
            "lang",
            "x",
        ]
    ),
    WORD,
    max_size=5,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(address=st.sampled_from([one.partition("?")[0] for one in PAGES]), query=QUERY)
def test_whatever_is_asked_in_an_address_the_answer_helps(
    site: Any, address: str, query: dict[str, str]
) -> None:
    asked = urlencode({name: value.encode("utf-8", "surrogatepass") for name, value in query.items()})
    response = site.get(f"{address}?{asked}")
    assert response.status_code in HELPFUL
    if response.status_code in (400, 404):
        assert 'class="lead"' in response.content.decode()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    language=st.sampled_from(["en", "kk", "xx", "EN", ""]),
    folder=st.sampled_from(
        [
            "meetings",
            "states",
            "instruments",
            "bodies",
            "proposals",
            "commitments",
            "disputes",
            "sources",
            "subjects",
            "things",
            "log",
            "acts",
            "briefs",
            "record",
            "api",
            "static",
            "chronology",
            "",
        ]
    ),
    thing=st.text(max_size=130)
    | st.sampled_from(
        [
            "AZE",
            "aze",
            "ZZZ",
            "a" * 121,
            "0" * 64,
            "consultative-meeting/7",
            "ots",
            "12",
            "-1",
            "99999999999999999999",
        ]
    ),
)
def test_whatever_an_address_is_there_is_an_answer(site: Any, language: str, folder: str, thing: str) -> None:
    path = quote(f"/{language}/{folder}/{thing}".encode("utf-8", "surrogatepass"))
    assert site.get(path).status_code in HELPFUL | {405, 406}
