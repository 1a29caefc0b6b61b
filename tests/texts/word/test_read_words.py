"""What is text in a Word file and what is not."""

from __future__ import annotations

from hashlib import sha256

import pytest

from kengesh.texts.reading.filed import Filed
from kengesh.texts.word.reading import read_word
from tests.texts.word.docx import OFFICE, cell, docx, field, ins, p, parts, r, row, table, zipped


def read(*body: str, **others: str) -> Filed:
    return read_word(docx(*body, **others), "base.docx", "en")


def texts(*body: str, **others: str) -> list[str]:
    return [unit.text for unit in read(*body, **others).text.units]


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def test_the_instruction_of_a_field_is_not_text_and_its_result_is() -> None:
    inner = field("REF a", "nested")
    assert texts(p("see ", field('HYPERLINK "https://example.org/"', "page ", inner), " there")) == [
        "see page nested there"
    ]


def test_a_field_without_result_has_no_text() -> None:
    begin, end = run('<w:fldChar w:fldCharType="begin"/>'), run('<w:fldChar w:fldCharType="end"/>')
    assert texts(p("a", begin, run("<w:instrText>XE</w:instrText>"), end, "b")) == ["ab"]


def test_a_field_whose_end_is_lost_takes_no_paragraph_with_it() -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>')
    filed = read(p("One", begin, "lost"), p("Two"))
    assert [unit.text for unit in filed.text.units] == ["One", "Two"]
    assert "“lost”" in filed.findings[0].says


def test_a_result_of_several_paragraphs_is_text() -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>TOC</w:instrText>")
    separate, end = run('<w:fldChar w:fldCharType="separate"/>'), run('<w:fldChar w:fldCharType="end"/>')
    assert texts(p(begin, separate, "One"), p("Two", end), p("Three")) == ["One", "Two", "Three"]


@pytest.mark.parametrize("tag", ["fldSimple", "hyperlink", "smartTag", "customXml", "dir", "bdo", "unknown"])
def test_words_in_something_around_them_are_text(tag: str) -> None:
    assert texts(p("a ", f"<w:{tag}>{r('b')}{ins(' c')}</w:{tag}>", " d")) == ["a b c d"]


def test_content_controls_are_read_at_every_level() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = control(p("One ", control(r("two"))))
    rows = control(row(control(cell("a")), cell(control(p("b")))))
    assert texts(body, table(rows)) == ["One two", "a", "b"]


def test_an_empty_prompt_is_text_and_reported() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Enter a date')}</w:sdtContent></w:sdt>"
    filed = read(p("By ", prompt))
    assert filed.text.units[0].text == "By Enter a date"
    assert "“Enter a date”" in filed.findings[0].says


def test_tabs_and_breaks_are_blanks_and_hyphens_are_hyphens() -> None:
    inner = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
    assert texts(p(run(inner))) == ["a b c\u2011d\u00ade"]


def test_blanks_at_the_end_of_words_count_where_the_file_keeps_them() -> None:
    assert texts(
        p(run("<w:t> a </w:t>"), run('<w:t xml:space="preserve"> b </w:t>'), run("<w:t>c</w:t>"))
    ) == ["a b c"]


def test_signs_of_known_fonts_are_letters_and_others_are_reported() -> None:
    known = '<w:sym w:font="Symbol" w:char="F0B3"/>'
    filed = read(p(run(f"<w:t>x</w:t>{known}"), run('<w:sym w:font="Webdings" w:char="F041"/>')))
    assert filed.text.units[0].text == "x≥□"
    assert "Webdings" in filed.findings[0].says


def test_of_alternate_content_one_form_is_read_once() -> None:
    def alternate(requires: str) -> str:
        choice = f'<mc:Choice Requires="{requires}">{r("new")}</mc:Choice>'
        return f"<mc:AlternateContent>{choice}<mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent>"

    assert texts(p(alternate("wps")), p(alternate("x99"))) == ["new", "old"]


def test_a_text_box_is_paragraphs_of_its_own_after_the_one_that_has_it() -> None:
    shape = f"<w:drawing><wps:txbx><w:txbxContent>{p('In ', ins('the '), 'box')}{p('Two')}</w:txbxContent></wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox><w:txbxContent>{p('In the box')}</w:txbxContent></v:textbox></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
    filed = read(p("Before ", run(both), "after"), p("End"))
    assert [unit.text for unit in filed.text.units] == ["Before after", "In the box", "Two", "End"]
    assert filed.rejected is not None
    assert [unit.text for unit in filed.rejected.units] == ["Before after", "In box", "Two", "End"]


def test_a_picture_and_a_formula_are_reported() -> None:
    filed = read(p("a", run("<w:drawing/>"), "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"))
    assert filed.text.units[0].text == "ax+1"
    assert [finding.says.split()[0] for finding in filed.findings] == ["A", "The"]


def test_hidden_words_are_read_and_reported() -> None:
    styles = '<w:style w:type="character" w:styleId="S"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    filed = read(
        p("a ", r("b ", "<w:vanish/>"), r("c ", '<w:rStyle w:val="S"/>'), r("d", '<w:vanish w:val="0"/>')),
        styles=styles,
    )
    assert filed.text.units[0].text == "a b c d"
    assert [finding.says for finding in filed.findings] == [
        f"Hidden words were read as text: “{word}”." for word in "bc"
    ]


def test_words_of_a_header_are_reported_and_a_page_number_is_not() -> None:
    assert "“Draft of 4 May”" in read(p("a"), header=p("Draft of 4 May")).findings[0].says
    assert not read(p("a"), header=p("12")).findings


def test_our_own_signs_in_a_file_are_other_signs_and_reported() -> None:
    filed = read(p("a ⁅u4⁆ ¶ b"))
    assert filed.text.units[0].text == "a [u4] ❡ b"
    assert len(filed.findings) == 1


def test_empty_paragraphs_are_left_out_and_empty_cells_are_not() -> None:
    assert texts(p("A"), p(), p("   "), table(row(cell(p()), cell("b")))) == ["A", "", "b"]


def test_titles_and_headings_are_known_by_style_name_base_and_outline_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="Глава"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="Раздел"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = p("A", style="a3"), p("B.", style="1"), p("C.", style="x"), p("D.", style="y"), p("E.")
    kinds = [unit.kind.value for unit in read(*body, styles=styles).text.units]
    assert kinds == ["title", "heading", "heading", "heading", "paragraph"]


def test_text_from_right_to_left_is_read_in_its_logical_order() -> None:
    assert texts(p("Aktau ", r("آکتائو", "<w:rtl/>"), " port")) == ["Aktau آکتائو port"]


def test_text_is_in_normal_form_c_also_across_runs() -> None:
    assert texts(p("Qo", "\u0301", "qand")) == ["Qóqand"]


def test_a_typed_number_is_no_part_of_the_text() -> None:
    (_title, unit) = read(p("Declaration"), p("5. Decide to meet;")).text.units
    assert (unit.number, unit.text) == ("5.", "Decide to meet;")


def test_the_language_is_guessed_where_it_is_not_given() -> None:
    words = (
        "Стороны договорились создать общую сеть перевозок и ежегодно сообщать о времени простоя в портах."
    )
    assert read_word(docx(p(words)), "a.docx").text.language == "ru"


def test_a_file_is_known_by_its_digest_and_dated_by_its_properties_where_it_has_no_changes() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>2026-05-04T12:00:00Z</dcterms:modified></cp:coreProperties>'
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relation = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/core.xml"/>'
    data = zipped(parts(p("a"), root_relations=relation, more={"docProps/core.xml": core.encode()}))
    filed = read_word(data, "a.docx", "en")
    assert (filed.digest, filed.filed_at, filed.file_name) == (
        sha256(data).hexdigest(),
        "2026-05-04T12:00:00Z",
        "a.docx",
    )
    assert read_word(docx(p("a")), "a.docx", "en").filed_at == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_parts_in_other_encodings_of_unicode_are_read(encoding: str) -> None:
    entries = parts(p("Қазақстан"))
    text = (
        entries["word/document.xml"].decode().replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8")
    )
    entries["word/document.xml"] = text.encode(encoding)
    assert read_word(zipped(entries), "a.docx", "kk").text.units[0].text == "Қазақстан"


def test_what_points_outside_is_reported_and_not_fetched() -> None:
    def relation(kind: str) -> str:
        return f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="http://127.0.0.1:9/x" TargetMode="External"/>'

    entries = parts(p("a"), relations=relation("image") + relation("hyperlink"))
    settings = relation("attachedTemplate")
    entries["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{settings}</Relationships>'.encode()
    )
    findings = read_word(zipped(entries), "a.docx", "en").findings
    assert [finding.says.split("(")[1].split(")")[0] for finding in findings] == ["attachedTemplate", "image"]
