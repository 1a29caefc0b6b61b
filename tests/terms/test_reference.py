"""A citation for other programs: complete, true to the source, and one record whatever the source holds.

`csl/csl-data.json` is the schema of CSL-JSON 1.0.2, from github.com/citation-style-language/schema at commit e3ce254, under
the MIT licence beside it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.numbers import format_decimal

from kengesh.mechanism.record import Mechanism
from kengesh.terms.citations import Source
from kengesh.terms.dates import parse_when
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.page_reference import PageReference, cite_page, count_in_words, page_to_csl, page_to_ris
from kengesh.terms.reference import one_line, to_csl, to_ris

SCHEMA = json.loads((Path(__file__).parent / "csl" / "csl-data.json").read_text(encoding="utf-8"))
TAGGED = re.compile(r"([A-Z][A-Z0-9])  - (.*)")

FOUNDING = Source(
    id="avim-2025-109",
    author=("Seyda Nur Osmanlı",),
    title="Taşkent Zirvesi",
    container="AVİM Yorum 2025/109",
    published=parse_when("2025-12-16"),
    language="tr",
    address="https://example.org/taskent",
    accessed=parse_when("2026-06-04"),
    source_kind="research",
    seen="whole",
    founding=True,
)
PAGE = PageReference(
    title="Azerbaijan",
    record_title="The record of the Consultative Meeting",
    language="en",
    on=date(2025, 11, 15),
    known_at=1703,
    reported_by=None,
    address="https://example.org/states/AZE?on=2025-11-15",
    accessed=date(2026, 11, 26),
    compilers=(),
    root=None,
)


def faults(value: Any, schema: dict[str, Any] = SCHEMA, at: str = "items") -> list[str]:
    """What a JSON value has against the words of JSON Schema that the schema of CSL uses."""
    if "$ref" in schema:
        schema = SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        tried = [faults(value, one, at) for one in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    types = {"array": list, "object": dict, "string": str, "number": (int, float), "boolean": bool}
    named = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, types[name]) for name in named):
        return [f"{at}: {value!r} is not {named}"]
    found = [f"{at}: {value!r} is not a word of it"] if value not in schema.get("enum", [value]) else []
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
        return found + [
            fault for i, one in enumerate(value) for fault in faults(one, schema["items"], f"{at}.{i}")
        ]
    if isinstance(value, dict):
        known = schema["properties"]
        found += [f"{at}: no {name}" for name in schema.get("required", ()) if name not in value]
        found += [f"{at}: {name} is not a field" for name in value if name not in known]
        return found + [
            fault
            for name in value
            if name in known
            for fault in faults(value[name], known[name], f"{at}.{name}")
        ]
    return found


def read_ris(text: str) -> list[dict[str, list[str]]]:
    """Records as a program reads them: tagged lines with CR LF from TY to ER, and nothing else."""
    assert text.endswith("\r\n")
    records: list[dict[str, list[str]]] = []
    open_record: dict[str, list[str]] | None = None
    for line in text[:-2].split("\r\n"):
        tagged = TAGGED.fullmatch(line)
        assert tagged, line
        tag, value = tagged.groups()
        assert (tag == "TY") is (open_record is None), line
        if tag == "ER":
            assert value == "" and open_record is not None
            records.append(open_record)
            open_record = None
        else:
            open_record = open_record or {}
            open_record.setdefault(tag, []).append(value)
    assert open_record is None
    return records


@pytest.fixture(scope="module")
def sources(founding: Mechanism) -> list[Source]:
    view = founding.view()
    ids = dict.fromkeys(act.fields["source"] for act in view.of_kind("register-source"))
    return [one for one in map(view.source, ids) if one is not None]


def test_a_source_is_an_item_of_csl():
    assert to_csl(FOUNDING) == {
        "id": "avim-2025-109",
        "type": "report",
        "author": [{"literal": "Seyda Nur Osmanlı"}],
        "title": "Taşkent Zirvesi",
        "container-title": "AVİM Yorum 2025/109",
        "issued": {"date-parts": [[2025, 12, 16]]},
        "accessed": {"date-parts": [[2026, 6, 4]]},
        "language": "tr",
        "URL": "https://example.org/taskent",
    }


def test_a_source_is_a_record_of_ris():
    assert to_ris(replace(FOUNDING, seen="opening")).split("\r\n") == [
        "TY  - RPRT",
        "AU  - Seyda Nur Osmanlı",
        "TI  - Taşkent Zirvesi",
        "T2  - AVİM Yorum 2025/109",
        "PY  - 2025",
        "DA  - 2025/12/16/",
        "Y2  - 2026/06/04/",
        "LA  - tr",
        "UR  - https://example.org/taskent",
        "N1  - Only its opening was read.",
        "ER  - ",
        "",
    ]


def test_what_a_source_does_not_give_is_left_out_and_never_made_up_from_the_address():
    bare = Source("x", address="https://example.org/2025/11/16/osmanli-summit", seen="whole")
    assert to_csl(bare) == {"id": "x", "type": "webpage", "URL": bare.address}
    assert to_ris(bare) == f"TY  - ELEC\r\nUR  - {bare.address}\r\nER  - \r\n"
    assert to_csl(Source("x", seen="whole")) == {"id": "x", "type": "document"}
    assert to_ris(Source("x", seen="whole")) == "TY  - GEN\r\nER  - \r\n"


@pytest.mark.parametrize(
    ("kind", "container", "csl", "ris"),
    [
        ("press", "TASS", "article-newspaper", "NEWS"),
        ("press", None, "webpage", "ELEC"),
        ("research", "AVİM Yorum", "report", "RPRT"),
        ("research", None, "webpage", "ELEC"),
        ("depositary", "Treaty Series", "webpage", "ELEC"),
        ("official", None, "webpage", "ELEC"),
        ("party-official", "Kazinform", "webpage", "ELEC"),
        ("of-a-later-version", "x", "webpage", "ELEC"),
    ],
)
def test_whose_voice_it_is_does_not_make_a_treaty_of_it(kind, container, csl, ris):
    source = replace(FOUNDING, source_kind=kind, container=container)
    assert to_csl(source)["type"] == csl
    assert to_ris(source).startswith(f"TY  - {ris}\r\n")


@pytest.mark.parametrize(
    ("written", "issued", "ris"),
    [
        ("2025", {"date-parts": [[2025]]}, "2025///"),
        ("2025-11", {"date-parts": [[2025, 11]]}, "2025/11//"),
        ("0987-01-02", {"date-parts": [[987, 1, 2]]}, "0987/01/02/"),
        ("2025-11~", {"date-parts": [[2025, 11]], "circa": True}, "2025/11//circa"),
        ("2025-11-16?", {"date-parts": [[2025, 11, 16]], "circa": True}, "2025/11/16/circa"),
        ("2023-02-09/2023-02-12", {"date-parts": [[2023, 2, 9], [2023, 2, 11]]}, "2023/02//"),
        ("2023-02-09/2023-02-10", {"date-parts": [[2023, 2, 9]]}, "2023/02/09/"),
        ("2024/2025~", {"date-parts": [[2024], [2025]], "circa": True}, None),
        ("[2024-05-01..2024-05-09]", {"date-parts": [[2024, 5]]}, "2024/05//"),
        ("[2023..2025]", {"literal": "between 2023 and 2025"}, None),
        ("[..2025-01-01]", {"literal": "not later than 1 January 2025"}, None),
        ("2024-03-01/..", {"literal": "from 1 March 2024"}, None),
        ("/2024-03-01", {"literal": "until 29 February 2024; beginning not known"}, None),
    ],
)
def test_a_date_keeps_its_precision(written, issued, ris):
    source = replace(FOUNDING, published=parse_when(written))
    assert to_csl(source)["issued"] == issued
    (record,) = read_ris(to_ris(source))
    assert record.get("DA") == (ris and [ris])
    assert record.get("PY") == (ris and [ris[:4]])
    assert faults([to_csl(source)]) == []


def test_what_numbers_cannot_say_of_a_day_is_said_in_the_language_asked_for():
    within = replace(FOUNDING, published=parse_when("[2024-05-01..2024-05-09]"))
    assert to_csl(within)["note"] == "Published: between 1 May 2024 and 9 May 2024."
    assert (
        "2024 г."
        in to_csl(replace(within, published=parse_when("[..2024-05-09]")), "ru")["issued"]["literal"]
    )
    assert "note" not in to_csl(FOUNDING)
    with pytest.raises(ValueError, match="de is not a language"):
        to_csl(within, "de")


def test_a_weak_source_and_a_copy_say_so_in_both_forms():
    source = replace(FOUNDING, seen="title-only", copy_of="tass-1", weak="an interested party")
    says = "Only its title was seen. A copy of tass-1; the two count as one. Weak: an interested party."
    assert to_csl(source)["note"] == says
    assert read_ris(to_ris(source))[0]["N1"] == [says]


HOSTILE = [
    "Summit\r\nER  - \r\nTY  - BOOK\r\nTI  - Another",
    "Summit\nER  - \nTY  - BOOK",
    *(f"Summit{sign}ER  - {sign}TY  - BOOK" for sign in "\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"),
    "Sum\x00mit \x1b[31m \u202esdrawkcab\u2066 \ufeff \ud800",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_source_opens_or_ends_a_record(text):
    source = Source(
        text,
        (text,),
        text,
        text,
        None,
        text,
        text,
        source_kind="press",
        seen="whole",
        weak=text,
        copy_of=text,
    )
    written = to_ris(source)
    assert len(read_ris(written)) == 1
    assert written.count("\r\n") == len(written.splitlines()) == 7
    for form in (written.replace("\r\n", ""), *to_csl(source)["author"][0].values(), to_csl(source)["title"]):
        form.encode("utf-8")
        assert form.isprintable()
    assert faults([to_csl(source)]) == []


def test_a_text_of_blanks_and_control_characters_is_no_value():
    assert one_line(" \n\x00\u200b ") == one_line(None) == ""
    assert to_csl(replace(FOUNDING, title="\n", author=("\x00",))).keys().isdisjoint({"title", "author"})
    assert one_line("1\u00a0703 \t entries") == "1\u00a0703 entries"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://example.org/a b"]
)
def test_an_address_that_is_not_one_of_the_web_is_left_out(address):
    source = replace(FOUNDING, address=address)
    assert "URL" not in to_csl(source)
    assert "UR  - " not in to_ris(source)


def test_the_note_of_an_item_sets_no_field_of_it():
    weak = replace(FOUNDING, weak="see {:DOI: 10.1000/1}")
    assert "{:" not in to_csl(weak)["note"]


def test_every_source_of_the_founding_record_is_an_item_by_the_schema_of_csl(sources):
    items = [to_csl(one, language) for one in sources for language in LANGUAGES]
    assert faults(items) == []
    assert len({item["id"] for item in items}) == len(sources) > 400
    kinds = Counter(item["type"] for item in items)
    assert set(kinds) == {"article-newspaper", "report", "webpage"}


def test_the_check_by_the_schema_finds_what_is_wrong():
    item = to_csl(FOUNDING)
    wrong = [
        item | {"type": "tweet"},
        item | {"editorial": "x"},
        {"id": "x"},
        item | {"issued": {"date-parts": [[2025, 1, 1, 1]]}},
        item | {"author": [{"name": "x"}]},
        item | {"version": 5},
    ]
    assert [len(faults([one])) for one in wrong] == [1] * len(wrong)


def test_every_source_of_the_founding_record_is_read_back_from_one_file(sources):
    records = read_ris("".join(map(to_ris, sources)))
    assert len(records) == len(sources)
    for source, record in zip(sources, records, strict=True):
        assert record.get("TI", [None]) == [source.title]
        assert record.get("T2", [None]) == [source.container]
        assert record.get("AU", []) == list(source.author)
        assert record.get("UR", [None]) == [source.address]
        day = source.published.text.replace("-", "/") + "/" if source.published else None
        assert record.get("DA", [None]) == [day]


def test_a_page_is_cited_with_the_day_it_speaks_of_and_the_entries_it_rests_on():
    assert cite_page(PAGE) == (
        "“Azerbaijan,” in The record of the Consultative Meeting, as of 15 November 2025, 1,703 entries, "
        "https://example.org/states/AZE?on=2025-11-15 (accessed 26 November 2026)."
    )


def test_a_page_names_its_compilers_its_publisher_and_the_last_day_of_its_sources():
    page = replace(
        PAGE,
        compilers=("A. One", "B. Two"),
        publisher="An Institute",
        reported_by=date(2025, 12, 1),
        known_at=1,
    )
    assert cite_page(page).startswith(
        "“Azerbaijan,” in The record of the Consultative Meeting, compiled by A. One and B. Two, An Institute, "
        "as of 15 November 2025, by sources published up to 1 December 2025, 1 entry, https://"
    )


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "“Who decides?” in"), ("ru", "«Who decides?»,"), ("tr", "“Who decides?”,")],
)
def test_a_page_is_cited_with_the_quotation_marks_of_its_language(language, title):
    assert cite_page(replace(PAGE, title="Who decides?", language=language)).startswith(title)


def test_a_language_that_is_not_ours_is_refused():
    page = replace(PAGE, language="de")
    for written in (cite_page, page_to_csl, page_to_ris):
        with pytest.raises(ValueError, match="de is not a language"):
            written(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 999, 1703, 1234567])
def test_thousands_stand_apart_as_unicode_has_it(number, language):
    assert count_in_words(number, language) == format_decimal(number, locale=language)


def test_a_page_has_no_day_of_publication_and_its_compilers_are_not_authors():
    page = replace(PAGE, compilers=("A. One",), root="x47DEQ=", publisher="An Institute")
    item = page_to_csl(page)
    note = (
        "As of 15 November 2025 (the day that the page speaks of). It rests on 1,703 entries of the log. "
        "The root of the log at that size: x47DEQ="
    )
    assert item == {
        "id": PAGE.address,
        "type": "webpage",
        "compiler": [{"literal": "A. One"}],
        "title": "Azerbaijan",
        "container-title": "The record of the Consultative Meeting",
        "publisher": "An Institute",
        "version": "1703",
        "accessed": {"date-parts": [[2026, 11, 26]]},
        "language": "en",
        "URL": PAGE.address,
        "note": note,
    }
    assert read_ris(page_to_ris(page)) == [
        {
            "TY": ["ELEC"],
            "A2": ["A. One"],
            "TI": ["Azerbaijan"],
            "T2": ["The record of the Consultative Meeting"],
            "PB": ["An Institute"],
            "ET": ["1703"],
            "Y2": ["2026/11/26/"],
            "LA": ["en"],
            "UR": [PAGE.address],
            "N1": [note],
        }
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_in_each_language_is_an_item_by_the_schema(language):
    page = replace(PAGE, language=language, reported_by=date(2025, 12, 1))
    assert faults([page_to_csl(page)]) == []
    assert len(read_ris(page_to_ris(page))) == 1
