"""Writing Turtle (W3C, RDF 1.1): the little of it that is needed, one subject at a time.

thing = Subject("https://example.org/id/ots", "org:FormalOrganization")
thing.say("skos:prefLabel", literal("Organization of Turkic States", "en"))
str(thing)
"""

from __future__ import annotations

import re

PREFIXES = {
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "time": "http://www.w3.org/2006/time#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


class Subject:
    """One subject with what is said of it."""

    def __init__(self, address: str, type_: str) -> None:
        self._lines = [f"{iri(address)} a {type_}"]

    def say(self, predicate: str, value: str) -> None:
        """Say something; `value` is written already: an :func:`iri`, a :func:`literal`, a name with a prefix, a :func:`blank`."""
        self._lines.append(f"    {predicate} {value}")

    def __str__(self) -> str:
        return " ;\n".join(self._lines) + " .\n"


def iri(address: str) -> str:
    """Write an address; characters that it may not hold are written as per cent."""
    return f"<{NOT_IN_IRI.sub(lambda found: f'%{ord(found[0]):02X}', address)}>"


def literal(text: str, language: str | None = None, type_: str | None = None) -> str:
    """Write a text, in a language or of a type."""
    escaped = "".join(
        ESCAPES.get(one) or (f"\\u{ord(one):04X}" if one < " " or one == "\x7f" else one) for one in text
    )
    return f'"{escaped}"' + (f"@{language}" if language else f"^^{type_}" if type_ else "")


def blank(*says: tuple[str, str]) -> str:
    """Write a thing without an address of its own."""
    return "[ " + " ; ".join(f"{predicate} {value}" for predicate, value in says) + " ]"


def prefixes() -> str:
    """Write what the prefixes stand for."""
    return "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
