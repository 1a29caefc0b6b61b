"""The small pieces of which pages are made, as HTML that is safe to show: names with links, words with their language, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from kengesh.briefs.document import Run
from kengesh.mechanism.lines import Part, Piece, dispute_words, event_parts, how_words, side_parts
from kengesh.mechanism.words import CERTAINTY_WORDS, shown
from kengesh.pictures.picture import Cell
from kengesh.site.notes import Note
from kengesh.site.reading import Reading
from kengesh.terms.languages import NATIVE_NAMES
from kengesh.terms.messages import _, ngettext

NAMES = (
    "thing",
    "things",
    "words",
    "day",
    "rests",
    "line",
    "side",
    "how",
    "dispute",
    "word",
    "term",
    "cited",
    "noted",
    "titled",
    "brief_run",
    "picture_cell",
)
NOTED_ENTRIES = 4
AS_A_RULE = ("several",)


class Pieces:
    """The pieces of one page."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._reader = reading.reader
        self._things: dict[tuple[str, str | None], Markup] = {}

    def all(self) -> dict[str, Callable[..., Any]]:
        """Return the pieces by the names that templates use."""
        return {name: getattr(self, name) for name in NAMES} | {
            "href": self._reading.href,
            "href_of": self._reading.href_of,
            "name": self._reader.name,
            "in_alphabet": self._reader.in_alphabet,
            "in_order": self._reader.sorted,
            "plain": self._reader.words,
            "certainty": self._reader.certainty,
        }

    def thing(self, thing: str | None, on: str | None = None) -> Markup:
        """Return the name of a thing as a link to its page; nothing for None. With `on`, the name that it bore then."""
        if thing is None:
            return Markup("")
        key = (thing, on)
        if key not in self._things:
            name = self._reader.named(thing, on)
            self._things[key] = self._linked(Piece(name.text, name.language, thing))
        return self._things[key]

    def things(self, things: Iterable[str] | None, on: str | None = None) -> Markup:
        """Return the names of things in the reader's alphabet, with commas, each a link."""
        return Markup(", ").join(self.thing(one, on) for one in self._reader.sorted(things or ()))

    def words(self, text: Mapping[str, Any] | str | None) -> Markup:
        """Return text of the record, marked where it is not in the reader's language."""
        spoken = self._reader.spoken(text)
        return self.spoken(spoken.text, spoken.language)

    def spoken(self, text: str, language: str) -> Markup:
        """Return text in a language, marked with it where it is not the reader's."""
        if language in ("", self._reading.language):
            return escape(text)
        says = _("in another language: {language}").format(language=NATIVE_NAMES.get(language, language))
        tongue = escape(language)
        return Markup(
            f'<span lang="{tongue}">{escape(text)}</span><abbr class="tongue" title="{escape(says)}">{tongue}</abbr>'
        )

    def day(self, text: str | None) -> Markup:
        """Return a date of the record in words, with the date for machines where it is a plain day."""
        if text is None:
            return Markup("")
        written = escape(self._reader.day(text))
        if len(text) in (4, 7, 10) and text.replace("-", "").isdecimal():
            return Markup(f'<time datetime="{text}">{written}</time>')
        return written

    def rests(self, row: Mapping[str, Any]) -> Markup:
        """Return what a row rests on: what a reader must know of it, the numbers of its notes, its entries, each a link.

        That several sources say it is the rule, and is not said; nor that the founding one is among them.
        """
        parts = [self._differ(row)] if row.get("disputed") else []
        parts += [_mark(mark, words) for mark, words in self._marks(row)]
        numbers, places = self._reading.notes.of(row)
        if numbers:
            parts.append(f'<span class="rests__notes">{self._note_links(numbers)}</span>')
        if places:
            parts.append(self._entries(places))
        return Markup(f'<span class="rests">{" ".join(parts)}</span>')

    def _note_links(self, numbers: Iterable[int]) -> str:
        says = _("note {number}")
        return " ".join(
            f'<a href="#note-{one}" aria-label="{escape(says.format(number=one))}">{one}</a>'
            for one in numbers
        )

    def _differ(self, row: Mapping[str, Any]) -> str:
        """Return the mark that sources differ, which leads to where both sides stand; loud only where nothing settles it."""
        dispute = self._reading.dispute_among(row["acts"])
        if dispute is None:
            return _mark("disputed", _("sources differ"))
        href = self._reading.href(f"disputes/{dispute['id']}")
        if dispute["settled"]:
            return _mark("settled", _("sources differ, settled"), href)
        return _mark("disputed", _("sources differ"), href)

    def _marks(self, row: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return what is said of a row before its notes, each with the name of its mark."""
        marks = []
        if row.get("basis") == "derived":
            marks.append(("derived", _("derived")))
        certainty = row.get("certainty")
        among_others = certainty == "founding" and len(row.get("sources", ())) > 1
        if certainty not in (None, *AS_A_RULE) and not among_others:
            marks.append((certainty, shown(CERTAINTY_WORDS, certainty)))
        return marks

    def line(self, row: Mapping[str, Any]) -> Markup:
        """Return the line that says what an act says, its things linked."""
        return self._parts(event_parts(self._reader, row))

    def side(self, row: Mapping[str, Any]) -> Markup:
        """Return what a side of a dispute asserts."""
        return self._parts(side_parts(self._reader, row))

    def how(self, row: Mapping[str, Any], meeting: str | None = None) -> str:
        """Say by what verbs an instrument came to be."""
        return how_words(self._reader, row, meeting)

    def dispute(self, row: Mapping[str, Any]) -> Markup:
        """Return the question of a dispute."""
        if row["question"]:
            return self.words(row["question"])
        return escape(dispute_words(self._reader, row))

    def word(self, words: Mapping[str, str], value: str | None) -> str:
        """Return the word for a value of the record."""
        return shown(dict(words), value)

    def term(self, id_: str | None) -> str:
        """Return a word of the glossary."""
        return "" if id_ is None else self._reader.term(id_)

    def cited(self, source: str, passage: str | None = None) -> Markup:
        """Return the citation of a source, its title marked with its language and its address a link."""
        view, language = self._reading.view, self._reading.language
        return view.once(("cited", source, passage, language), lambda: self._cited(source, passage))

    def noted(self, note: Note) -> Markup:
        """Return a note: its citation, its source and the entries whose acts cite it, each a link; of many entries the first."""
        source = escape(self._reading.href(f"sources/{note.source}"))
        links = [f'<a href="{source}">{escape(_("the source"))}</a>']
        for place in note.places[:NOTED_ENTRIES]:
            entry = escape(self._reading.href(f"log/{place.partition('.')[0]}"))
            links.append(f'<a href="{entry}">#{place}</a>')
        more = len(note.places) - NOTED_ENTRIES
        if more > 0:
            says = ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more}
            links.append(f'<a href="{source}">{escape(says)}</a>')
        return Markup(
            f'<li id="note-{note.number}" class="notes__note">{self.cited(note.source, note.passage)}\n'
            f'<span class="notes__places">{" ".join(links)}</span></li>'
        )

    def titled(self, source: str, passage: str | None = None) -> Markup:
        """Return the citation of a source with its title, or else its id, a link to its page."""
        found = self._reading.view.source(source)
        href = self._reading.href(f"sources/{source}")
        citation = self.cited(source, passage)
        if found is None or not found.title or escape(found.title) not in citation:
            return Markup('<a href="{}">{}</a> {}').format(href, source, citation if found else "")
        title = self.spoken(found.title, found.language or "")
        plain = Markup("{}").format(found.title)
        marked = Markup('<span lang="{}">{}</span>').format(found.language, found.title)
        link = Markup('<a href="{}">{}</a>').format(href, title)
        return Markup(citation.replace(marked if marked in citation else plain, link, 1))

    def _cited(self, source: str, passage: str | None) -> Markup:
        citation = escape(self._reader.cite(source, passage))
        found = self._reading.view.source(source)
        if found is None:
            return citation
        if found.title and found.language not in (None, self._reading.language):
            marked = Markup('<span lang="{}">{}</span>').format(found.language, found.title)
            citation = Markup(citation.replace(escape(found.title), marked, 1))
        if found.address:
            link = Markup('<a href="{0}" rel="external noopener">{0}</a>').format(found.address)
            citation = Markup(citation.replace(escape(found.address), link, 1))
        return citation

    def brief_run(self, run: Run) -> Markup:
        """Return a run of a brief: its words, linked where they lead, and the numbers of its notes."""
        words = self.spoken(run.text, run.language) if run.language else escape(run.text)
        href = run.address or (None if run.thing is None else self._reading.href_of(run.thing))
        if href is not None:
            words = Markup(f'<a href="{escape(href)}">{words}</a>')
        if not run.notes:
            return words
        return Markup(f'{words}<sup class="brief__notes">{self._note_links(run.notes)}</sup>')

    def picture_cell(self, cell: Cell) -> Markup:
        """Return a cell of the table of a picture, linked where it names a thing."""
        return self._linked(Piece(cell.text, cell.language, cell.thing))

    def _entries(self, places: Sequence[tuple[int, int]]) -> str:
        """Return the entries of a row: the first as a link, and how many more there are; the notes have them all."""
        entry, place = places[0]
        says = escape(_("entry {entry} of the log").format(entry=entry))
        href = escape(self._reading.href(f"log/{entry}"))
        shown_place = f"#{entry}.{place}" if place else f"#{entry}"
        link = f'<a class="rests__entry" href="{href}" aria-label="{says}">{shown_place}</a>'
        return f"{link} +{len(places) - 1}" if len(places) > 1 else link

    def _parts(self, parts: Sequence[Part]) -> Markup:
        named = {piece.text for part in parts for piece in part if piece.thing is not None}
        parts = [part for part in parts if not all(one.thing is None and one.text in named for one in part)]
        told = [", ".join(self._linked(piece) for piece in part) for part in parts]
        return Markup(' <span class="dot">·</span> '.join(dict.fromkeys(told)))

    def _linked(self, piece: Piece) -> Markup:
        words = self.spoken(piece.text, piece.language)
        href = None if piece.thing is None else self._reading.href_of(piece.thing)
        return words if href is None else Markup(f'<a href="{escape(href)}">{words}</a>')


def _mark(mark: str, words: str, href: str | None = None) -> str:
    style = f"rests__sure rests__sure--{mark}"
    if href is None:
        return f'<span class="{style}">{escape(words)}</span>'
    return f'<a class="{style}" href="{escape(href)}">{escape(words)}</a>'
