"""A small notation for Word files: functions that return the XML of a piece, and one that makes the file of the pieces.

    docx(p("A ", ins("joint "), dele("common "), "network;"), table(row(cell(p("km")))))

Who changes is Kazakhstan, where nobody else is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
KAZ, KGZ, TJK = "Kazakhstan", "Kyrgyzstan", "Tajikistan"
DAY = "2026-05-04T09:00:00Z"
_ids = count(1)


def r(text: str, properties: str = "") -> str:
    """A run with these words."""
    kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{kept}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def runs(content: tuple[str, ...]) -> str:
    """Words become runs; what is XML stays."""
    return "".join(one if one.startswith("<") else r(one) for one in content)


def change(tag: str, by: str, at: str, inner: str) -> str:
    """An element of a tracked change."""
    return f'<w:{tag} w:id="{next(_ids)}" w:author={quoteattr(by)} w:date="{at}">{inner}</w:{tag}>'


def ins(*content: str, by: str = KAZ, at: str = DAY) -> str:
    """Inserted words."""
    return change("ins", by, at, runs(content))


def dele(*content: str, by: str = KAZ, at: str = DAY) -> str:
    """Deleted words."""
    inner = runs(content).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return change("del", by, at, inner)


def moved_from(*content: str, by: str = KAZ, name: str = "move1") -> str:
    """Words that were moved from here."""
    return _move("From", runs(content), by, name)


def moved_to(*content: str, by: str = KAZ, name: str = "move1") -> str:
    """Words that were moved to here."""
    return _move("To", runs(content), by, name)


def _move(way: str, inner: str, by: str, name: str) -> str:
    number = next(_ids)
    start = (
        f'<w:move{way}RangeStart w:id="{number}" w:author={quoteattr(by)} w:date="{DAY}" w:name="{name}"/>'
    )
    return f'{start}{change(f"move{way}", by, DAY, inner)}<w:move{way}RangeEnd w:id="{number}"/>'


def p(
    *content: str,
    mark: str = "",
    by: str = KAZ,
    style: str = "",
    num: int | None = None,
    level: int = 0,
    was: str | None = None,
) -> str:
    """A paragraph. `mark` is "ins" or "del" where its mark was changed; `was` its earlier properties."""
    parts = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        parts += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    if mark:
        parts += f"<w:rPr>{change(mark, by, DAY, '')}</w:rPr>"
    if was is not None:
        parts += change("pPrChange", by, DAY, f"<w:pPr>{was}</w:pPr>")
    return f"<w:p>{f'<w:pPr>{parts}</w:pPr>' if parts else ''}{runs(content)}</w:p>"


def table(*rows: str, columns: int = 2) -> str:
    """A table."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def row(*cells: str, changed: str = "", by: str = KAZ) -> str:
    """A row; `changed` is "ins" or "del"."""
    properties = f"<w:trPr>{change(changed, by, DAY, '')}</w:trPr>" if changed else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    """A cell; words become one paragraph."""
    inner = "".join(one if one.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(one) for one in content)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{inner or p()}</w:tc>'


def field(instruction: str, *result: str) -> str:
    """A complex field."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def note_mark(number: int, kind: str = "footnote") -> str:
    """The mark of a footnote."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A footnote."""
    return f'<w:{kind} w:id="{number}">{"".join(one if one.startswith("<w:p>") else p(one) for one in paragraphs)}</w:{kind}>'


def commented(number: int, *content: str) -> str:
    """Words with a comment on them."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{runs(content)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comment(number: int, words: str, by: str = KAZ, paragraph: str = "") -> str:
    """A comment."""
    identity = f' w14:paraId="{paragraph}"' if paragraph else ""
    return f'<w:comment w:id="{number}" w:author={quoteattr(by)} w:date="{DAY}"><w:p{identity}>{r(words)}</w:p></w:comment>'


def level(at: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def pattern(number: int, *levels: str) -> str:
    """A pattern of lists."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def listed(number: int, of: int, overrides: str = "") -> str:
    """A list of a pattern."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


_PARTS = {
    "styles": ("styles", "styles"),
    "numbering": ("numbering", "numbering"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
    "comments": ("comments", "comments"),
    "header": ("hdr", "header"),
}


def parts(
    *body: str,
    relations: str = "",
    root_relations: str = "",
    more: Mapping[str, bytes] | None = None,
    **others: str,
) -> dict[str, bytes]:
    """The entries of a Word file, by name. `others` are the inner XML of styles, numbering, footnotes and so on."""
    types = f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    inner = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    }
    for at, (name, content) in enumerate(others.items(), start=1):
        tag, kind = _PARTS[name]
        inner[f"word/{name}.xml"] = f"<w:{tag} {SPACES}>{content}</w:{tag}>"
        types += f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        relations += f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    main = (
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>{root_relations}'
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    inner["[Content_Types].xml"] = f'<Types xmlns="{PACKAGE}/content-types">{defaults}{types}</Types>'
    inner["_rels/.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{main}</Relationships>'
    inner["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {name: (head + text).encode() for name, text in inner.items()} | dict(more or {})


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """The archive of these entries."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(*body: str, **others: str) -> bytes:
    """A Word file."""
    return zipped(parts(*body, **others))
