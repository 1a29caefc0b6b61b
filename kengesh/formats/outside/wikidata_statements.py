"""The statements of one entity, or of one row of a query result: what it says of a membership, in plain values.

Rank, qualifiers and references are those of https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html ; of a list
of qualifiers of one property only the single one is a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kengesh.formats.outside.acts import clean
from kengesh.formats.outside.wikidata_time import date_of, date_of_query
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _

MEMBER_OF, START, END, POINT_IN_TIME = "P463", "P580", "P582", "P585"
ROLES = ("P2868", "P3831", "P794")  # subject has role, object has role, as
STATED_IN, URL, IMPORTED_FROM = "P248", "P854", "P143"
ALPHA_3, SHORT_NAME, WHY_DEPRECATED = "P298", "P1813", "P2241"
PARTY_NAMES = ("item", "state", "country", "member", "party")
BODY_NAMES = ("organization", "organisation", "org", "body", "group")
START_NAMES, END_NAMES = (
    ("start", "startTime", "starttime", "startDate"),
    ("end", "endTime", "endtime", "endDate"),
)
MOMENT_NAMES, CODE_NAMES = ("time", "pointInTime", "date"), ("iso3", "iso", "code", "alpha3")
URL_NAMES = ("reference", "url", "referenceURL")
STATEMENT_NAMES, RANK_NAMES = ("statement",), ("rank",)
READ_NAMES = frozenset(
    (
        *PARTY_NAMES,
        *BODY_NAMES,
        *(f"{name}Label" for name in (*PARTY_NAMES, *BODY_NAMES)),
        *START_NAMES,
        *END_NAMES,
        *MOMENT_NAMES,
        *CODE_NAMES,
        *URL_NAMES,
        *STATEMENT_NAMES,
        *RANK_NAMES,
    )
)
"""The variables of a query result that are read."""
UNKNOWN_VALUE = "/.well-known/genid/"  # how a query result writes an "unknown value"
QID = re.compile(r"(?:.*/)?(Q[1-9]\d*)")
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&-]{1,9}")


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity that is spoken of: its id, its labels by language, its abbreviation, its ISO code, and when it was last edited."""

    qid: str
    labels: Mapping[str, str]
    short: str | None = None
    alpha_3: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """One statement: the organization, None where it is unknown or none (`snak`), its dates, and how it is supported.

    `start` and `end` are dates of ours, None where they are not given; ``end_unknown``: it ended on a day that is not known.
    """

    statement: str
    body: str | None
    snak: str
    rank: str
    start: str | None
    end: str | None
    end_unknown: bool
    moment: str | None
    roles: Sequence[str]
    references: Sequence[str]
    imported: bool
    reason: str | None
    trouble: str | None


def thing_of(entity: Mapping[str, Any]) -> Thing:
    """Return what an entity says of itself."""
    labels = {
        code: text
        for code, one in _mapping(entity, "labels").items()
        if code in LANGUAGES and (text := clean(str(one["value"])))
    }
    codes = [
        value for one in _claims(entity, ALPHA_3) if isinstance(value := _value(one.get("mainsnak")), str)
    ]
    modified = entity.get("modified")
    return Thing(
        str(entity["id"]),
        labels,
        _short(entity),
        next(iter(codes), None),
        str(modified)[: len("2025-11-16")] if modified else None,
    )


def memberships_of(entity: Mapping[str, Any]) -> Iterator[Membership]:
    """Yield the statements of an entity that it is a member of something."""
    for one in _claims(entity, MEMBER_OF):
        snak = one.get("mainsnak") or {}
        body = _qid(_value(snak))
        qualifiers = _mapping(one, "qualifiers")
        start, _unknown, wrong_start = _date(qualifiers, START)
        end, end_unknown, wrong_end = _date(qualifiers, END)
        moment, _unknown_moment, wrong_moment = _date(qualifiers, POINT_IN_TIME)
        references = [_mapping(reference, "snaks") for reference in one.get("references") or ()]
        supporting = [words for reference in references if (words := _reference(reference))]
        yield Membership(
            str(one.get("id", "")),
            body,
            str(snak.get("snaktype", "value")),
            str(one.get("rank", "normal")),
            start,
            end,
            end_unknown,
            moment,
            [qid for role in ROLES for snak in qualifiers.get(role, ()) if (qid := _qid(_value(snak)))],
            supporting,
            bool(references) and not supporting,
            next((qid for snak in qualifiers.get(WHY_DEPRECATED, ()) if (qid := _qid(_value(snak)))), None),
            wrong_start or wrong_end or wrong_moment,
        )


def row_of(row: Mapping[str, Any]) -> tuple[Thing, Thing, Membership] | None:
    """Return party, organization and statement of a row of a query result; None where it names not both."""
    party = _thing_in(row, PARTY_NAMES, _first(row, CODE_NAMES))
    body = _thing_in(row, BODY_NAMES, None)
    if party is None or body is None:
        return None
    start, _unknown, wrong_start = _date_in(row, START_NAMES)
    end, end_unknown, wrong_end = _date_in(row, END_NAMES)
    moment, _unknown_moment, wrong_moment = _date_in(row, MOMENT_NAMES)
    url = _first(row, URL_NAMES)
    said = Membership(
        statement=(_first(row, STATEMENT_NAMES) or "").rpartition("/")[2],
        body=body.qid,
        snak="value",
        rank=(_first(row, RANK_NAMES) or "normal").rpartition("#")[2].removesuffix("Rank").casefold(),
        start=start,
        end=end,
        end_unknown=end_unknown,
        moment=moment,
        roles=(),
        references=[] if url is None else [url],
        imported=False,
        reason=None,
        trouble=wrong_start or wrong_end or wrong_moment,
    )
    return party, body, said


def _thing_in(row: Mapping[str, Any], names: Sequence[str], code: str | None) -> Thing | None:
    """Return the entity that the first of these variables holds, with its label."""
    name = next((one for one in names if one in row), "")
    qid, label = _qid(row.get(name)), clean(_first(row, (f"{name}Label",)) or "")
    return None if qid is None else Thing(qid, {"en": label} if label else {}, None, code)


def _date_in(row: Mapping[str, Any], names: Sequence[str]) -> tuple[str | None, bool, str | None]:
    """Return a date of a row, whether it is said to be unknown, and what is wrong with it."""
    text = _first(row, names)
    if text is None or UNKNOWN_VALUE in text:
        return None, text is not None, None
    try:
        on = date_of_query(text)
    except ValueError:
        return None, False, _("{text!r} is no time.").format(text=text)
    if on is None:
        return None, False, _("no date of ours can say {text}.").format(text=text)
    return on, False, None


def _first(row: Mapping[str, Any], names: Sequence[str]) -> str | None:
    """Return the first value that a row has for one of these variables."""
    return next((str(row[name]) for name in names if row.get(name)), None)


def _short(entity: Mapping[str, Any]) -> str | None:
    named = [_value(one.get("mainsnak")) for one in _claims(entity, SHORT_NAME)]
    texts = [str(one.get("text")) for one in named if isinstance(one, dict) and one.get("language") == "en"]
    aliases = _mapping(entity, "aliases").get("en") or ()
    texts += [str(one.get("value", "")) for one in aliases if isinstance(one, dict)]
    texts = [text for one in texts if (text := clean(one))]
    return next(
        (text for text in texts if ABBREVIATION.fullmatch(text)), texts[0] if texts and named else None
    )


def _claims(entity: Mapping[str, Any], property_: str) -> list[Mapping[str, Any]]:
    return [one for one in _mapping(entity, "claims").get(property_) or () if isinstance(one, dict)]


def _mapping(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return a part that is an object; an empty one is written as an empty list."""
    found = of.get(name)
    return found if isinstance(found, dict) else {}


def _value(snak: Any) -> Any:
    if not isinstance(snak, dict) or snak.get("snaktype", "value") != "value":
        return None
    return (snak.get("datavalue") or {}).get("value")


def _qid(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("id") or (f"Q{value['numeric-id']}" if "numeric-id" in value else None)
    found = QID.fullmatch(value) if isinstance(value, str) else None
    return found[1] if found else None


def _date(qualifiers: Mapping[str, Any], property_: str) -> tuple[str | None, bool, str | None]:
    """Return a date, whether it is said to be unknown, and what is wrong with it."""
    snaks = [one for one in qualifiers.get(property_) or () if isinstance(one, dict)]
    unknown = any(one.get("snaktype") == "somevalue" for one in snaks)
    values = [value for one in snaks if isinstance(value := _value(one), dict)]
    if len(values) > 1:
        return None, unknown, _("{property} stands more than once.").format(property=property_)
    if not values:
        return None, unknown, None
    try:
        on = date_of(values[0])
    except (ValueError, TypeError):
        return (
            None,
            unknown,
            _("{property} is no time: {text!r}.").format(property=property_, text=values[0].get("time")),
        )
    if on is None:
        says = _("{property} is {text}, which no date of ours can say.")
        return None, unknown, says.format(property=property_, text=values[0].get("time"))
    return on, unknown, None


def _reference(snaks: Mapping[str, Any]) -> str:
    """Return what a reference points to, nothing where it only says from which project of Wikimedia it was taken."""
    found = [str(value) for snak in snaks.get(URL) or () if isinstance(value := _value(snak), str)]
    found += [f"Wikidata {qid}" for snak in snaks.get(STATED_IN) or () if (qid := _qid(_value(snak)))]
    others = [name for name in snaks if name not in (URL, STATED_IN, IMPORTED_FROM, "P813", "P4656")]
    return "; ".join(found) or ", ".join(others)
