"""How templates are read: Jinja, escaping everything, with our own sentences and files that carry their version."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined

from kengesh.mechanism import words
from kengesh.terms.messages import gettext, ngettext, pgettext


def environment(**options: Any) -> Environment:
    """Return the environment in which all templates are read."""
    made = Environment(
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    made.globals["static"] = versioned
    made.globals["as_json"] = lambda value: json.dumps(value, ensure_ascii=False, indent=2)
    made.filters["kind_word"] = lambda kind: words.shown(words.KIND_WORDS, kind)
    made.globals.update({name: value for name, value in vars(words).items() if name.endswith("_WORDS")})
    return made


@cache
def versioned(name: str) -> str:
    """Return the address of a file of the site, which changes with its bytes. Raises FileNotFoundError."""
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(name)
    return f"{static(name)}?v={sha256(Path(found).read_bytes()).hexdigest()[:12]}"
