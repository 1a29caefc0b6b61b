"""The site as a WSGI application: ``gunicorn kengesh.site.wsgi``. The record is opened before the first request."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kengesh.site.settings")
application = get_wsgi_application()
