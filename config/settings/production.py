"""A deployed shop: every secret and host comes from the environment, HTTPS only."""

from .base import *
from .base import LOGGING, STORAGES, env

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}

vars().update(env.email_url("EMAIL_URL"))
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("VITRINE_PROXIES", default=1)

LOGGING["handlers"]["console"]["formatter"] = env.str("VITRINE_LOG_FORMAT", default="json")  # type: ignore[index]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
