"""Rolling texts for the tests of the writers: the worked examples, built by hand, and texts made by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from kengesh.texts.rolling import (
    Act,
    Alternative,
    Amendment,
    BaseNode,
    Editorial,
    Filing,
    MovedNode,
    NewNode,
    Node,
    Note,
    RebaseStep,
    Region,
    Request,
    Reservation,
    RollingText,
    Settled,
    Variant,
)
from kengesh.texts.tokens import cleaned, footnote_mark
from kengesh.texts.units import Place, Status, Text, Unit, UnitKind

FIVE = "Decide to establish a joint logistics network by 2028;"


def variant(holders: str, text: str) -> Variant:
    return Variant(tuple(holders.split()), text)


def region(base: str, *variants: Variant, retain: str = "", notes: tuple[int, ...] = ()) -> Region:
    return Region(
        id="r", start=0, end=0, base=base, variants=variants, retain=tuple(retain.split()), notes=notes
    )


def unit(
    id: str, kind: UnitKind, text: str, number: str = "", level: int = 0, place: Place | None = None
) -> Unit:
    return Unit(id=id, kind=kind, text=text, number=number, level=level, place=place)


def base(one: Unit, *content: str | Region, label: str | None = None, **more: object) -> BaseNode:
    shown = one.number if label is None else label
    return BaseNode(unit=one, label=shown, content=content or (one.text,), **more)  # type: ignore[arg-type]


def five(*content: str | Region) -> BaseNode:
    return base(unit("u5", UnitKind.OPERATIVE, FIVE, "5."), *content)


# Each worked example of the grammar: the node as a tree, and the line that a reader sees.
ONE_NODE: list[tuple[Node, str]] = [
    (
        five(
            "Decide to establish a ", region("joint", variant("KAZ", "common")), " logistics network by 2028;"
        ),
        "5. Decide to establish a [joint / KAZ: common] logistics network by 2028;",
    ),
    (
        five(
            "Decide to establish a joint logistics",
            region("", variant("KAZ", " and customs")),
            " network by 2028;",
        ),
        "5. Decide to establish a joint logistics [KAZ: and customs] network by 2028;",
    ),
    (
        five("Decide to establish a joint logistics network", region(" by 2028", variant("TKM", "")), ";"),
        "5. Decide to establish a joint logistics network [by 2028 / TKM: —];",
    ),
    (
        five(
            "Decide to establish a ",
            region("joint", variant("KAZ UZB", "common")),
            " logistics network by 2028;",
        ),
        "5. Decide to establish a [joint / KAZ, UZB: common] logistics network by 2028;",
    ),
    (
        five(
            "Decide to establish a",
            region(" joint", variant("KAZ", " common"), variant("TJK UZB", " unified"), variant("TKM", "")),
            " logistics network by 2028;",
        ),
        "5. Decide to establish a [joint / KAZ: common / TJK, UZB: unified / TKM: —] logistics network by 2028;",
    ),
    (
        five(
            "Decide to establish a ",
            region("joint", variant("KAZ", "common"), retain="TKM"),
            " logistics network ",
            region("by 2028", variant("UZB", "no later than 2027")),
            ";",
        ),
        "5. Decide to establish a [joint (retain TKM) / KAZ: common] logistics network [by 2028 / UZB: no later than 2027];",
    ),
    (
        five(
            "Decide to ",
            region(
                "establish a joint logistics network",
                variant("KAZ", "explore joint approaches to logistics"),
                variant("UZB", "establish a common transport network"),
            ),
            " by 2028;",
        ),
        "5. Decide to [establish a joint logistics network / KAZ: explore joint approaches to logistics"
        " / UZB: establish a common transport network] by 2028;",
    ),
    (
        five(
            "Decide to establish a joint logistics network by 2028",
            region(
                "",
                variant("KAZ", ", subject to available resources"),
                variant("AZE", ", in cooperation with partners"),
            ),
            ";",
        ),
        "5. Decide to establish a joint logistics network by 2028"
        "[KAZ: , subject to available resources / AZE: , in cooperation with partners];",
    ),
    (
        NewNode(
            unit=unit("n1", UnitKind.OPERATIVE, "Further decide to create a Secretariat;"),
            label="5 bis",
            holders=("KAZ", "UZB"),
            content=("Further decide to create a Secretariat;",),
            after="u5",
        ),
        "[5 bis KAZ, UZB: Further decide to create a Secretariat;]",
    ),
    (
        base(
            unit("u4", UnitKind.OPERATIVE, "Agree to meet again in 2027.", "4."),
            "Agree to meet again in 2027.",
            deleted_by=("TKM",),
        ),
        "[4. Agree to meet again in 2027. / TKM: —]",
    ),
    (
        base(
            unit("u6", UnitKind.OPERATIVE, "Member States shall report annually.", "6."),
            "Member States shall report ",
            region("annually", notes=(1,)),
            ".",
            notes=(2, 3),
        ),
        "6. Member States shall report [annually]^1.^2 ^3",
    ),
    (
        MovedNode(unit="u5", label="7", origin_label="5", holders=("UZB",), after="u6"),
        "[7 (ex 5) UZB: text of 5 moves here]",
    ),
    (
        base(unit("u8", UnitKind.OPERATIVE, "See [1] and / or (retain it).", "8.")),
        r"8. See \[1\] and \/ or \(retain it).",
    ),
    (
        base(
            unit("u9", UnitKind.OPERATIVE, "Welcome the first step; and the second;", "9."),
            "Welcome the first step;",
            region("", variant("UZB", "¶")),
            " and the second;",
        ),
        "9. Welcome the first step;[UZB: ¶] and the second;",
    ),
]

ALTERNATIVE = base(
    unit("u5", UnitKind.OPERATIVE, FIVE, "5."),
    alternatives=(
        Alternative(
            unit=unit("alt1", UnitKind.OPERATIVE, "Agree to study options for a regional transport union;"),
            label="5 alt 1",
            holders=("UZB",),
            content=(
                "Agree to study ",
                region("options for", variant("KGZ", "")),
                " a regional transport union;",
            ),
        ),
    ),
)
ALTERNATIVE_LINES = [
    "[5. Decide to establish a joint logistics network by 2028;]",
    "[5 alt 1 UZB: Agree to study [options for / KGZ: —] a regional transport union;]",
]


def numbered(at: int, node: Node) -> Node:
    """Return an example under ids of its own, so that all of them fit into one text."""
    import msgspec  # noqa: PLC0415

    if isinstance(node, MovedNode):
        return node
    content = tuple(
        part if isinstance(part, str) else msgspec.structs.replace(part, id=f"r{at}-{place}")
        for place, part in enumerate(node.content)
    )
    own = msgspec.structs.replace(node.unit, id=f"x{at}")
    return msgspec.structs.replace(node, unit=own, content=content)


def worked() -> RollingText:
    """Return a rolling text that holds every form: the examples, a table, footnotes, notes and all annexes."""
    before: list[Node] = [
        base(unit("t", UnitKind.TITLE, "Declaration on a joint logistics network")),
        base(unit("p0", UnitKind.PARAGRAPH, "The Heads of State,")),
        base(
            unit("p1", UnitKind.PREAMBULAR, f"Recalling the meeting of 2025{footnote_mark('f1')},"),
            f"Recalling the meeting of 2025{footnote_mark('f1')},",
        ),
        base(
            unit("f1", UnitKind.FOOTNOTE, "Held in Tashkent."),
            "Held in ",
            region("Tashkent", variant("UZB", "the city of Tashkent")),
            ".",
        ),
        base(unit("h1", UnitKind.HEADING, "The network", "I.")),
    ]
    middle = [numbered(at, node) for at, (node, _line) in enumerate(ONE_NODE)]
    agreed = Unit(id="g", kind=UnitKind.OPERATIVE, text="Thank the host;", number="10.", status=Status.AGREED)
    after: list[Node] = [
        ALTERNATIVE,
        base(unit("s1", UnitKind.SUBPARAGRAPH, "roads;", "(a)", 1)),
        base(unit("s2", UnitKind.SUBPARAGRAPH, "of two lanes;", "(i)", 2)),
        base(agreed),
        base(unit("h2", UnitKind.HEADING, "Distances")),
        base(unit("c1", UnitKind.CELL, "Corridor", place=Place("t1", 1, 1))),
        base(unit("c2", UnitKind.CELL, "Length, km", place=Place("t1", 1, 2, 1, 2))),
        base(unit("c3", UnitKind.CELL, "Middle", place=Place("t1", 2, 1))),
        base(
            unit("c4", UnitKind.CELL, "4,250 km", place=Place("t1", 2, 2)),
            region("4,250 km", variant("KAZ", "4,256 km")),
        ),
        base(unit("c5", UnitKind.CELL, "as planned¶in 2025", place=Place("t1", 2, 3))),
        NewNode(
            unit=unit("n2", UnitKind.ROW, "South | 3,100 km | planned"),
            label="",
            holders=("TKM",),
            content=("South | 3,100 km | planned",),
            after="c5",
        ),
    ]
    nodes: tuple[Node, ...] = (*before, *middle, *after)
    units = {node.unit.id: node.unit for node in nodes if isinstance(node, BaseNode)}
    return RollingText(
        base=Text("en", tuple(units.values())),
        nodes=nodes,
        notes=(
            Note(number=1, unit="x10", holders=("UZB",), act=Act.BRACKET),
            Note(
                number=2,
                unit="x10",
                holders=("AZE",),
                act=Act.RESERVE,
                reservation=Reservation.PENDING_CAPITAL,
            ),
            Note(
                number=3,
                unit="x10",
                holders=("KAZ",),
                act=Act.COMMENT,
                words="frequency depends on paragraph 9.",
            ),
        ),
        requests=(
            Request(
                unit="g",
                label="10.",
                holders=("TJK",),
                act=Act.REPLACE,
                base="the host",
                text="the host and its people",
            ),
        ),
        editorial=(Editorial(delegation="KGZ", unit="u5", base="joint", filed="jоint"),),
        rebased=(
            RebaseStep(
                delegation="TKM",
                amendment="a9",
                unit="x2",
                what="words-changed",
                before="before 2028",
                after="by 2028",
            ),
        ),
        filings=(
            Filing(
                delegation="KAZ",
                base="ab" * 32,
                filed_at="2026-03-02T09:00:00Z",
                file_name="kaz.docx",
                authors=("A. B.",),
            ),
            Filing(delegation="TKM", base="cd" * 32, order=1, untracked=2),
        ),
        amendments=tuple(
            Amendment(id=f"a{at}", delegation=code, act=Act.COMMENT, unit="u5", text="…")
            for at, code in enumerate(("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"))
        ),
        settled=(Settled(decision="d1", unit="u5", holders=("KGZ",), text="shared", amendment="a0"),),
    )


LETTERS = "abc жқү ғә ıİşoʻ 2.5 % — “”'<>&\"[]/¶\u00a0\u202e\u0301^\\|"
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=24).map(cleaned).filter(bool)
NUMBERS = st.sampled_from(["", "1.", "2.", "(a)", "(б)", "Article 3.", "i)", "§ 4 – bis", "-"])
PLAIN_KINDS = [
    UnitKind.TITLE,
    UnitKind.HEADING,
    UnitKind.PREAMBULAR,
    UnitKind.OPERATIVE,
    UnitKind.SUBPARAGRAPH,
    UnitKind.PARAGRAPH,
    UnitKind.FOOTNOTE,
]


@st.composite
def plain_units(draw: st.DrawFn, id: str) -> list[Unit]:
    """Draw a unit, sometimes with a footnote that stands after it."""
    kind = draw(st.sampled_from(PLAIN_KINDS))
    words, number, level = draw(WORDS), draw(NUMBERS), draw(st.integers(0, 3))
    status = draw(st.sampled_from(list(Status)))
    one = Unit(id=id, kind=kind, text=words, number=number, level=level, status=status)
    if kind is UnitKind.FOOTNOTE or draw(st.integers(0, 2)):
        return [one]
    note = f"{id}f"
    marked = Unit(
        id=id, kind=kind, text=f"{words}{footnote_mark(note)}", number=number, level=level, status=status
    )
    return [marked, Unit(id=note, kind=UnitKind.FOOTNOTE, text=draw(WORDS))]


@st.composite
def tables(draw: st.DrawFn, id: str) -> list[Unit]:
    """Draw a table of cells, its first cell sometimes over two columns."""
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    cells = []
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            over = 2 if column == columns and draw(st.booleans()) else 1
            place = Place(f"{id}t", row, column, 1, over)
            cells.append(Unit(id=f"{id}c{row}.{column}", kind=UnitKind.CELL, text=draw(WORDS), place=place))
    return cells


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Draw a version of a text, in Latin or Cyrillic letters."""
    units: list[Unit] = []
    for at in range(draw(st.integers(0, 7))):
        units.extend(draw(st.one_of(plain_units(f"u{at}"), tables(f"u{at}"))))
    return Text(draw(st.sampled_from(["en", "ru", "kk", "uz"])), tuple(units))


HOLDERS = st.lists(
    st.sampled_from(["AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"]), min_size=1, max_size=3, unique=True
)


@st.composite
def contents(draw: st.DrawFn, text: str, id: str) -> tuple[str | Region, ...]:
    """Draw the content of a unit: its text, of which a span is sometimes a region."""
    if draw(st.booleans()) or "⁅" in text:
        return (text,)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    variants = draw(
        st.lists(st.builds(Variant, HOLDERS.map(tuple), st.sampled_from(["", " new", "иное "])), max_size=2)
    )
    one = Region(id=id, start=0, end=1, base=text[start:end], variants=tuple(variants))
    return tuple(part for part in (text[:start], one, text[end:]) if part != "")


@st.composite
def rolling_texts(draw: st.DrawFn) -> RollingText:
    """Draw a rolling text: units with regions, alternatives, deletions, proposed and moved units."""
    text = draw(texts())
    nodes: list[Node] = []
    for at, one in enumerate(text.units):
        held = tuple(draw(HOLDERS))
        others: tuple[Alternative, ...] = ()
        if draw(st.integers(0, 3)) == 0:
            other = Unit(id=f"a{at}", kind=one.kind, text=draw(WORDS), place=one.place)
            own = draw(contents(other.text, f"ra{at}"))
            others = (Alternative(unit=other, label=f"{at} alt 1", holders=held, content=own),)
        gone = held if draw(st.integers(0, 4)) == 0 else ()
        content = draw(contents(one.text, f"r{at}"))
        nodes.append(
            BaseNode(unit=one, label=one.number, content=content, alternatives=others, deleted_by=gone)
        )
        if draw(st.integers(0, 4)) == 0:
            kind = draw(st.sampled_from([*PLAIN_KINDS, UnitKind.ROW, UnitKind.COLUMN]))
            new = Unit(id=f"n{at}", kind=kind, text=draw(WORDS))
            nodes.append(
                NewNode(
                    unit=new, label=f"{at} bis", holders=held, content=draw(contents(new.text, f"rn{at}"))
                )
            )
        if draw(st.integers(0, 5)) == 0:
            nodes.append(MovedNode(unit=one.id, label=f"{at + 1}", origin_label=f"{at}", holders=held))
    return RollingText(base=text, nodes=tuple(nodes))
