"""Random numbers by draw number: the same whoever asks, and evenly spread."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import pytest
from scipy.stats import kstest

from kengesh.corridors.runs.chance import DRAWS, SEEDS, uniforms
from kengesh.corridors.runs.errors import RunError

KEYS = [f"link:{number}" for number in range(60)]

# Computed by hand (below, with whole numbers of Python) on the day when the method was fixed.
GOLDEN = [
    ["0x1.1c315e487ee63p-1", "0x1.77fbd6327f56fp-1"],
    ["0x1.bf41c1fa62575p-1", "0x1.706550659dfe4p-3"],
    ["0x1.7987b9460d5b4p-3", "0x1.ebb881c27d5dfp-1"],
]


def split_mix_64(state: int) -> tuple[int, int]:
    """SplitMix64 as its authors print it, in whole numbers of Python: the next state and the output."""
    mask = 2**64 - 1
    state = (state + 0x9E3779B97F4A7C15) & mask
    z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return state, z ^ (z >> 31)


def by_hand(seed: int, key: str, draw: int) -> float:
    digest = blake2b(
        key.encode(), digest_size=8, salt=seed.to_bytes(16, "little"), person=b"kengesh draws 1"
    ).digest()
    state = int.from_bytes(digest, "little") + draw * 0x9E3779B97F4A7C15
    _state, z = split_mix_64(state & (2**64 - 1))
    return ((z >> 12) + 0.5) / 2**52


def test_the_generator_gives_the_numbers_that_others_published_for_it() -> None:
    # Seed 1234567: the values that implementations of SplitMix64 are checked by (Rosetta Code, Splitmix64).
    state, outputs = 1234567, []
    for _number in range(5):
        state, z = split_mix_64(state)
        outputs.append(z)
    assert outputs == [
        6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
    ]  # fmt: skip


def test_every_number_is_what_the_description_of_the_method_gives() -> None:
    for seed in (0, 7, SEEDS - 1):
        numbers = uniforms(seed, ["crossing:dostyk", "Ашхабад", ""], 999, 1003)
        assert numbers.tolist() == [
            [by_hand(seed, key, draw) for key in ("crossing:dostyk", "Ашхабад", "")]
            for draw in range(999, 1003)
        ]


def test_the_numbers_stay_what_they_were_when_results_were_first_published() -> None:
    numbers = uniforms(7, ["crossing:dostyk", "wait:aktau"], 0, 3)
    assert [[number.hex() for number in row] for row in numbers.tolist()] == GOLDEN


def test_neither_range_nor_order_nor_other_keys_change_a_number() -> None:
    whole = uniforms(3, KEYS, 0, 700)
    assert np.array_equal(uniforms(3, KEYS, 123, 130), whole[123:130])
    assert np.array_equal(uniforms(3, KEYS[::-1], 0, 700), whole[:, ::-1])
    assert np.array_equal(uniforms(3, [KEYS[5]], 699, 700), whole[699:, 5:6])
    many = [
        *KEYS,
        *(f"other:{number}" for number in range(40_000)),
    ]  # more keys than one block of work has room for
    assert np.array_equal(uniforms(3, many, 5, 8)[:, : len(KEYS)], whole[5:8])


def test_no_draws_and_no_keys_give_empty_columns_and_rows() -> None:
    assert uniforms(1, KEYS, 4, 4).shape == (0, 60)
    assert uniforms(1, [], 0, 4).shape == (4, 0)


def test_the_last_draw_that_may_be_asked_for_has_a_number() -> None:
    assert uniforms(1, ["a"], DRAWS - 1, DRAWS)[0, 0] == by_hand(1, "a", DRAWS - 1)


@pytest.mark.parametrize(
    ("seed", "first", "last"), [(-1, 0, 1), (SEEDS, 0, 1), (1, -1, 1), (1, 3, 2), (1, 0, DRAWS + 1)]
)
def test_a_seed_or_a_draw_out_of_bounds_is_refused(seed: int, first: int, last: int) -> None:
    with pytest.raises(RunError, match="not a seed|not a range of draw numbers"):
        uniforms(seed, ["a"], first, last)


def test_all_numbers_lie_inside_0_and_1_and_are_uniform() -> None:
    numbers = uniforms(11, KEYS, 0, 5000)
    assert numbers.min() > 0 and numbers.max() < 1
    assert abs(numbers.mean() - 0.5) < 4 * np.sqrt(1 / 12 / numbers.size)
    assert abs(numbers.var() - 1 / 12) < 4 * np.sqrt(1 / 180 / numbers.size)
    by_key = [kstest(numbers[:, column], "uniform").pvalue for column in range(60)]
    by_draw = [kstest(numbers[row], "uniform").pvalue for row in range(200)]
    assert kstest(by_key, "uniform").pvalue > 0.001  # of good numbers the p-values are uniform themselves
    assert kstest(by_draw, "uniform").pvalue > 0.001


def test_keys_draws_and_seeds_do_not_follow_one_another() -> None:
    numbers = uniforms(11, KEYS, 0, 5000)
    between_keys = np.corrcoef(numbers.T)[np.triu_indices(60, 1)] * np.sqrt(5000)
    assert abs(between_keys.mean()) < 4 / np.sqrt(len(between_keys)) and 0.9 < between_keys.std() < 1.1
    for lag in (1, 2, 200):
        after = np.corrcoef(numbers[:-lag].ravel(), numbers[lag:].ravel())[0, 1]
        assert abs(after) < 4 / np.sqrt(numbers.size - lag * 60)
    other_seed = np.corrcoef(numbers.ravel(), uniforms(12, KEYS, 0, 5000).ravel())[0, 1]
    assert abs(other_seed) < 4 / np.sqrt(numbers.size)


def test_every_bit_is_as_often_set_as_not() -> None:
    bits = np.floor(uniforms(5, KEYS, 0, 2000).ravel() * 2.0**52).astype(np.uint64)
    shares = np.array([((bits >> np.uint64(place)) & np.uint64(1)).mean() for place in range(52)])
    assert np.all(abs(shares - 0.5) < 4.5 * 0.5 / np.sqrt(len(bits)))
