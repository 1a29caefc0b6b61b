"""The form of the page as a browser sends it, with the files of the worked example or others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kengesh.texts

EXAMPLE = Path(kengesh.texts.__file__).parent / "example"
BASE = EXAMPLE / "base.en.docx"
DELEGATIONS = ("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB")
PLAIN_BASE = b"1. Decide to establish a joint logistics network by 2028;\n\n2. Agree to meet again in 2027.\n"


def file(name: str, data: bytes) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415  (Django, set up by then)

    return SimpleUploadedFile(name, data)


def example(*delegations: str) -> dict[str, Any]:
    """Return the fields that send the base and the files of delegations, one row each."""
    fields: dict[str, Any] = {"base": file(BASE.name, BASE.read_bytes())}
    for row, code in enumerate(delegations or DELEGATIONS, 1):
        fields[f"state-{row}"] = code
        fields[f"file-{row}"] = file(f"{code}.docx", (EXAMPLE / f"{code}.docx").read_bytes())
    return fields


def plain(**texts: str) -> dict[str, Any]:
    """Return the fields that send a base of two paragraphs and the plain texts of delegations."""
    fields: dict[str, Any] = {"base": file("base.txt", PLAIN_BASE)}
    for row, (code, text) in enumerate(texts.items(), 1):
        fields[f"state-{row}"] = code
        fields[f"file-{row}"] = file(f"{code.lower()}.txt", text.encode())
    return fields


def common(word: str = "common", more: str = "") -> str:
    """Return the plain base with another word for “joint”, and perhaps more."""
    return PLAIN_BASE.decode().replace("joint", word) + more
