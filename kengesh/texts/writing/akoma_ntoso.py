"""A text in Akoma Ntoso 3.0 (OASIS LegalDocML), valid against the schema: one Work, an Expression per language and version.

A text is a ``doc``. The schema also has ``statement``, for official documents that may not bind, and ``act``, for those that
do; what a text under negotiation will be is not known, and its address must stay the same from first draft to signature.

What becomes what. Titles at the head are ``preface``, in ``docTitle``. Preambular paragraphs and what comes before them are
``preamble``: ``recitals/recital``, and ``tblock`` for other paragraphs. The rest is ``mainBody``: a heading opens a
``section``, an operative paragraph is ``paragraph``, a sub-paragraph a ``point`` of its ``list``, tables and other kinds stand
in ``hcontainer`` by the name of their kind. Cells are ``td`` with their spans; a ``¶`` in a unit parts its ``p``, in a title or
heading it is ``br``. A footnote is an ``authorialNote`` where its mark stands first, a ``noteRef`` where it stands again;
one without a mark is an ``hcontainer``. Each element of a unit has the unit's permanent id as ``wId``, the same in
every language and version, beside the ``eId`` of the naming convention, which follows numbers and may change.

A rolling text is an Expression too. Regions are ``inline`` with ``del`` and ``ins``, which refer to the delegations among the
references (``kengesh.texts.writing.akn_inline``). A proposed unit has the status ``undefined`` and refers to its holders; an
alternative says so by ``alternativeTo``; a unit to be deleted stands in ``del``; the place to which one would move is an
``hcontainer`` with a ``ref`` to it. Notes are ``meta/notes``, and ``noteRef`` their marks. How far a unit is agreed, the id of a
region, the hash of the version and the requests to reopen stand in a namespace of ours, which the schema allows.

Partly: a proposed row or column is a paragraph beside its table. Not expressed, and found in the JSON tree: filings,
editorial differences, rebased amendments, what was settled, the amendments from which the regions were made, and times.
``analysis`` stays empty: its modifications are of texts in force. Language codes are ISO 639-2; conformance is that of level
1 (the schema), since ``wId`` does not follow the naming convention. No clock: dates are arguments.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Text
from kengesh.texts.writing.akn_body import Body
from kengesh.texts.writing.akn_inline import AKN, OWN, Element, sub
from kengesh.texts.writing.akn_meta import write_meta
from kengesh.texts.writing.akn_names import Named, checked
from kengesh.texts.writing.akn_outline import Entry, entries_of_rolling, entries_of_text, outline

# Elements that hold words: blanks inside them count, so that nothing is indented there.
_WORDS = frozenset({"p", "num", "heading", "docTitle", "inline", "ins", "del", "ref"})


def akoma_ntoso(
    text: Text,
    *,
    work: str,
    date: str,
    country: str = "un",
    subtype: str = "declaration",
    title: str = "",
    version: int = 1,
    expressed: str = "",
    author: str = "",
    translated_from: str = "",
) -> bytes:
    """Return a version as an XML file. `date` is the Work's day, `expressed` the version's. Raises NotAName, NotInXml."""
    named = Named(
        work=work,
        country=country,
        subtype=subtype,
        date=date,
        expressed=expressed,
        version=version,
        title=title,
        author=author,
        translated_from=translated_from,
    )
    return _file(text, checked(named), entries_of_text(text), None)


def akoma_ntoso_rolling(
    rolling: RollingText,
    *,
    work: str,
    date: str,
    country: str = "un",
    subtype: str = "declaration",
    title: str = "",
    version: int = 1,
    expressed: str = "",
    author: str = "",
) -> bytes:
    """Return a rolling text as an XML file. Raises NotAName, NotInXml."""
    named = Named(
        work=work,
        country=country,
        subtype=subtype,
        date=date,
        expressed=expressed,
        version=version,
        title=title,
        author=author,
    )
    return _file(rolling.base, checked(named), entries_of_rolling(rolling), rolling)


def _file(text: Text, named: Named, entries: Sequence[Entry], rolling: RollingText | None) -> bytes:
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "kengesh": OWN})
    document = sub(root, "doc", name=named.subtype)
    document.set("contains", "singleVersion" if rolling is None else "multipleVersions")
    write_meta(document, text, named, rolling)
    Body(outline(entries)).write(document)
    _indent(root, 0)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _indent(element: Element, depth: int) -> None:
    """Set each element that holds no words on a line of its own."""
    if not len(element) or etree.QName(element).localname in _WORDS:
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
