"""What a paragraph is, by the practice of the United Nations, in nine languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.texts.reading.numbers import bare_number, is_structural, split_number
from kengesh.texts.reading.paragraph import Paragraph
from kengesh.texts.reading.recognise import recognised
from kengesh.texts.tokens import cleaned
from kengesh.texts.units import Place, Text, UnitKind, read_version, written

TITLE, HEADING, PREAMBULAR, OPERATIVE, SUB, PARAGRAPH = (
    UnitKind.TITLE,
    UnitKind.HEADING,
    UnitKind.PREAMBULAR,
    UnitKind.OPERATIVE,
    UnitKind.SUBPARAGRAPH,
    UnitKind.PARAGRAPH,
)


def kinds(language: str, *texts: str) -> list[UnitKind]:
    return [unit.kind for unit in recognised([Paragraph(text=text) for text in texts], language)]


def numbers(*texts: str) -> list[tuple[str, int]]:
    units = recognised([Paragraph(text=text) for text in texts], "en")
    return [(unit.number, unit.level) for unit in units]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("5. Decide to establish", "5.", "Decide to establish"),
        ("5.Decide to establish", "5.", "Decide to establish"),
        ("5) Decide", "5)", "Decide"),
        ("5- Karar verir", "5-", "Karar verir"),
        ("5 bis. Invite", "5 bis.", "Invite"),
        ("5 бис. Предложить", "5 бис.", "Предложить"),
        ("1.2 The corridor shall be open", "1.2", "The corridor shall be open"),
        ("1.2. the corridor", "1.2.", "the corridor"),
        ("(a) the ports;", "(a)", "the ports;"),
        ("a) the ports;", "a)", "the ports;"),
        ("(iv) the roads;", "(iv)", "the roads;"),
        ("а) порты;", "а)", "порты;"),
        ("(12) the roads;", "(12)", "the roads;"),
        ("II. Corridors", "II.", "Corridors"),
        ("Article 3. The Parties shall", "Article 3.", "The Parties shall"),
        ("Article 5 bis. The Parties", "Article 5 bis.", "The Parties"),
        ("Статья 3. Стороны", "Статья 3.", "Стороны"),
        ("Статья 3 Определения", "Статья 3", "Определения"),
        ("3-modda. Tomonlar", "3-modda.", "Tomonlar"),
        ("3-cü maddə. Tərəflər", "3-cü maddə.", "Tərəflər"),
        ("3-nji madda. Taraplar", "3-nji madda.", "Taraplar"),
        ("3-бап. Тараптар", "3-бап.", "Тараптар"),
        ("3-берене. Тараптар", "3-берене.", "Тараптар"),
        ("Моддаи 3. Тарафҳо", "Моддаи 3.", "Тарафҳо"),
        ("MADDE 3 – Taraflar iş birliği yapar.", "MADDE 3 –", "Taraflar iş birliği yapar."),
        ("PP3 Recalling", "PP3", "Recalling"),
        ("ПП3 Напоминая", "ПП3", "Напоминая"),
        ("OP5 Decides", "OP5", "Decides"),
        ("§ 4 The network", "§ 4", "The network"),
        ("5 alt 1. Agree", "5 alt 1.", "Agree"),
        ("5 alt 1 UZB: Agree", "5 alt 1 UZB:", "Agree"),
        ("5 альт. 1 Согласиться", "5 альт. 1", "Согласиться"),
        ("5 seçenek 1: Mutabık kalır", "5 seçenek 1:", "Mutabık kalır"),
        ("5 bis KAZ, UZB: Invite", "5 bis KAZ, UZB:", "Invite"),
        ("5 (a) bis KAZ: roads;", "5 (a) bis KAZ:", "roads;"),
        ("PP3 bis UZB: Noting", "PP3 bis UZB:", "Noting"),
        ("5A. Invite", "5A.", "Invite"),
        ("ADD 5A Invite", "ADD 5A", "Invite"),
        ("— the ports;", "—", "the ports;"),
        ("• the ports;", "•", "the ports;"),
    ],
)
def test_a_typed_number_is_kept_as_it_was_printed(text, number, rest):
    assert split_number(text) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2025 was a year of growth.",
        "10 000 TEU a year cross the Caspian Sea.",
        "5.5 % of trade crosses it.",
        "2.5 million tonnes cross it.",
        "1.5 TEU per wagon are carried.",
        "15 November 2025",
        "20.11.2025 г.",
        "5 members of the group",
        "Article 3 of the Charter provides for consensus;",
        "Статья 3 Устава предусматривает консенсус;",
        "г. Ташкент, 15 ноября 2025 года",
        "A. Karimov opened the meeting.",
        "(EAEU) is a union.",
        "5.",
        "Article 3",
        "-5 degrees",
    ],
)
def test_a_figure_with_which_a_sentence_begins_is_no_number(text):
    assert split_number(text) == ("", text)


def test_a_letter_with_a_stop_is_a_number_where_it_goes_on_with_a_list():
    assert split_number("г. Организовать встречу;", "в.") == ("г.", "Организовать встречу;")
    assert split_number("b. the ports;", "a.") == ("b.", "the ports;")
    assert split_number("b. the ports;")[0] == ""


@pytest.mark.parametrize(
    ("number", "bare"),
    [
        ("5.", "5"),
        ("5)", "5"),
        ("(a)", "(a)"),
        ("a)", "a)"),
        ("5 alt 1 UZB:", "5 alt 1 UZB"),
        ("MADDE 3 –", "MADDE 3"),
        ("—", "—"),
    ],
)
def test_a_bare_number_has_no_stop(number, bare):
    assert bare_number(number) == bare


def test_the_number_of_a_part_may_be_a_whole_paragraph():
    assert all(map(is_structural, ["Article 3", "3-modda.", "Annex II", "Боби 2", "ГЛАВА II"]))
    assert not any(map(is_structural, ["Article 3 of the Charter", "Articles", "2028"]))


PREAMBULAR_PARAGRAPHS = {
    "en": [
        "Recalling the meeting of 2025,",
        "Deeply concerned by delays,",
        "Having considered the report;",
        "Guided by the Charter,",
    ],
    "tr": [
        "2025 toplantısını hatırlayarak,",
        "Büyümeyi memnuniyetle kaydederek,",
        "Egemenliğin önemini vurgulayarak,",
    ],
    "ru": [
        "напоминая о встрече 2025 года,",
        "с удовлетворением отмечая рост,",
        "будучи убеждены в пользе сети,",
        "руководствуясь Уставом,",
    ],
    "az": [
        "2025-ci il görüşünü xatırladaraq,",
        "artımı məmnuniyyətlə qeyd edərək,",
        "Nizamnaməni rəhbər tutaraq,",
    ],
    "kk": [
        "2025 жылғы кездесуді еске ала отырып,",
        "өсімді қанағаттанумен атап өтіп,",
        "Жарғыны басшылыққа ала отырып,",
    ],
    "ky": ["2025-жылдагы жолугушууну эске алып,", "өсүштү канааттануу менен белгилеп,", "Уставга таянып,"],
    "tg": [
        "мулоқоти соли 2025-ро ба ёд оварда,",
        "рушдро бо қаноатмандӣ қайд карда,",
        "ба назар гирифта, ки савдо меафзояд,",
    ],
    "tk": ["2025-nji ýyldaky duşuşygy ýatlap,", "ösüşi kanagatlanma bilen belläp,", "Tertipnamany goldanyp,"],
    "uz": [
        "2025-yilgi uchrashuvni eslab,",
        "oʻsishni mamnuniyat bilan qayd etib,",
        "Nizomga amal qilgan holda,",
    ],
}


@pytest.mark.parametrize("language", PREAMBULAR_PARAGRAPHS)
def test_preambular_paragraphs_open_or_close_with_a_participle(language):
    found = kinds(language, *PREAMBULAR_PARAGRAPHS[language], "1. The network is established.")
    assert found == [PREAMBULAR] * len(PREAMBULAR_PARAGRAPHS[language]) + [OPERATIVE]


OPERATIVE_PARAGRAPHS = {
    "en": ["Decides to establish a network;", "Also requests the host to report.", "We agree to meet again."],
    "tr": ["Ortak bir ağ kurmayı kararlaştırır;", "Ev sahibini rapor vermeye davet eder."],
    "ru": [
        "Постановляет создать единую сеть;",
        "настоятельно призывает государства сотрудничать.",
        "Договорились встретиться вновь.",
    ],
    "az": ["Birgə şəbəkə yaratmağı qərara alır;", "Dövlətləri əməkdaşlığa çağırır."],
    "kk": ["Бірлескен желі құруға шешім қабылдайды;", "Мемлекеттерді ынтымақтасуға шақырады."],
    "ky": ["Биргелешкен тармак түзүүнү чечет;", "Мамлекеттерди кызматташууга чакырат."],
    "tg": ["Дар бораи таъсиси шабака қарор қабул мекунад;", "Давлатҳоро ба ҳамкорӣ даъват менамояд."],
    "tk": ["Bilelikdäki tory döretmegi karar edýär;", "Döwletleri hyzmatdaşlyga çagyrýar."],
    "uz": ["Qoʻshma tarmoq tuzishga qaror qiladi;", "Davlatlarni hamkorlikka chaqiradi."],
}


@pytest.mark.parametrize("language", OPERATIVE_PARAGRAPHS)
def test_operative_paragraphs_without_a_number_open_or_close_with_the_verb_of_a_decision(language):
    assert set(kinds(language, *OPERATIVE_PARAGRAPHS[language])) == {OPERATIVE}


def test_the_line_that_says_who_speaks_is_a_paragraph():
    assert kinds("en", "The Heads of State of Kazakhstan and Uzbekistan,", "Recalling 2025,") == [
        PARAGRAPH,
        PREAMBULAR,
    ]
    assert kinds("ru", "Главы государств Центральной Азии,", "напоминая о 2025 годе,") == [
        PARAGRAPH,
        PREAMBULAR,
    ]
    assert kinds("tr", "Biz, Devlet Başkanları, bir araya gelerek,") == [PARAGRAPH]


def test_after_the_first_operative_paragraph_none_is_preambular_until_a_heading_begins_a_part():
    found = kinds("en", "1. Decides to meet;", "Recalling the past,", "Annex II", "Recalling the past,")
    assert found == [OPERATIVE, PARAGRAPH, HEADING, PREAMBULAR]


def test_a_footnotes_mark_after_the_comma_does_not_hide_it():
    assert kinds("en", "Recalling the meeting of 2025,⁅f1⁆") == [PREAMBULAR]


def test_the_first_short_line_without_a_stop_is_the_title():
    assert kinds("en", "Declaration on a joint network", "Background") == [TITLE, HEADING]
    assert kinds("en", "5. Decide to meet", "Declaration") == [OPERATIVE, PARAGRAPH]
    assert kinds("en", "The Heads of State,", "DECLARATION") == [PARAGRAPH, HEADING]


def test_what_the_format_calls_a_title_is_the_title_and_a_second_one_a_heading():
    given_by_format = [
        Paragraph(text="Restricted"),
        Paragraph(text="Declaration", title=True),
        Paragraph(text="Annex", title=True),
    ]
    assert [unit.kind for unit in recognised(given_by_format, "en")] == [PARAGRAPH, TITLE, HEADING]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "CHAPTER II"),
        ("en", "Chapter II. Corridors"),
        ("en", "Article 3"),
        ("en", "Preamble"),
        ("en", "TRANSPORT CORRIDORS"),
        ("en", "A. Transport corridors"),
        ("ru", "Преамбула"),
        ("ru", "Статья 3. Определения"),
        ("ru", "ТРАНСПОРТ И СВЯЗЬ"),
        ("tr", "GİRİŞ"),
        ("tr", "İKİNCİ BÖLÜM"),
        ("az", "3-cü maddə"),
        ("kk", "2-тарау. Көлік дәліздері"),
        ("ky", "Тиркеме"),
        ("tg", "Боби 2"),
        ("tk", "2-nji bap"),
        ("uz", "2-bob. Yoʻlaklar"),
    ],
)
def test_headings(language, line):
    assert kinds(language, "1. First.", line) == [OPERATIVE, HEADING]


def test_a_heading_of_the_format_has_its_level():
    heading = recognised([Paragraph(text="II. Corridors", heading=2)], "en")[0]
    assert (heading.kind, heading.number, heading.text, heading.level) == (HEADING, "II.", "Corridors", 2)


def test_subparagraphs_have_the_level_at_which_their_numbers_first_appear():
    texts = "5. Decide:", "(a) x:", "(i) y;", "(ii) y;", "— z;", "(b) x;", "6. Agree:", "• x;", "• y."
    expected = [
        ("5.", 0),
        ("(a)", 1),
        ("(i)", 2),
        ("(ii)", 2),
        ("—", 3),
        ("(b)", 1),
        ("6.", 0),
        ("•", 1),
        ("•", 1),
    ]
    assert numbers(*texts) == expected


def test_i_after_h_is_a_letter():
    letters = [f"({letter}) x;" for letter in "abcdefghij"]
    assert [level for _number, level in numbers("5. Decide:", *letters)] == [0] + [1] * 10
    assert numbers("5. Decide:", "(a) x:", "(i) y;")[2] == ("(i)", 2)


def test_a_list_may_begin_with_a_roman_figure():
    assert numbers("5. Decide:", "(i) x;", "(ii) x;", "(a) y;", "(iii) x;") == [
        ("5.", 0),
        ("(i)", 1),
        ("(ii)", 1),
        ("(a)", 2),
        ("(iii)", 1),
    ]


def test_the_level_of_the_formats_list_comes_first():
    found = recognised(
        [
            Paragraph(text="Decide:", number="5."),
            Paragraph(text="x;", number="(a)", level=2),
            Paragraph(text="y;", number="1.", level=1),
        ],
        "en",
    )
    assert [(unit.kind, unit.level) for unit in found] == [(OPERATIVE, 0), (SUB, 2), (SUB, 1)]


def test_the_formats_number_wins_and_a_typed_one_then_is_text():
    unit = recognised([Paragraph(text="5. Decide", number="7.")], "en")[0]
    assert (unit.number, unit.text) == ("7.", "5. Decide")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5 bis. Invite others;", OPERATIVE),
        ("5 alt 1 UZB: Agree to study;", OPERATIVE),
        ("PP3 bis UZB: Noting the growth,", PREAMBULAR),
        ("(a) bis the roads;", SUB),
        ("ADD 5A Invite others;", OPERATIVE),
    ],
)
def test_a_proposal_is_of_the_kind_of_the_unit_that_its_number_names(text, kind):
    assert kinds("en", text) == [kind]


def test_cells_and_footnotes_are_what_the_reader_says_and_nothing_in_them_is_a_number():
    cell = Paragraph(text="1. Section", place=Place("t1", 1, 1))
    note = Paragraph(text="1. See the annex.", footnote="f9")
    found = recognised([cell, note, Paragraph(text="", place=Place("t1", 1, 2))], "en")
    assert [(unit.id, unit.kind, unit.number, unit.text) for unit in found] == [
        ("u1", UnitKind.CELL, "", "1. Section"),
        ("f9", UnitKind.FOOTNOTE, "", "1. See the annex."),
        ("u3", UnitKind.CELL, "", ""),
    ]


_PIECES = st.sampled_from(
    [
        "5. ",
        "(a) ",
        "(i) ",
        "5 bis ",
        "5 alt 1 ",
        "UZB: ",
        "Article 3",
        "Recalling ",
        "decides;",
        ", ",
        "II. ",
        "г. ",
        "а) ",
        "— ",
        "MOD 5 ",
    ]
)


@given(st.lists(st.lists(_PIECES | st.text(max_size=6)).map("".join).map(cleaned)))
def test_there_is_one_unit_for_each_paragraph_and_no_letter_is_lost(texts):
    units = recognised([Paragraph(text=text) for text in texts], "ru")
    assert [unit.id for unit in units] == [f"u{at}" for at in range(1, len(texts) + 1)]
    for text, unit in zip(texts, units, strict=True):
        assert text.startswith(unit.number) and text.endswith(unit.text)
        assert text.replace(" ", "") == (unit.number + unit.text).replace(" ", "") or text.split() == [
            *unit.number.split(),
            *unit.text.split(),
        ]
    assert read_version(written(Text("ru", units))) == Text("ru", units)
