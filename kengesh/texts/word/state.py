"""What one reading of a file knows and has found so far; the handlers of elements add to it.

A handler gets the reading, an element, and the fate of where it stands. Elements without a handler are read through:
whatever an element that nobody foresaw holds, its words are not lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import CannotRead, Finding
from kengesh.texts.word.fields import Fields
from kengesh.texts.word.markup import Element
from kengesh.texts.word.numbering import Numbering
from kengesh.texts.word.revisions import Fate, Revision, instant
from kengesh.texts.word.styles import Properties, Styles
from kengesh.texts.word.submitted import Submitted
from kengesh.texts.word.views import View

DEEPEST = 100  # elements within one another; a table in a table in a table has about twenty
MOST_FINDINGS = 200  # of one kind; a file with more of them has one cause
MOST_LETTERS = 6_000_000  # of a text with its changes: some 2,500 pages
MOST_QUOTED = 200  # letters that a sentence quotes
# Letters that mean something in a text of ours, and what stands for them.
_OURS = str.maketrans({"⁅": "[", "⁆": "]", "¶": "❡"})

Handler = Callable[["Reading", Element, Fate], None]


class Reading:
    """One reading of one file."""

    def __init__(
        self, file_name: str, styles: Styles, numbering: Numbering, handlers: Mapping[Any, Handler]
    ) -> None:
        self.file_name = file_name
        self.styles = styles
        self.handlers = handlers
        self.accepted = View(numbering)
        self.rejected = View(numbering)
        self.submitted = Submitted()
        self.fields = Fields()
        self.authors: Counter[str] = Counter()
        self.latest = ""
        self.findings: list[Finding] = []
        self.tables = 0
        self.cells = 0  # within one another
        self.paragraph = 0
        self.notes: dict[
            tuple[str, str], Element
        ] = {}  # footnotes and endnotes, by their kind and the file's id
        self.note_names: dict[tuple[str, str], str] = {}
        self._depth = 0
        self._letters = 0
        self._found: Counter[str] = Counter()

    def walk(self, element: Element, fate: Fate) -> None:
        """Read what stands in an element. Raises CannotRead where elements stand too deep in one another."""
        self._depth += 1
        if self._depth > DEEPEST:
            says = _(
                "{file}, {where}: elements stand more than {most} deep in one another. Save the file again in Word."
            )
            raise CannotRead(says.format(file=self.file_name, where=self.where(), most=DEEPEST))
        handlers = self.handlers
        for one in element:
            handlers.get(one.tag, Reading.walk)(self, one, fate)
        self._depth -= 1

    def read(self, element: Element, fate: Fate) -> None:
        """Read an element itself."""
        self.handlers.get(element.tag, Reading.walk)(self, element, fate)

    def views(self, fate: Fate) -> tuple[View, ...]:
        """Return the views in which something of this fate is."""
        if fate.accepted:
            return (self.accepted, self.rejected) if fate.rejected else (self.accepted,)
        return (self.rejected,) if fate.rejected else ()

    def say(self, words: str, fate: Fate, ours: bool = False) -> None:
        """Read words; `ours` are those that this program writes, such as the mark of a footnote."""
        if self.fields.in_instruction:
            self.fields.passed.append(words)
            return
        self._letters += len(words)
        if self._letters > MOST_LETTERS:
            says = _("{file} has more than {most} letters. Split the text into smaller files.")
            raise CannotRead(says.format(file=self.file_name, most=MOST_LETTERS))
        if not ours:
            words = self._without_ours(words)
        views = self.views(fate)
        for view in views:
            view.say(words)
        if views:
            self.submitted.say(words, fate)
        elif words.strip():
            says = _(
                "Words that one author inserted and another deleted are in no view: “{words}” (deleted by {author})."
            )
            author = fate.revision.author if fate.revision else ""
            self.report("nowhere", says.format(words=shortened(words.strip()), author=author))

    def count(self, revision: Revision) -> Revision:
        """Count a tracked change for its author."""
        self.authors[revision.author] += 1
        self.latest = max(self.latest, instant(revision.at))
        return revision

    def end_paragraph(self, now: Properties, before: Properties, block: Fate, mark: Fate) -> None:
        """End a paragraph in the views that have its mark; `before` are its properties before the changes."""
        for view, properties, live, ends in (
            (self.accepted, now, block.accepted, mark.accepted),
            (self.rejected, before, block.rejected, mark.rejected),
        ):
            if ends:
                view.end_paragraph(properties)
            elif live:
                view.frame.last = properties
        self.submitted.end_paragraph(mark)

    def flush(self) -> None:
        """End what cannot be joined with what follows."""
        self.accepted.flush()
        self.rejected.flush()

    def enter(self) -> None:
        """Begin a cell, a footnote or a text box in all views."""
        self.accepted.enter()
        self.rejected.enter()
        self.submitted.enter()

    def report(self, kind: str, says: str) -> None:
        """Report something, with the paragraph where it is; what comes too often is reported no more."""
        self._found[kind] += 1
        if self._found[kind] <= MOST_FINDINGS:
            self.findings.append(Finding(self.where(), says))

    def report_once(self, kind: str, says: str) -> None:
        """Report something at the first place where it is."""
        if not self._found[kind]:
            self.report(kind, says)

    def where(self) -> str:
        """Return where the reading is, for a person who has the file open."""
        return _("paragraph {number} of the file").format(number=self.paragraph)

    def _without_ours(self, words: str) -> str:
        if words.isascii():
            return words
        other = words.translate(_OURS)
        if other != words:
            says = _(
                "“{words}”: the signs {signs} mean footnotes and paragraphs here, and are read as {others}."
            )
            self.report("ours", says.format(words=shortened(words), signs="⁅ ⁆ ¶", others="[ ] ❡"))
        return other


def shortened(words: str, most: int = MOST_QUOTED) -> str:
    """Return words as a sentence quotes them."""
    return words if len(words) <= most else f"{words[:most]}…"
