"""A JSON file read whole, with a sentence for every way in which it can be bad."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kengesh.formats.outside.values import BadFile
from kengesh.terms.messages import _

LARGEST_WHOLE = 256 << 20  # bytes; it is held in memory some ten times larger


def load_json(file: Path) -> Any:
    """Return what a JSON file holds. Raises BadFile, OSError."""
    if file.stat().st_size > LARGEST_WHOLE:
        says = _(
            "is larger than {most} MB; it is read whole; give a smaller part of it, or one entity of Wikidata a line."
        )
        raise BadFile(says.format(most=LARGEST_WHOLE >> 20), file)
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise BadFile(_("is not text in UTF-8; save it as UTF-8."), file, 1) from None
    except json.JSONDecodeError as error:
        says = _("is not JSON: {why}.").format(why=error.msg)
        raise BadFile(says, file, error.lineno, str(error.colno)) from None
    except ValueError as error:  # a number of more digits than Python reads
        raise BadFile(_("is not JSON: {why}.").format(why=error), file) from None
    except RecursionError:
        raise BadFile(_("is nested too deeply."), file) from None
