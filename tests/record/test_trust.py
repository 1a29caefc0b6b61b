"""The key seen first for a log is remembered, in a file that a person can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.record.files import Files
from kengesh.record.trust import TrustError, config_folder, remember_key, remembered_key


def test_a_key_is_remembered_for_its_log_alone(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "kengesh"
    assert remembered_key("a", folder) is None
    remember_key("b", "b+1+k", folder)
    remember_key("a", "a+1+k", folder)
    remember_key("a", "a+1+k", folder)
    assert (remembered_key("a", folder), remembered_key("b", folder)) == ("a+1+k", "b+1+k")
    assert (folder / "known-logs").read_text() == "a a+1+k\nb b+1+k\n"


def test_the_folder_of_known_logs_is_made_so_that_it_stays(tmp_path: Path) -> None:
    synced: list[Path] = []

    class Watched(Files):
        def sync_folder(self, folder: Path) -> None:
            super().sync_folder(folder)
            synced.append(folder)

    remember_key("a", "a+1+k", tmp_path / "config" / "kengesh", Watched())
    assert synced == [tmp_path, tmp_path / "config", tmp_path / "config" / "kengesh"]


def test_another_key_for_a_known_log_is_refused(tmp_path: Path) -> None:
    remember_key("a", "a+1+k", tmp_path)
    with pytest.raises(TrustError, match="another key"):
        remember_key("a", "a+2+k", tmp_path)


def test_a_file_that_is_not_one_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "known-logs").write_text("a a+1+k\nnonsense\n")
    with pytest.raises(TrustError, match="known-logs: line 2"):
        remembered_key("a", tmp_path)


def test_the_folder_is_the_one_named_or_the_platforms(tmp_path: Path) -> None:
    assert config_folder({"KENGESH_CONFIG": str(tmp_path)}) == tmp_path
    assert config_folder({}).name == "kengesh"
