"""Editions written as a planner keeps them: a folder with ``edition.toml`` and a CSV file for each table."""

from __future__ import annotations

from pathlib import Path

HEAD = 'id = "test/1"\ntitle = "A test"\nday = "2026-01-31"\n'
PLACES = """\
place_id,name,country,lat,lon
KZ-AKT,Aktau,KAZ,43.65,51.16
AZ-ALA,Port of Alat,AZE,39.98,49.41
UZ-TAS,Tashkent (Sergeli),UZB,41.25,69.22
"""
LINKS = """\
link_id,from_place,to_place,mode,gauge_mm
S1,KZ-AKT,AZ-ALA,sea,
R1,UZ-TAS,KZ-AKT,rail,1520
"""
NUMBERS = """\
subject,quantity,value,unit,basis,method,source
S1,distance,450,km,published,,https://example.org/a
S1,time,22,h,published,,https://example.org/a
R1,distance,2400,km,derived,measured on a map,
"""


def edition(folder: Path, head: str = HEAD, **tables: str) -> Path:
    """Write an edition; tables that are not given are those above. Returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"place": PLACES, "link": LINKS, "number": NUMBERS, **tables}
    (folder / "edition.toml").write_text(head, encoding="utf-8")
    for table, text in files.items():
        (folder / f"{table}.csv").write_text(text, encoding="utf-8", newline="")
    return folder
