"""Rolling texts in two languages: the brackets, their holders and the notes are the same, or what differs is said."""

from __future__ import annotations

import pytest
from msgspec import structs

from kengesh.texts.concordance import Check, NotToCompare, Severity, check_rolling
from kengesh.texts.rolling import (
    Act,
    Alternative,
    BaseNode,
    MovedNode,
    NewNode,
    Note,
    Region,
    Request,
    Reservation,
    RollingText,
    Variant,
)
from kengesh.texts.units import Unit, UnitKind
from tests.texts.concordance.parallel import text

ENGLISH = ["Decide to establish a joint logistics network by 2028;", "Agree to meet again in 2027."]
RUSSIAN = [
    "Постановляют создать единую логистическую сеть к 2028 году;",
    "Договорились вновь встретиться в 2027 году.",
]


def region(before, *variants, retain=()):
    return Region(id="r", start=0, end=1, base=before, variants=variants, retain=retain)


def rolling(language, words, *contents, **more):
    base = text(language, [(UnitKind.OPERATIVE, one, f"{at}.") for at, one in enumerate(words, start=1)])
    nodes = [
        BaseNode(unit=unit, label=unit.number, content=content)
        for unit, content in zip(base.units, contents, strict=True)
    ]
    return RollingText(base=base, nodes=tuple(nodes), **more)


def english(*variants, retain=(), **more):
    joint = region("joint", *variants, retain=retain)
    first = ("Decide to establish a ", joint, " logistics network by 2028;")
    return rolling("en", ENGLISH, first, (ENGLISH[1],), **more)


def russian(*variants, retain=(), **more):
    joint = region("единую", *variants, retain=retain)
    first = ("Постановляют создать ", joint, " логистическую сеть к 2028 году;")
    return rolling("ru", RUSSIAN, first, (RUSSIAN[1],), **more)


def only(first, second):
    found = check_rolling({"en": first, "ru": second})
    assert len(found) == 1, [one.says for one in found]
    return found[0]


def test_the_same_brackets_in_other_words_and_another_order_have_no_finding():
    here = english(Variant(("KAZ", "UZB"), "common"), Variant(("TKM",), ""), retain=("AZE",))
    there = russian(Variant(("TKM",), ""), Variant(("UZB", "KAZ"), "общую"), retain=("AZE",))
    assert check_rolling({"en": here, "ru": there}) == ()


def test_a_variant_with_other_holders_is_found():
    one = only(english(Variant(("KAZ", "UZB"), "common")), russian(Variant(("KAZ",), "общую")))
    assert (one.check, one.severity, one.unit) == (Check.REGIONS, Severity.DIVERGENCE, "u1")
    assert one.words == (("[… / KAZ, UZB: …]",), ("[… / KAZ: …]",))
    assert one.says == (
        "Operative paragraph 1: the brackets are not the same. English: “[… / KAZ, UZB: …]”. Russian: “[… / KAZ: …]”. "
        "Enter in one version the proposals that only the other has, with the same delegations."
    )


def test_words_where_the_other_version_deletes_are_found():
    one = only(english(Variant(("TKM",), "")), russian(Variant(("TKM",), "общую")))
    assert one.words == (("[… / TKM: —]",), ("[… / TKM: …]",))


def test_a_text_to_be_kept_in_one_version_is_found():
    one = only(english(Variant(("KAZ",), "common"), retain=("TJK",)), russian(Variant(("KAZ",), "общую")))
    assert one.words == (("[… (retain TJK) / KAZ: …]",), ("[… / KAZ: …]",))


def test_a_bracket_that_one_version_lacks_is_found():
    there = rolling("ru", RUSSIAN, (RUSSIAN[0],), (RUSSIAN[1],))
    one = only(english(Variant(("KAZ",), "common")), there)
    assert one.words == (("[… / KAZ: …]",), ())


def test_a_deletion_of_the_unit_by_another_delegation_is_found():
    here, there = english(Variant(("KAZ",), "common")), russian(Variant(("KAZ",), "общую"))
    here = structs.replace(here, nodes=(here.nodes[0], structs.replace(here.nodes[1], deleted_by=("TKM",))))
    there = structs.replace(
        there, nodes=(there.nodes[0], structs.replace(there.nodes[1], deleted_by=("TJK",)))
    )
    one = only(here, there)
    assert (one.unit, one.words) == ("u2", (("to be deleted: TKM",), ("to be deleted: TJK",)))


def test_a_new_unit_and_an_alternative_that_one_version_lacks_are_found_with_their_own_brackets():
    unit = Unit("n1", UnitKind.OPERATIVE, "Create a Secretariat;")
    inside = ("Create a ", region("Secretariat", Variant(("KGZ",), "council")), ";")
    new = NewNode(unit=unit, label="2 bis", holders=("KAZ",), content=inside, after="u2")
    other = Alternative(unit=unit, label="2 alt 1", holders=("UZB",), content=("Create a Secretariat;",))
    here, there = english(Variant(("KAZ",), "common")), russian(Variant(("KAZ",), "общую"))
    second = structs.replace(here.nodes[1], alternatives=(other,))
    here = structs.replace(here, nodes=(here.nodes[0], second, new))
    one = only(here, there)
    assert one.words[0] == (
        "alternative unit: UZB",
        "new unit after it: KAZ",
        "new unit after it: KAZ: [… / KGZ: …]",
    )


def test_a_unit_proposed_before_the_first_and_a_move_are_compared_too():
    unit = Unit("n1", UnitKind.OPERATIVE, "Create a Secretariat;")
    new = NewNode(unit=unit, label="1 bis", holders=("KAZ",), content=(unit.text,))
    moved = MovedNode(unit="u1", label="2 bis", origin_label="1", holders=("AZE",), after="u2")
    here, there = english(Variant(("KAZ",), "common")), russian(Variant(("KAZ",), "общую"))
    found = check_rolling({"en": structs.replace(here, nodes=(new, *here.nodes, moved)), "ru": there})
    assert [(one.unit, one.words[0]) for one in found] == [
        ("u1", ("before it: new unit after it: KAZ",)),
        ("u2", ("a unit moved after it: AZE",)),
    ]


def test_a_reservation_of_another_kind_and_a_request_are_found():
    def note(kind):
        return Note(number=1, unit="u2", holders=("AZE",), act=Act.RESERVE, reservation=kind)

    request = Request(unit="u2", label="2.", holders=("KGZ",), act=Act.REPLACE, base="a", text="b")
    here = english(Variant(("KAZ",), "common"), notes=(note(Reservation.SCRUTINY),), requests=(request,))
    there = russian(Variant(("KAZ",), "общую"), notes=(note(Reservation.PENDING_CAPITAL),))
    found = check_rolling({"en": here, "ru": there})
    assert [(one.check, one.words) for one in found] == [
        (Check.REGIONS, (("asks to reopen it: KGZ",), ())),
        (Check.NOTES, (("reserves (scrutiny): AZE",), ("reserves (pending-capital): AZE",))),
    ]


def test_a_unit_that_the_other_base_lacks_is_named():
    here = english(Variant(("KAZ",), "common"))
    there = russian(Variant(("KAZ",), "общую"))
    there = structs.replace(there, base=there.base.with_units(there.base.units[:1]), nodes=there.nodes[:1])
    one = only(here, there)
    assert (one.check, one.unit) == (Check.UNITS, "u2")


def test_one_rolling_text_alone_cannot_be_compared():
    with pytest.raises(NotToCompare):
        check_rolling({"en": english(Variant(("KAZ",), "common"))})
