"""The ids of things and acts, and how they are told apart.

=========  ====================================================================  =====================================
an act     SHA-256 of its canonical JSON, 64 hexadecimal digits in lower case    ``9f86d081884c7d65...``
a state    a code of ISO 3166-1 alpha-3 that is officially assigned              ``KAZ``
all else   a slug: parts of lower-case ASCII letters and digits, joined by       ``ots``, ``consultative-meeting/7``,
           single hyphens, the parts by single slashes; at most 120 characters   ``consultative-meeting/2025-08-05``
=========  ====================================================================  =====================================

The three never meet: a state's code is in capitals, and a slug of 64 hexadecimal digits is refused as a slug.
"""

from __future__ import annotations

import re

from kengesh.terms.states import state_codes

LONGEST_SLUG = 120
SHA256 = re.compile(r"[0-9a-f]{64}")  # in hexadecimal: the id of an act, the name of a text
VERIFIER_KEY = re.compile(
    r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})"
)  # name, id, base64 of type and key
STATE_CODE = re.compile(r"[A-Z]{3}")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def is_act_id(text: str) -> bool:
    """Say whether a text is the id of an act."""
    return SHA256.fullmatch(text) is not None


def is_state_code(text: str) -> bool:
    """Say whether a text is the code of a state: the form is looked at first, the list only then."""
    return STATE_CODE.fullmatch(text) is not None and text in state_codes()


def is_slug(text: str) -> bool:
    """Say whether a text is a slug."""
    return len(text) <= LONGEST_SLUG and SLUG.fullmatch(text) is not None and not is_act_id(text)


def is_thing_id(text: str) -> bool:
    """Say whether a text can be the id of a thing: a state's code or a slug."""
    return is_slug(text) or is_state_code(text)
