"""Paragraphs joined for comparison, the paragraph mark being a token, and what was found parted among them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from kengesh.texts.comparing.words import Edit
from kengesh.texts.tokens import PARAGRAPH_MARK, is_space

BETWEEN = (PARAGRAPH_MARK, " ")


def joined(paragraphs: Sequence[Sequence[str]]) -> list[str]:
    """Return the tokens of paragraphs, a mark and a blank between them."""
    every = [token for one in paragraphs for token in (*one, *BETWEEN)]
    return every[: -len(BETWEEN)]


def offsets(lengths: Sequence[int]) -> list[int]:
    """Return where each of the joined paragraphs begins."""
    found = [0]
    for length in lengths[:-1]:
        found.append(found[-1] + length + len(BETWEEN))
    return found


def parted(edit: Edit, lengths: Sequence[int], with_last_mark: bool = False) -> Iterator[tuple[int, Edit]]:
    """Yield the parts of an edit of joined paragraphs in each of them, its words in the first that it touches.

    The mark at the end of a paragraph is its token; that of the last one where `with_last_mark` says so.
    """
    words = edit.words
    for at, (offset, length) in enumerate(zip(offsets(lengths), lengths, strict=True)):
        most = length + (at + 1 < len(lengths) or with_last_mark)
        start, end = max(edit.start - offset, 0), min(edit.end - offset, most)
        inside = 0 <= edit.start - offset <= length if edit.start == edit.end else start < end
        if inside:
            yield at, at_the_beginning(Edit(start, max(start, end), words))
            words = ()
            if edit.start == edit.end:
                return
    if any(not is_space(word) for word in words):  # on the blank between two: at the beginning of the second
        at, offset = next((at, offset) for at, offset in enumerate(offsets(lengths)) if offset >= edit.start)
        yield at, at_the_beginning(Edit(edit.start - offset, edit.end - offset, words))


def at_the_beginning(part: Edit) -> Edit:
    """Return an edit of a paragraph whose words, where they come first in it, begin with a word.

    A blank before them stands behind them instead; so does one that they stood before and that fell away where the paragraph
    begins (their start is then -1). A paragraph mark before them would part nothing off: the one before has its own.
    """
    start, end, words = part
    if start > 0:
        return part
    rest = tuple(dropwhile(_parts_nothing, words))
    if start < end or not rest:
        return Edit(0, max(0, end), rest if start < end else words)
    parts = (start < 0 or is_space(words[0])) and not is_space(rest[-1])
    return Edit(0, 0, (*rest, " ") if parts else rest)


def _parts_nothing(token: str) -> bool:
    """Whether a token does nothing at the beginning of a paragraph."""
    return token == PARAGRAPH_MARK or is_space(token)
