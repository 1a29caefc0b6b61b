"""What stands at the head of every answer: the network, the scenario, the rule of choice, and the sentences that belong to them."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import RULE
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _


def head_told(model: Model) -> Told:
    """Tell what an answer of a model rests on as a whole."""
    return {
        "network": network_told(model.network),
        "scenario": {"hash": model.scenario} if model.scenario else None,
        "open": list(model.statuses),
        "counted": list(model.bases),
        "exercise": rests_on_exercise(model),
        "rule": _(RULE),
        "notes": notes_on(model),
    }


def network_told(network: Network) -> Told:
    """Tell which network it is."""
    return {
        "id": network.id,
        "hash": network.hash,
        "title": " + ".join(one.title for one in network.editions),
        "day": max(one.day for one in network.editions),
        "exercise": network.exercise,
        "credits": list(network.credits),
        "licences": list(dict.fromkeys(licence for one in network.editions for licence in one.licences)),
        "editions": [
            {"id": one.id, "hash": one.hash, "title": one.title, "day": one.day, "exercise": one.exercise}
            for one in network.editions
        ],
    }


def rests_on_exercise(model: Model) -> bool:
    """Say whether an answer may rest on numbers that were made up for an exercise."""
    return model.network.exercise and "exercise" in model.bases


def notes_on(model: Model) -> list[str]:
    """Return the sentences that go with every answer of a model."""
    return [*([exercise_words()] if rests_on_exercise(model) else []), *credits_of(model.network)]


def exercise_words() -> str:
    """Say that an answer rests on an exercise."""
    return _(
        "Exercise data: a part of the numbers is made up for trying the tool, and describes nothing real."
    )


def credits_of(network: Network) -> list[str]:
    """Return the sentence that names whose data it is, if any is to be named."""
    return [_("Data: {credits}.").format(credits="; ".join(network.credits))] if network.credits else []
