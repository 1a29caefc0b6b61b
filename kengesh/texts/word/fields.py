"""Fields: their result is text, their instruction is not.

A complex field runs from a ``begin`` over a ``separate`` to an ``end``, through runs and even paragraphs, and fields stand
in one another. An instruction ends with its paragraph at the latest: one that has lost its end takes no further words
with it.
"""

from __future__ import annotations


class Fields:
    """The fields that are open where the reading is."""

    def __init__(self) -> None:
        self._open: list[bool] = []  # of each field, whether its instruction is being read
        self._instructions = 0  # how many of them
        self.passed: list[str] = []  # words met in an instruction

    @property
    def in_instruction(self) -> bool:
        """Whether what is read now belongs to an instruction."""
        return self._instructions > 0

    def at(self, kind: str) -> None:
        """Take note of a ``w:fldChar`` of this kind."""
        if kind == "begin":
            self._open.append(True)
            self._instructions += 1
        elif self._open and kind == "separate":
            self._instructions -= self._open[-1]
            self._open[-1] = False
        elif self._open and kind == "end":
            self._instructions -= self._open.pop()
            if not self.in_instruction:
                self.passed.clear()

    def cut(self) -> str | None:
        """End the instructions that are open at the end of a paragraph; return the words passed over, None if none were open."""
        if not self.in_instruction:
            return None
        self._open = [False for one in self._open if not one]
        self._instructions = 0
        words = "".join(self.passed)
        self.passed.clear()
        return words
