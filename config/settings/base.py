"""What every environment shares. Each setting read from the environment is described in docs/settings.md."""

from ipaddress import ip_network
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from .beat import beat_schedule
from .environment import Environment, broker_of, database_of, mail_of
from .logs import logging_of
from .media import media_origins, media_storage

env = Environment()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env.str("VITRINE_VAR", default=str(BASE_DIR / "var")))

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "allauth.account",
    "allauth.headless",
    "corsheaders",
    "csp",
    "django_htmx",
    "drf_spectacular",
    "rest_framework",
    "catalog",
    "shop",
    "recommendations",
    "operations",
]

MIDDLEWARE = [
    "config.request_id.RequestIdMiddleware",
    "operations.probes.ProbesMiddleware",
    "operations.metrics.recording.MetricsMiddleware",
    "config.api.limits.LimitHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "operations.replication.ReplicaMiddleware",
    "config.wrong_method.WrongMethodMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# The shop's pages are Jinja2's; the admin and other packages' pages are Django's own (docs/adr/0006).
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "config.storefront.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "shop.theme.theme",
                "config.storefront.one_csrf_field",
                "shop.context.shopper",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

_url = env.str("DATABASE_URL", default="postgres://127.0.0.1:5432/vitrine")
DATABASES = {"default": database_of(_url, "DATABASE_URL")}
# Lists and searches are read from these; stock and what a shopper writes from the one above.
for place, url in enumerate(env.list("VITRINE_REPLICA_URLS", default=[]), start=1):
    DATABASES[f"replica-{place}"] = database_of(url, "VITRINE_REPLICA_URLS") | {"TEST": {"MIRROR": "default"}}
DATABASE_ROUTERS = ["operations.replication.ReplicaRouter"] if len(DATABASES) > 1 else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# By email for customers (docs/accounts.md); by name for the admin.
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "shop:account"
LOGOUT_REDIRECT_URL = "shop:home"
ACCOUNT_ADAPTER = "shop.account_adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up, and there only
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# The API signs in by tokens of a session, which is looked up each time: whoever signs out is out at once.
HEADLESS_CLIENTS = ("app",)
HEADLESS_TOKEN_STRATEGY = "allauth.headless.tokens.strategies.jwt.JWTTokenStrategy"  # noqa: S105
HEADLESS_JWT_ALGORITHM = "HS256"  # with the SECRET_KEY
HEADLESS_JWT_STATEFUL_VALIDATION_ENABLED = True
HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN = 900  # seconds
HEADLESS_JWT_REFRESH_TOKEN_EXPIRES_IN = 14 * 24 * 60 * 60
# How many proxies before the shop may be believed who asks: attempts to sign in are counted by address, too.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("VITRINE_PROXIES", default=0)

# Unless a server is named, mails are files.
vars().update(mail_of(env.str("EMAIL_URL", default=f"filemail:///{(VAR_DIR / 'mails').resolve()}")))
DEFAULT_FROM_EMAIL = env.like(
    "VITRINE_MAIL_FROM",
    "[^@]+@[^@]+",
    "an address: Shop <shop@shop.example>",
    default="Vitrine <shop@localhost>",
)
EMAIL_TIMEOUT = 10  # seconds

REDIS_URL = broker_of(env.str("REDIS_URL", default="redis://127.0.0.1:6379/0"))
CACHES = {"default": {"BACKEND": "config.cache.ValkeyOrLocalCache", "LOCATION": REDIS_URL}}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ko", "한국어")]  # each as itself says it, for the choice on every page
LOCALE_PATHS = [BASE_DIR / "locale"]
# A year: a choice is kept.
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("VITRINE_STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "build" / "static"]  # made from static/ by `python -m config.frontend`
# Nothing asks for a file by its plain name, and compressing each twice is half of a first start.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
MEDIA_URL = "media/"
MEDIA_ROOT = Path(env.str("VITRINE_MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES = {
    "default": media_storage(env),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
VITRINE_S3_BUCKET = env.str("VITRINE_S3_BUCKET", default="")
# Whether Django itself serves uploaded media: development and the demo. Elsewhere nginx or the bucket does.
VITRINE_SERVE_MEDIA = False
# Whether there is a page of all components: development and the demo.
VITRINE_STYLEGUIDE = False

# No inline script or style anywhere; uploaded photos are shown back from data: and blob: URLs only.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:", *media_origins(env)],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# The form of a product with hundreds of variants has ten fields for each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES = {
    "recommendations.tasks.embed_*": {"queue": "embed"},
    "catalog.tasks.make_thumbnails": {"queue": "thumbnails"},
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # as long as it takes
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
# A dead broker must cost a request a moment, not a minute: the sweep fills the gap later.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
    "max_retries": 0,
    "unacked_restore_limit": 1000,
}
CELERY_BEAT_SCHEDULE = beat_schedule(env)

VITRINE_ENCODER = env.str("VITRINE_ENCODER", default="vitrine-1")
# Where the admin and `manage.py install_encoder` put encoders; every process of the shop reads it.
VITRINE_ENCODER_UPLOADS = env.str("VITRINE_ENCODER_UPLOADS", default=str(VAR_DIR / "encoders"))
VITRINE_ENCODER_DIRS: list[str] = [*env.list("VITRINE_ENCODER_DIRS", default=[]), VITRINE_ENCODER_UPLOADS]
VITRINE_KERAS_ENCODERS = env.bool("VITRINE_KERAS_ENCODERS", default=False)
VITRINE_REGIONS = env.str("VITRINE_REGIONS", default="regions-1")
# What counts when similar looks are ordered (docs/ranking.md), and how much they are to differ, from 0 to 1.
VITRINE_RANKING: dict[str, float] = env.dict("VITRINE_RANKING", cast={"value": float}, default={})
VITRINE_DIVERSITY = env.float("VITRINE_DIVERSITY", default=0.3)
# What the building of a vector index may take: memory (docs/scaling.md), and processes beside the first.
VITRINE_INDEX_MEMORY_MB = env.int("VITRINE_INDEX_MEMORY_MB", default=256)
VITRINE_INDEX_WORKERS = env.int("VITRINE_INDEX_WORKERS", default=0)
VITRINE_CURRENCY = env.like("VITRINE_CURRENCY", "[A-Z]{3}", "three capital letters, as EUR", default="EUR")
# How long the states of products can be restored.
VITRINE_HISTORY_DAYS = env.int("VITRINE_HISTORY_DAYS", default=365)
# Up to how many of a product are "low stock" on the merchant's desk.
VITRINE_LOW_STOCK = env.int("VITRINE_LOW_STOCK", default=5)
# Where the files of an import wait for the worker: a folder that web servers and workers share.
VITRINE_IMPORT_ROOT = Path(env.str("VITRINE_IMPORT_ROOT", default=str(VAR_DIR / "imports")))
# Where the fixed price bands beside a list begin and end, in whole major units.
VITRINE_PRICE_BANDS = sorted(env.list("VITRINE_PRICE_BANDS", cast=int, default=[25, 50, 100]))
VITRINE_PHOTO_QUERY_HOURS = env.int("VITRINE_PHOTO_QUERY_HOURS", default=24)
VITRINE_INTERACTION_DAYS = env.int("VITRINE_INTERACTION_DAYS", default=90)
# Interpreters per process, and how long a search waits for a free one before it answers 503.
VITRINE_ENCODER_POOL_SIZE = env.int("VITRINE_ENCODER_POOL_SIZE", default=0)  # 0: one per core
VITRINE_ENCODER_WAIT_SECONDS = env.float("VITRINE_ENCODER_WAIT_SECONDS", default=5.0)

VITRINE_CONTACT_EMAIL = env.like(
    "VITRINE_CONTACT_EMAIL", r"([^@\s]+@[^@\s]+)?", "an email address", default=""
)
VITRINE_POSTAL_ADDRESS = env.str("VITRINE_POSTAL_ADDRESS", default="")
VITRINE_RETURN_DAYS = env.int("VITRINE_RETURN_DAYS", default=30)

# Where links in mails lead.
VITRINE_URL = env.str("VITRINE_URL", default="http://127.0.0.1:8000")
VITRINE_COUNTRY = env.like("VITRINE_COUNTRY", "[A-Z]{2}", "two capital letters, as DE", default="DE")
# What the checkout offers, the first one preset; "test" is a card that charges nobody.
VITRINE_PAYMENT_METHODS = env.list("VITRINE_PAYMENT_METHODS", default=["invoice"])
# Cards by Stripe, where VITRINE_PAYMENT_METHODS names "stripe".
STRIPE_SECRET_KEY = env.str("STRIPE_SECRET_KEY", default="")
STRIPE_PUBLISHABLE_KEY = env.str("STRIPE_PUBLISHABLE_KEY", default="")
STRIPE_WEBHOOK_SECRET = env.str("STRIPE_WEBHOOK_SECRET", default="")
STRIPE_API_URL = env.str("STRIPE_API_URL", default="https://api.stripe.com")
VITRINE_RESERVATION_MINUTES = env.int("VITRINE_RESERVATION_MINUTES", default=30)

# Whether there are photographs to try the photo search with: the demo takes some.
SAMPLE_PHOTOS = False

# The API: no cookie counts there, and other origins' pages may read it where the operator names them.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_THROTTLE_CLASSES": ["config.api.limits.Throttle"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["config.api.parsers.SafeJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "config.api.negotiation.AlwaysJson",
    "DEFAULT_SCHEMA_CLASS": "config.api.schema.Schema",
    "EXCEPTION_HANDLER": "config.api.problems.handle",
}
# Requests of one shopper in a time, by what they ask for.
_limit = (r"\d+/(second|minute|hour|day)", "a number and a time: 20/minute (or second, hour, day)")
VITRINE_LIMITS = {
    "everything": env.like("VITRINE_LIMIT", *_limit, default="300/minute"),
    "photo": env.like("VITRINE_LIMIT_PHOTO", *_limit, default="20/minute"),
    "login": env.like("VITRINE_LIMIT_LOGIN", *_limit, default="20/minute"),
    "checkout": env.like("VITRINE_LIMIT_CHECKOUT", *_limit, default="10/minute"),
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Vitrine",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {"OrderStateEnum": "shop.api.orders.serializers.ORDER_STATES"},
}
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOWED_ORIGINS = env.list("VITRINE_API_ORIGINS", default=[])
CORS_ALLOW_HEADERS = [
    *("accept", "accept-language", "authorization", "content-type", "if-none-match", "idempotency-key"),
    *("guest-token", "search-token", "order-token", "x-session-token", "x-request-id"),
]
CORS_EXPOSE_HEADERS = [
    *("etag", "retry-after", "x-request-id"),
    *("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"),
]

VITRINE_BACKUP_ROOT = Path(env.str("VITRINE_BACKUP_ROOT", default=str(VAR_DIR / "backups")))
VITRINE_BACKUPS_KEPT = env.int("VITRINE_BACKUPS_KEPT", default=14)

# Who may read /metrics: whoever shows the token, or asks from these networks past no proxy.
VITRINE_METRICS_TOKEN = env.str("VITRINE_METRICS_TOKEN", default="")
VITRINE_METRICS_NETWORKS = env.list(
    "VITRINE_METRICS_NETWORKS", cast=ip_network, default=[ip_network("127.0.0.0/8"), ip_network("::1")]
)
VITRINE_SENTRY_DSN = env.like(
    "VITRINE_SENTRY_DSN",
    r"(https?://\w+@.+/\d+)?",
    "Sentry's address: https://key@sentry.example/1",
    default="",
)

LOGGING = logging_of(env, written="plain")
