"""The acts that readers write, as plain values, and the ids under which things of another record are named here.

Every act is reported and cites the source with the passage that leads back to its place in the file. What stands in an act is
English whatever the language of who reads the file, so that the same file gives the same acts everywhere. Ids come from names in the
order of the file, so the same file gives the same ids: two things whose names come to one id are told apart by a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import category, normalize

from kengesh.formats.outside.values import Act
from kengesh.terms.folding import fold
from kengesh.terms.texts import HIDING

LONGEST = 1000  # characters of a name or a passage; what is longer is cut, and shows it
LONGEST_ID = 90  # of the 120 that a slug may have, so that a number fits behind


class Ids:
    """The ids given to things, each to one thing alone."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._of: dict[object, str] = {}

    def of(self, thing: object, name: str) -> str:
        """Return the id of a thing; where it has none yet, one made from its name that no other thing has."""
        if thing not in self._of:
            stem = slug_of(name)
            made, number = stem, 1
            while made in self._taken:
                number += 1
                made = f"{stem}-{number}"
            self._taken.add(made)
            self._of[thing] = made
        return self._of[thing]

    def has(self, thing: object) -> bool:
        """Say whether a thing has its id already."""
        return thing in self._of


def slug_of(name: str) -> str:
    """Return a slug that resembles a name: ``Yugoslavia`` is ``yugoslavia``, ``AfDB`` is ``afdb``."""
    for text in (normalize("NFKD", name), fold(name)):
        plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʻʼ̀-ͯ]", "", text.casefold())).strip("-")
        if plain:
            break
    plain = plain[:LONGEST_ID].rstrip("-") or "unnamed"
    # 64 hexadecimal digits would be the id of an act
    return plain if not re.fullmatch(r"[0-9a-f]{64}", plain) else plain[:32]


def clean(text: str) -> str:
    """Return a text as an act may hold it: composed, on one line, without what shows nothing, not too long."""
    one_line = " ".join(normalize("NFC", text).split())
    shown = "".join(
        letter for letter in one_line if letter not in HIDING and category(letter) not in ("Cc", "Cs")
    )
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def words(text: str, language: str = "en", by: str = "source") -> dict[str, dict[str, str]]:
    """Return text in one language."""
    return {language: {"text": clean(text), "by": by}}


def source_act(source: str, **fields: Any) -> Act:
    """Return the registration of a source; fields that are None or empty are left out."""
    given = {name: value for name, value in fields.items() if value}
    return {"kind": "register-source/1", "voice": "reported", "source": source, **given}


def name_act(
    thing: str,
    type_: str,
    names: Mapping[str, Any],
    short: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Act:
    """Return the naming of a thing."""
    act = {"kind": "name/1", "voice": "reported", "thing": thing, "type": type_, "names": dict(names)}
    if short:
        act["short"] = dict(short)
    return {**act, **{name: value for name, value in fields.items() if value}}


def status_acts(labels: Mapping[str, str], standing: Mapping[str, str]) -> list[Act]:
    """Return the acts that name statuses and rank them in the order given; `standing` says what each comes to."""
    acts = [name_act(status, "status", words(label, by="ours")) for status, label in labels.items()]
    ranked = [{"status": status, "standing": standing.get(status, "other")} for status in labels]
    return [*acts, {"kind": "rank-statuses/1", "voice": "reported", "statuses": ranked}] if ranked else acts


def record_acts(
    keeper: str, keeper_name: str, title: str, reaches: str, method: str, licence: str
) -> list[Act]:
    """Return the acts that say what the record is: whose, how far it reaches, how it was made."""
    described = {
        "kind": "describe-record/2",
        "voice": "reported",
        "title": words(title, by="ours"),
        "mechanism": keeper,
        "reaches": reaches,
        "method": words(method, by="ours"),
        "licence": clean(licence),
        "compilers": [clean(keeper_name)],
    }
    return [name_act(keeper, "body", words(keeper_name), form="publisher"), described]


def about(kind: str, party: str, body: str, on: str, source: str, passage: str, **fields: Any) -> Act:
    """Return an act of a kind about one party in one body, on a date, with the place that says so."""
    given = {name: value for name, value in fields.items() if value is not None}
    cited = {"source": source, "passage": clean(passage)}
    act = {"kind": f"{kind}/1", "voice": "reported", "party": party, "body": body, "on": on}
    return {**act, **given, "sources": [cited]}
