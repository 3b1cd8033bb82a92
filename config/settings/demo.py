"""`make demo`: the shop as in production, on one machine, over plain HTTP."""

from .base import *
from .base import STORAGES, VAR_DIR, env
from .local_secret import local_secret_key

DEBUG = False
SECRET_KEY = local_secret_key(VAR_DIR)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
VITRINE_SERVE_MEDIA = True
VITRINE_STYLEGUIDE = True
SAMPLE_PHOTOS = True
VITRINE_PAYMENT_METHODS = env.list("VITRINE_PAYMENT_METHODS", default=["invoice", "test"])
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
