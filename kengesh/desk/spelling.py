"""From a row as a person writes it to the act that is entered: the short forms of a file of rows, spelled out.

- ``act: hold`` is kind ``hold/1``; ``voice`` is ``reported`` where it is left out; a kind that has a field ``act`` of its
  own, such as ``correct``, is written ``kind: correct``;
- text without a language is English and ours; ``ru: words`` is ours; ``ru: {text: words, by: source}`` says whose;
- a source may be cited by its id or by the address under which it is registered;
- ``glossary: ots`` fills in the names of all nine languages, attested ones as `source`, the others as `ours`;
- the name of a row stands for its act.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import ActId, Amount, Day, Field, Line, ListOf, Part, Problem, Shape, Words
from kengesh.terms.glossary import term
from kengesh.terms.identifiers import is_act_id
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _

OWN = ("act", "because", "correction", "withdraw")
FindAct = Callable[[str], str | None]
FindSource = Callable[[str], str | None]


def spell_out(
    data: Mapping[str, Any], kind: Kind, find_source: FindSource, find_act: FindAct
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the act that a row stands for, and what could not be spelled out.

    `find_source` gives the id of the source registered under an address, `find_act` the id of a row's act.
    """
    found: list[Problem] = []
    act: dict[str, Any] = {"kind": kind.name, "voice": data.get("voice", "reported")}
    for name, value in data.items():
        if name in OWN and name not in kind.shapes:
            continue
        if name in ("kind", "voice") or (name == "act" and "kind" not in data):
            continue
        if name == "sources":
            act[name] = _citations(value, find_source, found)
            continue
        field = kind.shapes.get(name)
        act[name] = _spell(value, field.shape, name, find_act, found) if field else value
    if kind.name.startswith("name/") and "glossary" in act and "names" not in act:
        names = _from_glossary(act["glossary"])
        if names is None:
            says = _("the glossary has no row {row}.").format(row=act["glossary"])
            found.append(Problem("glossary", says))
        else:
            act["names"] = names
    return act, found


def referred_rows(data: Mapping[str, Any], kind: Kind) -> list[tuple[str, str]]:
    """Return (field, row name) for every row that a row refers to by name."""
    found: list[tuple[str, str]] = []

    def note(name: str, field: str) -> None:
        found.append((field, name))

    for name, value in data.items():
        field = kind.shapes.get(name)
        if field is not None and (name != "act" or "kind" in data):
            _each_act(value, field.shape, name, note)
    return found


def _each_act(value: Any, shape: Shape, path: str, note: Callable[[str, str], None]) -> None:
    if isinstance(shape, ActId) and isinstance(value, str):
        note(value, path)
    elif isinstance(shape, ListOf) and isinstance(value, list):
        for place, item in enumerate(value):
            _each_act(item, shape.of, f"{path}[{place}]", note)


def _spell(value: Any, shape: Shape, path: str, find_act: FindAct, found: list[Problem]) -> Any:
    match shape:
        case Words():
            return words(value)
        case Day() if isinstance(value, int) and not isinstance(value, bool):
            return f"{value:04d}"
        case Line() | Amount() if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        case ActId() if isinstance(value, str) and not is_act_id(value):
            act = find_act(value)
            if act is None:
                found.append(
                    Problem(
                        path, _("there is no row {row}, neither here nor in the record.").format(row=value)
                    )
                )
            return act or value
        case ListOf(of=of) if isinstance(value, list):
            return [_spell(item, of, f"{path}[{place}]", find_act, found) for place, item in enumerate(value)]
        case Part(fields=fields) if isinstance(value, dict):
            return _spell_part(value, fields, path, find_act, found)
        case _:
            return value


def _spell_part(
    value: dict[str, Any], fields: tuple[Field, ...], path: str, find_act: FindAct, found: list[Problem]
) -> dict[str, Any]:
    shapes = {field.name: field.shape for field in fields}
    return {
        name: _spell(item, shapes[name], f"{path}.{name}", find_act, found) if name in shapes else item
        for name, item in value.items()
    }


def words(value: Any) -> Any:
    """Return text as an act holds it: text without a language is English, and text that does not say whose is ours."""
    if isinstance(value, str):
        return {"en": {"text": value, "by": "ours"}}
    if isinstance(value, dict):
        return {
            language: {"text": text, "by": "ours"} if isinstance(text, str) else text
            for language, text in value.items()
        }
    return value


def _citations(value: Any, find_source: FindSource, found: list[Problem]) -> Any:
    if not isinstance(value, list):
        return value
    citations: list[Any] = []
    for place, item in enumerate(value):
        citation = dict(item) if isinstance(item, dict) else {"source": item}
        address = citation.get("source")
        if isinstance(address, str) and "://" in address:
            source = find_source(address)
            if source is None:
                says = _("no source is registered under the address {address}.")
                found.append(Problem(f"sources[{place}]", says.format(address=address)))
            citation["source"] = source or address
        citations.append(citation)
    return citations


def _from_glossary(row: str) -> dict[str, Any] | None:
    names: dict[str, Any] = {}
    for language in LANGUAGES:
        try:
            found = term(row, language)
        except KeyError:
            return None
        if not found.fallback:
            names[language] = {"text": found.text, "by": "source" if found.attested else "ours"}
    return names
