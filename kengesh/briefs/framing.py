"""What stands around every brief: its title and day, where sources differ, what is not known, and what record it is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kengesh.briefs.document import Block, Brief, Heading, Listing, Paragraph, Words
from kengesh.briefs.wording import Row, Wording
from kengesh.mechanism.lines import dispute_words, side_parts
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.record import Mechanism
from kengesh.terms.messages import _, ngettext


def framed(
    mechanism: Mechanism,
    wording: Wording,
    question: str,
    arguments: Mapping[str, str],
    title: Words,
    blocks: Iterable[Block],
) -> Brief:
    """Return a brief of these blocks, with the day that it is of and its colophon."""
    told = tuple(blocks)
    answer = mechanism.envelope(question, dict(arguments), wording.view, {"truth": None, "answer": []})
    return Brief(
        title=title,
        subtitle=_subtitle(wording, answer),
        language=wording.language,
        blocks=told,
        notes=wording.notes.all(),
        colophon=tuple(_colophon(wording, answer)),
    )


def section(wording: Wording, words: str, blocks: Sequence[Block], otherwise: str = "") -> list[Block]:
    """Return blocks under a heading; where there are none, the sentence `otherwise`, or no section at all."""
    if not blocks and not otherwise:
        return []
    heading = Heading(wording.say(words))
    return [heading, *(blocks or [Paragraph(wording.say(otherwise))])]


def differing(wording: Wording, subject: str) -> list[Block]:
    """Return the section on where sources differ about a thing: each question, what its sides say, which is preferred, and why."""
    blocks: list[Block] = []
    for row in disputes(wording.view, about=subject)["answer"]:
        spoken = wording.reader.spoken(row["question"])
        question = (
            wording.text(row["question"]) if spoken.text else wording.say(dispute_words(wording.reader, row))
        )
        blocks += [
            Heading(question, 2),
            Listing(tuple(_side(wording, side, subject) for side in row["sides"])),
        ]
        reasons = [wording.text(one) for one in row["because"] if one]
        if reasons:
            because = wording.joined(reasons, " ")
            blocks.append(Paragraph(wording.say(_("Preferred because: {reason}"), reason=because)))
        if not row["settled"]:
            blocks.append(Paragraph(wording.say(_("No side is preferred in this record: it is open."))))
    return section(wording, _("Where sources differ"), blocks)


def not_known(wording: Wording, follows: Sequence[Row], sought: Sequence[Row]) -> list[Block]:
    """Return the sections on what follows from other acts, and on what was looked for and not found."""
    concluded = wording.listing((wording.text(row["what"]), row) for row in follows)
    looked = [Listing(tuple(_sought(wording, row) for row in sought))] if sought else []
    return [
        *section(wording, _("Concluded from this record"), concluded),
        *section(wording, _("Looked for and not found"), looked),
    ]


def _side(wording: Wording, side: Row, subject: str) -> Words:
    """Return what a side says, without the thing that the brief is of, which every side names; that it is disputed is plain here."""
    parts = [
        part for part in side_parts(wording.reader, side) if [piece.thing for piece in part] != [subject]
    ]
    told = [wording.parts(parts), *_capacities(wording, side["says"])]
    said = wording.statement(wording.joined(told, " · "), {**side, "disputed": False})
    if side["preferred"] is None:
        return said
    says = _("Preferred: {assertion}") if side["preferred"] else _("Not taken: {assertion}")
    return wording.say(says, assertion=said)


def _capacities(wording: Wording, says: Mapping[str, Any]) -> list[Words]:
    """Return in what capacities an assertion has people come: sides on an attendance differ in nothing else."""
    capacities = dict.fromkeys(one["capacity"] for one in says.get("attendances", ()))
    return [wording.say(wording.reader.term(capacity)) for capacity in capacities]


def _sought(wording: Wording, row: Row) -> Words:
    what = wording.noted(wording.text(row["what"]), row)
    if row["until"] is None:
        return what
    return wording.say(_("{what} Sources seen up to: {day}"), what=what, day=wording.day(row["until"]))


def _subtitle(wording: Wording, answer: Mapping[str, Any]) -> str:
    day = wording.reader.day(answer["on"])
    if answer["reported_by"]:
        says = _("Reported by public sources published up to {reported_by}; as of {day}")
        return says.format(reported_by=wording.reader.day(answer["reported_by"]), day=day)
    return _("Reported by public sources; as of {day}").format(day=day)


def _colophon(wording: Wording, answer: Mapping[str, Any]) -> Iterable[Words]:
    """Yield what a reader must know of the record and of this brief, a paragraph each."""
    record = answer["record"]
    described = wording.view.of_kind("describe-record")
    title = wording.text(described[-1].get("title")) if described else ()
    yield wording.joined(
        [
            title,
            wording.say(_("origin {origin}").format(origin=record["origin"])),
            wording.say(_("as known at {size} entries").format(size=record["size"])),
            wording.say(_("root hash {root}").format(root=record["root"])),
        ]
    )
    if described and described[-1].get("method"):
        yield wording.text(described[-1].get("method"))
    if record["reaches"] is not None:
        yield wording.say(_("Its public sources reach: {day}"), day=wording.day(record["reaches"]))
    yield wording.say(
        _(
            "Everything here is what sources report, compiled; unless it says “signed by who did it”, no state has signed it. Which "
            "side is preferred where sources differ is the compilers' choice; other judgements are their authors', and this brief "
            "makes none of its own."
        )
    )
    yield wording.say(
        _(
            "What carries no remark rests on several sources that do not copy one another. What the record does not say is "
            "“not known”, and that is not a no."
        )
    )
    if wording.notes.left_out:
        most = wording.notes.most
        says = ngettext(
            "Of each statement {count} source at most is cited here, the strongest; the record names all.",
            "Of each statement {count} sources at most are cited here, the strongest first; the record names all.",
            most,
        )
        yield wording.say(says.format(count=most))
    for note in answer["notes"]:
        yield wording.say(note)
