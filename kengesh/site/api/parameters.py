"""What a question may be asked with, over the web: its own arguments, the clocks, the language, the place in a long list.

All of it is worked out from the registry of questions, so that a question that is added there can be asked here. What a
parameter may hold is a pattern or a list of words, which the description publishes and which is kept to: an address that does not
fit is refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import Parameter as Argument
from inspect import signature
from typing import Any
from urllib.parse import parse_qsl

from kengesh.acts import Registry
from kengesh.acts.shapes import Choice
from kengesh.charter import all_kinds
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.questions.proposals import STEPS
from kengesh.site.clocks import NAMES
from kengesh.terms.dates import parse_day
from kengesh.terms.identifiers import LONGEST_SLUG, SLUG
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _

LONGEST_QUERY = 1_000  # characters; as for pages
MOST_PARAMETERS = 40
LONGEST_SHOWN = 60  # characters of what was given, in a sentence
LARGEST_NUMBER = 10**12 - 1
ROWS = 1_000  # where no limit is given
MOST_ROWS = 5_000

YEAR = "(?!0000|9999)[0-9]{4}"
FOURS = "(?:0[48]|[2468][048]|[13579][26])"
LEAP_YEAR = f"(?:[0-9]{{2}}{FOURS}|{FOURS}00)"
DAY_OF_MONTH = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
DAY = f"(?:{YEAR}-{DAY_OF_MONTH}|{LEAP_YEAR}-02-29)"
HOUR = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT = f"{DAY}T{HOUR}:[0-5][0-9](?:Z|[+-]{HOUR})"
THING = rf"(?:[A-Z]{{3}}|{SLUG.pattern})"
ACT = r"(?:[0-9a-f]{4,64}|#[0-9]{1,12}\.[0-9]{1,12}|[a-z0-9]+(?:[-/.][a-z0-9]+)*)"

DESCRIPTIONS = {
    "on": "The day that the answer is of; by default the last day that the sources reach, or today if that is earlier.",
    "known_at": "What this record held: a number of entries, or a day or a moment (all entries made by then); by default all.",
    "reported_by": "The last day of the sources that count; by default all sources do.",
    "lang": "The language of the sentences in the answer.",
    "limit": "How many rows of each table to give at most.",
    "offset": "How many rows of each table to leave out before.",
    "table": "Which table of the answer to give.",
    "q": "The words to look for; the last may be unfinished.",
    "claim": "The claim as text, as the page of claims explains it; things by their id, or by a name in any of the nine languages.",
    "document": "A source of which the statements are wanted.",
}


class Refused(ValueError):
    """An address that asks for what there is not; the sentence says what there is."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of an address: what it may hold, as JSON Schema says it, and whether it must be there."""

    name: str
    schema: Mapping[str, Any]
    description: str
    required: bool = False

    def read(self, text: str) -> Any:
        """Return the value that a text stands for. Raises Refused."""
        if self.schema["type"] == "integer":
            return self._number(text)
        words = self.schema.get("enum")
        if words is not None and text not in words:
            says = _("{name}: {given} is not one of: {words}.")
            raise Refused(says.format(name=self.name, given=_short(text), words=", ".join(words)))
        if not self.schema.get("minLength", 0) <= len(text) <= self.schema.get("maxLength", LONGEST_QUERY):
            says = _("{name}: expected {least} to {most} characters, found {length}.")
            least, most = self.schema.get("minLength", 0), self.schema.get("maxLength", LONGEST_QUERY)
            raise Refused(says.format(name=self.name, least=least, most=most, length=len(text)))
        if not re.search(self.schema.get("pattern", ""), text) or text.endswith("\n"):
            says = _("{name}: {given} does not have the form of one, such as {example}.")
            raise Refused(says.format(name=self.name, given=_short(text), example=self.schema["examples"][0]))
        if self.schema.get("format") == "date":
            self._day(text)
        return text

    def _number(self, text: str) -> int:
        least, most = self.schema["minimum"], self.schema["maximum"]
        if (
            text.isascii()
            and text.isdecimal()
            and len(text) <= len(str(LARGEST_NUMBER))
            and least <= int(text) <= most
        ):
            return int(text)
        says = _("{name}: expected a whole number from {least} to {most}, found {given}.")
        raise Refused(says.format(name=self.name, least=least, most=most, given=_short(text)))

    def _day(self, text: str) -> None:
        try:
            parse_day(text)
        except ValueError as error:
            raise Refused(f"{self.name}: {error}") from None


def of_question(question: str) -> tuple[Parameter, ...]:
    """Return the parameters that a question takes as its arguments."""
    takes = list(signature(QUESTIONS[question]).parameters.values())[1:]
    return tuple(_argument(question, one) for one in takes)


@cache
def common(rows: int = ROWS) -> tuple[Parameter, ...]:
    """Return the parameters that every question takes besides; `rows` are given of a table where no limit is."""
    day = {"type": "string", "format": "date", "pattern": f"^{DAY}$", "examples": ["2025-11-16"]}
    size = {
        "type": "string",
        "pattern": f"^(?:[0-9]{{1,12}}|{DAY}|{MOMENT})$",
        "examples": ["1200", "2026-01-31", "2026-01-31T12:00:00Z"],
    }
    return (
        Parameter("on", day, DESCRIPTIONS["on"]),
        Parameter("known_at", size, DESCRIPTIONS["known_at"]),
        Parameter("reported_by", day, DESCRIPTIONS["reported_by"]),
        Parameter("lang", {"type": "string", "enum": list(LANGUAGES), "default": "en"}, DESCRIPTIONS["lang"]),
        *paging(rows),
    )


def paging(rows: int) -> tuple[Parameter, ...]:
    """Return the parameters by which a long list is gone through."""
    limit = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": rows}
    offset = {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER, "default": 0}
    return (
        Parameter("limit", limit, DESCRIPTIONS["limit"]),
        Parameter("offset", offset, DESCRIPTIONS["offset"]),
    )


def words_sought() -> Parameter:
    """Return the parameter that holds the words to look for."""
    holds = {
        "type": "string",
        "minLength": 1,
        "maxLength": 200,
        "pattern": r"[0-9A-Za-z\u00C0-\u024F\u0400-\u052F]",
        "examples": ["Aktau"],
    }
    return Parameter("q", holds, DESCRIPTIONS["q"], required=True)


def table(names: Iterable[str]) -> Parameter:
    """Return the parameter that names a table of an answer."""
    return Parameter(
        "table", {"type": "string", "enum": list(names), "default": "answer"}, DESCRIPTIONS["table"]
    )


def read_query(query: str, takes: Iterable[Parameter]) -> dict[str, Any]:
    """Read what an address asks for after its question mark, as a server hands it over. Raises Refused."""
    by_name = {one.name: one for one in takes}
    given: dict[str, Any] = {}
    for name, value in _pairs(query):
        if name not in by_name:
            says = _("{name} is not a parameter here; there are: {names}.")
            raise Refused(says.format(name=_short(name), names=", ".join(by_name)))
        if name in given:
            raise Refused(_("{name} is given twice; give it once.").format(name=name))
        given[name] = by_name[name].read(value)
    for one in by_name.values():
        if one.required and one.name not in given:
            says = _("{name} is missing; this address takes: {names}.")
            raise Refused(says.format(name=one.name, names=", ".join(by_name)))
    return given


def own_arguments(question: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return of what was given the arguments of the question itself."""
    return {one.name: given[one.name] for one in of_question(question) if one.name in given}


def clocks(given: Mapping[str, Any]) -> dict[str, str]:
    """Return of what was given the clocks."""
    return {name: given[name] for name in NAMES if name in given}


def _pairs(query: str) -> list[tuple[str, str]]:
    if len(query) > LONGEST_QUERY:
        says = _("the address is too long: at most {most} characters may follow its question mark.")
        raise Refused(says.format(most=LONGEST_QUERY))
    try:
        text = query.encode("latin-1").decode("utf-8")  # a server hands the bytes over so
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeError:
        raise Refused(_("the address is not written in UTF-8.")) from None
    except ValueError:
        raise Refused(_("too many parameters: at most {most}.").format(most=MOST_PARAMETERS)) from None


def _argument(question: str, argument: Argument) -> Parameter:
    name, required = argument.name, argument.default is argument.empty
    return Parameter(name, _holds(question, argument), _described(name), required)


def _holds(question: str, argument: Argument) -> dict[str, Any]:
    """Return what an argument of a question may hold, by its type and its name."""
    if str(argument.annotation).startswith("int"):
        return {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER}
    words = _words(question, argument.name)
    if words:
        return {"type": "string", "enum": list(words)}
    if argument.name in ("start", "end"):
        return {"type": "string", "format": "date", "pattern": f"^{DAY}$", "examples": ["2025-11-16"]}
    if argument.name == "act":
        return {"type": "string", "pattern": f"^{ACT}$", "maxLength": LONGEST_SLUG, "examples": ["#12.0"]}
    return {
        "type": "string",
        "pattern": f"^{THING}$",
        "maxLength": LONGEST_SLUG,
        "examples": ["consultative-meeting"],
    }


def _described(name: str) -> str:
    says = {
        "start": "The first: a day, or the number of an entry.",
        "end": "The end: a day, or the number of the entry after the last.",
        "entry": "The number of the entry.",
        "act": "The id of the act, or its beginning, its place in the log, or its row in a pack.",
        "fate": "Only proposals of this fate.",
        "outcome": "Only commitments that stand so.",
    }
    return says.get(name, "A state by its code, or the id of a thing of the record.")


@cache
def _words(question: str, name: str) -> tuple[str, ...]:
    """Return the words that an argument may be, as the kinds of act choose them; nothing where it is no choice."""
    choosing: dict[tuple[str, str], Callable[[Registry], Iterable[str]]] = {
        ("proposals", "fate"): lambda kinds: [
            *STEPS.values(),
            *_choice(kinds, "decide-on/1", "outcome"),
            "not-known",
        ],
        ("commitments", "outcome"): lambda kinds: [*_choice(kinds, "report/1", "outcome"), "not-known"],
    }
    work = choosing.get((question, name))
    return () if work is None else tuple(dict.fromkeys(work(all_kinds())))


def _choice(kinds: Registry, kind: str, field: str) -> tuple[str, ...]:
    shape = kinds[kind].shapes[field].shape
    return shape.of if isinstance(shape, Choice) else ()


def _short(text: str) -> str:
    """Return a text as a sentence may repeat it: printable, and not long."""
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."
    return shown if shown.isprintable() and shown else ascii(shown)
