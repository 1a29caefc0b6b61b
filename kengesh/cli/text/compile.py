"""``kengesh text compile BASE KAZ=file ...``: one rolling text from the files of all delegations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.output import counting, fail
from kengesh.cli.text.endings import PRINTED, ROLLING, TRACKED, About, check_work, ending_of, rolling_bytes
from kengesh.cli.text.filing import Filing, Groups, declared, known_code, read_filings
from kengesh.cli.text.opening import Opened, opened_rolling, opened_text
from kengesh.cli.text.options import OF_THE_FILE, Date, Group, Lang, Out, Profile, Title, Work, told
from kengesh.cli.text.summary import say_summary
from kengesh.cli.text.whole import check_places, leave
from kengesh.terms.messages import _
from kengesh.texts.compiling.compile import ONE_WORD, compile_text
from kengesh.texts.compiling.explicit import WITHDRAW, NoSuchPlace
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.compiling.untracked import untracked, with_untracked
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Text

Base = Annotated[
    Path,
    typer.Argument(
        metavar="BASE",
        help=_(
            "The base text: a file, the folder of a text, or the .json of an earlier rolling text, whose proposals stay live."
        ),
    ),
]
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="CODE=FILE...",
        help=_(
            "What each delegation filed, as KAZ=kaz.docx, with a time as KAZ@2026-11-03T09:00Z=kaz.docx; beside its text a "
            "delegation may file acts, KAZ=acts.yaml. Without times, the order of the arguments is the order of filing."
        ),
    ),
]
Earlier = Annotated[
    Path | None,
    typer.Option(
        "--earlier",
        metavar="ROLLING.json",
        help=_("The rolling text to which these files come: what it has of other delegations stays live."),
    ),
]
Older = Annotated[
    list[str] | None,
    typer.Option(
        "--older",
        metavar="CODE=BASE",
        help=_("The older base against which a delegation wrote. May be given several times."),
    ),
]
Gap = Annotated[
    int,
    typer.Option(
        "--gap",
        metavar="0|1|2",
        min=0,
        max=2,
        help=_("Edits of one delegation that so many words part are one proposal."),
    ),
]


@told
def command(
    base: Base,
    files: Files = None,
    out: Out = None,
    tracked: Annotated[
        bool,
        typer.Option(
            "--tracked", help=_("In .docx, write tracked changes by delegation instead of brackets.")
        ),
    ] = False,
    title: Title = "",
    profile: Profile = None,
    group: Group = None,
    earlier: Earlier = None,
    older: Older = None,
    gap: Gap = ONE_WORD,
    work: Work = "",
    date: Date = "",
    lang: Lang = None,
) -> None:
    """Compile the rolling text of a base and what delegations filed on it. Without -o it is printed as plain text.

    What a person should look at is said on standard error: who changed what without tracking, what became of amendments to
    an older base, what a file has that could not be read.
    """
    outs = out or [PRINTED]
    groups = declared(group or ())
    found = opened_text(base, lang)
    if earlier is not None and found.rolling is not None:
        fail(_("--earlier: {base} is a rolling text itself; give one of them.").format(base=base))
    before = opened_rolling(earlier) if earlier is not None else found.rolling
    older_files = _older_files(older or (), groups)
    endings = [_ending(one, tracked) for one in outs]
    check_work(endings, About(title, work, date))
    filings = read_filings(files or (), found.text, _older_texts(older_files, found, lang), groups, before)
    inputs = [base, *older_files.values(), *(path for one in filings for path in one.files)]
    check_places(outs, [*inputs, earlier] if earlier is not None else inputs)
    profile = profile or _profile_of(found, before)
    rolling, typed = compiled(found.text, filings, profile, gap, before)
    about = About(title, work, date, profile)
    made = [rolling_bytes(rolling, ending, about) for ending in endings]
    for one, data in zip(outs, made, strict=True):
        leave(one, data)
    say_summary(rolling, found.filed, filings, typed, groups)


def compiled(
    base: Text, filings: Sequence[Filing], profile: str, gap: int, earlier: RollingText | None
) -> tuple[RollingText, dict[str, RollingText]]:
    """Return the rolling text, and by delegation what was typed with tracking off. Raises NoSuchPlace with the file's name."""
    submissions = [one.submission for one in filings]
    if earlier is None:
        _must_have_earlier(submissions)
    try:
        rolling = compile_text(base, _counted(submissions), profile=profile, gap=gap, earlier=earlier)
    except NoSuchPlace as error:
        says = _("{file}: {says}")
        named = _whose_place(base, submissions, profile, gap, earlier)
        raise NoSuchPlace(says.format(file=named, says=error) if named else str(error)) from None
    found = {one.delegation: untracked(base, one, profile, gap) for one in submissions}
    typed = {code: one for code, one in found.items() if one is not None}
    return with_untracked(rolling, {code: len(one.amendments) for code, one in typed.items()}), typed


def _must_have_earlier(submissions: Sequence[Submission]) -> None:
    """Leave with a sentence where a file takes back what was filed earlier, and no earlier text is named."""
    for one in submissions:
        places = [act.unit for act in one.filed.explicit if act.act == WITHDRAW]
        if places:
            says = _(
                "{file}: it withdraws {places}; name the rolling text that has it: --earlier ROLLING.json."
            )
            fail(says.format(file=one.filed.file_name, places=", ".join(places)))


def _counted(submissions: Sequence[Submission]) -> Iterator[Submission]:
    """Yield the submissions and show how far the compilation is: the next one is taken when the last one is compared."""
    progress = counting(_("submissions compared"))
    for done, one in enumerate(submissions, 1):
        yield one
        progress(done, len(submissions))


def _whose_place(
    base: Text, submissions: Sequence[Submission], profile: str, gap: int, earlier: RollingText | None
) -> str:
    """Return the file whose act names what is not there: the one without which, or without whose acts, it compiles."""
    for one in submissions:
        others = [other for other in submissions if other is not one]
        try:
            compile_text(base, others, profile=profile, gap=gap, earlier=earlier)
        except NoSuchPlace:
            continue
        return one.filed.file_name
    return ""


def _ending(out: str, tracked: bool) -> str:
    """Return in which format a place is written to."""
    if out == PRINTED:
        return ".txt"
    ending = ending_of(out, ROLLING)
    return TRACKED if tracked and ending == ".docx" else ending


def _older_files(words: Iterable[str], groups: Groups) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for word in words:
        code, parted, file = word.partition("=")
        if not parted or not file:
            fail(_("--older: expected CODE=BASE, as in KAZ=older.docx; found {found}.").format(found=word))
        if known_code(code, groups) in files:
            fail(_("--older: {code} has one older base; two are given.").format(code=code))
        files[code] = Path(file)
    return files


def _older_texts(files: dict[str, Path], found: Opened, lang: str | None) -> dict[str, Text]:
    return {code: opened_text(path, lang or found.text.language).text for code, path in files.items()}


def _profile_of(found: Opened, before: RollingText | None) -> str:
    if before is not None:
        return before.profile
    return found.folder.about.profile if found.folder is not None else OF_THE_FILE
