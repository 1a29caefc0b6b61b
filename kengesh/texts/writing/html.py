"""A text as a page for screen and print: a rolling text with its brackets and annexes, or a clean version.

The page is one file: no scripts, nothing fetched, the stylesheet inside (``data/rolling.css``). Where it is a part of
another page (``standalone=False``) it has no frame and no style of its own, and its headings begin at the second rank;
:func:`stylesheet` is what the other page needs.

What a delegation proposes has a colour, a line of its own form under the words, and its code before them, so that it is
told apart in black and white; for who listens, each proposal is a group that says whose it is. Words of the base for which
another text is proposed are ``del``, proposals are ``ins``. Copied from the page, a unit is the line of the plain form,
letter for letter: the brackets, codes and dashes are text, not style. The mark of a footnote is printed as its number.

The words of the frame are in the language in use, the text in its own (``lang``). Headings of the text are headings of the
page, and none of their ranks is passed over. Tables are tables; the first row heads the columns where there are others,
since the model does not say which cells are heads. A row proposed stands in the table, a column proposed after it.

Partly: insertions that the chair takes together look as before, with a title that says so. Not done: the order of
writing from right to left (none of our languages needs it), the curve of open brackets.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from html import escape

from kengesh.terms.messages import _, language_in_use, ngettext
from kengesh.texts.labels import labels_of
from kengesh.texts.rolling import BaseNode, MovedNode, Node, RollingText
from kengesh.texts.units import Text, UnitKind
from kengesh.texts.writing.html_annexes import Annexes
from kengesh.texts.writing.html_delegations import Delegations, everybody
from kengesh.texts.writing.html_units import Headings, Units
from kengesh.texts.writing.html_words import Words, literal

_SHOWN_OF_HASH = 12


def rolling_html(rolling: RollingText, *, title: str = "", standalone: bool = True) -> str:
    """Return a rolling text as a page, or as a part of one. Without a title, the text's own is the page's."""
    nodes = rolling.nodes
    words = Words(rolling.base.language, Delegations(everybody(rolling)), _footnote_numbers(nodes))
    own_title = standalone and not title and _begins_with_title(nodes)
    units = Units(words, Headings(0 if own_title else 1))
    article = units.article(nodes)
    sections = [_text_section(article, rolling.base.language)]
    if units.footnotes:
        sections.append(_section(_("Footnotes"), units.footnote_list(), rolling.base.language))
    annexes = Annexes(rolling, words)
    if rolling.notes:
        sections.append(_section(_("Notes"), annexes.notes(), rolling.base.language))
    sections.extend(_section(name, body) for name, body in annexes.sections())
    body = "\n".join(sections)
    if not standalone:
        return f'<div class="rolling">\n{body}\n</div>\n'
    heading = "" if own_title else title or _("Rolling text")
    return _page(title or _title_of(nodes) or _("Rolling text"), heading, _about(rolling), body)


def text_html(text: Text, *, profile: str = "mea", title: str = "") -> str:
    """Return a version as a page. Without a title, the text's own is the page's."""
    labels = labels_of(text, profile)
    nodes = [BaseNode(unit=unit, label=labels[unit.id].printed, content=(unit.text,)) for unit in text.units]
    words = Words(text.language, Delegations(()), _footnote_numbers(nodes), bracketed=False)
    own_title = not title and _begins_with_title(nodes)
    units = Units(words, Headings(0 if own_title else 1))
    article = units.article(nodes)
    sections = [_text_section(article, text.language)]
    if units.footnotes:
        sections.append(_section(_("Footnotes"), units.footnote_list(), text.language))
    heading = "" if own_title else title or _("Text")
    about = [_("Version {hash}").format(hash=text.hash[:_SHOWN_OF_HASH])]
    return _page(title or _title_of(nodes) or _("Text"), heading, about, "\n".join(sections))


def stylesheet() -> str:
    """Return the stylesheet of these pages."""
    data = pkgutil.get_data("kengesh.texts.writing", "data/rolling.css")
    assert data is not None
    return data.decode()


def _footnote_numbers(nodes: Sequence[Node]) -> dict[str, str]:
    """What is printed for the mark of each footnote: the number that the version gives it, or its place among them."""
    notes = [
        node.unit for node in nodes if not isinstance(node, MovedNode) and node.unit.kind is UnitKind.FOOTNOTE
    ]
    return {unit.id: unit.number or str(at) for at, unit in enumerate(notes, 1)}


def _begins_with_title(nodes: Sequence[Node]) -> bool:
    return bool(nodes) and isinstance(nodes[0], BaseNode) and nodes[0].unit.kind is UnitKind.TITLE


def _title_of(nodes: Sequence[Node]) -> str:
    first = nodes[0] if nodes else None
    return first.unit.text if isinstance(first, BaseNode) and first.unit.kind is UnitKind.TITLE else ""


def _about(rolling: RollingText) -> list[str]:
    count = sum(1 for _unit, _region in rolling.regions())
    count += sum(1 for node in rolling.nodes if not isinstance(node, BaseNode) or node.bracketed)
    return [
        _("Rolling text on version {hash}").format(hash=rolling.base.hash[:_SHOWN_OF_HASH]),
        ngettext("{n} open bracket", "{n} open brackets", count).format(n=count),
    ]


def _text_section(article: str, language: str) -> str:
    return f'<article class="text" lang="{escape(language)}">\n{article}\n</article>'


def _section(name: str, body: str, language: str = "") -> str:
    own = f' lang="{escape(language)}"' if language else ""
    return f'<section class="annex">\n<h2>{escape(name)}</h2>\n<div{own}>\n{body}\n</div>\n</section>'


def _page(title: str, heading: str, about: Sequence[str], body: str) -> str:
    """Return a whole page. The heading is empty where the text brings its own."""
    return "\n".join(_lines_of_page(title, heading, about, body)) + "\n"


def _lines_of_page(title: str, heading: str, about: Sequence[str], body: str) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language_in_use())}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>\n{stylesheet()}</style>"
    yield "</head>"
    yield '<body class="page">'
    yield '<header class="page__head">'
    if heading:
        yield f"<h1>{literal(heading)}</h1>"
    yield "".join(f'<p class="page__about">{escape(line)}</p>' for line in about)
    yield "</header>"
    yield f'<main class="rolling">\n{body}\n</main>'
    yield "</body>"
    yield "</html>"
