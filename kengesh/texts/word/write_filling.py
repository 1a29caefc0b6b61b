"""The paragraphs of one unit while they fill with words, changed or not.

A ``¶`` that somebody inserts ends a paragraph with a mark that is inserted, and one that somebody deletes with a mark
that is deleted; so a split or a merge is accepted and rejected as any other change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kengesh.texts.tokens import footnote_mark
from kengesh.texts.word.write_xml import Change, Numbers, changed, changed_mark, paragraph, pieces, run


class Filling:
    """Paragraphs of one shape.

    `reference` gives the runs that refer to a footnote, from the id of its unit; empty where its mark stays as it is.
    """

    def __init__(self, shape: str, numbers: Numbers, reference: Callable[[str], str]) -> None:
        self._shape = shape
        self._numbers = numbers
        self._reference = reference
        self._done: list[str] = []
        self._runs: list[str] = []

    def raw(self, xml: str) -> None:
        """Put in what is no words: the beginning or end of a comment's range, the mark of a footnote."""
        self._runs.append(xml)

    def changed(self, runs: str, changes: Sequence[Change]) -> None:
        """Put in runs, as changed by one author or by two, the outer first."""
        for change in reversed(changes):
            runs = changed(self._numbers, change, runs)
        self._runs.append(runs)

    def words(self, text: str, changes: Sequence[Change] = ()) -> None:
        """Put in words; they may have marks of paragraphs and of footnotes among them."""
        is_deleted = any(change.kind == "del" for change in changes)
        runs: list[str] = []
        for kind, piece in pieces(text):
            if kind == "mark":
                self._put(runs, changes)
                runs = []
                self._end(changes)
            else:
                reference = self._reference(piece) if kind == "footnote" else ""
                runs.append(reference or run(_as_written(kind, piece), deleted=is_deleted))
        self._put(runs, changes)

    def finished(self, mark: Sequence[Change] = ()) -> str:
        """Return the paragraphs; `mark` are the changes of the last one's mark."""
        self._end(mark)
        return "".join(self._done)

    def _put(self, runs: Sequence[str], changes: Sequence[Change]) -> None:
        if runs:
            self.changed("".join(runs), changes)

    def _end(self, changes: Sequence[Change]) -> None:
        mark = "".join(changed_mark(self._numbers, change) for change in changes)
        self._done.append(paragraph(self._shape, "".join(self._runs), mark))
        self._runs = []


def _as_written(kind: str, piece: str) -> str:
    return footnote_mark(piece) if kind == "footnote" else piece
