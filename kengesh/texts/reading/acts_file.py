"""A file of acts: what a text cannot say of itself, such as reservations, comments, support, moves and withdrawals.

The file is YAML. One act is one entry of ``acts``; its first field is the act and the unit that it is about, named as the
rolling text names it (``5``, ``PP3``, ``3 (a)``, ``5 alt 1 UZB``)::

    base: 5d41402abc4b2a76b9719d911017c592ae2b1a2c3d4e5f60718293a4b5c6d7e8   # the version it is written against; optional
    filed: 2026-11-03T09:00:00Z                                            # when it was filed; optional
    language: en                                                           # of the words below; optional
    acts:
      - {reserve: 6, kind: pending-capital}
      - {comment: 6, words: annually, text: "The frequency depends on paragraph 9."}
      - {bracket: 6, words: annually, nth: 1}
      - {retain: 5, words: joint}
      - {support: 5 alt 1, of: UZB}
      - {delete: 4}
      - {move: 9, after: 5}
      - {replace: 5, words: joint, text: common}
      - {insert: 5, words: network, text: and customs}
      - {new: 5, text: "Further decide to create a secretariat;"}
      - {alternative: 5, text: "Agree to study a regional transport union;"}
      - {withdraw: 5 bis}

``words`` quotes the words that are meant, ``nth`` says which of several; an insertion comes after them, or at the end of
the unit. ``kind`` of a reservation is general (where it says none), scrutiny, linguistic or pending-capital. ``of`` is
whose proposal is supported. Every field is read as it is written: 5 and "5" are the same, and a date is never made of a
number. Aliases of YAML are not read: nothing here needs to be said twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

import yaml

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _
from kengesh.texts.reading.decoding import without_own_signs
from kengesh.texts.reading.filed import Explicit, Filed
from kengesh.texts.reading.located_yaml import LocatedYaml, line_of
from kengesh.texts.rolling import Reservation
from kengesh.texts.tokens import cleaned
from kengesh.texts.units import Text

MOST_BYTES = 512 * 1024  # some five thousand acts
_HEAD = ("base", "filed", "language", "acts")
_HASH = re.compile(r"[0-9a-f]{12,64}")


class _Form(NamedTuple):
    """Which fields an act must have, and which it may have."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


FORMS: Mapping[str, _Form] = {
    "reserve": _Form(may=("kind", "words", "nth", "text")),
    "comment": _Form(needs=("text",), may=("words", "nth")),
    "bracket": _Form(may=("words", "nth")),
    "retain": _Form(may=("words", "nth")),
    "support": _Form(needs=("of",), may=("words", "nth", "text")),
    "delete": _Form(may=("words", "nth")),
    "move": _Form(needs=("after",)),
    "replace": _Form(needs=("text",), may=("words", "nth")),
    "insert": _Form(needs=("text",), may=("words", "nth")),
    "new": _Form(needs=("text",)),
    "alternative": _Form(needs=("text",)),
    "withdraw": _Form(),
}


def read_acts(data: bytes, name: str, language: str | None = None) -> Filed:
    """Return the acts of a file; the text beside them is empty. Raises CannotRead with the line and the field."""
    reader = _Reader(name)
    head = reader.head(data)
    if "acts" not in head:
        raise reader.refusal(1, _("the field {name} is missing; it lists the acts.").format(name="acts"))
    acts = reader.acts(head["acts"])
    stated = reader.language(head.get("language")) or language or "en"
    return Filed(
        text=Text(stated, ()),
        explicit=acts,
        filed_at=reader.instant(head.get("filed")),
        digest=sha256(data).hexdigest(),
        file_name=name,
    )


def stated_base(data: bytes, name: str) -> str:
    """Return the hash of the version that a file of acts is written against; empty where it states none."""
    reader = _Reader(name)
    node = reader.head(data).get("base")
    if node is None:
        return ""
    stated = reader.scalar(node, "base")
    if not _HASH.fullmatch(stated):
        says = _(
            "{name} must be the hash of a version: 64 of the signs 0-9 and a-f, or at least the first 12."
        )
        raise reader.refusal(line_of(node), says.format(name="base"))
    return stated


class _Reader(LocatedYaml):
    """Reads the acts of one file."""

    def head(self, data: bytes) -> dict[str, yaml.Node]:
        if len(data) > MOST_BYTES:
            says = _("the file has {size} bytes, more than the {most} of a file of acts.")
            raise self.refusal(1, says.format(size=len(data), most=MOST_BYTES))
        root = self.root(data)
        fields = self.fields(root)
        for field, node in fields.items():
            if field not in _HEAD:
                raise self.refusal(line_of(node), _unknown(field, _HEAD))
        return fields

    def acts(self, node: yaml.Node) -> tuple[Explicit, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.refusal(
                line_of(node), _("{name} must be a list; each act begins with “- ”.").format(name="acts")
            )
        return tuple(self.act(one) for one in node.value)

    def act(self, node: yaml.Node) -> Explicit:
        fields = self.fields(node)
        named = [field for field in fields if field in FORMS]
        if len(named) != 1:
            says = _("expected one of {acts} with the unit that it is about; found {found}.")
            found = ", ".join(named) or ", ".join(fields) or "—"
            raise self.refusal(line_of(node), says.format(acts=", ".join(FORMS), found=found))
        act, form = named[0], FORMS[named[0]]
        self._fits(act, form, fields, node)
        said = {field: self.scalar(value, field) for field, value in fields.items()}
        self._filled(act, form, said, fields)
        return Explicit(
            act=act,
            unit=said[act],
            words=said.get("words", ""),
            nth=self._nth(said.get("nth", "1"), fields.get("nth")),
            text=cleaned(without_own_signs(said.get("text", ""))),
            after=said.get("after", ""),
            reservation=self._reservation(act, said.get("kind", ""), fields.get("kind")),
            delegation=said.get("of", ""),
        )

    def _fits(self, act: str, form: _Form, fields: Mapping[str, yaml.Node], node: yaml.Node) -> None:
        known = (act, *form.needs, *form.may)
        for field, value in fields.items():
            if field not in known:
                raise self.refusal(line_of(value), _unknown(field, known))
        for field in form.needs:
            if field not in fields:
                says = _("the act {act} needs the field {name}.")
                raise self.refusal(line_of(node), says.format(act=act, name=field))

    def _filled(
        self, act: str, form: _Form, said: Mapping[str, str], fields: Mapping[str, yaml.Node]
    ) -> None:
        """A new unit and a move may come before the first unit; every other field that is there says something."""
        for field, value in said.items():
            anchors = (act == "new" and field == "new") or field == "after"
            if not value and not anchors:
                raise self.refusal(line_of(fields[field]), _("the field {name} is empty.").format(name=field))

    def _nth(self, value: str, node: yaml.Node | None) -> int:
        if not re.fullmatch(r"[1-9]\d{0,5}", value):
            raise self.refusal(line_of(node), _("{name} must be a number from 1.").format(name="nth"))
        return int(value)

    def _reservation(self, act: str, value: str, node: yaml.Node | None) -> str:
        if act != "reserve":
            return ""
        if value and value not in list(Reservation):
            says = _("{name} must be one of {choices}; found {found}.")
            raise self.refusal(
                line_of(node), says.format(name="kind", choices=", ".join(Reservation), found=value)
            )
        return value or str(Reservation.GENERAL)

    def language(self, node: yaml.Node | None) -> str:
        if node is None:
            return ""
        stated = self.scalar(node, "language")
        if stated not in LANGUAGES:
            says = _("{name} must be one of {choices}; found {found}.")
            raise self.refusal(
                line_of(node), says.format(name="language", choices=", ".join(LANGUAGES), found=stated)
            )
        return stated

    def instant(self, node: yaml.Node | None) -> str:
        """The instant of filing in UTC, to the second."""
        if node is None:
            return ""
        try:
            at = datetime.fromisoformat(self.scalar(node, "filed"))
            if at.tzinfo is None:
                raise ValueError
        except ValueError:
            says = _(
                "{name} must be an instant with its zone, as 2026-11-03T09:00:00Z or 2026-11-03T14:00:00+05:00."
            )
            raise self.refusal(line_of(node), says.format(name="filed")) from None
        return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _unknown(field: str, known: tuple[str, ...]) -> str:
    return _("the field {name} is not known here; known are {known}.").format(
        name=field, known=", ".join(known)
    )
