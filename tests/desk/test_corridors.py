"""What comes with a pack: networks by their ids, and the record's word for which one it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.corridors.network.edition import hash_of
from kengesh.desk.corridors import (
    default_edition,
    folder_of,
    model_in,
    network_in,
    shipped_folders,
    shipped_scenarios,
)
from kengesh.desk.kinds import every_kind
from kengesh.mechanism.record import Mechanism

EXERCISE = "central-asia/exercise"


def test_the_founding_record_has_the_hash_of_the_network_that_comes_with_it(founding_folder: Path) -> None:
    told = {
        act.get("edition"): act.get("sha256")
        for act in Mechanism.open(founding_folder, every_kind()).view().of_kind("publish-network")
    }
    assert told == {default_edition(): hash_of(folder_of(default_edition()))}


def test_a_layer_for_exercises_is_no_network_of_its_own() -> None:
    assert EXERCISE in shipped_folders()
    assert default_edition() != EXERCISE
    assert not network_in([default_edition()]).exercise
    assert network_in([default_edition(), EXERCISE]).exercise


def test_a_network_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(LookupError, match=EXERCISE):
        folder_of("nowhere")


def test_a_model_is_made_once_while_its_files_are_as_they_were() -> None:
    assert model_in([default_edition()]) is model_in([default_edition()])
    assert model_in([default_edition()]) is not model_in([default_edition()], bases=("published",))


def test_no_file_of_a_network_is_taken_for_rows_of_the_record() -> None:
    assert shipped_scenarios()
