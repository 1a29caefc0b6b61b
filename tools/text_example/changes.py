"""Makes the changes of one delegation in a document, tracked or typed over, as ``changes.yaml`` lists them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

from text_example.document import Comment, Document, Paragraph, Piece, Row, Stamp, cut, pieces_of

_KIND_OF_LEVEL = ("operative", "letter", "roman")


def changed(base: Document, submission: dict[str, Any]) -> Document:
    """Return the document as a delegation files it."""
    document = deepcopy(base)
    for place, change in enumerate(submission["changes"]):
        stamp = Stamp(
            submission["authors"][change.get("by", 1) - 1],
            f"{submission['filed'].isoformat()}T{9 + place // 4:02}:{place % 4 * 15 + 3:02}:00Z",
        )
        tracked = change.get("tracked", submission["tracked"])
        _make(document, change, stamp, stamp if tracked else None)
    return document


def _make(document: Document, change: dict[str, Any], made: Stamp, stamp: Stamp | None) -> None:
    """Make one change; `stamp` is what Word writes down for it, None where tracking was off."""
    if "in" in change:
        _edit(document.named(str(change["in"])), change, stamp)
    elif "new" in change:
        _add(document, change, stamp)
    elif "drop" in change:
        _drop(document, document.named(str(change["drop"])), stamp)
    elif "rewrite" in change:
        paragraph = document.named(str(change["rewrite"]))
        _strike(paragraph, 0, len(paragraph.pieces), stamp)
        paragraph.pieces.extend(pieces_of(change["as"], stamp))
    elif "move" in change:
        _move(document, change, made)
    elif "split" in change:
        _split(document, document.named(str(change["split"])), change["after"], stamp)
    elif "join" in change:
        paragraph = document.named(str(change["join"]))
        paragraph.mark_deleted = made
        paragraph.pieces.append(Piece(change["with"], inserted=stamp))
    elif "row_after" in change:
        _add_row(document, change, stamp)
    else:
        _comment(document, change, made)


def _edit(paragraph: Paragraph, change: dict[str, Any], stamp: Stamp | None) -> None:
    if words := change.get("bracket"):
        first, end = cut(paragraph, words)
        paragraph.pieces.insert(end, Piece("]", inserted=stamp))
        paragraph.pieces.insert(first, Piece("[", inserted=stamp))
    elif words := change.get("before"):
        first, _ = cut(paragraph, words)
        paragraph.pieces.insert(first, Piece(change["insert"], inserted=stamp))
    elif words := change.get("after"):
        _, end = cut(paragraph, words)
        paragraph.pieces.insert(end, Piece(change["insert"], inserted=stamp))
    else:
        first, end = cut(paragraph, change.get("replace") or change["delete"])
        end = _strike(paragraph, first, end, stamp)
        if words := change.get("with"):
            paragraph.pieces.insert(end, Piece(words, inserted=stamp))


def _strike(paragraph: Paragraph, first: int, end: int, stamp: Stamp | None) -> int:
    """Strike pieces out and return the place after them. Nobody's words, and one's own untracked ones, go without a trace."""
    kept = []
    for piece in paragraph.pieces[first:end]:
        own = stamp is not None and piece.inserted is not None and piece.inserted.author == stamp.author
        if piece.deleted is not None:
            kept.append(piece)
        elif stamp is not None and not own:
            kept.append(replace(piece, deleted=stamp))
    paragraph.pieces[first:end] = kept
    return first + len(kept)


def _add(document: Document, change: dict[str, Any], stamp: Stamp | None) -> None:
    anchor = document.named(str(change["after"]))
    kind = _KIND_OF_LEVEL[change.get("level", 0)]
    number = change["number"]
    words = pieces_of(change["new"], stamp)
    new = Paragraph(f"{anchor.key} +", kind, number, words, stamp=stamp)
    if change.get("mark") == "own":
        new.mark = stamp
    else:
        anchor.mark = stamp
    document.blocks.insert(document.blocks.index(anchor) + 1, new)
    if number.rstrip(".").isdigit():
        _renumber(document, new)


def _renumber(document: Document, new: Paragraph) -> None:
    """Give the operative paragraphs after a new one the next numbers, as somebody does by hand."""
    later = document.blocks[document.blocks.index(new) + 1 :]
    following = [one for one in later if isinstance(one, Paragraph) and one.kind == "operative"]
    for number, paragraph in enumerate(following, start=int(new.number.rstrip(".")) + 1):
        paragraph.number = f"{number}."


def _drop(document: Document, paragraph: Paragraph, stamp: Stamp | None) -> None:
    if stamp is None:
        document.blocks.remove(paragraph)
    else:
        _strike(paragraph, 0, len(paragraph.pieces), stamp)
        paragraph.mark_deleted = paragraph.stamp = stamp


def _move(document: Document, change: dict[str, Any], stamp: Stamp) -> None:
    origin = document.named(str(change["move"]))
    copy = deepcopy(origin)
    origin.moved, copy.moved = "from", "to"
    origin.stamp = copy.stamp = stamp
    anchor = document.named(str(change["to_after"]))
    document.blocks.insert(document.blocks.index(anchor) + 1, copy)


def _split(document: Document, paragraph: Paragraph, after: str, stamp: Stamp | None) -> None:
    _, end = cut(paragraph, after)
    rest = Paragraph(
        f"{paragraph.key} +", paragraph.kind, "auto", paragraph.pieces[end:], mark=paragraph.mark
    )
    paragraph.pieces, paragraph.mark = paragraph.pieces[:end], stamp
    document.blocks.insert(document.blocks.index(paragraph) + 1, rest)


def _add_row(document: Document, change: dict[str, Any], stamp: Stamp | None) -> None:
    after = next(
        place for place, row in enumerate(document.table) if row.cells[0].text == change["row_after"]
    )
    cells = [
        Paragraph(f"new cell {column}", "cell", pieces=pieces_of(words, stamp), mark=stamp)
        for column, words in enumerate(change["cells"], start=1)
    ]
    document.table.insert(after + 1, Row(cells, stamp))


def _comment(document: Document, change: dict[str, Any], made: Stamp) -> None:
    paragraph = document.named(str(change["comment_on"]))
    first, end = cut(paragraph, change["words"])
    for place in range(first, end):
        paragraph.pieces[place] = replace(paragraph.pieces[place], comment=len(document.comments))
    document.comments.append(Comment(change["says"], made))
