"""``kengesh text compile``: from the files on a desk to one rolling text, and what a person is told."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from kengesh.cli.text.summary import STEPS
from kengesh.texts.reading.by_ending import read_file
from kengesh.texts.tables.rebased import SAYS
from kengesh.texts.writing.tree import read_tree
from tests.cli.negotiation import (
    BASE,
    COMMON,
    FIVE,
    LATER,
    NO_FOUR,
    RUSSIAN,
    UNIFIED,
    file,
    line_of,
    word,
)

ENDINGS = ("docx", "tracked.docx", "html", "txt", "md", "json", "xml")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return file(tmp_path, "base.md", BASE)


def test_files_of_every_format_make_one_rolling_text(kengesh, tmp_path: Path, base: Path) -> None:
    kaz = file(tmp_path, "kaz.docx", word())
    uzb = file(tmp_path, "uzb.md", LATER)
    tkm = file(tmp_path, "tkm.txt", NO_FOUR.removeprefix("# "))
    aze = file(tmp_path, "aze.yaml", "acts:\n  - {reserve: 6, kind: pending-capital}\n")
    told = kengesh("text", "compile", base, f"KAZ={kaz}", f"UZB={uzb}", f"TKM={tkm}", f"AZE={aze}")
    assert told.code == 0
    assert line_of(told.out, "4.") == "[4. Agree to meet again in 2027. / TKM: —]"
    assert line_of(told.out, "5.") == (
        "5. Decide to establish a [joint / KAZ: common] logistics network [by 2028 / UZB: no later than 2027];"
    )
    assert told.out.endswith(
        "6. Member States shall report annually.^1\n\n1 AZE: reserves (pending capital).\n"
    )
    assert "Delegations: 4; amendments: 4; brackets: 3; units with brackets: 2; notes: 1;" in told.err


def test_the_order_of_the_arguments_is_the_order_of_filing(kengesh, tmp_path: Path, base: Path) -> None:
    kaz, uzb = f"KAZ={file(tmp_path, 'k.md', COMMON)}", f"UZB={file(tmp_path, 'u.md', UNIFIED)}"
    assert "[joint / KAZ: common / UZB: unified]" in kengesh("text", "compile", base, kaz, uzb).out
    assert "[joint / UZB: unified / KAZ: common]" in kengesh("text", "compile", base, uzb, kaz).out


def test_where_all_files_have_a_time_the_record_is_the_same_in_any_order(
    kengesh, tmp_path: Path, base: Path
) -> None:
    kaz = f"KAZ@2026-11-03T09:00Z={file(tmp_path, 'k.md', COMMON)}"
    uzb = f"UZB@2026-11-03T08:00Z={file(tmp_path, 'u.md', UNIFIED)}"
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    assert kengesh("text", "compile", base, kaz, uzb, "-o", one).code == 0
    assert kengesh("text", "compile", base, uzb, kaz, "-o", other).code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_time_after_the_code_counts_before_the_order(kengesh, tmp_path: Path, base: Path) -> None:
    kaz, uzb = file(tmp_path, "k.md", COMMON), file(tmp_path, "u.md", UNIFIED)
    late, early = f"KAZ@2026-11-03T14:00+05:00={kaz}", f"UZB@2026-11-03T08:00Z={uzb}"
    assert "[joint / UZB: unified / KAZ: common]" in kengesh("text", "compile", base, late, early).out
    first = kengesh("text", "compile", base, f"UZB={uzb}", f"KAZ@2026-11-03T09:00Z={kaz}")
    assert "[joint / KAZ: common / UZB: unified]" in first.out


def test_every_ending_is_written_and_the_tree_is_the_record(kengesh, tmp_path: Path, base: Path) -> None:
    kaz = file(tmp_path, "kaz.md", COMMON)
    outs = [word for ending in ENDINGS for word in ("-o", tmp_path / f"rolling.{ending}")]
    told = kengesh(
        "text", "compile", base, f"KAZ={kaz}", *outs, "--work", "joint-network", "--date", "2026-10-05"
    )
    assert (told.code, told.out) == (0, "")
    rolling = read_tree((tmp_path / "rolling.json").read_bytes())
    assert [one.delegation for one in rolling.amendments] == ["KAZ"]
    assert "[joint / KAZ: common]" in (tmp_path / "rolling.txt").read_text(encoding="utf-8")
    assert r"\[joint / KAZ: common\]" in (tmp_path / "rolling.md").read_text(encoding="utf-8")
    assert "akomaNtoso" in (tmp_path / "rolling.xml").read_text(encoding="utf-8")
    assert (tmp_path / "rolling.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    tracked = read_file(tmp_path / "rolling.tracked.docx")
    assert tracked.authors and FIVE in [unit.text for unit in (tracked.rejected or tracked.text).units]
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_tracked_makes_a_docx_of_tracked_changes(kengesh, tmp_path: Path, base: Path) -> None:
    kaz, out = file(tmp_path, "kaz.md", COMMON), tmp_path / "rolling.docx"
    assert kengesh("text", "compile", base, f"KAZ={kaz}", "-o", out).code == 0
    assert b"<w:ins " not in ZipFile(out).read("word/document.xml")
    assert kengesh("text", "compile", base, f"KAZ={kaz}", "-o", out, "--tracked").code == 0
    assert b"<w:ins " in ZipFile(out).read("word/document.xml")


def test_a_text_and_acts_of_one_delegation_are_one_submission(kengesh, tmp_path: Path, base: Path) -> None:
    kaz = file(tmp_path, "kaz.md", COMMON)
    acts = file(
        tmp_path, "kaz.yaml", "filed: 2026-11-03T09:00:00Z\nacts:\n  - {comment: 6, text: How often}\n"
    )
    out = tmp_path / "r.json"
    told = kengesh("text", "compile", base, f"KAZ={kaz}", f"KAZ={acts}", "-o", "-", "-o", out)
    assert "[joint / KAZ: common]" in told.out and "1 KAZ (comment): How often" in told.out
    (filing,) = read_tree(out.read_bytes()).filings
    assert (filing.file_name, filing.filed_at) == ("kaz.md, kaz.yaml", "2026-11-03T09:00:00Z")


def test_what_was_typed_with_tracking_off_is_told_and_counted(kengesh, tmp_path: Path, base: Path) -> None:
    kaz = file(tmp_path, "kaz.docx", word(typed=" at the latest"))
    told = kengesh("text", "compile", base, f"KAZ={kaz}", "-o", tmp_path / "r.json")
    assert "kaz.docx: typed while the tracking of changes was off (1):\n" in told.err
    assert "  4. Agree to meet again in 2027 [KAZ: at the latest].\n" in told.err
    assert "joint" not in told.err  # that one was tracked
    (filing,) = read_tree((tmp_path / "r.json").read_bytes()).filings
    assert filing.untracked == 1


def test_a_file_without_tracked_changes_is_told(kengesh, tmp_path: Path, base: Path) -> None:
    kaz = file(tmp_path, "kaz.docx", word())
    plain = tmp_path / "plain.docx"
    assert kengesh("text", "convert", kaz, "-o", plain).code == 0
    told = kengesh("text", "compile", base, f"KAZ={plain}")
    assert "[joint / KAZ: common]" in told.out
    assert "plain.docx: it has no tracked changes; it was compared with the base as it is." in told.err


def test_a_base_with_tracked_changes_is_told(kengesh, tmp_path: Path) -> None:
    """They are made in the text on which everything is compiled."""
    base = file(tmp_path, "base.docx", word(by="A. Bekov"))
    told = kengesh("text", "compile", base, f"UZB={file(tmp_path, 'u.md', BASE)}")
    assert "base.docx: comments, and who changed what, stay behind: comments: 0; authors: 1." in told.err
    assert "[common / UZB: joint]" in told.out


def test_several_authors_are_told_and_attribution_is_the_argument(
    kengesh, tmp_path: Path, base: Path
) -> None:
    kaz = file(tmp_path, "kaz.docx", word(by="A. Bekov", second="B. Omarova"))
    told = kengesh("text", "compile", base, f"KAZ={kaz}")
    assert "[joint / KAZ: common]" in told.out and "[KAZ: in writing,]" in told.out
    assert "kaz.docx: changed by A. Bekov (2), B. Omarova (1); all of it counts as filed by KAZ." in told.err


def test_a_declared_group_files_as_one(kengesh, tmp_path: Path, base: Path) -> None:
    group = file(tmp_path, "ca.md", COMMON)
    told = kengesh("text", "compile", base, f"CA3={group}", "--group", "CA3=KAZ,KGZ,UZB")
    assert "[joint / CA3: common]" in told.out
    assert "CA3 is KAZ, KGZ, UZB." in told.err


def test_an_older_base_is_brought_over_and_each_step_listed(kengesh, tmp_path: Path, base: Path) -> None:
    older = file(tmp_path, "older.md", BASE.replace("a joint logistics", "an integrated logistics"))
    kaz = file(tmp_path, "kaz.md", BASE.replace("a joint logistics", "a national logistics"))
    told = kengesh("text", "compile", base, f"KAZ={kaz}", "--older", f"KAZ={older}")
    assert "[a joint / KAZ: a national]" in told.out
    assert (
        "Brought over from an older base:\n  KAZ, 5: the words “an integrated” are “a joint” now" in told.err
    )


def test_every_step_that_is_told_has_its_words_in_the_annexes_too() -> None:
    assert set(SAYS) == set(STEPS)


def test_of_a_new_unit_whose_neighbour_is_gone_the_annex_says_so_in_words(
    kengesh, tmp_path: Path, base: Path
) -> None:
    gone = "7. Invite the ministers of transport to a meeting on tariffs.\n"
    older = file(tmp_path, "older.md", f"{BASE}\n{gone}")
    kaz = file(tmp_path, "kaz.md", f"{BASE}\n{gone}\n8. Thank the host for its hospitality.\n")
    outs = [tmp_path / name for name in ("r.docx", "r.html", "r.json")]
    told = kengesh(
        "text",
        "compile",
        base,
        f"KAZ={kaz}",
        "--older",
        f"KAZ={older}",
        *(w for o in outs for w in ("-o", o)),
    )
    assert told.code == 0, told.err
    assert [one.what for one in read_tree(outs[2].read_bytes()).rebased] == ["anchor-gone"]
    words = ZipFile(outs[0]).read("word/document.xml").decode() + outs[1].read_text("utf-8")
    assert words.count("The unit is gone.") == 2 and "anchor-gone" not in words


def test_on_an_earlier_rolling_text_what_others_proposed_stays_live(
    kengesh, tmp_path: Path, base: Path
) -> None:
    kaz, uzb = file(tmp_path, "kaz.md", COMMON), file(tmp_path, "uzb.md", LATER)
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    assert kengesh("text", "compile", base, f"KAZ={kaz}", "-o", first).code == 0
    told = kengesh("text", "compile", first, f"UZB={uzb}", "-o", "-", "-o", second)
    assert "[joint / KAZ: common]" in told.out and "[by 2028 / UZB: no later than 2027]" in told.out
    again = kengesh("text", "compile", base, f"KAZ={base}", "--earlier", second)
    assert "KAZ:" not in again.out and "UZB: no later than 2027" in again.out
    assert "KAZ filed again: of what it proposed before, 1 is no longer in the text." in again.err


def test_what_is_filed_on_an_earlier_rolling_text_comes_after_what_it_has(
    kengesh, tmp_path: Path, base: Path
) -> None:
    uzb, kaz = file(tmp_path, "u.md", UNIFIED), file(tmp_path, "k.md", COMMON)
    first = tmp_path / "1.json"
    assert kengesh("text", "compile", base, f"TKM={base}", f"UZB={uzb}", "-o", first).code == 0
    assert "[joint / UZB: unified / KAZ: common]" in kengesh("text", "compile", first, f"KAZ={kaz}").out


def test_a_withdrawal_in_a_file_of_acts_takes_back_what_was_filed_earlier(
    kengesh, tmp_path: Path, base: Path
) -> None:
    kaz, rolling = file(tmp_path, "kaz.md", NO_FOUR.replace("joint", "common")), tmp_path / "1.json"
    assert kengesh("text", "compile", base, f"KAZ={kaz}", "-o", rolling).code == 0
    acts = file(tmp_path, "kaz.yaml", "acts:\n  - {withdraw: 4}\n")
    told = kengesh("text", "compile", rolling, f"KAZ={acts}")
    assert line_of(told.out, "4.") == "4. Agree to meet again in 2027."
    assert "[joint / KAZ: common]" in told.out
    refused = kengesh("text", "compile", base, f"KAZ={acts}")
    assert (refused.code, refused.out) == (2, "")
    assert "kaz.yaml: it withdraws 4; name the rolling text that has it" in refused.err


def test_the_profile_numbers_proposals(kengesh, tmp_path: Path, base: Path) -> None:
    added = BASE.replace("6. Member", "Further decide to create a Secretariat;\n\n6. Member")
    kaz = file(tmp_path, "kaz.md", added)
    says = {"mea": "[5 bis KAZ: Further", "un-manual": "[5 A KAZ: Further", "itu": "[ADD 5A KAZ: Further"}
    for profile, line in says.items():
        assert line in kengesh("text", "compile", base, f"KAZ={kaz}", "--profile", profile).out


def test_gap_says_how_near_edits_are_one_proposal(kengesh, tmp_path: Path, base: Path) -> None:
    kaz = file(tmp_path, "kaz.md", BASE.replace("establish a joint logistics", "build a common logistics"))
    near = kengesh("text", "compile", base, f"KAZ={kaz}").out
    apart = kengesh("text", "compile", base, f"KAZ={kaz}", "--gap", "0").out
    assert "[establish a joint / KAZ: build a common]" in near
    assert "[establish / KAZ: build] a [joint / KAZ: common]" in apart


def test_the_text_is_read_in_the_language_that_is_asked_for(kengesh, tmp_path: Path) -> None:
    base = file(tmp_path, "base.md", RUSSIAN)
    kaz = file(tmp_path, "kaz.md", RUSSIAN.replace("единую", "общую"))
    for words in (("--lang", "ru"), ()):
        told = kengesh("text", "compile", base, f"KAZ={kaz}", "-o", "-", "-o", tmp_path / "r.json", *words)
        assert "создать [единую / KAZ: общую] логистическую" in told.out
        assert read_tree((tmp_path / "r.json").read_bytes()).base.language == "ru"


def test_the_folder_of_a_text_is_a_base(kengesh, tmp_path: Path, base: Path) -> None:
    folder, kaz = tmp_path / "network", file(tmp_path, "kaz.md", COMMON)
    assert kengesh("text", "keep", folder, base, "--new", "--profile", "un-manual").code == 0
    assert kengesh("text", "compile", folder, f"KAZ={kaz}", "-o", tmp_path / "r.json").code == 0
    tree = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert tree["profile"] == "un-manual"


def test_a_base_alone_is_a_rolling_text_without_brackets(kengesh, base: Path) -> None:
    told = kengesh("text", "compile", base)
    assert told.code == 0 and "[" not in told.out
