"""A deployed shop: every secret and host comes from the environment, HTTPS only."""

from .base import *
from .base import DATABASES, STORAGES, VITRINE_URL, env
from .environment import broker_of, database_of, mail_of
from .logs import logging_of
from .refusals import refuse_unsafe

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DATABASES["default"] = database_of(env.str("DATABASE_URL"), "DATABASE_URL")
REDIS_URL = broker_of(env.str("REDIS_URL"))
# Off only to try a deployment on one machine, without a certificate.
_https = env.bool("VITRINE_HTTPS", default=True)
refuse_unsafe(
    secret_key=SECRET_KEY,
    hosts=ALLOWED_HOSTS,
    debug=env.bool("DEBUG", default=False),
    url=VITRINE_URL,
    https=_https,
)
CSRF_TRUSTED_ORIGINS = [f"{'https' if _https else 'http'}://{host}" for host in ALLOWED_HOSTS]
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}

vars().update(mail_of(env.str("EMAIL_URL")))
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("VITRINE_PROXIES", default=1)

LOGGING = logging_of(env, written="json")

SECURE_SSL_REDIRECT = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_PRELOAD = _https
SESSION_COOKIE_SECURE = _https
CSRF_COOKIE_SECURE = _https
