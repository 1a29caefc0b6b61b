"""Running text in a Word file: runs with their language, links, footnote references, fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from kengesh.briefs.document import Run, Words
from kengesh.briefs.word.tongues import FROM_THE_RIGHT, language_attribute, tag_of

REPLACEMENT = "\ufffd"


def element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return an element of WordprocessingML, ``w:`` before its name and the names of its attributes."""
    made = OxmlElement(f"w:{tag}", attrs={qn(f"w:{name}"): value for name, value in attributes.items()})
    made.extend(children)
    return cast(BaseOxmlElement, made)


def paragraph(style: str, runs: Iterable[BaseOxmlElement] = ()) -> BaseOxmlElement:
    """Return a paragraph in a style."""
    return element("p", element("pPr", element("pStyle", val=style)), *runs)


def lawful(text: str) -> str:
    """Return a text with a mark in place of every character that XML 1.0 cannot hold (its section 2.2)."""
    return "".join(letter if _is_lawful(letter) else REPLACEMENT for letter in text)


class Running:
    """Words of one part of a file; it knows which notes were cited already."""

    def __init__(self, part: Part, language: str) -> None:
        self.part = part
        self.language = language
        self.cited: list[int] = []
        """The notes in the order of first use: the place of each is its number in Word, and its id."""

    def runs(self, words: Words) -> Iterator[BaseOxmlElement]:
        """Yield the runs of words, with the references to their notes."""
        for run in words:
            if run.text:
                yield self._linked(run)
            for place, number in enumerate(run.notes):
                if place:
                    yield _superscript(element("t"), ",\u200a")
                yield from self._reference(number)

    def said(self, text: str) -> Iterator[BaseOxmlElement]:
        """Yield the runs of a text in the language of the document."""
        return self.runs((Run(text, self.language),))

    def _linked(self, run: Run) -> BaseOxmlElement:
        made = text_run(run.text, "" if run.language == self.language else run.language, bool(run.address))
        if run.address is None:
            return made
        id_ = self.part.relate_to(lawful(run.address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = element("hyperlink", made)
        link.set(qn("r:id"), id_)
        return link

    def _reference(self, number: int) -> Iterator[BaseOxmlElement]:
        if number in self.cited:
            id_ = self.cited.index(number) + 1
            yield from field(f"NOTEREF {_bookmark(id_)} \\f \\h", str(id_), "FootnoteReference")
            return
        self.cited.append(number)
        id_ = len(self.cited)
        yield element("bookmarkStart", id=str(id_), name=_bookmark(id_))
        yield _superscript(element("footnoteReference", id=str(id_)))
        yield element("bookmarkEnd", id=str(id_))


def text_run(text: str, language: str = "", is_link: bool = False) -> BaseOxmlElement:
    """Return a run of text, marked with a language where one is given; a line feed becomes a break of the line."""
    run, looks = element("r"), element("rPr")
    if is_link:
        looks.append(element("rStyle", val="Hyperlink"))
    if language in FROM_THE_RIGHT:
        looks.append(element("rtl"))
    if language:
        lang = element("lang")
        lang.set(language_attribute(language), tag_of(language))
        looks.append(lang)
    if len(looks):
        run.append(looks)
    for place, line in enumerate(lawful(text).split("\n")):
        if place:
            run.append(element("br"))
        run.append(_text(element("t"), line))
    return run


def field(instruction: str, result: str, style: str = "") -> Iterator[BaseOxmlElement]:
    """Yield a field of Word with the result that it has until Word works it out anew."""
    yield _styled(style, element("fldChar", fldCharType="begin"))
    yield _styled(style, _text(element("instrText"), f" {instruction} "))
    yield _styled(style, element("fldChar", fldCharType="separate"))
    yield _styled(style, _text(element("t"), result))
    yield _styled(style, element("fldChar", fldCharType="end"))


def _bookmark(id_: int) -> str:
    """Return the name of a bookmark that Word does not list: those of its own cross-references begin so."""
    return f"_Ref{id_:09d}"


def _superscript(child: BaseOxmlElement, text: str | None = None) -> BaseOxmlElement:
    return _styled("FootnoteReference", child if text is None else _text(child, text))


def _styled(style: str, child: BaseOxmlElement) -> BaseOxmlElement:
    looks = [element("rPr", element("rStyle", val=style))] if style else []
    return element("r", *looks, child)


def _text(holder: BaseOxmlElement, text: str) -> BaseOxmlElement:
    holder.text = text
    holder.set(qn("xml:space"), "preserve")
    return holder


def _is_lawful(letter: str) -> bool:
    code = ord(letter)
    return letter in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
