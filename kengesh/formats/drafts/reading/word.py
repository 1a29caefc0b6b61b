"""A draft in Word (.docx): its paragraphs, those of tables and lists among them, and its footnotes and endnotes.

Done: tracked changes as if accepted (deleted text out, inserted in, a deleted paragraph mark joins), headings and the title known by
their styles, notes at their marks, the addresses behind links in notes, notes typed by hand. Footnotes are numbered in the order of
their marks; endnotes in small Roman figures where there are footnotes too. Left aside, and said to be: text boxes.
Not read: headers and footers, comments, equations, numbers of lists, a note's own mark, numbers that begin anew in each section.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from kengesh.formats.drafts.reading.plain import sorted_out
from kengesh.formats.drafts.reading.told import CannotRead, Told, mark
from kengesh.formats.drafts.reading.word_package import Package, R, W
from kengesh.terms.messages import _

DOCUMENT = "word/document.xml"
_GONE = {
    f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "pict", "pPr", "rPr", "object")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BOX = f"{W}txbxContent"
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def read_word(data: bytes, name: str) -> Told:
    """Return what a Word document tells. Raises CannotRead."""
    package = Package(data, name)
    root = package.xml(DOCUMENT)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise CannotRead(_("{file}: there is no Word document in it.").format(file=name))
    story = _Story(package)
    paragraphs = story.paragraphs(body)
    headings = [text for text, style in paragraphs if style in ("title", "heading")]
    titles = [text for text, style in paragraphs if style == "title"] or headings
    told = sorted_out([text for text, style in paragraphs if style == "" and text])
    notes = (*story.notes("footnote"), *story.notes("endnote"), *told.notes)
    dropped = told.dropped
    if boxes := sum(1 for _box in body.iter(_BOX)):
        dropped += (_("Text boxes were left aside: {count}.").format(count=boxes),)
    return replace(told, notes=notes, title=titles[0] if titles else None, dropped=dropped)


class _Story:
    """The body of a document, and the numbers that its notes have by the order of their marks."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = _styles(package)
        self.order: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self.both = all(package.xml(f"word/{kind}s.xml") is not None for kind in ("footnote", "endnote"))

    def paragraphs(self, body: etree._Element) -> list[tuple[str, str]]:
        """Return the paragraphs with their style: title, heading or nothing."""
        found: list[tuple[str, str]] = []
        joins = False
        for paragraph in body.iter(f"{W}p"):
            if any(above.tag == _BOX or above.tag in _GONE for above in paragraph.iterancestors()):
                continue
            text = " ".join("".join(self._words(paragraph)).split())
            if joins and found:
                found[-1] = (f"{found[-1][0]} {text}".strip(), found[-1][1])
            else:
                style = paragraph.find(f"{W}pPr/{W}pStyle")
                found.append(
                    (text, self.styles.get(str(style.get(f"{W}val")), "") if style is not None else "")
                )
            joins = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        return found

    def notes(self, kind: str) -> Iterator[tuple[str, str]]:
        """Return the notes of a kind that the text marks, by number, then those that it does not mark."""
        part = f"word/{kind}s.xml"
        root = self.package.xml(part)
        if root is None:
            return
        links = self.package.addresses(part)
        notes = {str(one.get(f"{W}id")): one for one in root if one.get(f"{W}type", "normal") == "normal"}
        marked = self.order[kind]
        for place, key in enumerate([*marked, *(key for key in notes if key not in marked)], 1):
            if key in notes:
                yield self._number(kind, place), _note_words(notes[key], links)

    def _words(self, element: etree._Element) -> Iterator[str]:
        for one in element:
            if one.tag in _GONE or one.tag == _BOX:
                continue
            if one.tag == f"{W}t":
                yield one.text or ""
            elif one.tag in _SIGNS:
                yield _SIGNS[one.tag]
            elif one.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                yield mark(self._mark(one))
            elif one.tag != f"{W}p":
                yield from self._words(one)

    def _mark(self, reference: etree._Element) -> str:
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        key = str(reference.get(f"{W}id"))
        if key not in self.order[kind]:
            self.order[kind].append(key)
        return self._number(kind, self.order[kind].index(key) + 1)

    def _number(self, kind: str, place: int) -> str:
        return _roman(place) if kind == "endnote" and self.both and self.order["footnote"] else str(place)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text


def _note_words(note: etree._Element, links: dict[str, str]) -> str:
    """Return a note's words, with the addresses behind its links where the words do not give them."""
    words = []
    for one in note.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}p"):
        if not any(above.tag in _GONE for above in one.iterancestors()):
            words.append((one.text or "") if one.tag == f"{W}t" else " ")
    text = " ".join("".join(words).split())
    for link in note.iter(f"{W}hyperlink"):
        address = links.get(str(link.get(f"{R}id")), "")
        if address.startswith("http") and address not in text:
            text += f" {address}"
    return text


def _styles(package: Package) -> dict[str, str]:
    """Return which styles are a title or headings: their names are English in every Word, their ids are not."""
    root = package.xml("word/styles.xml")
    found: dict[str, str] = {}
    for style in root.iter(f"{W}style") if root is not None else ():
        element = style.find(f"{W}name")
        name = str(element.get(f"{W}val")).lower() if element is not None else ""
        if name == "title" or name.startswith("heading"):
            found[str(style.get(f"{W}styleId"))] = "title" if name == "title" else "heading"
    return found
