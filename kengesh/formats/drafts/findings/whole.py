"""All that can be found in a draft without a record, in the order of its sentences; what belongs to no sentence comes last."""

from __future__ import annotations

from kengesh.formats.drafts.findings.citation import citation_years
from kengesh.formats.drafts.findings.dates import impossible_days, same_year_mismatches, wrong_weekdays
from kengesh.formats.drafts.findings.facts import facts_without_notes
from kengesh.formats.drafts.findings.marks import lost_marks, unreadable_notes
from kengesh.formats.drafts.findings.plans import plans_as_done
from kengesh.formats.drafts.findings.sources import sources_before_events
from kengesh.formats.drafts.findings.works import same_works
from kengesh.formats.drafts.values import Draft, Finding

FINDERS = (
    plans_as_done,
    sources_before_events,
    impossible_days,
    wrong_weekdays,
    same_year_mismatches,
    facts_without_notes,
    lost_marks,
    same_works,
    unreadable_notes,
    citation_years,
)


def findings_in(draft: Draft) -> list[Finding]:
    """Return what is found in a draft by reading it alone."""
    found = [finding for find in FINDERS for finding in find(draft)]
    place = {id(sentence): number for number, sentence in enumerate(draft.sentences)}
    return sorted(found, key=lambda one: place[id(one.sentence)] if one.sentence else len(place))
