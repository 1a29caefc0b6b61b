"""The public behaviour of the command line, as a transcript that people can read."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

PAGE = Path(__file__).with_name("transcript.md").read_text(encoding="utf-8")
LEFT = re.compile(r"leaves with (\d)\n\Z")


def typed() -> list[tuple[str, str]]:
    """Return the commands of the page, each with the lines below it."""
    blocks = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ kengesh ", block, flags=re.MULTILINE)[1:]]
    return [(command, printed) for command, _newline, printed in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("command", "printed"), typed(), ids=[command for command, _printed in typed()])
def test_it_goes_as_the_page_says(kengesh, command: str, printed: str) -> None:
    told = kengesh(*shlex.split(command))
    left = LEFT.search(printed)
    wanted = LEFT.sub("", printed).strip()
    pattern = ".*".join(re.escape(part) for part in wanted.split("..."))
    assert re.fullmatch(pattern, (told.err + told.out).strip(), re.DOTALL), told.err + told.out
    assert told.code == (int(left.group(1)) if left else 0)
