"""``kengesh text positions`` and ``resolve``: who wants what, what is decided, and what becomes of every word."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
import typer
from msgspec import structs

from kengesh.cli.text.resolve import must_account
from kengesh.texts.deciding.accounting import losses
from kengesh.texts.reading.by_ending import read_file
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Status
from kengesh.texts.writing.tree import read_tree
from tests.cli.negotiation import BASE, COMMON, FIVE, NO_FOUR, UNIFIED, file, line_of


def tree(path: Path) -> RollingText:
    return read_tree(path.read_bytes())


@pytest.fixture
def filed(tmp_path: Path) -> list[str | Path]:
    """A base, and three delegations: KAZ and UZB on one word, UZB on another, TKM on a whole paragraph."""
    both = UNIFIED.replace("by 2028", "no later than 2027")
    return [
        file(tmp_path, "base.md", BASE),
        f"KAZ={file(tmp_path, 'kaz.md', COMMON)}",
        f"UZB={file(tmp_path, 'uzb.md', both)}",
        f"TKM={file(tmp_path, 'tkm.md', NO_FOUR)}",
    ]


@pytest.fixture
def rolling(kengesh, tmp_path: Path, filed: list[str | Path]) -> Path:
    """Their rolling text."""
    assert kengesh("text", "compile", *filed, "-o", tmp_path / "rolling.json").code == 0
    return tmp_path / "rolling.json"


@pytest.fixture
def place(kengesh, rolling: Path) -> str:
    """The id of the bracket around "joint", as a person finds it."""
    told = kengesh("text", "positions", rolling, "--by", "open", "-o", "-").out
    return re.search(r"\| (r[0-9a-f]{11}) \| \S*joint", told)[1]  # type: ignore[index]


@pytest.mark.parametrize("by", ["delegation", "paragraph", "traceability", "isolated", "open", "comparison"])
def test_every_table_is_shown_and_written(kengesh, tmp_path: Path, rolling: Path, by: str) -> None:
    told = kengesh("text", "positions", rolling, "--by", by)
    assert told.code == 0 and told.out.count("\n") > 3
    outs = [tmp_path / f"table.{ending}" for ending in ("csv", "md", "json")]
    assert kengesh("text", "positions", rolling, "--by", by, *(w for o in outs for w in ("-o", o))).code == 0
    found = json.loads(outs[2].read_text("utf-8"))
    rows = list(csv.reader(outs[0].read_text("utf-8-sig").splitlines()))
    assert rows[0] == found["columns"] and len(rows) == len(found["rows"]) + 1
    assert outs[1].read_text("utf-8").startswith(f"## {found['title']}")


def test_a_base_and_files_have_positions_without_a_tree(
    kengesh, filed: list[str | Path], rolling: Path
) -> None:
    assert kengesh("text", "positions", *filed).out == kengesh("text", "positions", rolling).out


def test_several_versions_are_counted_one_after_the_other(kengesh, tmp_path: Path, rolling: Path) -> None:
    second = tmp_path / "2.json"
    assert kengesh("text", "resolve", rolling, "--withdraw", "TKM", "-o", second).code == 0
    told = kengesh("text", "positions", rolling, second, "--by", "open", "-o", "-")
    counts = [line.split(" | ")[2] for line in told.out.splitlines() if re.match(r"\| [12] ", line)]
    assert counts == ["3", "2"]


def test_the_text_as_one_delegation_wants_it(kengesh, tmp_path: Path, rolling: Path) -> None:
    out = tmp_path / "uzb.docx"
    assert kengesh("text", "positions", rolling, "--for", "UZB", "-o", out).code == 0
    assert [unit.text for unit in read_file(out).text.units][-2] == (
        "Decide to establish a unified logistics network no later than 2027;"
    )
    assert "5. Decide to establish a common" in kengesh("text", "positions", rolling, "--for", "KAZ").out


def test_the_clean_text_is_there_when_nothing_is_open(kengesh, tmp_path: Path, rolling: Path) -> None:
    told = kengesh("text", "positions", rolling, "--clean")
    assert (told.code, told.out) == (2, "") and "3 brackets are still open (4, 5)." in told.err
    done = tmp_path / "done.json"
    withdrawn = [word for code in ("KAZ", "UZB", "TKM") for word in ("--withdraw", code)]
    assert kengesh("text", "resolve", rolling, *withdrawn, "-o", done).code == 0
    assert FIVE in kengesh("text", "positions", done, "--clean").out


def test_a_choice_becomes_the_text_and_what_is_gone_is_told(
    kengesh, tmp_path: Path, rolling: Path, place: str
) -> None:
    after = tmp_path / "next.json"
    told = kengesh("text", "resolve", rolling, "--choose", f"{place}=KAZ", "-o", after)
    assert told.code == 0
    assert told.out.startswith(f"--choose {place}=KAZ\n")
    assert "  5, UZB: unified\n" in told.out and "  5, base: joint\n" in told.out
    assert "brackets: 2; units with brackets: 2;" in told.out
    assert "establish a common logistics network [by 2028 / UZB: no later than 2027];" in (
        kengesh("text", "show", after).out
    )
    assert losses(tree(rolling), tree(after)) == ()


def test_a_file_of_decisions_is_taken_in_its_order(
    kengesh, tmp_path: Path, rolling: Path, place: str
) -> None:
    decisions = file(
        tmp_path,
        "decisions.yaml",
        f"""\
at: 2026-11-03T16:00:00+05:00
decisions:
  - {{choose: {place}, take: base, because: "Nobody objected."}}
  - {{withdraw: UZB, place: 5}}
  - {{agree-ad-ref: 5}}
  - {{choose: 4, take: TKM}}
  - {{agree: 6}}
  - {{park: PP1}}
""",
    )
    after = tmp_path / "next.json"
    told = kengesh("text", "resolve", rolling, decisions, "-o", after)
    assert told.code == 0, told.err
    assert f"decisions.yaml: line 3: choose {place} = base (Nobody objected.)" in told.out
    assert (
        "decisions.yaml: line 6: choose 4 = TKM\n  4, TKM: —\n  4, base: Agree to meet again in 2027.\n"
        in told.out
    )
    result = tree(after)
    statuses = {unit.number: unit.status for unit in result.base.units}
    assert (statuses["5."], statuses["6."]) == (Status.AD_REFERENDUM, Status.AGREED)
    assert "4." not in statuses and len(result.parked) == 1
    assert line_of(kengesh("text", "show", after).out, "5.").endswith("{ad ref}")


def test_options_are_decisions_after_the_file(kengesh, tmp_path: Path, rolling: Path) -> None:
    decisions = file(tmp_path, "d.yaml", "decisions:\n  - {withdraw: KAZ}\n  - {withdraw: UZB}\n")
    one, two, three = (tmp_path / f"{nth}.json" for nth in (1, 2, 3))
    told = kengesh("text", "resolve", rolling, decisions, "--agree", "5", "--park", "4", "-o", one)
    assert told.code == 0
    assert {unit.number: unit.status for unit in tree(one).base.units}["5."] is Status.AGREED
    assert kengesh("text", "resolve", one, "--reopen", "5", "-o", two).code == 0
    assert {unit.number: unit.status for unit in tree(two).base.units}["5."] is Status.REOPENED
    assert (
        kengesh("text", "resolve", two, "--withdraw", "TKM:4", "--agree-ad-ref", "4", "-o", three).code == 0
    )
    assert {unit.number: unit.status for unit in tree(three).base.units}["4."] is Status.AD_REFERENDUM


def test_an_amendment_to_an_agreed_unit_is_a_request_to_reopen(
    kengesh, tmp_path: Path, rolling: Path
) -> None:
    agreed = tmp_path / "agreed.json"
    assert kengesh("text", "resolve", rolling, "--agree", "6", "-o", agreed).code == 0
    aze = file(tmp_path, "aze.md", BASE.replace("annually", "every two years"))
    told = kengesh("text", "compile", agreed, f"AZE={aze}")
    assert "6. Member States shall report annually. {agreed}" in told.out
    assert told.out.endswith("Requests to reopen agreed units\n6 [annually / AZE: every two years]\n")
    assert "requests to reopen: 1;" in told.err


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(kengesh, tmp_path: Path, rolling: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    told = kengesh("text", "resolve", rolling, "--withdraw", "KAZ", "--dry-run", "-o", tmp_path / "next.json")
    assert told.code == 0 and "  5, KAZ: common\n" in told.out
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_the_next_text_can_be_printed_and_the_account_goes_beside_it(kengesh, rolling: Path) -> None:
    told = kengesh("text", "resolve", rolling, "--withdraw", "KAZ", "-o", "-")
    assert "[joint / UZB: unified]" in told.out and "KAZ" not in told.out
    assert told.err.startswith("--withdraw KAZ\n  5, KAZ: common\n")


REFUSED = [
    (
        ("--choose", "r00000000000=KAZ"),
        "--choose r00000000000=KAZ: the rolling text has no region and no unit r0",
    ),
    (("--choose", "4=KAZ"), "--choose 4=KAZ: KAZ proposes nothing for 4. as a whole."),
    (("--choose", "4"), "--choose: expected PLACE=TAKE, as in r0123456789a=KAZ; found 4."),
    (("--agree", "5"), "--agree 5: 5. has 2 open brackets; choose or withdraw before it is agreed."),
    (("--reopen", "5"), "--reopen 5: 5. is not agreed, so that it need not be reopened."),
    (("--withdraw", "AZE"), "--withdraw AZE: AZE has no live amendment there to withdraw."),
    (("--withdraw", "KAZ:4"), "--withdraw KAZ:4: KAZ has no live amendment there to withdraw."),
    (("--park", "99"), "--park 99: the rolling text has no region and no unit 99."),
    ((), "no decision is given; name a file of decisions"),
]


@pytest.mark.parametrize(("words", "says"), REFUSED, ids=[" ".join(words) for words, _says in REFUSED])
def test_a_decision_that_cannot_be_is_refused_where_it_was_said(
    kengesh, tmp_path: Path, rolling: Path, words, says: str
) -> None:
    told = kengesh("text", "resolve", rolling, *words, "-o", tmp_path / "next.json")
    assert (told.code, told.out) == (2, "")
    assert says in told.err
    assert not (tmp_path / "next.json").exists()


WRONG_FILES = [
    ("", "d.yaml: line 1: the field decisions is missing; it lists what was decided."),
    ("decisions: 5\n", "d.yaml: line 1: decisions must be a list"),
    ("decisions:\n  - {agreed: 5}\n", "d.yaml: line 2: expected one of choose, agree-ad-ref, agree, park"),
    ("decisions:\n  - {choose: 5}\n", "d.yaml: line 2: a choice needs the place and what to take"),
    ("decisions:\n  - {park: 5, take: KAZ}\n", "d.yaml: line 2: the field take is not known here"),
    ("decisions:\n  - {park: 5, at: today}\n", "d.yaml: line 2: at must be an instant with its zone"),
    ("decisions:\n  - {withdraw: KAZ, amendments: a1}\n", "d.yaml: line 2: amendments must be a list of ids"),
    (
        "decisions:\n  - {park: 6}\n  - {park: 99}\n",
        "d.yaml: line 3: the rolling text has no region and no unit 99",
    ),
    ("decisions: [\n", "d.yaml: line 2: this is not YAML"),
    ("who: me\ndecisions: []\n", "d.yaml: line 1: the field who is not known here"),
]


@pytest.mark.parametrize(("words", "says"), WRONG_FILES, ids=[says for _words, says in WRONG_FILES])
def test_a_file_of_decisions_is_refused_by_its_line(
    kengesh, tmp_path: Path, rolling: Path, words: str, says: str
) -> None:
    told = kengesh("text", "resolve", rolling, file(tmp_path, "d.yaml", words), "-o", tmp_path / "n.json")
    assert (told.code, told.out) == (2, "") and says in told.err
    assert not (tmp_path / "n.json").exists()


def test_words_that_no_decision_explains_are_named_and_it_leaves_with_1(
    rolling: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(rolling)
    without = tuple(one for one in before.amendments if one.delegation != "KAZ")
    with pytest.raises(typer.Exit) as left:
        must_account(before, structs.replace(before, amendments=without))
    assert left.value.exit_code == 1
    assert "no decision explains why these words would be gone: KAZ: common." in capsys.readouterr().err


def test_a_result_needs_a_place(kengesh, rolling: Path) -> None:
    told = kengesh("text", "resolve", rolling, "--park", "6")
    assert told.code == 2 and "say where the next rolling text goes, with -o next.json" in told.err


def test_the_rolling_text_itself_is_never_written_over(kengesh, rolling: Path) -> None:
    before = rolling.read_bytes()
    told = kengesh("text", "resolve", rolling, "--park", "6", "-o", rolling)
    assert told.code == 2 and "this is a file that is read here; choose another name." in told.err
    assert rolling.read_bytes() == before


def test_a_later_word_on_the_same_place_is_refused_where_the_earlier_one_settled_it(
    kengesh, tmp_path: Path, rolling: Path, place: str
) -> None:
    words = ("--choose", f"{place}=KAZ", "--choose", f"{place}=UZB")
    told = kengesh("text", "resolve", rolling, *words, "-o", tmp_path / "n.json")
    assert told.code == 2 and f"--choose {place}=UZB: the rolling text has no region" in told.err


def test_a_word_file_of_the_rolling_text_has_no_positions(
    kengesh, tmp_path: Path, filed: list[str | Path]
) -> None:
    out = tmp_path / "rolling.docx"
    assert kengesh("text", "compile", *filed, "-o", out).code == 0
    told = kengesh("text", "positions", out)
    assert told.code == 2 and "rolling.docx: a rolling text is needed, in the .json file" in told.err


def test_a_proposed_paragraph_is_told_by_its_own_label(kengesh, tmp_path: Path) -> None:
    base = file(tmp_path, "base.md", BASE)
    uzb = file(tmp_path, "uzb.md", BASE.replace("6. ", "6. Thank the host.\n\n7. "))
    rolling = tmp_path / "new.json"
    assert kengesh("text", "compile", base, f"UZB={uzb}", "-o", rolling).code == 0
    told = kengesh("text", "resolve", rolling, "--choose", "5 bis=base", "--dry-run")
    assert told.out.splitlines()[:2] == ["--choose 5 bis=base", "  5 bis, UZB: Thank the host."]


def test_positions_refuse_what_they_cannot_show(kengesh, tmp_path: Path, rolling: Path) -> None:
    wrong = {
        ("--by", "size"): "--by: size is not one of: delegation, paragraph",
        ("--for", "AZE"): "--for: AZE filed nothing here; there are KAZ, TKM, UZB.",
        ("--for", "KAZ", "--clean"): "--by, --for and --clean ask for different things",
        (
            "--by",
            "open",
            "-o",
            tmp_path / "t.docx",
        ): "its ending is none that is written here; written are .md, .csv",
        (
            "--for",
            "KAZ",
            "-o",
            tmp_path / "t.csv",
        ): "its ending is none that is written here; written are .docx",
    }
    for words, says in wrong.items():
        told = kengesh("text", "positions", rolling, *words)
        assert (told.code, told.out) == (2, "") and says in told.err
