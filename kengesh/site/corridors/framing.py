"""A page about corridors: what all of them have around what each one shows."""

from __future__ import annotations

from typing import Any

from kengesh.corridors.network.numbers import RULE
from kengesh.corridors.told.head import credits_of, exercise_words
from kengesh.pictures.quantity import written
from kengesh.site.clocks import NAMES
from kengesh.site.corridors.asked import ASKED_OF_CORRIDORS
from kengesh.site.corridors.ground import Ground
from kengesh.site.corridors.offering import foreign
from kengesh.site.corridors.says_who import SaysWho
from kengesh.site.corridors.words import MODE_WORDS, OPEN_WORDS, STATUS_WORDS, quantity_word, said
from kengesh.site.shows import Page
from kengesh.terms.messages import N_, _

WAYS = {
    "corridors": N_("The network"),
    "corridors/route": N_("A route"),
    "corridors/compare": N_("Two side by side"),
    "corridors/promised": N_("Promised and modelled"),
    "corridors/checks": N_("Checks"),
}


def framed(
    ground: Ground,
    template: str,
    title: str,
    found: dict[str, Any],
    *,
    with_choices: bool = True,
    status: int = 200,
) -> Page:
    """Return a page with the ways between the pages, the choices that hold for all, and the notes on numbers.

    Without choices, the page is of the network as it is.
    """
    frame = {
        "ground": ground,
        "kept": ground.kept if with_choices else {},
        "ways": [(_(words), ground.href(page), page == ground.reading.page) for page, words in WAYS.items()],
        "choices": _choices(ground) if with_choices else [],
        "exercise_words": exercise_words() if ground.exercise else "",
        "says_who": SaysWho(),
        "rule": _(RULE),
        "credit_words": credits_of(ground.network),
        "foreign": foreign(ground),
        "written": written,
        "mode_word": lambda mode: said(MODE_WORDS, mode),
        "status_word": lambda status: said(STATUS_WORDS, status),
        "quantity_word": quantity_word,
    }
    return Page(f"corridors/{template}.html", ground.titled(title), {**frame, **found}, status=status)


def _choices(ground: Ground) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Return the plain choices: whose numbers count, and which rows are open, each as words, address, whether it is chosen."""
    found = []
    if ground.layer is not None:
        words = [_("public sources alone"), _("with exercise data")]
        options = [
            (says, _other(ground, "exercise", value), ground.exercise == bool(value))
            for says, value in zip(words, ("", "yes"), strict=True)
        ]
        found.append((_("Numbers"), options))
    options = [
        (_(says), _other(ground, "open", value), ground.open_ == value) for value, says in OPEN_WORDS.items()
    ]
    found.append((_("Open to travel"), options))
    return found


def _other(ground: Ground, name: str, value: str) -> str:
    """Return the address of this page with another choice; without the layer for exercises there are no goods."""
    reading = ground.reading
    dropped = {name, *NAMES, *(("commodity", "by") if name == "exercise" and not value else ())}
    kept = {
        one: said
        for one, said in reading.query.items()
        if one in ASKED_OF_CORRIDORS and one not in dropped and said.strip()
    }
    return reading.href(reading.page, **kept, **({name: value} if value else {}))
