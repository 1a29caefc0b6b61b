"""The peer of the site: a page of Django with nothing in it, under the same middleware and the same server."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from kengesh.site.settings import *  # noqa: F403  (the same site, but for its pages)

ROOT_URLCONF = "bench.empty_site"


def empty(_request: HttpRequest) -> HttpResponse:
    """Return a page with nothing in it."""
    return HttpResponse("<!doctype html><title>Empty</title>")


urlpatterns = [path("empty", empty)]
