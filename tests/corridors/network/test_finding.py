"""A place is found by what people call it; where several are meant equally none is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.corridors.network.network import Network, read_network
from tests.corridors.network.editions import edition

PLACES = """\
place_id,name,country,un_locode
KZ-ALM,Almaty-1,KAZ,KZALA
KZ-KZB,Kazybek Bek (west of Almaty),KAZ,
AZ-BAK,Baku (Absheron),AZE,AZBAK
AZ-ALP,Port of Baku,AZE,
GE-POS,Poti railway station,GEO,
GE-POP,Port of Poti,GEO,
"""


@pytest.fixture
def network(tmp_path: Path) -> Network:
    return read_network(
        [
            edition(
                tmp_path,
                place=PLACES,
                link="link_id,from_place,to_place,mode\n",
                number="subject,quantity,value,unit,basis\n",
            )
        ]
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("KZ-ALM", "KZ-ALM"),
        ("kz-alm", "KZ-ALM"),
        ("kzala", "KZ-ALM"),
        ("Port of Poti", "GE-POP"),
        ("Almaty", "KZ-ALM"),
        ("baku", "AZ-BAK"),
        ("Kazybek Bek", "KZ-KZB"),
    ],
)
def test_a_place_is_found_by_id_code_name_and_words_of_its_name(
    network: Network, typed: str, meant: str
) -> None:
    assert network.place(typed).place_id == meant


def test_a_name_that_two_places_have_equally_is_refused_and_both_are_offered(network: Network) -> None:
    with pytest.raises(LookupError, match=r"GE-POS \(Poti railway station\), GE-POP \(Port of Poti\)"):
        network.place("Poti")


def test_a_slip_of_the_pen_is_refused_and_what_is_near_is_offered(network: Network) -> None:
    with pytest.raises(
        LookupError, match=r"“Almtay-1” is no place of this network. Is it one of these: KZ-ALM"
    ):
        network.place("Almtay-1")


@pytest.mark.parametrize("typed", ["", " ", "Vladivostok", "-", "("])
def test_what_is_near_nothing_is_refused_alone(network: Network, typed: str) -> None:
    with pytest.raises(LookupError, match="is no place of this network"):
        network.place(typed)
