"""The looks of pictures: one style sheet for pages, and pictures that carry it with them.

Colours are custom properties named by role: the light set, a dark one, and one for print. A picture that leaves the site (a file
to keep, a picture in a Word document) has no page around it, and many programs that draw SVG know no custom properties:
:func:`standalone` writes the light colours out.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache

from kengesh.pictures.picture import Picture
from kengesh.pictures.svg import element, escaped
from kengesh.terms.messages import _

STYLE_SHEET = "static/pictures/pictures.css"
FONT = "sans-serif"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"(--picture-[\w-]+):\s*([^;]+);")
_USED = re.compile(r"var\((--picture-[\w-]+)\)")
_LIGHT = re.compile(r"^:root \{(.*?)\}", re.DOTALL | re.MULTILINE)
_RULE = re.compile(r"^\.picture__[^{}]*\{[^{}]*\}", re.MULTILINE)


def standalone(picture: Picture) -> str:
    """Return a picture as a file: an SVG document with its title, its description and its light colours inside it."""
    inner = picture.svg.partition(">")[2]
    head = picture.svg.partition(">")[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    told = element("title", escaped(picture.title)) + element("desc", escaped(picture.description))
    inner = inner.replace(' lang="', ' xml:lang="')
    paper = f'<rect width="{picture.width}" height="{picture.height}" class="picture__paper"/>'
    return f"{head}>{told}<style>{_rules()}</style>{paper}{inner}\n"


def style_sheet() -> str:
    """Return the style sheet of pictures."""
    found = pkgutil.get_data("kengesh.pictures", STYLE_SHEET)
    if found is None:
        says = _("{file} is missing from the package kengesh.pictures; install Kengesh again.")
        raise FileNotFoundError(says.format(file=STYLE_SHEET))
    return found.decode()


def colours(block: str) -> dict[str, str]:
    """Return the custom properties that a block of the style sheet sets."""
    return {name: value.strip() for name, value in _PROPERTY.findall(block)}


@cache
def _rules() -> str:
    """Return the rules that draw, without those of the page around, with the light values in the place of properties."""
    sheet = _COMMENT.sub("", style_sheet())
    light = _LIGHT.search(sheet)
    values = {**colours(light.group(1) if light else ""), "--picture-font": FONT}
    rules = (" ".join(rule.split()) for rule in _RULE.findall(sheet))
    return "".join(_USED.sub(lambda used: values[used.group(1)], rule) for rule in rules)
