"""What stands before a unit, and by what name a proposal calls it.

A label is presentation: a unit's identity never changes (``units``). Three profiles number proposals differently:

``mea``
    Environmental and health negotiations, and ours unless said: a new paragraph after 5 is ``5 bis``, then ``5 ter``; an
    alternative to 5 is ``5 alt 1``.
``un-manual``
    The editorial manual of the United Nations: a new paragraph is ``5 A``, an alternative ``5 bis``.
``itu``
    The International Telecommunication Union: ``ADD 5A`` is new, ``MOD 5`` changed, ``SUP 5`` suppressed, ``NOC 5`` not
    changed.

The words are those of the text's language (``label_words``). Where numbers begin again, in each article or in an annex,
a name has that part before it: ``Article 3 (1)``. Names may be alike even so, in two annexes without a number;
:func:`units_named` gives every unit of a name. New labels do not look at the text: after 5, in a text that already has a
5 bis, the first new label is 5 bis as well, and whoever numbers passes over the names that are taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from kengesh.terms.languages import lower
from kengesh.texts.label_words import FIRST_ORDINAL, form, headings_alone, ordinals
from kengesh.texts.reading.numbers import bare_number, is_structural
from kengesh.texts.reading.styles import Style, style_of
from kengesh.texts.units import Text, Unit, UnitKind

PROFILES = ("mea", "un-manual", "itu")
ITU_ACTS = ("ADD", "MOD", "SUP", "NOC")  # the same in all languages of the Union
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COMPUTED = (UnitKind.PREAMBULAR, UnitKind.OPERATIVE)  # print a computed label where they have no number


class Label(Struct, frozen=True):
    """What is printed before a unit, and what a proposal calls it.

    `printed` is the number as the version has it, or a computed one for preambular and operative paragraphs, cells and
    footnotes; empty for the rest. `name` is never empty, and a sub-paragraph's begins with its parents'.
    """

    printed: str
    name: str


def labels_of(text: Text, profile: str = "mea") -> dict[str, Label]:
    """Return the label of each unit, by its id. Raises ValueError for a profile that is none of ours."""
    _checked(profile)
    own = [_own_name(unit, text.language) for unit in text.units]
    times = Counter(
        name for name, unit in zip(own, text.units, strict=True) if unit.kind is not UnitKind.SUBPARAGRAPH
    )
    naming = _Naming(text.language, frozenset(name for name in times if times[name] > 1))
    return {
        unit.id: naming.label(unit, name, count)
        for name, (unit, count) in zip(own, _counted(text), strict=True)
    }


def units_named(text: Text, name: str, profile: str = "mea") -> tuple[str, ...]:
    """Return the ids of the units of this name or id, in the order of the text; more than one where numbers begin again."""
    wanted = bare_number(name.strip()).casefold()
    return tuple(
        id for id, label in labels_of(text, profile).items() if wanted in (label.name.casefold(), id)
    )


def new_label(name: str, nth: int, profile: str, language: str) -> str:
    """Return the label of the `nth` new unit, from 1, after the unit of a name; an empty name is the beginning.

    >>> new_label("5", 1, "mea", "en"), new_label("5", 2, "mea", "ru"), new_label("5 bis", 1, "mea", "en")
    ('5 bis', '5 тер', '5 ter')
    >>> new_label("5", 27, "un-manual", "en"), new_label("5", 1, "itu", "en"), new_label("", 1, "mea", "en")
    ('5 AA', 'ADD 5A', '0 bis')
    """
    _checked(profile)
    name = name or "0"
    if profile == "itu":
        return f"ADD {name}{_letters(nth)}"
    return f"{name} {_letters(nth)}" if profile == "un-manual" else _with_ordinal(name, nth, language)


def alternative_label(name: str, nth: int, profile: str, language: str) -> str:
    """Return the label of the `nth` alternative, from 1, to the unit of a name.

    >>> alternative_label("5", 1, "mea", "en"), alternative_label("5", 2, "mea", "tr"), alternative_label("5", 1, "mea", "ru")
    ('5 alt 1', '5 seçenek 2', '5 альт. 1')
    >>> alternative_label("5", 2, "un-manual", "en"), alternative_label("5", 1, "itu", "en")
    ('5 ter', 'MOD 5 (option 1)')
    """
    _checked(profile)
    if profile == "itu":
        return f"MOD {name} {form(language, 'option').format(n=nth)}"
    if profile == "un-manual":
        return _with_ordinal(name, nth, language)
    return f"{name} {form(language, 'alternative').format(n=nth)}"


def changed_label(name: str, act: str) -> str:
    """Return the label of a unit by what happens to it, in the profile itu: MOD 5, SUP 5, NOC 5."""
    if act not in ITU_ACTS:
        raise ValueError(f"{act} is none of {', '.join(ITU_ACTS)}")
    return f"{act} {name}"


def _checked(profile: str) -> None:
    if profile not in PROFILES:
        raise ValueError(f"{profile} is none of the profiles {', '.join(PROFILES)}")


def _with_ordinal(name: str, nth: int, language: str) -> str:
    """5 bis; after 5 bis comes 5 ter, since nobody writes 5 bis bis. Beyond the twentieth, 5 (21)."""
    words = ordinals(language)
    stem, _, last = name.rpartition(" ")
    if stem and last in words:
        name, nth = stem, nth + words.index(last) + 1
    return f"{name} {words[nth - 1]}" if nth <= len(words) else f"{name} ({nth - 1 + FIRST_ORDINAL})"


def _letters(nth: int) -> str:
    """A, B, ... Z, AA, AB."""
    written = ""
    while nth:
        nth, at = divmod(nth - 1, len(_LETTERS))
        written = _LETTERS[at] + written
    return written


def _counted(text: Text) -> Iterator[tuple[Unit, int]]:
    """Each unit with its place among those of its kind, from 1; a cell with the place of its table."""
    kinds: Counter[UnitKind] = Counter()
    tables: dict[str, int] = {}
    for unit in text.units:
        kinds[unit.kind] += 1
        if unit.place is not None:
            yield unit, tables.setdefault(unit.place.table, len(tables) + 1)
        else:
            yield unit, kinds[unit.kind]


class _Naming:
    """Names units in the order of the text; knows the part of the text, and the paragraphs above the next one."""

    def __init__(self, language: str, repeated: frozenset[str]) -> None:
        self.language, self.repeated = language, repeated
        self.part, self.part_numbered = "", False
        self.met: set[str] = set()
        self.above: list[tuple[int, str]] = []
        self.bullets: Counter[str] = Counter()

    def label(self, unit: Unit, own: str, count: int) -> Label:
        if unit.kind is UnitKind.SUBPARAGRAPH:
            return Label(unit.number, self._below(unit))
        computed = _computed(unit, count, self.language)
        name = self._in_part(own) if own else computed
        if unit.kind is UnitKind.FOOTNOTE or unit.place is not None:
            return Label(unit.number or computed, name)
        if unit.kind is UnitKind.HEADING or is_structural(own):
            self.part, self.part_numbered = name, bool(own)
        self.above = [(0, name)]
        return Label(unit.number or (computed if unit.kind in _COMPUTED else ""), name)

    def _in_part(self, own: str) -> str:
        """A name with its part before it, where the number stands elsewhere too; the first keeps it bare under a bare heading."""
        first = own not in self.met
        self.met.add(own)
        if (
            own not in self.repeated
            or not self.part
            or is_structural(own)
            or (first and not self.part_numbered)
        ):
            return own
        return f"{self.part} ({own})"

    def _below(self, unit: Unit) -> str:
        level = max(unit.level, 1)
        while self.above and self.above[-1][0] >= level:
            self.above.pop()
        name = self._joined(self.above[-1][1] if self.above else "", unit)
        self.above.append((level, name))
        return name

    def _joined(self, parent: str, unit: Unit) -> str:
        style = style_of(unit.number) if unit.number else Style.BULLET
        if style is Style.BULLET:
            self.bullets[parent] += 1
            return f"{parent} • {self.bullets[parent]}".strip()
        bare = bare_number(unit.number)
        if style is Style.DECIMAL:
            return self._in_part(bare)
        return f"{parent} ({bare})" if style is Style.FIGURE and parent else f"{parent} {bare}".strip()


def _own_name(unit: Unit, language: str) -> str:
    """The number that the version gives the unit; of a heading such as "Article 3" or "Annex", its text."""
    if unit.kind is UnitKind.FOOTNOTE or unit.place is not None:
        return ""  # a footnote 1 and a cell 1 are not paragraph 1
    text = bare_number(unit.text)
    if not unit.number and unit.kind is UnitKind.HEADING:
        return text if is_structural(text) or lower(text, language) in headings_alone(language) else ""
    return bare_number(unit.number)


def _computed(unit: Unit, count: int, language: str) -> str:
    if unit.place is not None:
        return form(language, "cell").format(table=count, row=unit.place.row, column=unit.place.column)
    if unit.kind is UnitKind.FOOTNOTE:
        return form(language, "footnote").format(n=bare_number(unit.number) or count)
    known = unit.kind in (*_COMPUTED, UnitKind.TITLE, UnitKind.HEADING)
    return form(language, unit.kind if known else "paragraph").format(n=count)
