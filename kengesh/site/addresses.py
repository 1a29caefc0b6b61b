"""The parts of an address: a language, the id of a thing."""

from __future__ import annotations

from kengesh.terms.identifiers import LONGEST_SLUG, SLUG
from kengesh.terms.languages import LANGUAGES


class LanguageConverter:
    """One of the nine languages."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        """Return the code as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return the code as it is."""
        return value


class ThingConverter(LanguageConverter):
    """The id of a thing: a state's code, or a slug, which may have slashes."""

    regex = rf"[A-Z]{{3}}|{SLUG.pattern}"

    def to_python(self, value: str) -> str:
        """Return the id; one that is too long to be an id leads nowhere."""
        if len(value) > LONGEST_SLUG:
            raise ValueError(value)
        return value
