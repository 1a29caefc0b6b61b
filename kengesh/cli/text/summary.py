"""What a person should know after a compilation: its counts, and what to look at, file by file and paragraph by paragraph.

It goes to standard error, since the rolling text itself may go to standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from kengesh.cli.output import harmless
from kengesh.cli.text.filing import Filing, Groups
from kengesh.terms.messages import N_, _
from kengesh.texts.labels import labels_of
from kengesh.texts.reading.filed import Filed
from kengesh.texts.reading.guess import guess_language
from kengesh.texts.rolling import BaseNode, Node, RebaseStep, RollingText
from kengesh.texts.tables.brackets import brackets_in
from kengesh.texts.tables.shown import regions_in
from kengesh.texts.units import Text
from kengesh.texts.writing.plain import unit_lines

ENOUGH = 400  # letters of a file by which its language can be guessed
SHOWN = 20  # lines of one list; the rest is counted
STEPS = {
    "already-in-text": N_(
        "{delegation}, {label}: “{after}” is in the text already; the amendment falls away."
    ),
    "words-changed": N_(
        "{delegation}, {label}: the words “{before}” are “{after}” now; look at what it proposes there."
    ),
    "unit-gone": N_(
        "{delegation}: the paragraph of “{before}” is gone; what it proposes stands as a new one."
    ),
    "anchor-gone": N_(
        "{delegation}: the paragraph of “{before}” is gone; what came after it comes after “{after}”."
    ),
    "proposal-gone": N_("{delegation}: the proposal that “{before}” amends is gone; it falls away with it."),
    "unit-agreed": N_(
        "{delegation}, {label}: the paragraph is agreed; what it proposes is a request to reopen it."
    ),
}


def say_summary(
    rolling: RollingText,
    base: Filed,
    filings: Sequence[Filing],
    typed: dict[str, RollingText],
    groups: Groups,
) -> None:
    """Say on standard error what was compiled and what a person should look at."""
    for one in _lines(rolling, base, filings, typed, groups):
        print(harmless(one), file=sys.stderr)


def left_behind(filed: Filed, file: str) -> Iterator[str]:
    """Say that comments and authors are not in the text that was read from a file, where the file has any."""
    if filed.remarks or filed.authors:
        says = _(
            "{file}: comments, and who changed what, stay behind: comments: {remarks}; authors: {authors}."
        )
        yield says.format(file=file, remarks=len(filed.remarks), authors=len(filed.authors))


def counts(rolling: RollingText) -> str:
    """Return the counts of a rolling text as a sentence."""
    brackets = list(brackets_in(rolling))
    says = _(
        "Delegations: {delegations}; amendments: {amendments}; brackets: {brackets}; units with brackets: {units}; "
        "notes: {notes}; requests to reopen: {requests}; editorial differences: {editorial}."
    )
    return says.format(
        delegations=len(rolling.delegations),
        amendments=len(rolling.amendments),
        brackets=len(brackets),
        units=len({one.unit for one in brackets}),
        notes=len(rolling.notes),
        requests=len(rolling.requests),
        editorial=len(rolling.editorial),
    )


def _lines(
    rolling: RollingText,
    base: Filed,
    filings: Sequence[Filing],
    typed: dict[str, RollingText],
    groups: Groups,
) -> Iterator[str]:
    yield counts(rolling)
    yield from left_behind(base, base.file_name)
    yield from findings_of(base, base.file_name)
    for code, members in groups.items():
        if code in rolling.delegations:
            yield _("{group} is {members}.").format(group=code, members=", ".join(members))
    for one in filings:
        yield from _about_file(one, typed.get(one.submission.delegation))
    yield from _filed_again(rolling, filings)
    if rolling.rebased:
        yield _("Brought over from an older base:")
        yield from _at_most([_step(rolling.base, step) for step in rolling.rebased])


def _filed_again(rolling: RollingText, filings: Sequence[Filing]) -> Iterator[str]:
    """Say whose new file has no longer what an earlier one had: it stands in the place of that one."""
    for one in filings:
        code = one.submission.delegation
        gone = sum(settled.decision.startswith(f"filed-again:{code}:") for settled in rolling.settled)
        if gone:
            says = _(
                "{delegation} filed again: of what it proposed before, {count} is no longer in the text."
            )
            yield says.format(delegation=code, count=gone)


def _about_file(one: Filing, typed: RollingText | None) -> Iterator[str]:
    filed, whose = one.submission.filed, one.submission.delegation
    named = filed.file_name
    if len(filed.authors) > 1:
        authors = ", ".join(f"{author} ({count})" for author, count in filed.authors)
        says = _("{file}: changed by {authors}; all of it counts as filed by {delegation}.")
        yield says.format(file=named, authors=authors, delegation=whose)
    words = "\n".join(unit.text for unit in filed.text.units)
    guessed = guess_language(words) if len(words) > ENOUGH else filed.text.language
    if guessed != filed.text.language:
        says = _("{file}: it seems to be in the language {guessed}; the base is in {language}.")
        yield says.format(file=named, guessed=guessed, language=filed.text.language)
    if filed.rejected is not None and not filed.authors:
        yield _("{file}: it has no tracked changes; it was compared with the base as it is.").format(
            file=named
        )
    if typed is not None:
        says = _("{file}: typed while the tracking of changes was off ({count}):")
        yield says.format(file=named, count=len(typed.amendments))
        yield from _at_most([line for node in changed_nodes(typed) for line in unit_lines(node)])
    yield from findings_of(filed, named)


def findings_of(filed: Filed, file: str) -> Iterator[str]:
    """Say what a person should know of a file that was read."""
    for finding in filed.findings:
        yield _("{file}: {where}: {says}").format(file=file, where=finding.where, says=finding.says)


def changed_nodes(rolling: RollingText) -> Iterator[Node]:
    """Yield the nodes at which somebody proposes something, in the order of the text."""
    for node in rolling.nodes:
        if not isinstance(node, BaseNode) or node.bracketed or node.notes or any(regions_in(node.content)):
            yield node


def _step(base: Text, step: RebaseStep) -> str:
    label = labels_of(base)[step.unit].name if step.unit in base.places else ""
    return _(STEPS[step.what]).format(
        delegation=step.delegation, label=label or "—", before=step.before, after=step.after
    )


def _at_most(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield "  " + _("and more: {count}").format(count=len(lines) - SHOWN)
