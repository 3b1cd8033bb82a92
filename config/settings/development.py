"""A developer's machine: debug pages, static and media files served by Django."""

from .base import *
from .base import VAR_DIR, env
from .local_secret import local_secret_key

DEBUG = True
SECRET_KEY = local_secret_key(VAR_DIR)
ALLOWED_HOSTS = ["*"]
VITRINE_SERVE_MEDIA = True
VITRINE_STYLEGUIDE = True
VITRINE_PAYMENT_METHODS = env.list("VITRINE_PAYMENT_METHODS", default=["invoice", "test"])
