"""What stands after a rolling text on a page: its notes, and the annexes as tables.

The notes lead back to where their mark stands first. The annexes are the requests to reopen what is agreed, what each
delegation proposes, differences that are nobody's proposal, amendments that were brought to a newer base, what was
shown before and is shown no more, and the files received.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from msgspec.structs import replace

from kengesh.terms.messages import _, in_language
from kengesh.texts.code_points import code_points
from kengesh.texts.rolling import (
    Act,
    Alternative,
    BaseNode,
    Content,
    Holders,
    MovedNode,
    NewNode,
    Note,
    Region,
    Request,
    RollingText,
)
from kengesh.texts.tables.rebased import step_says
from kengesh.texts.writing.html_delegations import Delegations, name_of
from kengesh.texts.writing.html_words import Words, literal
from kengesh.texts.writing.plain import NOTHING, note_words

_SHOWN_OF_HASH = 12  # letters: enough to tell versions apart, and few enough to read aloud
_WORDS_SHOWN = 160  # of a whole unit in a table

_HOLDERS, _NOTE = "\ue000", "\ue001"  # stand in a sentence for what is HTML already

Row = Sequence[str]


class Annexes:
    """Writes what follows the text of one rolling text."""

    def __init__(self, rolling: RollingText, words: Words) -> None:
        self._rolling = rolling
        self._words = words
        self._delegations: Delegations = words.delegations
        self._labels = _labels(rolling)

    def notes(self) -> str:
        """Return the numbered notes; each leads back to its mark."""
        items = [f'<li id="note-{note.number}">{self._note(note)}</li>' for note in self._rolling.notes]
        return "\n".join(['<ul class="notes">', *items, "</ul>"])

    def _note(self, note: Note) -> str:
        number = str(note.number)
        if note.number in self._words.marked_notes:
            number = f'<a role="doc-backlink" href="#note-{number}-mark">{number}</a>'
        blank = replace(note, holders=(_HOLDERS,), words=_NOTE if note.words else "")
        with in_language(self._words.language):
            says = escape(note_words(blank))
        says = says.replace(_HOLDERS, self._delegations.codes_html(note.holders))
        return f"{number} {says.replace(_NOTE, literal(note.words))}"

    def sections(self) -> Iterator[tuple[str, str]]:
        """Yield the heading and the table of each annex that has something to say."""
        for title, heads, rows in (
            (_("Requests to reopen agreed text"), self._heads_of_requests(), list(self._requests())),
            (_("Proposals by delegation"), self._heads_of_proposals(), list(self._proposals())),
            (_("Editorial differences"), self._heads_of_editorial(), list(self._editorial())),
            (_("Amendments brought to this base"), self._heads_of_rebased(), list(self._rebased())),
            (_("Shown before, and no more"), self._heads_of_settled(), list(self._settled())),
            (_("Submissions"), self._heads_of_filings(), list(self._filings())),
        ):
            if rows:
                yield title, table(title, heads, rows)

    def _heads_of_requests(self) -> Row:
        return _("Unit"), _("Delegations"), _("Agreed words"), _("Words proposed")

    def _requests(self) -> Iterator[Row]:
        for one in self._rolling.requests:
            codes = self._delegations.codes_html(one.holders)
            label = escape(one.label) or self._unit(one.unit)
            yield label, codes, self._quoted(one.base), self._requested(one)

    def _requested(self, request: Request) -> str:
        if request.act is Act.MOVE:
            return escape(_("moves after {after}").format(after=request.after or "0"))
        if request.act is Act.BRACKET:
            return escape(_("in brackets"))
        return self._quoted(request.text)

    def _heads_of_proposals(self) -> Row:
        return _("Delegation"), _("Unit"), _("Base"), _("Words proposed")

    def _proposals(self) -> Iterator[Row]:
        found: dict[str, list[Row]] = {code: [] for code in self._delegations.codes}
        for holders, unit_id, base, text in _proposals(self._rolling):
            for code in holders:
                found[code].append((self._unit(unit_id), self._quoted(base), self._quoted(text)))
        for code, rows in found.items():
            for row in rows:
                yield self._named(code), *row

    def _heads_of_editorial(self) -> Row:
        return _("Delegation"), _("Unit"), _("Base"), _("As filed"), _("What differs")

    def _editorial(self) -> Iterator[Row]:
        for one in self._rolling.editorial:
            base, filed = self._quoted(one.base), self._quoted(one.filed)
            differs = escape(code_points(one.base, one.filed))
            yield self._named(one.delegation), self._unit(one.unit), base, filed, differs

    def _heads_of_rebased(self) -> Row:
        return (
            _("Delegation"),
            _("Unit"),
            _("Words amended, before"),
            _("Words amended, now"),
            _("What happened"),
        )

    def _rebased(self) -> Iterator[Row]:
        for one in self._rolling.rebased:
            before, after = self._quoted(one.before), self._quoted(one.after)
            what = escape(step_says(one))
            yield self._named(one.delegation), self._unit(one.unit), before, after, what

    def _heads_of_settled(self) -> Row:
        return _("Unit"), _("Delegations"), _("Words"), _("Decision")

    def _settled(self) -> Iterator[Row]:
        for one in self._rolling.settled:
            codes = self._delegations.codes_html(one.holders) if one.holders else escape(_("the base"))
            yield self._unit(one.unit), codes, self._quoted(one.text), escape(one.decision)

    def _heads_of_filings(self) -> Row:
        return (
            _("Delegation"),
            _("Filed at"),
            _("File"),
            _("Against version"),
            _("Authors named in the file"),
            _("Changes not tracked"),
        )

    def _filings(self) -> Iterator[Row]:
        for one in self._rolling.filings:
            when = (
                f'<time datetime="{escape(one.filed_at)}">{escape(one.filed_at)}</time>'
                if one.filed_at
                else ""
            )
            base = f"<code>{escape(one.base[:_SHOWN_OF_HASH])}</code>"
            authors = escape(", ".join(one.authors))
            yield (
                self._named(one.delegation),
                when,
                escape(one.file_name),
                base,
                authors,
                str(one.untracked),
            )

    def _named(self, code: str) -> str:
        name = name_of(code)
        shown = self._delegations.codes_html((code,))
        return shown if name == code else f"{shown} {escape(name)}"

    def _unit(self, unit_id: str) -> str:
        label = escape(self._labels.get(unit_id, "") or unit_id)
        if unit_id not in self._labels:
            return label
        return f'<a href="#unit-{escape(unit_id)}">{label}</a>'

    def _quoted(self, text: str) -> str:
        """Words of the text, in its language; a dash for none."""
        if not text.strip():
            return NOTHING
        shown = text if len(text) <= _WORDS_SHOWN else text[: _WORDS_SHOWN - 1] + "…"
        return f'<span lang="{escape(self._rolling.base.language)}">{literal(shown.strip())}</span>'


def table(name: str, heads: Row, rows: Sequence[Row]) -> str:
    """Return a table whose rows are headed by their first cell; its cells are HTML, its heads are words."""
    lines = [
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(name)}">',
        '<table class="grid">',
        "<thead><tr>" + "".join(f'<th scope="col">{escape(head)}</th>' for head in heads) + "</tr></thead>",
        "<tbody>",
    ]
    for first, *others in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in others)
        lines.append(f'<tr><th scope="row">{first}</th>{cells}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


def _labels(rolling: RollingText) -> dict[str, str]:
    labels: dict[str, str] = {}
    for node in rolling.nodes:
        if isinstance(node, MovedNode):
            continue
        labels[node.unit.id] = node.label
        if isinstance(node, BaseNode):
            labels.update((other.unit.id, other.label) for other in node.alternatives)
    return labels


def _proposals(rolling: RollingText) -> Iterator[tuple[Holders, str, str, str]]:
    """Yield who proposes what: holders, the unit, the words of the base, the words in their place."""
    for node in rolling.nodes:
        if isinstance(node, MovedNode):
            yield node.holders, node.unit, node.origin_label, f"→ {node.label}"
            continue
        own = () if isinstance(node, NewNode) else node.alternatives
        if isinstance(node, NewNode):
            yield node.holders, node.unit.id, "", node.unit.text
        elif node.deleted_by:
            yield node.deleted_by, node.unit.id, node.unit.text, ""
        yield from _in_content(node.unit.id, node.content)
        for other in own:
            yield from _alternative(other)


def _alternative(other: Alternative) -> Iterator[tuple[Holders, str, str, str]]:
    yield other.holders, other.unit.id, "", other.unit.text
    yield from _in_content(other.unit.id, other.content)


def _in_content(unit_id: str, content: Content) -> Iterator[tuple[Holders, str, str, str]]:
    for part in content:
        if isinstance(part, Region):
            for variant in part.variants:
                yield variant.holders, unit_id, part.base, variant.text
