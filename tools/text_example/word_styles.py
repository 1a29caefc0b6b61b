"""Writes the styles and the automatic numbers of a Word file."""

from __future__ import annotations

from text_example.looks import STYLES, Look
from text_example.word_paragraphs import shape

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = {
    "title": "Title",
    "heading": "heading 1",
    "opening": "Opening",
    "preambular": "Preambular Paragraph",
    "operative": "Operative Paragraph",
    "letter": "Sub-Paragraph",
    "roman": "Sub-Sub-Paragraph",
    "cell": "Table Text",
    "note": "footnote text",
    "header": "header",
    "footer": "footer",
}
_LETTERS = {"title": '<w:b/><w:sz w:val="30"/>', "heading": "<w:b/>", "cell": '<w:sz w:val="21"/>'}
_SMALL = '<w:sz w:val="20"/>'
_TAGS = {"en": "en-GB", "ru": "ru-RU", "tr": "tr-TR"}
_NUMBERS = (
    ("decimal", "%1.", 0, 567),
    ("lowerLetter", "(%2)", 1134, -567),
    ("lowerRoman", "(%3)", 1701, -567),
)


def styles(look: Look, language: str) -> str:
    """Return the part with the styles."""
    font = f'w:ascii="{look.font}" w:hAnsi="{look.font}" w:eastAsia="{look.font}" w:cs="{look.font}"'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {font}/>"
        f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/><w:lang w:val="{_TAGS[language]}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    normal = "a" if look.styles and look.styles["title"] != STYLES["title"] else "Normal"
    found = [
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{normal}"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        *(_style(kind, id, normal, look) for kind, id in (look.styles or _plain()).items()),
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        f'<w:basedOn w:val="{normal}"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>',
    ]
    return f"{HEAD}<w:styles {W}>{defaults}{''.join(found)}</w:styles>"


def numbering() -> str:
    """Return the part with the automatic numbers of operative paragraphs and what stands under them."""
    levels = "".join(_level(place, *about) for place, about in enumerate(_NUMBERS))
    abstract = (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    return f'{HEAD}<w:numbering {W}>{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def _plain() -> dict[str, str]:
    """The styles that Word has of its own where nobody uses any: of notes, headers and footers."""
    return {kind: STYLES[kind] for kind in ("note", "header", "footer")}


def _style(kind: str, id: str, normal: str, look: Look) -> str:
    letters = _LETTERS.get(kind, _SMALL if kind in ("note", "header", "footer") else "")
    own = kind in ("opening", "preambular", "operative", "letter", "roman", "cell")
    custom = ' w:customStyle="1"' if own else ""
    outline = '<w:outlineLvl w:val="0"/>' if kind == "heading" else ""
    keep = "<w:keepNext/>" if kind in ("title", "heading") else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val="{_NAMES[kind]}"/>'
        f'<w:basedOn w:val="{normal}"/><w:qFormat/><w:pPr>{keep}{shape(kind, look)}{outline}</w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _level(place: int, form: str, text: str, left: int, first: int) -> str:
    which = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
    tab = 1134 if place == 0 else left
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{tab}"/></w:tabs>'
        f'<w:ind w:left="{left}" {which}/></w:pPr></w:lvl>'
    )
