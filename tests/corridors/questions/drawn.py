"""Networks drawn at random, always the same for a seed, for laws that hold in every network."""

from __future__ import annotations

from random import Random

PLACES = ("A", "B", "C", "D", "E", "F")


def drawn_lines(seed: int, rows: int = 12) -> list[str]:
    """Roads between any two of a few places, parallel ones among them, all with hours and room."""
    draw = Random(seed)
    lines = []
    for at in range(rows):
        start, end = draw.sample(PLACES, 2)
        one_way = " one-way" if draw.random() < 0.2 else ""
        lines.append(f"road L{at} {start} {end} {draw.randint(1, 20)} h {draw.randint(1, 30)} teu{one_way}")
    return lines
