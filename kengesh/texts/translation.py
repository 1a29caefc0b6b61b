"""The identities of a translation's units: those of the original, unit by unit, since a unit is one in all languages."""

from __future__ import annotations

import re
from itertools import zip_longest

from msgspec import structs

from kengesh.terms.messages import _
from kengesh.texts.labels import labels_of
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS, footnote_mark
from kengesh.texts.units import Place, Text, Unit

_MARK = re.compile(f"{FOOTNOTE_OPENS}([^{FOOTNOTE_CLOSES}]+){FOOTNOTE_CLOSES}")
_SHOWN = 60  # letters of a unit, by which a person finds it


class LanguagesPart(ValueError):
    """A translation whose units are not those of the original; names the first unit where they part."""

    def __init__(self, at: int, original: str, translation: str) -> None:
        self.at = at
        says = _(
            "unit {at}: the original has {original}, the translation {translation}; "
            "from here on the languages do not have the same units. Put the translation right, or the original."
        )
        super().__init__(says.format(at=at + 1, original=original, translation=translation))


def with_ids_of(translation: Text, original: Text) -> Text:
    """Return a translation whose units have the ids of the original's, and so have the marks of its footnotes.

    Raises LanguagesPart where the kinds, the levels, or the places of cells do not agree in order, or one text is longer.
    """
    for at, (theirs, ours) in enumerate(zip_longest(translation.units, original.units)):
        if theirs is None or ours is None or _shape(theirs) != _shape(ours):
            raise LanguagesPart(at, _shown(original, ours), _shown(translation, theirs))
    ids = {theirs.id: ours.id for theirs, ours in zip(translation.units, original.units, strict=True)}
    pairs = zip(translation.units, original.units, strict=True)
    return translation.with_units([_renamed(theirs, ours, ids) for theirs, ours in pairs])


def _shape(unit: Unit) -> tuple[object, ...]:
    place = unit.place
    return unit.kind, unit.level, place and (place.row, place.column, place.rows, place.columns)


def _renamed(theirs: Unit, ours: Unit, ids: dict[str, str]) -> Unit:
    text = _MARK.sub(lambda mark: footnote_mark(ids.get(mark[1], mark[1])), theirs.text)
    place: Place | None = ours.place  # the table's name, too, is one in all languages
    return structs.replace(theirs, id=ours.id, text=text, place=place)


def _shown(text: Text, unit: Unit | None) -> str:
    if unit is None:
        return _("nothing more")
    says = _("{label} ({kind}, level {level}) “{words}”")
    label = labels_of(text)[unit.id].name
    return says.format(label=label, kind=unit.kind, level=unit.level, words=unit.text[:_SHOWN])
