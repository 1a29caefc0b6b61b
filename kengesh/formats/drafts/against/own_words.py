"""Words for what is a state's or its people's, as drafts use them in place of its name: the Uzbek leader, узбекская сторона.

Only states of which the word is not the name itself in another case. Turkish says Özbekistan lideri, and needs few.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OWN_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "tr": {
            "KAZ": ("Kazak",),
            "KGZ": ("Kırgız",),
            "TJK": ("Tacik",),
            "TKM": ("Türkmen",),
            "UZB": ("Özbek",),
            "RUS": ("Rusya Federasyonu",),
        },
        "en": {
            "KAZ": ("Kazakh", "Kazakhstani"),
            "KGZ": ("Kyrgyz", "Kyrgyz Republic"),
            "TJK": ("Tajik",),
            "TKM": ("Turkmen",),
            "UZB": ("Uzbek",),
            "AZE": ("Azerbaijani", "Azeri"),
            "TUR": ("Turkey", "Turkish"),
            "CHN": ("Chinese",),
            "RUS": ("Russian Federation", "Russian"),
        },
        "ru": {
            "KAZ": ("казахстанский",),
            "KGZ": ("кыргызский", "киргизский", "Киргизия", "Кыргызская Республика"),
            "TJK": ("таджикский", "таджикистанский"),
            "TKM": ("туркменский", "туркменистанский"),
            "UZB": ("узбекский", "узбекистанский"),
            "AZE": ("азербайджанский",),
            "RUS": ("Российская Федерация",),
        },
    }
)
