"""The parts of a text as elements of Akoma Ntoso; ``kengesh.texts.writing.akoma_ntoso`` says what becomes what."""

from __future__ import annotations

from kengesh.texts.rolling import Content
from kengesh.texts.units import Status, UnitKind
from kengesh.texts.writing.akn_inline import (
    OWN,
    Element,
    Words,
    append_text,
    legal,
    paragraphs,
    put_note_marks,
    refers_to,
    sub,
)
from kengesh.texts.writing.akn_names import ElementIds
from kengesh.texts.writing.akn_outline import Branch, Entry, Outline, Table

_HIERARCHY = {
    UnitKind.HEADING: ("section", "sec"),
    UnitKind.OPERATIVE: ("paragraph", "para"),
    UnitKind.SUBPARAGRAPH: ("point", "point"),
}
_UNSETTLED = "undefined"  # the status of what may or may not come to stand in the text


class Body:
    """Writes the parts of one text, once, into its document element."""

    def __init__(self, parts: Outline) -> None:
        self._parts = parts
        self._ids = ElementIds()
        self._words = Words(self._footnote)
        self._noted: dict[str, str] = {}
        self._pointers: list[tuple[Element, str]] = []

    def write(self, document: Element) -> None:
        """Append preface, preamble and body."""
        if self._parts.preface:
            self._preface(sub(document, "preface", eId="preface"))
        if self._parts.preamble:
            self._preamble(sub(document, "preamble", eId="preamble"))
        body = sub(document, "mainBody", eId="body")
        for branch in self._parts.body:
            self._branch(body, branch, "")
        if not len(body):
            sub(body, "p")
        for element, unit_id in self._pointers:
            if unit_id in self._ids.of_units:
                element.set("href", f"#{self._ids.of_units[unit_id]}")

    def _preface(self, preface: Element) -> None:
        for entry in self._parts.preface:
            line = sub(preface, "p")
            if entry.label:
                sub(line, "inline", entry.label, name="num")
                append_text(line, " ")
            self._line(self._element(line, "docTitle", entry, self._ids.new("preface", "title")), entry)

    def _preamble(self, preamble: Element) -> None:
        recitals: Element | None = None
        for branch in self._parts.preamble:
            if isinstance(branch.of, Entry) and branch.of.unit.kind is UnitKind.PREAMBULAR:
                if recitals is None:
                    recitals = sub(preamble, "recitals", eId=self._ids.new("", "recs"))
                own_id = self._ids.new(recitals.get("eId", ""), "rec", branch.of.label)
                self._item(recitals, "recital", branch.of, branch.children, own_id)
            else:
                recitals = None
                self._block(preamble, branch)

    def _block(self, parent: Element, branch: Branch) -> None:
        if isinstance(branch.of, Table):
            self._table(parent, branch.of, "")
            for entry in branch.of.beside:
                self._block(parent, Branch(entry))
            return
        own_id = self._ids.new("", "tblock", branch.of.label)
        block = self._item(parent, "tblock", branch.of, branch.children, own_id)
        block.set("class", "moved" if branch.of.moves else branch.of.unit.kind)

    def _item(self, parent: Element, tag: str, entry: Entry, children: list[Branch], own_id: str) -> Element:
        """An element of number and blocks, and within it a list of the sub-paragraphs under it."""
        item = self._element(parent, tag, entry, own_id)
        self._number(item, entry)
        self._blocks(item, entry)
        below = [(child.of, child.children) for child in children if isinstance(child.of, Entry)]
        if below:
            listed = sub(item, "blockList", eId=self._ids.only(own_id, "list"))
            prefix = listed.get("eId", "")
            for one, its_children in below:
                self._item(listed, "item", one, its_children, self._ids.new(prefix, "item", one.label))
        return item

    def _branch(self, parent: Element, branch: Branch, prefix: str) -> None:
        if isinstance(branch.of, Table):
            holder = sub(parent, "hcontainer", name="table", eId=self._ids.new(prefix, "hcontainer"))
            content = sub(holder, "content", eId=self._ids.only(holder.get("eId", ""), "content"))
            self._table(content, branch.of, holder.get("eId", ""))
            for entry in branch.of.beside:
                self._branch(parent, Branch(entry), prefix)
            return
        entry = branch.of
        tag, name = _HIERARCHY.get(entry.unit.kind, ("hcontainer", "hcontainer"))
        own_id = self._ids.new(prefix, name, entry.label)
        element = self._element(parent, tag, entry, own_id)
        if tag == "hcontainer":
            element.set("name", "moved" if entry.moves else entry.unit.kind)
        self._number(element, entry)
        if entry.unit.kind is UnitKind.HEADING:
            self._line(sub(element, "heading", eId=self._ids.only(own_id, "heading")), entry)
            for child in branch.children:
                self._branch(element, child, own_id)
        elif branch.children:
            self._list(element, branch, entry, own_id)
        else:
            self._blocks(sub(element, "content", eId=self._ids.only(own_id, "content")), entry)

    def _list(self, parent: Element, branch: Branch, entry: Entry, own_id: str) -> None:
        listed = sub(parent, "list", eId=self._ids.new(own_id, "list"))
        prefix = listed.get("eId", "")
        self._blocks(sub(listed, "intro", eId=self._ids.only(prefix, "intro")), entry)
        for child in branch.children:
            self._branch(listed, child, prefix)

    def _element(self, parent: Element, tag: str, entry: Entry, own_id: str) -> Element:
        """An element that stands for a unit, with its permanent id and what it is beside."""
        element = sub(parent, tag, eId=own_id, wId=entry.unit.id)
        if not entry.moves:
            self._ids.of_units.setdefault(entry.unit.id, own_id)
        if entry.proposed_by:
            element.set("status", _UNSETTLED)
            element.set("refersTo", refers_to(entry.proposed_by))
        if entry.alternative_to in self._ids.of_units:
            element.set("alternativeTo", self._ids.of_units[entry.alternative_to])
        if entry.unit.status is not Status.OPEN:
            element.set(f"{{{OWN}}}status", entry.unit.status)
        return element

    def _number(self, element: Element, entry: Entry) -> None:
        if entry.label:
            sub(element, "num", entry.label)

    def _blocks(self, parent: Element, entry: Entry) -> None:
        """The paragraphs of a unit; the marks of its notes after the last."""
        line: Element | None = None
        for content in paragraphs(entry.content):
            line = sub(parent, "p")
            self._wrapped(line, entry, content)
        if line is not None:
            put_note_marks(line, entry.notes)

    def _line(self, element: Element, entry: Entry) -> None:
        """The words of a unit where no paragraphs may stand."""
        self._wrapped(element, entry, entry.content)
        put_note_marks(element, entry.notes)

    def _wrapped(self, element: Element, entry: Entry, content: Content) -> None:
        """Words inside the marks of what is proposed on the whole unit."""
        if entry.moves:
            self._pointers.append((sub(element, "ref", "".join(map(str, content)), href="#"), entry.moves))
            return
        if entry.proposed_by:
            element = sub(element, "ins", refersTo=refers_to(entry.proposed_by))
        if entry.deleted_by:
            element = sub(element, "del", refersTo=refers_to(entry.deleted_by))
        if entry.moved_by:
            element = sub(element, "inline", name="moved", refersTo=refers_to(entry.moved_by))
        self._words.put(element, content)

    def _table(self, parent: Element, table: Table, prefix: str) -> None:
        own_id = self._ids.new(prefix, "table")
        element = sub(parent, "table", eId=own_id)
        element.set(f"{{{OWN}}}table", legal(table.name))
        for cells in table.rows:
            row = sub(element, "tr", eId=self._ids.new(own_id, "tr"))
            for entries in cells:
                self._cell(row, entries)

    def _cell(self, row: Element, entries: list[Entry]) -> None:
        base, *others = entries
        cell = self._element(row, "td", base, self._ids.new(row.get("eId", ""), "td"))
        place = base.unit.place
        if place is not None and place.rows > 1:
            cell.set("rowspan", str(place.rows))
        if place is not None and place.columns > 1:
            cell.set("colspan", str(place.columns))
        if base.label:
            sub(sub(cell, "p"), "inline", base.label, name="num")
        self._blocks(cell, base)
        for other in others:
            item = self._element(cell, "tblock", other, self._ids.new(cell.get("eId", ""), "tblock"))
            self._number(item, other)
            self._blocks(item, other)

    def _footnote(self, element: Element, unit_id: str) -> bool:
        """Write the footnote where its mark stands first, a reference where it stands again."""
        entries = self._parts.footnotes.get(unit_id)
        if entries is None:
            return False
        if unit_id in self._noted:
            sub(element, "noteRef", href=f"#{self._noted[unit_id]}", marker=entries[0].label)
            return True
        for entry in entries:
            own_id = self._ids.new("", "authorialNote", entry.label)
            self._noted.setdefault(unit_id, own_id)
            note = self._element(element, "authorialNote", entry, own_id)
            note.set("placement", "bottom")
            if entry.label:
                note.set("marker", legal(entry.label))
            self._blocks(note, entry)
        return True
