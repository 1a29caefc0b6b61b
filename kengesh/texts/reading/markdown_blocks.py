"""The blocks of Markdown as paragraphs: what ``markdown`` reads, block by block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kengesh.terms.messages import _
from kengesh.texts.reading.decoding import own_signs_told, without_own_signs
from kengesh.texts.reading.filed import CannotRead, Finding
from kengesh.texts.reading.lines import paragraphs_in
from kengesh.texts.reading.numbers import split_number
from kengesh.texts.reading.paragraph import Paragraph
from kengesh.texts.tokens import PARAGRAPH_MARK, cleaned
from kengesh.texts.units import Place

BULLET = "•"  # whatever sign the list has in the source
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STOPPED = re.compile(r"[.;:,](?:\[\^\w+\])*$|; \w{1,3}$")
_CELL_PARTED = re.compile(r"(?<!\\)\|")


def parsed(source: str) -> list[Token]:
    """Return the tokens of Markdown. Links are not resolved: a definition would vanish from the text."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("reference").parse(source)


class Blocks:
    """The blocks of one file as they come by: the lists that are open, the number waiting for its paragraph, the table."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.findings: list[Finding] = []
        self.found: list[Paragraph] = []
        self.number, self.depth, self.heading = "", 0, 0
        self.titled, self.tables, self.row, self.column = False, 0, 0, 0
        self.in_cell, self.line = False, 1
        self.lines: Sequence[str] = ()

    def paragraphs(self, tokens: Sequence[Token], lines: Sequence[str]) -> list[Paragraph]:
        """Return the paragraphs of a file. Raises CannotRead for a table that would lose cells."""
        self.lines = lines
        for token in tokens:
            if token.map:
                self.line = token.map[0] + 1
            take = getattr(self, f"_{token.type}", None)
            if take is not None:
                take(token)
        return self.found

    def note(self, text: str, line: int) -> str:
        """Return the text of a footnote, its paragraphs parted by the paragraph mark."""
        inside = Blocks(self.name)
        inside.paragraphs(parsed(text), text.split("\n"))
        self.findings.extend(Finding(_where(line), finding.says) for finding in inside.findings)
        return PARAGRAPH_MARK.join(f"{one.number} {one.text}".strip() for one in inside.found)

    def _heading_open(self, token: Token) -> None:
        self.heading = int(token.tag[1:])

    def _heading_close(self, token: Token) -> None:
        self.heading = 0

    def _ordered_list_open(self, token: Token) -> None:
        self.depth += 1

    _bullet_list_open = _ordered_list_open

    def _ordered_list_close(self, token: Token) -> None:
        self.depth -= 1

    _bullet_list_close = _ordered_list_close

    def _list_item_open(self, token: Token) -> None:
        self.number = f"{token.info}{token.markup}" if token.info else BULLET

    def _list_item_close(self, token: Token) -> None:
        self.number = ""

    def _table_open(self, token: Token) -> None:
        self.tables, self.row = self.tables + 1, 0

    def _tr_open(self, token: Token) -> None:
        self.row, self.column = self.row + 1, 0

    def _tr_close(self, token: Token) -> None:
        line = self.lines[self.line - 1].strip()
        cells = len(_CELL_PARTED.split(line.removeprefix("|").removesuffix("|")))
        if cells > self.column:
            says = _(
                "{file}: line {line}: the row has {cells} cells and the head of its table {columns}; make them equal."
            )
            raise CannotRead(says.format(file=self.name, line=self.line, cells=cells, columns=self.column))

    def _td_open(self, token: Token) -> None:
        self.column, self.in_cell = self.column + 1, True

    _th_open = _td_open

    def _td_close(self, token: Token) -> None:
        self.in_cell = False

    _th_close = _td_close

    def _inline(self, token: Token) -> None:
        text = self._words(token.children or [])
        if self.in_cell:
            self.found.append(
                Paragraph(text=self._cleaned(text), place=Place(f"t{self.tables}", self.row, self.column))
            )
        elif self.heading:
            self._take_heading(self._cleaned(text))
        else:
            for part in _parts(text):
                self._take(self._cleaned(part))

    def _fence(self, token: Token) -> None:
        for text in paragraphs_in(token.content):
            self._take(self._cleaned(text))

    _code_block = _fence

    def _html_block(self, token: Token) -> None:
        text = self._without_comments(token.content)
        if text.strip():
            self._tell(_("HTML is kept as text; write the words without it."))
        self._fence(Token("fence", "", 0, content=text))

    def _take_heading(self, text: str) -> None:
        title = self.heading == 1 and not self.titled
        level = max(1, self.heading - self.titled)  # below a title the second level is the first
        self.titled = self.titled or title
        if text:
            self.found.append(
                Paragraph(text=text, title=True) if title else Paragraph(text=text, heading=level)
            )

    def _take(self, text: str) -> None:
        number, self.number = self.number, ""
        if number == BULLET and split_number(text)[0]:
            number = ""  # - (a) in the source is (a)
        if text:
            level = max(0, self.depth - 1) if number else 0
            self.found.append(Paragraph(text=text, number=number, level=level))

    def _words(self, children: Sequence[Token]) -> str:
        return "".join(self._word(child) for child in children)

    def _word(self, child: Token) -> str:
        if child.type == "softbreak":
            return "\n"
        if child.type == "hardbreak":
            return " "
        if child.type == "image":
            return self._words(child.children or [])
        if child.type != "html_inline":
            return child.content
        if _BREAK.fullmatch(child.content):
            return " "
        text = self._without_comments(child.content)
        if text:
            self._tell(_("HTML is kept as text; write the words without it."))
        return text

    def _cleaned(self, text: str) -> str:
        plain = without_own_signs(text)
        if plain != text:
            self._tell(own_signs_told("").says)
        return cleaned(plain)

    def _without_comments(self, html: str) -> str:
        text = _without_comments(html)
        if text != html:
            self._tell(_("a comment of HTML is left out."))
        return text

    def _tell(self, says: str) -> None:
        if (finding := Finding(_where(self.line), says)) not in self.findings:
            self.findings.append(finding)


def _where(line: int) -> str:
    return _("line {line}").format(line=line)


def _without_comments(html: str) -> str:
    """HTML without its comments; by searching, since a pattern would take the square of a hostile file's length."""
    kept, at = [], 0
    while (opens := html.find("<!--", at)) >= 0 and (closes := html.find("-->", opens + 4)) >= 0:
        kept.append(html[at:opens])
        at = closes + 3
    return "".join([*kept, html[at:]])


def _parts(text: str) -> list[str]:
    """The paragraphs in what Markdown takes for one: a line with a typed number begins one, after a line with a stop."""
    parts: list[list[str]] = []
    for line in text.split("\n"):
        if parts and not (_STOPPED.search(parts[-1][-1].rstrip()) and split_number(line)[0]):
            parts[-1].append(line)
        else:
            parts.append([line])
    return [" ".join(lines) for lines in parts]
