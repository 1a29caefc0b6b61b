"""Where the tables of a page are as data: the question of the API that the page is set out from."""

from __future__ import annotations

from urllib.parse import urlencode

from kengesh.site.reading import Reading

# Of each folder of pages: the question behind its list, and that behind one thing in it with the argument that names the thing.
QUESTIONS = {
    "": ("members", None),
    "meetings": ("meetings", ("meeting", "meeting")),
    "states": ("parties", ("party", "party")),
    "bodies": ("bodies", ("body", "body")),
    "matrix": ("matrix", None),
    "instruments": ("instruments", ("instrument", "instrument")),
    "proposals": ("proposals", None),
    "commitments": ("commitments", None),
    "disputes": ("disputes", ("disputes", "about")),
    "claims": ("claims", None),
    "documents": (None, ("claims", "document")),
    "sources": ("sources", ("source", "source")),
    "subjects": ("indicators", ("subject", "subject")),
    "indicators": ("indicators", None),
    "chronology": ("timeline", None),
    "log": ("log", None),
}


def data_hrefs(reading: Reading) -> dict[str, str]:
    """Return the addresses of a page's tables as JSON and as CSV, with its clocks; none for a page that is text."""
    folder, _slash, thing = reading.page.partition("/")
    of_list, of_one = QUESTIONS.get(folder, (None, None))
    asked: dict[str, str] = {}
    question = of_list
    if thing:
        question, argument = of_one or (None, "")
        asked[argument] = thing
    elif folder == "" and reading.body:
        asked["body"] = reading.body
    if question is None or (folder == "" and not asked):
        return {}
    clocks = reading.clocks
    asked |= {name: value for name in ("on", "reported_by", "known_at") if (value := getattr(clocks, name))}
    tail = f"?{urlencode(asked)}" if asked else ""
    return {"JSON": f"/api/{question}{tail}", "CSV": f"/api/{question}.csv{tail}"}
