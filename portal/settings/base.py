"""What holds in every environment. Values that differ come from the environment or from the module on top."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.conf import locale as django_locale

from home.tenant.languages.known import LANGUAGES as REGISTRY
from home.tenant.languages.known import django_language_info
from portal import house

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(os.environ.get("PORTAL_VAR", BASE_DIR / "var")).resolve()

DEBUG = False
ALLOWED_HOSTS = os.environ.get("PORTAL_HOSTS", "localhost,.localhost,127.0.0.1").split(",")

INSTALLED_APPS = [
    "portal",
    # From high to low: what stands higher may replace a template or a static file of what stands lower.
    *reversed(house.apps()),
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # An old phone on a slow line: Django's gzip adds a random length, which is its answer to BREACH.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "home.tenant.languages.middleware.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "home.tenant.libraries.clock.LibraryClockMiddleware",
    "home.tenant.gate.middleware.AdminGateMiddleware",
    "home.words.board.middleware.CountReadsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
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

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR_DIR / 'portal.sqlite3'}",
        conn_max_age=60,
        # A database that was started again costs no request and no job.
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Row locks do nothing on SQLite; an immediate transaction serialises writers instead.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared between the processes of one installation: Wagtail keeps root paths in it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Languages: the registry is the truth; those that Django does not know are added to its table.
LANGUAGE_CODE = "nl"
LANGUAGES = [(language.code, language.english_name) for language in REGISTRY.values()]
for _code, _info in django_language_info().items():
    django_locale.LANG_INFO.setdefault(_code, _info)
LANGUAGES_BIDI = [language.code for language in REGISTRY.values() if language.direction == "rtl"]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_JOBS = {"BACKEND": "wagtail_localize.tasks.ImmediateBackend"}

# Accounts
AUTH_USER_MODEL = "home.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/intranet/"
LOGOUT_REDIRECT_URL = "/"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
ACCOUNT_ADAPTER = "home.mail.services.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
# A stranger gets no mail because somebody typed the wrong address.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
# The package's own limits live in the cache; `home.limits` counts in a table, in the adapter and in these forms.
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "change_password": "home.limits.forms.LimitedChangeForm",
    "reset_password": "home.limits.forms.LimitedResetForm",
    "reset_password_from_key": "home.limits.forms.LimitedResetKeyForm",
}
MFA_FORMS = {
    "activate_totp": "home.limits.forms.LimitedActivateForm",
    "authenticate": "home.limits.forms.LimitedAuthenticateForm",
    "reauthenticate": "home.limits.forms.LimitedReauthenticateForm",
}
# How many proxies stand before the portal, each of which adds to X-Forwarded-For who asked it. Limits count by who
# asked the first of them. None: the header is not believed.
TRUSTED_PROXIES = int(os.environ.get("PORTAL_TRUSTED_PROXIES", "0"))
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES

SESSION_COOKIE_NAME = "portal-session"
CSRF_COOKIE_NAME = "portal-csrf"
CSRF_FAILURE_VIEW = "home.site.links.views.form_expired"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # the admin shows previews in a frame; the wall is frame-ancestors in the policy below
]
SECURE_REFERRER_POLICY = "same-origin"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Built by `make`; absent on a fresh clone until then.
STATICFILES_DIRS = [BASE_DIR / "portal" / "static"]
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
PRIVATE_ROOT = VAR_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # No base_url: a private file has no address, one checking view serves it.
    "private": {
        "BACKEND": "home.site.media.models.PrivateStorage",
        "OPTIONS": {"location": PRIVATE_ROOT},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail
WAGTAIL_SITE_NAME = "Ontwikkelplein"
WAGTAILADMIN_BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_IMAGE_MODEL = "home.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "home.PortalDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# Not every machine knows what a file of captions is.
WAGTAILDOCS_CONTENT_TYPES = {"vtt": "text/vtt", "mp4": "video/mp4", "webm": "video/webm"}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_MODERATION_ENABLED = True
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 3
WAGTAIL_PAGE_TYPES_FOR_DASHBOARD = 0
# Turning an address that somebody types into a page would name pages of other libraries.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "none"

# Count which pages are read in which language, per day and without anything about the reader.
COUNT_READS = True

# What was erased because somebody asked, beside the database: it is run again after a backup was put back.
# Keep it out of the backups of the database, and keep a copy of it of its own.
ERASURE_LEDGER = Path(os.environ.get("PORTAL_ERASURE_LEDGER", VAR_DIR / "erasures.txt"))

# Port that the demo's sites are made with.
DEMO_PORT = int(os.environ.get("PORT", "8000"))

# Mail goes through an outbox; this is only the last step. An installation has a mail server (`portal.settings.smtp`).
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "portaal@localhost")

# Hosts (``name:port``) that a partner's calendar may be fetched from though they lie in the own network, or at a port
# other than 80 and 443. Empty unless a library runs a calendar server of its own.
CALENDAR_ALLOWED_HOSTS = [host for host in os.environ.get("CALENDAR_ALLOWED_HOSTS", "").split(",") if host]

# A computer that makes first drafts of translations: "deepl" with its key, or "libretranslate" with its address (and a
# key, when it asks for one). Without them there is no such button anywhere.
PORTAL_TRANSLATOR = os.environ.get("PORTAL_TRANSLATOR", "").strip().lower()
_translator_key = os.environ.get("PORTAL_TRANSLATOR_KEY", "").strip()
_translator_address = os.environ.get("PORTAL_TRANSLATOR_ADDRESS", "").strip()
_is_there = {"deepl": bool(_translator_key), "libretranslate": bool(_translator_address)}
if PORTAL_TRANSLATOR == "deepl" and not _translator_address:
    _translator_address = f"https://api{'-free' if _translator_key.endswith(':fx') else ''}.deepl.com"
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = (
    {
        "CLASS": "home.words.machine.services.PortalTranslator",
        "OPTIONS": {"PROVIDER": PORTAL_TRANSLATOR, "KEY": _translator_key, "ADDRESS": _translator_address},
    }
    if _is_there.get(PORTAL_TRANSLATOR)
    else None
)

# Strict everywhere; `home.tenant.gate.middleware` widens it for the Wagtail admin, whose scripts are inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_tokens": {"()": "home.personal_links.logs.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_tokens"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Each tells of every sign-in, save and task; the audit log of Wagtail and the outcomes are in the database.
    "loggers": {name: {"level": "WARNING"} for name in ("django_tasks", "wagtail", "wagtail_localize")},
}
