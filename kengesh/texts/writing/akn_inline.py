"""Words in Akoma Ntoso: text, regions, footnotes and the marks of notes, put into an element.

A region is ``<inline name="region">``: the base's words in ``<del>``, referring to everybody who would have others, then an
``<ins>`` for each variant, referring to its holders; an empty one is a deletion. Delegations that insist on the base are
those of ``<inline name="retain">`` inside ``<del>``. A bracket without counter-text is ``<inline name="bracket">``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from kengesh.terms.messages import _
from kengesh.texts.rolling import Content, Holders, Region
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS, PARAGRAPH_MARK

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:kengesh:texts:1"  # attributes of ours; the schema allows any outside its own namespace

Element = etree._Element
WriteFootnote = Callable[[Element, str], bool]

_PIECES = re.compile(f"({FOOTNOTE_OPENS}[^{FOOTNOTE_CLOSES}\\s]+{FOOTNOTE_CLOSES}|{PARAGRAPH_MARK})")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_BLANK = re.compile(r"[^\w.-]+")


class NotInXml(ValueError):
    """A letter that no XML file can hold; says which, and in which words."""


def sub(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Append an element of Akoma Ntoso."""
    element = etree.SubElement(parent, f"{{{AKN}}}{tag}", {k: legal(v) for k, v in attributes.items() if v})
    if text:
        element.text = legal(text)
    return element


def legal(text: str) -> str:
    """Return a text that XML can hold. Raises NotInXml."""
    if found := _NOT_XML.search(text):
        says = _("the letter U+{code:04X} cannot stand in an XML file; it is in “{words}”.")
        raise NotInXml(says.format(code=ord(found[0]), words=_NOT_XML.sub("\ufffd", text)[:60]))
    return text


def refers_to(holders: Holders) -> str:
    """Return the references to delegations, as an attribute has them."""
    return " ".join(f"#{organization_id(code)}" for code in holders)


def organization_id(code: str) -> str:
    """Return the id of a delegation or declared group among the references."""
    return _NO_BLANK.sub("_", code)


def paragraphs(content: Content) -> Iterator[Content]:
    """Yield the paragraphs of a content: it is parted by each ¶ that nobody proposes or opposes."""
    current: list[str | Region] = []
    for part in content:
        if isinstance(part, Region):
            current.append(part)
            continue
        first, *others = part.split(PARAGRAPH_MARK)
        current.append(first)
        for other in others:
            yield tuple(current)
            current = [other]
    yield tuple(current)


class Words:
    """Puts contents into elements; footnotes are written by a function that says whether there is such a footnote."""

    def __init__(self, write_footnote: WriteFootnote) -> None:
        self._write_footnote = write_footnote

    def put(self, element: Element, content: Content) -> None:
        """Append a content to an element."""
        for part in content:
            if isinstance(part, Region):
                self._put_region(element, part)
            else:
                self._put_text(element, part)

    def _put_text(self, element: Element, text: str) -> None:
        for piece in _PIECES.split(text):
            if piece == PARAGRAPH_MARK:
                sub(element, "br")
            elif not (_PIECES.fullmatch(piece) and self._write_footnote(element, piece[1:-1])):
                append_text(element, piece)

    def _put_region(self, element: Element, region: Region) -> None:
        name = "region" if region.variants else "bracket"
        box = sub(element, "inline", name=name)
        box.set(f"{{{OWN}}}region", legal(region.id))
        base = box
        if region.variants and (region.base or region.retain):
            everybody = tuple(dict.fromkeys(code for one in region.variants for code in one.holders))
            base = sub(box, "del", refersTo=refers_to(everybody))
        if region.retain:
            base = sub(base, "inline", name="retain", refersTo=refers_to(region.retain))
        self._put_text(base, region.base)
        for variant in region.variants:
            self._put_text(sub(box, "ins", refersTo=refers_to(variant.holders)), variant.text)
        put_note_marks(element, region.notes)


def put_note_marks(element: Element, notes: tuple[int, ...]) -> None:
    """Append the marks of numbered notes, which stand among the metadata."""
    for number in notes:
        sub(element, "noteRef", href=f"#note_{number}", marker=str(number))


def append_text(element: Element, text: str) -> None:
    """Append words after whatever an element holds."""
    if not text:
        return
    legal(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
