"""The reference page of the record: its example runs, and it names what the package understands and writes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kengesh.record.compare import HEADER as FORK_HEADER
from kengesh.record.keyfile import HEADER as KEY_HEADER
from kengesh.record.keys import RECORD_KINDS
from kengesh.record.log import FORMAT

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/record.md").read_text(encoding="utf-8")


def test_the_example_prints_what_the_page_says(tmp_path: Path) -> None:
    (program,) = re.findall(r"```python\n(.+?)```", PAGE, re.DOTALL)
    (printed,) = re.findall(r"```text\n(.+?)```", PAGE, re.DOTALL)
    environment = {**os.environ, "KENGESH_CONFIG": str(tmp_path / "config"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == (printed, "")


def test_the_page_names_every_act_and_format_of_the_record() -> None:
    for kind in RECORD_KINDS:
        assert f"### {kind}" in PAGE
    for header in (FORK_HEADER, KEY_HEADER, FORMAT):
        assert header in PAGE
