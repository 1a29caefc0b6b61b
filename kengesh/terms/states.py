"""States: their codes, their names in nine languages, and lists of them in the reader's own alphabet.

Codes are those of ISO 3166-1 alpha-3, all that are officially assigned; that a code stands here says nothing about the
status of what it names. Names are the short ones of Unicode CLDR, as ``data/states.json`` says with its version, and
over them those of the glossary, where it has the state: the form that the states' own texts use.

    >>> state_name("AZE", "kk")
    'Әзербайжан'
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from kengesh.terms.glossary import entry
from kengesh.terms.languages import LANGUAGES, sort_key
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class StateName:
    """A state's name in one language, and where we have it from: ``source`` (CLDR or a text seen) or ``ours``."""

    text: str
    language: str
    by: str
    origin: str


def state_codes() -> frozenset[str]:
    """Return the codes of all states."""
    return _codes()


def states() -> tuple[str, ...]:
    """Return the codes of all states, in the order of the codes."""
    return tuple(sorted(_codes()))


def state_name(code: str, language: str) -> str:
    """Return a state's short name. Raises KeyError for an unknown code or language."""
    return name_of_state(code, language).text


@cache
def name_of_state(code: str, language: str) -> StateName:
    """Return a state's short name with its origin. Raises KeyError for an unknown code or language."""
    if code not in _codes():
        raise KeyError(_("{code} is not a code of ISO 3166 alpha-3.").format(code=code))
    if language not in LANGUAGES:
        raise KeyError(
            _("there are no names of states in the language {language}.").format(language=language)
        )
    try:
        row = entry(f"state-{code.lower()}")
    except KeyError:
        return StateName(_data()["states"][code][language], language, "source", _data()["source"])
    return StateName(
        row.texts[language], language, "source" if language in row.attested else "ours", "glossary"
    )


def in_alphabet(codes: Iterable[str], language: str) -> list[str]:
    """Return codes in the order in which a reader of the language lists the names of these states."""
    return sorted(codes, key=lambda code: (sort_key(state_name(code, language), language), code))


@cache
def _codes() -> frozenset[str]:
    return frozenset(_data()["states"])


@cache
def _data() -> Any:
    return json.loads(pkgutil.get_data("kengesh.terms", "data/states.json") or b"")
