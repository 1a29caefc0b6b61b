"""A rolling text with every form that the grammar has, set out by hand: what the writers of Word files are tested on."""

from __future__ import annotations

from kengesh.texts.rolling import (
    Act,
    Alternative,
    Amendment,
    BaseNode,
    Editorial,
    Filing,
    MovedNode,
    NewNode,
    Note,
    RebaseStep,
    Region,
    Request,
    Reservation,
    RollingText,
    Variant,
)
from kengesh.texts.units import Place, Status, Text, Unit, UnitKind

FILED = {
    "KAZ": "2026-05-04T08:00:00Z",
    "UZB": "2026-05-04T09:30:00Z",
    "TJK": "2026-05-05T06:00:00Z",
    "TKM": "2026-05-05T07:15:00Z",
    "KGZ": "2026-05-06T10:00:00Z",
}
BASE = Text(
    "en",
    (
        Unit("t", UnitKind.TITLE, "Declaration on a joint logistics network"),
        Unit("h1", UnitKind.HEADING, "Common ground", number="I.", level=1),
        Unit("p1", UnitKind.PREAMBULAR, "Recalling the meeting of 2025⁅f1⁆ and its outcome,"),
        Unit("f1", UnitKind.FOOTNOTE, "Tashkent, 16 November 2025.¶Document 7."),
        Unit("p2", UnitKind.PREAMBULAR, "Mindful of Ақтау, Түркменбашы, Oʻzbekiston, Əlät, Гҷ ӯ ң һ ň,"),
        Unit("u1", UnitKind.OPERATIVE, "Decide to establish a joint logistics network by 2028;", number="1."),
        Unit("u2", UnitKind.OPERATIVE, "Decide to build a joint logistics network by 2028;", number="2."),
        Unit("u3", UnitKind.OPERATIVE, "Decide to establish a joint logistics network by 2028;", number="3."),
        Unit("u4", UnitKind.OPERATIVE, "Agree to meet again in 2027.", number="4."),
        Unit("u5", UnitKind.OPERATIVE, "Decide to establish a joint logistics network by 2028;", number="5."),
        Unit("s1", UnitKind.SUBPARAGRAPH, "to open the ports;", number="(a)", level=1),
        Unit("s2", UnitKind.SUBPARAGRAPH, "to share what is known [of the sea];", number="(i)", level=2),
        Unit("u6", UnitKind.OPERATIVE, "Member States shall report annually.", number="6."),
        Unit("u7", UnitKind.OPERATIVE, "Thank the host; wish all well.", number="7."),
        Unit("u8", UnitKind.OPERATIVE, "Take note of the report.", number="8.", status=Status.AGREED),
        Unit("c1", UnitKind.CELL, "Port", place=Place("t1", 1, 1, 2, 1)),
        Unit("c2", UnitKind.CELL, "Capacity, TEU", place=Place("t1", 1, 2, 1, 2)),
        Unit("c3", UnitKind.CELL, "2026", place=Place("t1", 2, 2)),
        Unit("c4", UnitKind.CELL, "2030", place=Place("t1", 2, 3)),
        Unit("c5", UnitKind.CELL, "Ақтау⁅f2⁆", place=Place("t1", 3, 1)),
        Unit("f2", UnitKind.FOOTNOTE, "With the new quay."),
        Unit("c6", UnitKind.CELL, "100 000", place=Place("t1", 3, 2)),
        Unit("c7", UnitKind.CELL, "150 000¶as planned", place=Place("t1", 3, 3)),
        Unit("c8", UnitKind.CELL, "Alat", place=Place("t1", 4, 1)),
        Unit("c9", UnitKind.CELL, "80 000", place=Place("t1", 4, 2)),
        Unit("c10", UnitKind.CELL, "90 000", place=Place("t1", 4, 3)),
        Unit("u9", UnitKind.OPERATIVE, "Invite the ministers to act.", number="9."),
        Unit("u10", UnitKind.OPERATIVE, "Close the meeting;", number="10."),
        Unit("u11", UnitKind.OPERATIVE, "sign the minutes.", number="11."),
    ),
)


def region(
    id: str, base: str, *variants: Variant, notes: tuple[int, ...] = (), retain: tuple[str, ...] = ()
) -> Region:
    return Region(id=id, start=0, end=0, base=base, variants=variants, notes=notes, retain=retain)


def by(*holders: str, text: str) -> Variant:
    return Variant(holders, text)


CONTENT: dict[str, tuple[str | Region, ...]] = {
    "u1": (
        "Decide to establish a ",
        region(
            "r1",
            "joint",
            by("KAZ", text="common"),
            by("TJK", "UZB", text="unified"),
            by("TKM", text=""),
            retain=("KGZ",),
        ),
        " logistics",
        region("r2", "", by("KAZ", text=" and customs")),
        " network",
        region("r3", " by 2028", by("TKM", text="")),
        ";",
    ),
    "u2": (
        "Decide to ",
        region(
            "r4",
            "build a joint logistics network",
            by("KAZ", text="explore joint approaches to logistics"),
            by("UZB", text="build a common transport network"),
        ),
        " by 2028",
        region(
            "r5",
            "",
            by("KAZ", text=", subject to available resources"),
            by("TJK", text=", in cooperation with partners"),
        ),
        ";",
    ),
    "p1": (
        "Recalling the meeting of 2025⁅f1⁆",
        region("r6", " and its outcome", by("KGZ", text=" and its outcome⁅f3⁆")),
        ",",
    ),
    "f1": ("Tashkent, ", region("r7", "16", by("UZB", text="15 and 16")), " November 2025.¶Document 7."),
    "u6": ("Member States shall report ", region("r8", "annually", notes=(1,)), "."),
    "u7": ("Thank the host; ", region("r9", "", by("UZB", text="¶")), "wish all well."),
    "c6": (region("r10", "100 000", by("KAZ", text="120 000"), by("TKM", text="90 000")),),
    "u10": ("Close the meeting;", region("r11", "¶", by("UZB", text=" "))),
}
NEW = {
    "u5": (
        NewNode(
            unit=Unit("n1", UnitKind.OPERATIVE, "Further decide to create a Secretariat;"),
            label="5 bis",
            holders=("KAZ", "UZB"),
            content=(
                "Further decide to create a ",
                region("r12", "Secretariat", by("KGZ", text="Bureau")),
                ";",
            ),
            after="u5",
        ),
        NewNode(
            unit=Unit("n2", UnitKind.OPERATIVE, "Request the host to prepare options for a secretariat;"),
            label="5 ter",
            holders=("TJK",),
            content=("Request the host to prepare options for a secretariat;",),
            after="u5",
        ),
    ),
    "f1": (
        NewNode(
            unit=Unit("f3", UnitKind.FOOTNOTE, "As annexed."),
            label="Fn 1 bis",
            holders=("KGZ",),
            content=("As annexed.",),
            after="f1",
        ),
    ),
    "c10": (
        NewNode(
            unit=Unit("n3", UnitKind.ROW, "Түркменбашы | 70 000 | 75 000"),
            label="T1 R4 bis",
            holders=("TKM",),
            content=("Түркменбашы | 70 000 | 75 000",),
            after="c10",
        ),
    ),
    "u7": (MovedNode(unit="u3", label="7 bis", origin_label="3", holders=("UZB",), after="u7"),),
}
DELETED = {"u4": ("TKM",), "c8": ("TJK",), "c9": ("TJK",), "c10": ("TJK",)}
ALTERNATIVES = {
    "u5": (
        Alternative(
            unit=Unit("a1", UnitKind.OPERATIVE, "Agree to study options for a regional transport union;"),
            label="5 alt 1",
            holders=("UZB",),
            content=(
                "Agree to study",
                region("r13", " options for", by("KGZ", text="")),
                " a regional transport union;",
            ),
        ),
    )
}
MOVED = {"u3": ("UZB",)}
COMPUTED = {"p1": "PP1", "p2": "PP2", "f1": "Fn 1", "f2": "Fn 2"}
UNIT_NOTES = {"u6": (2, 3)}


def rolling() -> RollingText:
    """Return the rolling text of all forms."""
    nodes: list[BaseNode | NewNode | MovedNode] = []
    for unit in BASE.units:
        label = unit.number or COMPUTED.get(unit.id, "")
        nodes.append(
            BaseNode(
                unit=unit,
                label=label,
                content=CONTENT.get(unit.id, (unit.text,)),
                deleted_by=DELETED.get(unit.id, ()),
                moved_by=MOVED.get(unit.id, ()),
                alternatives=ALTERNATIVES.get(unit.id, ()),
                notes=UNIT_NOTES.get(unit.id, ()),
            )
        )
        nodes.extend(NEW.get(unit.id, ()))
    return RollingText(
        base=BASE,
        nodes=tuple(nodes),
        notes=(
            Note(number=1, unit="u6", holders=("UZB",), act=Act.BRACKET),
            Note(
                number=2,
                unit="u6",
                holders=("AZE",),
                act=Act.RESERVE,
                reservation=Reservation.PENDING_CAPITAL,
            ),
            Note(
                number=3,
                unit="u6",
                holders=("KAZ",),
                act=Act.COMMENT,
                words="frequency depends on paragraph 9.",
            ),
        ),
        requests=(
            Request(
                unit="u8", label="8.", holders=("TKM",), act=Act.REPLACE, base="Take note of", text="Welcome"
            ),
        ),
        editorial=(Editorial(delegation="KGZ", unit="p1", base="meeting", filed="m\u0435\u0435ting"),),
        rebased=(
            RebaseStep(
                delegation="TJK",
                amendment="x",
                unit="u1",
                what="words-changed",
                before="common network",
                after="joint network",
            ),
        ),
        filings=tuple(Filing(delegation=code, base=BASE.hash, filed_at=at) for code, at in FILED.items()),
        amendments=(Amendment(id="x", delegation="AZE", act=Act.RESERVE, unit="u6"),),
    )
