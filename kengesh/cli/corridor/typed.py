"""What a person typed, as what it means: a network and its layers, a place, a state, the way that goods are to take.

What means nothing ends with a sentence that offers what was perhaps meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from kengesh.cli.output import fail
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import MODES
from kengesh.corridors.questions.asking import BY
from kengesh.corridors.scenarios.values import Scenario
from kengesh.desk.corridors import default_edition, edition_in, folder_of, network_in, shipped_folders
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

ALL_NAMED = 8  # of more words only those are offered that are near to what was typed


@dataclass(frozen=True)
class Way:
    """How goods are to go: by which measure, places, modes, and not through which states; the corridor that says so, if one does."""

    by: str = "time"
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    corridor: str = ""


def network_typed(given: dict[str, Any]) -> Network:
    """Return the network that was named. Raises NetworkError, OSError."""
    with by_name():
        return network_in(names_typed(given, None))


def place_typed(network: Network, text: str) -> str:
    """Return the id of a place that was typed, or leave with those that are near."""
    with by_name():
        return network.place(text).place_id


def one_of(option: str, word: str, words: Sequence[str]) -> str:
    """Return a word that is one of those that there are, or leave with them."""
    if word in words:
        return word
    near = get_close_matches(word, words, 3, 0.5)
    if near and len(words) > ALL_NAMED:
        says = _("{option}: {word} is not there. Is it one of these: {near}?")
        fail(says.format(option=option, word=word, near=", ".join(near)))
    says = _("{option}: {word} is not one of: {words}.")
    fail(says.format(option=option, word=word, words=", ".join(words) or _("(there are none)")))


def way_by(network: Network, name: str, way: Way) -> Way:
    """Return the way by a named corridor, with what was typed beside it."""
    short = {key.removeprefix("corridor/"): key for key in network.corridors}
    key = name if name in network.corridors else short[one_of("--corridor", name, list(short))]
    named = network.corridors[key]
    if way.via:
        fail(_("--corridor says by which places it leads; leave out --via."))
    avoid = tuple(dict.fromkeys((*named.avoid, *way.avoid)))
    return Way(way.by, named.via, avoid, way.modes or named.modes, key)


def ways_typed(network: Network, given: dict[str, Any]) -> tuple[Way, ...]:
    """Return the ways that were asked for: one by each corridor, or one by the other options."""
    if "by" not in given:
        return (Way(),)
    way = Way(
        one_of("--by", given["by"], BY),
        tuple(place_typed(network, one) for one in given["via"] or ()),
        tuple(state_typed("--avoid", one) for one in given["avoid"] or ()),
        tuple(one_of("--mode", one, MODES) for one in given["mode"] or ()),
    )
    named = given["corridor"] or []
    names = [named] if isinstance(named, str) else named
    return tuple(way_by(network, one, way) for one in names) or (way,)


def names_typed(given: dict[str, Any], scenario: Scenario | None) -> list[str]:
    """Return the edition and the layers that were named, and those that a scenario needs. Raises LookupError."""
    edition = given["network"] or (scenario.network if scenario else default_edition())
    names = [edition, *(given["layer"] or ()), *(scenario.layers if scenario else ())]
    if given["exercise"]:
        names += _exercises(edition)
    return list(dict.fromkeys(names))


def _exercises(edition: str) -> list[str]:
    own = edition_in(folder_of(edition)).id
    layers = [edition_in(folder) for folder in shipped_folders().values()]
    found = [one.id for one in layers if one.exercise and one.over == own]
    if not found:
        raise LookupError(_("--exercise: no pack has exercise data for the network {id}.").format(id=own))
    return found


def state_typed(option: str, code: str) -> str:
    """Return the code of a state, or leave with a sentence."""
    if not is_state_code(code):
        says = _("{option}: {code} is no state: expected its ISO 3166 code of three letters, such as KAZ.")
        fail(says.format(option=option, code=code))
    return code


@contextmanager
def by_name() -> Iterator[None]:
    """Leave with the sentence where what was typed names nothing."""
    try:
        yield
    except KeyError:
        raise
    except LookupError as error:
        fail(str(error))
