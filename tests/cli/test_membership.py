"""Who belonged, in what capacity, on what day: members, status, changes, chair, name."""

from __future__ import annotations

import pytest

FIVE = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]


def parties(text: str) -> list[str]:
    """Return the parties of a printed table: the lines that begin with a name and its code, perhaps on two lines."""
    joined = text.replace("\n(", " (").splitlines()
    return [
        line.split()[0] for line in joined if line[:1].isupper() and " (" in line and line.count("(") == 1
    ]


def test_on_the_eve_of_the_tashkent_decision_five_belong_and_on_its_day_six(kengesh) -> None:
    eve = kengesh("members", "consultative-meeting", "--on", "2025-11-15", "--json").json
    day = kengesh("members", "consultative-meeting", "--on", "2025-11-16", "--json").json
    assert {row["party"] for row in eve["answer"]} == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert {row["party"] for row in day["answer"]} == {"AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"}


def test_members_are_listed_in_the_alphabet_of_the_reader(kengesh) -> None:
    english = kengesh("members", "consultative-meeting", "--on", "2025-11-15", "--no-notes").out
    assert parties(english) == FIVE
    uzbek = kengesh("members", "consultative-meeting", "--no-notes", "--lang", "uz").out
    assert parties(uzbek) == [
        "Ozarbayjon",
        "Qirgʻiziston",
        "Qozogʻiston",
        "Tojikiston",
        "Turkmaniston",
        "Oʻzbekiston",
    ]


def test_turkmenistan_observes_the_organization_of_turkic_states_and_the_answer_says_who_says_so(
    kengesh,
) -> None:
    told = kengesh("status", "TKM", "ots", "--on", "2025-11-16")
    assert told.code == 0
    assert "observer" in told.out and "12 November" in told.out
    assert "\n[1] " in told.out
    assert "[1] " not in kengesh("status", "TKM", "ots", "--on", "2025-11-16", "--no-notes").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("status", "TKM", "ots", "--on", "2025-11-16"), 0),
        (("status", "AZE", "consultative-meeting", "--on", "2025-11-15"), 1),
        (("status", "FRA", "ots"), 3),
        (("members", "consultative-meeting", "--known-at", "0"), 0),
        (("status", "TUR", "ots", "--known-at", "0"), 3),
        (("status", "TUR", "nothing-like-it"), 2),
    ],
)
def test_the_exit_code_is_0_for_yes_1_for_no_2_for_wrong_use_3_for_not_known(kengesh, words, code) -> None:
    assert kengesh(*words).code == code


def test_nothing_is_known_before_the_first_entry(kengesh) -> None:
    told = kengesh("members", "consultative-meeting", "--known-at", "0")
    assert "as this record knew it at 0 entries" in told.out
    assert "Nothing in this record says that anyone belonged" in told.out


def test_sources_published_by_the_day_after_the_summit_give_another_answer_than_today_s(kengesh) -> None:
    then = kengesh("status", "AZE", "consultative-meeting", "--reported-by", "2025-11-17", "--json").json
    now = kengesh("status", "AZE", "consultative-meeting", "--json").json
    assert then["reported_by"] == "2025-11-17" and now["reported_by"] is None
    assert set(then["answer"][0]["sources"]) < set(now["answer"][0]["sources"])


def test_the_changes_of_2025_are_azerbaijan_and_the_chair(kengesh) -> None:
    told = kengesh("changes", "consultative-meeting", "2025-11-15", "2025-11-16", "--json").json
    assert {(row["change"], row["party"]) for row in told["answer"]} >= {
        ("begins", "AZE"),
        ("chair-assumed", "TKM"),
    }


def test_the_chair_is_told_with_what_came_before(kengesh) -> None:
    told = kengesh("chair", "consultative-meeting")
    assert told.code == 0
    now, before = told.out.split("Over time")
    assert "Turkmenistan" in now and "Kazakhstan" not in now
    assert "Kazakhstan" in before


def test_astana_was_nur_sultan_for_three_years(kengesh) -> None:
    told = kengesh("name", "astana", "--on", "2020-01-01")
    assert "English       Nur-Sultan" in told.out
    assert "Over time" in told.out
    assert "English       Astana" in kengesh("name", "astana").out


@pytest.mark.parametrize("language", ["en", "tr", "ru", "az", "kk", "ky", "tg", "tk", "uz"])
def test_names_are_in_each_of_the_nine_languages(kengesh, language: str) -> None:
    kazakhstan = {
        "en": "Kazakhstan",
        "tr": "Kazakistan",
        "ru": "Казахстан",
        "az": "Qazaxıstan",
        "kk": "Қазақстан",
        "ky": "Казакстан",
        "tg": "Қазоқистон",
        "tk": "Gazagystan",
        "uz": "Qozogʻiston",
    }
    told = kengesh("members", "consultative-meeting", "--no-notes", "--lang", language)
    assert kazakhstan[language] in told.out
