"""The rolling text as a JSON tree: the record of a compilation, read again without loss.

A rolling text written and read is an equal value, and the same value is always the same bytes. The file is made to be
compared by lines: UTF-8, one member or string a line, indented by two, members in the order in which
``kengesh.texts.rolling`` declares them, a line end at the end of the file. What has its default is left out, as there.
`format` says what the file is, and `base_hash` names the version that was compiled: it is computed again on reading::

    {
      "format": "kengesh-rolling/1",
      "base_hash": "9fb2…",
      "base": {
        "language": "en",
        "units": [
          {
            "id": "u5",
            "kind": "operative",
            "text": "Establish a joint network;",
            "number": "5."
          }
        ]
      },
      "nodes": [
        {
          "type": "base",
          "unit": {
            "id": "u5",
            "kind": "operative",
            "text": "Establish a joint network;",
            "number": "5."
          },
          "label": "5.",
          "content": [
            "Establish a ",
            {
              "id": "r1",
              "start": 4,
              "end": 5,
              "base": "joint",
              "variants": [
                {
                  "holders": [
                    "KAZ"
                  ],
                  "text": "common",
                  "amendments": [
                    "a1"
                  ]
                }
              ]
            },
            " network;"
          ]
        }
      ]
    }

A version of a text has a file of the same kind, with `format` ``kengesh-text-json/1``, `hash`, `language` and `units`.

Reading checks the shape of the file, the base's own rules and its hash. That the nodes give the base again, that every
bracket has an attribution, and the other invariants of a rolling text are checked by whoever compiles or decides.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import fields

from kengesh.terms.messages import _
from kengesh.texts.compiling.checking import contradicted
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import NotAText, Text, Unit, read_version, written
from kengesh.texts.writing.tree_shapes import WrongShape, member, members_of, parsed

ROLLING_FORMAT = "kengesh-rolling/1"
TEXT_FORMAT = "kengesh-text-json/1"


class NotARollingText(ValueError):
    """A file that is not the tree of a rolling text; says at which place, and what was expected."""


def tree_bytes(rolling: RollingText) -> bytes:
    """Return the JSON file of a rolling text."""
    head = {"format": ROLLING_FORMAT, "base_hash": rolling.base.hash}
    return _file(head | msgspec.to_builtins(rolling))


def read_tree(data: bytes) -> RollingText:
    """Return the rolling text of a file. Raises NotARollingText, also where its parts contradict each other."""
    rolling = read_shape(data)
    part = contradicted(rolling)
    if part:
        says = _("$.{part}: it contradicts the base and the amendments of the file; compile the text again.")
        raise NotARollingText(says.format(part=part))
    return rolling


def read_shape(data: bytes) -> RollingText:
    """Return the rolling text whose JSON file this is. Raises NotARollingText."""
    try:
        return _rolling(parsed(data))
    except WrongShape as error:
        raise NotARollingText(str(error)) from None


def text_json_bytes(text: Text) -> bytes:
    """Return a version as a JSON file."""
    return _file({"format": TEXT_FORMAT, "hash": text.hash} | msgspec.to_builtins(text))


def read_text_json(data: bytes) -> Text:
    """Return the version whose JSON file this is. Raises NotAText."""
    try:
        members = members_of(parsed(data), "$", ("format", "hash", "language", "units"))
        _check_format(members, TEXT_FORMAT)
        language = member(members, "language", str, "$")
        text = Text(language, member(members, "units", tuple[Unit, ...], "$"))
        _check_base(text, member(members, "hash", str, "$"), "$", "$.hash")
    except WrongShape as error:
        raise NotAText(str(error)) from None
    return text


def _file(tree: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(tree), indent=2) + b"\n"


def _rolling(tree: Any) -> RollingText:
    own = tuple(field.name for field in fields(RollingText))
    members = members_of(tree, "$", ("format", "base_hash", *own))
    _check_format(members, ROLLING_FORMAT)
    base_hash = member(members, "base_hash", str, "$")
    base = member(members, "base", Text, "$")
    rest = {
        field.name: member(members, field.name, field.type, "$")
        for field in fields(RollingText)
        if field.name != "base" and field.name in members
    }
    rolling = RollingText(base=base, **rest)
    _check_base(rolling.base, base_hash, "$.base", "$.base_hash")
    return rolling


def _check_format(members: dict[str, Any], expected: str) -> None:
    if member(members, "format", str, "$") != expected:
        says = _("$.format: expected “{expected}”, found “{found}”.")
        raise WrongShape(says.format(expected=expected, found=members["format"]))


def _check_base(text: Text, name: str, place: str, place_of_name: str) -> None:
    """Hold a version to the rules of its own file, and to the name that the tree gives it."""
    try:
        read_version(written(text))
    except NotAText as error:
        says = _("{place}: this is not a version of a text; written as its own file, {reason}")
        raise WrongShape(says.format(place=place, reason=error)) from None
    if text.hash != name:
        says = _(
            "{place}: the text that stands here has the hash {found}; it was changed after it was written."
        )
        raise WrongShape(says.format(place=place_of_name, found=text.hash))
