"""Signs: what of the text would be read as grammar is escaped, and letters that differ without a difference are editorial."""

from __future__ import annotations

from tests.texts.compiling_cases import FIVE, files, lines, rolled, shown


def test_brackets_slashes_and_retain_of_the_text_itself_have_a_backslash() -> None:
    base = "5. Use the marks [a] and either / or (retain the rest) and a \\ b;"
    assert shown(base, files("KAZ", base.replace("the marks", "these marks"))) == [
        r"5. Use [the / KAZ: these] marks \[a\] and either \/ or \(retain the rest) and a \\ b;"
    ]


def test_brackets_slashes_and_retain_of_a_variant_have_a_backslash() -> None:
    kaz = files("KAZ", FIVE.replace("joint", "joint and [new] / (retain it)"))
    assert shown(FIVE, kaz) == [
        r"5. Decide to establish a joint [KAZ: and \[new\] \/ \(retain it)] logistics network by 2028;"
    ]


def test_a_slash_that_is_a_whole_variant_has_a_backslash() -> None:
    base = "5. Decide on roads and rail;"
    assert shown(
        base, files("KAZ", "5. Decide on roads / rail;"), files("UZB", "5. Decide on roads or rail;")
    ) == [r"5. Decide on roads [and / KAZ: \/ / UZB: or] rail;"]


def test_a_slash_at_the_edge_of_a_variant_has_a_backslash() -> None:
    assert shown(FIVE, files("KAZ", FIVE.replace("joint", "joint / common"))) == [
        r"5. Decide to establish a joint [KAZ: \/ common] logistics network by 2028;"
    ]


def test_a_dash_that_is_proposed_is_not_read_as_a_deletion() -> None:
    kaz = files("KAZ", FIVE.replace("joint", "—"))
    uzb = files("UZB", FIVE.replace("joint ", ""))
    assert shown(FIVE, kaz, uzb) == [
        r"5. Decide to establish a [joint / KAZ: \— / UZB: —] logistics network by 2028;"
    ]


def test_blanks_outside_a_region_are_those_that_all_its_variants_share() -> None:
    base = "Declaration on a joint logistics network"
    aze, kaz = files("AZE", f"{base}  of roads"), files("KAZ", f"{base} of ports")
    assert [line.replace("  ", " ") for line in shown(base, aze, kaz)] == [
        "Declaration on a joint logistics network [AZE: of roads / KAZ: of ports]"
    ]


def test_brackets_of_the_base_that_somebody_takes_away_are_a_region_of_their_own() -> None:
    base = "6. States report [annually] to the chair of the meeting."
    assert shown(base, files("UZB", base.replace("[annually]", "annually"))) == [
        r"6. States report [\[annually\] / UZB: annually] to the chair of the meeting."
    ]


def test_blanks_quotes_hyphens_and_look_alikes_are_no_proposal_but_reported() -> None:
    base = "5. The “joint” long-term logistics network is open by 2028;"
    filed = '5. The "joint" long‑term logistics\u00a0net\u00adwork is оpen by 2028;'
    rolling = rolled(base, files("KAZ", filed))
    assert lines(rolling) == [base]
    assert {one.delegation for one in rolling.editorial} == {"KAZ"}
    assert [one.filed for one in rolling.editorial] == [
        '"',
        '"',
        "long‑term",
        "\u00a0",
        "net\u00adwork",
        "оpen",
    ]


def test_a_no_break_blank_in_a_figure_is_no_proposal_and_a_comma_in_it_is() -> None:
    base = "5. Note 2.5 % of trade;"
    submissions = files("KAZ", "5. Note 2.5\u00a0% of trade;"), files("UZB", "5. Note 2,5 % of trade;")
    assert shown(base, *submissions) == ["5. Note [2.5 % / UZB: 2,5 %] of trade;"]


def test_editorial_differences_beside_a_proposal_are_reported_too() -> None:
    base = "5. The “joint” logistics network is open by 2028;"
    rolling = rolled(base, files("KAZ", '5. The "joint" logistics system is open by 2028;'))
    assert lines(rolling) == ["5. The “joint” logistics [network / KAZ: system] is open by 2028;"]
    assert [(one.delegation, one.base, one.filed) for one in rolling.editorial] == [
        ("KAZ", "“", '"'),
        ("KAZ", "”", '"'),
    ]
