"""A reader of the printed grammar, written from the specification alone and sharing no code with the writer.

It tells whether a line is well formed, how deep its brackets go, and what the line reads when one party is chosen
throughout, after the rule on blanks: choosing "—" takes the blank before it, or the one after it at the beginning of a
unit and behind an opening mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LIST = r"[A-Z][A-Z0-9-]+(?:, [A-Z][A-Z0-9-]+)*"
ATTRIBUTION = re.compile(rf"({LIST}): ")
RETAIN = re.compile(rf" \(retain ({LIST})\)$")
NOTES = re.compile(r"\^(\d+)(?: \^\d+)*")
GONE = "\x00"  # stands where "—" was chosen, until the blank beside it is taken


@dataclass
class Bracket:
    """A bracket: its parts as they were parted by " / ", each a list of words and brackets, and the notes after it."""

    parts: list[list[str | Bracket]] = field(default_factory=lambda: [[]])
    noted: bool = False


def parsed(line: str) -> list[str | Bracket]:
    """Return the words and brackets of a line. Raises ValueError where brackets are not balanced."""
    stack: list[Bracket] = [Bracket()]
    at = 0
    while at < len(line):
        if line[at] == "\\":
            _add(stack[-1], line[at + 1])
            at += 2
        elif line[at] == "[":
            stack.append(Bracket())
            at += 1
        elif line[at] == "]":
            if len(stack) == 1:
                raise ValueError(f"a bracket closes that none opened, at {at}: {line}")
            done = stack.pop()
            at += 1
            notes = NOTES.match(line, at)
            if notes:
                done.noted, at = True, notes.end()
            stack[-1].parts[-1].append(done)
        elif line.startswith(" / ", at) and len(stack) > 1:
            stack[-1].parts.append([])
            at += 3
        else:
            notes = NOTES.match(line, at)
            if notes:
                at = notes.end()
            else:
                _add(stack[-1], line[at])
                at += 1
    if len(stack) > 1:
        raise ValueError(f"a bracket is not closed: {line}")
    return stack[0].parts[0]


def depth(parts: list[str | Bracket]) -> int:
    """Return how deep brackets go."""
    inside = [depth(part) for one in parts if isinstance(one, Bracket) for part in one.parts]
    return 1 + max(inside) if inside else 0


def brackets(parts: list[str | Bracket]) -> list[Bracket]:
    """Return every bracket, the outer before the inner."""
    found = [one for one in parts if isinstance(one, Bracket)]
    return found + [inner for one in found for part in one.parts for inner in brackets(part)]


def attributed(bracket: Bracket) -> bool:
    """Whether somebody stands behind a bracket: a list of delegations, or a note."""
    return bracket.noted or any(_holders(part) or _retained(part) for part in bracket.parts)


def chosen(parts: list[str | Bracket], who: str) -> str:
    """Return what a line reads when `who` is chosen throughout, and the base where they have no variant."""
    text = "".join(one if isinstance(one, str) else _choose(one, who) for one in parts)
    text = re.sub(rf"\s{GONE}", "", text)
    text = re.sub(rf"(^|[(\[{{“„«]){GONE}+\s", r"\1", text)
    return text.replace(GONE, "")


def _choose(bracket: Bracket, who: str) -> str:
    for part in bracket.parts:
        if who in _holders(part):
            words = chosen(_without_holders(part), who)
            return GONE if words == "—" else words
    base = [part for part in bracket.parts if not _holders(part)]
    return chosen(_without_retain(base[0]), who) if base else GONE


def _holders(part: list[str | Bracket]) -> list[str]:
    found = ATTRIBUTION.match(part[0]) if part and isinstance(part[0], str) else None
    return found[1].split(", ") if found else []


def _without_holders(part: list[str | Bracket]) -> list[str | Bracket]:
    assert isinstance(part[0], str)
    return [ATTRIBUTION.sub("", part[0], count=1), *part[1:]]


def _retained(part: list[str | Bracket]) -> bool:
    return bool(part) and isinstance(part[-1], str) and RETAIN.search(part[-1]) is not None


def _without_retain(part: list[str | Bracket]) -> list[str | Bracket]:
    return [RETAIN.sub("", one) if isinstance(one, str) else one for one in part]


def _add(bracket: Bracket, letter: str) -> None:
    part = bracket.parts[-1]
    if part and isinstance(part[-1], str):
        part[-1] += letter
    else:
        part.append(letter)
