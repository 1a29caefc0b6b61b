"""The lists to choose from when a claim is built: the things of a type, in the reader's alphabet.

At most so many are offered; of a record that has more, the claim can still be typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kengesh.acts.kinds.meetings import CAPACITIES
from kengesh.mechanism.names import type_of
from kengesh.site.claims.choices import SAYS, WHOM
from kengesh.site.claims.choosing import Choosing, how_words
from kengesh.site.claims.fields import FIELDS, OPTION_WORDS, SEVERAL, Field
from kengesh.site.reading import Reading
from kengesh.terms.messages import _

MOST_OFFERED = 400
LISTED = {"meeting": "meetings", "body": "bodies", "instrument": "instruments", "proposal": "proposals"}
"""The question that lists the things of a type; others are those that the record names."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value to choose: its words, their language where it is not the reader's own, whether it is chosen."""

    value: str
    words: str
    language: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A field as the form shows it; `is_cut` says that there are more things than are offered."""

    name: str
    label: str
    sort: str
    value: str
    options: tuple[Option, ...]
    must: bool
    can_be_blank: bool
    is_cut: bool
    fault: str


def form_of(reading: Reading, choosing: Choosing) -> dict[str, Any]:
    """Return the form: the choices that decide the fields, and the fields."""
    of = choosing.of
    return {
        "how": [
            Option(value, words, "", value == choosing.how.value.replace(" ", "-"))
            for value, words in how_words().items()
        ],
        "count": choosing.chosen.get("count", ""),
        "whom": [Option(name, _(one.words), "", name == choosing.whom) for name, one in WHOM.items()],
        "says": [Option(name, _(SAYS[name].words), "", name == choosing.says) for name in choosing.fitting()],
        "is_said": choosing.says is not None,
        "fields_of_whom": _shown(reading, choosing, of.fields if of else ()),
        "fields_of_says": _shown(reading, choosing, choosing.fields[len(of.fields) :] if of else ()),
        "faults": choosing.faults,
        "described": lambda name: _described(choosing, name),
    }


def label_of(name: str) -> str:
    """Return what a field of the form is called."""
    labels = {"whom": _("Of whom"), "says": _("What is said of them"), "count": _("So many")}
    return labels[name] if name in labels else _(FIELDS[name].label)


def _described(choosing: Choosing, name: str) -> Markup:
    """Return the attributes that lead a reader from a field to the sentence on what is wrong with it."""
    if name not in choosing.faults:
        return Markup("")
    return Markup(' aria-invalid="true" aria-describedby="fault-{}"').format(name)


def _shown(reading: Reading, choosing: Choosing, names: Iterable[str]) -> list[Shown]:
    return [_field(reading, choosing, name, FIELDS[name]) for name in names]


def _field(reading: Reading, choosing: Choosing, name: str, one: Field) -> Shown:
    value = choosing.chosen.get(name, "")
    options = _options(reading, one, value.split(",") if name in SEVERAL else [value])
    return Shown(
        name,
        _(one.label),
        one.sort,
        value,
        tuple(options[:MOST_OFFERED]),
        one.must,
        one.can_be_blank,
        len(options) > MOST_OFFERED,
        choosing.faults.get(name, ""),
    )


def _options(reading: Reading, one: Field, chosen: Iterable[str]) -> list[Option]:
    wanted = set(chosen)
    if one.sort == "word":
        return [Option(word, _(OPTION_WORDS[word]), "", word in wanted) for word in one.words]
    found = []
    for type_ in one.types:
        if type_ == "capacity":
            found += [Option(word, reading.reader.term(word), "", word in wanted) for word in CAPACITIES]
            continue
        if type_ == "status":
            found.append(Option("member", _("member, of whatever sort"), "", "member" in wanted))
        things = [thing for thing in _things(reading, type_) if (type_, thing) != ("status", "member")]
        for thing in things:
            name = reading.reader.named(thing)
            tongue = "" if name.language == reading.language else name.language
            found.append(Option(thing, name.text, tongue, thing in wanted))
    return found


def _things(reading: Reading, type_: str) -> list[str]:
    """Return the things of a type in the reader's alphabet; meetings as the record has them, the last first."""
    if type_ == "meeting":
        return [one["id"] for one in reading.ask("meetings")["answer"]][::-1]
    if type_ == "party":
        return reading.reader.sorted({one["party"] for one in reading.ask("parties")["answer"]})
    if type_ in LISTED:
        return reading.reader.sorted(one["id"] for one in reading.ask(LISTED[type_])["answer"])
    return reading.reader.sorted(reading.view.once(("offered", type_), lambda: _named(reading, type_)))


def _named(reading: Reading, type_: str) -> list[str]:
    view = reading.view
    named = dict.fromkeys(view.shown(act.get("thing")) for act in view.of_kind("name"))
    return [thing for thing in named if type_of(view, thing) == type_]
