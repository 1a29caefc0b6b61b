"""What stands in a paragraph: words, tabs and breaks, signs, fields, changes, notes' marks, comments' ends, drawings."""

from __future__ import annotations

from typing import Any

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.word.markup import MC, Element, M, W, child, is_on, text_of, value
from kengesh.texts.word.revisions import Fate, revision_of
from kengesh.texts.word.signs import sign
from kengesh.texts.word.state import Reading, shortened

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_T, _RPR = f"{W}t", f"{W}rPr"
_CUSTOM = f"{W}customMarkFollows"
_MARKS = (f"{W}footnoteReference", f"{W}endnoteReference")
_BLANKS = " \t\r\n"
# What is drawn by later versions of Word, each by the prefix that files give to its namespace.
_UNDERSTOOD = frozenset(
    (
        "wps",
        "wpg",
        "wpc",
        "wpi",
        "wp14",
        "w14",
        "w15",
        "w16",
        "w16se",
        "w16cid",
        "w16cex",
        "w16du",
        "cx",
        "aink",
        "a14",
    )
)
LETTERS: dict[Any, str] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}


def run(reading: Reading, element: Element, fate: Fate) -> None:
    """Read a run. The sign that a person chose for a footnote's mark is left out, since the mark is there."""
    handlers = reading.handlers
    replaced = False
    for one in element:
        tag = one.tag
        if tag == _RPR:
            _report_hidden(reading, one, element)
        elif tag != _T:
            handlers.get(tag, Reading.walk)(reading, one, fate)
            replaced = replaced or (tag in _MARKS and one.get(_CUSTOM, "0") not in ("0", "false", "off"))
        elif not replaced:
            text(reading, one, fate)


def text(reading: Reading, element: Element, fate: Fate) -> None:
    """Read words. Blanks at their ends count only where the file says that they are kept, as in Word."""
    words = element.text
    if not words:
        return
    if (words[0] in _BLANKS or words[-1] in _BLANKS) and not _keeps_blanks(element):
        words = words.strip(_BLANKS)
    reading.say(words, fate)


def _keeps_blanks(element: Element) -> bool:
    stated = element.get(_SPACE)
    if stated is None:
        stated = next(
            (found for one in element.iterancestors() if (found := one.get(_SPACE)) is not None), "default"
        )
    return stated == "preserve"


def _report_hidden(reading: Reading, properties: Element, element: Element) -> None:
    style = value(properties, f"{W}rStyle")
    own = child(properties, f"{W}vanish")
    hidden = (
        is_on(properties, f"{W}vanish")
        if own is not None
        else bool(style) and reading.styles.is_hidden(style or "")
    )
    if hidden and (words := text_of((element,)).strip()):
        reading.report(
            "hidden", _("Hidden words were read as text: “{words}”.").format(words=shortened(words))
        )


def letter(reading: Reading, element: Element, fate: Fate) -> None:
    """Read an element that is a letter: a tab, a break, a hyphen."""
    reading.say(LETTERS[element.tag], fate)


def symbol(reading: Reading, element: Element, fate: Fate) -> None:
    """Read a sign given by its place in a font."""
    font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
    found = sign(font, code)
    if found is None:
        says = _("A sign of the font {font} ({code}) has no letter; it is read as {sign}.")
        reading.report("sign", says.format(font=font, code=code, sign="□"))
    reading.say(found or "□", fate)


def change(reading: Reading, element: Element, fate: Fate) -> None:
    """Read what was inserted, deleted or moved."""
    reading.walk(element, fate.under(reading.count(revision_of(element))))


def field_character(reading: Reading, element: Element, fate: Fate) -> None:
    """Take note of where a field begins, has its result, and ends."""
    reading.fields.at(element.get(f"{W}fldCharType", ""))


def comment_begins(reading: Reading, element: Element, fate: Fate) -> None:
    """Take note of where a comment's words begin."""
    for view in reading.views(fate):
        view.begin_comment(element.get(f"{W}id", ""))


def comment_ends(reading: Reading, element: Element, fate: Fate) -> None:
    """Take note of where a comment's words end; its mark alone is a comment on a place."""
    for view in reading.views(fate):
        view.end_comment(element.get(f"{W}id", ""))


def alternates(reading: Reading, element: Element, fate: Fate) -> None:
    """Read one of several forms of the same: the first that is understood, else the one for whoever understands none."""
    for choice in element.iterchildren(f"{MC}Choice"):
        if _UNDERSTOOD.issuperset(choice.get("Requires", "?").split()):
            reading.walk(choice, fate)
            return
    fallback = child(element, f"{MC}Fallback")
    if fallback is None:
        reading.report("alternate", _("Something that only a later version of Word shows was left out."))
    else:
        reading.walk(fallback, fate)


def drawing(reading: Reading, element: Element, fate: Fate) -> None:
    """Read the text boxes of a drawing; a picture has no words, and is reported."""
    if next(element.iter(f"{W}txbxContent"), None) is None:
        reading.report(
            "picture", _("A picture, drawing or object is not part of the text; words in it were not read.")
        )
    else:
        reading.walk(element, fate)


def text_box(reading: Reading, element: Element, fate: Fate) -> None:
    """Read a text box: its paragraphs come after the one in which it is anchored."""
    reading.enter()
    outer, reading.fields = reading.fields, type(reading.fields)()
    reading.walk(element, fate)
    reading.fields = outer
    for view in (reading.accepted, reading.rejected):
        drafts = view.leave()
        view.frame.boxes.extend(drafts)
    reading.submitted.leave_box()


def formula(reading: Reading, element: Element, fate: Fate) -> None:
    """Read the letters of a formula, as they come."""
    reading.report_once("formula", _("The file has formulas; only their letters were read."))
    reading.walk(element, fate)


def formula_text(reading: Reading, element: Element, fate: Fate) -> None:
    """Read letters of a formula."""
    reading.say(element.text or "", fate)


def content_control(reading: Reading, element: Element, fate: Fate) -> None:
    """Read what stands in a content control; a placeholder is printed by Word, so it is text."""
    if child(child(element, f"{W}sdtPr"), f"{W}showingPlcHdr") is not None:
        says = _("A field to be filled in is empty; its prompt was read as text: “{words}”.")
        reading.report("prompt", says.format(words=shortened(text_of((element,)).strip())))
    reading.walk(element, fate)


def ruby(reading: Reading, element: Element, fate: Fate) -> None:
    """Read the words of a phonetic guide, without the guide."""
    for one in element.iterchildren(f"{W}rubyBase"):
        reading.walk(one, fate)


def ignored(reading: Reading, element: Element, fate: Fate) -> None:
    """Pass over an element that has no words of the text."""


def refused(reading: Reading, element: Element, fate: Fate) -> None:
    """Refuse a file that takes words from another."""
    says = _(
        "{file}, {where}: a part of the text is taken from another file. Paste that text in, and save it again."
    )
    raise CannotRead(says.format(file=reading.file_name, where=reading.where()))


MATH = {f"{M}oMath": formula, f"{M}t": formula_text}
