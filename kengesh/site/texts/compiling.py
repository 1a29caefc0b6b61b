"""A judged form compiled: the rolling text, and what a person should look at, file by file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kengesh.site.texts.judging import FormRefused, Judged
from kengesh.terms.messages import _
from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.explicit import NoSuchPlace
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.compiling.untracked import untracked, with_untracked
from kengesh.texts.rolling import BaseNode, Node, RollingText
from kengesh.texts.tables.shown import regions_in
from kengesh.texts.writing.plain import unit_lines


class Look(Struct, frozen=True):
    """What a person should look at in the file of one delegation: sentences, and lines of the text typed without tracking."""

    delegation: str
    says: tuple[str, ...]
    typed: tuple[str, ...] = ()


class Compiled(Struct, frozen=True):
    """The rolling text of a form, and what a person should look at."""

    rolling: RollingText
    looks: tuple[Look, ...]


def compiled(form: Judged) -> Compiled:
    """Compile. Raises FormRefused where an act of a file names what the text does not have."""
    submissions = [one.submission for one in form.filed]
    try:
        rolling = _rolling(form, submissions)
    except NoSuchPlace as error:
        raise FormRefused({_field_of_the_act(form): str(error)}) from None
    found = ((one, untracked(form.base, one, form.profile)) for one in submissions)
    typed = {one.delegation: there for one, there in found if there is not None}
    rolling = with_untracked(rolling, {code: len(one.amendments) for code, one in typed.items()})
    looks = (_look(rolling, one, typed.get(one.delegation)) for one in submissions)
    return Compiled(rolling, tuple(one for one in looks if one.says))


def _rolling(form: Judged, submissions: Sequence[Submission]) -> RollingText:
    return compile_text(form.base, submissions, profile=form.profile, earlier=form.earlier)


def _field_of_the_act(form: Judged) -> str:
    """Return the field of the file whose act names what is not there: the one without which the others compile."""
    for one in form.filed:
        try:
            _rolling(form, [other.submission for other in form.filed if other is not one])
        except NoSuchPlace:
            continue
        return f"file-{one.row.number}"
    return f"file-{form.filed[0].row.number}"


def _look(rolling: RollingText, one: Submission, typed: RollingText | None) -> Look:
    lines = [line for node in _changed(typed) for line in unit_lines(node)] if typed is not None else []
    return Look(one.delegation, tuple(_sentences(rolling, one, typed)), tuple(lines))


def _sentences(rolling: RollingText, one: Submission, typed: RollingText | None) -> Iterator[str]:
    filed = one.filed
    for finding in filed.findings:
        yield _("{file}: {where}: {says}").format(
            file=filed.file_name, where=finding.where, says=finding.says
        )
    if len(filed.authors) > 1:
        authors = ", ".join(f"{author} ({count})" for author, count in filed.authors)
        says = _("{file}: changed by {authors}; all of it counts as filed by {delegation}.")
        yield says.format(file=filed.file_name, authors=authors, delegation=one.delegation)
    if filed.rejected is not None and not filed.authors:
        says = _("{file}: it has no tracked changes; it was compared with the base as it is.")
        yield says.format(file=filed.file_name)
    gone = sum(settled.decision.startswith(f"filed-again:{one.delegation}:") for settled in rolling.settled)
    if gone:
        says = _("{delegation} filed again: of what it proposed before, {count} is no longer in the text.")
        yield says.format(delegation=one.delegation, count=gone)
    if typed is not None:
        says = _("{file}: typed while the tracking of changes was off ({count}):")
        yield says.format(file=filed.file_name, count=len(typed.amendments))


def _changed(rolling: RollingText) -> Iterator[Node]:
    """Yield the nodes at which something is proposed."""
    for node in rolling.nodes:
        if not isinstance(node, BaseNode) or node.bracketed or node.notes or any(regions_in(node.content)):
            yield node
