"""The package of a Word file: its parts, their types, how they refer to each other, and a zip whose bytes have no clock.

The same parts give the same bytes: every date in the zip is the first that a zip can give, the properties of the
document name no author and no time, and nothing is numbered at random.
"""

from __future__ import annotations

from io import BytesIO
from pkgutil import get_data
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct

from kengesh.texts.word.write_styles import delegation_styles
from kengesh.texts.word.write_xml import DECLARATION, NAMESPACES, escaped, field, run, styled_paragraph, tab

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
LEVEL = 6  # of compression; named, because the bytes depend on it
WORD_TAGS = {  # Word knows some languages by their script or their country; the others by their code
    "en": "en-GB",
    "ru": "ru-RU",
    "tr": "tr-TR",
    "az": "az-Latn-AZ",
    "kk": "kk-KZ",
    "ky": "ky-KG",
    "tg": "tg-Cyrl-TJ",
    "tk": "tk-TM",
    "uz": "uz-Latn-UZ",
}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/>'
)
_NOTE_LINES = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
# the parts that document.xml refers to: (name, of which type, its relation, the relation's id)
_RELATED = (
    ("styles", "styles", "rId1"),
    ("settings", "settings", "rId2"),
    ("fontTable", "fontTable", "rId3"),
    ("header1", "header", "rId4"),
    ("footer1", "footer", "rId5"),
    ("footnotes", "footnotes", "rId6"),
    ("comments", "comments", "rId7"),
)


class Sheets(Struct, frozen=True, kw_only=True):
    """What a document consists of: its blocks, and what its pages and parts have beside them."""

    language: str
    title: str
    body: str
    mark: str = ""  # stands at the right of the head of each page: which version this is
    delegations: tuple[str, ...] = ()  # those whose styles it uses
    footnotes: str = ""  # whole parts, or nothing
    comments: str = ""


def packed(sheets: Sheets) -> bytes:
    """Return a document as the bytes of a Word file."""
    parts = _word_parts(sheets)
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(
            [
                ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": _properties(sheets),
        "word/_rels/document.xml.rels": _relationships(
            [(id, f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind, id in _RELATED if name in parts]
        ),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return _zipped(files)


def _word_parts(sheets: Sheets) -> dict[str, str]:
    tag = WORD_TAGS.get(sheets.language, sheets.language)
    styles = _part("styles.xml").replace("LANGUAGE", tag)
    styles = styles.replace("</w:styles>", f"{delegation_styles(sheets.delegations)}</w:styles>")
    parts = {
        "document": _document(sheets),
        "styles": styles,
        "settings": _part("settings.xml").replace("NOTES", _NOTE_LINES if sheets.footnotes else ""),
        "fontTable": _part("font_table.xml"),
        "header1": _running("hdr", "Header", run(_short(sheets.title)) + tab() + run(sheets.mark)),
        "footer1": _running("ftr", "Footer", field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1")),
        "footnotes": sheets.footnotes,
        "comments": sheets.comments,
    }
    return {name: content for name, content in parts.items() if content}


def _document(sheets: Sheets) -> str:
    ends = (
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        + _PAGE
    )
    body = f"{sheets.body}<w:sectPr>{ends}</w:sectPr>"
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _running(tag: str, style: str, runs: str) -> str:
    return f"{DECLARATION}<w:{tag} {NAMESPACES}>{styled_paragraph(style, runs)}</w:{tag}>"


def _short(title: str) -> str:
    """Return a title that fits on the line at the head of a page."""
    return title if len(title) <= 80 else f"{title[:79].rstrip()}…"


def _part(name: str) -> str:
    return (get_data("kengesh.texts.word", f"parts/{name}") or b"").decode()


def _content_types(parts: dict[str, str]) -> str:
    kinds = {name: kind for name, kind, _id in _RELATED} | {"document": "document.main"}
    rows = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ]
    rows.extend(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kinds[name]}+xml"/>'
        for name in parts
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'


def _relationships(rows: list[tuple[str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{id}" Type="{type_}" Target="{target}"/>' for id, type_, target in rows
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _properties(sheets: Sheets) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(sheets.title[:255])}</dc:title>"
        f"<dc:language>{WORD_TAGS.get(sheets.language, sheets.language)}</dc:language></cp:coreProperties>"
    )


def _zipped(files: dict[str, str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            about = ZipInfo(name, FIRST_DAY)
            about.compress_type = ZIP_DEFLATED
            about.create_system = 3  # the same on Windows
            about.external_attr = 0o600 << 16
            archive.writestr(about, content.encode(), compresslevel=LEVEL)
    return out.getvalue()
