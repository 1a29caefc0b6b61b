"""What every refusal of the record has in common: a sentence that names the place and says what to do."""

from __future__ import annotations


class RecordError(ValueError):
    """A refusal by the record. Its text is a whole sentence for a person."""
