"""The words of the Factbook's table: which rows can be used, what their statuses are, and which of these are membership.

A status that is not membership excludes membership while it holds, so those that make a member of a sort (regional, non-permanent,
under another name) count as membership here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType

from kengesh.formats.outside.acts import clean, slug_of
from kengesh.terms.messages import _

LONGEST_NAME = 60  # characters of an organization; what is longer is a sentence that the parsing left whole
FILE_NAME = re.compile(r"\S+\.(json|html?|txt)")
NAMELESS_PAGES: Mapping[str, str] = MappingProxyType({"europe/ee.json": "European Union"})
"""Pages that name no country, by their files: EE is the Factbook's code for the European Union (Estonia is EN)."""
NO_NAMES = ("none", "na", "n-a")
MEMBER_WORDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        (
            "member",
            "regional",
            "permanent",
            "non-permanent",
            "temporary",
            "nonregional-member",
            "de-facto-member",
            "chinese-taipei",
            "taipei-china",
        ),
        "membership",
    )
)
"""Statuses that are membership: of a sort (the regional members of a bank, the seats of a council), or under another name."""
ONE_STATUS: Mapping[str, str] = MappingProxyType(
    {
        "accession-candidate": "candidate",
        "associate-member": "associate",
        "associated-member": "associate",
        "candidate-country": "candidate",
        "candidates": "candidate",
        "nonregional-members": "nonregional-member",
        "participating-member": "member",
        "partners": "partner",
        "temporarily-suspended": "suspended",
    }
)
"""Spellings of one status. The table's own words stand in the passage of each act."""


def plain(text: str) -> str:
    """Return a field as it was meant: with its HTML entities resolved, one of them without its semicolon."""
    return clean(unescape(text.replace("&nbsp", "&nbsp;").replace("&nbsp;;", "&nbsp;"))).strip(" ;:")


def unusable(country: str, organization: str, status: str) -> str | None:
    """Return why a row is left aside, None where it can be used."""
    if not country or FILE_NAME.fullmatch(country):
        return _("The country is not named.")
    if (
        not any(letter.isalpha() for letter in organization)
        or slug_of(organization) in NO_NAMES
        or organization.startswith("before ")
    ):
        return _("The organization is no name of one.")
    if len(organization) > LONGEST_NAME or ":" in organization or "following organizations" in organization:
        return _("The organization is a sentence or a list, not one name.")
    if not any(letter.isalpha() for letter in status):
        return _("The status is not a word.")
    return None


def status_id(status: str) -> str:
    """Return the id of a row's status: a remark behind a comma is left to the passage."""
    plain_status = slug_of(_first_clause(status))
    return ONE_STATUS.get(plain_status, plain_status)


def status_label(status: str) -> str:
    """Return what the status of a row is called."""
    id_ = status_id(status)
    return id_.replace("-", " ") if id_ in ONE_STATUS.values() else _first_clause(status)


def _first_clause(status: str) -> str:
    first, _comma, rest = status.partition(", ")
    return first if rest.startswith("has not") else status


def in_rank(statuses: Mapping[str, str]) -> dict[str, str]:
    """Return statuses with what is membership first, ``member`` at the head; the rest in the order of the alphabet."""
    ranked = sorted(statuses, key=lambda status: (status != "member", status not in MEMBER_WORDS, status))
    return {status: statuses[status] for status in ranked}


def standing(statuses: Mapping[str, str]) -> dict[str, str]:
    return {status: MEMBER_WORDS[status] for status in statuses if status in MEMBER_WORDS}
