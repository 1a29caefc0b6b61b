"""What a thing is called on a day, in the reader's language, and whose word that is."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.names import name_of
from kengesh.mechanism.reader import Reader
from tests.mechanism.cast import BECAUSE, GAZETTE, Cast, act, council, prefer, withdraw


def names(by: str = "source", **texts: str) -> dict[str, dict[str, str]]:
    return {language: {"text": text, "by": by} for language, text in texts.items()}


def name(thing: str, text: str, **more: Any) -> dict[str, Any]:
    return act("name", thing=thing, type="place", names=names(en=text), **more)


def capital() -> Cast:
    cast = council()
    cast.enter(name("capital", "Astana", end="2019-03-23"))
    cast.enter(name("capital", "Nur-Sultan", start="2019-03-23", end="2022-09-17"))
    cast.enter(name("capital", "Astana", start="2022-09-17"))
    return cast


def called(cast: Cast, thing: str, on: str = "2026-06-04", language: str = "en", **clocks: Any) -> str:
    return name_of(cast.view(on, **clocks), thing, language).text


def test_a_place_bears_the_name_of_the_day() -> None:
    days = ("2018-03-15", "2019-03-22", "2019-03-23", "2022-09-16", "2022-09-17")
    assert [called(capital(), "capital", on) for on in days] == [
        "Astana",
        "Astana",
        "Nur-Sultan",
        "Nur-Sultan",
        "Astana",
    ]


def test_at_an_earlier_size_of_the_record_a_thing_has_the_names_known_then() -> None:
    cast = capital()
    assert called(cast, "capital", "2026-01-01", size=cast.size - 1) == "Nur-Sultan"
    assert called(cast, "capital", size=2) == "capital"


def test_a_body_is_renamed_from_a_day_on() -> None:
    cast = council()
    cast.enter(act("name", thing="ots", type="body", names=names(en="Turkic Council")))
    cast.enter(
        act(
            "rename",
            body="ots",
            on="2021-11-12",
            names=names(en="Organization of Turkic States"),
            sources=GAZETTE,
        )
    )
    assert called(cast, "ots", "2021-11-11") == "Turkic Council"
    assert called(cast, "ots", "2021-11-12") == "Organization of Turkic States"


def test_a_name_that_a_preference_rejects_or_an_act_withdraws_is_not_borne() -> None:
    cast = capital()
    right = cast.enter(name("town", "Türkmenbaşy"))
    wrong = cast.enter(name("town", "Krasnovodsk"))
    assert called(cast, "town") == "Krasnovodsk"
    cast.enter(prefer([right], [wrong]))
    assert called(cast, "town") == "Türkmenbaşy"
    cast.enter(withdraw(right))
    assert called(cast, "town") == "Krasnovodsk"


def test_names_count_whatever_day_of_sources_is_asked_for() -> None:
    assert called(capital(), "capital", "2018-03-15", reported_by="1990-01-01") == "Astana"


def test_a_state_has_a_name_in_every_language_without_any_act() -> None:
    found = {language: called(council(), "TKM", language=language) for language in ("en", "ru", "tr", "tk")}
    assert found == {"en": "Turkmenistan", "ru": "Туркменистан", "tr": "Türkmenistan", "tk": "Türkmenistan"}


def test_what_nothing_names_is_shown_by_its_id_and_says_that_it_has_no_name() -> None:
    shown = name_of(council().view(), "dushanbe", "en")
    assert (shown.text, shown.by, shown.acts) == ("dushanbe", None, ())
    assert council().ask("name", "dushanbe")["truth"] == "not-known"


def test_a_name_missing_in_a_language_is_shown_in_another_which_it_says() -> None:
    cast = council()
    given = cast.enter(
        act("name", thing="procedures", type="instrument", names=names("official", ru="Регламент"))
    )
    shown = name_of(cast.view(), "procedures", "uz")
    assert (shown.text, shown.language, shown.by, shown.acts) == ("Регламент", "ru", "official", (given,))


def test_joined_ids_share_the_names_of_both() -> None:
    cast = council()
    cast.enter(name("shakiev", "Nurlanbek Shakiev"))
    cast.enter(act("join-ids", things=["turgunbek-uulu", "shakiev"], because=BECAUSE, sources=GAZETTE))
    assert called(cast, "turgunbek-uulu") == called(cast, "shakiev") == "Nurlanbek Shakiev"


def test_an_act_of_which_a_thing_is_only_part_does_not_name_it() -> None:
    cast = council()
    cast.enter(act("name", thing="president", type="office", of="council", names=names(en="President")))
    assert called(cast, "council") == "council"


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", "AZE KAZ KGZ TJK TUR TKM UZB"),
        ("tr", "AZE KAZ KGZ UZB TJK TUR TKM"),  # Özbekistan before Tacikistan
        ("ru", "AZE KAZ KGZ TJK TKM TUR UZB"),  # Туркменистан before Турция
        ("uz", "AZE KGZ KAZ TJK TUR TKM UZB"),  # Qirgʻiziston before Qozogʻiston
    ],
)
def test_states_stand_in_the_alphabet_of_the_reader(language: str, order: str) -> None:
    assert Reader(council().view(), language).sorted(sorted(order.split())) == order.split()
