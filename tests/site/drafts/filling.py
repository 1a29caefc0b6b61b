"""What is sent to the page that checks drafts: short drafts on the meetings of the founding record, and the form around them."""

from __future__ import annotations

from typing import Any

DRAFT = """The seventh Consultative Meeting was held in Tashkent on 16 November 2025.[1]

Turkmenistan is a member of the Organization of Turkic States.[2]

It may be that the region will be more open in ten years.

[1] Trend, 16 November 2025, https://www.trend.az/azerbaijan/politics/4118240.html
[2] Trend, 17 November 2025, https://www.trend.az/azerbaijan/politics/4118241.html
"""


def file(name: str, data: bytes) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415  (Django, set up by then)

    return SimpleUploadedFile(name, data)


def pasted(text: str = DRAFT, language: str = "") -> dict[str, Any]:
    return {"text": text, "language": language}
