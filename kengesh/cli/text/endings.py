"""In which format a text is written: the ending of the file says it.

A rolling text has every format that has room for brackets; a version has every format that is read again, and ``.text``,
the file that its hash is of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from kengesh.cli.output import fail
from kengesh.terms.messages import _
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Text, written
from kengesh.texts.word.write_rolling import rolling_document
from kengesh.texts.word.write_text import text_document
from kengesh.texts.word.write_tracked import tracked_document
from kengesh.texts.writing.akoma_ntoso import akoma_ntoso, akoma_ntoso_rolling
from kengesh.texts.writing.clean_plain import version_plain
from kengesh.texts.writing.html import rolling_html, text_html
from kengesh.texts.writing.markdown import rolling_markdown, version_markdown
from kengesh.texts.writing.plain import plain_text
from kengesh.texts.writing.tree import text_json_bytes, tree_bytes

PRINTED = "-"
TRACKED = ".tracked.docx"


class About(NamedTuple):
    """What a document says of the text beside its words; `work` and all after the profile are for Akoma Ntoso.

    `version` counts the versions of the text, and `expressed` is the day of this one, where that is another than `date`.
    """

    title: str = ""
    work: str = ""
    date: str = ""
    profile: str = "mea"
    version: int = 1
    expressed: str = ""


def ending_of(out: str, endings: Mapping[str, object]) -> str:
    """Return the format that a file's name asks for; leave with those that there are where it asks for none of them."""
    name = Path(out).name.lower()
    found = TRACKED if name.endswith(TRACKED) and TRACKED in endings else Path(name).suffix
    found = {".htm": ".html", ".markdown": ".md"}.get(found, found)
    if found not in endings:
        says = _("-o {file}: its ending is none that is written here; written are {endings}.")
        fail(says.format(file=out, endings=", ".join(endings)))
    return found


def rolling_bytes(rolling: RollingText, ending: str, about: About) -> bytes:
    """Return the file of a rolling text."""
    return ROLLING[ending](rolling, about)


def text_bytes(text: Text, ending: str, about: About) -> bytes:
    """Return the file of a version."""
    return VERSION[ending](text, about)


def check_work(endings: list[str], about: About) -> None:
    """Leave with a sentence where a file of Akoma Ntoso is asked for without the name and the day of the text."""
    if ".xml" in endings and not (about.work and about.date):
        fail(_("an .xml file (Akoma Ntoso) needs the name of the text and its day: --work NAME --date DAY."))


def _rolling_xml(rolling: RollingText, about: About) -> bytes:
    return akoma_ntoso_rolling(rolling, work=about.work, date=about.date, title=about.title)


def _text_xml(text: Text, about: About) -> bytes:
    return akoma_ntoso(
        text,
        work=about.work,
        date=about.date,
        title=about.title,
        version=about.version,
        expressed=about.expressed,
    )


ROLLING: Mapping[str, Callable[[RollingText, About], bytes]] = {
    ".docx": lambda rolling, about: rolling_document(rolling, title=about.title),
    TRACKED: lambda rolling, about: tracked_document(rolling),
    ".html": lambda rolling, about: rolling_html(rolling, title=about.title).encode(),
    ".txt": lambda rolling, about: plain_text(rolling).encode(),
    ".md": lambda rolling, about: rolling_markdown(rolling).encode(),
    ".json": lambda rolling, about: tree_bytes(rolling),
    ".xml": _rolling_xml,
}
VERSION: Mapping[str, Callable[[Text, About], bytes]] = {
    ".docx": lambda text, about: text_document(text, title=about.title),
    ".html": lambda text, about: text_html(text, profile=about.profile, title=about.title).encode(),
    ".txt": lambda text, about: version_plain(text).encode(),
    ".md": lambda text, about: version_markdown(text).encode(),
    ".json": lambda text, about: text_json_bytes(text),
    ".text": lambda text, about: written(text),
    ".xml": _text_xml,
}
