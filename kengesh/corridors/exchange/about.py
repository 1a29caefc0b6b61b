"""What an exported file says of itself: which editions it is from, their licences, whom to credit, whether it is an exercise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from kengesh.corridors.exchange.rows import refuse
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import Where
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The head of an edition, as :mod:`kengesh.corridors.network.edition` has it."""

    id: str
    title: str
    day: str
    compilers: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    over: str = ""
    exercise: bool = False


def about_of(network: Network) -> About:
    """Return what there is to say of a network, of all its editions together; the day is the latest of theirs."""
    editions = network.editions
    return About(
        id=network.id,
        title=" + ".join(one.title for one in editions),
        day=max(one.day for one in editions),
        compilers=_each(one.compilers for one in editions),
        licences=_each(one.licences for one in editions),
        credits=network.credits,
        exercise=network.exercise,
    )


def told(about: About) -> dict[str, Any]:
    """Return it as the values of JSON."""
    values = {one.name: getattr(about, one.name) for one in fields(About)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def read_about(values: object, where: Where) -> About:
    """Return what the values of JSON say. Raises NetworkError."""
    if not isinstance(values, Mapping):
        raise refuse(where, _("what the file says of itself is missing: expected an object “about”."))
    taken: dict[str, Any] = {}
    for name, sample in told(About(id="", title="", day="")).items():
        value = values.get(name, sample)
        if not isinstance(value, type(sample)) or (
            isinstance(value, list) and not all(isinstance(one, str) for one in value)
        ):
            says = _("this is not what it may be: expected {what}.")
            what = (
                _("text") if sample == "" else _("true or false") if sample is False else _("a list of texts")
            )
            raise refuse(where, says.format(what=what), column=name)
        taken[name] = tuple(value) if isinstance(value, list) else value
    return About(**taken)


def _each(lists: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for some in lists for one in some))
