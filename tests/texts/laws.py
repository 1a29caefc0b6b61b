"""The invariants of the rolling text, I1 to I9, as laws that a negotiation must keep.

Each law takes a negotiation (``negotiations``), some a source of chance too, and asserts.
"""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import HealthCheck, settings
from msgspec import structs

from kengesh.texts.choosing import base_of, chosen
from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.deciding.accounting import unexplained, visible_in
from kengesh.texts.deciding.places import Places
from kengesh.texts.deciding.resolve import resolve
from kengesh.texts.decisions import BASE, BOTH, CannotDecide, Deciding, Decision
from kengesh.texts.rolling import Act, BaseNode, MovedNode, NewNode, Region, RollingText
from kengesh.texts.tokens import is_space, key, keys, tokens
from kengesh.texts.units import Text
from kengesh.texts.writing.plain import plain_text, unit_lines
from kengesh.texts.writing.tree import read_tree, tree_bytes
from tests.texts import grammar
from tests.texts.negotiations import WORDS, Negotiation, changed, text_of

USUAL, MANY = 1_500, 20_000
LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
usual = settings(max_examples=USUAL, derandomize=True, deadline=None, suppress_health_check=LARGE)
many = settings(max_examples=MANY, deadline=None, suppress_health_check=LARGE)


def read(text: Text) -> list[list[str]]:
    """What a text says: for each unit the keys of its words, blanks at their ends aside."""
    return [keys(tokens(unit.text)) for unit in text.units if unit.text]


def compiled(case: Negotiation) -> RollingText:
    return compile_text(case.base, case.submissions)


def choosing_the_base_gives_the_base(case: Negotiation) -> None:
    rolling = compiled(case)
    assert [unit.text for unit in base_of(rolling).units] == [unit.text for unit in case.base.units]
    assert base_of(rolling).hash == case.base.hash


def choosing_a_delegation_gives_what_it_filed(case: Negotiation) -> None:
    rolling = compiled(case)
    for one in case.submissions:
        assert read(chosen(rolling, one.delegation)) == read(one.filed.text), one.delegation


def every_amendment_is_shown_somewhere(case: Negotiation) -> None:
    rolling = compiled(case)
    assert {one.id for one in rolling.amendments} <= visible_in(rolling)


def a_tree_reads_back_as_it_was(case: Negotiation) -> None:
    rolling = compiled(case)
    assert read_tree(tree_bytes(rolling)) == rolling


def words_filed_on_an_older_base_stay_or_are_told(case: Negotiation, rnd: random.Random) -> None:
    """Each delegation's own words, which nobody else has, are in its text on a newer base, or a step tells of them."""
    language = case.base.language
    paragraphs = [unit.text for unit in case.base.units]
    newer = text_of(language, changed(rnd, paragraphs, WORDS[language], language, []))
    filed = [_with_own_words(one, case.base, rnd) for one in case.submissions]
    rolling = compile_text(newer, filed)
    assert {one.id for one in rolling.amendments} <= visible_in(rolling)
    for one in filed:
        kept = Counter(word for unit in chosen(rolling, one.delegation).units for word in tokens(unit.text))
        told = " ".join(
            step.before + step.after for step in rolling.rebased if step.delegation == one.delegation
        )
        for unit in one.filed.text.units:
            for word in tokens(unit.text):
                if word.startswith(one.delegation):
                    assert kept[word] == 1 or (not kept[word] and (word in told or told)), word


def _with_own_words(one: Submission, base: Text, rnd: random.Random) -> Submission:
    """Return a submission in which every paragraph has a word or two that nobody else has."""
    units = []
    for at, unit in enumerate(one.filed.text.units):
        words = unit.text.split(" ")
        words.insert(rnd.randrange(len(words) + 1), f"{one.delegation}{at}x")
        units.append(structs.replace(unit, text=" ".join(words)))
    filed = structs.replace(one.filed, text=one.filed.text.with_units(units))
    return structs.replace(one, filed=filed, base=base)


def any_order_gives_the_same_bytes(case: Negotiation, rnd: random.Random) -> None:
    shuffled = list(case.submissions)
    rnd.shuffle(shuffled)
    once, again = compiled(case), compile_text(case.base, shuffled)
    assert once == again
    assert plain_text(once) == plain_text(again)


def every_bracket_has_somebody_behind_it(case: Negotiation) -> None:
    rolling = compiled(case)
    for node in rolling.nodes:
        lines = [grammar.parsed(line) for line in unit_lines(node)]
        beside = len(lines) > 1 or (isinstance(node, BaseNode) and node.moved_by)
        for number, line in enumerate(lines):
            for bracket in grammar.brackets(line):
                own_bracket = number == 0 and bracket is line[0] and beside
                named = isinstance(node, NewNode | MovedNode) or number > 0
                assert grammar.attributed(bracket) or own_bracket or (named and bracket is line[0])


def withdrawing_is_as_if_it_had_never_been_filed(case: Negotiation, rnd: random.Random) -> None:
    rolling = compiled(case)
    leaver = rnd.choice(case.submissions).delegation
    if all(one.delegation != leaver for one in rolling.amendments):
        return
    after = resolve(rolling, [Decision(decides=Deciding.WITHDRAW, delegation=leaver)])
    without = compile_text(case.base, [one for one in case.submissions if one.delegation != leaver])
    assert after.nodes == without.nodes and after.notes == without.notes


def withdrawing_one_amendment_leaves_the_others(case: Negotiation, rnd: random.Random) -> None:
    rolling = compiled(case)
    if not rolling.amendments:
        return
    gone = rnd.choice(rolling.amendments)
    after = resolve(
        rolling,
        [Decision(decides=Deciding.WITHDRAW, delegation=gone.delegation, amendments=(gone.id,))],
    )
    assert {one.id for one in after.amendments} == {one.id for one in rolling.amendments} - {gone.id}
    for one in case.submissions:
        if one.delegation != gone.delegation:
            assert read(chosen(after, one.delegation)) == read(one.filed.text)
    if not all(chosen(after, one.delegation).units for one in case.submissions):
        return  # a file without any text says nothing about the text
    again = compile_text(
        case.base,
        [
            structs.replace(one, filed=structs.replace(one.filed, text=chosen(after, one.delegation)))
            for one in case.submissions
        ],
    )
    assert read(chosen(again, gone.delegation)) == read(chosen(after, gone.delegation))


def no_bracket_stands_in_an_agreed_unit(case: Negotiation) -> None:
    rolling = compiled(case)
    for node in rolling.nodes:
        if isinstance(node, BaseNode) and node.unit.status.locks:
            assert not node.bracketed and not any(isinstance(part, Region) for part in node.content)
    locked = {unit.id for unit in case.base.units if unit.status.locks}
    asked = {id for request in rolling.requests for id in request.amendments}
    on_locked = {one.id for one in rolling.amendments if one.unit in locked and one.act is not Act.NEW}
    assert on_locked <= asked
    lengths = {unit.id: len(tokens(unit.text)) for unit in case.base.units}
    for one in rolling.amendments:
        if one.id in asked - on_locked:  # it would join the agreed unit to the one before
            assert one.act is Act.REPLACE and one.end > lengths[one.unit]


def brackets_are_balanced_and_shallow(case: Negotiation) -> None:
    for node in compiled(case).nodes:
        for line in unit_lines(node):
            allowed = 2 if line.startswith("[") else 1
            assert grammar.depth(grammar.parsed(line)) <= allowed, line


def the_printed_line_says_what_the_tree_says(case: Negotiation) -> None:
    rolling = compiled(case)
    for node in rolling.nodes:
        if not isinstance(node, BaseNode) or any("¶" in str(part) for part in node.content):
            continue
        line = grammar.parsed(next(unit_lines(node)))
        parts = line[0].parts[0] if node.bracketed and isinstance(line[0], grammar.Bracket) else line
        for who in ("", *(one.delegation for one in case.submissions)):
            words = "".join(
                part
                if isinstance(part, str)
                else next((v.text for v in part.variants if who in v.holders), part.base)
                for part in node.content
            )
            printed = grammar.chosen(parts, who).removeprefix(node.label).partition(" {")[0]
            assert "".join(keys(tokens(printed))).split() == "".join(keys(tokens(words))).split()


def regions_hold_no_word_that_nobody_touches(case: Negotiation) -> None:
    rolling = compiled(case)
    for unit_id, region in rolling.regions():
        if unit_id not in rolling.base.places:
            continue
        base = [*tokens(rolling.base.unit(unit_id).text), "¶"]
        named = {id for variant in region.variants for id in variant.amendments}
        own = [one for one in rolling.amendments if one.id in named]
        asked = [one for one in rolling.amendments if one.act is Act.BRACKET and one.unit == unit_id]
        touched = {at for one in (*own, *asked) for at in range(one.start, one.end)}
        assert touched >= set(range(region.start, region.end)), region
        for one in own:
            assert _begins_and_ends_with_a_change(base[one.start : one.end], tokens(one.text)), one


def _begins_and_ends_with_a_change(before: list[str], after: list[str]) -> bool:
    """Whether a proposal's first and last words are others than those of the base; or only its blanks are to be read."""
    words, others = ([key(word) for word in side if not is_space(word)] for side in (before, after))
    return words == others or not words or not others or (words[0] != others[0] and words[-1] != others[-1])


def whatever_is_shown_no_more_is_explained(case: Negotiation, rnd: random.Random) -> None:
    series = [compiled(case)]
    for step in range(6):
        decision = some_decision(rnd, series[-1], f"2026-04-01T0{step}:00:00Z")
        if decision is None:
            break
        try:
            series.append(resolve(series[-1], [decision]))
        except CannotDecide:
            continue
        assert unexplained(series[-2:]) == ()
        assert not unaccounted(series[-2], series[-1]), decision
    assert unexplained(series) == ()


def some_decision(rnd: random.Random, rolling: RollingText, at: str) -> Decision | None:
    places = Places(rolling)
    choices: list[Decision] = []
    for unit, region in rolling.regions():
        takes = [BASE, BOTH, *(holder for one in region.variants for holder in one.holders)]
        choices.append(Decision(decides=Deciding.CHOOSE, place=region.id, take=rnd.choice(takes), at=at))
        choices.append(Decision(decides=Deciding.PARK, place=unit, at=at))
    for node in rolling.nodes:
        if isinstance(node, MovedNode | NewNode):
            place = node.label
            choices.append(
                Decision(decides=Deciding.CHOOSE, place=place, take=rnd.choice([BASE, *node.holders]), at=at)
            )
            continue
        holders = [
            *node.deleted_by,
            *node.moved_by,
            *(one for other in node.alternatives for one in other.holders),
        ]
        take = rnd.choice([BASE, *holders])
        choices.append(Decision(decides=Deciding.CHOOSE, place=node.unit.id, take=take, at=at))
        kind = rnd.choice([Deciding.AGREE, Deciding.AGREE_AD_REFERENDUM, Deciding.REOPEN])
        choices.append(Decision(decides=kind, place=node.unit.id, at=at))
    for delegation in rolling.delegations:
        choices.append(Decision(decides=Deciding.WITHDRAW, delegation=delegation, at=at))
    assert places.rolling is rolling
    return rnd.choice(choices) if choices else None


def unaccounted(before: RollingText, after: RollingText) -> Counter[str]:
    """Words that both the base and the amendments had and have no more, counted without the program's own account."""

    def words(rolling: RollingText) -> Counter[str]:
        texts = [*(unit.text for unit in rolling.base.units), *(one.text for one in rolling.amendments)]
        return Counter(word for text in texts for word in keys(tokens(text)) if word not in (" ", "¶"))

    told = Counter(
        word
        for one in after.settled[len(before.settled) :]
        for _ in (one.holders or ("",))
        for word in keys(tokens(one.text))
    )
    return words(before) - words(after) - told


ALONE = (
    choosing_the_base_gives_the_base,
    choosing_a_delegation_gives_what_it_filed,
    every_amendment_is_shown_somewhere,
    a_tree_reads_back_as_it_was,
    every_bracket_has_somebody_behind_it,
    brackets_are_balanced_and_shallow,
    the_printed_line_says_what_the_tree_says,
    regions_hold_no_word_that_nobody_touches,
)
WITH_CHANCE = (
    any_order_gives_the_same_bytes,
    withdrawing_is_as_if_it_had_never_been_filed,
    withdrawing_one_amendment_leaves_the_others,
    whatever_is_shown_no_more_is_explained,
    words_filed_on_an_older_base_stay_or_are_told,
)
