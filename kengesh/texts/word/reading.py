"""Reading a Word file: its text as it is wanted, as it was, and as it was submitted; with what it says beside the text.

The *accepted* view is the text with all tracked changes made, the *rejected* view the one without them; *submitted* has
the words of both, and who changed them. The file is a stranger's: ``package`` and ``markup`` open it without trust.

Done: runs; tracked insertions, deletions and moves, in one another and by several authors; inserted and deleted paragraph
marks; inserted and deleted rows and cells of tables; merged cells; earlier properties of a paragraph (its style, list and
level) in the rejected view; footnotes and endnotes with their own changes; simple and complex fields; content controls at
every level; hyperlinks, smart tags, custom XML; comments with their replies and whether they are resolved; alternate
content; text boxes; tabs, breaks, hyphens; the numbers of lists (see ``numbering``); titles and headings by style or
outline level; text from right to left, in its logical order.

Partly done: tables in cells are read as paragraphs of the cell; signs of the fonts Symbol and Wingdings are letters where
one is known; formulas are read as their letters alone; hidden words are read, and reported; of several numbered
paragraphs in one cell or footnote, all but the first have their number as words; comments on several paragraphs are on
the first (see ``comments``).

Not done, and reported: pictures, headers and footers that have words, what only later versions of Word show. Not done, and
not reported: changes of formatting as such, page and line numbers, style separators, numbers that are pictures. Refused:
what ``package``, ``markup`` and ``relations`` refuse, Strict Open XML among it, and one table of more than about ten
thousand richly formatted cells, since a table is held as a whole.
"""

from __future__ import annotations

from hashlib import sha256

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import Filed, Finding
from kengesh.texts.reading.guess import guess_language
from kengesh.texts.reading.recognise import recognised
from kengesh.texts.units import Text
from kengesh.texts.word.comments import comments_of, remarks_of
from kengesh.texts.word.markup import W, children_of, tree
from kengesh.texts.word.notes import notes_of
from kengesh.texts.word.numbering import Numbering
from kengesh.texts.word.package import Package, open_package
from kengesh.texts.word.relations import Parts, modified, parts_of
from kengesh.texts.word.revisions import KEPT, instant
from kengesh.texts.word.state import Reading, shortened
from kengesh.texts.word.story import HANDLERS, words_of
from kengesh.texts.word.styles import Styles
from kengesh.texts.word.views import Draft, View

_BODY = f"{W}body"


def read_word(data: bytes, name: str, language: str | None = None) -> Filed:
    """Return what a Word file says; `name` is the file's, for the sentences. The language is guessed where it is not given.

    Raises CannotRead, with a sentence for the person who sent the file.
    """
    package = open_package(data, name)
    parts, outside = parts_of(package)
    reading = _begun(package, parts)
    for block in children_of(package, parts.document, _BODY):
        reading.read(block, KEPT)
    drafts, before = _drafts(reading.accepted), _drafts(reading.rejected)
    language = language or guess_language("\n".join(draft.text for draft in drafts or before))
    text, rejected = _text(drafts, language), _text(before, language)
    remarks, on_comments = remarks_of(comments_of(package, parts), drafts, text.units)
    return Filed(
        text=text,
        rejected=rejected,
        submitted=reading.submitted.units(),
        remarks=remarks,
        authors=tuple(sorted(reading.authors.items(), key=lambda one: (-one[1], one[0]))),
        findings=(*outside, *reading.findings, *on_comments, *_running(package, parts)),
        filed_at=reading.latest or instant(modified(package)),
        digest=sha256(data).hexdigest(),
        file_name=name,
    )


def _begun(package: Package, parts: Parts) -> Reading:
    styles = Styles(tree(package, parts.styles) if parts.styles else None)
    numbering = Numbering(tree(package, parts.numbering) if parts.numbering else None, styles)
    reading = Reading(package.file_name, styles, numbering, HANDLERS)
    reading.notes = notes_of(package, parts.footnotes, "footnote") | notes_of(
        package, parts.endnotes, "endnote"
    )
    return reading


def _drafts(view: View) -> list[Draft]:
    """What a view has, without empty paragraphs; an empty cell or footnote is kept."""
    return [draft for draft in view.leave() if draft.length or draft.place or draft.footnote]


def _text(drafts: list[Draft], language: str) -> Text:
    return Text(language, recognised([draft.paragraph() for draft in drafts], language))


def _running(package: Package, parts: Parts) -> list[Finding]:
    says = _("Headers and footers are not part of the text: “{words}” was left out.")
    words = dict.fromkeys(words_of(tree(package, part)) for part in parts.running)
    return [Finding(_("the file"), says.format(words=shortened(one))) for one in words if one]
