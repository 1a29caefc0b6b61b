"""Where each page of the site is. Every address of a page begins with its language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path, register_converter
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from kengesh.site.about import urls as about
from kengesh.site.addresses import LanguageConverter, ThingConverter
from kengesh.site.api import urls as api
from kengesh.site.bodies import urls as bodies
from kengesh.site.briefs import urls as briefs
from kengesh.site.chronology import urls as chronology
from kengesh.site.claims import urls as claims
from kengesh.site.commitments import urls as commitments
from kengesh.site.corridors import urls as corridors
from kengesh.site.disputes import urls as disputes
from kengesh.site.documents import urls as documents
from kengesh.site.drafts import urls as drafts
from kengesh.site.feeds import urls as feeds
from kengesh.site.files import urls as files
from kengesh.site.home import urls as home
from kengesh.site.instruments import urls as instruments
from kengesh.site.linked import urls as linked
from kengesh.site.log import urls as log
from kengesh.site.meetings import urls as meetings
from kengesh.site.overlap import urls as overlap
from kengesh.site.page import page_view
from kengesh.site.patterns import urls as patterns
from kengesh.site.proposals import urls as proposals
from kengesh.site.searching import urls as searching
from kengesh.site.sources import urls as sources
from kengesh.site.states import urls as states
from kengesh.site.subjects import urls as subjects
from kengesh.site.texts import urls as texts
from kengesh.site.things import urls as things
from kengesh.site.tongue import language_of

register_converter(LanguageConverter, "language")
register_converter(ThingConverter, "thing")


@require_safe
@vary_on_headers("Accept-Language")
def front(request: HttpRequest) -> HttpResponse:
    """Send a reader who asks for no language to the front page in one."""
    return HttpResponseRedirect(f"/{language_of(request)}/")


SUBJECTS = (
    home,
    meetings,
    states,
    bodies,
    instruments,
    chronology,
    sources,
    log,
    things,
    about,
    searching,
    briefs,
    proposals,
    commitments,
    disputes,
    claims,
    documents,
    overlap,
    corridors,
    subjects,
    patterns,
)
FOR_MACHINES = (api, files, feeds, linked)
BESIDE_THE_RECORD = (texts, drafts)
PAGES = [path(route, page_view(view)) for subject in SUBJECTS for route, view in subject.PATHS.items()]
urlpatterns = [
    path("", front),
    *(
        path(route, view)
        for subject in (*FOR_MACHINES, *BESIDE_THE_RECORD)
        for route, view in subject.PATHS.items()
    ),
    path("<language:language>/", include(PAGES)),
]
handler400 = "kengesh.site.refusing.cannot_be_read"
handler404 = "kengesh.site.refusing.no_such_page"
handler500 = "kengesh.site.refusing.at_fault"
