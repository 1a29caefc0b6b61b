"""Texts: from delegations' files to one rolling text that loses nothing and says who proposed what.

Useful alone: it needs no record, no web and no network. The ten lines that a secretary would write::

    from pathlib import Path
    from kengesh.texts import Submission, compile_text, plain_text, read_file, rolling_document

    base = read_file(Path("base.docx")).text
    submissions = [
        Submission(delegation=path.stem, filed=read_file(path))
        for path in sorted(Path("received").glob("*.docx"))
    ]
    rolling = compile_text(base, submissions)
    print(plain_text(rolling))
    Path("rolling.docx").write_bytes(rolling_document(rolling))

What is where: ``units`` and ``tokens`` are the text itself, ``reading`` and ``word`` read files, ``comparing`` finds what
changed, ``compiling`` puts it together, ``rolling`` is the result, ``deciding`` and ``decisions`` take it further,
``tables`` stand beside it, ``writing`` and ``word`` write it, ``concordance`` compares languages, ``folder`` keeps versions.
Names of this package are imported when they are first asked for: a module that only wants the kinds of decision does not
wait for the readers of Word files.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kengesh.texts.choosing import base_of, chosen
    from kengesh.texts.compiling.compile import compile_text
    from kengesh.texts.compiling.submission import Submission
    from kengesh.texts.concordance import check
    from kengesh.texts.deciding.accounting import unexplained
    from kengesh.texts.deciding.resolve import resolve
    from kengesh.texts.decisions import Deciding, Decision
    from kengesh.texts.folder import open_folder
    from kengesh.texts.reading.by_ending import read_file
    from kengesh.texts.rolling import RollingText
    from kengesh.texts.units import Text, Unit
    from kengesh.texts.word.write_rolling import rolling_document
    from kengesh.texts.word.write_text import text_document
    from kengesh.texts.word.write_tracked import tracked_document
    from kengesh.texts.writing.akoma_ntoso import akoma_ntoso, akoma_ntoso_rolling
    from kengesh.texts.writing.html import rolling_html
    from kengesh.texts.writing.plain import plain_text
    from kengesh.texts.writing.tree import read_tree, tree_bytes

_WHERE = {
    "akoma_ntoso": "writing.akoma_ntoso",
    "akoma_ntoso_rolling": "writing.akoma_ntoso",
    "base_of": "choosing",
    "check": "concordance",
    "chosen": "choosing",
    "compile_text": "compiling.compile",
    "Deciding": "decisions",
    "Decision": "decisions",
    "open_folder": "folder",
    "plain_text": "writing.plain",
    "read_file": "reading.by_ending",
    "read_tree": "writing.tree",
    "resolve": "deciding.resolve",
    "rolling_document": "word.write_rolling",
    "rolling_html": "writing.html",
    "RollingText": "rolling",
    "Submission": "compiling.submission",
    "Text": "units",
    "text_document": "word.write_text",
    "tracked_document": "word.write_tracked",
    "tree_bytes": "writing.tree",
    "unexplained": "deciding.accounting",
    "Unit": "units",
}

__all__ = [
    "Deciding",
    "Decision",
    "RollingText",
    "Submission",
    "Text",
    "Unit",
    "akoma_ntoso",
    "akoma_ntoso_rolling",
    "base_of",
    "check",
    "chosen",
    "compile_text",
    "open_folder",
    "plain_text",
    "read_file",
    "read_tree",
    "resolve",
    "rolling_document",
    "rolling_html",
    "text_document",
    "tracked_document",
    "tree_bytes",
    "unexplained",
]


def __getattr__(name: str) -> Any:
    """Return a name of the public face from the module that has it."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
