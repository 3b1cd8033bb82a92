"""The test suite: real PostgreSQL and Valkey, and a fast encoder unless a test asks for another."""

import tempfile
from pathlib import Path

from .base import *
from .base import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]  # `make check` has it look at every migration
DEBUG = False
SECRET_KEY = "tests-only, and long enough to sign tokens"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="vitrine-media-"))
VITRINE_SERVE_MEDIA = True
VITRINE_STYLEGUIDE = True
VITRINE_PAYMENT_METHODS = ["invoice", "test"]
VITRINE_ENCODER = "colour-histogram"
VITRINE_LIMITS = dict.fromkeys(("everything", "photo", "login", "checkout"), "1000000/day")
# The whole photo is searched, unless a test asks for the goods in it.
VITRINE_REGIONS = ""
# Static files straight from their sources: no collectstatic before a test run.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
