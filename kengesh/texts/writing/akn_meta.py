"""The metadata of a text in Akoma Ntoso: its Work, Expression and Manifestation, the delegations, the numbered notes."""

from __future__ import annotations

from urllib.parse import quote

from lxml import etree

from kengesh.terms.messages import _, in_language
from kengesh.texts.delegation_names import delegation_name
from kengesh.texts.rolling import Note, RollingText
from kengesh.texts.units import Text
from kengesh.texts.writing.akn_inline import OWN, Element, legal, organization_id, refers_to, sub
from kengesh.texts.writing.akn_names import ALPHA_3, Named

_AUTHOR, _PROGRAM = "author", "kengesh"


def write_meta(document: Element, text: Text, named: Named, rolling: RollingText | None = None) -> None:
    """Append the metadata of a version, or of the rolling text on it."""
    meta = sub(document, "meta")
    _identification(meta, text, named)
    _references(meta, text.language, named, rolling)
    if rolling is not None and rolling.notes:
        notes = sub(meta, "notes", source=f"#{_PROGRAM}")
        for note in rolling.notes:
            _note(notes, note)
    proprietary = sub(meta, "proprietary", source=f"#{_PROGRAM}")
    _own(proprietary, "version", hash=text.hash)
    for request in rolling.requests if rolling is not None else ():
        asked = _own(proprietary, "request", unit=request.unit, act=request.act, by=" ".join(request.holders))
        if request.after:
            asked.set("after", legal(request.after))
        _own(asked, "base").text = legal(request.base)
        _own(asked, "text").text = legal(request.text)


def _identification(meta: Element, text: Text, named: Named) -> None:
    identification = sub(meta, "identification", source=f"#{_PROGRAM}")
    work = sub(identification, "FRBRWork")
    _core(work, named.work_uri(), "/!main", named.date, "work")
    sub(work, "FRBRcountry", value=named.country)
    sub(work, "FRBRsubtype", value=named.subtype)
    sub(work, "FRBRnumber", value=named.work)
    if named.title:
        sub(work, "FRBRname", value=named.title)
    uri = named.expression_uri(text.language)
    expression = sub(identification, "FRBRExpression")
    _core(expression, uri, "/!main", named.day, "expression")
    sub(expression, "FRBRversionNumber", value=str(named.version))
    sub(expression, "FRBRlanguage", language=ALPHA_3[text.language])
    if named.translated_from:
        source = named.expression_uri(named.translated_from)
        language = ALPHA_3[named.translated_from]
        sub(expression, "FRBRtranslation", href=source, fromLanguage=language, by=f"#{_AUTHOR}")
    manifestation = sub(identification, "FRBRManifestation")
    _core(manifestation, uri, "/!main.xml", named.day, "manifestation", ending=".xml")


def _core(parent: Element, uri: str, component: str, date: str, name: str, ending: str = "") -> None:
    sub(parent, "FRBRthis", value=f"{uri}{component}")
    sub(parent, "FRBRuri", value=f"{uri}{ending}")
    sub(parent, "FRBRdate", date=date, name=name)
    sub(parent, "FRBRauthor", href=f"#{_AUTHOR}")


def _references(meta: Element, language: str, named: Named, rolling: RollingText | None) -> None:
    references = sub(meta, "references", source=f"#{_PROGRAM}")
    with in_language(language):
        author = named.author or _("not stated")
    _organization(references, _AUTHOR, f"{named.country}/{quote(named.author or 'unknown', safe='')}", author)
    _organization(references, _PROGRAM, _PROGRAM, "Kengesh")
    for code in _everybody(rolling) if rolling is not None else ():
        shown = delegation_name(code, language)
        _organization(references, organization_id(code), quote(code, safe=""), shown)


def _organization(references: Element, own_id: str, address: str, shown: str) -> None:
    sub(references, "TLCOrganization", eId=own_id, href=f"/akn/ontology/organization/{address}", showAs=shown)


def _everybody(rolling: RollingText) -> list[str]:
    """Everybody whom the tree names, by code: holders of nodes too, should a tree not list their amendments."""
    named = set(rolling.delegations)
    for node in rolling.nodes:
        named.update(getattr(node, "holders", ()))
        named.update(getattr(node, "deleted_by", ()))
        named.update(getattr(node, "moved_by", ()))
        for other in getattr(node, "alternatives", ()):
            named.update(other.holders)
    for _unit, region in rolling.regions():
        named.update(region.retain)
        for variant in region.variants:
            named.update(variant.holders)
    for note in rolling.notes:
        named.update(note.holders)
    return sorted(named)


def _note(notes: Element, note: Note) -> None:
    kind = f"{note.act}-{note.reservation}" if note.act == "reserve" else str(note.act)
    element = sub(notes, "note", eId=f"note_{note.number}", marker=str(note.number))
    element.set("class", kind)
    element.set("refersTo", refers_to(note.holders))
    element.set(f"{{{OWN}}}unit", legal(note.unit))
    sub(element, "p", note.words)


def _own(parent: Element, tag: str, **attributes: str) -> Element:
    return etree.SubElement(
        parent, f"{{{OWN}}}{tag}", {name: legal(value) for name, value in attributes.items()}
    )
