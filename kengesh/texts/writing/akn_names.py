"""Names in Akoma Ntoso: the addresses of a Work and its Expressions, and the ids of elements.

By the naming convention (docs.oasis-open.org/legaldocml/akn-nc/v1.0): ``/akn/un/doc/declaration/2026-08-05/joint-network``
is a Work, ``…/eng@2026-08-05`` its Expression in English as of a day, ``….xml`` a Manifestation of that. The languages of
one text share the Work's address. A second version of the same day adds ``-v2`` to its day, which the convention leaves
to whoever names.

An ``eId`` says where an element stands and what is printed before it: ``sec_1__para_5__list_1__point_a``. Numbers are
taken in small letters without their stops; an element without one is counted among its like, ``nn_1``; where two would
have one id, the later one is counted on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date as Day
from types import MappingProxyType

from msgspec import Struct

from kengesh.terms.messages import _

# ISO 639-2, the codes for terminology.
ALPHA_3: Mapping[str, str] = MappingProxyType(
    {
        "en": "eng",
        "tr": "tur",
        "ru": "rus",
        "az": "aze",
        "kk": "kaz",
        "ky": "kir",
        "tg": "tgk",
        "tk": "tuk",
        "uz": "uzb",
    }
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[a-z]{2}(?:-[a-z0-9]+)?")
_NOT_IN_NUMBERS = re.compile(r"[^\w]+")


class NotAName(ValueError):
    """Something that cannot stand in the address of a text; says what was expected."""


class Named(Struct, frozen=True, kw_only=True):
    """What a text is called in the world: the parts of its addresses. Dates are days, ISO 8601."""

    work: str  # a short name: joint-logistics-network
    country: str = "un"
    subtype: str = "declaration"
    date: str  # of the Work
    expressed: str = ""  # the day of this version; the Work's where empty
    version: int = 1
    title: str = ""
    author: str = ""
    translated_from: str = ""  # the language that this one is translated from

    @property
    def day(self) -> str:
        """The day of the version."""
        return self.expressed or self.date

    def work_uri(self) -> str:
        """Return the address of the Work."""
        return f"/akn/{self.country}/doc/{self.subtype}/{self.date}/{self.work}"

    def expression_uri(self, language: str) -> str:
        """Return the address of the Expression in one of our languages."""
        again = f"-v{self.version}" if self.version > 1 else ""
        return f"{self.work_uri()}/{ALPHA_3[language]}@{self.day}{again}"


def checked(named: Named) -> Named:
    """Return a name whose parts can stand in an address. Raises NotAName."""
    for what, value, form in (
        (_("the work"), named.work, _SLUG),
        (_("the subtype"), named.subtype, _SLUG),
        (_("the country"), named.country, _COUNTRY),
    ):
        if not form.fullmatch(value):
            says = _(
                "{what} is “{value}”; expected small Latin letters, digits and hyphens, as in {example}."
            )
            example = "un" if form is _COUNTRY else "joint-logistics-network"
            raise NotAName(says.format(what=what, value=value, example=example))
    for value in (named.date, named.day):
        try:
            exact = Day.fromisoformat(value).isoformat() == value
        except ValueError:
            exact = False
        if not exact:
            says = _("“{value}” is not a day; expected year, month and day, as in 2026-08-05.")
            raise NotAName(says.format(value=value))
    if named.version < 1:
        raise NotAName(_("the version is {value}; versions are counted from 1.").format(value=named.version))
    return named


class ElementIds:
    """Gives each element of one document its eId, and remembers which unit has which."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._counted: dict[str, int] = {}
        self.of_units: dict[str, str] = {}

    def only(self, prefix: str, name: str) -> str:
        """Return the id of an element of which there is one in the element whose id is `prefix`."""
        own = f"{prefix}__{name}"
        return self.new(prefix, name) if own in self._given else self._give(own)

    def new(self, prefix: str, name: str, number: str = "") -> str:
        """Return an id under the element whose id is `prefix`, for an element that is called `name` in ids."""
        stem = f"{prefix}__{name}" if prefix else name
        said = _NOT_IN_NUMBERS.sub("-", number.lower()).strip("-_")
        own = f"{stem}_{said}" if said else ""
        while not own or own in self._given:
            self._counted[stem] = self._counted.get(stem, 0) + 1
            own = f"{stem}_{said + '-' if said else 'nn_'}{self._counted[stem]}"
        return self._give(own)

    def _give(self, own: str) -> str:
        self._given.add(own)
        return own
