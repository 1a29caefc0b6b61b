"""The address that stands for a thing itself, in no language: ``/id/KAZ``. Who follows it is sent to a page about the thing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from kengesh.site.links import address, outside, page_of
from kengesh.site.refusing import no_such_page
from kengesh.site.the_record import one_at_a_time, the_record
from kengesh.site.tongue import language_of

SEE_OTHER = 303  # a thing is not the page about it


@require_safe
@vary_on_headers("Accept-Language")
def identified(request: HttpRequest, thing: str) -> HttpResponse:
    """Send on to the page about a thing, in the language of the reader."""
    record = the_record()
    with one_at_a_time:
        view = record.view()
        page = page_of(view, thing) if view.is_known(thing) else None
    if page is None:
        return no_such_page(request, LookupError(thing))
    query = request.META.get("QUERY_STRING", "")
    there = outside(request) + address(language_of(request), page)
    return HttpResponseRedirect(there + (f"?{query}" if query else ""), status=SEE_OTHER)
