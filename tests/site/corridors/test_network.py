"""The page of the network: which edition the record names, on what its numbers rest, and what is there without one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from kengesh.corridors.model import Model
from kengesh.desk.corridors import shipped_scenarios
from kengesh.desk.enter import add_files, new_record
from kengesh.desk.kinds import every_kind
from kengesh.desk.packs import files_of
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import make_key
from kengesh.site.clocks import Clocks
from kengesh.site.reading import Reading
from kengesh.terms.languages import LANGUAGES

OTHER_HASH = "0123456789abcdef" * 4


def section(page: str, heading: str) -> str:
    """Return what stands under a heading of the second order."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("</section>")[0]


def plain(html: str) -> str:
    """Return the text of a piece of a page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_the_edition_of_the_page_is_that_of_the_act(shown: Any, record: Mechanism, model: Model) -> None:
    (act,) = record.view().of_kind("publish-network")
    told = section(shown("/en/corridors"), "Which network this is")
    assert act.get("sha256") == model.network.hash
    assert model.network.hash in told and f"#{act.act.entry}" in told
    assert "© OpenStreetMap contributors" in told and "ODbL-1.0" in told


def test_rows_and_numbers_are_counted_by_table_and_by_basis(shown: Any, model: Model) -> None:
    told = plain(section(shown("/en/corridors"), "Which network this is"))
    bases = Counter(one.basis for one in model.network.figures)
    for basis in ("published", "derived", "assumed"):
        assert f"{basis} {bases[basis]} " in told
    assert f"links {len(model.network.links)} " in told and f"numbers {len(model.network.figures)} " in told


def test_every_named_corridor_and_every_scenario_leads_to_its_page(
    site: Any, shown: Any, model: Model
) -> None:
    page = shown("/en/corridors")
    links = [unescape(one) for one in re.findall(r'href="(/en/corridors/[^"]*)"', page)]
    wanted = [f"/en/corridors/{key.removeprefix('corridor/')}" for key in model.network.corridors]
    wanted += [f"/en/corridors/scenarios/{name}" for name in shipped_scenarios()]
    assert set(wanted) <= set(links)


def test_a_corridor_that_is_closed_says_which_rows_would_have_to_open(shown: Any) -> None:
    told = section(shown("/en/corridors"), "Named corridors")
    row = plain(next(one for one in told.split("<tr>") if "China-Kyrgyzstan-Uzbekistan" in one))
    assert "No route. These would have to open: R080" in row
    assert "China-Kyrgyzstan-Uzbekistan railway and the Trans-Afghan route" in row  # what the record says


def test_the_map_has_its_table(shown: Any, model: Model) -> None:
    told = section(shown("/en/corridors"), "On the map")
    assert "<svg" in told and "<caption>The network on the map</caption>" in told
    assert told.count("<tr>") > len(model.network.links)


def test_what_is_made_up_says_so_in_the_title_and_keeps_to_the_addresses(shown: Any) -> None:
    page = shown("/en/corridors?exercise=yes")
    assert "<h1>Corridors: the network (exercise data)</h1>" in page
    assert 'class="corridors__exercise" role="note">Exercise data:' in page
    links = re.findall(r'href="(/en/corridors/[^"]*)"', page)
    assert links and all("exercise=yes" in one for one in links if "?" in one or "scenarios" in one)
    assert "exercise" not in plain(section(shown("/en/corridors"), "Which network this is"))


def test_the_sections_of_a_record_have_corridors_only_where_it_names_a_network(shown: Any) -> None:
    assert 'href="/en/corridors"' in shown("/en/meetings").partition("</header>")[0]
    assert "corridors" not in shown("/en/meetings?known_at=10").partition("</header>")[0]
    assert "This record names no network" in shown("/en/corridors?known_at=10")
    assert "/en/corridors</loc>" in shown("/en/sitemap.xml")


def test_the_front_page_leads_there(shown: Any) -> None:
    page = shown("/en/")
    assert 'href="/en/corridors/promised"' in page
    assert 'href="/en/corridors/promised' not in shown("/en/?known_at=400")


def test_a_network_whose_files_are_not_at_hand_is_shown_and_nothing_computed(
    site: Any, tmp_path: Path
) -> None:
    from kengesh.site.corridors.overview import overview  # noqa: PLC0415  (after the settings of `site`)

    rows = tmp_path / "networks.yaml"
    rows.write_text(
        "- row: network/other\n  act: publish-network\n  network: network/other\n  edition: other/2026\n"
        f"  title: Another network\n  sha256: {OTHER_HASH}\n  by: [Somebody]\n",
        encoding="utf-8",
    )
    folder, key = tmp_path / "record", make_key(tmp_path / "key", "kengesh.test/other")
    new_record(folder, key, None)
    add_files(folder, key, files_of([rows]))
    mechanism = Mechanism.open(folder, every_kind())
    today = datetime.now(UTC).date()
    page = overview(Reading(mechanism, mechanism.view(), Clocks(), "en", "corridors", today))
    assert page.template == "corridors/none.html"
    assert [one["sha256"] for one in page.found["rows"]] == [OTHER_HASH]


def test_without_the_engine_the_site_starts_and_says_what_to_install(founding_folder: Path) -> None:
    asks = """
import sys
sys.modules["scipy"] = None  # as where it is not installed
import django
django.setup()
from django.test import Client
client = Client(HTTP_HOST="127.0.0.1")
for address in ("/en/", "/en/corridors", "/en/corridors/middle", "/en/corridors/scenarios/tripp"):
    page = client.get(address)
    print(page.status_code, "kengesh[corridors]" in page.content.decode())
"""
    told = subprocess.run(
        [sys.executable, "-c", asks],
        env=os.environ
        | {
            "KENGESH_RECORD": str(founding_folder),
            "KENGESH_SITE": str(founding_folder.parent / "without"),
            "DJANGO_SETTINGS_MODULE": "kengesh.site.settings",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines() == ["200 False", "200 True", "200 True", "200 True"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_there_in_every_language(shown: Any, language: str) -> None:
    page = shown(f"/{language}/corridors")
    assert f'href="/{language}/corridors/middle"' in page and "<svg" in page


@pytest.mark.parametrize("query", ["exercise=no", "open=tomorrow"])
def test_a_choice_that_there_is_not_is_refused_with_a_sentence(site: Any, query: str) -> None:
    response = site.get(f"/en/corridors?{query}")
    assert response.status_code == 400 and "is not one of" in response.content.decode()
