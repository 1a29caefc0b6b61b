"""The settings of the site, from the environment and from nothing else.

===================  =========================================================================================
KENGESH_RECORD       the folder of the record, by default ``var/record``
KENGESH_SITE         a folder for what is not the record: the database, the secret; by default ``DIR.site`` beside it
KENGESH_HOSTS        the names under which the site is reached, with commas; by default those of this machine alone
KENGESH_ORIGIN       how the site is reached from outside, such as ``https://record.example.org``, for addresses that are
                     cited; by default the one that the reader came by
KENGESH_TEXTS        ``on``: this site compiles texts and checks drafts that are sent to it; ``kengesh serve`` sets it
                     where nobody else can reach the site
===================  =========================================================================================
"""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from kengesh.site.secret import kept_secret
from kengesh.site.texts.limits import MOST_FILES, MOST_OF_A_REQUEST

HERE = Path(__file__).parent

KENGESH_RECORD = Path(os.environ.get("KENGESH_RECORD") or "var/record").resolve()
KENGESH_SITE = Path(os.environ.get("KENGESH_SITE") or KENGESH_RECORD.with_name(KENGESH_RECORD.name + ".site"))
KENGESH_ORIGIN = os.environ.get("KENGESH_ORIGIN", "").rstrip("/")
KENGESH_TEXTS = os.environ.get("KENGESH_TEXTS", "") == "on"

DEBUG = False
SECRET_KEY = kept_secret(KENGESH_SITE)
ALLOWED_HOSTS = [name for name in os.environ.get("KENGESH_HOSTS", "").split(",") if name] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
]
ROOT_URLCONF = "kengesh.site.urls"
WSGI_APPLICATION = "kengesh.site.wsgi.application"
INSTALLED_APPS = ["django.contrib.staticfiles"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kengesh.site.headers.permissions",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # last, so that files too have the headers of those before
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE],
        "OPTIONS": {"environment": "kengesh.site.environment.environment"},
    }
]
# What is not the record: accounts, web sessions, notices, jobs. A reader needs none of it.
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": KENGESH_SITE / "site.sqlite"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages, dates and sentences are our own (``kengesh.terms``); Django's stay out of the way.
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"
APPEND_SLASH = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static", HERE.parent / "pictures" / "static"]
WHITENOISE_USE_FINDERS = True  # straight from the package: there is no step of collecting
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 24 * 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if KENGESH_ORIGIN.startswith("https:") else None
SECURE_HSTS_SECONDS = 31_536_000 if KENGESH_ORIGIN.startswith("https:") else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# What a form brings stays in memory, whatever its size: no other handler may write it to the disk.
FILE_UPLOAD_HANDLERS = ["kengesh.site.texts.uploads.InMemory"]
FILE_UPLOAD_MAX_MEMORY_SIZE = MOST_OF_A_REQUEST
DATA_UPLOAD_MAX_NUMBER_FILES = MOST_FILES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300  # the longest form, of texts, has three fields for each of its files

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "kengesh": {"handlers": ["stderr"], "level": "INFO"},
    },
}
