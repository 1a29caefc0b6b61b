"""``kengesh text resolve ROLLING.json``: apply decisions, and account for every word that is shown no more."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple, TextIO

import typer

from kengesh.cli.output import DOES_NOT_HOLD, fail, harmless
from kengesh.cli.text.endings import PRINTED, ROLLING, About, check_work, ending_of, rolling_bytes
from kengesh.cli.text.opening import opened_rolling, read_bytes_of
from kengesh.cli.text.options import Date, Lang, Out, Title, Work, told
from kengesh.cli.text.summary import counts
from kengesh.cli.text.whole import check_places, leave
from kengesh.terms.messages import _
from kengesh.texts.deciding.accounting import losses
from kengesh.texts.deciding.decisions_file import read_decisions
from kengesh.texts.deciding.resolve import resolve
from kengesh.texts.decisions import CannotDecide, Deciding, Decision
from kengesh.texts.labels import labels_of
from kengesh.texts.rolling import NewNode, RollingText, Settled
from kengesh.texts.writing.plain import NOTHING


class Said(NamedTuple):
    """A decision, and where it was said: a line of a file, or an option."""

    where: str
    decision: Decision


@told
def command(
    rolling: Annotated[Path, typer.Argument(metavar="ROLLING.json", help=_("The rolling text."))],
    decisions: Annotated[
        Path | None,
        typer.Argument(metavar="[DECISIONS.yaml]", help=_("A file of decisions, taken in its order.")),
    ] = None,
    reopen: Annotated[
        list[str] | None,
        typer.Option("--reopen", metavar="UNIT", help=_("An agreed unit can be amended again.")),
    ] = None,
    withdraw: Annotated[
        list[str] | None,
        typer.Option(
            "--withdraw",
            metavar="CODE[:PLACE]",
            help=_("A delegation takes back what it proposes at a place, or everything."),
        ),
    ] = None,
    choose: Annotated[
        list[str] | None,
        typer.Option(
            "--choose",
            metavar="PLACE=TAKE",
            help=_("At a bracket or unit, take base, both, or the words of a delegation: r0123456789a=KAZ."),
        ),
    ] = None,
    park: Annotated[
        list[str] | None, typer.Option("--park", metavar="UNIT", help=_("Set a unit aside as it is."))
    ] = None,
    agree_ad_ref: Annotated[
        list[str] | None,
        typer.Option("--agree-ad-ref", metavar="UNIT", help=_("A unit is agreed ad referendum.")),
    ] = None,
    agree: Annotated[
        list[str] | None, typer.Option("--agree", metavar="UNIT", help=_("A unit is agreed."))
    ] = None,
    out: Out = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Say what the decisions would do, and write nothing."))
    ] = False,
    title: Title = "",
    work: Work = "",
    date: Date = "",
    lang: Lang = None,
) -> None:
    """Decide on a rolling text: choose, withdraw, agree, park, reopen; say what each decision takes out of sight.

    The file comes first, then the options, in the order of this list whatever the order in which they are typed. Nothing
    is written where a word would be gone that no decision explains; that leaves with 1. The ids of brackets are shown by
    “kengesh text positions ROLLING.json --by open”.
    """
    if not out and not dry_run:
        fail(_("say where the next rolling text goes, with -o next.json, or give --dry-run."))
    outs, about = out or [], About(title, work, date)
    endings = [".txt" if one == PRINTED else ending_of(one, ROLLING) for one in outs]
    check_work(endings, about)
    check_places(outs, [rolling, decisions] if decisions else [rolling])
    before = opened_rolling(rolling)
    options = _options(
        reopen=reopen, withdraw=withdraw, choose=choose, park=park, agree_ad_ref=agree_ad_ref, agree=agree
    )
    said = [*(_of_file(decisions) if decisions else ()), *options]
    if not said:
        fail(
            _(
                "no decision is given; name a file of decisions, or give --choose, --withdraw, --agree and the like."
            )
        )
    after, lines = _decided(before, said)
    must_account(before, after)
    made = [rolling_bytes(after, ending, about) for ending in endings]
    if not dry_run:
        for one, data in zip(outs, made, strict=True):
            leave(one, data)
    _report([*lines, counts(after)], sys.stderr if PRINTED in outs and not dry_run else sys.stdout)


def _of_file(path: Path) -> Iterator[Said]:
    for found in read_decisions(read_bytes_of(path), path.name):
        yield Said(_("{file}: line {line}").format(file=path.name, line=found.line), found.decision)


def _options(**given: Sequence[str] | None) -> Iterator[Said]:
    """Return the decisions of the options, in the order in which the options are listed."""
    for name, words in given.items():
        option = f"--{name.replace('_', '-')}"
        for word in words or ():
            yield Said(f"{option} {word}", _of_option(name.replace("_", "-"), option, word))


def _of_option(name: str, option: str, word: str) -> Decision:
    decides = Deciding(name)
    if decides is Deciding.CHOOSE:
        place, parted, take = word.rpartition("=")
        if not (place and parted and take):
            says = _("{option}: expected PLACE=TAKE, as in r0123456789a=KAZ; found {found}.")
            fail(says.format(option=option, found=word))
        return Decision(decides=decides, place=place, take=take)
    if decides is Deciding.WITHDRAW:
        code, _parted, place = word.partition(":")
        return Decision(decides=decides, delegation=code, place=place)
    return Decision(decides=decides, place=word)


def _decided(rolling: RollingText, said: Sequence[Said]) -> tuple[RollingText, list[str]]:
    """Take the decisions one by one, and say what each does. Raises CannotDecide, with where it was said."""
    lines: list[str] = []
    for where, decision in said:
        try:
            after = resolve(rolling, [decision])
        except CannotDecide as error:
            # the library counts the decisions that it is given; here a person finds it by the file's line or the option
            counted = _("decision {nth}: {wrong}").format(nth=1, wrong="")
            says = str(error).removeprefix(counted)
            raise CannotDecide(_("{where}: {says}").format(where=where, says=says)) from None
        lines.append(_what(where, decision))
        lines += _gone(rolling, after.settled[len(rolling.settled) :], decision.take)
        rolling = after
    return rolling, lines


def _what(where: str, decision: Decision) -> str:
    if where.startswith("--"):
        return where
    said = [decision.decides, decision.delegation, decision.place, decision.take and f"= {decision.take}"]
    because = f" ({decision.because})" if decision.because else ""
    return f"{where}: {' '.join(str(one) for one in said if one)}{because}"


def _gone(rolling: RollingText, settled: Sequence[Settled], take: str) -> Iterator[str]:
    """Yield a line for all words that are shown no more as somebody's: of the base, or of a proposal."""
    names = {unit: label.name for unit, label in labels_of(rolling.base, rolling.profile).items()}
    new = [one for one in rolling.nodes if isinstance(one, NewNode)]
    proposed = {id: one.label for one in new for id in (one.unit.id, *one.amendments)}
    taken = {one.text for one in settled if take in one.holders and one.text}
    for one in sorted(settled, key=lambda one: (not one.holders, one.holders, one.text, one.amendment)):
        label = proposed.get(one.amendment) or names.get(one.unit) or proposed.get(one.unit, "")
        whose = ", ".join(one.holders) or _("base")
        words = one.text.strip() or NOTHING
        line = f"{label}, {whose}: {words}" if label else f"{whose}: {words}"
        yield "  " + (_("{line} (the text has it now)").format(line=line) if one.text in taken else line)


def must_account(before: RollingText, after: RollingText) -> None:
    """Leave with 1 where the later text shows words no more that no decision explains."""
    lost = losses(before, after)
    if lost:
        words = "; ".join(
            f"{one.holder or _('base')}: {' '.join(one.words or one.amendments)}" for one in lost
        )
        says = _("nothing is written: no decision explains why these words would be gone: {words}.")
        fail(says.format(words=words), DOES_NOT_HOLD)


def _report(lines: Sequence[str], file: TextIO) -> None:
    for one in lines:
        print(harmless(one), file=file)
