"""A draft as a page (.html): its paragraphs, items and cells, and its notes, without what belongs to the site.

A mark is a link within the page from a raised figure, or one that is a number alone (``1``, ``[1]``); its note is what the link leads
to. A raised figure without a link is a mark as well. The addresses behind links in notes are kept. Left aside: scripts, styles,
navigation, heads and feet of the page, forms, pictures with their captions. Nothing is fetched.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree, html

from kengesh.formats.drafts.reading.plain import sorted_out
from kengesh.formats.drafts.reading.told import CannotRead, Told, mark
from kengesh.terms.messages import _

_DROPPED = [
    "script",
    "style",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "noscript",
    "svg",
    "figure",
    "template",
    "iframe",
    "button",
    "select",
    "head",
]
_BLOCKS = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "tr",
        "table",
        "tbody",
        "thead",
        "ul",
        "ol",
        "dl",
        "dd",
        "dt",
        "blockquote",
        "div",
        "section",
        "article",
        "main",
        "body",
        "html",
        "pre",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_NOTE_BLOCKS = frozenset({"li", "p", "div", "aside", "td", "dd", "section"})
_NUMBER = re.compile(r"\s*[\[(]?\^?(\d{1,3})[\])]?\s*")
_NOT_NOTES = re.compile(r"fnref|ftnref|cite_ref|noteref|\bback|\btop\b|\breturn", re.IGNORECASE)


def read_html(text: str, name: str) -> Told:
    """Return what a page tells. Raises CannotRead."""
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, encoding="utf-8")
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise CannotRead(_("{file}: there is no page in the file.").format(file=name)) from error
    titles = [_text(one) for tag in ("h1", "title") for one in root.iter(tag)]
    notes = _taken_notes(root)
    gone = 0
    for tag in _DROPPED:
        for one in list(root.iter(tag)):
            gone += tag not in ("script", "style", "head", "template", "noscript")
            _remove(one)
    for raised in list(root.iter("sup")):
        if found := _NUMBER.fullmatch(_text(raised)):
            _put(raised, mark(found[1]))
    told = sorted_out(_paragraphs(root))
    dropped = told.dropped
    if gone:
        dropped += (
            _("Parts of the page that are not its text were left aside: {count}.").format(count=gone),
        )
    return replace(told, notes=(*notes, *told.notes), title=next(filter(None, titles), None), dropped=dropped)


def _taken_notes(root: html.HtmlElement) -> tuple[tuple[str, str], ...]:
    """Return the notes to which marks lead, taken out of the page; each mark becomes one of ours."""
    by_id = {
        str(one.get("id") or one.get("name")): one for one in root.iter() if one.get("id") or one.get("name")
    }
    found: dict[str, tuple[str, html.HtmlElement]] = {}
    for link in list(root.iter("a")):
        target = str(link.get("href") or "")
        number = _NUMBER.fullmatch(_text(link))
        if number is None or not target.startswith("#") or _NOT_NOTES.search(target):
            continue
        note = by_id.get(target[1:])
        if note is not None and link not in note.iterdescendants():
            found.setdefault(number[1], (target, _block(note)))
        raised = link.getparent()
        alone = raised is not None and raised.tag == "sup" and _text(raised) == _text(link)
        _put(raised if alone and raised is not None else link, mark(number[1]))
    told = []
    for number_text, (_target, note) in found.items():
        told.append((number_text, _note_words(note, number_text)))
    for _target, note in found.values():
        _remove(note)
    return tuple(told)


def _block(element: html.HtmlElement) -> html.HtmlElement:
    """Return the block that an anchor stands in, where the anchor itself is none."""
    for one in (element, *element.iterancestors()):
        if one.tag in _NOTE_BLOCKS:
            return one
    return element


def _note_words(note: html.HtmlElement, number: str) -> str:
    addresses = []
    for link in list(note.iter("a")):
        target = str(link.get("href") or "")
        if target.startswith("#"):
            _put(link, "")
        elif target.startswith("http") and target not in _text(note):
            addresses.append(target)
    text = re.sub(rf"^\s*(?:\[{number}\]|{number}[.)]?(?=\s))\s*", "", _text(note))
    return " ".join([text.strip(" ↩↑^"), *addresses])


def _paragraphs(root: html.HtmlElement) -> list[str]:
    """Return the words of each block, in order: those that stand directly in it or in marks of type within it."""
    found: list[list[str]] = [[]]

    def walk(element: html.HtmlElement) -> None:
        if element.tag in _HEADINGS:
            found.append([])
            return
        block = element.tag in _BLOCKS
        if block or element.tag == "br":
            found[-1].append(" ")
        if block:
            found.append([])
        found[-1].append(element.text or "")
        for one in element:
            if isinstance(one.tag, str):
                walk(one)
            found[-1].append(one.tail or "")
        if block:
            found.append([])

    walk(root)
    return [text for words in found if (text := " ".join("".join(words).split()))]


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _put(element: html.HtmlElement, words: str) -> None:
    """Put words in the place of an element."""
    element.tail = words + (element.tail or "")
    _remove(element)


def _remove(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
