"""What every page about corridors stands on: the edition that the record names, at hand as files, and what the address lays on it.

The record has the hash of an edition, not its rows. An edition counts only where the hash of its files is that of the act; where no
files with that hash are at hand, nothing is computed, and the page says so. Looked through are the networks that come with packs.

The layer for exercises is no part of the record. It is laid on where the address asks for it, and then every page says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.network.edition import Edition
from kengesh.corridors.network.network import Network
from kengesh.desk.corridors import edition_in, model_in, shipped_folders
from kengesh.mechanism.answers import Row
from kengesh.pictures.notice import caption
from kengesh.site.corridors.asked import OPEN_ROWS, YES, asked, chosen
from kengesh.site.corridors.published import published_row, publishing
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _


@dataclass(frozen=True, eq=False)
class Ground:
    """An edition with the act that publishes it, `layer` for exercises if there is one; `exercise` and `open_` as asked for."""

    reading: Reading
    published: Row
    others: tuple[Row, ...]
    edition: Edition
    layer: Edition | None
    exercise: bool
    open_: str

    @cached_property
    def model(self) -> Model:
        """The model of what the address asks for."""
        return model_in(self.names, OPEN_ROWS[self.open_])

    @property
    def network(self) -> Network:
        """Its network."""
        return self.model.network

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the edition and of the layer laid on it."""
        return (self.edition.id, self.layer.id) if self.exercise and self.layer else (self.edition.id,)

    @property
    def kept(self) -> dict[str, str]:
        """What all addresses from here keep asking for."""
        given = {"exercise": YES if self.exercise else "", "open": self.open_}
        return {name: value for name, value in given.items() if value}

    def href(self, page: str, **more: str) -> str:
        """Return the address of a page that stands on the same."""
        return self.reading.href(page, **{**more, **self.kept})

    def titled(self, title: str) -> str:
        """Return a title, which says where numbers are made up."""
        return caption(title, self.exercise)


Shows = Callable[..., Page | Elsewhere]


def on_the_network(view: Callable[..., Page | Elsewhere]) -> Shows:
    """Return a view that is given the ground as its second argument; a page that says why where there is none."""

    @wraps(view)
    def shows(reading: Reading, **named: Any) -> Page | Elsewhere:
        rows = [published_row(act) for act in publishing(reading.view)]
        editions = [edition_in(folder) for folder in shipped_folders().values()]
        for row in rows:
            edition = next((one for one in editions if one.hash == row["sha256"]), None)
            if edition is not None:
                others = tuple(one for one in rows if one is not row)
                return view(reading, _ground(reading, row, others, edition, editions), **named)
        return Page("corridors/none.html", _("Corridors"), {"rows": rows})

    return shows


def _ground(
    reading: Reading, row: Row, others: tuple[Row, ...], edition: Edition, editions: list[Edition]
) -> Ground:
    layer = next((one for one in editions if one.over == edition.id and one.exercise), None)
    exercise = chosen(reading, "exercise", (YES,)) == YES and layer is not None
    open_ = asked(reading, "open")
    chosen(reading, "open", tuple(OPEN_ROWS))
    return Ground(reading, row, others, edition, layer, exercise, open_)
