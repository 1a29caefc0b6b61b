"""Puts a Word file together: its parts, and a zip whose bytes depend on nothing but the document and its look.

The parts are stored and not deflated, since zlib and its successors deflate the same bytes differently.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from text_example.document import Document, cut
from text_example.looks import Look
from text_example.word_paragraphs import Paragraphs
from text_example.word_runs import ADDRESS, LINK, Ids, wrap
from text_example.word_styles import HEAD, W, numbering, styles

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can give
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "footnotes", "comments", "header", "footer")
_OUTSIDE = ' TargetMode="External"'
_EXERCISE = {
    "en": "Exercise text: not a document of any state",
    "ru": "Учебный текст: не документ какого-либо государства",
    "tr": "Alıştırma metni: hiçbir devletin belgesi değildir",
}


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    symbol: str  # in the header
    author: str
    created: str  # instants, ISO 8601 in UTC
    modified: str
    tracking: bool = False


def word_file(document: Document, look: Look, about: About) -> bytes:
    """Return the bytes of a Word file."""
    document = deepcopy(document)
    for key, words, wrapped in look.wrapped:
        paragraph = document.named(key)
        wrap(paragraph.pieces, *cut(paragraph, words), wrapped)
    ids = Ids()
    paragraphs = Paragraphs(look, ids)
    title = document.named("title").text.split("⁅")[0]
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml", False),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml", False),
        ),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}">'
        "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>",
        "docProps/core.xml": _core(title, about),
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{paragraphs.body(document)}{_section(look)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            *((f"rId{name}", f"{_OFFICE}/{name}", f"{name}.xml", False) for name in _PARTS),
            (LINK, f"{_OFFICE}/hyperlink", ADDRESS, True),
        ),
        "word/styles.xml": styles(look, document.language),
        "word/numbering.xml": numbering(),
        "word/settings.xml": _settings(about),
        "word/footnotes.xml": _footnotes(document, paragraphs),
        "word/comments.xml": _comments(document),
        "word/header.xml": f"{HEAD}<w:hdr {W}>{_running('header', look, f'{about.symbol}. {_EXERCISE[document.language]}')}</w:hdr>",
        "word/footer.xml": f"{HEAD}<w:ftr {W}>{_running('footer', look, '')}</w:ftr>",
    }
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, part in parts.items():
            about = ZipInfo(name, _FIRST_DAY)
            about.compress_type = ZIP_STORED
            about.create_system = 3  # else it says on which system it was made
            about.external_attr = 0o600 << 16
            archive.writestr(about, part.encode())
    return out.getvalue()


def _content_types() -> str:
    kinds = {f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in _PARTS}
    kinds["/word/document.xml"] = f"{_WORD}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    kinds["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _relations(*every: tuple[str, str, str, bool]) -> str:
    found = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{_OUTSIDE if outside else ""}/>'
        for id, kind, target, outside in every
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def _core(title: str, about: About) -> str:
    names = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return (
        f"{HEAD}<cp:coreProperties {names}><dc:title>{escape(title)}</dc:title><dc:creator>Exercise secretariat</dc:creator>"
        f"<cp:lastModifiedBy>{escape(about.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{about.created}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{about.modified}</dcterms:modified></cp:coreProperties>'
    )


def _settings(about: About) -> str:
    tracking = "<w:trackRevisions/>" if about.tracking else ""
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/>{tracking}<w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _footnotes(document: Document, paragraphs: Paragraphs) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
        for id, kind, element in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    for note in document.notes:
        written = paragraphs.paragraph(note)
        start = written.index("</w:pPr>") + len("</w:pPr>")
        lines += f'<w:footnote w:id="{note.key[5:]}">{written[:start]}{mark}{written[start:]}</w:footnote>'
    return f"{HEAD}<w:footnotes {W}>{lines}</w:footnotes>"


def _comments(document: Document) -> str:
    found = "".join(
        f'<w:comment w:id="{id}" w:author="{escape(one.stamp.author)}" w:date="{one.stamp.at}" w:initials="{one.stamp.author[:3]}">'
        '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
        f'<w:annotationRef/></w:r><w:r><w:t xml:space="preserve">{escape(one.text)}</w:t></w:r></w:p></w:comment>'
        for id, one in enumerate(document.comments)
    )
    return f"{HEAD}<w:comments {W}>{found}</w:comments>"


def _running(kind: str, look: Look, words: str) -> str:
    """Return the one paragraph of a header, or of a footer with the number of the page."""
    style = look.styles.get(kind, kind.capitalize())
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    inner = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else field
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def _section(look: Look) -> str:
    lines = '<w:lnNumType w:countBy="5" w:restart="newPage"/>' if look.line_numbers else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:footerReference w:type="default" r:id="rIdfooter"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1247" w:bottom="1247" w:left="1418" '
        f'w:header="709" w:footer="709" w:gutter="0"/>{lines}</w:sectPr>'
    )
