"""Texts: how long it takes to compare, to compile, and to read and write Word files.

python -m bench.texts [--runs 5] [--delegations 193] [--words 100000]

The comparison stands beside every library that Python can call for it, and beside git with its patience method, all on the
same two texts of 1,000 paragraphs: each is asked for the words that changed. Compiling stands beside a computed limit: the
SHA-256 of every paragraph of every text once, since less can not be done by who must look at each. Each figure is the
median of several runs in this one process; memory is that of a process of its own.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from math import inf
from multiprocessing import get_context
from pathlib import Path

import cydifflib
from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from bench.machine import describe_machine, median_seconds, seconds, show, show_goal
from kengesh.terms.states import states
from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.drafting import draft
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.filed import Filed
from kengesh.texts.rolling import RollingText
from kengesh.texts.tokens import tokens
from kengesh.texts.units import Text, Unit, UnitKind
from kengesh.texts.word.reading import read_word
from kengesh.texts.word.write_rolling import rolling_document
from kengesh.texts.word.write_text import text_document
from kengesh.texts.word.write_tracked import tracked_document

PARAGRAPH_WORDS = 50
DIFF_WORDS, DIFF_EDITS = 50_000, 500
GIT_GOAL = 1.5  # times git's patience
FEW, MANY = 20, 200  # edits of a delegation
COMPILE_GOALS = {FEW: 10.0, MANY: 60.0}  # times the hashing of every paragraph once
MEMORY_GOAL = 500.0  # MB
WORD_WORDS, WORD_REVISIONS, WORD_DELEGATIONS = 100_000, 2_000, 10  # 300 pages
PATIENCE_SECONDS = 60.0  # for all runs of one peer
FORK = get_context("fork")
WORDS = random.Random(7)
VOCABULARY = [
    "".join(WORDS.choices("abcdefghijklmnopqrstuvwxyz", k=WORDS.randint(2, 9))) for _ in range(5_000)
]


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--delegations", type=int, default=193)
    asked.add_argument("--words", type=int, default=100_000)
    asked.add_argument(
        "--alone", type=int, help=argparse.SUPPRESS
    )  # edits: a compilation in a process of its own
    given = asked.parse_args()
    if given.alone:
        compiled_from(given.delegations, given.words, given.alone)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    print(f"Texts, medians of {given.runs} runs")
    print(f"  {describe_machine('rapidfuzz', 'cydifflib', 'diff-match-patch', 'lxml')}", flush=True)
    compare(given.runs)
    compile_many(given.runs, given.delegations, given.words)
    growth(given.runs, given.delegations, given.words)
    word_files(given.runs)


def compare(runs: int) -> None:
    """Compare two texts in every way there is."""
    base, filed = paragraphs(DIFF_WORDS), changed(paragraphs(DIFF_WORDS), DIFF_EDITS, 1)
    print(f"\nComparing two texts of {DIFF_WORDS:,} words with {DIFF_EDITS} edits")
    submission = Submission(delegation="KAZ", filed=Filed(text=text_of(filed)))
    ours = median_seconds(lambda: draft(LaidOut(text_of(base)), submission), runs)
    show("kengesh", f"{ours * 1000:,.1f} ms")
    joined, other = "\n".join(base), "\n".join(filed)
    pairs = tokens(joined), tokens(other)
    fastest = min(peer(name, run, runs) for name, run in peers(joined, other, *pairs))
    show_goal("the fastest library, times ours", fastest / ours, 1.0, "x")
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name) / "base.txt", Path(name) / "filed.txt"]
        for file, text in zip(files, (joined, other), strict=True):
            file.write_text(text + "\n", encoding="utf-8")
        command = ["git", "diff", "--no-index", "--patience", "--word-diff=porcelain", *map(str, files)]
        git = median_seconds(lambda: subprocess.run(command, capture_output=True, check=False), max(runs, 15))
    show("git diff --patience --word-diff (a process)", f"{git * 1000:,.1f} ms")
    show_goal("kengesh, times git's patience", ours / git, GIT_GOAL, "x", at_most=True)


def peers(
    base: str, filed: str, base_tokens: list[str], filed_tokens: list[str]
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the libraries, each with how it is asked for what changed."""
    yield "rapidfuzz, Indel.opcodes on the tokens", lambda: Indel.opcodes(base_tokens, filed_tokens)
    yield (
        "cydifflib, SequenceMatcher on the tokens, as it comes",
        lambda: cydifflib.SequenceMatcher(None, base_tokens, filed_tokens).get_opcodes(),
    )
    yield (
        "difflib, SequenceMatcher on the tokens, as it comes",
        lambda: SequenceMatcher(None, base_tokens, filed_tokens).get_opcodes(),
    )
    yield "diff-match-patch, on the letters, without a time limit", lambda: _by_letters(base, filed)
    yield "diff-match-patch, lines first", lambda: _lines_first(base, filed)


def _by_letters(base: str, filed: str) -> object:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ.diff_main(base, filed, False)


def _lines_first(base: str, filed: str) -> object:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ.diff_main(base, filed, True)


def peer(name: str, run: Callable[[], object], runs: int) -> float:
    """Time a library in a process of its own, show it, and return the median; after so long it is not waited for."""
    receiver, sender = FORK.Pipe(duplex=False)
    process = FORK.Process(target=lambda: sender.send(median_seconds(run, runs)))
    process.start()
    taken = float(receiver.recv()) if receiver.poll(PATIENCE_SECONDS) else inf
    process.kill()
    process.join()
    show(name, f"{taken * 1000:,.1f} ms" if taken < inf else f"over {PATIENCE_SECONDS / runs:.0f} s")
    return taken


def compile_many(runs: int, delegations: int, words: int) -> None:
    """Compile the texts of many delegations, beside the limit."""
    for edits in (FEW, MANY):
        print(f"\nCompiling {delegations} delegations on {words:,} words with {edits} edits each")
        ratios, taken = [], []
        for _ in range(max(3, runs // 2)):
            limit, run = one_compilation(delegations, words, edits)
            ratios.append(run / limit)
            taken.append(run)
        show("one compilation", f"{statistics.median(taken):,.2f} s")
        goal = COMPILE_GOALS[edits]
        show_goal("times hashing every paragraph once", statistics.median(ratios), goal, "x", at_most=True)
        command = [sys.executable, "-m", "bench.texts", "--alone", str(edits)]
        command += ["--delegations", str(delegations), "--words", str(words)]
        memory = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        show_goal("memory of the process, all texts in it", memory, MEMORY_GOAL, " MB", at_most=True)


def one_compilation(delegations: int, words: int, edits: int) -> tuple[float, float]:
    """Return (seconds of the limit, seconds of compiling)."""
    base = paragraphs(words)
    filed = [changed(base, edits, number) for number in range(delegations)]

    def limit() -> None:
        for text in filed:
            for one in text:
                sha256(one.encode()).digest()

    submissions = [
        Submission(delegation=code, filed=Filed(text=text_of(text)), order=number)
        for number, (code, text) in enumerate(zip(states(), filed, strict=False))
    ]
    start = text_of(base)
    return seconds(limit), seconds(lambda: compile_text(start, submissions))


def compiled_from(delegations: int, words: int, edits: int) -> RollingText:
    """Compile as above, keeping nothing else."""
    base = paragraphs(words)
    submissions = (
        Submission(delegation=code, filed=Filed(text=text_of(changed(base, edits, number))), order=number)
        for number, code in enumerate(states()[:delegations])
    )
    return compile_text(text_of(base), submissions)


def growth(runs: int, delegations: int, words: int) -> None:
    """Show how the time grows when one size is doubled."""
    print("\nGrowth: the time when one of these is doubled, times before (linear: 2)")
    small = (max(1, delegations // 4), words // 4, FEW)
    before = _median_compile(runs, *small)
    for name, at in (("delegations", 0), ("words", 1), ("edits", 2)):
        larger = [size * (2 if place == at else 1) for place, size in enumerate(small)]
        show(f"twice the {name}", f"{_median_compile(runs, *larger) / before:,.2f}x")


def _median_compile(runs: int, delegations: int, words: int, edits: int) -> float:
    return statistics.median(one_compilation(delegations, words, edits)[1] for _ in range(max(3, runs)))


def word_files(runs: int) -> None:
    """Write and read a Word file of 300 pages with 2,000 revisions."""
    print(f"\nA Word file of {WORD_WORDS:,} words (300 pages) with {WORD_REVISIONS:,} revisions")
    base = paragraphs(WORD_WORDS)
    each = WORD_REVISIONS // WORD_DELEGATIONS
    submissions = [
        Submission(delegation=code, filed=Filed(text=text_of(changed(base, each, number))), order=number)
        for number, code in enumerate(states()[:WORD_DELEGATIONS])
    ]
    rolling = compile_text(text_of(base), submissions)
    tracked = tracked_document(rolling)
    for name, run in (
        ("writing it with tracked changes", lambda: tracked_document(rolling)),
        ("writing it with brackets", lambda: rolling_document(rolling)),
        ("writing the base alone", lambda: text_document(rolling.base)),
        ("reading it: three views, authors, remarks", lambda: read_word(tracked, "tracked.docx", "en")),
    ):
        show(name, f"{median_seconds(run, runs):,.2f} s")


def paragraphs(words: int) -> list[str]:
    """Return a text of so many words, the same each time."""
    chance = random.Random(11)
    return [" ".join(chance.choices(VOCABULARY, k=PARAGRAPH_WORDS)) for _ in range(words // PARAGRAPH_WORDS)]


def changed(base: list[str], edits: int, seed: int) -> list[str]:
    """Return the text with so many edits: words replaced by one to three others, or left out."""
    chance = random.Random(seed)
    text = list(base)
    for _ in range(edits):
        at = chance.randrange(len(text))
        words = text[at].split(" ")
        place = chance.randrange(len(words))
        words[place : place + 1] = (
            [] if chance.random() < 0.2 else chance.choices(VOCABULARY, k=chance.randint(1, 3))
        )
        text[at] = " ".join(words)
    return text


def text_of(texts: list[str]) -> Text:
    """Return a text of operative paragraphs."""
    return Text(
        "en", tuple(Unit(f"u{at}", UnitKind.OPERATIVE, one, f"{at}.") for at, one in enumerate(texts, 1))
    )


if __name__ == "__main__":
    main()
